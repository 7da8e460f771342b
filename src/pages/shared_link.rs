//! リンクで受け取ったシナリオ: the scenario in a link, read-only, and added only on request.

use assess::whole;
use figures::{
    Action, Figure, Notebook, ScenarioId, Timestamp,
    link::{self, LinkFault, SharedScenario},
};
use format::dates;
use leptos::{prelude::*, task::spawn_local};
use list::{Dataset, Indicator};
use routes::{Route, SharedText};
use words::text::{
    self,
    figures::{link_fault, step_name},
    scenario::{self, share as labels},
};

use crate::{
    browser::{
        IN_BROWSER,
        compress::{self, UnpackError},
    },
    controls::{Button, FigureDetails, PageHead, StatementCell, overview_trail},
    state::{use_dataset, use_figures, use_messages, use_navigation},
};

#[component]
pub fn SharedPage(text: SharedText) -> impl IntoView {
    let dataset = use_dataset();
    let shared = RwSignal::new(None::<Result<SharedScenario, String>>);
    if IN_BROWSER {
        spawn_local(async move {
            let result = decode(dataset, &text).await;
            // The page may have been left meanwhile.
            let _ = shared.try_set(Some(result));
        });
    }
    view! {
        <PageHead title=labels::title().to_owned() trail=overview_trail() />
        // A live region: only this line, because a list of figures read out unasked would be noise.
        <p role="status">
            {move || match *shared.read() {
                None => labels::opening(),
                Some(Ok(_)) => labels::read_only(),
                Some(Err(_)) => labels::broken(),
            }}
        </p>
        {move || match shared.get() {
            None => ().into_any(),
            Some(Ok(shared)) => view! { <SharedView shared /> }.into_any(),
            Some(Err(reason)) => {
                view! {
                    <div class="prose stack">
                        <p>{reason}</p>
                        <p>{labels::untouched()}</p>
                        <p><a href=Route::Overview.href()>{text::common::overview()}</a></p>
                    </div>
                }
                    .into_any()
            }
        }}
    }
}

async fn decode(dataset: &'static Dataset, text: &SharedText) -> Result<SharedScenario, String> {
    let packed = link::take_apart(text.as_str()).map_err(|fault| link_fault(&fault))?;
    let json = compress::unpack(&packed.bytes, link::UNPACKED_BYTES).await.map_err(|error| match error {
        UnpackError::Missing => labels::cannot_open().to_owned(),
        UnpackError::Damaged => link_fault(&LinkFault::Damaged),
        UnpackError::TooLarge => link_fault(&LinkFault::TooLarge),
    })?;
    packed.read(&json, dataset).map_err(|fault| link_fault(&fault))
}

/// The roll-up of the figures in one sentence; `None` where they do not make a valid scenario.
fn rollup_sentence(dataset: &'static Dataset, shared: &SharedScenario) -> Option<String> {
    // Assessed in a notebook of its own that is not saved.
    let mut notebook = Notebook::new(dataset.id.clone());
    notebook.apply(add_action(shared, ScenarioId::made_at(Timestamp(0), 0)), Timestamp(0), step_name).ok()?;
    let assessed = notebook.workspace.active().assessed(dataset);
    let verdicts = assessed.iter().map(|(indicator, assessment)| (*indicator, assessment.verdict));
    Some(words::rollup_sentence(&whole(verdicts)))
}

fn add_action(shared: &SharedScenario, id: ScenarioId) -> Action {
    Action::AddScenario {
        id,
        name: shared.name.clone(),
        description: shared.description.clone(),
        figures: shared.figures.clone(),
    }
}

#[component]
fn SharedView(shared: SharedScenario) -> impl IntoView {
    let figures = use_figures();
    let messages = use_messages();
    let navigation = use_navigation();
    let dataset = use_dataset();
    let sentence = rollup_sentence(dataset, &shared);
    let notes = [
        shared.other_edition.as_deref().map(|theirs| labels::other_edition(theirs, &dataset.document.edition)),
        (shared.unknown > 0).then(|| labels::unknown(shared.unknown)),
        (shared.broken > 0).then(|| labels::broken_count(shared.broken)),
    ];
    let figures_heading = labels::figures(shared.figures.len());
    let items = shared.figures.iter().filter_map(|figure| {
        let indicator = dataset.indicator(&figure.indicator)?;
        Some(view! { <SharedItem indicator figure=figure.clone() /> })
    });
    let items = items.collect_view();
    let notes = notes.into_iter().flatten().map(|note| view! { <p class="shared-note">{note}</p> });
    let (name, description) = (shared.name.clone(), shared.description.clone());
    let take = move |_| {
        let id = figures.new_scenario_id();
        figures.edit(add_action(&shared, id.clone()));
        // If the edit was refused, the reader was told, and the link stays open.
        if figures.active_scenario() == id {
            messages.keep_prompt();
            navigation.open(&Route::sheet(id));
        }
    };
    view! {
        <section class="shared-head stack" aria-labelledby="shared-name">
            <p class="small muted">{scenario::title()}</p>
            <h2 id="shared-name">{name}</h2>
            {(!description.is_empty()).then(|| view! { <p class="shared-text">{description}</p> })}
            <p>{labels::whose()}</p>
            {sentence.map(|sentence| view! { <p>{sentence}</p> })}
            {notes.collect_view()}
            <p class="actions no-print">
                <Button class="button button--own" action="take" label=labels::take() on_press=take />
            </p>
        </section>
        <section class="section" aria-labelledby="shared-figures">
            <h2 id="shared-figures">{figures_heading}</h2>
            <ul class="shared-list plain">{items}</ul>
        </section>
    }
}

#[component]
fn SharedItem(indicator: &'static Indicator, figure: Figure) -> impl IntoView {
    let dataset = use_dataset();
    view! {
        <li class="shared-item">
            <h3>
                <a href=Route::Indicator(indicator.id.clone()).href()>
                    {indicator.id.to_string()} "　" {indicator.full_name()}
                </a>
            </h3>
            <dl class="shared-official">
                <div>
                    <dt>"● " {text::common::current()} " " {dates::short(dataset.current_as_of(indicator).date)}</dt>
                    <dd><StatementCell statement=&indicator.current /></dd>
                </div>
                <div>
                    <dt>"◎ " {text::common::target()} " " {dates::short(dataset.target_as_of(indicator).date)}</dt>
                    <dd><StatementCell statement=&indicator.target /></dd>
                </div>
            </dl>
            <div class="shared-own"><FigureDetails indicator figure note_class="shared-text small" /></div>
        </li>
    }
}
