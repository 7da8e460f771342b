use format::dates;
use leptos::prelude::*;
use list::{AsOf, Statement};

use crate::controls::indicator_row::StatementCell;

#[component]
pub fn DatedStatement(statement: &'static Statement, as_of: &'static AsOf) -> impl IntoView {
    view! {
        <StatementCell statement />
        <span class="as-of">{dates::long(as_of.date)}</span>
    }
}
