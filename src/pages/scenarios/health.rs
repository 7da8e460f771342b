//! Where own figures are stored, how safe they are, and texts that could not be read.

use figures::{QuarantinedText, StorageProblem, Timestamp};
use format::dates;
use leptos::prelude::*;
use words::text::{figures::storage_problem, scenario::health as labels};

use crate::{
    browser::system,
    controls::Button,
    state::{use_dataset, use_downloads, use_figures},
};

fn moment(at: Timestamp) -> String {
    let local = system::local(at);
    local.map(|(date, hour, minute)| labels::moment(dates::day(date), hour, minute)).unwrap_or_default()
}

#[component]
pub fn Health() -> impl IntoView {
    let figures = use_figures();
    let problem = move || {
        let store = figures.store.read();
        store.problem().map(|problem| view! { <p><strong>{storage_problem(problem)}</strong></p> })
    };
    let is_damaged = move || matches!(figures.store.read().problem(), Some(StorageProblem::Damaged { .. }));
    let or_never = |text: Option<String>| text.unwrap_or_else(|| labels::never().to_owned());
    let place = move || if figures.is_saved() { labels::here() } else { labels::nowhere() };
    let size = move || or_never(figures.store.read().last_save().map(|save| words::text::scenario::size(save.bytes)));
    let saved = move || or_never(figures.store.read().last_save().map(|save| moment(save.at)));
    let exported = move || or_never(figures.store.read().backup().exported.map(moment));
    let edits = move || {
        let store = figures.store.read();
        labels::edits(store.backup().edits_since(&store.notebook().history))
    };
    let clearing = move || figures.persistence.get().map_or(labels::not_asked(), |answer| answer.message());
    let fact = |name: &'static str, value: AnyView| view! { <div><dt>{name}</dt><dd>{value}</dd></div> };
    view! {
        <section class="scenario-section" aria-labelledby="health-heading">
            <h2 id="health-heading">{labels::title()}</h2>
            {problem}
            <Show when=is_damaged>
                <p>
                    <Button label=labels::give_up() on_press=move |_| figures.overwrite_damaged() />
                </p>
            </Show>
            <dl class="facts">
                {fact(labels::place(), place.into_any())}
                {fact(labels::size(), size.into_any())}
                {fact(labels::saved(), saved.into_any())}
                {fact(labels::exported(), exported.into_any())}
                {fact(labels::since(), edits.into_any())}
                {fact(labels::clearing(), clearing.into_any())}
            </dl>
            <p class="small">{labels::honest()}</p>
            <QuarantinedTexts />
        </section>
    }
}

#[component]
fn QuarantinedTexts() -> impl IntoView {
    let dataset = use_dataset();
    let figures = use_figures();
    let downloads = use_downloads();
    let texts = RwSignal::new(figures.quarantined_texts());
    let item = move |QuarantinedText { key, text, at, .. }: QuarantinedText| {
        let name = labels::set_aside_name(dataset.id.as_str(), at.0);
        let size = words::text::scenario::size(text.len());
        let save = move |_| {
            downloads.offer(&name, "text/plain", &text);
        };
        let delete = move |_| {
            figures.drop_quarantined(&key);
            texts.set(figures.quarantined_texts());
        };
        view! {
            <li>
                {moment(at)} "　" {size}
                <Button class="button button--plain" label=labels::take_out() on_press=save />
                <Button class="button button--plain" label=labels::drop() on_press=delete />
            </li>
        }
    };
    view! {
        <Show when=move || !texts.read().is_empty()>
            <h3>{labels::set_aside()}</h3>
            <ul class="plain">{move || texts.get().into_iter().map(item).collect_view()}</ul>
        </Show>
    }
}

/// Asks the reader to export after enough edits since the last export.
#[component]
pub fn BackupReminder() -> impl IntoView {
    let figures = use_figures();
    let export = move |_| figures.export();
    let postpone = move |_| figures.postpone_backup();
    move || {
        let store = figures.store.read();
        let (backup, history) = (store.backup(), &store.notebook().history);
        backup.is_due(history).then(|| {
            let count = backup.edits_since(history);
            view! {
                <div class="banner">
                    <div class="page-width">
                        <p>{labels::reminder(count)}</p>
                        <button type="button" class="button" on:click=export>{labels::export()}</button>
                        <button type="button" class="button button--plain" on:click=postpone>{labels::later()}</button>
                    </div>
                </div>
            }
        })
    }
}
