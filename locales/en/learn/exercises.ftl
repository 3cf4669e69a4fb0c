# Exercises: a goal, a hint, and what to see once it is reached.

learn-find-audience = For whom is it?
    .about = Find out which service a token was meant for
learn-find-audience-find = A token without an owner was found in a log. Find out which service it was meant for, and show it: fill in what that service would expect of `aud`, so that the claims hold.
    .hint = The field is Expected aud, below the key box. `iss` is who made the token and `azp` who asked for it; neither is the one that it is for. Where `aud` is a list, each in it is right.
    .done = Right: the token was meant for that service. Had another one accepted it, that would have been a mistake.

learn-find-moment = When was it good?
    .about = Find a moment at which an old token was accepted
learn-find-moment-find = This token has expired. Find a moment at which it was accepted, without touching the token or the key.
    .hint = Set the clock, in the field At this moment. `nbf` is the first second at which it held, and `exp` the first at which it no longer did.
    .done = At that moment it held. The signature was valid all along: time is not its business.

learn-find-secret = Which secret?
    .about = Three secrets, one of which signed
learn-find-secret-find = One of these secrets signed the token: `tulip-harbour-window-tram-orange-2024`, `tulip-harbour-window-tram-orange-2025`, `tulip-harbour-window-tram-orange-2026`. Which one?
    .hint = Put each into the key box and look at the verdict on the signature. There is nothing to see in the token itself.
    .done = That is the one. Anybody with a list can try like this, thousands a second, which is why a secret has to be long and random.

learn-make-verify = Make it verify
    .about = Make a tampered token valid
learn-make-verify-make = Somebody changed the role in this token to `Internal`, and the signature is invalid. You have the secret that the services share. Make a token with the role `Internal` that verifies with it.
    .hint = Changing the token by hand will not do: it has to be signed again. Go to Sign, where the secret stands ready, choose a workshop template or write header (`HS256`) and payload yourself, set the role, and press Open in Inspect.
    .done = Valid, as `Internal`. That is what anyone with the shared secret can do.

learn-protect = Clean up a payload
    .about = Take out what must not be there
learn-protect-clean = This payload tells too much. Take out what does not belong in it. The service still needs to know of whom it speaks (`sub`) and the role, which stays `Patient`. Then open it in Inspect.
    .hint = Three lines have to go: a number, a date and a password. Look at the findings in Inspect for what is left, and mind the commas.
    .done = Nothing that others should not read is left in it, and the service has what it needs.

learn-repair-launch = Repair a launch
    .about = Make a launch token acceptable
learn-repair-launch-repair = A module refuses this launch token. Repair it so that it would be accepted: open it in Inspect, read the verdicts and the findings, come back to Sign and mend what they name. The portal's key is there.
    .hint = Three things are wrong. It has expired: set `iat` to now and `exp` to at most five minutes later. `sub` has to refer to a person, such as `Practitioner/1`. And a launch needs a `jti` of its own.
    .done = Valid, in time, and a proper launch. The module would open.
