//! The figure that is being typed, and what it would come to if it were kept now.

use assess::{Subject, subjects};
use figures::{ExpectedInput, Figure, FigureDraft, FigureKey, FormDraft, FormField, InputProblem};
use leptos::prelude::*;
use list::Indicator;

use crate::{
    browser::system,
    controls::field_draft::FieldDraft,
    state::{AppState, use_app},
};

/// What the form holds between key presses. The page makes it, because its chart shows it as well.
#[derive(Clone, Copy)]
pub struct FigureForm {
    /// What the figure is about.
    pub indicator: &'static Indicator,
    /// Everything typed so far.
    pub draft: RwSignal<FigureDraft>,
    /// The complaints, each beside its field.
    pub problems: RwSignal<Vec<InputProblem>>,
    /// The indicator's subjects.
    pub subjects: StoredValue<Vec<Subject>>,
    /// Which of them is in hand.
    pub chosen: RwSignal<usize>,
    /// The figure that is being changed, if one is.
    pub replaces: RwSignal<Option<FigureKey>>,
    /// The subject in hand.
    pub subject: Memo<Subject>,
    /// What stands there was typed on an earlier visit.
    pub restored: RwSignal<bool>,
    /// The figure as it would be kept now. `None` while something is missing or wrong, and for one that is kept already.
    pub tried: Memo<Option<Figure>>,
}

impl FigureForm {
    /// An empty form.
    pub fn new(indicator: &'static Indicator) -> Self {
        let app = use_app();
        let subjects = StoredValue::new(subjects(indicator));
        let draft = RwSignal::new(FigureDraft::default());
        let chosen = RwSignal::new(0);
        let subject = Memo::new(move |_| {
            subjects.with_value(|subjects| subjects.get(chosen.get()).cloned()).unwrap_or(Subject::Stage)
        });
        let tried = Memo::new(move |_| {
            let asked = ExpectedInput::of(indicator, &subject.read());
            let figure = draft.read().check(&indicator.id, asked, system::now()).ok()?;
            let kept = app.with_active(|scenario| {
                let kept = scenario.figure(&figure.key());
                kept.is_some_and(|kept| kept.value == figure.value)
            });
            (!kept).then_some(figure)
        });
        let form = Self {
            indicator,
            draft,
            problems: RwSignal::new(Vec::new()),
            subjects,
            chosen,
            replaces: RwSignal::new(None),
            subject,
            restored: RwSignal::new(false),
            tried,
        };
        form.keep_half_typed(app);
        form
    }

    /// Puts back what was left in the middle, and from then on keeps every key press.
    fn keep_half_typed(self, app: AppState) {
        let left = FieldDraft::of(app, self.indicator.id.as_str());
        let kept = left.read().and_then(|text| FormDraft::parse(&text, self.indicator));
        if let Some(kept) = kept {
            self.chosen.set(self.place_of(&kept.subject));
            self.draft.set(kept.draft);
            self.restored.set(true);
            let is_there = |key: &FigureKey| {
                let notebook = app.notebook.read_untracked();
                notebook.workspace.active().figure(key).is_some()
            };
            self.replaces.set(kept.replaces.filter(is_there));
        }
        Effect::new(move |before: Option<()>| {
            let now = FormDraft { subject: self.subject.get(), draft: self.draft.get(), replaces: self.replaces.get() };
            match before {
                None => {}
                Some(()) if now.is_empty() => left.forget(),
                Some(()) => left.keep(&now.to_text()),
            }
        });
    }

    fn place_of(self, subject: &Subject) -> usize {
        let at = self.subjects.with_value(|subjects| subjects.iter().position(|one| one == subject));
        at.unwrap_or(0)
    }

    /// Whether there is something to give up.
    pub fn is_touched(self) -> bool {
        let draft = self.draft.read();
        let fields = [&draft.value_text, &draft.date_text, &draft.note, &draft.source_text];
        self.replaces.read().is_some() || fields.into_iter().any(|field| !field.is_empty())
    }

    /// What is asked for.
    pub fn asked(self) -> ExpectedInput<'static> {
        ExpectedInput::of(self.indicator, &self.subject.read())
    }

    /// The complaint about a field.
    pub fn problem(self, field: FormField) -> Option<String> {
        self.problems.read().iter().find(|problem| problem.field == field).map(|problem| problem.message.clone())
    }

    /// Keeps what was typed; the complaint about a field goes as soon as the field is touched.
    pub fn typed(self, field: FormField, edit: impl FnOnce(&mut FigureDraft)) {
        self.draft.update(edit);
        self.problems.update(|problems| problems.retain(|problem| problem.field != field));
    }

    /// Takes a kept figure in hand, to be changed.
    pub fn edit(self, figure: &Figure) {
        self.chosen.set(self.place_of(&figure.subject()));
        self.draft.set(FigureDraft::of(figure));
        self.problems.set(Vec::new());
        self.replaces.set(Some(figure.key()));
    }

    /// Empties the form for the next figure; the basis stays, since the next one mostly has the same.
    pub fn clear(self) {
        let basis = self.draft.read_untracked().basis;
        self.draft.set(FigureDraft { basis, ..FigureDraft::default() });
        self.problems.set(Vec::new());
        self.replaces.set(None);
        self.restored.set(false);
    }
}
