//! Times for what the app does again and again: `cargo bench` in this folder.

use criterion::Criterion;
use ward_indicators_bench::Hot;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    for hot in Hot::ALL {
        let mut work = hot.prepare();
        criterion.bench_function(hot.name(), |bencher| bencher.iter(&mut work));
    }
    criterion.final_summary();
}
