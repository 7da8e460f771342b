//! Which rows of a long list are rendered: those around the viewport.

use std::ops::Range;

/// How far rows extend beyond the viewport on either side, in viewport heights: at least [`NEAR`]; rows beyond it are
/// trimmed once they extend beyond [`FAR`].
const NEAR: f64 = 2.0;
const FAR: f64 = 3.0;
/// Rows appended per update; more if the viewport has nearly reached the end.
const STEP: usize = 8;
const LARGE_STEP: usize = 24;
/// Rows rendered at first: more than the tallest viewport shows.
pub const INITIAL_ROWS: usize = 64;

/// The first `rows` of a list, which were `height` pixels high before they were removed.
#[derive(Debug, Clone, Copy, PartialEq)]
struct TrimmedRows {
    rows: usize,
    height: f64,
}

/// Which rows of a list are rendered.
#[derive(Debug, Clone, PartialEq)]
pub struct VisibleRange {
    /// Where rows above were trimmed, from the top.
    trimmed: Vec<TrimmedRows>,
    /// After the last rendered row. `usize::MAX` if the whole list is rendered.
    end: usize,
}

/// Where the rendered rows are, in pixels below the top of the viewport.
#[derive(Debug, Clone, Copy)]
pub struct ViewportPosition {
    /// Of the first row.
    pub rows_top: f64,
    /// Of the last row.
    pub rows_bottom: f64,
    pub viewport_height: f64,
}

impl VisibleRange {
    pub const WHOLE: Self = Self::first(usize::MAX);

    pub const fn first(rows: usize) -> Self {
        Self { trimmed: Vec::new(), end: rows }
    }

    /// The positions of the rows in a list of this length.
    pub fn range(&self, len: usize) -> Range<usize> {
        let end = self.end.min(len);
        self.start().min(end)..end
    }

    /// The number of rows above that are not rendered.
    pub fn start(&self) -> usize {
        self.trimmed.last().map_or(0, |trimmed| trimmed.rows)
    }

    /// The height of the rows above that are not rendered, in pixels.
    pub fn height_above(&self) -> f64 {
        self.trimmed.last().map_or(0.0, |trimmed| trimmed.height)
    }

    pub fn extended(mut self, rows: usize) -> Self {
        self.end = self.end.saturating_add(rows);
        self
    }

    /// The range after scrolling in a list of this length. Rows are only removed if `can_trim`. `row_top` is the upper edge
    /// of a rendered row in pixels below the top of the viewport; it is called with the position among the rendered rows.
    pub fn after_scroll(
        mut self,
        len: usize,
        position: ViewportPosition,
        can_trim: bool,
        row_top: impl Fn(usize) -> Option<f64>,
    ) -> Self {
        if self.end == usize::MAX {
            return self;
        }
        let ViewportPosition { rows_top, rows_bottom, viewport_height } = position;
        let near_above = -NEAR * viewport_height;
        let near_below = (1.0 + NEAR) * viewport_height;
        let list_top = rows_top - self.height_above();
        let rows = self.range(len);

        let is_far = |trimmed: &TrimmedRows| list_top + trimmed.height <= near_above;
        let restored = self.trimmed.split_off(self.trimmed.partition_point(is_far));
        if can_trim {
            // After a jump upwards the rows end where they were trimmed there.
            if let Some(end) = restored.iter().find(|trimmed| list_top + trimmed.height > near_below) {
                self.end = end.rows;
                return self;
            }
            if rows_top < -FAR * viewport_height {
                let first_kept = (1..rows.len())
                    .map_while(|at| Some((at, row_top(at).filter(|&top| top <= near_above)?)))
                    // Cards stand side by side, so only the first card of a line may become the first one rendered.
                    .filter(|&(at, top)| row_top(at - 1) < Some(top))
                    .last();
                self.trimmed
                    .extend(first_kept.map(|(at, top)| TrimmedRows { rows: rows.start + at, height: top - list_top }));
            }
        }
        self.end = if rows_bottom < near_below {
            let step = if rows_bottom < 2.0 * viewport_height { LARGE_STEP } else { STEP };
            rows.end.saturating_add(step).min(len)
        } else if can_trim && rows_bottom > (1.0 + FAR) * viewport_height {
            let is_far_below = |&at: &usize| row_top(at).is_some_and(|top| top > near_below);
            (1..rows.len()).rev().take_while(is_far_below).last().map_or(rows.end, |at| rows.start + at)
        } else {
            rows.end
        };
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEN: usize = 5_000;
    const LINE: f64 = 50.0;
    const WINDOW: f64 = 900.0;

    /// The range of a list of cards of 50 pixels, `across` side by side, whose top is `scroll` pixels above the viewport.
    fn scrolled_to(visible: VisibleRange, scroll: f64, across: usize, can_trim: bool) -> VisibleRange {
        let range = visible.range(LEN);
        let top = visible.height_above() - scroll;
        let rows = |lines: usize| lines.div_ceil(across) as f64 * LINE;
        let seen = ViewportPosition { rows_top: top, rows_bottom: top + rows(range.len()), viewport_height: WINDOW };
        visible.after_scroll(LEN, seen, can_trim, |at| (at < range.len()).then(|| top + (at / across) as f64 * LINE))
    }

    /// Scrolled from one position to another in equal steps.
    fn scrolled_evenly(mut visible: VisibleRange, from: i32, to: i32, step: i32, across: usize) -> VisibleRange {
        let mut at = from;
        while at != to {
            at += (to - at).clamp(-step, step);
            visible = scrolled_to(visible, f64::from(at), across, true);
            assert_covers(&visible, f64::from(at), across);
        }
        visible
    }

    /// The viewport is filled, the height above is right, and few rows are rendered.
    fn assert_covers(visible: &VisibleRange, scroll: f64, across: usize) {
        let range = visible.range(LEN);
        let height = |lines: usize| (lines / across) as f64 * LINE;
        assert_eq!(range.start % across, 0, "a line of cards is split: {visible:?}");
        assert!((visible.height_above() - height(range.start)).abs() < 1e-9, "{visible:?}");
        assert!(height(range.start) <= scroll.max(0.0), "{visible:?}");
        assert!(height(range.end) >= scroll + WINDOW, "{visible:?}");
        assert!(height(range.len()) <= 8.0 * WINDOW, "{visible:?}");
    }

    #[test]
    fn the_range_follows_the_viewport_down_and_up() {
        for across in [1, 3] {
            let down = scrolled_evenly(VisibleRange::first(INITIAL_ROWS * across), 0, 60_000, 300, across);
            assert!(down.start() > 1_000, "{down:?}");
            let up = scrolled_evenly(down, 60_000, 0, 300, across);
            assert_eq!(up.start(), 0);
        }
    }

    #[test]
    fn a_jump_upwards_renders_only_the_rows_around_the_viewport() {
        let down = scrolled_evenly(VisibleRange::first(INITIAL_ROWS), 0, 60_000, 300, 1);
        let half = scrolled_to(down.clone(), 30_000.0, 1, true);
        assert_covers(&half, 30_000.0, 1);
        let top = scrolled_to(down, 0.0, 1, true);
        assert_covers(&top, 0.0, 1);
    }

    #[test]
    fn rows_in_use_are_not_trimmed() {
        let mut visible = VisibleRange::first(INITIAL_ROWS);
        for scroll in (0..20_000).step_by(300) {
            visible = scrolled_to(visible, f64::from(scroll), 1, false);
        }
        assert_eq!(visible.start(), 0);
        let jumped = scrolled_to(visible.clone(), 0.0, 1, false);
        assert_eq!(jumped.range(LEN), visible.range(LEN));
    }

    #[test]
    fn the_whole_list_stays_and_ranges_never_exceed_the_list() {
        let whole = scrolled_to(VisibleRange::WHOLE, 100_000.0, 1, true);
        assert_eq!(whole.range(LEN), 0..LEN);
        let end = scrolled_to(VisibleRange::first(LEN), LEN as f64 * LINE - WINDOW, 1, true);
        assert_eq!(end.range(LEN).end, LEN);
        assert!(end.start() > LEN - 100, "{end:?}");
        assert_eq!(VisibleRange::first(INITIAL_ROWS).range(10), 0..10);
        // A list that has become shorter.
        assert_eq!(end.range(10), 10..10);
    }
}
