//! Bytes in, bytes out: the only place that names a crypto crate. Linked by the worker and the
//! host; a test finds none of it in the page.
