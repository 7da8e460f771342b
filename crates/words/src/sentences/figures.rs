use figures::{Applied, FigureValue, InputFault, InputProblem, SaveReport, StepLabel, StorageProblem};
use format::{DateFault, NumberFault};
use list::Stage;

use crate::text::{
    figures::{self as text, input, save, step},
    storage,
};

/// The name of a step, which is stored with the history.
pub fn step_name(label: &StepLabel<'_>) -> String {
    match label {
        StepLabel::EnterFigure { figure } => step::enter_figure(&figure.indicator, quoted(&figure.value)),
        StepLabel::ChangeValue { figure } => step::change_value(&figure.indicator, quoted(&figure.value)),
        StepLabel::ChangeDate { figure } => step::change_date(&figure.indicator, quoted(&figure.value)),
        StepLabel::ChangeDetails { figure } => step::change_details(&figure.indicator, quoted(&figure.value)),
        StepLabel::RemoveFigure { figure } => step::remove_figure(&figure.indicator, &figure.value),
        StepLabel::AddScenario { name } => step::add_scenario(name),
        StepLabel::RenameScenario { from, to } => step::rename_scenario(from, to),
        StepLabel::DescribeScenario { name } => step::describe_scenario(name),
        StepLabel::MarkScenario { name, mark } => step::mark_scenario(name, text::mark(*mark)),
        StepLabel::DeleteScenario { name } => step::delete_scenario(name),
        StepLabel::MoveScenario { name } => step::move_scenario(name),
    }
}

fn quoted(value: &FigureValue) -> String {
    match value {
        FigureValue::Amount { .. } => value.to_string(),
        FigureValue::Stage(_) => step::stage(value),
    }
}

/// For the status line; empty if there is nothing to report.
pub fn applied(applied: &Applied) -> String {
    let skipped = |count: usize| if count == 0 { String::new() } else { text::done::left(count) };
    match applied {
        Applied::Unchanged | Applied::Changed => String::new(),
        Applied::Made { name } => text::done::made(name),
        Applied::Undone { name, skipped: count } => text::done::undone(name) + &skipped(*count),
        Applied::Redone { name, skipped: count } => text::done::redone(name) + &skipped(*count),
    }
}

/// The sentences about every problem, one after the other.
pub fn input_problems(problems: &[InputProblem]) -> String {
    problems.iter().map(|problem| input_fault(&problem.fault)).collect()
}

/// A sentence that says what to do.
pub fn input_fault(fault: &InputFault) -> String {
    match fault {
        InputFault::NoStage => input::no_stage().to_owned(),
        InputFault::UnknownStage => {
            input::unknown_stage(Stage::ALL.map(|stage| step::stage(format::stage_word(stage))).concat())
        }
        InputFault::Number { fault, example } => match fault {
            NumberFault::Empty => input::no_number(example),
            NumberFault::NotANumber => input::not_a_number(example),
            NumberFault::Grouping => input::grouping().to_owned(),
            NumberFault::TooManyDigits => input::too_many_digits().to_owned(),
        },
        InputFault::UnexpectedUnit { typed } => input::unexpected_unit(typed),
        InputFault::WrongUnit { unit, typed } => input::wrong_unit(unit, typed),
        InputFault::Negative => input::negative().to_owned(),
        InputFault::FarAboveOfficial { official } => input::far_above_official(official),
        InputFault::TooLarge => input::too_large().to_owned(),
        InputFault::TooSmall => input::too_small().to_owned(),
        InputFault::Date(DateFault::Empty) => input::no_date().to_owned(),
        InputFault::Date(DateFault::NotADate) => input::not_a_date().to_owned(),
        InputFault::Date(DateFault::NoSuchDay(year, month, day)) => input::no_such_day(year, month, day),
        InputFault::Year => input::year().to_owned(),
        InputFault::NoteTooLong { chars } => input::note_too_long(format::exact(*chars as f64)),
        InputFault::Source(fault) => text::source(*fault).to_owned(),
    }
}

/// What the reader should know about saving, and what to do.
pub fn storage_problem(problem: &StorageProblem) -> String {
    match problem {
        StorageProblem::SetAside { .. } => storage::set_aside().to_owned(),
        StorageProblem::Damaged { .. } => storage::damaged().to_owned(),
        StorageProblem::Newer { .. } => storage::newer().to_owned(),
        StorageProblem::Unavailable(error) => storage::unavailable(text::store_error(error)),
        StorageProblem::NotSaved(error) => text::save_error(error).to_owned(),
    }
}

/// The most important message about a save.
pub fn save_report(report: &SaveReport) -> &'static str {
    if report.set_aside.is_some() {
        save::set_aside()
    } else if report.was_emptied {
        save::was_emptied()
    } else if report.merged {
        save::merged()
    } else if report.without_history {
        save::without_history()
    } else {
        save::saved()
    }
}
