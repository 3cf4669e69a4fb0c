### Wat een token belet om correct gevormd te zijn, en waar. De namen van de delen hebben hun lidwoord
### bij zich, dus geen zin begint ermee.

part-token = het token
part-header = de header
part-unprotected-header = de unprotected header
part-recipient-header = de header van een ontvanger
part-payload = de payload
part-signature = de handtekening
part-encrypted-key = de encrypted key
part-iv = de initialization vector
part-ciphertext = de ciphertext
part-tag = de authentication tag
part-aad = de additional authenticated data
part-disclosure = de Disclosure
part-key-binding = de Key Binding JWT
part-unknown = een deel zonder rol

## Het aantal delen

structure-parts-jws = Verwacht: 3 delen, gescheiden door 2 punten. Gevonden: { $found } (RFC 7515 §7.1).
structure-parts-jwe = De header heeft “enc”, dus dit is een JWE. Verwacht: 5 delen, gescheiden door 4 punten. Gevonden: { $found } (RFC 7516 §7.1).
structure-parts-unknown = Verwacht: 3 delen (JWS) of 5 delen (JWE). Gevonden: { $found }.
structure-dot-doubled = Verwacht: { $expected } delen. Gevonden: { $found }, want de punt in regel { $line }, kolom { $column } staat er dubbel.
structure-dot-missing = Verwacht: { $expected } delen. Gevonden: { $found }, want in regel { $line }, kolom { $column }, aan het eind van { $part }, ontbreekt een punt.
structure-part-empty = Er staat niets in { $part }. Verwacht: base64url-tekens in regel { $line }, kolom { $column }.
structure-cut-off = Een deel is afgekapt, namelijk { $part }: in regel { $line }, kolom { $column } staat een beletselteken in plaats van het eind.

## Base64url

structure-standard-alphabet = In { $part } staat “{ $character }” op teken { $position } (regel { $line }, kolom { $column }). Verwacht: het base64url-alfabet, dat daarvoor “-” en “_” heeft (RFC 7515 §2).
structure-padding = In { $part } staat “=” als padding op teken { $position } (regel { $line }, kolom { $column }). Verwacht: base64url zonder padding (RFC 7515 §2).
structure-white-space = In { $part } staat witruimte op teken { $position } (regel { $line }, kolom { $column }).
structure-percent-encoded = In { $part } staat een percent-gecodeerd teken op teken { $position } (regel { $line }, kolom { $column }).
structure-invisible-character = In { $part } staat een onzichtbaar teken, { $code-point }, op teken { $position } (regel { $line }, kolom { $column }). Verwacht: een base64url-teken.
structure-foreign-letter = In { $part } staat “{ $character }” ({ $code-point }) op teken { $position } (regel { $line }, kolom { $column }): een letter, maar geen van A–Z en a–z.
structure-foreign-character = In { $part } staat “{ $character }” ({ $code-point }) op teken { $position } (regel { $line }, kolom { $column }). Verwacht: een base64url-teken, dus A–Z, a–z, 0–9, “-” of “_”.
structure-trailing-bits = Het laatste teken van { $part }, “{ $character }” in regel { $line }, kolom { $column }, bevat bits die bij geen byte horen. Die moeten nul zijn (RFC 4648 §3.5).
structure-length = De lengte van { $part } is { $length } tekens, en dat past bij geen enkel aantal bytes: er ontbreekt een teken of er is er een te veel.
structure-more-deviations = Op nog { $count } plaatsen in { $part } is het net zo.
structure-more-deviations-one = Op nog één plaats in { $part } is het net zo.

## JSON

structure-not-json = Er staat geen JSON-tekst in { $part }; het begint met: { $found }.
structure-json = De JSON in { $part } is niet correct. Verwacht: { $expected }. Gevonden: { $found }, in regel { $json-line }, kolom { $json-column } daarvan (in wat je plakte: regel { $line }, kolom { $column }).
structure-invalid-utf8 = De bytes van { $part } zijn geen geldige UTF-8: byte { $found } op positie { $offset } (in wat je plakte: regel { $line }, kolom { $column }).
structure-bom = Aan het begin van { $part } staat een byte order mark, U+FEFF. Verwacht: JSON-tekst zonder zo’n teken (RFC 8259 §8.1).
structure-header-not-object = De header is { $found }. Verwacht: een JSON-object (RFC 7515 §4).
structure-json-text = De JSON-tekst is niet correct. Verwacht: { $expected }. Gevonden: { $found }, in regel { $line }, kolom { $column }.

json-value = een waarde
json-name-or-end = een naam tussen aanhalingstekens of een sluitaccolade
json-name = een naam tussen aanhalingstekens
json-colon = een dubbele punt
json-comma-or-end = een komma of het sluithaakje
json-end = het eind van de tekst
json-digit = een cijfer
json-quote = het sluitende aanhalingsteken
json-escape = een escape die JSON kent
json-surrogate-pair = de tweede helft van een surrogate pair
json-no-control = een escape in plaats van een stuurteken
json-utf8 = geldige UTF-8
json-no-bom = geen byte order mark
json-shallower = minder diepe nesting
found-end = het eind van de tekst

## JSON Serialization en SD-JWT

structure-member-type = “{ $name }” is { $found }. Verwacht: { $expected }.
structure-member-missing = “{ $name }” ontbreekt in regel { $line }, kolom { $column }.
structure-member-twice = “{ $name }” staat er twee keer. Welke telt, zou een gok zijn.
structure-both-forms = “signature” en “signatures” staan naast elkaar. Een token heeft er één van (RFC 7515 §7.2).
structure-disclosure = Een Disclosure is geen array van drie elementen, of van twee (RFC 9901 §4.2).
structure-key-binding = De Key Binding JWT heeft { $found } delen. Verwacht: 3 (RFC 9901 §4.3).

sd-jwt-hash-unknown = “_sd_alg” noemt een hashfunctie die hier niet bekend is, dus geen enkele digest is te berekenen (RFC 9901 §4.1.1).
sd-jwt-disclosure-twice = Dezelfde Disclosure is twee keer gegeven.
sd-jwt-not-referenced = Geen digest in de payload hoort bij deze Disclosure: { $digest } staat nergens. De SD-JWT moet worden geweigerd (RFC 9901 §7.1).
sd-jwt-digest-twice = De digest { $digest } staat twee keer in de payload. De SD-JWT moet worden geweigerd (RFC 9901 §7.1).
sd-jwt-digests-malformed = “_sd” is geen array van strings. De SD-JWT moet worden geweigerd (RFC 9901 §7.1).
sd-jwt-wrong-kind = Deze Disclosure heeft de vorm van een andere plaats: een veld heeft een naam, een element van een array niet (RFC 9901 §7.1).
sd-jwt-name-forbidden = Deze Disclosure heeft de naam “{ $name }”, en die is niet toegestaan (RFC 9901 §7.1).
sd-jwt-name-taken = Deze Disclosure heeft de naam “{ $name }”, en die staat al in hetzelfde object (RFC 9901 §7.1).
sd-jwt-disclosure-malformed = Dit is geen Disclosure: strikte base64url van een array van een salt, een naam en een waarde, of van een salt en een waarde (RFC 9901 §4.2). De SD-JWT moet worden geweigerd (RFC 9901 §7.1).
sd-jwt-ellipsis = “...” staat waar het geen digest van een array-element noemt (RFC 9901 §4.2.4.2).
sd-jwt-too-deep = De waarden staan te diep in elkaar om ze te kunnen volgen.
