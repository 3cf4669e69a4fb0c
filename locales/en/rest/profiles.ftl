### Kinds of token, and what their specifications ask of them.

profile-workshop = Workshop token
    .summary = A token of the workshop’s Identity API. All services share one secret, so each of them could have made it.
profile-hti-launch = HTI 2.0 launch
    .summary = A portal starts a module for a person and a task, as in Koppeltaal. Good once, for five minutes.
profile-dpop = DPoP proof
    .summary = Shows that whoever sends a request holds a key. Good for one method and one URL.
profile-logout-token = Logout Token
    .summary = An OpenID Provider tells a client that a session has ended.
profile-sd-jwt-vc = SD-JWT VC
    .summary = A verifiable credential; its holder shows the claims one by one.
profile-kubernetes = Kubernetes service account token
    .summary = What a pod shows to the API server and to others in the cluster.
profile-github-actions = GitHub Actions token
    .summary = A workflow shows which repository and branch it runs for. Whoever trusts it has to check sub and aud.
profile-aws-cognito = Amazon Cognito token
    .summary = An ID or access token of a user pool; token_use says which.
profile-google = Google ID Token
    .summary = Who signed in with Google. sub identifies the account, not the e-mail address.
profile-entra-access-v1 = Microsoft Entra ID access token, v1.0
    .summary = For the API in aud, asked for by the application in appid.
profile-entra-access-v2 = Microsoft Entra ID access token, v2.0
    .summary = For the API whose client id is in aud, asked for by the application in azp.
profile-entra-id = Microsoft Entra ID ID Token
    .summary = Who signed in with Microsoft. For the application in aud, not for an API.
profile-at-jwt = OAuth access token (at+jwt)
    .summary = Lets a client call the API in aud; RFC 9068 gives it a form.
profile-keycloak = Keycloak token
    .summary = A token of a Keycloak realm; the claim typ says which kind.
profile-smart-backend = SMART Backend Services assertion
    .summary = A system authenticates to the token endpoint of a FHIR server with its own key.
profile-client-assertion = Client assertion
    .summary = A client authenticates to a token endpoint with a signed JWT in place of a password.
profile-oidc-id-token = OpenID Connect ID Token
    .summary = Who signed in, when and how, told to the client in aud. Not for calling an API.

profile-requires = requires
profile-recommends = recommends

# Any profile.
profile-missing = { $profile }: { $name } is missing; { $clause } { $demands } it.
profile-forbidden = { $profile }: { $name } must not be there ({ $clause }).
profile-wrong-kind = { $profile }: { $name } is { $found }; { $clause } { $demands } { $expected }.
profile-wrong-value = { $profile }: { $name } is { $found }; { $clause } { $demands } one of: { $expected }.
profile-wrong-value-one = { $profile }: { $name } is { $found }; { $clause } { $demands } { $expected }.
profile-wrong-start = { $profile }: { $name } is { $found }; { $clause } { $demands } a value that begins with one of: { $expected }.
profile-wrong-start-one = { $profile }: { $name } is { $found }; { $clause } { $demands } a value that begins with { $expected }.
profile-not-same = { $profile }: { $name } is “{ $found }” and { $other } is “{ $expected }”; { $clause } { $demands } them to be the same.
profile-lifetime = { $profile }: lives for { $found }; { $clause } { $demands } at most { $allowed }.
profile-limit = Longest lifetime: { $allowed } ({ $clause }).
profile-no-limit = Longest lifetime: no limit is written for this kind of token.
profile-lifetime-unknown = { $profile }: lifetime unknown. It is issued for { $allowed }, but without iat the token does not say since when ({ $clause }).
profile-ahead = { $profile }: { $name } is { $by } ahead of the clock; { $clause } { $demands } that it is not in the future.
profile-private-jwk = { $profile }: the header gives away a private key. { $clause } forbids it, and the key must not be used any more.

profile-kind-text = a string with something in it
profile-kind-audience = a string or an array of strings
profile-kind-number = a number
profile-kind-object = an object
profile-kind-https = an https URL
profile-kind-asymmetric = an algorithm that signs with a private key
profile-kind-signed = a signature, not “none”

# One profile each.
profile-hti-sub = { $profile }: sub is “{ $found }”; { $clause } { $demands } a reference to a person, such as Practitioner/1 or Patient/1.
profile-dpop-htu = { $profile }: htu is { $found }; { $clause } { $demands } it without query and fragment.
profile-dpop-old = { $profile }: iat is { $by } away from the clock; { $clause } { $demands } a fresh proof for each request.
profile-logout-events = { $profile }: { $clause } { $demands } an object in events under { $expected }.
profile-logout-subject = { $profile }: neither sub nor sid is there; { $clause } { $demands } one of them.
profile-kubernetes-account = { $profile }: sub is { $found }, but kubernetes.io names { $expected } ({ $clause }).
profile-cognito-audience = { $profile }: by its token_use it should name its client in { $expected }, which is missing ({ $clause }).
profile-google-email = { $profile }: the e-mail address is not verified; { $clause } { $demands } not to rely on it.
profile-entra-graph = { $profile }: the nonce in the header marks a token for Microsoft Graph. Its signature verifies for Graph only; do not try to ({ $clause }).
profile-entra-tenant = { $profile }: iss is { $found } and does not name the tenant in tid, { $expected } ({ $clause }).
profile-keycloak-refresh = { $profile }: a refresh token. The realm signs it for itself; nobody else can or should verify it ({ $clause }).
profile-oidc-sub = { $profile }: sub is longer than 255 characters or not ASCII ({ $clause }).
profile-oidc-azp = { $profile }: there are several audiences; { $clause } { $demands } azp to say which of them asked.

# Drafts to start from; others stand with the page.
template-smart-backend = SMART Backend Services assertion, ES384
template-private-key-jwt = Client assertion (private_key_jwt), PS256
template-oidc-id-token = OpenID Connect ID Token, RS256
template-at-jwt = OAuth access token (at+jwt), RS256
template-dpop = DPoP proof with an access token, ES256
template-logout-token = Logout Token, RS256
template-entra-access = Access token like Microsoft Entra ID’s, RS256
template-entra-id = ID Token like Microsoft Entra ID’s, RS256
template-sd-jwt-vc = SD-JWT VC, ES256
template-broken-expired = Broken on purpose: expired
template-broken-not-yet-valid = Broken on purpose: not yet valid
template-broken-audience = Broken on purpose: for another audience
template-broken-none = Broken on purpose: alg none
template-broken-stripped = Broken on purpose: signature taken away
template-broken-confusion = Broken on purpose: algorithm confusion, HS256 keyed with a public key
template-broken-own-key = Broken on purpose: brings its own key in jwk
template-broken-crit = Broken on purpose: unknown crit
template-plain = Plain token, HS256
template-workshop-patient = Workshop: Patient
template-workshop-healthcare-company = Workshop: HealthcareCompany
template-workshop-internal = Workshop: Internal
template-client-assertion = Koppeltaal client assertion, RS512
template-hti-launch = HTI launch, RS512

# The choice.
profile-label = Kind of token
profile-proposed = It looks like: { $profile }
profile-none-proposed = None that is known here
profile-no = Hold it to none
profile-fits = It keeps every rule of its kind that can be checked here.
