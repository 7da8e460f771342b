//! One or two sentences about a page, for search engines and link previews.

use list::{Dataset, Indicator, Statement, count_measurable};
use routes::Route;

use crate::{
    gap_sentences,
    guide::{GuideBlock, chapters},
    separated,
    text::{accessibility, footer, goal, indicator, overview},
};

/// Never empty. A page that depends on the reader is described by the lead of the site.
pub fn page_description(dataset: &Dataset, route: &Route) -> String {
    describe(dataset, route).unwrap_or_else(|| dataset.site.lead.clone())
}

fn describe(dataset: &Dataset, route: &Route) -> Option<String> {
    match route {
        Route::Goal(id) => {
            let goal = dataset.goal(id)?;
            let direction = goal.direction_paragraphs.first().map_or("", String::as_str);
            Some(counts(&dataset.indicators_of_goal(&goal.id).collect::<Vec<_>>()) + direction)
        }
        Route::Plan(id) => {
            let indicators: Vec<_> = dataset.indicators_of(id).collect();
            let names: Vec<String> = indicators.iter().map(|indicator| indicator.full_name()).collect();
            Some(counts(&indicators) + &separated(&names))
        }
        Route::Explore(_) => {
            let measurable = count_measurable(&dataset.indicators);
            let rest = dataset.indicators.len().saturating_sub(measurable);
            Some(overview::measurable_count(measurable) + &overview::not_measurable(rest))
        }
        Route::Indicator(id) => {
            let of = dataset.indicator(id)?;
            let printed = |statement: &Statement| statement.lines.join(" ");
            let gap = gap_sentences(dataset, of).concat();
            Some(indicator::description(printed(&of.current), printed(&of.target), gap))
        }
        Route::Document { .. } => {
            let info = &dataset.document;
            Some(footer::source(&info.publisher, info.title.concat(), &info.published_printed))
        }
        Route::Guide { .. } => chapters().iter().flat_map(|chapter| &chapter.blocks).find_map(|block| match block {
            GuideBlock::Text(text) => Some((*text).to_owned()),
            _ => None,
        }),
        Route::Accessibility => accessibility::policy().first().map(|text| (*text).to_owned()),
        _ => None,
    }
}

fn counts(indicators: &[&Indicator]) -> String {
    goal::measurable(indicators.len(), count_measurable(indicators.iter().copied()))
}
