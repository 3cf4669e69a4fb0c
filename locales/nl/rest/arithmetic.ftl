### Het rekenwerk van een handtekening, stap voor stap.

arithmetic-input = Signing input, { $count } bytes
arithmetic-hash = De { $hash } daarvan
arithmetic-signature = Handtekening, { $count } bytes
arithmetic-mac = De MAC die dit geheim maakt
arithmetic-same = Ze zijn gelijk, byte voor byte.
arithmetic-differs = Ze verschillen vanaf byte { $offset }.
arithmetic-message = Wat de publieke sleutel terugrekent
arithmetic-recovered = De { $hash } daarin
arithmetic-padded = Wat achter de padding staat
arithmetic-salt = De salt daarin
arithmetic-of-input = Het is die van deze signing input.
arithmetic-of-other = Het is niet die van deze signing input: er is iets anders ondertekend.
arithmetic-no-padding = Geen bekende padding: een andere sleutel heeft ondertekend, of de handtekening is veranderd.
arithmetic-no-key = Er is geen sleutel gegeven van het soort dat dit algoritme nodig heeft.
arithmetic-ml-dsa = Een ML-DSA-handtekening bestaat uit stukken van een rooster; geen oog kan die volgen.
arithmetic-holds = De handtekening klopt.
arithmetic-fails = De handtekening klopt niet.
arithmetic-key = Sleutel
arithmetic-exponent = , exponent { $exponent }
arithmetic-length = Met deze sleutel moeten het { $count } bytes zijn.

arithmetic-start = Stap voor stap
arithmetic-previous = Vorige
arithmetic-next = Volgende
arithmetic-all = Alles tegelijk
arithmetic-step = Stap { $step } van { $of }.
arithmetic-step-input = Dit is wat wordt ondertekend: header en payload zoals ze in het token staan, met de punt ertussen. Verder telt er niets.
arithmetic-step-hash = Een hash maakt er een paar bytes van. Eén ander bit in de invoer, en ongeveer de helft van deze is anders.
arithmetic-step-signature = Dit is het derde deel van het token, gedecodeerd uit base64url.
arithmetic-step-key = Dit is de sleutel waarmee wordt gecontroleerd.
arithmetic-step-hmac = Geheim en signing input worden samen gehasht, twee keer. Wat eruit komt, moet byte voor byte de handtekening zijn.
arithmetic-step-rsa = De handtekening is een getal. Tot de macht van de exponent, modulo `n`, wordt het een bericht met padding en de hash erin.
arithmetic-step-ecdsa = De handtekening is twee getallen. Uit `S`, de hash en de publieke sleutel volgt een punt op de curve, en de plaats daarvan moet `R` zijn.
arithmetic-step-eddsa = De handtekening is een punt `R` en een getal `S`. `S` keer het basispunt moet `R` zijn plus de publieke sleutel keer een hash van `R`, sleutel en signing input.
arithmetic-step-verdict = Het oordeel volgt dus alleen uit de vergelijking. Wat het token zegt, doet er niet toe.

flip-title = Draai één bit om
flip-lead = In een kopie: wat je typte, blijft zoals het is.
flip-part = Deel
flip-byte = Byte, 1 tot en met { $count }
flip-bits = Bits van deze byte
flip-bit = Bit { $bit }: { $value }
flip-was = eerst: { $before }
flip-same = zoals het was
flip-copy = De kopie
flip-back = Zet terug

# Eromheen.
arithmetic-title = Toon het rekenwerk
arithmetic-none = Er is nog niets te berekenen.
