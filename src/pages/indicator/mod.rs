//! 指標: the state of one indicator, its target and due day, and the reader's own figures beside it.

pub mod figure_fields;
pub mod figure_form;
pub mod indicator_facts;
pub mod own_card;
pub mod what_if;

use assess::Subject;
use figures::FigureValue;
use format::dates;
use leptos::prelude::*;
use list::{AsOf, Extent, Indicator, IndicatorId, Measure, MeasurePosition, Quantity, Statement};
use routes::Route;
use words::{
    gap_sentences, goal_title, plan_title,
    text::{self, wording},
};

use crate::{
    controls::{Chart, ChartRequest, CompareButton, Ladder, Mark, PageHead, Pager, overview_trail},
    pages::{
        indicator::{figure_form::FigureForm, indicator_facts::IndicatorFacts, own_card::OwnCard},
        not_found::NotFoundPage,
    },
    state::{use_dataset, use_figures},
};

#[component]
pub fn IndicatorPage(id: IndicatorId) -> impl IntoView {
    let dataset = use_dataset();
    let Some(indicator) = dataset.indicator(&id) else {
        return view! { <NotFoundPage asked=format!("{} {id}", text::common::indicator()) /> }.into_any();
    };
    let figures = use_figures();
    let plan = dataset.plan_of(indicator);
    let goal = dataset.goal_of(indicator);
    let mut trail = overview_trail();
    trail.extend(goal.map(|goal| (goal_title(goal), Route::Goal(goal.id.clone()))));
    trail.extend(plan.map(|plan| (plan_title(plan), Route::Plan(plan.id.clone()))));
    let neighbours = dataset.indicator_neighbours(&indicator.id);
    let link = |other: &Indicator| (format!("{}　{}", other.id, other.full_name()), Route::Indicator(other.id.clone()));
    let form = FigureForm::new(indicator);
    let subjects = form.subjects.get_value();
    let has_number = subjects.iter().any(|subject| matches!(subject, Subject::Measure(_)));
    let has_stage = subjects.contains(&Subject::Stage);
    let own_stage = Signal::derive(move || {
        let figures = figures.figures_of(indicator).into_iter();
        let stages = figures.filter_map(|figure| match figure.value {
            FigureValue::Stage(stage) => Some((figure.date, stage)),
            FigureValue::Amount { .. } => None,
        });
        stages.max_by_key(|(date, _)| *date).map(|(_, stage)| stage)
    });
    view! {
        <PageHead
            title=indicator.full_name()
            trail
            eyebrow=text::indicator::eyebrow(indicator.id.as_str(), wording::level(indicator.level.kind))
        />
        <div class="statements">
            <StatementSide
                heading=text::common::current()
                indicator
                statement=&indicator.current
                as_of=dataset.current_as_of(indicator)
                side=|measure: &'static Measure| measure.current.as_ref()
            />
            <svg class="arrow" viewBox="0 0 28 28" aria-hidden="true">
                <path d="M2 14H25M17 6L25 14L17 22" fill="none" stroke="currentColor" stroke-width="2" />
            </svg>
            <StatementSide
                heading=text::common::target()
                indicator
                statement=&indicator.target
                as_of=dataset.target_as_of(indicator)
                side=|measure: &'static Measure| measure.target.as_ref()
            />
        </div>
        <div class="gap-sentence stack">
            {gap_sentences(dataset, indicator).into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
            <p class="small muted"><Mark kind=indicator.kind /> " " {wording::kind_meaning(indicator.kind)}</p>
        </div>
        <CompareButton indicator />
        <div class="indicator-body">
            <div class="stack">
                {has_number.then(|| view! { <Chart of=ChartRequest::Path { indicator, what_if: form.what_if, replaces: form.replaces } /> })}
                {has_stage.then(|| view! {
                    <section aria-labelledby="stages">
                        <h2 id="stages">{text::indicator::stages()}</h2>
                        <Ladder current=indicator.current.stage target=indicator.target.stage own=own_stage />
                        <p class="small muted">{text::indicator::stages_note()}</p>
                    </section>
                })}
            </div>
            <OwnCard form />
        </div>
        <section class="section" aria-labelledby="details">
            <h2 id="details">{text::indicator::details()}</h2>
            <IndicatorFacts indicator />
        </section>
        <Pager previous=neighbours.previous.map(link) next=neighbours.next.map(link) />
    }
    .into_any()
}

#[component]
fn StatementSide(
    heading: &'static str,
    indicator: &'static Indicator,
    statement: &'static Statement,
    as_of: &'static AsOf,
    side: fn(&'static Measure) -> Option<&'static Quantity>,
) -> impl IntoView {
    let measures = indicator.measures.iter().filter(|measure| measure.place == MeasurePosition::Cell);
    let numbers: Vec<_> = measures.filter_map(|measure| Some((measure, side(measure)?))).collect();
    let big = match numbers.as_slice() {
        [(measure, quantity)] => view! { <p class="big"><BigNumber measure quantity /></p> }.into_any(),
        // Several numbers in one cell, or none: the printed words are the statement.
        _ => statement.lines.iter().map(|line| view! { <p class="word">{line.as_str()}</p> }).collect_view().into_any(),
    };
    view! {
        <div class="statement">
            <h2>{heading} "　" {dates::long(as_of.date)}</h2>
            {big}
            {(numbers.len() == 1)
                .then(|| view! { <p class="quote">{text::indicator::printed(statement.printed())}</p> })}
        </div>
    }
}

/// 「年間 約 2,100 人」 with the number large.
#[component]
fn BigNumber(measure: &'static Measure, quantity: &'static Quantity) -> impl IntoView {
    let label = if measure.label.is_empty() { String::new() } else { format!("{} ", measure.label) };
    let per_year = quantity.extent.filter(|extent| *extent == Extent::PerYear).map_or("", wording::extent);
    let about = if quantity.approximate { text::indicator::approximate() } else { "" };
    let before = format!("{label}{per_year}{about}");
    view! {
        {(!before.is_empty()).then(|| view! { <small>{before}</small> })}
        {format::exact(quantity.amount)}
        <small>{quantity.unit.as_str()}{quantity.at_most.then_some(text::indicator::at_most())}</small>
    }
}
