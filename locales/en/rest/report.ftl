### The report as text, to paste into a mail or a ticket.

report-title = JWT report
report-title-redacted = JWT report, without values
report-structure = Structure
report-signature = Signature
report-claims = Claims
report-key = Key
report-kind = Kind of token
report-token = Token { $number }
report-header = Header
report-payload = Payload
report-parts = Parts
report-inside = Inside { $number }
report-details = What was judged
report-findings = Findings
report-diagnosis = Why
report-notes = What was removed or repaired
report-faults = What cannot be read
report-warnings = Watch
report-candidates = Keys that were considered
report-name = Name
report-type = Type
report-value = Value
report-private-name = (a name of its own)
report-redacted = Names of public specifications, types and algorithms are shown; all values are left out.
redacted-value = ‹left out›
report-working = Writing it…
report-copied = Copied.

# The buttons.
report-label = Take the answer along
report-print = Print
report-copy-markdown = Copy as Markdown
report-copy-json = Copy as JSON
report-copy-redacted = Copy for a ticket, without values
report-copy-redacted-json = The same as JSON
report-redacted-hint = For a ticket, registered names and the kinds of values stay; all values go.
