//! What the screens share: the dataset, the address, the reader's own figures, and what is worth telling.
//!
//! Everything goes one way: views call methods of [`AppState`], these change signals, views follow the signals.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::{
    browser::{
        download,
        location::{self, Arrival},
        worker::{self, WorkerNews},
    },
    dataset::{Dataset, Indicator, IndicatorId},
    explore::{Ignored, Index},
    route::Route,
    scenario::{Action, Applied, Figure, Notebook, ScenarioId, Timestamp},
    text::screen,
};

/// A line at the foot of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What happened.
    pub text: String,
    /// Whether it can be taken back.
    pub undoable: bool,
}

/// Handed down by context; copying it copies handles only.
#[derive(Clone, Copy)]
pub struct AppState {
    /// Lives as long as the page.
    pub dataset: &'static Dataset,
    /// The dataset prepared for finding.
    pub index: &'static Index,
    /// The page.
    pub route: RwSignal<Route>,
    /// What in the address was not understood.
    pub ignored: RwSignal<Vec<Ignored>>,
    /// How the reader came to the page.
    pub arrival: RwSignal<Arrival>,
    /// Own figures with their history.
    pub notebook: RwSignal<Notebook>,
    /// The figure that lists show, by indicator, of the active scenario.
    pub own: Memo<BTreeMap<IndicatorId, Figure>>,
    /// Why own figures cannot be kept, in words for the reader.
    pub trouble: RwSignal<Option<String>>,
    /// The line at the foot.
    pub notice: RwSignal<Option<Notice>>,
    /// A new version waits for consent.
    pub update_waiting: RwSignal<bool>,
}

/// The state, from anywhere below [`crate::ui::app::App`], which provides it.
#[must_use]
pub fn use_app() -> AppState {
    expect_context::<AppState>()
}

impl AppState {
    /// Reads the address and storage.
    #[must_use]
    pub fn start(dataset: &'static Dataset, index: &'static Index) -> Self {
        let located = Route::parse(&location::hash());
        let notebook = RwSignal::new(Notebook::new(dataset.id.clone()));
        let own = Memo::new(move |_| {
            let notebook = notebook.read();
            let scenario = notebook.workspace.active();
            dataset
                .indicators
                .iter()
                .filter_map(|indicator| Some((indicator.id.clone(), scenario.shown_figure(indicator)?.clone())))
                .collect()
        });
        let app = Self {
            dataset,
            index,
            route: RwSignal::new(located.route),
            ignored: RwSignal::new(located.ignored),
            arrival: RwSignal::new(Arrival::Forward),
            notebook,
            own,
            trouble: RwSignal::new(None),
            notice: RwSignal::new(None),
            update_waiting: RwSignal::new(false),
        };
        location::on_change(move |hash, arrival| {
            let located = Route::parse(&hash);
            app.arrival.set(arrival);
            app.ignored.set(located.ignored);
            app.route.set(located.route);
        });
        worker::register(move |news| match news {
            WorkerNews::OfflineReady => app.tell(screen::notice::OFFLINE_READY.to_owned(), false),
            WorkerNews::UpdateWaiting => app.update_waiting.set(true),
        });
        app
    }

    /// Opens a page as a link would.
    pub fn open(self, route: &Route) {
        location::open(&route.href());
    }

    /// Changes the address of this page in place.
    pub fn replace(self, route: Route) {
        location::replace(&route.href());
        self.ignored.set(Vec::new());
        self.route.set(route);
    }

    /// An indicator's figures in the active scenario.
    #[must_use]
    pub fn figures_of(self, indicator: &'static Indicator) -> Vec<Figure> {
        self.notebook.read().workspace.active().figures_of(&indicator.id).cloned().collect()
    }

    /// The scenario that edits go to.
    #[must_use]
    pub fn active_scenario(self) -> ScenarioId {
        self.notebook.read_untracked().workspace.active().id.clone()
    }

    /// Edits own figures, says what was done, and keeps the result.
    pub fn edit(self, action: Action) {
        let now = now();
        let applied = self.notebook.try_update(|notebook| notebook.apply(action, now));
        match applied {
            Some(Ok(Applied::Unchanged | Applied::Changed)) | None => {}
            Some(Ok(applied @ Applied::Made { .. })) => self.tell(applied.to_string(), true),
            Some(Ok(applied)) => self.tell(applied.to_string(), false),
            Some(Err(error)) => self.tell(error.to_string(), false),
        }
    }

    /// Shows a line at the foot.
    pub fn tell(self, text: String, undoable: bool) {
        self.notice.set(Some(Notice { text, undoable }));
    }

    /// Offers everything own as a file.
    pub fn export(self) {
        let _ = download::offer("", "", "");
    }

    /// Takes the new version.
    pub fn take_update(self) {
        worker::accept_update();
    }
}

/// The time of this device.
fn now() -> Timestamp {
    // Milliseconds since 1970 stay exact in an f64 for 285,000 years; a clock before 1970 counts as 1970.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Timestamp(js_sys::Date::now().max(0.0) as u64)
}
