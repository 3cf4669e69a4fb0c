### What stands beside a token, and a clock that cannot be read.

# What stands beside the token.
claims-hash-match = { $claim } is the hash of what stands beside the token: they belong together.
claims-hash-mismatch = { $claim } is { $found }; what stands beside the token gives { $expected }. They do not belong together.
claims-hash-whole = { $claim } is the whole hash, { $found }; OpenID Connect Core §3.1.3.6 wants its left half, { $expected }.
claims-hash-other = { $claim } was made with { $hash }; the token’s own alg asks for another hash, which gives { $expected } and not { $found }.
claims-hash-missing = There is no { $claim }, so the token does not say whether it belongs to what stands beside it.
claims-hash-unknown = { $claim } cannot be checked: which hash goes with { $alg } is not defined.
claims-key-match = The token is bound to the key beside it: the thumbprint is { $found }.
claims-key-mismatch = The token is bound to the key with the thumbprint { $found }; the key beside it has { $expected }.
claims-key-unreadable = The key beside the token cannot be read: give a public JWK, a JWK Thumbprint or a DPoP proof.

# The clock.
clock-unreadable = Expected { $expected }, but found “{ $found }” at character { $position }.
clock-unreadable-end = Expected { $expected }, but the text ends at character { $position }.
clock-no-such-date = There is no such moment as { $found }.
clock-out-of-range = { $found } is too large for a moment.
clock-milliseconds = { $found } looks like milliseconds; the clock takes seconds: { $meant }.
clock-expected-start = a number of seconds, or a date such as 2026-01-31
clock-expected-dash = “-”
clock-expected-month = a month of two digits
clock-expected-day = a day of two digits
clock-expected-time-mark = “T” and a time, or the end
clock-expected-hour = hours of two digits
clock-expected-colon = “:”
clock-expected-minute = minutes of two digits
clock-expected-second = seconds of two digits
clock-expected-fraction = a digit of the fraction
clock-expected-zone = “Z”, an offset such as +01:00, or the end
clock-expected-end = the end

# The fields and the clock.
expectations-title = Judge the claims
clock-label = At this moment
clock-placeholder = now
clock-now = Now: { $local } · { $utc }
clock-set = Set to { $local } · { $utc }
clock-not-read = Until then the clock is now.
clock-minus-hour = −1 h
clock-minus-minutes = −5 min
clock-plus-minutes = +5 min
clock-plus-hour = +1 h
clock-reset = Now
expect-iss = Expected iss
expect-aud = Expected aud
expect-any = any
expect-leeway = Leeway, s
expect-zero = 0
expect-more = More expectations
expect-sub = Subject (sub)
expect-nonce = Nonce (nonce)
expect-typ = Type (typ)
expect-algs = Algorithms (alg), one or several
expect-max-age = Longest age in seconds
expect-beside = What stands beside the token
expect-access-token = Access token, for at_hash or ath
expect-code = Authorization code, for c_hash
expect-key = Public JWK, JWK Thumbprint or DPoP proof, for cnf
beside-named = This token names what stands beside it by a hash: { $claims }. Paste that here to see whether they belong together.
beside-none = This token names nothing that stands beside it.
