### Why a verification failed. Clauses follow "It verifies when"; the others are sentences.

diagnosis-verifies = It verifies when { $step }.
diagnosis-verifies-both = It verifies when { $first }, and { $second }.
diagnosis-nothing-fits = Nothing that was tried makes it verify: { $count } combinations of other readings of the secret, other algorithms, other encodings of the signature and of what was signed, and repairs of the token.
    .advice = Check next whether this is the key of the issuer named in the token, whether it was rotated since, and whether the token was copied whole.
diagnosis-nothing-fits-one = Nothing that was tried makes it verify: { $count } combination.
    .advice = Check next whether this is the key of the issuer named in the token, whether it was rotated since, and whether the token was copied whole.

secret-trailing-newline = the newline at the end of the secret is left out
secret-missing-newline = a newline is added at the end of the secret
secret-white-space = the white space around or in the secret is left out
secret-quotes = the quotes around the secret are treated the other way
secret-byte-order-mark = the byte order mark (BOM) before the secret is treated the other way
secret-name-along = the name before the secret is left out
secret-escapes = escapes such as \n in the secret are read the other way
secret-percent-encoded = the percent-encoding of the secret is read the other way
secret-letter-case = the hex digits of the secret are in the other letter case
secret-normalisation = the secret is brought to Unicode normalisation form { $form }
secret-read-utf8 = the secret is read as UTF-8 text, { $count } bytes
secret-read-utf8-one = the secret is read as UTF-8 text, { $count } byte
secret-read-base64 = the secret is read as base64, { $count } bytes
secret-read-base64-one = the secret is read as base64, { $count } byte
secret-read-base64-lenient = the secret is read as base64 by a lenient decoder, which skips what is not base64, { $count } bytes
secret-read-base64-lenient-one = the secret is read as base64 by a lenient decoder, which skips what is not base64, { $count } byte
secret-read-base64url = the secret is read as base64url, { $count } bytes
secret-read-base64url-one = the secret is read as base64url, { $count } byte
secret-read-hex = the secret is read as hex, { $count } bytes
secret-read-hex-one = the secret is read as hex, { $count } byte
secret-encoded-again = the secret is decoded or encoded once more, { $count } bytes
secret-encoded-again-one = the secret is decoded or encoded once more, { $count } byte
secret-read-utf16 = the secret is turned into UTF-16, { $count } bytes
secret-read-utf16-one = the secret is turned into UTF-16, { $count } byte
secret-read-latin1 = the secret is turned into Latin-1 (ISO 8859-1), { $count } bytes
secret-read-latin1-one = the secret is turned into Latin-1 (ISO 8859-1), { $count } byte
secret-jwk-text = the text of the JWK's k, or the whole JWK, is used as the secret without decoding
secret-whole-text = the whole text of the key box is used as the secret

key-other-of-set = another key of the set is used: number { $number }, kid { $kid }, { $key }
key-own = the key in the token's own { $parameter } is used, { $key }; do not trust it for that reason
key-private-half = the public key is computed from the private half that was given
key-public-as-secret = { $bytes } is used as the HMAC secret: that is the algorithm confusion attack (RFC 8725 §2.1)
key-wrong-type = { $alg } needs { $needs }; this is { $key }.

key-none-fits = { $alg } needs { $needs }; none of the { $count } keys is one: { $keys }.
key-kid-absent = The token names the key { $kid }; the set has { $kids }, and none of them fits.
    .advice = Fetch the set again: keys are rotated. Or the token comes from another issuer.
key-jwk-base64 = the JWK's { $member } is read as standard base64; it should be base64url, and stricter programs refuse it
key-jwk-length = leading zero bytes of the JWK's { $member } are put right; stricter programs refuse it as it is
key-text-repaired = the text of the key is repaired: its quotes, commas, braces, escapes or invisible characters

algorithm-other = the algorithm is { $used }, not { $alg } as the header says
algorithm-salt = it is taken as { $used } (PSS) with a salt of { $count } bytes; RFC 7518 §3.5 wants { $expected }
algorithm-salt-one = it is taken as { $used } (PSS) with a salt of { $count } byte; RFC 7518 §3.5 wants { $expected }
algorithm-hash = the hash is { $hash }, which JOSE does not pair with { $curve }

signature-der = the signature, which is DER, is written as R‖S, as JOSE wants it (RFC 7518 §3.4)
signature-swapped = the two halves of the signature, R and S, are swapped
signature-little-endian = the bytes of the signature are turned round: they are little-endian
signature-trimmed = the leading zero bytes of the signature are put right
signature-hex = the signature is read as hex
signature-encoded-twice = the signature is decoded twice: it was base64-encoded twice

input-base64 = what was signed is { $form }
input-json-text = what was signed is { $form }
input-reserialised = the JSON is written with other white space, order or escapes: it was re-serialised after signing
form-standard-padded = standard base64 with padding, not base64url
form-standard = standard base64 without padding, not base64url
form-padded = base64url with padding (=)
form-strict = strict base64url of the same bytes
form-as-it-stands = taken as it stands, although it is not strict base64url
form-both-texts = the JSON text itself, not base64url of it
form-payload-text = the JSON text of the payload alone
form-header-then-text = the payload without base64url
form-payload-only = the payload alone, without the header
form-without-dot = header and payload without the dot between them
form-line-break = header and payload with a newline at the end
form-last-dot = header and payload with a dot at the end

token-alphabet = the token is written as strict base64url, without + / = or stray bits
token-invisible = { $count } invisible characters, such as zero-width spaces, are taken out of the token
token-invisible-one = { $count } invisible character, such as a zero-width space, is taken out of the token
token-homoglyphs = { $count } look-alike characters (homoglyphs) in the token are replaced
token-homoglyphs-one = { $count } look-alike character (homoglyph) in the token is replaced
token-dots = the dots of the token are put right: one was missing or doubled
token-escaped = the escapes in the token are undone, or what is glued to it is taken off
token-edited-since = the token is as it was when you looked at it before: its header or payload was edited since
token-edited = The signature was made with this key, { $key }, but over other bytes: the header or payload was edited after signing.
    .advice = Take the token again from where it was issued.
token-cut-off = The token is cut off at its end: its signature has { $found } bytes, and { $alg } makes { $expected }.
    .advice = Copy it again, to its last character.
token-too-long = Something was added to the token: its signature has { $found } bytes, and { $alg } makes { $expected }.
token-signature-missing = The signature of the token is missing: nothing follows the last dot.
    .advice = Copy it again, to its last character.

## Why an encrypted token does not open. Clauses follow "It opens when".

diagnosis-opens = It opens when { $step }.
diagnosis-opens-both = It opens when { $first }, and { $second }.
diagnosis-nothing-opens = Nothing that was tried opens it: { $count } combinations of other readings of the secret, other algorithms, other forms of the parameters and other orders of the parts.
    .advice = Check next whether this is the key of the receiver the token was made for, whether it was changed since, and whether the token was copied whole.
diagnosis-nothing-opens-one = Nothing that was tried opens it: { $count } combination.
    .advice = Check next whether this is the key of the receiver the token was made for, whether it was changed since, and whether the token was copied whole.

jwe-alg-other = the key was encrypted with { $used }, not { $alg } as the header says
jwe-enc-other = the content was encrypted with { $used }, not { $enc } as the header says
jwe-key-hashed = the first { $count } bytes of the { $hash } of the secret are the key
jwe-key-cut = the secret is cut off after { $count } bytes
jwe-key-filled = the secret is filled up with zero bytes to { $count }
jwe-kdf-name = the key is derived for the name “{ $used }” instead of “{ $right }”, which RFC 7518 §4.6.2 wants
jwe-party-info = { $form }
form-party-text = the plain text of apu and apv goes into the key, not what its base64url stands for (RFC 7518 §4.6.1.2)
form-party-lenient = apu and apv are read as standard base64 or with padding; they should be base64url (RFC 7518 §4.6.1.2)
form-party-none = apu and apv are left out of the key; RFC 7518 §4.6.2 wants them in it
form-party-each = apu and apv go into the key in forms of their own, not as what their base64url stands for (RFC 7518 §4.6.1.2)
form-party-exchanged = apu and apv stand for each other
jwe-parameter-lenient = the header's { $name } is read as standard base64 or with padding; it should be base64url
jwe-parameter-text = the header's { $name } is taken as plain text, not as what its base64url stands for
jwe-parameter-number = the header's { $name } is read as a number; it should not stand in quotes
jwe-parts-swapped = two parts of the token change places: { $first } and { $second }
jwe-part-attached = the { $part } is taken off the ciphertext, to which it was glued
jwe-tag-cut = the authentication tag is completed: { $found } of its { $expected } bytes are there, and they fit; the token is cut off
jwe-as-it-stands = it is taken as it stands, although it is not strict base64url
jwe-packing = the content is taken as { $form }
form-packed-zlib = zlib data (RFC 1950), not as bare DEFLATE as RFC 7516 §4.1.3 wants
form-packed-not = it is: it is not packed, although the header says zip

jwe-wrong-kind = { $alg } needs { $needs }; this is { $found }.
jwe-private-half = This is the public half of { $key }: it encrypts. Opening the token needs its private half.
jwe-kid-absent = The token names the key { $kid }; the set has { $kids }, and none of them opens it.
    .advice = Look for the set that the receiver of the token publishes: the names of its keys have to be there.
jwe-key-size = { $name } needs a key of { $needed } bytes; this one has { $count }.
jwe-key-size-one = { $name } needs a key of { $needed } bytes; this one has { $count }.
jwe-content-key-size = The encrypted key opens, but the key in it has { $count } bytes, and { $enc } needs { $needed }: it was made for another enc.
jwe-part-length = { $part } has { $found } bytes and must have { $expected }: it is cut off, or belongs elsewhere.
    .advice = Copy the token again, to its last character.
jwe-parameter-missing = { $alg } needs { $name } in the header, and it is not there.
needs-password = a password
needs-agreement = an EC key, or an X25519 or X448 key
