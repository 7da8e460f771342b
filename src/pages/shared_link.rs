//! リンクで受け取ったシナリオ: what a link carries, to be read, and taken over only on request.

use assess::whole;
use figures::{
    Action, Figure, Notebook, ScenarioId, Timestamp,
    link::{self, LinkFault, SharedScenario},
};
use format::dates;
use leptos::{prelude::*, task::spawn_local};
use list::{DatasetId, Indicator};
use routes::{Route, SharedText};
use words::screen::{
    self,
    scenario::{TITLE, share as labels},
};

use crate::{
    browser::compress::{self, UnpackError},
    controls::indicator_row::StatementCell,
    pages::indicator::own_card::VerdictView,
    shell::page_head::PageHead,
    state::{AppState, use_app},
};

/// The scenario in a link, or why it cannot be read.
#[component]
pub fn SharedPage(text: SharedText) -> impl IntoView {
    let app = use_app();
    let opened = RwSignal::new(None::<Result<SharedScenario, String>>);
    spawn_local(async move {
        let result = open(app, &text).await;
        // The reader may have left by now.
        let _ = opened.try_set(Some(result));
    });
    view! {
        <PageHead title=labels::TITLE.to_owned() trail=vec![(screen::OVERVIEW.to_owned(), Route::Overview)] />
        // Only this line speaks by itself; a list of figures read out unasked would be noise.
        <p role="status">
            {move || match *opened.read() {
                None => labels::OPENING,
                Some(Ok(_)) => labels::READ_ONLY,
                Some(Err(_)) => labels::BROKEN,
            }}
        </p>
        {move || match opened.get() {
            None => ().into_any(),
            Some(Ok(shared)) => view! { <SharedView shared /> }.into_any(),
            Some(Err(why)) => {
                view! {
                    <div class="prose stack">
                        <p>{why}</p>
                        <p>{labels::UNTOUCHED}</p>
                        <p><a href=Route::Overview.href()>{screen::OVERVIEW}</a></p>
                    </div>
                }
                    .into_any()
            }
        }}
    }
}

async fn open(app: AppState, text: &SharedText) -> Result<SharedScenario, String> {
    let packed = link::take_apart(text.as_str()).map_err(|fault| fault.to_string())?;
    let json = compress::unpack(&packed.bytes, link::UNPACKED_BYTES).await.map_err(|error| match error {
        UnpackError::Missing => labels::CANNOT_OPEN.to_owned(),
        UnpackError::Damaged => LinkFault::Damaged.to_string(),
        UnpackError::TooLarge => LinkFault::TooLarge.to_string(),
    })?;
    packed.read(&json, app.dataset).map_err(|fault| fault.to_string())
}

/// What the figures come to, in one sentence; `None` should they not even make a scenario.
fn comes_to(app: AppState, shared: &SharedScenario, dataset: DatasetId) -> Option<String> {
    // Judged in a notebook of its own that nobody keeps.
    let mut notebook = Notebook::new(dataset);
    notebook.apply(adding(shared, ScenarioId::made_at(Timestamp(0), 0)), Timestamp(0)).ok()?;
    let judged = notebook.workspace.active().assessed(app.dataset);
    let verdicts = judged.iter().map(|(indicator, of)| (*indicator, of.verdict));
    Some(words::rollup_sentence(&whole(verdicts)))
}

fn adding(shared: &SharedScenario, id: ScenarioId) -> Action {
    Action::AddScenario {
        id,
        name: shared.name.clone(),
        description: shared.description.clone(),
        figures: shared.figures.clone(),
    }
}

/// Adds it beside the reader's own and goes there.
fn take(app: AppState, shared: &SharedScenario) {
    let id = app.new_scenario_id();
    app.edit(adding(shared, id.clone()));
    // A refusal has been told, and the link stays open.
    if app.active_scenario() == id {
        app.open_with_prompt(&Route::sheet(id));
    }
}

#[component]
fn SharedView(shared: SharedScenario) -> impl IntoView {
    let app = use_app();
    let sentence = comes_to(app, &shared, app.dataset.id.clone());
    let notes = [
        shared.other_edition.as_deref().map(|theirs| labels::other_edition(theirs, &app.dataset.document.edition)),
        (shared.unknown > 0).then(|| labels::unknown(shared.unknown)),
        (shared.broken > 0).then(|| labels::broken(shared.broken)),
    ];
    let count = shared.figures.len();
    let items: Vec<(&'static Indicator, Figure)> = shared
        .figures
        .iter()
        .filter_map(|figure| Some((app.dataset.indicator(&figure.indicator)?, figure.clone())))
        .collect();
    view! {
        <section class="shared-head stack" aria-labelledby="shared-name">
            <p class="small muted">{TITLE}</p>
            <h2 id="shared-name">{shared.name.clone()}</h2>
            {(!shared.description.is_empty())
                .then(|| view! { <p class="shared-text">{shared.description.clone()}</p> })}
            <p>{labels::WHOSE}</p>
            {sentence.map(|sentence| view! { <p>{sentence}</p> })}
            {notes
                .into_iter()
                .flatten()
                .map(|note| view! { <p class="shared-note">{note}</p> })
                .collect_view()}
            <p class="actions no-print">
                <button
                    type="button"
                    class="button button--own"
                    data-action="take"
                    on:click=move |_| take(app, &shared)
                >
                    {labels::TAKE}
                </button>
            </p>
        </section>
        <section class="section" aria-labelledby="shared-figures">
            <h2 id="shared-figures">{labels::figures(count)}</h2>
            <ul class="shared-list plain">
                {items.into_iter().map(|(indicator, figure)| view! { <SharedItem indicator figure /> }).collect_view()}
            </ul>
        </section>
    }
}

/// One figure: what the ward says on one side, what the sender says on the other.
#[component]
fn SharedItem(indicator: &'static Indicator, figure: Figure) -> impl IntoView {
    let dataset = use_app().dataset;
    let assessment = figure.judged(dataset, indicator);
    let label = figure.measure(indicator).map(|measure| measure.label.clone()).unwrap_or_default();
    view! {
        <li class="shared-item">
            <h3>
                <a href=Route::Indicator(indicator.id.clone()).href()>
                    {indicator.id.to_string()} "　" {indicator.full_name()}
                </a>
            </h3>
            <dl class="shared-official">
                <div>
                    <dt>"● " {screen::CURRENT} " " {dates::short(dataset.current_as_of(indicator).date)}</dt>
                    <dd><StatementCell statement=&indicator.current /></dd>
                </div>
                <div>
                    <dt>"◎ " {screen::TARGET} " " {dates::short(dataset.target_as_of(indicator).date)}</dt>
                    <dd><StatementCell statement=&indicator.target /></dd>
                </div>
            </dl>
            <div class="shared-own">
                <p>
                    {(!label.is_empty()).then(|| view! { <span class="small muted">{label} " "</span> })}
                    <span class="value">"◆ " {figure.value.to_string()}</span>
                    "　"
                    {dates::short(figure.date)}
                </p>
                <p class="small muted">{figure.basis.label()}</p>
                <VerdictView assessment />
                {(!figure.note.is_empty()).then(|| view! { <p class="shared-text small">{figure.note.clone()}</p> })}
                {figure
                    .source
                    .as_ref()
                    .map(|source| {
                        let address = source.as_str().to_owned();
                        view! {
                            <p class="small source-link">
                                <a href=address.clone() target="_blank" rel="noopener noreferrer">{address.clone()}</a>
                            </p>
                        }
                    })}
            </div>
        </li>
    }
}
