//! Faults of a list file: place and reason. All of them are collected, so that an author sees the whole list.

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

/// All faults of a file; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl Faults {
    pub(super) fn single(path: &str, reason: String) -> Self {
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

/// A place in a file, as a chain from the inside out. It is converted to text only for a fault.
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

/// Collects faults while a file is read.
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
