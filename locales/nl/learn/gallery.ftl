# De galerij van kapotte tokens. Wat er aan elk mankeert, staat in de zinnen van Bekijken.

gallery-title = Galerij van kapotte tokens
gallery-lead = Een token voor bijna elke fout die een token zelf kan laten zien, met de sleutel en het moment die de fout laten zien. Elk opent in Bekijken; wat daar stond, komt aan het eind terug.
gallery-open = Open de galerij
gallery-missed = De galerij kon niet worden geladen.
gallery-find = Zoek een fout
gallery-none = Geen fout heeft al deze woorden.
gallery-label = Kapot token
gallery-name = Kapot token { $number } van { $of }
gallery-list = De galerij
gallery-group-structure = Het token is beschadigd
gallery-group-signature = De handtekening telt niet of is zwak
gallery-group-diagnosis = Waarom een handtekening niet klopt of een token niet opengaat
gallery-group-claims = De claims gelden niet
gallery-group-finding = Wat de controles vinden
gallery-group-found = Wat er om het token heen stond
gallery-look-structure = Kijk naar het oordeel over de structuur.
gallery-look-signature = Kijk naar het oordeel over de handtekening en naar de volledige redenen.
gallery-look-diagnosis = Kijk onder de oordelen waarom het niet klopt.
gallery-look-claims = Kijk naar het oordeel over de claims.
gallery-look-finding = Kijk naar de bevindingen, onder de payload.
gallery-look-found = Kijk onder het token wat er is weggehaald.
