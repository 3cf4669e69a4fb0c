# The attack lab: services with one mistake each. Of every attack what it is about, what is to be
# done, a hint, what happened once the service was fooled, and the rule that a repaired one keeps.

lab-none = Accepts none
    .about = A service that takes tokens nobody signed
    .task = This service gives each role its own records. You are a patient, and your own token stands in Inspect. Be `Internal`: the service reads the algorithm from the header, and it knows one that needs no key.
    .hint = In Sign, write `"alg": "none"` into the header and `"role": "Internal"` into the payload, agree to a token without a signature, and send it.
    .fooled = The header said `none`, so nobody looked for a signature. Anyone who can write JSON is anyone they like.
    .repaired = A service says itself which algorithms it takes, and `none` is not one of them.

lab-algorithm = Trusts the header's algorithm
    .about = A public key is used as a shared secret
    .task = This service verifies with the issuer's public key, which everybody has; it stands in the key box. It takes the algorithm from the header of the token. Be `Internal`.
    .hint = With `HS256` the file with the key becomes the secret. In Sign, choose the template that is broken by algorithm confusion, which signs with the characters in the key box, and set the role to `Internal`.
    .fooled = The service verified an HMAC with the text of its public key. Everybody has that text, so everybody can make it.
    .repaired = The algorithm belongs to the key and stands in the service's settings. What the header says has to be the same.

lab-jwk = Trusts a key in the token
    .about = The attacker brings their own key along
    .task = This service wants `ES256`, and it checks the signature. But a token may bring its key along in the header, as `jwk`, and the service then uses that one. Be `Internal`.
    .hint = In Sign, choose the template that brings its own key in `jwk`: it makes a key pair, signs with it and writes the public half into `jwk`. Set the role to `Internal`.
    .fooled = The signature holds, with the attacker's own key. That proves that the attacker is the attacker.
    .repaired = The service has the issuer's keys from a place that it chose itself. A key that comes with the token counts for nothing.

lab-secret = Has a guessable secret
    .about = A word from a list signs everything
    .task = This service does everything right, but its issuer signs with a word that somebody thought up. Your own token stands in Inspect. Find the secret, and be `Internal`.
    .hint = In Inspect, open the search among known secrets, below the findings, and start it. Put what it finds into the key box of Sign, set the role to `Internal`, and send.
    .fooled = The list had it within seconds. With the secret you sign as well as the issuer does.
    .repaired = The secret is 256 random bits now, as long as the hash of `HS256`. No list has it.

lab-kid = Uses kid as a path
    .about = The token says which file is the key
    .task = This service takes the key from the file `/srv/keys/` followed by `kid`. It also shows everybody the file `/srv/public/version.txt`, which says `workshop-service 2026.11` and nothing else. Be `Internal`.
    .hint = In Sign, make `kid` lead from the folder of the keys to that file: `../public/version.txt`. Put what the file says into the key box, without quotes, and set the role to `Internal`.
    .fooled = The service read a file of your choice and took it for its key. You know what it says, so you can sign with it.
    .repaired = `kid` comes from a stranger. It is looked up in a list of names, and what is not there is refused.

lab-crit = Ignores crit
    .about = A limit in the header is not looked at
    .task = You were given a token for looking at a copy of the records: its header says so in `only-on-copy`, and `crit` says that nobody may ignore it. It stands in Inspect. This service has the real records. Be `Internal` here.
    .hint = Taking the limit out breaks the signature; try it. The service has never heard of `only-on-copy`, so simply send the token as it is.
    .fooled = The issuer had limited the token, and the service did not even look. It has to refuse what it does not understand.
    .repaired = Whoever finds a name in `crit` that they do not understand refuses the token, however good its signature is. RFC 8725 counts required Header Parameters among what keeps tokens of different kinds apart; `crit` is how a token requires one.

lab-audience = Does not check aud
    .about = A token for one service opens another
    .task = You run a small service of recipes. Somebody from inside logged in there, and so you hold their token, made for `recipe-module`. The records trust the same issuer. Be `Internal` there.
    .hint = Changing `aud` by hand breaks the signature; try it. Send the token as it is.
    .fooled = The signature is genuine, and the token was never meant for this service. Every service that gets tokens could do this to all others.
    .repaired = A service refuses each token that does not name it in `aud`.

lab-expired = Accepts what has expired
    .about = A token from an old log still works
    .task = In a log of last month you found a token of somebody from inside. It stands in Inspect, and it expired long ago. Be `Internal`.
    .hint = Changing `exp` by hand breaks the signature; try it. Send the token as it is.
    .fooled = The signature of an old token is as good as ever. Only the clock tells that it no longer counts.
    .repaired = A service compares `exp` with its own clock, each time. RFC 8725 does not name `exp`: it asks for a profile of claims with the rules that validate them, and this rule stands in RFC 7519.

lab-title = Attack lab
lab-lead = Eight small services, in this page and nowhere else, each with one classic mistake. Fool it, then repair it.
lab-label = Attack
lab-send = Send to the service
lab-nothing = There is no token on this screen to send.
lab-repair = Repair the service
lab-break = Put the mistake back
lab-again = Begin again
lab-code = Its program
lab-waiting = Nothing was sent yet.
lab-refused = Refused.
lab-accepted = Accepted.
lab-as-yourself = You are `{ $role }`, which is what you are anyway. Become `Internal`.
lab-as-nobody = The token gives you no role. Become `Internal`.
lab-rule = The rule, { $clause }:
lab-honest-served = An honest token is still accepted.
lab-honest-refused = An honest token is refused.

lab-refused-unreadable = This is not a token that can be read.
lab-refused-algorithm = The algorithm is `{ $found }`, and this service takes `{ $alg }` only.
lab-refused-unknown = There is no algorithm `{ $found }`.
lab-refused-own-key = The token brings a key in `jwk`, and this service uses its own only.
lab-refused-jwk = The key in `jwk` cannot be read.
lab-refused-kid = This service has no key of the name `{ $kid }`.
lab-refused-file = There is no file `{ $path }`.
lab-refused-signature = The signature does not hold.
lab-refused-crit = `crit` names what this service does not understand: `{ $names }`.
lab-refused-endless = There is no `exp`: the token would never end.
lab-refused-expired = It has expired.
lab-refused-time = Its times do not hold.
lab-refused-audience = It is for { $found }, not for this service.

lab-steps = What the service did
lab-step-read = read it
lab-step-algorithm = algorithm
lab-step-key = key
lab-step-signature = signature
lab-step-crit = crit
lab-step-time = clock
lab-step-audience = audience
lab-taken-passed = passed
lab-taken-stopped = refused here
lab-taken-left-out = not looked at
