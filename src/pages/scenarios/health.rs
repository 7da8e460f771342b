//! Where own figures are, how safe they are, and what was set aside.

use figures::{QuarantinedText, Timestamp};
use format::dates;
use leptos::prelude::*;
use words::screen::scenario::health as labels;

use crate::{browser::system, state::use_app};

/// A moment as the reader's clock shows it.
fn moment(at: Timestamp) -> String {
    let local = system::local(at);
    local.date.map_or_else(String::new, |date| labels::moment(&dates::day(date), local.hour, local.minute))
}

/// The section.
#[component]
pub fn Health() -> impl IntoView {
    let app = use_app();
    let storage_problem = move || {
        app.storage_problem.get().map(|storage_problem| view! { <p><strong>{storage_problem.message}</strong></p> })
    };
    let stuck = move || app.storage_problem.read().as_ref().is_some_and(|storage_problem| storage_problem.damaged);
    let size = move || app.kept.get().map_or_else(|| labels::NEVER.to_owned(), |kept| labels::size(kept.bytes));
    let saved = move || app.kept.get().map_or_else(|| labels::NEVER.to_owned(), |kept| moment(kept.at));
    let exported = move || {
        let exported = app.backup.read().exported;
        exported.map_or_else(|| labels::NEVER.to_owned(), moment)
    };
    let since = move || labels::edits(app.backup.read().edits_since(&app.notebook.read().history));
    let clearing = move || app.persistence.get().map_or(labels::NOT_ASKED, |answer| answer.message());
    let fact = |name: &'static str, answer: AnyView| view! { <div><dt>{name}</dt><dd>{answer}</dd></div> };
    view! {
        <section class="scenario-section" aria-labelledby="health-heading">
            <h2 id="health-heading">{labels::TITLE}</h2>
            {storage_problem}
            <Show when=stuck>
                <p>
                    <button type="button" class="button" on:click=move |_| app.give_up_damaged()>{labels::GIVE_UP}</button>
                </p>
            </Show>
            <dl class="facts">
                {fact(labels::WHERE, (move || if app.keeps_all() { labels::HERE } else { labels::NOWHERE }).into_any())}
                {fact(labels::SIZE, size.into_any())}
                {fact(labels::SAVED, saved.into_any())}
                {fact(labels::EXPORTED, exported.into_any())}
                {fact(labels::SINCE, since.into_any())}
                {fact(labels::CLEARING, clearing.into_any())}
            </dl>
            <p class="small">{labels::HONEST}</p>
            <SetAside />
        </section>
    }
}

/// Texts that could not be read: each can be saved as a file and thrown away.
#[component]
fn SetAside() -> impl IntoView {
    let app = use_app();
    let texts = RwSignal::new(app.set_aside());
    let line = move |text: QuarantinedText| {
        let (key, content) = (text.key.clone(), text.text.clone());
        let name = labels::set_aside_name(app.dataset.id.as_str(), text.at.0);
        view! {
            <li>
                {moment(text.at)} "　" {labels::size(text.text.len())}
                <button
                    type="button"
                    class="button button--plain"
                    on:click=move |_| { app.offer(&name, "text/plain", &content); }
                >
                    {labels::TAKE_OUT}
                </button>
                <button
                    type="button"
                    class="button button--plain"
                    on:click=move |_| {
                        app.drop_set_aside(&key);
                        texts.set(app.set_aside());
                    }
                >
                    {labels::DROP}
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || !texts.read().is_empty()>
            <h3>{labels::SET_ASIDE}</h3>
            <ul class="plain">{move || texts.get().into_iter().map(line).collect_view()}</ul>
        </Show>
    }
}

/// The reminder to make a file, once enough has been written since the last one.
#[component]
pub fn BackupReminder() -> impl IntoView {
    let app = use_app();
    move || {
        let backup = app.backup.get();
        let notebook = app.notebook.read();
        backup.is_due(&notebook.history).then(|| {
            let count = backup.edits_since(&notebook.history);
            view! {
                <div class="banner">
                    <div class="page-width">
                        <p>{labels::reminder(count)}</p>
                        <button type="button" class="button" on:click=move |_| app.export()>{labels::EXPORT}</button>
                        <button type="button" class="button button--plain" on:click=move |_| app.put_off_backup()>
                            {labels::LATER}
                        </button>
                    </div>
                </div>
            }
        })
    }
}
