//! A form left in the middle: kept beside the own figures until it is taken or given up, so that a closed tab, a call or
//! an empty battery costs nothing that was typed.

use list::{Date, Indicator, MeasureId};
use serde_json::{Map, Value, json};

use super::{
    figure::{Basis, FigureKey, Subject},
    input::FigureDraft,
};

/// What stands in the form of one indicator. It is of no consequence to any count or verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormDraft {
    /// What it is about.
    pub subject: Subject,
    /// The fields as typed.
    pub draft: FigureDraft,
    /// The figure it changes, if one.
    pub replaces: Option<FigureKey>,
}

impl FormDraft {
    /// Characters of a field beyond which it is not kept: far more than any field takes.
    const FIELD_CHARS: usize = 20_000;

    /// Whether there is anything in it that somebody would miss.
    pub fn is_empty(&self) -> bool {
        let draft = &self.draft;
        let fields = [&draft.value_text, &draft.date_text, &draft.note, &draft.source_text];
        self.replaces.is_none() && fields.into_iter().all(|field| field.trim().is_empty())
    }

    /// The text to keep.
    pub fn to_text(&self) -> String {
        let field = |text: &str| text.chars().take(Self::FIELD_CHARS).collect::<String>();
        json!({
            "measure": measure(&self.subject),
            "value": field(&self.draft.value_text),
            "date": field(&self.draft.date_text),
            "basis": self.draft.basis.code(),
            "note": field(&self.draft.note),
            "source": field(&self.draft.source_text),
            "replaces": self.replaces.as_ref().map(|key| json!({
                "measure": measure(&key.subject),
                "date": key.date.iso(),
            })),
        })
        .to_string()
    }

    /// Reads [`FormDraft::to_text`]; `None` for anything else.
    pub fn parse(text: &str, indicator: &Indicator) -> Option<Self> {
        let fields: Map<String, Value> = serde_json::from_str(text).ok()?;
        let field = |name: &str| fields.get(name)?.as_str().map(str::to_owned);
        let replaces = fields.get("replaces").and_then(|key| {
            Some(FigureKey {
                indicator: indicator.id.clone(),
                subject: subject(key.get("measure")?)?,
                date: Date::parse_iso(key.get("date")?.as_str()?).ok()?,
            })
        });
        Some(Self {
            subject: subject(fields.get("measure")?)?,
            draft: FigureDraft {
                value_text: field("value")?,
                date_text: field("date")?,
                basis: Basis::from_code(&field("basis")?)?,
                note: field("note")?,
                source_text: field("source")?,
            },
            replaces,
        })
    }
}

/// The measure's id, or nothing for the stage.
fn measure(subject: &Subject) -> Option<&str> {
    match subject {
        Subject::Measure(id) => Some(id.as_str()),
        Subject::Stage => None,
    }
}

fn subject(value: &Value) -> Option<Subject> {
    match value {
        Value::Null => Some(Subject::Stage),
        Value::String(id) => MeasureId::parse(id).ok().map(Subject::Measure),
        _ => None,
    }
}
