use leptos::prelude::*;

type Condition = Box<dyn Fn() -> bool + Send + Sync>;
type Part = Box<dyn Fn() -> AnyView + Send + Sync>;

/// Shows a part of a page while a condition is true, like `Show`, which makes more code for each use. For the main program.
pub fn show_if(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    part: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    show_boxed(Box::new(condition), Box::new(part))
}

fn show_boxed(condition: Condition, part: Part) -> AnyView {
    let is_shown = Memo::new(move |_| condition());
    (move || is_shown.get().then(&part)).into_any()
}
