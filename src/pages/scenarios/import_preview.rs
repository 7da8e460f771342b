//! What taking a file would do: counts, lists to open, what to take, and how.

use exchange::import::{ImportMode, ImportPreview, Incoming, IncomingScenario, compare};
use figures::{Figure, ScenarioId};
use format::dates;
use leptos::{html, prelude::*};
use list::Dataset;
use words::screen::scenario::files as labels;

use crate::{
    pages::scenarios::files::{names, options},
    state::use_app,
};

/// How many lines of a list are shown.
const LINES: usize = 100;

/// The three ways, without their target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    New,
    Merge,
    Replace,
}

/// `close` is called when the file is taken or left.
#[component]
pub fn ImportPreview(name: String, incoming: Incoming, close: Callback<()>) -> impl IntoView {
    let app = use_app();
    let heading = NodeRef::<html::H3>::new();
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            request_animation_frame(move || {
                // Where it cannot take focus, the section still stands right below the field.
                let _ = heading.focus();
            });
        }
    });
    let scenarios = Memo::new(move |_| names(app));
    let target = RwSignal::new(first_target(app, &incoming));
    let how = RwSignal::new(How::New);
    let picked = RwSignal::new(vec![true; incoming.scenarios.len()]);
    let figures: usize = incoming.scenarios.iter().map(|s| s.figures.len()).sum();
    let several = incoming.scenarios.len() > 1;
    let left = incoming.refused.iter().map(ToString::to_string).collect::<Vec<_>>();
    let unknown: Vec<String> = incoming
        .scenarios
        .iter()
        .flat_map(|s| &s.figures)
        .filter(|candidate| !candidate.known)
        .map(|candidate| line(app.dataset, &candidate.figure))
        .collect();
    let blank = incoming.blank;
    let can_take = !incoming.scenarios.is_empty();
    let cautions = incoming.cautions.clone();
    let choices: Vec<(String, usize)> = incoming.scenarios.iter().map(|s| (s.name.clone(), s.figures.len())).collect();
    let incoming = StoredValue::new(incoming);
    let one_picked = Memo::new(move |_| picked.read().iter().filter(|is| **is).count() == 1);
    // A way that needs one scenario falls back where several are picked.
    let how_now = Memo::new(move |_| if one_picked.get() { how.get() } else { How::New });
    let target_name = Memo::new(move |_| {
        let scenarios = scenarios.read();
        let found = scenarios.iter().find(|(id, _)| *id == *target.read());
        found.map(|(_, name)| name.clone()).unwrap_or_default()
    });
    let preview = Memo::new(move |_| {
        if !one_picked.get() {
            return None;
        }
        let notebook = app.notebook.read();
        let there = notebook.workspace.scenario(&target.read())?;
        incoming.with_value(|incoming| {
            let chosen = chosen(incoming, &picked.read());
            chosen.first().map(|one| compare(one, there))
        })
    });
    let take = move |_| {
        let id = target.get_untracked();
        let way = match how_now.get_untracked() {
            How::New => ImportMode::AsNew,
            How::Merge => ImportMode::Merge(id),
            How::Replace => ImportMode::Replace(id),
        };
        let nothing = way != ImportMode::AsNew
            && preview.read_untracked().as_ref().is_some_and(|preview| {
                preview.new.is_empty()
                    && preview.changed.is_empty()
                    && (preview.gone.is_empty() || matches!(way, ImportMode::Merge(_)))
            });
        if nothing {
            app.show_message(labels::NO_CHANGE.to_owned());
            return close.run(());
        }
        let done = incoming.with_value(|incoming| app.take_in(&way, &chosen(incoming, &picked.read_untracked())));
        if done {
            close.run(());
        }
    };
    view! {
        <section class="import" aria-labelledby="import-heading">
            <h3 id="import-heading" tabindex="-1" node_ref=heading>{labels::preview(&name)}</h3>
            <p>{labels::holds(figures, choices.len())} {labels::UNTOUCHED}</p>
            {cautions
                .into_iter()
                .map(|caution| view! { <p class="import__caution">{caution}</p> })
                .collect_view()}
            {can_take.then(|| view! { <Counts preview target_name how=how_now /> })}
            {lines(labels::UNKNOWN, unknown, false)}
            {lines(labels::LEFT, left, !can_take)}
            {(blank > 0).then(|| view! { <p class="small muted">{labels::count(labels::BLANK, blank)}</p> })}
            {several.then(|| view! { <Picks choices picked /> })}
            {can_take
                .then(|| {
                    view! {
                        <fieldset class="field plain-fieldset">
                            <legend>{labels::HOW}</legend>
                            <div class="import__ways">
                                {way_choice(how, how_now, one_picked, How::New, move || labels::AS_NEW.to_owned())}
                                {way_choice(how, how_now, one_picked, How::Merge, move || labels::merge(&target_name.read()))}
                                {way_choice(how, how_now, one_picked, How::Replace, move || labels::replace(&target_name.read()))}
                            </div>
                            <Show when=move || !one_picked.get()>
                                <p class="field__hint">{labels::ONE_ONLY}</p>
                            </Show>
                        </fieldset>
                        <Show when=move || { scenarios.read().len() > 1 && how_now.get() != How::New }>
                            <div class="field">
                                <label for="import-target">{labels::TARGET}</label>
                                <select
                                    id="import-target"
                                    on:change=move |event| {
                                        if let Ok(id) = ScenarioId::parse(&event_target_value(&event)) {
                                            target.set(id);
                                        }
                                    }
                                >
                                    {move || options(&scenarios.read(), Some(&target.read_untracked()))}
                                </select>
                            </div>
                        </Show>
                    }
                })}
            <div class="actions">
                {can_take
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button button--own"
                                data-import="take"
                                prop:disabled=move || !picked.read().contains(&true)
                                on:click=take
                            >
                                {labels::TAKE}
                            </button>
                        }
                    })}
                <button
                    type="button"
                    class="button button--plain"
                    data-import="cancel"
                    on:click=move |_| close.run(())
                >
                    {labels::CANCEL}
                </button>
            </div>
        </section>
    }
}

/// The scenario of the same name as the file's first, else the one in use.
fn first_target(app: crate::state::AppState, incoming: &Incoming) -> ScenarioId {
    let notebook = app.notebook.read_untracked();
    let shown = notebook.workspace.scenarios();
    let name = incoming.scenarios.first().map(|first| first.name.as_str());
    let same = shown.iter().find(|scenario| Some(scenario.name()) == name);
    same.map_or_else(|| notebook.workspace.active().id.clone(), |s| s.id.clone())
}

fn chosen<'i>(incoming: &'i Incoming, picked: &[bool]) -> Vec<&'i IncomingScenario> {
    let with_picks = incoming.scenarios.iter().zip(picked);
    with_picks.filter(|(_, is)| **is).map(|(s, _)| s).collect()
}

/// How the one picked scenario differs from the target.
#[component]
fn Counts(preview: Memo<Option<ImportPreview>>, target_name: Memo<String>, how: Memo<How>) -> impl IntoView {
    let dataset = use_app().dataset;
    view! {
        {move || {
            preview
                .get()
                .map(|preview| {
                    let changed = preview
                        .changed
                        .iter()
                        .map(|(before, after)| change(dataset, before, after))
                        .collect();
                    let each = |figures: &[Figure]| {
                        figures.iter().map(|figure| line(dataset, figure)).collect()
                    };
                    view! {
                        <h4>{labels::compared(&target_name.read())}</h4>
                        {lines(labels::NEW, each(&preview.new), false)}
                        {lines(labels::CHANGED, changed, false)}
                        {lines(labels::SAME, each(&preview.same), false)}
                        {lines(labels::GONE, each(&preview.gone), how.get() == How::Replace)}
                    }
                })
        }}
    }
}

/// Which figure it is: number, name, day.
fn place(dataset: &Dataset, figure: &Figure) -> String {
    let id = &figure.indicator;
    let name = dataset.indicator(id).map_or("", |found| &found.name);
    format!("指標{id} {name} {}", dates::short(figure.date))
}

/// A figure in a line.
fn line(dataset: &Dataset, figure: &Figure) -> String {
    format!("{}：{}", place(dataset, figure), figure.value)
}

/// What becomes of a figure, in a line.
fn change(dataset: &Dataset, before: &Figure, after: &Figure) -> String {
    let place = place(dataset, after);
    if before.value == after.value {
        format!("{place}：{}（根拠・メモ・出典が変わる）", after.value)
    } else {
        format!("{place}：{} → {}", before.value, after.value)
    }
}

/// A count that opens into its list; nothing for none.
fn lines(label: &'static str, lines: Vec<String>, open: bool) -> Option<AnyView> {
    let count = lines.len();
    let more = count.saturating_sub(LINES);
    (count > 0).then(|| {
        view! {
            <details class="import__lines" open=open>
                <summary>{labels::count(label, count)}</summary>
                // A long list scrolls, and not every browser lets the keyboard do that unasked.
                <ul tabindex="0" aria-label=labels::count(label, count)>
                    {lines.into_iter().take(LINES).map(|line| view! { <li>{line}</li> }).collect_view()}
                    {(more > 0).then(|| view! { <li>{labels::more(more)}</li> })}
                </ul>
            </details>
        }
        .into_any()
    })
}

/// Which of the file's scenarios to take.
#[component]
fn Picks(choices: Vec<(String, usize)>, picked: RwSignal<Vec<bool>>) -> impl IntoView {
    view! {
        <fieldset class="field plain-fieldset">
            <legend>{labels::SCENARIOS}</legend>
            <div class="choices">
                {choices
                    .into_iter()
                    .enumerate()
                    .map(|(at, (name, figures))| {
                        let toggle = move |_| {
                            picked
                                .update(|picked| {
                                    if let Some(is) = picked.get_mut(at) {
                                        *is = !*is;
                                    }
                                });
                        };
                        view! {
                            <label>
                                <input
                                    type="checkbox"
                                    prop:checked=move || picked.read().get(at) == Some(&true)
                                    on:change=toggle
                                />
                                {labels::scenario(&name, figures)}
                            </label>
                        }
                    })
                    .collect_view()}
            </div>
        </fieldset>
    }
}

fn way_choice(
    how: RwSignal<How>,
    now: Memo<How>,
    one_picked: Memo<bool>,
    choice: How,
    label: impl Fn() -> String + Send + 'static,
) -> impl IntoView {
    let value = match choice {
        How::New => "new",
        How::Merge => "merge",
        How::Replace => "replace",
    };
    view! {
        <label>
            <input
                type="radio"
                name="import-way"
                value=value
                prop:checked=move || now.get() == choice
                prop:disabled=move || choice != How::New && !one_picked.get()
                on:change=move |_| how.set(choice)
            />
            {label}
        </label>
    }
}
