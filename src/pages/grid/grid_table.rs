use std::sync::Arc;

use assess::{Assessment, Subject, Verdict, assess_indicator};
use figures::{
    Action, ExpectedInput,
    sheet::{CellEdit, SheetRow, cell_text},
};
use format::dates;
use leptos::{ev, prelude::*};
use list::Indicator;
use routes::Route;
use words::text::{self, scenario::sheet as labels, wording};

use crate::{
    controls::verdict_label,
    pages::grid::{cell_editor::CellEditor, grid_cell::GridCell, grid_state::GridState},
};

#[component]
pub fn GridTable(grid: GridState, label: String) -> impl IntoView {
    let undo_or_redo = move |event: ev::KeyboardEvent| {
        if !(event.ctrl_key() || event.meta_key()) || event.default_prevented() {
            return;
        }
        let action = match (event.key().to_lowercase().as_str(), event.shift_key()) {
            ("z", false) => Action::Undo,
            ("y", false) | ("z", true) => Action::Redo,
            _ => return,
        };
        event.prevent_default();
        grid.own.edit(action);
    };
    view! {
        // The roles repeat those of the elements: on a phone the table is laid out as blocks, and some browsers then
        // drop its roles.
        <table class="sheet" role="table" aria-label=label on:keydown=undo_or_redo>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{text::common::number()}</th>
                    <th role="columnheader" scope="col">{text::common::indicator()}</th>
                    <th role="columnheader" scope="col" class="sheet__official">{labels::official_current()}</th>
                    <th role="columnheader" scope="col" class="sheet__official">{labels::official_target()}</th>
                    <For each=move || grid.days.get() key=|day| *day let:day>
                        <th role="columnheader" scope="col" class="sheet__own">
                            <span aria-hidden="true">"◆ "</span>
                            {labels::own()}
                            <br />
                            {dates::short(day)}
                        </th>
                    </For>
                    <th role="columnheader" scope="col">{labels::status()}</th>
                    <th role="columnheader" scope="col" class="sheet__number">{labels::progress()}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                <For each=move || grid.rows.get() key=SheetRow::clone let:row>
                    {
                        let indicator = grid.dataset.indicators.get(row.indicator);
                        indicator.map(|indicator| view! { <Row grid indicator row /> })
                    }
                </For>
            </tbody>
        </table>
    }
}

/// An edit of another row does not render this one again.
#[component]
fn Row(grid: GridState, indicator: &'static Indicator, row: SheetRow) -> impl IntoView {
    let dataset = grid.dataset;
    let figures = Memo::new(move |_| grid.figures.read().get(&indicator.id).cloned().unwrap_or_default());
    let subject = row.subject.clone();
    // The status includes the edit that is being typed.
    let pending = RwSignal::new(None::<CellEdit>);
    let assessment = Memo::new(move |_| {
        let mut figures = figures.get();
        match pending.get() {
            Some(CellEdit::Set(figure)) => {
                figures.retain(|saved| saved.key() != figure.key());
                figures.push(*figure);
                figures.sort_by_key(|figure| figure.date);
            }
            Some(CellEdit::Removed(key)) => figures.retain(|saved| saved.key() != key),
            Some(CellEdit::Same) | None => {}
        }
        // Figures are sorted by day, so the last one of a subject is its latest.
        let inputs: Vec<_> = figures.iter().map(|figure| (figure.subject(), figure.to_assessment_input())).collect();
        let latest = |wanted: &Subject| {
            let found = inputs.iter().rev().find(|(subject, _)| subject == wanted);
            found.map(|(_, input)| input)
        };
        let parts = assess_indicator(dataset, indicator, latest).parts;
        parts.into_iter().find(|part| part.subject == subject).map(|part| part.assessment)
    });
    let (label, unit, current, target) = match ExpectedInput::of(indicator, &row.subject) {
        ExpectedInput::Amount(measure) => (
            measure.label.as_str(),
            measure.unit.as_str(),
            measure.current.as_ref().map(|quantity| quantity.printed.clone()),
            measure.target.as_ref().map(|quantity| quantity.printed.clone()),
        ),
        ExpectedInput::Stage => {
            (text::own::stage(), "", Some(indicator.current.printed()), Some(indicator.target.printed()))
        }
    };
    let row = Arc::new(row);
    let selected_row = row.clone();
    let selected_columns = Memo::new(move |_| grid.selected_columns(&selected_row));
    let official = |head: &'static str, text: Option<String>| {
        let text = text.unwrap_or_else(|| "—".to_owned());
        view! { <td role="cell" class="sheet__official"><span class="sheet__head">{head}</span>{text}</td> }
    };
    view! {
        <tr role="row">
            <td role="cell" class="sheet__id">{indicator.id.as_str()}</td>
            <th role="rowheader" scope="row" class="sheet__name">
                <a href=Route::Indicator(indicator.id.clone()).href()>{indicator.full_name()}</a>
                {(!label.is_empty()).then(|| view! { <span class="small muted">" " {label}</span> })}
            </th>
            {official(labels::official_current(), current)}
            {official(labels::official_target(), target)}
            <For each=move || grid.days.get() key=|day| *day let:day>
                {
                    let day_text = dates::short(day);
                    let name = text::scenario::cell_name(indicator.id.as_str(), &indicator.full_name(), label, &day_text, unit);
                    let key = row.key(indicator, day);
                    let saved = Memo::new(move |_| {
                        let figures = figures.read();
                        let figure = figures.iter().find(|figure| figure.key() == key);
                        figure.map(|figure| cell_text(indicator, figure)).unwrap_or_default()
                    });
                    let is_selected = Memo::new(move |_| {
                        let column = grid.days.read().iter().position(|other| *other == day);
                        selected_columns.read().as_ref().zip(column).is_some_and(|(range, column)| range.contains(&column))
                    });
                    let cell = CellEditor::new(grid, indicator, row.clone(), day, saved, pending);
                    view! {
                        <td role="cell" class="sheet__own" class:is-chosen=move || is_selected.get()>
                            <span class="sheet__head">{labels::own()} " " {day_text}</span>
                            <GridCell cell name unit />
                        </td>
                    }
                }
            </For>
            <td role="cell" class="sheet__status">{move || assessment.read().as_ref().map(status)}</td>
            <td role="cell" class="sheet__number">
                {move || assessment.read().as_ref().and_then(|assessment| assessment.progress).map(format::percent)}
            </td>
        </tr>
    }
}

fn status(assessment: &Assessment) -> impl IntoView + use<> {
    let (glyph, word) = verdict_label(assessment.verdict);
    let reason = match assessment.verdict {
        Verdict::CannotJudge(reason) => Some(wording::why(reason)),
        Verdict::Judged(_) | Verdict::NoFigure => None,
    };
    view! {
        <span class:muted=assessment.verdict == Verdict::NoFigure>
            <span aria-hidden="true">{glyph}</span>
            " "
            {word}
        </span>
        {reason.map(|reason| view! { <small>{reason}</small> })}
    }
}
