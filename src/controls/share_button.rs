use figures::{ScenarioId, link};
use leptos::{html, prelude::*, task::spawn_local};
use list::Dataset;
use routes::{Route, SharedText};
use words::text::scenario::share as labels;

use crate::{
    browser::{
        compress, location,
        share::{self, ShareOutcome},
    },
    controls::button::Button,
    state::{Figures, Messages, use_dataset, use_figures, use_messages},
};

/// What is offered if the link could not be shared.
#[derive(Debug, Clone, PartialEq, Eq)]
enum ShareFallback {
    CopyByHand(String),
    /// A file, because there is no link, for this reason.
    Export(String),
}

#[component]
pub fn ShareButton(#[prop(into)] scenario: Signal<ScenarioId>) -> impl IntoView {
    let dataset = use_dataset();
    let messages = use_messages();
    let figures = use_figures();
    let fallback = RwSignal::new(None::<ShareFallback>);
    let presses = StoredValue::new(0_u32);
    let press = move |_| {
        fallback.set(None);
        presses.update_value(|presses| *presses += 1);
        let press = presses.get_value();
        spawn_local(async move {
            let result = share(dataset, figures, messages, &scenario.get_untracked()).await;
            // A share sheet can close after the page is gone, or after another press.
            if presses.try_get_value() == Some(press) {
                let _ = fallback.try_set(result);
            }
        });
    };
    let fallback_view = move || {
        Some(match fallback.get()? {
            ShareFallback::CopyByHand(link) => view! { <LinkField link /> }.into_any(),
            ShareFallback::Export(reason) => view! {
                <p class="small">{reason}</p>
                <Button class="button button--plain" label=labels::file() on_press=move |_| figures.export() />
            }
            .into_any(),
        })
    };
    view! {
        <div class="share">
            <Button class="button button--plain" action="share" label=labels::share() on_press=press />
            <div role="status">{fallback_view}</div>
        </div>
    }
}

#[component]
fn LinkField(link: String) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // If this fails, the reader can still select it.
            let _ = field.focus();
            field.select();
        }
    });
    view! {
        <label class="share__link">
            <span>{labels::copy_by_hand()}</span>
            <input type="text" readonly node_ref=field value=link />
        </label>
    }
}

async fn share(
    dataset: &'static Dataset,
    figures: Figures,
    messages: Messages,
    id: &ScenarioId,
) -> Option<ShareFallback> {
    let (name, count, json) = {
        let notebook = figures.notebook_untracked();
        let scenario = notebook.workspace.scenario(id)?;
        let json = link::to_json(scenario, dataset);
        (scenario.name().to_owned(), scenario.figures().count(), json)
    };
    let Some(packed) = compress::pack(json.as_bytes()).await else {
        return Some(ShareFallback::Export(labels::cannot().to_owned()));
    };
    let text = link::to_text(&json, &packed).and_then(|text| SharedText::parse(&text));
    let Some(text) = text else { return Some(ShareFallback::Export(labels::too_long(count))) };
    let url = location::absolute(&Route::Shared(text).href());
    match share::share(&name, &url).await {
        ShareOutcome::Shared => messages.show(labels::shared().to_owned()),
        ShareOutcome::Copied => messages.show(labels::copied().to_owned()),
        ShareOutcome::Cancelled => {}
        ShareOutcome::Refused => return Some(ShareFallback::CopyByHand(url)),
    }
    None
}
