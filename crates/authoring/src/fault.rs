//! Faults of a dataset file: where, and why. They are collected, never thrown: whoever mends a file sees the whole list.

use std::{cell::RefCell, fmt};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The place as a JSON path, e.g. `$.indicators[12].target.lines`.
    pub path: String,
    /// What is wrong and what was expected, in Japanese.
    pub reason: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.reason)
    }
}

/// Everything that is wrong with a file; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl Faults {
    pub(super) fn one(path: &str, reason: String) -> Self {
        Self(vec![Fault { path: path.to_owned(), reason }])
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl std::error::Error for Faults {}

/// A place in a file, as a chain from the inside out. It becomes text only when there is a fault to report.
#[derive(Debug, Clone, Copy)]
pub(super) enum Path<'a> {
    Root,
    Key(&'a Path<'a>, &'a str),
    Item(&'a Path<'a>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => f.write_str("$"),
            Self::Key(parent, key) => write!(f, "{parent}.{key}"),
            Self::Item(parent, at) => write!(f, "{parent}[{at}]"),
        }
    }
}

/// Where faults are collected while a file is read.
#[derive(Debug, Default)]
pub(super) struct Log(RefCell<Vec<Fault>>);

impl Log {
    pub(super) fn add(&self, path: &Path<'_>, reason: impl Into<String>) {
        self.0.borrow_mut().push(Fault { path: path.to_string(), reason: reason.into() });
    }

    pub(super) fn into_faults(self) -> Vec<Fault> {
        self.0.into_inner()
    }
}
