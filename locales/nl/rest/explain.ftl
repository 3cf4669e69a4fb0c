### Wat er rond de uitleg van een naam en van zijn waarde wordt gezegd.

## Typen van waarden

type-string = tekst
type-stringoruri = tekst of een URI
type-audience = tekst of een lijst van teksten
type-numericdate = moment, als seconden sinds 1970
type-milliseconds = moment, als milliseconden sinds 1970
type-integer = geheel getal
type-boolean = waar of onwaar
type-boolstring = waar of onwaar, soms als tekst
type-object = object
type-objects = lijst van objecten
type-strings = lijst van teksten
type-array = lijst
type-words = woorden met spaties ertussen
type-uri = URI
type-email = e-mailadres
type-phone = telefoonnummer
type-language = taalcode
type-uuid = UUID
type-day = datum
type-iso = moment, als tekst
type-date = moment, als tekst
type-base64url = bytes als base64url
type-certificates = lijst van certificaten
type-jwk = JWK
type-jwks = JWK Set
type-jwt = token
type-fhirreference = verwijzing naar een FHIR-resource
type-any = elke waarde
claim-type = Waarde: { $type }

## Hoe een naam niet met andere botst

naming-registered = Een geregistreerde naam: die betekent overal hetzelfde.
naming-public = Een publieke naam die niet kan botsen, door het adres of domein erin: wie dat bezit, bepaalt wat hij betekent (RFC 7519 §4.2).
naming-unique = Een publieke naam die niet kan botsen, door de UUID of object identifier erin: die heeft niemand anders (RFC 7519 §2 en §4.2).
naming-private = Een eigen naam: afzender en ontvanger hebben hem afgesproken, en elders kan hij iets anders betekenen (RFC 7519 §4.3).
naming-short-public = Niet geregistreerd; een publieke naam die niet kan botsen
naming-short-private = Niet geregistreerd; een eigen naam
naming-member = Een naam binnen een ander veld, dat bepaalt wat hij betekent.

## Namen die hier niemand kent

name-unknown = Deze naam staat in geen register en in geen van de lijsten van dit programma. Alleen wie het token uitgaf, kan zeggen wat hij betekent.
name-within = Deel van { $parent }, dat bepaalt wat het betekent.
name-also = Anderen gebruiken deze naam ook:
name-nearest = Is { $nearest } bedoeld? Dat is de geregistreerde naam.
name-elsewhere-header = Dit is geregistreerd als Header Parameter; in de payload heeft het die betekenis niet.
name-elsewhere-payload = Dit is geregistreerd als claim; in de header van een ondertekend token heeft het die betekenis niet.
name-reading = { $origin } bedoelt ermee:

## Waarden

value-type-differs = Volgens de definitie is dit: { $expected }.
value-amr = De gebruiker heeft zo ingelogd: { $ways }.
value-amr-unknown = Niet geregistreerd als manier van inloggen: { $ways }.
value-alg-unknown = { $value } staat in geen register van algoritmen.
value-alg-case = { $value } is geen algoritme; { $meant } wel. Hoofdletters en kleine letters tellen hier.
value-typ-unknown = { $value } is geen soort token dat dit programma kent.

value-scopes = { $count } rechten: { $scopes }.
value-scopes-commas = Er staan komma’s in, maar tussen scopes horen spaties: dit is één scope met een vreemde naam.
value-scope-openid = { $scope }: vraagt wie de gebruiker is (OpenID Connect).
value-scope-profile = { $scope }: naam, foto en dergelijke van de gebruiker.
value-scope-email = { $scope }: het e-mailadres van de gebruiker.
value-scope-address = { $scope }: het postadres van de gebruiker.
value-scope-phone = { $scope }: het telefoonnummer van de gebruiker.
value-scope-offline-access = { $scope }: ook nieuwe tokens als de gebruiker er niet meer is (een refresh token).
value-scope-online-access = { $scope }: nieuwe tokens zolang de gebruiker er is (een refresh token).
value-scope-fhir-user = { $scope }: welke FHIR-resource de gebruiker is.
value-scope-launch = { $scope }: wat er openstond in het dossier toen de app werd gestart.
value-scope-launch-context = { $scope }: vraagt het systeem deze context, zoals een patiënt, te kiezen als de app start.
value-scope-default = { $scope }: alles wat van tevoren voor het programma is ingesteld.
value-scope-smart = { $scope }: { $what } { $rights }, { $whose }.
value-scope-smart-query = { $scope }: { $what } { $rights }, { $whose }, waarbij { $query }.
value-scope-smart-order = De letters van { $scope } staan in een andere volgorde dan c, r, u, d, s, of dubbel: een server kan die weigeren. Bedoeld is: { $what } { $rights }, { $whose }.

smart-whose-patient = van de ene patiënt in de context
smart-whose-user = voor zover de gebruiker dat mag
smart-whose-system = voor het programma zelf, zonder gebruiker
smart-all-resources = alle soorten resources
smart-right-create = aanmaken
smart-right-read = lezen
smart-right-update = wijzigen
smart-right-delete = verwijderen
smart-right-search = zoeken

fhir-activitydefinition = een definitie van een activiteit
fhir-appointment = een afspraak
fhir-careplan = een zorgplan
fhir-careteam = een zorgteam
fhir-consent = een toestemming
fhir-device = een apparaat
fhir-encounter = een bezoek of opname
fhir-endpoint = een technisch adres
fhir-group = een groep
fhir-healthcareservice = een dienst van een zorgorganisatie
fhir-location = een locatie
fhir-observation = een meting of waarneming
fhir-other = iets uit een zorgdossier
fhir-organization = een organisatie
fhir-patient = een patiënt
fhir-person = een persoon
fhir-plandefinition = een definitie van een plan
fhir-practitioner = een zorgverlener
fhir-practitionerrole = een zorgverlener in een bepaalde functie
fhir-relatedperson = een naaste van de patiënt
fhir-task = een taak

value-fhir-reference = Verwijst naar { $kind }: de FHIR-resource { $resource } met id { $id }.
value-fhir-address = Verwijst naar { $kind }: de FHIR-resource { $resource } met id { $id }, op de server in het adres.
value-fhir-expected = Hier werd een FHIR-verwijzing verwacht, zoals Patient/ en een id.

value-workshop-patient = Omdat de rol Patient is, is dit het ID van de patiënt.
value-workshop-company = Omdat de rol HealthcareCompany is, is dit de naam van de zorgorganisatie.
value-workshop-internal = Omdat de rol Internal is, is dit een van de eigen services van de workshop.
value-sub-kubernetes = Het service account { $account } in de namespace { $namespace }.
value-sub-github-ref = De repository { $repository }, op { $ref }.
value-sub-github-environment = De repository { $repository }, bij het uitrollen naar { $environment }.
value-sub-github-pull-request = De repository { $repository }, in een pull request.
    .watch = Iedereen die een pull request kan openen, kan zo’n token krijgen: vertrouw het geen uitrol toe.
value-sub-gitlab = Het project { $project }, op { $ref }.
value-sub-auth0 = Een gebruiker die via { $connection } heeft ingelogd en daar bekend is als { $id }.
value-sub-auth0-client = Het programma { $client } zelf, zonder gebruiker.
value-spiffe = Het programma { $path } in het trust domain { $domain }.
value-did = Een decentralised identifier (DID) van de soort { $method }.
value-entra-personal = De tenant van persoonlijke Microsoft-accounts, niet van een organisatie.
value-issuer = Een uitgever van { $origin }.
value-issuer-tenant = De tenant (organisatie) is { $tenant }.
value-issuer-realm = De realm is { $realm }.
value-issuer-project = Het project is { $project }.
value-issuer-pool = De user pool is { $pool }, in { $region }.

value-kid-thumbprint = Dit is de JWK Thumbprint (RFC 7638) van de sleutel die is gebruikt: de naam volgt uit de sleutel zelf.
value-kid-names-key = Dit is de `kid` van de sleutel die is gebruikt.
value-kid-like-thumbprint = Het heeft de vorm van een JWK Thumbprint (RFC 7638): 32 bytes als base64url.
value-kid-like-fingerprint = Het heeft de vorm van een vingerafdruk in hexadecimale cijfers.
value-jkt-signing-key = Dit is de thumbprint van de sleutel waarmee het token zelf is ondertekend.
value-bytes = { $count } bytes.
value-bytes-one = { $count } byte.
value-not-base64url = Dit is geen base64url.

value-uuid-random = Een willekeurige UUID (versie { $version }).
value-uuid-time = Een UUID met een moment erin (versie { $version }): { $at }.
    .watch = Hij verraadt wanneer hij is gemaakt, en de volgende zijn makkelijker te raden dan willekeurige.
value-uuid-address = Het netwerkadres van de computer die hem maakte, zit er ook in: { $address }.
value-uuid-name = Een UUID die uit een naam is berekend (versie { $version }): dezelfde naam geeft dezelfde UUID.
value-uuid-version = Een UUID van versie { $version }.
value-uuid-old = Heeft de vorm van een UUID, in een oudere indeling dan RFC 9562.
value-uuid-nil = De nil-UUID, allemaal nullen: meestal een waarde die nooit is ingevuld.
value-uuid-max = De max-UUID, allemaal enen.

value-url = Een adres op { $host }.
value-url-port = Een adres op { $host }, poort { $port }.
value-url-path = Een adres op { $host }: { $path }.
value-url-port-path = Een adres op { $host }, poort { $port }: { $path }.
value-url-query = Parameters: { $names }.
value-url-query-one = Parameter: { $names }.
value-url-fragment = Na het #: { $fragment }.
value-url-user = In dit adres staat een gebruikersnaam of wachtwoord.
    .watch = Iedereen die het token heeft, kan het lezen.
value-url-plain = http, geen https: wat daarheen gaat, kan onderweg worden gelezen en veranderd.

value-moment = { $at }.
value-moment-plausible = Het zou een moment kunnen zijn: { $at }.
value-moment-plausible-milliseconds = Het zou een moment in milliseconden kunnen zijn: { $at }.
value-moment-plausible-microseconds = Het zou een moment in microseconden kunnen zijn: { $at }.
value-moment-plausible-nanoseconds = Het zou een moment in nanoseconden kunnen zijn: { $at }.

value-token = In deze waarde zit een heel token.
value-json = In deze tekst zit JSON, die nog eens gelezen moet worden.
value-base64 = In base64 staat hier: { $content }
value-base64-json = In base64 is dit JSON: { $content }
value-base64-token = In base64 zit in deze waarde een heel token.
value-der = In base64 heeft dit de vorm van een certificaat of sleutel (DER, { $count } bytes).
