//! Marks the words of a search in a text.

use std::ops::Range;

use super::{normalize::NormalizedText, search_terms::Search, text_column::find};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextSegment<'a> {
    pub text: &'a str,
    /// True if a word of the search was found here.
    pub marked: bool,
}

impl Search {
    /// The text split into marked and unmarked segments, which together are the text.
    pub fn segments<'a>(&self, text: &'a str) -> Vec<TextSegment<'a>> {
        let mut segments: Vec<TextSegment<'a>> = Vec::new();
        let mut done = 0;
        let mut push_until = |end: usize, marked: bool| {
            if let Some(text) = text.get(done..end).filter(|text| !text.is_empty()) {
                segments.push(TextSegment { text, marked });
                done = end;
            }
        };
        for mark in self.marks(text) {
            push_until(mark.start, false);
            push_until(mark.end, true);
        }
        push_until(text.len(), false);
        segments
    }

    /// The byte ranges in which words were found, ascending, with a gap between any two.
    fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let normalized = NormalizedText::new(text);
        let mut marks = Vec::new();
        for (term, _) in self.words.iter().flat_map(super::search_terms::SearchWord::terms) {
            let mut from = 0;
            while let Some(found) = find(&normalized.units, &term.units, from) {
                from = found.end;
                marks.extend(normalized.origin(found));
            }
        }
        marks.sort_unstable_by_key(|mark| (mark.start, mark.end));
        let mut merged: Vec<Range<usize>> = Vec::with_capacity(marks.len());
        for mark in marks {
            match merged.last_mut() {
                Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
                _ => merged.push(mark),
            }
        }
        merged
    }

    /// About `max_chars` characters around the first mark, and whether text was omitted before and after them.
    pub fn excerpt<'a>(&self, text: &'a str, max_chars: usize) -> (&'a str, bool, bool) {
        let first_mark = self.marks(text).first().map_or(0, |mark| mark.start);
        let (before, _) = text.split_at_checked(first_mark).unwrap_or_default();
        let start = before.char_indices().rev().take(max_chars / 4).last().map_or(first_mark, |(at, _)| at);
        let rest = text.get(start..).unwrap_or_default();
        let len = rest.char_indices().nth(max_chars).map_or(rest.len(), |(at, _)| at);
        (rest.get(..len).unwrap_or_default(), start > 0, len < rest.len())
    }
}
