//! A list that comes into the page piece by piece, so that a key press costs what the window shows and not what was found.
//!
//! A list of usual length is whole again when the reader pauses, slice after slice between the frames: the browser's own
//! search and screen readers find all of it. Of a longer one a stretch about the window is there, which follows the reader;
//! a press of a button brings the whole list, and paper always gets all of it.

use std::time::Duration;

use leptos::{ev, prelude::*, web_sys::Element};
use search::{INITIAL_ROWS, ViewportPosition, VisibleRange};
use words::text;

use crate::browser::{dom, location::Arrival};

/// The least height of a line, and what stands over the list, in pixels: together they say how many lines a window shows.
const LINE_PX: f64 = 64.0;
const HEAD_PX: f64 = 256.0;
/// How long nothing may have changed before a list becomes whole: longer than between two letters of a word, so that what is
/// out of sight is not put in and taken out with each of them.
const PAUSE: Duration = Duration::from_millis(400);
/// Lines added between two frames.
const SLICE: usize = 24;
/// Up to this length a list is whole by itself.
const WHOLE: usize = 240;

/// A list and how much of it is in the page.
#[derive(Debug)]
pub struct IncrementalList<T: Send + Sync + 'static> {
    /// All lines, with a number that changes when they do.
    all: Memo<(u32, Vec<T>)>,
    /// For which list which lines are in the page.
    grown: RwSignal<(u32, VisibleRange)>,
    /// The element that has the lines in the page as its children.
    list: StoredValue<Option<Element>, LocalStorage>,
    /// Which lines are in the page.
    stretch: Memo<VisibleRange>,
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

impl<T: Send + Sync + 'static> Clone for IncrementalList<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: Send + Sync + 'static> Copy for IncrementalList<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> IncrementalList<T> {
    /// Follows `lines`. A page that opens shows all of a list of usual length at once, and so does a list that is gone
    /// back to (which `arrival` tells), because the reader may return to a place far down.
    pub fn new(arrival: RwSignal<Arrival>, lines: impl Fn() -> Vec<T> + Send + Sync + 'static) -> Self {
        let all = Memo::new(move |last: Option<&(u32, Vec<T>)>| {
            let lines = lines();
            let version = match last {
                None => 0,
                Some((version, old)) if *old == lines => *version,
                Some((version, _)) => version.wrapping_add(1),
            };
            (version, lines)
        });
        let first = First { arrival, window: in_window() };
        let len = all.with_untracked(|(_, lines)| lines.len());
        let at_once = first.lines().max(by_itself(len));
        let grown = RwSignal::new((0, VisibleRange::first(at_once)));
        let stretch = Memo::new(move |_| {
            let (of, stretch) = grown.get();
            let is_of_present = all.with(|(version, _)| *version == of);
            if is_of_present { stretch } else { VisibleRange::first(first.lines()) }
        });
        let shown = Memo::new(move |_| {
            let stretch = stretch.read();
            all.with(|(_, lines)| {
                let range = stretch.range(lines.len());
                lines.get(range).unwrap_or_default().to_vec()
            })
        });
        let incremental_list = Self { all, grown, list: StoredValue::new_local(None), stretch, shown };
        Effect::new(move || {
            let version = all.with(|(version, _)| *version);
            set_timeout(move || incremental_list.fill(version), PAUSE);
        });
        let scroll = window_event_listener(ev::scroll, move |_| {
            incremental_list.follow_reader();
        });
        let print = window_event_listener(ev::beforeprint, move |_| incremental_list.set(VisibleRange::WHOLE));
        on_cleanup(move || {
            scroll.remove();
            print.remove();
        });
        incremental_list
    }

    /// How many lines above are not in the page.
    pub fn lines_above(self) -> usize {
        self.stretch.with(VisibleRange::start)
    }

    /// How many lines are not in the page of a list that is not whole by itself.
    fn rest(self) -> usize {
        let len = self.all.with(|(_, lines)| lines.len());
        let shown = self.shown.with(Vec::len);
        if len > WHOLE { len - shown.min(len) } else { 0 }
    }

    /// Says which element has the lines as its children, from now on: what was measured in another is of no use.
    pub fn fill_in(self, list: Element) {
        self.list.set_value(Some(list));
        let above = self.stretch.with_untracked(VisibleRange::start);
        if above > 0 {
            self.set(VisibleRange::first(INITIAL_ROWS));
        }
    }

    /// Adds a slice between two frames, until the list has what it has by itself, or is another.
    fn fill(self, of: u32) {
        let Some((version, len, stretch)) = self.now() else {
            return;
        };
        if version == of && stretch.range(len).len() < by_itself(len) {
            self.set(stretch.extended(SLICE));
            dom::after_paint(move || self.fill(of));
        }
    }

    /// Has those lines in the page that are about what the reader sees.
    fn follow_reader(self) {
        let list = self.list.try_get_value().flatten();
        let (Some(list), Some((_, len, stretch))) = (list.filter(|list| list.is_connected()), self.now()) else {
            return;
        };
        let edges = list.get_bounding_client_rect();
        let seen = ViewportPosition {
            rows_top: edges.top(),
            rows_bottom: edges.bottom(),
            viewport_height: dom::window_height(),
        };
        let lines = list.children();
        let may_leave = len > WHOLE && !dom::is_in_use(&list);
        let about = stretch.clone().after_scroll(len, seen, may_leave, |at| {
            let line = lines.item(u32::try_from(at).ok()?)?;
            Some(line.get_bounding_client_rect().top())
        });
        if about != stretch {
            self.set(about);
        }
    }

    /// Brings all lines. The focus goes to the first that came below, because what asked for them leaves the page.
    fn show_all(self) {
        let Some((_, len, stretch)) = self.now() else {
            return;
        };
        let next = stretch.range(len).end.min(len.saturating_sub(1));
        self.set(VisibleRange::WHOLE);
        request_animation_frame(move || {
            let list = self.list.try_get_value().flatten();
            let line = list.and_then(|list| list.children().item(u32::try_from(next).ok()?));
            if let Some(line) = line {
                dom::focus_in(line);
            }
        });
    }

    /// The number of the list, its length, and what of it is in the page; nothing when the page has gone in the meantime.
    fn now(self) -> Option<(u32, usize, VisibleRange)> {
        let (version, len) = self.all.try_with_untracked(|(version, lines)| (*version, lines.len()))?;
        Some((version, len, self.stretch.try_get_untracked()?))
    }

    /// Has other lines of the present list in the page.
    fn set(self, stretch: VisibleRange) {
        if let Some((version, ..)) = self.now() {
            self.grown.try_set((version, stretch));
        }
    }
}

/// How many lines of a list come into the page unasked.
fn by_itself(len: usize) -> usize {
    if len <= WHOLE { len } else { INITIAL_ROWS }
}

/// How many lines the window shows.
fn in_window() -> usize {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small positive number after clamping"
    )]
    let lines = ((dom::window_height() - HEAD_PX) / LINE_PX).ceil().clamp(8.0, INITIAL_ROWS as f64) as usize;
    lines
}

/// Stands over the lines in the page for those above them, as high as they were.
#[component]
pub fn ListAbove<T: Clone + PartialEq + Send + Sync + 'static>(incremental_list: IncrementalList<T>) -> impl IntoView {
    let height = move || format!("{}px", incremental_list.stretch.read().height_above());
    view! {
        <div style:height=height>
            <span class="visually-hidden">{move || text::explorer::above(incremental_list.lines_above())}</span>
        </div>
    }
}

/// Under a list that is not whole: how much is missing, and the way to all of it.
#[component]
pub fn ListRest<T: Clone + PartialEq + Send + Sync + 'static>(incremental_list: IncrementalList<T>) -> impl IntoView {
    let rest = Memo::new(move |_| incremental_list.rest());
    move || {
        (rest.get() > 0).then(|| {
            view! {
                <p class="list-rest no-print">
                    {text::explorer::rest(rest.get())} " "
                    <button type="button" class="button" on:click=move |_| incremental_list.show_all()>
                        {text::explorer::show_rest()}
                    </button>
                </p>
            }
        })
    }
}
