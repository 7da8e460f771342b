//! Boot only; everything lives in the library.

fn main() {}
