//! The explorer's query and what it finds, shared by its page and its filters.

use leptos::{prelude::*, web_sys::Element};
use list::{Dataset, Indicator, Plan};
use routes::Route;
use search::{Index, IndicatorsWithFigure, Query, Search, SearchResult, View, explore};

use crate::{
    browser::media::use_media,
    controls::{
        incremental_list::IncrementalList,
        row_cache::{row_cache, while_in_page},
    },
    state::{Navigation, use_dataset, use_figures, use_index, use_navigation},
};

/// Where a table has room: wide screens, and paper whatever the screen.
const ROOM_FOR_TABLE: &str = "print, (min-width: 72em)";

/// What the page's parts share: the query as the address has it, its result, and how to change it.
#[derive(Clone, Copy)]
pub struct Explorer {
    navigation: Navigation,
    dataset: &'static Dataset,
    /// The query of the address.
    pub query: Memo<Query>,
    /// What it finds.
    pub outcome: Memo<SearchResult>,
    /// The words searched for, for marking them in the rows.
    pub search: Signal<Search>,
    /// The form it is shown in: the one asked for where there is room for it.
    pub view: Memo<View>,
}

impl Explorer {
    /// Follows the address and the own figures of the scenario in use.
    pub fn of_active_scenario() -> Self {
        let figures = use_figures();
        let own = Memo::new(move |_| figures.active_figures.read().keys().cloned().collect::<IndicatorsWithFigure>());
        Self::among(own)
    }

    /// Follows the address and the indicators said to have an own figure.
    pub fn among(own: Memo<IndicatorsWithFigure>) -> Self {
        let navigation = use_navigation();
        let index = use_index();
        let query = Memo::new(move |_| navigation.route.read().query().cloned().unwrap_or_default());
        let outcome = Memo::new(move |_| explore(index, &query.read(), &own.read()));
        // Compared, so that rows are not marked anew when only a filter changes.
        let search = Memo::new(move |_| outcome.read().search.clone()).into();
        let room = use_media(ROOM_FOR_TABLE);
        let view = Memo::new(move |_| match query.read().view {
            Some(View::Matrix) => View::Matrix,
            Some(View::Cards) => View::Cards,
            Some(View::Table) | None if room.get() => View::Table,
            Some(View::Table) | None => View::Cards,
        });
        Self { navigation, dataset: use_dataset(), query, outcome, search, view }
    }

    /// The indicators found, in the order shown. Does not follow: for what happens on a click.
    pub fn shown(self) -> Vec<&'static Indicator> {
        let outcome = self.outcome.read_untracked();
        let rows = outcome.rows.iter();
        rows.filter_map(|&row| self.dataset.indicators.get(row)).collect()
    }

    /// This page with another query.
    pub fn address(self, query: Query) -> Route {
        self.navigation.route.read_untracked().with_query(query)
    }

    /// Changes the query with a step the back button can undo.
    pub fn change(self, edit: impl FnOnce(&mut Query)) {
        let mut query = self.query.get_untracked();
        edit(&mut query);
        self.navigation.open(&self.address(query));
    }

    /// Changes the query in place: for typing, where a step per letter would bury the way back.
    pub fn change_in_place(self, edit: impl FnOnce(&mut Query)) {
        let mut query = self.query.get_untracked();
        edit(&mut query);
        self.navigation.replace(self.address(query));
    }
}

/// A line of the result: a plan's name, or a row under it, by position in the list.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Line {
    /// The plan of the rows that follow.
    Plan(usize),
    /// An indicator.
    Row(usize),
}

/// The rows found; in printed order with their plans between them.
pub fn lines(index: &Index, outcome: &SearchResult) -> Vec<Line> {
    let mut lines = Vec::with_capacity(outcome.rows.len());
    let mut plan = None;
    for &row in &outcome.rows {
        let of_row = index.plan_at(row);
        if outcome.in_printed_order && of_row != plan {
            plan = of_row;
            lines.extend(plan.map(Line::Plan));
        }
        lines.push(Line::Row(row));
    }
    lines
}

/// Keeps the element it is used on filled with the lines of `incremental_list`: plans made by `plan`, indicators by `row`, which also
/// gets their position in the list and the words to mark, as they were when the row was last in the page.
pub fn found_lines(
    explorer: Explorer,
    incremental_list: IncrementalList<Line>,
    plan: impl Fn(&'static Plan) -> AnyView + Clone + 'static,
    row: impl Fn(usize, &'static Indicator, Signal<Search>) -> AnyView + Clone + 'static,
) -> impl Fn(Element) + Clone {
    let dataset = explorer.dataset;
    let keep = row_cache(incremental_list.shown, move |line, in_page| match line {
        Line::Plan(at) => dataset.plans.get(at).map(&plan).into_any(),
        Line::Row(at) => dataset
            .indicators
            .get(at)
            .map(|indicator| row(at, indicator, while_in_page(in_page, explorer.search)))
            .into_any(),
    });
    move |list| {
        incremental_list.fill_in(list.clone());
        keep(list);
    }
}
