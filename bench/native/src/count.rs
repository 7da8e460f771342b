//! Runs one operation once, for a program that counts the instructions inside [`counted`]: `count NAME`. Without a name it
//! lists the operations.

use strum::VariantArray;
use ward_indicators_bench::Operation;

/// Instructions are counted inside this function.
#[inline(never)]
fn counted(work: &mut dyn FnMut()) {
    work();
}

fn main() {
    let Some(name) = std::env::args().nth(1) else {
        for operation in Operation::VARIANTS {
            println!("{}", operation.name());
        }
        return;
    };
    let Some(operation) = Operation::VARIANTS.iter().find(|operation| operation.name() == name) else {
        eprintln!("there is no operation {name}");
        std::process::exit(2);
    };
    let mut work = operation.prepare();
    counted(&mut *work);
}
