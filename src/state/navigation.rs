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
        let ParsedAddress { route, ignored } = Route::parse(&location::hash());
        let navigation = Self {
            route: RwSignal::new(route),
            ignored: RwSignal::new(ignored),
            arrival: RwSignal::new(Arrival::Forward),
        };
        location::on_change(move |hash, arrival| {
            dom::commit_focused_field();
            navigation.show(Route::parse(&hash), arrival);
        });
        navigation
    }

    /// Opens a page like a link, but at once: the page of a link comes after the browser's next frame.
    pub fn open(self, route: &Route) {
        dom::commit_focused_field();
        if location::open(&route.href()) {
            self.show(ParsedAddress { route: route.clone(), ignored: Vec::new() }, Arrival::Forward);
        }
    }

    pub fn replace(self, route: Route) {
        location::replace(&route.href());
        self.show(ParsedAddress { route, ignored: Vec::new() }, Arrival::Forward);
    }

    fn show(self, located: ParsedAddress, arrival: Arrival) {
        self.arrival.set(arrival);
        self.ignored.set(located.ignored);
        self.route.set(located.route);
    }
}
