//! サイト内をさがす: what one search over everything finds, in groups. The words come from the field in the header.

use leptos::prelude::*;
use list::Dataset;
use routes::{Route, SectionId};
use search::{Destination, Query, ResultGroup, ResultKind, Search, SearchText, SiteIndex, SiteResult};
use words::{
    goal_title, guide, plan_title,
    text::{self, search as labels},
};

use crate::{
    browser::dom,
    controls::{
        breadcrumbs::Breadcrumbs, marked::marked, match_reason::Suggestions, search_box::SearchExamples,
        slash_key::SlashKeySwitch,
    },
    state::{use_dataset, use_index, use_navigation},
};

/// Results of a group shown before the rest is asked for.
const FIRST: usize = 8;
/// About how many characters of a long text are shown.
const EXCERPT: usize = 90;

/// The page.
#[component]
pub fn SearchPage() -> impl IntoView {
    let dataset = use_dataset();
    let index = use_index();
    let navigation = use_navigation();
    let text = Memo::new(move |_| match &*navigation.route.read() {
        Route::Search(text) => text.clone(),
        _ => SearchText::default(),
    });
    let everywhere = StoredValue::new(SiteIndex::new(dataset, index, &guide::articles()));
    let results = Memo::new(move |_| {
        let text = text.read();
        everywhere.with_value(|everywhere| everywhere.find(dataset, index, &text))
    });
    let heading = move || labels::page_heading(text.read().as_str().trim());
    Effect::new(move |_| {
        document().set_title(&text::common::page_title(heading(), &dataset.site.title));
    });
    let blank = Memo::new(move |_| text.read().is_blank());
    view! {
        <header class="page-head">
            <Breadcrumbs trail=vec![(text::common::overview().to_owned(), Route::Overview)] />
            <h1 tabindex="-1">{heading}</h1>
        </header>
        <p role="status" class="found-count">
            {move || (!blank.get()).then(|| labels::found(results.read().count()))}
        </p>
        <Show when=move || blank.get()>
            <p class="prose">{labels::scope()}</p>
            <SearchExamples />
        </Show>
        {move || {
            let results = results.get();
            let address = |suggestion: search::Suggestion| Route::Search(suggestion.text).href();
            let nothing = results.groups.is_empty() && !results.search.is_empty();
            view! {
                <Suggestions suggestions=results.suggestions address />
                {nothing.then(|| view! { <p>{labels::nothing()}</p> })}
                <Jumps counts=results.groups.iter().map(|group| (group.kind, group.results.len())).collect() />
                {results
                    .groups
                    .into_iter()
                    .map(|group| view! { <Group group search=results.search.clone() text /> })
                    .collect_view()}
            }
        }}
        <p class="section no-print"><SlashKeySwitch /></p>
    }
}

/// How much was found in each group; each leads to its group.
#[component]
fn Jumps(counts: Vec<(ResultKind, usize)>) -> impl IntoView {
    (counts.len() > 1).then(|| {
        let jumps = counts
            .into_iter()
            .map(|(kind, count)| {
                view! {
                    <li>
                        <button type="button" class="chip" on:click=move |_| dom::focus(&format!("#{}", anchor(kind)))>
                            {labels::group(kind)}
                            <b class="number">{count}</b>
                        </button>
                    </li>
                }
            })
            .collect_view();
        view! {
            <nav class="no-print" aria-label=labels::groups()>
                <ul class="chips plain">{jumps}</ul>
            </nav>
        }
    })
}

/// The id of a group's heading.
fn anchor(kind: ResultKind) -> &'static str {
    match kind {
        ResultKind::Indicator => "found-indicators",
        ResultKind::Plan => "found-plans",
        ResultKind::Goal => "found-goals",
        ResultKind::NumericTarget => "found-targets",
        ResultKind::Direction => "found-directions",
        ResultKind::Article => "found-guide",
        ResultKind::Passage => "found-document",
    }
}

/// One group: the first results, and the rest on request.
#[component]
fn Group(group: ResultGroup, search: Search, text: Memo<SearchText>) -> impl IntoView {
    let dataset = use_dataset();
    let id = anchor(group.kind);
    let count = group.results.len();
    let rest = count.saturating_sub(FIRST);
    let open = RwSignal::new(false);
    let results = StoredValue::new(group.results);
    let narrow = (group.kind == ResultKind::Indicator).then(|| {
        let href = Route::Explore(Query { text: text.get_untracked(), ..Query::default() });
        view! { <p class="found-narrow no-print"><a href=href.href()>{labels::narrow()}</a></p> }
    });
    view! {
        <section class="found-group" aria-labelledby=id>
            <h2 id=id tabindex="-1">
                {labels::group(group.kind)}
                " "
                <span class="muted"><span class="number">{count}</span> "件"</span>
            </h2>
            {narrow}
            <ol class="found plain">
                {move || {
                    let shown = if open.get() { count } else { FIRST };
                    results
                        .with_value(|all| {
                            all.iter().take(shown).map(|result| result_view(dataset, result, &search)).collect_view()
                        })
                }}
            </ol>
            {(rest > 0)
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="button button--plain no-print"
                            aria-expanded=move || open.get().to_string()
                            on:click=move |_| open.update(|open| *open = !*open)
                        >
                            {move || if open.get() { labels::fewer(FIRST) } else { labels::more(rest) }}
                        </button>
                    }
                })}
        </section>
    }
}

/// What is shown of a result.
struct Shown {
    route: Route,
    title: String,
    /// What it belongs to.
    under: Option<String>,
    /// Always shown whole.
    line: Option<String>,
    /// Long texts, of which the piece with the word is shown.
    texts: Vec<String>,
}

impl Shown {
    fn new(route: Route, title: String) -> Self {
        Self { route, title, under: None, line: None, texts: Vec::new() }
    }

    /// `None` for what is not there.
    fn of(dataset: &'static Dataset, place: &Destination) -> Option<Self> {
        Some(match place {
            Destination::Indicator(id) => {
                let indicator = dataset.indicator(id)?;
                let title = format!("{id}　{}", indicator.full_name());
                Self {
                    under: dataset.plan_of(indicator).map(plan_title),
                    line: Some(labels::statements(indicator.current.printed(), indicator.target.printed())),
                    ..Self::new(Route::Indicator(id.clone()), title)
                }
            }
            Destination::Plan(id) => {
                let plan = dataset.plan(id)?;
                Self {
                    under: dataset.goal(&plan.goal).map(goal_title),
                    line: Some(text::goal::indicator_count(dataset.indicators_of(id).count())),
                    ..Self::new(Route::Plan(id.clone()), plan_title(plan))
                }
            }
            Destination::Goal(id) => {
                let count = dataset.indicators_of_goal(id).count();
                Self {
                    line: Some(text::goal::indicator_count(count)),
                    ..Self::new(Route::Goal(id.clone()), goal_title(dataset.goal(id)?))
                }
            }
            Destination::NumericTarget(id) => {
                let goal = dataset.goal_of_numeric_target(id)?;
                let target = dataset.numeric_target(id)?;
                Self {
                    under: Some(goal_title(goal)),
                    line: Some(target.printed.clone()),
                    ..Self::new(Route::Goal(goal.id.clone()), target.name.clone())
                }
            }
            Destination::Direction(id) => {
                let goal = dataset.goal(id)?;
                let texts = goal.direction_paragraphs.iter();
                Self {
                    texts: texts.chain(&goal.direction_bullets).cloned().collect(),
                    ..Self::new(Route::Goal(id.clone()), goal_title(goal))
                }
            }
            Destination::Passage(line) => {
                let section = dataset.sections.iter().find(|section| {
                    let passages = section.passages.iter().map(|one| one.line);
                    passages.chain([section.line]).any(|one| one == *line)
                })?;
                let passages = section.passages.iter();
                let label = |text: &Option<String>| text.as_ref().map(|one| format!("{one}　")).unwrap_or_default();
                Self {
                    texts: passages
                        .filter(|one| one.line == *line)
                        .map(|one| format!("{}{}", label(&one.label), one.text))
                        .collect(),
                    ..Self::new(Route::Document { line: Some(*line) }, section.heading.clone())
                }
            }
            Destination::Article(id) => {
                let article = guide::articles().into_iter().find(|one| one.id == *id)?;
                let route = Route::Guide { at: SectionId::parse(id) };
                Self { texts: article.texts, ..Self::new(route, article.title.to_owned()) }
            }
        })
    }
}

fn result_view(dataset: &'static Dataset, result: &SiteResult, search: &Search) -> Option<impl IntoView + use<>> {
    let shown = Shown::of(dataset, &result.destination)?;
    let has_mark = |text: &&String| search.segments(text).iter().any(|one| one.marked);
    let piece = shown.texts.iter().find(has_mark).map(|text| {
        let (piece, before, after) = search.excerpt(text, EXCERPT);
        labels::excerpt(piece, before, after)
    });
    let through: Vec<String> = result
        .reasons
        .iter()
        .filter_map(|reason| Some(labels::through(&reason.word, reason.through.as_ref()?)))
        .collect();
    let small = |text: String| view! { <p class="found__line">{marked(&text, search)}</p> };
    Some(view! {
        <li>
            {shown.under.map(|under| view! { <p class="found__under">{marked(&under, search)}</p> })}
            <a class="found__title" href=shown.route.href()>{marked(&shown.title, search)}</a>
            {shown.line.map(small)}
            {piece.map(small)}
            {(!through.is_empty()).then(|| view! { <span class="found-through">{through.join("、")}</span> })}
        </li>
    })
}
