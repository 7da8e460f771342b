//! What the app does again and again, without a browser: prepared once, then run as often as one likes.

use std::hint::black_box;

use exchange::export::list_csv;
use figures::{Action, Envelope, UnknownFields, NewScenario, Notebook, ScenarioTemplate, ScenarioId, Timestamp, UnreadableParts, restore};
use list::{Dataset, Date, GoalId, LevelKind};
use search::{Choice, Index, Lexicon, IndicatorsWithFigure, Query, SearchText};
use serde_json::Value;

/// How often the list is repeated for what must also hold on long lists: 12,000 rows.
const LONG: usize = 100;
/// As many scenarios as somebody may keep.
const SCENARIOS: u32 = 20;

/// One of the things measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hot {
    /// Three key presses of a search in 12,000 rows, with all counts.
    Search,
    /// A filter set in 12,000 rows, with all counts.
    Filter,
    /// What all figures of a scenario come to, for the whole list.
    AssessAll,
    /// One figure written down and taken back, beside twenty full scenarios.
    EditAndUndo,
    /// Twenty full scenarios written as the text that is stored, as after every edit.
    KeepStored,
    /// The stored text of twenty full scenarios read and checked.
    OpenStored,
    /// The whole list as CSV.
    ListCsv,
    /// The bundled list read and checked.
    LoadList,
}

impl Hot {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Search,
        Self::Filter,
        Self::AssessAll,
        Self::EditAndUndo,
        Self::KeepStored,
        Self::OpenStored,
        Self::ListCsv,
        Self::LoadList,
    ];

    /// Its name in tables and files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::Filter => "filter",
            Self::AssessAll => "assess-all",
            Self::EditAndUndo => "edit-and-undo",
            Self::KeepStored => "keep-stored",
            Self::OpenStored => "open-stored",
            Self::ListCsv => "list-csv",
            Self::LoadList => "load-list",
        }
    }

    /// Gets everything ready, so that what is returned does the work and nothing else.
    ///
    /// # Panics
    /// If the list has faults, or the app refuses figures it has made itself.
    pub fn prepare(self) -> Box<dyn FnMut()> {
        match self {
            Self::Search => {
                let (_, index) = long_list();
                let queries =
                    ["み", "みど", "みどり"].map(|text| Query { text: SearchText::new(text), ..Query::default() });
                let own = IndicatorsWithFigure::new();
                Box::new(move || {
                    for query in &queries {
                        black_box(search::explore(&index, black_box(query), &own));
                    }
                })
            }
            Self::Filter => {
                let (list, index) = long_list();
                let goal: GoalId = list.goals[0].id.clone();
                let mut query = Query::only(Choice::Goal(goal));
                query.toggle(Choice::Level(LevelKind::Outcome));
                let own = IndicatorsWithFigure::new();
                Box::new(move || {
                    black_box(search::explore(&index, black_box(&query), &own));
                })
            }
            Self::AssessAll => {
                let list = list();
                let mut envelope = twenty(&list);
                let scenario = envelope.notebook(&list.id).workspace.active().clone();
                Box::new(move || {
                    black_box(black_box(&scenario).assessed(&list));
                })
            }
            Self::EditAndUndo => {
                let list = list();
                let mut notebook = twenty(&list).notebook(&list.id).clone();
                let scenario = notebook.workspace.active().id.clone();
                let figure = notebook.workspace.active().figures().next().cloned();
                let mut figure = figure.expect("a full scenario");
                figure.note = "委員会で聞いた".to_owned();
                let mut now = 2;
                Box::new(move || {
                    now += 1;
                    let step = Action::SetFigure {
                        scenario: scenario.clone(),
                        figure: Box::new(figure.clone()),
                        replaces: None,
                    };
                    let done = notebook.apply(step, Timestamp(now));
                    black_box(done.expect("a sound figure"));
                    let undone = notebook.apply(Action::Undo, Timestamp(now));
                    black_box(undone.expect("a step to take back"));
                })
            }
            Self::KeepStored => {
                let envelope = twenty(&list());
                Box::new(move || {
                    black_box(black_box(&envelope).to_text());
                })
            }
            Self::OpenStored => {
                let text = twenty(&list()).to_text();
                Box::new(move || {
                    black_box(restore(Some(black_box(&text))));
                })
            }
            Self::ListCsv => {
                let list = list();
                Box::new(move || {
                    black_box(list_csv(black_box(&list)));
                })
            }
            Self::LoadList => Box::new(|| {
                black_box(authoring::load(black_box(test_support::BUNDLED))).expect("a sound list");
            }),
        }
    }
}

fn list() -> Dataset {
    authoring::load(test_support::BUNDLED).expect("a sound list")
}

/// The list with every indicator repeated under ids and names of its own, and the index over it.
fn long_list() -> (Dataset, Index) {
    let mut file: Value = serde_json::from_str(test_support::BUNDLED).expect("a sound list");
    let printed = file["indicators"].as_array().cloned().unwrap_or_default();
    let again = |round: usize| {
        printed.iter().cloned().map(move |mut indicator| {
            if round > 0 {
                for (field, between, end) in [("id", "-", ""), ("name", "（", "）")] {
                    let text = indicator[field].as_str().unwrap_or_default();
                    indicator[field] = format!("{text}{between}{round}{end}").into();
                }
            }
            indicator
        })
    };
    let all: Vec<Value> = (0..LONG).flat_map(again).collect();
    file["counts"]["indicators"] = all.len().into();
    file["indicators"] = all.into();
    let list = authoring::load(&file.to_string()).expect("a sound list");
    let words = authoring::load_search_words(test_support::BUNDLED_WORDS, &list);
    let index = Index::new(&list, Lexicon::from(words.expect("sound words")));
    (list, index)
}

/// Everything somebody may keep: full scenarios, as many as there may be.
fn twenty(list: &Dataset) -> Envelope {
    let figures = ScenarioTemplate::EvenPace(Date::parse_iso("2023-03-31").expect("a day")).make(list).figures;
    let scenarios = (1..SCENARIOS).map(|at| NewScenario {
        id: ScenarioId::made_at(Timestamp(1), at),
        name: format!("シナリオ{at}"),
        description: String::new(),
        mark: None,
        figures: figures.clone(),
        unreadable: UnreadableParts::default(),
        extra: UnknownFields::new(),
    });
    let mut envelope = Envelope::default();
    let notebook: &mut Notebook = envelope.notebook(&list.id);
    for step in [
        Action::AddScenarios { scenarios: scenarios.collect(), name: "用意".to_owned() },
        Action::SetFigures {
            scenario: ScenarioId::first(),
            figures: figures.clone(),
            remove: Vec::new(),
            name: "用意".to_owned(),
        },
        Action::ActivateScenario { id: ScenarioId::first() },
    ] {
        notebook.apply(step, Timestamp(1)).expect("a sound step");
    }
    envelope
}
