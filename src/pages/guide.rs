//! 使い方: how to read, how things are calculated, what is stored where, downloads and licences.

use assess::{Status, UnjudgedReason, example};
use leptos::prelude::*;
use list::{Section, SectionKind, TargetKind};
use routes::{Route, SectionId};
use words::{
    guide::{self, Chapter, GuideBlock, GuideTerm},
    text::{common, guide as labels, wording},
};

use crate::{
    browser::dom,
    controls::{Mark, PageHead, overview_trail},
    state::use_dataset,
};

#[component]
pub fn GuidePage(at: Option<SectionId>) -> impl IntoView {
    // An effect, because the sections exist only after this component has been mounted.
    Effect::new(move |_| {
        if let Some(id) = at.as_ref().map(SectionId::as_str).filter(|id| guide::has_section(id)) {
            dom::go_to(id);
        }
    });
    let links = guide::chapters().into_iter().map(|chapter| {
        let href = Route::Guide { at: SectionId::parse(chapter.id) }.href();
        view! { <li><a class="chip" href=href>{chapter.title}</a></li> }
    });
    view! {
        <PageHead title=common::guide().to_owned() trail=overview_trail() />
        <nav aria-label=labels::contents()><ul class="chips plain">{links.collect_view()}</ul></nav>
        <div class="guide prose">{guide::chapters().into_iter().map(chapter_view).collect_view()}</div>
    }
}

fn chapter_view(chapter: Chapter) -> impl IntoView {
    view! {
        <section class="stack" aria-labelledby=chapter.id>
            <h2 id=chapter.id>{chapter.title}</h2>
            {chapter.blocks.into_iter().map(block_view).collect_view()}
        </section>
    }
}

fn block_view(block: GuideBlock) -> AnyView {
    match block {
        GuideBlock::Text(text) => view! { <p>{text}</p> }.into_any(),
        GuideBlock::Heading(text) => view! { <h3>{text}</h3> }.into_any(),
        GuideBlock::Formula(text) => view! { <p class="formula">{text}</p> }.into_any(),
        GuideBlock::List(items) => list(items.iter().copied()),
        GuideBlock::Kinds => {
            let kinds = TargetKind::ALL.map(|kind| {
                view! {
                    <li>
                        <span><Mark kind /> " " {wording::kind(kind)}</span>
                        <span>{wording::kind_meaning(kind)}</span>
                    </li>
                }
            });
            view! { <ul class="legend-list">{kinds}</ul> }.into_any()
        }
        GuideBlock::Statuses => {
            let rows = Status::ALL.iter().copied().map(|status| view! { <StatusRow status /> }.into_any());
            table(Some(labels::status_head()), rows)
        }
        GuideBlock::Whys => list(UnjudgedReason::ALL.iter().copied().map(wording::why)),
        GuideBlock::ReadingGuide => {
            let sections = &use_dataset().sections;
            let guides = sections.iter().filter(|section| section.kind == SectionKind::ReadingGuide);
            guides.map(reading_guide).collect_view().into_any()
        }
        GuideBlock::EditionNote => view! { <p>{use_dataset().document.edition_note.as_str()}</p> }.into_any(),
        GuideBlock::Terms => {
            let term = |term: GuideTerm| {
                view! { <div id=term.id><dt>{term.word}</dt><dd>{term.meaning}</dd></div> }
            };
            view! { <dl class="terms">{guide::terms().map(term).collect_view()}</dl> }.into_any()
        }
        GuideBlock::Keys => table(None, rows(labels::keys(), |key| view! { <kbd>{key}</kbd> }.into_any())),
        GuideBlock::Stored => table(None, rows(labels::stored(), |name| view! { <code>{name}</code> }.into_any())),
        GuideBlock::Accessibility => {
            view! { <p><a href=Route::Accessibility.href()>{labels::accessibility()}</a></p> }.into_any()
        }
        GuideBlock::Downloads => {
            let links = labels::downloads().iter().filter_map(|row| row.first().zip(row.last()));
            let links = links.map(|(href, name)| view! { <li><a href=*href download>{*name}</a></li> });
            view! { <ul>{links.collect_view()}</ul> }.into_any()
        }
        GuideBlock::Licences => view! {
            {table(None, rows(labels::licences(), IntoAny::into_any))}
            <p><a href="licences.txt">{labels::all_licences()}</a></p>
        }
        .into_any(),
        GuideBlock::Version => {
            let dataset = use_dataset();
            view! {
                <dl class="facts">
                    <div><dt>{labels::edition()}</dt><dd>{dataset.document.short_title.as_str()}</dd></div>
                    <div><dt>{labels::dataset_id()}</dt><dd>{dataset.id.to_string()}</dd></div>
                    <div><dt>{labels::app_version()}</dt><dd>{env!("CARGO_PKG_VERSION")}</dd></div>
                </dl>
            }
            .into_any()
        }
    }
}

fn list(items: impl Iterator<Item = &'static str>) -> AnyView {
    view! { <ul>{items.map(|item| view! { <li>{item}</li> }).collect_view()}</ul> }.into_any()
}

fn table(heads: Option<&'static [&'static str]>, rows: impl Iterator<Item = AnyView>) -> AnyView {
    let head = heads.map(|heads| {
        let heads = heads.iter().map(|head| view! { <th scope="col">{*head}</th> }).collect_view();
        view! { <thead><tr>{heads}</tr></thead> }
    });
    view! { <table class="guide-table">{head}<tbody>{rows.collect_view()}</tbody></table> }.into_any()
}

/// Rows of a table; `head` shows the first cell.
fn rows(rows: &'static [&'static [&'static str]], head: fn(&'static str) -> AnyView) -> impl Iterator<Item = AnyView> {
    rows.iter().filter_map(|row| row.split_first()).map(move |(first, rest)| {
        let cells = rest.iter().map(|cell| view! { <td>{*cell}</td> }).collect_view();
        view! { <tr><th scope="row">{head(first)}</th>{cells}</tr> }.into_any()
    })
}

fn reading_guide(section: &'static Section) -> impl IntoView {
    let passages = section.passages.iter().map(|passage| {
        view! { <p>{passage.label.as_deref()} " " {passage.text.as_str()}</p> }
    });
    let href = Route::Document { line: Some(section.line) }.href();
    view! {
        <blockquote class="stack">{passages.collect_view()}</blockquote>
        <p class="small"><a href=href>{labels::in_document()}</a></p>
    }
}

/// A status with its meaning and an example from the list, computed here.
#[component]
fn StatusRow(status: Status) -> impl IntoView {
    let example = example(use_dataset(), status).map(|example| {
        let indicator = example.indicator;
        let href = Route::Indicator(indicator.id.clone()).href();
        view! {
            <p class="small">
                {labels::example()}
                <a href=href>{indicator.id.as_str()} " " {indicator.full_name()}</a>
                "　"
                {words::explanation(&example.assessment)}
            </p>
        }
    });
    view! {
        <tr>
            <th scope="row" class="nowrap">{wording::status_glyph(status)} " " {wording::status(status)}</th>
            <td><p>{wording::status_meaning(status)}</p>{example}</td>
        </tr>
    }
}
