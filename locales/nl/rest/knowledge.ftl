### Alle andere namen, geladen als de pagina start: wat elke naam betekent. `.watch` is waar je op moet letten.

## IANA JSON Web Token Claims (claim)

claim-sip-from-tag = De tag van de From-regel van een SIP-verzoek (telefonie), herhaald zodat hij te vertrouwen is.
claim-sip-date = De Date-regel van een SIP-verzoek (telefonie).
claim-sip-callid = De Call-Id-regel van een SIP-verzoek (telefonie).
claim-sip-cseq-num = Het getal in de CSeq-regel van een SIP-verzoek (telefonie).
claim-sip-via-branch = De branch-waarde van de Via-regel van een SIP-verzoek (telefonie).
claim-orig = Wie er belt: een telefoonnummer of een adres.
claim-dest = Wie er wordt gebeld: een of meer telefoonnummers of adressen.
claim-mky = Vingerafdrukken van de sleutels die geluid en beeld van het gesprek beschermen.
claim-toe = Wanneer de gemelde gebeurtenis plaatsvond; dat kan lang voor de melding zijn.
claim-txn = Eén nummer voor een hele transactie, hetzelfde in elk token en elke logregel die erbij hoort.
claim-rph = Welke voorrang de beller een telefoongesprek mag geven.
claim-vot = Hoe zeker de uitgever is van deze identiteit, als korte code van de aspecten ervan (Vector of Trust).
    .watch = De code betekent niets zonder het trustmark in `vtm`.
claim-vtm = Het adres van het document dat zegt wat de codes in `vot` betekenen.
claim-attest = Hoe goed de telefoonmaatschappij de beller kent: `A` volledig, `B` deels, `C` alleen waar het gesprek binnenkwam.
claim-origid = Een nummer voor de plaats waar het gesprek het netwerk in kwam, om het na te kunnen gaan.
claim-jcard = Contactgegevens van wie een gesprek weigerde of behandelde, als jCard.
claim-at-use-nbr = Hoeveel verzoeken met dit access token mogen worden gedaan.
claim-div = Het nummer dat eerst werd gebeld, als een gesprek is doorgestuurd.
claim-opt = Het oorspronkelijke token van de beller, voluit, als een gesprek is doorgestuurd.
claim-vc = Een verifiable credential: uitspraken over een persoon of ding, in de vorm van het W3C.
claim-vp = Een verifiable presentation: credentials die de houder aan iemand toont.
claim-sph = De voorrang van een noodoproep.
claim-ace-profile = Voor welk profiel van ACE (toegang voor kleine apparaten) dit token bedoeld is.
claim-cnonce = Een waarde die het apparaat eerder uitdeelde, zodat het zonder klok ziet dat het token nieuw is.
claim-exi = Hoeveel seconden het token geldt vanaf het moment dat het apparaat het voor het eerst ziet, voor apparaten zonder klok.
    .watch = Het apparaat moet onthouden welke tokens het heeft gezien, anders begint de duur opnieuw.
claim-token-introspection = Het antwoord van de authorization server over een ander token, ondertekend.
claim-eat-nonce = Een of meer waarden die de vrager stuurde en terugkrijgt, zodat vaststaat dat het antwoord nieuw is.
claim-ueid = Het nummer van dit ene apparaat, hetzelfde zolang het bestaat.
    .watch = Met een blijvend nummer is een apparaat te volgen, en dus de eigenaar.
claim-sueids = Nummers van het apparaat die op bepaalde momenten veranderen, zoals bij een nieuwe eigenaar.
claim-oemid = Wie de hardware maakte.
claim-hwmodel = Welk model de hardware is.
claim-hwversion = Welke versie de hardware is, en hoe die versie wordt geschreven.
claim-oemboot = Of het apparaat alleen software startte die de maker toestaat.
claim-dbgstat = Of de debugtoegang van het apparaat open of dicht is.
    .watch = Staat debuggen aan, dan is niets anders dat het apparaat zegt te vertrouwen.
claim-location = Waar het apparaat is, als coördinaten.
    .watch = Persoonsgegeven: iedereen die het token heeft, kan het lezen.
claim-eat-profile = De afspraak die zegt welke claims deze attestation heeft en hoe je ze leest.
claim-submods = Claims over de onderdelen waaruit het apparaat bestaat, één veld per onderdeel.
claim-uptime = Hoeveel seconden het apparaat al aanstaat.
claim-bootcount = Hoe vaak het apparaat is gestart.
claim-bootseed = Een willekeurige waarde van deze start, dezelfde tot de volgende.
claim-dloas = Waar de goedkeuringscertificaten van het apparaat te vinden zijn.
claim-swname = De naam van de software op het apparaat.
claim-swversion = De versie van de software op het apparaat.
claim-manifests = Lijsten van de makers van welke software er op het apparaat staat.
claim-measurements = Wat er op het apparaat is gemeten: hashes van software, geheugen en instellingen.
claim-measres = De uitkomst van het vergelijken van die metingen met wat ze horen te zijn.
claim-intuse = Waar deze attestation voor bedoeld is, zoals registratie of een bewijs dat ze nieuw is.
claim-cdniv = De versie van de claims over het leveren van content (CDNI).
claim-cdnicrit = Welke claims over het leveren van content de ontvanger moet begrijpen.
claim-cdniip = Het IP-adres vanaf waar de content mag worden opgehaald, vaak versleuteld.
claim-cdniuc = Welke adressen dit token opent, als patroon of hash.
claim-cdniets = Hoeveel seconden een vernieuwd token geldt, bij het leveren van content.
claim-cdnistt = Hoe een vernieuwd token wordt overhandigd, zoals in een cookie.
claim-cdnistd = Voor hoeveel delen van het pad een vernieuwd token geldt.
claim-sig-val-claims = De uitkomst van een eerdere controle van de handtekeningen van een document.
claim-verified-claims = Gegevens over de gebruiker die iemand heeft gecontroleerd, en hoe: met welke documenten, door wie, wanneer.
claim-place-of-birth = Waar de gebruiker is geboren.
claim-nationalities = De nationaliteiten van de gebruiker, als landcodes.
claim-birth-family-name = De achternaam van de gebruiker bij de geboorte.
claim-birth-given-name = De voornaam van de gebruiker bij de geboorte.
claim-birth-middle-name = De tussennaam van de gebruiker bij de geboorte.
claim-salutation = Hoe de gebruiker wordt aangesproken, zoals meneer of mevrouw.
claim-title = De titel van de gebruiker, zoals dr.
claim-msisdn = Het mobiele telefoonnummer van de gebruiker, met landcode.
claim-also-known-as = Een andere naam van de gebruiker: een artiestennaam, een kloosternaam, een alias.
claim-atc = Waarvoor de houder certificaten mag aanvragen, volgens een autoriteit (ACME).
claim-sub-id = Over wie het token gaat, met het soort kenmerk erbij: een e-mailadres, een telefoonnummer, een uitgever met een subject.
claim-rcd = Wat degene die gebeld wordt van de beller ziet: naam, logo en meer.
claim-rcdi = Hashes die laten zien dat naam en logo van de beller niet zijn veranderd.
claim-crn = Waarom de beller belt, in een paar woorden.
claim-msgi = De hash van een tekstbericht, zodat te zien is dat het niet is veranderd.
claim-claim-names = Welke claims ergens anders staan, en onder welke naam van `_claim_sources` je moet kijken.
claim-claim-sources = Waar de claims die niet in dit token staan op te halen zijn, of de tokens die ze bevatten.
claim-rdap-allowed-purposes = Voor welke doelen de gebruiker registratiegegevens van domeinnamen mag opzoeken.
claim-rdap-dnt-allowed = Of de gebruiker mag vragen zijn zoekopdrachten in registratiegegevens niet te loggen.
claim-geohash = Een plaats, of meer dan een, als geohash.
    .watch = Een persoonsgegeven als het is waar iemand is.
claim-consumerplmnid = Het mobiele netwerk van de functie die de dienst gebruikt (5G).
claim-consumersnpnid = Het besloten mobiele netwerk van de functie die de dienst gebruikt (5G).
claim-producerplmnid = Het mobiele netwerk van de functie die de dienst aanbiedt (5G).
claim-producersnpnid = Het besloten mobiele netwerk van de functie die de dienst aanbiedt (5G).
claim-producersnssailist = De network slices van de functie die de dienst aanbiedt (5G).
claim-producernsilist = De instanties van network slices van de functie die de dienst aanbiedt (5G).
claim-producernfsetid = De verzameling netwerkfuncties die de dienst aanbiedt (5G).
claim-producernfservicesetid = De verzameling services die de dienst aanbiedt (5G).
claim-sourcenfinstanceid = De netwerkfunctie waar gegevens vandaan komen (5G).
claim-analyticsidlist = Om welke analyses mag worden gevraagd (5G).
claim-resownerid = Van wie de resource is, zoals een mobiele abonnee (5G).
claim-cmw = Een bericht over de toestand van een apparaat, verpakt met het soort bericht dat het is.
claim-jwks = De publieke sleutels van degene over wie deze verklaring gaat.
claim-metadata = Wat voor soorten partij het is, met de instellingen voor elke soort.
claim-constraints = Welke grenzen gelden voor de partijen verderop in de vertrouwensketen.
claim-crit = Claims die de ontvanger moet begrijpen.
    .watch = Een ontvanger die er een niet kent, moet de verklaring weigeren.
claim-ref = Het adres waar meer over het trust mark te lezen is.
claim-delegation = Een token waarmee de eigenaar van een trust mark een ander het laat uitgeven.
claim-logo-uri = Het adres van een logo.
claim-authority-hints = De partijen direct boven deze in de vertrouwensketen.
claim-trust-anchor-hints = De trust anchors waar de vertrouwensketen van deze partij op uitkomt.
claim-trust-marks = Keurmerken die deze partij heeft gekregen, elk met het token dat het bewijst.
claim-trust-mark-issuers = Wie welk trust mark mag uitgeven.
claim-trust-mark-owners = Van wie welk trust mark is.
claim-metadata-policy = Regels voor de instellingen van de partijen verderop in de vertrouwensketen.
claim-metadata-policy-crit = Beleidsregels die de ontvanger moet begrijpen.
claim-source-endpoint = Het adres waar deze verklaring is opgehaald.
claim-keys = De sleutels van een JWK Set, in een ondertekende JWK Set.
claim-trust-mark-type = Welk trust mark dit is.
claim-trust-chain = De verklaringen die van een partij naar haar trust anchor leiden.
claim-trust-anchor = De partij waar de vertrouwensketen eindigt.
claim-status = Waar je opzoekt of dit token of deze credential is ingetrokken of opgeschort.
claim-status-list = De huidige status van veel tokens tegelijk, als bits ingepakt.
claim-ttl = Hoeveel seconden deze lijst mag worden bewaard voordat hij opnieuw wordt opgehaald.
claim-stpl = Bewijs dat het certificaat van de beller niet is ingetrokken, meegestuurd.
claim-status-status-list = De lijst, en de plaats daarin, met de status van dit token.
claim-status-status-list-idx = De plaats van dit token in de lijst.
claim-status-status-list-uri = Het adres van de lijst.
claim-status-list-bits = Hoeveel bits elk token in de lijst heeft.
claim-status-list-lst = De bits van alle tokens, gecomprimeerd.
claim-sub-id-format = Het soort kenmerk: `email`, `phone_number`, `iss_sub`, `opaque`, …
claim-authorization-details-type = Het soort toegang; dat bepaalt welke andere velden dit object heeft.
claim-authorization-details-locations = Waar de toegang mag worden gebruikt: adressen van services.
claim-authorization-details-actions = Wat daar mag worden gedaan.
claim-authorization-details-datatypes = Om welke soorten gegevens wordt gevraagd.
claim-authorization-details-identifier = De ene resource waar de toegang voor is.
claim-authorization-details-privileges = De soorten rechten waar om wordt gevraagd.
claim-verified-claims-verification = Hoe de gegevens zijn gecontroleerd.
claim-verified-claims-verification-trust-framework = De regels waaronder de gegevens zijn gecontroleerd, zoals `eidas`.
claim-verified-claims-claims = De gegevens die zijn gecontroleerd.
claim-claim-sources-endpoint = Het adres waar de claims op te halen zijn.
claim-claim-sources-access-token = Het access token om ze op te halen.
    .watch = Een inloggegeven: iedereen die dit token heeft, kan het ook gebruiken.
claim-claim-sources-jwt = Een token met de claims.
claim-orig-tn = Het telefoonnummer van de beller.
claim-orig-uri = Het adres van de beller.
claim-dest-tn = De telefoonnummers die worden gebeld.
claim-dest-uri = De adressen die worden gebeld.
claim-claim-name = De naam in `_claim_sources` waaronder deze claim te vinden is.
claim-claim-source = Eén bron: een adres, of een token met de claims.
claim-place-of-birth-country = Het geboorteland.
claim-place-of-birth-region = De geboorteprovincie of -staat.
claim-place-of-birth-locality = De geboorteplaats.
claim-sub-id-iss = De uitgever die het subject kent.
claim-sub-id-sub = Het subject, zoals die uitgever het kent.
claim-sub-id-email = Het e-mailadres van het subject.
claim-sub-id-phone-number = Het telefoonnummer van het subject.
claim-sub-id-id = Het nummer van het subject, dat op zichzelf niets betekent.
claim-sub-id-uri = De URI van het subject.
claim-sub-id-url = Het adres van de DID van het subject.
claim-sub-id-identifiers = Meerdere kenmerken van hetzelfde subject.
claim-rcd-nam = De naam van de beller, zoals degene die gebeld wordt hem ziet.
claim-rcd-apn = Het telefoonnummer dat degene die gebeld wordt ziet.
claim-rcd-icn = Het adres van een foto of logo van de beller.
claim-rcd-jcl = Het adres van meer gegevens over de beller.
claim-rcd-jcd = Meer gegevens over de beller, als jCard.
claim-trust-marks-trust-mark = Het token dat het keurmerk bewijst.
claim-trust-marks-trust-mark-type = Welk keurmerk dit is.
claim-metadata-openid-provider = De instellingen als partij waar gebruikers inloggen.
claim-metadata-openid-relying-party = De instellingen als programma dat gebruikers elders laat inloggen.
claim-metadata-oauth-authorization-server = De instellingen als partij die tokens uitdeelt.
claim-metadata-oauth-client = De instellingen als programma dat om tokens vraagt.
claim-metadata-oauth-resource = De instellingen als service die tokens accepteert.
claim-metadata-federation-entity = De instellingen als lid van de federatie: naam, contact, adressen.
claim-vc-context = De vocabulaires die de woorden van de credential hun betekenis geven.
claim-vc-type = Wat voor soort credential dit is.
claim-vc-credentialsubject = Wat de credential zegt, en over wie.
claim-vc-credentialstatus = Waar je opzoekt of de credential is ingetrokken.
claim-vp-verifiablecredential = De credentials die worden getoond.
claim-event-backchannel-logout = De gebruiker heeft uitgelogd: beëindig de sessie.
claim-event-risc = Er is iets gebeurd met de beveiliging van een account.
claim-event-caep = Er is iets veranderd in een sessie die openstond, zoals een ingetrokken login.
claim-event-scim = Er is iets veranderd in een gebruikersadministratie (SCIM).
claim-event = Eén gebeurtenis; de naam zegt welke soort, en de velden zeggen wat er is gebeurd.

## IANA JOSE Header Parameters (JWS) (header)

header-svt = Signature Validation Tokens: eerdere controles van deze handtekening, meegestuurd.
header-ihessid = Het nummer van de verzameling medische documenten die deze handtekening dekt (IHE).
header-jwt = Een token over de afzender, meegestuurd in de header.
header-client-id = Het programma (de client) dat dit stuurt.
header-trust-chain = De verklaringen die van de ondertekenaar naar zijn trust anchor leiden.
header-peer-trust-chain = De verklaringen die van de andere partij naar haar trust anchor leiden.

## IANA JSON Web Key Parameters (jwk)

jwk-kty = Het soort sleutel: `RSA`, `EC`, `OKP`, `oct` of `AKP`.
jwk-use = Waar de sleutel voor is: `sig` voor handtekeningen, `enc` voor versleutelen.
jwk-key-ops = Wat er met de sleutel mag worden gedaan, zoals `sign` of `verify`.
jwk-alg = Het algoritme waar de sleutel voor bedoeld is.
jwk-kid = De naam van de sleutel, waarmee een token ernaar verwijst.
jwk-x5u = Het adres van het certificaat van deze sleutel.
jwk-x5c = Het certificaat van deze sleutel en de certificaten die ervoor instaan.
jwk-x5t = De SHA-1-vingerafdruk van het certificaat van deze sleutel.
jwk-x5t-s256 = De SHA-256-vingerafdruk van het certificaat van deze sleutel.
jwk-ext = Of een browser een pagina de sleutel laat uitlezen.
jwk-iat = Wanneer de sleutel is gemaakt of gepubliceerd.
jwk-nbf = Vanaf wanneer de sleutel mag worden gebruikt.
jwk-exp = Tot wanneer de sleutel mag worden gebruikt.
jwk-revoked = Wanneer en waarom de sleutel is ingetrokken.

## IANA JSON Web Key Parameters (EC) (jwk-ec)

jwk-ec-crv = De curve waarop de sleutel ligt.
jwk-ec-x = De eerste coördinaat van het publieke punt.
jwk-ec-y = De tweede coördinaat van het publieke punt.
jwk-ec-d = De privésleutel.
    .watch = Geheim: wie het heeft, kan ondertekenen. Het hoort niet in een token of op een openbaar adres.

## IANA JSON Web Key Parameters (RSA) (jwk-rsa)

jwk-rsa-n = De modulus: het grote getal dat de publieke sleutel is.
jwk-rsa-e = De publieke exponent, bijna altijd `AQAB`, dat is 65537.
jwk-rsa-d = De privé-exponent: de privésleutel.
    .watch = Geheim: wie het heeft, kan ondertekenen. Het hoort niet in een token of op een openbaar adres.
jwk-rsa-p = Het eerste priemgetal waaruit de sleutel is gemaakt.
    .watch = Geheim, net als `d`.
jwk-rsa-q = Het tweede priemgetal waaruit de sleutel is gemaakt.
    .watch = Geheim, net als `d`.
jwk-rsa-dp = Een getal dat vooraf uit `d` en `p` is berekend en het ondertekenen versnelt.
    .watch = Geheim, net als `d`.
jwk-rsa-dq = Een getal dat vooraf uit `d` en `q` is berekend en het ondertekenen versnelt.
    .watch = Geheim, net als `d`.
jwk-rsa-qi = Een getal dat vooraf uit `q` en `p` is berekend en het ondertekenen versnelt.
    .watch = Geheim, net als `d`.
jwk-rsa-oth = Verdere priemgetallen, voor sleutels met meer dan twee.
    .watch = Geheim, net als `d`.

## IANA JSON Web Key Parameters (oct) (jwk-oct)

jwk-oct-k = De geheime sleutel zelf.
    .watch = Geheim: wie het heeft, kan tokens maken en controleren.

## IANA JSON Web Key Parameters (OKP) (jwk-okp)

jwk-okp-crv = Welk soort Edwards- of Montgomery-sleutel dit is, zoals `Ed25519`.
jwk-okp-x = De publieke sleutel.
jwk-okp-d = De privésleutel.
    .watch = Geheim: wie het heeft, kan ondertekenen. Het hoort niet in een token of op een openbaar adres.

## IANA JSON Web Key Parameters (AKP) (jwk-akp)

jwk-akp-pub = De publieke sleutel.
jwk-akp-priv = De privésleutel, als seed.
    .watch = Geheim: wie het heeft, kan ondertekenen. Het hoort niet in een token of op een openbaar adres.

## IANA JSON Web Key Set Parameters (jwk-set)

jwk-set-keys = De sleutels van de set.

## IANA JSON Web Signature and Encryption Algorithms (alg)

alg-hs256 = Een gedeeld geheim en SHA-256 (HMAC): wie het token kan controleren, kan het ook maken.
    .watch = Het geheim moet minstens 32 willekeurige bytes zijn.
alg-hs384 = Een gedeeld geheim en SHA-384 (HMAC): wie het token kan controleren, kan het ook maken.
    .watch = Het geheim moet minstens 48 willekeurige bytes zijn.
alg-hs512 = Een gedeeld geheim en SHA-512 (HMAC): wie het token kan controleren, kan het ook maken.
    .watch = Het geheim moet minstens 64 willekeurige bytes zijn.
alg-rs256 = Ondertekend met een RSA-privésleutel en SHA-256; iedereen kan het controleren met de publieke sleutel.
alg-rs384 = Ondertekend met een RSA-privésleutel en SHA-384; iedereen kan het controleren met de publieke sleutel.
alg-rs512 = Ondertekend met een RSA-privésleutel en SHA-512; iedereen kan het controleren met de publieke sleutel.
alg-es256 = Ondertekend met een privésleutel op de curve P-256 en SHA-256; iedereen kan het controleren met de publieke sleutel.
alg-es384 = Ondertekend met een privésleutel op de curve P-384 en SHA-384; iedereen kan het controleren met de publieke sleutel.
alg-es512 = Ondertekend met een privésleutel op de curve P-521 (niet 512) en SHA-512; iedereen kan het controleren met de publieke sleutel.
alg-ps256 = Ondertekend met een RSA-privésleutel, met de nieuwere padding PSS en SHA-256.
alg-ps384 = Ondertekend met een RSA-privésleutel, met de nieuwere padding PSS en SHA-384.
alg-ps512 = Ondertekend met een RSA-privésleutel, met de nieuwere padding PSS en SHA-512.
alg-none = Helemaal niet ondertekend.
    .watch = Iedereen kan dit token hebben geschreven: een service die het accepteert, staat voor iedereen open.
alg-rsa1-5 = De content key is versleuteld voor een RSA-sleutel met de oude padding.
    .watch = De oude padding lekt als fouten van elkaar te onderscheiden zijn; gebruik liever RSA-OAEP.
alg-rsa-oaep = De content key is versleuteld voor een RSA-sleutel met OAEP-padding (met SHA-1 erin).
alg-rsa-oaep-256 = De content key is versleuteld voor een RSA-sleutel met OAEP-padding en SHA-256.
alg-a128kw = De content key is versleuteld met een gedeelde AES-sleutel van 128 bits.
alg-a192kw = De content key is versleuteld met een gedeelde AES-sleutel van 192 bits.
alg-a256kw = De content key is versleuteld met een gedeelde AES-sleutel van 256 bits.
alg-dir = Het gedeelde geheim versleutelt de inhoud rechtstreeks.
alg-ecdh-es = Afzender en ontvanger spreken met elliptische-krommesleutels de content key af.
alg-ecdh-es-a128kw = Afzender en ontvanger spreken met elliptische-krommesleutels een AES-sleutel van 128 bits af; die versleutelt de content key.
alg-ecdh-es-a192kw = Afzender en ontvanger spreken met elliptische-krommesleutels een AES-sleutel van 192 bits af; die versleutelt de content key.
alg-ecdh-es-a256kw = Afzender en ontvanger spreken met elliptische-krommesleutels een AES-sleutel van 256 bits af; die versleutelt de content key.
alg-a128gcmkw = De content key is versleuteld met een gedeelde AES-sleutel van 128 bits, in GCM-modus.
alg-a192gcmkw = De content key is versleuteld met een gedeelde AES-sleutel van 192 bits, in GCM-modus.
alg-a256gcmkw = De content key is versleuteld met een gedeelde AES-sleutel van 256 bits, in GCM-modus.
alg-pbes2-hs256-a128kw = De content key is versleuteld met een sleutel die uit een wachtwoord is gemaakt (SHA-256, AES 128).
    .watch = Niet sterker dan het wachtwoord.
alg-pbes2-hs384-a192kw = De content key is versleuteld met een sleutel die uit een wachtwoord is gemaakt (SHA-384, AES 192).
    .watch = Niet sterker dan het wachtwoord.
alg-pbes2-hs512-a256kw = De content key is versleuteld met een sleutel die uit een wachtwoord is gemaakt (SHA-512, AES 256).
    .watch = Niet sterker dan het wachtwoord.
alg-a128cbc-hs256 = De inhoud is versleuteld met AES 128 in CBC-modus en beschermd met HMAC SHA-256.
alg-a192cbc-hs384 = De inhoud is versleuteld met AES 192 in CBC-modus en beschermd met HMAC SHA-384.
alg-a256cbc-hs512 = De inhoud is versleuteld met AES 256 in CBC-modus en beschermd met HMAC SHA-512.
alg-a128gcm = De inhoud is versleuteld en beschermd met AES 128 in GCM-modus.
alg-a192gcm = De inhoud is versleuteld en beschermd met AES 192 in GCM-modus.
alg-a256gcm = De inhoud is versleuteld en beschermd met AES 256 in GCM-modus.
alg-eddsa = Ondertekend met een Edwards-sleutel: Ed25519 of Ed448, welke van de twee zegt alleen de sleutel.
    .watch = Vervangen door de namen `Ed25519` en `Ed448`, en nog veel gebruikt.
alg-rs1 = Een RSA-handtekening met SHA-1.
    .watch = Verboden in tokens: SHA-1 is gebroken.
alg-rsa-oaep-384 = De content key is versleuteld voor een RSA-sleutel met OAEP-padding en SHA-384.
alg-rsa-oaep-512 = De content key is versleuteld voor een RSA-sleutel met OAEP-padding en SHA-512.
alg-a128cbc = AES 128 in CBC-modus zonder bescherming tegen wijzigingen.
    .watch = Verboden in tokens; alleen voor de sleutels van een browser.
alg-a192cbc = AES 192 in CBC-modus zonder bescherming tegen wijzigingen.
    .watch = Verboden in tokens; alleen voor de sleutels van een browser.
alg-a256cbc = AES 256 in CBC-modus zonder bescherming tegen wijzigingen.
    .watch = Verboden in tokens; alleen voor de sleutels van een browser.
alg-a128ctr = AES 128 in tellermodus zonder bescherming tegen wijzigingen.
    .watch = Verboden in tokens; alleen voor de sleutels van een browser.
alg-a192ctr = AES 192 in tellermodus zonder bescherming tegen wijzigingen.
    .watch = Verboden in tokens; alleen voor de sleutels van een browser.
alg-a256ctr = AES 256 in tellermodus zonder bescherming tegen wijzigingen.
    .watch = Verboden in tokens; alleen voor de sleutels van een browser.
alg-hs1 = Een gedeeld geheim met SHA-1.
    .watch = Verboden in tokens: SHA-1 is gebroken.
alg-es256k = Ondertekend met een privésleutel op de curve secp256k1, bekend van Bitcoin, en SHA-256.
alg-ml-dsa-44 = Ondertekend met ML-DSA, dat ook tegen quantumcomputers bestand is; de kleinste maat.
    .watch = Handtekeningen van zo’n 2,4 KB maken tokens groot.
alg-ml-dsa-65 = Ondertekend met ML-DSA, dat ook tegen quantumcomputers bestand is; de middelste maat.
    .watch = Handtekeningen van zo’n 3,3 KB maken tokens groot.
alg-ml-dsa-87 = Ondertekend met ML-DSA, dat ook tegen quantumcomputers bestand is; de grootste maat.
    .watch = Handtekeningen van zo’n 4,6 KB maken tokens groot.
alg-ed25519 = Ondertekend met een Ed25519-privésleutel: snel en klein.
alg-ed448 = Ondertekend met een Ed448-privésleutel, het grotere zusje van Ed25519.

## IANA JSON Web Key Types (kty)

kty-ec = Een elliptische-krommesleutel.
kty-rsa = Een RSA-sleutel.
kty-oct = Een gedeeld geheim: gewone bytes.
kty-okp = Een sleutel uit de familie van Ed25519 en X25519.
kty-akp = Een sleutel die aan één algoritme vastzit, zoals ML-DSA.

## IANA JSON Web Key Elliptic Curves (crv)

crv-p-256 = De NIST-curve van 256 bits, voor ES256.
crv-p-384 = De NIST-curve van 384 bits, voor ES384.
crv-p-521 = De NIST-curve van 521 bits, voor ES512.
crv-ed25519 = De Edwards-curve voor snelle handtekeningen met sleutels van 32 bytes.
crv-ed448 = De grotere Edwards-curve voor handtekeningen, met sleutels van 57 bytes.
crv-x25519 = De Montgomery-curve om sleutels af te spreken; ondertekenen kan hij niet.
crv-x448 = De grotere Montgomery-curve om sleutels af te spreken; ondertekenen kan hij niet.
crv-secp256k1 = De curve die van Bitcoin bekend is, voor ES256K.

## IANA JSON Web Key Use (use)

use-sig = Voor handtekeningen.
use-enc = Voor versleutelen.

## IANA JSON Web Key Operations (key-ops)

key-ops-sign = Mag ondertekenen.
key-ops-verify = Mag handtekeningen controleren.
key-ops-encrypt = Mag inhoud versleutelen.
key-ops-decrypt = Mag inhoud ontsleutelen.
key-ops-wrapkey = Mag andere sleutels versleutelen.
key-ops-unwrapkey = Mag andere sleutels ontsleutelen.
key-ops-derivekey = Mag worden gebruikt om een sleutel af te spreken.
key-ops-derivebits = Mag worden gebruikt om bytes af te spreken die geen sleutel zijn.

## IANA JSON Web Encryption Compression Algorithms (zip)

zip-def = Gecomprimeerd met DEFLATE.

## IANA Authentication Method Reference Values (amr)

amr-face = met het gezicht
amr-fpt = met een vingerafdruk
amr-geo = door waar de gebruiker is
amr-hwk = met een sleutel die in hardware wordt bewaard
amr-iris = met de iris van het oog
amr-kba = door vragen te beantwoorden die alleen de gebruiker hoort te kennen
amr-mca = over meer dan één kanaal, zoals een computer en een telefoon
amr-mfa = met meer dan één factor
amr-otp = met een eenmalige code
amr-pin = met een pincode of patroon dat een sleutel op het apparaat ontgrendelt
amr-pop = door te bewijzen dat hij een sleutel heeft
amr-pwd = met een wachtwoord
amr-rba = na een afweging van het risico van deze login
amr-retina = met het netvlies van het oog
amr-sc = met een smartcard
amr-sms = met een sms
amr-swk = met een sleutel die in software wordt bewaard
amr-tel = met een telefoongesprek
amr-user = met een test dat de gebruiker aanwezig is
amr-vbm = met de stem
amr-wia = met de Windows-login

## Known authentication levels (acr)

acr-0 = Geen niveau wordt beloofd: een langlopende browsersessie kan genoeg zijn.
    .watch = Niet voor iets wat geld kost of privégegevens toont.
acr-phr = Een login die niet te phishen is, zoals met een passkey.
acr-phrh = Een login die niet te phishen is, met een sleutel in hardware.
acr-low = Het Europese niveau “laag”.
acr-substantial = Het Europese niveau “substantieel”.
acr-high = Het Europese niveau “hoog”.
acr-urn-okta-loa-1fa-any = Eén factor, welke dan ook (Okta).
acr-urn-okta-loa-1fa-pwd = Alleen een wachtwoord (Okta).
acr-urn-okta-loa-2fa-any = Twee factoren, welke dan ook (Okta).
acr-urn-okta-loa-2fa-any-ifpossible = Twee factoren als de gebruiker die heeft (Okta).
acr-refeds-sfa = Eén factor, volgens de regels van onderzoek en onderwijs (REFEDS).
acr-refeds-mfa = Meerdere factoren van verschillende soort (REFEDS, onderzoek en onderwijs).
acr-incommon-bronze = Het lagere niveau van InCommon: redelijk zeker dat het telkens dezelfde persoon is.
acr-incommon-silver = Het hogere niveau van InCommon: redelijk zeker wie de persoon is.
acr-etoegang-1 = Het eHerkenning-niveau EH1.
acr-etoegang-2 = Het eHerkenning-niveau EH2.
acr-etoegang-2plus = Het eHerkenning-niveau EH2+.
acr-etoegang-3 = Het eHerkenning-niveau EH3: het Europese niveau “substantieel”.
acr-etoegang-4 = Het eHerkenning-niveau EH4: het Europese niveau “hoog”.
acr-saml-internetprotocol = Alleen het IP-adres van de gebruiker is bekeken.
acr-saml-internetprotocolpassword = Het IP-adres, en een gebruikersnaam met een wachtwoord.
acr-saml-kerberos = Een ticket van een Kerberos-server, zoals in een Windows-netwerk.
acr-saml-mobileonefactorunregistered = Alleen het mobiele apparaat; van wie het is, is niet nagegaan.
acr-saml-mobiletwofactorunregistered = Het mobiele apparaat en een tweede factor, zoals een pincode; van wie het apparaat is, is niet nagegaan.
acr-saml-mobileonefactorcontract = Een mobiel apparaat dat op naam van de gebruiker staat, en verder niets.
acr-saml-mobiletwofactorcontract = Een mobiel apparaat dat op naam van de gebruiker staat, en een tweede factor. DigiD noemt dit Midden.
acr-saml-password = Een wachtwoord, verstuurd over een verbinding die niet was beschermd.
acr-saml-passwordprotectedtransport = Een wachtwoord, verstuurd over een beschermde verbinding. DigiD noemt dit Basis.
acr-saml-previoussession = Een eerdere login die is onthouden.
acr-saml-x509 = Een handtekening met een sleutel waarvan het X.509-certificaat is gecontroleerd.
acr-saml-pgp = Een handtekening met een PGP-sleutel.
acr-saml-spki = Een handtekening met een sleutel van een SPKI.
acr-saml-xmldsig = Een XML-handtekening.
acr-saml-smartcard = Een smartcard, en verder niets. DigiD noemt dit Substantieel.
acr-saml-smartcardpki = Een smartcard met een privésleutel en een pincode. DigiD noemt dit Hoog.
acr-saml-softwarepki = Een privésleutel die in software wordt bewaard, met een certificaat.
acr-saml-telephony = Een telefoonlijn, herkend aan het nummer.
acr-saml-nomadtelephony = Een telefoonlijn, misschien van onderweg, met een nummer en een toevoeging die de gebruiker kent.
acr-saml-personaltelephony = Een eigen telefoonlijn van de gebruiker, met een nummer en een toevoeging die de gebruiker kent.
acr-saml-authenticatedtelephony = Een telefoonlijn, met een nummer, een toevoeging en een wachtwoord.
acr-saml-secureremotepassword = Een wachtwoord dat is bewezen zonder het te versturen (SRP).
acr-saml-tlsclient = Een clientcertificaat op de beschermde verbinding.
acr-saml-timesynctoken = Een code uit een apparaat dat steeds een nieuwe maakt.
acr-saml-unspecified = Er is niet gezegd hoe de gebruiker inlogde.

## Microsoft Entra ID (access token) (entra)

entra-aud = De API waar dit token voor is: de client-ID, of in oudere tokens (v1.0) de App ID URI.
entra-iss = De tokenservice van de tenant: het adres bevat de tenant-ID en eindigt bij v2.0-tokens op /v2.0.
    .watch = Tenant 9188040d-6c67-4c5b-b112-36a304b66dad betekent een persoonlijk Microsoft-account.
entra-idp = De identity provider waar de gebruiker echt heeft ingelogd, als dat een andere is, bijvoorbeeld bij gasten.
entra-acrs = Aan welke inlogeisen (authentication contexts van Conditional Access) de gebruiker heeft voldaan.
entra-acr = Alleen in v1.0-tokens: 0 betekent dat de login niet aan de eisen van ISO/IEC 29115 voldeed.
entra-amr = Alleen in v1.0-tokens: hoe de gebruiker heeft ingelogd, bijvoorbeeld met een wachtwoord (`pwd`) of een tweede factor (`mfa`).
entra-aio = Een waarde voor eigen gebruik door Microsoft.
    .watch = Negeer die.
entra-rh = Een waarde voor eigen gebruik door Microsoft.
    .watch = Negeer die.
entra-uti = Het unieke nummer van dit token, zoals elders `jti`.
entra-appid = Het programma (client-ID) dat om het token vroeg, in v1.0-tokens; v2.0 noemt het `azp`.
entra-appidacr = Hoe het programma bewees wie het is, in v1.0-tokens: 0 helemaal niet, 1 met een client secret, 2 met een certificaat.
entra-azp = Het programma (client-ID) dat om het token vroeg, in v2.0-tokens.
entra-azpacr = Hoe het programma bewees wie het is, in v2.0-tokens: 0 helemaal niet, 1 met een client secret, 2 met een certificaat.
entra-preferred-username = De inlognaam van de gebruiker, om op een scherm te tonen.
    .watch = Hij kan veranderen: beslis er nooit toegang op.
entra-name = De naam van de gebruiker, om op een scherm te tonen.
    .watch = Hij kan veranderen en is niet uniek: beslis er nooit toegang op.
entra-scp = Wat het programma namens de gebruiker mag doen.
    .watch = Alleen in tokens van een gebruiker; een programma zonder gebruiker heeft `roles`.
entra-roles = De application permissions van een programma zonder gebruiker, of de app roles van de gebruiker.
entra-wids = De directory-rollen van de gebruiker in de hele tenant, als ID’s.
entra-groups = De ID’s van de groepen waar de gebruiker bij hoort.
    .watch = Bij meer dan 200 groepen ontbreekt de lijst, en het token zegt waar je hem opvraagt.
entra-hasgroups = True als de gebruiker bij groepen hoort die niet in het token pasten.
entra-groups-src1 = Zegt dat de lijst van groepen niet paste: de echte staat op het adres in `_claim_sources`.
entra-claim-names = Zegt dat de lijst van groepen niet in het token staat, en onder welke naam je hem vindt.
entra-claim-sources = Het adres waar je de lijst van groepen opvraagt.
entra-sub = De gebruiker, onder een nummer dat voor elk programma anders is.
    .watch = Herken dezelfde gebruiker in meerdere programma’s aan `oid` met `tid`.
entra-oid = De vaste ID van de gebruiker of het programma in deze tenant, dezelfde voor alle programma’s.
entra-tid = De tenant (organisatie) waarin de gebruiker heeft ingelogd.
    .watch = 9188040d-6c67-4c5b-b112-36a304b66dad is de tenant van persoonlijke accounts.
entra-unique-name = De naam van de gebruiker in v1.0-tokens.
    .watch = Ondanks zijn naam is hij niet gegarandeerd uniek.
entra-ver = De versie van het token: 1.0 of 2.0.
entra-xms-cc = Wat het programma aankan; `cp1` betekent dat het begrijpt dat om een sterkere login wordt gevraagd.
entra-ipaddr = Het IP-adres vanaf waar de gebruiker heeft ingelogd.
    .watch = Persoonsgegeven: iedereen die het token heeft, kan het lezen.
entra-onprem-sid = De ID (SID) van de gebruiker in de eigen Active Directory van de organisatie.
entra-pwd-exp = Wanneer het wachtwoord van de gebruiker verloopt.
entra-pwd-url = Het adres waar de gebruiker zijn wachtwoord kan wijzigen.
entra-in-corp = Staat er als de gebruiker vanaf het eigen netwerk van de organisatie heeft ingelogd.
entra-nickname = Een tweede naam van de gebruiker, in v1.0-tokens.
entra-family-name = De achternaam van de gebruiker, zoals de directory die heeft.
entra-given-name = De voornaam van de gebruiker, zoals de directory die heeft.
entra-upn = De user principal name: een inlognaam die op een e-mailadres lijkt.
    .watch = Hij kan veranderen: gebruik hem niet als sleutel of voor toegang.

## Microsoft Entra ID (access token) (entra-header)

entra-header-x5t = De vingerafdruk van het certificaat van de ondertekensleutel, dezelfde waarde als `kid`; alleen in v1.0-tokens.
entra-header-nonce = Hoort bij een token voor Microsoft Graph, waarvan alleen Microsoft de handtekening kan controleren.
    .watch = Overal elders mislukt dat, en dat is de bedoeling: in de ondertekende vorm staat de hash van deze waarde.

## Microsoft Entra ID (ID token) (entra-id)

entra-id-aud = Het programma (client-ID) dat vroeg wie de gebruiker is.
entra-id-nonce = De willekeurige waarde van de eigen vraag van het programma.
entra-id-c-hash = Bindt het token aan de authorization code die meekwam.
entra-id-at-hash = Bindt het token aan het access token dat meekwam.
entra-id-email = Het e-mailadres van de gebruiker.
    .watch = Niet gecontroleerd, en de gebruiker kan het wijzigen: beslis er nooit toegang op.
entra-id-sid = De sessie van de gebruiker, om één sessie uit te loggen.
entra-id-roles = De app roles die de gebruiker heeft gekregen.
entra-id-login-hint = Een waarde om dezelfde gebruiker weer te laten inloggen zonder naar de naam te vragen.

## Microsoft Entra ID (optional claim) (entra-optional)

entra-optional-acct = Of de gebruiker lid (0) of gast (1) van de tenant is.
entra-optional-auth-time = Wanneer de gebruiker voor het laatst heeft ingelogd.
entra-optional-ctry = Het land van de gebruiker, in twee letters.
entra-optional-fwd = Het oorspronkelijke IP-adres van de client binnen een virtueel netwerk.
entra-optional-idtyp = Wat voor soort token het is: `app` voor een programma zonder gebruiker, `user` voor een gebruiker.
entra-optional-tenant-ctry = Het land van de tenant.
entra-optional-tenant-region-scope = De regio van de tenant.
entra-optional-verified-primary-email = De belangrijkste e-mailadressen van de gebruiker die zijn gecontroleerd.
entra-optional-verified-secondary-email = Verdere e-mailadressen van de gebruiker die zijn gecontroleerd.
entra-optional-vnet = Het virtuele netwerk waar het verzoek vandaan kwam.
entra-optional-xms-edov = Of de organisatie heeft bewezen dat het domein van het e-mailadres van haar is.
entra-optional-xms-pdl = Waar de gegevens van de gebruiker worden bewaard.
entra-optional-xms-pl = De taal van de gebruiker.
entra-optional-xms-tpl = De taal van de tenant.
entra-optional-ztdid = De ID van het apparaat in Windows Autopilot.

## Microsoft Entra ID (undocumented or internal, seen in tokens) (entra-seen)

entra-seen-app-displayname = De naam van het programma dat om het token vroeg.
entra-seen-platf = Een nummer voor het soort apparaat.
    .watch = Intern bij Microsoft.
entra-seen-puid = Een oud nummer van het account (Passport).
    .watch = Intern bij Microsoft.
entra-seen-signin-state = Hoe de sessie ervoor staat; `kmsi` betekent dat de gebruiker vroeg om ingelogd te blijven.
entra-seen-xms-acd = Een waarde voor eigen gebruik door Microsoft.
    .watch = Intern bij Microsoft.
entra-seen-xms-act-fct = Eigenschappen van het handelende programma als getallen, gebruikt voor agents.
    .watch = Intern bij Microsoft.
entra-seen-xms-sub-fct = Eigenschappen van het subject als getallen, gebruikt voor agents.
    .watch = Intern bij Microsoft.
entra-seen-xms-tnt-fct = Eigenschappen van de tenant als getallen.
    .watch = Intern bij Microsoft.
entra-seen-xms-ftd = Een waarde voor eigen gebruik door Microsoft.
    .watch = Intern bij Microsoft.
entra-seen-xms-idrel = Hoe de gebruiker bij de tenant hoort, als getallen.
    .watch = Intern bij Microsoft.
entra-seen-xms-st = Gegevens over het subject voor eigen gebruik door Microsoft.
    .watch = Intern bij Microsoft.
entra-seen-xms-tcdt = Wanneer de tenant is aangemaakt.
entra-seen-xms-tdbr = De regio waarin de gegevens van de tenant blijven, zoals EU.

## Microsoft Entra ID (managed identity / workload) (entra-workload)

entra-workload-xms-mirid = De Azure-resource-ID van de managed identity die het token kreeg.
entra-workload-xms-az-rid = De Azure-resource waarvoor het token is gevraagd.
entra-workload-xms-az-nwperimid = De netwerkperimeters van de resource.

## Azure AD B2C (b2c)

b2c-tfp = De user flow (policy) waarin de gebruiker heeft ingelogd.
b2c-acr = De user flow (policy), onder zijn oudere naam.
b2c-emails = De e-mailadressen van de gebruiker.
b2c-newuser = True als het account net is aangemaakt.
b2c-extension = Een eigenschap van de gebruiker die de organisatie heeft toegevoegd; de volledige naam is extension_, de ID van de app en de naam.
b2c-idp-access-token = Het access token van de andere identity provider waar de gebruiker heeft ingelogd.
    .watch = Een inloggegeven: iedereen die dit token heeft, kan het ook gebruiken.
b2c-isforgotpassword = True als de gebruiker “wachtwoord vergeten” koos.

## AD FS (adfs)

adfs-apptype = Of het programma een geheim kan bewaren (Confidential) of niet (Public).
adfs-appid = Het programma dat om het token vroeg.
adfs-authmethod = Hoe de gebruiker heeft ingelogd.
adfs-winaccountname = Het Windows-account van de gebruiker, als DOMEIN\gebruiker.
adfs-primarysid = De Windows-ID (SID) van de gebruiker.
adfs-groupsid = De Windows-ID’s (SID’s) van de groepen van de gebruiker.
adfs-insidecorporatenetwork = Of de gebruiker vanaf het eigen netwerk van de organisatie heeft ingelogd.
adfs-pwdexpdays = Over hoeveel dagen het wachtwoord verloopt.
adfs-pwdchgurl = Het adres waar de gebruiker zijn wachtwoord kan wijzigen.

## .NET / WS-Federation claim type (wsfed)

wsfed-authenticationinstant = Wanneer de gebruiker heeft ingelogd.
wsfed-authenticationmethod = Hoe de gebruiker heeft ingelogd.
wsfed-cookiepath = Het deel van de site waar de inlogcookie voor geldt.
wsfed-denyonlyprimarysid = Een Windows-ID van de gebruiker waarmee toegang kan worden geweigerd, nooit gegeven.
wsfed-denyonlyprimarygroupsid = Een Windows-ID van de hoofdgroep van de gebruiker waarmee toegang kan worden geweigerd, nooit gegeven.
wsfed-denyonlywindowsdevicegroup = Een Windows-ID van een groep apparaten waarmee toegang kan worden geweigerd, nooit gegeven.
wsfed-dsa = Een DSA-sleutel van de gebruiker.
wsfed-expiration = Wanneer deze login eindigt.
    .watch = Niet hetzelfde als `exp`, dat JWT-bibliotheken controleren.
wsfed-expired = Of deze login is geëindigd.
wsfed-groupsid = De Windows-ID (SID) van een groep van de gebruiker.
wsfed-ispersistent = Of de inlogcookie blijft als de browser wordt gesloten.
wsfed-primarygroupsid = De Windows-ID (SID) van de hoofdgroep van de gebruiker.
wsfed-primarysid = De Windows-ID (SID) van de gebruiker.
wsfed-role = De rol of rollen van de gebruiker; `[Authorize(Roles = …)]` in ASP.NET kijkt hier.
    .watch = Korte vorm in een JWT: `role` of `roles`. .NET herschrijft tussen die twee, tenzij je het uitzet.
wsfed-serialnumber = Een serienummer, meestal van een certificaat.
wsfed-userdata = Gegevens die de applicatie er zelf in zette.
wsfed-version = De versie van het token.
wsfed-windowsaccountname = Het Windows-account van de gebruiker, als DOMEIN\gebruiker.
wsfed-windowsdeviceclaim = Wat Windows over het apparaat zegt.
wsfed-windowsdevicegroup = De Windows-ID (SID) van een groep apparaten.
wsfed-windowsuserclaim = Wat Windows over de gebruiker zegt.
wsfed-windowsfqbnversion = De versie van een programma, zoals Windows die kent.
wsfed-windowssubauthority = Het deel van Windows dat de ID uitgaf.
wsfed-anonymous = Zegt dat de gebruiker niet heeft ingelogd.
wsfed-authentication = Of de gebruiker heeft ingelogd.
wsfed-authorizationdecision = Een beslissing over toegang die al is genomen.
wsfed-country = Het land van de gebruiker.
wsfed-dateofbirth = De geboortedatum van de gebruiker.
    .watch = Persoonsgegeven: iedereen die het token heeft, kan het lezen.
wsfed-dns = De naam van een computer, of de DNS-naam in een certificaat.
wsfed-denyonlysid = Een Windows-ID waarmee toegang kan worden geweigerd, nooit gegeven.
wsfed-emailaddress = Het e-mailadres van de gebruiker.
    .watch = Niets zegt hier of het is gecontroleerd. Korte vorm in een JWT: `email`.
wsfed-gender = Het geslacht van de gebruiker.
wsfed-givenname = De voornaam van de gebruiker. Korte vorm in een JWT: `given_name`.
wsfed-hash = Een hash, bedoeld om te vergelijken zonder de waarde te tonen.
wsfed-homephone = Het telefoonnummer thuis van de gebruiker.
wsfed-locality = De woonplaats van de gebruiker.
wsfed-mobilephone = Het mobiele telefoonnummer van de gebruiker.
wsfed-name = De naam van de gebruiker; `User.Identity.Name` in ASP.NET kijkt hier.
    .watch = Korte vorm in een JWT: `unique_name` of `name`.
wsfed-nameidentifier = De unieke ID van de gebruiker bij deze uitgever.
    .watch = Korte vorm in een JWT: `sub` of `nameid`. .NET herschrijft tussen die twee, tenzij je het uitzet.
wsfed-otherphone = Een ander telefoonnummer van de gebruiker.
wsfed-postalcode = De postcode van de gebruiker.
wsfed-rsa = Een RSA-sleutel van de gebruiker.
wsfed-sid = Een Windows-ID (SID).
wsfed-spn = De naam van een service in Active Directory.
wsfed-stateorprovince = De provincie of staat van de gebruiker.
wsfed-streetaddress = De straat en het huisnummer van de gebruiker.
wsfed-surname = De achternaam van de gebruiker. Korte vorm in een JWT: `family_name`.
wsfed-system = Zegt dat dit een systeem is en geen persoon.
wsfed-thumbprint = De vingerafdruk van een certificaat.
wsfed-upn = De user principal name: een inlognaam die op een e-mailadres lijkt.
wsfed-uri = Een adres.
wsfed-webpage = De webpagina van de gebruiker.
wsfed-x500distinguishedname = De volledige naam in een certificaat, zoals CN=…, O=….
wsfed-privatepersonalidentifier = Een nummer voor de gebruiker dat voor elke ontvanger anders is.
wsfed-actor = Wie er handelt namens de gebruiker. Korte vorm in een JWT: `actort`.

## Microsoft claim type URI (msclaim)

msclaim-objectidentifier = De vaste ID van de gebruiker in Microsoft Entra ID. Korte vorm in een JWT: `oid`.
msclaim-tenantid = De tenant (organisatie) in Microsoft Entra ID. Korte vorm in een JWT: `tid`.
msclaim-scope = Wat het programma namens de gebruiker mag doen. Korte vorm in een JWT: `scp`.
msclaim-identityprovider = Waar de gebruiker heeft ingelogd. Korte vorm in een JWT: `idp`.
msclaim-displayname = De naam van de gebruiker, om op een scherm te tonen.
msclaim-authnclassreference = Hoe sterk de login was. Korte vorm in een JWT: `acr`.
msclaim-authnmethodsreferences = Hoe de gebruiker heeft ingelogd. Korte vorm in een JWT: `amr`.
msclaim-emailaddress = Het e-mailadres van de gebruiker, zoals AD FS 1 het noemt.
msclaim-upn = De user principal name, zoals AD FS 1 het noemt.
msclaim-commonname = De naam van de gebruiker, zoals AD FS het noemt.
msclaim-group = Een groep van de gebruiker, zoals AD FS het noemt.
msclaim-insidecorporatenetwork = Of de gebruiker vanaf het eigen netwerk van de organisatie heeft ingelogd.
msclaim-passwordchangeurl = Het adres waar de gebruiker zijn wachtwoord kan wijzigen.
msclaim-passwordexpirationdays = Over hoeveel dagen het wachtwoord verloopt.
msclaim-passwordexpirationtime = Wanneer het wachtwoord verloopt.
msclaim-x-ms-client-ip = Het IP-adres van de client.
msclaim-x-ms-client-user-agent = De browser of het programma van de client.
msclaim-x-ms-forwarded-client-ip = Het IP-adres van de client achter een proxy.
msclaim-relyingpartytrustid = De service waar de login voor is.
msclaim-device-identifier = De ID van het apparaat.
msclaim-device-displayname = De naam van het apparaat.
msclaim-ismanaged = Of de organisatie het apparaat beheert.
msclaim-isregistereduser = Of het apparaat op deze gebruiker is geregistreerd.
msclaim-ostype = Het besturingssysteem van het apparaat.
msclaim-osversion = De versie van het besturingssysteem van het apparaat.
msclaim-acs-identityprovider = Waar de gebruiker heeft ingelogd, zoals oudere ASP.NET- en Azure-services het noemen.

## .NET JWT short name (dotnet)

dotnet-nameid = De unieke ID van de gebruiker.
    .watch = .NET leest het als ClaimTypes.NameIdentifier.
dotnet-unique-name = De naam van de gebruiker.
    .watch = .NET leest het als ClaimTypes.Name.
dotnet-actort = Wie er handelt namens de gebruiker.
    .watch = .NET leest het als ClaimTypes.Actor.
dotnet-role = De rol of rollen van de gebruiker.
    .watch = .NET leest het als ClaimTypes.Role, tenzij het namen met rust moet laten.
dotnet-certthumbprint = De vingerafdruk van een certificaat.
dotnet-primarygroupsid = De Windows-ID (SID) van de hoofdgroep van de gebruiker.
dotnet-aspnet-identity-securitystamp = Verandert als het wachtwoord of de inloggegevens van de gebruiker veranderen, en beëindigt zo oudere sessies (ASP.NET Core Identity).

## Keycloak (keycloak)

keycloak-realm-access = De rollen van de gebruiker in de hele realm.
keycloak-realm-access-roles = De rollen van de gebruiker in de hele realm.
keycloak-resource-access = De rollen van de gebruiker per programma (client).
keycloak-resource-access-roles = De rollen van de gebruiker in dit ene programma (deze client).
keycloak-allowed-origins = Vanaf welke web-origins het programma mag aanroepen (CORS).
keycloak-trusted-certs = Certificaten die worden vertrouwd.
    .watch = Een oude claim die nauwelijks nog wordt gebruikt.
keycloak-authorization = De rechten die zijn gegeven (UMA).
keycloak-authorization-permissions = De rechten die zijn gegeven: welke resource, welke scopes.
keycloak-scope = De scopes die zijn gegeven.
keycloak-azp = Het programma (client-ID) waaraan het token is gegeven.
keycloak-typ = Wat voor soort token dit is: Bearer, ID, Refresh, Offline, Logout, …
    .watch = Een service moet alleen Bearer accepteren; een ID- of Refresh-token is niet voor haar bedoeld.
keycloak-session-state = De sessie van de gebruiker, in oudere versies; dezelfde waarde als `sid`.
keycloak-sid = De sessie van de gebruiker in Keycloak.
keycloak-acr = Hoe sterk de login was: 0 voor een onthouden sessie, anders 1 of het niveau dat is ingesteld.
keycloak-preferred-username = De inlognaam van de gebruiker.
keycloak-email-verified = Of Keycloak heeft vastgesteld dat het e-mailadres van de gebruiker is.
keycloak-groups = De groepen van de gebruiker, vaak als paden geschreven.
keycloak-cnf = De sleutel of het certificaat waarvan het programma moet bewijzen dat het die heeft.
keycloak-client-id = Het programma, in tokens van een programma zonder gebruiker.
keycloak-clienthost = Vanaf welke host het programma om het token vroeg, in oudere versies.
keycloak-clientaddress = Vanaf welk IP-adres het programma om het token vroeg, in oudere versies.
keycloak-reuse-id = Herkent wanneer een refresh token opnieuw wordt gebruikt.
keycloak-organization = De organisaties van de gebruiker.
keycloak-client-roles = De rollen van de gebruiker in één programma (client), dat de naam noemt.

## Auth0 (auth0)

auth0-azp = Het programma (client-ID) dat om het token vroeg.
auth0-gty = Hoe het token is verkregen: `client-credentials`, `password`, `refresh_token`.
auth0-permissions = Wat de gebruiker in deze API mag.
auth0-scope = De scopes die zijn gegeven.
auth0-org-id = De organisatie van de gebruiker.
auth0-org-name = De naam van die organisatie.
auth0-sid = De sessie van de gebruiker.
auth0-nickname = Hoe de gebruiker wordt genoemd.
auth0-picture = Het adres van de foto van de gebruiker.
auth0-updated-at = Wanneer de gegevens van de gebruiker voor het laatst zijn gewijzigd, als tekst.
auth0-sub = Hoe en als wie de gebruiker heeft ingelogd, zoals auth0|…; een programma zonder gebruiker is (client-ID)@clients.
auth0-roles = De rollen van de gebruiker, toegevoegd door eigen code van de organisatie onder een eigen adres.
    .watch = Het adres houdt alleen de naam uniek; er wordt niets van opgehaald.
auth0-cnf = De sleutel of het certificaat waarvan het programma moet bewijzen dat het die heeft.
auth0-act = Wie er handelt, nadat een token is geruild.

## AWS Cognito (cognito)

cognito-token-use = Of dit een ID token (`id`) of een access token (`access`) is.
    .watch = Controleer het: de andere soort heeft dezelfde uitgever en dezelfde sleutels.
cognito-cognito-username = De inlognaam van de gebruiker, in een ID token.
cognito-username = De inlognaam van de gebruiker, in een access token.
cognito-cognito-groups = De groepen van de gebruiker, de belangrijkste eerst.
cognito-cognito-roles = De AWS-rollen die bij de groepen van de gebruiker horen.
cognito-cognito-preferred-role = De AWS-rol die bij de belangrijkste groep hoort.
cognito-identities = De accounts elders waarmee de gebruiker inlogt.
cognito-event-id = Het nummer van de login.
cognito-origin-jti = Het nummer van de login waar dit token op teruggaat, om al zijn tokens in één keer in te trekken.
cognito-auth-time = Wanneer de gebruiker heeft ingelogd.
cognito-client-id = Het programma dat het access token kreeg.
    .watch = Een access token van Cognito heeft geen `aud`; controleer in plaats daarvan dit.
cognito-scope = De scopes die zijn gegeven.
cognito-version = De versie van het access token.
cognito-device-key = Het apparaat dat is onthouden.
cognito-custom = Een eigenschap van de gebruiker die de organisatie heeft toegevoegd.
cognito-dev-custom = Een eigenschap van de gebruiker die alleen ontwikkelaars van de organisatie kunnen zetten.
cognito-phone-number-verified = Of het telefoonnummer is gecontroleerd.
cognito-identities-userid = De gebruiker, zoals de andere provider die kent.
cognito-identities-providername = De naam van de andere provider.
cognito-identities-providertype = Het soort provider, zoals Google of SAML.
cognito-identities-issuer = De uitgever van de andere provider.
cognito-identities-primary = Of dit het hoofdaccount van de gebruiker is.
cognito-identities-datecreated = Wanneer het account is gekoppeld, in milliseconden.

## AWS ALB / IAM Identity Center (alb)

alb-tags = Labels voor de sessie in AWS.
alb-aws-source-identity = Wie de gebruiker oorspronkelijk was; AWS bewaart het door alle rollen heen.

## AWS ALB / IAM Identity Center (alb-header)

alb-header-signer = De load balancer die dit ondertekende.
    .watch = Vergelijk met je eigen load balancer: iedereen kan er een huren.
alb-header-client = Het programma (client-ID) waarop de gebruiker heeft ingelogd.

## Google (google)

google-azp = Het programma (client-ID) dat om het token vroeg.
google-hd = De organisatie (Google Workspace-domein) van de gebruiker.
    .watch = Controleer dit, niet het eind van het e-mailadres, om één organisatie toe te laten.
google-email = Het e-mailadres van de gebruiker.
google-email-verified = Of Google heeft vastgesteld dat het adres van de gebruiker is.
google-at-hash = Bindt het token aan het access token dat meekwam.
google-sub = Het nummer van het Google-account, dat nooit verandert.
    .watch = Herken een gebruiker hieraan, niet aan het e-mailadres.
google-nonce = De willekeurige waarde van de eigen vraag van het programma.
google-google = Op welke virtuele machine het token is gemaakt.
google-google-compute-engine = De virtuele machine: project, zone, ID en naam.
google-license-id = De licenties van het image van de virtuele machine.
google-target-audience = Voor wie een ID token wordt gevraagd, in een verzoek dat een service account zelf ondertekende.
google-scope = De scopes die worden gevraagd, in een verzoek dat een service account zelf ondertekende.
google-gcip = Gegevens van Identity Platform, in een token van Identity-Aware Proxy.
google-workforce-identity = De identiteit bij de eigen organisatie van de gebruiker, in een token van Identity-Aware Proxy.
google-additional-claims = Toegangsniveaus en apparaat, in een token van Identity-Aware Proxy.
google-google-compute-engine-project-id = Het project van de virtuele machine.
google-google-compute-engine-project-number = Het nummer van dat project.
google-google-compute-engine-zone = Waar de virtuele machine draait.
google-google-compute-engine-instance-id = De ID van de virtuele machine.
google-google-compute-engine-instance-name = De naam van de virtuele machine.
google-google-compute-engine-instance-creation-timestamp = Wanneer de virtuele machine is gemaakt.
google-google-compute-engine-instance-confidentiality = Of het geheugen van de virtuele machine is versleuteld: 1 is ja.

## Firebase Authentication (firebase)

firebase-firebase = Hoe de gebruiker heeft ingelogd, en met welke accounts.
firebase-firebase-sign-in-provider = Hoe de gebruiker heeft ingelogd: `password`, `google.com`, `phone`, `anonymous`, `custom`, …
firebase-firebase-identities = De accounts van de gebruiker, per provider.
firebase-firebase-tenant = De tenant van de gebruiker.
firebase-firebase-sign-in-second-factor = De tweede factor die is gebruikt, zoals `phone`.
firebase-user-id = De gebruiker; dezelfde waarde als `sub`.
firebase-auth-time = Wanneer de gebruiker heeft ingelogd.
firebase-provider-id = `anonymous` voor gebruikers zonder account.
firebase-uid = Als wie er ingelogd moet worden, in een token dat je eigen server maakte.
firebase-claims = Extra claims voor de gebruiker, in een token dat je eigen server maakte.
firebase-tenant-id = In welke tenant er ingelogd moet worden, in een token dat je eigen server maakte.
firebase-identity = De accounts van de gebruiker bij deze provider.

## Okta (okta)

okta-ver = De versie van het token.
okta-cid = Het programma (client-ID) dat het token kreeg.
okta-uid = De ID van de gebruiker in Okta.
okta-scp = De scopes die zijn gegeven, als lijst.
okta-idp = De identity provider waar de gebruiker heeft ingelogd.
okta-amr = Hoe de gebruiker heeft ingelogd.
okta-auth-time = Wanneer de gebruiker heeft ingelogd.
okta-groups = De groepen van de gebruiker die een regel doorlaat.
okta-at-hash = Bindt het token aan het access token dat meekwam.
okta-jti = Het nummer van het token; het begint met AT. bij een access token en met ID. bij een ID token.
okta-sub = De inlognaam van de gebruiker in een access token, de ID in een ID token.
okta-acr = Hoe sterk de login was, zoals urn:okta:loa:2fa:any.
okta-orig = Het adres van de eigen authorization server van de organisatie.

## GitHub Actions OIDC (github)

github-sub = Welke repository draait, en waarom: de branch, environment of pull request.
    .watch = De vertrouwensregel van de cloud vergelijkt meestal deze tekst: een slordige * laat andere branches of repositories binnen.
github-aud = Het adres van de eigenaar, of de audience waar de workflow om vroeg.
github-actor = Met wiens account de workflow is gestart.
github-actor-id = De ID van dat account, die niet verandert.
github-base-ref = De branch waar de pull request in gaat.
github-head-ref = De branch waar de pull request vandaan komt.
github-check-run-id = Het nummer van de check run.
github-enterprise = De enterprise waar de repository van is.
github-enterprise-id = De ID van die enterprise.
github-environment = De environment waar de job naar uitrolt.
github-event-name = Wat de workflow startte, zoals `push`.
github-job-workflow-ref = De herbruikbare workflow die draait, met branch of tag.
github-job-workflow-sha = De commit van die herbruikbare workflow.
github-ref = De branch of tag die draait.
github-ref-type = Of het een branch of een tag is.
github-ref-protected = Of de branch of tag beschermd is.
github-repository = De repository, als eigenaar/naam.
    .watch = Namen kunnen worden overgenomen; `repository_id` verandert niet.
github-repository-id = De ID van de repository, die niet verandert.
github-repository-owner = De eigenaar van de repository.
github-repository-owner-id = De ID van de eigenaar, die niet verandert.
github-repository-visibility = Wie de repository kan zien: `public`, `private` of `internal`.
github-repo-property = Een eigenschap die de organisatie aan de repository gaf.
github-run-id = Het nummer van de run.
github-run-number = Hoe vaak deze workflow heeft gedraaid.
github-run-attempt = Hoe vaak deze run is geprobeerd.
github-runner-environment = Of hij bij GitHub draait (`github-hosted`) of op een eigen machine (`self-hosted`).
github-sha = De commit die draait.
github-workflow = De naam van de workflow.
github-workflow-ref = Het bestand van de workflow, met branch of tag.
github-workflow-sha = De commit van het bestand van de workflow.

## GitLab CI ID token (gitlab)

gitlab-sub = Welk project en welke branch of tag draait.
    .watch = De vertrouwensregel van de cloud vergelijkt meestal deze tekst: een slordige * laat anderen binnen.
gitlab-namespace-id = De ID van de groep of gebruiker van wie het project is.
gitlab-namespace-path = De groep of gebruiker van wie het project is.
gitlab-project-id = De ID van het project.
gitlab-project-path = Het project, als groep/naam.
gitlab-user-id = De ID van de gebruiker die de job draait.
gitlab-user-login = De inlognaam van de gebruiker die de job draait.
gitlab-user-email = Het e-mailadres van de gebruiker die de job draait.
gitlab-user-access-level = Wat de gebruiker in het project mag.
gitlab-user-identities = De accounts van de gebruiker elders.
gitlab-groups-direct = De groepen waar de gebruiker rechtstreeks bij hoort.
gitlab-pipeline-id = Het nummer van de pipeline.
gitlab-pipeline-source = Wat de pipeline startte, zoals `push`.
gitlab-job-id = Het nummer van de job.
gitlab-ref = De branch of tag die draait.
gitlab-ref-type = Of het een branch of een tag is.
gitlab-ref-path = De branch of tag voluit, zoals refs/heads/main.
gitlab-ref-protected = Of de branch of tag beschermd is.
    .watch = Het is de tekst "true" of "false", geen boolean.
gitlab-environment = De environment waar de job naar uitrolt.
gitlab-environment-protected = Of die environment beschermd is.
    .watch = Het is de tekst "true" of "false", geen boolean.
gitlab-environment-action = Wat de job met de environment doet: start, prepare, stop, verify, access.
gitlab-deployment-tier = Wat voor soort environment het is, zoals production.
gitlab-runner-id = Het nummer van de machine die de job draait.
gitlab-runner-environment = Of hij bij GitLab draait (`gitlab-hosted`) of op een eigen machine (`self-hosted`).
gitlab-sha = De commit die draait.
gitlab-ci-config-ref-uri = Het bestand dat de pipeline beschrijft, met branch of tag.
gitlab-ci-config-sha = De commit van dat bestand.
gitlab-project-visibility = Wie het project kan zien: `public`, `private` of `internal`.
gitlab-user-identities-provider = Waar de gebruiker dit account heeft.
gitlab-user-identities-extern-uid = Het nummer van de gebruiker daar.

## Kubernetes service account (kubernetes)

kubernetes-kubernetes-io = Waar in het cluster dit token hoort.
kubernetes-kubernetes-io-namespace = De namespace van het service account.
kubernetes-kubernetes-io-serviceaccount = Het service account: naam en ID.
kubernetes-kubernetes-io-serviceaccount-name = De naam van het service account.
kubernetes-kubernetes-io-serviceaccount-uid = De ID van het service account, die een nieuw account met dezelfde naam niet krijgt.
kubernetes-kubernetes-io-pod = De pod waarvoor het token geldt; het eindigt met de pod.
kubernetes-kubernetes-io-pod-name = De naam van de pod.
kubernetes-kubernetes-io-pod-uid = De ID van de pod.
kubernetes-kubernetes-io-node = De node (machine) waarop de pod draait.
kubernetes-kubernetes-io-secret = De secret waarvoor het token geldt; het eindigt met de secret.
kubernetes-kubernetes-io-warnafter = Vanaf dit moment noteert het cluster dat een oud token nog wordt gebruikt.
kubernetes-legacy-namespace = De namespace van het service account, in een oud token.
    .watch = Oude tokens van deze soort verlopen nooit; gebruik de nieuwere, kortlopende.
kubernetes-kubernetes-io-serviceaccount-secret-name = De naam van de secret met dit oude token.
kubernetes-kubernetes-io-serviceaccount-service-account-name = De naam van het service account, in een oud token.
kubernetes-kubernetes-io-serviceaccount-service-account-uid = De ID van het service account, in een oud token.
kubernetes-sub = Het service account, als system:serviceaccount:(namespace):(naam).
kubernetes-iss = Het cluster dat het token uitgaf; in oude tokens kubernetes/serviceaccount.
kubernetes-aud = Voor wie het token bedoeld is; standaard de API van het cluster zelf.
kubernetes-kubernetes-io-node-name = De naam van de node.
kubernetes-kubernetes-io-node-uid = De ID van de node.
kubernetes-kubernetes-io-secret-name = De naam van de secret.
kubernetes-kubernetes-io-secret-uid = De ID van de secret.

## SPIFFE JWT-SVID (spiffe)

spiffe-sub = De SPIFFE-ID van het programma: spiffe://, het trust domain en een pad.
spiffe-aud = Voor wie het token bedoeld is; zonder wordt het token geweigerd.
spiffe-exp = Wanneer het token eindigt; zonder wordt het token geweigerd.

## SPIFFE JWT-SVID (spiffe-header)

spiffe-header-kid = Welke sleutel van het trust domain ondertekende; mag worden weggelaten.
spiffe-header-typ = `JWT` of `JOSE`, of weggelaten.

## Sign in with Apple (apple)

apple-iss = Altijd https://appleid.apple.com.
apple-sub = De gebruiker, onder een nummer dat voor elk team van ontwikkelaars anders is.
apple-email = Het e-mailadres van de gebruiker, of een adres waarvandaan Apple doorstuurt.
apple-email-verified = Of het adres is gecontroleerd; soms een tekst in plaats van een boolean.
apple-is-private-email = Of Apple het adres heeft bedacht om het echte te verbergen; soms een tekst in plaats van een boolean.
apple-real-user-status = Of dit een echt mens lijkt: 2 waarschijnlijk, 1 onbekend, 0 niet te zeggen.
apple-nonce-supported = Of het apparaat een `nonce` kan sturen; zo ja, dan moet die worden gecontroleerd.
apple-transfer-sub = Helpt gebruikers te herkennen als een app naar een ander team gaat, 60 dagen lang.
apple-c-hash = Bindt het token aan de authorization code die meekwam.
apple-auth-time = Wanneer de gebruiker heeft ingelogd.
apple-org-id = De organisatie, bij Apple Business of School.
apple-events = Wat er met het account is gebeurd, zoals toestemming die is ingetrokken.
    .watch = Het is JSON in een tekst, die nog eens gelezen moet worden.

## Apple App Store (signed transaction) (appstore)

appstore-bundleid = De app.
appstore-transactionid = Het nummer van de aankoop.
appstore-originaltransactionid = Het nummer van de eerste aankoop, dat verlengingen ook hebben.
appstore-productid = Wat er is gekocht.
appstore-purchasedate = Wanneer het is gekocht, in milliseconden.
appstore-expiresdate = Wanneer het abonnement eindigt, in milliseconden.
appstore-inappownershiptype = Of het is gekocht of via delen met het gezin komt.
appstore-environment = Of het echt is (Production) of een test (Sandbox).
    .watch = Weiger Sandbox-aankopen in een echte winkel.
appstore-signeddate = Wanneer Apple het ondertekende, in milliseconden.

## Apple App Store (signed transaction) (appstore-header)

appstore-header-x5c = De certificaten tot en met Apple Root CA - G3.
    .watch = Controleer dat het laatste echt van Apple is.

## SMART on FHIR (smart)

smart-fhiruser = Het adres van de ingelogde gebruiker op de FHIR-server: een Patient, Practitioner, RelatedPerson of Person.
smart-profile = Het adres van de ingelogde gebruiker op de FHIR-server, onder zijn oude naam.
    .watch = Vervangen door `fhirUser`.
smart-launch = Een verwijzing naar hoe de app vanuit het dossiersysteem is gestart; alleen dat systeem kan haar lezen.
smart-patient = De patiënt voor wie de app is geopend.
smart-encounter = Het bezoek of de opname waarvoor de app is geopend.
smart-fhircontext = Wat er nog meer openstond in het dossier toen de app werd gestart.
smart-fhircontext-reference = De FHIR-resource die openstond.
smart-fhircontext-role = Waarom die is meegegeven: de rol ervan in deze launch.
smart-need-patient-banner = Of de app moet tonen van wie het dossier is dat openstaat.
    .watch = Toon de naam als het waar is: patiënten verwisselen is gevaarlijk.
smart-intent = Wat de gebruiker in de app wil doen, zoals reconcile-medications.
smart-smart-style-url = Het adres van kleuren en maten waarmee de app op het systeem eromheen kan lijken.
smart-tenant = De zorgorganisatie, in een systeem dat er meerdere bedient.
smart-scope = Welke zorggegevens de app mag lezen of schrijven, en van wie.

## SMART Health Cards (shc)

shc-iss = Wie de kaart maakte; de sleutels staan op dit adres met /.well-known/jwks.json erachter.
shc-nbf = Wanneer de kaart is gemaakt.
shc-vc = Wat de kaart zegt, als verifiable credential.
shc-vc-type = Wat voor soort kaart dit is, zoals #health-card of #immunization.
shc-vc-credentialsubject = De zorggegevens en de FHIR-versie waarin ze zijn geschreven.
shc-vc-credentialsubject-fhirversion = De FHIR-versie van de zorggegevens.
shc-vc-credentialsubject-fhirbundle = De zorggegevens, als FHIR Bundle.
    .watch = Medische gegevens: de kaart is ondertekend, niet versleuteld.

## SMART Health Cards (shc-header)

shc-header-zip = De payload is gecomprimeerd voordat hij werd ondertekend, en dat kent RFC 7515 niet.
    .watch = Hij moet worden uitgepakt voordat hij te lezen is.

## UDAP / HL7 FAST (udap)

udap-extensions = Extra verklaringen over het verzoek, één veld per soort.
udap-extensions-hl7-b2b = Wie erom vraagt, voor welke organisatie en met welk doel.
udap-extensions-hl7-b2b-purpose-of-use = Met welk doel om de gegevens wordt gevraagd.
udap-extensions-hl7-b2b-organization-id = De organisatie die erom vraagt.
udap-extensions-hl7-b2b-subject-name = De naam van de persoon die erom vraagt.
udap-software-statement = Een ondertekende beschrijving van het programma, gestuurd bij zijn registratie.
udap-certifications = Keurmerken van het programma.

## HTI 2.0 (GIDS Health Tools Interoperability, Koppeltaal 2.0) (hti)

hti-resource = De taak die wordt gestart, zoals Task/11.
hti-definition = De definitie van de activiteit waaruit de taak is gemaakt (ActivityDefinition).
hti-sub = Wie het instrument start, zoals Practitioner/a5e58253.
hti-patient = De patiënt over wie het gaat, als dat niet degene is die start.
hti-intent = Wat de gebruiker wil doen, zoals `plan` of `order`.
hti-hti-version = De versie van HTI; 2.0 als het er niet staat.
hti-iss = Het portaal waar het instrument vandaan wordt gestart.
hti-aud = Het instrument (de module) dat wordt gestart.
hti-jti = Een uniek nummer van deze launch.
    .watch = Het mag maar één keer worden gebruikt: het instrument moet het onthouden en een tweede launch ermee weigeren.
hti-iat = Wanneer het portaal de launch maakte.
    .watch = Het mag niet in de toekomst liggen.
hti-exp = Wanneer de launch eindigt.
    .watch = Hoogstens 5 minuten na `iat`.

## HTI 1.x (GIDS Health Tools Interoperability) (hti-1)

hti-1-task = De FHIR Task die wordt gestart, voluit.
hti-1-task-resourcetype = Het soort FHIR-resource; altijd Task.
hti-1-task-id = Het nummer van de taak.
hti-1-task-for = De patiënt over wie de taak gaat.
hti-1-task-intent = Wat voor soort taak het is, zoals `plan`.
hti-1-task-status = Hoe ver de taak is.
hti-1-task-instantiatescanonical = De definitie van de activiteit waaruit de taak is gemaakt.
hti-1-fhir-version = De FHIR-versie van de taak: STU3, R4 of R5.
hti-1-task-for-reference = De patiënt over wie de taak gaat.

## Koppeltaal 2.0 (koppeltaal)

koppeltaal-sub = Wie start, in de FHIR-store van Koppeltaal: Patient/, Practitioner/ of RelatedPerson/ en een ID.

## SMART Backend Services client assertion (smart-backend)

smart-backend-iss = Het programma (client-ID) dat om toegang vraagt; hetzelfde als `sub`.
smart-backend-sub = Het programma (client-ID) dat om toegang vraagt; hetzelfde als `iss`.
smart-backend-aud = Het adres van het token endpoint waar het programma dit naartoe stuurt.
smart-backend-exp = Wanneer dit bewijs eindigt.
    .watch = Hoogstens 5 minuten vooruit.
smart-backend-jti = Een uniek nummer van dit bewijs.
    .watch = Het mag maar één keer worden gebruikt: de server moet een tweede keer weigeren.

## Dutch healthcare (Nuts, MedMij, AORTA-on-FHIR) (nlcare)

nlcare-initials = De initialen van de gebruiker die om gegevens vraagt.
nlcare-assurance-level = Hoe sterk de login van de gebruiker was: laag, substantieel of hoog.
nlcare-purpose-of-use = Met welk doel om de gegevens wordt gevraagd.
nlcare-ura = Het URA-nummer van de zorgorganisatie.
nlcare-uzi = Het UZI-nummer van de zorgverlener.
nlcare-bsn = Het burgerservicenummer van een persoon.
    .watch = Zeer gevoelig: de wet beperkt het gebruik ervan, en iedereen die het token heeft, kan het lezen.

## SD-JWT VC (verifiable credentials) (sd-jwt-vc)

sd-jwt-vc-vct = Wat voor soort credential dit is: het type zegt welke claims je kunt verwachten en wat ze betekenen.
sd-jwt-vc-vct-integrity = Een digest van de beschrijving van het type van de credential, zodat die niet kan worden verwisseld.

## EU digital identity (PID SD-JWT VC) (eudi)

eudi-vct = Wat voor soort credential dit is, zoals urn:eudi:pid:1.
eudi-place-of-birth = Waar de houder is geboren.
eudi-nationalities = De nationaliteiten van de houder, als landcodes.
eudi-age-equal-or-over = Welke leeftijden de houder heeft bereikt, zonder de geboortedatum te noemen.
eudi-age-reached = Of de houder deze leeftijd heeft bereikt.
eudi-age-in-years = De leeftijd van de houder.
eudi-age-birth-year = Het jaar waarin de houder is geboren.
eudi-issuing-authority = De autoriteit die de credential uitgaf.
eudi-issuing-country = Het land dat de credential uitgaf.
eudi-personal-administrative-number = Het nummer waaronder de overheid de houder kent.
    .watch = Zeer gevoelig.
eudi-date-of-expiry = De dag waarop de credential eindigt.
eudi-status = Waar je opzoekt of de credential is ingetrokken.

## LTI 1.3 (lti)

lti-message-type = Waar het leerplatform om vraagt: een les openen, of inhoud kiezen.
lti-version = De versie van LTI.
lti-deployment-id = Welke installatie van het instrument in het platform dit is.
lti-target-link-uri = Het adres dat in het instrument moet worden geopend.
lti-resource-link = De link in de cursus waarop is geklikt.
lti-roles = Als wat de gebruiker handelt, zoals leerling of docent.
lti-context = De cursus.
lti-custom = Instellingen die voor dit instrument zijn gemaakt.
lti-tool-platform = Het leerplatform.
lti-launch-presentation = Hoe het instrument wordt getoond, en waarheen terug te keren.
lti-lis = Nummers van de cursus en de persoon in de studentenadministratie.
lti-endpoint = Waar het instrument cijfers naartoe kan sturen.
lti-namesroleservice = Waar het instrument kan vragen wie er in de cursus zitten.
lti-deep-linking-settings = Wat voor soort inhoud er gekozen kan worden.
lti-context-id = Het nummer van de cursus.
lti-context-label = De korte naam van de cursus.
lti-context-title = De naam van de cursus.
lti-context-type = Wat voor soort cursus of groep het is.

## Supabase (supabase)

supabase-role = Als wat de database de aanroeper ziet: `anon`, `authenticated` of `service_role`.
    .watch = `service_role` gaat langs alle regels van de database: het mag nooit in een browser komen.
supabase-ref = Het project waar de sleutel bij hoort.
supabase-aal = Hoe sterk de login was: aal1, of aal2 met een tweede factor.
supabase-amr = Hoe en wanneer de gebruiker heeft ingelogd.
supabase-session-id = De sessie van de gebruiker.
supabase-is-anonymous = Of de gebruiker geen account heeft.
supabase-app-metadata = Gegevens over de gebruiker die alleen de server zet.
supabase-user-metadata = Gegevens die de gebruiker kan wijzigen.
    .watch = Beslis er nooit toegang op.
supabase-phone = Het telefoonnummer van de gebruiker.
supabase-amr-method = De manier waarop de gebruiker heeft ingelogd.
supabase-amr-timestamp = Wanneer de gebruiker zo heeft ingelogd.

## Hasura (hasura)

hasura-claims = Waarmee Hasura bepaalt welke rijen de aanroeper mag zien.
hasura-x-hasura-default-role = De rol die wordt gebruikt als het verzoek er geen noemt.
hasura-x-hasura-allowed-roles = De rollen die het verzoek mag noemen.
hasura-x-hasura-user-id = De gebruiker, voor regels zoals “alleen je eigen rijen”.
hasura-x-hasura-org-id = De organisatie, voor eigen regels.
hasura-variable = Een eigen variabele, die de regels van de database kunnen gebruiken.

## Clerk (clerk)

clerk-azp = De web-origin die om het token vroeg.
    .watch = Vergelijk die met je eigen origins.
clerk-sid = De sessie van de gebruiker.
clerk-fva = Hoeveel minuten geleden de eerste en de tweede factor zijn gecontroleerd.
clerk-v = De versie van het token.
clerk-pla = Het abonnement van de gebruiker of de organisatie.
clerk-fea = De functies van dat abonnement.
clerk-o = De organisatie waarin de gebruiker nu werkt.
clerk-o-id = De ID van de organisatie.
clerk-o-rol = De rol van de gebruiker in de organisatie.
clerk-o-slg = De korte naam van de organisatie.
clerk-o-per = De rechten van de gebruiker in de organisatie.
clerk-org-id = De organisatie waarin de gebruiker nu werkt, in oudere tokens.
clerk-org-role = De rol van de gebruiker in die organisatie, in oudere tokens.
clerk-org-slug = De korte naam van die organisatie, in oudere tokens.
clerk-org-permissions = De rechten van de gebruiker in die organisatie, in oudere tokens.
clerk-sts = Hoe de sessie ervoor staat, zoals `pending`.

## Cloudflare Access (cloudflare)

cloudflare-identity-nonce = Een waarde waarmee meer over de gebruiker op te zoeken is.
cloudflare-country = Het land van de gebruiker.
cloudflare-type = Of het voor één applicatie geldt (`app`) of voor de hele sessie (`org`).
cloudflare-policy-id = De regel die de gebruiker toeliet.
cloudflare-common-name = De naam van het programma, als er geen gebruiker maar een programma binnenkwam.
cloudflare-custom = Extra gegevens van de identity provider.
cloudflare-device-sessions = Wat er over het apparaat bekend is.

## Zitadel (zitadel)

zitadel-urn-zitadel-iam-org-project-roles = De rollen van de gebruiker in het project, met de organisaties die ze gaven.
zitadel-urn-zitadel-iam-user-metadata = Extra gegevens over de gebruiker, elke waarde in base64.
zitadel-urn-zitadel-iam-user-resourceowner-id = De ID van de organisatie van de gebruiker.
zitadel-urn-zitadel-iam-user-resourceowner-name = De naam van de organisatie van de gebruiker.
zitadel-urn-zitadel-iam-org-domain-primary = Het hoofddomein van de organisatie.

## Duende / IdentityServer (duende)

duende-client-id = Het programma dat het token kreeg.
duende-scope = De scopes die zijn gegeven, als lijst of als één tekst.
duende-idp = Waar de gebruiker heeft ingelogd; `local` is deze server zelf.
duende-amr = Hoe de gebruiker heeft ingelogd.
duende-auth-time = Wanneer de gebruiker heeft ingelogd.
duende-sid = De sessie van de gebruiker.
duende-client = Een eigenschap van het programma, niet van de gebruiker.

## Salesforce (salesforce)

salesforce-mty = Het soort token.
salesforce-scp = De scopes die zijn gegeven.
salesforce-sfap-op = Een waarde voor eigen gebruik door Salesforce.
salesforce-sfi = Een waarde voor eigen gebruik door Salesforce.
salesforce-roles = De rollen van de gebruiker.
salesforce-user-id = De ID van de gebruiker.
salesforce-organization-id = De ID van de organisatie.

## Slack (slack)

slack-user-id = De ID van de gebruiker.
slack-team-id = De ID van de workspace.
slack-team-name = De naam van de workspace.
slack-team-domain = Het domein van de workspace.
slack-enterprise-id = De ID van de enterprise.

## Atlassian (Connect / Bitbucket) (atlassian)

atlassian-qsh = Een hash van adres en query van het verzoek, zodat het token bij geen ander verzoek past.
atlassian-context = Wie erom vroeg, in oudere tokens.
atlassian-workspaceuuid = De workspace van de pipeline.
atlassian-repositoryuuid = De repository van de pipeline.
atlassian-stepuuid = De stap die draait.
atlassian-pipelineuuid = De pipeline die draait.
atlassian-deploymentenvironmentuuid = De environment waar hij naar uitrolt.

## CircleCI OIDC (circleci)

circleci-oidc-circleci-com-project-id = Het project.
circleci-oidc-circleci-com-context-ids = De contexts die de job gebruikt.
circleci-oidc-circleci-com-vcs-origin = Het adres van de repository.
circleci-oidc-circleci-com-vcs-ref = De branch of tag.
circleci-oidc-circleci-com-ssh-rerun = Of iemand de job opnieuw heeft gestart met toegang via SSH.

## Buildkite OIDC (buildkite)

buildkite-organization-slug = De organisatie.
buildkite-pipeline-slug = De pipeline.
buildkite-build-number = Het nummer van de build.
buildkite-build-branch = De branch.
buildkite-build-commit = De commit.
buildkite-step-key = De stap die draait.
buildkite-job-id = Het nummer van de job.
buildkite-agent-id = De machine die de job draait.

## Terraform Cloud / HCP (terraform)

terraform-terraform-organization-id = De ID van de organisatie.
terraform-terraform-organization-name = De naam van de organisatie.
terraform-terraform-project-name = De naam van het project.
terraform-terraform-workspace-id = De ID van de workspace.
terraform-terraform-workspace-name = De naam van de workspace.
terraform-terraform-full-workspace = De workspace met zijn organisatie en project.
terraform-terraform-run-id = Het nummer van de run.
terraform-terraform-run-phase = Of hij alleen plant (`plan`) of ook iets verandert (`apply`).

## HashiCorp Vault identity token (vault)

vault-namespace = De namespace in Vault.
vault-sub = De entiteit (gebruiker of machine) in Vault.

## Azure DevOps OIDC (azdo)

azdo-sub = Welke service connection draait: sc://, organisatie, project, naam.
azdo-iss = Azure DevOps, met de ID van de organisatie.

## OAuth 2.0 / OIDC token type (header typ) (typ)

typ-jwt = Een gewone JWT, zonder te zeggen welke soort.
typ-jose = Een ondertekend of versleuteld token in de compacte vorm.
typ-jose-json = Een ondertekend of versleuteld token in de JSON-vorm.
typ-at-jwt = Een access token: het opent een service.
typ-dpop-jwt = Een DPoP-proof: laat voor één verzoek zien dat de afzender de sleutel heeft.
typ-logout-jwt = Vertelt een programma dat de gebruiker heeft uitgelogd.
typ-secevent-jwt = Meldt een beveiligingsgebeurtenis; het opent niets.
typ-oauth-authz-req-jwt = Een ondertekend verzoek om in te loggen.
typ-token-introspection-jwt = Een ondertekend antwoord over een ander token.
typ-entity-statement-jwt = Een verklaring over een partij in een federatie.
typ-trust-mark-jwt = Een keurmerk van een partij in een federatie.
typ-dc-sd-jwt = Een digitale credential waarvan de houder kiest wat hij toont (eerder vc+sd-jwt).
typ-kb-jwt = Laat zien dat wie een SD-JWT aanbiedt, de sleutel ervan heeft.
typ-example-sd-jwt = Een voorbeeld in de specificatie; elders betekent het niets.
typ-statuslist-jwt = De status van veel tokens tegelijk.
typ-openid4vci-proof-jwt = Laat zien dat een wallet de sleutel voor een nieuwe credential heeft.
typ-oauth-client-attestation-jwt = Een autoriteit staat in voor een programma.
typ-oauth-client-attestation-pop-jwt = Laat zien dat een programma de sleutel heeft waarvoor is ingestaan.
typ-client-authentication-jwt = Laat zien wie het programma is als het om een token vraagt.
typ-passport = Zegt wie er belt, in telefonie.
typ-svt-jwt = Een eerdere controle van de handtekeningen van een document.
typ-jwk-set-jwt = Een ondertekende verzameling sleutels.
typ-resolve-response-jwt = Het antwoord op een vraag over een partij in een federatie.
typ-vp-jwt = Credentials die de houder aan iemand toont.
typ-vc-jwt = Een verifiable credential.
typ-vc-sd-jwt = Een verifiable credential waarvan de houder kiest wat die laat zien.
typ-vp-sd-jwt = Credentials die de houder voor een deel laat zien.
typ-sd-jwt = Een token waarvan de houder kiest wat die laat zien, van geen bepaalde soort.
typ-eat-jwt = Een apparaat vertelt wat het is en in welke toestand.
typ-key-attestation-jwt = Zegt hoe goed de sleutels van een wallet worden bewaard.
typ-explicit-registration-response-jwt = Het antwoord aan een programma dat zich in een federatie registreert.
typ-trust-mark-delegation-jwt = Zegt wie een keurmerk van een federatie mag uitgeven.
typ-trust-mark-status-response-jwt = Zegt of een keurmerk van een federatie nog geldt.

## Workshop Online Toestemming (workshop)

workshop-sub = Wie er aanroept: het ID van de patiënt, de naam van de zorgorganisatie, of `internal`; `role` zegt welke.
workshop-role = Als wat de aanroeper handelt: `Patient`, `HealthcareCompany` of `Internal`.
    .watch = Alleen de handtekening maakt het betrouwbaar: dit woord veranderen is het voorbeeld van vervalsen in de workshop.
workshop-iss = De IdentityApi van de workshop, die de tokens uitdeelt.
workshop-aud = De services van de workshop, die samen één naam en één geheim delen.
workshop-exp = 15 minuten nadat het token is uitgegeven.

## Workshop Online Toestemming (workshop-role)

workshop-role-patient = Een patiënt; in `sub` staat het ID van de patiënt.
workshop-role-healthcarecompany = Een zorgorganisatie; in `sub` staat de naam.
workshop-role-internal = Een van de eigen services van de workshop; in `sub` staat `internal`.
    .watch = Die mag alles: hierin verandert een aanvaller de rol.

## Microsoft Entra ID (access token) (entra-azpacr)

entra-azpacr-0 = Het programma bewees niet wie het is: het kan geen geheim bewaren (een public client).
entra-azpacr-1 = Het programma bewees met een client secret wie het is.
entra-azpacr-2 = Het programma bewees met een certificaat wie het is.

## Microsoft Entra ID (optional claim) (entra-acct)

entra-acct-0 = De gebruiker is lid van de tenant.
entra-acct-1 = De gebruiker is gast in de tenant.

## Microsoft Entra ID (optional claim) (entra-idtyp)

entra-idtyp-app = Het token van een programma zelf, zonder gebruiker.
entra-idtyp-user = Het token van een gebruiker.
entra-idtyp-device = Het token van een apparaat.

## Keycloak (keycloak-typ)

keycloak-typ-bearer = Een access token: het opent een service.
keycloak-typ-dpop = Een access token voor één sleutel: het opent een service alleen samen met een DPoP-proof.
keycloak-typ-id = Een ID Token: het vertelt het programma wie er heeft ingelogd.
    .watch = Het is niet bedoeld om een service te openen.
keycloak-typ-refresh = Een refresh token, om nieuwe tokens mee op te halen.
    .watch = Alleen Keycloak zelf hoort het ooit terug te zien.
keycloak-typ-offline = Een refresh token dat de sessie overleeft.
    .watch = Alleen Keycloak zelf hoort het ooit terug te zien.
keycloak-typ-logout = Vertelt een programma dat de gebruiker heeft uitgelogd.

## AWS Cognito (cognito-token-use)

cognito-token-use-id = Een ID Token: het vertelt het programma wie er heeft ingelogd.
cognito-token-use-access = Een access token: het opent een service.

## Sign in with Apple (apple-real-user-status)

apple-real-user-status-0 = Het apparaat kan niet zeggen of dit een echt mens is.
apple-real-user-status-1 = Apple kan niet zeggen of dit een echt mens is.
apple-real-user-status-2 = Apple denkt dat dit een echt mens is.

## Supabase (supabase-role)

supabase-role-anon = Iemand die niet heeft ingelogd.
supabase-role-authenticated = Een gebruiker die heeft ingelogd.
supabase-role-service-role = De server zelf, voor wie de regels van de database niet gelden.
    .watch = Mag nooit in een browser komen.

## Supabase (supabase-aal)

supabase-aal-aal1 = Ingelogd met één factor.
supabase-aal-aal2 = Ingelogd met twee factoren.

## Auth0 (auth0-gty)

auth0-gty-client-credentials = Een programma vroeg er zelf om, zonder gebruiker.
auth0-gty-password = De gebruiker typte het wachtwoord in het programma zelf.
    .watch = Deze manier van inloggen verdwijnt.
auth0-gty-refresh-token = Het is opgehaald met een refresh token.

## Firebase Authentication (firebase-provider)

firebase-provider-password = Met e-mailadres en wachtwoord.
firebase-provider-phone = Met een code die naar een telefoon is gestuurd.
firebase-provider-anonymous = Zonder account.
    .watch = Iedereen krijgt dit: het bewijst niets over wie de gebruiker is.
firebase-provider-custom = Met een token dat de eigen server van de applicatie maakte.

## SHAKEN (shaken-attest)

shaken-attest-a = De telefoonmaatschappij kent de beller en weet dat het nummer van hem is.
shaken-attest-b = De telefoonmaatschappij kent de beller, maar weet niet of het nummer van hem is.
shaken-attest-c = De telefoonmaatschappij weet alleen waar het gesprek haar netwerk in kwam.

## PASSporT extensions (passport-ppt)

passport-ppt-shaken = De telefoonmaatschappij van de beller staat in voor het nummer.
passport-ppt-div = Het gesprek is doorgestuurd.
passport-ppt-rph = Het gesprek mag voorrang hebben.
passport-ppt-rcd = Het gesprek bevat naam of logo van de beller.

## EAT debug status (eat-dbgstat)

eat-dbgstat-enabled = Debuggen staat open.
    .watch = Niets anders dat het apparaat zegt, is te vertrouwen.
eat-dbgstat-disabled = Debuggen is nu dicht, maar kan sinds de start open zijn geweest.
eat-dbgstat-disabled-since-boot = Debuggen is sinds de start dicht.
eat-dbgstat-disabled-permanently = Debuggen is voorgoed dicht, behalve voor de maker.
eat-dbgstat-disabled-fully-and-permanently = Debuggen is voorgoed dicht, voor iedereen.

## Named Information Hash Algorithms (sd-alg)

sd-alg-sha-256 = SHA-256, de gewone keuze.
sd-alg-sha-384 = SHA-384.
sd-alg-sha-512 = SHA-512.

## FHIR request intent (request-intent)

request-intent-proposal = Een voorstel van iemand die er niet over kan beslissen.
request-intent-plan = Een plan waar nog niemand opdracht voor heeft gegeven.
request-intent-order = Een opdracht om het te doen.
request-intent-original-order = Een opdracht zoals die het eerst is gegeven.
request-intent-directive = Een aanwijzing van iemand die daarover gaat, op te volgen zonder verdere opdracht.
request-intent-reflex-order = Een opdracht die volgens een regel volgt uit de uitkomst van een eerdere.
request-intent-filler-order = Een opdracht zoals de uitvoerder die heeft opgeschreven.
request-intent-instance-order = Een van de keren dat een herhaalde opdracht wordt uitgevoerd.
request-intent-option = Een van meerdere mogelijkheden.

## Security Event Identifier Formats (sub-id-format)

sub-id-format-account = Een account, als acct:user@host.
sub-id-format-email = Een e-mailadres.
sub-id-format-iss-sub = Een uitgever en zijn subject, zoals in een token.
sub-id-format-opaque = Een nummer dat op zichzelf niets betekent.
sub-id-format-phone-number = Een telefoonnummer.
sub-id-format-did = Een decentralised identifier (DID).
sub-id-format-uri = Een URI.
sub-id-format-aliases = Meerdere kenmerken van hetzelfde subject.

## Microsoft Entra ID (access token) (entra-amr)

entra-amr-rsa = met een RSA-sleutel, zoals die van de app Microsoft Authenticator
entra-amr-fed = bij een andere identity provider, die voor de gebruiker instond
entra-amr-ngcmfa = met een tweede factor toen het apparaat werd ingericht
