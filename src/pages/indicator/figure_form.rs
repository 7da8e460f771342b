use assess::{Subject, subjects};
use figures::{Action, ExpectedInput, Figure, FigureDraft, FigureKey, FormDraft, FormField, InputProblem};
use leptos::prelude::*;
use list::Indicator;
use words::text::figures::input_fault;

use crate::{
    browser::system,
    controls::{FieldBinding, FieldDraft},
    state::{Figures, use_figures},
};

/// The page owns it, because its chart shows what is being typed.
#[derive(Clone, Copy)]
pub struct FigureForm {
    pub indicator: &'static Indicator,
    pub draft: RwSignal<FigureDraft>,
    problems: RwSignal<Vec<InputProblem>>,
    pub subjects: StoredValue<Vec<Subject>>,
    /// An index into `subjects`.
    pub subject_index: RwSignal<usize>,
    pub subject: Memo<Subject>,
    pub replaces: RwSignal<Option<FigureKey>>,
    pub is_restored: RwSignal<bool>,
    /// The figure as it would be saved now; `None` while the form is incomplete or wrong, or once the figure is saved.
    pub what_if: Memo<Option<Figure>>,
}

impl FigureForm {
    pub fn new(indicator: &'static Indicator) -> Self {
        let figures = use_figures();
        let subjects = StoredValue::new(subjects(indicator));
        let draft = RwSignal::new(FigureDraft::default());
        let subject_index = RwSignal::new(0);
        let subject = Memo::new(move |_| {
            subjects.with_value(|subjects| subjects.get(subject_index.get()).cloned()).unwrap_or(Subject::Stage)
        });
        let what_if = Memo::new(move |_| {
            let expected = ExpectedInput::of(indicator, &subject.read());
            let figure = draft.read().check(&indicator.id, expected, system::now()).ok()?;
            let is_saved = figures.with_active(|scenario| {
                let saved = scenario.figure(&figure.key());
                saved.is_some_and(|saved| saved.value == figure.value)
            });
            (!is_saved).then_some(figure)
        });
        let form = Self {
            indicator,
            draft,
            problems: RwSignal::new(Vec::new()),
            subjects,
            subject_index,
            subject,
            replaces: RwSignal::new(None),
            is_restored: RwSignal::new(false),
            what_if,
        };
        form.restore_and_store_draft(figures);
        form
    }

    fn restore_and_store_draft(self, figures: Figures) {
        let stored = FieldDraft::of(self.indicator.id.as_str());
        if let Some(restored) = stored.read().and_then(|text| FormDraft::parse(&text, self.indicator)) {
            self.choose_subject(&restored.subject);
            self.draft.set(restored.draft);
            self.is_restored.set(true);
            let exists = |key: &FigureKey| untrack(|| figures.with_active(|scenario| scenario.figure(key).is_some()));
            self.replaces.set(restored.replaces.filter(exists));
        }
        Effect::new(move |previous: Option<()>| {
            let now = FormDraft { subject: self.subject.get(), draft: self.draft.get(), replaces: self.replaces.get() };
            match previous {
                None => {}
                Some(()) if now.is_empty() => stored.forget(),
                Some(()) => stored.store(&now.to_text()),
            }
        });
    }

    fn choose_subject(self, subject: &Subject) {
        let index = self.subjects.with_value(|subjects| subjects.iter().position(|other| other == subject));
        self.subject_index.set(index.unwrap_or(0));
    }

    /// Whether there is something to cancel.
    pub fn is_touched(self) -> bool {
        let draft = self.draft.read();
        let fields = [&draft.value_text, &draft.date_text, &draft.note, &draft.source_text];
        self.replaces.read().is_some() || fields.into_iter().any(|field| !field.is_empty())
    }

    pub fn expected_input(self) -> ExpectedInput<'static> {
        ExpectedInput::of(self.indicator, &self.subject.read())
    }

    pub fn error(self, field: FormField) -> Option<String> {
        let problems = self.problems.read();
        problems.iter().find(|problem| problem.field == field).map(|problem| input_fault(&problem.fault))
    }

    pub fn field(self, field: FormField) -> FieldBinding {
        FieldBinding {
            value: Signal::derive(move || self.text(field)),
            error: Signal::derive(move || self.error(field)),
            on_input: Callback::new(move |text| self.set_text(field, text)),
        }
    }

    fn text(self, field: FormField) -> String {
        let draft = self.draft.read();
        match field {
            FormField::Value => draft.value_text.clone(),
            FormField::Date => draft.date_text.clone(),
            FormField::Note => draft.note.clone(),
            FormField::Source => draft.source_text.clone(),
        }
    }

    /// Stores the typed text, and removes the field's error message.
    pub fn set_text(self, field: FormField, text: String) {
        self.draft.update(|draft| match field {
            FormField::Value => draft.value_text = text,
            FormField::Date => draft.date_text = text,
            FormField::Note => draft.note = text,
            FormField::Source => draft.source_text = text,
        });
        self.problems.update(|problems| problems.retain(|problem| problem.field != field));
    }

    pub fn edit(self, figure: &Figure) {
        self.choose_subject(&figure.subject());
        self.draft.set(FigureDraft::of(figure));
        self.problems.set(Vec::new());
        self.replaces.set(Some(figure.key()));
    }

    /// Saves the figure and clears the form; false where the form has errors.
    pub fn submit(self, figures: Figures) -> bool {
        let expected = ExpectedInput::of(self.indicator, &self.subject.read_untracked());
        match self.draft.get_untracked().check(&self.indicator.id, expected, system::now()) {
            Ok(figure) => {
                figures.edit(Action::SetFigure {
                    scenario: figures.active_scenario(),
                    figure: Box::new(figure),
                    replaces: self.replaces.get_untracked(),
                });
                self.clear();
                true
            }
            Err(problems) => {
                self.problems.set(problems);
                false
            }
        }
    }

    /// Clears the form for the next figure. The basis stays, because the next figure usually has the same.
    pub fn clear(self) {
        let basis = self.draft.read_untracked().basis;
        self.draft.set(FigureDraft { basis, ..FigureDraft::default() });
        self.problems.set(Vec::new());
        self.replaces.set(None);
        self.is_restored.set(false);
    }
}
