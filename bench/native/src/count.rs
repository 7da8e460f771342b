//! Does one thing once, for a program that counts instructions inside of [`counted`]: `count NAME`. Without a name it lists them.

use ward_indicators_bench::Hot;

/// Where the counting begins and ends.
#[inline(never)]
fn counted(work: &mut dyn FnMut()) {
    work();
}

fn main() {
    let Some(name) = std::env::args().nth(1) else {
        for hot in Hot::ALL {
            println!("{}", hot.name());
        }
        return;
    };
    let Some(hot) = Hot::ALL.into_iter().find(|hot| hot.name() == name) else {
        eprintln!("nothing is called {name}");
        std::process::exit(2);
    };
    let mut work = hot.prepare();
    counted(&mut *work);
}
