### Wat de claims op een moment zeggen, tegen een uitgever en een audience. Elke tekst is de ene zin
### van een oordeel of een regel van de details.

# Geen claims om te beoordelen.
claims-no-token = Er is geen token om te beoordelen.
claims-encrypted = De claims zijn versleuteld; ze kunnen worden beoordeeld zodra het token is ontsleuteld.
claims-no-payload = De payload is leeg of detached: in het token staan geen claims om te beoordelen.
claims-content-not-json = De inhoud is geen JSON: er zit geen JWT Claims Set in.
claims-not-json = De payload is geen JSON: dit is een ondertekend bericht, geen JWT Claims Set.
claims-damaged-json = De payload is geen correcte JSON (regel { $line }, kolom { $column }), dus het is geen JWT Claims Set.
claims-not-object = De payload is { $found }; een JWT Claims Set is een JSON-object.

# Geldt.
claims-ok = Geldt op dit moment; verloopt op { $at }, over { $left }.
claims-ok-no-end = Geldt op dit moment. Er is geen exp: het token zegt niet wanneer het eindigt, dus de geldigheidsduur is onbekend.

# exp, nbf, iat.
claims-exp-ahead = exp: verloopt op { $at }, over { $left }.
claims-exp-far = exp: geldt, maar verloopt pas op { $at }, over { $left }. Wie dit token kopieert, kan het tot dan gebruiken.
claims-exp-leeway = exp: verlopen op { $at }, { $ago } geleden; dat valt binnen de toegestane { $leeway }.
claims-expired = Verlopen op { $at }, { $ago } geleden.
claims-no-exp = Er is geen exp: de geldigheidsduur is onbekend.
claims-nbf-past = nbf: geldig sinds { $at }, { $ago } geleden.
claims-nbf-leeway = nbf: geldig vanaf { $at }, over { $wait }; dat valt binnen de toegestane { $leeway }.
claims-not-yet-valid = Niet geldig vóór { $at }, over { $wait }.
claims-iat-past = iat: uitgegeven op { $at }, { $ago } geleden.
claims-iat-ahead = iat ligt voor op de klok: uitgegeven op { $at }, over { $wait }. Waarschijnlijk loopt een van de klokken verkeerd.
claims-exp-before-iat = exp ({ $exp }) ligt vóór iat ({ $iat }): het token was al verlopen voordat het werd uitgegeven.
claims-never-valid = exp ({ $exp }) ligt niet na nbf ({ $nbf }): er is geen moment waarop dit token geldig is.
claims-too-old = Uitgegeven { $age } geleden; je accepteert hoogstens { $allowed }.
claims-age-unknown = Er is geen iat, dus het is niet te zeggen of het token hoogstens { $allowed } oud is.

# Een moment dat er geen is, of een vreemd moment.
claims-time-string = { $claim } is de string “{ $found }”; een NumericDate is een getal, zonder aanhalingstekens.
claims-time-type = { $claim } is { $found }; een NumericDate is een aantal seconden.
claims-time-out-of-range = { $claim } is { $found }: zo ver weg kan geen moment liggen.
claims-time-milliseconds = { $claim } lijkt in { $unit } te staan. Als seconden, en zo leest een ontvanger het, is het { $read }; als { $unit } zou het { $meant } zijn.
claims-time-finer = { $claim } lijkt in { $unit } te staan. Als seconden, en zo leest een ontvanger het, is het { $read }; als { $unit } zou het { $meant } zijn.
claims-time-negative = { $claim } is negatief: een moment vóór 1970, { $at }.
claims-time-small = { $claim } lijkt een tijdsduur ({ $length }). Als NumericDate is het { $at }.
claims-time-fraction = { $claim } is { $found }: een deel van een seconde mag, maar sommige bibliotheken weigeren het of kappen het af.
unit-milliseconds = milliseconden
unit-microseconds = microseconden
unit-nanoseconds = nanoseconden

# Herhaalde namen, verkeerde typen.
claims-duplicate = { $claim } staat er meer dan eens; volgens RFC 7519 weigert een lezer het token of neemt hij de laatste.
claims-text-type = { $claim } is { $found }; het moet een string zijn.
claims-aud-type = aud bevat { $found }; het moet een string of een array van strings zijn.
claims-aud-empty = aud is een lege array: het token is voor niemand bedoeld.
json-kind-object = een object
json-kind-array = een array
json-kind-string = een string
json-kind-number = een getal
json-kind-boolean = een boolean
json-kind-null = null

# Verwachtingen.
claims-match = { $claim } is { $expected }, zoals je verwacht.
claims-mismatch = { $claim } is { $found }; je verwacht { $expected }.
claims-near = { $claim } is { $found }; je verwacht { $expected }. Ze lijken op elkaar, maar RFC 7519 vergelijkt elk teken: let op hoofdletters, spaties en de schuine streep aan het eind.
claims-missing = Er is geen { $claim }; je verwacht { $expected }.
claims-unchecked = { $claim } is { $found }; je hebt niet gezegd wat je verwacht.
claims-header-match = De { $parameter } van de header is { $found }, zoals je verwacht.
claims-header-mismatch = De { $parameter } van de header is { $found }; je verwacht { $expected }.
claims-header-missing = Er is geen { $parameter } in de header; je verwacht { $expected }.
