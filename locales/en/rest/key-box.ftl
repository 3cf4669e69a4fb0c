### The key box.

key-label = Key
key-placeholder = A secret, PEM, JWK or JWK Set. A line or a whole file of settings works too: its secret is found.
key-none = No key yet: the signature cannot be checked.
key-reading = Reading…
key-fetched = Fetched from { $url } on your click, { $time }.
key-fetched-elsewhere = Fetched on your click, { $time }: you asked { $asked }, and the answer came from another address, { $url }.
key-fetched-named = The token itself names this address in { $parameter }, so it proves nothing by itself.
key-used = Key: { $key }
key-kid = kid { $kid }
key-thumbprint = JWK Thumbprint (RFC 7638, SHA-256): { $thumbprint }
key-thumbprint-uri = The same as a URI (RFC 9278): { $uri }
key-offered-url = Put its jwks_uri into the URL field
keys-considered = Keys that were considered
reading-label = Read a bare secret as
reading-utf8 = UTF-8
reading-base64 = base64
reading-base64url = base64url
reading-hex = hex
link-key-private = The address of this page brought a private key. It was not used: a private key in an address has been in a history, and whoever sent the link knows it.
link-key-secret = The address of this page brought a secret, or text that may be one. It was not used: whoever sent the link would decide what verifies here. Give the key yourself.
key-password = Password of the private key
