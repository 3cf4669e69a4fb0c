//! All answers about one paste as one value: what the page renders and `examples/report.rs`
//! prints.
