### Bevindingen van de controles. Elke tekst zegt wat er is gevonden; `.advice` zegt wat je moet doen en
### welke paragraaf daarom vraagt. `certainty` en `clause` zijn feiten van elke bevinding.

certainty-known = zeker
certainty-likely = waarschijnlijk

check-more = { $finding } is op nog { $count } plaatsen gevonden.
check-more-one = { $finding } is op nog één plaats gevonden.
check-in-header = de JOSE Header
check-in-unprotected-header = een unprotected header
check-in-payload = de payload
check-in-signature = de handtekening
check-in-disclosure = een Disclosure
check-in-another-part = een ander deel

# Algoritmen.
alg-is-none = alg is none: niemand heeft dit token ondertekend, en iedereen kan het veranderen.
    .advice = Weiger het. RFC 8725 §3.2 staat none alleen toe waar iets anders het token al beschermt.
alg-none-spelling = alg is “{ $alg }”. Dat is geen geregistreerde naam, maar wie slordig vergelijkt, houdt het voor none.
    .advice = Vergelijk alg byte voor byte met de lijst van algoritmen die je accepteert (RFC 8725 §3.1); nooit met een lijst van wat je weigert.
alg-spelling = alg is “{ $alg }”, en dat is niet geregistreerd. Het lijkt op { $meant }.
    .advice = Bij alg tellen hoofdletters (RFC 7515 §4.1.1): de uitgever moet { $meant } schrijven.
alg-confusion = alg is { $alg }, dat om een gedeeld geheim vraagt, maar de sleutel is een publieke sleutel ({ $kty }). Wie de publieke sleutel heeft, kan zo’n token ondertekenen.
    .advice = Leg voor elke sleutel het algoritme vast en weiger elk ander (RFC 8725 §3.1). Gebruik de bytes van een publieke sleutel nooit als geheim.
alg-confusion-likely = alg is { $alg }, dat om een gedeeld geheim vraagt, maar de header noemt een publieke sleutel in { $parameter }. Zo ziet algorithm confusion eruit.
    .advice = Leg voor elke sleutel het algoritme vast (RFC 8725 §2.1 en §3.1). Bedoelt de uitgever echt een gedeeld geheim, dan moet { $parameter } weg.
alg-is-rsa1-5 = alg is RSA1_5: door de padding kan een aanvaller die fouten bij het ontsleutelen ziet, de inhoud lezen.
    .advice = Gebruik RSA-OAEP-256, of ECDH-ES (RFC 8725 §3.2).
zip-compressed = De inhoud is vóór het versleutelen gecomprimeerd: de lengte verraadt iets van wat erin staat.
    .advice = Laat zip weg waar een aanvaller een deel van de inhoud kan beïnvloeden (RFC 8725 §3.6).

# Sleutels.
hmac-key-short = Het geheim is { $bits } bits lang; { $alg } vraagt er minstens { $least }.
    .advice = Gebruik minstens { $least } willekeurige bits (RFC 7518 §3.2). Een kort geheim is uit één token te raden.
hmac-many-audiences = Eén geheim voor { $count } audiences: elk van hen die dit token kan controleren, kan er ook een maken voor de anderen.
    .advice = Gebruik een digitale handtekening, of een geheim per audience (RFC 7515 §10.5).
rsa-key-short = De RSA-sleutel is { $bits } bits lang; { $least } is het minimum.
    .advice = Maak een nieuwe sleutel van { $least } bits of meer (RFC 7518 §3.3).
rsa-exponent-small = De publieke exponent van de RSA-sleutel is { $exponent }. Met kleine exponenten hebben slordige controles vervalste handtekeningen geaccepteerd.
    .advice = Gebruik 65537 (FIPS 186-5, bijlage A.1.1).
rsa-exponent-broken = De publieke exponent van de RSA-sleutel is { $exponent }: dat is geen RSA-sleutel, en iedereen kan handtekeningen maken die erbij passen.
    .advice = Gebruik deze sleutel niet. Een exponent is oneven en minstens 3 (RFC 8017 §3.1).
secret-in-settings = De sleutel is de waarde van { $name } in een regel of bestand met instellingen.
    .advice = Voor ontwikkeling is dat goed. Bewaar hem in productie in een secret manager of een beschermde opslag, buiten bestanden, images en versiebeheer, en vervang hem volgens een schema.
ecdsa-repeated-r = Deze ECDSA-handtekening en een andere die op deze pagina is gezien, hebben dezelfde R op { $curve }, over verschillende inhoud. Zeker: één willekeurig getal is twee keer gebruikt. Waarschijnlijk: één sleutel maakte beide; dan kan iedereen die ze allebei heeft, die sleutel berekenen.
    .advice = Ga ervan uit dat anderen de sleutel kennen: vervang hem, en onderteken met een willekeurig getal per handtekening of deterministisch (FIPS 186-5 §6.3, RFC 6979).
ecdsa-zero = { $half } van de ECDSA-handtekening is nul. Wie dat niet controleerde, accepteerde zo’n handtekening bij elke sleutel (CVE-2022-21449).
    .advice = Weiger haar, en ga na dat jouw controle dat ook doet (FIPS 186-5 §6.4.2).
ecdsa-out-of-range = { $half } van de ECDSA-handtekening is niet kleiner dan de orde van { $curve }.
    .advice = Weiger haar: R en S liggen tussen 1 en de orde min 1 (FIPS 186-5 §6.4.2).
signature-length = De handtekening is { $found } bytes lang; { $alg } maakt er { $expected }.
    .advice = Kijk of het token is afgekapt, of dat de handtekening een andere vorm heeft, zoals DER bij ECDSA (RFC 7518 §3).

# Header.
jwk-in-header = De header brengt zijn eigen sleutel mee in jwk. Wie het token maakte, koos die sleutel.
    .advice = Controleer met een sleutel die je van elders hebt, of die je hebt vastgezet (RFC 7515 §10.3).
x5c-in-header = De header brengt een certificaat mee in x5c. Wie het token maakte, koos het.
    .advice = Controleer de keten tot een root die je vertrouwt, en de naam erin, voordat je de sleutel gebruikt (RFC 7515 §4.1.6).
jku-in-header = De header zegt waar de sleutel te halen is: { $url }.
    .advice = Haal sleutels alleen op van adressen die je van tevoren hebt vastgelegd; volg jku nooit blind (RFC 8725 §3.10).
x5u-in-header = De header zegt waar het certificaat te halen is: { $url }.
    .advice = Haal certificaten alleen op van adressen die je van tevoren hebt vastgelegd, en controleer de keten (RFC 8725 §3.10).
key-url-not-https = { $parameter } is geen https-URL: { $url }. Wie op het netwerk zit, kan de sleutel vervangen.
    .advice = TLS is verplicht voor jku en x5u (RFC 7515 §4.1.2 en §4.1.5).
kid-path = kid lijkt een pad: { $kid }. Wie het als bestand opent, kan verleid worden een ander bestand te lezen.
    .advice = Zoek kid op in een lijst van bekende namen; maak er nooit een pad van (RFC 8725 §3.10).
kid-sql = kid lijkt een stuk SQL: { $kid }.
    .advice = Zoek kid op met een gebonden parameter; plak het nooit in een query (RFC 8725 §3.10).
kid-command = kid lijkt een shell-opdracht: { $kid }.
    .advice = Zoek kid op in een lijst van bekende namen; geef het nooit aan een shell (RFC 8725 §3.10).
kid-url = kid is een URL: { $kid }. Wie hem ophaalt, laat het token zijn eigen sleutel kiezen.
    .advice = Vergelijk kid als naam; haal er niets mee op (RFC 8725 §3.10).
crit-unknown = crit eist de uitbreiding “{ $name }”, en die wordt hier niet begrepen.
    .advice = Wie haar niet begrijpt, moet het token weigeren, wat de handtekening ook zegt (RFC 7515 §4.1.11).
crit-malformed = crit breekt zijn eigen regels: { $why }.
    .advice = crit is een lijst, niet leeg, van namen van uitbreidingen die in de protected header staan (RFC 7515 §4.1.11).
crit-why-unprotected = het staat buiten de protected header
crit-why-not-array = het is geen array
crit-why-empty = het is leeg
crit-why-not-string = een van de items is geen string
crit-why-own = het noemt een naam die de JOSE-specificaties zelf vastleggen
crit-why-absent = het noemt een naam die de header niet heeft
crit-why-twice = het noemt een naam twee keer
b64-without-crit = b64 wordt gebruikt zonder in crit te staan: wie het niet kent, leest andere bytes als payload.
    .advice = Noem b64 in crit (RFC 7797 §6).
cty-missing = De payload is zelf een token, maar de header heeft geen cty die dat zegt.
    .advice = Een Nested JWT moet cty hebben met de waarde JWT (RFC 7519 §5.2).
cty-not-nested = cty zegt dat de payload een token is, maar het is een JWT Claims Set.
    .advice = Laat cty weg (RFC 7519 §5.2).
typ-missing = Er is geen typ: het token zegt niet wat voor soort JWT het is.
    .advice = Geef elke soort token een eigen typ en controleer die, zodat de ene niet voor de andere kan doorgaan (RFC 8725 §3.11).

# Claims.
exp-missing = Er is geen exp: het token eindigt niet vanzelf.
    .advice = Zet exp, kort na het uitgeven (RFC 7519 §4.1.4).
lifetime-long = Het token geldt { $lifetime }; voor zijn soort is meer dan { $most } lang. Wie het kopieert, kan het al die tijd gebruiken.
    .advice = Geef tokens uit voor een uur of korter en vernieuw ze (RFC 6750 §5.3).
iss-missing = Er is geen iss: niemand kan zien wiens sleutel bij het token hoort.
    .advice = Zet iss en controleer dat de sleutel daarbij hoort (RFC 8725 §3.8).
aud-missing = Er is geen aud: een token voor één service werkt ook bij elke andere die dezelfde sleutel vertrouwt.
    .advice = Zet aud en laat elke service op haar eigen naam controleren (RFC 8725 §3.9).
aud-wildcard = aud is “{ $aud }”, en dat ziet eruit alsof iedereen bedoeld is.
    .advice = aud wordt exact vergeleken, zonder jokertekens (RFC 7519 §4.1.3). Noem elke audience (RFC 8725 §3.9).
sub-mail = sub is een mailadres: dat kan veranderen, en naar iemand anders gaan.
    .advice = Gebruik een kenmerk dat nooit opnieuw wordt uitgegeven, en zet het adres in email (OpenID Connect Core §5.7).

# Geheimen en persoonsgegevens.
private-key-inside = In { $claim }, in { $part }, zit een privésleutel of een geheime sleutel.
    .advice = Ga ervan uit dat anderen die sleutel kennen: vervang hem. Een token bevat alleen publieke sleutels (RFC 7517 §9.2).
credential-named = { $claim } in { $part } lijkt een inloggegeven. Iedereen die het token heeft, kan het lezen.
    .advice = Haal het eruit en vervang het waar het gold; een ondertekend token is niet versleuteld (RFC 7519 §12).
credential-shaped = { $claim } in { $part } heeft de vorm van een inloggegeven. Iedereen die het token heeft, kan het lezen.
    .advice = Haal het eruit en vervang het waar het gold; een ondertekend token is niet versleuteld (RFC 7519 §12).
personal-bsn = { $claim } in { $part } doorstaat de elfproef van een burgerservicenummer (BSN).
    .advice = Gebruik liever een pseudoniem, of versleutel het token (RFC 7519 §12). Een BSN mag alleen worden verwerkt als een wet dat zegt. Door toeval doorstaat een op de elf getallen van negen cijfers de proef.
personal-card = { $claim } in { $part } lijkt een betaalkaartnummer.
    .advice = Haal het eruit, of versleutel het token (RFC 7519 §12).
personal-iban = { $claim } in { $part } is een rekeningnummer (IBAN).
    .advice = Haal het eruit, of versleutel het token (RFC 7519 §12).
personal-birth-date = { $claim } in { $part } is een geboortedatum.
    .advice = Stuur wat de ontvanger nodig heeft, zoals “ouder dan 18”, of versleutel het token (RFC 7519 §12).
personal-mail = { $claim } in { $part } is een mailadres, leesbaar voor iedereen die het token heeft.
    .advice = Laat het weg waar de ontvanger het niet nodig heeft, of versleutel het token (RFC 7519 §12).
personal-phone = { $claim } in { $part } lijkt een telefoonnummer.
    .advice = Laat het weg waar de ontvanger het niet nodig heeft, of versleutel het token (RFC 7519 §12).

# Getrouwheid: wat andere lezers zouden zien.
duplicate-parameter = De Header Parameter { $claim } staat er meer dan eens. Lezers zijn het oneens over welke telt.
    .advice = Weiger het token: namen van Header Parameters moeten uniek zijn (RFC 7515 §4).
duplicate-name = { $claim } staat er meer dan eens. Sommige lezers nemen de eerste, sommige de laatste, sommige weigeren het token.
    .advice = Schrijf elke naam één keer (RFC 7519 §4, RFC 8259 §4).
number-beyond-2-53 = { $claim } is { $digits }. Een lezer die doubles bewaart, zoals JavaScript, ziet { $shown } en kan het niet van zijn buren onderscheiden.
    .advice = Schrijf kenmerken als string (RFC 8259 §6).
number-rounded = { $claim } heeft meer cijfers dan een double bewaart: { $digits } wordt gelezen als { $shown }.
    .advice = Schrijf zoveel cijfers als ertoe doen, of een string (RFC 8259 §6).
number-out-of-range = { $claim } is { $digits }; een double kan dat niet bevatten, en JavaScript ziet { $shown }.
    .advice = Schrijf een getal dat in een double past, of een string (RFC 8259 §6).
number-negative-zero = { $claim } is { $digits }. Sommige lezers bewaren het teken, andere zien 0.
    .advice = Schrijf 0 (RFC 8259 §6).
number-exponent = { $claim } is met een exponent geschreven: { $digits }. Sommige lezers zien { $shown }, sommige houden het voor een breuk, sommige weigeren het.
    .advice = Schrijf gehele getallen zonder exponent (RFC 8259 §6).
text-direction = In { $claim } staan tekens die de leesrichting omkeren ({ $characters }): wat je leest, is niet wat een machine vergelijkt.
    .advice = Weiger ze in namen en kenmerken (Unicode Standard Annex #9).
text-invisible = In { $claim } staan tekens die niet te zien zijn ({ $characters }): het lijkt een andere waarde en is dat niet.
    .advice = Weiger ze in namen en kenmerken (Unicode Technical Standard #39).
text-control = In { $claim } staan stuurtekens ({ $characters }).
    .advice = Weiger ze in namen en kenmerken; logs en terminals kunnen erop reageren (RFC 8264 §9.12).
look-alike-name = In de naam { $claim } staan letters van een ander schrift ({ $characters }). Hij lijkt op { $looks-like } en is dat niet.
    .advice = Vraag het de uitgever: wie { $looks-like } zoekt, vindt deze niet (Unicode Technical Standard #39).
look-alike-value = In { $claim } staan letters van een ander schrift die op Latijnse lijken ({ $characters }). Het lijkt op { $looks-like }.
    .advice = Vergelijk de tekens, niet hoe ze eruitzien (Unicode Technical Standard #39).
surrogate-unpaired = { $escape } in { $part } is een half teken. Lezers vervangen het, bewaren het of weigeren het token.
    .advice = Schrijf hele tekens (RFC 8259 §8.2).
utf8-invalid = De byte { $byte } in { $part } (regel { $line }, kolom { $column }) is geen UTF-8. Lezers vervangen die of weigeren het token.
    .advice = Codeer JSON-tekst als UTF-8 (RFC 8259 §8.1); Latin-1 is de gewone oorzaak.
byte-order-mark = Vóór de JSON-tekst staat een byte order mark (U+FEFF).
    .advice = Schrijf JSON zonder; lezers mogen het weigeren (RFC 8259 §8.1).
nesting-deep = De nesting in { $part } is { $depth } niveaus diep; sommige lezers stoppen bij { $limit }.
    .advice = Houd de nesting ondiep (RFC 8259 §9).
payload-not-object = De payload is { $found }; een JWT Claims Set is een JSON-object.
    .advice = Is het als JWT bedoeld, maak er dan een object van (RFC 7519 §7.2).
payload-not-json = De payload is geen JSON: dit is een ondertekend bericht, geen JWT.
    .advice = Zeg met cty wat het is, of maak er een JSON-object van (RFC 7519 §7.2).
base64-padding = Padding “{ $characters }” in { $part }: base64url in tokens heeft die niet.
    .advice = Laat de =-tekens weg (RFC 7515 §2).
base64-standard = “{ $characters }” in { $part } is van het gewone base64-alfabet; tokens gebruiken - en _ in plaats van + en /.
    .advice = Codeer met het URL-veilige alfabet (RFC 4648 §5).
base64-percent = “{ $characters }” in { $part } is percent-gecodeerd.
    .advice = Decodeer de URL of het formulier voordat je het token gebruikt; zijn tekens hoeven niet gecodeerd te worden (RFC 7515 §2).
base64-foreign = “{ $characters }” in { $part } is van geen enkel base64-alfabet; het is weggelaten.
    .advice = Zoek een kopieerfout; een strikte lezer weigert het (RFC 4648 §3.3).
base64-trailing-bits = In het laatste teken van { $part }, “{ $characters }”, staan bits aan die niets betekenen. Dezelfde bytes zijn op meerdere manieren te schrijven.
    .advice = Codeer opnieuw; een strikte lezer weigert het, een soepele houdt meerdere teksten voor hetzelfde token (RFC 4648 §3.5).
base64-length = Het laatste teken van { $part }, “{ $characters }”, is er een te veel of er ontbreken andere: geen bytes hebben die lengte.
    .advice = Kijk of het token is afgekapt (RFC 4648 §4).
part-white-space = In een deel staat op { $count } plaatsen witruimte. Die is vóór het lezen weggehaald.
    .advice = Niet iedereen haalt die weg: stuur het token zonder (RFC 7515 §2).
part-white-space-one = In een deel staat op één plaats witruimte. Die is vóór het lezen weggehaald.
