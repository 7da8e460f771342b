use std::{collections::BTreeMap, ops::Deref, pin::Pin, time::Duration};

use assess::Verdict;
use figures::{Action, EditError, Figure, FigureStore, Notebook, QuarantinedText, Scenario, ScenarioId};
use leptos::{
    prelude::{guards::Mapped, *},
    task::spawn_local,
};
use list::{Dataset, Indicator, IndicatorId};
use words::text::{
    chunk,
    figures::{edit_error, step_name, store_error},
};

use super::{Downloads, Messages};
use crate::browser::{
    dom,
    storage::{self, BrowserStorage, Persistence},
    system,
};

const RETRY_INTERVAL: Duration = Duration::from_secs(3);

/// The functions that load, change, assess and save own figures. They are a chunk of the program, because most readers
/// who come for the first time have no figures.
#[derive(Clone, Copy)]
pub struct FigureCode {
    pub load: fn(Figures),
    pub attempt: fn(Figures, Action) -> Result<(), EditError>,
    pub save: fn(Figures),
    pub overwrite_damaged: fn(Figures),
    pub receive: fn(Figures),
    pub export: fn(Figures),
    pub postpone_backup: fn(Figures),
    pub verdicts: fn(&Scenario, &Dataset) -> Vec<Verdict>,
}

/// Loads the code; `None` if that failed.
pub type FigureCodeLoader = fn() -> Pin<Box<dyn Future<Output = Option<FigureCode>>>>;

#[derive(Clone, Copy)]
pub struct Figures {
    pub(super) dataset: &'static Dataset,
    pub(super) messages: Messages,
    pub(super) downloads: Downloads,
    loader: FigureCodeLoader,
    /// `Some` once it is loaded; everything stored is then loaded too.
    code: StoredValue<Option<FigureCode>>,
    /// Everything own: the figures with their history, how they are saved, drafts and settings.
    pub store: RwSignal<FigureStore<BrowserStorage>>,
    /// The figure of the active scenario that lists show for an indicator.
    pub active_figures: Memo<BTreeMap<IndicatorId, Figure>>,
    /// One assessment of the active scenario for each indicator in the order of the list.
    pub assessments: Memo<Vec<Verdict>>,
    /// The browser's answer to the request not to clear the storage. Requested with the first own figure.
    pub persistence: RwSignal<Option<Persistence>>,
}

impl Figures {
    /// Loads own figures if the code is `loaded`, else with [`Self::load_code`]. Keeps saving them from then on, and takes
    /// over what other tabs save.
    pub fn start(
        dataset: &'static Dataset,
        messages: Messages,
        downloads: Downloads,
        loader: FigureCodeLoader,
        loaded: Option<FigureCode>,
    ) -> Self {
        let store = RwSignal::new(FigureStore::new(BrowserStorage, dataset.id.clone(), step_name));
        let code = StoredValue::new(None::<FigureCode>);
        let active_figures = Memo::new(move |_| {
            let store = store.read();
            let scenario = store.notebook().workspace.active();
            dataset
                .indicators
                .iter()
                .filter_map(|indicator| Some((indicator.id.clone(), scenario.shown_figure(indicator)?.clone())))
                .collect()
        });
        let assessments = Memo::new(move |_| {
            let store = store.read();
            match code.get_value() {
                Some(code) => (code.verdicts)(store.notebook().workspace.active(), dataset),
                None => vec![Verdict::NoFigure; dataset.indicators.len()],
            }
        });
        let persistence = RwSignal::new(None);
        let figures =
            Self { dataset, messages, downloads, loader, code, store, active_figures, assessments, persistence };
        if let Some(code) = loaded {
            figures.set_code(code);
        }
        figures.schedule_retries();
        // Both listen for as long as the page lives: dropping a handle does not remove its listener.
        drop(storage::on_other_tab(move || figures.with_code(move |code| (code.receive)(figures))));
        drop(storage::on_leave(move || {
            dom::commit_focused_field();
            figures.retry_save();
        }));
        figures
    }

    /// Loads the code and everything stored, once. Returns false if that failed.
    pub async fn load_code(self) -> bool {
        if self.code.get_value().is_none()
            && let Some(code) = (self.loader)().await
            && self.code.get_value().is_none()
        {
            self.set_code(code);
        }
        self.code.get_value().is_some()
    }

    fn set_code(self, code: FigureCode) {
        self.code.set_value(Some(code));
        (code.load)(self);
    }

    /// Runs this with the code: at once if it is loaded, and as soon as it is loaded otherwise.
    fn with_code(self, run: impl FnOnce(FigureCode) + 'static) {
        match self.code.get_value() {
            Some(code) => run(code),
            None => spawn_local(async move {
                if self.load_code().await
                    && let Some(code) = self.code.get_value()
                {
                    run(code);
                } else {
                    self.messages.show(chunk::failed_why().to_owned());
                }
            }),
        }
    }

    /// The figures with their history, tracked. Release it before any edit.
    pub fn notebook(self) -> impl Deref<Target = Notebook> {
        Mapped::new_with_guard(self.store.read(), FigureStore::notebook)
    }

    pub fn notebook_untracked(self) -> impl Deref<Target = Notebook> {
        Mapped::new_with_guard(self.store.read_untracked(), FigureStore::notebook)
    }

    pub(super) fn for_page(self) -> Self {
        Self {
            active_figures: Memo::new(move |_| self.active_figures.get()),
            assessments: Memo::new(move |_| self.assessments.get()),
            ..self
        }
    }

    pub fn figures_of(self, indicator: &'static Indicator) -> Vec<Figure> {
        self.with_active(|scenario| scenario.figures_of(&indicator.id).cloned().collect())
    }

    /// Reads the active scenario and follows it.
    pub fn with_active<T>(self, read: impl FnOnce(&Scenario) -> T) -> T {
        read(self.notebook().workspace.active())
    }

    /// The same for any scenario; `None` where it does not exist.
    pub fn with_scenario<T>(self, id: &ScenarioId, read: impl FnOnce(&Scenario) -> T) -> Option<T> {
        self.notebook().workspace.scenario(id).map(read)
    }

    /// The scenario that edits go to, untracked.
    pub fn active_scenario(self) -> ScenarioId {
        self.notebook_untracked().workspace.active().id.clone()
    }

    /// An id that no other tab will make.
    pub fn new_scenario_id(self) -> ScenarioId {
        ScenarioId::made_at(system::now(), system::random())
    }

    /// Says why if the edit is refused.
    pub fn edit(self, action: Action) {
        self.with_code(move |code| {
            if let Err(error) = (code.attempt)(self, action) {
                self.messages.show(edit_error(error).to_owned());
            }
        });
    }

    /// Like [`Self::edit`], for a form that shows the error beside its fields.
    pub fn attempt(self, action: Action) -> Result<(), EditError> {
        match self.code.get_value() {
            Some(code) => (code.attempt)(self, action),
            None => {
                self.edit(action);
                Ok(())
            }
        }
    }

    /// Whether everything own is saved, as far as is known.
    pub fn is_saved(self) -> bool {
        self.store.read().is_saved()
    }

    /// Whether leaving the page loses no own figure, after one more attempt to save.
    pub fn is_safe_to_leave(self) -> bool {
        self.retry_save() || self.notebook_untracked().workspace.figure_count() == 0
    }

    /// Retries by the clock while something is not saved: a browser may cut the last call of a page short.
    fn schedule_retries(self) {
        let is_saved = Memo::new(move |_| self.is_saved());
        Effect::new(move |before: Option<Option<IntervalHandle>>| {
            if let Some(Some(timer)) = before {
                timer.clear();
            }
            let retry = move || _ = self.retry_save();
            // Without a timer the page's end still tries.
            (!is_saved.get()).then(|| set_interval_with_handle(retry, RETRY_INTERVAL).ok()).flatten()
        });
    }

    /// Saves again what could not be saved: the storage may have room by now. Returns whether everything is saved.
    fn retry_save(self) -> bool {
        if !untrack(|| self.is_saved()) {
            self.with_code(move |code| (code.save)(self));
        }
        untrack(|| self.is_saved())
    }

    /// Only after the reader was offered the damaged text as a file.
    pub fn overwrite_damaged(self) {
        self.with_code(move |code| (code.overwrite_damaged)(self));
    }

    /// Offers a file with what is in danger: the text that could not be read, or else everything own.
    pub fn export(self) {
        self.with_code(move |code| (code.export)(self));
    }

    pub fn postpone_backup(self) {
        self.with_code(move |code| (code.postpone_backup)(self));
    }

    /// The stored texts that could not be read; none where the storage cannot be read.
    pub fn quarantined_texts(self) -> Vec<QuarantinedText> {
        self.store.with_untracked(FigureStore::quarantined).unwrap_or_default()
    }

    pub fn drop_quarantined(self, key: &str) {
        if let Err(error) = self.store.with_untracked(|store| store.drop_quarantined(key)) {
            self.messages.show(store_error(&error).to_owned());
        }
    }
}
