//! Random queries and hand-outs.

use list::{Date, GoalId, IndicatorId, PlanId};
use proptest::{
    collection::{btree_set, vec},
    option,
    prelude::*,
    sample::select,
};
use search::{Choice, Handout, Query, SearchText, Sort, SortOrder, TableColumn, UnitName};
use strum::VariantArray;

fn variant<T: VariantArray + Copy + std::fmt::Debug>() -> impl Strategy<Value = T> {
    select(T::VARIANTS)
}

fn choice() -> impl Strategy<Value = Choice> {
    let id = || "[a-z0-9-]{1,40}";
    prop_oneof![
        id().prop_map(|text| Choice::Goal(GoalId::parse(&text).expect("a generated id"))),
        id().prop_map(|text| Choice::Plan(PlanId::parse(&text).expect("a generated id"))),
        variant().prop_map(Choice::Kind),
        variant().prop_map(Choice::Measurability),
        variant().prop_map(Choice::Level),
        variant().prop_map(Choice::Own),
        (1..=9999, 1..=12u8, 1..=28u8)
            .prop_map(|(y, m, d)| Choice::Due(Date::from_ymd(y, m, d).expect("a day of every month"))),
        any::<String>().prop_filter_map("a unit", |text| {
            UnitName::new(&text.chars().take(40).collect::<String>()).map(Choice::Unit)
        }),
    ]
}

pub fn any_query() -> impl Strategy<Value = Query> {
    let order = select(&[SortOrder::Ascending, SortOrder::Descending]);
    let columns = vec(variant::<TableColumn>(), 0..10);
    (any::<String>(), btree_set(choice(), 0..6), variant(), order, option::of(variant()), columns, variant()).prop_map(
        |(text, chosen, key, order, view, columns, density)| Query {
            text: SearchText::new(&text),
            chosen,
            sort: Sort { key, order },
            view,
            columns: columns.into_iter().collect(),
            density,
        },
    )
}

pub fn any_handout() -> impl Strategy<Value = Handout> {
    (vec("[a-z0-9-]{1,12}", 0..20), any::<String>(), variant(), variant()).prop_map(|(texts, title, own, paper)| {
        let ids: Vec<_> = texts.iter().map(|text| IndicatorId::parse(text).expect("a generated id")).collect();
        Handout { own, paper, ..Handout::of(&ids, &title) }
    })
}
