//! The stretch of a very long list that is in the page: the lines about the window, and not those far above or below it.

use std::ops::Range;

/// How far lines reach beyond the window, in windows: at least, and at most before those beyond the least leave the page.
const NEAR: f64 = 2.0;
const FAR: f64 = 3.0;
/// Lines that come in at the end with one movement of the page; more where it has nearly been reached.
const STEP: usize = 8;
const BIG_STEP: usize = 24;
/// What a list has in the page by itself: more than the tallest window shows.
pub const TALL: usize = 64;

/// The first `lines` of a list, which took `px` pixels before they left the page.
#[derive(Debug, Clone, Copy, PartialEq)]
struct TrimmedRows {
    lines: usize,
    px: f64,
}

/// Which lines of a list are in the page.
#[derive(Debug, Clone, PartialEq)]
pub struct VisibleRange {
    /// Where lines above have left the page, from the top.
    cuts: Vec<TrimmedRows>,
    /// The line after the last one in the page.
    end: usize,
}

/// Where the lines in the page are, in pixels from the upper edge of the window.
#[derive(Debug, Clone, Copy)]
pub struct ViewportPosition {
    /// The first one's upper edge.
    pub top: f64,
    /// The last one's lower edge.
    pub bottom: f64,
    /// The height of the window.
    pub window: f64,
}

impl VisibleRange {
    /// All lines, for good.
    pub const WHOLE: Self = Self::first(usize::MAX);

    /// The first lines of a list.
    pub const fn first(lines: usize) -> Self {
        Self { cuts: Vec::new(), end: lines }
    }

    /// The positions of the lines in a list of this length.
    pub fn range(&self, len: usize) -> Range<usize> {
        let end = self.end.min(len);
        self.start().min(end)..end
    }

    /// How many lines above are not in the page.
    pub fn start(&self) -> usize {
        self.cuts.last().map_or(0, |cut| cut.lines)
    }

    /// The height of those lines, in pixels.
    pub fn height_above(&self) -> f64 {
        self.cuts.last().map_or(0.0, |cut| cut.px)
    }

    /// The same with more lines at the end.
    pub fn longer(mut self, lines: usize) -> Self {
        self.end = self.end.saturating_add(lines);
        self
    }

    /// How it is to be for what the reader sees of a list of this length. Lines leave the page only where they `may_leave`.
    /// `top_of` gives the upper edge of the line at a position in the page.
    pub fn about(
        mut self,
        len: usize,
        seen: ViewportPosition,
        may_leave: bool,
        top_of: impl Fn(usize) -> Option<f64>,
    ) -> Self {
        if self.end == usize::MAX {
            return self;
        }
        let page = Page { lines: self.range(len), origin: seen.top - self.height_above(), seen, top_of };
        let jumped_to = self.bring_back(&page);
        if may_leave {
            if let Some(end) = jumped_to {
                self.end = end;
                return self;
            }
            self.cuts.extend(page.cut_above());
        }
        self.end = if seen.bottom < seen.near_below() {
            page.longer_end().min(len)
        } else if may_leave {
            page.shorter_end()
        } else {
            page.lines.end
        };
        self
    }

    /// Lets lines above come back that are near the window again. After a jump it gives where the page is to end, which is
    /// where lines were cut off there.
    fn bring_back<F>(&mut self, page: &Page<F>) -> Option<usize> {
        let near_above = page.seen.near_above();
        let far = |cut: &TrimmedRows| page.origin + cut.px <= near_above;
        let back = self.cuts.split_off(self.cuts.partition_point(far));
        let near_below = page.seen.near_below();
        let beyond = |cut: &&TrimmedRows| page.origin + cut.px > near_below;
        back.iter().find(beyond).map(|cut| cut.lines)
    }
}

impl ViewportPosition {
    /// Above this place lines may leave the page, and may not stay away below it.
    fn near_above(self) -> f64 {
        -NEAR * self.window
    }

    /// The same below the window.
    fn near_below(self) -> f64 {
        (1.0 + NEAR) * self.window
    }
}

/// The lines in the page and where they are.
struct Page<F> {
    /// Their positions in the list.
    lines: Range<usize>,
    /// Where the list begins, or would if all of it were in the page: in pixels from the upper edge of the window.
    origin: f64,
    seen: ViewportPosition,
    /// The upper edge of the line at a position in the page.
    top_of: F,
}

impl<F: Fn(usize) -> Option<f64>> Page<F> {
    fn top_of(&self, at: usize) -> Option<f64> {
        (self.top_of)(at)
    }

    /// Where lines above are to be cut off, once they are far away: where a new row begins, as cards stand side by side.
    fn cut_above(&self) -> Option<TrimmedRows> {
        if self.seen.top >= -FAR * self.seen.window {
            return None;
        }
        let near_above = self.seen.near_above();
        (1..self.lines.len())
            .map_while(|at| Some((at, self.top_of(at).filter(|&top| top <= near_above)?)))
            .filter(|&(at, top)| self.top_of(at - 1) < Some(top))
            .last()
            .map(|(at, top)| TrimmedRows { lines: self.lines.start + at, px: top - self.origin })
    }

    /// The end with the lines that come in next.
    fn longer_end(&self) -> usize {
        let is_close = self.seen.bottom < 2.0 * self.seen.window;
        self.lines.end.saturating_add(if is_close { BIG_STEP } else { STEP })
    }

    /// The end without lines below, once they are far away.
    fn shorter_end(&self) -> usize {
        if self.seen.bottom <= (1.0 + FAR) * self.seen.window {
            return self.lines.end;
        }
        let near_below = self.seen.near_below();
        (1..self.lines.len())
            .rev()
            .take_while(|&at| self.top_of(at).is_some_and(|top| top > near_below))
            .last()
            .map_or(self.lines.end, |at| self.lines.start + at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEN: usize = 5_000;
    const LINE: f64 = 50.0;
    const WINDOW: f64 = 900.0;

    /// A list of lines of 50 pixels, `across` side by side, scrolled so that its beginning is `scroll` above the window.
    fn followed(stretch: VisibleRange, scroll: f64, across: usize, may_leave: bool) -> VisibleRange {
        let range = stretch.range(LEN);
        let top = stretch.height_above() - scroll;
        let rows = |lines: usize| lines.div_ceil(across) as f64 * LINE;
        let seen = ViewportPosition { top, bottom: top + rows(range.len()), window: WINDOW };
        stretch.about(LEN, seen, may_leave, |at| (at < range.len()).then(|| top + (at / across) as f64 * LINE))
    }

    /// Scrolled from one place to another, evenly.
    fn scrolled(mut stretch: VisibleRange, from: i32, to: i32, step: i32, across: usize) -> VisibleRange {
        let mut at = from;
        while at != to {
            at += (to - at).clamp(-step, step);
            stretch = followed(stretch, f64::from(at), across, true);
            assert_covers(&stretch, f64::from(at), across);
        }
        stretch
    }

    /// Nothing of the window is empty, what is above has the height it had, and little is in the page.
    fn assert_covers(stretch: &VisibleRange, scroll: f64, across: usize) {
        let range = stretch.range(LEN);
        let height = |lines: usize| (lines / across) as f64 * LINE;
        assert_eq!(range.start % across, 0, "a row is cut in two: {stretch:?}");
        assert!((stretch.height_above() - height(range.start)).abs() < 1e-9, "{stretch:?}");
        assert!(height(range.start) <= scroll.max(0.0), "{stretch:?}");
        assert!(height(range.end) >= scroll + WINDOW, "{stretch:?}");
        assert!(height(range.len()) <= 8.0 * WINDOW, "{stretch:?}");
    }

    #[test]
    fn a_stretch_follows_the_reader_down_and_up_again() {
        for across in [1, 3] {
            let down = scrolled(VisibleRange::first(TALL * across), 0, 60_000, 300, across);
            assert!(down.start() > 1_000, "{down:?}");
            let up = scrolled(down, 60_000, 0, 300, across);
            assert_eq!(up.start(), 0);
        }
    }

    #[test]
    fn a_jump_up_brings_what_is_there_and_not_all_in_between() {
        let down = scrolled(VisibleRange::first(TALL), 0, 60_000, 300, 1);
        let half = followed(down.clone(), 30_000.0, 1, true);
        assert_covers(&half, 30_000.0, 1);
        let top = followed(down, 0.0, 1, true);
        assert_covers(&top, 0.0, 1);
    }

    #[test]
    fn what_is_in_use_stays() {
        let mut stretch = VisibleRange::first(TALL);
        for scroll in (0..20_000).step_by(300) {
            stretch = followed(stretch, f64::from(scroll), 1, false);
        }
        assert_eq!(stretch.start(), 0);
        let jumped = followed(stretch.clone(), 0.0, 1, false);
        assert_eq!(jumped.range(LEN), stretch.range(LEN));
    }

    #[test]
    fn all_that_was_asked_for_stays_and_nothing_is_beyond_the_end() {
        let whole = followed(VisibleRange::WHOLE, 100_000.0, 1, true);
        assert_eq!(whole.range(LEN), 0..LEN);
        let end = followed(VisibleRange::first(LEN), LEN as f64 * LINE - WINDOW, 1, true);
        assert_eq!(end.range(LEN).end, LEN);
        assert!(end.start() > LEN - 100, "{end:?}");
        assert_eq!(VisibleRange::first(TALL).range(10), 0..10);
        // A list that has become shorter.
        assert_eq!(end.range(10), 10..10);
    }
}
