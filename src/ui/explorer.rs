//! The explorer's query and what it finds, shared by its page and its filters.

use leptos::prelude::*;

use crate::{
    explore::{Outcome, OwnSet, Query, explore},
    route::Route,
    state::AppState,
};

/// What the page's parts share: the query as the address has it, its result, and how to change it.
#[derive(Clone, Copy)]
pub struct Explorer {
    app: AppState,
    /// The query of the address.
    pub query: Memo<Query>,
    /// What it finds.
    pub outcome: Memo<Outcome>,
}

impl Explorer {
    /// Follows the address and the own figures.
    #[must_use]
    pub fn new(app: AppState) -> Self {
        let query = Memo::new(move |_| app.route.read().query().cloned().unwrap_or_default());
        let own = Memo::new(move |_| app.own.read().keys().cloned().collect::<OwnSet>());
        let outcome = Memo::new(move |_| explore(app.index, &query.read(), &own.read()));
        Self {
            app,
            query,
            outcome,
        }
    }

    /// This page with another query.
    #[must_use]
    pub fn address(self, query: Query) -> Route {
        self.app.route.read_untracked().with_query(query)
    }

    /// Changes the query with a step the back button can undo.
    pub fn change(self, edit: impl FnOnce(&mut Query)) {
        let mut query = self.query.get_untracked();
        edit(&mut query);
        self.app.open(&self.address(query));
    }

    /// Changes the query in place: for typing, where a step per letter would bury the way back.
    pub fn change_in_place(self, edit: impl FnOnce(&mut Query)) {
        let mut query = self.query.get_untracked();
        edit(&mut query);
        self.app.replace(self.address(query));
    }
}
