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
