### The arithmetic of a signature, step by step.

arithmetic-input = Signing input, { $count } bytes
arithmetic-hash = Its { $hash }
arithmetic-signature = Signature, { $count } bytes
arithmetic-mac = The MAC this secret makes
arithmetic-same = Both are the same, byte for byte.
arithmetic-differs = They differ from byte { $offset } on.
arithmetic-message = What the public key recovers
arithmetic-recovered = The { $hash } in it
arithmetic-padded = What stands behind the padding
arithmetic-salt = The salt in it
arithmetic-of-input = It is that of this signing input.
arithmetic-of-other = It is not that of this signing input: something else was signed.
arithmetic-no-padding = No known padding: another key signed, or the signature was changed.
arithmetic-no-key = No key of the kind that this algorithm needs was given.
arithmetic-ml-dsa = An ML-DSA signature is pieces of a lattice; no eye can follow it.
arithmetic-holds = The signature holds.
arithmetic-fails = The signature does not hold.
arithmetic-key = Key
arithmetic-exponent = , exponent { $exponent }
arithmetic-length = With this key it must have { $count } bytes.

arithmetic-start = Step by step
arithmetic-previous = Previous
arithmetic-next = Next
arithmetic-all = Everything at once
arithmetic-step = Step { $step } of { $of }.
arithmetic-step-input = This is what is signed: header and payload as they stand in the token, with the dot between them. Nothing else counts.
arithmetic-step-hash = A hash makes a few bytes of it. Another bit in the input, and about half of these are others.
arithmetic-step-signature = This is the third part of the token, decoded from base64url.
arithmetic-step-key = This is the key that it is checked with.
arithmetic-step-hmac = Secret and signing input are hashed together, twice. What comes out has to be the signature, byte for byte.
arithmetic-step-rsa = The signature is a number. Raised to the exponent, modulo `n`, it becomes a message with padding and the hash in it.
arithmetic-step-ecdsa = The signature is two numbers. From `S`, the hash and the public key follows a point on the curve, and its place has to be `R`.
arithmetic-step-eddsa = The signature is a point `R` and a number `S`. `S` times the base point has to be `R` plus the public key times a hash of `R`, key and signing input.
arithmetic-step-verdict = So the verdict follows from the comparison alone. What the token says plays no part in it.

flip-title = Flip one bit
flip-lead = In a copy: what you typed stays as it is.
flip-part = Part
flip-byte = Byte, 1 to { $count }
flip-bits = Bits of this byte
flip-bit = Bit { $bit }, { $value }
flip-was = was: { $before }
flip-same = as before
flip-copy = The copy
flip-back = Put back

# Around it.
arithmetic-title = Show the arithmetic
arithmetic-none = There is nothing to compute yet.
