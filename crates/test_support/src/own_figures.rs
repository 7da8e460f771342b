//! Sample and random figures, actions and notebooks.

use figures::{
    Action, Applied, Basis, EditError, Envelope, Figure, FigureKey, FigureValue, Mark, NewScenario, Notebook, Number,
    ScenarioId, SourceUrl, Timestamp, UnknownFields, UnreadableParts,
};
use list::{DatasetId, Date, IndicatorId, MeasureId, Stage};
use proptest::prelude::*;

use crate::any_text;

/// Applies actions with the wording of the app.
pub trait ApplyAction {
    fn perform(&mut self, action: Action, now: Timestamp) -> Result<Applied, EditError>;
}

impl ApplyAction for Notebook {
    fn perform(&mut self, action: Action, now: Timestamp) -> Result<Applied, EditError> {
        self.apply(action, now, words::text::figures::step_name)
    }
}

pub fn dataset_id() -> DatasetId {
    DatasetId::parse("test").unwrap()
}

pub fn mine() -> ScenarioId {
    ScenarioId::first()
}

pub fn scenario_id(text: &str) -> ScenarioId {
    ScenarioId::parse(text).unwrap()
}

pub fn notebook() -> Notebook {
    Notebook::new(dataset_id())
}

pub fn schools(indicator: &str, date: &str, number: f64) -> Figure {
    Figure {
        indicator: IndicatorId::parse(indicator).unwrap(),
        value: FigureValue::Amount {
            measure: MeasureId::parse("main").unwrap(),
            number: Number::new(number).unwrap(),
            unit: "校".to_owned(),
        },
        date: Date::parse_iso(date).unwrap(),
        basis: Basis::Assumed,
        note: String::new(),
        source: None,
        edited: Timestamp(0),
        extra: UnknownFields::new(),
    }
}

pub fn stage(indicator: &str, date: &str, stage: Stage) -> Figure {
    Figure { value: FigureValue::Stage(stage), ..schools(indicator, date, 0.0) }
}

pub fn set(figure: Figure) -> Action {
    Action::SetFigure { scenario: mine(), figure: Box::new(figure), replaces: None }
}

/// Applies actions a second apart, each of which must succeed.
pub fn after(actions: impl IntoIterator<Item = Action>) -> Notebook {
    let mut notebook = notebook();
    for (second, action) in actions.into_iter().enumerate() {
        notebook.perform(action, Timestamp(1_000 * (second as u64 + 1))).unwrap();
    }
    notebook
}

pub fn envelope(notebook: Notebook) -> Envelope {
    let mut envelope = Envelope::default();
    envelope.notebooks.insert(notebook.workspace.dataset.clone(), notebook);
    envelope
}

/// The content of all shown scenarios, without moments.
pub fn contents(notebook: &Notebook) -> Vec<(String, String, Vec<Figure>)> {
    let workspace = &notebook.workspace;
    let figures = |figures: &mut dyn Iterator<Item = &Figure>| {
        let timeless = |figure: &Figure| Figure { edited: Timestamp(0), ..figure.clone() };
        figures.map(timeless).collect::<Vec<_>>()
    };
    let shown = workspace.scenarios().into_iter();
    shown.map(|s| (s.id.to_string(), format!("{:?}", s.header.value), figures(&mut s.figures()))).collect()
}

pub fn any_number() -> impl Strategy<Value = Number> {
    prop_oneof![
        (0u32..200).prop_map(f64::from),
        -1e12..1e12f64,
        (-2_000i32..2_000).prop_map(|tenths| f64::from(tenths) / 10.0),
    ]
    .prop_filter_map("in range", Number::new)
}

pub fn any_figure() -> impl Strategy<Value = Figure> {
    let value = prop_oneof![
        3 => (prop::sample::select(vec!["main", "capacity"]), any_number(), "[校人%]|か所").prop_map(
            |(measure, number, unit)| FigureValue::Amount {
                measure: MeasureId::parse(measure).unwrap(),
                number,
                unit,
            }
        ),
        1 => prop::sample::select(Stage::ALL.to_vec()).prop_map(FigureValue::Stage),
    ];
    let extra = prop::collection::btree_map("x-[a-c]", "[a-z]{0,3}".prop_map(serde_json::Value::from), 0..2);
    let source = prop::option::of(Just("https://example.jp/資料?a=1#b".to_owned()));
    ((1u8..4, 1u8..4), value, 0i32..3, prop::sample::select(Basis::ALL.to_vec()), any_text(0..6), source, extra)
        .prop_map(|((plan, row), value, year, basis, note, source, extra)| Figure {
            indicator: IndicatorId::parse(&format!("{plan}-{row}")).unwrap(),
            value,
            date: Date::from_ymd(2022 + year, 3, 31).unwrap(),
            basis,
            note,
            source: source.map(|address| SourceUrl::parse(&address).unwrap()),
            edited: Timestamp(0),
            extra: extra.into_iter().collect(),
        })
}

pub fn any_key() -> impl Strategy<Value = FigureKey> {
    any_figure().prop_map(|figure| figure.key())
}

/// Actions on a few scenarios, many of which are invalid.
pub fn any_action() -> impl Strategy<Value = Action> {
    let id = || prop::sample::select(vec!["mine", "s-1", "s-2", "s-3"]).prop_map(scenario_id);
    let name = || "[ -~あ-ん]{0,8}";
    prop_oneof![
        8 => (id(), any_figure(), prop::option::of(any_key())).prop_map(|(scenario, figure, replaces)| {
            Action::SetFigure { scenario, figure: Box::new(figure), replaces }
        }),
        2 => (
            id(),
            prop::collection::vec(any_figure(), 0..5),
            prop::collection::vec(any_key(), 0..4),
            name(),
        )
            .prop_map(|(scenario, figures, remove, name)| {
                Action::SetFigures { scenario, figures, remove, name }
            }),
        2 => (id(), any_key()).prop_map(|(scenario, key)| Action::RemoveFigure { scenario, key }),
        2 => (id(), name(), name(), prop::collection::vec(any_figure(), 0..4)).prop_map(
            |(id, name, description, figures)| Action::AddScenario { id, name, description, figures }
        ),
        1 => (prop::collection::vec((id(), name(), any_figure()), 0..3), name()).prop_map(|(scenarios, name)| {
            let new = |(id, name, figure): (ScenarioId, String, Figure)| NewScenario {
                id,
                name,
                description: String::new(),
                mark: None,
                figures: vec![figure],
                unreadable: UnreadableParts::default(),
                extra: UnknownFields::new(),
            };
            Action::AddScenarios { scenarios: scenarios.into_iter().map(new).collect(), name }
        }),
        1 => (id(), id(), name()).prop_map(|(from, id, name)| Action::CopyScenario { from, id, name }),
        1 => (id(), name()).prop_map(|(id, name)| Action::RenameScenario { id, name }),
        1 => (id(), name()).prop_map(|(id, description)| Action::DescribeScenario { id, description }),
        1 => (id(), prop::sample::select(Mark::ALL.to_vec())).prop_map(|(id, mark)| Action::MarkScenario { id, mark }),
        1 => (id(), 0usize..5).prop_map(|(id, to)| Action::MoveScenario { id, to }),
        2 => id().prop_map(|id| Action::DeleteScenario { id }),
        1 => id().prop_map(|id| Action::ActivateScenario { id }),
        3 => Just(Action::Undo),
        2 => Just(Action::Redo),
    ]
}

/// A notebook after random actions at random times, with a clock that also goes back.
pub fn any_notebook() -> impl Strategy<Value = Notebook> {
    prop::collection::vec((any_action(), 0u64..20), 0..25).prop_map(|actions| {
        let mut notebook = notebook();
        for (action, now) in actions {
            let _ = notebook.perform(action, Timestamp(now));
        }
        notebook
    })
}
