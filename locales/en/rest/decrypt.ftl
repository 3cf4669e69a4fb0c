### Opening encrypted tokens (JWE): what came of it and why. `{ $key }` is a name such as `RSA 2048`.

decrypt-no-token = There is no encrypted token to open.
decrypt-no-key = Encrypted; its content needs a key to be read.
decrypt-no-key-kid = Encrypted; its content needs the key { $kid } to be read.
decrypt-opened = Opened with { $key }, { $why }, by { $alg } and { $enc }: { $count } bytes, exactly as they were sent.
decrypt-opened-one = Opened with { $key }, { $why }, by { $alg } and { $enc }: { $count } byte, exactly as it was sent.
decrypt-costly = Deriving the key from the password takes { $rounds } rounds, here about { $time }. That waits for your click.
decrypt-large = Unpacked, the content has more than { $limit } bytes. Unpacking up to { $most } takes about { $time }; that waits for your click.

# What keeps it closed.
decrypt-no-recipient = The token names no recipient.
decrypt-alg-missing = The header has no alg, so how the key was encrypted is not known (RFC 7516 §4.1.1).
decrypt-enc-missing = The header has no enc, so how the content was encrypted is not known (RFC 7516 §4.1.2).
decrypt-alg-unknown = The algorithm { $alg } is not known here.
decrypt-enc-unknown = The content encryption { $enc } is not known here.
decrypt-zip-unknown = The compression { $zip } is not known here; DEF is (RFC 7516 §4.1.3).
decrypt-segment-count = A compact JWE has five segments; this one has { $count } (RFC 7516 §7.1).
decrypt-part-changed = Read strictly, the { $part } is not base64url (RFC 7515 §2).
decrypt-header-not-json = The header is not well-formed JSON (RFC 7516 §5.2).
decrypt-repeated-names = The header has { $names } more than once, which RFC 7516 §4 forbids accepting.
decrypt-name-in-several = { $names } stands in more than one header, which RFC 7516 §7.2.1 forbids.
decrypt-zip-unprotected = zip stands outside the protected header, which RFC 7516 §4.1.3 forbids.
decrypt-crit-unprotected = crit stands outside the protected header, which RFC 7516 §4.1.13 forbids.
decrypt-crit-malformed = crit must be an array of at least one name (RFC 7516 §4.1.13).
decrypt-crit-unknown = crit names { $names }, which is not known here, so the token must not be accepted (RFC 7516 §4.1.13).
decrypt-parameter-unreadable = The header's { $name } cannot be read.
decrypt-epk-private = The header's epk must be a public key (RFC 7518 §4.6.1.1), and this one holds a private key or a secret.
decrypt-password = The password does not open this token.
decrypt-all-failed = None of the { $count } keys that were tried opens this { $alg } token.

# The key.
decrypt-key-unreadable = The key cannot be read.
decrypt-kid-absent = The token names the key { $kid }, which is not in the set; the set has { $kids }.
decrypt-needs-password = { $alg } needs a password; this is { $found }.
decrypt-needs-secret = { $alg } needs a shared secret; this is { $found }.
decrypt-needs-rsa = { $alg } needs an RSA key; this is { $found }.
decrypt-needs-agreement = { $alg } needs an EC key or an X25519 or X448 key; this is { $found }.
decrypt-candidate-opens = Tried, { $why }: it opens the token.
decrypt-candidate-fails = Tried, { $why }: { $cause }
decrypt-candidate-length = Tried, { $why }: { $part } has { $found } bytes and must have { $expected }.
decrypt-candidate-parameter = Tried, { $why }: the header's { $name } is missing or has a value that the algorithm does not allow.
decrypt-candidate-costly = Not tried, { $why }: deriving the key from the password takes { $rounds } rounds, and { $limit } are allowed.
decrypt-candidate-large = Tried, { $why }: it opens, but unpacked the content has more than { $limit } bytes.
decrypt-recipients-skipped = { $count } further recipients were not tried.
decrypt-recipients-skipped-one = { $count } further recipient was not tried.
decrypt-key-use = The key says that its use is { $use }, not enc (RFC 7517 §4.2).
decrypt-key-ops = The key's key_ops do not allow this use: { $operations } (RFC 7517 §4.3).
decrypt-key-alg = The key says that it is for { $key-alg }; the token says { $alg } (RFC 7517 §4.4).
decrypt-kid-differs = The token names the key { $kid }; the key you gave is named { $key-kid }.
decrypt-certificate-differs = The token names another certificate than that of the key you gave (RFC 7516 §4.1.9 and §4.1.10).
decrypt-weak-rsa15 = RSA1_5 leaks the key to whoever can ask a server often enough; use RSA-OAEP instead (RFC 8725 §3.2).
decrypt-weak-pbes2 = The password was stretched by { $rounds } rounds only; RFC 7518 §4.8.1.2 asks for at least 1000.

# What the cryptography says.
jwe-fault-length = { $part } has { $found } bytes; it must have { $expected }.
jwe-fault-parameter-missing = The header lacks { $name }, which the algorithm needs.
jwe-fault-parameter-wrong = The header's { $name } has a value that the algorithm does not allow.
jwe-fault-key-not-opened = The encrypted key does not open with this key: it was made for another one, or was changed.
jwe-fault-tag = The authentication tag does not fit: this is another key, or something in the token was changed.
jwe-fault-too-costly = Deriving the key from the password would take { $rounds } rounds; no more than { $limit } are done.
jwe-fault-too-large = Unpacked, the content has more than { $limit } bytes; it is not unpacked.
jwe-fault-not-deflate = The header says that the content is packed (zip), but it is not DEFLATE.
jwe-fault-decrypt-only = RSA1_5 is read here, but not written: RFC 8725 §3.2 advises against it.
jwe-part-cek = The content key
jwe-part-key = The key
jwe-part-encrypted-key = The encrypted key
jwe-part-iv = The initialization vector
jwe-part-tag = The authentication tag
jwe-part-ciphertext = The ciphertext
