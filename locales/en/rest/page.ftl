### What is done with the whole page: forgetting everything, and the keys.

forget = Forget everything
forget-title = Forget everything?
forget-text = Tokens, keys, secrets, drafts, fetched JWK Sets and all that was seen before are gone for good, and so is every key on the shelf that you did not save. The page loads itself anew, so that nothing of it stays in its memory. Language, theme and finished lessons stay, if they were remembered.
forget-yes = Forget it all
forget-no = Keep it

shortcuts-title = Keyboard
shortcuts-close = Close
shortcut-paste = pastes a token on the Inspect screen, also while no field has the focus
shortcut-rows = go from row to row in the JSON, in the table of claims and in the bytes
shortcut-fold = fold and unfold a row of the JSON
shortcut-far = go further in the JSON
shortcut-bytes = goes from a claim to its bytes
shortcut-tabs = go from tab to tab
shortcut-close = closes what lies on top; in the JSON, points at nothing
shortcut-present = presents the page: → and ← move a light over it, ↓ explains, Esc leaves
shortcut-forget = forgets everything, after asking once
shortcut-list = opens this list

# On a projector.
present-open = Present
present-label = Presentation
present-begin = Press → to begin, ↓ for an explanation.
present-place = { $at } of { $of }
present-back = ← Back
present-next = Next →
present-explain = ↓ Explain
present-all = Explain everything
present-leave = Leave
present-header = The header says how the token is protected. Everybody can read it.
present-payload = The payload says something about somebody. Everybody can read it.
present-signature = The signature shows that nobody changed the two parts before it. It hides nothing.
present-encrypted-key = The key that opens the content, itself encrypted for the recipient.
present-iv = The initialization vector makes the same content look different each time.
present-ciphertext = The content, readable only with the key.
present-tag = The authentication tag shows that nobody changed the token.
present-disclosure = A claim that the holder chose to show.
present-key-binding = With this the holder proves to have the key that the token names.

# What this browser does not give pages.
lacks-storage = This browser keeps nothing for pages: language, theme and finished lessons last until the page is closed.
lacks-randomness = This browser gives pages no random numbers, so no keys can be made here and nothing can be signed or encrypted. Reading and verifying go on.

# Beside “Copied”.
copied-written-out = Copied, escaped

# Preferences, the empty page and its examples, the footer.
language-label = Language
theme-label = Theme
theme-system = System
theme-light = Light
theme-dark = Dark
cancel = Cancel
offer-json-title = Decoded JSON
offer-json = There is no signature in this text, so there is nothing to verify. It can become a token: the Sign screen takes it as a draft.
offer-json-button = Open in Sign
offer-key-title = A key
offer-key = This belongs in the key box. Then paste the token that it should verify.
offer-key-button = Use as key
welcome-title = Paste a token to see what it says
welcome-lead = It is decoded as you paste. Give a key, and you know whether the signature holds, and if not, why not.
welcome-examples = Or start with an example
welcome-promise = Nothing leaves this page: it is decoded, verified and signed by your own browser. The only request it can make is for a JWK Set whose exact URL you see and click, and it counts its requests below.
example-workshop = Workshop token
    .hint = HS256 with its secret, still valid
example-expired = Expired
    .hint = The signature holds, the time does not
example-tampered = Tampered
    .hint = The role was changed after signing
example-assertion = Client assertion
    .hint = Koppeltaal, RS512 with its JWK Set
example-launch = HTI launch
    .hint = Koppeltaal, RS512, five minutes to live
example-curl = In a curl line
    .hint = Bearer token inside a shell command
example-unsecured = Unsecured
    .hint = alg none: nobody vouches for it
example-encrypted = Encrypted
    .hint = JWE: five parts, no readable payload
requests-label = Requests made:
requests-hint = Counted since the page was ready, as far as the page itself can see; its own files are not counted.
requests-none = None so far.
footer-promise = Nothing you paste leaves this page.
build-label = Build
