# The gallery of broken tokens. What is wrong with each is said in the sentences of Inspect.

gallery-title = Gallery of broken tokens
gallery-lead = A token for nearly every fault that a token can show by itself, with the key and the moment that show it. Each opens in Inspect; what stood there comes back at the end.
gallery-open = Open the gallery
gallery-missed = The gallery could not be loaded.
gallery-find = Find a fault
gallery-none = No fault has all of these words.
gallery-label = Broken token
gallery-name = Broken token { $number } of { $of }
gallery-list = The gallery
gallery-group-structure = The token is damaged
gallery-group-signature = The signature does not count, or is weak
gallery-group-diagnosis = Why a signature does not verify, or a token does not open
gallery-group-claims = The claims do not hold
gallery-group-finding = What the checks find
gallery-group-found = What stood around the token
gallery-look-structure = Look at the verdict on the structure.
gallery-look-signature = Look at the verdict on the signature, and at its reasons in full.
gallery-look-diagnosis = Look at why it does not verify, below the verdicts.
gallery-look-claims = Look at the verdict on the claims.
gallery-look-finding = Look at the findings, below the payload.
gallery-look-found = Look at what was removed, below the token.
