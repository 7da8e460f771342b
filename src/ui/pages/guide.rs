//! 使い方: how to read, how things are calculated, what is stored where, downloads and licences.

use leptos::prelude::*;

use crate::{
    assess::Status,
    dataset::TargetKind,
    route::{Route, SectionId},
    state::use_app,
    text::{
        guide::{Block, CHAPTERS, Chapter, LICENCES},
        screen, wording,
    },
    ui::parts::{mark::Mark, page_head::PageHead},
};

/// The guide; `at` is the chapter to scroll to.
#[component]
pub fn GuidePage(at: Option<SectionId>) -> impl IntoView {
    // The chapters exist only after this component has been mounted.
    Effect::new(move |_| {
        let wanted = at
            .as_ref()
            .map(SectionId::as_str)
            .filter(|id| CHAPTERS.iter().any(|chapter| chapter.id == *id));
        if let Some(chapter) = wanted.and_then(|id| document().get_element_by_id(id)) {
            chapter.scroll_into_view();
        }
    });
    view! {
        <PageHead title=screen::GUIDE.to_owned() trail=vec![(screen::OVERVIEW.to_owned(), Route::Overview)] />
        <nav aria-label=screen::guide::CONTENTS>
            <ul class="chips plain">
                {CHAPTERS
                    .iter()
                    .map(|chapter| {
                        let href = Route::Guide { at: SectionId::parse(chapter.id) }.href();
                        view! { <li><a class="chip" href=href>{chapter.title}</a></li> }
                    })
                    .collect_view()}
            </ul>
        </nav>
        <div class="guide prose">{CHAPTERS.iter().map(chapter_view).collect_view()}</div>
    }
}

fn chapter_view(chapter: &'static Chapter) -> impl IntoView {
    view! {
        <section class="stack" aria-labelledby=chapter.id>
            <h2 id=chapter.id>{chapter.title}</h2>
            {chapter.blocks.iter().map(|block| block_view(*block)).collect_view()}
        </section>
    }
}

fn block_view(block: Block) -> AnyView {
    match block {
        Block::Text(text) => view! { <p>{text}</p> }.into_any(),
        Block::Heading(text) => view! { <h3>{text}</h3> }.into_any(),
        Block::Formula(text) => view! { <p class="formula">{text}</p> }.into_any(),
        Block::List(items) => {
            view! { <ul>{items.iter().map(|item| view! { <li>{*item}</li> }).collect_view()}</ul> }.into_any()
        }
        Block::Kinds => view! {
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
        Block::Statuses => view! { <StatusTable /> }.into_any(),
        Block::Downloads => view! {
            <ul>
                {screen::guide::DOWNLOADS
                    .iter()
                    .map(|(href, name)| view! { <li><a href=*href download>{*name}</a></li> })
                    .collect_view()}
            </ul>
        }
        .into_any(),
        Block::Licences => view! {
            <table class="guide-table">
                <tbody>
                    {LICENCES
                        .iter()
                        .map(|(name, licence, purpose)| {
                            view! { <tr><th scope="row">{*name}</th><td>{*licence}</td><td>{*purpose}</td></tr> }
                        })
                        .collect_view()}
                </tbody>
            </table>
        }
        .into_any(),
        Block::Version => {
            let dataset = use_app().dataset;
            view! {
                <dl class="facts">
                    <div><dt>{screen::guide::EDITION}</dt><dd>{dataset.document.short_title.as_str()}</dd></div>
                    <div><dt>{screen::guide::DATASET_ID}</dt><dd>{dataset.id.to_string()}</dd></div>
                    <div><dt>{screen::guide::APP_VERSION}</dt><dd>{env!("CARGO_PKG_VERSION")}</dd></div>
                </dl>
            }
            .into_any()
        }
    }
}

/// Every status the program can give, with what it says.
#[component]
fn StatusTable() -> impl IntoView {
    view! {
        <table class="guide-table">
            <thead>
                <tr>
                    {screen::guide::STATUS_HEAD.iter().map(|head| view! { <th scope="col">{*head}</th> }).collect_view()}
                </tr>
            </thead>
            <tbody>
                {Status::ALL
                    .into_iter()
                    .map(|status| {
                        view! {
                            <tr>
                                <th scope="row" class="nowrap">
                                    {wording::status_glyph(status)} " " {wording::status(status)}
                                </th>
                                <td>{wording::status_meaning(status)}</td>
                            </tr>
                        }
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
}
