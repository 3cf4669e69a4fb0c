### What keeps a token from being well-formed, and where.

part-token = token
part-header = header
part-unprotected-header = unprotected header
part-recipient-header = header of a recipient
part-payload = payload
part-signature = signature
part-encrypted-key = encrypted key
part-iv = initialization vector
part-ciphertext = ciphertext
part-tag = authentication tag
part-aad = additional authenticated data
part-disclosure = Disclosure
part-key-binding = Key Binding JWT
part-unknown = part without a role

## The number of parts

structure-parts-jws = Expected 3 parts, divided by 2 dots. Found { $found } (RFC 7515 §7.1).
structure-parts-jwe = The header has “enc”, so this is a JWE. Expected 5 parts, divided by 4 dots. Found { $found } (RFC 7516 §7.1).
structure-parts-unknown = Expected 3 parts (JWS) or 5 parts (JWE). Found { $found }.
structure-dot-doubled = Expected { $expected } parts. Found { $found }: the dot at line { $line }, column { $column } stands twice.
structure-dot-missing = Expected { $expected } parts. Found { $found }: a dot is missing at line { $line }, column { $column }, where the { $part } ends.
structure-part-empty = The { $part } is empty. Expected base64url characters at line { $line }, column { $column }.
structure-cut-off = The { $part } was cut off: an ellipsis stands at line { $line }, column { $column } instead of its end.

## Base64url

structure-standard-alphabet = The { $part } has “{ $character }” at character { $position } (line { $line }, column { $column }). Expected the base64url alphabet, which has “-” and “_” in its place (RFC 7515 §2).
structure-padding = The { $part } is padded with “=” at character { $position } (line { $line }, column { $column }). Expected base64url without padding (RFC 7515 §2).
structure-white-space = The { $part } has white space at character { $position } (line { $line }, column { $column }).
structure-percent-encoded = The { $part } has a percent-encoded character at character { $position } (line { $line }, column { $column }).
structure-invisible-character = The { $part } has an invisible character, { $code-point }, at character { $position } (line { $line }, column { $column }). Expected a base64url character.
structure-foreign-letter = The { $part } has “{ $character }” ({ $code-point }) at character { $position } (line { $line }, column { $column }): a letter, but not one of A–Z and a–z.
structure-foreign-character = The { $part } has “{ $character }” ({ $code-point }) at character { $position } (line { $line }, column { $column }). Expected a base64url character: A–Z, a–z, 0–9, “-” or “_”.
structure-trailing-bits = The last character of the { $part }, “{ $character }” at line { $line }, column { $column }, carries bits that belong to no byte. They have to be zero (RFC 4648 §3.5).
structure-length = The { $part } has { $length } characters, which no number of bytes has: one is missing or one too many.
structure-more-deviations = The { $part } has { $count } further places like this.
structure-more-deviations-one = The { $part } has one further place like this.

## JSON

structure-not-json = The { $part } is not JSON text: it begins with { $found }.
structure-json = The { $part } is not well-formed JSON. Expected { $expected }, found { $found } at its line { $json-line }, column { $json-column } (in the paste: line { $line }, column { $column }).
structure-invalid-utf8 = The { $part } is not valid UTF-8: byte { $found } at offset { $offset } (in the paste: line { $line }, column { $column }).
structure-bom = The { $part } begins with a byte order mark, U+FEFF. Expected JSON text without one (RFC 8259 §8.1).
structure-header-not-object = The header is { $found }. Expected a JSON object (RFC 7515 §4).
structure-json-text = The JSON text is not well-formed: expected { $expected }, found { $found } at line { $line }, column { $column }.

json-value = a value
json-name-or-end = a name in quotes or a closing brace
json-name = a name in quotes
json-colon = a colon
json-comma-or-end = a comma or the closing bracket
json-end = the end of the text
json-digit = a digit
json-quote = the closing quote
json-escape = an escape sequence that JSON has
json-surrogate-pair = the second half of a surrogate pair
json-no-control = an escape instead of a control character
json-utf8 = valid UTF-8
json-no-bom = no byte order mark
json-shallower = less nesting
found-end = the end of the text

## JSON Serialization and SD-JWT

structure-member-type = “{ $name }” is { $found }. Expected { $expected }.
structure-member-missing = “{ $name }” is missing at line { $line }, column { $column }.
structure-member-twice = “{ $name }” stands there twice. Which one counts would be a guess.
structure-both-forms = “signature” and “signatures” stand beside each other. A token has one of them (RFC 7515 §7.2).
structure-disclosure = A Disclosure is not an array of three elements, or of two (RFC 9901 §4.2).
structure-key-binding = The Key Binding JWT has { $found } parts. Expected 3 (RFC 9901 §4.3).

sd-jwt-hash-unknown = “_sd_alg” names a hash function that is not known here, so no digest can be computed (RFC 9901 §4.1.1).
sd-jwt-disclosure-twice = The same Disclosure is given twice.
sd-jwt-not-referenced = No digest in the payload belongs to this Disclosure: { $digest } stands nowhere. The SD-JWT has to be rejected (RFC 9901 §7.1).
sd-jwt-digest-twice = The digest { $digest } stands in the payload twice. The SD-JWT has to be rejected (RFC 9901 §7.1).
sd-jwt-digests-malformed = “_sd” is not an array of strings. The SD-JWT has to be rejected (RFC 9901 §7.1).
sd-jwt-wrong-kind = This Disclosure has the form of another place: a member has a name, an array element has none (RFC 9901 §7.1).
sd-jwt-name-forbidden = This Disclosure has the name “{ $name }”, which is not allowed (RFC 9901 §7.1).
sd-jwt-name-taken = This Disclosure has the name “{ $name }”, which stands in the same object already (RFC 9901 §7.1).
sd-jwt-disclosure-malformed = This is no Disclosure: strict base64url of an array of a salt, a name and a value, or of a salt and a value (RFC 9901 §4.2). The SD-JWT has to be rejected (RFC 9901 §7.1).
sd-jwt-ellipsis = “...” stands where it names no digest of an array element (RFC 9901 §4.2.4.2).
sd-jwt-too-deep = The values stand inside each other too deeply to be followed.
