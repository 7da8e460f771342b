//! Drafts of forms: typed text is read back unchanged, and other texts are rejected.

use figures::{Basis, FigureDraft, FigureKey, FormDraft, Subject};
use list::{Dataset, Date};
use proptest::prelude::*;
use test_support::{any_text, bundled_list};

fn list() -> Dataset {
    bundled_list().clone()
}

fn empty() -> FormDraft {
    FormDraft { subject: Subject::Stage, draft: FigureDraft::default(), replaces: None }
}

#[test]
fn only_an_untouched_form_is_empty() {
    assert!(empty().is_empty());
    for touch in [
        |draft: &mut FigureDraft| draft.value_text.push('4'),
        |draft: &mut FigureDraft| draft.date_text.push('令'),
        |draft: &mut FigureDraft| draft.note.push('聞'),
        |draft: &mut FigureDraft| draft.source_text.push('h'),
    ] {
        let mut form = empty();
        touch(&mut form.draft);
        assert!(!form.is_empty());
    }
}

#[test]
fn other_texts_are_not_drafts() {
    let list = list();
    let indicator = &list.indicators[0];
    for text in ["", "null", "[]", "{}", "{\"measure\":3}", "{\"measure\":null,\"value\":1}"] {
        assert_eq!(FormDraft::parse(text, indicator), None, "{text}");
    }
    // If the figure to be replaced cannot be read, only that is lost.
    let text = empty().to_text().replace("\"replaces\":null", "\"replaces\":{\"date\":7}");
    assert_eq!(FormDraft::parse(&text, indicator), Some(empty()));
}

proptest! {
    #[test]
    fn typed_text_is_read_back(
        value in any_text(0..40), date in any_text(0..40), note in any_text(0..200), source in any_text(0..40),
        basis in 0..Basis::ALL.len(), day in 0_u8..28, by_number: bool, changes: bool,
    ) {
        let list = list();
        let indicator = &list.indicators[0];
        let subject = if by_number {
            Subject::Measure(indicator.measures[0].id.clone())
        } else {
            Subject::Stage
        };
        let form = FormDraft {
            draft: FigureDraft {
                value_text: value,
                date_text: date,
                basis: Basis::ALL[basis],
                note,
                source_text: source,
            },
            replaces: changes.then(|| FigureKey {
                indicator: indicator.id.clone(),
                subject: subject.clone(),
                date: Date::from_ymd(2023, 2, day + 1).unwrap(),
            }),
            subject,
        };
        prop_assert_eq!(FormDraft::parse(&form.to_text(), indicator), Some(form));
    }

    #[test]
    fn any_text_is_read_or_refused(text in any_text(0..200)) {
        let list = list();
        let _ = FormDraft::parse(&text, &list.indicators[0]);
    }
}
