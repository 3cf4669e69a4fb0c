# Wat de lessen zeggen, stap voor stap. Een opdracht heeft een tip, en zegt wat er te zien was als ze klaar is.

learn-token = Wat een token is
    .about = Een regel tekst die over iemand spreekt
learn-token-look = Dit is een token: één regel tekst die een service afgeeft nadat iemand heeft ingelogd. Wie hem aan een andere service laat zien, zegt daarmee: ik ben degene over wie het gaat. De tekst staat in het tokenveld; wat hij zegt, staat ernaast, onder Payload.
learn-token-issuer = Een token zegt wie het gemaakt heeft: de claim `iss`, de uitgever. Zoek de waarde op in Payload en typ die in het veld Verwachte iss, onder De claims beoordelen.
    .hint = Het veld staat onder het sleutelvak. De waarde begint met `Online-Toestemming`; neem haar precies over, met hoofdletters en streepjes.
    .done = De claims gelden, voor de uitgever die je verwacht. Een service doet dit met elk token dat ze krijgt.
learn-token-bearer = Niets in het token zegt wie het bij zich heeft. Wie de tekst heeft, kan hem laten zien, zoals een kaartje zonder naam; daarom heet het een bearer token, en daarom leeft het beter niet lang.

learn-parts = Drie delen, twee punten
    .about = Header, payload, handtekening
learn-parts-dots = Twee punten verdelen het token in drieën. De header zegt hoe het is ondertekend, de payload wat het beweert, en de handtekening is er zodat niemand de andere twee ongemerkt kan veranderen. Elk deel heeft zijn eigen kleur, hier en in de panelen.
learn-parts-cut = Verwijder het laatste deel uit het tokenveld, met de punt ervoor, en kijk wat de pagina ervan maakt.
    .hint = Zet de cursor aan het eind van het token en wis terug tot de tweede punt weg is.
    .done = Bij Structuur staat nu dat het beschadigd is. Wat overblijft, is nog steeds te lezen: om leesbaar te zijn heeft een token geen handtekening nodig.
learn-parts-whole = Het is weer heel. Elk deel is base64url-tekst: letters, cijfers, `-` en `_`. Een punt komt daar niet in voor, dus de punten zeggen altijd waar een deel ophoudt.

learn-base64url = Base64url is geen versleuteling
    .about = Lees en schrijf zelf een payload
learn-base64url-read = Er is geen sleutel gegeven, en toch is alles te lezen. Base64url schrijft drie bytes als vier tekens, meer niet. Doe het een keer met de hand, met `eyJy`: in het alfabet A–Z, a–z, 0–9, - en _, geteld vanaf 0, zijn dat 30, 50, 9 en 50. Als zes bits elk: 011110 110010 001001 110010. Dezelfde bits per acht: 01111011 00100010 01110010, en dat zijn de bytes van een accolade, een aanhalingsteken en een r. Daarom begint bijna elk token met `eyJ`: zo begint een JSON-object.
learn-base64url-write = Schrijf zelf een payload. Vervang het deel tussen de twee punten door `eyJyb2xlIjoiSW50ZXJuYWwifQ` en lees wat er staat.
    .hint = Selecteer in het tokenveld van net na de eerste punt tot net voor de tweede, en plak het nieuwe deel eroverheen.
    .done = Het token zegt nu dat je rol `Internal` is. Je had daar geen sleutel voor nodig, en een ander ook niet.
learn-base64url-lock = De payload is dus een ansichtkaart, geen dichte envelop. Wie hem doorgeeft, kan hem lezen en kan een andere schrijven. Wat niet lukt, is de handtekening laten kloppen; dat komt later.

learn-claims = Wat claims zijn
    .about = Wat een token beweert, en voor wie het is
learn-claims-names = Elk veld van de payload is een claim: een naam en een waarde. Sommige namen zijn geregistreerd en leest iedereen hetzelfde: `sub` is over wie het gaat, `iss` wie het zegt, `aud` voor wie, `exp` tot wanneer. Andere, zoals `role`, spreken services onderling af. Op het tabblad Claims staat wat elk ervan betekent.
learn-claims-other = Een token wordt voor één service gemaakt: zijn audience. Wees een andere. Typ `Another-Service` in het veld Verwachte aud, onder De claims beoordelen.
    .hint = Het veld staat onder het sleutelvak, naast Verwachte iss.
    .done = Wijkt af: het token is goed gemaakt, maar het is niet voor jou. Een service die dit niet controleert, neemt tokens aan die voor anderen zijn gemaakt.
learn-claims-mine = Wees nu de service waarvoor het wel is gemaakt. Zoek `aud` op in de payload en typ de waarde in hetzelfde veld.
    .hint = Niet de waarde van `iss`: die is langer.
    .done = De claims gelden voor deze service.

learn-time = Tijd
    .about = exp, nbf, en wiens klok telt
learn-time-exp = De claim `exp` is de seconde vanaf welke het token niet meer telt, geschreven als het aantal seconden sinds 1970. Dit token is zojuist ondertekend en geldt een kwartier. De tijdlijn laat zien waar nu is.
learn-time-later = Kom te laat: zet de klok, in het veld Op dit moment, op een tijdstip na `exp`.
    .hint = Schrijf een getal dat groter is dan `exp`, of een datum zoals `2099-01-01`.
    .done = Verlopen. Aan het token is niets veranderd, geen teken: alleen het moment waarop je het beoordeelt.
learn-time-early = Dit is een ander token, en dat komt nu te vroeg: `nbf` zegt vanaf wanneer. Zet de klok op een moment waarop het wel geldt.
    .hint = Het moment ligt tussen `nbf` en `exp`. De waarde van `nbf` zelf is goed.
    .done = Het geldt: `nbf` is geweest en `exp` nog niet.
learn-time-leeway = De klokken van twee machines lopen nooit precies gelijk. Services staan daarom een beetje speling toe, seconden en geen minuten; het veld ervoor staat bij de klok.

learn-signature = Handtekening en gedeeld geheim
    .about = Wie instaat voor wat er staat
learn-signature-unchecked = Alles is te lezen, en bij de handtekening staat: niet gecontroleerd. Zolang niemand haar controleert, kan elk woord van de payload verzonnen zijn.
learn-signature-secret = De header zegt `HS256`: uitgever en ontvanger delen een geheim. In deze workshop is dat `workshop-only-shared-secret-please-change-me-2026`. Geef het aan de pagina.
    .hint = Plak het geheim in het sleutelvak, onder het token, zonder spaties eromheen.
    .done = Geldig: precies deze bytes zijn ondertekend door iemand die dit geheim heeft.
learn-signature-wrong = Verander één teken van het geheim in het sleutelvak.
    .hint = Maak van de `6` aan het eind een `7`.
    .done = Ongeldig. Een sleutel is goed of fout; bijna goed is fout. De pagina zegt ook wat ze heeft geprobeerd om te weten waarom.
learn-signature-why = De handtekening is een getal, berekend uit header, payload en geheim: HMAC met SHA-256. Wie het geheim niet heeft, kan het niet berekenen, en wie één bit van de tekst verandert, krijgt een heel ander getal. Open Toon het rekenwerk om het te zien gebeuren.

learn-tamper = Knoei met een rol
    .about = Verander wat een token zegt en zie het misgaan
learn-tamper-valid = Het token van een patiënt, met het geheim dat erbij hoort. De handtekening is geldig en de rol is `Patient`.
learn-tamper-role = Maak van de patiënt iemand van het ziekenhuis: vervang het deel tussen de twee punten door `eyJyb2xlIjoiSW50ZXJuYWwifQ`, dat zegt dat de rol `Internal` is.
    .hint = Laat het eerste en het laatste deel zoals ze zijn; alleen het middelste verandert.
    .done = De rol is `Internal`, en de handtekening is ongeldig: ze werd over andere bytes gezet.
learn-tamper-failed = Meer doet een handtekening niet, en dat is heel wat: lezen mag iedereen, veranderen valt op. Een service die de rol leest zonder de handtekening te controleren, had je binnengelaten.

learn-resign = Onderteken het opnieuw
    .about = Wie het geheim heeft, kan iedereen zijn
learn-resign-change = Dit is het scherm Ondertekenen, met dezelfde claims en het gedeelde geheim. Verander de rol in `Internal`; het token volgt terwijl je typt.
    .hint = In de payload wordt `"role": "Patient"` dan `"role": "Internal"`. Laat de aanhalingstekens staan.
    .done = De pagina heeft het opnieuw ondertekend, over de nieuwe bytes.
learn-resign-open = Wees nu de service die het krijgt: druk op Openen in Bekijken, onder het nieuwe token.
    .hint = De knop staat onder het ondertekende token, rechts; op een telefoon onder het formulier.
    .done = Geldig, met de rol `Internal`. Voor de service die het controleert, is dit token zo goed als elk ander.
learn-resign-anyone = De handtekening bewijst dat iemand met het geheim heeft ondertekend, niet wie. Elke service die met een gedeeld geheim kan controleren, kan er ook mee ondertekenen: als elke gebruiker, met elke rol. Zo'n geheim is daarom van twee partijen, niet van tien.

learn-pairs = Sleutelparen
    .about = Eén ondertekent, iedereen kan controleren
learn-pairs-public = De header zegt `ES256`: ondertekend met de privéhelft van een sleutelpaar. In het sleutelvak staat alleen de publieke helft, en de handtekening is geldig. Een publieke sleutel mag op straat liggen; elke service kan dus zelf controleren, zonder de uitgever te bellen.
learn-pairs-tamper = Dezelfde proef als eerder: verander iets in het payloaddeel van het token.
    .hint = Vervang één letter in het middelste deel door een andere, of zet er `eyJyb2xlIjoiSW50ZXJuYWwifQ` voor in de plaats.
    .done = Ongeldig, gezien met een sleutel die helemaal geen geheim is.
learn-pairs-forge = Probeer een token te vervalsen als service die alleen de publieke sleutel heeft: hier staat hij in het sleutelvak van Ondertekenen. Verander de rol in `Internal` en kijk wat je krijgt.
    .hint = In de payload wordt `"role": "Patient"` dan `"role": "Internal"`.
    .done = Er komt geen token: ondertekenen kan alleen met de privéhelft, en die heeft alleen de uitgever.
learn-pairs-why = Dat is het hele verschil. Met een gedeeld geheim kan elke controleur vervalsen; met een sleutelpaar ondertekent er één en controleert wie wil. De privésleutel verlaat de uitgever nooit.

learn-rotation = JWK Sets en rotatie
    .about = Meer sleutels met een naam, zodat een sleutel kan wisselen
learn-rotation-set = Een uitgever publiceert zijn publieke sleutels als JWK Set, een lijst op een URL. De header noemt er een met `kid`, en de pagina zegt dat ze die sleutel koos omdat de namen gelijk zijn.
learn-rotation-next = De uitgever ondertekent nu met zijn volgende sleutel: `kid` is een andere. Die stond al in de set, dus dit token is meteen geldig. Niemand hoefde gebeld te worden.
learn-rotation-gone = Nu is de oude sleutel uit de set gehaald. In het tokenveld staan twee tokens, een met de oude sleutel ondertekend en een met de nieuwe. Kies het token dat nog klopt.
    .hint = Boven de delen van het token noemt de pagina ze allebei. Kies het tweede.
    .done = Geldig. Het andere is niet verlopen, en toch kan niemand het nog controleren.
learn-rotation-overlap = Rotatie gaat dus in drie stappen: publiceer de volgende sleutel, onderteken ermee, en haal de oude weg als het laatste token dat hij ondertekende verlopen is. Een ontvanger die een onbekende `kid` ziet, haalt de set opnieuw op, één keer, en niet voor elk token.

learn-sessions = Sessies en tokens
    .about = Wanneer je een JWT gebruikt, en wanneer niet
learn-sessions-session = Bij een sessie onthoudt de server wie je bent, en in een cookie staat alleen een nummer. Bij een token zegt de tekst het zelf, en elke service met de sleutel kan het controleren zonder iets te vragen. Dat is de winst, en die heeft een prijs.
learn-sessions-stolen = Stel dat dit token gestolen is. Een sessie kun je meteen beëindigen; een token telt voor iedereen tot het verloopt. Zet de klok op het eerste moment waarop de dief er niets meer aan heeft.
    .hint = Vanaf `exp`. Schrijf dat getal in het veld Op dit moment.
    .done = Verlopen, met een geldige handtekening. Tot die seconde kon niets in het token de dief tegenhouden.
learn-sessions-use = Gebruik een token om andere services te zeggen wie iemand is (authenticatie), wat iemand mag (autorisatie), of om gegevens door te geven die niet veranderd mogen worden (uitwisseling). Houd het kort. Voor één website met één server is een sessie eenvoudiger, en die kun je beëindigen.

learn-forgers = Geheim of sleutelpaar
    .about = Tel de services die kunnen vervalsen
learn-forgers-shared = Jij bent Service B. Je kreeg het gedeelde geheim om tokens mee te controleren. Schrijf er zelf een als de Identity API: de claims staan er; druk op Openen in Bekijken.
    .hint = Je hoeft niets te veranderen. De knop staat onder het ondertekende token.
    .done = Geldig. Service A ziet geen verschil met een token van de Identity API, en niemand kan bewijzen wie het heeft gemaakt.
learn-forgers-pair = Dezelfde claims met een sleutelpaar. Service B heeft de publieke sleutel, zoals iedereen, en kan ermee controleren. Om te vervalsen zou ze de privéhelft nodig hebben.
learn-forgers-choose = Tel wie kan vervalsen: met HMAC iedereen die controleert, met een sleutelpaar één. HMAC past bij een token dat een service voor zichzelf maakt; zodra anderen controleren, gebruik je een sleutelpaar.

learn-encryption = Ondertekend is niet versleuteld
    .about = Waarom een handtekening niets verbergt
learn-encryption-signed = Er wordt gezegd dat een handtekening versleuteling met de privésleutel is. Dan zou zonder sleutel niets te lezen zijn. Maak het sleutelvak leeg en kijk naar de payload.
    .hint = Selecteer alles in het sleutelvak en verwijder het.
    .done = Niet gecontroleerd, en nog steeds te lezen, elk woord. Een handtekening is een getal naast de tekst. Ze dekt hem niet af.
learn-encryption-encrypted = Dit is een versleuteld token, een JWE: vijf delen. De header is te lezen, zodat de ontvanger weet welke sleutel hij nodig heeft; de inhoud niet, ook niet met de sleutel van de afzender. Moet een token iets bevatten wat anderen niet mogen lezen, dan is dit nodig.

learn-never = Wat nooit in een payload hoort
    .about = Een burgerservicenummer bijvoorbeeld
learn-never-read = Iemand heeft een burgerservicenummer (BSN) in de payload gezet. Het is verzonnen, maar het doorstaat de proef die echte nummers doorstaan. Het token reist door browsers, logbestanden en proxy's, en die kunnen het allemaal lezen. Kijk wat de bevindingen zeggen.
learn-never-repair = Haal het eruit: op dit scherm staat het concept van dat token. Laat `sub` staan, zodat de service nog weet over wie het gaat, en druk op Openen in Bekijken.
    .hint = Verwijder de hele regel met `"bsn"`, ook de komma. Een verwijzing die anderen niets zegt, mag ervoor in de plaats.
    .done = Er wordt niets persoonlijks meer gevonden. De rest zoekt de service op met `sub`.
learn-never-instead = Namen, geboortedatums, mailadressen, medische gegevens, wachtwoorden, sleutels: niets daarvan hoort in een tekst die velen kunnen lezen en niemand kan terughalen. Zet er een verwijzing neer, en laat de service die de rest mag weten die opzoeken.

learn-journey = Van login naar service naar service
    .about = Gebruiker, Identity Provider, Service A, Service B
learn-journey-login = De gebruiker logt in bij de Identity Provider. Die ondertekent dit token met zijn privésleutel en geeft het aan de toepassing van de gebruiker, die het naar Service A stuurt. In het sleutelvak staat de set die de Identity Provider voor iedereen publiceert.
learn-journey-service-a = Jij bent Service A. De handtekening is geldig. Controleer of het token voor jou is: typ `service-a` in Verwachte aud, onder De claims beoordelen.
    .hint = Het veld staat onder het sleutelvak.
    .done = Geldig, op tijd, en voor jou: Service A mag aan het werk.
learn-journey-forwarded = Service A heeft iets nodig van Service B en geeft het token gewoon door. Wees nu Service B, en verwacht `service-b`.
    .hint = Verander hetzelfde veld in `service-b`.
    .done = Wijkt af. Service B weigert, en terecht: anders kon elke service die een token krijgt het overal gebruiken, als de gebruiker.
learn-journey-exchange = Dus gaat Service A terug naar de Identity Provider en ruilt het in voor een token dat voor Service B is (RFC 8693). Het gaat over dezelfde gebruiker, `aud` is een ander, het leeft korter, en `act` zegt dat Service A handelt.
learn-journey-service-b = Jij bent weer Service B. Controleer dit token: verwacht `service-b`.
    .hint = Typ het in Verwachte aud, zoals eerder.
    .done = Het geldt. Service B weet voor wie ze werkt en wie het vroeg, en hoefde daarvoor niemand te bellen.

learn-koppeltaal = Sleutels in Koppeltaal
    .about = Sleutelpaar, JWK Set, client assertion, launch
learn-koppeltaal-keys = In Koppeltaal heeft elke toepassing een sleutelpaar en publiceert ze de publieke helft als JWK Set; gedeelde geheimen zijn er niet. Hier staat een set met één sleutel, en een token dat de toepassing over zichzelf ondertekende: een client assertion. `iss` en `sub` zijn allebei haar client id.
learn-koppeltaal-assertion = Met de assertion vraagt de toepassing de authorization server om een access token. Wees die server: verwacht je eigen adres, dat in `aud` staat.
    .hint = Kopieer de waarde van `aud`, een URL die op `token` eindigt, naar Verwachte aud, onder De claims beoordelen.
    .done = Geldig, en voor deze server. Het geldt vijf minuten, en de `jti` wordt één keer geaccepteerd.
learn-koppeltaal-launch = Een launch is een ander token, met dezelfde sleutel ondertekend: een portaal opent een module voor een persoon en een taak. Wees die module. In Koppeltaal kent ze zichzelf als device; verwacht wat er in `aud` staat.
    .hint = De waarde begint met `Device/`.
    .done = De launch is voor deze module. `sub` zegt wie haar opent, `resource` om welke taak het gaat.
learn-koppeltaal-both = Hetzelfde sleutelpaar dient dus twee keer: om een toepassing te laten inloggen, en om een persoon over te dragen. Iedereen controleert met de gepubliceerde set, en alleen de toepassing kan ondertekenen.
