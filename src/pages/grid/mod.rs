//! シナリオの表: every figure of one scenario in one grid, whichever scenario is in use.
//!
//! The grid is a plain table of text fields and not an ARIA grid: screen readers stay in the mode in which letters are
//! typed, every field says its indicator and its day by its own name, Tab walks as everywhere, and a phone shows its
//! keyboard. Arrow keys, ranges, filling and pasting come on top; nobody needs them.

pub mod grid;
pub mod paste_dialog;
pub mod sheet_cell;
pub mod sheet_grid;

use assess::{Rollup, whole};
use figures::{
    ScenarioId, check_date,
    sheet::{hidden, lines},
    usual_days,
};
use format::dates;
use leptos::prelude::*;
use list::{Date, Measurability};
use routes::{Route, SectionId};
use search::{Choice, OwnFigure, OwnSet, Query};
use words::{
    guide,
    screen::{self, scenario as labels, scenario::sheet as text},
    wording,
};

use crate::{
    controls::steps::UndoButtons,
    pages::{
        explorer::{explorer_state::Explorer, filters::Filters},
        grid::{grid::Grid, paste_dialog::PasteDialog, sheet_grid::SheetGrid},
    },
    shell::page_head::PageHead,
    state::use_app,
};

/// The page of one scenario, or of one that is gone.
#[component]
pub fn SheetPage(id: ScenarioId) -> impl IntoView {
    let app = use_app();
    let known = id.clone();
    let name = Memo::new(move |_| {
        let notebook = app.notebook.read();
        let scenario = notebook.workspace.scenario(&known);
        scenario.map(|scenario| scenario.name().to_owned())
    });
    move || match name.get() {
        Some(name) => view! { <Sheet id=id.clone() name /> }.into_any(),
        None => view! { <Gone /> }.into_any(),
    }
}

#[component]
fn Gone() -> impl IntoView {
    view! {
        <PageHead
            title=text::GONE.to_owned()
            trail=vec![(labels::TITLE.to_owned(), Route::Scenarios)]
        />
        <p>{text::GONE_HELP}</p>
        <UndoButtons />
    }
}

#[component]
fn Sheet(id: ScenarioId, name: String) -> impl IntoView {
    let app = use_app();
    let dataset = app.dataset;
    let scenario = StoredValue::new(id);
    let figures = Memo::new(move |_| {
        let notebook = app.notebook.read();
        let shown = scenario.with_value(|id| notebook.workspace.scenario(id).cloned());
        Grid::figures_by_indicator(shown.as_ref())
    });
    // A row must not vanish under the hand that empties it: who has a figure is asked when the filters change.
    let query = Memo::new(move |_| app.route.read().query().cloned().unwrap_or_default());
    let own = Memo::new(move |_| {
        query.track();
        figures.read_untracked().keys().cloned().collect::<OwnSet>()
    });
    let explorer = Explorer::among(app, own);
    let days = Memo::new(move |_| match &*app.route.read() {
        Route::Sheet { days, .. } if !days.is_empty() => days.clone(),
        _ => usual_days(dataset),
    });
    let rows = Memo::new(move |_| lines(dataset, &explorer.outcome.read().rows));
    let rollup = Memo::new(move |_| {
        let notebook = app.notebook.read();
        let shown = scenario.with_value(|id| notebook.workspace.scenario(id));
        let judged = shown.map(|scenario| scenario.assessed(dataset));
        let verdicts = judged.into_iter().flatten();
        whole(verdicts.map(|(indicator, judged)| (indicator, judged.verdict)))
    });
    let grid = Grid::new(app, scenario, rows, days, figures);
    let filters_open = RwSignal::new(false);
    let filters_shown = RwSignal::new(false);
    let label = text::label(&name);
    view! {
        <div class="explorer-head">
            <PageHead title=name trail=vec![(labels::TITLE.to_owned(), Route::Scenarios)] />
            <UndoButtons />
        </div>
        <Counts rollup />
        <div class="sheet-tools no-print">
            <Switch explorer />
            <button
                type="button"
                class="button sheet-toggle"
                aria-controls="filters"
                aria-expanded=move || filters_open.get().to_string()
                on:click=move |_| filters_open.set(true)
            >
                {move || screen::explorer::filters(explorer.query.read().chosen.len())}
            </button>
            <button
                type="button"
                class="button sheet-filter-toggle"
                aria-controls="filters"
                aria-expanded=move || filters_shown.get().to_string()
                on:click=move |_| filters_shown.update(|shown| *shown = !*shown)
            >
                {move || screen::explorer::filters(explorer.query.read().chosen.len())}
            </button>
            <button type="button" class="button sheet-fill" on:click=move |_| grid.fill_down()>
                {text::FILL}
            </button>
        </div>
        <p class="small muted no-print sheet-help">{text::HELP}</p>
        <p class="small muted no-print sheet-help--short">{text::HELP_SHORT}</p>
        <Days grid scenario />
        <div class="sheet-filters" class:is-shown=move || filters_shown.get()>
            <Filters explorer open=filters_open />
        </div>
        <Show when=move || !rows.read().is_empty() fallback=|| view! { <p class="empty">{text::NO_ROWS}</p> }>
            <SheetGrid grid label=label.clone() />
        </Show>
        <p class="small muted">
            {wording::NOT_OFFICIAL} "　"
            <a href=Route::Guide { at: SectionId::parse(guide::METHOD) }.href()>{screen::own::HOW}</a>
        </p>
        <PasteDialog grid />
    }
}

/// What the whole scenario comes to: a sentence, and the counts at a glance.
#[component]
fn Counts(rollup: Memo<Rollup>) -> impl IntoView {
    view! {
        <p class="sheet-sentence">{move || words::rollup_sentence(&rollup.read())}</p>
        <Show when=move || rollup.read().judged() != 0>
            <dl class="sheet-counts">
                {move || {
                    rollup
                        .read()
                        .counts
                        .iter()
                        .map(|(status, count)| {
                            view! {
                                <div>
                                    <dt>
                                        <span aria-hidden="true">{wording::status_glyph(*status)}</span>
                                        " "
                                        {wording::status(*status)}
                                    </dt>
                                    <dd>{*count}</dd>
                                </div>
                            }
                        })
                        .collect_view()
                }}
            </dl>
        </Show>
    }
}

/// All, those with a figure, those whose target is a number.
#[component]
fn Switch(explorer: Explorer) -> impl IntoView {
    let choices = [
        (text::ALL, Query::default()),
        (text::FILLED, Query::only(Choice::Own(OwnFigure::With))),
        (text::MEASURABLE, Query::only(Choice::Measurability(Measurability::InCell))),
    ];
    view! {
        <div class="segments" role="group" aria-label=text::SHOWN>
            {choices
                .into_iter()
                .map(|(label, query)| {
                    let wanted = query.clone();
                    let pressed = move || (explorer.query.read().chosen == wanted.chosen).to_string();
                    view! {
                        <button
                            type="button"
                            aria-pressed=pressed
                            on:click=move |_| explorer.change(|now| now.chosen.clone_from(&query.chosen))
                        >
                            {label}
                        </button>
                    }
                })
                .collect_view()}
        </div>
    }
}

/// The choice of columns, and the word about figures on days without one.
#[component]
fn Days(grid: Grid, scenario: StoredValue<ScenarioId>) -> impl IntoView {
    let app = use_app();
    let typed = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let unseen = Memo::new(move |_| {
        let notebook = app.notebook.read();
        let shown = scenario.with_value(|id| notebook.workspace.scenario(id));
        shown.map_or_else(Default::default, |shown| hidden(shown, &grid.days.read()))
    });
    let show = move |mut days: Vec<Date>| {
        days.sort_unstable();
        days.dedup();
        let fits = days.len() <= Route::MAX_DAYS;
        if fits {
            let route = Route::Sheet {
                scenario: scenario.get_value(),
                query: app.route.read_untracked().query().cloned().unwrap_or_default(),
                days,
            };
            app.open(&route);
        }
        problem.set((!fits).then(|| text::TOO_MANY_DAYS.to_owned()));
        fits
    };
    let add = move || match check_date(&typed.read_untracked()) {
        Ok(day) => {
            let mut days = grid.days.get_untracked();
            days.push(day);
            if show(days) {
                typed.set(String::new());
            }
        }
        Err(message) => problem.set(Some(message)),
    };
    view! {
        <Show when=move || unseen.read().0 != 0>
            <p class="small sheet-hidden">
                {move || text::hidden(unseen.read().0)} " "
                <button
                    type="button"
                    class="button button--plain no-print"
                    on:click=move |_| {
                        let mut days = grid.days.get_untracked();
                        days.extend(unseen.get_untracked().1);
                        show(days);
                    }
                >
                    {text::SHOW_HIDDEN}
                </button>
            </p>
        </Show>
        <details class="sheet-days no-print">
            <summary>{text::DAYS}</summary>
            <div class="chips">
                {move || {
                    let days = grid.days.get();
                    let only = days.len() == 1;
                    days.iter()
                        .map(|&day| {
                            let rest: Vec<Date> = days.iter().copied().filter(|other| *other != day).collect();
                            view! {
                                <button
                                    type="button"
                                    class="chip"
                                    disabled=only
                                    aria-label=screen::explorer::remove(&dates::long(day))
                                    on:click=move |_| {
                                        show(rest.clone());
                                    }
                                >
                                    {dates::long(day)}
                                    <span aria-hidden="true">"✕"</span>
                                </button>
                            }
                        })
                        .collect_view()
                }}
            </div>
            <form
                class="field"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    add();
                }
            >
                <label for="sheet-day">{text::ADD_DAY}</label>
                <div class="sheet-add">
                    <input
                        type="text"
                        id="sheet-day"
                        autocomplete="off"
                        aria-invalid=move || problem.read().is_some().then_some("true")
                        aria-describedby="sheet-day-problem"
                        prop:value=move || typed.get()
                        on:input=move |event| {
                            problem.set(None);
                            typed.set(event_target_value(&event));
                        }
                    />
                    <button type="submit" class="button">{text::ADD}</button>
                </div>
            </form>
            <div id="sheet-day-problem" aria-live="polite">
                {move || problem.get().map(|message| view! { <p class="field__error">{message}</p> })}
            </div>
        </details>
    }
}
