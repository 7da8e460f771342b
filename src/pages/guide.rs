//! 使い方: how to read, how things are calculated, what is stored where, downloads and licences.

use assess::{Status, UnjudgedReason, example};
use leptos::prelude::*;
use list::{Passage, SectionKind, TargetKind};
use routes::{Route, SectionId};
use words::{
    guide::{self, Chapter, GuideBlock},
    text::{self, wording},
};

use crate::{
    browser::dom,
    controls::{mark::Mark, page_head::PageHead},
    state::use_dataset,
};

/// The guide; `at` is the chapter or the word to scroll to.
#[component]
pub fn GuidePage(at: Option<SectionId>) -> impl IntoView {
    // They exist only after this component has been mounted.
    Effect::new(move |_| {
        if let Some(id) = at.as_ref().map(SectionId::as_str).filter(|id| guide::has_section(id)) {
            dom::go_to(id);
        }
    });
    view! {
        <PageHead title=text::common::guide().to_owned() trail=vec![(text::common::overview().to_owned(), Route::Overview)] />
        <nav aria-label=text::guide::contents()>
            <ul class="chips plain">
                {guide::chapters()
                    .into_iter()
                    .map(|chapter| {
                        let href = Route::Guide { at: SectionId::parse(chapter.id) }.href();
                        view! { <li><a class="chip" href=href>{chapter.title}</a></li> }
                    })
                    .collect_view()}
            </ul>
        </nav>
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
        GuideBlock::List(items) => {
            view! { <ul>{items.iter().map(|item| view! { <li>{*item}</li> }).collect_view()}</ul> }.into_any()
        }
        GuideBlock::Kinds => view! {
            <ul class="legend-list">
                {TargetKind::ALL
                    .into_iter()
                    .map(|kind| {
                        view! {
                            <li>
                                <span><Mark kind /> " " {wording::kind(kind)}</span>
                                <span>{wording::kind_meaning(kind)}</span>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        }
        .into_any(),
        GuideBlock::Statuses => view! { <StatusTable /> }.into_any(),
        GuideBlock::Whys => view! {
            <ul>{UnjudgedReason::ALL.iter().map(|why| view! { <li>{wording::why(*why)}</li> }).collect_view()}</ul>
        }
        .into_any(),
        GuideBlock::ReadingGuide => use_dataset()
            .sections
            .iter()
            .filter(|section| section.kind == SectionKind::ReadingGuide)
            .map(|section| {
                let passage = |passage: &'static Passage| {
                    view! {
                        <p>
                            {passage.label.as_deref()} " " {passage.text.as_str()}
                        </p>
                    }
                };
                view! {
                    <blockquote class="stack">{section.passages.iter().map(passage).collect_view()}</blockquote>
                    <p class="small">
                        <a href=Route::Document { line: Some(section.line) }.href()>{text::guide::in_document()}</a>
                    </p>
                }
            })
            .collect_view()
            .into_any(),
        GuideBlock::EditionNote => view! { <p>{use_dataset().document.edition_note.as_str()}</p> }.into_any(),
        GuideBlock::Terms => view! {
            <dl class="terms">
                {guide::terms()
                    .map(|term| {
                        view! {
                            <div id=term.id>
                                <dt>{term.word}</dt>
                                <dd>{term.meaning}</dd>
                            </div>
                        }
                    })
                    .collect_view()}
            </dl>
        }
        .into_any(),
        GuideBlock::Keys => pairs(text::guide::keys(), |key| view! { <kbd>{key}</kbd> }.into_any()),
        GuideBlock::Stored => pairs(text::guide::stored(), |name| view! { <code>{name}</code> }.into_any()),
        GuideBlock::Accessibility => view! {
            <p>
                <a href=Route::Accessibility.href()>{text::guide::accessibility()}</a>
            </p>
        }
        .into_any(),
        GuideBlock::Downloads => view! {
            <ul>
                {text::guide::downloads()
                    .iter()
                    .filter_map(|row| row.first().zip(row.last()))
                    .map(|(href, name)| view! { <li><a href=*href download>{*name}</a></li> })
                    .collect_view()}
            </ul>
        }
        .into_any(),
        GuideBlock::Licences => view! {
            <table class="guide-table">
                <tbody>
                    {text::guide::licences()
                        .iter()
                        .map(|row| {
                            let (name, rest) = row.split_first().unzip();
                            let cells = rest.into_iter().flatten().map(|cell| view! { <td>{*cell}</td> }).collect_view();
                            view! { <tr><th scope="row">{name.copied()}</th>{cells}</tr> }
                        })
                        .collect_view()}
                </tbody>
            </table>
            <p>
                <a href="licences.txt">{text::guide::all_licences()}</a>
            </p>
        }
        .into_any(),
        GuideBlock::Version => {
            let dataset = use_dataset();
            view! {
                <dl class="facts">
                    <div><dt>{text::guide::edition()}</dt><dd>{dataset.document.short_title.as_str()}</dd></div>
                    <div><dt>{text::guide::dataset_id()}</dt><dd>{dataset.id.to_string()}</dd></div>
                    <div><dt>{text::guide::app_version()}</dt><dd>{env!("CARGO_PKG_VERSION")}</dd></div>
                </dl>
            }
            .into_any()
        }
    }
}

/// Two columns: a name and what is to be said of it.
fn pairs(rows: &'static [&'static [&'static str]], name: fn(&'static str) -> AnyView) -> AnyView {
    view! {
        <table class="guide-table">
            <tbody>
                {rows
                    .iter()
                    .filter_map(|row| row.first().zip(row.last()))
                    .map(|(key, what)| view! { <tr><th scope="row">{name(key)}</th><td>{*what}</td></tr> })
                    .collect_view()}
            </tbody>
        </table>
    }
    .into_any()
}

/// Every status the program can give, with what it says and an example from the list, worked out on the spot.
#[component]
fn StatusTable() -> impl IntoView {
    let dataset = use_dataset();
    view! {
        <table class="guide-table">
            <thead>
                <tr>
                    {text::guide::status_head().iter().map(|head| view! { <th scope="col">{*head}</th> }).collect_view()}
                </tr>
            </thead>
            <tbody>
                {Status::ALL
                    .iter()
                    .copied()
                    .map(|status| {
                        view! {
                            <tr>
                                <th scope="row" class="nowrap">
                                    {wording::status_glyph(status)} " " {wording::status(status)}
                                </th>
                                <td>
                                    <p>{wording::status_meaning(status)}</p>
                                    {example(dataset, status)
                                        .map(|example| {
                                            let indicator = example.indicator;
                                            view! {
                                                <p class="small">
                                                    {text::guide::example()}
                                                    <a href=Route::Indicator(indicator.id.clone()).href()>
                                                        {indicator.id.as_str()} " " {indicator.full_name()}
                                                    </a>
                                                    "　"
                                                    {words::explanation(&example.assessment)}
                                                </p>
                                            }
                                        })}
                                </td>
                            </tr>
                        }
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
}
