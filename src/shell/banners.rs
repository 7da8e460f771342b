//! Bars over the page: storage_problem with keeping own figures, a new version that waits, an address not fully understood.

use leptos::prelude::*;
use words::screen;

use crate::state::use_app;

/// Nothing in the usual case.
#[component]
pub fn Banners() -> impl IntoView {
    let app = use_app();
    view! {
        <div role="status">
            {move || {
                app.storage_problem
                    .get()
                    .map(|storage_problem| {
                        view! {
                            <div class="banner banner--warning">
                                <div class="page-width">
                                    <p>{storage_problem.message}</p>
                                    <button type="button" class="button" on:click=move |_| app.export()>
                                        {screen::notice::EXPORT}
                                    </button>
                                </div>
                            </div>
                        }
                    })
            }}
            {move || {
                app.update_waiting
                    .get()
                    .then(|| {
                        view! {
                            <div class="banner">
                                <div class="page-width">
                                    <p>{screen::notice::UPDATE}</p>
                                    <button type="button" class="button" on:click=move |_| app.take_update()>
                                        {screen::notice::UPDATE_NOW}
                                    </button>
                                    <button
                                        type="button"
                                        class="button button--plain"
                                        on:click=move |_| app.update_waiting.set(false)
                                    >
                                        {screen::notice::LATER}
                                    </button>
                                </div>
                            </div>
                        }
                    })
            }}
            {move || {
                let ignored = app.ignored.read();
                (!ignored.is_empty())
                    .then(|| {
                        view! {
                            <div class="banner">
                                <div class="page-width"><p>{screen::notice::ignored(&ignored)}</p></div>
                            </div>
                        }
                    })
            }}
        </div>
    }
}
