### All other names, loaded when the page starts: what each name means. `.watch` is what to watch for.

## IANA JSON Web Token Claims (claim)

claim-sip-from-tag = The tag of the From line of a SIP (telephony) request, repeated so that it can be trusted.
claim-sip-date = The Date line of a SIP (telephony) request.
claim-sip-callid = The Call-Id line of a SIP (telephony) request.
claim-sip-cseq-num = The number in the CSeq line of a SIP (telephony) request.
claim-sip-via-branch = The branch value of the Via line of a SIP (telephony) request.
claim-orig = Who is calling: a telephone number or an address.
claim-dest = Who is being called: one or more telephone numbers or addresses.
claim-mky = Fingerprints of the keys that protect the sound and picture of the call.
claim-toe = When the reported event happened, which can be long before it was reported.
claim-txn = One number for a whole transaction, the same in every token and log line that belongs to it.
claim-rph = Which priority the caller is allowed to give a telephone call.
claim-vot = How certain the issuer is of this identity, as a short code of its aspects (Vector of Trust).
    .watch = The code means nothing without the trustmark in `vtm`.
claim-vtm = The address of the document that says what the codes in `vot` mean.
claim-attest = How well the telephone company knows the caller: `A` fully, `B` partly, `C` only where the call came in.
claim-origid = A number for the place where the call entered the network, for tracing it back.
claim-jcard = Contact data of the one who rejected or handled a call, as a jCard.
claim-at-use-nbr = How many requests may be made with this access token.
claim-div = The number that was called at first, when a call has been forwarded.
claim-opt = The original caller token in full, when a call has been forwarded.
claim-vc = A verifiable credential: statements about a person or thing, in the W3C's form.
claim-vp = A verifiable presentation: credentials that the holder shows to someone.
claim-sph = The priority of an emergency telephone call.
claim-ace-profile = Which profile of ACE (access for small devices) this token is meant for.
claim-cnonce = A value that the device handed out before, so that it can see that the token is fresh without a clock.
claim-exi = For how many seconds the token counts from when the device first sees it, for devices without a clock.
    .watch = The device must remember the tokens it has seen, or the lifetime starts again.
claim-token-introspection = The answer of the authorization server about another token, signed.
claim-eat-nonce = One or more values that the asker sent, returned so that the answer is known to be fresh.
claim-ueid = The number of this one device, the same for as long as it lives.
    .watch = A lasting number makes it possible to follow a device, and so its owner.
claim-sueids = Numbers of the device that change at certain moments in its life, such as a change of owner.
claim-oemid = Who made the hardware.
claim-hwmodel = Which model the hardware is.
claim-hwversion = Which version the hardware is, and how that version is written.
claim-oemboot = Whether the device started only software that its maker allows.
claim-dbgstat = Whether the debug access of the device is open or closed.
    .watch = With debugging enabled, nothing else that the device says can be trusted.
claim-location = Where the device is, as coordinates.
    .watch = Personal data: anyone who holds the token can read it.
claim-eat-profile = The agreement that says which claims this attestation has and how to read them.
claim-submods = Claims about the parts that the device is made of, one member per part.
claim-uptime = For how many seconds the device has been running.
claim-bootcount = How often the device has been started.
claim-bootseed = A random value of the present start, the same until the next one.
claim-dloas = Where the certificates of approval of the device can be found.
claim-swname = The name of the software on the device.
claim-swversion = The version of the software on the device.
claim-manifests = Lists from the makers of what software is on the device.
claim-measurements = What was measured on the device: hashes of its software, memory and settings.
claim-measres = The outcome of comparing those measurements with what they should be.
claim-intuse = What this attestation is meant for, such as registration or a proof of freshness.
claim-cdniv = The version of the claims about content delivery (CDNI).
claim-cdnicrit = Which content delivery claims the receiver must understand.
claim-cdniip = The IP address from which the content may be fetched, often encrypted.
claim-cdniuc = Which addresses this token opens, as a pattern or hash.
claim-cdniets = For how many seconds a renewed token will count, in content delivery.
claim-cdnistt = How a renewed token is handed over, such as in a cookie.
claim-cdnistd = How many parts of the path a renewed token covers.
claim-sig-val-claims = The outcome of an earlier check of a document's signatures.
claim-verified-claims = Data about the user that somebody has verified, and how: with which documents, by whom, when.
claim-place-of-birth = Where the user was born.
claim-nationalities = The nationalities of the user, as country codes.
claim-birth-family-name = The last name that the user had at birth.
claim-birth-given-name = The first name that the user had at birth.
claim-birth-middle-name = The middle name that the user had at birth.
claim-salutation = How the user is addressed, such as Mr or Mrs.
claim-title = The title of the user, such as Dr.
claim-msisdn = The mobile telephone number of the user, with country code.
claim-also-known-as = Another name of the user: a stage name, a religious name, an alias.
claim-atc = What the holder may request certificates for, stated by an authority (ACME).
claim-sub-id = Whom the token is about, with the kind of identifier spelled out: an e-mail address, a telephone number, an issuer with a subject.
claim-rcd = What the called person sees about the caller: name, logo and more.
claim-rcdi = Hashes that show that the name and logo of the caller were not changed.
claim-crn = Why the caller calls, in a few words.
claim-msgi = The hash of a text message, so that it can be seen that it was not changed.
claim-claim-names = Which claims stand elsewhere, and under which name of `_claim_sources` to look.
claim-claim-sources = Where the claims that are not in this token can be fetched, or the tokens that hold them.
claim-rdap-allowed-purposes = For which purposes the user may look up registration data of domain names.
claim-rdap-dnt-allowed = Whether the user may ask that their look-ups of registration data are not logged.
claim-geohash = A place, or several, as a geohash.
    .watch = Personal data when it is where a person is.
claim-consumerplmnid = The mobile network of the function that uses the service (5G).
claim-consumersnpnid = The private mobile network of the function that uses the service (5G).
claim-producerplmnid = The mobile network of the function that offers the service (5G).
claim-producersnpnid = The private mobile network of the function that offers the service (5G).
claim-producersnssailist = The network slices of the function that offers the service (5G).
claim-producernsilist = The network slice instances of the function that offers the service (5G).
claim-producernfsetid = The set of network functions that offers the service (5G).
claim-producernfservicesetid = The set of services that offers the service (5G).
claim-sourcenfinstanceid = The network function from which data comes (5G).
claim-analyticsidlist = Which analyses may be asked for (5G).
claim-resownerid = To whom the resource belongs, such as a mobile subscriber (5G).
claim-cmw = A message about the state of a device, wrapped with the kind of message it is.
claim-jwks = The public keys of the one that this statement is about.
claim-metadata = What kinds of party it is, with the settings for each kind.
claim-constraints = What limits hold for the parties further down the chain of trust.
claim-crit = Claims that the receiver must understand.
    .watch = A receiver that does not know one of them must reject the statement.
claim-ref = The address where more about the trust mark can be read.
claim-delegation = A token with which the owner of a trust mark lets another issue it.
claim-logo-uri = The address of a logo.
claim-authority-hints = The parties directly above this one in the chain of trust.
claim-trust-anchor-hints = The trust anchors to which this party's chain of trust leads.
claim-trust-marks = Quality marks that this party has been given, each with the token that proves it.
claim-trust-mark-issuers = Who may issue which trust mark.
claim-trust-mark-owners = To whom which trust mark belongs.
claim-metadata-policy = Rules for the settings of the parties further down the chain of trust.
claim-metadata-policy-crit = Policy rules that the receiver must understand.
claim-source-endpoint = The address from which this statement was fetched.
claim-keys = The keys of a JWK Set, in a signed JWK Set.
claim-trust-mark-type = Which trust mark this is.
claim-trust-chain = The statements that lead from a party to its trust anchor.
claim-trust-anchor = The party at which the chain of trust ends.
claim-status = Where to look up whether this token or credential has been revoked or suspended.
claim-status-list = The present status of many tokens at once, packed as bits.
claim-ttl = For how many seconds this list may be kept before it is fetched again.
claim-stpl = Proof that the caller's certificate has not been revoked, carried along.
claim-status-status-list = The list, and the place in it, that holds the status of this token.
claim-status-status-list-idx = The place of this token in the list.
claim-status-status-list-uri = The address of the list.
claim-status-list-bits = How many bits each token has in the list.
claim-status-list-lst = The bits of all tokens, compressed.
claim-sub-id-format = The kind of identifier: `email`, `phone_number`, `iss_sub`, `opaque`, …
claim-authorization-details-type = The kind of access; it decides which other members this object has.
claim-authorization-details-locations = Where the access may be used: addresses of services.
claim-authorization-details-actions = What may be done there.
claim-authorization-details-datatypes = Which kinds of data are asked for.
claim-authorization-details-identifier = The one resource that the access is for.
claim-authorization-details-privileges = The kinds of privilege that are asked for.
claim-verified-claims-verification = How the data were verified.
claim-verified-claims-verification-trust-framework = The rules under which the data were verified, such as `eidas`.
claim-verified-claims-claims = The data that were verified.
claim-claim-sources-endpoint = The address where the claims can be fetched.
claim-claim-sources-access-token = The access token for fetching them.
    .watch = A credential: anyone who holds this token can use it too.
claim-claim-sources-jwt = A token that holds the claims.
claim-orig-tn = The telephone number of the caller.
claim-orig-uri = The address of the caller.
claim-dest-tn = The telephone numbers that are called.
claim-dest-uri = The addresses that are called.
claim-claim-name = The name in `_claim_sources` under which this claim can be found.
claim-claim-source = One source: an address, or a token with the claims.
claim-place-of-birth-country = The country of birth.
claim-place-of-birth-region = The province or state of birth.
claim-place-of-birth-locality = The town of birth.
claim-sub-id-iss = The issuer that knows the subject.
claim-sub-id-sub = The subject, as that issuer knows it.
claim-sub-id-email = The e-mail address of the subject.
claim-sub-id-phone-number = The telephone number of the subject.
claim-sub-id-id = The number of the subject, which means nothing by itself.
claim-sub-id-uri = The URI of the subject.
claim-sub-id-url = The address of the subject's DID.
claim-sub-id-identifiers = Several identifiers of the same subject.
claim-rcd-nam = The name of the caller, as the called person sees it.
claim-rcd-apn = The telephone number that the called person sees.
claim-rcd-icn = The address of a picture or logo of the caller.
claim-rcd-jcl = The address of more data about the caller.
claim-rcd-jcd = More data about the caller, as a jCard.
claim-trust-marks-trust-mark = The token that proves the quality mark.
claim-trust-marks-trust-mark-type = Which quality mark this is.
claim-metadata-openid-provider = Its settings as a party where users log in.
claim-metadata-openid-relying-party = Its settings as a program that lets users log in elsewhere.
claim-metadata-oauth-authorization-server = Its settings as a party that hands out tokens.
claim-metadata-oauth-client = Its settings as a program that asks for tokens.
claim-metadata-oauth-resource = Its settings as a service that accepts tokens.
claim-metadata-federation-entity = Its settings as a member of the federation: name, contact, addresses.
claim-vc-context = The vocabularies that give the words of the credential their meaning.
claim-vc-type = What kind of credential this is.
claim-vc-credentialsubject = What the credential says, and about whom.
claim-vc-credentialstatus = Where to look up whether the credential was withdrawn.
claim-vp-verifiablecredential = The credentials that are shown.
claim-event-backchannel-logout = The user logged out: end the session.
claim-event-risc = Something happened to the security of an account.
claim-event-caep = Something changed in a session that was open, such as a withdrawn login.
claim-event-scim = Something changed in a directory of users (SCIM).
claim-event = One event; the name says which kind, and the members say what happened.

## IANA JOSE Header Parameters (JWS) (header)

header-svt = Signature Validation Tokens: earlier checks of this signature, carried along.
header-ihessid = The number of the set of medical documents that this signature covers (IHE).
header-jwt = A token about the sender, carried along in the header.
header-client-id = The program (client) that sends this.
header-trust-chain = The statements that lead from the signer to its trust anchor.
header-peer-trust-chain = The statements that lead from the other party to its trust anchor.

## IANA JSON Web Key Parameters (jwk)

jwk-kty = The kind of key: `RSA`, `EC`, `OKP`, `oct` or `AKP`.
jwk-use = What the key is for: `sig` for signatures, `enc` for encryption.
jwk-key-ops = What may be done with the key, such as `sign` or `verify`.
jwk-alg = The algorithm that the key is meant for.
jwk-kid = The name of the key, by which a token refers to it.
jwk-x5u = The address of the certificate of this key.
jwk-x5c = The certificate of this key and those that vouch for it.
jwk-x5t = The SHA-1 fingerprint of the certificate of this key.
jwk-x5t-s256 = The SHA-256 fingerprint of the certificate of this key.
jwk-ext = Whether a browser lets a page read the key out of it.
jwk-iat = When the key was made or published.
jwk-nbf = From when on the key may be used.
jwk-exp = Until when the key may be used.
jwk-revoked = When and why the key was withdrawn.

## IANA JSON Web Key Parameters (EC) (jwk-ec)

jwk-ec-crv = The curve on which the key lies.
jwk-ec-x = The first coordinate of the public point.
jwk-ec-y = The second coordinate of the public point.
jwk-ec-d = The private key.
    .watch = Secret: with it anyone can sign. It has no place in a token or on a public address.

## IANA JSON Web Key Parameters (RSA) (jwk-rsa)

jwk-rsa-n = The modulus: the large number that is the public key.
jwk-rsa-e = The public exponent, nearly always `AQAB`, which is 65537.
jwk-rsa-d = The private exponent: the private key.
    .watch = Secret: with it anyone can sign. It has no place in a token or on a public address.
jwk-rsa-p = The first prime that the key was made from.
    .watch = Secret, like `d`.
jwk-rsa-q = The second prime that the key was made from.
    .watch = Secret, like `d`.
jwk-rsa-dp = A number worked out beforehand from `d` and `p` that makes signing faster.
    .watch = Secret, like `d`.
jwk-rsa-dq = A number worked out beforehand from `d` and `q` that makes signing faster.
    .watch = Secret, like `d`.
jwk-rsa-qi = A number worked out beforehand from `q` and `p` that makes signing faster.
    .watch = Secret, like `d`.
jwk-rsa-oth = Further primes, for keys with more than two.
    .watch = Secret, like `d`.

## IANA JSON Web Key Parameters (oct) (jwk-oct)

jwk-oct-k = The secret key itself.
    .watch = Secret: whoever has it can make tokens as well as check them.

## IANA JSON Web Key Parameters (OKP) (jwk-okp)

jwk-okp-crv = Which kind of Edwards or Montgomery key this is, such as `Ed25519`.
jwk-okp-x = The public key.
jwk-okp-d = The private key.
    .watch = Secret: with it anyone can sign. It has no place in a token or on a public address.

## IANA JSON Web Key Parameters (AKP) (jwk-akp)

jwk-akp-pub = The public key.
jwk-akp-priv = The private key, as its seed.
    .watch = Secret: with it anyone can sign. It has no place in a token or on a public address.

## IANA JSON Web Key Set Parameters (jwk-set)

jwk-set-keys = The keys of the set.

## IANA JSON Web Signature and Encryption Algorithms (alg)

alg-hs256 = A shared secret and SHA-256 (HMAC): who can check the token can also make it.
    .watch = The secret must be at least 32 random bytes.
alg-hs384 = A shared secret and SHA-384 (HMAC): who can check the token can also make it.
    .watch = The secret must be at least 48 random bytes.
alg-hs512 = A shared secret and SHA-512 (HMAC): who can check the token can also make it.
    .watch = The secret must be at least 64 random bytes.
alg-rs256 = Signed with a private RSA key and SHA-256; anyone can check it with the public key.
alg-rs384 = Signed with a private RSA key and SHA-384; anyone can check it with the public key.
alg-rs512 = Signed with a private RSA key and SHA-512; anyone can check it with the public key.
alg-es256 = Signed with a private key on the curve P-256 and SHA-256; anyone can check it with the public key.
alg-es384 = Signed with a private key on the curve P-384 and SHA-384; anyone can check it with the public key.
alg-es512 = Signed with a private key on the curve P-521 (not 512) and SHA-512; anyone can check it with the public key.
alg-ps256 = Signed with a private RSA key, with the newer padding PSS and SHA-256.
alg-ps384 = Signed with a private RSA key, with the newer padding PSS and SHA-384.
alg-ps512 = Signed with a private RSA key, with the newer padding PSS and SHA-512.
alg-none = Not signed at all.
    .watch = Anyone can have written this token: a service that accepts it is open to everybody.
alg-rsa1-5 = The content key is encrypted to an RSA key with the old padding.
    .watch = The old padding leaks when errors can be told apart; prefer RSA-OAEP.
alg-rsa-oaep = The content key is encrypted to an RSA key with OAEP padding (SHA-1 inside).
alg-rsa-oaep-256 = The content key is encrypted to an RSA key with OAEP padding and SHA-256.
alg-a128kw = The content key is encrypted with a shared AES key of 128 bits.
alg-a192kw = The content key is encrypted with a shared AES key of 192 bits.
alg-a256kw = The content key is encrypted with a shared AES key of 256 bits.
alg-dir = The shared secret encrypts the content directly.
alg-ecdh-es = Sender and receiver agree on the content key with elliptic curve keys.
alg-ecdh-es-a128kw = Sender and receiver agree on an AES key of 128 bits with elliptic curve keys; it encrypts the content key.
alg-ecdh-es-a192kw = Sender and receiver agree on an AES key of 192 bits with elliptic curve keys; it encrypts the content key.
alg-ecdh-es-a256kw = Sender and receiver agree on an AES key of 256 bits with elliptic curve keys; it encrypts the content key.
alg-a128gcmkw = The content key is encrypted with a shared AES key of 128 bits, in GCM mode.
alg-a192gcmkw = The content key is encrypted with a shared AES key of 192 bits, in GCM mode.
alg-a256gcmkw = The content key is encrypted with a shared AES key of 256 bits, in GCM mode.
alg-pbes2-hs256-a128kw = The content key is encrypted with a key made from a password (SHA-256, AES 128).
    .watch = Only as strong as the password.
alg-pbes2-hs384-a192kw = The content key is encrypted with a key made from a password (SHA-384, AES 192).
    .watch = Only as strong as the password.
alg-pbes2-hs512-a256kw = The content key is encrypted with a key made from a password (SHA-512, AES 256).
    .watch = Only as strong as the password.
alg-a128cbc-hs256 = The content is encrypted with AES 128 in CBC mode and protected with HMAC SHA-256.
alg-a192cbc-hs384 = The content is encrypted with AES 192 in CBC mode and protected with HMAC SHA-384.
alg-a256cbc-hs512 = The content is encrypted with AES 256 in CBC mode and protected with HMAC SHA-512.
alg-a128gcm = The content is encrypted and protected with AES 128 in GCM mode.
alg-a192gcm = The content is encrypted and protected with AES 192 in GCM mode.
alg-a256gcm = The content is encrypted and protected with AES 256 in GCM mode.
alg-eddsa = Signed with an Edwards curve key: Ed25519 or Ed448, which of the two only the key tells.
    .watch = Deprecated in favour of the names `Ed25519` and `Ed448`, and still used a lot.
alg-rs1 = An RSA signature with SHA-1.
    .watch = Prohibited in tokens: SHA-1 is broken.
alg-rsa-oaep-384 = The content key is encrypted to an RSA key with OAEP padding and SHA-384.
alg-rsa-oaep-512 = The content key is encrypted to an RSA key with OAEP padding and SHA-512.
alg-a128cbc = AES 128 in CBC mode without protection against changes.
    .watch = Prohibited in tokens; only for the keys of a browser.
alg-a192cbc = AES 192 in CBC mode without protection against changes.
    .watch = Prohibited in tokens; only for the keys of a browser.
alg-a256cbc = AES 256 in CBC mode without protection against changes.
    .watch = Prohibited in tokens; only for the keys of a browser.
alg-a128ctr = AES 128 in counter mode without protection against changes.
    .watch = Prohibited in tokens; only for the keys of a browser.
alg-a192ctr = AES 192 in counter mode without protection against changes.
    .watch = Prohibited in tokens; only for the keys of a browser.
alg-a256ctr = AES 256 in counter mode without protection against changes.
    .watch = Prohibited in tokens; only for the keys of a browser.
alg-hs1 = A shared secret with SHA-1.
    .watch = Prohibited in tokens: SHA-1 is broken.
alg-es256k = Signed with a private key on the curve secp256k1, known from Bitcoin, and SHA-256.
alg-ml-dsa-44 = Signed with ML-DSA, which also stands up to quantum computers; the smallest size.
    .watch = Signatures of about 2.4 KB make tokens large.
alg-ml-dsa-65 = Signed with ML-DSA, which also stands up to quantum computers; the middle size.
    .watch = Signatures of about 3.3 KB make tokens large.
alg-ml-dsa-87 = Signed with ML-DSA, which also stands up to quantum computers; the largest size.
    .watch = Signatures of about 4.6 KB make tokens large.
alg-ed25519 = Signed with a private Ed25519 key: fast and small.
alg-ed448 = Signed with a private Ed448 key, the larger sister of Ed25519.

## IANA JSON Web Key Types (kty)

kty-ec = An elliptic curve key.
kty-rsa = An RSA key.
kty-oct = A shared secret: plain bytes.
kty-okp = A key of the Ed25519 or X25519 family.
kty-akp = A key that is bound to one algorithm, such as ML-DSA.

## IANA JSON Web Key Elliptic Curves (crv)

crv-p-256 = The NIST curve of 256 bits, for ES256.
crv-p-384 = The NIST curve of 384 bits, for ES384.
crv-p-521 = The NIST curve of 521 bits, for ES512.
crv-ed25519 = The Edwards curve for fast signatures with 32-byte keys.
crv-ed448 = The larger Edwards curve for signatures, with 57-byte keys.
crv-x25519 = The Montgomery curve for agreeing on keys; it cannot sign.
crv-x448 = The larger Montgomery curve for agreeing on keys; it cannot sign.
crv-secp256k1 = The curve known from Bitcoin, for ES256K.

## IANA JSON Web Key Use (use)

use-sig = For signatures.
use-enc = For encryption.

## IANA JSON Web Key Operations (key-ops)

key-ops-sign = May sign.
key-ops-verify = May check signatures.
key-ops-encrypt = May encrypt content.
key-ops-decrypt = May decrypt content.
key-ops-wrapkey = May encrypt other keys.
key-ops-unwrapkey = May decrypt other keys.
key-ops-derivekey = May be used to agree on a key.
key-ops-derivebits = May be used to agree on bytes that are not a key.

## IANA JSON Web Encryption Compression Algorithms (zip)

zip-def = Compressed with DEFLATE.

## IANA Authentication Method Reference Values (amr)

amr-face = with the face
amr-fpt = with a fingerprint
amr-geo = by where the user is
amr-hwk = with a key that is kept in hardware
amr-iris = with the iris of the eye
amr-kba = by answering questions only the user should know
amr-mca = over more than one channel, such as a computer and a telephone
amr-mfa = with more than one factor
amr-otp = with a one-time code
amr-pin = with a PIN or pattern that unlocks a key on the device
amr-pop = by proving to have a key
amr-pwd = with a password
amr-rba = after weighing the risk of this login
amr-retina = with the retina of the eye
amr-sc = with a smart card
amr-sms = with a text message
amr-swk = with a key that is kept in software
amr-tel = with a telephone call
amr-user = with a test that the user is present
amr-vbm = with the voice
amr-wia = with the Windows login

## Known authentication levels (acr)

acr-0 = No level is promised: a long-lived browser session may be enough.
    .watch = Not for anything that costs money or shows private data.
acr-phr = A login that cannot be phished, such as with a passkey.
acr-phrh = A login that cannot be phished, with a key in hardware.
acr-low = The European level "low".
acr-substantial = The European level "substantial".
acr-high = The European level "high".
acr-urn-okta-loa-1fa-any = Any one factor (Okta).
acr-urn-okta-loa-1fa-pwd = A password only (Okta).
acr-urn-okta-loa-2fa-any = Any two factors (Okta).
acr-urn-okta-loa-2fa-any-ifpossible = Two factors if the user has them (Okta).
acr-refeds-sfa = One factor, kept to the rules of research and education (REFEDS).
acr-refeds-mfa = Several factors of different kinds (REFEDS, research and education).
acr-incommon-bronze = InCommon's lower level: reasonable certainty that it is the same person each time.
acr-incommon-silver = InCommon's higher level: reasonable certainty about who the person is.
acr-etoegang-1 = The Dutch eHerkenning level EH1.
acr-etoegang-2 = The Dutch eHerkenning level EH2.
acr-etoegang-2plus = The Dutch eHerkenning level EH2+.
acr-etoegang-3 = The Dutch eHerkenning level EH3: the European level “substantial”.
acr-etoegang-4 = The Dutch eHerkenning level EH4: the European level “high”.
acr-saml-internetprotocol = Only the IP address of the user was looked at.
acr-saml-internetprotocolpassword = The IP address, and a user name with a password.
acr-saml-kerberos = A ticket from a Kerberos server, as in a Windows network.
acr-saml-mobileonefactorunregistered = The mobile device only; who owns it was not looked up.
acr-saml-mobiletwofactorunregistered = The mobile device and a second factor, such as a PIN; who owns the device was not looked up.
acr-saml-mobileonefactorcontract = A mobile device that is registered to the user, and nothing else.
acr-saml-mobiletwofactorcontract = A mobile device that is registered to the user, and a second factor. DigiD calls this Midden.
acr-saml-password = A password, sent over a connection that was not protected.
acr-saml-passwordprotectedtransport = A password, sent over a protected connection. DigiD calls this Basis.
acr-saml-previoussession = An earlier login that was remembered.
acr-saml-x509 = A signature with a key whose X.509 certificate was validated.
acr-saml-pgp = A signature with a PGP key.
acr-saml-spki = A signature with a key of an SPKI.
acr-saml-xmldsig = An XML signature.
acr-saml-smartcard = A smart card, and nothing else. DigiD calls this Substantieel.
acr-saml-smartcardpki = A smart card with a private key and a PIN. DigiD calls this Hoog.
acr-saml-softwarepki = A private key that is kept in software, with a certificate.
acr-saml-telephony = A telephone line, recognised by its number.
acr-saml-nomadtelephony = A telephone line, perhaps away from home, with a number and a suffix that the user knows.
acr-saml-personaltelephony = A telephone line of the user's own, with a number and a suffix that the user knows.
acr-saml-authenticatedtelephony = A telephone line, with a number, a suffix and a password.
acr-saml-secureremotepassword = A password that was proved without being sent (SRP).
acr-saml-tlsclient = A client certificate on the protected connection.
acr-saml-timesynctoken = A code from a device that makes a new one all the time.
acr-saml-unspecified = It is not said how the user logged in.

## Microsoft Entra ID (access token) (entra)

entra-aud = The API that this token is for: its client ID, or in older (v1.0) tokens its App ID URI.
entra-iss = The tenant's token service: the address holds the tenant ID and ends in /v2.0 for v2.0 tokens.
    .watch = Tenant 9188040d-6c67-4c5b-b112-36a304b66dad means a personal Microsoft account.
entra-idp = The identity provider where the user really logged in, when that is another one, for example for guests.
entra-acrs = Which login requirements (authentication contexts of Conditional Access) the user has met.
entra-acr = Only in v1.0 tokens: 0 means that the login did not meet the demands of ISO/IEC 29115.
entra-amr = Only in v1.0 tokens: how the user logged in, for example with a password (`pwd`) or a second factor (`mfa`).
entra-aio = A value for Microsoft's own use.
    .watch = Ignore it.
entra-rh = A value for Microsoft's own use.
    .watch = Ignore it.
entra-uti = The unique number of this token, as `jti` elsewhere.
entra-appid = The program (client ID) that asked for the token, in v1.0 tokens; v2.0 calls it `azp`.
entra-appidacr = How the program proved who it is, in v1.0 tokens: 0 not at all, 1 with a client secret, 2 with a certificate.
entra-azp = The program (client ID) that asked for the token, in v2.0 tokens.
entra-azpacr = How the program proved who it is, in v2.0 tokens: 0 not at all, 1 with a client secret, 2 with a certificate.
entra-preferred-username = The login name of the user, to show on a screen.
    .watch = It can change: never decide about access by it.
entra-name = The name of the user, to show on a screen.
    .watch = It can change and is not unique: never decide about access by it.
entra-scp = What the program may do on behalf of the user.
    .watch = Only in tokens of a user; a program on its own has `roles`.
entra-roles = The application permissions of a program on its own, or the app roles given to the user.
entra-wids = The directory roles of the user in the whole tenant, as IDs.
entra-groups = The IDs of the groups that the user belongs to.
    .watch = With more than 200 groups the list is left out, and the token says where to ask for it.
entra-hasgroups = True when the user belongs to groups that did not fit in the token.
entra-groups-src1 = Says that the list of groups did not fit: the real one is at the address in `_claim_sources`.
entra-claim-names = Says that the list of groups is not in the token, and under which name to look for it.
entra-claim-sources = The address where the list of groups can be asked for.
entra-sub = The user, under a number that is different for every program.
    .watch = To recognise the same user in several programs, use `oid` with `tid`.
entra-oid = The unchanging ID of the user or program in this tenant, the same for all programs.
entra-tid = The tenant (organisation) in which the user logged in.
    .watch = 9188040d-6c67-4c5b-b112-36a304b66dad is the tenant of personal accounts.
entra-unique-name = The name of the user in v1.0 tokens.
    .watch = In spite of its name it is not guaranteed to be unique.
entra-ver = The version of the token: 1.0 or 2.0.
entra-xms-cc = What the program can handle; `cp1` means that it understands being asked for a stronger login.
entra-ipaddr = The IP address from which the user logged in.
    .watch = Personal data: anyone who holds the token can read it.
entra-onprem-sid = The ID (SID) of the user in the organisation's own Active Directory.
entra-pwd-exp = When the user's password expires.
entra-pwd-url = The address where the user can change the password.
entra-in-corp = Present when the user logged in from the organisation's own network.
entra-nickname = A second name of the user, in v1.0 tokens.
entra-family-name = The last name of the user, as the directory has it.
entra-given-name = The first name of the user, as the directory has it.
entra-upn = The user principal name: a login name that looks like an e-mail address.
    .watch = It can change: do not use it as a key or for access.

## Microsoft Entra ID (access token) (entra-header)

entra-header-x5t = The fingerprint of the certificate of the signing key, the same value as `kid`; only in v1.0 tokens.
entra-header-nonce = Marks a token for Microsoft Graph, whose signature only Microsoft can check.
    .watch = It fails everywhere else by design: the signed form has the hash of this value.

## Microsoft Entra ID (ID token) (entra-id)

entra-id-aud = The program (client ID) that asked who the user is.
entra-id-nonce = The random value of the program's own question.
entra-id-c-hash = Ties the token to the authorization code that came along.
entra-id-at-hash = Ties the token to the access token that came along.
entra-id-email = The e-mail address of the user.
    .watch = Not verified, and the user can change it: never decide about access by it.
entra-id-sid = The session of the user, for logging out one session.
entra-id-roles = The app roles that were given to the user.
entra-id-login-hint = A value to log the same user in again without asking for the name.

## Microsoft Entra ID (optional claim) (entra-optional)

entra-optional-acct = Whether the user is a member (0) or a guest (1) of the tenant.
entra-optional-auth-time = When the user last logged in.
entra-optional-ctry = The country of the user, in two letters.
entra-optional-fwd = The original IP address of the client inside a virtual network.
entra-optional-idtyp = What kind of token it is: `app` for a program on its own, `user` for a user.
entra-optional-tenant-ctry = The country of the tenant.
entra-optional-tenant-region-scope = The region of the tenant.
entra-optional-verified-primary-email = The main e-mail addresses of the user that have been verified.
entra-optional-verified-secondary-email = Further e-mail addresses of the user that have been verified.
entra-optional-vnet = The virtual network that the request came from.
entra-optional-xms-edov = Whether the organisation proved that the domain of the e-mail address is its own.
entra-optional-xms-pdl = Where the data of the user are kept.
entra-optional-xms-pl = The language of the user.
entra-optional-xms-tpl = The language of the tenant.
entra-optional-ztdid = The ID of the device in Windows Autopilot.

## Microsoft Entra ID (undocumented or internal, seen in tokens) (entra-seen)

entra-seen-app-displayname = The name of the program that asked for the token.
entra-seen-platf = A number for the kind of device.
    .watch = Internal to Microsoft.
entra-seen-puid = An old number of the account (Passport).
    .watch = Internal to Microsoft.
entra-seen-signin-state = How the session stands; `kmsi` means that the user asked to stay signed in.
entra-seen-xms-acd = A value for Microsoft's own use.
    .watch = Internal to Microsoft.
entra-seen-xms-act-fct = Properties of the acting program as numbers, used for agents.
    .watch = Internal to Microsoft.
entra-seen-xms-sub-fct = Properties of the subject as numbers, used for agents.
    .watch = Internal to Microsoft.
entra-seen-xms-tnt-fct = Properties of the tenant as numbers.
    .watch = Internal to Microsoft.
entra-seen-xms-ftd = A value for Microsoft's own use.
    .watch = Internal to Microsoft.
entra-seen-xms-idrel = How the user is related to the tenant, as numbers.
    .watch = Internal to Microsoft.
entra-seen-xms-st = Data about the subject for Microsoft's own use.
    .watch = Internal to Microsoft.
entra-seen-xms-tcdt = When the tenant was created.
entra-seen-xms-tdbr = The region in which the tenant's data stay, such as EU.

## Microsoft Entra ID (managed identity / workload) (entra-workload)

entra-workload-xms-mirid = The Azure resource ID of the managed identity that got the token.
entra-workload-xms-az-rid = The Azure resource for which the token was asked.
entra-workload-xms-az-nwperimid = The network perimeters of the resource.

## Azure AD B2C (b2c)

b2c-tfp = The user flow (policy) in which the user logged in.
b2c-acr = The user flow (policy), under its older name.
b2c-emails = The e-mail addresses of the user.
b2c-newuser = True when the account was made just now.
b2c-extension = A property of the user that the organisation added; the full name is extension_, the app's ID and the name.
b2c-idp-access-token = The access token of the other identity provider where the user logged in.
    .watch = A credential: anyone who holds this token can use it too.
b2c-isforgotpassword = True when the user chose "forgot password".

## AD FS (adfs)

adfs-apptype = Whether the program can keep a secret (Confidential) or not (Public).
adfs-appid = The program that asked for the token.
adfs-authmethod = How the user logged in.
adfs-winaccountname = The Windows account of the user, as DOMAIN\user.
adfs-primarysid = The Windows ID (SID) of the user.
adfs-groupsid = The Windows IDs (SIDs) of the groups of the user.
adfs-insidecorporatenetwork = Whether the user logged in from the organisation's own network.
adfs-pwdexpdays = In how many days the password expires.
adfs-pwdchgurl = The address where the user can change the password.

## .NET / WS-Federation claim type (wsfed)

wsfed-authenticationinstant = When the user logged in.
wsfed-authenticationmethod = How the user logged in.
wsfed-cookiepath = The part of the site for which the login cookie counts.
wsfed-denyonlyprimarysid = A Windows ID of the user by which access can be refused, never given.
wsfed-denyonlyprimarygroupsid = A Windows ID of the user's main group by which access can be refused, never given.
wsfed-denyonlywindowsdevicegroup = A Windows ID of a group of devices by which access can be refused, never given.
wsfed-dsa = A DSA key of the user.
wsfed-expiration = When this login ends.
    .watch = Not the same as `exp`, which is what JWT libraries check.
wsfed-expired = Whether this login has ended.
wsfed-groupsid = The Windows ID (SID) of a group of the user.
wsfed-ispersistent = Whether the login cookie stays when the browser is closed.
wsfed-primarygroupsid = The Windows ID (SID) of the user's main group.
wsfed-primarysid = The Windows ID (SID) of the user.
wsfed-role = The role or roles of the user; `[Authorize(Roles = …)]` in ASP.NET looks here.
    .watch = Short form in a JWT: `role` or `roles`. .NET rewrites between the two unless told not to.
wsfed-serialnumber = A serial number, usually of a certificate.
wsfed-userdata = Data that the application put in itself.
wsfed-version = The version of the token.
wsfed-windowsaccountname = The Windows account of the user, as DOMAIN\user.
wsfed-windowsdeviceclaim = What Windows says about the device.
wsfed-windowsdevicegroup = The Windows ID (SID) of a group of devices.
wsfed-windowsuserclaim = What Windows says about the user.
wsfed-windowsfqbnversion = The version of a program, as Windows knows it.
wsfed-windowssubauthority = The part of Windows that issued the ID.
wsfed-anonymous = Says that the user did not log in.
wsfed-authentication = Whether the user logged in.
wsfed-authorizationdecision = A decision about access that was already taken.
wsfed-country = The country of the user.
wsfed-dateofbirth = The date of birth of the user.
    .watch = Personal data: anyone who holds the token can read it.
wsfed-dns = The name of a computer, or the DNS name in a certificate.
wsfed-denyonlysid = A Windows ID by which access can be refused, never given.
wsfed-emailaddress = The e-mail address of the user.
    .watch = Nothing here says whether it was verified. Short form in a JWT: `email`.
wsfed-gender = The gender of the user.
wsfed-givenname = The first name of the user. Short form in a JWT: `given_name`.
wsfed-hash = A hash, meant for comparing without showing the value.
wsfed-homephone = The home telephone number of the user.
wsfed-locality = The city or town of the user.
wsfed-mobilephone = The mobile telephone number of the user.
wsfed-name = The name of the user; `User.Identity.Name` in ASP.NET looks here.
    .watch = Short form in a JWT: `unique_name` or `name`.
wsfed-nameidentifier = The unique ID of the user at this issuer.
    .watch = Short form in a JWT: `sub` or `nameid`. .NET rewrites between them unless told not to.
wsfed-otherphone = Another telephone number of the user.
wsfed-postalcode = The postal code of the user.
wsfed-rsa = An RSA key of the user.
wsfed-sid = A Windows ID (SID).
wsfed-spn = The name of a service in Active Directory.
wsfed-stateorprovince = The province or state of the user.
wsfed-streetaddress = The street and house number of the user.
wsfed-surname = The last name of the user. Short form in a JWT: `family_name`.
wsfed-system = Says that this is a system and not a person.
wsfed-thumbprint = The fingerprint of a certificate.
wsfed-upn = The user principal name: a login name that looks like an e-mail address.
wsfed-uri = An address.
wsfed-webpage = The web page of the user.
wsfed-x500distinguishedname = The full name in a certificate, such as CN=…, O=….
wsfed-privatepersonalidentifier = A number for the user that is different for every receiver.
wsfed-actor = Who is acting on behalf of the user. Short form in a JWT: `actort`.

## Microsoft claim type URI (msclaim)

msclaim-objectidentifier = The unchanging ID of the user in Microsoft Entra ID. Short form in a JWT: `oid`.
msclaim-tenantid = The tenant (organisation) in Microsoft Entra ID. Short form in a JWT: `tid`.
msclaim-scope = What the program may do on behalf of the user. Short form in a JWT: `scp`.
msclaim-identityprovider = Where the user logged in. Short form in a JWT: `idp`.
msclaim-displayname = The name of the user, to show on a screen.
msclaim-authnclassreference = How strong the login was. Short form in a JWT: `acr`.
msclaim-authnmethodsreferences = How the user logged in. Short form in a JWT: `amr`.
msclaim-emailaddress = The e-mail address of the user, as AD FS 1 names it.
msclaim-upn = The user principal name, as AD FS 1 names it.
msclaim-commonname = The name of the user, as AD FS names it.
msclaim-group = A group of the user, as AD FS names it.
msclaim-insidecorporatenetwork = Whether the user logged in from the organisation's own network.
msclaim-passwordchangeurl = The address where the user can change the password.
msclaim-passwordexpirationdays = In how many days the password expires.
msclaim-passwordexpirationtime = When the password expires.
msclaim-x-ms-client-ip = The IP address of the client.
msclaim-x-ms-client-user-agent = The browser or program of the client.
msclaim-x-ms-forwarded-client-ip = The IP address of the client behind a proxy.
msclaim-relyingpartytrustid = The service that the login is for.
msclaim-device-identifier = The ID of the device.
msclaim-device-displayname = The name of the device.
msclaim-ismanaged = Whether the organisation manages the device.
msclaim-isregistereduser = Whether the device is registered to this user.
msclaim-ostype = The operating system of the device.
msclaim-osversion = The version of the operating system of the device.
msclaim-acs-identityprovider = Where the user logged in, as older ASP.NET and Azure services name it.

## .NET JWT short name (dotnet)

dotnet-nameid = The unique ID of the user.
    .watch = .NET reads it as ClaimTypes.NameIdentifier.
dotnet-unique-name = The name of the user.
    .watch = .NET reads it as ClaimTypes.Name.
dotnet-actort = Who is acting on behalf of the user.
    .watch = .NET reads it as ClaimTypes.Actor.
dotnet-role = The role or roles of the user.
    .watch = .NET reads it as ClaimTypes.Role, unless it was told to leave names alone.
dotnet-certthumbprint = The fingerprint of a certificate.
dotnet-primarygroupsid = The Windows ID (SID) of the user's main group.
dotnet-aspnet-identity-securitystamp = Changes when the user's password or login data change, which ends older sessions (ASP.NET Core Identity).

## Keycloak (keycloak)

keycloak-realm-access = The roles of the user in the whole realm.
keycloak-realm-access-roles = The roles of the user in the whole realm.
keycloak-resource-access = The roles of the user per program (client).
keycloak-resource-access-roles = The roles of the user in this one program (client).
keycloak-allowed-origins = From which web origins the program may call (CORS).
keycloak-trusted-certs = Certificates that are trusted.
    .watch = An old claim that is hardly used any more.
keycloak-authorization = The permissions that were granted (UMA).
keycloak-authorization-permissions = The permissions that were granted: which resource, which scopes.
keycloak-scope = The scopes that were granted.
keycloak-azp = The program (client ID) that the token was given to.
keycloak-typ = What kind of token this is: Bearer, ID, Refresh, Offline, Logout, …
    .watch = A service must accept only Bearer; an ID or Refresh token is not meant for it.
keycloak-session-state = The session of the user, in older versions; the same value as `sid`.
keycloak-sid = The session of the user in Keycloak.
keycloak-acr = How strong the login was: 0 for a remembered session, otherwise 1 or the level that was set up.
keycloak-preferred-username = The login name of the user.
keycloak-email-verified = Whether Keycloak made sure that the e-mail address belongs to the user.
keycloak-groups = The groups of the user, often written as paths.
keycloak-cnf = The key or certificate that the program must prove to have.
keycloak-client-id = The program, in tokens of a program on its own.
keycloak-clienthost = From which host the program asked for the token, in older versions.
keycloak-clientaddress = From which IP address the program asked for the token, in older versions.
keycloak-reuse-id = Recognises when a refresh token is used again.
keycloak-organization = The organisations of the user.
keycloak-client-roles = The roles of the user in one program (client), which the name says.

## Auth0 (auth0)

auth0-azp = The program (client ID) that asked for the token.
auth0-gty = How the token was obtained: `client-credentials`, `password`, `refresh_token`.
auth0-permissions = What the user may do in this API.
auth0-scope = The scopes that were granted.
auth0-org-id = The organisation of the user.
auth0-org-name = The name of that organisation.
auth0-sid = The session of the user.
auth0-nickname = What the user is called.
auth0-picture = The address of the user's picture.
auth0-updated-at = When the data about the user last changed, as text.
auth0-sub = How and as whom the user logged in, such as auth0|…; a program on its own is (client ID)@clients.
auth0-roles = The roles of the user, added by the organisation's own code under its own address.
    .watch = The address only keeps the name unique; nothing is fetched from it.
auth0-cnf = The key or certificate that the program must prove to have.
auth0-act = Who is acting, after a token was exchanged.

## AWS Cognito (cognito)

cognito-token-use = Whether this is an ID token (`id`) or an access token (`access`).
    .watch = Check it: the other kind has the same issuer and the same keys.
cognito-cognito-username = The login name of the user, in an ID token.
cognito-username = The login name of the user, in an access token.
cognito-cognito-groups = The groups of the user, the most important first.
cognito-cognito-roles = The AWS roles that come with the groups of the user.
cognito-cognito-preferred-role = The AWS role that comes with the most important group.
cognito-identities = The accounts elsewhere with which the user logs in.
cognito-event-id = The number of the login.
cognito-origin-jti = The number of the login that this token goes back to, used to withdraw all its tokens at once.
cognito-auth-time = When the user logged in.
cognito-client-id = The program that got the access token.
    .watch = An access token of Cognito has no `aud`; check this instead.
cognito-scope = The scopes that were granted.
cognito-version = The version of the access token.
cognito-device-key = The device that was remembered.
cognito-custom = A property of the user that the organisation added.
cognito-dev-custom = A property of the user that only the organisation's developers can set.
cognito-phone-number-verified = Whether the telephone number was verified.
cognito-identities-userid = The user, as the other provider knows them.
cognito-identities-providername = The name of the other provider.
cognito-identities-providertype = The kind of provider, such as Google or SAML.
cognito-identities-issuer = The issuer of the other provider.
cognito-identities-primary = Whether this is the main account of the user.
cognito-identities-datecreated = When the account was linked, in milliseconds.

## AWS ALB / IAM Identity Center (alb)

alb-tags = Labels for the session in AWS.
alb-aws-source-identity = Who the user originally was; AWS keeps it through all roles.

## AWS ALB / IAM Identity Center (alb-header)

alb-header-signer = The load balancer that signed this.
    .watch = Compare it with your own load balancer: anyone can rent one.
alb-header-client = The program (client ID) that the user logged in to.

## Google (google)

google-azp = The program (client ID) that asked for the token.
google-hd = The organisation (Google Workspace domain) of the user.
    .watch = Check this, not the end of the e-mail address, to let in one organisation.
google-email = The e-mail address of the user.
google-email-verified = Whether Google made sure that the address belongs to the user.
google-at-hash = Ties the token to the access token that came along.
google-sub = The number of the Google account, which never changes.
    .watch = Use this to recognise a user, not the e-mail address.
google-nonce = The random value of the program's own question.
google-google = On which virtual machine the token was made.
google-google-compute-engine = The virtual machine: project, zone, ID and name.
google-license-id = The licences of the virtual machine's image.
google-target-audience = For whom an ID token is wanted, in a request that a service account signed itself.
google-scope = The scopes that are wanted, in a request that a service account signed itself.
google-gcip = Data of Identity Platform, in a token of Identity-Aware Proxy.
google-workforce-identity = The identity at the user's own organisation, in a token of Identity-Aware Proxy.
google-additional-claims = Access levels and device, in a token of Identity-Aware Proxy.
google-google-compute-engine-project-id = The project of the virtual machine.
google-google-compute-engine-project-number = The number of that project.
google-google-compute-engine-zone = Where the virtual machine runs.
google-google-compute-engine-instance-id = The ID of the virtual machine.
google-google-compute-engine-instance-name = The name of the virtual machine.
google-google-compute-engine-instance-creation-timestamp = When the virtual machine was made.
google-google-compute-engine-instance-confidentiality = Whether the memory of the virtual machine is encrypted: 1 is yes.

## Firebase Authentication (firebase)

firebase-firebase = How the user logged in, and with which accounts.
firebase-firebase-sign-in-provider = How the user logged in: `password`, `google.com`, `phone`, `anonymous`, `custom`, …
firebase-firebase-identities = The accounts of the user, per provider.
firebase-firebase-tenant = The tenant of the user.
firebase-firebase-sign-in-second-factor = The second factor that was used, such as `phone`.
firebase-user-id = The user; the same value as `sub`.
firebase-auth-time = When the user logged in.
firebase-provider-id = `anonymous` for users without an account.
firebase-uid = As whom to log in, in a token that your own server made.
firebase-claims = Extra claims to give the user, in a token that your own server made.
firebase-tenant-id = In which tenant to log in, in a token that your own server made.
firebase-identity = The accounts of the user at this provider.

## Okta (okta)

okta-ver = The version of the token.
okta-cid = The program (client ID) that got the token.
okta-uid = The ID of the user in Okta.
okta-scp = The scopes that were granted, as a list.
okta-idp = The identity provider where the user logged in.
okta-amr = How the user logged in.
okta-auth-time = When the user logged in.
okta-groups = The groups of the user that a rule lets through.
okta-at-hash = Ties the token to the access token that came along.
okta-jti = The number of the token; it starts with AT. for an access token and ID. for an ID token.
okta-sub = The login name of the user in an access token, the ID in an ID token.
okta-acr = How strong the login was, such as urn:okta:loa:2fa:any.
okta-orig = The address of the organisation's own authorization server.

## GitHub Actions OIDC (github)

github-sub = Which repository runs, and why: its branch, environment or pull request.
    .watch = The cloud's trust rule usually matches this text: a careless * lets other branches or repositories in.
github-aud = The owner's address, or the audience that the workflow asked for.
github-actor = Whose account started the workflow.
github-actor-id = The ID of that account, which does not change.
github-base-ref = The branch into which the pull request goes.
github-head-ref = The branch from which the pull request comes.
github-check-run-id = The number of the check run.
github-enterprise = The enterprise that owns the repository.
github-enterprise-id = The ID of that enterprise.
github-environment = The environment to which the job deploys.
github-event-name = What started the workflow, such as `push`.
github-job-workflow-ref = The reusable workflow that runs, with its branch or tag.
github-job-workflow-sha = The commit of that reusable workflow.
github-ref = The branch or tag that runs.
github-ref-type = Whether it is a branch or a tag.
github-ref-protected = Whether the branch or tag is protected.
github-repository = The repository, as owner/name.
    .watch = Names can be taken over; `repository_id` does not change.
github-repository-id = The ID of the repository, which does not change.
github-repository-owner = The owner of the repository.
github-repository-owner-id = The ID of the owner, which does not change.
github-repository-visibility = Who can see the repository: `public`, `private` or `internal`.
github-repo-property = A property that the organisation gave the repository.
github-run-id = The number of the run.
github-run-number = How many times this workflow has run.
github-run-attempt = How many times this run was tried.
github-runner-environment = Whether it runs at GitHub (`github-hosted`) or on an own machine (`self-hosted`).
github-sha = The commit that runs.
github-workflow = The name of the workflow.
github-workflow-ref = The file of the workflow, with its branch or tag.
github-workflow-sha = The commit of the workflow's file.

## GitLab CI ID token (gitlab)

gitlab-sub = Which project and which branch or tag runs.
    .watch = The cloud's trust rule usually matches this text: a careless * lets others in.
gitlab-namespace-id = The ID of the group or user that owns the project.
gitlab-namespace-path = The group or user that owns the project.
gitlab-project-id = The ID of the project.
gitlab-project-path = The project, as group/name.
gitlab-user-id = The ID of the user who runs the job.
gitlab-user-login = The login name of the user who runs the job.
gitlab-user-email = The e-mail address of the user who runs the job.
gitlab-user-access-level = What the user may do in the project.
gitlab-user-identities = The accounts of the user elsewhere.
gitlab-groups-direct = The groups to which the user belongs directly.
gitlab-pipeline-id = The number of the pipeline.
gitlab-pipeline-source = What started the pipeline, such as `push`.
gitlab-job-id = The number of the job.
gitlab-ref = The branch or tag that runs.
gitlab-ref-type = Whether it is a branch or a tag.
gitlab-ref-path = The branch or tag in full, such as refs/heads/main.
gitlab-ref-protected = Whether the branch or tag is protected.
    .watch = It is the text "true" or "false", not a boolean.
gitlab-environment = The environment to which the job deploys.
gitlab-environment-protected = Whether that environment is protected.
    .watch = It is the text "true" or "false", not a boolean.
gitlab-environment-action = What the job does with the environment: start, prepare, stop, verify, access.
gitlab-deployment-tier = What kind of environment it is, such as production.
gitlab-runner-id = The number of the machine that runs the job.
gitlab-runner-environment = Whether it runs at GitLab (`gitlab-hosted`) or on an own machine (`self-hosted`).
gitlab-sha = The commit that runs.
gitlab-ci-config-ref-uri = The file that defines the pipeline, with its branch or tag.
gitlab-ci-config-sha = The commit of that file.
gitlab-project-visibility = Who can see the project: `public`, `private` or `internal`.
gitlab-user-identities-provider = Where the user has this account.
gitlab-user-identities-extern-uid = The number of the user there.

## Kubernetes service account (kubernetes)

kubernetes-kubernetes-io = Where in the cluster this token belongs.
kubernetes-kubernetes-io-namespace = The namespace of the service account.
kubernetes-kubernetes-io-serviceaccount = The service account: name and ID.
kubernetes-kubernetes-io-serviceaccount-name = The name of the service account.
kubernetes-kubernetes-io-serviceaccount-uid = The ID of the service account, which a new account of the same name does not get.
kubernetes-kubernetes-io-pod = The pod for which the token counts; it ends with the pod.
kubernetes-kubernetes-io-pod-name = The name of the pod.
kubernetes-kubernetes-io-pod-uid = The ID of the pod.
kubernetes-kubernetes-io-node = The node (machine) on which the pod runs.
kubernetes-kubernetes-io-secret = The secret for which the token counts; it ends with the secret.
kubernetes-kubernetes-io-warnafter = From this moment on the cluster notes that an old token is still in use.
kubernetes-legacy-namespace = The namespace of the service account, in an old token.
    .watch = Old tokens of this kind never expire; use the newer, short-lived ones.
kubernetes-kubernetes-io-serviceaccount-secret-name = The name of the secret that holds this old token.
kubernetes-kubernetes-io-serviceaccount-service-account-name = The name of the service account, in an old token.
kubernetes-kubernetes-io-serviceaccount-service-account-uid = The ID of the service account, in an old token.
kubernetes-sub = The service account, as system:serviceaccount:(namespace):(name).
kubernetes-iss = The cluster that issued the token; kubernetes/serviceaccount in old tokens.
kubernetes-aud = For whom the token is meant; by default the cluster's own API.
kubernetes-kubernetes-io-node-name = The name of the node.
kubernetes-kubernetes-io-node-uid = The ID of the node.
kubernetes-kubernetes-io-secret-name = The name of the secret.
kubernetes-kubernetes-io-secret-uid = The ID of the secret.

## SPIFFE JWT-SVID (spiffe)

spiffe-sub = The SPIFFE ID of the program: spiffe://, the trust domain and a path.
spiffe-aud = For whom the token is meant; without it the token is rejected.
spiffe-exp = When the token ends; without it the token is rejected.

## SPIFFE JWT-SVID (spiffe-header)

spiffe-header-kid = Which key of the trust domain signed; it may be left out.
spiffe-header-typ = `JWT` or `JOSE`, or left out.

## Sign in with Apple (apple)

apple-iss = Always https://appleid.apple.com.
apple-sub = The user, under a number that is different for every team of developers.
apple-email = The e-mail address of the user, or one that Apple forwards from.
apple-email-verified = Whether the address is verified; sometimes a text instead of a boolean.
apple-is-private-email = Whether Apple made the address up to hide the real one; sometimes a text instead of a boolean.
apple-real-user-status = Whether this looks like a real person: 2 likely, 1 unknown, 0 cannot be told.
apple-nonce-supported = Whether the device can send a `nonce`; if so, it must be checked.
apple-transfer-sub = Helps to recognise users when an app moves to another team, for 60 days.
apple-c-hash = Ties the token to the authorization code that came along.
apple-auth-time = When the user logged in.
apple-org-id = The organisation, with Apple Business or School.
apple-events = What happened to the account, such as consent that was withdrawn.
    .watch = It is JSON inside a text, which has to be read once more.

## Apple App Store (signed transaction) (appstore)

appstore-bundleid = The app.
appstore-transactionid = The number of the purchase.
appstore-originaltransactionid = The number of the first purchase, which renewals share.
appstore-productid = What was bought.
appstore-purchasedate = When it was bought, in milliseconds.
appstore-expiresdate = When the subscription ends, in milliseconds.
appstore-inappownershiptype = Whether it was bought or comes from family sharing.
appstore-environment = Whether it is real (Production) or a test (Sandbox).
    .watch = Refuse Sandbox purchases in a real shop.
appstore-signeddate = When Apple signed it, in milliseconds.

## Apple App Store (signed transaction) (appstore-header)

appstore-header-x5c = The certificates up to Apple Root CA - G3.
    .watch = Check that the last one really is Apple's.

## SMART on FHIR (smart)

smart-fhiruser = The address of the signed-in user in the FHIR server: a Patient, Practitioner, RelatedPerson or Person.
smart-profile = The address of the signed-in user in the FHIR server, under its old name.
    .watch = Replaced by `fhirUser`.
smart-launch = A reference to how the app was started from the health record system; only that system can read it.
smart-patient = The patient that the app was opened for.
smart-encounter = The visit or admission that the app was opened for.
smart-fhircontext = What else was open in the health record when the app was started.
smart-fhircontext-reference = The FHIR resource that was open.
smart-fhircontext-role = Why it is given: the part it plays in this launch.
smart-need-patient-banner = Whether the app must show whose record is open.
    .watch = Show the name when it is true: a mix-up of patients is dangerous.
smart-intent = What the user wants to do in the app, such as reconcile-medications.
smart-smart-style-url = The address of colours and sizes with which the app can look like the system around it.
smart-tenant = The healthcare organisation in a system that serves several.
smart-scope = Which health data the app may read or write, and for whom.

## SMART Health Cards (shc)

shc-iss = Who made the card; the keys stand at this address with /.well-known/jwks.json after it.
shc-nbf = When the card was made.
shc-vc = What the card says, as a verifiable credential.
shc-vc-type = What kind of card this is, such as #health-card or #immunization.
shc-vc-credentialsubject = The health data and the FHIR version they are written in.
shc-vc-credentialsubject-fhirversion = The FHIR version of the health data.
shc-vc-credentialsubject-fhirbundle = The health data, as a FHIR Bundle.
    .watch = Medical data: the card is signed, not encrypted.

## SMART Health Cards (shc-header)

shc-header-zip = The payload was compressed before it was signed, which RFC 7515 does not know.
    .watch = It has to be unpacked before it can be read.

## UDAP / HL7 FAST (udap)

udap-extensions = Extra statements about the request, one member per kind.
udap-extensions-hl7-b2b = Who asks, for which organisation and for what purpose.
udap-extensions-hl7-b2b-purpose-of-use = For what purpose the data are asked for.
udap-extensions-hl7-b2b-organization-id = The organisation that asks.
udap-extensions-hl7-b2b-subject-name = The name of the person who asks.
udap-software-statement = A signed description of the program, sent when it registers.
udap-certifications = Quality marks of the program.

## HTI 2.0 (GIDS Health Tools Interoperability, Koppeltaal 2.0) (hti)

hti-resource = The task that is launched, such as Task/11.
hti-definition = The definition of the activity that the task is made from (ActivityDefinition).
hti-sub = Who launches the tool, such as Practitioner/a5e58253.
hti-patient = The patient whom it is about, when that is not the one who launches.
hti-intent = What the user wants to do, such as `plan` or `order`.
hti-hti-version = The version of HTI; 2.0 when it is absent.
hti-iss = The portal from which the tool is launched.
hti-aud = The tool (module) that is launched.
hti-jti = A unique number of this launch.
    .watch = It may be used once only: the tool must remember it and refuse a second launch with it.
hti-iat = When the portal made the launch.
    .watch = It may not lie in the future.
hti-exp = When the launch ends.
    .watch = At most 5 minutes after `iat`.

## HTI 1.x (GIDS Health Tools Interoperability) (hti-1)

hti-1-task = The FHIR Task that is launched, written out.
hti-1-task-resourcetype = The kind of FHIR resource; always Task.
hti-1-task-id = The number of the task.
hti-1-task-for = The patient whom the task is about.
hti-1-task-intent = What kind of task it is, such as `plan`.
hti-1-task-status = How far the task is.
hti-1-task-instantiatescanonical = The definition of the activity that the task is made from.
hti-1-fhir-version = The FHIR version of the task: STU3, R4 or R5.
hti-1-task-for-reference = The patient whom the task is about.

## Koppeltaal 2.0 (koppeltaal)

koppeltaal-sub = Who launches, in the FHIR store of Koppeltaal: Patient/, Practitioner/ or RelatedPerson/ and an ID.

## SMART Backend Services client assertion (smart-backend)

smart-backend-iss = The program (client ID) that asks for access; the same as `sub`.
smart-backend-sub = The program (client ID) that asks for access; the same as `iss`.
smart-backend-aud = The address of the token endpoint to which the program sends this.
smart-backend-exp = When this proof ends.
    .watch = At most 5 minutes ahead.
smart-backend-jti = A unique number of this proof.
    .watch = It may be used once only: the server must refuse a second use.

## Dutch healthcare (Nuts, MedMij, AORTA-on-FHIR) (nlcare)

nlcare-initials = The initials of the user who asks for data.
nlcare-assurance-level = How strong the user's login was: low, substantial or high.
nlcare-purpose-of-use = For what purpose the data are asked for.
nlcare-ura = The URA number of the healthcare organisation.
nlcare-uzi = The UZI number of the care provider.
nlcare-bsn = The citizen service number of a person.
    .watch = Very sensitive: the law limits its use, and anyone who holds the token can read it.

## SD-JWT VC (verifiable credentials) (sd-jwt-vc)

sd-jwt-vc-vct = What kind of credential this is: the type says which claims to expect and what they mean.
sd-jwt-vc-vct-integrity = A digest of the description of the credential's type, so that it cannot be exchanged.

## EU digital identity (PID SD-JWT VC) (eudi)

eudi-vct = What kind of credential this is, such as urn:eudi:pid:1.
eudi-place-of-birth = Where the holder was born.
eudi-nationalities = The nationalities of the holder, as country codes.
eudi-age-equal-or-over = Which ages the holder has reached, without telling the date of birth.
eudi-age-reached = Whether the holder has reached this age.
eudi-age-in-years = The age of the holder.
eudi-age-birth-year = The year in which the holder was born.
eudi-issuing-authority = The authority that issued the credential.
eudi-issuing-country = The country that issued the credential.
eudi-personal-administrative-number = The number under which the government knows the holder.
    .watch = Very sensitive.
eudi-date-of-expiry = The day on which the credential ends.
eudi-status = Where to look up whether the credential was revoked.

## LTI 1.3 (lti)

lti-message-type = What the learning platform asks: to open a lesson, or to choose content.
lti-version = The version of LTI.
lti-deployment-id = Which installation of the tool in the platform this is.
lti-target-link-uri = The address to open in the tool.
lti-resource-link = The link in the course that was clicked.
lti-roles = As what the user acts, such as student or teacher.
lti-context = The course.
lti-custom = Settings that were made for this tool.
lti-tool-platform = The learning platform.
lti-launch-presentation = How the tool is shown, and where to return to.
lti-lis = Numbers of the course and the person in the student administration.
lti-endpoint = Where the tool can send grades.
lti-namesroleservice = Where the tool can ask who is in the course.
lti-deep-linking-settings = What kind of content may be chosen.
lti-context-id = The number of the course.
lti-context-label = The short name of the course.
lti-context-title = The name of the course.
lti-context-type = What kind of course or group it is.

## Supabase (supabase)

supabase-role = As what the database sees the caller: `anon`, `authenticated` or `service_role`.
    .watch = `service_role` passes all rules of the database: it must never reach a browser.
supabase-ref = The project that the key belongs to.
supabase-aal = How strong the login was: aal1, or aal2 with a second factor.
supabase-amr = How and when the user logged in.
supabase-session-id = The session of the user.
supabase-is-anonymous = Whether the user has no account.
supabase-app-metadata = Data about the user that only the server sets.
supabase-user-metadata = Data that the user can change.
    .watch = Never decide about access by it.
supabase-phone = The telephone number of the user.
supabase-amr-method = The way in which the user logged in.
supabase-amr-timestamp = When the user logged in this way.

## Hasura (hasura)

hasura-claims = What Hasura uses to decide which rows the caller may see.
hasura-x-hasura-default-role = The role that is used when the request names none.
hasura-x-hasura-allowed-roles = The roles that the request may name.
hasura-x-hasura-user-id = The user, for rules such as "only your own rows".
hasura-x-hasura-org-id = The organisation, for rules of your own.
hasura-variable = A variable of your own, which the rules of the database can use.

## Clerk (clerk)

clerk-azp = The web origin that asked for the token.
    .watch = Compare it with your own origins.
clerk-sid = The session of the user.
clerk-fva = How many minutes ago the first and the second factor were checked.
clerk-v = The version of the token.
clerk-pla = The plan that the user or organisation has.
clerk-fea = The features of that plan.
clerk-o = The organisation that the user works in now.
clerk-o-id = The ID of the organisation.
clerk-o-rol = The role of the user in the organisation.
clerk-o-slg = The short name of the organisation.
clerk-o-per = The permissions of the user in the organisation.
clerk-org-id = The organisation that the user works in now, in older tokens.
clerk-org-role = The role of the user in that organisation, in older tokens.
clerk-org-slug = The short name of that organisation, in older tokens.
clerk-org-permissions = The permissions of the user in that organisation, in older tokens.
clerk-sts = How the session stands, such as `pending`.

## Cloudflare Access (cloudflare)

cloudflare-identity-nonce = A value with which more about the user can be looked up.
cloudflare-country = The country of the user.
cloudflare-type = Whether it counts for one application (`app`) or for the whole session (`org`).
cloudflare-policy-id = The rule that let the user in.
cloudflare-common-name = The name of the program, when a program and not a user came in.
cloudflare-custom = Extra data from the identity provider.
cloudflare-device-sessions = What is known about the device.

## Zitadel (zitadel)

zitadel-urn-zitadel-iam-org-project-roles = The roles of the user in the project, with the organisations that gave them.
zitadel-urn-zitadel-iam-user-metadata = Extra data about the user, each value in base64.
zitadel-urn-zitadel-iam-user-resourceowner-id = The ID of the user's organisation.
zitadel-urn-zitadel-iam-user-resourceowner-name = The name of the user's organisation.
zitadel-urn-zitadel-iam-org-domain-primary = The main domain of the organisation.

## Duende / IdentityServer (duende)

duende-client-id = The program that got the token.
duende-scope = The scopes that were granted, as a list or as one text.
duende-idp = Where the user logged in; `local` is this server itself.
duende-amr = How the user logged in.
duende-auth-time = When the user logged in.
duende-sid = The session of the user.
duende-client = A property of the program, not of the user.

## Salesforce (salesforce)

salesforce-mty = The kind of token.
salesforce-scp = The scopes that were granted.
salesforce-sfap-op = A value for Salesforce's own use.
salesforce-sfi = A value for Salesforce's own use.
salesforce-roles = The roles of the user.
salesforce-user-id = The ID of the user.
salesforce-organization-id = The ID of the organisation.

## Slack (slack)

slack-user-id = The ID of the user.
slack-team-id = The ID of the workspace.
slack-team-name = The name of the workspace.
slack-team-domain = The domain of the workspace.
slack-enterprise-id = The ID of the enterprise.

## Atlassian (Connect / Bitbucket) (atlassian)

atlassian-qsh = A hash of the request's address and query, so that the token fits no other request.
atlassian-context = Who asked, in older tokens.
atlassian-workspaceuuid = The workspace of the pipeline.
atlassian-repositoryuuid = The repository of the pipeline.
atlassian-stepuuid = The step that runs.
atlassian-pipelineuuid = The pipeline that runs.
atlassian-deploymentenvironmentuuid = The environment to which it deploys.

## CircleCI OIDC (circleci)

circleci-oidc-circleci-com-project-id = The project.
circleci-oidc-circleci-com-context-ids = The contexts that the job uses.
circleci-oidc-circleci-com-vcs-origin = The address of the repository.
circleci-oidc-circleci-com-vcs-ref = The branch or tag.
circleci-oidc-circleci-com-ssh-rerun = Whether someone started the job again with access by SSH.

## Buildkite OIDC (buildkite)

buildkite-organization-slug = The organisation.
buildkite-pipeline-slug = The pipeline.
buildkite-build-number = The number of the build.
buildkite-build-branch = The branch.
buildkite-build-commit = The commit.
buildkite-step-key = The step that runs.
buildkite-job-id = The number of the job.
buildkite-agent-id = The machine that runs the job.

## Terraform Cloud / HCP (terraform)

terraform-terraform-organization-id = The ID of the organisation.
terraform-terraform-organization-name = The name of the organisation.
terraform-terraform-project-name = The name of the project.
terraform-terraform-workspace-id = The ID of the workspace.
terraform-terraform-workspace-name = The name of the workspace.
terraform-terraform-full-workspace = The workspace with its organisation and project.
terraform-terraform-run-id = The number of the run.
terraform-terraform-run-phase = Whether it only plans (`plan`) or also changes something (`apply`).

## HashiCorp Vault identity token (vault)

vault-namespace = The namespace in Vault.
vault-sub = The entity (user or machine) in Vault.

## Azure DevOps OIDC (azdo)

azdo-sub = Which service connection runs: sc://, organisation, project, name.
azdo-iss = Azure DevOps, with the ID of the organisation.

## OAuth 2.0 / OIDC token type (header typ) (typ)

typ-jwt = An ordinary JWT, without saying what kind.
typ-jose = A signed or encrypted token in the compact form.
typ-jose-json = A signed or encrypted token in the JSON form.
typ-at-jwt = An access token: it opens a service.
typ-dpop-jwt = A DPoP proof: shows, for one request, that the sender has the key.
typ-logout-jwt = Tells a program that the user logged out.
typ-secevent-jwt = Reports a security event; it opens nothing.
typ-oauth-authz-req-jwt = A signed request to log in.
typ-token-introspection-jwt = A signed answer about another token.
typ-entity-statement-jwt = A statement about a party in a federation.
typ-trust-mark-jwt = A quality mark of a party in a federation.
typ-dc-sd-jwt = A digital credential whose holder chooses what to show (formerly vc+sd-jwt).
typ-kb-jwt = Shows that the one who presents an SD-JWT has its key.
typ-example-sd-jwt = An example in the specification; it means nothing elsewhere.
typ-statuslist-jwt = The status of many tokens at once.
typ-openid4vci-proof-jwt = Shows that a wallet has the key for a new credential.
typ-oauth-client-attestation-jwt = An authority vouches for a program.
typ-oauth-client-attestation-pop-jwt = Shows that a program has the key that was vouched for.
typ-client-authentication-jwt = Shows who the program is when it asks for a token.
typ-passport = Says who is calling, in telephony.
typ-svt-jwt = An earlier check of a document's signatures.
typ-jwk-set-jwt = A signed set of keys.
typ-resolve-response-jwt = The answer to a question about a party in a federation.
typ-vp-jwt = Credentials that the holder shows to someone.
typ-vc-jwt = A verifiable credential.
typ-vc-sd-jwt = A verifiable credential whose holder chooses what to show.
typ-vp-sd-jwt = Credentials that the holder shows in part.
typ-sd-jwt = A token whose holder chooses what to show, of no kind in particular.
typ-eat-jwt = A device tells what it is and in which state.
typ-key-attestation-jwt = Says how well the keys of a wallet are kept.
typ-explicit-registration-response-jwt = The answer to a program that registers in a federation.
typ-trust-mark-delegation-jwt = Says who may issue a quality mark of a federation.
typ-trust-mark-status-response-jwt = Says whether a quality mark of a federation still counts.

## Workshop Online Toestemming (workshop)

workshop-sub = The one who calls: the patient's ID, the name of the healthcare company, or `internal`; `role` says which.
workshop-role = As what the caller acts: `Patient`, `HealthcareCompany` or `Internal`.
    .watch = Only the signature makes it trustworthy: changing this word is the workshop's example of tampering.
workshop-iss = The workshop's IdentityApi, which hands out the tokens.
workshop-aud = The workshop's services, which all share one name and one secret.
workshop-exp = 15 minutes after the token was issued.

## Workshop Online Toestemming (workshop-role)

workshop-role-patient = A patient; `sub` holds the patient's ID.
workshop-role-healthcarecompany = A healthcare company; `sub` holds its name.
workshop-role-internal = One of the workshop's own services; `sub` holds `internal`.
    .watch = It may do everything: this is what an attacker changes the role into.

## Microsoft Entra ID (access token) (entra-azpacr)

entra-azpacr-0 = The program did not prove who it is: it cannot keep a secret (a public client).
entra-azpacr-1 = The program proved who it is with a client secret.
entra-azpacr-2 = The program proved who it is with a certificate.

## Microsoft Entra ID (access token) (entra-appidacr)


## Microsoft Entra ID (optional claim) (entra-acct)

entra-acct-0 = The user is a member of the tenant.
entra-acct-1 = The user is a guest in the tenant.

## Microsoft Entra ID (optional claim) (entra-idtyp)

entra-idtyp-app = The token of a program on its own, without a user.
entra-idtyp-user = The token of a user.
entra-idtyp-device = The token of a device.

## Keycloak (keycloak-typ)

keycloak-typ-bearer = An access token: it opens a service.
keycloak-typ-dpop = An access token for one key: it opens a service only together with a DPoP proof.
keycloak-typ-id = An ID Token: it tells the program who logged in.
    .watch = It is not meant to open a service.
keycloak-typ-refresh = A refresh token, with which new tokens can be fetched.
    .watch = Only Keycloak itself should ever see it again.
keycloak-typ-offline = A refresh token that outlives the session.
    .watch = Only Keycloak itself should ever see it again.
keycloak-typ-logout = Tells a program that the user logged out.

## AWS Cognito (cognito-token-use)

cognito-token-use-id = An ID Token: it tells the program who logged in.
cognito-token-use-access = An access token: it opens a service.

## Sign in with Apple (apple-real-user-status)

apple-real-user-status-0 = The device cannot tell whether this is a real person.
apple-real-user-status-1 = Apple cannot tell whether this is a real person.
apple-real-user-status-2 = Apple thinks that this is a real person.

## Supabase (supabase-role)

supabase-role-anon = Someone who did not log in.
supabase-role-authenticated = A user who logged in.
supabase-role-service-role = The server itself, for whom the rules of the database do not count.
    .watch = Must never reach a browser.

## Supabase (supabase-aal)

supabase-aal-aal1 = Logged in with one factor.
supabase-aal-aal2 = Logged in with two factors.

## Auth0 (auth0-gty)

auth0-gty-client-credentials = A program on its own asked for it, without a user.
auth0-gty-password = The user typed the password into the program itself.
    .watch = This way of logging in is being phased out.
auth0-gty-refresh-token = It was fetched with a refresh token.

## Firebase Authentication (firebase-provider)

firebase-provider-password = With e-mail address and password.
firebase-provider-phone = With a code sent to a telephone.
firebase-provider-anonymous = Without an account.
    .watch = Everyone gets this: it proves nothing about who the user is.
firebase-provider-custom = With a token that the application's own server made.

## SHAKEN (shaken-attest)

shaken-attest-a = The telephone company knows the caller and knows that the number is theirs.
shaken-attest-b = The telephone company knows the caller, but not whether the number is theirs.
shaken-attest-c = The telephone company knows only where the call entered its network.

## PASSporT extensions (passport-ppt)

passport-ppt-shaken = The caller's telephone company vouches for the number.
passport-ppt-div = The call was forwarded.
passport-ppt-rph = The call may have priority.
passport-ppt-rcd = The call carries the caller's name or logo.

## EAT debug status (eat-dbgstat)

eat-dbgstat-enabled = Debugging is open.
    .watch = Nothing else that the device says can be trusted.
eat-dbgstat-disabled = Debugging is closed now, but it may have been open since the start.
eat-dbgstat-disabled-since-boot = Debugging has been closed since the start.
eat-dbgstat-disabled-permanently = Debugging is closed for good, except for the maker.
eat-dbgstat-disabled-fully-and-permanently = Debugging is closed for good, for everyone.

## Named Information Hash Algorithms (sd-alg)

sd-alg-sha-256 = SHA-256, the usual choice.
sd-alg-sha-384 = SHA-384.
sd-alg-sha-512 = SHA-512.

## FHIR request intent (request-intent)

request-intent-proposal = A suggestion by someone who cannot decide about it.
request-intent-plan = A plan that nobody has ordered yet.
request-intent-order = An order to do it.
request-intent-original-order = An order as it was first given.
request-intent-directive = An instruction that somebody in charge gave, to be followed without further orders.
request-intent-reflex-order = An order that follows by rule from the outcome of an earlier one.
request-intent-filler-order = An order as the one who carries it out wrote it down.
request-intent-instance-order = One of the times that a repeated order is carried out.
request-intent-option = One of several possibilities.

## Security Event Identifier Formats (sub-id-format)

sub-id-format-account = An account, as acct:user@host.
sub-id-format-email = An e-mail address.
sub-id-format-iss-sub = An issuer and its subject, as in a token.
sub-id-format-opaque = A number that means nothing by itself.
sub-id-format-phone-number = A telephone number.
sub-id-format-did = A decentralised identifier (DID).
sub-id-format-uri = A URI.
sub-id-format-aliases = Several identifiers of the same subject.

## Microsoft Entra ID (access token) (entra-amr)

entra-amr-rsa = with an RSA key, such as that of the Microsoft Authenticator app
entra-amr-fed = at another identity provider that vouched for the user
entra-amr-ngcmfa = with a second factor when the device was set up
