//! The pages as HTML, rendered natively: every page that the list fixes can be read and linked without a script.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails"
)]
#![cfg(not(target_arch = "wasm32"))]

use std::{collections::BTreeSet, sync::LazyLock};

use list::{Dataset, Statement};
use routes::Route;
use search::{Index, Lexicon, Query};
use test_support::{bundled_list, bundled_words, small_list};
use ward_indicators::shell::render::{RenderedPage, render_page};

struct Site {
    dataset: &'static Dataset,
    index: &'static Index<'static>,
    /// All pages of the list, and one that does not exist.
    pages: Vec<(Route, RenderedPage)>,
}

static SITES: LazyLock<[Site; 2]> =
    LazyLock::new(|| [Site::new(bundled_list(), bundled_words().into()), Site::new(small_list(), Lexicon::default())]);

impl Site {
    fn new(dataset: &'static Dataset, lexicon: Lexicon) -> Self {
        let index: &'static Index<'static> = Box::leak(Box::new(Index::new(dataset, lexicon)));
        let mut routes = Route::fixed(dataset);
        routes.push(Route::parse("nowhere/").route);
        let pages = routes.into_iter().map(|route| (route.clone(), render_page(dataset, index, route))).collect();
        Self { dataset, index, pages }
    }

    fn render(&self, route: &Route) -> RenderedPage {
        render_page(self.dataset, self.index, route.clone())
    }

    fn body(&self, route: &Route) -> &str {
        &self.pages.iter().find(|(of, _)| of == route).unwrap().1.body
    }
}

/// Other files of the site.
const FILES: [&str; 4] = ["data/indicators.csv", "data/indicators.json", "data/indicators.schema.json", "licences.txt"];

fn attributes<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    html.split(&format!(" {name}=\"")).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn has_page(dataset: &Dataset, route: &Route) -> bool {
    match route {
        Route::Goal(id) => dataset.goal(id).is_some(),
        Route::Plan(id) => dataset.plan(id).is_some(),
        Route::Indicator(id) => dataset.indicator(id).is_some(),
        Route::NotFound(_) => false,
        _ => true,
    }
}

#[test]
fn every_page_has_a_title_one_heading_and_nothing_that_takes_over_elements() {
    for site in &*SITES {
        for (route, page) in &site.pages {
            let href = route.href();
            assert!(page.title.ends_with(&site.dataset.site.title), "{href}: {}", page.title);
            assert_eq!(page.body.matches("<h1").count(), 1, "{href}");
            assert!(page.body.contains("<header class=\"site-header\"") && page.body.contains("<footer"), "{href}");
            assert!(!page.body.contains("<!"), "{href}");
            // The security policy forbids inline styles.
            assert!(!page.body.contains(" style="), "{href}");
        }
    }
}

#[test]
fn an_indicator_shows_what_was_printed() {
    for site in &*SITES {
        for indicator in &site.dataset.indicators {
            let body = site.body(&Route::Indicator(indicator.id.clone()));
            let lines = [&indicator.current, &indicator.target].into_iter().flat_map(|Statement { lines, .. }| lines);
            for text in lines.map(|line| escaped(line)) {
                assert!(body.contains(&text), "{}: {text}", indicator.id);
            }
        }
    }
}

#[test]
fn lists_show_every_row_with_its_track() {
    for site in &*SITES {
        let dataset = site.dataset;
        let goals = dataset
            .goals
            .iter()
            .map(|goal| (Route::Goal(goal.id.clone()), dataset.indicators_of_goal(&goal.id).collect::<Vec<_>>()));
        let plans =
            dataset.plans.iter().map(|plan| (Route::Plan(plan.id.clone()), dataset.indicators_of(&plan.id).collect()));
        let all = (Route::Explore(Query::default()), dataset.indicators.iter().collect());
        for (route, indicators) in goals.chain(plans).chain([all]) {
            let (href, body) = (route.href(), site.body(&route));
            let links: BTreeSet<&str> = attributes(body, "href").into_iter().collect();
            for indicator in &indicators {
                assert!(links.contains(&*Route::Indicator(indicator.id.clone()).href()), "{href}: {}", indicator.id);
            }
            // The styles show the explorer's rows as cards or as a table.
            let layouts = if matches!(route, Route::Explore(_)) { 2 } else { 1 };
            assert_eq!(body.matches("class=\"track\"").count(), layouts * indicators.len(), "{href}");
        }
    }
}

#[test]
fn every_link_leads_to_a_page_of_the_list_and_to_a_part_that_exists() {
    for site in &*SITES {
        for (route, page) in &site.pages {
            for href in attributes(&page.body, "href").into_iter().map(|href| href.replace("&amp;", "&")) {
                if href.starts_with("http") || FILES.contains(&&*href) || href == route.href_of_part("main") {
                    continue;
                }
                let address = Route::parse(&href);
                assert!(
                    address.ignored.is_empty() && has_page(site.dataset, &address.route),
                    "{}: {href}",
                    route.href()
                );
                assert_eq!(address.route.href(), href, "{}", route.href());
                if let Some((_, part)) = href.split_once('#') {
                    let target = Route::parse(&address.route.folder()).route;
                    assert!(attributes(site.body(&target), "id").contains(&part), "{}: {href}", route.href());
                }
            }
        }
    }
}

#[test]
fn every_id_exists_once_and_every_reference_to_one_exists() {
    for site in &*SITES {
        for (route, page) in &site.pages {
            let mut ids = BTreeSet::new();
            for id in attributes(&page.body, "id") {
                assert!(ids.insert(id), "{}: {id} twice", route.href());
            }
            for name in ["for", "aria-labelledby", "aria-describedby", "aria-controls"] {
                for id in attributes(&page.body, name).into_iter().flat_map(str::split_whitespace) {
                    assert!(ids.contains(id), "{}: {name}={id}", route.href());
                }
            }
        }
    }
}

#[test]
fn a_page_depends_neither_on_the_day_nor_on_the_pages_before_it() {
    for site in &*SITES {
        for (route, page) in site.pages.iter().rev() {
            assert_eq!(site.render(route).body, page.body);
            // Natively the clock stands at this year.
            assert!(!page.body.contains("1970"));
        }
    }
}

#[test]
fn pages_that_need_own_figures_or_an_address_are_rendered_too() {
    for route in Route::variable() {
        let page = SITES[1].render(&route);
        assert_eq!(page.body.matches("<h1").count(), 1, "{}", route.href());
        assert!(!page.title.is_empty(), "{}", route.href());
    }
}
