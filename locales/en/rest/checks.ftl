### Findings of the checks. Each text says what was found; `.advice` says what to do and which
### clause asks for it. `certainty` and `clause` are facts of every finding.

certainty-known = known
certainty-likely = likely

check-more = { $finding } was found at { $count } more places.
check-more-one = { $finding } was found at one more place.
check-in-header = the JOSE Header
check-in-unprotected-header = an unprotected header
check-in-payload = the payload
check-in-signature = the signature
check-in-disclosure = a Disclosure
check-in-another-part = another part

# Algorithms.
alg-is-none = alg is none: nobody signed this token, and anyone can change it.
    .advice = Refuse it. RFC 8725 §3.2 allows none only where something else already protects the token.
alg-none-spelling = alg is “{ $alg }”. It is no registered name, but a careless comparison takes it for none.
    .advice = Compare alg byte for byte with the list of algorithms you accept (RFC 8725 §3.1); never with a list of those you refuse.
alg-spelling = alg is “{ $alg }”, which is not registered. It reads like { $meant }.
    .advice = alg is case-sensitive (RFC 7515 §4.1.1): the issuer should write { $meant }.
alg-confusion = alg is { $alg }, which needs a shared secret, but the key is a public key ({ $kty }). Whoever has the public key can sign such a token.
    .advice = Fix the algorithm for each key and refuse any other (RFC 8725 §3.1). Never use the bytes of a public key as a secret.
alg-confusion-likely = alg is { $alg }, which needs a shared secret, but the header names a public key in { $parameter }. That is how algorithm confusion looks.
    .advice = Fix the algorithm for each key (RFC 8725 §2.1 and §3.1). If the issuer means to share a secret, it should leave { $parameter } out.
alg-is-rsa1-5 = alg is RSA1_5: its padding lets an attacker who can watch decryption errors read the content.
    .advice = Use RSA-OAEP-256, or ECDH-ES (RFC 8725 §3.2).
zip-compressed = The content was compressed before encryption: its length tells something about what it says.
    .advice = Leave zip out where an attacker can influence part of the content (RFC 8725 §3.6).

# Keys.
hmac-key-short = The secret is { $bits } bits long; { $alg } needs at least { $least }.
    .advice = Use at least { $least } random bits (RFC 7518 §3.2). A short secret can be guessed from a single token.
hmac-many-audiences = One secret for { $count } audiences: each of them that can verify this token can also make one for the others.
    .advice = Use a digital signature, or a secret per audience (RFC 7515 §10.5).
rsa-key-short = The RSA key is { $bits } bits long; { $least } is the minimum.
    .advice = Make a new key of { $least } bits or more (RFC 7518 §3.3).
rsa-exponent-small = The RSA key's public exponent is { $exponent }. Small exponents have made careless verifiers accept forged signatures.
    .advice = Use 65537 (FIPS 186-5, appendix A.1.1).
rsa-exponent-broken = The RSA key's public exponent is { $exponent }: that is no RSA key, and anyone can make signatures that fit it.
    .advice = Do not use this key. An exponent is odd and at least 3 (RFC 8017 §3.1).
secret-in-settings = The key is the value of { $name } in a settings line or file.
    .advice = For development that is fine. In production keep it in a secret manager or a protected store, out of files, images and version control, and replace it on a schedule.
ecdsa-repeated-r = This ECDSA signature and another one seen on this page have the same R on { $curve }, over different content. Known: one random number was used twice. Likely: one key made both; then anyone who has the two can compute that key.
    .advice = Treat the key as known to others: replace it, and sign with a random number for each signature or deterministically (FIPS 186-5 §6.3, RFC 6979).
ecdsa-zero = { $half } of the ECDSA signature is zero. Verifiers that did not check this accepted such a signature under any key (CVE-2022-21449).
    .advice = Refuse it, and make sure that your verifier does (FIPS 186-5 §6.4.2).
ecdsa-out-of-range = { $half } of the ECDSA signature is not below the order of { $curve }.
    .advice = Refuse it: R and S lie between 1 and the order minus 1 (FIPS 186-5 §6.4.2).
signature-length = The signature is { $found } bytes long; { $alg } makes { $expected }.
    .advice = Look for a token that was cut short, or a signature in another form, such as DER for ECDSA (RFC 7518 §3).

# Header.
jwk-in-header = The header brings its own key in jwk. Whoever made the token chose that key.
    .advice = Verify with a key that you have from elsewhere, or that you have pinned (RFC 7515 §10.3).
x5c-in-header = The header brings a certificate in x5c. Whoever made the token chose it.
    .advice = Validate the chain up to a root that you trust, and the name in it, before you use its key (RFC 7515 §4.1.6).
jku-in-header = The header says where to fetch its key: { $url }.
    .advice = Fetch keys only from addresses that you have listed beforehand; never follow jku blindly (RFC 8725 §3.10).
x5u-in-header = The header says where to fetch its certificate: { $url }.
    .advice = Fetch certificates only from addresses that you have listed beforehand, and validate the chain (RFC 8725 §3.10).
key-url-not-https = { $parameter } is not an https URL: { $url }. Whoever sits on the network can replace the key.
    .advice = TLS is required for jku and x5u (RFC 7515 §4.1.2 and §4.1.5).
kid-path = kid looks like a path: { $kid }. A verifier that opens it as a file can be made to read another one.
    .advice = Look kid up in a list of known names; never build a path from it (RFC 8725 §3.10).
kid-sql = kid looks like a piece of SQL: { $kid }.
    .advice = Look kid up with a bound parameter; never join it into a query (RFC 8725 §3.10).
kid-command = kid looks like a shell command: { $kid }.
    .advice = Look kid up in a list of known names; never hand it to a shell (RFC 8725 §3.10).
kid-url = kid is a URL: { $kid }. A verifier that fetches it lets the token choose its key.
    .advice = Compare kid as a name; fetch nothing from it (RFC 8725 §3.10).
crit-unknown = crit demands the extension “{ $name }”, which is not understood here.
    .advice = A verifier that does not understand it must refuse the token, whatever the signature says (RFC 7515 §4.1.11).
crit-malformed = crit breaks its own rules: { $why }.
    .advice = crit is a list, not empty, of names of extensions that stand in the protected header (RFC 7515 §4.1.11).
crit-why-unprotected = it stands outside the protected header
crit-why-not-array = it is not an array
crit-why-empty = it is empty
crit-why-not-string = one of its items is not a string
crit-why-own = it lists a name that the JOSE specifications define themselves
crit-why-absent = it lists a name that the header does not have
crit-why-twice = it lists a name twice
b64-without-crit = b64 is used without standing in crit: a verifier that does not know it reads other bytes as the payload.
    .advice = List b64 in crit (RFC 7797 §6).
cty-missing = The payload is itself a token, but the header has no cty that says so.
    .advice = A Nested JWT must have cty with the value JWT (RFC 7519 §5.2).
cty-not-nested = cty says that the payload is a token, but it is a JWT Claims Set.
    .advice = Leave cty out (RFC 7519 §5.2).
typ-missing = There is no typ: the token does not say which kind of JWT it is.
    .advice = Give each kind of token its own typ and check it, so that one cannot stand in for another (RFC 8725 §3.11).

# Claims.
exp-missing = There is no exp: the token does not end by itself.
    .advice = Set exp, soon after issuing (RFC 7519 §4.1.4).
lifetime-long = The token holds for { $lifetime }; for its kind, more than { $most } is long. Whoever copies it can use it that long.
    .advice = Issue tokens for an hour or less and renew them (RFC 6750 §5.3).
iss-missing = There is no iss: a verifier cannot tell whose key belongs to the token.
    .advice = Set iss and check that the key belongs to it (RFC 8725 §3.8).
aud-missing = There is no aud: a token for one service also works at any other that trusts the same key.
    .advice = Set aud and have each service check for its own name (RFC 8725 §3.9).
aud-wildcard = aud is “{ $aud }”, which looks as if it meant everyone.
    .advice = aud is compared exactly, without wildcards (RFC 7519 §4.1.3). Name each audience (RFC 8725 §3.9).
sub-mail = sub is a mail address: it can change, and it can be given to someone else.
    .advice = Use an identifier that is never reused, and carry the address in email (OpenID Connect Core §5.7).

# Secrets and personal data.
private-key-inside = { $claim } in { $part } holds a private or secret key.
    .advice = Treat that key as known to others: replace it. A token carries public keys only (RFC 7517 §9.2).
credential-named = { $claim } in { $part } looks like a credential. Anyone who holds the token can read it.
    .advice = Take it out and replace it where it was valid; a signed token is not encrypted (RFC 7519 §12).
credential-shaped = { $claim } in { $part } has the shape of a credential. Anyone who holds the token can read it.
    .advice = Take it out and replace it where it was valid; a signed token is not encrypted (RFC 7519 §12).
personal-bsn = { $claim } in { $part } passes the eleven-test of a Dutch citizen service number (BSN).
    .advice = Use a pseudonym instead, or encrypt the token (RFC 7519 §12). A BSN may be processed only where a law says so. By chance, one in eleven nine-digit numbers passes the test.
personal-card = { $claim } in { $part } looks like a payment card number.
    .advice = Take it out, or encrypt the token (RFC 7519 §12).
personal-iban = { $claim } in { $part } is a bank account number (IBAN).
    .advice = Take it out, or encrypt the token (RFC 7519 §12).
personal-birth-date = { $claim } in { $part } is a date of birth.
    .advice = Send what the receiver needs, such as “over 18”, or encrypt the token (RFC 7519 §12).
personal-mail = { $claim } in { $part } is a mail address, readable by anyone who holds the token.
    .advice = Leave it out where the receiver does not need it, or encrypt the token (RFC 7519 §12).
personal-phone = { $claim } in { $part } looks like a telephone number.
    .advice = Leave it out where the receiver does not need it, or encrypt the token (RFC 7519 §12).

# Fidelity: what other readers would see.
duplicate-parameter = The Header Parameter { $claim } stands more than once. Readers disagree on which one counts.
    .advice = Refuse the token: Header Parameter names must be unique (RFC 7515 §4).
duplicate-name = { $claim } stands more than once. Some readers take the first, some the last, some refuse the token.
    .advice = Write each name once (RFC 7519 §4, RFC 8259 §4).
number-beyond-2-53 = { $claim } is { $digits }. A reader that keeps doubles, as JavaScript does, sees { $shown } and cannot tell it from its neighbours.
    .advice = Write identifiers as strings (RFC 8259 §6).
number-rounded = { $claim } has more digits than a double keeps: { $digits } is read as { $shown }.
    .advice = Write as many digits as matter, or a string (RFC 8259 §6).
number-out-of-range = { $claim } is { $digits }; a double cannot hold that, and JavaScript sees { $shown }.
    .advice = Write a number that fits a double, or a string (RFC 8259 §6).
number-negative-zero = { $claim } is { $digits }. Some readers keep the sign, others see 0.
    .advice = Write 0 (RFC 8259 §6).
number-exponent = { $claim } is written with an exponent: { $digits }. Some readers see { $shown }, some take it for a fraction, some refuse it.
    .advice = Write whole numbers without an exponent (RFC 8259 §6).
text-direction = { $claim } holds characters that turn the direction of text ({ $characters }): what you read is not what a machine compares.
    .advice = Refuse them in names and identifiers (Unicode Standard Annex #9).
text-invisible = { $claim } holds characters that cannot be seen ({ $characters }): it looks like another value and is not.
    .advice = Refuse them in names and identifiers (Unicode Technical Standard #39).
text-control = { $claim } holds control characters ({ $characters }).
    .advice = Refuse them in names and identifiers; logs and terminals may act on them (RFC 8264 §9.12).
look-alike-name = The name { $claim } holds letters of another script ({ $characters }). It looks like { $looks-like } and is not.
    .advice = Ask the issuer: a verifier that looks for { $looks-like } does not find this one (Unicode Technical Standard #39).
look-alike-value = { $claim } holds letters of another script that look like Latin ones ({ $characters }). It looks like { $looks-like }.
    .advice = Compare the characters, not the looks (Unicode Technical Standard #39).
surrogate-unpaired = { $escape } in { $part } is half a character. Readers replace it, keep it or refuse the token.
    .advice = Write whole characters (RFC 8259 §8.2).
utf8-invalid = The byte { $byte } in { $part } (line { $line }, column { $column }) is not UTF-8. Readers replace it or refuse the token.
    .advice = Encode JSON text as UTF-8 (RFC 8259 §8.1); Latin-1 is the usual cause.
byte-order-mark = A byte order mark (U+FEFF) stands before the JSON text.
    .advice = Write JSON without it; readers may refuse it (RFC 8259 §8.1).
nesting-deep = { $part } is nested { $depth } levels deep; some readers stop at { $limit }.
    .advice = Keep the nesting shallow (RFC 8259 §9).
payload-not-object = The payload is { $found }; a JWT Claims Set is a JSON object.
    .advice = If it is meant as a JWT, make it an object (RFC 7519 §7.2).
payload-not-json = The payload is not JSON: this is a signed message, not a JWT.
    .advice = Say what it is with cty, or make it a JSON object (RFC 7519 §7.2).
base64-padding = Padding “{ $characters }” in { $part }: base64url in tokens has none.
    .advice = Leave the = signs out (RFC 7515 §2).
base64-standard = “{ $characters }” in { $part } is of the standard base64 alphabet; tokens use - and _ instead of + and /.
    .advice = Encode with the URL-safe alphabet (RFC 4648 §5).
base64-percent = “{ $characters }” in { $part } is percent-encoded.
    .advice = Decode the URL or form before you use the token; its characters need no encoding (RFC 7515 §2).
base64-foreign = “{ $characters }” in { $part } is of no base64 alphabet; it was left out.
    .advice = Look for a copying mistake; a verifier refuses it (RFC 4648 §3.3).
base64-trailing-bits = The last character of { $part }, “{ $characters }”, has bits set that carry nothing. The same bytes can be written in several ways.
    .advice = Encode again; a strict verifier refuses it, a lenient one takes several texts for the same token (RFC 4648 §3.5).
base64-length = The last character of { $part }, “{ $characters }”, is one too many or others are missing: no bytes have that length.
    .advice = Look for a token that was cut short (RFC 4648 §4).
part-white-space = White space stands inside a part, at { $count } places. It was removed before reading.
    .advice = A verifier need not remove it: send the token without (RFC 7515 §2).
part-white-space-one = White space stands inside a part, at one place. It was removed before reading.
