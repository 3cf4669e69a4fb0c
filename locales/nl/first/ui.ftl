### Wat op de pagina zelf staat: namen van schermen, velden en knoppen, en de woorden van de oordelen.

brand = JWT debugger
skip = Naar de inhoud
nav-label = Schermen
nav-inspect = Bekijken
nav-sign = Ondertekenen
nav-keys = Sleutels
nav-learn = Leren
nav-self-test = Zelftest
language-label = Taal
language-missed = { $language } kon niet worden geladen. De pagina gaat verder in de taal die ze had.
theme-label = Thema
theme-system = Systeem
theme-light = Licht
theme-dark = Donker

copy = Kopiëren
copied = Gekopieerd
copy-failed = Niet gekopieerd
clear = Wissen
cancel = Annuleren

## Het token

token-label = Token
window-says = { $count } bytes worden bewaard; je ziet hier byte { $start } tot { $end }.
window-earlier = Eerder
window-later = Later
window-undo = Ongedaan maken
window-copy = De hele tekst kopiëren
window-search = Zoek in de hele tekst
window-find = Zoek volgende
token-placeholder = Plak een token, of waar het ook in staat: een curl-regel, een JSON-antwoord, een cookie, een logregel.
token-parts-label = Het token, gekleurd per deel
token-picker = In deze tekst staan meerdere tokens. Bekijk:
characters-more = … nog { $count } tekens
characters-more-one = … nog { $count } teken
rows-more = Nog { $count } velden staan hier niet; de JSON-weergave heeft ze allemaal.
rows-more-one = Nog { $count } veld staat hier niet; de JSON-weergave heeft het wel.

chip-header = Header
chip-unprotected-header = Unprotected header
chip-recipient-header = Header van ontvanger
chip-payload = Payload
chip-signature = Handtekening
chip-encrypted-key = Encrypted key
chip-iv = Initialization vector
chip-ciphertext = Ciphertext
chip-tag = Authentication tag
chip-aad = Additional data
chip-disclosure = Disclosure
chip-key-binding = Key binding
chip-unknown = Onbekend deel

## De sleutel

key-label = Sleutel
key-placeholder = Een geheim, PEM, JWK of JWK Set. Een regel of een heel bestand met instellingen kan ook: het geheim wordt gevonden.
key-none = Nog geen sleutel: de handtekening kan niet worden gecontroleerd.
key-reading = Lezen…
key-fetched = Opgehaald van { $url } toen je klikte, { $time }.
key-fetched-elsewhere = Opgehaald toen je klikte, { $time }: je vroeg het aan { $asked }, en het antwoord kwam van een ander adres, { $url }.
key-fetched-named = Het token noemt dit adres zelf, in { $parameter }, dus op zichzelf bewijst het niets.
key-used = Sleutel: { $key }
key-kid = kid { $kid }
key-thumbprint = JWK Thumbprint (RFC 7638, SHA-256): { $thumbprint }
key-thumbprint-uri = Dezelfde als URI (RFC 9278): { $uri }
key-offered-url = Zet de jwks_uri in het URL-veld
keys-considered = Sleutels die zijn bekeken
reading-label = Lees een los geheim als
reading-utf8 = UTF-8
reading-base64 = base64
reading-base64url = base64url
reading-hex = hex
link-key-private = Het adres van deze pagina bracht een privésleutel mee. Die is niet gebruikt: een privésleutel in een adres heeft in een geschiedenis gestaan, en wie de link stuurde, kent hem.
link-key-secret = Het adres van deze pagina bracht een geheim mee, of tekst die er een kan zijn. Dat is niet gebruikt: wie de link stuurde, zou bepalen wat hier klopt. Geef de sleutel zelf.

jwks-title = De sleutel ophalen
jwks-url = URL van een JWK Set, discovery-document of uitgever
jwks-url-placeholder = https://…/.well-known/jwks.json
jwks-fetch = Ophalen
jwks-will-get = Een klik vraagt precies dit op:
jwks-bad-url = Dit is geen http- of https-URL, dus die kan niet worden opgevraagd.
jwks-bad-credentials = In deze URL staat een gebruikersnaam of wachtwoord. Laat dat weg: het zou worden meegestuurd.
jwks-fetch-this = { $url } ophalen
jwks-offers-typed = Is dat een uitgever, dan zijn de sleutels misschien ook zo te vinden:
jwks-offers-issuer = De uitgever van het token (iss) publiceert zijn sleutels misschien zo:
jwks-offers-named = Het token noemt dit adres zelf. Een aanvaller kan een eigen adres noemen (RFC 8725 §3.10): haal het alleen op als je de host kent.
jwks-no-url = Er wordt niets opgevraagd voordat je klikt.

## Verwachtingen en de klok

expectations-title = De claims beoordelen
clock-label = Op dit moment
clock-placeholder = nu
clock-now = Nu: { $local } · { $utc }
clock-set = Gezet op { $local } · { $utc }
clock-not-read = Tot dan staat de klok op nu.
clock-minus-hour = −1 u
clock-minus-minutes = −5 min.
clock-plus-minutes = +5 min.
clock-plus-hour = +1 u
clock-reset = Nu
expect-iss = Verwachte iss
expect-aud = Verwachte aud
expect-any = alles
expect-leeway = Speling, s
expect-zero = 0

## De oordelen

verdicts-label = Oordelen
reasons-full = De redenen voluit
verdict-structure = Structuur
verdict-signature = Handtekening
verdict-claims = Claims

structure-word-empty = Leeg
structure-word-ok = Correct
structure-word-repaired = Hersteld
structure-word-damaged = Beschadigd
structure-why-empty = Is dit een correct gevormd token?
structure-why-claims-json = Dit is een JWT Claims Set als JSON-tekst, geen token.
structure-why-header-json = Dit is een JOSE Header als JSON-tekst, geen token.
structure-why-key = Dit is een sleutel, geen token.
structure-why-nothing = Er staat geen token in deze tekst.
structure-why-well-formed = { $family }, { $serialization }: { $parts } delen, { $bytes } bytes.
family-jws = JWS
family-jwe = JWE
family-sd-jwt = SD-JWT
family-unknown = Onbekend
serialization-compact = Compact Serialization
serialization-flattened = Flattened JSON Serialization
serialization-general = General JSON Serialization

signature-word-unchecked = Niet gecontroleerd
signature-word-checking = Bezig
signature-word-valid = Geldig
signature-word-self-asserted = Zelfverklaard
signature-word-invalid = Ongeldig
signature-word-unsecured = Onbeveiligd
signature-word-unsupported = Niet ondersteund
signature-word-key-error = Sleutelfout
signature-word-encrypted = Versleuteld
signature-word-decrypted = Ontsleuteld
signature-word-decrypt-failed = Niet ontsleuteld
signature-why-no-token = Wie staat ervoor in?
signature-why-checking = De worker is ermee bezig.
worker-none = Het deel van deze pagina met de cryptografie kon niet starten, dus er kan niets worden gecontroleerd of ondertekend. Lezen gaat gewoon door.
worker-stopped = Het deel van deze pagina met de cryptografie stopte terwijl het hiermee bezig was. Voor de volgende vraag start het opnieuw.

claims-word-none = Geen
claims-word-ok = Gelden
claims-word-expired = Verlopen
claims-word-not-yet-valid = Nog niet geldig
claims-word-mismatch = Wijkt af
claims-word-malformed = Misvormd

## Waarom de handtekening niet klopt

diagnosis-title = Waarom
diagnosis-looking = Proberen waar het meestal aan ligt…
diagnosis-stopped = Het zoeken is gestopt voordat de reden was gevonden.
diagnosis-again = Zoek opnieuw
diagnosis-apply = Voer deze wijziging door

## Wat is gelezen

faults-title = Wat niet te lezen is
decoded-label = Gedecodeerd token
tab-json = JSON
json-fold = Invouwen
json-unfold = Uitvouwen
tab-claims = Claims
tab-bytes = Bytes
header-label = Header
payload-label = Payload
copy-header = De header kopiëren
copy-payload = De payload kopiëren
edit-as-draft = Als concept bewerken
part-absent = Dit token heeft zo’n deel niet.
part-encrypted = Versleuteld: het staat in de Ciphertext.
part-detached = Detached: de inhoud staat niet in het token.
part-empty = Leeg.
part-text = Dit is geen JSON. Als tekst:
part-binary = Dit is geen JSON en geen tekst. Als bytes:
claims-name = Naam
claims-value = Waarde
claims-meaning = Betekenis
timeline-title = Beoordeeld op dit moment
timeline-drag = Klok; sleep om op een ander moment te beoordelen
findings-title = Bevindingen
severity-info = Opmerking
severity-warning = Waarschuwing
severity-danger = Gevaar

offer-json-title = Gedecodeerde JSON
offer-json = In deze tekst staat geen handtekening, dus er is niets te controleren. Er kan een token van komen: het scherm Ondertekenen neemt hem als concept.
offer-json-button = Openen in Ondertekenen
offer-key-title = Een sleutel
offer-key = Die hoort in het sleutelvak. Plak daarna het token dat ermee gecontroleerd moet worden.
offer-key-button = Als sleutel gebruiken

## De lege pagina

welcome-title = Plak een token en zie wat erin staat
welcome-lead = Het wordt gedecodeerd terwijl je plakt. Geef een sleutel en je weet of de handtekening klopt, en zo niet, waarom niet.
welcome-examples = Of begin met een voorbeeld
welcome-promise = Niets verlaat deze pagina: je eigen browser decodeert, controleert en ondertekent. Het enige verzoek dat ze kan doen, is om een JWK Set waarvan je de precieze URL ziet en aanklikt, en hieronder telt ze haar verzoeken.
example-workshop = Workshoptoken
    .hint = HS256 met zijn geheim, nog geldig
example-expired = Verlopen
    .hint = De handtekening klopt, de tijd niet
example-tampered = Vervalst
    .hint = De rol is na het ondertekenen veranderd
example-assertion = Client assertion
    .hint = Koppeltaal, RS512 met zijn JWK Set
example-launch = HTI-launch
    .hint = Koppeltaal, RS512, vijf minuten geldig
example-curl = In een curl-regel
    .hint = Bearer token in een shell-opdracht
example-unsecured = Onbeveiligd
    .hint = alg none: niemand staat ervoor in
example-encrypted = Versleuteld
    .hint = JWE: vijf delen, geen leesbare payload

requests-label = Verzoeken gedaan:
requests-hint = Geteld sinds de pagina klaar was, voor zover de pagina het zelf kan zien; haar eigen bestanden tellen niet mee.
requests-none = Nog geen.
footer-promise = Niets wat je plakt, verlaat deze pagina.
build-label = Build

## Ondertekenen

sign-template = Sjabloon
sign-template-none = Geen: begin leeg
sign-template-hint = Vult header en payload; de tijden tellen vanaf de klok van het scherm Bekijken.
sign-key-label = Sleutel om mee te ondertekenen
sign-key-placeholder = Een geheim, of een privésleutel als PEM of JWK.
sign-key-from-inspect = De sleutel van het scherm Bekijken gebruiken
sign-output = Token
sign-open = Openen in Bekijken
sign-release = Dit concept ondertekenen
sign-agree-unsecured = Maak het toch: een token waar niemand voor instaat
copy-token = Het token kopiëren
sign-state-empty = Schrijf een header en een payload, of kies een sjabloon.
sign-state-no-key = Geef een sleutel, en het token verschijnt hier terwijl je typt.
sign-state-held = Een concept, nog niet ondertekend. Ondertekenen maakt een nieuw token; het token dat je bekeek blijft zoals het is.
sign-state-signing = Ondertekenen…
sign-state-good = Ondertekend. Het volgt elke wijziging.
sign-state-outdated = Verouderd: dit is het laatste token dat ondertekend kon worden.
sign-state-none = Er is geen token.
json-fault = Regel { $line }, kolom { $column }: verwacht werd { $expected }, er staat { $found }.
json-no-object = Dit is JSON, maar geen object.
json-pretty = Ingesprongen
json-compact = Compact

# Tokens in tokens, duur werk, losse inhoud, meerdere handtekeningen, Disclosures.
trail-label = Tokens in tokens
trail-level = Niveau { $count }: { $token }
trail-inside = Bekijk het token binnenin
nested-too-deep = Er zit nog een token in. Tokens in tokens worden { $deepest } niveaus diep getoond; kopieer de payload en plak die om verder te gaan.
work-asks = Dit openen duurt lang, dus het wacht op jou.
work-agree = Ga door
work-running = Bezig; de pagina blijft bruikbaar.
work-cancel = Annuleren
content-label = Losse inhoud (detached)
content-hint = Dit token is ondertekend over inhoud die ernaast reist. Plak die precies: elk teken telt.
content-crlf = De regeleinden zijn CR LF
content-without = Haal weg
key-password = Wachtwoord van de privésleutel
signatures-title = Handtekeningen
signature-number = Handtekening { $count }:

# Wat voor soort token het is, het verslag, het rekenwerk.
profile-label = Soort token
profile-proposed = Het lijkt op: { $profile }
profile-none-proposed = Geen die hier bekend is
profile-no = Toets het aan geen enkele
profile-fits = Het houdt zich aan elke regel van zijn soort die hier te controleren is.
report-label = Neem het antwoord mee
report-print = Afdrukken
report-copy-markdown = Kopiëren als Markdown
report-copy-json = Kopiëren als JSON
report-copy-redacted = Kopiëren voor een ticket, zonder waarden
report-copy-redacted-json = Hetzelfde als JSON
report-redacted-hint = Voor een ticket blijven geregistreerde namen en de soorten waarden staan; alle waarden gaan weg.
arithmetic-title = Toon het rekenwerk
arithmetic-none = Er is nog niets te berekenen.
expect-more = Meer verwachtingen
expect-sub = Subject (sub)
expect-nonce = Nonce (nonce)
expect-typ = Type (typ)
expect-algs = Algoritmen (alg), een of meer
expect-max-age = Hoogste leeftijd in seconden
expect-beside = Wat naast het token staat
expect-access-token = Access token, voor at_hash of ath
expect-code = Authorization code, voor c_hash
expect-key = Publieke JWK, JWK Thumbprint of DPoP-proof, voor cnf
beside-named = Dit token noemt met een hash wat ernaast staat: { $claims }. Plak dat hier en zie of ze bij elkaar horen.
beside-none = Dit token noemt niets dat ernaast staat.
