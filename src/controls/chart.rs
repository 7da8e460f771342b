//! A chart with its sentence and its table.

use std::{
    rc::Rc,
    sync::atomic::{AtomicU32, Ordering},
};

use charts::{ChartView, DataTable, Stop, description, finish, stops};
use leptos::{
    ev, html,
    prelude::*,
    task::spawn_local,
    wasm_bindgen::{JsCast, closure::Closure},
    web_sys,
};
use words::chart as labels;

use crate::{
    browser::{
        dom,
        echarts::{self, ChartError, ChartHandle, Charts},
        media::{use_motion, use_palette},
    },
    controls::chart_export::ChartExport,
    state::Downloads,
};

/// Charts load a little before they scroll into view.
const LOAD_MARGIN: &str = "300px";

/// The rank of a chart's heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HeadingLevel {
    /// `h2`.
    Two,
    /// `h3`.
    #[default]
    Three,
    /// `h4`.
    Four,
}

/// What is shown of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Face {
    Chart,
    Table,
}

/// How far the drawing library has come.
#[derive(Debug, Clone)]
enum Loading {
    /// The figure is not yet near the window.
    Waiting,
    UnderWay,
    Here(Charts),
    Failed(ChartError),
}

/// A figure: heading, summary, switch between chart and table. Draws nothing while `view` is `None`.
///
/// The drawing library is fetched when the figure first comes near the window. Where that fails the table stands in.
#[component]
pub fn ChartFigure(
    /// What to show; a change is drawn in place.
    #[prop(into)]
    view: Signal<Option<ChartView>>,
    /// The rank of the heading.
    #[prop(optional)]
    level: HeadingLevel,
    /// The page already says what the summary says: it is kept for screen readers only.
    #[prop(optional)]
    summary_hidden: bool,
) -> impl IntoView {
    let is_some = Memo::new(move |_| view.with(Option::is_some));
    move || {
        is_some.get().then(|| {
            // While the figure stands the last view is kept, so that nothing below has to handle its absence.
            let view =
                Memo::new(move |last: Option<&Option<ChartView>>| view.get().or_else(|| last.cloned().flatten()));
            view! { <Figure view=view.into() level summary_hidden /> }
        })
    }
}

/// The figure itself; `view` is always `Some`.
#[component]
fn Figure(view: Signal<Option<ChartView>>, level: HeadingLevel, summary_hidden: bool) -> impl IntoView {
    let text =
        move |pick: fn(&ChartView) -> String| move || view.with(|view| view.as_ref().map(pick).unwrap_or_default());
    let title = text(|view| view.title.clone());
    let summary = text(|view| view.summary.clone());
    let note = move || view.with(|view| view.as_ref().and_then(|view| view.note.clone()));
    let loading = RwSignal::new(Loading::Waiting);
    let chosen = RwSignal::new(Face::Chart);
    let failed = Memo::new(move |_| match loading.read().clone() {
        Loading::Failed(error) => Some(error),
        Loading::Waiting | Loading::UnderWay | Loading::Here(_) => None,
    });
    let face = Memo::new(move |_| if failed.get().is_some() { Face::Table } else { chosen.get() });
    // Files are handed over by the app; a chart that stands alone has none to take.
    let take = use_context::<Downloads>().map(|_| view! { <ChartExport view palette=use_palette() /> });
    let id = heading_id();
    let heading = match level {
        HeadingLevel::Two => view! { <h2 id=id.clone() class="chart-title">{title}</h2> }.into_any(),
        HeadingLevel::Three => view! { <h3 id=id.clone() class="chart-title">{title}</h3> }.into_any(),
        HeadingLevel::Four => view! { <h4 id=id.clone() class="chart-title">{title}</h4> }.into_any(),
    };
    view! {
        <figure class="chart" aria-labelledby=id>
            <div class="chart-head">
                {heading}
                <Show when=move || failed.get().is_none()>
                    <div class="segments chart-switch" role="group" aria-label=labels::SWITCH>
                        <FaceButton face=Face::Chart label=labels::CHART shown=face chosen />
                        <FaceButton face=Face::Table label=labels::TABLE shown=face chosen />
                    </div>
                </Show>
            </div>
            <p class="chart-summary" class:visually-hidden=summary_hidden>{summary}</p>
            {move || failed.get().map(|error| view! { <StorageProblem error loading /> })}
            <div class="chart-body" hidden=move || face.get() == Face::Table>
                <Drawing view loading />
                {move || note().map(|note| view! { <p class="chart-note">{note}</p> })}
            </div>
            <div class="chart-table" hidden=move || face.get() == Face::Chart>
                {move || view.with(|view| view.as_ref().map(|view| table(&view.table)))}
            </div>
            {take}
        </figure>
    }
}

/// A heading's id, unique on the page.
fn heading_id() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("chart-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

#[component]
fn FaceButton(face: Face, label: &'static str, shown: Memo<Face>, chosen: RwSignal<Face>) -> impl IntoView {
    view! {
        <button
            type="button"
            aria-pressed=move || (shown.get() == face).to_string()
            on:click=move |_| chosen.set(face)
        >
            {label}
        </button>
    }
}

/// Says why there is no drawing, and offers another try where that can help.
#[component]
fn StorageProblem(error: ChartError, loading: RwSignal<Loading>) -> impl IntoView {
    view! {
        <p class="chart-trouble" role="status">
            {error.message()}
            {error
                .is_passing()
                .then(|| {
                    view! {
                        <button type="button" class="button" on:click=move |_| start(loading)>
                            {labels::RETRY}
                        </button>
                    }
                })}
        </p>
    }
}

/// The place of the drawing, with its height reserved from the start.
#[component]
fn Drawing(view: Signal<Option<ChartView>>, loading: RwSignal<Loading>) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    let frame = NodeRef::<html::Div>::new();
    let palette = use_palette();
    let motion = use_motion();
    let handle = StoredValue::new_local(None::<Rc<ChartHandle>>);
    // Taken out before the library is called: a browser that is told to load the page anew may break off the library's
    // work without a word, and what was held then would be held for good.
    let drawing = move || handle.try_get_value().flatten();
    let marks = StoredValue::new(Vec::<Stop>::new());
    // Which of the marks is being read.
    let at = RwSignal::new(None::<usize>);
    on_cleanup(move || {
        // Dropping it disposes of the drawing.
        drop(handle.try_update_value(Option::take));
    });

    when_near(frame, move || start(loading));

    let draw = move || {
        // The page may have been left meanwhile.
        let (Some(Loading::Here(charts)), Some(Some(element)), Some(palette), Some(motion)) = (
            loading.try_get_untracked(),
            place.try_get_untracked(),
            palette.try_get_untracked(),
            motion.try_get_untracked(),
        ) else {
            return;
        };
        let option = view.try_with_untracked(|view| {
            let option = finish(view.as_ref()?, &palette, motion);
            marks.set_value(stops(&option));
            Some(option.to_string())
        });
        let Some(Some(option)) = option else { return };
        at.set(None);
        let drawing = match drawing() {
            Some(drawing) => Ok(drawing),
            None => charts.attach(&element).map(Rc::new),
        };
        let shown = drawing.and_then(|drawing| {
            handle.set_value(Some(Rc::clone(&drawing)));
            drawing.show(&option)
        });
        if let Err(error) = shown {
            drop(handle.try_update_value(Option::take));
            loading.set(Loading::Failed(error));
        }
    };
    // Words come first: drawing takes the library longer than all the rest of the page. One drawing a frame is enough.
    let due = StoredValue::new(false);
    Effect::new(move || {
        place.track();
        view.track();
        palette.track();
        motion.track();
        if !matches!(*loading.read(), Loading::Here(_)) || due.get_value() {
            return;
        }
        due.set_value(true);
        dom::after_paint(move || {
            due.try_set_value(false);
            draw();
        });
    });

    let height = move || view.with(|view| format!("{}px", view.as_ref().map_or(0, |view| view.height)));
    let label = move || view.with(|view| view.as_ref().map(description).unwrap_or_default());
    let is_here = move || matches!(*loading.read(), Loading::Here(_));
    let read = move |event: ev::KeyboardEvent| {
        let last = marks.with_value(Vec::len).checked_sub(1);
        let now = at.get_untracked();
        let next = match (event.key().as_str(), now, last) {
            (_, _, None) => return,
            ("ArrowRight" | "ArrowDown", None, _) | ("Home", ..) => Some(0),
            ("ArrowRight" | "ArrowDown", Some(now), Some(last)) => Some((now + 1).min(last)),
            ("ArrowLeft" | "ArrowUp", None, last) | ("End", _, last) => last,
            ("ArrowLeft" | "ArrowUp", Some(now), _) => Some(now.saturating_sub(1)),
            ("Escape", Some(_), _) => None,
            _ => return,
        };
        event.prevent_default();
        at.set(next);
    };
    // Pointing follows reading, and ends with the focus.
    Effect::new(move || {
        let mark = at.get().and_then(|at| marks.with_value(|marks| marks.get(at).map(|stop| (stop.series, stop.mark))));
        if let Some(drawing) = drawing() {
            drawing.point_at(mark);
        }
    });
    // What comes up under the pointer covers something: Escape takes it away, wherever the focus is (WCAG 1.4.13).
    let pointed = StoredValue::new(false);
    let escape = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape"
            && pointed.get_value()
            && let Some(drawing) = drawing()
        {
            drawing.point_at(None);
        }
    });
    on_cleanup(move || escape.remove());
    let said = move || {
        let at = at.get()?;
        marks.with_value(|marks| {
            let stop = marks.get(at)?;
            Some(labels::mark(&stop.words, at + 1, marks.len()))
        })
    };
    view! {
        <div
            node_ref=frame
            class="chart-frame"
            style:height=height
            role="application"
            tabindex="0"
            aria-label=labels::READ_MARKS
            on:keydown=read
            on:pointerenter=move |_| pointed.set_value(true)
            on:pointerleave=move |_| pointed.set_value(false)
            on:blur=move |_| {
                // The chart may be gone by the time its focus is.
                let _ = at.try_set(None);
            }
        >
            <p class="visually-hidden" role="status">{said}</p>
            <div node_ref=place class="chart-drawing" role="img" aria-label=label></div>
            <Show when=move || !is_here()>
                <p class="chart-loading">{labels::LOADING}</p>
            </Show>
        </div>
    }
}

/// Starts loading the library unless that is under way or done.
fn start(loading: RwSignal<Loading>) {
    if matches!(*loading.read_untracked(), Loading::UnderWay | Loading::Here(_)) {
        return;
    }
    loading.set(Loading::UnderWay);
    spawn_local(async move {
        let outcome = match echarts::load().await {
            Ok(charts) => Loading::Here(charts),
            Err(error) => Loading::Failed(error),
        };
        // The page may have been left meanwhile; then nobody wants to know.
        let _ = loading.try_set(outcome);
    });
}

/// Runs `action` once, when the element first comes near the window; at once where the browser cannot show_message.
fn when_near(node: NodeRef<html::Div>, action: impl Fn() + Copy + 'static) {
    let kept = StoredValue::new_local(None::<(web_sys::IntersectionObserver, Closure<dyn Fn(js_sys::Array)>)>);
    let stop = move || {
        if let Some(Some((observer, _))) = kept.try_update_value(Option::take) {
            observer.disconnect();
        }
    };
    on_cleanup(stop);
    Effect::new(move || {
        let Some(element) = node.get() else { return };
        let on_cross = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let near = entries
                .iter()
                .any(|entry| entry.unchecked_into::<web_sys::IntersectionObserverEntry>().is_intersecting());
            if near {
                // The closure must outlive its own call: the observer is only disconnected here, dropped at the end.
                let _ = kept.try_with_value(|kept| kept.as_ref().map(|(observer, _)| observer.disconnect()));
                action();
            }
        });
        let options = web_sys::IntersectionObserverInit::new();
        options.set_root_margin(LOAD_MARGIN);
        match web_sys::IntersectionObserver::new_with_options(on_cross.as_ref().unchecked_ref(), &options) {
            Ok(observer) => {
                observer.observe(&element);
                kept.set_value(Some((observer, on_cross)));
            }
            Err(_) => action(),
        }
    });
}

/// The numbers of the chart as a table.
fn table(table: &DataTable) -> impl IntoView + use<> {
    let head = table.head.iter().map(|title| view! { <th scope="col">{title.clone()}</th> }).collect_view();
    let rows = table
        .rows
        .iter()
        .map(|row| {
            let cells = row
                .iter()
                .enumerate()
                .map(|(at, cell)| {
                    let text = cell.text().to_owned();
                    if at == 0 {
                        view! { <th scope="row">{text}</th> }.into_any()
                    } else if cell.value().is_some() {
                        view! { <td class="chart-number">{text}</td> }.into_any()
                    } else {
                        view! { <td>{text}</td> }.into_any()
                    }
                })
                .collect_view();
            view! { <tr>{cells}</tr> }
        })
        .collect_view();
    view! {
        <table>
            <caption>{table.caption.clone()}</caption>
            <thead>
                <tr>{head}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
