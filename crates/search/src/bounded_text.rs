//! Text that was typed by the reader or read from an address.

/// At most `MAX` characters, no control characters. Spaces are kept, because the field is rewritten while the reader types.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BoundedText<const MAX: usize>(String);

impl<const MAX: usize> BoundedText<MAX> {
    /// In characters.
    pub const MAX: usize = MAX;

    /// Replaces control characters by spaces and cuts the text off at the limit.
    pub fn new(text: &str) -> Self {
        Self(text.chars().take(MAX).map(|c| if c.is_control() { ' ' } else { c }).collect())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_has_a_limit_and_no_control_characters() {
        type Text = BoundedText<200>;
        assert_eq!(Text::new("保育 所 ").as_str(), "保育 所 ");
        assert_eq!(Text::new("a\u{0}b\nc\u{9b}").as_str(), "a b c ");
        assert_eq!(Text::new(&"あ".repeat(999)).as_str().chars().count(), Text::MAX);
        assert_eq!(BoundedText::<80>::new(&"長".repeat(500)).as_str().chars().count(), 80);
        assert!(Text::new(" \u{3000}\t").is_blank());
        assert!(!Text::new(" 所").is_blank());
    }
}
