use std::collections::BTreeMap;

use figures::{Action, ScenarioTemplate, SkipReason, TemplateResult, check_date, usual_days};
use format::dates;
use leptos::{ev::SubmitEvent, prelude::*};
use list::{Dataset, Indicator, IndicatorId};
use routes::Route;
use words::text::scenario as labels;

use crate::{
    controls::{DateField, DraftText, FieldBinding, FieldDraft, RadioGroup, TextField},
    state::{Figures, use_dataset, use_figures},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ScenarioStart {
    Empty,
    Copy,
    TargetsMet,
    AsToday,
    EvenPace,
}

impl ScenarioStart {
    const ALL: [Self; 5] = [Self::Empty, Self::Copy, Self::TargetsMet, Self::AsToday, Self::EvenPace];

    fn label(self) -> &'static str {
        match self {
            Self::Empty => labels::start_empty(),
            Self::Copy => labels::start_copy(),
            Self::TargetsMet => labels::start_targets(),
            Self::AsToday => labels::start_today(),
            Self::EvenPace => labels::start_pace(),
        }
    }

    fn suggested_name(self, figures: Figures) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Copy => figures.with_active(|active| labels::copy_name(active.name())),
            Self::TargetsMet => labels::name_targets().to_owned(),
            Self::AsToday => labels::name_today().to_owned(),
            Self::EvenPace => labels::name_pace().to_owned(),
        }
    }

    fn needs_day(self) -> bool {
        matches!(self, Self::AsToday | Self::EvenPace)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NewScenarioField {
    Name,
    Day,
}

#[component]
pub fn NewScenario() -> impl IntoView {
    let figures = use_figures();
    let dataset = use_dataset();
    let start = RwSignal::new(ScenarioStart::Empty);
    let name = DraftText::new(FieldDraft::of("new-scenario"), String::new());
    let days = usual_days(dataset);
    let day = RwSignal::new(days.first().map(|day| dates::short(*day)).unwrap_or_default());
    let days = StoredValue::new(days);
    let problem = RwSignal::new(None::<(NewScenarioField, String)>);
    let made = RwSignal::new(None::<TemplateResult>);
    let choose = move |chosen: ScenarioStart| {
        let is_suggested = untrack(|| {
            ScenarioStart::ALL.iter().any(|start| start.suggested_name(figures) == name.text.get_untracked())
        });
        start.set(chosen);
        problem.set(None);
        if is_suggested {
            name.forget();
            name.text.set(untrack(|| chosen.suggested_name(figures)));
        }
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match make(dataset, figures, start.get_untracked(), name.text.get_untracked(), &day.get_untracked()) {
            Ok(result) => {
                made.set(result);
                problem.set(None);
                start.set(ScenarioStart::Empty);
                name.set(String::new());
            }
            Err(found) => problem.set(Some(found)),
        }
    };
    let binding = move |field: NewScenarioField, value: RwSignal<String>, set: Callback<String>| FieldBinding {
        value: value.into(),
        error: Signal::derive(move || problem.get().filter(|(of, _)| *of == field).map(|(_, message)| message)),
        on_input: Callback::new(move |typed| {
            problem.set(None);
            set.run(typed);
        }),
    };
    let day_field = binding(NewScenarioField::Day, day, Callback::new(move |typed| day.set(typed)));
    let name_field = binding(NewScenarioField::Name, name.text, Callback::new(move |typed| name.set(typed)));
    view! {
        <section class="scenario-section no-print" aria-labelledby="new-heading">
            <h2 id="new-heading">{labels::new()}</h2>
            <form class="scenario-form" id="new-scenario" novalidate autocomplete="off" on:submit=submit>
                <RadioGroup
                    legend=labels::start()
                    name="new-start"
                    options=ScenarioStart::ALL
                    label=ScenarioStart::label
                    is_selected=move |option| start.get() == option
                    on_select=choose
                    options_class="choices choices--column"
                />
                <Show when=move || start.get().needs_day()>
                    <DateField id="new-day" label=labels::start_day() field=day_field days=days.get_value() />
                </Show>
                <TextField id="new-name" label=labels::name() field=name_field />
                <div class="actions"><button type="submit" class="button button--own">{labels::make()}</button></div>
            </form>
            <div role="status">{move || made.get().map(|made| view! { <LeftOut made /> })}</div>
        </section>
    }
}

/// Adds the scenario; returns the template's result, if it was made from the list.
fn make(
    dataset: &'static Dataset,
    figures: Figures,
    start: ScenarioStart,
    name: String,
    day: &str,
) -> Result<Option<TemplateResult>, (NewScenarioField, String)> {
    let day = || check_date(day).map_err(|fault| (NewScenarioField::Day, words::text::figures::input_fault(&fault)));
    let template = match start {
        ScenarioStart::Empty | ScenarioStart::Copy => None,
        ScenarioStart::TargetsMet => Some(ScenarioTemplate::TargetsMet),
        ScenarioStart::AsToday => Some(ScenarioTemplate::AsToday(day()?)),
        ScenarioStart::EvenPace => Some(ScenarioTemplate::EvenPace(day()?)),
    };
    let made = template.map(|template| template.make(dataset));
    let id = figures.new_scenario_id();
    let action = match start {
        ScenarioStart::Copy => Action::CopyScenario { from: figures.active_scenario(), id, name },
        _ => Action::AddScenario {
            id,
            name,
            description: String::new(),
            figures: made.as_ref().map(|made| made.figures.clone()).unwrap_or_default(),
        },
    };
    figures
        .attempt(action)
        .map_err(|error| (NewScenarioField::Name, words::text::figures::edit_error(error).to_owned()))?;
    Ok(made)
}

#[component]
fn LeftOut(made: TemplateResult) -> impl IntoView {
    let dataset = use_dataset();
    let (figures, left_out) = (made.figures.len(), made.left_out.len());
    let mut by_reason: BTreeMap<SkipReason, Vec<IndicatorId>> = BTreeMap::new();
    for (id, reason) in made.left_out {
        by_reason.entry(reason).or_default().push(id);
    }
    let item = |indicator: &'static Indicator| {
        let href = Route::Indicator(indicator.id.clone()).href();
        view! { <li><a href=href>{indicator.id.to_string()} "　" {indicator.full_name()}</a></li> }
    };
    let groups = by_reason.into_iter().map(|(reason, ids)| {
        view! {
            <h3>{words::text::figures::skip_reason(reason)}</h3>
            <ul>{ids.iter().filter_map(|id| dataset.indicator(id)).map(item).collect_view()}</ul>
        }
    });
    view! {
        <p>{labels::left_out(figures, left_out)}</p>
        <details><summary>{labels::left_out_list(left_out)}</summary>{groups.collect_view()}</details>
    }
}
