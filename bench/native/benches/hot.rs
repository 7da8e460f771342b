//! Measures the time of frequent operations: `cargo bench` in this folder.

use criterion::Criterion;
use strum::VariantArray;
use ward_indicators_bench::Operation;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    for operation in Operation::VARIANTS {
        let mut work = operation.prepare();
        criterion.bench_function(operation.name(), |bencher| bencher.iter(&mut work));
    }
    criterion.final_summary();
}
