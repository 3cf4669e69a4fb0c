### Wat op de pagina zelf staat: namen van schermen, velden en knoppen, en de woorden van de oordelen.

brand = JWT debugger
skip = Naar de inhoud
nav-label = Schermen
nav-inspect = Bekijken
nav-sign = Ondertekenen
nav-keys = Sleutels
nav-learn = Leren
nav-self-test = Zelftest
language-missed = { $language } kon niet worden geladen. De pagina gaat verder in de taal die ze had.

copy = Kopiëren
copied = Gekopieerd
copy-failed = Niet gekopieerd: selecteer de tekst zelf
clear = Wissen

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
signature-number = Handtekening { $count }:
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

## Een fout van de pagina zelf

fault-title = Deze pagina werkt niet meer
fault-text = Er zat een fout in de pagina zelf. Wat je typte staat nog in de velden: kopieer wat je nodig hebt en laad de pagina dan opnieuw. Er is niets verstuurd. De regels hieronder zijn voor wie de fout meldt.
fault-again = Pagina opnieuw laden
