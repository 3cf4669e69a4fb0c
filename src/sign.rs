//! Making a token from a draft. The header and payload are signed byte for byte as typed.
//! Spec: RFC 7515 §5.1.
