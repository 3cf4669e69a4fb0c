### Versleutelde tokens (JWE) openen: wat ervan kwam en waarom. `{ $key }` is een naam zoals `RSA 2048`.

decrypt-no-token = Er is geen versleuteld token om te openen.
decrypt-no-key = Versleuteld; de inhoud is alleen met een sleutel te lezen.
decrypt-no-key-kid = Versleuteld; de inhoud is alleen met de sleutel { $kid } te lezen.
decrypt-opened = Geopend met { $key }, { $why }, met { $alg } en { $enc }: { $count } bytes, precies zoals ze zijn verstuurd.
decrypt-opened-one = Geopend met { $key }, { $why }, met { $alg } en { $enc }: { $count } byte, precies zoals die is verstuurd.
decrypt-costly = De sleutel uit het wachtwoord afleiden kost { $rounds } rondes, hier ongeveer { $time }. Dat wacht op je klik.
decrypt-large = Uitgepakt is de inhoud groter dan { $limit } bytes. Uitpakken tot { $most } duurt ongeveer { $time }; dat wacht op je klik.

# Wat het dicht houdt.
decrypt-no-recipient = Het token noemt geen ontvanger.
decrypt-alg-missing = De header heeft geen alg, dus hoe de sleutel is versleuteld, is niet bekend (RFC 7516 §4.1.1).
decrypt-enc-missing = De header heeft geen enc, dus hoe de inhoud is versleuteld, is niet bekend (RFC 7516 §4.1.2).
decrypt-alg-unknown = Het algoritme { $alg } is hier niet bekend.
decrypt-enc-unknown = De content encryption { $enc } is hier niet bekend.
decrypt-zip-unknown = De compressie { $zip } is hier niet bekend; DEF wel (RFC 7516 §4.1.3).
decrypt-segment-count = Een compacte JWE heeft vijf segmenten; deze heeft er { $count } (RFC 7516 §7.1).
decrypt-part-changed = Strikt gelezen is { $part } geen base64url (RFC 7515 §2).
decrypt-header-not-json = De header is geen correcte JSON (RFC 7516 §5.2).
decrypt-repeated-names = De header heeft { $names } meer dan eens, en RFC 7516 §4 verbiedt dat te accepteren.
decrypt-name-in-several = { $names } staat in meer dan één header, en dat verbiedt RFC 7516 §7.2.1.
decrypt-zip-unprotected = zip staat buiten de protected header, en dat verbiedt RFC 7516 §4.1.3.
decrypt-crit-unprotected = crit staat buiten de protected header, en dat verbiedt RFC 7516 §4.1.13.
decrypt-crit-malformed = crit moet een array van minstens één naam zijn (RFC 7516 §4.1.13).
decrypt-crit-unknown = crit noemt { $names }, dat hier niet bekend is, dus het token mag niet worden geaccepteerd (RFC 7516 §4.1.13).
decrypt-parameter-unreadable = De { $name } van de header is niet te lezen.
decrypt-epk-private = De epk van de header moet een publieke sleutel zijn (RFC 7518 §4.6.1.1), en in deze zit een privésleutel of een geheim.
decrypt-password = Het wachtwoord opent dit token niet.
decrypt-all-failed = Geen van de { $count } geprobeerde sleutels opent dit { $alg }-token.

# De sleutel.
decrypt-key-unreadable = De sleutel is niet te lezen.
decrypt-kid-absent = Het token noemt de sleutel { $kid }, en die zit niet in de set; in de set zit { $kids }.
decrypt-needs-password = { $alg } vraagt om een wachtwoord; dit is { $found }.
decrypt-needs-secret = { $alg } vraagt om een gedeeld geheim; dit is { $found }.
decrypt-needs-rsa = { $alg } vraagt om een RSA-sleutel; dit is { $found }.
decrypt-needs-agreement = { $alg } vraagt om een EC-sleutel of een X25519- of X448-sleutel; dit is { $found }.
decrypt-candidate-opens = Geprobeerd, { $why }: opent het token.
decrypt-candidate-fails = Geprobeerd, { $why }: { $cause }
decrypt-candidate-length = Geprobeerd, { $why }: de lengte van { $part } is { $found } bytes en dat moeten er { $expected } zijn.
decrypt-candidate-parameter = Geprobeerd, { $why }: de { $name } van de header ontbreekt of heeft een waarde die het algoritme niet toestaat.
decrypt-candidate-costly = Niet geprobeerd, { $why }: de sleutel uit het wachtwoord afleiden kost { $rounds } rondes, en { $limit } zijn toegestaan.
decrypt-candidate-large = Geprobeerd, { $why }: het gaat open, maar uitgepakt is de inhoud groter dan { $limit } bytes.
decrypt-recipients-skipped = Nog { $count } ontvangers zijn niet geprobeerd.
decrypt-recipients-skipped-one = Nog { $count } ontvanger is niet geprobeerd.
decrypt-key-use = De sleutel zegt dat zijn use { $use } is, niet enc (RFC 7517 §4.2).
decrypt-key-ops = De key_ops van de sleutel staan dit gebruik niet toe: { $operations } (RFC 7517 §4.3).
decrypt-key-alg = De sleutel zegt dat hij voor { $key-alg } is; het token zegt { $alg } (RFC 7517 §4.4).
decrypt-kid-differs = Het token noemt de sleutel { $kid }; de sleutel die je gaf, heet { $key-kid }.
decrypt-certificate-differs = Het token noemt een ander certificaat dan dat van de sleutel die je gaf (RFC 7516 §4.1.9 en §4.1.10).
decrypt-weak-rsa15 = RSA1_5 lekt de sleutel aan wie een server vaak genoeg kan bevragen; gebruik liever RSA-OAEP (RFC 8725 §3.2).
decrypt-weak-pbes2 = Het wachtwoord is met maar { $rounds } rondes opgerekt; RFC 7518 §4.8.1.2 vraagt er minstens 1000.

# Wat de cryptografie zegt.
jwe-fault-length = De lengte van { $part } is { $found } bytes; dat moeten er { $expected } zijn.
jwe-fault-parameter-missing = De header mist { $name }, en het algoritme heeft dat nodig.
jwe-fault-parameter-wrong = De { $name } van de header heeft een waarde die het algoritme niet toestaat.
jwe-fault-key-not-opened = De encrypted key gaat niet open met deze sleutel: die is voor een andere gemaakt, of is veranderd.
jwe-fault-tag = De authentication tag past niet: dit is een andere sleutel, of er is iets in het token veranderd.
jwe-fault-too-costly = De sleutel uit het wachtwoord afleiden zou { $rounds } rondes kosten; meer dan { $limit } worden er niet gedaan.
jwe-fault-too-large = Uitgepakt is de inhoud groter dan { $limit } bytes; hij wordt niet uitgepakt.
jwe-fault-not-deflate = De header zegt dat de inhoud is ingepakt (zip), maar het is geen DEFLATE.
jwe-fault-decrypt-only = RSA1_5 wordt hier wel gelezen, maar niet geschreven: RFC 8725 §3.2 raadt het af.
jwe-part-cek = de content encryption key
jwe-part-key = de sleutel
jwe-part-encrypted-key = de encrypted key
jwe-part-iv = de initialization vector
jwe-part-tag = de authentication tag
jwe-part-ciphertext = de ciphertext
