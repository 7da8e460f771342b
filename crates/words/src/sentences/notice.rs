use search::IgnoredParameter;

use crate::text::notice as text;

/// The parts of an address that were not understood.
pub fn ignored_parts(parts: &[IgnoredParameter]) -> String {
    text::ignored(parts.iter().map(|part| text::ignored_part(&part.key, &part.value)).collect::<String>())
}
