//! The button that hands a scenario on as a link.

use figures::{ScenarioId, link};
use leptos::{html, prelude::*, task::spawn_local};
use routes::{Route, SharedText};
use words::screen::scenario::share as labels;

use crate::{
    browser::{
        compress,
        share::{self, ShareOutcome},
    },
    state::{AppState, use_app},
};

/// What stands below the button after a press.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Below {
    /// The link, to be copied by hand.
    Link(String),
    /// Why there is none; the file is offered.
    File(String),
}

/// Hands on what the scenario holds at the time of the press.
#[component]
pub fn ShareButton(#[prop(into)] scenario: Signal<ScenarioId>) -> impl IntoView {
    let app = use_app();
    let below = RwSignal::new(None::<Below>);
    let presses = StoredValue::new(0_u32);
    let press = move |_| {
        below.set(None);
        presses.update_value(|presses| *presses += 1);
        let press = presses.get_value();
        spawn_local(async move {
            let found = share(app, &scenario.get_untracked()).await;
            // A share sheet can close late: after the page is gone, or after another press whose answer stands by then.
            if presses.try_get_value() == Some(press) {
                let _ = below.try_set(found);
            }
        });
    };
    view! {
        <div class="share">
            <button type="button" class="button button--plain" data-action="share" on:click=press>
                {labels::SHARE}
            </button>
            <div role="status">
                {move || {
                    below
                        .get()
                        .map(|below| match below {
                            Below::Link(link) => view! { <ByHand link /> }.into_any(),
                            Below::File(why) => {
                                view! {
                                    <p class="small">{why}</p>
                                    <button
                                        type="button"
                                        class="button button--plain"
                                        on:click=move |_| app.export()
                                    >
                                        {labels::FILE}
                                    </button>
                                }
                                    .into_any()
                            }
                        })
                }}
            </div>
        </div>
    }
}

/// The link in a field of its own, already selected.
#[component]
fn ByHand(link: String) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // Where it cannot be selected, the reader still can.
            let _ = field.focus();
            field.select();
        }
    });
    view! {
        <label class="share__link">
            <span>{labels::COPY_BY_HAND}</span>
            <input type="text" readonly node_ref=field value=link />
        </label>
    }
}

async fn share(app: AppState, id: &ScenarioId) -> Option<Below> {
    let (name, count, json) = {
        let notebook = app.notebook.read_untracked();
        let scenario = notebook.workspace.scenario(id)?;
        let json = link::to_json(scenario, app.dataset);
        (scenario.name().to_owned(), scenario.figures().count(), json)
    };
    let Some(packed) = compress::pack(json.as_bytes()).await else {
        return Some(Below::File(labels::CANNOT.to_owned()));
    };
    let text = link::to_text(&json, &packed).and_then(|text| SharedText::parse(&text));
    let Some(text) = text else {
        return Some(Below::File(labels::too_long(count)));
    };
    let url = format!("{}{}", share::base(), Route::Shared(text).href());
    match share::share(&name, &url).await {
        ShareOutcome::Shared => app.show_message(labels::SHARED.to_owned()),
        ShareOutcome::Copied => app.show_message(labels::COPIED.to_owned()),
        ShareOutcome::Left => {}
        ShareOutcome::Refused => return Some(Below::Link(url)),
    }
    None
}
