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

## How a name keeps clear of others

naming-registered = A registered name: it means the same everywhere.
naming-public = A name with an address or domain in it: whoever owns that decides what it means, and it cannot collide with another.
naming-private = A private name: sender and receiver agreed on it, and elsewhere it may mean something else.
naming-member = A name inside another member, which decides what it means.

## Names that nobody here knows

name-unknown = This name is in no registry and in none of the lists of this program. Only who issued the token can say what it means.
name-nearest = Was { $nearest } meant? That is the registered name.
name-elsewhere-header = This is registered as a Header Parameter; in the payload it has no such meaning.
name-elsewhere-payload = This is registered as a claim; in the header of a signed token it has no such meaning.
name-within = Part of { $parent }.
name-reading = { $origin } means by it:
name-also = Others use this name too:
