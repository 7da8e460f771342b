//! 資料: the whole document in printed order, as text, every row with its line so that anything can be cited.

use exchange::export::plain_text;
use leptos::prelude::*;
use list::{Goal, Indicator, Plan, Section, SourceLine};
use routes::Route;
use words::{goal_title, plan_title, text};

use crate::{
    browser::dom,
    controls::page_head::PageHead,
    state::{use_dataset, use_downloads},
};

/// The DOM id of a source line, the place `#/document?line=N` scrolls to.
fn anchor(line: SourceLine) -> String {
    format!("line-{}", line.0)
}

/// The document; `line` is scrolled into view and marked.
#[component]
pub fn DocumentPage(line: Option<SourceLine>) -> impl IntoView {
    let dataset = use_dataset();
    let downloads = use_downloads();
    let plain = move |_| downloads.offer_named("document", "txt", "text/plain", &plain_text(dataset));
    let document_ = &dataset.document;
    // The rows exist only after this component has been mounted.
    Effect::new(move |_| {
        if let Some(line) = line {
            dom::go_to(&anchor(line));
        }
    });
    view! {
        <PageHead
            title=document_.short_title.clone()
            trail=vec![(text::common::overview().to_owned(), Route::Overview)]
            eyebrow=text::common::document()
        />
        <div class="prose stack">
            <p>
                {document_.title.iter().map(|line| view! { {line.as_str()}<br /> }).collect_view()}
                {document_.edition.as_str()}
                <br />
                {document_.published_printed.as_str()}
                "　"
                {document_.publisher.as_str()}
            </p>
            <p class="muted">{document_.edition_note.as_str()}</p>
        </div>
        <p class="page-actions no-print">
            <button type="button" class="button" on:click=plain>{text::document::plain()}</button>
        </p>
        {dataset.sections.iter().map(|section| view! { <SectionView section /> }).collect_view()}
        {dataset.goals.iter().map(|goal| view! { <GoalSection goal /> }).collect_view()}
    }
}

#[component]
fn SectionView(section: &'static Section) -> impl IntoView {
    view! {
        <section class="document-section prose stack" id=anchor(section.line)>
            <h2>{section.heading.as_str()}</h2>
            {section
                .passages
                .iter()
                .map(|passage| {
                    view! {
                        <p id=anchor(passage.line)>
                            {passage.label.as_ref().map(|label| format!("{label}　"))}
                            {passage.text.as_str()}
                        </p>
                    }
                })
                .collect_view()}
        </section>
    }
}

#[component]
fn GoalSection(goal: &'static Goal) -> impl IntoView {
    let dataset = use_dataset();
    view! {
        <section class="document-section" id=anchor(goal.line)>
            <h2>{text::common::goal()} "　" {goal_title(goal)}</h2>
            <div class="prose stack">
                <h3>{text::goal::numeric_targets()}</h3>
                <ul>
                    {goal
                        .numeric_targets
                        .iter()
                        .map(|target| view! { <li>{target.printed.as_str()}</li> })
                        .collect_view()}
                </ul>
                <h3 id=anchor(goal.direction_line)>{text::goal::direction()}</h3>
                {goal.direction_paragraphs.iter().map(|text| view! { <p>{text.as_str()}</p> }).collect_view()}
                <ul>{goal.direction_bullets.iter().map(|text| view! { <li>{text.as_str()}</li> }).collect_view()}</ul>
            </div>
            {dataset.plans_of(&goal.id).map(|plan| view! { <PlanTable plan /> }).collect_view()}
        </section>
    }
}

#[component]
fn PlanTable(plan: &'static Plan) -> impl IntoView {
    let dataset = use_dataset();
    let mut heading: Option<&str> = None;
    let rows = dataset
        .indicators_of(&plan.id)
        .map(|indicator| {
            let group = indicator.group.as_deref();
            let new_heading = if group == heading { None } else { group };
            heading = group;
            view! {
                {new_heading
                    .map(|name| view! { <tr class="group-row"><th colspan="4" scope="colgroup">{name}</th></tr> })}
                <Row indicator />
            }
        })
        .collect_view();
    view! {
        <h3 class="document-section">
            <a href=Route::Plan(plan.id.clone()).href()>{plan_title(plan)}</a>
        </h3>
        <table class="document-table">
            <thead>
                <tr>
                    <th scope="col">{text::document::line()}</th>
                    <th scope="col">{text::common::indicator()}</th>
                    <th scope="col">{text::common::current()}</th>
                    <th scope="col">{text::common::target()}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

#[component]
fn Row(indicator: &'static Indicator) -> impl IntoView {
    let lines = |lines: &'static [String]| {
        lines.iter().map(|line| view! { <span class="printed-line">{line.as_str()}</span> }).collect_view()
    };
    view! {
        <tr id=anchor(indicator.line)>
            <td class="line-number">{indicator.line.0}</td>
            <th scope="row">
                <a href=Route::Indicator(indicator.id.clone()).href()>
                    {indicator.id.to_string()} "　" {indicator.name.as_str()}
                </a>
            </th>
            <td data-label=text::common::current()>{lines(&indicator.current.lines)}</td>
            <td data-label=text::common::target()>{lines(&indicator.target.lines)}</td>
        </tr>
    }
}
