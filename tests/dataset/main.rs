//! The bundled list against the document it was read from, and the loader against files of every sort.

#[path = "../shared/any_text.rs"]
mod any_text;
mod bundled;
mod csv;
mod eras;
mod fault_rules;
mod faults;
mod lookups;
mod numbers;
mod plain;
mod robust;
mod schema;
mod search_words;
mod small;
mod source;

use ward_indicators::dataset::{Dataset, Indicator, IndicatorId, load};

/// The list this repository carries.
const BUNDLED: &str = include_str!("../../public/data/indicators.json");
/// A made-up list of another shape.
const SMALL: &str = include_str!("../fixtures/small.json");

fn bundled_list() -> Dataset {
    load(BUNDLED).unwrap_or_else(|faults| panic!("{faults}"))
}

fn small_list() -> Dataset {
    load(SMALL).unwrap_or_else(|faults| panic!("{faults}"))
}

fn indicator<'a>(dataset: &'a Dataset, id: &str) -> &'a Indicator {
    dataset.indicator(&IndicatorId::parse(id).unwrap()).unwrap_or_else(|| panic!("no indicator {id}"))
}
