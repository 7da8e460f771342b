use std::{collections::BTreeMap, ops::Deref, time::Duration};

use assess::Verdict;
use figures::{
    Action, Applied, EditError, ExternalChange, Figure, FigureStore, Notebook, QuarantinedText, SaveError, SaveReport,
    Scenario, ScenarioId, Timestamp,
};
use leptos::{
    prelude::{guards::Mapped, *},
    task::spawn_local,
};
use list::{Dataset, Indicator, IndicatorId};
use words::text::{
    figures::{edit_error, save_report, step_name, store_error},
    notes::file_name,
};

use super::{
    Downloads, Messages,
    messages::{PromptAction, UndoPrompt},
};
use crate::browser::{
    dom,
    storage::{self, BrowserStorage, Persistence},
    system,
};

const RETRY_INTERVAL: Duration = Duration::from_secs(3);

type SaveResult = Result<SaveReport, SaveError>;

#[derive(Clone, Copy)]
pub struct Figures {
    pub(super) dataset: &'static Dataset,
    pub(super) messages: Messages,
    pub(super) downloads: Downloads,
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
    /// Loads own figures and keeps saving them, here and from other tabs.
    pub fn start(dataset: &'static Dataset, messages: Messages, downloads: Downloads) -> Self {
        let store = RwSignal::new(FigureStore::open(BrowserStorage, dataset.id.clone(), system::now(), step_name));
        let active_figures = Memo::new(move |_| {
            let store = store.read();
            let scenario = store.notebook().workspace.active();
            dataset
                .indicators
                .iter()
                .filter_map(|indicator| Some((indicator.id.clone(), scenario.shown_figure(indicator)?.clone())))
                .collect()
        });
        let figures = Self {
            dataset,
            messages,
            downloads,
            store,
            active_figures,
            assessments: Memo::new(move |_| store.read().notebook().workspace.active().verdicts(dataset)),
            persistence: RwSignal::new(None),
        };
        figures.schedule_retries();
        let other_tabs = storage::on_other_tab(move || figures.receive());
        let leave = storage::on_leave(move || {
            dom::commit_focused_field();
            figures.retry_save();
        });
        // Both listen for as long as the page lives.
        std::mem::forget((other_tabs, leave));
        figures
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

    pub fn edit(self, action: Action) {
        if let Err(error) = self.attempt(action) {
            self.messages.show(edit_error(error).to_owned());
        }
    }

    /// Like [`Self::edit`], for a form that shows the error beside its fields.
    pub fn attempt(self, action: Action) -> Result<(), EditError> {
        let edited = self.store.try_maybe_update(|store| match store.apply(action, system::now()) {
            Ok(Applied::Unchanged) => (false, Ok(None)),
            Ok(applied) => (true, Ok(Some((applied, store.save(system::now()))))),
            Err(error) => (false, Err(error)),
        });
        let Some((applied, saved)) = edited.transpose()?.flatten() else { return Ok(()) };
        let prompt_action = match &applied {
            Applied::Unchanged | Applied::Changed => None,
            Applied::Undone { .. } => Some(PromptAction::Redo),
            Applied::Made { .. } | Applied::Redone { .. } => Some(PromptAction::Undo),
        };
        if let Some(action) = prompt_action {
            self.messages.undo_prompt.set(Some(UndoPrompt { text: words::text::figures::applied(&applied), action }));
        }
        self.report(&saved);
        self.request_persistence();
        Ok(())
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
            let retry = move || {
                self.retry_save();
            };
            // Without a timer the page's end still tries.
            (!is_saved.get()).then(|| set_interval_with_handle(retry, RETRY_INTERVAL).ok()).flatten()
        });
    }

    /// Saves again what could not be saved: the storage may have room by now. Returns whether everything is saved.
    fn retry_save(self) -> bool {
        if !untrack(|| self.is_saved()) {
            self.save();
        }
        untrack(|| self.is_saved())
    }

    fn save(self) {
        self.save_with(FigureStore::save);
    }

    /// Only after the reader was offered the damaged text as a file.
    pub fn overwrite_damaged(self) {
        self.save_with(FigureStore::overwrite_damaged);
    }

    fn save_with(self, save: impl FnOnce(&mut FigureStore<BrowserStorage>, Timestamp) -> SaveResult) {
        let saved = self.store.try_maybe_update(|store| {
            let problem = store.problem().cloned();
            let saved = save(store, system::now());
            // An attempt that fails like the one before changes nothing on the screen.
            (saved.is_ok() || store.problem() != problem.as_ref(), saved)
        });
        if let Some(saved) = saved {
            self.report(&saved);
        }
    }

    /// Takes over what another tab has written.
    fn receive(self) {
        let change = self.store.try_maybe_update(|store| {
            let change = store.receive(system::now());
            (matches!(change, ExternalChange::Merged { .. } | ExternalChange::Newer { .. }), change)
        });
        if let Some(ExternalChange::Merged { saved: Some(saved) }) = change {
            self.report(&saved);
        }
    }

    /// Says what is remarkable about a save. A failure is shown until it is solved.
    fn report(self, saved: &SaveResult) {
        if let Ok(report) = saved
            && report.is_remarkable()
        {
            self.messages.show(save_report(report).to_owned());
        }
    }

    /// Asks once, and only when there is something to keep: some browsers ask the reader in turn.
    fn request_persistence(self) {
        let has_figures = self.notebook_untracked().workspace.figure_count() > 0;
        if has_figures && self.persistence.read_untracked().is_none() {
            spawn_local(async move { self.persistence.set(Some(storage::persist().await)) });
        }
    }

    /// Offers a file with what is in danger: the text that could not be read, or else everything own.
    pub fn export(self) {
        let (unreadable, everything) = self.store.with_untracked(|store| {
            let unreadable = store.problem().and_then(|problem| problem.file().map(str::to_owned));
            (unreadable, store.to_file(self.dataset))
        });
        let is_backup = unreadable.is_none();
        let text = unreadable.unwrap_or(everything);
        let name = file_name(self.dataset, "own-figures", system::today(), "json");
        if self.downloads.offer(&name, "application/json", &text) && is_backup {
            self.store.update(|store| store.note_export(system::now()));
        }
    }

    pub fn postpone_backup(self) {
        self.store.update(|store| store.postpone_backup(system::now()));
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
