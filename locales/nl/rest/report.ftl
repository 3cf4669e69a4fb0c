### Het verslag als tekst, om in een mail of ticket te plakken.

report-title = JWT-verslag
report-title-redacted = JWT-verslag, zonder waarden
report-structure = Structuur
report-signature = Handtekening
report-claims = Claims
report-key = Sleutel
report-kind = Soort token
report-token = Token { $number }
report-header = Header
report-payload = Payload
report-parts = Delen
report-inside = Binnenin { $number }
report-details = Wat is beoordeeld
report-findings = Bevindingen
report-diagnosis = Waarom
report-notes = Wat is weggehaald of hersteld
report-faults = Wat niet te lezen is
report-warnings = Let op
report-candidates = Sleutels die zijn bekeken
report-name = Naam
report-type = Type
report-value = Waarde
report-private-name = (een eigen naam)
report-redacted = Namen uit openbare specificaties, typen en algoritmen staan er; alle waarden zijn weggelaten.
redacted-value = ‹weggelaten›
report-working = Bezig met schrijven…
report-copied = Gekopieerd.

# De knoppen.
report-label = Neem het antwoord mee
report-print = Afdrukken
report-copy-markdown = Kopiëren als Markdown
report-copy-json = Kopiëren als JSON
report-copy-redacted = Kopiëren voor een ticket, zonder waarden
report-copy-redacted-json = Hetzelfde als JSON
report-redacted-hint = Voor een ticket blijven geregistreerde namen en de soorten waarden staan; alle waarden gaan weg.
