//! Axis ends and text widths, computed here so that charts are the same in all browsers and tests.

/// An axis from `min` to `max` with a line every `step`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AxisScale {
    pub min: f64,
    /// Always above `min`.
    pub max: f64,
    /// The distance between two grid lines, always positive.
    pub step: f64,
}

impl AxisScale {
    /// A scale from 0 that contains all `values` (also those below 0), with three to five lines at round numbers.
    /// Values that are not finite are ignored.
    pub fn from_zero(values: impl IntoIterator<Item = f64>) -> Self {
        let (min, max) = bounds(values).map_or((0.0, 0.0), |(min, max)| (min.min(0.0), max.max(0.0)));
        Self::around(min, max)
    }

    /// A scale of percentages: 0 to 100 if nothing is outside, else like [`Self::from_zero`].
    pub fn percent(values: impl IntoIterator<Item = f64> + Clone) -> Self {
        match bounds(values.clone()) {
            Some((min, max)) if min >= 0.0 && max > 50.0 && max <= 100.0 => Self { min: 0.0, max: 100.0, step: 25.0 },
            _ => Self::from_zero(values),
        }
    }

    /// A scale around `values` that need not contain 0. Only for positions, never for lengths.
    pub fn close(values: impl IntoIterator<Item = f64>) -> Self {
        let Some((min, max)) = bounds(values) else {
            return Self::around(0.0, 1.0);
        };
        let air = (max - min).max(f64::EPSILON * max.abs());
        let floor = if min >= 0.0 { 0.0 } else { f64::NEG_INFINITY };
        Self::around((min - air).max(floor), max + air)
    }

    fn around(min: f64, max: f64) -> Self {
        // No range: one unit upwards.
        let max = if max > min { max } else { min + 1.0 };
        let step = round_step((max - min) / 5.0);
        Self { min: (min / step).floor() * step, max: (max / step).ceil() * step, step }
    }
}

/// The smallest and largest finite value.
pub fn bounds(values: impl IntoIterator<Item = f64>) -> Option<(f64, f64)> {
    values
        .into_iter()
        .filter(|v| v.is_finite())
        .fold(None, |acc, v| Some(acc.map_or((v, v), |(lo, hi): (f64, f64)| (lo.min(v), hi.max(v)))))
}

/// The smallest of 1, 2, 2.5, 5, 10 times a power of ten that is not below `rough`, which is positive and finite.
fn round_step(rough: f64) -> f64 {
    let power = 10_f64.powf(rough.log10().floor());
    let factor = rough / power;
    let nice = [1.0, 2.0, 2.5, 5.0].into_iter().find(|n| factor <= *n).unwrap_or(10.0);
    nice * power
}

/// The width of a text in CSS pixels at a font size: half an em for Latin letters and digits, one em for the rest.
pub fn text_width(text: &str, font_px: f64) -> f64 {
    text.chars().map(|c| if c.is_ascii() { 0.58 } else { 1.0 }).sum::<f64>() * font_px
}

/// The width of the widest text in CSS pixels; 0 without texts.
pub fn widest(texts: impl IntoIterator<Item = impl AsRef<str>>, font_px: f64) -> f64 {
    texts.into_iter().map(|text| text_width(text.as_ref(), font_px)).fold(0.0, f64::max)
}

/// Wraps a text into at most `max_lines` lines of `width` pixels; the rest becomes an ellipsis.
pub fn wrap(text: &str, width: f64, font_px: f64, max_lines: usize) -> String {
    const NEVER_FIRST: &str = "、。，．・：；）」』】〕ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ";
    let mut lines = vec![String::new()];
    for c in text.chars() {
        let full = lines
            .last()
            .is_some_and(|line| text_width(line, font_px) + text_width(c.encode_utf8(&mut [0; 4]), font_px) > width);
        if full && !NEVER_FIRST.contains(c) {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push(c);
        }
    }
    if lines.len() > max_lines {
        lines.truncate(max_lines);
        if let Some(line) = lines.last_mut() {
            line.pop();
            line.push('…');
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_contain_their_values_and_start_at_zero() {
        for values in [
            vec![37.0, 52.0, 44.0],
            vec![0.0],
            vec![],
            vec![215_000.0],
            vec![0.04, 0.031],
            vec![100.0],
            vec![-3.0, 8.0],
            vec![-40.0, -2.0],
        ] {
            let scale = AxisScale::from_zero(values.clone());
            assert!(scale.max > scale.min && scale.step > 0.0, "{values:?} {scale:?}");
            assert!(scale.min <= 0.0 && scale.max >= 0.0, "{values:?} {scale:?}");
            assert!(values.iter().all(|v| (scale.min..=scale.max).contains(v)), "{values:?} {scale:?}");
            let lines = (scale.max - scale.min) / scale.step;
            assert!((1.9..=6.1).contains(&lines), "{values:?} {scale:?}");
            if values.iter().all(|v| *v >= 0.0) {
                assert_eq!(scale.min, 0.0);
            }
        }
        assert_eq!(AxisScale::from_zero([37.0, 52.0]), AxisScale { min: 0.0, max: 60.0, step: 20.0 });
        assert_eq!(AxisScale::from_zero([f64::NAN, 5.0]).max, 5.0);
    }

    #[test]
    fn percentages_end_at_a_hundred() {
        assert_eq!(AxisScale::percent([62.1, 76.0]).max, 100.0);
        assert_eq!(AxisScale::percent([21.8, 22.8]).max, 25.0);
        assert!(AxisScale::percent([90.0, 120.0]).max >= 120.0);
    }

    #[test]
    fn a_close_scale_leaves_a_margin() {
        let scale = AxisScale::close([21.8, 22.8]);
        assert!(scale.min <= 20.8 && scale.min > 15.0 && scale.max >= 23.8 && scale.max < 28.0, "{scale:?}");
        assert!(AxisScale::close([0.1, 0.9]).min >= 0.0);
        assert!(AxisScale::close([5.0]).max > AxisScale::close([5.0]).min);
    }

    #[test]
    fn wrapping_keeps_every_character_or_ends_in_an_ellipsis() {
        assert_eq!(wrap("あいうえお", 28.0, 14.0, 3), "あい\nうえ\nお");
        assert_eq!(wrap("あいうえお", 28.0, 14.0, 2), "あい\nう…");
        assert_eq!(wrap("あい、うえ", 28.0, 14.0, 3), "あい、\nうえ");
        assert_eq!(wrap("短い", 100.0, 14.0, 1), "短い");
    }
}
