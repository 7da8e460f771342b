//! The bundled list against the document it was read from, and the loader against files of every sort.

mod bundled;
mod fault_rules;
mod faults;
mod lookups;
mod numbers;
mod robust;
mod schema;
mod search_words;
mod small;
mod source;

use authoring::load;
use list::{Dataset, Indicator, IndicatorId};

/// The list this repository carries.
const BUNDLED: &str = include_str!("../../../../public/data/indicators.json");
/// A made-up list of another shape.
const SMALL: &str = include_str!("../../../../tests/fixtures/small.json");

fn bundled_list() -> Dataset {
    load(BUNDLED).unwrap_or_else(|faults| panic!("{faults}"))
}

fn small_list() -> Dataset {
    load(SMALL).unwrap_or_else(|faults| panic!("{faults}"))
}

fn indicator<'a>(dataset: &'a Dataset, id: &str) -> &'a Indicator {
    dataset.indicator(&IndicatorId::parse(id).unwrap()).unwrap_or_else(|| panic!("no indicator {id}"))
}
