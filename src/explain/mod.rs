//! What a name means: claims, Header Parameters, JWK members, as records. Prose in the locales.
