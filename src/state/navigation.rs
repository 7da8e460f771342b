use leptos::prelude::*;
use routes::{ParsedAddress, Route};
use search::IgnoredParameter;

use crate::browser::{
    dom,
    location::{self, Arrival},
};

#[derive(Clone, Copy)]
pub struct Navigation {
    pub route: RwSignal<Route>,
    /// The parts of the address that were not understood.
    pub ignored: RwSignal<Vec<IgnoredParameter>>,
    pub arrival: RwSignal<Arrival>,
}

impl Navigation {
    /// Reads the address and follows it from now on.
    pub fn start() -> Self {
        let ParsedAddress { route, ignored, is_old } = Route::parse(&location::current());
        if is_old {
            location::replace(&route.href());
        }
        let navigation = Self::at(route);
        navigation.ignored.set(ignored);
        location::on_link(move |address| navigation.follow(address));
        location::on_change(move |address, arrival| {
            dom::commit_focused_field();
            let parsed = Route::parse(&address);
            if parsed.is_old {
                location::replace(&parsed.route.href());
            }
            navigation.show(parsed.route, parsed.ignored, arrival);
        });
        navigation
    }

    /// Stays at one page.
    pub fn at(route: Route) -> Self {
        Self {
            route: RwSignal::new(route),
            ignored: RwSignal::new(Vec::new()),
            arrival: RwSignal::new(Arrival::Forward),
        }
    }

    /// Opens a page like a link.
    pub fn open(self, route: &Route) {
        dom::commit_focused_field();
        if location::open(&route.href()) {
            self.show(route.clone(), Vec::new(), Arrival::Forward);
        }
    }

    pub fn replace(self, route: Route) {
        location::replace(&route.href());
        self.show(route, Vec::new(), Arrival::Forward);
    }

    /// Opens the page of a link. False for a link that is the browser's: to a file, or to a part of a page.
    fn follow(self, address: &str) -> bool {
        let ParsedAddress { route, ignored, is_old } = Route::parse(address);
        let href = route.href();
        let is_part = address.contains('#') && !href.contains('#');
        if !is_old && (is_part || matches!(route, Route::NotFound(_))) {
            return false;
        }
        dom::commit_focused_field();
        let is_new = location::open(if is_old { &href } else { address });
        if is_new {
            self.show(route, ignored, Arrival::Forward);
        }
        // The browser scrolls to the part that the address already names.
        is_new || is_old || !address.contains('#')
    }

    fn show(self, route: Route, ignored: Vec<IgnoredParameter>, arrival: Arrival) {
        self.arrival.set(arrival);
        self.ignored.set(ignored);
        self.route.set(route);
    }
}
