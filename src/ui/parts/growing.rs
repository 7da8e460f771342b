//! A list that comes into the page piece by piece, so that a key press costs what the window shows and not what was found.
//!
//! A list of usual length is whole again when the reader pauses, slice after slice between the frames: the browser's own
//! search and screen readers find all of it. A longer one grows as the reader comes near its end, or at a press of a button;
//! paper always gets all of it.

use std::time::Duration;

use leptos::{ev, prelude::*};

use crate::{
    browser::{dom, location::Arrival},
    text::screen,
};

/// The least height of a line, and what stands over the list, in pixels: together they say how many lines a window shows.
const LINE_PX: f64 = 64.0;
const HEAD_PX: f64 = 256.0;
/// How long nothing may have changed before a list becomes whole: longer than between two letters of a word, so that what is
/// out of sight is not put in and taken out with each of them.
const PAUSE: Duration = Duration::from_millis(400);
/// Lines added between two frames, and when the reader comes near the end of what is there.
const SLICE: usize = 24;
/// Up to this length a list is whole by itself.
const WHOLE: usize = 240;
/// What a longer list has by itself: more than the tallest window shows.
const TALL: usize = 64;

/// A list and how much of it is in the page.
#[derive(Debug)]
pub struct Growing<T: Send + Sync + 'static> {
    /// All lines, with a number that changes when they do.
    all: Memo<(u32, Vec<T>)>,
    /// For which list how many lines are in the page.
    grown: RwSignal<(u32, usize)>,
    /// How many lines are in the page right after a change.
    first: First,
    /// The lines in the page.
    pub shown: Memo<Vec<T>>,
}

/// What the window shows, or enough for the old place of a list that is gone back to.
#[derive(Debug, Clone, Copy)]
struct First {
    /// How the reader came to the present list.
    arrival: RwSignal<Arrival>,
    /// How many lines the window shows.
    window: usize,
}

impl First {
    fn lines(self) -> usize {
        match self.arrival.try_get_untracked() {
            Some(Arrival::Return(_)) => WHOLE,
            Some(Arrival::Forward) | None => self.window,
        }
    }
}

impl<T: Send + Sync + 'static> Clone for Growing<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: Send + Sync + 'static> Copy for Growing<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Growing<T> {
    /// Follows `lines`. A page that opens shows all of a list of usual length at once, and so does a list that is gone
    /// back to (which `arrival` tells), because the reader may return to a place far down.
    #[must_use]
    pub fn new(
        arrival: RwSignal<Arrival>,
        lines: impl Fn() -> Vec<T> + Send + Sync + 'static,
    ) -> Self {
        let all = Memo::new(move |last: Option<&(u32, Vec<T>)>| {
            let lines = lines();
            let version = match last {
                None => 0,
                Some((version, old)) if *old == lines => *version,
                Some((version, _)) => version.wrapping_add(1),
            };
            (version, lines)
        });
        let grown = RwSignal::new((0, WHOLE));
        let first = First {
            arrival,
            window: in_window(),
        };
        let shown = Memo::new(move |_| {
            let grown = grown.get();
            all.with(|(version, lines)| {
                let limit = limit(*version, grown, first.lines());
                lines.iter().take(limit).cloned().collect()
            })
        });
        let growing = Self {
            all,
            grown,
            first,
            shown,
        };
        Effect::new(move || {
            let version = all.with(|(version, _)| *version);
            set_timeout(move || growing.fill(version), PAUSE);
        });
        let scroll = window_event_listener(ev::scroll, move |_| {
            if is_near_end() {
                growing.add(SLICE);
            }
        });
        let print = window_event_listener(ev::beforeprint, move |_| growing.add(usize::MAX));
        on_cleanup(move || {
            scroll.remove();
            print.remove();
        });
        growing
    }

    /// How many lines are not in the page of a list that is not whole by itself.
    fn rest(self) -> usize {
        let len = self.all.with(|(_, lines)| lines.len());
        let shown = self.shown.with(Vec::len);
        if len > WHOLE { len - shown.min(len) } else { 0 }
    }

    /// Adds a slice between two frames, until the list has what it has by itself, or is another.
    fn fill(self, of: u32) {
        // The page may have gone in the meantime.
        let (Some((version, len)), Some(grown)) = (
            self.all
                .try_with_untracked(|(version, lines)| (*version, lines.len())),
            self.grown.try_get_untracked(),
        ) else {
            return;
        };
        if version == of && limit(version, grown, self.first.lines()) < by_itself(len) {
            self.add(SLICE);
            dom::after_paint(move || self.fill(of));
        }
    }

    /// Lets more lines into the page.
    fn add(self, lines: usize) {
        let Some((version, len)) = self
            .all
            .try_with_untracked(|(version, lines)| (*version, lines.len()))
        else {
            return;
        };
        let Some(now) = self.grown.try_get_untracked() else {
            return;
        };
        let now = limit(version, now, self.first.lines());
        if now < len {
            self.grown.try_set((version, now.saturating_add(lines)));
        }
    }
}

/// How many lines of a list come into the page unasked.
fn by_itself(len: usize) -> usize {
    if len <= WHOLE { len } else { TALL }
}

/// How many lines of the list with this number may be in the page.
fn limit(version: u32, (of, grown): (u32, usize), first: usize) -> usize {
    if version == of { grown } else { first }
}

/// How many lines the window shows.
fn in_window() -> usize {
    // Where the window does not tell its height, as much as the tallest ones show.
    let height = window().inner_height().ok().and_then(|px| px.as_f64());
    height.map_or(TALL, |px| {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a small positive number after clamping"
        )]
        let lines = ((px - HEAD_PX) / LINE_PX).ceil().clamp(8.0, TALL as f64) as usize;
        lines
    })
}

/// Whether less than two windows are left below the one seen.
fn is_near_end() -> bool {
    let Some(root) = document().document_element() else {
        return false;
    };
    root.scroll_height() - root.scroll_top() < 3 * root.client_height()
}

/// Under a list that is not whole: how much is missing, and the way to all of it.
#[component]
pub fn ListRest<T: Clone + PartialEq + Send + Sync + 'static>(
    growing: Growing<T>,
) -> impl IntoView {
    let rest = Memo::new(move |_| growing.rest());
    move || {
        (rest.get() > 0).then(|| {
            view! {
                <p class="list-rest no-print">
                    {screen::explorer::rest(rest.get())} " "
                    <button type="button" class="button" on:click=move |_| growing.add(usize::MAX)>
                        {screen::explorer::SHOW_REST}
                    </button>
                </p>
            }
        })
    }
}
