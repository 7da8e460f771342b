//! The facts of an indicator in rows: kind, days, parsed numbers, place in the source, links and doubts.

use format::dates;
use leptos::prelude::*;
use list::{AsOf, Doubt, Indicator, Measure, Related};
use routes::Route;
use words::{guide, screen, wording};

use crate::{controls::term_link::TermLink, state::use_app};

/// All facts, each with what is ours marked as ours.
#[component]
pub fn IndicatorFacts(indicator: &'static Indicator) -> impl IntoView {
    let dataset = use_app().dataset;
    let day = |as_of: &AsOf| {
        let (short, long) = (dates::short(as_of.date), dates::long(as_of.date));
        // The western year stands behind the printed words where these name the day, and behind the day where not.
        match long.strip_prefix(&short).filter(|_| as_of.printed.starts_with(&short)) {
            Some(western) => format!("{}{western}", as_of.printed),
            None => format!("{}、{long}", as_of.printed),
        }
    };
    view! {
        <dl class="facts">
            <div>
                <dt>{screen::indicator::KIND}</dt>
                <dd>
                    {wording::kind(indicator.kind)} "。" <span class="muted small">{screen::indicator::OURS}</span>
                </dd>
            </div>
            <div>
                <dt>{screen::indicator::LEVEL}</dt>
                <dd>
                    {wording::level(indicator.level.kind)} "：" {indicator.level.reason.as_str()} " "
                    <span class="muted small">{screen::indicator::OURS}</span>
                </dd>
            </div>
            {indicator
                .group
                .as_deref()
                .map(|group| view! { <div><dt>{screen::indicator::GROUP}</dt><dd>{group}</dd></div> })}
            <div><dt>{screen::indicator::MEASURED}</dt><dd>{day(dataset.current_as_of(indicator))}</dd></div>
            <div><dt>{screen::indicator::DUE}</dt><dd>{day(dataset.target_as_of(indicator))}</dd></div>
            {(!indicator.measures.is_empty())
                .then(|| {
                    view! {
                        <div>
                            <dt>{screen::indicator::PARSED}</dt>
                            <dd>
                                {indicator.measures.iter().map(|measure| view! { <p>{parsed(measure)}</p> }).collect_view()}
                            </dd>
                        </div>
                    }
                })}
            {(!indicator.related.is_empty())
                .then(|| {
                    view! {
                        <div>
                            <dt>{screen::indicator::RELATED}</dt>
                            <dd>{indicator.related.iter().map(|link| view! { <RelatedTarget link /> }).collect_view()}</dd>
                        </div>
                    }
                })}
            <div>
                <dt>{screen::indicator::TERMS}</dt>
                <dd class="term-links">
                    {guide::terms_of(indicator).into_iter().map(|term| view! { <TermLink term /> }).collect_view()}
                </dd>
            </div>
            <div>
                <dt>{screen::indicator::POSITION}</dt>
                <dd>
                    {screen::indicator::line(indicator.line.0)} "　"
                    <a href=Route::Document { line: Some(indicator.line) }.href()>
                        {screen::indicator::SHOW_IN_DOCUMENT}
                    </a>
                </dd>
            </div>
            {(!indicator.doubts.is_empty())
                .then(|| {
                    view! {
                        <div>
                            <dt>{screen::indicator::DOUBTS}</dt>
                            <dd>{indicator.doubts.iter().map(doubt_view).collect_view()}</dd>
                        </div>
                    }
                })}
        </dl>
    }
}

/// 「定員：16,599人 → 17,341人」; a side the document does not state is a dash.
fn parsed(measure: &Measure) -> String {
    let side = |quantity: Option<&list::Quantity>| {
        quantity.map_or_else(|| format::NO_NUMBER.to_owned(), |q| format::quantity(q.amount, &q.unit))
    };
    let label = if measure.label.is_empty() { String::new() } else { format!("{}：", measure.label) };
    format!("{label}{} → {}", side(measure.current.as_ref()), side(measure.target.as_ref()))
}

#[component]
fn RelatedTarget(link: &'static Related) -> impl IntoView {
    let dataset = use_app().dataset;
    let target = dataset.numeric_target(&link.target)?;
    let href = dataset.goal_of_numeric_target(&target.id).map(|goal| Route::Goal(goal.id.clone()).href());
    Some(view! {
        <p>
            <a href=href>{target.printed.as_str()}</a>
            {link.same_question.then(|| view! { <br /> <span class="small">{screen::indicator::SAME_QUESTION}</span> })}
        </p>
    })
}

fn doubt_view(doubt: &'static Doubt) -> impl IntoView {
    view! {
        <div class="doubt">
            <p>{screen::indicator::doubt(&doubt.printed, &doubt.reading, doubt.corrected)}</p>
            <p class="small muted">{doubt.note.as_str()}</p>
        </div>
    }
}
