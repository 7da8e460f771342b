//! Components that pages share.

mod address_list;
mod button;
mod chart;
mod chart_export;
mod choice_label;
mod compare_and_handout;
mod field_draft;
mod found;
mod incremental_list;
mod indicator_picker;
mod indicator_row;
mod ladder;
mod lazy;
mod lazy_chart;
mod list_charts;
mod mark;
mod measured;
mod own_figures;
mod page_head;
mod pager;
mod path_chart;
mod radio_group;
mod rollup;
mod row_cache;
mod scenario;
mod search_box;
mod segments;
mod share_button;
mod show_if;
mod slash_key;
mod statement;
mod steps;
mod text_field;
mod track;
mod verdict;

pub use self::{
    address_list::*, button::*, chart::*, chart_export::*, choice_label::*, compare_and_handout::*, field_draft::*,
    found::*, incremental_list::*, indicator_picker::*, indicator_row::*, ladder::*, lazy::*, lazy_chart::*,
    list_charts::*, mark::*, measured::*, own_figures::*, page_head::*, pager::*, path_chart::*, radio_group::*,
    rollup::*, row_cache::*, scenario::*, search_box::*, segments::*, share_button::*, show_if::*, slash_key::*,
    statement::*, steps::*, text_field::*, track::*, verdict::*,
};
