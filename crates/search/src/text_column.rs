//! One searchable field of all rows, normalised once.

use std::ops::Range;

use super::{
    normalize::{TEXT_END, append_normalized},
    row_lists::RowLists,
};

/// The normalised texts of one field. [`TEXT_END`] follows each text, so that nothing is found across texts or rows.
#[derive(Debug, Clone, Default)]
pub(super) struct TextColumn(RowLists<u16>);

/// Each item has the texts of one row.
impl<'a, I: IntoIterator<Item = &'a str>> FromIterator<I> for TextColumn {
    fn from_iter<R: IntoIterator<Item = I>>(rows: R) -> Self {
        let mut column = Self::default();
        for texts in rows {
            column.push(texts);
        }
        column
    }
}

impl TextColumn {
    pub(super) fn push<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) {
        self.0.push_row_with(|units| {
            for text in texts {
                append_normalized(units, text);
                units.push(TEXT_END);
            }
        });
    }

    /// Calls `found` once for every row that contains the needle, in order.
    pub(super) fn for_each_match(&self, needle: &[u16], mut found: impl FnMut(usize)) {
        let mut ends = self.0.ends().enumerate();
        let mut from = 0;
        while let Some(range) = find(self.0.items(), needle, from) {
            let Some((row, end)) = ends.find(|(_, end)| range.start < *end) else {
                return;
            };
            found(row);
            from = end;
        }
    }

    pub(super) fn contains(&self, row: usize, needle: &[u16]) -> bool {
        find(self.row(row), needle, 0).is_some()
    }

    /// True when the needle is the whole of one of the row's texts.
    pub(super) fn has_text(&self, row: usize, needle: &[u16]) -> bool {
        self.row(row).split(|unit| *unit == TEXT_END).any(|text| text == needle)
    }

    /// The normalised texts of a row, each followed by [`TEXT_END`]; empty beyond the last row.
    pub(super) fn row(&self, row: usize) -> &[u16] {
        self.0.row(row)
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &[u16]> {
        self.0.iter()
    }
}

/// The first range at or after `from` with the needle. Numbers only as a whole: 計画1 is not in 計画12, nor 7校 in 37校.
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

/// True when there are digits on both sides of this position.
fn cuts_number(text: &[u16], at: usize) -> bool {
    let is_digit = |at: usize| text.get(at).is_some_and(|unit| (0x30..=0x39).contains(unit));
    is_digit(at) && at.checked_sub(1).is_some_and(is_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(text: &str) -> Vec<u16> {
        text.encode_utf16().collect()
    }

    #[test]
    fn only_whole_numbers_are_found() {
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
    fn each_row_is_found_once_and_nothing_is_found_across_texts() {
        let column: TextColumn = [&["保育所の保育", "増設"][..], &[], &["病院"], &["所の", "保育"]]
            .iter()
            .map(|texts| texts.iter().copied())
            .collect();
        let rows = |needle: &str| {
            let mut rows = Vec::new();
            column.for_each_match(&units(needle), |row| rows.push(row));
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
