### Where an issuer's keys are, and how they changed.

jwks-address-no-url = This is no URL: it must begin with https:// and a host.
jwks-address-not-https = Keys are fetched over https only, and over http from this machine itself; this is { $scheme }.
jwks-address-credentials = This URL holds a user name or password. Leave it out: it would be sent along.
jwks-metadata-unreadable = What came back is no issuer metadata: it is not a JSON object.
jwks-metadata-missing = The issuer metadata lack { $member }.
jwks-issuer-differs = The metadata speak of the issuer { $issuer }, and the token's iss is { $iss }. They must be equal (OpenID Connect Discovery §4.3, RFC 8414 §3.3), so these keys are not used.
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
