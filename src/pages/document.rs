//! 資料: the whole document as text in printed order. Each row has its line number, so that it can be cited.

use exchange::export::plain_text;
use leptos::prelude::*;
use list::{Goal, Indicator, Plan, Section, SourceLine};
use routes::Route;
use words::{
    goal_title, plan_title,
    text::{common, document as labels, goal as goal_labels},
};

use crate::{
    browser::dom,
    controls::{Button, PageHead, overview_trail},
    state::{use_dataset, use_downloads},
};

fn element_id(line: SourceLine) -> String {
    format!("line-{}", line.0)
}

#[component]
pub fn DocumentPage(line: Option<SourceLine>) -> impl IntoView {
    let dataset = use_dataset();
    let downloads = use_downloads();
    let export = move |_| downloads.offer_named("document", "txt", "text/plain", &plain_text(dataset));
    let info = &dataset.document;
    // An effect, because the rows exist only after this component has been mounted.
    Effect::new(move |_| {
        if let Some(line) = line {
            dom::go_to(&element_id(line));
        }
    });
    view! {
        <PageHead title=info.short_title.clone() trail=overview_trail() eyebrow=common::document() />
        <div class="prose stack">
            <p>
                {info.title.iter().map(|line| view! { {line.as_str()}<br /> }).collect_view()}
                {info.edition.as_str()}
                <br />
                {info.published_printed.as_str()} "　" {info.publisher.as_str()}
            </p>
            <p class="muted">{info.edition_note.as_str()}</p>
        </div>
        <p class="page-actions no-print">
            <Button label=labels::plain() on_press=export />
        </p>
        {dataset.sections.iter().map(section_view).collect_view()}
        {dataset.goals.iter().map(|goal| view! { <GoalSection goal /> }).collect_view()}
    }
}

fn section_view(section: &'static Section) -> impl IntoView {
    let passages = section.passages.iter().map(|passage| {
        let label = passage.label.as_ref().map(|label| format!("{label}　"));
        let id = (passage.line != section.line).then(|| element_id(passage.line));
        view! { <p id=id>{label} {passage.text.as_str()}</p> }
    });
    view! {
        <section class="document-section prose stack" id=element_id(section.line)>
            <h2>{section.heading.as_str()}</h2>
            {passages.collect_view()}
        </section>
    }
}

fn list_items(texts: impl Iterator<Item = &'static String>) -> impl IntoView {
    texts.map(|text| view! { <li>{text.as_str()}</li> }).collect_view()
}

#[component]
fn GoalSection(goal: &'static Goal) -> impl IntoView {
    view! {
        <section class="document-section" id=element_id(goal.line)>
            <h2>{common::goal()} "　" {goal_title(goal)}</h2>
            <div class="prose stack">
                <h3>{goal_labels::numeric_targets()}</h3>
                <ul>{list_items(goal.numeric_targets.iter().map(|target| &target.printed))}</ul>
                <h3 id=element_id(goal.direction_line)>{goal_labels::direction()}</h3>
                {goal.direction_paragraphs.iter().map(|text| view! { <p>{text.as_str()}</p> }).collect_view()}
                <ul>{list_items(goal.direction_bullets.iter())}</ul>
            </div>
            {use_dataset().plans_of(&goal.id).map(|plan| view! { <PlanTable plan /> }).collect_view()}
        </section>
    }
}

#[component]
fn PlanTable(plan: &'static Plan) -> impl IntoView {
    let mut last_group: Option<&str> = None;
    let mut last_line = None;
    let rows = use_dataset().indicators_of(&plan.id).map(|indicator| {
        let group = indicator.group.as_deref();
        let heading = group.filter(|_| group != last_group);
        last_group = group;
        let heading =
            heading.map(|name| view! { <tr class="group-row"><th colspan="4" scope="colgroup">{name}</th></tr> });
        // One line of the source can hold several indicators.
        let is_first_of_line = last_line.replace(indicator.line) != Some(indicator.line);
        let id = is_first_of_line.then(|| element_id(indicator.line));
        view! { {heading} {indicator_row(indicator, id)} }
    });
    let rows = rows.collect_view();
    let heads = [labels::line(), common::indicator(), common::current(), common::target()];
    view! {
        <h3 class="document-section"><a href=Route::Plan(plan.id.clone()).href()>{plan_title(plan)}</a></h3>
        <table class="document-table">
            <thead><tr>{heads.map(|head| view! { <th scope="col">{head}</th> })}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn indicator_row(indicator: &'static Indicator, id: Option<String>) -> impl IntoView {
    let lines = |lines: &'static [String]| {
        lines.iter().map(|line| view! { <span class="printed-line">{line.as_str()}</span> }).collect_view()
    };
    let href = Route::Indicator(indicator.id.clone()).href();
    view! {
        <tr id=id>
            <td class="line-number">{indicator.line.0}</td>
            <th scope="row"><a href=href>{indicator.id.to_string()} "　" {indicator.name.as_str()}</a></th>
            <td data-label=common::current()>{lines(&indicator.current.lines)}</td>
            <td data-label=common::target()>{lines(&indicator.target.lines)}</td>
        </tr>
    }
}
