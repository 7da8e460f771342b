//! Which units can be compared.

/// True for shares of a whole: a relative difference of shares would be misleading.
pub fn is_share(unit: &str) -> bool {
    matches!(canonical(unit), "%" | "割")
}

/// One spelling for units with several spellings.
fn canonical(unit: &str) -> &str {
    match unit.trim() {
        "％" | "パーセント" => "%",
        "カ所" | "ヵ所" | "ヶ所" | "ケ所" | "箇所" | "個所" => "か所",
        "名" => "人",
        other => other,
    }
}

/// An amount in another unit: the same number if the units are equivalent, ten times or a tenth between 割 and %, `None`
/// if they cannot be compared. Without a unit, the requested one is assumed.
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
