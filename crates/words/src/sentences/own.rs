use crate::text::own as text;

/// Announced with each move of the slider.
pub fn slider_value(number: &str, status: Option<&str>) -> String {
    status.map_or_else(|| number.to_owned(), |status| text::slider_told(number, status))
}
