//! Own figures out into files and in again. What comes in is shown first and taken only when the reader agrees.

use exchange::import::{self, Incoming};
use figures::ScenarioId;
use leptos::{html, prelude::*, task::spawn_local, web_sys};
use words::screen::scenario::files as labels;

use crate::{
    browser,
    pages::scenarios::import_preview::ImportPreview,
    state::{AppState, use_app},
};

/// What came of the last file.
#[derive(Clone)]
enum Found {
    /// Nothing of it can be taken.
    Refused { name: String, why: String },
    /// It can be looked through.
    Read { name: String, incoming: Incoming },
}

/// Both directions.
#[component]
pub fn FilesSection() -> impl IntoView {
    view! {
        <section class="files" aria-labelledby="files-heading">
            <h2 id="files-heading">{labels::TITLE}</h2>
            <div class="files__sides">
                <Out />
                <In />
            </div>
        </section>
    }
}

#[component]
fn Out() -> impl IntoView {
    let app = use_app();
    let scenarios = Memo::new(move |_| names(app));
    let which = RwSignal::new(None::<ScenarioId>);
    // A scenario deleted meanwhile is no choice any more.
    let chosen =
        move || which.get_untracked().filter(|id| scenarios.read_untracked().iter().any(|(other, _)| other == id));
    let json = move |_| match chosen() {
        Some(id) => app.export_scenario(&id),
        None => app.export(),
    };
    view! {
        <div class="files__side">
            <h3>{labels::OUT}</h3>
            <Show when=move || { scenarios.read().len() > 1 }>
                <div class="field">
                    <label for="files-which">{labels::WHICH}</label>
                    <select
                        id="files-which"
                        on:change=move |event| which.set(ScenarioId::parse(&event_target_value(&event)).ok())
                    >
                        <option value="">{labels::ALL}</option>
                        {move || options(&scenarios.read(), which.get_untracked().as_ref())}
                    </select>
                </div>
            </Show>
            <ul class="plain files__list">
                <li>
                    <button type="button" class="button" data-file="json" on:click=json>{labels::JSON}</button>
                    <p class="field__hint">{labels::JSON_NOTE}</p>
                </li>
                <li>
                    <button type="button" class="button" data-file="csv" on:click=move |_| app.export_csv(chosen().as_ref())>
                        {labels::CSV}
                    </button>
                    <p class="field__hint">{labels::CSV_NOTE}</p>
                </li>
                <li>
                    <button type="button" class="button" data-file="template" on:click=move |_| app.export_template()>
                        {labels::TEMPLATE}
                    </button>
                    <p class="field__hint">{labels::TEMPLATE_NOTE}</p>
                </li>
            </ul>
        </div>
    }
}

#[component]
fn In() -> impl IntoView {
    let app = use_app();
    let found = RwSignal::new(None::<Found>);
    let pasted = RwSignal::new(String::new());
    let over = RwSignal::new(false);
    let back = NodeRef::<html::H3>::new();
    let close = Callback::new(move |()| {
        found.set(None);
        pasted.set(String::new());
        if let Some(heading) = back.get_untracked() {
            // The part that had focus is gone; where the heading cannot take it, the page has it.
            let _ = heading.focus();
        }
    });
    let pick = move |event: web_sys::Event| {
        let input = event_target::<web_sys::HtmlInputElement>(&event);
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            read_file(app, file, found);
        }
        // The same file may be picked again once it was corrected.
        input.set_value("");
    };
    let drop = move |event: web_sys::DragEvent| {
        event.prevent_default();
        over.set(false);
        let Some(data) = event.data_transfer() else {
            return;
        };
        match data.files().and_then(|files| files.get(0)) {
            Some(file) => read_file(app, file, found),
            None => read_pasted(app, &data.get_data("text/plain").unwrap_or_default(), found),
        }
    };
    view! {
        <div
            class="files__side files__in"
            class:files__in--over=move || over.get()
            on:dragover=move |event| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=drop
        >
            <h3 tabindex="-1" node_ref=back>{labels::IN}</h3>
            <div class="field">
                <label for="files-pick">{labels::PICK}</label>
                <input
                    type="file"
                    id="files-pick"
                    accept=".json,.csv,.tsv,.txt,application/json,text/csv,text/plain"
                    aria-describedby="files-first"
                    on:change=pick
                />
                <p class="field__hint" id="files-first">{labels::FIRST} {labels::DROP}</p>
            </div>
            <details class="field">
                <summary>{labels::PASTE_OPEN}</summary>
                <div class="field">
                    <label for="files-paste">{labels::PASTE}</label>
                    <textarea
                        id="files-paste"
                        rows="4"
                        prop:value=move || pasted.get()
                        on:input=move |event| pasted.set(event_target_value(&event))
                    ></textarea>
                </div>
                <div class="actions">
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| read_pasted(app, &pasted.read_untracked(), found)
                    >
                        {labels::PASTE_READ}
                    </button>
                </div>
            </details>
            {move || {
                found
                    .get()
                    .map(|found| match found {
                        Found::Refused { name, why } => view! { <RefusedFile name why /> }.into_any(),
                        Found::Read { name, incoming } => {
                            view! { <ImportPreview name incoming close /> }.into_any()
                        }
                    })
            }}
        </div>
    }
}

/// Why a file cannot be taken.
#[component]
fn RefusedFile(name: String, why: String) -> impl IntoView {
    view! {
        <div class="files__refused" role="alert">
            <p>
                <strong>{labels::refused(&name)}</strong>
            </p>
            <p>{why}</p>
        </div>
    }
}

fn read_file(app: AppState, file: web_sys::File, found: RwSignal<Option<Found>>) {
    let name = file.name();
    #[allow(clippy::cast_precision_loss)]
    if file.size() > import::MAX_BYTES as f64 {
        let why = import::too_large(file.size());
        return found.set(Some(Found::Refused { name, why }));
    }
    spawn_local(async move {
        let text = match browser::files::bytes(&file).await {
            Some(bytes) => import::decode(&bytes, browser::files::shift_jis),
            None => Err(labels::UNREADABLE.to_owned()),
        };
        match text {
            Ok(text) => read_text(app, &name, &text, found),
            Err(why) => {
                // As below.
                let _ = found.try_set(Some(Found::Refused { name, why }));
            }
        }
    });
}

fn read_pasted(app: AppState, text: &str, found: RwSignal<Option<Found>>) {
    if text.len() <= import::MAX_BYTES {
        return read_text(app, labels::PASTED, text, found);
    }
    found.set(Some(Found::Refused {
        name: labels::PASTED.to_owned(),
        #[allow(clippy::cast_precision_loss)]
        why: import::too_large(text.len() as f64),
    }));
}

fn read_text(app: AppState, name: &str, text: &str, found: RwSignal<Option<Found>>) {
    let title = name.rsplit_once('.').map_or(name, |(title, _)| title);
    let name = name.to_owned();
    let came = match import::read(text, app.dataset, title) {
        Ok(incoming) => Found::Read { name, incoming },
        Err(why) => Found::Refused { name, why },
    };
    // The part may be gone by the time a large file is read.
    let _ = found.try_set(Some(came));
}

/// The scenarios by name.
pub(super) fn names(app: AppState) -> Vec<(ScenarioId, String)> {
    let notebook = app.notebook.read();
    let shown = notebook.workspace.scenarios().into_iter();
    shown.map(|s| (s.id.clone(), s.name().to_owned())).collect()
}

/// The choices of a field for scenarios.
pub(super) fn options(scenarios: &[(ScenarioId, String)], chosen: Option<&ScenarioId>) -> Vec<AnyView> {
    let option = |(id, name): &(ScenarioId, String)| {
        let is_chosen = chosen == Some(id);
        view! { <option value=id.to_string() selected=is_chosen>{name.clone()}</option> }.into_any()
    };
    scenarios.iter().map(option).collect()
}
