//! シナリオ: all scenarios, the results of the active one, files, and the state of the storage.

pub mod files;
pub mod health;
pub mod import_preview;
pub mod new_scenario;
pub mod scenario_form;
pub mod scenario_item;
pub mod scenario_select;

use assess::whole;
use figures::ScenarioId;
use leptos::prelude::*;
use routes::Route;
use words::text::scenario as labels;

use crate::{
    controls::{PageHead, RollupTable, Steps, overview_trail, with_verdicts},
    pages::scenarios::{files::FilesSection, health::Health, new_scenario::NewScenario, scenario_item::ScenarioItem},
    state::{use_dataset, use_figures},
};

#[component]
pub fn ScenariosPage() -> impl IntoView {
    let dataset = use_dataset();
    let figures = use_figures();
    let ids = Memo::new(move |_| {
        let notebook = figures.notebook();
        let shown = notebook.workspace.scenarios();
        shown.iter().map(|scenario| scenario.id.clone()).collect::<Vec<ScenarioId>>()
    });
    let chosen = RwSignal::new(Vec::<ScenarioId>::new());
    let sentence = move || {
        let verdicts = figures.assessments.read();
        words::rollup_sentence(&whole(with_verdicts(dataset, &verdicts)))
    };
    view! {
        <PageHead title=labels::title().to_owned() trail=overview_trail() />
        <p class="lead prose">{labels::lead()}</p>
        <section class="scenario-section" aria-labelledby="list-heading">
            <h2 id="list-heading" tabindex="-1">{labels::list()}</h2>
            <ul class="scenario-list plain">
                <For each=move || ids.get() key=ScenarioId::clone let:id><ScenarioItem id chosen /></For>
            </ul>
            <Show when=move || { ids.read().len() > 1 }><CompareLink chosen ids /></Show>
        </section>
        <NewScenario />
        <section class="scenario-section own-rollup" aria-labelledby="rollup-heading">
            <h2 id="rollup-heading">{move || figures.with_active(|active| labels::rollup::title(active.name()))}</h2>
            <p>{sentence}</p>
            <RollupTable verdicts=figures.assessments />
        </section>
        <Steps />
        <FilesSection />
        <Health />
    }
}

#[component]
fn CompareLink(chosen: RwSignal<Vec<ScenarioId>>, ids: Memo<Vec<ScenarioId>>) -> impl IntoView {
    move || {
        // In the order of the list; deleted scenarios do not count.
        let chosen = chosen.read();
        let ids = ids.read();
        let of: Vec<ScenarioId> = ids.iter().filter(|id| chosen.contains(id)).cloned().collect();
        if (2..=Route::MAX_COMPARED_SCENARIOS).contains(&of.len()) {
            let label = labels::compare(of.len());
            view! { <p class="no-print"><a class="button button--solid" href=Route::ScenarioComparison { of }.href()>{label}</a></p> }
                .into_any()
        } else {
            view! { <p class="small muted no-print">{labels::compare_hint()}</p> }.into_any()
        }
    }
}
