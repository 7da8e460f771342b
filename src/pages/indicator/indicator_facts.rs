use format::dates;
use leptos::prelude::*;
use list::{AsOf, Doubt, Indicator, Measure, Related};
use routes::{Route, SectionId};
use words::{
    guide,
    text::{self, wording},
};

use crate::state::use_dataset;

/// Our own content is marked.
#[component]
pub fn IndicatorFacts(indicator: &'static Indicator) -> impl IntoView {
    let dataset = use_dataset();
    let day = |as_of: &AsOf| {
        let (short, long) = (dates::short(as_of.date), dates::long(as_of.date));
        // The western year is after the printed words if these name the day, else after the day.
        match long.strip_prefix(&short).filter(|_| as_of.printed.starts_with(&short)) {
            Some(western) => format!("{}{western}", as_of.printed),
            None => format!("{}、{long}", as_of.printed),
        }
    };
    let fact = |name: &'static str, value: AnyView| view! { <div><dt>{name}</dt><dd>{value}</dd></div> };
    let ours = || view! { <span class="muted small">{text::indicator::ours()}</span> };
    let kind = view! { {wording::kind(indicator.kind)} "。" {ours()} };
    let level = view! { {wording::level(indicator.level.kind)} "：" {indicator.level.reason.as_str()} " " {ours()} };
    let numbers = || indicator.measures.iter().map(|measure| view! { <p>{numbers(measure)}</p> }).collect_view();
    let doubts = || indicator.doubts.iter().map(doubt_view).collect_view();
    let related = || indicator.related.iter().map(|link| view! { <RelatedTarget link /> }).collect_view();
    let terms = guide::terms_of(indicator).into_iter().map(|term| {
        let href = Route::Guide { at: SectionId::parse(term.id) }.href();
        view! { <a class="term-link" href=href aria-label=text::guide::term(term.word)>{term.word}</a> }
    });
    let position = view! {
        {text::indicator::line(indicator.line.0)} "　"
        <a href=Route::Document { line: Some(indicator.line) }.href()>{text::indicator::show_in_document()}</a>
    };
    view! {
        <dl class="facts">
            {fact(text::indicator::kind(), kind.into_any())}
            {fact(text::indicator::level(), level.into_any())}
            {indicator.group.as_deref().map(|group| fact(text::indicator::group(), group.into_any()))}
            {fact(text::indicator::measured(), day(dataset.current_as_of(indicator)).into_any())}
            {fact(text::indicator::due(), day(dataset.target_as_of(indicator)).into_any())}
            {(!indicator.measures.is_empty()).then(|| fact(text::indicator::parsed(), numbers().into_any()))}
            {(!indicator.related.is_empty()).then(|| fact(text::indicator::related(), related().into_any()))}
            <div><dt>{text::indicator::terms()}</dt><dd class="term-links">{terms.collect_view()}</dd></div>
            {fact(text::indicator::position(), position.into_any())}
            {(!indicator.doubts.is_empty()).then(|| fact(text::indicator::doubts(), doubts().into_any()))}
        </dl>
    }
}

/// 「定員：16,599人 → 17,341人」; a number that the document does not state is a dash.
fn numbers(measure: &Measure) -> String {
    let side = |quantity: Option<&list::Quantity>| {
        quantity.map_or_else(|| format::NO_NUMBER.to_owned(), |q| format::quantity(q.amount, &q.unit))
    };
    let label = if measure.label.is_empty() { String::new() } else { format!("{}：", measure.label) };
    format!("{label}{} → {}", side(measure.current.as_ref()), side(measure.target.as_ref()))
}

#[component]
fn RelatedTarget(link: &'static Related) -> impl IntoView {
    let dataset = use_dataset();
    let target = dataset.numeric_target(&link.target)?;
    let href = dataset.goal_of_numeric_target(&target.id).map(|goal| Route::Goal(goal.id.clone()).href());
    Some(view! {
        <p>
            <a href=href>{target.printed.as_str()}</a>
            {link.same_question.then(|| view! { <br /> <span class="small">{text::indicator::same_question()}</span> })}
        </p>
    })
}

fn doubt_view(doubt: &'static Doubt) -> impl IntoView {
    view! {
        <div class="doubt">
            <p>{text::indicator::doubt(&doubt.printed, &doubt.reading, doubt.corrected)}</p>
            <p class="small muted">{doubt.note.as_str()}</p>
        </div>
    }
}
