//! A list that is rendered piece by piece, so that a key press costs what the window shows and not the number of
//! results. A list of usual length is completed while the reader pauses, slice by slice between frames, so that the
//! browser's own search and screen readers find all of it. Of a longer list only a range around the viewport is
//! rendered; a button renders the whole list, and printing always does.

use std::time::Duration;

use leptos::{ev, prelude::*, web_sys::Element};
use search::{INITIAL_ROWS, ViewportPosition, VisibleRange};
use words::text;

use crate::browser::{dom, location::Arrival};

/// The least height of a line, and of what stands over the list, in pixels.
const LINE_PX: f64 = 64.0;
const HEAD_PX: f64 = 256.0;
/// Longer than the pause between two letters of a word, so that lines out of sight are not rendered with each letter.
const PAUSE: Duration = Duration::from_millis(400);
/// Lines added between two frames.
const SLICE: usize = 24;
/// Up to this length a list is rendered completely without a request.
const MAX_COMPLETE: usize = 240;

#[derive(Debug, Clone, Copy)]
pub struct IncrementalList<T: Send + Sync + 'static> {
    /// All lines, with a version that changes when they do.
    all: Memo<(u32, Vec<T>)>,
    /// The version a range was requested for, and the range.
    requested: RwSignal<(u32, VisibleRange)>,
    range: Memo<VisibleRange>,
    pub shown: Memo<Vec<T>>,
    /// The element whose children are the rendered lines.
    element: StoredValue<Option<Element>, LocalStorage>,
}

impl<T: Copy + PartialEq + Send + Sync + 'static> IncrementalList<T> {
    /// Follows `lines`. A page that opens renders all of a list of usual length at once. So does a list that the reader
    /// returns to (see `arrival`), because the old scroll position may be far down.
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
        let in_window = lines_in_window();
        let first = move || match arrival.try_get_untracked() {
            Some(Arrival::Return(_)) => MAX_COMPLETE,
            Some(Arrival::Forward) | None => in_window,
        };
        let len = all.with_untracked(|(_, lines)| lines.len());
        let requested = RwSignal::new((0, VisibleRange::first(first().max(unrequested_len(len)))));
        let range = Memo::new(move |_| {
            let (version, range) = requested.get();
            let is_current = all.with(|(current, _)| *current == version);
            if is_current { range } else { VisibleRange::first(first()) }
        });
        let shown = Memo::new(move |_| {
            let range = range.read();
            all.with(|(_, lines)| lines.get(range.range(lines.len())).unwrap_or_default().to_vec())
        });
        let list = Self { all, requested, range, shown, element: StoredValue::new_local(None) };
        Effect::new(move || {
            let version = all.with(|(version, _)| *version);
            set_timeout(move || list.add_slices(version), PAUSE);
        });
        let scroll = window_event_listener(ev::scroll, move |_| list.follow_viewport());
        let print = window_event_listener(ev::beforeprint, move |_| list.request(VisibleRange::WHOLE));
        on_cleanup(move || {
            scroll.remove();
            print.remove();
        });
        list
    }

    pub fn lines_above(self) -> usize {
        self.range.with(VisibleRange::start)
    }

    /// Sets the element whose children are the lines. What was measured in the element before does not apply to it.
    pub fn set_element(self, element: Element) {
        self.element.set_value(Some(element));
        if self.range.with_untracked(VisibleRange::start) > 0 {
            self.request(VisibleRange::first(INITIAL_ROWS));
        }
    }

    /// How many lines of a long list are not rendered.
    fn hidden_count(self) -> usize {
        let len = self.all.with(|(_, lines)| lines.len());
        if len > MAX_COMPLETE { len.saturating_sub(self.shown.with(Vec::len)) } else { 0 }
    }

    /// Adds a slice between two frames until the list is complete or has changed.
    fn add_slices(self, of: u32) {
        if let Some((version, len, range)) = self.current()
            && version == of
            && range.range(len).len() < unrequested_len(len)
        {
            self.request(range.extended(SLICE));
            dom::after_paint(move || self.add_slices(of));
        }
    }

    fn follow_viewport(self) {
        let element = self.element.try_get_value().flatten().filter(|element| element.is_connected());
        let (Some(element), Some((_, len, range))) = (element, self.current()) else { return };
        let edges = element.get_bounding_client_rect();
        let position = ViewportPosition {
            rows_top: edges.top(),
            rows_bottom: edges.bottom(),
            viewport_height: dom::window_height(),
        };
        let lines = element.children();
        let may_remove = len > MAX_COMPLETE && !dom::is_in_use(&element);
        let around = range.clone().after_scroll(len, position, may_remove, |at| {
            let line = lines.item(u32::try_from(at).ok()?)?;
            Some(line.get_bounding_client_rect().top())
        });
        if around != range {
            self.request(around);
        }
    }

    /// Renders all lines. The focus goes to the first one added below, because the button that had it disappears.
    fn show_all(self) {
        let Some((_, len, range)) = self.current() else { return };
        let next = range.range(len).end.min(len.saturating_sub(1));
        self.request(VisibleRange::WHOLE);
        request_animation_frame(move || {
            let element = self.element.try_get_value().flatten();
            if let Some(line) = element.and_then(|list| list.children().item(u32::try_from(next).ok()?)) {
                dom::focus_in(line);
            }
        });
    }

    /// Version, length and rendered range of the list; `None` once the page is gone.
    fn current(self) -> Option<(u32, usize, VisibleRange)> {
        let (version, len) = self.all.try_with_untracked(|(version, lines)| (*version, lines.len()))?;
        Some((version, len, self.range.try_get_untracked()?))
    }

    fn request(self, range: VisibleRange) {
        if let Some((version, ..)) = self.current() {
            self.requested.try_set((version, range));
        }
    }
}

fn unrequested_len(len: usize) -> usize {
    if len <= MAX_COMPLETE { len } else { INITIAL_ROWS }
}

fn lines_in_window() -> usize {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small positive number after clamping"
    )]
    let lines = ((dom::window_height() - HEAD_PX) / LINE_PX).ceil().clamp(8.0, INITIAL_ROWS as f64) as usize;
    lines
}

/// A space as high as the lines above, which are not rendered.
#[component]
pub fn ListAbove<T: Copy + PartialEq + Send + Sync + 'static>(list: IncrementalList<T>) -> impl IntoView {
    let height = move || format!("{}px", list.range.read().height_above());
    view! {
        <div style:height=height>
            <span class="visually-hidden">{move || text::explorer::above(list.lines_above())}</span>
        </div>
    }
}

/// Under a list that is not complete: how much is missing, and the button for it.
#[component]
pub fn ListRest<T: Copy + PartialEq + Send + Sync + 'static>(list: IncrementalList<T>) -> impl IntoView {
    let count = Memo::new(move |_| list.hidden_count());
    let show_all = move |_| list.show_all();
    move || {
        (count.get() > 0).then(|| {
            view! {
                <p class="list-rest no-print">
                    {text::explorer::rest(count.get())} " "
                    <button type="button" class="button" on:click=show_all>{text::explorer::show_rest()}</button>
                </p>
            }
        })
    }
}
