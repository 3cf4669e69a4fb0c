//! Kinds of token with rules of their own, one file each; `ALL` lists them.
