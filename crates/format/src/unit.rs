//! Which units can be compared.

/// True for shares of a whole, whose difference in per cent of themselves would mislead.
pub fn is_share(unit: &str) -> bool {
    matches!(canonical(unit), "%" | "割")
}

/// One spelling for the units that are written in several ways.
fn canonical(unit: &str) -> &str {
    match unit.trim() {
        "％" | "パーセント" => "%",
        "カ所" | "ヵ所" | "ヶ所" | "ケ所" | "箇所" | "個所" => "か所",
        "名" => "人",
        other => other,
    }
}

/// An amount in another unit: the same number where the units mean the same, ten times or a tenth between 割 and %,
/// `None` where the two cannot be compared. No unit at all means the one asked for.
pub fn convert(amount: f64, from: &str, to: &str) -> Option<f64> {
    match (canonical(from), canonical(to)) {
        (from, to) if from == to || from.is_empty() => Some(amount),
        ("%", "割") => Some(amount / 10.0),
        ("割", "%") => Some(amount * 10.0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conversions() {
        for (from, to, expected) in [
            ("校", "校", Some(65.0)),
            ("", "校", Some(65.0)),
            ("％", "%", Some(65.0)),
            ("箇所", "か所", Some(65.0)),
            ("名", "人", Some(65.0)),
            ("%", "割", Some(6.5)),
            ("割", "%", Some(650.0)),
            ("園", "校", None),
            ("人", "%", None),
        ] {
            assert_eq!(convert(65.0, from, to), expected, "{from} → {to}");
        }
    }
}
