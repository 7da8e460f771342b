//! Making a scenario: empty, a copy, or one that follows from the list.

use std::collections::BTreeMap;

use figures::{Action, EditError, ScenarioTemplate, SkipReason, TemplateResult, check_date, usual_days};
use format::dates;
use leptos::prelude::*;
use list::IndicatorId;
use routes::Route;
use words::screen::scenario as labels;

use crate::{
    controls::field_draft::FieldDraft,
    state::{AppState, use_app},
};

/// What the new one begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    Empty,
    Copy,
    TargetsMet,
    AsToday,
    EvenPace,
}

impl Start {
    const ALL: [Self; 5] = [Self::Empty, Self::Copy, Self::TargetsMet, Self::AsToday, Self::EvenPace];

    fn label(self) -> &'static str {
        match self {
            Self::Empty => labels::START_EMPTY,
            Self::Copy => labels::START_COPY,
            Self::TargetsMet => labels::START_TARGETS,
            Self::AsToday => labels::START_TODAY,
            Self::EvenPace => labels::START_PACE,
        }
    }

    /// The name offered for it.
    fn name(self, app: AppState) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Copy => app.with_active(|active| labels::copy_name(active.name())),
            Self::TargetsMet => labels::NAME_TARGETS.to_owned(),
            Self::AsToday => labels::NAME_TODAY.to_owned(),
            Self::EvenPace => labels::NAME_PACE.to_owned(),
        }
    }

    fn needs_day(self) -> bool {
        matches!(self, Self::AsToday | Self::EvenPace)
    }
}

/// What is wrong with the form.
#[derive(Debug, Clone, PartialEq)]
enum Problem {
    Name(EditError),
    Day(String),
}

/// The form, and after making what the new scenario leaves out.
#[component]
pub fn NewScenario() -> impl IntoView {
    let app = use_app();
    let start = RwSignal::new(Start::Empty);
    let left = FieldDraft::of(app, "new-scenario");
    let name = RwSignal::new(left.read().unwrap_or_default());
    let usual = usual_days(app.dataset);
    let day = RwSignal::new(usual.first().map(|day| dates::short(*day)).unwrap_or_default());
    let problem = RwSignal::new(None::<Problem>);
    let made = RwSignal::new(None::<TemplateResult>);
    let choose = move |chosen: Start| {
        // A name the reader has not written is replaced by the one that fits.
        let offered = Start::ALL.iter().any(|one| one.name(app) == name.get_untracked());
        start.set(chosen);
        problem.set(None);
        if offered {
            left.forget();
            name.set(chosen.name(app));
        }
    };
    let submit = move || {
        // Copies: a borrowed signal could not be set below.
        let (name_text, day_text) = (name.get_untracked(), day.get_untracked());
        match make(app, start.get_untracked(), &name_text, &day_text) {
            Ok(done) => {
                made.set(done);
                problem.set(None);
                start.set(Start::Empty);
                left.forget();
                name.set(String::new());
            }
            Err(fault) => problem.set(Some(fault)),
        }
    };
    let name_fault = move || match problem.get() {
        Some(Problem::Name(error)) => Some(error.to_string()),
        _ => None,
    };
    let day_fault = move || match problem.get() {
        Some(Problem::Day(message)) => Some(message),
        _ => None,
    };
    let complaint = |fault: Option<String>| fault.map(|text| view! { <p class="field__error">{text}</p> });
    let chips = StoredValue::new(usual);
    view! {
        <section class="scenario-section no-print" aria-labelledby="new-heading">
            <h2 id="new-heading">{labels::NEW}</h2>
            <form
                class="scenario-form"
                id="new-scenario"
                novalidate
                autocomplete="off"
                on:submit=move |event| {
                    event.prevent_default();
                    submit();
                }
            >
                <fieldset class="field plain-fieldset">
                    <legend>{labels::START}</legend>
                    <div class="choices choices--column">
                        {Start::ALL
                            .into_iter()
                            .map(|one| {
                                view! {
                                    <label>
                                        <input
                                            type="radio"
                                            name="new-start"
                                            prop:checked=move || start.get() == one
                                            on:change=move |_| choose(one)
                                        />
                                        {one.label()}
                                    </label>
                                }
                            })
                            .collect_view()}
                    </div>
                </fieldset>
                <Show when=move || start.get().needs_day()>
                    <div class="field">
                        <label for="new-day">{labels::START_DAY}</label>
                        <input
                            type="text"
                            id="new-day"
                            aria-invalid=move || day_fault().map(|_| "true")
                            aria-describedby="new-day-problem"
                            prop:value=move || day.get()
                            on:input=move |event| {
                                problem.set(None);
                                day.set(event_target_value(&event));
                            }
                        />
                        <div class="chips date-chips">
                            {chips
                                .get_value()
                                .into_iter()
                                .map(|one| {
                                    let text = dates::short(one);
                                    let label = text.clone();
                                    view! {
                                        <button
                                            type="button"
                                            class="chip"
                                            on:click=move |_| {
                                                problem.set(None);
                                                day.set(text.clone());
                                            }
                                        >
                                            {label}
                                        </button>
                                    }
                                })
                                .collect_view()}
                        </div>
                        <div id="new-day-problem" aria-live="polite">{move || complaint(day_fault())}</div>
                    </div>
                </Show>
                <div class="field">
                    <label for="new-name">{labels::NAME}</label>
                    <input
                        type="text"
                        id="new-name"
                        aria-invalid=move || name_fault().map(|_| "true")
                        aria-describedby="new-name-problem"
                        prop:value=move || name.get()
                        on:input=move |event| {
                            problem.set(None);
                            let typed = event_target_value(&event);
                            left.keep_other(&typed, "");
                            name.set(typed);
                        }
                    />
                    <div id="new-name-problem" aria-live="polite">{move || complaint(name_fault())}</div>
                </div>
                <div class="actions">
                    <button type="submit" class="button button--own">{labels::MAKE}</button>
                </div>
            </form>
            <div role="status">{move || made.get().map(|made| left_out(app, made))}</div>
        </section>
    }
}

/// Makes the scenario; gives what follows from the list, where it was made from it.
fn make(app: AppState, start: Start, name: &str, day: &str) -> Result<Option<TemplateResult>, Problem> {
    let read = || check_date(day).map_err(Problem::Day);
    let made = match start {
        Start::Empty | Start::Copy => None,
        Start::TargetsMet => Some(ScenarioTemplate::TargetsMet.make(app.dataset)),
        Start::AsToday => Some(ScenarioTemplate::AsToday(read()?).make(app.dataset)),
        Start::EvenPace => Some(ScenarioTemplate::EvenPace(read()?).make(app.dataset)),
    };
    let (id, name) = (app.new_scenario_id(), name.to_owned());
    let action = match start {
        Start::Copy => Action::CopyScenario { from: app.active_scenario(), id, name },
        _ => Action::AddScenario {
            id,
            name,
            description: String::new(),
            figures: made.as_ref().map(|made| made.figures.clone()).unwrap_or_default(),
        },
    };
    app.attempt(action).map_err(Problem::Name)?;
    Ok(made)
}

/// What a ready-made scenario leaves out, by reason.
fn left_out(app: AppState, made: TemplateResult) -> impl IntoView {
    let mut by_reason: BTreeMap<SkipReason, Vec<IndicatorId>> = BTreeMap::new();
    let (set, left) = (made.figures.len(), made.left_out.len());
    for (id, why) in made.left_out {
        by_reason.entry(why).or_default().push(id);
    }
    let groups = by_reason
        .into_iter()
        .map(|(why, ids)| {
            let links = ids
                .into_iter()
                .filter_map(|id| app.dataset.indicator(&id))
                .map(|indicator| {
                    let href = Route::Indicator(indicator.id.clone()).href();
                    view! { <li><a href=href>{indicator.id.to_string()} "　" {indicator.full_name()}</a></li> }
                })
                .collect_view();
            view! {
                <h3>{why.label()}</h3>
                <ul>{links}</ul>
            }
        })
        .collect_view();
    view! {
        <p>{labels::left_out(set, left)}</p>
        <details>
            <summary>{labels::left_out_list(left)}</summary>
            {groups}
        </details>
    }
}
