//! A scenario as a link: `1.TEXT.SUM`, where TEXT is the compressed JSON in base64url and SUM the CRC-32 of the JSON.
//!
//! The browser compresses; this module makes and checks the JSON and the text. A link has what the receiver sees: no
//! ids, no moments, no unknown fields, and no mark, because the receiver assigns a new one.

use std::collections::BTreeMap;

use assess::subjects;
use list::{Dataset, DatasetId, checksum};
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::{
    action::limits,
    figure::{Figure, FigureKey, FigureValue, UnknownFields},
    model::Scenario,
    notebook::checked_name,
    record::stored_text,
    restore::read_figure,
};

/// The version this program writes and the newest it reads.
const VERSION: u32 = 1;

/// The longest text. With the site's address, mail programs and messengers still transfer it in one piece.
pub const LINK_CHARS: usize = 8_000;

/// The maximum size of the uncompressed JSON; a longer one is not from this app.
pub const UNPACKED_BYTES: usize = 1_000_000;

/// The longest unit. Printed lists have short ones.
const UNIT_CHARS: usize = 20;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkFault {
    /// Not of the form above, truncated or modified.
    Damaged,
    Newer,
    /// Made for another list, with its id.
    OtherDataset {
        id: String,
    },
    /// Uncompressed larger than [`UNPACKED_BYTES`].
    TooLarge,
}

/// A parsed link, still compressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    pub bytes: Vec<u8>,
    sum: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedScenario {
    /// Never empty.
    pub name: String,
    pub description: String,
    /// Sorted by indicator id, subject and date.
    pub figures: Vec<Figure>,
    /// Number of figures that could not be read.
    pub broken: usize,
    /// Number of figures for indicators or measures that this list does not have.
    pub unknown: usize,
    /// The edition it was made with, if that is another one.
    pub other_edition: Option<String>,
}

#[derive(Serialize)]
struct LinkRecord<'a> {
    dataset: &'a DatasetId,
    description: &'a str,
    edition: &'a str,
    figures: Vec<LinkFigure<'a>>,
    name: &'a str,
}

struct LinkFigure<'a>(&'a Figure);

impl Serialize for LinkFigure<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.write(to, &UnknownFields::new(), None)
    }
}

pub fn to_json(scenario: &Scenario, dataset: &Dataset) -> String {
    stored_text(&LinkRecord {
        dataset: &dataset.id,
        description: &scenario.header.value.description,
        edition: &dataset.document.edition,
        figures: scenario.figures().map(LinkFigure).collect(),
        name: scenario.name(),
    })
}

/// The text of the link; `None` if it is longer than [`LINK_CHARS`].
pub fn to_text(json: &str, packed: &[u8]) -> Option<String> {
    let sum = checksum(json.as_bytes());
    let text = format!("{VERSION}.{}.{sum:08x}", base64url(packed));
    (text.len() <= LINK_CHARS).then_some(text)
}

pub fn take_apart(text: &str) -> Result<Packed, LinkFault> {
    let (version, rest) = text.split_once('.').ok_or(LinkFault::Damaged)?;
    match version.parse::<u32>() {
        Ok(VERSION) => {}
        Ok(newer) if newer > VERSION => return Err(LinkFault::Newer),
        _ => return Err(LinkFault::Damaged),
    }
    let (body, sum) = rest.split_once('.').ok_or(LinkFault::Damaged)?;
    let bytes = from_base64url(body).ok_or(LinkFault::Damaged)?;
    let sum = (sum.len() == 8).then(|| u32::from_str_radix(sum, 16).ok()).flatten();
    Ok(Packed { bytes, sum: sum.ok_or(LinkFault::Damaged)? })
}

impl Packed {
    /// Reads the uncompressed JSON. Faulty figures are counted and skipped.
    pub fn read(&self, json: &[u8], dataset: &Dataset) -> Result<SharedScenario, LinkFault> {
        if json.len() > UNPACKED_BYTES {
            return Err(LinkFault::TooLarge);
        }
        if checksum(json) != self.sum {
            return Err(LinkFault::Damaged);
        }
        let mut fields: UnknownFields = serde_json::from_slice(json).map_err(|_| LinkFault::Damaged)?;
        let mut text = |name: &str| match fields.remove(name) {
            Some(Value::String(text)) => text,
            _ => String::new(),
        };
        let id = text("dataset");
        if id != dataset.id.as_str() {
            return Err(LinkFault::OtherDataset { id: cut(&id, limits::NAME_CHARS) });
        }
        let edition = text("edition");
        let name = checked_name(&cut(&text("name"), limits::NAME_CHARS));
        let description = cut(&text("description"), limits::TEXT_CHARS);
        let Some(Value::Array(list)) = fields.remove("figures") else {
            return Err(LinkFault::Damaged);
        };
        let mut figures: BTreeMap<FigureKey, Figure> = BTreeMap::new();
        let (mut broken, mut unknown) = (0, 0);
        for value in list {
            let mut repairs = Vec::new();
            let read = read_figure(&value, "", &mut repairs).filter(|figure| repairs.is_empty() && is_sound(figure));
            match read {
                None => broken += 1,
                Some(figure) if !is_of(&figure, dataset) => unknown += 1,
                Some(figure) => {
                    let figure = Figure { extra: UnknownFields::new(), ..figure };
                    if figures.insert(figure.key(), figure).is_some() {
                        broken += 1;
                    }
                }
            }
        }
        Ok(SharedScenario {
            name: name.unwrap_or_else(|_| "名前なし".to_owned()),
            description,
            figures: figures.into_values().collect(),
            broken,
            unknown,
            other_edition: (edition != dataset.document.edition).then(|| cut(&edition, limits::NAME_CHARS)),
        })
    }
}

/// Whether the form would accept the figure, so that a link cannot bring in anything else.
fn is_sound(figure: &Figure) -> bool {
    let hidden = |c: char| c.is_control() && c != '\n' && c != '\t';
    let short_unit = match &figure.value {
        FigureValue::Amount { unit, .. } => unit.chars().count() <= UNIT_CHARS && !unit.contains(char::is_control),
        FigureValue::Stage(_) => true,
    };
    short_unit
        && figure.note.chars().count() <= limits::TEXT_CHARS
        && !figure.note.contains(hidden)
        && super::input::YEARS.contains(&figure.date.year())
}

fn is_of(figure: &Figure, dataset: &Dataset) -> bool {
    dataset.indicator(&figure.indicator).is_some_and(|indicator| subjects(indicator).contains(&figure.subject()))
}

fn cut(text: &str, chars: usize) -> String {
    text.trim().chars().take(chars).collect()
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// RFC 4648 base64url without padding.
fn base64url(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        // n bytes need n + 1 letters.
        for at in 0..=chunk.len() {
            let letter = (bits >> (18 - 6 * at) & 63) as usize;
            text.extend(LETTERS.get(letter).map(|letter| char::from(*letter)));
        }
    }
    text
}

/// Reads [`base64url`] strictly: every text has exactly one encoding.
fn from_base64url(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for chunk in text.as_bytes().chunks(4) {
        let mut bits = 0_u32;
        for at in 0..4 {
            let value = match chunk.get(at) {
                Some(letter) => LETTERS.iter().position(|known| known == letter)?,
                None => 0,
            };
            bits = bits << 6 | u32::try_from(value).ok()?;
        }
        let [_, first, second, third] = bits.to_be_bytes();
        match chunk.len() {
            4 => bytes.extend([first, second, third]),
            3 if third == 0 => bytes.extend([first, second]),
            2 if second == 0 && third == 0 => bytes.push(first),
            _ => return None,
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64url_is_as_in_the_rfc_and_has_one_writing() {
        for (bytes, text) in [
            (&b""[..], ""),
            (b"f", "Zg"),
            (b"fo", "Zm8"),
            (b"foo", "Zm9v"),
            (b"foob", "Zm9vYg"),
            (&[0xFB, 0xFF][..], "-_8"),
        ] {
            assert_eq!(base64url(bytes), text);
            assert_eq!(from_base64url(text).as_deref(), Some(bytes));
        }
        for bad in ["Z", "Zh", "Zm9", "Zg==", "Zm 9", "あ", "Zm9vY"] {
            assert_eq!(from_base64url(bad), None, "{bad}");
        }
    }
}
