use crate::text::indicator as text;

/// A correction of the printed text, or a doubt about it.
pub fn doubt(printed: &str, reading: &str, corrected: bool) -> String {
    if corrected { text::corrected(printed, reading) } else { text::doubtful(printed, reading) }
}
