//! The pages of a list as HTML, for the build to put into the frame of the page.

use std::{fs, path::Path};

use list::{Dataset, GoalId, Plan, SearchWords};
use routes::Route;
use search::{Index, Lexicon};
use serde_json::{Value, json};
use ward_indicators::shell::{
    page::first_chunks,
    render::{RenderedPage, render_page},
};

/// Writes an array with one object per page: its `folder`, the `chunks` of the program that it needs first, and its `content`.
/// That is null for a page whose content depends on the address or on the reader. `body` is HTML for `#app`; `title` and
/// `description` are plain text; `trail` has names and folders of the pages above, from the overview on. `only`: the folders
/// of these pages, or none for all pages.
pub fn write(dataset: Dataset, words: SearchWords, out: &Path, only: &[&str]) -> Result<(), String> {
    // The views borrow both for as long as the program runs.
    let dataset: &'static Dataset = Box::leak(Box::new(dataset));
    let index: &'static Index<'static> = Box::leak(Box::new(Index::new(dataset, Lexicon::from(words))));
    let content = |route: &Route| {
        let RenderedPage { title, body } = render_page(dataset, index, route.clone());
        let description = words::page_description(dataset, route);
        json!({ "title": title, "description": description, "trail": trail(dataset, route), "body": body })
    };
    let page = |route: &Route, content: Value| json!({ "folder": route.folder(), "chunks": first_chunks(route), "content": content });
    let is_wanted = |route: &Route| only.is_empty() || only.contains(&route.folder().as_str());
    let fixed = Route::fixed(dataset).into_iter().filter(is_wanted).map(|route| page(&route, content(&route)));
    let variable = Route::variable().into_iter().filter(is_wanted).map(|route| page(&route, Value::Null));
    let pages: Value = fixed.chain(variable).collect();
    fs::write(out, pages.to_string()).map_err(|error| format!("{}: {error}", out.display()))
}

fn trail(dataset: &Dataset, route: &Route) -> Vec<(String, String)> {
    let overview = || Some((words::text::common::overview().to_owned(), Route::Overview));
    let goal = |id: &GoalId| dataset.goal(id).map(|goal| (words::goal_title(goal), Route::Goal(id.clone())));
    let plan = |plan: &Plan| (words::plan_title(plan), Route::Plan(plan.id.clone()));
    let trail = match route {
        Route::Overview => Vec::new(),
        Route::Plan(id) => vec![overview(), dataset.plan(id).and_then(|plan| goal(&plan.goal))],
        Route::Indicator(id) => {
            let above = dataset.indicator(id).and_then(|indicator| dataset.plan_of(indicator));
            vec![overview(), above.and_then(|plan| goal(&plan.goal)), above.map(plan)]
        }
        _ => vec![overview()],
    };
    trail.into_iter().flatten().map(|(name, route)| (name, route.folder())).collect()
}
