use assess::Uncheckable;

use crate::text::measured as text;

/// Why targets cannot be checked, with how many there are.
pub fn reason_with_count(reason: Uncheckable, count: usize) -> String {
    text::reason_count(text::reason(reason), count)
}
