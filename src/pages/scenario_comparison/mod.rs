//! シナリオをくらべる: two to four scenarios side by side against the official target, differences first.

pub mod comparison_charts;

use assess::{Rollup, Verdict};
use figures::{
    ComparisonCell, ComparisonRow, MAX_COMPARED_SCENARIOS, RowFilter, ScenarioColumn, ScenarioComparison, ScenarioId,
    chosen, head,
};
use format::dates;
use leptos::prelude::*;
use routes::Route;
use words::{
    screen::{self, comparison as labels, scenario as scenario_words},
    wording,
};

use crate::{
    controls::{rollup::NotOfficial, scenario_mark::ScenarioMark},
    shell::{chunks::ChartRequest, lazy::Chart, page_head::PageHead},
    state::{AppState, use_app},
};

/// The fewest scenarios that can be compared.
const FEWEST: usize = 2;

/// The page; follows its address and the reader's figures.
#[component]
pub fn ScenarioComparisonPage() -> impl IntoView {
    let app = use_app();
    let of = Memo::new(move |_| match &*app.route.read() {
        Route::ScenarioComparison { of } => of.clone(),
        _ => Vec::new(),
    });
    let unknown = Memo::new(move |_| {
        let notebook = app.notebook.read();
        chosen(&notebook.workspace, &of.read()).unknown.len()
    });
    let sides = Memo::new(move |_| {
        let notebook = app.notebook.read();
        ScenarioComparison::of(app.dataset, &chosen(&notebook.workspace, &of.read()).scenarios)
    });
    let enough = Memo::new(move |_| sides.read().heads.len() >= FEWEST);
    view! {
        <PageHead
            title=labels::TITLE.to_owned()
            trail=vec![
                (screen::OVERVIEW.to_owned(), Route::Overview),
                (scenario_words::TITLE.to_owned(), Route::Scenarios),
            ]
        />
        <p class="prose">{labels::LEAD}</p>
        {move || {
            let count = unknown.get();
            (count > 0).then(|| view! { <p class="sides-unknown">{labels::unknown(count)}</p> })
        }}
        <Choice app of sides />
        <Show when=move || enough.get()>
            <Heads app sides />
            <ByGoal sides />
            <Charts sides />
        </Show>
    }
}

/// All scenarios to choose from.
#[component]
fn Choice(app: AppState, of: Memo<Vec<ScenarioId>>, sides: Memo<ScenarioComparison<'static>>) -> impl IntoView {
    let all = Memo::new(move |_| {
        let notebook = app.notebook.read();
        let scenarios = notebook.workspace.scenarios();
        scenarios.into_iter().map(head).collect::<Vec<_>>()
    });
    let is_chosen = move |id: &ScenarioId| sides.read().heads.iter().any(|head| head.id == *id);
    let toggle = move |id: &ScenarioId| {
        // What is not there leaves the address with the first choice.
        let mut of: Vec<ScenarioId> = of.get_untracked();
        of.retain(|asked| sides.read_untracked().heads.iter().any(|head| head.id == *asked));
        let before = of.len();
        of.retain(|asked| asked != id);
        if of.len() == before {
            of.push(id.clone());
        }
        app.open(&Route::ScenarioComparison { of });
    };
    let entry = move |head: ScenarioColumn| {
        let (id, asked) = (head.id.clone(), head.id.clone());
        let full = {
            let id = head.id.clone();
            move || !is_chosen(&id) && sides.read().heads.len() >= MAX_COMPARED_SCENARIOS
        };
        view! {
            <label class="sides-choice__item">
                <input
                    type="checkbox"
                    prop:checked=move || is_chosen(&asked)
                    disabled=full
                    on:change=move |_| toggle(&id)
                />
                <ScenarioMark mark=head.mark />
                <span>{head.name}</span>
            </label>
        }
    };
    view! {
        <fieldset class="sides-choice no-print">
            <legend>{labels::CHOOSE}</legend>
            <div class="sides-choice__items">
                <For each=move || all.get() key=|head| (head.id.clone(), head.name.clone(), head.mark) children=entry />
            </div>
            {move || {
                if all.read().len() < FEWEST {
                    Some(
                        view! {
                            <p>
                                {labels::ONLY_ONE} " "
                                <a href=Route::Scenarios.href()>{labels::TO_SCENARIOS}</a>
                            </p>
                        },
                    )
                } else {
                    None
                }
            }}
            <p class="small muted">{labels::HINT}</p>
        </fieldset>
    }
}

/// The scenarios that stand side by side, with the way to their figures.
#[component]
fn Heads(app: AppState, sides: Memo<ScenarioComparison<'static>>) -> impl IntoView {
    let heads = move || {
        let notebook = app.notebook.read();
        sides
            .read()
            .heads
            .iter()
            .map(|head| {
                let count = notebook.workspace.scenario(&head.id).map_or(0, |scenario| scenario.figures().count());
                view! {
                    <li>
                        <p class="sides-head">
                            <ScenarioMark mark=head.mark />
                            <strong>{head.name.clone()}</strong>
                        </p>
                        <p class="small">
                            {labels::figures(count)} "　"
                            <a class="no-print" href=Route::sheet(head.id.clone()).href()>
                                {scenario_words::OPEN_SHEET}
                                <span class="visually-hidden">{format!("（{}）", head.name)}</span>
                            </a>
                        </p>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <section class="section" aria-labelledby="sides-heads">
            <h2 id="sides-heads" class="visually-hidden">{labels::HEADS}</h2>
            <ul class="sides-heads plain">{heads}</ul>
        </section>
    }
}

/// Column heads for the scenarios.
fn scenario_heads(heads: &[ScenarioColumn]) -> impl IntoView + use<> {
    heads
        .iter()
        .map(|head| {
            view! {
                <th scope="col" role="columnheader" class="sides-own">
                    <ScenarioMark mark=head.mark />
                    {head.name.clone()}
                </th>
            }
        })
        .collect_view()
}

/// Names a cell where the heads of the columns are not in sight.
fn own_label(head: &ScenarioColumn) -> impl IntoView + use<> {
    view! {
        <span class="sides-label">
            <ScenarioMark mark=head.mark />
            {head.name.clone()}
        </span>
    }
}

/// Counts by status for each goal, with their denominators.
#[component]
fn ByGoal(sides: Memo<ScenarioComparison<'static>>) -> impl IntoView {
    let table = move || {
        let sides = sides.read();
        let row = |title: AnyView, rollups: &[Rollup]| {
            let cells = sides
                .heads
                .iter()
                .zip(rollups)
                .map(|(head, rollup)| {
                    view! { <td role="cell" class="sides-own">{own_label(head)} {counts(rollup)}</td> }
                })
                .collect_view();
            view! { <tr role="row"><th scope="row" role="rowheader">{title}</th>{cells}</tr> }
        };
        let goals = sides
            .goals
            .iter()
            .map(|of| {
                let name = format!("{}　{}", of.goal.numeral, of.goal.name);
                let title = view! { <a href=Route::Goal(of.goal.id.clone()).href()>{name}</a> };
                row(title.into_any(), &of.rollups)
            })
            .collect_view();
        view! {
            <table class="sides-table sides-goals" role="table">
                <caption>{labels::BY_GOAL_CAPTION}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{labels::GOAL}</th>
                        {scenario_heads(&sides.heads)}
                    </tr>
                </thead>
                <tbody role="rowgroup">{goals}</tbody>
                <tfoot role="rowgroup">{row(labels::WHOLE.into_any(), &sides.whole)}</tfoot>
            </table>
        }
    };
    view! {
        <section class="section" aria-labelledby="sides-goals">
            <h2 id="sides-goals">{labels::BY_GOAL}</h2>
            {table}
            <NotOfficial />
        </section>
    }
}

/// How many came to what, each with its shape and of how many.
fn counts(rollup: &Rollup) -> impl IntoView + use<> {
    let judged =
        rollup.counts.iter().map(|(status, count)| (wording::status_glyph(*status), wording::status(*status), *count));
    let rest = [
        (wording::CANNOT_JUDGE_GLYPH, wording::CANNOT_JUDGE, rollup.cannot_judge.len()),
        ("", wording::NO_FIGURE, rollup.without_figure),
    ];
    let total = rollup.total;
    let items = judged
        .chain(rest.into_iter().filter(|(.., count)| *count > 0))
        .map(|(glyph, word, count)| {
            view! {
                <li>
                    <span><span aria-hidden="true" class="sides-glyph">{glyph}</span> {word}</span>
                    <span class="sides-number">{labels::of_total(count, total)}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="sides-counts plain">{items}</ul> }
}

/// The charts and the indicators, which follow the same choice of rows.
#[component]
fn Charts(sides: Memo<ScenarioComparison<'static>>) -> impl IntoView {
    let show = RwSignal::new(RowFilter::default());
    let switch = RowFilter::ALL
        .into_iter()
        .map(|one| {
            view! {
                <button
                    type="button"
                    aria-pressed=move || (show.get() == one).to_string()
                    on:click=move |_| show.set(one)
                >
                    {labels::show(one)} " "
                    {move || sides.read().count(one)}
                </button>
            }
        })
        .collect_view();
    view! {
        <section class="section" aria-labelledby="sides-charts">
            <h2 id="sides-charts" class="visually-hidden">{labels::CHARTS}</h2>
            <Chart of=ChartRequest::SidesStatus(sides) />
        </section>
        <section class="section" aria-labelledby="sides-rows">
            <h2 id="sides-rows">{labels::ROWS}</h2>
            <div class="segments sides-show no-print" role="group" aria-label=labels::SHOW>{switch}</div>
            <NotOfficial />
            {move || {
                let sides = sides.read();
                let rows: Vec<_> = sides.shown(show.get()).map(|row| row_view(&sides.heads, row)).collect();
                if rows.is_empty() {
                    view! { <p class="empty">{labels::NO_ROWS}</p> }.into_any()
                } else {
                    view! {
                        <table class="sides-table sides-rows" role="table">
                            <caption class="visually-hidden">{labels::show(show.get())}</caption>
                            <thead role="rowgroup">
                                <tr role="row">
                                    <th scope="col" role="columnheader">{screen::INDICATOR}</th>
                                    <th scope="col" role="columnheader" class="sides-official">{scenario_words::sheet::OFFICIAL_CURRENT}</th>
                                    <th scope="col" role="columnheader" class="sides-official">{scenario_words::sheet::OFFICIAL_TARGET}</th>
                                    {scenario_heads(&sides.heads)}
                                </tr>
                            </thead>
                            <tbody role="rowgroup">{rows}</tbody>
                        </table>
                    }
                        .into_any()
                }
            }}
            <div class="section"><Chart of=ChartRequest::SidesProgress(sides, show) /></div>
        </section>
    }
}

/// One subject: what the document states in green, then each scenario in its own column.
fn row_view(heads: &[ScenarioColumn], row: &ComparisonRow<'static>) -> impl IntoView + use<> {
    let own = heads
        .iter()
        .zip(&row.sides)
        .map(|(head, side)| {
            view! { <td role="cell" class="sides-own">{own_label(head)} {side_view(side)}</td> }
        })
        .collect_view();
    let official = |label: &'static str, glyph: &'static str, text: String| {
        view! {
            <td role="cell" class="sides-official">
                <span class="sides-label">{label}</span>
                <span><span aria-hidden="true">{glyph}</span> " " {text}</span>
            </td>
        }
    };
    let id = row.indicator.id.clone();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span class="small muted">{id.to_string()}</span>
                " "
                <a href=Route::Indicator(id).href()>{row.name()}</a>
                <span class="sides-differs">{labels::differs(row.differs)}</span>
            </th>
            {official(scenario_words::sheet::OFFICIAL_CURRENT, "●", row.current())}
            {official(scenario_words::sheet::OFFICIAL_TARGET, "◎", row.target())}
            {own}
        </tr>
    }
}

/// A figure with its day and what follows from it.
fn side_view(side: &ComparisonCell) -> AnyView {
    let Some(figure) = &side.figure else {
        return view! { <span class="muted">{wording::NO_FIGURE}</span> }.into_any();
    };
    let (glyph, word) = match side.assessment.verdict {
        Verdict::Judged(reason) => (wording::status_glyph(reason.status()), wording::status(reason.status())),
        Verdict::CannotJudge(_) | Verdict::NoFigure => (wording::CANNOT_JUDGE_GLYPH, wording::CANNOT_JUDGE),
    };
    let why = match side.assessment.verdict {
        Verdict::CannotJudge(why) => Some(format!("{}{}", labels::WHY_NOT, wording::why(why))),
        Verdict::Judged(_) | Verdict::NoFigure => None,
    };
    let share = side
        .assessment
        .progress
        .map(|progress| format!("{} {}", scenario_words::sheet::PROGRESS, format::share(progress)));
    view! {
        <span class="sides-value">{figure.value.to_string()}</span>
        <span class="small">{dates::short(figure.date)}</span>
        <span class="sides-status"><span aria-hidden="true">{glyph}</span> " " {word}</span>
        {share.map(|text| view! { <span class="small">{text}</span> })}
        {why.map(|text| view! { <span class="small muted">{text}</span> })}
    }
    .into_any()
}
