use authoring::Faults;
use leptos::prelude::*;
use words::text;

/// Shown instead of the app where the list is invalid: all faults with their places and reasons.
#[component]
pub fn FaultsPage(faults: Faults) -> impl IntoView {
    view! {
        <main class="page-width stack">
            <h1>{text::faults::title()}</h1>
            <p>{text::faults::lead(faults.0.len())}</p>
            <dl class="facts">
                {faults
                    .0
                    .into_iter()
                    .map(|fault| view! { <div><dt>{fault.path}</dt><dd>{fault.reason}</dd></div> })
                    .collect_view()}
            </dl>
        </main>
    }
}
