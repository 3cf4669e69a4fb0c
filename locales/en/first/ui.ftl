### What stands on the page itself: names of screens, fields and buttons, and the words of the verdicts.

brand = JWT debugger
skip = Skip to the content
nav-label = Screens
nav-inspect = Inspect
nav-sign = Sign
nav-keys = Keys
nav-learn = Learn
nav-self-test = Self-test
language-label = Language
language-missed = { $language } could not be loaded. The page goes on in the language it had.
theme-label = Theme
theme-system = System
theme-light = Light
theme-dark = Dark

copy = Copy
copied = Copied
copy-failed = Not copied
clear = Clear
cancel = Cancel

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
rows-more = { $count } more members are not shown here; the JSON view holds them all.
rows-more-one = { $count } more member is not shown here; the JSON view holds it.

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

## The key

key-label = Key
key-placeholder = A secret, PEM, JWK or JWK Set. A line or a whole file of settings works too: its secret is found.
key-none = No key yet: the signature cannot be checked.
key-reading = Reading…
key-fetched = Fetched from { $url } on your click, { $time }.
key-fetched-elsewhere = Fetched on your click, { $time }: you asked { $asked }, and the answer came from another address, { $url }.
key-fetched-named = The token itself names this address in { $parameter }, so it proves nothing by itself.
key-used = Key: { $key }
key-kid = kid { $kid }
key-thumbprint = JWK Thumbprint (RFC 7638, SHA-256): { $thumbprint }
key-thumbprint-uri = The same as a URI (RFC 9278): { $uri }
key-offered-url = Put its jwks_uri into the URL field
keys-considered = Keys that were considered
reading-label = Read a bare secret as
reading-utf8 = UTF-8
reading-base64 = base64
reading-base64url = base64url
reading-hex = hex
link-key-private = The address of this page brought a private key. It was not used: a private key in an address has been in a history, and whoever sent the link knows it.
link-key-secret = The address of this page brought a secret, or text that may be one. It was not used: whoever sent the link would decide what verifies here. Give the key yourself.

jwks-title = Fetch the key
jwks-url = URL of a JWK Set, a discovery document or an issuer
jwks-url-placeholder = https://…/.well-known/jwks.json
jwks-fetch = Fetch
jwks-will-get = A click requests exactly
jwks-bad-url = This is no http or https URL, so it cannot be requested.
jwks-bad-credentials = This URL holds a user name or password. Leave it out: it would be sent along.
jwks-fetch-this = Fetch { $url }
jwks-offers-typed = If that is an issuer, its keys may also be found through:
jwks-offers-issuer = The token’s issuer (iss) may publish its keys through:
jwks-offers-named = The token names this address itself. An attacker can name an address of their own (RFC 8725 §3.10): fetch it only if you know the host.
jwks-no-url = Nothing is requested before you click.

## Expectations and the clock

expectations-title = Judge the claims
clock-label = At this moment
clock-placeholder = now
clock-now = Now: { $local } · { $utc }
clock-set = Set to { $local } · { $utc }
clock-not-read = Until then the clock is now.
clock-minus-hour = −1 h
clock-minus-minutes = −5 min
clock-plus-minutes = +5 min
clock-plus-hour = +1 h
clock-reset = Now
expect-iss = Expected iss
expect-aud = Expected aud
expect-any = any
expect-leeway = Leeway, s
expect-zero = 0

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

## Why it does not verify

diagnosis-title = Why
diagnosis-looking = Trying what people usually run into…
diagnosis-stopped = The search was ended before it found the reason.
diagnosis-again = Search again
diagnosis-apply = Make this change

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
claims-name = Name
claims-value = Value
claims-meaning = Meaning
timeline-title = Judged at this moment
timeline-drag = Clock; drag to judge at another moment
findings-title = Findings
severity-info = Note
severity-warning = Warning
severity-danger = Danger

offer-json-title = Decoded JSON
offer-json = There is no signature in this text, so there is nothing to verify. It can become a token: the Sign screen takes it as a draft.
offer-json-button = Open in Sign
offer-key-title = A key
offer-key = This belongs in the key box. Then paste the token that it should verify.
offer-key-button = Use as key

## The empty page

welcome-title = Paste a token to see what it says
welcome-lead = It is decoded as you paste. Give a key, and you know whether the signature holds, and if not, why not.
welcome-examples = Or start with an example
welcome-promise = Nothing leaves this page: it is decoded, verified and signed by your own browser. The only request it can make is for a JWK Set whose exact URL you see and click, and it counts its requests below.
example-workshop = Workshop token
    .hint = HS256 with its secret, still valid
example-expired = Expired
    .hint = The signature holds, the time does not
example-tampered = Tampered
    .hint = The role was changed after signing
example-assertion = Client assertion
    .hint = Koppeltaal, RS512 with its JWK Set
example-launch = HTI launch
    .hint = Koppeltaal, RS512, five minutes to live
example-curl = In a curl line
    .hint = Bearer token inside a shell command
example-unsecured = Unsecured
    .hint = alg none: nobody vouches for it
example-encrypted = Encrypted
    .hint = JWE: five parts, no readable payload

requests-label = Requests made:
requests-hint = Counted since the page was ready, as far as the page itself can see; its own files are not counted.
requests-none = None so far.
footer-promise = Nothing you paste leaves this page.
build-label = Build

## Sign

sign-template = Template
sign-template-none = None: start empty
sign-template-hint = Fills header and payload; the times are counted from the clock of the Inspect screen.
sign-key-label = Key to sign with
sign-key-placeholder = A secret, or a private key as PEM or JWK.
sign-key-from-inspect = Use the key of the Inspect screen
sign-output = Token
sign-open = Open in Inspect
sign-release = Sign this draft
sign-agree-unsecured = Make it anyway: a token that nobody vouches for
copy-token = Copy the token
sign-state-empty = Write a header and a payload, or choose a template.
sign-state-no-key = Give a key, and the token appears here as you type.
sign-state-held = A draft, not yet signed. Signing makes a new token; the one you inspected stays as it is.
sign-state-signing = Signing…
sign-state-good = Signed. It follows every change.
sign-state-outdated = Outdated: this is the last token that could be signed.
sign-state-none = There is no token.
json-fault = Line { $line }, column { $column }: expected { $expected }, found { $found }.
json-no-object = This is JSON, but not an object.
json-pretty = Pretty
json-compact = Compact


# Tokens in tokens, costly work, detached content, several signatures, Disclosures.
trail-label = Tokens in tokens
trail-level = Level { $count }: { $token }
trail-inside = Look into the token inside
nested-too-deep = There is another token inside. Tokens in tokens are shown { $deepest } levels deep; copy the payload and paste it to go on.
work-asks = Opening this takes long, so it waits for you.
work-agree = Go on
work-running = At it; the page stays usable.
work-cancel = Cancel
content-label = Detached content
content-hint = This token was signed over content that travels beside it. Paste it exactly: every character counts.
content-crlf = Its line breaks are CR LF
content-without = Take it away
key-password = Password of the private key
signatures-title = Signatures
signature-number = Signature { $count }:

# What kind of token it is, the report, the arithmetic.
profile-label = Kind of token
profile-proposed = It looks like: { $profile }
profile-none-proposed = None that is known here
profile-no = Hold it to none
profile-fits = It keeps every rule of its kind that can be checked here.
report-label = Take the answer along
report-print = Print
report-copy-markdown = Copy as Markdown
report-copy-json = Copy as JSON
report-copy-redacted = Copy for a ticket, without values
report-copy-redacted-json = The same as JSON
report-redacted-hint = For a ticket, registered names and the kinds of values stay; all values go.
arithmetic-title = Show the arithmetic
arithmetic-none = There is nothing to compute yet.
expect-more = More expectations
expect-sub = Subject (sub)
expect-nonce = Nonce (nonce)
expect-typ = Type (typ)
expect-algs = Algorithms (alg), one or several
expect-max-age = Longest age in seconds
expect-beside = What stands beside the token
expect-access-token = Access token, for at_hash or ath
expect-code = Authorization code, for c_hash
expect-key = Public JWK, JWK Thumbprint or DPoP proof, for cnf
beside-named = This token names what stands beside it by a hash: { $claims }. Paste that here to see whether they belong together.
beside-none = This token names nothing that stands beside it.
