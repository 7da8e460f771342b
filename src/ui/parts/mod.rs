//! Parts that pages are made of.

pub mod banners;
pub mod breadcrumbs;
pub mod chart;
pub mod choice;
pub mod choice_label;
pub mod distance_chart;
pub mod filters;
pub mod indicator_facts;
pub mod indicator_row;
pub mod indicator_table;
pub mod ladder;
pub mod list_tools;
pub mod mark;
pub mod mark_groups;
pub mod marked;
pub mod matrix_table;
pub mod measured;
pub mod own_card;
pub mod own_form;
pub mod page_head;
pub mod pager;
pub mod path_chart;
pub mod search_box;
pub mod toast;
pub mod track;
