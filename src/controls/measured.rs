//! Which targets can be checked with a number: on the overview goal by goal, on a goal's page by reason.

use assess::{Checkability, Uncheckable};
use leptos::prelude::*;
use list::{Goal, GoalId, Indicator, Measurability, TargetKind};
use routes::Route;
use search::{Choice, Query};
use words::{goal_title, text};

use crate::state::use_dataset;

/// Goal by goal, with the lists behind the counts.
#[component]
pub fn MeasuredByGoal() -> impl IntoView {
    let dataset = use_dataset();
    let row = |goal: Option<&Goal>, group: Checkability<'static>| {
        let name = goal.map_or_else(|| text::explorer::total().to_owned(), goal_title);
        let id = goal.map(|goal| &goal.id);
        let cell = |label: &str, count: usize, query: Query| {
            if count == 0 {
                return view! { <td><span class="muted">"0"</span></td> }.into_any();
            }
            let label = text::measured::cell(&name, label, count);
            view! { <td><a href=Route::Explore(query).href() aria-label=label>{count}</a></td> }.into_any()
        };
        let head = match goal {
            Some(goal) => view! { <a href=Route::Goal(goal.id.clone()).href()>{goal_title(goal)}</a> }.into_any(),
            None => name.clone().into_any(),
        };
        view! {
            <tr>
                <th scope="row">{head}</th>
                {cell(text::measured::number(), group.number, with_number(id))}
                {cell(text::measured::direction(), group.direction, direction_only(id))}
                {cell(text::measured::words(), group.words, in_words(id))}
            </tr>
        }
    };
    view! {
        <section class="section" aria-labelledby="measured">
            <h2 id="measured">{text::measured::heading()}</h2>
            <p class="prose muted">{text::measured::lead()}</p>
            <table class="matrix">
                <thead>
                    <tr>
                        <th scope="col">{text::common::goal()}</th>
                        <th scope="col">{text::measured::number()}</th>
                        <th scope="col">{text::measured::direction()}</th>
                        <th scope="col">{text::measured::words()}</th>
                    </tr>
                </thead>
                <tbody>
                    {dataset
                        .goals
                        .iter()
                        .map(|goal| row(Some(goal), Checkability::of(dataset.indicators_of_goal(&goal.id))))
                        .collect_view()}
                </tbody>
                <tfoot>{row(None, Checkability::of(&dataset.indicators))}</tfoot>
            </table>
            <details class="tool">
                <summary>{text::measured::open_list()}</summary>
                <Reasons group=Checkability::of(&dataset.indicators) />
            </details>
        </section>
    }
}

/// One goal: how its targets are told, and the ones that cannot be checked.
#[component]
pub fn MeasuredOfGoal(goal: &'static Goal) -> impl IntoView {
    let group = Checkability::of(use_dataset().indicators_of_goal(&goal.id));
    let sentence = text::measured::sentence(group.total(), group.number, group.direction, group.words);
    view! {
        <section class="section" aria-labelledby="measured">
            <h2 id="measured">{text::measured::heading_goal()}</h2>
            <p>{sentence}</p>
            <Reasons group />
        </section>
    }
}

/// The targets that cannot be checked, by reason.
#[component]
fn Reasons(group: Checkability<'static>) -> impl IntoView {
    if group.unchecked.is_empty() {
        return view! { <p>{text::measured::none()}</p> }.into_any();
    }
    group
        .unchecked
        .into_iter()
        .map(|(reason, indicators)| view! { <Reason reason indicators /> })
        .collect_view()
        .into_any()
}

#[component]
fn Reason(reason: Uncheckable, indicators: Vec<&'static Indicator>) -> impl IntoView {
    view! {
        <h3 class="reason">{text::measured::reason_with_count(reason, indicators.len())}</h3>
        <ul class="reason-list plain">
            {indicators
                .into_iter()
                .map(|indicator| {
                    view! {
                        <li>
                            <a href=Route::Indicator(indicator.id.clone()).href()>
                                <span class="number muted">{indicator.id.to_string()}</span>
                                <span>{indicator.full_name()}</span>
                            </a>
                            <span class="muted">{text::measured::target(&indicator.target.printed())}</span>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
    .into_any()
}

fn of(goal: Option<&GoalId>, choices: impl IntoIterator<Item = Choice>) -> Query {
    let mut query = Query::default();
    query.chosen.extend(choices);
    query.chosen.extend(goal.cloned().map(Choice::Goal));
    query
}

fn with_number(goal: Option<&GoalId>) -> Query {
    of(goal, [Choice::Measurability(Measurability::InCell)])
}

fn direction_only(goal: Option<&GoalId>) -> Query {
    of(goal, NO_NUMBER.map(Choice::Measurability).into_iter().chain([Choice::Kind(TargetKind::Direction)]))
}

fn in_words(goal: Option<&GoalId>) -> Query {
    let kinds = TargetKind::ALL.into_iter().filter(|kind| *kind != TargetKind::Direction);
    of(goal, NO_NUMBER.map(Choice::Measurability).into_iter().chain(kinds.map(Choice::Kind)))
}

/// Where a target states its number when not in the cell.
const NO_NUMBER: [Measurability; 2] = [Measurability::InBracket, Measurability::None];
