//! One searchable field of all rows, folded once.

use std::ops::Range;

use super::{
    normalize::{BREAK, fold_onto},
    row_lists::RowLists,
};

/// The folded texts of one field. Each text is followed by [`BREAK`], so that nothing is found across texts or rows.
#[derive(Debug, Clone, Default)]
pub(super) struct Column(RowLists<u16>);

impl Column {
    /// Appends a row made of any number of texts.
    pub(super) fn push<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) {
        for text in texts {
            fold_onto(self.0.items_mut(), text);
            self.0.items_mut().push(BREAK);
        }
        self.0.end_row();
    }

    /// Calls `hit` once for every row in which the needle stands, in order.
    pub(super) fn each_hit(&self, needle: &[u16], mut hit: impl FnMut(usize)) {
        let mut ends = self.0.ends().enumerate();
        let mut from = 0;
        while let Some(found) = find(self.0.items(), needle, from) {
            let Some((row, end)) = ends.find(|(_, end)| found.start < *end) else {
                return;
            };
            hit(row);
            from = end;
        }
    }

    /// True when the needle stands in the row.
    pub(super) fn has(&self, row: usize, needle: &[u16]) -> bool {
        find(self.row(row), needle, 0).is_some()
    }

    /// The folded texts of a row, each followed by [`BREAK`]; empty beyond the last row.
    pub(super) fn row(&self, row: usize) -> &[u16] {
        self.0.row(row)
    }

    /// All rows in order.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[u16]> {
        self.0.iter()
    }
}

/// The first place at or after `from` where the needle stands.
///
/// A number is found only as a whole: 計画1 is not in 計画12, and 7校 is not in 37校.
pub(super) fn find(text: &[u16], needle: &[u16], from: usize) -> Option<Range<usize>> {
    let &first = needle.first()?;
    let mut at = from;
    loop {
        at += text.get(at..)?.iter().position(|&unit| unit == first)?;
        let found = at..at + needle.len();
        if text.get(found.clone()) == Some(needle) && !cuts_number(text, at) && !cuts_number(text, found.end) {
            return Some(found);
        }
        at += 1;
    }
}

/// True when digits stand on both sides of this place.
fn cuts_number(text: &[u16], at: usize) -> bool {
    let digit = |at: usize| text.get(at).is_some_and(|unit| (0x30..=0x39).contains(unit));
    digit(at) && at.checked_sub(1).is_some_and(digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(text: &str) -> Vec<u16> {
        text.encode_utf16().collect()
    }

    #[test]
    fn numbers_are_found_whole() {
        for (text, needle, expected) in [
            ("計37校", "37校", Some(1..4)),
            ("計37校", "7校", None),
            ("計37校", "3", None),
            ("計画12計画1", "計画1", Some(4..7)),
            ("94.4%", "94", Some(0..2)),
            ("ああい", "あい", Some(1..3)),
            ("", "あ", None),
            ("あ", "", None),
        ] {
            assert_eq!(find(&units(text), &units(needle), 0), expected, "{needle} in {text}");
        }
    }

    #[test]
    fn each_row_is_hit_once_and_never_across_texts() {
        let mut column = Column::default();
        column.push(["保育所の保育", "増設"]);
        column.push([]);
        column.push(["病院"]);
        column.push(["所の", "保育"]);
        let rows = |needle: &str| {
            let mut rows = Vec::new();
            column.each_hit(&units(needle), |row| rows.push(row));
            rows
        };
        assert_eq!(rows("保育"), [0, 3]);
        assert!(rows("保育増設").is_empty());
        assert!(rows("設病").is_empty());
        assert_eq!(rows("病院"), [2]);
        assert!(column.row(1).is_empty());
        assert_eq!(column.row(2), units("病院\0"));
        assert!(column.row(4).is_empty());
    }
}
