//! 基本目標 × 目標の種類: how many were found of each, every count the way to its list.

use leptos::prelude::*;
use list::{GoalId, TargetKind};
use search::Matrix;
use words::{
    goal_title,
    text::{self, wording},
};

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
        let query = explorer.query.read().for_matrix_cell(goal, kind);
        let name = text::explorer::cell(
            &goal.and_then(|id| dataset.goal(id)).map_or_else(|| text::explorer::total().to_owned(), goal_title),
            kind.map_or(text::explorer::total(), wording::kind),
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
        <p class="small muted no-print">{text::explorer::matrix_lead()}</p>
        <table class="matrix">
            <caption class="visually-hidden">{text::explorer::matrix()}</caption>
            <thead>
                <tr>
                    <th scope="col">{text::common::goal()}</th>
                    {TargetKind::ALL
                        .into_iter()
                        .map(|kind| view! { <th scope="col"><Mark kind /> <span>{wording::kind(kind)}</span></th> })
                        .collect_view()}
                    <th scope="col">{text::explorer::total()}</th>
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
                            <th scope="row">{text::explorer::total()}</th>
                            {cells(None, totals)}
                            <td class="matrix__total">{link(None, None, total)}</td>
                        </tr>
                    }
                }}
            </tfoot>
        </table>
    }
}
