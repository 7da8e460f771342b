//! The choice of the grid's columns, and a note about figures on days without a column.

use figures::{check_date, sheet::hidden};
use format::dates;
use leptos::{ev::SubmitEvent, prelude::*};
use list::Date;
use routes::Route;
use words::text::{self, scenario::sheet as labels};

use crate::{
    controls::{Button, FieldError},
    pages::grid::grid_state::GridState,
    state::use_navigation,
};

#[component]
pub fn DayColumns(grid: GridState) -> impl IntoView {
    let navigation = use_navigation();
    let scenario = grid.scenario;
    let typed = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    // The figures on days without a column: their count, and the days.
    let hidden = Memo::new(move |_| {
        let hidden = |scenario: &_| hidden(scenario, &grid.days.read());
        scenario.with_value(|id| grid.own.with_scenario(id, hidden)).unwrap_or_default()
    });
    let show = move |mut days: Vec<Date>| {
        days.sort_unstable();
        days.dedup();
        let fits = days.len() <= Route::MAX_DAYS;
        if fits {
            let query = navigation.route.read_untracked().query().cloned().unwrap_or_default();
            navigation.open(&Route::Sheet { scenario: scenario.get_value(), query, days });
        }
        problem.set((!fits).then(|| labels::too_many_days().to_owned()));
        fits
    };
    let show_hidden = move |_| {
        let mut days = grid.days.get_untracked();
        days.extend(hidden.get_untracked().1);
        show(days);
    };
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        match check_date(&typed.get_untracked()) {
            Ok(day) => {
                let mut days = grid.days.get_untracked();
                days.push(day);
                if show(days) {
                    typed.set(String::new());
                }
            }
            Err(fault) => problem.set(Some(text::figures::input_fault(&fault))),
        }
    };
    let chips = move || {
        let days = grid.days.get();
        let is_last = days.len() == 1;
        let chip = |&day: &Date| {
            let others: Vec<Date> = days.iter().copied().filter(|other| *other != day).collect();
            let remove = move |_| _ = show(others.clone());
            let label = dates::long(day);
            view! {
                <button type="button" class="chip" disabled=is_last aria-label=text::explorer::remove(&label) on:click=remove>
                    {label.clone()} <span aria-hidden="true">"✕"</span>
                </button>
            }
        };
        days.iter().map(chip).collect_view()
    };
    view! {
        <Show when=move || hidden.read().0 != 0>
            <p class="small sheet-hidden">
                {move || labels::hidden(hidden.read().0)} " "
                <Button class="button button--plain no-print" label=labels::show_hidden() on_press=show_hidden />
            </p>
        </Show>
        <details class="sheet-days no-print">
            <summary>{labels::days()}</summary>
            <div class="chips">{chips}</div>
            <form class="field" novalidate on:submit=add>
                <label for="sheet-day">{labels::add_day()}</label>
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
                    <button type="submit" class="button">{labels::add()}</button>
                </div>
            </form>
            <FieldError id="sheet-day-problem" error=problem />
        </details>
    }
}
