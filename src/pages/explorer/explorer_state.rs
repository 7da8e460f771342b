use leptos::prelude::*;
#[cfg(target_arch = "wasm32")]
use leptos::{tachys::html::directive::DirectiveAttribute, web_sys::Element};
use list::{Dataset, Indicator, Plan};
use routes::Route;
use search::{Index, IndicatorsWithFigure, Query, Search, SearchResult, View, explore};

use crate::{
    browser::{IN_BROWSER, media::use_media},
    controls::{IncrementalList, while_in_page},
    state::{Navigation, use_dataset, use_figures, use_index, use_navigation},
};

/// Wide screens, and paper whatever the screen.
const ROOM_FOR_TABLE: &str = "print, (min-width: 72em)";

#[derive(Clone, Copy)]
pub struct Explorer {
    navigation: Navigation,
    dataset: &'static Dataset,
    pub query: Memo<Query>,
    pub outcome: Memo<SearchResult>,
    pub search: Signal<Search>,
    /// The view of the query, where there is room for it.
    pub view: Memo<View>,
}

impl Explorer {
    pub fn of_active_scenario() -> Self {
        let figures = use_figures();
        Self::among(Memo::new(move |_| figures.active_figures.read().keys().cloned().collect::<IndicatorsWithFigure>()))
    }

    /// `own` are the indicators that count as having an own figure.
    pub fn among(own: Memo<IndicatorsWithFigure>) -> Self {
        let navigation = use_navigation();
        let index = use_index();
        let query = Memo::new(move |_| navigation.route.read().query().cloned().unwrap_or_default());
        let outcome = Memo::new(move |_| explore(index, &query.read(), &own.read()));
        // A memo, so that rows are not marked anew when only a filter changes.
        let search = Memo::new(move |_| outcome.read().search.clone()).into();
        let has_room = use_media(ROOM_FOR_TABLE);
        let view = Memo::new(move |_| match query.read().view {
            Some(View::Matrix) => View::Matrix,
            Some(View::Table) | None if has_room.get() => View::Table,
            Some(View::Cards | View::Table) | None => View::Cards,
        });
        Self { navigation, dataset: use_dataset(), query, outcome, search, view }
    }

    /// Renders a part that depends on the view. Natively the width of the window is unknown: the part is rendered for both
    /// widths, and the styles show one.
    pub fn in_view(self, part: impl Fn(Memo<View>) -> AnyView) -> AnyView {
        if IN_BROWSER {
            return part(self.view);
        }
        let [cards, table] = [View::Cards, View::Table].map(|view| part(Memo::new(move |_| view)));
        view! { <div class="narrow-only">{cards}</div> <div class="wide-only">{table}</div> }.into_any()
    }

    /// The indicators found, in the order shown; untracked.
    pub fn shown(self) -> Vec<&'static Indicator> {
        self.outcome.read_untracked().rows.iter().filter_map(|&row| self.dataset.indicators.get(row)).collect()
    }

    pub fn route(self, query: Query) -> Route {
        self.navigation.route.read_untracked().with_query(query)
    }

    pub fn change(self, edit: impl FnOnce(&mut Query)) {
        self.navigation.open(&self.edited(edit));
    }

    /// Changes the query without a new history entry: one per letter would bury the page before.
    pub fn change_in_place(self, edit: impl FnOnce(&mut Query)) {
        self.navigation.replace(self.edited(edit));
    }

    fn edited(self, edit: impl FnOnce(&mut Query)) -> Route {
        let mut query = self.query.get_untracked();
        edit(&mut query);
        self.route(query)
    }
}

/// A line of the result, by position in the list.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum ResultLine {
    /// The plan of the rows that follow.
    Plan(usize),
    Indicator(usize),
}

/// The rows found; in printed order with their plans between them.
pub fn result_lines(index: &Index, outcome: &SearchResult) -> Vec<ResultLine> {
    let mut lines = Vec::with_capacity(outcome.rows.len());
    let mut last_plan = None;
    for &row in &outcome.rows {
        let plan = index.plan_at(row);
        if outcome.in_printed_order && plan != last_plan {
            last_plan = plan;
            lines.extend(plan.map(ResultLine::Plan));
        }
        lines.push(ResultLine::Indicator(row));
    }
    lines
}

/// `element` with what was found as its children. `row` gets the position in the list and the words to mark, as they were when it was last in the page.
pub fn with_results<E>(
    element: E,
    explorer: Explorer,
    list: IncrementalList<ResultLine>,
    plan: impl Fn(&'static Plan) -> AnyView + Clone + 'static,
    row: impl Fn(usize, &'static Indicator, Signal<Search>) -> AnyView + Clone + 'static,
) -> impl IntoView
where
    E: AddAnyAttr + ElementChild<Vec<AnyView>, Output: IntoView>,
{
    let dataset = explorer.dataset;
    let render = move |line, in_page| match line {
        ResultLine::Plan(index) => dataset.plans.get(index).map(&plan).into_any(),
        ResultLine::Indicator(index) => {
            let indicator = dataset.indicators.get(index);
            indicator.map(|indicator| row(index, indicator, while_in_page(in_page, explorer.search))).into_any()
        }
    };
    #[cfg(target_arch = "wasm32")]
    {
        let rows = crate::controls::row_cache(list.shown, render);
        let fill = move |element: Element| {
            list.set_element(element.clone());
            rows(element);
        };
        element.directive(fill, ())
    }
    // A directive needs a browser.
    #[cfg(not(target_arch = "wasm32"))]
    element.child(list.shown.get_untracked().into_iter().map(|line| render(line, Signal::stored(true))).collect())
}
