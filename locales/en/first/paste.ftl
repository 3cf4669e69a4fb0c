### What was removed around and inside a token, and why a paste holds none.

## Removed inside

paste-line-breaks = Removed { $count } line breaks inside the token, the first in line { $line }.
paste-line-breaks-one = Removed one line break inside the token, in line { $line }.
paste-spaces = Removed white space at { $count } places inside the token, the first at line { $line }, column { $column }.
paste-spaces-one = Removed white space inside the token, at line { $line }, column { $column }.
paste-joints = Joined a token that was written as several strings: { $count } joints removed.
paste-joints-one = Joined a token that was written as two strings.
paste-markup = Removed HTML tags at { $count } places inside the token.
paste-markup-one = Removed an HTML tag inside the token, at line { $line }, column { $column }.
paste-percent = Undid the percent-encoding of a URL around or in the token: { $count } characters, the first at line { $line }, column { $column }.
paste-percent-one = Undid the percent-encoding of a URL around or in the token: one character at line { $line }, column { $column }.
paste-html = Undid HTML character references around or in the token: { $count } characters, the first at line { $line }, column { $column }.
paste-html-one = Undid an HTML character reference around or in the token, at line { $line }, column { $column }.
paste-escapes = Undid the escapes of a string around or in the token: { $count } characters, the first at line { $line }, column { $column }.
paste-escapes-one = Undid an escape of a string around or in the token, at line { $line }, column { $column }.

## Removed around

paste-white-space = Removed white space around the token.
paste-invisible = Removed an invisible character, { $code-point }, beside the token (line { $line }, column { $column }).
paste-bearer = Removed “{ $scheme }” in front of the token.
paste-header-line = Found the token in the header line “{ $name }”.
paste-curl = Found the token in a { $command } command line.
paste-json-member = Found the token as the value of “{ $name }” in JSON text.
paste-url = Found the token as the parameter “{ $name }” of a URL.
paste-url-path = Found the token in the path of a URL.
paste-cookie = Found the token in the cookie “{ $name }”.
paste-cookie-attributes = Left out the attributes of the cookie behind the token.
paste-setting = Found the token as the value of “{ $name }”.
paste-quotes = Removed quotes around the token.
paste-punctuation = Left out “{ $character }” behind the token.
paste-text = Left out the text around the token.
paste-text-before = Left out the text before the token.
paste-text-between = Left out the text between the tokens.
paste-text-after = Left out the text after the token.

## Several

paste-several-tokens = { $count } different tokens are in this paste. The first is shown; the others can be picked from the list.
paste-too-many-tokens = There are more tokens in this paste. The list ends after { $count }.
paste-repeated-token = A token that is listed stands in the paste again, { $count } times. It is listed once.
paste-repeated-token-one = A token that is listed stands in the paste twice. It is listed once.
paste-repeated-parts = Parts of the token stand in the paste again, { $count } times. They change nothing.
paste-repeated-parts-one = A part of the token stands in the paste again. It changes nothing.
paste-shortened-copy = In line { $line } stands a shortened copy of the { $part }: { $shown } of its { $length } characters. The whole one was used.

## No token, but something known

paste-claims-json = This is a JWT Claims Set as JSON text: the payload of a token that is not signed yet.
    .advice = Open it on the Sign screen to make a token of it.
paste-header-json = This is a JOSE Header as JSON text.
    .advice = Open it on the Sign screen to make a token with it.
paste-key-jwk = This is a key: a JWK.
    .advice = It belongs into the key box.
paste-key-jwks = This is a set of keys: a JWK Set.
    .advice = It belongs into the key box.
paste-key-pem = This is a PEM text: a key or a certificate.
    .advice = It belongs into the key box.
paste-key-der = This looks like a key or certificate in base64, without the lines BEGIN and END.
    .advice = It belongs into the key box.
paste-key-discovery = This is the metadata of an issuer. It names the URL of its JWK Set.
    .advice = It belongs into the key box.
paste-key-setting = This is a settings text with a secret or key in it.
    .advice = It belongs into the key box.

## Nothing

paste-no-token = Expected a token, which begins with “{ $expected }” and has two dots or more. Found “{ $text }”.
paste-only-dots = Expected a token, which begins with “{ $expected }”. Found nothing but { $found } dots.
paste-not-base64url = Expected a token, whose first part begins with “{ $expected }”. Found “{ $text }” at line { $line }, column { $column }: { $found } parts, and the first is not base64url.
paste-not-an-object = Expected a token, whose first part begins with “{ $expected }”. Found “{ $text }” at line { $line }, column { $column }: { $found } parts, and the first does not decode to a JSON object.
