### Soorten tokens, en wat hun specificaties van ze vragen.

profile-workshop = Workshoptoken
    .summary = Een token van de Identity API van de workshop. Alle services delen één geheim, dus elk van hen kan het hebben gemaakt.
profile-hti-launch = HTI 2.0-launch
    .summary = Een portaal start een module voor een persoon en een taak, zoals in Koppeltaal. Eén keer bruikbaar, vijf minuten lang.
profile-dpop = DPoP-proof
    .summary = Laat zien dat wie een verzoek stuurt, een sleutel heeft. Geldt voor één methode en één URL.
profile-logout-token = Logout Token
    .summary = Een OpenID Provider vertelt een client dat een sessie is geëindigd.
profile-sd-jwt-vc = SD-JWT VC
    .summary = Een verifieerbaar bewijs (verifiable credential); de houder toont de claims één voor één.
profile-kubernetes = Kubernetes service account token
    .summary = Wat een pod toont aan de API-server en aan anderen in het cluster.
profile-github-actions = GitHub Actions-token
    .summary = Een workflow toont voor welke repository en branch hij draait. Wie het vertrouwt, moet sub en aud controleren.
profile-aws-cognito = Amazon Cognito-token
    .summary = Een ID- of access token van een user pool; token_use zegt welk van de twee.
profile-google = Google ID Token
    .summary = Wie er met Google is ingelogd. sub wijst het account aan, niet het e-mailadres.
profile-entra-access-v1 = Microsoft Entra ID access token, v1.0
    .summary = Voor de API in aud, aangevraagd door de applicatie in appid.
profile-entra-access-v2 = Microsoft Entra ID access token, v2.0
    .summary = Voor de API waarvan de client-id in aud staat, aangevraagd door de applicatie in azp.
profile-entra-id = Microsoft Entra ID ID Token
    .summary = Wie er met Microsoft is ingelogd. Voor de applicatie in aud, niet voor een API.
profile-at-jwt = OAuth access token (at+jwt)
    .summary = Laat een client de API in aud aanroepen; RFC 9068 geeft het een vorm.
profile-keycloak = Keycloak-token
    .summary = Een token van een Keycloak-realm; de claim typ zegt welk soort.
profile-smart-backend = SMART Backend Services-assertion
    .summary = Een systeem meldt zich met zijn eigen sleutel bij het token endpoint van een FHIR-server.
profile-client-assertion = Client assertion
    .summary = Een client meldt zich bij een token endpoint met een ondertekende JWT in plaats van een wachtwoord.
profile-oidc-id-token = OpenID Connect ID Token
    .summary = Wie er is ingelogd, wanneer en hoe, verteld aan de client in aud. Niet om een API mee aan te roepen.

profile-requires = eist
profile-recommends = adviseert

# Elk profiel.
profile-missing = { $profile }: { $name } ontbreekt; { $clause } { $demands } het wel.
profile-forbidden = { $profile }: { $name } mag er niet staan ({ $clause }).
profile-wrong-kind = { $profile }: { $name } is { $found }; { $clause } { $demands } { $expected }.
profile-wrong-value = { $profile }: { $name } is { $found }; { $clause } { $demands } een van: { $expected }.
profile-wrong-value-one = { $profile }: { $name } is { $found }; { $clause } { $demands } { $expected }.
profile-wrong-start = { $profile }: { $name } is { $found }; { $clause } { $demands } een waarde die begint met een van: { $expected }.
profile-wrong-start-one = { $profile }: { $name } is { $found }; { $clause } { $demands } een waarde die begint met { $expected }.
profile-not-same = { $profile }: { $name } is “{ $found }” en { $other } is “{ $expected }”; { $clause } { $demands } dat ze gelijk zijn.
profile-lifetime = { $profile }: geldt { $found }; { $clause } { $demands } hoogstens { $allowed }.
profile-limit = Langste geldigheid: { $allowed } ({ $clause }).
profile-no-limit = Langste geldigheid: voor dit soort token is geen grens opgeschreven.
profile-lifetime-unknown = { $profile }: geldigheidsduur onbekend. Het is uitgegeven voor { $allowed }, maar zonder iat zegt het token niet sinds wanneer ({ $clause }).
profile-ahead = { $profile }: { $name } ligt { $by } voor op de klok; { $clause } { $demands } dat het niet in de toekomst ligt.
profile-private-jwk = { $profile }: de header geeft een privésleutel weg. { $clause } verbiedt dat, en de sleutel mag niet meer worden gebruikt.

profile-kind-text = een string met iets erin
profile-kind-audience = een string of een array van strings
profile-kind-number = een getal
profile-kind-object = een object
profile-kind-https = een https-URL
profile-kind-asymmetric = een algoritme dat met een privésleutel ondertekent
profile-kind-signed = een handtekening, niet “none”

# Voor één profiel.
profile-hti-sub = { $profile }: sub is “{ $found }”; { $clause } { $demands } een verwijzing naar een persoon, zoals Practitioner/1 of Patient/1.
profile-dpop-htu = { $profile }: htu is { $found }; { $clause } { $demands } het zonder query en fragment.
profile-dpop-old = { $profile }: iat wijkt { $by } af van de klok; { $clause } { $demands } een nieuwe proof voor elk verzoek.
profile-logout-events = { $profile }: { $clause } { $demands } een object in events onder { $expected }.
profile-logout-subject = { $profile }: sub en sid staan er geen van beide; { $clause } { $demands } een van de twee.
profile-kubernetes-account = { $profile }: sub is { $found }, maar kubernetes.io noemt { $expected } ({ $clause }).
profile-cognito-audience = { $profile }: volgens token_use hoort het zijn client te noemen in { $expected }, maar dat ontbreekt ({ $clause }).
profile-google-email = { $profile }: het e-mailadres is niet geverifieerd; { $clause } { $demands } er niet op te vertrouwen.
profile-entra-graph = { $profile }: de nonce in de header hoort bij een token voor Microsoft Graph. Alleen Graph kan de handtekening controleren; probeer het niet ({ $clause }).
profile-entra-tenant = { $profile }: iss is { $found } en noemt de tenant in tid niet, { $expected } ({ $clause }).
profile-keycloak-refresh = { $profile }: een refresh token. De realm ondertekent het voor zichzelf; niemand anders kan of moet het controleren ({ $clause }).
profile-oidc-sub = { $profile }: sub is langer dan 255 tekens of geen ASCII ({ $clause }).
profile-oidc-azp = { $profile }: er zijn meerdere audiences; { $clause } { $demands } dat azp zegt welke erom vroeg.

# Concepten om mee te beginnen; andere staan bij de pagina.
template-smart-backend = SMART Backend Services-assertion, ES384
template-private-key-jwt = Client assertion (private_key_jwt), PS256
template-oidc-id-token = OpenID Connect ID Token, RS256
template-at-jwt = OAuth access token (at+jwt), RS256
template-dpop = DPoP-proof met een access token, ES256
template-logout-token = Logout Token, RS256
template-entra-access = Access token zoals van Microsoft Entra ID, RS256
template-entra-id = ID Token zoals van Microsoft Entra ID, RS256
template-sd-jwt-vc = SD-JWT VC, ES256
template-broken-expired = Expres stuk: verlopen
template-broken-not-yet-valid = Expres stuk: nog niet geldig
template-broken-audience = Expres stuk: voor een andere audience
template-broken-none = Expres stuk: alg none
template-broken-stripped = Expres stuk: handtekening weggehaald
template-broken-confusion = Expres stuk: algorithm confusion, HS256 met een publieke sleutel
template-broken-own-key = Expres stuk: brengt zijn eigen sleutel mee in jwk
template-broken-crit = Expres stuk: onbekende crit
template-plain = Gewoon token, HS256
template-workshop-patient = Workshop: Patient
template-workshop-healthcare-company = Workshop: HealthcareCompany
template-workshop-internal = Workshop: Internal
template-client-assertion = Koppeltaal-client assertion, RS512
template-hti-launch = HTI-launch, RS512

# De keuze.
profile-label = Soort token
profile-proposed = Het lijkt op: { $profile }
profile-none-proposed = Geen die hier bekend is
profile-no = Toets het aan geen enkele
profile-fits = Het houdt zich aan elke regel van zijn soort die hier te controleren is.
