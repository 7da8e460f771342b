//! シナリオをくらべる: two to four scenarios side by side against the official target.

pub mod comparison_tables;

use figures::{MAX_COMPARED_SCENARIOS, ScenarioColumn, ScenarioComparison, ScenarioId, chosen};
use leptos::prelude::*;
use routes::Route;
use words::text::{comparison as labels, scenario as scenario_words};

use crate::{
    controls::{PageHead, ScenarioMark, overview_trail, use_scenarios},
    pages::scenario_comparison::comparison_tables::{ComparisonRows, GoalTable},
    state::{use_dataset, use_figures, use_navigation},
};

const MIN_COMPARED_SCENARIOS: usize = 2;

#[component]
pub fn ScenarioComparisonPage() -> impl IntoView {
    let dataset = use_dataset();
    let navigation = use_navigation();
    let figures = use_figures();
    let ids = Memo::new(move |_| match &*navigation.route.read() {
        Route::ScenarioComparison { of } => of.clone(),
        _ => Vec::new(),
    });
    let unknown = Memo::new(move |_| {
        let notebook = figures.notebook();
        chosen(&notebook.workspace, &ids.read()).unknown.len()
    });
    let comparison = Memo::new(move |_| {
        let notebook = figures.notebook();
        ScenarioComparison::of(dataset, &chosen(&notebook.workspace, &ids.read()).scenarios)
    });
    let mut trail = overview_trail();
    trail.push((scenario_words::title().to_owned(), Route::Scenarios));
    view! {
        <PageHead title=labels::title().to_owned() trail />
        <p class="prose">{labels::lead()}</p>
        {move || {
            let count = unknown.get();
            (count > 0).then(|| view! { <p class="comparison-unknown">{labels::unknown(count)}</p> })
        }}
        <ScenarioChoice ids comparison />
        <Show when=move || { comparison.read().columns.len() >= MIN_COMPARED_SCENARIOS }>
            <ComparedScenarios comparison />
            <GoalTable comparison />
            <ComparisonRows comparison />
        </Show>
    }
}

#[component]
fn ScenarioChoice(ids: Memo<Vec<ScenarioId>>, comparison: Memo<ScenarioComparison<'static>>) -> impl IntoView {
    let navigation = use_navigation();
    let scenarios = use_scenarios();
    let is_compared = move |id: &ScenarioId| comparison.read().columns.iter().any(|head| head.id == *id);
    let toggle = move |id: &ScenarioId| {
        let mut of = ids.get_untracked();
        // Ids of deleted scenarios leave the address with the first change.
        of.retain(|id| untrack(|| is_compared(id)));
        let count = of.len();
        of.retain(|other| other != id);
        if of.len() == count {
            of.push(id.clone());
        }
        navigation.open(&Route::ScenarioComparison { of });
    };
    let choice = move |ScenarioColumn { id, name, mark }| {
        let id = StoredValue::new(id);
        let is_checked = move || id.with_value(is_compared);
        let is_disabled = move || !is_checked() && comparison.read().columns.len() >= MAX_COMPARED_SCENARIOS;
        view! {
            <label class="comparison-choice__item">
                <input
                    type="checkbox"
                    prop:checked=is_checked
                    disabled=is_disabled
                    on:change=move |_| id.with_value(toggle)
                />
                <ScenarioMark mark />
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <fieldset class="comparison-choice no-print">
            <legend>{labels::choose()}</legend>
            <div class="comparison-choice__items">
                <For
                    each=move || scenarios.get()
                    key=|head| (head.id.clone(), head.name.clone(), head.mark)
                    children=choice
                />
            </div>
            <Show when=move || { scenarios.read().len() < MIN_COMPARED_SCENARIOS }>
                <p>
                    {labels::only_one()} " "
                    <a href=Route::Scenarios.href()>{labels::to_scenarios()}</a>
                </p>
            </Show>
            <p class="small muted">{labels::hint()}</p>
        </fieldset>
    }
}

#[component]
fn ComparedScenarios(comparison: Memo<ScenarioComparison<'static>>) -> impl IntoView {
    let figures = use_figures();
    let item = move |head: &ScenarioColumn| {
        let count = figures.with_scenario(&head.id, |scenario| scenario.figures().count()).unwrap_or(0);
        view! {
            <li>
                <p class="comparison-head">
                    <ScenarioMark mark=head.mark />
                    <strong>{head.name.clone()}</strong>
                </p>
                <p class="small">
                    {labels::figures(count)} "　"
                    <a class="no-print" href=Route::sheet(head.id.clone()).href()>
                        {scenario_words::open_sheet()}
                        <span class="visually-hidden">{format!("（{}）", head.name)}</span>
                    </a>
                </p>
            </li>
        }
    };
    view! {
        <section class="section" aria-labelledby="comparison-heads">
            <h2 id="comparison-heads" class="visually-hidden">{labels::heads()}</h2>
            <ul class="comparison-heads plain">{move || comparison.read().columns.iter().map(item).collect_view()}</ul>
        </section>
    }
}
