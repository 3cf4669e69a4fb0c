### Waar de sleutels van een uitgever staan, en hoe ze zijn veranderd.

jwks-address-no-url = Dit is geen URL: die begint met https:// en een host.
jwks-address-not-https = Sleutels worden alleen over https opgehaald, en over http van deze computer zelf; dit is { $scheme }.
jwks-address-credentials = In deze URL staat een gebruikersnaam of wachtwoord. Laat dat weg: het zou worden meegestuurd.
jwks-metadata-unreadable = Wat terugkwam zijn geen metadata van een uitgever: het is geen JSON-object.
jwks-metadata-missing = In de metadata van de uitgever ontbreekt { $member }.
jwks-issuer-differs = De metadata gaan over de uitgever { $issuer }, en de iss van het token is { $iss }. Die moeten gelijk zijn (OpenID Connect Discovery §4.3, RFC 8414 §3.3), dus deze sleutels worden niet gebruikt.
jwks-issuer-template = De metadata gaan over alle tenants: { $issuer }. De sleutels worden gedeeld; controleer de tenant in iss zelf.
jwks-issuer-slash = De metadata gaan over { $issuer }, en je vroeg het aan { $expected }: ze verschillen in een schuine streep aan het eind.
jwks-issuer-elsewhere = De metadata gaan over { $issuer }, en je vroeg het aan { $expected }.
jwks-other-host = De JWK Set staat op een andere host dan de uitgever: { $url }.
jwks-kid-gone = De sleutel { $kid } stond op { $before } in de set, en op { $now } niet meer: hij is vervangen.
jwks-kid-never = De sleutel { $kid } staat niet in de set, en stond er ook niet in sinds deze pagina is geopend.
jwks-kid-reused = Onder de key ID { $kid } staat een andere sleutel dan eerst. Een kid mag niet opnieuw worden gebruikt (RFC 7517 §4.5): programma’s die sleutels bewaren, gaan door met de oude.
jwks-keys-gone = Niet meer in de set: { $kids }.
jwks-keys-new = Nieuw in de set: { $kids }.
jwks-unchanged = De set is dezelfde als op { $since }.
