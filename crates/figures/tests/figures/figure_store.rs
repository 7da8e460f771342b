use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use figures::{
    Action, Backup, Envelope, ExternalChange, FigureStore, KeyValueStore, LastSave, Restored, SaveError, SaveReport,
    StorageProblem, StoreError, Timestamp, is_storage_empty, keys, restore,
};
use list::DatasetId;

use test_support::own_figures::*;

/// A storage that can be blocked, filled and made to write only half; the tabs of a test share it.
#[derive(Debug, Clone, Default)]
struct TestStorage {
    texts: Rc<RefCell<BTreeMap<String, String>>>,
    room: Rc<Cell<Option<usize>>>,
    blocked: Rc<Cell<bool>>,
    halves: Rc<Cell<bool>>,
}

impl TestStorage {
    fn check_access(&self) -> Result<(), StoreError> {
        if self.blocked.get() { Err(StoreError::Blocked("SecurityError".to_owned())) } else { Ok(()) }
    }

    fn get(&self, key: &str) -> Option<String> {
        self.texts.borrow().get(key).cloned()
    }

    fn put(&self, text: &str) {
        self.texts.borrow_mut().insert(keys::OWN_FIGURES.to_owned(), text.to_owned());
    }

    fn open_tab(&self) -> FigureStore<TestStorage> {
        self.open_tab_at(NOW)
    }

    fn open_tab_at(&self, now: Timestamp) -> FigureStore<Self> {
        let mut store = FigureStore::new(self.clone(), dataset_id(), words::text::figures::step_name);
        store.load(now);
        store
    }

    fn stored(&self) -> Envelope {
        match restore(self.get(keys::OWN_FIGURES).as_deref()) {
            Restored::Loaded { envelope, .. } => *envelope,
            other => panic!("{other:?}"),
        }
    }
}

impl KeyValueStore for TestStorage {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.check_access().map(|()| self.get(key))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.check_access()?;
        let others: usize = self.texts.borrow().iter().filter(|(k, _)| *k != key).map(|(_, t)| t.len()).sum();
        if self.room.get().is_some_and(|room| others + text.len() > room) {
            return Err(StoreError::Full);
        }
        let text = if self.halves.get() { &text[..text.len() / 2] } else { text };
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.check_access()?;
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.check_access().map(|()| self.texts.borrow().keys().cloned().collect())
    }
}

const NOW: Timestamp = Timestamp(1_700_000_000_000);

type TestStore = FigureStore<TestStorage>;

fn school_figure(number: f64) -> Action {
    set(schools("3-1", "2023-03-31", number))
}

fn edit(store: &mut TestStore, action: Action, now: u64) {
    store.apply(action, Timestamp(now)).unwrap();
}

/// A tab with one figure that is not saved yet.
fn tab_with_figure(storage: &TestStorage) -> TestStore {
    let mut store = storage.open_tab();
    edit(&mut store, school_figure(44.0), 1_000);
    store
}

fn values(store: &TestStore) -> Vec<String> {
    store.notebook().workspace.active().figures().map(|figure| figure.value.to_string()).collect()
}

/// True if the other tab's changes were merged and something of this one was saved.
fn receive(store: &mut TestStore) -> bool {
    matches!(store.receive(NOW), ExternalChange::Merged { saved: Some(_) })
}

#[test]
fn nothing_is_saved_after_a_failed_load() {
    let storage = TestStorage::default();
    storage.blocked.set(true);
    let mut store = tab_with_figure(&storage);
    assert!(matches!(store.problem(), Some(StorageProblem::Unavailable(StoreError::Blocked(_)))));
    storage.blocked.set(false);
    assert_eq!(store.save(NOW), Err(SaveError::NotLoaded));
    assert!(matches!(store.problem(), Some(StorageProblem::Unavailable(_))));
    assert!(!store.is_saved());
    assert!(storage.texts.borrow().is_empty());
}

#[test]
fn saved_figures_are_loaded_again() {
    let storage = TestStorage::default();
    let mut store = tab_with_figure(&storage);
    assert_eq!((store.problem(), store.last_save()), (None, None));
    let report = store.save(NOW).unwrap();
    let bytes = storage.get(keys::OWN_FIGURES).unwrap().len();
    assert_eq!(
        report,
        SaveReport { bytes, merged: false, without_history: false, was_emptied: false, set_aside: None }
    );
    assert_eq!(store.last_save(), Some(LastSave { at: NOW, bytes }));
    let again = storage.open_tab();
    assert_eq!(again.notebook(), store.notebook());
    assert_eq!((again.problem(), again.last_save()), (None, store.last_save()));
    assert_eq!(storage.stored().saved_at, NOW);
    match restore(storage.get(keys::OWN_FIGURES).as_deref()) {
        Restored::Loaded { repairs, migrated_from, .. } => assert_eq!((repairs.len(), migrated_from), (0, None)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn unreadable_text_is_copied_before_anything_is_written() {
    let storage = TestStorage::default();
    storage.put("{\"half");
    let store = storage.open_tab();
    let key = format!("{}{}", keys::QUARANTINE, NOW.0);
    let problem = store.problem().unwrap();
    assert!(matches!(problem, StorageProblem::SetAside { key: k, .. } if *k == key));
    assert_eq!((problem.file(), problem.is_saved()), (Some("{\"half"), true));
    assert_eq!(storage.get(&key).as_deref(), Some("{\"half"));
    assert_eq!(storage.get(keys::OWN_FIGURES).as_deref(), Some("{\"half"));
    // A second start before the first save does not copy again.
    let mut store = storage.open_tab_at(Timestamp(NOW.0 + 5));
    assert_eq!(store.quarantined().unwrap().len(), 1);
    edit(&mut store, school_figure(44.0), 1_000);
    assert!(store.save(NOW).is_ok());
    assert!(matches!(store.problem(), Some(StorageProblem::SetAside { .. })), "still reported");
    assert_eq!(storage.get(&key).as_deref(), Some("{\"half"));
    // Another text in the same millisecond gets a key of its own.
    storage.put("[]");
    let store = storage.open_tab();
    assert!(matches!(store.problem(), Some(StorageProblem::SetAside { key: k, .. }) if *k != key));
    let texts: Vec<String> = store.quarantined().unwrap().into_iter().map(|quarantined| quarantined.text).collect();
    assert_eq!(texts, ["{\"half", "[]"]);
    store.drop_quarantined(keys::OWN_FIGURES).unwrap();
    store.drop_quarantined(&key).unwrap();
    assert_eq!((store.quarantined().unwrap().len(), storage.get(keys::OWN_FIGURES).is_some()), (1, true));
}

#[test]
fn unreadable_text_that_cannot_be_copied_stops_saving() {
    let storage = TestStorage::default();
    let noise = "x".repeat(5_000);
    storage.put(&noise);
    storage.room.set(Some(6_000));
    let mut store = tab_with_figure(&storage);
    let problem = store.problem().unwrap();
    assert!(matches!(problem, StorageProblem::Damaged { text, error: StoreError::Full, .. } if *text == noise));
    assert_eq!((problem.file(), problem.is_saved()), (Some(noise.as_str()), false));
    assert_eq!(store.save(NOW), Err(SaveError::ReadOnly));
    assert!(matches!(store.problem(), Some(StorageProblem::Damaged { .. })));
    assert_eq!(storage.get(keys::OWN_FIGURES), Some(noise));
    assert!(store.overwrite_damaged(NOW).is_ok());
    assert_eq!(store.problem(), None);
}

#[test]
fn a_newer_version_is_not_changed() {
    let storage = TestStorage::default();
    let newer = r#"{"format":"ward-indicators/own-figures","version":9,"workspaces":{}}"#;
    storage.put(newer);
    let mut store = tab_with_figure(&storage);
    assert_eq!(store.problem(), Some(&StorageProblem::Newer { version: 9, text: Some(newer.to_owned()) }));
    assert_eq!(store.save(NOW), Err(SaveError::ReadOnly));
    assert_eq!(store.overwrite_damaged(NOW), Err(SaveError::ReadOnly));
    // Also if it is written while this tab is open.
    for by_event in [false, true] {
        let storage = TestStorage::default();
        let mut store = tab_with_figure(&storage);
        storage.put(newer);
        if by_event {
            assert_eq!(store.receive(NOW), ExternalChange::Newer { version: 9 });
            assert_eq!(store.problem(), Some(&StorageProblem::Newer { version: 9, text: None }));
        }
        assert_eq!(store.save(NOW), Err(SaveError::ReadOnly));
        assert!(!store.is_saved());
        assert_eq!(storage.get(keys::OWN_FIGURES).as_deref(), Some(newer));
    }
}

#[test]
fn a_full_storage_keeps_the_previous_text() {
    let storage = TestStorage::default();
    let mut store = tab_with_figure(&storage);
    assert!(store.save(NOW).is_ok());
    let before = storage.get(keys::OWN_FIGURES);
    storage.room.set(Some(100));
    edit(&mut store, school_figure(50.0), 2_000);
    assert_eq!(store.save(NOW), Err(SaveError::Full));
    assert_eq!(store.problem(), Some(&StorageProblem::NotSaved(SaveError::Full)));
    assert_eq!(storage.get(keys::OWN_FIGURES), before);
    // There is only room for the figures: the history is not stored.
    let slim = envelope(store.notebook().clone()).to_text_without_history().len();
    storage.room.set(Some(slim + 20));
    let report = store.save(NOW).unwrap();
    assert!(report.without_history && store.problem().is_none(), "{report:?}");
    storage.room.set(None);
    assert!(!store.save(NOW).unwrap().without_history);
}

#[test]
fn a_blocked_or_faulty_storage_is_detected() {
    let storage = TestStorage::default();
    let mut store = tab_with_figure(&storage);
    storage.blocked.set(true);
    assert_eq!(store.save(NOW), Err(SaveError::Blocked("SecurityError".to_owned())));
    assert!(matches!(store.receive(NOW), ExternalChange::Unavailable(_)));
    storage.blocked.set(false);
    storage.halves.set(true);
    assert_eq!(store.save(NOW), Err(SaveError::Mismatch));
    // Once it works again, the half-written text is set aside and the figures are written.
    storage.halves.set(false);
    let report = store.save(NOW).unwrap();
    assert!(report.set_aside.is_some(), "{report:?}");
    assert_eq!(storage.stored().notebooks[&dataset_id()], *store.notebook());
}

#[test]
fn a_storage_emptied_while_open_is_filled_again_and_reported() {
    let storage = TestStorage::default();
    let mut store = tab_with_figure(&storage);
    assert!(store.save(NOW).is_ok());
    storage.texts.borrow_mut().clear();
    assert_eq!(store.receive(NOW), ExternalChange::Emptied);
    assert!(store.save(NOW).unwrap().was_emptied);
    assert_eq!(storage.stored().notebooks[&dataset_id()], *store.notebook());
}

#[test]
fn two_tabs_lose_nothing_and_stop_saving() {
    let storage = TestStorage::default();
    let (mut here, mut there) = (storage.open_tab(), storage.open_tab());
    let stored = || storage.stored().notebook(&dataset_id()).workspace.clone();
    edit(&mut here, school_figure(44.0), 1_000);
    here.save(NOW).unwrap();
    // This tab has not received the other's edit yet and saves its own: both are stored.
    edit(&mut there, set(schools("3-2", "2023-03-31", 5.0)), 2_000);
    assert!(there.save(NOW).unwrap().merged);
    assert_eq!(there.notebook().workspace.figure_count(), 2);
    assert_eq!(stored().figure_count(), 2);
    assert!(!receive(&mut here), "nothing to write back");
    assert_eq!(here.notebook().workspace, there.notebook().workspace);
    // An unsaved edit is kept and saved on receiving.
    edit(&mut here, set(schools("3-3", "2023-03-31", 7.0)), 3_000);
    edit(&mut there, school_figure(50.0), 4_000);
    there.save(NOW).unwrap();
    assert!(receive(&mut here));
    assert!(!receive(&mut there));
    assert_eq!(here.notebook().workspace, there.notebook().workspace);
    assert_eq!(here.notebook().workspace, stored());
    assert_eq!(values(&here), ["50校", "5校", "7校"]);
    assert_eq!(here.receive(NOW), ExternalChange::Nothing);
}

#[test]
fn a_step_undone_in_the_other_tab_causes_no_save() {
    let storage = TestStorage::default();
    let mut here = tab_with_figure(&storage);
    here.save(NOW).unwrap();
    let mut there = storage.open_tab();
    edit(&mut here, set(schools("3-2", "2023-03-31", 5.0)), 2_000);
    edit(&mut here, Action::Undo, 3_000);
    here.save(NOW).unwrap();
    assert!(!receive(&mut there));
    assert_ne!(there.notebook().history, here.notebook().history);
    assert_eq!(there.notebook().workspace, here.notebook().workspace);
}

#[test]
fn a_removal_in_one_tab_reaches_the_other() {
    let storage = TestStorage::default();
    let mut here = tab_with_figure(&storage);
    here.save(NOW).unwrap();
    let mut there = storage.open_tab();
    let key = schools("3-1", "2023-03-31", 44.0).key();
    edit(&mut here, Action::RemoveFigure { scenario: mine(), key }, 2_000);
    here.save(NOW).unwrap();
    edit(&mut there, set(schools("3-2", "2023-03-31", 5.0)), 3_000);
    there.save(NOW).unwrap();
    assert_eq!(values(&there), ["5校"]);
}

#[test]
fn another_dataset_on_the_same_origin_is_kept() {
    let storage = TestStorage::default();
    let mut store = tab_with_figure(&storage);
    let mut other = Envelope::default();
    let id = DatasetId::parse("another-ward").unwrap();
    other.notebook(&id).perform(set(schools("1-1", "2023-03-31", 1.0)), Timestamp(1)).unwrap();
    storage.put(&other.to_text());
    assert!(store.save(NOW).is_ok());
    let stored = storage.stored();
    assert_eq!(stored.notebooks[&id], other.notebooks[&id]);
    assert_eq!(stored.notebooks.len(), 2);
}

#[test]
fn drafts_and_settings_are_stored_under_their_keys() {
    let storage = TestStorage::default();
    let mut store = storage.open_tab();
    store.set_draft("3-1", Some("typed"));
    assert_eq!(storage.get("ward-indicators/half-typed/test/3-1").as_deref(), Some("typed"));
    assert_eq!(storage.open_tab().draft("3-1").as_deref(), Some("typed"));
    store.set_draft("3-1", None);
    assert_eq!(store.draft("3-1"), None);

    assert!(store.is_slash_key_on());
    store.set_slash_key(false);
    assert_eq!(storage.get("ward-indicators/slash").as_deref(), Some("off"));
    assert!(!storage.open_tab().is_slash_key_on());
    store.set_slash_key(true);
    assert_eq!(storage.get("ward-indicators/slash"), None);

    store.postpone_backup(NOW);
    assert_eq!(store.backup(), Backup { exported: None, put_off: Some(NOW) });
    store.note_export(NOW);
    assert_eq!(storage.get("ward-indicators/backup"), Some(format!(r#"{{"exported":{},"put_off":null}}"#, NOW.0)));
    assert_eq!(storage.open_tab().backup(), store.backup());
}

#[test]
fn every_outcome_has_a_sentence_of_its_own() {
    let report = |merged, without_history, was_emptied, set_aside| SaveReport {
        bytes: 1,
        merged,
        without_history,
        was_emptied,
        set_aside,
    };
    let reports = [
        report(false, false, false, None),
        report(true, false, false, None),
        report(false, true, false, None),
        report(false, false, true, None),
        report(false, false, false, Some(String::new())),
    ];
    let errors = [
        SaveError::Full,
        SaveError::Blocked(String::new()),
        SaveError::Mismatch,
        SaveError::ReadOnly,
        SaveError::NotLoaded,
    ];
    let sentences: BTreeSet<&str> = reports
        .iter()
        .map(words::text::figures::save_report)
        .chain(errors.iter().map(words::text::figures::save_error))
        .collect();
    assert_eq!(sentences.len(), reports.len() + errors.len());
}

#[test]
fn nothing_is_saved_before_what_is_stored_was_loaded() {
    let storage = TestStorage::default();
    assert!(is_storage_empty(&storage));
    tab_with_figure(&storage).save(NOW).unwrap();
    let stored = storage.get(keys::OWN_FIGURES);
    let mut unloaded = FigureStore::new(storage.clone(), dataset_id(), words::text::figures::step_name);
    assert!(!is_storage_empty(&storage));
    assert_eq!(unloaded.save(NOW), Err(SaveError::NotLoaded));
    assert_eq!(storage.get(keys::OWN_FIGURES), stored);
}
