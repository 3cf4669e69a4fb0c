### Where an issuer's keys are, and how they changed.

jwks-address-no-url = This is no URL: it must begin with https:// and a host.
jwks-address-not-https = Keys are fetched over https only, and over http from this machine itself; this is { $scheme }.
jwks-address-credentials = This URL holds a user name or password. Leave it out: it would be sent along.
jwks-metadata-unreadable = What came back is no issuer metadata: it is not a JSON object.
jwks-metadata-missing = The issuer metadata lack { $member }.
jwks-issuer-differs = The metadata speak of the issuer { $issuer }, and the token's iss is { $iss }. They must be equal (OpenID Connect Discovery §4.3, RFC 8414 §3.3), so these keys are not used.
jwks-iss-no-url = The metadata speak of { $issuer }. The token’s iss is { $iss }, which is no URL, so the two cannot be compared.
jwks-issuer-template = The metadata speak of every tenant: { $issuer }. The keys are shared; check the tenant in iss yourself.
jwks-issuer-slash = The metadata speak of { $issuer }, and you asked { $expected }: they differ by a slash at the end.
jwks-issuer-elsewhere = The metadata speak of { $issuer }, and you asked { $expected }.
jwks-other-host = The JWK Set stands on another host than the issuer: { $url }.
jwks-kid-gone = The key { $kid } was in the set at { $before }, and at { $now } it is not: it was rotated out.
jwks-kid-never = The key { $kid } is not in the set, and was not since this page was opened.
jwks-kid-reused = Under the key ID { $kid } there is another key than before. A kid must not be used again (RFC 7517 §4.5): programs that keep keys go on with the old one.
jwks-keys-gone = No longer in the set: { $kids }.
jwks-keys-new = New in the set: { $kids }.
jwks-unchanged = The set is the same as at { $since }.

# What became of a request.
jwks-running = Waiting for { $url }
jwks-keys = Fetched: { $count } keys.
jwks-keys-one = Fetched: { $count } key.
jwks-discovery = That is a discovery document. It says that the JWK Set stands at { $url }; the field holds that URL now. Fetch it with another click.
jwks-failed-status = The server answered with status { $status }: there is no JWK Set at { $url }.
jwks-failed-too-large = The answer is larger than { $bytes } bytes. Reading stopped: no JWK Set is that large.
jwks-failed-timeout = No complete answer within { $time }. The request was given up. If the browser is still asking you something, such as about the local network, answer that and fetch again.
jwks-failed-cancelled = Cancelled.
jwks-failed-hidden = The browser did not get an answer it may show, and does not say why. From here all of these look the same: a server that allows no other site to read it (CORS), a name that does not resolve, a certificate that is not trusted, a refused connection, http on a page that came over https, or a local network that the browser asks about first.
jwks-failed-broken-off = The answer broke off.
jwks-failed-not-text = The answer is not text.
jwks-failed-not-json = The answer is not JSON; perhaps a page to log in, or an error page.
jwks-failed-no-keys = The answer is JSON, but neither a JWK Set (there is no “keys”) nor a discovery document (there is no “jwks_uri”).
jwks-failed-policy = This page may request only https, or http on this very machine. Its own policy forbids { $url }.
jwks-curl = Ask from your own machine, and paste what it prints into the key box above:
jwks-curl-copy = Copy the curl line
jwks-redirected = You asked { $asked }; the answer came from another address: { $url }.
jwks-history = Fetched since this page was opened:
jwks-history-set = { $count } keys, { $time }
jwks-history-set-one = { $count } key, { $time }
jwks-use = Use it
jwks-in-use = In use
jwks-again = Fetch again

# The fields and what they offer.
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
