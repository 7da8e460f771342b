//! The table of the grid: its rows, and what each says while it is typed in.

use std::sync::Arc;

use assess::{Subject, SubjectAssessment, Verdict, assess_indicator};
use figures::{
    Action, ExpectedInput,
    sheet::{CellEdit, SheetRow, cell_text},
};
use format::dates;
use leptos::{ev, prelude::*};
use list::{Indicator, Stage};
use routes::Route;
use words::{
    screen::{self, scenario::sheet as text},
    wording,
};

use crate::pages::grid::{grid::Grid, sheet_cell::SheetCell};

/// The table.
#[component]
pub fn SheetGrid(grid: Grid, label: String) -> impl IntoView {
    let leave = move |event: ev::KeyboardEvent| {
        if !(event.ctrl_key() || event.meta_key()) || event.default_prevented() {
            return;
        }
        let action = match (event.key().to_lowercase().as_str(), event.shift_key()) {
            ("z", false) => Action::Undo,
            ("y", false) | ("z", true) => Action::Redo,
            _ => return,
        };
        event.prevent_default();
        grid.app.edit(action);
    };
    view! {
        // The roles say again what the elements are: a phone lays the table out as blocks, and some browsers then forget.
        <table class="sheet" role="table" aria-label=label on:keydown=leave>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{screen::NUMBER}</th>
                    <th role="columnheader" scope="col">{screen::INDICATOR}</th>
                    <th role="columnheader" scope="col" class="sheet__official">{text::OFFICIAL_CURRENT}</th>
                    <th role="columnheader" scope="col" class="sheet__official">{text::OFFICIAL_TARGET}</th>
                    <For each=move || grid.days.get() key=|day| *day let:day>
                        <th role="columnheader" scope="col" class="sheet__own">
                            <span aria-hidden="true">"◆ "</span>
                            {text::OWN}
                            <br />
                            {dates::short(day)}
                        </th>
                    </For>
                    <th role="columnheader" scope="col">{text::STATUS}</th>
                    <th role="columnheader" scope="col" class="sheet__number">{text::PROGRESS}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                <For each=move || grid.lines.get() key=SheetRow::clone let:line>
                    {grid
                        .app
                        .dataset
                        .indicators
                        .get(line.indicator)
                        .map(|indicator| view! { <Row grid indicator line /> })}
                </For>
            </tbody>
        </table>
    }
}

/// One line. Nothing in it is made again by an edit elsewhere.
#[component]
fn Row(grid: Grid, indicator: &'static Indicator, line: SheetRow) -> impl IntoView {
    let dataset = grid.app.dataset;
    let figures = Memo::new(move |_| {
        let figures = grid.figures.read();
        figures.get(&indicator.id).cloned().unwrap_or_default()
    });
    let subject = line.subject.clone();
    // What is being typed counts for the status before it is taken.
    let typing = RwSignal::new(None::<CellEdit>);
    let part = Memo::new(move |_| {
        let mut figures = figures.get();
        match typing.get() {
            Some(CellEdit::Set(figure)) => {
                figures.retain(|kept| kept.key() != figure.key());
                figures.push(*figure);
                figures.sort_by_key(|figure| figure.date);
            }
            Some(CellEdit::Removed(key)) => figures.retain(|kept| kept.key() != key),
            Some(CellEdit::Same) | None => {}
        }
        // Figures come by day, so a subject's last one is its latest.
        let latest: Vec<_> = figures.iter().map(|figure| (figure.subject(), figure.to_assessment_input())).collect();
        let of = |wanted: &Subject| {
            let found = latest.iter().rev().find(|(subject, _)| subject == wanted);
            found.map(|(_, input)| input)
        };
        let judged = assess_indicator(dataset, indicator, of);
        judged.parts.into_iter().find(|part| part.subject == subject)
    });
    let (label, unit, current, target) = match ExpectedInput::of(indicator, &line.subject) {
        ExpectedInput::Amount(measure) => (
            measure.label.as_str(),
            measure.unit.as_str(),
            measure.current.as_ref().map(|quantity| quantity.printed.clone()),
            measure.target.as_ref().map(|quantity| quantity.printed.clone()),
        ),
        ExpectedInput::Stage => {
            (screen::own::STAGE, "", Some(indicator.current.printed()), Some(indicator.target.printed()))
        }
    };
    let chosen_line = line.clone();
    let chosen = Memo::new(move |_| grid.chosen(&chosen_line));
    let line = Arc::new(line);
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "—".to_owned());
    view! {
        <tr role="row">
            <td role="cell" class="sheet__id">{indicator.id.as_str()}</td>
            <th role="rowheader" scope="row" class="sheet__name">
                <a href=Route::Indicator(indicator.id.clone()).href()>{indicator.full_name()}</a>
                {(!label.is_empty()).then(|| view! { <span class="small muted">" " {label}</span> })}
            </th>
            <td role="cell" class="sheet__official">
                <span class="sheet__head">{text::OFFICIAL_CURRENT}</span>
                {or_dash(current)}
            </td>
            <td role="cell" class="sheet__official">
                <span class="sheet__head">{text::OFFICIAL_TARGET}</span>
                {or_dash(target)}
            </td>
            <For each=move || grid.days.get() key=|day| *day let:day>
                {
                    let line = line.clone();
                    let name = text::cell(
                        indicator.id.as_str(),
                        &indicator.full_name(),
                        label,
                        &dates::short(day),
                        unit,
                    );
                    let key = line.key(indicator, day);
                    let shown = Memo::new(move |_| {
                        let figures = figures.read();
                        let figure = figures.iter().find(|figure| figure.key() == key);
                        figure.map(|figure| cell_text(indicator, figure)).unwrap_or_default()
                    });
                    let selected = Memo::new(move |_| {
                        let at = grid.days.read().iter().position(|other| *other == day);
                        chosen.get().zip(at).is_some_and(|((from, to), at)| (from..=to).contains(&at))
                    });
                    view! {
                        <td role="cell" class="sheet__own" class:is-chosen=move || selected.get()>
                            <span class="sheet__head">{text::OWN} " " {dates::short(day)}</span>
                            <SheetCell grid indicator line day name unit shown typing />
                        </td>
                    }
                }
            </For>
            <td role="cell" class="sheet__status">{move || part.with(|part| part.as_ref().map(status))}</td>
            <td role="cell" class="sheet__number">
                {move || part.with(|part| part.as_ref().and_then(|part| part.assessment.progress).map(format::percent))}
            </td>
        </tr>
    }
}

/// The word and the shape of a status, with the sentence behind it for the mouse.
fn status(part: &SubjectAssessment) -> impl IntoView + use<> {
    let (glyph, word) = match part.assessment.verdict {
        Verdict::NoFigure => ("", wording::NO_FIGURE),
        Verdict::CannotJudge(_) => (wording::CANNOT_JUDGE_GLYPH, wording::CANNOT_JUDGE),
        Verdict::Judged(reason) => {
            let status = reason.status();
            (wording::status_glyph(status), wording::status(status))
        }
    };
    let why = match part.assessment.verdict {
        Verdict::CannotJudge(why) => Some(wording::why(why)),
        _ => None,
    };
    let muted = part.assessment.verdict == Verdict::NoFigure;
    view! {
        <span class:muted=muted>
            <span aria-hidden="true">{glyph}</span>
            " "
            {word}
        </span>
        {why.map(|why| view! { <small>{why}</small> })}
    }
}

/// The choices of a stage cell, the empty one first.
pub fn stage_words() -> impl Iterator<Item = &'static str> {
    std::iter::once("").chain(Stage::ALL.into_iter().map(wording::stage))
}
