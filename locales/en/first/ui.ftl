### What stands on the page itself: names of screens, fields and buttons, and the words of the verdicts.

brand = JWT debugger
skip = Skip to the content
nav-label = Screens
nav-inspect = Inspect
nav-sign = Sign
nav-keys = Keys
nav-learn = Learn
nav-self-test = Self-test
language-missed = { $language } could not be loaded. The page goes on in the language it had.

copy = Copy
copied = Copied
copy-failed = Not copied: select the text yourself
clear = Clear

## The token

token-label = Token
window-says = { $count } bytes are kept; bytes { $start } to { $end } are shown here.
window-earlier = Earlier
window-later = Later
window-undo = Undo
window-copy = Copy the whole text
window-search = Find in the whole text
window-find = Find next
token-placeholder = Paste a token, or whatever it stands in: a curl line, a JSON response, a cookie, a log line.
token-parts-label = The token, coloured by part
token-picker = Several tokens stand in this paste. Look at:
characters-more = … { $count } more characters
characters-more-one = … { $count } more character

chip-header = Header
chip-unprotected-header = Unprotected header
chip-recipient-header = Recipient header
chip-payload = Payload
chip-signature = Signature
chip-encrypted-key = Encrypted key
chip-iv = Initialization vector
chip-ciphertext = Ciphertext
chip-tag = Authentication tag
chip-aad = Additional data
chip-disclosure = Disclosure
chip-key-binding = Key binding
chip-unknown = No known part

## The verdicts

verdicts-label = Verdicts
reasons-full = The reasons in full
verdict-structure = Structure
verdict-signature = Signature
verdict-claims = Claims

structure-word-empty = Empty
structure-word-ok = Well-formed
structure-word-repaired = Repaired
structure-word-damaged = Damaged
structure-why-empty = Is this a well-formed token?
structure-why-claims-json = This is a JWT Claims Set as JSON text, not a token.
structure-why-header-json = This is a JOSE Header as JSON text, not a token.
structure-why-key = This is a key, not a token.
structure-why-nothing = There is no token in this text.
structure-why-well-formed = { $family }, { $serialization }: { $parts } parts, { $bytes } bytes.
family-jws = JWS
family-jwe = JWE
family-sd-jwt = SD-JWT
family-unknown = Unknown
serialization-compact = Compact Serialization
serialization-flattened = Flattened JSON Serialization
serialization-general = General JSON Serialization

signature-word-unchecked = Not checked
signature-word-checking = Checking
signature-word-valid = Valid
signature-word-self-asserted = Self-asserted
signature-word-invalid = Invalid
signature-word-unsecured = Unsecured
signature-word-unsupported = Unsupported
signature-word-key-error = Key error
signature-word-encrypted = Encrypted
signature-word-decrypted = Decrypted
signature-word-decrypt-failed = Not decrypted
signature-number = Signature { $count }:
signature-why-no-token = Who vouches for it?
signature-why-checking = The worker is at it.
worker-none = The part of this page that holds the cryptography could not be started, so nothing can be verified or signed. Reading goes on.
worker-stopped = The part of this page that holds the cryptography stopped while it was at this. It is started again for the next question.

claims-word-none = None
claims-word-ok = Hold
claims-word-expired = Expired
claims-word-not-yet-valid = Not yet valid
claims-word-mismatch = Mismatch
claims-word-malformed = Malformed

## What was read

faults-title = What cannot be read
decoded-label = Decoded token
tab-json = JSON
json-fold = Fold
json-unfold = Unfold
tab-claims = Claims
tab-bytes = Bytes
header-label = Header
payload-label = Payload
copy-header = Copy the header
copy-payload = Copy the payload
edit-as-draft = Edit as draft
part-absent = This token has no such part.
part-encrypted = Encrypted: it stands inside the Ciphertext.
part-detached = Detached: the content is not in the token.
part-empty = Empty.
part-text = This is not JSON. As text:
part-binary = This is neither JSON nor text. As bytes:

## A fault of the page itself

fault-title = This page stopped working
fault-text = It met a fault of its own. What you typed is still in its fields: copy what you need, then load the page anew. Nothing was sent anywhere. The lines below are for a report of the fault.
fault-again = Load the page anew
