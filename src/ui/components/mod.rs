//! The components, one a file, thin: they draw what the session derived.

pub mod candidates;
pub mod claims_table;
pub mod copy_button;
pub mod decoded;
pub mod expectations;
pub mod faults;
pub mod findings;
pub mod footer;
pub mod header_bar;
pub mod icon;
pub mod json_editor;
pub mod json_view;
pub mod jwks_fetch;
pub mod key_box;
pub mod notes;
pub mod offer;
pub mod reading_switch;
pub mod text_area;
pub mod text_field;
pub mod timeline;
pub mod token_box;
pub mod token_parts;
pub mod token_picker;
pub mod verdict;
pub mod verdicts;
pub mod welcome;
