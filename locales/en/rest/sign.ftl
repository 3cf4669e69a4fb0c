### Making a token: what keeps a draft from being signed, what is odd about one that was. And
### what the cryptography says of a key, a file with a key, or a signature.

# The header of the draft.
sign-header-empty = The header is empty. A header names at least the algorithm, such as “alg”: “HS256”.
sign-header-not-json = The header is not JSON. Line { $line }, column { $column }: expected { $expected }, found { $found }.
sign-header-not-object = The header is { $found }; a JOSE Header is a JSON object.
sign-header-duplicate = The header has { $name } more than once; readers disagree on which of them counts (RFC 7515 §4).
sign-alg-missing = The header has no alg, so there is nothing to sign with. Known are { $known }.
sign-alg-not-string = alg must be a string; it is { $found }.
sign-alg-unknown = The algorithm { $alg } is not known here. Known are { $known }.
sign-alg-case = The algorithm { $alg } does not exist; { $meant } does. Upper and lower case count.
sign-alg-encrypts = { $alg } encrypts. An encrypted token also needs enc in its header, such as A256GCM.
sign-alg-none = alg is none: the token would be unsecured, signed by nobody.
    .advice = Every reader should refuse such a token. To test that one does, agree to it.
sign-b64-not-boolean = b64 must be true or false (RFC 7797 §3).
sign-b64-not-critical = b64 is false, so crit must name b64 (RFC 7797 §6). Readers that do not know b64 would read the payload wrongly.
sign-crit-malformed = crit must be an array of at least one name (RFC 7515 §4.1.11).
sign-crit-absent = crit names { $name }, which is not in the header (RFC 7515 §4.1.11).
sign-crit-unknown = crit names { $name }: readers that do not know it must refuse the token.

# The payload of the draft. It is signed all the same.
sign-payload-broken = The payload begins as JSON and breaks off. Line { $line }, column { $column }: expected { $expected }, found { $found }.
sign-payload-not-json = Signed, but the payload is not JSON, so the token is no JWT. Line { $line }, column { $column }: expected { $expected }, found { $found }.
sign-payload-not-object = Signed, but the payload is { $found }; a JWT Claims Set is a JSON object.
sign-payload-duplicate = Signed, but the payload has { $name } more than once; readers disagree on which of them counts (RFC 7519 §4).
sign-payload-detached = What stands in line { $line }, column { $column } of the payload cannot stand in the token under b64: false. The payload is detached: give it to the reader beside the token (RFC 7797 §5.2).

# The key of the draft.
sign-key-missing = Signing with { $alg } needs a key of kind { $needs }.
sign-key-unreadable = The key cannot be read.
sign-key-type = { $alg } needs a key of kind { $needs }; this is { $found }.
sign-key-public = { $alg } signs with the private key; this { $found } is the public half only.
sign-kid-absent = No key that can sign is called { $kid }. Those that can are { $kids }.
sign-kid-differs = The header says kid { $kid }; the key that signed is { $own }. A verifier that looks it up in a JWK Set does not find it.
sign-key-first = { $count } keys can sign this; the first one did.
sign-key-alg = The key says that it is for { $found }, not for { $alg }.
sign-key-use = The key says that it is for encryption (use: enc).
sign-key-ops = The key's key_ops are { $found }, without sign.

# Encrypting instead of signing.
sign-jwe-key-missing = Encrypting with { $alg } needs the recipient's key, a shared secret or a password.
sign-jwe-key-first = { $count } keys fit; it was encrypted to the first one.
sign-jwe-made = { $name } is made while encrypting; leave it out of the header.
sign-jwe-weak-password = The password is short; short passwords are found by trying.

# Signed, with these warnings.
sign-unsecured = This token is unsecured: anyone can make and change it.
sign-weak-hmac = The secret has { $bits } bits; { $alg } asks for at least { $minimum } (RFC 7518 §3.2). Short secrets are found by trying.
sign-weak-rsa = The RSA key has { $bits } bits; JOSE asks for at least 2048 (RFC 7518 §3.3).
sign-rsa-exponent = The RSA key's public exponent is { $exponent }; 65537 or more is asked for today (FIPS 186-5 §5.1).
sign-eddsa-polymorphic = EdDSA does not say which curve it means. RFC 9864 replaces it by Ed25519 and Ed448; older readers know EdDSA only.

# Why a signature does not hold.
signature-mismatch = The signature belongs to other content or to another key.
signature-wrong-key-type = The key is of another kind than the algorithm needs.
signature-wrong-length = The signature has { $found } bytes; with this algorithm and key it has { $expected }.

# What is wrong with the numbers of a key.
key-no-private-half = This key has its public half only.
key-pair-differs = The private half of the key belongs to another public half: nothing that it signs would verify.
key-unusable = These numbers are not a usable key.
rsa-modulus-even = The RSA modulus is even or zero, which no product of two primes is.
rsa-modulus-too-large = The RSA modulus has more than 16384 bits: it is not computed with, so that nothing hangs.
rsa-modulus-too-short-for-hash = The RSA modulus is too short to hold a signature with this hash.
rsa-exponent-too-small = The RSA public exponent is 0 or 1: everyone could make such signatures.
rsa-exponent-even = The RSA public exponent is even, which no RSA key has.
rsa-exponent-too-large = The RSA public exponent is above 256 bits or above the modulus.
rsa-exponent-too-large-to-sign = The RSA public exponent is above 2^33: such a key verifies here, but does not sign.
rsa-private-half-wrong = The RSA private numbers do not belong to the modulus and exponent.
rsa-size = RSA keys are made with 2048, 3072 or 4096 bits.
oct-size = A secret is made of whole bytes, 8192 bits at most.
rsa-multi-prime = This RSA key has more than two primes, which is not supported.
ec-coordinate-length = A coordinate of the point does not have the length of its curve.
ec-point-off-curve = The point does not lie on its curve: this is no key.
ec-private-value-length = The private value does not have the length of its curve.
ec-private-value-range = The private value is zero or not below the order of its curve.
okp-public-key-length = The public key does not have the length of its curve.
okp-private-key-length = The private key does not have the length of its curve.
okp-point-off-curve = The public key is no point of its curve.
okp-point-not-canonical = The public key is written in a form that RFC 8032 does not allow.
okp-small-order = The public key is of small order: one signature would fit every message.
ml-dsa-public-key-length = The public key does not have the length of its ML-DSA parameter set.
ml-dsa-seed-length = An ML-DSA private key is a seed of 32 bytes (RFC 9964 §3).
ml-dsa-without-seed = The file holds the expanded ML-DSA key without its seed; a JWK, and this tool, need the seed.

# Files with keys.
container-malformed = This is not { $container }: the byte at { $offset } does not fit.
container-unknown = This DER is none of SPKI, PKCS #8, PKCS #1, SEC 1 and X.509.
container-algorithm-unknown = The key is for an algorithm that JOSE does not have (object identifier { $oid }).
container-curve-unknown = The key is on a curve that JOSE does not have (object identifier { $oid }).
container-curve-unnamed = The file does not name the curve of its key.
container-password-needed = This key is encrypted: its password is needed.
container-password-wrong = The password does not open this key.
container-encryption-unknown = This key is encrypted in a way that is not supported; PBES2 with AES or Triple DES is.
    .advice = Convert a copy of it with: openssl pkcs8 -topk8 -v2 aes-256-cbc -in FILE
container-too-costly = Opening this key takes { $rounds } rounds; no more than { $limit } are done.

# Other forms than the Compact Serialization, and tokens that are broken on purpose.
sign-payload-number = Signed, but many readers change the number { $number } in line { $line }, column { $column }: they keep { $read }.
sign-detached = The payload is detached: give it to the reader beside the token (RFC 7515 Appendix F).
sign-stripped = The signature was taken away on purpose. Every reader has to refuse this token.
sign-confused = HMAC with the characters in the key box as the secret, on purpose. A reader that takes a public key for a secret accepts it (RFC 8725 §2.1); every other has to refuse it.
sign-unprotected-not-object = The unprotected header is not a JSON object.
sign-unprotected-repeats = { $name } stands in both headers, which RFC 7515 §7.2.1 forbids.
sign-unprotected-critical = { $name } has to stand in the protected header.
sign-sd-jwt-compact = An SD-JWT carries its payload, encoded: it can be neither detached nor b64: false.
sign-unprotected-made = { $name } of the unprotected header is made here; leave it out.
sign-aad-nowhere = Additional data (aad) has room in the JSON Serialization of an encrypted token only. Empty it, or encrypt.
sign-jwe-fixed-key = { $alg } fixes the key of the content itself, so there can be one recipient only (RFC 7516 §5.1).
sign-sd-jwt-not-object = Claims can be made selectively disclosable in a JSON object only.
sign-sd-jwt-always-there = { $name } has to be there for every verifier, so it cannot be made selectively disclosable (RFC 9901 §9.7).
sign-sd-jwt-nothing-there = The payload has nothing at { $pointer }.
sign-sd-jwt-deep = The payload is nested too deeply.
sign-binding-key = Key binding takes the holder's private key, one that signs.
sign-outer-not-encryption = The outer header has to name alg and enc of an encryption.
sign-outer-no-cty = The outer header lacks cty: JWT, which a Nested JWT has (RFC 7519 §5.2).

# The controls of the Sign screen.
sign-fix-set = Set { $name } to { $value }
sign-fix-key = Make a key for { $alg }
sign-show = Show the place
sign-key-back = Put the key back that stood here
sign-time-claim = Claim
time-now = Now
time-plus-quarter = +15 min
sign-time-date = At a moment
sign-time-placeholder = 2027-01-01T12:00Z
sign-jti = New jti
sign-fresh = Keep the times fresh: they move along with the clock
sign-times-broken = Times can be set once the payload is a JSON object.
names-label = Names that begin so
sign-compare-title = The inspected token and the draft
sign-compare-before = Inspected
sign-compare-now = Draft
sign-compare-absent = absent
sign-compare-same = Nothing differs yet.
sign-compare-original = The inspected token, as it was
sign-form = How it is written: serialization, signers, detached, SD-JWT, nested
sign-serialization = Serialization
sign-detach = Detached payload
sign-unprotected = Unprotected header
sign-unprotected-placeholder = a JSON object, or nothing
sign-sd = SD-JWT: let the holder withhold claims
sign-sd-hint = Tick what becomes selectively disclosable; a tick names a place by its path (a JSON Pointer, RFC 6901: /address/locality). What is not ticked is signed as it stands.
sign-decoys = Decoy digests
sign-binding = With a Key Binding JWT
sign-holder = Holder’s private key
sign-holder-placeholder = A private key as PEM or JWK; its public half goes into cnf.
sign-binding-aud = Verifier (aud)
sign-binding-nonce = Nonce
sign-nested = Nested: encrypt it after signing
sign-outer-header = Outer header
sign-outer-key = Recipient’s key
sign-outer-key-placeholder = A public key, a shared secret, or a password.

# Others who sign the same payload.
sign-add-signer = Add a signer
sign-aad = Additional data (aad)
sign-recipients-hint = With enc in the header each of these is one more recipient, with alg and kid in a header of its own. Those of the first stand in the unprotected header; what stands in the header above is for all.
sign-signer = Signer { $number }
sign-signer-header = Header
sign-signer-key = Key
sign-remove = Remove
sign-remove-signer = Remove signer { $number }
sign-signer-says = Signer { $number }: { $why }
sign-signer-does-not-sign = The header has to name an alg that signs.
sign-signer-b64 = b64 has to be the same for every signer (RFC 7797 §3).

# Taking a token along.
take-title = Take it along
sign-take = As
sign-take-url = Address
sign-taken = The token in this form
sign-take-copy = Copy the token in this form
take-save = Save as launch.html
take-token = Token
take-header = Authorization header
take-dpop = DPoP header
take-dpop-curl = curl, request with this DPoP proof
take-logout = curl, back-channel logout
take-no-address = The address is missing: a request goes to one that begins with https:// or http://.
take-ath-differs = The proof does not have the hash of this access token as ath, so a server would refuse it (RFC 9449 §4.3).
take-set-ath = Set ath to the hash of the access token
sign-take-scope = Scope
sign-take-access = Access token to send along
sign-take-koppeltaal = As Koppeltaal: launch and iss
sign-take-iss = FHIR server (iss)
take-curl = curl, Authorization header
take-assertion = curl, token request with a client assertion
take-launch = HTML page that posts it (HTI launch)
take-launch-hint = HTI:core 2.0 posts the field token. Koppeltaal names it launch, and posts the address of its FHIR server beside it, as iss: there is a box for that.
take-env = Environment line
take-programs = A program that verifies it
take-makers = A program that makes one like it
take-outdated = This is still the last good token: the draft gives none as it is now.
take-holds-secret = The program holds the secret, or the private key: it works with that.
take-not-in-header = This token does not fit a header: only a Compact Serialization does, without spaces (RFC 6750 §2.1).
snippet-unsupported = The usual library of this language does not verify { $alg } with such a key.
snippet-no-key = There is no key in the key box that verifies this token.
snippet-not-jwt = There is a program for a signed JWT in the Compact Serialization only, with its payload in it.
snippet-key-short = The usual library of this language refuses a key of { $bits } bits for { $alg }: it takes { $minimum } or more.
snippet-no-private-key = In the key box is only the public half of the key: nothing can be made with it.
snippet-header-rust = jsonwebtoken takes only strings as further Header Parameters, and this header has other ones.
snippet-critical = The header has crit, and the usual libraries do not know its extensions.

# Many tokens.
batch-title = Many tokens from a table
batch-hint = The draft is the template. A row of the table gives a token: CSV with a line of names, or JSON objects, one a line. Each column sets the member of the payload with its name, or with its path (/address/city); an empty value leaves what the template has, "" is an empty text, and a moment may be a date.
batch-table = Table
batch-placeholder = sub,role and so on, then one row a token
batch-open = Open a file
batch-make = Make the tokens
batch-progress = Making the tokens
batch-tokens = The first tokens
batch-copy = Copy all tokens
batch-save = Save as tokens.txt
batch-running = { $count } tokens so far.
batch-running-one = { $count } token so far.
batch-done = { $count } tokens of { $total } rows, one a line.
batch-done-one = { $count } token of { $total } rows.
batch-cancelled = Cancelled: { $count } tokens of the first { $total } rows.
batch-cancelled-one = Cancelled: { $count } token of the first { $total } rows.
batch-failed = Row { $number }, line { $line }: { $why }
batch-more-failed = And { $count } more rows without a token; their lines are empty.
batch-more-failed-one = And { $count } more row without a token; its line is empty.
batch-empty = The table has no rows.
batch-column-unnamed = Column { $number } has no name.
batch-column-repeated = Two columns are called { $name }.
batch-row-length = values: { $found }; names: { $expected }.
batch-quote-open = a quote is opened and not closed, and takes in everything after it.
batch-cell-kind = column { $name } has “{ $text }”, where the template has { $wanted }.
batch-row-not-json = column { $column }: expected { $expected }, found { $found }.
batch-row-duplicate = it has { $name } more than once.
batch-pointer-nowhere = { $name } leads to nothing in the template: the object around it has to be there.
batch-row-not-object = it is not a JSON object.
batch-template-not-object = The payload is not a JSON object, so a table cannot set its members.

# Around a draft: what was replaced, what is broken on purpose, what a draft could not take over.
sign-header-number = Signed, but many readers change the number { $number } in line { $line }, column { $column } of the header: they keep { $read }.
sign-header-private-key = The jwk in the header holds the private half ({ $members }): whoever gets this token can sign with that key. Only the public half belongs there (RFC 7515 §4.1.3).
sign-unprotected-not-json = The unprotected header is not JSON. Line { $line }, column { $column }: expected { $expected }, found { $found }.
sign-unprotected-duplicate = The unprotected header has { $name } more than once; readers disagree on which of them counts (RFC 7515 §4).
sign-sd-jwt-reserved = The payload has a member { $name } of its own. Only digests may be called so (RFC 9901 §4.1).
sign-binding-cnf = cnf in the payload names another key than the holder’s: the Key Binding JWT will not verify.
sign-jwe-cannot = With enc in the header the draft is encrypted, and “{ $what }” is of signing only. Switch it off, or take enc out of the header.
sign-tampering = Broken on purpose
sign-further-signers = Further signers
sign-outer-says = The encryption around the token: { $why }
sign-holder-says = The Key Binding JWT: { $why }
sign-unprotected-says = The unprotected header: { $why }
sign-fix-private = Leave the private half out
sign-fix-untick = Take the tick at { $pointer } away
sign-pointer-gone = no longer in the payload
sign-undo = Put back what stood here before
sign-redo = Undo that
sign-tampered-stripped = Broken on purpose: the signature is taken away from whatever is signed here.
sign-tampered-confused = Broken on purpose: whatever stands in the key box signs as the secret of an HMAC.
sign-untamper = Sign it properly
sign-signed-payload = The payload that was signed
sign-to-token = Show the token
sign-time-wrong = This is no moment: write a NumericDate or a date such as 2027-01-01T12:00Z.
sign-compare-yes = yes
sign-compare-no = no
sign-compare-same-but = What the draft could take over does not differ yet; what it could not is named above.
redraft-damaged = The token is damaged: the draft holds what could be read of it.
redraft-not-text = The { $part } is not UTF-8: the draft has U+FFFD where bytes could not be read, so other bytes would be signed.
redraft-content-missing = The payload travels beside the token and was not given, so the draft has none.
redraft-signers = Signers for whom there is no room here: { $count }. They are not in the draft.
redraft-signer-unprotected = Unprotected headers of the further signers are not in the draft.
redraft-signer-keys = Each further signer needs a key of its own.
redraft-disclosures = The Disclosures could not be put in their places; they are not in the draft.
redraft-withheld = Digests without a Disclosure: { $count }. What they stand for is not in this token, and not in the draft.
redraft-unreferenced = Disclosures that no digest belongs to: { $count }. They are not in the draft.
redraft-binding = The Key Binding JWT is not in the draft: it takes the holder’s private key.
redraft-hash = The digests were made with { $hash }; here they are made with sha-256.
redraft-salts = Salts and digests are made anew.
redraft-encrypted = The token was encrypted. The draft encrypts the same content anew; what that makes is not in its header: { $names }.
redraft-recipients = Only the protected header came along: no other recipients, no headers of theirs, no additional data.
redraft-closed = The content is encrypted and could not be opened, so the draft has none.
container-unreadable = This is not { $container }: it cannot be read as one.
batch-json-array = This is a JSON array. Write its objects one a line, without the brackets and the commas between them.
sign-no-randomness = This browser gives pages no random numbers, and without them nothing that can be trusted can be made.

# The screen.
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
