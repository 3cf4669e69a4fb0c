//! JSON Web Token: what a claim's value is, before anybody judges it. Spec: RFC 7519.

pub mod numeric_date;
