//! Bars over the page: storage_problem with keeping own figures, a new version that waits, an address not fully understood.

use leptos::prelude::*;
use words::text;

use crate::{
    browser::worker::{self, WorkerNews},
    state::{use_figures, use_messages, use_navigation},
};

/// Nothing in the usual case.
#[component]
pub fn Banners() -> impl IntoView {
    let navigation = use_navigation();
    let figures = use_figures();
    let messages = use_messages();
    let update_waiting = RwSignal::new(false);
    worker::register(move |news| match news {
        WorkerNews::OfflineReady => messages.show(text::notice::offline_ready().to_owned()),
        WorkerNews::UpdateWaiting | WorkerNews::UpdateTaken => update_waiting.set(true),
    });
    let take_update = move || {
        if figures.is_safe_to_leave() {
            worker::accept_update();
        } else {
            messages.show(text::notice::update_unsafe().to_owned());
        }
    };
    view! {
        <div role="status">
            {move || {
                figures.storage_problem
                    .get()
                    .map(|storage_problem| {
                        view! {
                            <div class="banner banner--warning">
                                <div class="page-width">
                                    <p>{storage_problem.message}</p>
                                    <button type="button" class="button" on:click=move |_| figures.export()>
                                        {text::notice::export()}
                                    </button>
                                </div>
                            </div>
                        }
                    })
            }}
            {move || {
                update_waiting
                    .get()
                    .then(|| {
                        view! {
                            <div class="banner">
                                <div class="page-width">
                                    <p>{text::notice::update()}</p>
                                    <button type="button" class="button" on:click=move |_| take_update()>
                                        {text::notice::update_now()}
                                    </button>
                                    <button
                                        type="button"
                                        class="button button--plain"
                                        on:click=move |_| update_waiting.set(false)
                                    >
                                        {text::notice::later()}
                                    </button>
                                </div>
                            </div>
                        }
                    })
            }}
            {move || {
                let ignored = navigation.ignored.read();
                (!ignored.is_empty())
                    .then(|| {
                        view! {
                            <div class="banner">
                                <div class="page-width"><p>{text::notice::ignored_parts(&ignored)}</p></div>
                            </div>
                        }
                    })
            }}
        </div>
    }
}
