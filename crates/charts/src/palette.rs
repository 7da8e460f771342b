//! The colours and the space of a chart.

use figures::Mark;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Canvas {
    pub palette: Palette,
    /// Less than about 640 CSS pixels wide: names are above their bars.
    pub narrow: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColorScheme {
    /// Also used on paper.
    #[default]
    Light,
    Dark,
}

/// CSS hex values, equal to those of the style sheet (values of the Digital Agency Design System). `official` is for
/// the document, `own` for the reader's figures; everything else is grey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    pub official: &'static str,
    /// Bars and bands.
    pub official_soft: &'static str,
    pub on_official: &'static str,
    pub own: &'static str,
    /// Areas.
    pub own_soft: &'static str,
    pub on_own: &'static str,
    /// Of scenarios, in the order of [`Mark::ALL`]; the first is `own`.
    marks: [&'static str; 6],
    /// The darkest grey area.
    pub grey: &'static str,
    pub grey_mid: &'static str,
    /// The lightest grey area that still contrasts with the surface.
    pub grey_soft: &'static str,
    pub on_grey: &'static str,
    pub on_grey_mid: &'static str,
    pub text: &'static str,
    pub text_muted: &'static str,
    pub hairline: &'static str,
    /// The page behind the chart.
    pub surface: &'static str,
}

impl Palette {
    pub const LIGHT: Self = Self {
        official: "#197a4b",
        official_soft: "#9bd4b5",
        on_official: "#ffffff",
        own: "#c74700",
        own_soft: "#ffc199",
        on_own: "#ffffff",
        marks: ["#c74700", "#6f23d0", "#0055ad", "#b8007f", "#7a5200", "#006f83"],
        grey: "#666666",
        grey_mid: "#999999",
        grey_soft: "#cccccc",
        on_grey: "#ffffff",
        on_grey_mid: "#1a1a1a",
        text: "#1a1a1a",
        text_muted: "#666666",
        hairline: "#dedede",
        surface: "#ffffff",
    };

    pub const DARK: Self = Self {
        official: "#71c598",
        official_soft: "#2c6b49",
        on_official: "#1a1a1a",
        own: "#ffa66d",
        own_soft: "#7a3c14",
        on_own: "#1a1a1a",
        marks: ["#ffa66d", "#c4a6ff", "#8ec5ff", "#ff94d2", "#dcb878", "#6fd0e0"],
        grey: "#b3b3b3",
        grey_mid: "#858585",
        grey_soft: "#4d4d4d",
        on_grey: "#1a1a1a",
        on_grey_mid: "#1a1a1a",
        text: "#f2f2f2",
        text_muted: "#b8b8b8",
        hairline: "#3d3d3d",
        surface: "#1a1a1a",
    };

    /// The variables of the style sheet, for a drawing in a prerendered page: it follows the colour scheme of the reader.
    pub const VARIABLES: Self = Self {
        official: "var(--official)",
        official_soft: "var(--official-soft)",
        on_official: "var(--surface)",
        own: "var(--own)",
        own_soft: "var(--own-surface)",
        on_own: "var(--surface)",
        marks: [
            "var(--own)",
            "var(--mark-triangle)",
            "var(--mark-square)",
            "var(--mark-star)",
            "var(--mark-cross)",
            "var(--mark-hexagon)",
        ],
        grey: "var(--mark-muted)",
        grey_mid: "var(--track-line)",
        grey_soft: "var(--hairline)",
        on_grey: "var(--surface)",
        on_grey_mid: "var(--text)",
        text: "var(--text)",
        text_muted: "var(--text-muted)",
        hairline: "var(--hairline)",
        surface: "var(--surface)",
    };

    pub const fn of(scheme: ColorScheme) -> Self {
        match scheme {
            ColorScheme::Light => Self::LIGHT,
            ColorScheme::Dark => Self::DARK,
        }
    }

    pub fn mark(&self, mark: Mark) -> &'static str {
        Mark::ALL.into_iter().zip(self.marks).find(|(known, _)| *known == mark).map_or(self.own, |(_, color)| color)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance after WCAG 2.2.
    fn luminance(hex: &str) -> f64 {
        let channel = |at: usize| {
            let byte = u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
            let c = f64::from(byte) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_mark_has_a_colour_of_its_own() {
        for p in [Palette::LIGHT, Palette::DARK] {
            assert_eq!(p.mark(Mark::Diamond), p.own);
            let mut colors = Mark::ALL.map(|mark| p.mark(mark));
            colors.sort_unstable();
            assert!(colors.windows(2).all(|pair| pair[0] != pair[1]));
        }
    }

    #[test]
    fn text_and_marks_keep_their_contrast() {
        for p in [Palette::LIGHT, Palette::DARK] {
            for (fore, back) in [
                (p.text, p.surface),
                (p.text_muted, p.surface),
                (p.official, p.surface),
                (p.own, p.surface),
                (p.on_official, p.official),
                (p.on_grey, p.grey),
                (p.on_grey_mid, p.grey_mid),
                (p.text, p.official_soft),
                (p.text, p.grey_soft),
                (p.text, p.own_soft),
                (p.on_own, p.own),
            ]
            .into_iter()
            .chain(p.marks.map(|mark| (mark, p.surface)))
            {
                assert!(contrast(fore, back) >= 4.5, "{fore} on {back}: {:.2}", contrast(fore, back));
            }
            // Areas also differ in lightness, so that they remain distinct in a black-and-white print.
            for (a, b) in
                [(p.official, p.official_soft), (p.grey, p.grey_mid), (p.grey_mid, p.grey_soft), (p.own, p.own_soft)]
            {
                assert!(contrast(a, b) >= 1.5, "{a} beside {b}: {:.2}", contrast(a, b));
            }
        }
    }
}
