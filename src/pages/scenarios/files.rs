//! Export and import of own figures. A file is previewed first and imported only when the reader agrees.

use exchange::import::{self, Incoming};
use figures::ScenarioId;
use leptos::{prelude::*, task::spawn_local, web_sys};
use list::Dataset;
use words::text::scenario::files as labels;

use crate::{
    browser::{self, dom},
    controls::{Button, use_scenarios},
    pages::scenarios::{import_preview::ImportPanel, scenario_select::ScenarioSelect},
    state::{use_dataset, use_figures},
};

/// A file that was read: its content, or why it cannot be imported.
#[derive(Clone)]
struct ReadFile {
    name: String,
    content: Result<Incoming, String>,
}

#[component]
pub fn FilesSection() -> impl IntoView {
    view! {
        <section class="files" aria-labelledby="files-heading">
            <h2 id="files-heading">{labels::title()}</h2>
            <div class="files__sides">
                <ExportFiles />
                <ImportFile />
            </div>
        </section>
    }
}

#[component]
fn ExportFiles() -> impl IntoView {
    let figures = use_figures();
    let scenarios = use_scenarios();
    let selected = RwSignal::new(None::<ScenarioId>);
    // The selected scenario may have been deleted.
    let scenario =
        move || selected.get_untracked().filter(|id| scenarios.read_untracked().iter().any(|other| other.id == *id));
    let json = move || match scenario() {
        Some(id) => figures.export_scenario(&id),
        None => figures.export(),
    };
    let csv = move || figures.export_csv(scenario().as_ref());
    let template = move || figures.export_template();
    let item = |code: &'static str, label: &'static str, note: &'static str, export: Box<dyn Fn()>| {
        let press = move |_| export();
        view! {
            <li>
                <button type="button" class="button" data-file=code on:click=press>{label}</button>
                <p class="field__hint">{note}</p>
            </li>
        }
    };
    view! {
        <div class="files__side">
            <h3>{labels::out()}</h3>
            <Show when=move || { scenarios.read().len() > 1 }>
                <ScenarioSelect id="files-which" label=labels::which() scenarios selected none=labels::all() />
            </Show>
            <ul class="plain files__list">
                {item("json", labels::json(), labels::json_note(), Box::new(json))}
                {item("csv", labels::csv(), labels::csv_note(), Box::new(csv))}
                {item("template", labels::template(), labels::template_note(), Box::new(template))}
            </ul>
        </div>
    }
}

#[component]
fn ImportFile() -> impl IntoView {
    let dataset = use_dataset();
    let file = RwSignal::new(None::<ReadFile>);
    let pasted = RwSignal::new(String::new());
    let is_dragged_over = RwSignal::new(false);
    let close = Callback::new(move |()| {
        file.set(None);
        pasted.set(String::new());
        // The element that had the focus is gone.
        dom::focus(".files__in h3");
    });
    let pick = move |event: web_sys::Event| {
        let input = event_target::<web_sys::HtmlInputElement>(&event);
        if let Some(picked) = input.files().and_then(|files| files.get(0)) {
            read_file(dataset, picked, file);
        }
        // The same file can be chosen again after a correction.
        input.set_value("");
    };
    let type_text = move |event| pasted.set(event_target_value(&event));
    let take_pasted = move |_| read_pasted(dataset, &pasted.read_untracked(), file);
    let drop = move |event: web_sys::DragEvent| {
        event.prevent_default();
        is_dragged_over.set(false);
        let Some(data) = event.data_transfer() else { return };
        match data.files().and_then(|files| files.get(0)) {
            Some(dropped) => read_file(dataset, dropped, file),
            None => read_pasted(dataset, &data.get_data("text/plain").unwrap_or_default(), file),
        }
    };
    view! {
        <div
            class="files__side files__in"
            class:files__in--over=move || is_dragged_over.get()
            on:dragover=move |event| {
                event.prevent_default();
                is_dragged_over.set(true);
            }
            on:dragleave=move |_| is_dragged_over.set(false)
            on:drop=drop
        >
            <h3 tabindex="-1">{labels::read_in()}</h3>
            <div class="field">
                <label for="files-pick">{labels::pick()}</label>
                <input
                    type="file"
                    id="files-pick"
                    accept=".json,.csv,.tsv,.txt,application/json,text/csv,text/plain"
                    aria-describedby="files-first"
                    on:change=pick
                />
                <p class="field__hint" id="files-first">{labels::first()} {labels::drop()}</p>
            </div>
            <details class="field">
                <summary>{labels::paste_open()}</summary>
                <div class="field">
                    <label for="files-paste">{labels::paste()}</label>
                    <textarea id="files-paste" rows="4" prop:value=move || pasted.get() on:input=type_text></textarea>
                </div>
                <div class="actions"><Button label=labels::paste_read() on_press=take_pasted /></div>
            </details>
            {move || file.get().map(|ReadFile { name, content }| match content {
                Ok(incoming) => view! { <ImportPanel name incoming close /> }.into_any(),
                Err(reason) => view! {
                    <div class="files__refused" role="alert">
                        <p><strong>{labels::refused(&name)}</strong></p>
                        <p>{reason}</p>
                    </div>
                }
                .into_any(),
            })}
        </div>
    }
}

fn read_file(dataset: &'static Dataset, picked: web_sys::File, file: RwSignal<Option<ReadFile>>) {
    let name = picked.name();
    if picked.size() > import::MAX_BYTES as f64 {
        let content = Err(import::too_large(picked.size()));
        return file.set(Some(ReadFile { name, content }));
    }
    spawn_local(async move {
        let text = match browser::files::bytes(&picked).await {
            Some(bytes) => import::decode(&bytes, browser::files::shift_jis),
            None => Err(labels::unreadable().to_owned()),
        };
        let title = name.rsplit_once('.').map_or(name.as_str(), |(title, _)| title);
        let content = text.and_then(|text| import::read(&text, dataset, title));
        // The page may be gone by the time a large file is read.
        let _ = file.try_set(Some(ReadFile { name, content }));
    });
}

fn read_pasted(dataset: &'static Dataset, text: &str, file: RwSignal<Option<ReadFile>>) {
    let content = if text.len() > import::MAX_BYTES {
        Err(import::too_large(text.len() as f64))
    } else {
        import::read(text, dataset, labels::pasted())
    };
    file.set(Some(ReadFile { name: labels::pasted().to_owned(), content }));
}
