use std::{cell::Cell, rc::Rc};

use charts::{Animation, ChartTable, ChartView, MarkDescription, description, finish, mark_descriptions};
use leptos::{
    ev, html,
    prelude::*,
    task::spawn_local,
    wasm_bindgen::{JsCast, closure::Closure},
    web_sys,
};
use words::text::charts::view as labels;

use crate::{
    browser::{
        dom,
        echarts::{self, ChartError, ChartHandle, ChartLibrary},
        media::{NarrowWindow, narrow_window, use_motion, use_palette},
    },
    controls::{button::Button, chart_export::ChartExport, segments::Segments},
    state::has_state,
};

/// Charts load a little before they scroll into view.
const LOAD_MARGIN: &str = "300px";

thread_local! {
    static NEXT_ID: Cell<u32> = const { Cell::new(0) };
}

/// For a page that is rendered to text: its ids do not depend on the pages before.
pub fn restart_chart_ids() {
    NEXT_ID.set(0);
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ChartTab {
    Drawing,
    Table,
}

#[derive(Debug, Clone)]
enum LibraryState {
    /// The figure is not yet near the viewport.
    NotRequested,
    Loading,
    Loaded(ChartLibrary),
    Failed(ChartError),
}

/// Renders nothing while `view` is `None`. Where the drawing library cannot be fetched, the table is shown.
#[component]
pub fn ChartFigure(
    #[prop(into)] view: Signal<Option<ChartView>>,
    /// For screen readers only: the page already says what the summary says.
    #[prop(optional)]
    summary_hidden: bool,
    /// Whether a prerendered page has the drawing. Otherwise it only has the space for it.
    #[prop(optional)]
    prerendered: bool,
) -> impl IntoView {
    let is_some = Memo::new(move |_| view.with(Option::is_some));
    move || {
        is_some.get().then(|| {
            // The last view is kept while the figure is in the page, so that nothing below has to handle its absence.
            let view =
                Memo::new(move |last: Option<&Option<ChartView>>| view.get().or_else(|| last.cloned().flatten()));
            view! { <Figure view=view.into() summary_hidden prerendered /> }
        })
    }
}

/// `view` is always `Some`.
#[component]
fn Figure(view: Signal<Option<ChartView>>, summary_hidden: bool, prerendered: bool) -> impl IntoView {
    let id = format!("chart-{}", NEXT_ID.replace(NEXT_ID.get() + 1));
    let text =
        move |pick: fn(&ChartView) -> String| move || view.with(|view| view.as_ref().map(pick).unwrap_or_default());
    let note = move || view.with(|view| view.as_ref().and_then(|view| view.note.clone()));
    let library = RwSignal::new(LibraryState::NotRequested);
    let chosen = RwSignal::new(ChartTab::Drawing);
    let error = Memo::new(move |_| match &*library.read() {
        LibraryState::Failed(error) => Some(*error),
        _ => None,
    });
    let tab = Memo::new(move |_| if error.get().is_some() { ChartTab::Table } else { chosen.get() });
    // A chart outside of the app (in a test) has no export.
    let export = has_state().then(|| view! { <ChartExport view palette=use_palette() /> });
    view! {
        <figure class="chart" aria-labelledby=id>
            <div class="chart-head">
                <h3 id=id.clone() class="chart-title">{text(|view| view.title.clone())}</h3>
                <Show when=move || error.get().is_none()>
                    <Segments
                        label=labels::switch()
                        options=[ChartTab::Drawing, ChartTab::Table]
                        text=|tab| if tab == ChartTab::Drawing { labels::chart() } else { labels::table() }
                        is_pressed=move |option| tab.get() == option
                        on_press=move |option| chosen.set(option)
                        class="segments chart-switch"
                    />
                </Show>
            </div>
            <p class="chart-summary" class:visually-hidden=summary_hidden>{text(|view| view.summary.clone())}</p>
            {move || error.get().map(|error| error_message(error, library))}
            <div class="chart-body" hidden=move || tab.get() == ChartTab::Table>
                <Drawing view library prerendered />
                {move || note().map(|note| view! { <p class="chart-note">{note}</p> })}
            </div>
            <div class="chart-table" hidden=move || tab.get() == ChartTab::Drawing>
                {move || view.with(|view| view.as_ref().map(|view| table(&view.table)))}
            </div>
            {export}
        </figure>
    }
}

fn error_message(error: ChartError, library: RwSignal<LibraryState>) -> impl IntoView {
    let retry = error.is_passing().then(|| {
        view! {
            <Button label=labels::retry() on_press=move |_| load_library(library) />
        }
    });
    view! {
        <p class="chart-problem" role="status">
            {error.message()}
            {retry}
        </p>
    }
}

/// The drawing, with its height reserved from the start. Arrow keys read its marks one by one.
#[component]
fn Drawing(view: Signal<Option<ChartView>>, library: RwSignal<LibraryState>, prerendered: bool) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    let frame = NodeRef::<html::Div>::new();
    let palette = use_palette();
    let motion = use_motion();
    let handle = StoredValue::new_local(None::<Rc<ChartHandle>>);
    // A clone, because a browser that reloads the page may interrupt the library, and a borrow would never end.
    let drawing = move || handle.try_get_value().flatten();
    // Dropping the handle disposes of the drawing.
    let dispose = move || drop(handle.try_update_value(Option::take));
    on_cleanup(dispose);
    let marks = StoredValue::new(Vec::<MarkDescription>::new());
    let current = RwSignal::new(None::<usize>);

    when_near_viewport(frame, move || load_library(library));

    let draw = move || {
        // The page may have been left meanwhile.
        let Some(Some(element)) = place.try_get_untracked() else { return };
        let (LibraryState::Loaded(loaded), Some(view)) = (library.get_untracked(), view.get_untracked()) else {
            return;
        };
        let option = finish(&view, &palette.get_untracked(), motion.get_untracked());
        marks.set_value(mark_descriptions(&option));
        current.set(None);
        let attached = match drawing() {
            Some(drawing) => Ok(drawing),
            None => loaded.attach(&element).map(Rc::new),
        };
        let shown = attached.and_then(|drawing| {
            handle.set_value(Some(Rc::clone(&drawing)));
            drawing.show(&option.to_string())
        });
        if let Err(error) = shown {
            dispose();
            library.set(LibraryState::Failed(error));
        }
    };
    // Text comes first, because the library takes longer than all the rest of the page; at most one drawing a frame.
    let is_scheduled = StoredValue::new(false);
    let is_loaded = move || matches!(*library.read(), LibraryState::Loaded(_));
    Effect::new(move || {
        place.track();
        view.track();
        palette.track();
        motion.track();
        if !is_loaded() || is_scheduled.get_value() {
            return;
        }
        is_scheduled.set_value(true);
        dom::after_paint(move || {
            is_scheduled.try_set_value(false);
            draw();
        });
    });

    let read_mark = move |event: ev::KeyboardEvent| {
        let Some(last) = marks.with_value(Vec::len).checked_sub(1) else { return };
        let next = match (event.key().as_str(), current.get_untracked()) {
            ("ArrowRight" | "ArrowDown", None) | ("Home", _) => Some(0),
            ("ArrowRight" | "ArrowDown", Some(at)) => Some((at + 1).min(last)),
            ("ArrowLeft" | "ArrowUp", None) | ("End", _) => Some(last),
            ("ArrowLeft" | "ArrowUp", Some(at)) => Some(at.saturating_sub(1)),
            ("Escape", Some(_)) => None,
            _ => return,
        };
        event.prevent_default();
        current.set(next);
    };
    Effect::new(move || {
        let mark =
            current.get().and_then(|at| marks.with_value(|marks| marks.get(at).map(|mark| (mark.series, mark.mark))));
        if let Some(drawing) = drawing() {
            drawing.point_at(mark);
        }
    });
    // A tooltip under the pointer covers something: Escape hides it, wherever the focus is (WCAG 1.4.13).
    let is_pointed_at = StoredValue::new(false);
    let escape = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape"
            && is_pointed_at.get_value()
            && let Some(drawing) = drawing()
        {
            drawing.point_at(None);
        }
    });
    on_cleanup(move || escape.remove());
    let announcement = move || {
        let at = current.get()?;
        marks.with_value(|marks| Some(labels::mark(&marks.get(at)?.text, marks.len(), at + 1)))
    };
    let height = move || view.with(|view| view.as_ref().map_or(0, |view| view.height));
    // The security policy forbids inline styles in a prerendered page, but not this attribute.
    let spaces = match narrow_window() {
        None => view! { <svg display="block" width="1" height=height aria-hidden="true"></svg> }.into_any(),
        // The build draws the option (tools/dist/charts.mjs).
        Some(NarrowWindow(narrow)) => [(true, "if-narrow"), (false, "if-wide")]
            .map(|(is_narrow, class)| {
                narrow.set(is_narrow);
                let finished =
                    |view: ChartView| finish(&view, &palette.get_untracked(), Animation::Reduced).to_string();
                let option = view.get_untracked().filter(|_| prerendered).map(finished);
                view! {
                    <svg
                        class=class
                        data-option=option
                        display="block"
                        width="1"
                        height=height()
                        aria-hidden="true"
                    ></svg>
                }
            })
            .collect_view()
            .into_any(),
    };
    let label = move || view.with(|view| view.as_ref().map(description).unwrap_or_default());
    view! {
        <div
            node_ref=frame
            class="chart-frame"
            role="application"
            tabindex="0"
            aria-label=labels::read_marks()
            on:keydown=read_mark
            on:pointerenter=move |_| is_pointed_at.set_value(true)
            on:pointerleave=move |_| is_pointed_at.set_value(false)
            on:blur=move |_| {
                // The chart may be gone by the time its focus is.
                let _ = current.try_set(None);
            }
        >
            {spaces}
            <p class="visually-hidden" role="status">{announcement}</p>
            <div node_ref=place class="chart-drawing" role="img" aria-label=label></div>
            <Show when=move || !is_loaded()><p class="chart-loading">{labels::loading()}</p></Show>
        </div>
    }
}

/// Does nothing while the library is loading or loaded.
fn load_library(library: RwSignal<LibraryState>) {
    if matches!(*library.read_untracked(), LibraryState::Loading | LibraryState::Loaded(_)) {
        return;
    }
    library.set(LibraryState::Loading);
    spawn_local(async move {
        let state = echarts::load().await.map_or_else(LibraryState::Failed, LibraryState::Loaded);
        // The page may have been left meanwhile.
        let _ = library.try_set(state);
    });
}

/// Runs `action` when the element first comes near the viewport; at once in a browser without the observer.
fn when_near_viewport(node: NodeRef<html::Div>, action: impl Fn() + Copy + 'static) {
    let observation = StoredValue::new_local(None::<(web_sys::IntersectionObserver, Closure<dyn Fn(js_sys::Array)>)>);
    on_cleanup(move || {
        if let Some(Some((observer, _))) = observation.try_update_value(Option::take) {
            observer.disconnect();
        }
    });
    Effect::new(move || {
        let Some(element) = node.get() else { return };
        let on_cross = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let is_near = entries
                .iter()
                .any(|entry| entry.unchecked_into::<web_sys::IntersectionObserverEntry>().is_intersecting());
            if is_near {
                // The closure must outlive its own call: the observer is only disconnected here, dropped at the end.
                let _ = observation
                    .try_with_value(|observation| observation.as_ref().map(|(observer, _)| observer.disconnect()));
                action();
            }
        });
        let options = web_sys::IntersectionObserverInit::new();
        options.set_root_margin(LOAD_MARGIN);
        match web_sys::IntersectionObserver::new_with_options(on_cross.as_ref().unchecked_ref(), &options) {
            Ok(observer) => {
                observer.observe(&element);
                observation.set_value(Some((observer, on_cross)));
            }
            Err(_) => action(),
        }
    });
}

fn table(table: &ChartTable) -> impl IntoView + use<> {
    let head = table.head.iter().map(|title| view! { <th scope="col">{title.clone()}</th> }).collect_view();
    let row = |cells: &Vec<charts::TableCell>| {
        let cells = cells.iter().enumerate().map(|(at, cell)| {
            let text = cell.text().to_owned();
            if at == 0 {
                view! { <th scope="row">{text}</th> }.into_any()
            } else {
                view! { <td class:chart-number=cell.value().is_some()>{text}</td> }.into_any()
            }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    };
    view! {
        <table>
            <caption>{table.caption.clone()}</caption>
            <thead><tr>{head}</tr></thead>
            <tbody>{table.rows.iter().map(row).collect_view()}</tbody>
        </table>
    }
}
