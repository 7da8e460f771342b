use format::dates;
use leptos::prelude::*;
use list::{AsOf, Statement};

#[component]
pub fn DatedStatement(statement: &'static Statement, as_of: &'static AsOf) -> impl IntoView {
    view! {
        <StatementCell statement />
        <span class="as-of">{dates::long(as_of.date)}</span>
    }
}

/// A cell as printed; the day it names is set smaller, since most cells name none.
#[component]
pub fn StatementCell(statement: &'static Statement) -> impl IntoView {
    let lines = statement.lines.iter().map(|line| {
        let (text, day) = split_day(line, statement.as_of.as_ref());
        let day = day.map(|day| view! { <span class="as-of">{day}</span> });
        view! { <span class="printed-line">{text}</span> {day} }
    });
    lines.collect_view()
}

/// Splits the day in parentheses off the end of a printed line, without changing a character of either part.
fn split_day<'t>(line: &'t str, as_of: Option<&AsOf>) -> (&'t str, Option<&'t str>) {
    let start = as_of.and_then(|as_of| {
        let day = line.rfind(as_of.printed.as_str())?;
        let open = line.get(..day)?.char_indices().next_back().filter(|(_, c)| matches!(c, '(' | '（'))?.0;
        let end = line.get(day + as_of.printed.len()..)?;
        matches!(end, ")" | "）").then_some(open)
    });
    match start {
        Some(at) if at > 0 => {
            let (text, day) = line.split_at(at);
            (text.trim_end(), Some(day))
        }
        _ => (line, None),
    }
}
