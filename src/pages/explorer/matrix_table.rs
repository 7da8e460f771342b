//! 基本目標 × 目標の種類: how many were found of each, every count the way to its list.

use leptos::prelude::*;
use list::{GoalId, TargetKind};
use search::Matrix;
use words::{goal_title, screen, wording};

use crate::{controls::mark::Mark, pages::explorer::explorer_state::Explorer, state::use_dataset};

/// The matrix of what the explorer found.
#[component]
pub fn MatrixTable(explorer: Explorer) -> impl IntoView {
    let dataset = use_dataset();
    let matrix = Memo::new(move |_| Matrix::of(dataset, &explorer.outcome.read().rows));
    let link = move |goal: Option<&GoalId>, kind: Option<TargetKind>, count: usize| {
        if count == 0 {
            return view! { <span class="muted">"0"</span> }.into_any();
        }
        let query = explorer.query.read().behind(goal, kind);
        let name = screen::explorer::cell(
            &goal.and_then(|id| dataset.goal(id)).map_or_else(|| screen::explorer::TOTAL.to_owned(), goal_title),
            kind.map_or(screen::explorer::TOTAL, wording::kind),
            count,
        );
        view! { <a href=explorer.address(query).href() aria-label=name>{count}</a> }.into_any()
    };
    let cells = move |goal: Option<&GoalId>, counts: [usize; TargetKind::ALL.len()]| {
        TargetKind::ALL
            .into_iter()
            .zip(counts)
            .map(|(kind, count)| view! { <td>{link(goal, Some(kind), count)}</td> })
            .collect_view()
    };
    view! {
        <p class="small muted no-print">{screen::explorer::MATRIX_LEAD}</p>
        <table class="matrix">
            <caption class="visually-hidden">{screen::explorer::MATRIX}</caption>
            <thead>
                <tr>
                    <th scope="col">{screen::GOAL}</th>
                    {TargetKind::ALL
                        .into_iter()
                        .map(|kind| view! { <th scope="col"><Mark kind /> <span>{wording::kind(kind)}</span></th> })
                        .collect_view()}
                    <th scope="col">{screen::explorer::TOTAL}</th>
                </tr>
            </thead>
            <tbody>
                {move || {
                    matrix
                        .get()
                        .rows
                        .into_iter()
                        .filter_map(|row| {
                            let goal = dataset.goal(&row.goal)?;
                            Some(
                                view! {
                                    <tr>
                                        <th scope="row">
                                            <b>{goal.numeral.as_str()}</b>
                                            <span>"　" {goal.name.as_str()}</span>
                                        </th>
                                        {cells(Some(&row.goal), row.counts)}
                                        <td class="matrix__total">{link(Some(&row.goal), None, row.total)}</td>
                                    </tr>
                                },
                            )
                        })
                        .collect_view()
                }}
            </tbody>
            <tfoot>
                {move || {
                    let Matrix { totals, total, .. } = matrix.get();
                    view! {
                        <tr>
                            <th scope="row">{screen::explorer::TOTAL}</th>
                            {cells(None, totals)}
                            <td class="matrix__total">{link(None, None, total)}</td>
                        </tr>
                    }
                }}
            </tfoot>
        </table>
    }
}
