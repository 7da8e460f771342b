use search::TableColumn;

use crate::text::{common, explorer as text, indicator};

/// The button that opens the filters, with the number of active ones.
pub fn filters(active: usize) -> String {
    if active == 0 { text::filters_label().to_owned() } else { text::filters_active(active) }
}

/// The head of a column.
pub fn column(column: TableColumn) -> &'static str {
    match column {
        TableColumn::Plan => common::plan(),
        TableColumn::Kind => indicator::kind(),
        TableColumn::Current => common::current(),
        TableColumn::Track => common::track(),
        TableColumn::Target => common::target(),
        TableColumn::Due => indicator::due(),
        TableColumn::Level => indicator::level(),
        TableColumn::Own => common::own(),
    }
}
