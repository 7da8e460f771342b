//! What the screens share: the dataset, the address, the reader's own figures, and what is worth telling.
//!
//! Everything goes one way: views call methods of [`AppState`], these change signals, views follow the signals.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use assess::Verdict;
use figures::{Action, Applied, Backup, EditError, Figure, Notebook, QuarantinedText, Scenario, ScenarioId};
use leptos::{prelude::*, task::spawn_local};
use list::{Dataset, Indicator, IndicatorId};
use routes::{Located, Route};
use search::{Compared, Ignored, Index};
use words::{notes::file_name, screen};

use crate::browser::{
    clipboard, dom, download,
    location::{self, Arrival},
    storage::{self, Persistence},
    system,
    worker::{self, WorkerNews},
};

mod files;
mod storage_session;

pub use storage_session::{LastSave, StorageProblem};
use storage_session::{StorageSession, StorageUpdate};

/// What was done last, with the one press that goes the other way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndoPrompt {
    /// What was done.
    pub text: String,
    /// What is offered beside it.
    pub offer: PromptAction,
}

/// The press that a [`UndoPrompt`] offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromptAction {
    /// To take back what was just done.
    Undo,
    /// To do again what was just taken back.
    Redo,
}

/// How long update stay.
const NEWS_STAY: Duration = Duration::from_secs(8);

/// After how long what could not be kept is tried again.
const RETRY: Duration = Duration::from_secs(3);

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
    /// The rows chosen in the explorer, for this visit: positions in [`Dataset::indicators`](list::Contents).
    pub chosen: RwSignal<BTreeSet<usize>>,
    /// The same, for the rows of a page to follow; see [`AppState::for_page`].
    pub chosen_rows: Memo<BTreeSet<usize>>,
    /// What was compared last on this visit; an indicator's page adds to it.
    pub compared: RwSignal<Compared>,
    /// What the active scenario's figures come to, one verdict for each indicator in the order of the list.
    pub verdicts: Memo<Vec<Verdict>>,
    /// What is wrong with session own figures.
    pub storage_problem: RwSignal<Option<StorageProblem>>,
    /// What was done last; stays until closed, since nobody has to be quick.
    pub undo_prompt: RwSignal<Option<UndoPrompt>>,
    /// What is only said, and goes by itself. It never takes the place of [`AppState::notice`], which holds the way back.
    pub status_message: RwSignal<Option<String>>,
    /// The notice to show on the page that is about to open.
    pub prompt_for_next_page: RwSignal<Option<UndoPrompt>>,
    /// A new version waits for consent.
    pub update_waiting: RwSignal<bool>,
    /// What the browser answered to the request not to clear own figures by itself; asked once there is one.
    pub persistence: RwSignal<Option<Persistence>>,
    /// What is kept now, and how much.
    pub kept: RwSignal<Option<LastSave>>,
    /// What is remembered about copies in files.
    pub backup: RwSignal<Backup>,
    /// The storage; only this module touches it.
    session: StoredValue<StorageSession, LocalStorage>,
}

/// The state, from anywhere below [`crate::shell::app::App`], which provides it.
pub fn use_app() -> AppState {
    expect_context::<AppState>()
}

impl AppState {
    /// Reads the address and storage.
    pub fn start(dataset: &'static Dataset, index: &'static Index) -> Self {
        let located = Route::parse(&location::hash());
        let (session, update) = StorageSession::open(dataset.id.clone());
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
        let verdicts = Memo::new(move |_| notebook.read().workspace.active().verdicts(dataset));
        let chosen = RwSignal::new(BTreeSet::new());
        let app = Self {
            dataset,
            index,
            route: RwSignal::new(located.route),
            ignored: RwSignal::new(located.ignored),
            arrival: RwSignal::new(Arrival::Forward),
            notebook,
            own,
            chosen,
            chosen_rows: Memo::new(move |_| chosen.get()),
            compared: RwSignal::new(Compared::default()),
            verdicts,
            storage_problem: RwSignal::new(None),
            undo_prompt: RwSignal::new(None),
            status_message: RwSignal::new(None),
            prompt_for_next_page: RwSignal::new(None),
            update_waiting: RwSignal::new(false),
            persistence: RwSignal::new(None),
            kept: RwSignal::new(None),
            backup: RwSignal::new(session.backup()),
            session: StoredValue::new_local(session),
        };
        app.apply_update(update);
        app.schedule_retries();
        let listening = storage::on_other_tab(move || {
            let update = app.session.try_update_value(|session| session.receive(&app.notebook.read_untracked()));
            app.apply_update(update.unwrap_or_default());
        });
        let leaving = storage::on_leave(move || {
            dom::commit_focused_field();
            app.retry_save();
        });
        // Both listen for as long as the page lives.
        std::mem::forget((listening, leaving));
        location::on_change(move |hash, arrival| {
            dom::commit_focused_field();
            app.follow(Route::parse(&hash), arrival);
        });
        worker::register(move |update| match update {
            WorkerNews::OfflineReady => app.show_message(screen::notice::OFFLINE_READY.to_owned()),
            WorkerNews::UpdateWaiting | WorkerNews::UpdateTaken => app.update_waiting.set(true),
        });
        app
    }

    /// This state for the views of one page, whose many readers of figures, verdicts and choices then go with it: a memo
    /// keeps a trace of every reader it ever had until it goes itself.
    pub fn for_page(self) -> Self {
        Self {
            own: Memo::new(move |_| self.own.get()),
            verdicts: Memo::new(move |_| self.verdicts.get()),
            chosen_rows: Memo::new(move |_| self.chosen_rows.get()),
            ..self
        }
    }

    /// Opens a page as a link would, but at once: a link's page comes after the browser's next frame.
    pub fn open(self, route: &Route) {
        dom::commit_focused_field();
        if location::open(&route.href()) {
            let (route, ignored) = (route.clone(), Vec::new());
            self.follow(Located { route, ignored }, Arrival::Forward);
        }
    }

    /// Shows what an address says.
    fn follow(self, located: Located, arrival: Arrival) {
        self.arrival.set(arrival);
        self.ignored.set(located.ignored);
        self.route.set(located.route);
    }

    /// Opens a page as a link would, and takes the notice along: it is about what led there.
    pub fn open_with_prompt(self, route: &Route) {
        self.prompt_for_next_page.set(self.undo_prompt.get_untracked());
        self.open(route);
    }

    /// Changes the address of this page in place.
    pub fn replace(self, route: Route) {
        location::replace(&route.href());
        let ignored = Vec::new();
        self.follow(Located { route, ignored }, Arrival::Forward);
    }

    /// An indicator's figures in the active scenario.
    pub fn figures_of(self, indicator: &'static Indicator) -> Vec<Figure> {
        self.notebook.read().workspace.active().figures_of(&indicator.id).cloned().collect()
    }

    /// The scenario that edits go to.
    pub fn active_scenario(self) -> ScenarioId {
        self.notebook.read_untracked().workspace.active().id.clone()
    }

    /// Edits own figures, says what was done, and keeps the result.
    pub fn edit(self, action: Action) {
        if let Err(error) = self.attempt(action) {
            self.show_message(error.to_string());
        }
    }

    /// The same for a form that shows beside its fields why something cannot be done.
    ///
    /// # Errors
    /// Nothing was changed, for this reason.
    pub fn attempt(self, action: Action) -> Result<(), EditError> {
        let applied = self.notebook.try_update(|notebook| notebook.apply(action, system::now()));
        match applied {
            Some(Ok(Applied::Unchanged)) | None => return Ok(()),
            Some(Ok(Applied::Changed)) => {}
            Some(Ok(applied @ Applied::Undone { .. })) => self.note(&applied, PromptAction::Redo),
            Some(Ok(applied @ (Applied::Made { .. } | Applied::Redone { .. }))) => {
                self.note(&applied, PromptAction::Undo);
            }
            Some(Err(error)) => return Err(error),
        }
        let update = self.session.try_update_value(|session| session.save(&self.notebook.read_untracked()));
        self.apply_update(update.unwrap_or_default());
        self.ask_to_persist();
        Ok(())
    }

    /// An id no other tab will make.
    pub fn new_scenario_id(self) -> ScenarioId {
        ScenarioId::made_at(system::now(), system::random())
    }

    /// Whether everything own is kept, as far as is known.
    pub fn keeps_all(self) -> bool {
        let storage_problem = self.storage_problem.read();
        storage_problem.as_ref().is_none_or(|storage_problem| storage_problem.kept)
    }

    /// As long as something is not kept, tries again by the clock: a browser may cut the last call of a page short.
    fn schedule_retries(self) {
        let keeps_all = Memo::new(move |_| self.keeps_all());
        Effect::new(move |before: Option<Option<IntervalHandle>>| {
            if let Some(Some(timer)) = before {
                timer.clear();
            }
            let again = move || {
                self.retry_save();
            };
            // Without a clock the page's end still tries.
            (!keeps_all.get()).then(|| set_interval_with_handle(again, RETRY).ok()).flatten()
        });
    }

    /// Tries once more to keep what could not be kept: the storage may have room again by now. Returns whether
    /// everything own is kept.
    fn retry_save(self) -> bool {
        if !untrack(|| self.keeps_all()) {
            let update = self.session.try_update_value(|session| session.save(&self.notebook.read_untracked()));
            self.apply_update(update.unwrap_or_default());
        }
        untrack(|| self.keeps_all())
    }

    /// Asks the browser once, and only when there is something to keep: some browsers ask the reader in turn.
    fn ask_to_persist(self) {
        let something = self.notebook.read_untracked().workspace.figure_count() > 0;
        if something && self.persistence.read_untracked().is_none() {
            spawn_local(async move { self.persistence.set(Some(storage::persist().await)) });
        }
    }

    fn apply_update(self, update: StorageUpdate) {
        if let Some(notebook) = update.notebook {
            self.notebook.set(notebook);
        }
        // Told once: a try that ends like the one before is no update.
        if *self.storage_problem.read_untracked() != update.storage_problem {
            self.storage_problem.set(update.storage_problem);
        }
        self.kept.set(update.kept);
        if let Some(told) = update.told {
            self.show_message(told);
        }
    }

    /// Shows what was done, and the way back.
    fn note(self, applied: &Applied, offer: PromptAction) {
        let text = applied.to_string();
        self.undo_prompt.set(Some(UndoPrompt { text, offer }));
    }

    /// Says something at the foot of the page for a while.
    pub fn show_message(self, text: String) {
        self.status_message.set(Some(text.clone()));
        let go = move || {
            self.status_message.update(|shown| *shown = shown.take().filter(|shown| *shown != text));
        };
        set_timeout(go, NEWS_STAY);
    }

    /// Offers a file with what is in danger: the text that could not be read, or else everything own.
    pub fn export(self) {
        let text =
            self.storage_problem.read_untracked().as_ref().and_then(|storage_problem| storage_problem.file.clone());
        let everything = text.is_none();
        let text = text.unwrap_or_else(|| self.session.with_value(|session| session.file(self.dataset)));
        let name = file_name(self.dataset, "own-figures", system::today(), "json");
        if self.offer(&name, "application/json", &text) && everything {
            self.backed_up();
        }
    }

    /// Offers a file to save; says so where the browser would not, and returns whether it did.
    pub fn offer(self, name: &str, media_type: &str, text: &str) -> bool {
        let offered = download::offer(name, media_type, text).is_some();
        if !offered {
            self.show_message(screen::storage::NO_DOWNLOAD.to_owned());
        }
        offered
    }

    /// Offers a file of this list named with its edition and today's day.
    pub fn offer_named(self, what: &str, extension: &str, media_type: &str, text: &str) {
        let name = file_name(self.dataset, what, system::today(), extension);
        self.offer(&name, media_type, text);
    }

    /// Copies a text and says `told`, or that it could not be done.
    pub fn copy(self, text: String, told: String) {
        spawn_local(async move {
            let copied = clipboard::copy(&text).await;
            self.show_message(if copied { told } else { screen::export::NO_COPY.to_owned() });
        });
    }

    /// The chosen indicators in printed order, followed.
    pub fn chosen_indicators(self) -> Vec<&'static Indicator> {
        let chosen = self.chosen.read();
        chosen.iter().filter_map(|&row| self.dataset.indicators.get(row)).collect()
    }

    /// Notes that everything own has just gone into a file.
    pub fn backed_up(self) {
        let now = system::now().after(self.notebook.read_untracked().workspace.latest());
        self.remember(Backup { exported: Some(now), put_off: None });
    }

    /// Puts the reminder to make a file off.
    pub fn put_off_backup(self) {
        let now = system::now().after(self.notebook.read_untracked().workspace.latest());
        self.remember(Backup { put_off: Some(now), ..self.backup.get_untracked() });
    }

    fn remember(self, backup: Backup) {
        self.session.with_value(|session| session.remember_backup(backup));
        self.backup.set(backup);
    }

    /// The texts that could not be read and were set aside.
    pub fn set_aside(self) -> Vec<QuarantinedText> {
        self.session.with_value(StorageSession::set_aside)
    }

    /// Takes a text set aside away for good.
    pub fn drop_set_aside(self, key: &str) {
        if let Err(message) = self.session.with_value(|session| session.drop_set_aside(key)) {
            self.show_message(message);
        }
    }

    /// Gives up the damaged text that blocks saving, after the reader was offered it as a file.
    pub fn give_up_damaged(self) {
        let update = self.session.try_update_value(|session| session.give_up_damaged(&self.notebook.read_untracked()));
        self.apply_update(update.unwrap_or_default());
    }

    /// Something of the active scenario, followed.
    pub fn with_active<T>(self, look: impl FnOnce(&Scenario) -> T) -> T {
        look(self.notebook.read().workspace.active())
    }

    /// Takes the new version, after everything own is kept; where that is impossible the old one stays, with the reason
    /// and the way to a file on the screen.
    pub fn take_update(self) {
        let nothing_own = self.notebook.read_untracked().workspace.figure_count() == 0;
        if self.retry_save() || nothing_own {
            worker::accept_update();
        } else {
            self.show_message(screen::notice::UPDATE_UNSAFE.to_owned());
        }
    }
}
