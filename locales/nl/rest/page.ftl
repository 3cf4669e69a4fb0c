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

# Een fout in de pagina zelf.
fault-title = Deze pagina werkt niet meer
fault-text = Er zat een fout in de pagina zelf. Wat je typte staat nog in de velden: kopieer wat je nodig hebt en laad de pagina dan opnieuw. Er is niets verstuurd. De regels hieronder zijn voor wie de fout meldt.
fault-again = Pagina opnieuw laden

# Wat deze browser pagina's niet geeft.
lacks-storage = Deze browser bewaart niets voor pagina's: taal, thema en afgeronde lessen gelden tot je de pagina sluit.
lacks-randomness = Deze browser geeft pagina's geen willekeurige getallen, dus hier kunnen geen sleutels gemaakt worden en kan niets ondertekend of versleuteld worden. Lezen en controleren gaan gewoon door.

# Naast ‘Gekopieerd’.
copied-written-out = Gekopieerd, met escapes
