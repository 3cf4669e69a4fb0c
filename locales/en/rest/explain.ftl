### What is said around the explanation of a name, and of its value.

## Value types

type-string = text
type-stringoruri = text or a URI
type-audience = text or a list of texts
type-numericdate = moment, as seconds since 1970
type-milliseconds = moment, as milliseconds since 1970
type-integer = whole number
type-boolean = true or false
type-boolstring = true or false, sometimes as text
type-object = object
type-objects = list of objects
type-strings = list of texts
type-array = list
type-words = words separated by spaces
type-uri = URI
type-email = e-mail address
type-phone = telephone number
type-language = language tag
type-uuid = UUID
type-day = date
type-iso = moment, as text
type-date = moment, as text
type-base64url = bytes as base64url
type-certificates = list of certificates
type-jwk = JWK
type-jwks = JWK Set
type-jwt = token
type-fhirreference = reference to a FHIR resource
type-any = any value
claim-type = Value: { $type }

## How a name keeps clear of others

naming-registered = A registered name: it means the same everywhere.
naming-public = A public, collision-resistant name, by the address or domain in it: whoever owns that decides what it means, and it cannot collide with another (RFC 7519 §4.2).
naming-unique = A public, collision-resistant name, by the UUID or object identifier in it: nobody else has that (RFC 7519 §2 and §4.2).
naming-private = A private name: sender and receiver agreed on it, and elsewhere it may mean something else (RFC 7519 §4.3).
naming-short-public = Not registered; a public, collision-resistant name
naming-short-private = Not registered; a private name
naming-member = A name inside another member, which decides what it means.

## Names that nobody here knows

name-unknown = This name is in no registry and in none of the lists of this program. Only who issued the token can say what it means.
name-within = Part of { $parent }, which decides what it means.
name-also = Others use this name too:
name-nearest = Was { $nearest } meant? That is the registered name.
name-elsewhere-header = This is registered as a Header Parameter; in the payload it has no such meaning.
name-elsewhere-payload = This is registered as a claim; in the header of a signed token it has no such meaning.
name-reading = { $origin } means by it:

## Values

value-type-differs = By its definition this is: { $expected }.
value-amr = The user logged in { $ways }.
value-amr-unknown = Not registered as a way of logging in: { $ways }.
value-alg-unknown = { $value } is in no registry of algorithms.
value-alg-case = { $value } is no algorithm; { $meant } is. Upper and lower case matter here.
value-typ-unknown = { $value } is no kind of token that this program knows.

value-scopes = { $count } permissions: { $scopes }.
value-scopes-commas = There are commas in it, but scopes are separated by spaces: this is one scope with a strange name.
value-scope-openid = { $scope }: asks who the user is (OpenID Connect).
value-scope-profile = { $scope }: name, picture and the like of the user.
value-scope-email = { $scope }: the e-mail address of the user.
value-scope-address = { $scope }: the postal address of the user.
value-scope-phone = { $scope }: the telephone number of the user.
value-scope-offline-access = { $scope }: also new tokens when the user is no longer there (a refresh token).
value-scope-online-access = { $scope }: new tokens as long as the user is there (a refresh token).
value-scope-fhir-user = { $scope }: which FHIR resource the user is.
value-scope-launch = { $scope }: what was open in the health record when the app was started.
value-scope-launch-context = { $scope }: asks the system to choose this context, such as a patient, when the app starts.
value-scope-default = { $scope }: everything that was set up for the program beforehand.
value-scope-smart = { $scope }: { $rights } { $what }, { $whose }.
value-scope-smart-query = { $scope }: { $rights } { $what }, { $whose }, where { $query }.
value-scope-smart-order = { $scope } has its letters in another order than c, r, u, d, s, or twice: a server may refuse it. Meant is: { $rights } { $what }, { $whose }.

smart-whose-patient = of the one patient in context
smart-whose-user = as far as the user may
smart-whose-system = for the program on its own, without a user
smart-all-resources = all kinds of resources
smart-right-create = create
smart-right-read = read
smart-right-update = change
smart-right-delete = delete
smart-right-search = search

fhir-activitydefinition = a definition of an activity
fhir-appointment = an appointment
fhir-careplan = a care plan
fhir-careteam = a care team
fhir-consent = a consent
fhir-device = a device
fhir-encounter = a visit or admission
fhir-endpoint = a technical address
fhir-group = a group
fhir-healthcareservice = a service of a healthcare organisation
fhir-location = a place
fhir-observation = a measurement or observation
fhir-other = something in a health record
fhir-organization = an organisation
fhir-patient = a patient
fhir-person = a person
fhir-plandefinition = a definition of a plan
fhir-practitioner = a care provider
fhir-practitionerrole = a care provider in a certain function
fhir-relatedperson = a relative or other person around the patient
fhir-task = a task

value-fhir-reference = Refers to { $kind }: the FHIR resource { $resource } with id { $id }.
value-fhir-address = Refers to { $kind }: the FHIR resource { $resource } with id { $id }, on the server in the address.
value-fhir-expected = A FHIR reference was expected here, such as Patient/ and an id.

value-workshop-patient = Because the role is Patient, this is the patient's ID.
value-workshop-company = Because the role is HealthcareCompany, this is the name of the healthcare company.
value-workshop-internal = Because the role is Internal, this is one of the workshop's own services.
value-sub-kubernetes = The service account { $account } in the namespace { $namespace }.
value-sub-github-ref = The repository { $repository }, on { $ref }.
value-sub-github-environment = The repository { $repository }, deploying to { $environment }.
value-sub-github-pull-request = The repository { $repository }, in a pull request.
    .watch = Anyone who can open a pull request can get such a token: it should not be trusted with a deployment.
value-sub-gitlab = The project { $project }, on { $ref }.
value-sub-auth0 = A user who logged in through { $connection }, known there as { $id }.
value-sub-auth0-client = The program { $client } on its own, without a user.
value-spiffe = The program { $path } in the trust domain { $domain }.
value-did = A decentralised identifier (DID) of the kind { $method }.
value-entra-personal = The tenant of personal Microsoft accounts, not of an organisation.
value-issuer = An issuer of { $origin }.
value-issuer-tenant = The tenant (organisation) is { $tenant }.
value-issuer-realm = The realm is { $realm }.
value-issuer-project = The project is { $project }.
value-issuer-pool = The user pool is { $pool }, in { $region }.

value-kid-thumbprint = This is the JWK Thumbprint (RFC 7638) of the key that was used: the name follows from the key itself.
value-kid-names-key = This is the `kid` of the key that was used.
value-kid-like-thumbprint = It has the form of a JWK Thumbprint (RFC 7638): 32 bytes as base64url.
value-kid-like-fingerprint = It has the form of a fingerprint in hexadecimal digits.
value-jkt-signing-key = This is the thumbprint of the key with which the token itself was signed.
value-bytes = { $count } bytes.
value-bytes-one = { $count } byte.
value-not-base64url = This is no base64url.

value-uuid-random = A random UUID (version { $version }).
value-uuid-time = A UUID with a moment in it (version { $version }): { $at }.
    .watch = It tells when it was made, and the next ones are easier to guess than random ones.
value-uuid-address = It also holds the network address of the computer that made it: { $address }.
value-uuid-name = A UUID worked out from a name (version { $version }): the same name gives the same UUID.
value-uuid-version = A UUID of version { $version }.
value-uuid-old = Has the form of a UUID, in an older layout than RFC 9562.
value-uuid-nil = The nil UUID, all zeros: usually a value that was never set.
value-uuid-max = The max UUID, all ones.

value-url = An address on { $host }.
value-url-port = An address on { $host }, port { $port }.
value-url-path = An address on { $host }: { $path }.
value-url-port-path = An address on { $host }, port { $port }: { $path }.
value-url-query = Parameters: { $names }.
value-url-query-one = Parameter: { $names }.
value-url-fragment = After the #: { $fragment }.
value-url-user = There is a user name or password in this address.
    .watch = Anyone who holds the token can read it.
value-url-plain = http, not https: what is sent there can be read and changed on the way.

value-moment = { $at }.
value-moment-plausible = It could be a moment: { $at }.
value-moment-plausible-milliseconds = It could be a moment in milliseconds: { $at }.
value-moment-plausible-microseconds = It could be a moment in microseconds: { $at }.
value-moment-plausible-nanoseconds = It could be a moment in nanoseconds: { $at }.

value-token = There is a whole token in this value.
value-json = There is JSON in this text, which has to be read once more.
value-base64 = In base64 this says: { $content }
value-base64-json = In base64 this is JSON: { $content }
value-base64-token = In base64 there is a whole token in this value.
value-der = In base64 this has the form of a certificate or key (DER, { $count } bytes).
