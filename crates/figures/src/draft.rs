//! The unfinished form of one indicator. It is stored on every key press, so that nothing typed is lost.

use list::{Date, Indicator, MeasureId};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::{
    figure::{Basis, FigureKey, Subject},
    input::FigureDraft,
    record::{parse, stored_text},
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormDraft {
    pub subject: Subject,
    pub draft: FigureDraft,
    pub replaces: Option<FigureKey>,
}

/// The stored form. `measure` is `null` for the stage.
#[derive(Serialize, Deserialize)]
struct FormRecord {
    basis: Basis,
    date: String,
    measure: Option<MeasureId>,
    note: String,
    /// `None` if it is faulty, so that what was typed is kept.
    #[serde(deserialize_with = "read_replaces")]
    replaces: Option<ReplacesRecord>,
    source: String,
    value: String,
}

#[derive(Serialize, Deserialize)]
struct ReplacesRecord {
    date: Date,
    measure: Option<MeasureId>,
}

fn read_replaces<'de, D: Deserializer<'de>>(from: D) -> Result<Option<ReplacesRecord>, D::Error> {
    Value::deserialize(from).map(|value| ReplacesRecord::deserialize(&value).ok())
}

fn subject(measure: Option<MeasureId>) -> Subject {
    measure.map_or(Subject::Stage, Subject::Measure)
}

impl FormDraft {
    /// Longer fields are cut when stored; no field accepts that much.
    const FIELD_CHARS: usize = 20_000;

    pub fn is_empty(&self) -> bool {
        let draft = &self.draft;
        let fields = [&draft.value_text, &draft.date_text, &draft.note, &draft.source_text];
        self.replaces.is_none() && fields.into_iter().all(|field| field.trim().is_empty())
    }

    pub fn to_text(&self) -> String {
        let field = |text: &str| text.chars().take(Self::FIELD_CHARS).collect();
        let replaces = |key: &FigureKey| ReplacesRecord { measure: key.subject.measure_id().cloned(), date: key.date };
        stored_text(&FormRecord {
            measure: self.subject.measure_id().cloned(),
            value: field(&self.draft.value_text),
            date: field(&self.draft.date_text),
            basis: self.draft.basis,
            note: field(&self.draft.note),
            source: field(&self.draft.source_text),
            replaces: self.replaces.as_ref().map(replaces),
        })
    }

    /// Reads [`FormDraft::to_text`]; `None` for anything else.
    pub fn parse(text: &str, indicator: &Indicator) -> Option<Self> {
        let form: FormRecord = parse(text)?;
        let key = |ReplacesRecord { measure, date }| FigureKey {
            indicator: indicator.id.clone(),
            subject: subject(measure),
            date,
        };
        Some(Self {
            subject: subject(form.measure),
            draft: FigureDraft {
                value_text: form.value,
                date_text: form.date,
                basis: form.basis,
                note: form.note,
                source_text: form.source,
            },
            replaces: form.replaces.map(key),
        })
    }
}
