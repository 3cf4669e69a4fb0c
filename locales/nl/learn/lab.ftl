# Het aanvalslab: services met elk één fout. Van elke aanval waar die over gaat, wat er te doen is,
# een tip, wat er gebeurde toen de service erin trapte, en de regel waar een herstelde zich aan houdt.

lab-none = Accepteert none
    .about = Een service die tokens aanneemt die niemand heeft ondertekend
    .task = Deze service geeft elke rol haar eigen dossiers. Je bent een patiënt, en je eigen token staat in Bekijken. Word `Internal`: de service leest het algoritme uit de header, en kent er een waar geen sleutel voor nodig is.
    .hint = Schrijf in Ondertekenen `"alg": "none"` in de header en `"role": "Internal"` in de payload, ga akkoord met een token zonder handtekening, en verstuur het.
    .fooled = In de header stond `none`, dus keek niemand naar een handtekening. Wie JSON kan schrijven, is wie hij maar wil.
    .repaired = Een service bepaalt zelf welke algoritmen ze aanneemt, en `none` hoort daar niet bij.

lab-algorithm = Vertrouwt het algoritme in de header
    .about = Een publieke sleutel wordt gebruikt als gedeeld geheim
    .task = Deze service controleert met de publieke sleutel van de uitgever, die iedereen heeft; hij staat in het sleutelvak. Het algoritme haalt ze uit de header van het token. Word `Internal`.
    .hint = Bij `HS256` wordt het bestand met de sleutel het geheim. Kies in Ondertekenen het sjabloon dat stuk is door algorithm confusion en ondertekent met de tekens in het sleutelvak, en zet de rol op `Internal`.
    .fooled = De service controleerde een HMAC met de tekst van haar publieke sleutel. Iedereen heeft die tekst, dus kan iedereen die HMAC maken.
    .repaired = Het algoritme hoort bij de sleutel en staat in de instellingen van de service. Wat de header zegt, moet hetzelfde zijn.

lab-jwk = Vertrouwt een sleutel in het token
    .about = De aanvaller brengt zelf een sleutel mee
    .task = Deze service wil `ES256` en controleert de handtekening. Maar een token mag zijn sleutel meebrengen in de header, als `jwk`, en die gebruikt de service dan. Word `Internal`.
    .hint = Kies in Ondertekenen het sjabloon dat zijn eigen sleutel meebrengt in `jwk`: dat maakt een sleutelpaar, ondertekent daarmee en schrijft de publieke helft in `jwk`. Zet de rol op `Internal`.
    .fooled = De handtekening klopt, met de sleutel van de aanvaller zelf. Dat bewijst dat de aanvaller de aanvaller is.
    .repaired = De service heeft de sleutels van de uitgever van een plek die ze zelf koos. Een sleutel die met het token meekomt, telt niet.

lab-secret = Heeft een raadbaar geheim
    .about = Een woord uit een lijst ondertekent alles
    .task = Deze service doet alles goed, maar de uitgever ondertekent met een woord dat iemand heeft bedacht. Je eigen token staat in Bekijken. Vind het geheim en word `Internal`.
    .hint = Open in Bekijken het zoeken onder bekende geheimen, onder de bevindingen, en start het. Zet wat het vindt in het sleutelvak van Ondertekenen, zet de rol op `Internal`, en verstuur.
    .fooled = De lijst had het binnen een paar seconden. Met het geheim onderteken je net zo goed als de uitgever.
    .repaired = Het geheim is nu 256 willekeurige bits, zo lang als de hash van `HS256`. Geen lijst heeft het.

lab-kid = Gebruikt kid als pad
    .about = Het token zegt welk bestand de sleutel is
    .task = Deze service haalt de sleutel uit het bestand `/srv/keys/` met `kid` erachter. Ze laat iedereen ook het bestand `/srv/public/version.txt` zien, waarin `workshop-service 2026.11` staat en verder niets. Word `Internal`.
    .hint = Laat `kid` in Ondertekenen van de map met sleutels naar dat bestand leiden: `../public/version.txt`. Zet wat er in het bestand staat in het sleutelvak, zonder aanhalingstekens, en zet de rol op `Internal`.
    .fooled = De service las een bestand dat jij koos en hield het voor haar sleutel. Jij weet wat erin staat, dus kun je ermee ondertekenen.
    .repaired = `kid` komt van een vreemde. Het wordt opgezocht in een lijst met namen, en wat daar niet staat, wordt geweigerd.

lab-crit = Negeert crit
    .about = Naar een beperking in de header wordt niet gekeken
    .task = Je kreeg een token om een kopie van de dossiers te bekijken: dat staat in de header in `only-on-copy`, en `crit` zegt dat niemand dat mag negeren. Het staat in Bekijken. Deze service heeft de echte dossiers. Word hier `Internal`.
    .hint = Haal je de beperking eruit, dan klopt de handtekening niet meer; probeer het. De service heeft nooit van `only-on-copy` gehoord, dus verstuur het token gewoon zoals het is.
    .fooled = De uitgever had het token beperkt, en de service keek er niet eens naar. Ze moet weigeren wat ze niet begrijpt.
    .repaired = Wie in `crit` een naam vindt die hij niet begrijpt, weigert het token, hoe goed de handtekening ook is. RFC 8725 rekent verplichte Header Parameters tot wat tokens van verschillende soorten uit elkaar houdt; met `crit` verplicht een token er een.

lab-audience = Kijkt niet naar aud
    .about = Een token voor de ene service opent een andere
    .task = Je hebt een kleine service met recepten. Iemand van binnen logde daar in, en dus heb je hun token, gemaakt voor `recipe-module`. De dossiers vertrouwen dezelfde uitgever. Word daar `Internal`.
    .hint = Verander je `aud` met de hand, dan klopt de handtekening niet meer; probeer het. Verstuur het token zoals het is.
    .fooled = De handtekening is echt, en het token was nooit voor deze service bedoeld. Elke service die tokens krijgt, zou dit bij alle andere kunnen doen.
    .repaired = Een service weigert elk token dat haar niet noemt in `aud`.

lab-expired = Accepteert wat verlopen is
    .about = Een token uit een oud log werkt nog
    .task = In een log van vorige maand vond je een token van iemand van binnen. Het staat in Bekijken en is al lang verlopen. Word `Internal`.
    .hint = Verander je `exp` met de hand, dan klopt de handtekening niet meer; probeer het. Verstuur het token zoals het is.
    .fooled = De handtekening van een oud token is zo goed als altijd. Alleen de klok zegt dat het niet meer telt.
    .repaired = Een service vergelijkt `exp` elke keer met haar eigen klok. RFC 8725 noemt `exp` niet: ze vraagt om een profiel van claims met de regels die ze controleren, en deze regel staat in RFC 7519.

lab-title = Aanvalslab
lab-lead = Acht kleine services, in deze pagina en nergens anders, elk met één klassieke fout. Laat ze erin trappen en herstel ze dan.
lab-label = Aanval
lab-send = Verstuur naar de service
lab-nothing = Op dit scherm staat geen token om te versturen.
lab-repair = Herstel de service
lab-break = Zet de fout terug
lab-again = Opnieuw beginnen
lab-code = Haar programma
lab-waiting = Er is nog niets verstuurd.
lab-refused = Geweigerd.
lab-accepted = Geaccepteerd.
lab-as-yourself = Je bent `{ $role }`, en dat ben je toch al. Word `Internal`.
lab-as-nobody = Het token geeft je geen rol. Word `Internal`.
lab-rule = De regel, { $clause }:
lab-honest-served = Een eerlijk token wordt nog steeds geaccepteerd.
lab-honest-refused = Een eerlijk token wordt geweigerd.

lab-refused-unreadable = Dit is geen token dat te lezen is.
lab-refused-algorithm = Het algoritme is `{ $found }`, en deze service neemt alleen `{ $alg }` aan.
lab-refused-unknown = Er is geen algoritme `{ $found }`.
lab-refused-own-key = Het token brengt een sleutel mee in `jwk`, en deze service gebruikt alleen haar eigen.
lab-refused-jwk = De sleutel in `jwk` is niet te lezen.
lab-refused-kid = Deze service heeft geen sleutel met de naam `{ $kid }`.
lab-refused-file = Er is geen bestand `{ $path }`.
lab-refused-signature = De handtekening klopt niet.
lab-refused-crit = `crit` noemt wat deze service niet begrijpt: `{ $names }`.
lab-refused-endless = Er is geen `exp`: het token zou nooit ophouden.
lab-refused-expired = Het is verlopen.
lab-refused-time = De tijden ervan gelden niet.
lab-refused-audience = Het is voor { $found }, niet voor deze service.

lab-steps = Wat de service deed
lab-step-read = gelezen
lab-step-algorithm = algoritme
lab-step-key = sleutel
lab-step-signature = handtekening
lab-step-crit = veld crit
lab-step-time = klok
lab-step-audience = voor wie
lab-taken-passed = goedgekeurd
lab-taken-stopped = hier geweigerd
lab-taken-left-out = niet naar gekeken
