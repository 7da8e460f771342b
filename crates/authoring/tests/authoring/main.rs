//! The bundled list compared with its document, and the loader with files of every kind.

#![cfg(test)]

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

use list::{Indicator, Measure, MeasurePosition};
use test_support::{bundled_list, indicator, small_list};

/// The name in the source text, without corrections.
fn name_printed(indicator: &Indicator) -> String {
    let corrected = indicator.doubts.iter().filter(|doubt| doubt.corrected);
    corrected.fold(indicator.name.clone(), |name, doubt| name.replace(&doubt.reading, &doubt.printed))
}

/// True if current value and target are both numbers of one unit in the cells themselves.
fn is_comparable(indicator: &Indicator) -> bool {
    let both = |measure: &Measure| measure.current.is_some() && measure.target.is_some();
    indicator.measures.iter().any(|measure| measure.place == MeasurePosition::Cell && both(measure))
}
