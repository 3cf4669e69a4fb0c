### What the claims say at a moment, to an issuer and an audience. Each text is a verdict's one
### sentence or a line of its details.

# No claims to judge.
claims-no-token = There is no token to judge.
claims-encrypted = The claims are encrypted; they can be judged once the token is decrypted.
claims-no-payload = The payload is empty or detached: there are no claims in the token to judge.
claims-content-not-json = The content is not JSON: there is no JWT Claims Set in it.
claims-not-json = The payload is not JSON: this is a signed message, not a JWT Claims Set.
claims-damaged-json = The payload is not well-formed JSON (line { $line }, column { $column }), so it is no JWT Claims Set.
claims-not-object = The payload is { $found }; a JWT Claims Set is a JSON object.

# Holds.
claims-ok = Holds at this moment; expires at { $at }, in { $left }.
claims-ok-no-end = Holds at this moment. There is no exp: lifetime unknown, the token does not say when it ends.

# exp, nbf, iat.
claims-exp-ahead = exp: expires at { $at }, in { $left }.
claims-exp-far = exp: holds, but expires only at { $at }, in { $left }. Whoever copies this token can use it until then.
claims-exp-leeway = exp: expired at { $at }, { $ago } ago, which is within the tolerated { $leeway }.
claims-expired = Expired at { $at }, { $ago } ago.
claims-no-exp = There is no exp: lifetime unknown.
claims-nbf-past = nbf: valid since { $at }, { $ago } ago.
claims-nbf-leeway = nbf: valid from { $at }, in { $wait }, which is within the tolerated { $leeway }.
claims-not-yet-valid = Not valid before { $at }, in { $wait }.
claims-iat-past = iat: issued at { $at }, { $ago } ago.
claims-iat-ahead = iat lies ahead of the clock: issued at { $at }, in { $wait }. One of the clocks is probably wrong.
claims-exp-before-iat = exp ({ $exp }) is before iat ({ $iat }): the token had expired before it was issued.
claims-never-valid = exp ({ $exp }) is not after nbf ({ $nbf }): there is no moment at which this token is valid.
claims-too-old = Issued { $age } ago; you accept at most { $allowed }.
claims-age-unknown = There is no iat, so it cannot be told whether the token is at most { $allowed } old.

# A moment that is none, or an odd one.
claims-time-string = { $claim } is the string “{ $found }”; a NumericDate is a number, without quotes.
claims-time-type = { $claim } is { $found }; a NumericDate is a number of seconds.
claims-time-out-of-range = { $claim } is { $found }: no moment can be that far away.
claims-time-milliseconds = { $claim } looks like { $unit }. As seconds, which is what a verifier reads, it is { $read }; as { $unit } it would be { $meant }.
claims-time-finer = { $claim } looks like { $unit }. As seconds, which is what a verifier reads, it is { $read }; as { $unit } it would be { $meant }.
claims-time-negative = { $claim } is negative: a moment before 1970, { $at }.
claims-time-small = { $claim } looks like a length of time ({ $length }). As a NumericDate it is { $at }.
claims-time-fraction = { $claim } is { $found }: a fraction of a second is allowed, but some libraries refuse it or cut it off.
unit-milliseconds = milliseconds
unit-microseconds = microseconds
unit-nanoseconds = nanoseconds

# Repeated names, wrong types.
claims-duplicate = { $claim } stands more than once; RFC 7519 has a reader refuse the token or take the last one.
claims-text-type = { $claim } is { $found }; it must be a string.
claims-aud-type = aud holds { $found }; it must be a string or an array of strings.
claims-aud-empty = aud is an empty array: the token is meant for nobody.
json-kind-object = an object
json-kind-array = an array
json-kind-string = a string
json-kind-number = a number
json-kind-boolean = a boolean
json-kind-null = null

# Expectations.
claims-match = { $claim } is { $expected }, as you expect.
claims-mismatch = { $claim } is { $found }; you expect { $expected }.
claims-near = { $claim } is { $found }; you expect { $expected }. They are alike, but RFC 7519 compares every character: look at upper and lower case, spaces and the slash at the end.
claims-missing = There is no { $claim }; you expect { $expected }.
claims-unchecked = { $claim } is { $found }; you have not said what you expect.
claims-header-match = The header’s { $parameter } is { $found }, as you expect.
claims-header-mismatch = The header’s { $parameter } is { $found }; you expect { $expected }.
claims-header-missing = There is no { $parameter } in the header; you expect { $expected }.
