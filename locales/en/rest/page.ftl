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
shortcut-forget = forgets everything, after asking once
shortcut-list = opens this list
