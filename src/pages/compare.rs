//! 比較: up to six indicators side by side, as the address lists them.

use exchange::export::part_csv;
use leptos::prelude::*;
use list::Indicator;
use routes::Route;
use search::{ComparedIndicators, Query};
use words::{
    gap_sentences, goal_title, plan_title,
    text::{self, compare as labels, wording},
};

use crate::{
    browser::location,
    controls::{
        ActiveScenario, AddIndicator, AddressList, Button, DatedStatement, HandoutLink, Mark, NotOfficial, OwnFigures,
        PageHead, ReorderButtons, TrackFigure, explorer_trail,
    },
    state::{use_dataset, use_downloads, use_figures, use_messages, use_navigation, use_selection},
};

type ComparedList = AddressList<{ ComparedIndicators::MAX }>;

#[component]
pub fn ComparePage() -> impl IntoView {
    let dataset = use_dataset();
    let figures = use_figures();
    let messages = use_messages();
    let downloads = use_downloads();
    let navigation = use_navigation();
    let selection = use_selection();
    let ids = Memo::new(move |_| match &*navigation.route.read() {
        Route::Compare { of } => of.clone(),
        _ => ComparedIndicators::default(),
    });
    let list = ComparedList::new(ids, move |of| navigation.open(&Route::Compare { of }));
    // Other pages add to the last comparison.
    Effect::new(move |_| {
        selection.compared.set(ComparedIndicators::of(list.indicators.read().iter().map(|indicator| &indicator.id)));
    });
    let csv = move |_| {
        let shown = list.indicators.get_untracked();
        let text = figures.with_active(|scenario| part_csv(dataset, shown, scenario));
        downloads.offer_named("compare", "csv", "text/csv", &text);
    };
    let copy = move |_| messages.copy(location::address(), text::export::link_copied().to_owned());
    let unknown = move || {
        let ids = list.unknown_ids();
        (!ids.is_empty()).then(|| view! { <p class="page-note">{labels::unknown(&ids)}</p> })
    };
    view! {
        <PageHead title=labels::title().to_owned() trail=explorer_trail() />
        <p class="prose">{labels::lead(ComparedIndicators::MAX)}</p>
        {unknown}
        <p class="visually-hidden" role="status">{move || labels::announce(list.indicators.read().len())}</p>
        <Show
            when=move || !list.is_empty()
            fallback=|| view! {
                <p class="empty">
                    {labels::none()} " " <a href=Route::Explore(Query::default()).href()>{labels::to_list()}</a>
                </p>
            }
        >
            <div class="actions">
                <Button label=text::export::copy_link() on_press=copy />
                <Button label=labels::csv() on_press=csv />
                {move || view! { <HandoutLink indicators=list.indicators.get() title=String::new() /> }}
            </div>
            <CompareTable list />
            <NotOfficial />
        </Show>
        <section class="section no-print" aria-labelledby="compare-add">
            <h2 id="compare-add">{labels::add()}</h2>
            <Show when=move || !list.is_full() fallback=|| view! { <p>{labels::full(ComparedIndicators::MAX)}</p> }>
                <AddIndicator list />
            </Show>
        </section>
    }
}

/// An aspect per row, an indicator per column; on a phone each aspect lists the indicators below it.
#[component]
fn CompareTable(list: ComparedList) -> impl IntoView {
    let dataset = use_dataset();
    let figures = use_figures();
    // The roles repeat those of the elements: on a phone the table is laid out as blocks, and some browsers then drop
    // its roles.
    let row = move |class: &'static str, head: AnyView, cell: &dyn Fn(&'static Indicator) -> AnyView| {
        let indicators = list.indicators.read();
        let cells = indicators.iter().map(|indicator| {
            let label = format!("{}　{}", indicator.id, indicator.full_name());
            view! {
                <td role="cell"><span class="compare-label" aria-hidden="true">{label}</span> {cell(indicator)}</td>
            }
        });
        let cells = cells.collect_view();
        view! { <tr role="row" class=class><th scope="row" role="rowheader">{head}</th> {cells}</tr> }
    };
    let sections = move |indicator: &'static Indicator| {
        let goal = dataset.goal_of(indicator);
        let plan = dataset.plan_of(indicator);
        view! {
            {goal.map(|goal| view! { <p><a href=Route::Goal(goal.id.clone()).href()>{goal_title(goal)}</a></p> })}
            {plan.map(|plan| view! { <p><a href=Route::Plan(plan.id.clone()).href()>{plan_title(plan)}</a></p> })}
        }
        .into_any()
    };
    let kind = |indicator: &'static Indicator| {
        view! { <p><Mark kind=indicator.kind /> " " {wording::kind(indicator.kind)}</p> }.into_any()
    };
    let current = move |indicator: &'static Indicator| {
        let as_of = dataset.current_as_of(indicator);
        view! { <DatedStatement statement=&indicator.current as_of /> }.into_any()
    };
    let target = move |indicator: &'static Indicator| {
        let as_of = dataset.target_as_of(indicator);
        view! { <DatedStatement statement=&indicator.target as_of /> }.into_any()
    };
    let gap = move |indicator: &'static Indicator| {
        let sentences = gap_sentences(dataset, indicator).into_iter();
        sentences.map(|text| view! { <p>{text}</p> }).collect_view().into_any()
    };
    let track = move |indicator: &'static Indicator| {
        let figure = Signal::derive(move || figures.active_figures.read().get(&indicator.id).cloned());
        view! { <TrackFigure indicator figure /> }.into_any()
    };
    let own = |indicator: &'static Indicator| view! { <OwnFigures indicator /> }.into_any();
    move || {
        let indicators = list.indicators.read();
        let caption = labels::caption(indicators.len());
        let heads = indicators.iter().map(|indicator| view! { <ColumnHead list indicator /> }).collect_view();
        let own_head = view! {
            {text::common::own()}
            <ActiveScenario />
            <span class="small muted">{wording::not_official()}</span>
        };
        view! {
            <div class="compare-scroll" tabindex="0" role="group" aria-label=caption.clone()>
                <table class="compare-table" role="table">
                    <caption class="visually-hidden">{caption.clone()}</caption>
                    <thead role="rowgroup">
                        <tr role="row"><th scope="col" role="columnheader">{labels::aspect()}</th> {heads}</tr>
                    </thead>
                    <tbody role="rowgroup">
                        {row("", labels::belongs().into_any(), &sections)}
                        {row("", text::indicator::kind().into_any(), &kind)}
                        {row("compare-official", text::common::current().into_any(), &current)}
                        {row("compare-official", text::common::target().into_any(), &target)}
                        {row("", labels::gap().into_any(), &gap)}
                        {row("", text::common::track().into_any(), &track)}
                        {row("compare-own", own_head.into_any(), &own)}
                    </tbody>
                </table>
            </div>
        }
    }
}

#[component]
fn ColumnHead(list: ComparedList, indicator: &'static Indicator) -> impl IntoView {
    let id = &indicator.id;
    view! {
        <th scope="col" role="columnheader">
            <span class="small muted">{id.to_string()}</span>
            <a href=Route::Indicator(id.clone()).href()>{indicator.full_name()}</a>
            <ReorderButtons
                list
                indicator
                name=format!("{id} {}", indicator.full_name())
                arrows=["←", "→"]
                shift_label=labels::move_column
                focus_after_removal="main h1"
                class="compare-tools no-print"
            />
        </th>
    }
}
