### Het sleutelvak.

key-label = Sleutel
key-placeholder = Een geheim, PEM, JWK of JWK Set. Een regel of een heel bestand met instellingen kan ook: het geheim wordt gevonden.
key-none = Nog geen sleutel: de handtekening kan niet worden gecontroleerd.
key-reading = Lezen…
key-fetched = Opgehaald van { $url } toen je klikte, { $time }.
key-fetched-elsewhere = Opgehaald toen je klikte, { $time }: je vroeg het aan { $asked }, en het antwoord kwam van een ander adres, { $url }.
key-fetched-named = Het token noemt dit adres zelf, in { $parameter }, dus op zichzelf bewijst het niets.
key-used = Sleutel: { $key }
key-kid = kid { $kid }
key-thumbprint = JWK Thumbprint (RFC 7638, SHA-256): { $thumbprint }
key-thumbprint-uri = Dezelfde als URI (RFC 9278): { $uri }
key-offered-url = Zet de jwks_uri in het URL-veld
keys-considered = Sleutels die zijn bekeken
reading-label = Lees een los geheim als
reading-utf8 = UTF-8
reading-base64 = base64
reading-base64url = base64url
reading-hex = hex
link-key-private = Het adres van deze pagina bracht een privésleutel mee. Die is niet gebruikt: een privésleutel in een adres heeft in een geschiedenis gestaan, en wie de link stuurde, kent hem.
link-key-secret = Het adres van deze pagina bracht een geheim mee, of tekst die er een kan zijn. Dat is niet gebruikt: wie de link stuurde, zou bepalen wat hier klopt. Geef de sleutel zelf.
key-password = Wachtwoord van de privésleutel
