### Een token maken: waardoor een concept niet ondertekend kan worden, en wat er vreemd is aan een dat
### wel is ondertekend. En wat de cryptografie zegt van een sleutel, een bestand of een handtekening.

# De header van het concept.
sign-header-empty = De header is leeg. Een header noemt minstens het algoritme, zoals “alg”: “HS256”.
sign-header-not-json = De header is geen JSON. Regel { $line }, kolom { $column }: verwacht was { $expected }, gevonden is { $found }.
sign-header-not-object = De header is { $found }; een JOSE Header is een JSON-object.
sign-header-duplicate = De header heeft { $name } meer dan eens; lezers zijn het oneens over welke telt (RFC 7515 §4).
sign-alg-missing = De header heeft geen alg, dus er is niets om mee te ondertekenen. Bekend zijn { $known }.
sign-alg-not-string = alg moet een string zijn; het is { $found }.
sign-alg-unknown = Het algoritme { $alg } is hier niet bekend. Bekend zijn { $known }.
sign-alg-case = Het algoritme { $alg } bestaat niet; { $meant } wel. Hoofdletters en kleine letters tellen.
sign-alg-encrypts = { $alg } versleutelt. Een versleuteld token heeft ook enc nodig in de header, zoals A256GCM.
sign-alg-none = alg is none: het token zou onbeveiligd zijn, door niemand ondertekend.
    .advice = Elke lezer hoort zo’n token te weigeren. Wil je testen of een lezer dat doet, stem er dan mee in.
sign-b64-not-boolean = b64 moet true of false zijn (RFC 7797 §3).
sign-b64-not-critical = b64 is false, dus crit moet b64 noemen (RFC 7797 §6). Lezers die b64 niet kennen, zouden de payload verkeerd lezen.
sign-crit-malformed = crit moet een array van minstens één naam zijn (RFC 7515 §4.1.11).
sign-crit-absent = crit noemt { $name }, en dat staat niet in de header (RFC 7515 §4.1.11).
sign-crit-unknown = crit noemt { $name }: lezers die het niet kennen, moeten het token weigeren.

# De payload van het concept. Die wordt hoe dan ook ondertekend.
sign-payload-broken = De payload begint als JSON en breekt af. Regel { $line }, kolom { $column }: verwacht was { $expected }, gevonden is { $found }.
sign-payload-not-json = Ondertekend, maar de payload is geen JSON, dus het token is geen JWT. Regel { $line }, kolom { $column }: verwacht was { $expected }, gevonden is { $found }.
sign-payload-not-object = Ondertekend, maar de payload is { $found }; een JWT Claims Set is een JSON-object.
sign-payload-duplicate = Ondertekend, maar de payload heeft { $name } meer dan eens; lezers zijn het oneens over welke telt (RFC 7519 §4).
sign-payload-detached = Wat in regel { $line }, kolom { $column } van de payload staat, kan bij b64: false niet in het token staan. De payload is detached: geef hem naast het token aan de lezer (RFC 7797 §5.2).

# De sleutel van het concept.
sign-key-missing = Ondertekenen met { $alg } vraagt om een sleutel van de soort { $needs }.
sign-key-unreadable = De sleutel is niet te lezen.
sign-key-type = { $alg } vraagt om { $needs }; dit is { $found }.
sign-key-public = { $alg } ondertekent met de privésleutel; van { $found } is hier alleen de publieke helft.
sign-kid-absent = Geen sleutel die kan ondertekenen heet { $kid }. Die het wel kunnen, zijn { $kids }.
sign-kid-differs = De header zegt kid { $kid }; de sleutel die ondertekende is { $own }. Wie hem in een JWK Set opzoekt, vindt hem niet.
sign-key-first = { $count } sleutels kunnen dit ondertekenen; de eerste heeft het gedaan.
sign-key-alg = De sleutel zegt dat hij voor { $found } is, niet voor { $alg }.
sign-key-use = De sleutel zegt dat hij voor versleutelen is (use: enc).
sign-key-ops = De key_ops van de sleutel zijn { $found }, zonder sign.

# Versleutelen in plaats van ondertekenen.
sign-jwe-key-missing = Versleutelen met { $alg } vraagt om de sleutel van de ontvanger, een gedeeld geheim of een wachtwoord.
sign-jwe-key-first = { $count } sleutels passen; het is voor de eerste versleuteld.
sign-jwe-made = { $name } wordt bij het versleutelen gemaakt; laat het weg uit de header.
sign-jwe-weak-password = Het wachtwoord is kort; korte wachtwoorden zijn te vinden door te proberen.

# Ondertekend, met deze waarschuwingen.
sign-unsecured = Dit token is onbeveiligd: iedereen kan het maken en veranderen.
sign-weak-hmac = Het geheim heeft { $bits } bits; { $alg } vraagt er minstens { $minimum } (RFC 7518 §3.2). Korte geheimen zijn te vinden door te proberen.
sign-weak-rsa = De RSA-sleutel heeft { $bits } bits; JOSE vraagt er minstens 2048 (RFC 7518 §3.3).
sign-rsa-exponent = De publieke exponent van de RSA-sleutel is { $exponent }; tegenwoordig wordt 65537 of meer gevraagd (FIPS 186-5 §5.1).
sign-eddsa-polymorphic = EdDSA zegt niet welke curve het bedoelt. RFC 9864 vervangt het door Ed25519 en Ed448; oudere lezers kennen alleen EdDSA.

# Waarom een handtekening niet klopt.
signature-mismatch = De handtekening hoort bij andere inhoud of bij een andere sleutel.
signature-wrong-key-type = De sleutel is van een ander soort dan het algoritme nodig heeft.
signature-wrong-length = De handtekening heeft { $found } bytes; met dit algoritme en deze sleutel heeft ze er { $expected }.

# Wat er mis is met de getallen van een sleutel.
key-no-private-half = Van deze sleutel is er alleen de publieke helft.
key-pair-differs = De privéhelft van de sleutel hoort bij een andere publieke helft: niets wat hij ondertekent zou kloppen.
key-unusable = Deze getallen zijn geen bruikbare sleutel.
rsa-modulus-even = De RSA-modulus is even of nul, en dat is geen product van twee priemgetallen.
rsa-modulus-too-large = De RSA-modulus heeft meer dan 16384 bits: er wordt niet mee gerekend, zodat niets vastloopt.
rsa-modulus-too-short-for-hash = De RSA-modulus is te kort voor een handtekening met deze hash.
rsa-exponent-too-small = De publieke exponent van de RSA-sleutel is 0 of 1: iedereen zou zulke handtekeningen kunnen maken.
rsa-exponent-even = De publieke exponent van de RSA-sleutel is even, en dat heeft geen RSA-sleutel.
rsa-exponent-too-large = De publieke exponent van de RSA-sleutel is groter dan 256 bits of dan de modulus.
rsa-exponent-too-large-to-sign = De publieke exponent van de RSA-sleutel is groter dan 2^33: met zo’n sleutel kun je hier controleren, maar niet ondertekenen.
rsa-private-half-wrong = De privégetallen van de RSA-sleutel horen niet bij de modulus en de exponent.
rsa-size = RSA-sleutels worden gemaakt met 2048, 3072 of 4096 bits.
oct-size = Een geheim bestaat uit hele bytes, hoogstens 8192 bits.
rsa-multi-prime = Deze RSA-sleutel heeft meer dan twee priemgetallen, en dat wordt niet ondersteund.
ec-coordinate-length = Een coördinaat van het punt heeft niet de lengte van zijn curve.
ec-point-off-curve = Het punt ligt niet op zijn curve: dit is geen sleutel.
ec-private-value-length = De privéwaarde heeft niet de lengte van haar curve.
ec-private-value-range = De privéwaarde is nul of niet kleiner dan de orde van haar curve.
okp-public-key-length = De publieke sleutel heeft niet de lengte van zijn curve.
okp-private-key-length = De privésleutel heeft niet de lengte van zijn curve.
okp-point-off-curve = De publieke sleutel is geen punt van zijn curve.
okp-point-not-canonical = De publieke sleutel is geschreven in een vorm die RFC 8032 niet toestaat.
okp-small-order = De publieke sleutel is van kleine orde: één handtekening zou bij elk bericht passen.
ml-dsa-public-key-length = De publieke sleutel heeft niet de lengte van zijn ML-DSA-parameterset.
ml-dsa-seed-length = Een ML-DSA-privésleutel is een seed van 32 bytes (RFC 9964 §3).
ml-dsa-without-seed = In het bestand zit de uitgewerkte ML-DSA-sleutel zonder zijn seed; een JWK, en dit programma, heeft de seed nodig.

# Bestanden met sleutels.
container-malformed = Dit is geen { $container }: de byte op positie { $offset } past niet.
container-unknown = Deze DER is geen SPKI, PKCS #8, PKCS #1, SEC 1 of X.509.
container-algorithm-unknown = De sleutel is voor een algoritme dat JOSE niet heeft (object identifier { $oid }).
container-curve-unknown = De sleutel ligt op een curve die JOSE niet heeft (object identifier { $oid }).
container-curve-unnamed = Het bestand noemt de curve van zijn sleutel niet.
container-password-needed = Deze sleutel is versleuteld: het wachtwoord is nodig.
container-password-wrong = Het wachtwoord opent deze sleutel niet.
container-encryption-unknown = Deze sleutel is versleuteld op een manier die niet wordt ondersteund; PBES2 met AES of Triple DES wel.
    .advice = Zet een kopie om met: openssl pkcs8 -topk8 -v2 aes-256-cbc -in BESTAND
container-too-costly = Deze sleutel openen kost { $rounds } rondes; meer dan { $limit } worden er niet gedaan.

# Andere vormen dan de Compact Serialization, en tokens die met opzet stuk zijn.
sign-payload-number = Ondertekend, maar veel lezers veranderen het getal { $number } in regel { $line }, kolom { $column }: zij bewaren { $read }.
sign-detached = De payload is detached: geef hem naast het token aan de lezer (RFC 7515, bijlage F).
sign-stripped = De handtekening is met opzet weggehaald. Elke lezer moet dit token weigeren.
sign-confused = HMAC met de tekens in het sleutelvak als geheim, met opzet. Een lezer die een publieke sleutel voor een geheim houdt, accepteert het (RFC 8725 §2.1); elke andere moet het weigeren.
sign-unprotected-not-object = De unprotected header is geen JSON-object.
sign-unprotected-repeats = { $name } staat in beide headers, en dat verbiedt RFC 7515 §7.2.1.
sign-unprotected-critical = { $name } moet in de protected header staan.
sign-sd-jwt-compact = Een SD-JWT draagt zijn payload, gecodeerd: detached of b64: false kan hij niet zijn.
sign-unprotected-made = { $name } in de unprotected header wordt hier gemaakt; laat het weg.
sign-aad-nowhere = Voor extra gegevens (aad) is alleen plaats in de JSON Serialization van een versleuteld token. Maak het leeg, of versleutel.
sign-jwe-fixed-key = { $alg } legt de sleutel van de inhoud zelf vast, dus er kan maar één ontvanger zijn (RFC 7516 §5.1).
sign-sd-jwt-not-object = Alleen in een JSON-object zijn claims selectively disclosable te maken.
sign-sd-jwt-always-there = { $name } moet er zijn voor iedereen die controleert, dus het is niet selectively disclosable te maken (RFC 9901 §9.7).
sign-sd-jwt-nothing-there = De payload heeft niets op { $pointer }.
sign-sd-jwt-deep = De nesting in de payload is te diep.
sign-binding-key = Key binding vraagt om de privésleutel van de houder, een die ondertekent.
sign-outer-not-encryption = De buitenste header moet alg en enc van een versleuteling noemen.
sign-outer-no-cty = De buitenste header mist cty: JWT, en dat heeft een Nested JWT (RFC 7519 §5.2).

# De knoppen en velden van het scherm Ondertekenen.
sign-fix-set = Zet { $name } op { $value }
sign-fix-key = Maak een sleutel voor { $alg }
sign-show = Toon de plaats
sign-key-back = Zet de sleutel terug die hier stond
sign-time-claim = Claim
time-now = Nu
time-plus-quarter = +15 min.
sign-time-date = Op een moment
sign-time-placeholder = 2027-01-01T12:00Z
sign-jti = Nieuwe jti
sign-fresh = Houd de tijden vers: ze lopen mee met de klok
sign-times-broken = Tijden zijn te zetten zodra de payload een JSON-object is.
names-label = Namen die zo beginnen
sign-compare-title = Het bekeken token en het concept
sign-compare-before = Bekeken
sign-compare-now = Concept
sign-compare-absent = afwezig
sign-compare-same = Er is nog geen verschil.
sign-compare-original = Het bekeken token, zoals het was
sign-form = Hoe het is geschreven: serialisatie, ondertekenaars, detached, SD-JWT, genest
sign-serialization = Serialisatie
sign-detach = Losse payload (detached)
sign-unprotected = Unprotected header
sign-unprotected-placeholder = een JSON-object, of niets
sign-sd = SD-JWT: laat de houder claims achterhouden
sign-sd-hint = Vink aan wat selectively disclosable wordt; een vinkje noemt een plaats met zijn pad (een JSON Pointer, RFC 6901: /address/locality). Wat niet is aangevinkt, wordt ondertekend zoals het er staat.
sign-decoys = Decoy digests
sign-binding = Met een Key Binding JWT
sign-holder = Privésleutel van de houder
sign-holder-placeholder = Een privésleutel als PEM of JWK; de publieke helft komt in cnf.
sign-binding-aud = Wie controleert (aud)
sign-binding-nonce = Nonce
sign-nested = Genest: versleutel het na het ondertekenen
sign-outer-header = Buitenste header
sign-outer-key = Sleutel van de ontvanger
sign-outer-key-placeholder = Een publieke sleutel, een gedeeld geheim of een wachtwoord.

# Anderen die dezelfde payload ondertekenen.
sign-add-signer = Voeg een ondertekenaar toe
sign-aad = Extra gegevens (aad)
sign-recipients-hint = Met enc in de header is elk hiervan nog een ontvanger, met alg en kid in een eigen header. Die van de eerste staan in de unprotected header; wat in de header hierboven staat, is voor allemaal.
sign-signer = Ondertekenaar { $number }
sign-signer-header = Header
sign-signer-key = Sleutel
sign-remove = Haal weg
sign-remove-signer = Haal ondertekenaar { $number } weg
sign-signer-says = Ondertekenaar { $number }: { $why }
sign-signer-does-not-sign = De header moet een alg noemen die ondertekent.
sign-signer-b64 = b64 moet voor elke ondertekenaar gelijk zijn (RFC 7797 §3).

# Een token meenemen.
take-title = Neem het mee
sign-take = Als
sign-take-url = Adres
sign-taken = Het token in deze vorm
sign-take-copy = Het token in deze vorm kopiëren
take-save = Bewaar als launch.html
take-token = Token
take-header = Authorization-header
take-dpop = DPoP-header
take-dpop-curl = curl, verzoek met dit DPoP-bewijs
take-logout = curl, uitlogverzoek (back-channel logout)
take-no-address = Het adres ontbreekt: een verzoek gaat naar een adres dat met https:// of http:// begint.
take-ath-differs = Het bewijs heeft de hash van dit access token niet als ath, dus een server zou het weigeren (RFC 9449 §4.3).
take-set-ath = Zet ath op de hash van het access token
sign-take-scope = Scope
sign-take-access = Access token om mee te sturen
sign-take-koppeltaal = Zoals Koppeltaal: launch en iss
sign-take-iss = FHIR-server (iss)
take-curl = curl, Authorization-header
take-assertion = curl, tokenverzoek met een client assertion
take-launch = HTML-pagina die het post (HTI-launch)
take-launch-hint = HTI:core 2.0 post het veld token. Koppeltaal noemt het launch, en post daarnaast het adres van zijn FHIR-server, als iss: daar is een vakje voor.
take-env = Regel met een omgevingsvariabele
take-programs = Een programma dat het controleert
take-makers = Een programma dat er zo een maakt
take-outdated = Dit is nog het laatste goede token: het concept geeft er geen zoals het nu is.
take-holds-secret = Het geheim, of de privésleutel, staat in het programma: daar werkt het mee.
take-not-in-header = Dit token past niet in een header: dat kan alleen een Compact Serialization, zonder spaties (RFC 6750 §2.1).
snippet-unsupported = De gebruikelijke bibliotheek van deze taal controleert { $alg } niet met zo’n sleutel.
snippet-no-key = In het sleutelvak is geen sleutel waarmee dit token te controleren is.
snippet-not-jwt = Een programma is er alleen voor een ondertekende JWT in de Compact Serialization, met zijn payload erin.
snippet-key-short = De gebruikelijke bibliotheek van deze taal weigert een sleutel van { $bits } bits voor { $alg }: ze neemt er { $minimum } of meer.
snippet-no-private-key = In het sleutelvak staat alleen de publieke helft van de sleutel: daar is niets mee te maken.
snippet-header-rust = jsonwebtoken neemt alleen strings als verdere Header Parameters, en deze header heeft andere.
snippet-critical = In de header staat crit, en de gebruikelijke bibliotheken kennen zijn uitbreidingen niet.

# Veel tokens.
batch-title = Veel tokens uit een tabel
batch-hint = Het concept is het sjabloon. Elke rij van de tabel geeft een token: CSV met een regel namen, of JSON-objecten, één per regel. Elke kolom zet de claim met haar naam, of met haar pad (/address/city); een lege waarde laat staan wat het sjabloon heeft, "" is een lege tekst, en een moment mag een datum zijn.
batch-table = Tabel
batch-placeholder = sub,role enzovoort, dan een rij per token
batch-open = Open een bestand
batch-make = Maak de tokens
batch-progress = De tokens worden gemaakt
batch-tokens = De eerste tokens
batch-copy = Kopieer alle tokens
batch-save = Bewaar als tokens.txt
batch-running = Tot nu toe { $count } tokens.
batch-running-one = Tot nu toe { $count } token.
batch-done = { $count } tokens uit { $total } rijen, één per regel.
batch-done-one = { $count } token uit { $total } rijen.
batch-cancelled = Afgebroken: { $count } tokens uit de eerste { $total } rijen.
batch-cancelled-one = Afgebroken: { $count } token uit de eerste { $total } rijen.
batch-failed = Rij { $number }, regel { $line }: { $why }
batch-more-failed = En nog { $count } rijen zonder token; hun regels zijn leeg.
batch-more-failed-one = En nog { $count } rij zonder token; haar regel is leeg.
batch-empty = De tabel heeft geen rijen.
batch-column-unnamed = Kolom { $number } heeft geen naam.
batch-column-repeated = Twee kolommen heten { $name }.
batch-row-length = waarden: { $found }; namen: { $expected }.
batch-quote-open = een aanhalingsteken gaat open en niet dicht, en neemt alles mee wat volgt.
batch-cell-kind = kolom { $name } heeft “{ $text }”, waar het sjabloon { $wanted } heeft.
batch-row-not-json = kolom { $column }: verwacht werd { $expected }, er staat { $found }.
batch-row-duplicate = { $name } staat er meer dan eens in.
batch-pointer-nowhere = { $name } leidt nergens heen in het sjabloon: het object eromheen moet er zijn.
batch-row-not-object = het is geen JSON-object.
batch-template-not-object = De payload is geen JSON-object, dus een tabel kan er geen claims in zetten.

# Rondom een concept: wat vervangen is, wat met opzet stuk is, wat een concept niet kon overnemen.
sign-header-number = Ondertekend, maar veel lezers veranderen het getal { $number } in regel { $line }, kolom { $column } van de header: zij bewaren { $read }.
sign-header-private-key = De jwk in de header bevat de privéhelft ({ $members }): wie dit token krijgt, kan met die sleutel ondertekenen. Alleen de publieke helft hoort daar (RFC 7515 §4.1.3).
sign-unprotected-not-json = De unprotected header is geen JSON. Regel { $line }, kolom { $column }. Verwacht: { $expected }. Gevonden: { $found }.
sign-unprotected-duplicate = De unprotected header heeft { $name } meer dan eens; lezers zijn het oneens over welke telt (RFC 7515 §4).
sign-sd-jwt-reserved = De payload heeft zelf een veld { $name }. Alleen digests mogen zo heten (RFC 9901 §4.1).
sign-binding-cnf = cnf in de payload noemt een andere sleutel dan die van de houder: de Key Binding JWT zal niet kloppen.
sign-jwe-cannot = Met enc in de header wordt het concept versleuteld, en “{ $what }” hoort alleen bij ondertekenen. Zet het uit, of haal enc uit de header.
sign-tampering = Met opzet stuk
sign-further-signers = Meer ondertekenaars
sign-outer-says = De versleuteling om het token: { $why }
sign-holder-says = De Key Binding JWT: { $why }
sign-unprotected-says = De unprotected header: { $why }
sign-fix-private = Laat de privéhelft weg
sign-fix-untick = Haal het vinkje bij { $pointer } weg
sign-pointer-gone = niet meer in de payload
sign-undo = Zet terug wat hier eerder stond
sign-redo = Maak dat ongedaan
sign-tampered-stripped = Met opzet stuk: van alles wat hier ondertekend wordt, gaat de handtekening af.
sign-tampered-confused = Met opzet stuk: wat in het sleutelvak staat, ondertekent als geheim van een HMAC.
sign-untamper = Onderteken het gewoon
sign-signed-payload = De payload die is ondertekend
sign-to-token = Toon het token
sign-time-wrong = Dit is geen moment: schrijf een NumericDate of een datum als 2027-01-01T12:00Z.
sign-compare-yes = ja
sign-compare-no = nee
sign-compare-same-but = Wat het concept kon overnemen, verschilt nog niet; wat het niet kon, staat hierboven.
redraft-damaged = Het token is beschadigd: het concept bevat wat ervan te lezen was.
redraft-not-text = Dit deel is geen UTF-8: { $part }. Het concept heeft U+FFFD waar bytes niet te lezen waren, dus er zouden andere bytes worden ondertekend.
redraft-content-missing = De payload reist naast het token en is niet gegeven, dus het concept heeft er geen.
redraft-signers = Ondertekenaars voor wie hier geen plaats is: { $count }. Ze staan niet in het concept.
redraft-signer-unprotected = De unprotected headers van de andere ondertekenaars staan niet in het concept.
redraft-signer-keys = Elke andere ondertekenaar heeft een eigen sleutel nodig.
redraft-disclosures = De Disclosures waren niet op hun plaats te zetten; ze staan niet in het concept.
redraft-withheld = Digests zonder Disclosure: { $count }. Waar ze voor staan, zit niet in dit token en niet in het concept.
redraft-unreferenced = Disclosures waar geen digest bij hoort: { $count }. Ze staan niet in het concept.
redraft-binding = De Key Binding JWT staat niet in het concept: die vraagt om de privésleutel van de houder.
redraft-hash = De digests waren met { $hash } gemaakt; hier worden ze met sha-256 gemaakt.
redraft-salts = Salts en digests worden opnieuw gemaakt.
redraft-encrypted = Het token was versleuteld. Het concept versleutelt dezelfde inhoud opnieuw; wat daarbij ontstaat, staat niet in zijn header: { $names }.
redraft-recipients = Alleen de protected header kwam mee: geen andere ontvangers, geen headers van hen, geen extra gegevens.
redraft-closed = De inhoud is versleuteld en kon niet worden geopend, dus het concept heeft er geen.
container-unreadable = Dit is geen { $container }: het is niet zo te lezen.
batch-json-array = Dit is een JSON-array. Schrijf de objecten ervan één per regel, zonder de haken en de komma’s ertussen.
sign-no-randomness = Deze browser geeft pagina's geen willekeurige getallen, en zonder die kan hier niets gemaakt worden dat te vertrouwen is.

# Het scherm.
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
