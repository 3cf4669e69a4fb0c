//! Causes of a failed verification, one file each; `ALL` lists them.
