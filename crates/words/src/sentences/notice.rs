use search::Ignored;

use crate::text::notice as text;

/// What of an address was not understood.
pub fn ignored_parts(parts: &[Ignored]) -> String {
    text::ignored(parts.iter().map(|part| text::ignored_part(&part.key, &part.value)).collect::<String>())
}
