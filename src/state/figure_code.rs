//! The functions of [`FigureCode`]: everything that loads, changes, assesses and saves own figures.

use std::pin::Pin;

#[cfg(not(feature = "chunked"))]
use std::convert::Infallible as ChunkError;

use figures::{
    Action, Applied, EditError, ExternalChange, FigureStore, SaveError, SaveReport, Scenario, Timestamp,
    is_storage_empty,
};
use leptos::{prelude::*, task::spawn_local};
#[cfg(feature = "chunked")]
use wasm_split_helpers::{SplitLoaderError as ChunkError, wasm_split};
use words::text::{figures::save_report, notes::file_name};

use super::{
    figures::{FigureCode, Figures},
    messages::{PromptAction, UndoPrompt},
};
use crate::browser::{
    storage::{self, BrowserStorage},
    system,
};

type SaveResult = Result<SaveReport, SaveError>;

/// The entry of the chunk.
#[cfg_attr(feature = "chunked", wasm_split(figures, fallible))]
fn code() -> Result<FigureCode, ChunkError> {
    Ok(FigureCode {
        load,
        attempt,
        save: |figures| save_with(figures, FigureStore::save),
        overwrite_damaged: |figures| save_with(figures, FigureStore::overwrite_damaged),
        receive,
        export,
        postpone_backup: |figures| figures.store.update(|store| store.postpone_backup(system::now())),
        verdicts: Scenario::verdicts,
    })
}

/// True if there may be own figures, so that the app must not start without this code.
pub fn is_needed_at_start() -> bool {
    !is_storage_empty(&BrowserStorage)
}

pub fn load_code() -> Pin<Box<dyn Future<Output = Option<FigureCode>>>> {
    Box::pin(async {
        #[cfg(feature = "chunked")]
        let code = code().await;
        #[cfg(not(feature = "chunked"))]
        let code = code();
        code.ok()
    })
}

fn load(figures: Figures) {
    figures.store.maybe_update(|store| {
        store.load(system::now());
        !is_storage_empty(&BrowserStorage)
    });
}

fn attempt(figures: Figures, action: Action) -> Result<(), EditError> {
    let edited = figures.store.try_maybe_update(|store| match store.apply(action, system::now()) {
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
        figures.messages.undo_prompt.set(Some(UndoPrompt { text: words::text::figures::applied(&applied), action }));
    }
    report(figures, &saved);
    request_persistence(figures);
    Ok(())
}

fn save_with(figures: Figures, save: impl FnOnce(&mut FigureStore<BrowserStorage>, Timestamp) -> SaveResult) {
    let saved = figures.store.try_maybe_update(|store| {
        let problem = store.problem().cloned();
        let saved = save(store, system::now());
        // An attempt that fails like the one before changes nothing on the screen.
        (saved.is_ok() || store.problem() != problem.as_ref(), saved)
    });
    if let Some(saved) = saved {
        report(figures, &saved);
    }
}

/// Takes over what another tab has written.
fn receive(figures: Figures) {
    let change = figures.store.try_maybe_update(|store| {
        let change = store.receive(system::now());
        (matches!(change, ExternalChange::Merged { .. } | ExternalChange::Newer { .. }), change)
    });
    if let Some(ExternalChange::Merged { saved: Some(saved) }) = change {
        report(figures, &saved);
    }
}

/// Says what is remarkable about a save. A failure is shown until it is solved.
fn report(figures: Figures, saved: &SaveResult) {
    if let Ok(report) = saved
        && report.is_remarkable()
    {
        figures.messages.show(save_report(report).to_owned());
    }
}

/// Asks once, and only when there is something to keep: some browsers ask the reader in turn.
fn request_persistence(figures: Figures) {
    let has_figures = figures.notebook_untracked().workspace.figure_count() > 0;
    if has_figures && figures.persistence.read_untracked().is_none() {
        spawn_local(async move { figures.persistence.set(Some(storage::persist().await)) });
    }
}

fn export(figures: Figures) {
    let (unreadable, everything) = figures.store.with_untracked(|store| {
        let unreadable = store.problem().and_then(|problem| problem.file().map(str::to_owned));
        (unreadable, store.to_file(figures.dataset))
    });
    let is_backup = unreadable.is_none();
    let text = unreadable.unwrap_or(everything);
    let name = file_name(figures.dataset, "own-figures", system::today(), "json");
    if figures.downloads.offer(&name, "application/json", &text) && is_backup {
        figures.store.update(|store| store.note_export(system::now()));
    }
}
