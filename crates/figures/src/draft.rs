//! The unfinished form of one indicator, stored with every key press, so that nothing typed is lost.

use list::{Date, Indicator, MeasureId};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    figure::{Basis, FigureKey, Subject},
    input::FigureDraft,
    record::stored_text,
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
    measure: Option<MeasureId>,
    value: String,
    date: String,
    basis: Basis,
    note: String,
    source: String,
    /// A [`ReplacesRecord`]; read separately, because a fault in it must not cost what was typed.
    replaces: Value,
}

#[derive(Serialize, Deserialize)]
struct ReplacesRecord {
    measure: Option<MeasureId>,
    date: Date,
}

fn measure(subject: &Subject) -> Option<MeasureId> {
    match subject {
        Subject::Measure(id) => Some(id.clone()),
        Subject::Stage => None,
    }
}

fn subject(measure: Option<MeasureId>) -> Subject {
    measure.map_or(Subject::Stage, Subject::Measure)
}

impl FormDraft {
    /// Longer fields are cut when stored; no field takes that much.
    const FIELD_CHARS: usize = 20_000;

    pub fn is_empty(&self) -> bool {
        let draft = &self.draft;
        let fields = [&draft.value_text, &draft.date_text, &draft.note, &draft.source_text];
        self.replaces.is_none() && fields.into_iter().all(|field| field.trim().is_empty())
    }

    pub fn to_text(&self) -> String {
        let field = |text: &str| text.chars().take(Self::FIELD_CHARS).collect();
        let replaces = |key: &FigureKey| ReplacesRecord { measure: measure(&key.subject), date: key.date };
        stored_text(&FormRecord {
            measure: measure(&self.subject),
            value: field(&self.draft.value_text),
            date: field(&self.draft.date_text),
            basis: self.draft.basis,
            note: field(&self.draft.note),
            source: field(&self.draft.source_text),
            replaces: serde_json::json!(self.replaces.as_ref().map(replaces)),
        })
    }

    /// Reads [`FormDraft::to_text`]; `None` for anything else.
    pub fn parse(text: &str, indicator: &Indicator) -> Option<Self> {
        let form: FormRecord = serde_json::from_str(text).ok()?;
        let replaces: Option<ReplacesRecord> = serde_json::from_value(form.replaces).ok();
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
            replaces: replaces.map(key),
        })
    }
}
