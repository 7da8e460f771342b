//! Random queries and hand-outs for property tests of this crate and of its users.

use list::{Date, GoalId, IndicatorId, PlanId};
use proptest::{collection::btree_set, option, prelude::*, sample::select};

use crate::{Choice, Handout, OwnShown, Paper, Query, SearchText, Sort, SortOrder, TableColumn, UnitName, url::Code};

fn values<T: Code + std::fmt::Debug>() -> impl Strategy<Value = T> {
    select(T::CODES).prop_map(|(value, _)| value)
}

fn id() -> impl Strategy<Value = String> {
    "[a-z0-9-]{1,40}"
}

fn choice() -> impl Strategy<Value = Choice> {
    prop_oneof![
        id().prop_map(|text| Choice::Goal(GoalId::parse(&text).expect("drawn from the rule"))),
        id().prop_map(|text| Choice::Plan(PlanId::parse(&text).expect("drawn from the rule"))),
        values().prop_map(Choice::Kind),
        values().prop_map(Choice::Measurability),
        values().prop_map(Choice::Level),
        values().prop_map(Choice::Own),
        (1..=9999, 1..=12u8, 1..=28u8)
            .prop_map(|(y, m, d)| Choice::Due(Date::from_ymd(y, m, d).expect("a day of every month"))),
        any::<String>().prop_filter_map("a unit", |text| {
            UnitName::new(&text.chars().take(40).collect::<String>()).map(Choice::Unit)
        }),
    ]
}

/// Any query that can be made.
pub fn any_query() -> impl Strategy<Value = Query> {
    let order = select(&[SortOrder::Ascending, SortOrder::Descending]);
    (
        any::<String>(),
        btree_set(choice(), 0..6),
        values(),
        order,
        option::of(values()),
        proptest::collection::vec(values::<TableColumn>(), 0..10),
        values(),
    )
        .prop_map(|(text, chosen, key, order, view, columns, density)| Query {
            text: SearchText::new(&text),
            chosen,
            sort: Sort { key, order },
            view,
            columns: columns.into_iter().collect(),
            density,
        })
}

/// Any hand-out that can be made.
pub fn any_handout() -> impl Strategy<Value = Handout> {
    (
        proptest::collection::vec("[a-z0-9-]{1,12}", 0..20),
        any::<String>(),
        select(OwnShown::ALL.to_vec()),
        select(Paper::ALL.to_vec()),
    )
        .prop_map(|(texts, title, own, paper)| {
            let ids: Vec<_> = texts.iter().map(|text| IndicatorId::parse(text).unwrap()).collect();
            Handout { own, paper, ..Handout::of(&ids, &title) }
        })
}
