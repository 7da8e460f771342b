//! Frequent operations of the app without a browser. Each is prepared once and can then be run repeatedly.

use std::hint::black_box;

use exchange::export::list_csv;
use figures::{
    Action, Envelope, NewScenario, Notebook, ScenarioId, ScenarioTemplate, Timestamp, UnknownFields, UnreadableParts,
    restore,
};
use list::{Dataset, Date, GoalId, LevelKind};
use search::{Choice, Index, IndicatorsWithFigure, Lexicon, Query, SearchText};
use serde_json::Value;
use strum::{IntoStaticStr, VariantArray};
use words::text::figures::step_name;

/// Copies of the list in the long list of 12,000 rows.
const COPIES: usize = 100;
/// The maximum number of scenarios.
const SCENARIOS: u32 = 20;

#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Operation {
    /// Three key presses of a search in 12,000 rows, with all counts.
    Search,
    /// A filter set in 12,000 rows, with all counts.
    Filter,
    /// Assess all figures of a scenario for the whole list.
    AssessAll,
    /// Enter and undo one figure, with twenty full scenarios.
    EditAndUndo,
    /// Serialise twenty full scenarios, as after every edit.
    KeepStored,
    /// Restore twenty full scenarios from the stored text.
    OpenStored,
    /// Export the whole list as CSV.
    ListCsv,
    /// Parse and validate the bundled list.
    LoadList,
}

impl Operation {
    /// As in `tools/instructions.json`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The returned function only runs the operation.
    ///
    /// # Panics
    /// If the list or the generated figures are invalid.
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
                let mut envelope = full_envelope(&list);
                let scenario = envelope.notebook(&list.id).workspace.active().clone();
                Box::new(move || {
                    black_box(black_box(&scenario).assessed(&list));
                })
            }
            Self::EditAndUndo => {
                let list = list();
                let mut notebook = full_envelope(&list).notebook(&list.id).clone();
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
                    let done = notebook.apply(step, Timestamp(now), step_name);
                    black_box(done.expect("a valid figure"));
                    let undone = notebook.apply(Action::Undo, Timestamp(now), step_name);
                    black_box(undone.expect("undo"));
                })
            }
            Self::KeepStored => {
                let envelope = full_envelope(&list());
                Box::new(move || {
                    black_box(black_box(&envelope).to_text());
                })
            }
            Self::OpenStored => {
                let text = full_envelope(&list()).to_text();
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
                black_box(authoring::load(black_box(test_support::BUNDLED))).expect("a valid list");
            }),
        }
    }
}

fn list() -> Dataset {
    authoring::load(test_support::BUNDLED).expect("a valid list")
}

/// The list with copies of every indicator under other ids and names, and its index.
fn long_list() -> (&'static Dataset, Index<'static>) {
    let mut file: Value = serde_json::from_str(test_support::BUNDLED).expect("a valid list");
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
    let all: Vec<Value> = (0..COPIES).flat_map(again).collect();
    file["counts"]["indicators"] = all.len().into();
    file["indicators"] = all.into();
    let list: &Dataset = Box::leak(Box::new(authoring::load(&file.to_string()).expect("a valid list")));
    let words = authoring::load_search_words(test_support::BUNDLED_WORDS, list);
    let index = Index::new(list, Lexicon::from(words.expect("valid words")));
    (list, index)
}

/// The maximum number of scenarios, each with a figure for every subject.
fn full_envelope(list: &Dataset) -> Envelope {
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
        notebook.apply(step, Timestamp(1), step_name).expect("a valid action");
    }
    envelope
}
