//! The preview of an import: counts, expandable lists, the choice of scenarios and of the mode.

use exchange::import::{ImportMode, ImportPreview, Incoming, IncomingScenario, compare};
use figures::{Figure, ScenarioId};
use format::dates;
use leptos::prelude::*;
use list::Dataset;
use strum::{IntoStaticStr, VariantArray};
use words::text::scenario::files as labels;

use crate::{
    browser::dom,
    controls::{RadioGroup, use_scenarios},
    pages::scenarios::scenario_select::ScenarioSelect,
    state::{Figures, use_dataset, use_figures, use_messages},
};

const MAX_LINES: usize = 100;

/// An [`ImportMode`] without its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
enum ImportChoice {
    New,
    Merge,
    Replace,
}

impl ImportChoice {
    fn label(self, target: &str) -> String {
        match self {
            Self::New => labels::as_new().to_owned(),
            Self::Merge => labels::merge(target),
            Self::Replace => labels::replace(target),
        }
    }

    /// Whether an import in this mode would change nothing.
    fn is_empty(self, preview: &ImportPreview) -> bool {
        let nothing_set = preview.new.is_empty() && preview.changed.is_empty();
        match self {
            Self::New => false,
            Self::Merge => nothing_set,
            Self::Replace => nothing_set && preview.removed.is_empty(),
        }
    }
}

/// `close` is called after the import, or when it is cancelled.
#[component]
pub fn ImportPanel(name: String, incoming: Incoming, close: Callback<()>) -> impl IntoView {
    let dataset = use_dataset();
    let figures = use_figures();
    let messages = use_messages();
    dom::focus_later("#import-heading".to_owned());
    let figure_count: usize = incoming.scenarios.iter().map(|scenario| scenario.figures.len()).sum();
    let count = incoming.scenarios.len();
    let can_take = count > 0;
    let refused: Vec<String> = incoming.refused.iter().map(ToString::to_string).collect();
    let candidates = incoming.scenarios.iter().flat_map(|scenario| &scenario.figures);
    let unknown = candidates.filter(|candidate| !candidate.known);
    let unknown: Vec<String> = unknown.map(|candidate| figure_line(dataset, &candidate.figure)).collect();
    let blank = incoming.blank;
    let cautions = incoming.cautions.iter().map(|caution| view! { <p class="import__caution">{caution.clone()}</p> });
    let cautions = cautions.collect_view();
    let scenarios = use_scenarios();
    let target = RwSignal::new(Some(first_target(figures, &incoming)));
    let picked = RwSignal::new(vec![true; count]);
    let incoming = StoredValue::new(incoming);
    let none_picked = move || !picked.read().contains(&true);
    let one_picked = Memo::new(move |_| picked.read().iter().filter(|picked| **picked).count() == 1);
    let chosen = RwSignal::new(ImportChoice::New);
    // Merging and replacing need exactly one scenario.
    let choice = Memo::new(move |_| if one_picked.get() { chosen.get() } else { ImportChoice::New });
    let target_name = Memo::new(move |_| {
        let scenarios = scenarios.read();
        let found = scenarios.iter().find(|scenario| Some(&scenario.id) == target.read().as_ref());
        found.map(|scenario| scenario.name.clone()).unwrap_or_default()
    });
    let preview = Memo::new(move |_| {
        let notebook = figures.notebook();
        let scenario = notebook.workspace.scenario(target.read().as_ref()?).filter(|_| one_picked.get())?;
        incoming.with_value(|incoming| {
            let picked = picked_scenarios(incoming, &picked.read());
            picked.first().map(|incoming| compare(incoming, scenario))
        })
    });
    let take = move |_| {
        let choice = choice.get_untracked();
        if preview.read_untracked().as_ref().is_some_and(|preview| choice.is_empty(preview)) {
            messages.show(labels::no_change().to_owned());
            return close.run(());
        }
        let mode = match (choice, target.get_untracked()) {
            (ImportChoice::Merge, Some(target)) => ImportMode::Merge(target),
            (ImportChoice::Replace, Some(target)) => ImportMode::Replace(target),
            (ImportChoice::New, _) | (_, None) => ImportMode::AsNew,
        };
        if incoming.with_value(|incoming| figures.import(&mode, &picked_scenarios(incoming, &picked.read_untracked())))
        {
            close.run(());
        }
    };
    let cancel = move |_| close.run(());
    view! {
        <section class="import" aria-labelledby="import-heading">
            <h3 id="import-heading" tabindex="-1">{labels::preview(&name)}</h3>
            <p>{words::text::scenario::file_content(figure_count, count)} {labels::untouched()}</p>
            {cautions}
            {can_take.then(|| view! { <Comparison preview target_name choice /> })}
            {line_list(labels::unknown(), unknown, false)}
            {line_list(labels::left(), refused, !can_take)}
            {(blank > 0).then(|| view! { <p class="small muted">{labels::count(labels::blank(), blank)}</p> })}
            {(count > 1).then(|| view! { <ScenarioPicks incoming picked /> })}
            {can_take.then(|| view! {
                <RadioGroup
                    legend=labels::how()
                    name="import-way"
                    options=ImportChoice::VARIANTS.iter().copied()
                    label=move |option| move || option.label(&target_name.read())
                    is_selected=move |option| choice.get() == option
                    on_select=move |option| chosen.set(option)
                    code=Into::into
                    is_disabled=Callback::new(move |option| option != ImportChoice::New && !one_picked.get())
                    options_class="import__ways"
                >
                    <Show when=move || !one_picked.get()><p class="field__hint">{labels::one_only()}</p></Show>
                </RadioGroup>
                <Show when=move || { scenarios.read().len() > 1 && choice.get() != ImportChoice::New }>
                    <ScenarioSelect id="import-target" label=labels::target() scenarios selected=target />
                </Show>
            })}
            <div class="actions">
                {can_take.then(|| view! {
                    <button type="button" class="button button--own" data-import="apply" prop:disabled=none_picked on:click=take>
                        {labels::take()}
                    </button>
                })}
                <button type="button" class="button button--plain" data-import="cancel" on:click=cancel>{labels::cancel()}</button>
            </div>
        </section>
    }
}

/// The scenario with the name of the first one of the file, or else the active one.
fn first_target(figures: Figures, incoming: &Incoming) -> ScenarioId {
    let notebook = figures.notebook_untracked();
    let name = incoming.scenarios.first().map(|scenario| scenario.name.as_str());
    let scenarios = notebook.workspace.scenarios();
    let same_name = scenarios.into_iter().find(|scenario| Some(scenario.name()) == name);
    same_name.unwrap_or(notebook.workspace.active()).id.clone()
}

fn picked_scenarios<'i>(incoming: &'i Incoming, picked: &[bool]) -> Vec<&'i IncomingScenario> {
    let scenarios = incoming.scenarios.iter().zip(picked);
    scenarios.filter(|(_, picked)| **picked).map(|(scenario, _)| scenario).collect()
}

#[component]
fn Comparison(
    preview: Memo<Option<ImportPreview>>,
    target_name: Memo<String>,
    choice: Memo<ImportChoice>,
) -> impl IntoView {
    let dataset = use_dataset();
    move || {
        let ImportPreview { new, changed, same, removed } = preview.get()?;
        let figure_lines =
            |figures: &[Figure]| figures.iter().map(|figure| figure_line(dataset, figure)).collect::<Vec<_>>();
        let changed = changed.iter().map(|(before, after)| change_line(dataset, before, after)).collect();
        Some(view! {
            <h4>{labels::compared(target_name.read())}</h4>
            {line_list(labels::new(), figure_lines(&new), false)}
            {line_list(labels::changed(), changed, false)}
            {line_list(labels::same(), figure_lines(&same), false)}
            {line_list(labels::gone(), figure_lines(&removed), choice.get() == ImportChoice::Replace)}
        })
    }
}

fn figure_line(dataset: &Dataset, figure: &Figure) -> String {
    let name = dataset.indicator(&figure.indicator).map_or("", |indicator| &indicator.name);
    labels::figure(&figure.indicator, name, dates::short(figure.date), &figure.value)
}

fn change_line(dataset: &Dataset, before: &Figure, after: &Figure) -> String {
    let id = &after.indicator;
    let name = dataset.indicator(id).map_or("", |indicator| &indicator.name);
    let day = dates::short(after.date);
    if before.value == after.value {
        labels::details_change(id, name, day, &after.value)
    } else {
        labels::value_change(id, name, day, &before.value, &after.value)
    }
}

/// A count that expands to its list; nothing for an empty list.
fn line_list(label: &'static str, lines: Vec<String>, open: bool) -> Option<AnyView> {
    let count = lines.len();
    let hidden = count.saturating_sub(MAX_LINES);
    (count > 0).then(|| {
        view! {
            <details class="import__lines" open=open>
                <summary>{labels::count(label, count)}</summary>
                // A long list scrolls, and some browsers let the keyboard scroll it only with a tabindex.
                <ul tabindex="0" aria-label=labels::count(label, count)>
                    {lines.into_iter().take(MAX_LINES).map(|line| view! { <li>{line}</li> }).collect_view()}
                    {(hidden > 0).then(|| view! { <li>{labels::more(hidden)}</li> })}
                </ul>
            </details>
        }
        .into_any()
    })
}

#[component]
fn ScenarioPicks(incoming: StoredValue<Incoming>, picked: RwSignal<Vec<bool>>) -> impl IntoView {
    let pick = |(index, scenario): (usize, &IncomingScenario)| {
        let toggle = move |_| {
            picked.update(|picked| {
                if let Some(picked) = picked.get_mut(index) {
                    *picked = !*picked;
                }
            });
        };
        view! {
            <label>
                <input type="checkbox" prop:checked=move || picked.read().get(index) == Some(&true) on:change=toggle />
                {labels::scenario(&scenario.name, scenario.figures.len())}
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend>{labels::scenarios()}</legend>
            <div class="choices">
                {incoming.with_value(|incoming| incoming.scenarios.iter().enumerate().map(pick).collect_view())}
            </div>
        </fieldset>
    }
}
