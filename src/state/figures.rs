use std::{collections::BTreeMap, time::Duration};

use assess::Verdict;
use figures::{Action, Applied, Backup, EditError, Figure, Notebook, QuarantinedText, Scenario, ScenarioId, Timestamp};
use leptos::{prelude::*, task::spawn_local};
use list::{Dataset, Indicator, IndicatorId};
use words::text::notes::file_name;

use super::{
    Downloads, Messages,
    messages::{PromptAction, UndoPrompt},
    storage_session::{LastSave, StorageProblem, StorageSession, StorageUpdate},
};
use crate::browser::{
    dom,
    storage::{self, Persistence},
    system,
};

const RETRY_INTERVAL: Duration = Duration::from_secs(3);

/// The reader's own figures: editing, saving and what follows from them.
#[derive(Clone, Copy)]
pub struct Figures {
    pub(super) dataset: &'static Dataset,
    pub(super) messages: Messages,
    pub(super) downloads: Downloads,
    /// Own figures with their history.
    pub notebook: RwSignal<Notebook>,
    /// The figure of the active scenario that lists show for an indicator.
    pub active_figures: Memo<BTreeMap<IndicatorId, Figure>>,
    /// One assessment of the active scenario for each indicator in the order of the list.
    pub assessments: Memo<Vec<Verdict>>,
    pub storage_problem: RwSignal<Option<StorageProblem>>,
    /// The browser's answer to the request not to clear the storage. Requested with the first own figure.
    pub persistence: RwSignal<Option<Persistence>>,
    /// `None` where nothing is stored.
    pub last_save: RwSignal<Option<LastSave>>,
    /// When own figures were last exported, or the reminder postponed.
    pub backup: RwSignal<Backup>,
    session: StoredValue<StorageSession, LocalStorage>,
}

impl Figures {
    /// Loads own figures and keeps saving them, here and from other tabs.
    pub fn start(dataset: &'static Dataset, messages: Messages, downloads: Downloads) -> Self {
        let (session, update) = StorageSession::open(dataset.id.clone());
        let notebook = RwSignal::new(Notebook::new(dataset.id.clone()));
        let active_figures = Memo::new(move |_| {
            let notebook = notebook.read();
            let scenario = notebook.workspace.active();
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
            notebook,
            active_figures,
            assessments: Memo::new(move |_| notebook.read().workspace.active().verdicts(dataset)),
            storage_problem: RwSignal::new(None),
            persistence: RwSignal::new(None),
            last_save: RwSignal::new(None),
            backup: RwSignal::new(session.backup()),
            session: StoredValue::new_local(session),
        };
        figures.apply_update(update);
        figures.schedule_retries();
        let other_tabs = storage::on_other_tab(move || figures.update_session(StorageSession::receive));
        let leave = storage::on_leave(move || {
            dom::commit_focused_field();
            figures.retry_save();
        });
        // Both listen for as long as the page lives.
        std::mem::forget((other_tabs, leave));
        figures
    }

    pub(super) fn for_page(self) -> Self {
        Self {
            active_figures: Memo::new(move |_| self.active_figures.get()),
            assessments: Memo::new(move |_| self.assessments.get()),
            ..self
        }
    }

    /// The figures of an indicator in the active scenario.
    pub fn figures_of(self, indicator: &'static Indicator) -> Vec<Figure> {
        self.with_active(|scenario| scenario.figures_of(&indicator.id).cloned().collect())
    }

    /// Reads the active scenario and follows it.
    pub fn with_active<T>(self, read: impl FnOnce(&Scenario) -> T) -> T {
        read(self.notebook.read().workspace.active())
    }

    /// The same for any scenario; `None` where it does not exist.
    pub fn with_scenario<T>(self, id: &ScenarioId, read: impl FnOnce(&Scenario) -> T) -> Option<T> {
        self.notebook.read().workspace.scenario(id).map(read)
    }

    /// The scenario that edits go to, untracked.
    pub fn active_scenario(self) -> ScenarioId {
        self.notebook.read_untracked().workspace.active().id.clone()
    }

    /// An id that no other tab will make.
    pub fn new_scenario_id(self) -> ScenarioId {
        ScenarioId::made_at(system::now(), system::random())
    }

    /// Edits own figures and saves them; reports what was done, or why it was not.
    pub fn edit(self, action: Action) {
        if let Err(error) = self.attempt(action) {
            self.messages.show(error.to_string());
        }
    }

    /// The same for a form that shows the error beside its fields.
    ///
    /// # Errors
    /// The reason why nothing was changed.
    pub fn attempt(self, action: Action) -> Result<(), EditError> {
        let applied = self.notebook.try_update(|notebook| notebook.apply(action, system::now())).transpose()?;
        let prompt_action = match &applied {
            None | Some(Applied::Unchanged) => return Ok(()),
            Some(Applied::Changed) => None,
            Some(Applied::Undone { .. }) => Some(PromptAction::Redo),
            Some(Applied::Made { .. } | Applied::Redone { .. }) => Some(PromptAction::Undo),
        };
        if let (Some(applied), Some(action)) = (applied, prompt_action) {
            self.messages.undo_prompt.set(Some(UndoPrompt { text: applied.to_string(), action }));
        }
        self.save();
        self.request_persistence();
        Ok(())
    }

    /// Whether everything own is saved, as far as is known.
    pub fn is_saved(self) -> bool {
        self.storage_problem.read().as_ref().is_none_or(|problem| problem.kept)
    }

    /// Whether leaving the page loses no own figure, after one more attempt to save.
    pub fn is_safe_to_leave(self) -> bool {
        self.retry_save() || self.notebook.read_untracked().workspace.figure_count() == 0
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
        self.update_session(StorageSession::save);
    }

    fn update_session(self, update: impl FnOnce(&mut StorageSession, &Notebook) -> StorageUpdate) {
        let update = self.session.try_update_value(|session| update(session, &self.notebook.read_untracked()));
        self.apply_update(update.unwrap_or_default());
    }

    fn apply_update(self, update: StorageUpdate) {
        if let Some(notebook) = update.notebook {
            self.notebook.set(notebook);
        }
        // An attempt that ends like the one before changes nothing on the screen.
        if *self.storage_problem.read_untracked() != update.storage_problem {
            self.storage_problem.set(update.storage_problem);
        }
        self.last_save.set(update.kept);
        if let Some(message) = update.told {
            self.messages.show(message);
        }
    }

    /// Asks once, and only when there is something to keep: some browsers ask the reader in turn.
    fn request_persistence(self) {
        let has_figures = self.notebook.read_untracked().workspace.figure_count() > 0;
        if has_figures && self.persistence.read_untracked().is_none() {
            spawn_local(async move { self.persistence.set(Some(storage::persist().await)) });
        }
    }

    /// Offers a file with what is in danger: the text that could not be read, or else everything own.
    pub fn export(self) {
        let unreadable = self.storage_problem.read_untracked().as_ref().and_then(|problem| problem.file.clone());
        let is_backup = unreadable.is_none();
        let text = unreadable.unwrap_or_else(|| self.session.with_value(|session| session.file(self.dataset)));
        let name = file_name(self.dataset, "own-figures", system::today(), "json");
        if self.downloads.offer(&name, "application/json", &text) && is_backup {
            self.remember_backup(Backup { exported: Some(self.backup_time()), put_off: None });
        }
    }

    /// Postpones the reminder to export a backup.
    pub fn postpone_backup(self) {
        self.remember_backup(Backup { put_off: Some(self.backup_time()), ..self.backup.get_untracked() });
    }

    /// Now, but not before the last edit: the clock may have been set back.
    fn backup_time(self) -> Timestamp {
        system::now().after(self.notebook.read_untracked().workspace.latest())
    }

    fn remember_backup(self, backup: Backup) {
        self.session.with_value(|session| session.remember_backup(backup));
        self.backup.set(backup);
    }

    /// The stored texts that could not be read.
    pub fn quarantined_texts(self) -> Vec<QuarantinedText> {
        self.session.with_value(StorageSession::set_aside)
    }

    /// Deletes one of them for good.
    pub fn drop_quarantined(self, key: &str) {
        if let Err(message) = self.session.with_value(|session| session.drop_set_aside(key)) {
            self.messages.show(message);
        }
    }

    /// Overwrites the damaged text that blocks saving, after the reader was offered it as a file.
    pub fn overwrite_damaged(self) {
        self.update_session(StorageSession::give_up_damaged);
    }
}
