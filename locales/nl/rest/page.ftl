### What is done with the whole page: forgetting everything, and the keys.

forget = Alles vergeten
forget-title = Alles vergeten?
forget-text = Tokens, sleutels, geheimen, concepten, opgehaalde JWK Sets en alles wat eerder is bekeken zijn dan voorgoed weg, net als elke sleutel op de plank die je niet hebt opgeslagen. De pagina laadt zichzelf opnieuw, zodat er niets van in het geheugen blijft. Taal, thema en afgeronde lessen blijven, als die werden onthouden.
forget-yes = Alles wissen
forget-no = Bewaren

shortcuts-title = Toetsenbord
shortcuts-close = Sluiten
shortcut-paste = plakt een token op het scherm Bekijken, ook als geen veld de focus heeft
shortcut-rows = gaan van rij naar rij in de JSON, in de tabel met claims en in de bytes
shortcut-fold = klappen een rij van de JSON in en uit
shortcut-far = gaan verder door de JSON
shortcut-bytes = gaat van een claim naar zijn bytes
shortcut-tabs = gaan van tabblad naar tabblad
shortcut-close = sluit wat bovenop ligt; in de JSON: wijst niets meer aan
shortcut-present = presenteert de pagina: → en ← verplaatsen een licht erover, ↓ legt uit, Esc stopt
shortcut-forget = vergeet alles, na één vraag
shortcut-list = opent deze lijst

# Op een beamer.
present-open = Presenteren
present-label = Presentatie
present-begin = Druk op → om te beginnen, op ↓ voor uitleg.
present-place = { $at } van { $of }
present-back = ← Terug
present-next = Verder →
present-explain = ↓ Uitleg
present-all = Alles uitleggen
present-leave = Stoppen
present-header = De header zegt hoe het token beschermd is. Iedereen kan hem lezen.
present-payload = De payload zegt iets over iemand. Iedereen kan hem lezen.
present-signature = De handtekening toont dat niemand de twee delen ervoor heeft veranderd. Ze verbergt niets.
present-encrypted-key = De sleutel die de inhoud opent, zelf versleuteld voor de ontvanger.
present-iv = De initialisatievector laat dezelfde inhoud er elke keer anders uitzien.
present-ciphertext = De inhoud, alleen leesbaar met de sleutel.
present-tag = De authenticatietag toont dat niemand het token heeft veranderd.
present-disclosure = Een claim die de houder heeft willen tonen.
present-key-binding = Hiermee bewijst de houder de sleutel te hebben die het token noemt.

# Wat deze browser pagina's niet geeft.
lacks-storage = Deze browser bewaart niets voor pagina's: taal, thema en afgeronde lessen gelden tot je de pagina sluit.
lacks-randomness = Deze browser geeft pagina's geen willekeurige getallen, dus hier kunnen geen sleutels gemaakt worden en kan niets ondertekend of versleuteld worden. Lezen en controleren gaan gewoon door.

# Naast ‘Gekopieerd’.
copied-written-out = Gekopieerd, met escapes

# Voorkeuren, de lege pagina en haar voorbeelden, de voet.
language-label = Taal
theme-label = Thema
theme-system = Systeem
theme-light = Licht
theme-dark = Donker
cancel = Annuleren
offer-json-title = Gedecodeerde JSON
offer-json = In deze tekst staat geen handtekening, dus er is niets te controleren. Er kan een token van komen: het scherm Ondertekenen neemt hem als concept.
offer-json-button = Openen in Ondertekenen
offer-key-title = Een sleutel
offer-key = Die hoort in het sleutelvak. Plak daarna het token dat ermee gecontroleerd moet worden.
offer-key-button = Als sleutel gebruiken
welcome-title = Plak een token en zie wat erin staat
welcome-lead = Het wordt gedecodeerd terwijl je plakt. Geef een sleutel en je weet of de handtekening klopt, en zo niet, waarom niet.
welcome-examples = Of begin met een voorbeeld
welcome-promise = Niets verlaat deze pagina: je eigen browser decodeert, controleert en ondertekent. Het enige verzoek dat ze kan doen, is om een JWK Set waarvan je de precieze URL ziet en aanklikt, en hieronder telt ze haar verzoeken.
example-workshop = Workshoptoken
    .hint = HS256 met zijn geheim, nog geldig
example-expired = Verlopen
    .hint = De handtekening klopt, de tijd niet
example-tampered = Vervalst
    .hint = De rol is na het ondertekenen veranderd
example-assertion = Client assertion
    .hint = Koppeltaal, RS512 met zijn JWK Set
example-launch = HTI-launch
    .hint = Koppeltaal, RS512, vijf minuten geldig
example-curl = In een curl-regel
    .hint = Bearer token in een shell-opdracht
example-unsecured = Onbeveiligd
    .hint = alg none: niemand staat ervoor in
example-encrypted = Versleuteld
    .hint = JWE: vijf delen, geen leesbare payload
requests-label = Verzoeken gedaan:
requests-hint = Geteld sinds de pagina klaar was, voor zover de pagina het zelf kan zien; haar eigen bestanden tellen niet mee.
requests-none = Nog geen.
footer-promise = Niets wat je plakt, verlaat deze pagina.
build-label = Build
