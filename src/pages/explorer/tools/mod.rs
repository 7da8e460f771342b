//! What the list shows only on request: its code is in a chunk.

mod list_export;
mod matrix_table;
mod no_results;
mod selection_actions;
mod table_layout;

use leptos::prelude::*;
#[cfg(feature = "chunked")]
use wasm_split_helpers::wasm_split;
use words::text::chunk as labels;

use self::{
    list_export::ListExport, matrix_table::MatrixTable, no_results::NoResults, selection_actions::SelectionActions,
    table_layout::TableLayout,
};
use super::explorer_state::Explorer;
use crate::controls::{Chunk, ChunkView, loaded_view, when_loaded};

#[derive(Clone, Copy)]
pub enum ExplorerTool {
    Matrix,
    NoResults,
    Export,
    TableLayout,
    Selection,
}

#[cfg_attr(feature = "chunked", wasm_split(tools, fallible, preload(load_tools)))]
fn tools(tool: ExplorerTool, explorer: Explorer) -> ChunkView {
    Ok(match tool {
        ExplorerTool::Matrix => view! { <MatrixTable explorer /> }.into_any(),
        ExplorerTool::NoResults => view! { <NoResults explorer /> }.into_any(),
        ExplorerTool::Export => view! { <ListExport explorer /> }.into_any(),
        ExplorerTool::TableLayout => view! { <TableLayout explorer /> }.into_any(),
        ExplorerTool::Selection => view! { <SelectionActions /> }.into_any(),
    })
}

/// False if loading failed.
#[cfg(feature = "chunked")]
pub async fn load_tool_code() -> bool {
    load_tools().await.is_ok()
}

#[component]
pub fn Tool(tool: ExplorerTool, explorer: Explorer) -> impl IntoView {
    when_loaded(
        Chunk::Tools,
        move || loaded_view(tools(tool, explorer)),
        |retry| view! { <p role="status">{labels::failed()} {retry}</p> }.into_any(),
    )
}
