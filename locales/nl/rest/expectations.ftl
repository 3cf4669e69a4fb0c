### Wat naast een token staat, en een klok die niet te lezen is.

# Wat naast het token staat.
claims-hash-match = { $claim } is de hash van wat naast het token staat: ze horen bij elkaar.
claims-hash-mismatch = { $claim } is { $found }; wat naast het token staat, geeft { $expected }. Ze horen niet bij elkaar.
claims-hash-whole = { $claim } is de hele hash, { $found }; OpenID Connect Core §3.1.3.6 wil de linkerhelft, { $expected }.
claims-hash-other = { $claim } is gemaakt met { $hash }; de alg van het token zelf vraagt om een andere hash, en die geeft { $expected } en niet { $found }.
claims-hash-missing = Er is geen { $claim }, dus het token zegt niet of het hoort bij wat ernaast staat.
claims-hash-unknown = { $claim } is niet te controleren: welke hash bij { $alg } hoort, is niet vastgelegd.
claims-key-match = Het token is gebonden aan de sleutel ernaast: de thumbprint is { $found }.
claims-key-mismatch = Het token is gebonden aan de sleutel met thumbprint { $found }; de sleutel ernaast heeft { $expected }.
claims-key-unreadable = De sleutel naast het token is niet te lezen: geef een publieke JWK, een JWK Thumbprint of een DPoP-proof.

# De klok.
clock-unreadable = Verwacht: { $expected }. Gevonden: “{ $found }”, op teken { $position }.
clock-unreadable-end = Verwacht: { $expected }. De tekst eindigt op teken { $position }.
clock-no-such-date = Het moment { $found } bestaat niet.
clock-out-of-range = { $found } is te groot voor een moment.
clock-milliseconds = { $found } lijkt in milliseconden te staan; de klok rekent in seconden: { $meant }.
clock-expected-start = een aantal seconden, of een datum zoals 2026-01-31
clock-expected-dash = “-”
clock-expected-month = een maand van twee cijfers
clock-expected-day = een dag van twee cijfers
clock-expected-time-mark = “T” en een tijd, of het eind
clock-expected-hour = uren van twee cijfers
clock-expected-colon = “:”
clock-expected-minute = minuten van twee cijfers
clock-expected-second = seconden van twee cijfers
clock-expected-fraction = een cijfer achter de punt
clock-expected-zone = “Z”, een verschil zoals +01:00, of het eind
clock-expected-end = het eind

# De velden en de klok.
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
