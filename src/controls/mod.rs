//! Parts that several pages share.

pub mod chart;
pub mod chart_export;
pub mod choice_label;
pub mod compare_button;
pub mod distance_chart;
pub mod field_draft;
pub mod handout_link;
pub mod incremental_list;
pub mod indicator_picker;
pub mod indicator_row;
pub mod indicator_table;
pub mod ladder;
pub mod mark;
pub mod mark_groups;
pub mod marked;
pub mod match_reason;
pub mod measured;
pub mod rollup;
pub mod row_cache;
pub mod scenario_mark;
pub mod share_button;
pub mod steps;
pub mod term_link;
pub mod track;
