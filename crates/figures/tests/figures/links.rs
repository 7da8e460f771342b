//! A scenario as a link. The browser compresses; here the "packed" bytes are the JSON itself.

use std::sync::LazyLock;

use figures::{
    Action, Notebook, Scenario, SourceUrl, Timestamp,
    link::{self, LINK_CHARS, LinkFault, SharedScenario, UNPACKED_BYTES},
};
use list::{Dataset, Stage};
use proptest::prelude::*;
use serde_json::{Value, json};
use test_support::{any_text, bundled_list};

use test_support::own_figures::*;

fn list() -> &'static Dataset {
    static LIST: LazyLock<Dataset> = LazyLock::new(|| bundled_list().clone());
    &LIST
}

fn scenario_of(actions: impl IntoIterator<Item = Action>) -> Scenario {
    after(actions).workspace.active().clone()
}

fn open(text: &str, dataset: &Dataset) -> Result<SharedScenario, LinkFault> {
    let packed = link::take_apart(text)?;
    packed.read(&packed.bytes, dataset)
}

/// A valid link with any JSON.
fn link_to(json: &Value) -> String {
    let json = json.to_string();
    link::to_text(&json, json.as_bytes()).unwrap()
}

fn there_and_back(scenario: &Scenario, dataset: &Dataset) -> SharedScenario {
    let json = link::to_json(scenario, dataset);
    open(&link::to_text(&json, json.as_bytes()).unwrap(), dataset).unwrap()
}

#[test]
fn a_link_has_everything_visible_and_nothing_else() {
    let dataset = list();
    let mut figure = schools("3-1", "2023-03-31", 44.5);
    figure.note = "委員会で聞いた。\n<b>太字</b>ではない".to_owned();
    figure.source = SourceUrl::parse("https://example.jp/a?b=1").ok();
    figure.extra.insert("secret".to_owned(), json!("x"));
    let scenario = scenario_of([
        set(figure.clone()),
        set(stage("7-6", "2023-03-31", Stage::Partial)),
        Action::DescribeScenario { id: mine(), description: "二行の\n説明".to_owned() },
    ]);
    let json = link::to_json(&scenario, dataset);
    for hidden in ["secret", "edited", "mine"] {
        assert!(!json.contains(hidden), "{hidden} in {json}");
    }
    let shared = there_and_back(&scenario, dataset);
    assert_eq!((shared.name.as_str(), shared.description.as_str()), ("わたしの想定", "二行の\n説明"));
    assert_eq!((shared.broken, shared.unknown), (0, 0));
    assert_eq!(shared.other_edition, None);
    let [first, second] = shared.figures.as_slice() else {
        panic!("{shared:?}");
    };
    figure.extra.clear();
    assert!(first.has_same_content(&figure));
    assert_eq!(second.value.to_string(), "一部実施");
}

#[test]
fn a_received_scenario_can_be_added_and_undone_without_other_changes() {
    let dataset = list();
    let sent = scenario_of([set(schools("3-1", "2023-03-31", 44.0))]);
    let shared = there_and_back(&sent, dataset);
    let mut notebook: Notebook = after([set(schools("3-1", "2023-03-31", 40.0))]);
    let before = contents(&notebook);
    let add = Action::AddScenario {
        id: scenario_id("s-1"),
        name: shared.name,
        description: shared.description,
        figures: shared.figures,
    };
    notebook.perform(add, Timestamp(9_000)).unwrap();
    assert_eq!(contents(&notebook).len(), 2);
    assert_eq!(contents(&notebook).first(), before.first());
    notebook.perform(Action::Undo, Timestamp(9_001)).unwrap();
    assert_eq!(contents(&notebook), before);
}

#[test]
fn every_fault_of_a_link_is_reported() {
    let dataset = list();
    let good = link_to(&json!({
        "dataset": dataset.id.as_str(), "edition": dataset.document.edition, "name": "n", "figures": []
    }));
    assert!(open(&good, dataset).is_ok());
    let swapped: String = good.replacen("eyJ", "eyK", 1);
    assert_ne!(swapped, good);
    for (text, fault) in [
        (String::new(), LinkFault::Damaged),
        ("1".to_owned(), LinkFault::Damaged),
        ("0.AA.00000000".to_owned(), LinkFault::Damaged),
        ("x.AA.00000000".to_owned(), LinkFault::Damaged),
        ("1.AA".to_owned(), LinkFault::Damaged),
        ("1.A.00000000".to_owned(), LinkFault::Damaged),
        ("1.AA.+0000000".to_owned(), LinkFault::Damaged),
        ("2.anything-at-all".to_owned(), LinkFault::Newer),
        (good[..good.len() - 12].to_owned(), LinkFault::Damaged),
        (good[..good.len() - 1].to_owned(), LinkFault::Damaged),
        (swapped, LinkFault::Damaged),
        (link_to(&json!([1, 2])), LinkFault::Damaged),
        (link_to(&json!({"dataset": dataset.id.as_str(), "figures": 3})), LinkFault::Damaged),
        (
            link_to(&json!({"dataset": "elsewhere-2030", "figures": []})),
            LinkFault::OtherDataset { id: "elsewhere-2030".to_owned() },
        ),
    ] {
        assert_eq!(open(&text, dataset), Err(fault.clone()), "{text}");
        assert!(!words::text::figures::link_fault(&fault).is_empty());
    }
    let huge = vec![b' '; UNPACKED_BYTES + 1];
    let packed = link::take_apart(&good).unwrap();
    assert_eq!(packed.read(&huge, dataset), Err(LinkFault::TooLarge));
}

#[test]
fn figures_are_refused_one_by_one_and_another_edition_is_reported() {
    let dataset = list();
    let figure = json!({"indicator": "3-1", "measure": "main", "date": "2023-03-31",
        "amount": 44, "unit": "校", "basis": "assumed"});
    let with = |name: &str, value: Value| {
        let mut other = figure.clone();
        other[name] = value;
        other
    };
    let shared = open(
        &link_to(&json!({
            "dataset": dataset.id.as_str(),
            "edition": "第9版",
            "name": "\u{0}\u{7}",
            "figures": [
                figure,
                // The same key a second time, and seven figures that the form would not accept.
                figure,
                with("amount", json!("44")),
                with("amount", json!(1e300)),
                with("date", json!("2023-02-31")),
                with("date", json!("9000-03-31")),
                with("note", json!("x".repeat(2_001))),
                with("source", json!("javascript:alert(1)")),
                with("unit", json!("校".repeat(21))),
                // Two figures for indicators that this list does not have.
                with("indicator", json!("99-1")),
                with("measure", json!("other")),
            ],
        })),
        dataset,
    )
    .unwrap();
    assert_eq!(shared.figures.len(), 1);
    assert_eq!((shared.broken, shared.unknown), (8, 2));
    assert_eq!(shared.other_edition.as_deref(), Some("第9版"));
    assert_eq!(shared.name, "名前なし");
}

#[test]
fn a_text_too_long_for_a_link_is_refused() {
    let json = "x".repeat(LINK_CHARS);
    assert_eq!(link::to_text(&json, json.as_bytes()), None);
}

proptest! {
    #[test]
    fn any_link_text_is_read_or_refused(text in any_text(0..200), body in "[A-Za-z0-9_-]{0,60}", sum in "[0-9a-f]{8}") {
        let dataset = list();
        let _ = open(&text, dataset);
        let spelt = format!("1.{body}.{sum}");
        prop_assert!(open(&spelt, dataset).is_err());
    }

    #[test]
    fn any_figures_in_a_valid_link_are_read_or_refused(figures in prop::collection::vec(any_figure(), 0..6)) {
        let dataset = list();
        let count = figures.len();
        let scenario = scenario_of(figures.into_iter().map(set));
        let shared = there_and_back(&scenario, dataset);
        prop_assert!(shared.figures.len() + shared.unknown + shared.broken <= count);
        for figure in &shared.figures {
            let sent = scenario.figure(&figure.key()).unwrap();
            prop_assert_eq!(&figure.value, &sent.value);
            prop_assert_eq!(&figure.note, &sent.note);
        }
    }
}
