use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

use figures::{
    Action, Envelope, ExternalChange, FigureStore, KeyValueStore, LoadOutcome, Notebook, Restored, SaveOutcome,
    StoreError, Timestamp, keys, restore,
};
use list::DatasetId;

use crate::build::*;

/// A storage that can be blocked, filled and made to lie, shared by the tabs of a test.
#[derive(Debug, Clone, Default)]
struct Made {
    texts: Rc<RefCell<BTreeMap<String, String>>>,
    room: Rc<Cell<Option<usize>>>,
    blocked: Rc<Cell<bool>>,
    garbles: Rc<Cell<bool>>,
}

impl Made {
    fn open(&self) -> Result<(), StoreError> {
        if self.blocked.get() { Err(StoreError::Blocked("SecurityError".to_owned())) } else { Ok(()) }
    }

    fn get(&self, key: &str) -> Option<String> {
        self.texts.borrow().get(key).cloned()
    }

    fn put(&self, text: &str) {
        self.texts.borrow_mut().insert(keys::OWN_FIGURES.to_owned(), text.to_owned());
    }

    fn stored(&self) -> Envelope {
        match restore(self.get(keys::OWN_FIGURES).as_deref()) {
            Restored::Loaded { envelope, .. } => *envelope,
            other => panic!("{other:?}"),
        }
    }
}

impl KeyValueStore for Made {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.open().map(|()| self.get(key))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.open()?;
        let others: usize = self.texts.borrow().iter().filter(|(k, _)| *k != key).map(|(_, t)| t.len()).sum();
        if self.room.get().is_some_and(|room| others + text.len() > room) {
            return Err(StoreError::Full);
        }
        let text = if self.garbles.get() { &text[..text.len() / 2] } else { text };
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.open()?;
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.open().map(|()| self.texts.borrow().keys().cloned().collect())
    }
}

const NOW: Timestamp = Timestamp(1_700_000_000_000);

fn one_figure(number: f64) -> Envelope {
    envelope(after([set(schools("3-1", "2023-03-31", number))]))
}

/// A tab that has loaded.
fn tab(made: &Made) -> FigureStore<Made> {
    let mut keeper = FigureStore::new(made.clone());
    keeper.load(NOW);
    keeper
}

#[test]
fn nothing_is_saved_before_a_load() {
    let made = Made::default();
    let mut keeper = FigureStore::new(made.clone());
    assert_eq!(keeper.save(&one_figure(44.0), NOW), SaveOutcome::NotLoaded);
    made.blocked.set(true);
    assert!(matches!(keeper.load(NOW), LoadOutcome::Unavailable(StoreError::Blocked(_))));
    made.blocked.set(false);
    assert_eq!(keeper.save(&one_figure(44.0), NOW), SaveOutcome::NotLoaded);
    assert!(made.texts.borrow().is_empty());
}

#[test]
fn what_is_saved_is_there_tomorrow() {
    let made = Made::default();
    let mut keeper = FigureStore::new(made.clone());
    assert_eq!(keeper.load(NOW), LoadOutcome::Fresh);
    let outcome = keeper.save(&one_figure(44.0), NOW);
    let bytes = made.get(keys::OWN_FIGURES).unwrap().len();
    assert_eq!(
        outcome,
        SaveOutcome::Saved {
            at: NOW,
            bytes,
            merged: None,
            without_history: false,
            was_emptied: false,
            set_aside: None
        }
    );
    match FigureStore::new(made).load(NOW) {
        LoadOutcome::Loaded { envelope, repairs, migrated_from } => {
            assert_eq!(envelope.notebooks, one_figure(44.0).notebooks);
            assert_eq!(envelope.saved_at, NOW);
            assert_eq!((repairs.len(), migrated_from), (0, None));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_unreadable_text_is_copied_before_anything_is_written() {
    let made = Made::default();
    made.put("{\"half");
    let mut keeper = FigureStore::new(made.clone());
    let key = format!("{}{}", keys::QUARANTINE, NOW.0);
    assert!(matches!(keeper.load(NOW), LoadOutcome::SetAside { key: k, .. } if k == key));
    assert_eq!(made.get(&key).as_deref(), Some("{\"half"));
    assert_eq!(made.get(keys::OWN_FIGURES).as_deref(), Some("{\"half"));
    // Opening again before the first save makes no second copy.
    keeper.load(Timestamp(NOW.0 + 5));
    assert_eq!(keeper.quarantined().unwrap().len(), 1);
    assert!(keeper.save(&one_figure(44.0), NOW).is_saved());
    assert_eq!(made.get(&key).as_deref(), Some("{\"half"));
    // Another one in the same millisecond gets a name of its own.
    made.put("[]");
    assert!(matches!(keeper.load(NOW), LoadOutcome::SetAside { key: k, .. } if k != key));
    let texts: Vec<String> = keeper.quarantined().unwrap().into_iter().map(|kept| kept.text).collect();
    assert_eq!(texts, ["{\"half", "[]"]);
    keeper.drop_quarantined(keys::OWN_FIGURES).unwrap();
    keeper.drop_quarantined(&key).unwrap();
    assert_eq!((keeper.quarantined().unwrap().len(), made.get(keys::OWN_FIGURES).is_some()), (1, true));
}

#[test]
fn an_unreadable_text_that_cannot_be_copied_stops_saving() {
    let made = Made::default();
    let noise = "x".repeat(5_000);
    made.put(&noise);
    made.room.set(Some(6_000));
    let mut keeper = FigureStore::new(made.clone());
    assert!(matches!(keeper.load(NOW), LoadOutcome::Damaged { text, error: StoreError::Full, .. } if text == noise));
    assert_eq!(keeper.save(&one_figure(44.0), NOW), SaveOutcome::ReadOnly);
    assert_eq!(made.get(keys::OWN_FIGURES), Some(noise));
    keeper.give_up_damaged();
    assert!(keeper.save(&one_figure(44.0), NOW).is_saved());
}

#[test]
fn a_newer_version_is_left_alone() {
    let made = Made::default();
    let newer = r#"{"format":"ward-indicators/own-figures","version":9,"workspaces":{}}"#;
    made.put(newer);
    let mut keeper = FigureStore::new(made.clone());
    assert!(matches!(keeper.load(NOW), LoadOutcome::Newer { version: 9, .. }));
    assert_eq!(keeper.save(&one_figure(44.0), NOW), SaveOutcome::ReadOnly);
    keeper.give_up_damaged();
    assert_eq!(keeper.save(&one_figure(44.0), NOW), SaveOutcome::ReadOnly);
    // Also when it comes while this tab is open.
    for by_news in [false, true] {
        let made = Made::default();
        let mut keeper = tab(&made);
        made.put(newer);
        if by_news {
            assert_eq!(keeper.receive(&one_figure(44.0)), ExternalChange::Newer { version: 9 });
        }
        assert_eq!(keeper.save(&one_figure(44.0), NOW), SaveOutcome::ReadOnly);
        assert_eq!(made.get(keys::OWN_FIGURES).as_deref(), Some(newer));
    }
}

#[test]
fn a_full_storage_keeps_what_it_had() {
    let made = Made::default();
    let mut keeper = tab(&made);
    assert!(keeper.save(&one_figure(44.0), NOW).is_saved());
    let before = made.get(keys::OWN_FIGURES);
    made.room.set(Some(100));
    assert_eq!(keeper.save(&one_figure(50.0), NOW), SaveOutcome::Full);
    assert_eq!(made.get(keys::OWN_FIGURES), before);
    // Room only for the figures: the steps are left out.
    let slim = one_figure(50.0).to_text_without_history().len();
    made.room.set(Some(slim + 20));
    let outcome = keeper.save(&one_figure(50.0), NOW);
    assert!(matches!(outcome, SaveOutcome::Saved { without_history: true, .. }), "{outcome:?}");
    made.room.set(None);
    assert!(matches!(keeper.save(&one_figure(50.0), NOW), SaveOutcome::Saved { without_history: false, .. }));
}

#[test]
fn a_storage_blocked_or_lying_is_found_out() {
    let made = Made::default();
    let mut keeper = tab(&made);
    made.blocked.set(true);
    assert_eq!(keeper.save(&one_figure(44.0), NOW), SaveOutcome::Blocked("SecurityError".to_owned()));
    assert!(matches!(keeper.receive(&one_figure(44.0)), ExternalChange::Unavailable(_)));
    made.blocked.set(false);
    made.garbles.set(true);
    assert_eq!(keeper.save(&one_figure(44.0), NOW), SaveOutcome::Mismatch);
    // Once it behaves again, the half text it holds is set aside and the figures are written.
    made.garbles.set(false);
    let outcome = keeper.save(&one_figure(44.0), NOW);
    assert!(matches!(outcome, SaveOutcome::Saved { set_aside: Some(_), .. }), "{outcome:?}");
    assert_eq!(made.stored().notebooks, one_figure(44.0).notebooks);
}

#[test]
fn a_storage_emptied_while_open_is_filled_again_and_told() {
    let made = Made::default();
    let mut keeper = tab(&made);
    assert!(keeper.save(&one_figure(44.0), NOW).is_saved());
    made.texts.borrow_mut().clear();
    assert_eq!(keeper.receive(&one_figure(44.0)), ExternalChange::Emptied);
    let outcome = keeper.save(&one_figure(44.0), NOW);
    assert!(matches!(outcome, SaveOutcome::Saved { was_emptied: true, .. }));
    assert_eq!(made.stored().notebooks, one_figure(44.0).notebooks);
}

/// A tab with its keeper and its figures.
struct Tab {
    keeper: FigureStore<Made>,
    figures: Envelope,
}

impl Tab {
    fn open(made: &Made) -> Self {
        let mut keeper = FigureStore::new(made.clone());
        let figures = match keeper.load(NOW) {
            LoadOutcome::Loaded { envelope, .. } => *envelope,
            _ => envelope(notebook()),
        };
        Self { keeper, figures }
    }

    fn notebook(&mut self) -> &mut Notebook {
        self.figures.notebook(&dataset_id())
    }

    fn edit(&mut self, action: Action, now: u64) {
        self.notebook().apply(action, Timestamp(now)).unwrap();
    }

    fn save(&mut self) {
        if let SaveOutcome::Saved { merged: Some(both), .. } = self.keeper.save(&self.figures, NOW) {
            self.figures = *both;
        }
    }

    fn hear(&mut self) -> bool {
        match self.keeper.receive(&self.figures) {
            ExternalChange::Merged { envelope, save } => {
                self.figures = *envelope;
                save
            }
            _ => false,
        }
    }
}

#[test]
fn two_tabs_lose_nothing_and_come_to_rest() {
    let made = Made::default();
    let (mut here, mut there) = (Tab::open(&made), Tab::open(&made));
    here.edit(set(schools("3-1", "2023-03-31", 44.0)), 1_000);
    here.save();
    // Not heard of the other's edit yet, this tab saves its own: both are written.
    there.edit(set(schools("3-2", "2023-03-31", 5.0)), 2_000);
    there.save();
    assert_eq!(there.notebook().workspace.figure_count(), 2);
    assert_eq!(made.stored().notebook(&dataset_id()).workspace.figure_count(), 2);
    assert!(!here.hear(), "nothing to write back");
    assert_eq!(here.notebook().workspace, there.notebook().workspace);
    // An unsaved edit survives the news and asks to be saved.
    here.edit(set(schools("3-3", "2023-03-31", 7.0)), 3_000);
    there.edit(set(schools("3-1", "2023-03-31", 50.0)), 4_000);
    there.save();
    assert!(here.hear());
    here.save();
    assert!(!there.hear());
    assert_eq!(here.notebook().workspace, there.notebook().workspace);
    assert_eq!(here.notebook().workspace, made.stored().notebook(&dataset_id()).workspace);
    let said: Vec<String> = here.notebook().workspace.active().figures().map(|f| f.value.to_string()).collect();
    assert_eq!(said, ["50校", "5校", "7校"]);
    assert_eq!(here.keeper.receive(&here.figures), ExternalChange::Nothing);
}

#[test]
fn a_step_taken_back_elsewhere_is_no_reason_to_write() {
    let made = Made::default();
    let mut here = Tab::open(&made);
    here.edit(set(schools("3-1", "2023-03-31", 44.0)), 1_000);
    here.save();
    let mut there = Tab::open(&made);
    here.edit(set(schools("3-2", "2023-03-31", 5.0)), 2_000);
    here.edit(Action::Undo, 3_000);
    here.save();
    assert!(!there.hear());
    assert_ne!(there.notebook().history, here.notebook().history);
    assert_eq!(there.notebook().workspace, here.notebook().workspace);
}

#[test]
fn a_removal_in_one_tab_reaches_the_other() {
    let made = Made::default();
    let mut here = Tab::open(&made);
    let figure = schools("3-1", "2023-03-31", 44.0);
    here.edit(set(figure.clone()), 1_000);
    here.save();
    let mut there = Tab::open(&made);
    here.edit(Action::RemoveFigure { scenario: mine(), key: figure.key() }, 2_000);
    here.save();
    there.edit(set(schools("3-2", "2023-03-31", 5.0)), 3_000);
    there.save();
    let said: Vec<String> = there.notebook().workspace.active().figures().map(|f| f.value.to_string()).collect();
    assert_eq!(said, ["5校"]);
}

#[test]
fn a_dataset_of_another_build_on_the_same_origin_is_carried_along() {
    let made = Made::default();
    let mut keeper = tab(&made);
    let mut other = Envelope::default();
    let id = DatasetId::parse("another-ward").unwrap();
    other.notebook(&id).apply(set(schools("1-1", "2023-03-31", 1.0)), Timestamp(1)).unwrap();
    made.put(&other.to_text());
    assert!(keeper.save(&one_figure(44.0), NOW).is_saved());
    let stored = made.stored();
    assert_eq!(stored.notebooks[&id], other.notebooks[&id]);
    assert_eq!(stored.notebooks.len(), 2);
}

#[test]
fn every_outcome_has_a_sentence_of_its_own() {
    let saved = |merged, without_history, was_emptied, set_aside| SaveOutcome::Saved {
        at: NOW,
        bytes: 1,
        merged,
        without_history,
        was_emptied,
        set_aside,
    };
    let outcomes = [
        saved(None, false, false, None),
        saved(Some(Box::default()), false, false, None),
        saved(None, true, false, None),
        saved(None, false, true, None),
        saved(None, false, false, Some(String::new())),
        SaveOutcome::Full,
        SaveOutcome::Blocked(String::new()),
        SaveOutcome::Mismatch,
        SaveOutcome::ReadOnly,
        SaveOutcome::NotLoaded,
    ];
    let sentences: std::collections::BTreeSet<&str> = outcomes.iter().map(SaveOutcome::message).collect();
    assert_eq!(sentences.len(), outcomes.len());
}
