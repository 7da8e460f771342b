use leptos::prelude::*;
use list::Dataset;
use routes::{Route, SectionId};
use search::{Destination, Search, SiteResult};
use words::{
    goal_title, guide, plan_title,
    text::{goal, search as labels},
};

use crate::controls::{marked, match_reasons};

/// About how many characters of a long text are shown.
const EXCERPT_LEN: usize = 90;

struct ResultContent {
    route: Route,
    title: String,
    /// The title of what it belongs to.
    parent: Option<String>,
    /// Shown completely.
    line: Option<String>,
    /// Long texts; an excerpt of the one with the search text is shown.
    texts: Vec<String>,
}

impl ResultContent {
    fn new(route: Route, title: String) -> Self {
        Self { route, title, parent: None, line: None, texts: Vec::new() }
    }

    /// `None` where the list has no such part.
    fn of(dataset: &'static Dataset, destination: &Destination) -> Option<Self> {
        Some(match destination {
            Destination::Indicator(id) => {
                let indicator = dataset.indicator(id)?;
                Self {
                    parent: dataset.plan_of(indicator).map(plan_title),
                    line: Some(labels::statements(indicator.current.printed(), indicator.target.printed())),
                    ..Self::new(Route::Indicator(id.clone()), format!("{id}　{}", indicator.full_name()))
                }
            }
            Destination::Plan(id) => {
                let plan = dataset.plan(id)?;
                Self {
                    parent: dataset.goal(&plan.goal).map(goal_title),
                    line: Some(goal::indicator_count(dataset.indicators_of(id).count())),
                    ..Self::new(Route::Plan(id.clone()), plan_title(plan))
                }
            }
            Destination::Goal(id) => Self {
                line: Some(goal::indicator_count(dataset.indicators_of_goal(id).count())),
                ..Self::new(Route::Goal(id.clone()), goal_title(dataset.goal(id)?))
            },
            Destination::NumericTarget(id) => {
                let goal = dataset.goal_of_numeric_target(id)?;
                let target = dataset.numeric_target(id)?;
                Self {
                    parent: Some(goal_title(goal)),
                    line: Some(target.printed.clone()),
                    ..Self::new(Route::Goal(goal.id.clone()), target.name.clone())
                }
            }
            Destination::Direction(id) => {
                let goal = dataset.goal(id)?;
                Self {
                    texts: goal.direction_paragraphs.iter().chain(&goal.direction_bullets).cloned().collect(),
                    ..Self::new(Route::Goal(id.clone()), goal_title(goal))
                }
            }
            Destination::Passage(line) => {
                let section = dataset.sections.iter().find(|section| {
                    section.line == *line || section.passages.iter().any(|passage| passage.line == *line)
                })?;
                let passages = section.passages.iter().filter(|passage| passage.line == *line);
                let texts = passages.map(|passage| match &passage.label {
                    Some(label) => format!("{label}　{}", passage.text),
                    None => passage.text.clone(),
                });
                let route = Route::Document { line: Some(*line) };
                Self { texts: texts.collect(), ..Self::new(route, section.heading.clone()) }
            }
            Destination::Article(id) => {
                let article = guide::articles().into_iter().find(|article| article.id == *id)?;
                let route = Route::Guide { at: SectionId::parse(id) };
                Self { texts: article.texts, ..Self::new(route, article.title.to_owned()) }
            }
        })
    }
}

pub fn result_item(dataset: &'static Dataset, result: &SiteResult, search: &Search) -> Option<impl IntoView + use<>> {
    let content = ResultContent::of(dataset, &result.destination)?;
    let has_mark = |text: &&String| search.segments(text).iter().any(|segment| segment.marked);
    let excerpt = content.texts.iter().find(has_mark).map(|text| {
        let (piece, before, after) = search.excerpt(text, EXCERPT_LEN);
        labels::excerpt(piece, before, after)
    });
    let line = |text: String| view! { <p class="found__line">{marked(&text, search)}</p> };
    Some(view! {
        <li>
            {content.parent.map(|parent| view! { <p class="found__under">{marked(&parent, search)}</p> })}
            <a class="found__title" href=content.route.href()>{marked(&content.title, search)}</a>
            {content.line.map(line)}
            {excerpt.map(line)}
            {match_reasons(&result.reasons)}
        </li>
    })
}
