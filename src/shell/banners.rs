use leptos::prelude::*;
use words::text::notice as labels;

use crate::{
    browser::worker::{self, WorkerNews},
    state::{use_figures, use_messages, use_navigation},
};

/// Bars over the page: a storage problem, a new version, an address that was not fully understood.
#[component]
pub fn Banners() -> impl IntoView {
    let navigation = use_navigation();
    let figures = use_figures();
    let messages = use_messages();
    let update_waiting = RwSignal::new(false);
    let news = worker::news();
    Effect::new(move || match news.get() {
        Some(WorkerNews::OfflineReady) => messages.show(labels::offline_ready().to_owned()),
        Some(WorkerNews::Update) => update_waiting.set(true),
        None => {}
    });
    let take_update = move |_| {
        if figures.is_safe_to_leave() {
            worker::accept_update();
        } else {
            messages.show(labels::update_unsafe().to_owned());
        }
    };
    let export = move |_| figures.export();
    let postpone = move |_| update_waiting.set(false);
    // A memo, so that a repeated failure is not announced again.
    let storage_problem = Memo::new(move |_| figures.store.read().problem().cloned());
    let problem = move || {
        storage_problem.get().map(|problem| {
            view! {
                <div class="banner banner--warning">
                    <div class="page-width">
                        <p>{words::text::figures::storage_problem(&problem)}</p>
                        <button type="button" class="button" on:click=export>{labels::export()}</button>
                    </div>
                </div>
            }
        })
    };
    let update = move || {
        update_waiting.get().then(|| {
            view! {
                <div class="banner">
                    <div class="page-width">
                        <p>{labels::update()}</p>
                        <button type="button" class="button" on:click=take_update>{labels::update_now()}</button>
                        <button type="button" class="button button--plain" on:click=postpone>{labels::later()}</button>
                    </div>
                </div>
            }
        })
    };
    let ignored = move || {
        let ignored = navigation.ignored.read();
        (!ignored.is_empty()).then(|| {
            view! { <div class="banner"><div class="page-width"><p>{labels::ignored_parts(&ignored)}</p></div></div> }
        })
    };
    view! { <div role="status">{problem} {update} {ignored}</div> }
}
