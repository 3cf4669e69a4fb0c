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
