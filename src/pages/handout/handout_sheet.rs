//! The handout itself: a table whose head, with edition and day, every printed page repeats, and the sources at its end.

use format::dates;
use leptos::prelude::*;
use list::Indicator;
use routes::Route;
use search::{FigureDetail, Handout, PaperOrientation};
use words::{
    gap_in_short, plan_title,
    text::{self, handout as labels, notes, wording},
};

use crate::{
    browser::system,
    controls::{DatedStatement, Mark, OwnFigures, TrackFigure},
    state::{use_dataset, use_figures},
};

#[component]
pub fn HandoutSheet(handout: Memo<Handout>, indicators: Memo<Vec<&'static Indicator>>) -> impl IntoView {
    let dataset = use_dataset();
    let figures = use_figures();
    let document = &dataset.document;
    let today = system::today().map(dates::day);
    let running = labels::page_head(&document.short_title, &document.published_printed, today.as_deref());
    let title = move || match handout.read().title.as_str().trim() {
        "" => labels::no_title().to_owned(),
        title => title.to_owned(),
    };
    let has_own = Memo::new(move |_| {
        let own = figures.active_figures.read();
        indicators.read().iter().any(|indicator| own.contains_key(&indicator.id))
    });
    let requested = Memo::new(move |_| handout.read().own);
    let own = Memo::new(move |_| if has_own.get() { requested.get() } else { FigureDetail::Nothing });
    let landscape = move || handout.read().paper == PaperOrientation::Landscape;
    view! {
        <Show when=move || requested.get() != own.get()><p class="small muted no-print">{labels::no_own()}</p></Show>
        <article class="handout" class=("handout--landscape", landscape) aria-labelledby="handout-heading">
            <h2 id="handout-heading">{title}</h2>
            {move || view! { <HandoutTable indicators=indicators.get() own=own.get() running=running.clone() /> }}
            <Sources own />
        </article>
    }
}

#[component]
fn HandoutTable(indicators: Vec<&'static Indicator>, own: FigureDetail, running: String) -> impl IntoView {
    let dataset = use_dataset();
    let with_own = own != FigureDetail::Nothing;
    let columns = if with_own { "5" } else { "4" };
    let mut plan = None;
    let caption = labels::caption(indicators.len());
    let rows = indicators.into_iter().map(|indicator| {
        let is_new_plan = plan.replace(&indicator.plan) != Some(&indicator.plan);
        let heading = dataset.plan_of(indicator).filter(|_| is_new_plan).map(|plan| {
            view! { <tr class="handout-plan"><th scope="colgroup" colspan=columns>{plan_title(plan)}</th></tr> }
        });
        view! { {heading} <HandoutRow indicator own /> }
    });
    let rows = rows.collect_view();
    view! {
        <table class="handout-table">
            <caption class="visually-hidden">{caption}</caption>
            <colgroup>
                <col class="col-name" />
                <col span="3" />
                {with_own.then(|| view! { <col class="col-own" /> })}
            </colgroup>
            <thead>
                <tr><td class="handout-running" colspan=columns>{running}</td></tr>
                <tr>
                    <th scope="col">{text::common::indicator()}</th>
                    <th scope="col" class="handout-official">"● " {text::common::current()}</th>
                    <th scope="col" class="handout-official">"◎ " {text::common::target()}</th>
                    <th scope="col">{labels::gap()}</th>
                    {with_own.then(|| view! {
                        <th scope="col" class="handout-own">
                            "◆ " {text::common::own()} <small>{labels::not_official()}</small>
                        </th>
                    })}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

#[component]
fn HandoutRow(indicator: &'static Indicator, own: FigureDetail) -> impl IntoView {
    let dataset = use_dataset();
    let figures = use_figures();
    let figure = Signal::derive(move || {
        let figures = figures.active_figures.read();
        figures.get(&indicator.id).filter(|_| own != FigureDetail::Nothing).cloned()
    });
    view! {
        <tr>
            <th scope="row">
                <span class="small muted">{indicator.id.to_string()}</span>
                " "
                <a href=Route::Indicator(indicator.id.clone()).href()>{indicator.full_name()}</a>
            </th>
            <td class="handout-official" data-label=format!("● {}", text::common::current())>
                <DatedStatement statement=&indicator.current as_of=dataset.current_as_of(indicator) />
            </td>
            <td class="handout-official" data-label=format!("◎ {}", text::common::target())>
                <DatedStatement statement=&indicator.target as_of=dataset.target_as_of(indicator) />
            </td>
            <td data-label=labels::gap()>
                <p><Mark kind=indicator.kind /> " " {wording::kind(indicator.kind)}</p>
                {gap_in_short(dataset, indicator).map(|gap| view! { <p>{gap}</p> })}
                <TrackFigure indicator figure />
            </td>
            {(own != FigureDetail::Nothing).then(|| view! {
                <td class="handout-own" data-label=format!("◆ {}", text::common::own())>
                    <OwnFigures indicator notes=own == FigureDetail::WithNotes />
                </td>
            })}
        </tr>
    }
}

#[component]
fn Sources(own: Memo<FigureDetail>) -> impl IntoView {
    let dataset = use_dataset();
    let figures = use_figures();
    view! {
        <section class="handout-end stack" aria-labelledby="handout-end">
            <h3 id="handout-end">{labels::end()}</h3>
            <p>{labels::source(notes::source_of(dataset))}</p>
            <p>{dataset.document.edition_note.as_str()}</p>
            <p>{labels::ours()}</p>
            <Show when=move || own.get() != FigureDetail::Nothing>
                <p>{move || figures.with_active(|scenario| labels::scenario(scenario.name()))}</p>
            </Show>
            <p>{notes::unofficial()} {notes::terms_of_use(dataset)}</p>
        </section>
    }
}
