//! 比較: up to six indicators side by side, as the address lists them.

use charts::track::track;
use exchange::export::part_csv;
use format::dates;
use leptos::prelude::*;
use list::{AsOf, Indicator, Statement};
use routes::Route;
use search::{Compared, Query, Shift};
use words::{
    gap_sentences,
    screen::{self, compare as labels},
    wording,
};

use crate::{
    browser::{dom, location},
    controls::{
        handout_link::HandoutLink, indicator_picker::IndicatorPicker, indicator_row::StatementCell, mark::Mark,
        rollup::NotOfficial, track::TrackFigure,
    },
    pages::{goal::goal_title, indicator::own_figures::OwnFigures, plan::plan_title},
    shell::{active_scenario::ActiveScenario, page_head::PageHead},
    state::{AppState, use_app},
};

/// What the page's parts share.
#[derive(Clone, Copy)]
struct Comparison {
    app: AppState,
    /// The ids of the address.
    of: Memo<Compared>,
    /// Those the list has.
    shown: Memo<Vec<&'static Indicator>>,
    /// What gets focus once the columns have followed a change.
    focus: StoredValue<Option<String>>,
}

impl Comparison {
    /// Changes the address with a step the back button can undo. Ids the list does not have leave it.
    fn change(self, focus: String, edit: impl FnOnce(&mut Compared)) {
        let shown = self.shown.read_untracked();
        let mut of = Compared::of(shown.iter().map(|indicator| &indicator.id));
        drop(shown);
        edit(&mut of);
        self.focus.set_value(Some(focus));
        self.app.open(&Route::Compare { of });
    }

    fn is_full(self) -> bool {
        self.shown.read().len() >= Compared::MAX
    }
}

/// The page; follows its address and the reader's figures.
#[component]
pub fn ComparePage() -> impl IntoView {
    let app = use_app();
    let of = Memo::new(move |_| match &*app.route.read() {
        Route::Compare { of } => of.clone(),
        _ => Compared::default(),
    });
    let shown = Memo::new(move |_| {
        let of = of.read();
        of.iter().filter_map(|id| app.dataset.indicator(id)).collect::<Vec<_>>()
    });
    let unknown = move || {
        let of = of.read();
        let ids = of.iter().filter(|id| app.dataset.indicator(id).is_none());
        let ids: Vec<String> = ids.map(ToString::to_string).collect();
        (!ids.is_empty()).then(|| view! { <p class="page-note">{labels::unknown(&ids)}</p> })
    };
    let comparison = Comparison { app, of, shown, focus: StoredValue::new(None) };
    // Other pages add to what was compared last.
    Effect::new(move |_| {
        app.compared.set(Compared::of(shown.read().iter().map(|one| &one.id)));
        if let Some(selector) = comparison.focus.try_update_value(Option::take).flatten() {
            dom::focus_later(selector);
        }
    });
    let filled = Memo::new(move |_| !shown.read().is_empty());
    view! {
        <PageHead
            title=labels::TITLE.to_owned()
            trail=vec![
                (screen::OVERVIEW.to_owned(), Route::Overview),
                (screen::EXPLORER.to_owned(), Route::Explore(Query::default())),
            ]
        />
        <p class="prose">{labels::lead()}</p>
        {unknown}
        <p class="visually-hidden" role="status">{move || labels::announce(shown.read().len())}</p>
        <Show
            when=move || filled.get()
            fallback=|| {
                view! {
                    <p class="empty">
                        {labels::NONE} " " <a href=Route::Explore(Query::default()).href()>{labels::TO_LIST}</a>
                    </p>
                }
            }
        >
            <Tools comparison />
            <Columns comparison />
            <NotOfficial />
        </Show>
        <section class="section no-print" aria-labelledby="compare-add">
            <h2 id="compare-add">{labels::ADD}</h2>
            <Show
                when=move || !comparison.is_full()
                fallback=|| view! { <p>{labels::full()}</p> }
            >
                <IndicatorPicker
                    is_there=Callback::new(move |id| comparison.of.read().has(&id))
                    on_pick=Callback::new(move |indicator: &'static Indicator| {
                        let focus = ".picker input".to_owned();
                        comparison.change(focus, |of| { of.add(indicator.id.clone()); });
                    })
                />
            </Show>
        </section>
    }
}

/// Link and file.
#[component]
fn Tools(comparison: Comparison) -> impl IntoView {
    let app = use_app();
    let csv = move |_| {
        let shown = comparison.shown.get_untracked();
        let text = app.with_active(|scenario| part_csv(app.dataset, shown, scenario));
        app.offer_named("compare", "csv", "text/csv", &text);
    };
    let copy = move |_| app.copy(location::address(), screen::export::LINK_COPIED.to_owned());
    view! {
        <div class="actions">
            <button type="button" class="button" on:click=copy>{screen::export::COPY_LINK}</button>
            <button type="button" class="button" on:click=csv>{labels::CSV}</button>
            {move || view! { <HandoutLink indicators=comparison.shown.get() title=String::new() /> }}
        </div>
    }
}

/// The table: an aspect per row, an indicator per column; on a phone each aspect lists the indicators below it.
#[component]
fn Columns(comparison: Comparison) -> impl IntoView {
    let app = use_app();
    let dataset = app.dataset;
    let row = |head: AnyView,
               class: &'static str,
               cell: &dyn Fn(&'static Indicator) -> AnyView,
               shown: &[&'static Indicator]| {
        let cells = shown
            .iter()
            .map(|indicator| {
                view! {
                    <td role="cell">
                        <span class="compare-label" aria-hidden="true">
                            {indicator.id.to_string()} "　" {indicator.full_name()}
                        </span>
                        {cell(indicator)}
                    </td>
                }
            })
            .collect_view();
        view! {
            <tr role="row" class=class>
                <th scope="row" role="rowheader">{head}</th>
                {cells}
            </tr>
        }
    };
    move || {
        let shown = comparison.shown.read();
        let last = shown.len().saturating_sub(1);
        let heads = shown
            .iter()
            .enumerate()
            .map(|(at, indicator)| view! { <ColumnHead comparison indicator at last /> })
            .collect_view();
        let belongs = |indicator: &'static Indicator| {
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
        let current =
            |indicator: &'static Indicator| statement(&indicator.current, dataset.current_as_of(indicator)).into_any();
        let target =
            |indicator: &'static Indicator| statement(&indicator.target, dataset.target_as_of(indicator)).into_any();
        let gap = |indicator: &'static Indicator| {
            let sentences = gap_sentences(dataset, indicator).into_iter();
            sentences.map(|text| view! { <p>{text}</p> }).collect_view().into_any()
        };
        let way = |indicator: &'static Indicator| {
            let shape = Signal::derive(move || {
                let own = app.own.read();
                let value = own.get(&indicator.id).map(|own| own.value.to_assessment_input());
                track(dataset, indicator, value.as_ref())
            });
            view! { <TrackFigure track=shape /> }.into_any()
        };
        let own = |indicator: &'static Indicator| view! { <OwnFigures indicator /> }.into_any();
        let own_head = view! {
            {screen::OWN}
            <ActiveScenario />
            <span class="small muted">{wording::NOT_OFFICIAL}</span>
        };
        view! {
            <div class="compare-scroll" tabindex="0" role="group" aria-label=labels::caption(shown.len())>
                <table class="compare-table" role="table">
                    <caption class="visually-hidden">{labels::caption(shown.len())}</caption>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{labels::ASPECT}</th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        {row(labels::BELONGS.into_any(), "", &belongs, &shown)}
                        {row(screen::indicator::KIND.into_any(), "", &kind, &shown)}
                        {row(screen::CURRENT.into_any(), "compare-official", &current, &shown)}
                        {row(screen::TARGET.into_any(), "compare-official", &target, &shown)}
                        {row(labels::GAP.into_any(), "", &gap, &shown)}
                        {row(screen::TRACK.into_any(), "", &way, &shown)}
                        {row(own_head.into_any(), "compare-own", &own, &shown)}
                    </tbody>
                </table>
            </div>
        }
    }
}

/// The cell as printed and its day.
fn statement(statement: &'static Statement, as_of: &'static AsOf) -> impl IntoView {
    view! {
        <StatementCell statement />
        <span class="as-of">{dates::long(as_of.date)}</span>
    }
}

/// Name of a column with what can be done with it.
#[component]
fn ColumnHead(comparison: Comparison, indicator: &'static Indicator, at: usize, last: usize) -> impl IntoView {
    let id = &indicator.id;
    let name = format!("{id} {}", indicator.full_name());
    let button = |shift: Shift, glyph: &'static str| {
        let (code, at_edge, stops) = match shift {
            Shift::Earlier => ("earlier", at == 0, at == 1),
            Shift::Later => ("later", at == last, at + 1 == last),
        };
        // At the edge this button cannot go on: the other one takes the focus.
        let next = match (stops, shift) {
            (false, _) => code,
            (true, Shift::Earlier) => "later",
            (true, Shift::Later) => "earlier",
        };
        let focus = format!("#{next}-{id}");
        view! {
            <button
                type="button"
                id=format!("{code}-{id}")
                aria-label=labels::shift(&name, shift)
                disabled=at_edge
                on:click=move |_| comparison.change(focus.clone(), |of| of.shift(&indicator.id, shift))
            >
                <span aria-hidden="true">{glyph}</span>
            </button>
        }
    };
    view! {
        <th scope="col" role="columnheader">
            <span class="small muted">{id.to_string()}</span>
            <a href=Route::Indicator(id.clone()).href()>{indicator.full_name()}</a>
            <span class="compare-tools no-print">
                {button(Shift::Earlier, "←")}
                {button(Shift::Later, "→")}
                <button
                    type="button"
                    aria-label=labels::remove(&name)
                    on:click=move |_| {
                        comparison.change("main h1".to_owned(), |of| of.remove(&indicator.id));
                    }
                >
                    <span aria-hidden="true">"✕"</span>
                </button>
            </span>
        </th>
    }
}
