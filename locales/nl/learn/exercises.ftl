# Oefeningen: een doel, een tip, en wat er te zien is als het bereikt is.

learn-find-audience = Voor wie is het?
    .about = Zoek uit voor welke service een token bedoeld was
learn-find-audience-find = In een log lag een token zonder eigenaar. Zoek uit voor welke service het bedoeld was en laat het zien: vul in wat die service van `aud` zou verwachten, zodat de claims gelden.
    .hint = Het veld is Verwachte aud, onder het sleutelvak. `iss` is wie het token heeft gemaakt en `azp` wie erom vroeg; geen van beide is voor wie het is. Waar `aud` een lijst is, is elk daarvan goed.
    .done = Goed: voor die service was het token bedoeld. Had een andere het geaccepteerd, dan was dat een fout geweest.

learn-find-moment = Wanneer was het goed?
    .about = Zoek een moment waarop een oud token werd geaccepteerd
learn-find-moment-find = Dit token is verlopen. Zoek een moment waarop het werd geaccepteerd, zonder aan het token of de sleutel te komen.
    .hint = Zet de klok, in het veld Op dit moment. `nbf` is de eerste seconde waarop het gold, en `exp` de eerste waarop dat niet meer zo was.
    .done = Op dat moment gold het. De handtekening klopte de hele tijd: die gaat niet over tijd.

learn-find-secret = Welk geheim?
    .about = Drie geheimen, waarvan er één ondertekende
learn-find-secret-find = Een van deze geheimen heeft het token ondertekend: `tulip-harbour-window-tram-orange-2024`, `tulip-harbour-window-tram-orange-2025`, `tulip-harbour-window-tram-orange-2026`. Welk?
    .hint = Zet ze om de beurt in het sleutelvak en kijk naar het oordeel over de handtekening. Aan het token zelf is niets te zien.
    .done = Dat is het. Met een lijst kan iedereen zo proberen, duizenden per seconde; daarom moet een geheim lang en willekeurig zijn.

learn-make-verify = Laat het kloppen
    .about = Maak een vervalst token geldig
learn-make-verify-make = Iemand heeft de rol in dit token veranderd in `Internal`, en de handtekening is ongeldig. Jij hebt het geheim dat de services delen. Maak een token met de rol `Internal` dat ermee klopt.
    .hint = Het token met de hand veranderen helpt niet: het moet opnieuw worden ondertekend. Ga naar Ondertekenen, waar het geheim klaarstaat, kies een sjabloon van de workshop of schrijf zelf header (`HS256`) en payload, zet de rol erin, en druk op Openen in Bekijken.
    .done = Geldig, als `Internal`. Dat kan iedereen met het gedeelde geheim.

learn-protect = Ruim een payload op
    .about = Haal eruit wat er niet in hoort
learn-protect-clean = Deze payload zegt te veel. Haal eruit wat er niet in hoort. De service moet nog wel weten over wie het gaat (`sub`) en de rol, die `Patient` blijft. Open het daarna in Bekijken.
    .hint = Drie regels moeten weg: een nummer, een datum en een wachtwoord. Kijk bij de bevindingen in Bekijken wat er nog over is, en let op de komma's.
    .done = Er staat niets meer in wat anderen niet mogen lezen, en de service heeft wat ze nodig heeft.

learn-repair-launch = Repareer een launch
    .about = Maak een launch-token dat wordt geaccepteerd
learn-repair-launch-repair = Een module weigert dit launch-token. Repareer het zodat het geaccepteerd zou worden: open het in Bekijken, lees de oordelen en de bevindingen, ga terug naar Ondertekenen en herstel wat ze noemen. De sleutel van het portaal staat er.
    .hint = Drie dingen zijn fout. Het is verlopen: zet `iat` op nu en `exp` op hoogstens vijf minuten later. `sub` moet naar een persoon verwijzen, zoals `Practitioner/1`. En een launch heeft een eigen `jti` nodig.
    .done = Geldig, op tijd, en een echte launch. De module zou opengaan.
