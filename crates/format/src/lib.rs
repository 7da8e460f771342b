//! Numbers, dates and delimited text, as people write and read them.

pub mod csv;
pub mod dates;
mod delimited;
mod number;
mod number_text;
mod quantity;
mod stage;
pub mod unit;
mod width;

pub use dates::{DateFault, read_date};
pub use delimited::{read_clipboard_table, read_delimited};
pub use number::*;
pub use number_text::{NumberFault, decimals, read_number};
pub use quantity::{PrintedQuantity, QuantityFault, read_quantity};
pub use stage::stage_word;
pub use width::{half_width, is_dash, normalize_input};
