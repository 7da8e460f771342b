use leptos::prelude::*;
use list::{GoalId, TargetKind};
use search::Matrix;
use words::{
    goal_title,
    text::{self, explorer as labels, wording},
};

use crate::{controls::Mark, pages::explorer::explorer_state::Explorer, state::use_dataset};

/// 基本目標 × 目標の種類: counts of the results, each a link to its list.
#[component]
pub fn MatrixTable(explorer: Explorer) -> impl IntoView {
    let dataset = use_dataset();
    let matrix = Memo::new(move |_| Matrix::of(dataset, &explorer.outcome.read().rows));
    let link = move |goal: Option<&GoalId>, kind: Option<TargetKind>, count: usize| {
        if count == 0 {
            return view! { <span class="muted">"0"</span> }.into_any();
        }
        let query = explorer.query.read().for_matrix_cell(goal, kind);
        let goal = goal.and_then(|id| dataset.goal(id)).map_or_else(|| labels::total().to_owned(), goal_title);
        let name = labels::cell(&goal, kind.map_or(labels::total(), wording::kind), count);
        view! { <a href=explorer.route(query).href() aria-label=name>{count}</a> }.into_any()
    };
    let cells = move |goal: Option<&GoalId>, counts: [usize; TargetKind::ALL.len()], total: usize| {
        let kinds = TargetKind::ALL.into_iter().zip(counts);
        let cells = kinds.map(|(kind, count)| view! { <td>{link(goal, Some(kind), count)}</td> }).collect_view();
        view! { {cells} <td class="matrix__total">{link(goal, None, total)}</td> }
    };
    let kind_heads = TargetKind::ALL.map(|kind| {
        view! { <th scope="col"><Mark kind /> <span>{wording::kind(kind)}</span></th> }
    });
    let rows = move || {
        let rows = matrix.get().rows.into_iter().filter_map(|row| {
            let goal = dataset.goal(&row.goal)?;
            Some(view! {
                <tr>
                    <th scope="row"><b>{goal.numeral.as_str()}</b><span>"　" {goal.name.as_str()}</span></th>
                    {cells(Some(&row.goal), row.counts, row.total)}
                </tr>
            })
        });
        rows.collect_view()
    };
    let totals = move || {
        let Matrix { totals, total, .. } = matrix.get();
        view! { <tr><th scope="row">{labels::total()}</th> {cells(None, totals, total)}</tr> }
    };
    view! {
        <p class="small muted no-print">{labels::matrix_lead()}</p>
        <table class="matrix">
            <caption class="visually-hidden">{labels::matrix()}</caption>
            <thead>
                <tr><th scope="col">{text::common::goal()}</th> {kind_heads} <th scope="col">{labels::total()}</th></tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>{totals}</tfoot>
        </table>
    }
}
