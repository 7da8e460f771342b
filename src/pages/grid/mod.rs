//! シナリオの表: all figures of one scenario in one grid, whether or not the scenario is active.
//!
//! The grid is a plain table of text fields and not an ARIA grid: screen readers stay in the mode in which letters are
//! typed, every field has the indicator and the day in its name, Tab works as everywhere, and a phone shows its
//! keyboard. Arrow keys, ranges, filling and pasting are optional.

pub mod cell_editor;
pub mod day_columns;
pub mod grid_cell;
pub mod grid_state;
pub mod grid_table;
pub mod paste_dialog;

use assess::{Rollup, Status, whole};
use figures::{ScenarioId, sheet::lines, usual_days};
use leptos::prelude::*;
use list::Measurability;
use routes::Route;
use search::{Choice, IndicatorsWithFigure, OwnFigure, Query};
use words::text::{self, scenario as labels, scenario::sheet as grid_text, wording};

use crate::{
    controls::{Button, NotOfficial, PageHead, Segments, UndoButtons},
    pages::{
        explorer::{explorer_state::Explorer, filters::Filters},
        grid::{
            day_columns::DayColumns,
            grid_state::{GridState, figures_by_indicator},
            grid_table::GridTable,
            paste_dialog::PasteDialog,
        },
    },
    state::{use_dataset, use_figures, use_navigation},
};

#[component]
pub fn GridPage(id: ScenarioId) -> impl IntoView {
    let figures = use_figures();
    let scenario = StoredValue::new(id);
    let name =
        Memo::new(move |_| scenario.with_value(|id| figures.with_scenario(id, |scenario| scenario.name().to_owned())));
    move || match name.get() {
        Some(name) => view! { <ScenarioGrid scenario name /> }.into_any(),
        None => view! {
            <PageHead title=grid_text::gone().to_owned() trail=vec![(labels::title().to_owned(), Route::Scenarios)] />
            <p>{grid_text::gone_help()}</p>
            <UndoButtons />
        }
        .into_any(),
    }
}

#[component]
fn ScenarioGrid(scenario: StoredValue<ScenarioId>, name: String) -> impl IntoView {
    let dataset = use_dataset();
    let navigation = use_navigation();
    let figures = use_figures();
    let grid_figures = Memo::new(move |_| {
        scenario.with_value(|id| figures.with_scenario(id, figures_by_indicator)).unwrap_or_default()
    });
    // A row must not vanish while its last figure is removed, so the filter by own figures follows only the query.
    let query = Memo::new(move |_| navigation.route.read().query().cloned().unwrap_or_default());
    let own = Memo::new(move |_| {
        query.track();
        grid_figures.read_untracked().keys().cloned().collect::<IndicatorsWithFigure>()
    });
    let explorer = Explorer::among(own);
    let days = Memo::new(move |_| match &*navigation.route.read() {
        Route::Sheet { days, .. } if !days.is_empty() => days.clone(),
        _ => usual_days(dataset),
    });
    let rows = Memo::new(move |_| lines(dataset, &explorer.outcome.read().rows));
    let rollup = Memo::new(move |_| {
        let assessed = scenario.with_value(|id| figures.with_scenario(id, |scenario| scenario.assessed(dataset)));
        whole(assessed.into_iter().flatten().map(|(indicator, assessment)| (indicator, assessment.verdict)))
    });
    let grid = GridState::new(scenario, rows, days, grid_figures);
    // On a phone the filters open over the page, else above the table.
    let filter_sheet_open = RwSignal::new(false);
    let filters_shown = RwSignal::new(false);
    let filter_button = move |class: &'static str, is_open: RwSignal<bool>| {
        let label = move || text::explorer::filters(explorer.query.read().chosen.len());
        let toggle = move |_| is_open.update(|open| *open = !*open);
        let expanded = move || is_open.get().to_string();
        view! {
            <button type="button" class=class aria-controls="filters" aria-expanded=expanded on:click=toggle>
                {label}
            </button>
        }
    };
    let label = grid_text::label(&name);
    view! {
        <div class="explorer-head">
            <PageHead title=name trail=vec![(labels::title().to_owned(), Route::Scenarios)] />
            <UndoButtons />
        </div>
        <RollupCounts rollup />
        <div class="sheet-tools no-print">
            <RowSwitch explorer />
            {filter_button("button sheet-toggle", filter_sheet_open)}
            {filter_button("button sheet-filter-toggle", filters_shown)}
            <Button class="button sheet-fill" label=grid_text::fill() on_press=move |_| grid.fill_down() />
        </div>
        <p class="small muted no-print sheet-help">{grid_text::help()}</p>
        <p class="small muted no-print sheet-help--short">{grid_text::help_short()}</p>
        <DayColumns grid />
        <div class="sheet-filters" class:is-shown=move || filters_shown.get()>
            <Filters explorer open=filter_sheet_open />
        </div>
        <Show when=move || !rows.read().is_empty() fallback=|| view! { <p class="empty">{grid_text::no_rows()}</p> }>
            <GridTable grid label=label.clone() />
        </Show>
        <NotOfficial />
        <PasteDialog grid />
    }
}

#[component]
fn RollupCounts(rollup: Memo<Rollup>) -> impl IntoView {
    let count = |(status, count): &(Status, usize)| {
        let (glyph, word) = (wording::status_glyph(*status), wording::status(*status));
        view! { <div><dt><span aria-hidden="true">{glyph}</span> " " {word}</dt><dd>{*count}</dd></div> }
    };
    let counts = move || rollup.read().counts.iter().map(count).collect_view();
    view! {
        <p class="sheet-sentence">{move || words::rollup_sentence(&rollup.read())}</p>
        <Show when=move || rollup.read().judged() != 0><dl class="sheet-counts">{counts}</dl></Show>
    }
}

/// A name, and the query that selects the rows.
type RowOption = (&'static str, fn() -> Query);

#[component]
fn RowSwitch(explorer: Explorer) -> impl IntoView {
    let options: [RowOption; 3] = [
        (grid_text::all(), Query::default),
        (grid_text::filled(), || Query::only(Choice::Own(OwnFigure::With))),
        (grid_text::measurable(), || Query::only(Choice::Measurability(Measurability::InCell))),
    ];
    view! {
        <Segments
            label=grid_text::shown()
            options
            text=|(label, _)| label
            is_pressed=move |(_, query)| explorer.query.read().chosen == query().chosen
            on_press=move |(_, query)| explorer.change(|current| current.chosen = query().chosen)
            class="segments"
        />
    }
}
