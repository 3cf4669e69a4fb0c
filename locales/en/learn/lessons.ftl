# What the lessons say, step by step. A task has a hint, and says what was seen once it is done.

learn-token = What a token is
    .about = A line of text that speaks of somebody
learn-token-look = This is a token: one line of text that a service hands out after somebody logged in. Whoever shows it to another service says: I am the one it speaks of. The text stands in the token field; what it says stands beside it, in Payload.
learn-token-issuer = A token says who made it: the claim `iss`, the issuer. Find its value in Payload and type it into the field Expected iss, under Judge the claims.
    .hint = The field stands below the key box. The value begins with `Online-Toestemming`; copy it exactly, capitals and hyphens included.
    .done = The claims hold, for the issuer that you expect. A service does this with every token it gets.
learn-token-bearer = Nothing in the token says who carries it. Whoever has the text can show it, like a concert ticket without a name; that is why it is called a bearer token, and why it should not live long.

learn-parts = Three parts, two dots
    .about = Header, payload, signature
learn-parts-dots = Two dots cut the token in three. The header says how it was signed, the payload what it claims, the signature is there so that nobody can change the other two unseen. Each part has its own colour, here and in the panels.
learn-parts-cut = Delete the last part from the token field, together with the dot before it, and see what the page makes of it.
    .hint = Put the cursor at the end of the token and delete backwards until the second dot is gone.
    .done = Structure now says that it is damaged. What is left can still be read: a token does not need its signature to be readable.
learn-parts-whole = It is whole again. Each part is base64url text: letters, digits, `-` and `_`. No dot can occur in it, so the dots always tell where a part ends.

learn-base64url = Base64url is not encryption
    .about = Read and write a payload by hand
learn-base64url-read = No key was given, and still everything is there to read. Base64url writes three bytes as four characters, nothing more. Do it by hand once, with `eyJy`: in the alphabet A–Z, a–z, 0–9, - and _, counted from 0, these are 30, 50, 9 and 50. As six bits each: 011110 110010 001001 110010. The same bits by eights: 01111011 00100010 01110010, which are the bytes of a brace, a quote and an r. So nearly every token begins with `eyJ`: it is how a JSON object begins.
learn-base64url-write = Write a payload yourself. Replace the part between the two dots by `eyJyb2xlIjoiSW50ZXJuYWwifQ` and read what it says.
    .hint = In the token field, select from just after the first dot to just before the second, and paste the new part over it.
    .done = The token now says that your role is `Internal`. You needed no key for that, and neither does anybody else.
learn-base64url-lock = So the payload is a postcard, not a sealed envelope. Whoever passes it on can read it and can write another one. What they cannot do is make the signature fit; that comes later.

learn-claims = Claims
    .about = What a token states, and for whom it is
learn-claims-names = Each member of the payload is a claim: a name and a value. Some names are registered, and everybody reads them alike: `sub` is who it speaks of, `iss` who says so, `aud` for whom, `exp` until when. Others, such as `role`, are agreed between services. Open the tab Claims for what each one means.
learn-claims-other = A token is made for one service: its audience. Be another one. Type `Another-Service` into the field Expected aud, under Judge the claims.
    .hint = The field stands below the key box, beside Expected iss.
    .done = Mismatch: the token is well made, but it is not for you. A service that leaves this check out takes tokens that were made for others.
learn-claims-mine = Now be the service that it was made for. Look up `aud` in the payload and type its value into the same field.
    .hint = Not the value of `iss`: that one is longer.
    .done = The claims hold for this service.

learn-time = Time
    .about = exp, nbf, and whose clock counts
learn-time-exp = The claim `exp` is the second from which the token no longer counts, written as the number of seconds since 1970. This one was signed a moment ago and holds for fifteen minutes. The timeline shows where now is.
learn-time-later = Come back too late: set the clock, in the field At this moment, to a moment after `exp`.
    .hint = Write a number that is larger than `exp`, or a date such as `2099-01-01`.
    .done = Expired. Nothing about the token changed, not one character: only the time at which it is judged did.
learn-time-early = This is another token, and now it comes too early: `nbf` says not before. Set the clock to a moment at which it does hold.
    .hint = The moment lies between `nbf` and `exp`. The value of `nbf` itself will do.
    .done = It holds: `nbf` has come and `exp` has not.
learn-time-leeway = Clocks of two machines never agree exactly. Services therefore allow a little leeway, seconds rather than minutes; the field for it stands beside the clock.

learn-signature = Signature and shared secret
    .about = Who vouches for what it says
learn-signature-unchecked = Everything can be read, and the signature says: not checked. As long as nobody checks it, each word of the payload may have been made up.
learn-signature-secret = The header says `HS256`: issuer and receiver share a secret. In this workshop it is `workshop-only-shared-secret-please-change-me-2026`. Give it to the page.
    .hint = Paste the secret into the key box, below the token, without spaces around it.
    .done = Valid: these exact bytes were signed by somebody who has this secret.
learn-signature-wrong = Change one character of the secret in the key box.
    .hint = Make the `6` at its end a `7`.
    .done = Invalid. A key is right or wrong; almost right is wrong. The page also says what it tried in order to find out why.
learn-signature-why = The signature is a number computed from header, payload and secret: HMAC with SHA-256. Whoever lacks the secret cannot compute it, and whoever changes one bit of the text gets quite another number. Open Show the arithmetic to see it done.

learn-tamper = Tamper with a role
    .about = Change what a token says and watch it fail
learn-tamper-valid = A patient's token with the secret that belongs to it. The signature is valid and the role is `Patient`.
learn-tamper-role = Make the patient somebody of the hospital: replace the part between the two dots by `eyJyb2xlIjoiSW50ZXJuYWwifQ`, which says that the role is `Internal`.
    .hint = Leave the first and the last part as they are; only the middle one changes.
    .done = The role says `Internal`, and the signature is invalid: it was made over other bytes.
learn-tamper-failed = That is all a signature does, and it is a great deal: reading is free, changing is seen. A service that reads the role without checking the signature would have let you in.

learn-resign = Sign it again
    .about = Who holds the secret can be anyone
learn-resign-change = This is the Sign screen, with the same claims and the shared secret. Change the role to `Internal`; the token follows while you type.
    .hint = In the payload, `"role": "Patient"` becomes `"role": "Internal"`. Keep the quotes.
    .done = The page signed it again, over the new bytes.
learn-resign-open = Now be the service that receives it: press Open in Inspect, below the new token.
    .hint = The button stands under the signed token, on the right; on a phone, below the form.
    .done = Valid, with the role `Internal`. For the service that checks it, this token is as good as any.
learn-resign-anyone = The signature proves that somebody with the secret signed, not who. Every service that can check with a shared secret can sign with it too: as any user, with any role. That is why such a secret belongs to two parties, not to ten.

learn-pairs = Key pairs
    .about = One signs, everybody can verify
learn-pairs-public = The header says `ES256`: signed with the private half of a key pair. The key box holds the public half only, and the signature is valid. A public key may lie in the street, so every service can verify by itself, without calling the issuer.
learn-pairs-tamper = The same check as before: change something in the payload part of the token.
    .hint = Replace one letter in the middle part by another, or put `eyJyb2xlIjoiSW50ZXJuYWwifQ` in its place.
    .done = Invalid, seen with a key that is no secret at all.
learn-pairs-forge = Try to forge a token as a service that has only the public key: here it stands in the key box of Sign. Change the role to `Internal` and see what you get.
    .hint = In the payload, `"role": "Patient"` becomes `"role": "Internal"`.
    .done = There is no token: to sign takes the private half, and only the issuer has it.
learn-pairs-why = That is the whole difference. With a shared secret every verifier can forge; with a key pair one party signs and any number verify. The private key never leaves the issuer.

learn-rotation = JWK Sets and rotation
    .about = Several keys under names, so that a key can change
learn-rotation-set = An issuer publishes its public keys as a JWK Set, a list at a URL. The header names one with `kid`, and the page says that it chose that key because the names match.
learn-rotation-next = The issuer has begun to sign with its next key: `kid` is another one now. It stood in the set already, so this token is valid at once. Nobody had to be called.
learn-rotation-gone = Now the old key has been taken out of the set. In the token field stand two tokens, one signed with the old key and one with the new. Pick the one that still verifies.
    .hint = Above the parts of the token the page lists both. Choose the second.
    .done = Valid. The other one has not expired, yet nobody can verify it any more.
learn-rotation-overlap = So rotation goes in three steps: publish the next key, sign with it, and take the old one out when the last token that it signed has expired. A receiver who meets an unknown `kid` fetches the set again, once, and not for each token.

learn-sessions = Sessions and tokens
    .about = When to use a JWT, and when not
learn-sessions-session = With a session the server remembers who you are, and a cookie holds only a number. With a token the text itself says it, and any service with the key can check it without asking. That is the gain, and it has a price.
learn-sessions-stolen = Say that this token was stolen. A session can be ended at once; a token counts for everybody until it expires. Set the clock to the first moment at which the thief can do nothing with it.
    .hint = From `exp` on. Write that number into the field At this moment.
    .done = Expired, with a valid signature. Until that second nothing in the token could stop the thief.
learn-sessions-use = Use a token to say to other services who somebody is (authentication), what they may do (authorization), or to hand over facts that must not be changed (information exchange). Keep it short-lived. For one web site with one server a session is simpler and can be ended.

learn-forgers = Secret or key pair
    .about = Count the services that can forge
learn-forgers-shared = You are Service B. You were given the shared secret to verify tokens with. Write yourself one as the Identity API: the claims are there; sign and press Open in Inspect.
    .hint = Nothing has to be changed. The button stands under the signed token.
    .done = Valid. Service A cannot tell this from a token of the Identity API, and nobody can prove who made it.
learn-forgers-pair = The same claims with a key pair. Service B has the public key, as everybody has, and can verify with it. Forging would take the private half.
learn-forgers-choose = Count who can forge: with HMAC everybody who verifies, with a key pair one. HMAC suits a token that a service makes for itself; as soon as others verify, use a key pair.

learn-encryption = Signed is not encrypted
    .about = Why a signature hides nothing
learn-encryption-signed = People say that a signature is encryption with the private key. If so, nothing could be read without a key. Empty the key box and look at the payload.
    .hint = Select everything in the key box and delete it.
    .done = Not checked, and still readable, every word. A signature is a number beside the text. It does not cover it.
learn-encryption-encrypted = This is an encrypted token, a JWE: five parts. The header can be read, so that the receiver knows which key to take; the content cannot, not even with the sender's key. If a token must carry what others may not read, it takes this.

learn-never = What never belongs in a payload
    .about = A citizen service number, for one
learn-never-read = Somebody put a citizen service number (BSN) into the payload. It is made up, but it passes the check that real ones pass. The token travels through browsers, log files and proxies, and each of them can read it. See what the findings say.
learn-never-repair = Take it out: on this screen stands the draft of that token. Keep `sub`, so that the service still knows of whom it speaks, and press Open in Inspect.
    .hint = Delete the line with `"bsn"` as a whole, its comma included. A reference that means nothing to others may stand in its place.
    .done = Nothing personal is found any more. The service looks up the rest by `sub`.
learn-never-instead = Names, birth dates, mail addresses, medical facts, passwords, keys: none of it belongs in a text that many can read and nobody can take back. Put a reference there, and let the service that may know the rest look it up.

learn-journey = From login to service to service
    .about = User, Identity Provider, Service A, Service B
learn-journey-login = The user logs in at the Identity Provider, which signs this token with its private key and hands it to the user's application. That sends it to Service A. In the key box stands the set that the Identity Provider publishes for everybody.
learn-journey-service-a = You are Service A. The signature is valid. Check that the token is for you: type `service-a` into Expected aud, under Judge the claims.
    .hint = The field stands below the key box.
    .done = Valid, in time, and for you: Service A may act.
learn-journey-forwarded = Service A needs something of Service B and simply passes the token on. Now be Service B, and expect `service-b`.
    .hint = Change the same field to `service-b`.
    .done = Mismatch. Service B refuses, and rightly: otherwise each service that gets a token could use it everywhere as the user.
learn-journey-exchange = So Service A goes back to the Identity Provider and exchanges it for a token that is meant for Service B (RFC 8693). It speaks of the same user, `aud` is another, it lives shorter, and `act` says that Service A acts.
learn-journey-service-b = You are Service B again. Check this one: expect `service-b`.
    .hint = Type it into Expected aud, as before.
    .done = It holds. Service B knows for whom it works and who asked, and called nobody to find out.

learn-koppeltaal = Koppeltaal
    .about = Key pair, JWK Set, client assertion, launch
learn-koppeltaal-keys = In Koppeltaal each application has a key pair and publishes the public half as a JWK Set; there are no shared secrets. Here is a set with one key, and a token that the application signed about itself: a client assertion. `iss` and `sub` are both its client id.
learn-koppeltaal-assertion = With the assertion the application asks the authorization server for an access token. Be that server: expect your own address, which stands in `aud`.
    .hint = Copy the value of `aud`, a URL that ends in `token`, into Expected aud, under Judge the claims.
    .done = Valid and for this server. It holds for five minutes, and its `jti` is accepted once.
learn-koppeltaal-launch = A launch is another token, signed with the same key: a portal opens a module for a person and a task. Be that module. In Koppeltaal it knows itself by a device; expect what `aud` says.
    .hint = The value begins with `Device/`.
    .done = The launch is for this module. `sub` says who opens it, `resource` which task it is about.
learn-koppeltaal-both = So the same key pair serves twice: once to log an application in, once to hand a person over. Everybody verifies with the published set, and only the application can sign.
