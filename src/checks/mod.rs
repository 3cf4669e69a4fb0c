//! Security checks, one file each; `ALL` lists them.
