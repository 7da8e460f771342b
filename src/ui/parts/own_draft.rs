//! The figure that is being typed, and what it would come to if it were kept now.

use leptos::prelude::*;

use crate::{
    assess::{Subject, subjects},
    browser::clock,
    dataset::Indicator,
    scenario::{Asked, Field, Figure, FigureDraft, FigureKey, InputProblem},
    state::use_app,
};

/// What the form holds between key presses. The page makes it, because its chart shows it as well.
#[derive(Clone, Copy)]
pub struct Form {
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
    /// The figure as it would be kept now. `None` while something is missing or wrong, and for one that is kept already.
    pub tried: Memo<Option<Figure>>,
}

impl Form {
    /// An empty form.
    #[must_use]
    pub fn new(indicator: &'static Indicator) -> Self {
        let app = use_app();
        let subjects = StoredValue::new(subjects(indicator));
        let draft = RwSignal::new(FigureDraft::default());
        let chosen = RwSignal::new(0);
        let subject = Memo::new(move |_| {
            subjects
                .with_value(|subjects| subjects.get(chosen.get()).cloned())
                .unwrap_or(Subject::Stage)
        });
        let tried = Memo::new(move |_| {
            let asked = Asked::of(indicator, &subject.read());
            let figure = draft
                .read()
                .check(&indicator.id, asked, clock::now())
                .ok()?;
            let kept = app.with_active(|scenario| {
                let kept = scenario.figure(&figure.key());
                kept.is_some_and(|kept| kept.value == figure.value)
            });
            (!kept).then_some(figure)
        });
        Self {
            indicator,
            draft,
            problems: RwSignal::new(Vec::new()),
            subjects,
            chosen,
            replaces: RwSignal::new(None),
            subject,
            tried,
        }
    }

    /// What is asked for.
    pub fn asked(self) -> Asked<'static> {
        Asked::of(self.indicator, &self.subject.read())
    }

    /// The complaint about a field.
    pub fn problem(self, field: Field) -> Option<String> {
        self.problems
            .read()
            .iter()
            .find(|problem| problem.field == field)
            .map(|problem| problem.message.clone())
    }

    /// Keeps what was typed; the complaint about a field goes as soon as the field is touched.
    pub fn typed(self, field: Field, edit: impl FnOnce(&mut FigureDraft)) {
        self.draft.update(edit);
        self.problems
            .update(|problems| problems.retain(|problem| problem.field != field));
    }

    /// Takes a kept figure in hand, to be changed.
    pub fn edit(self, figure: &Figure) {
        let at = self
            .subjects
            .with_value(|subjects| subjects.iter().position(|one| *one == figure.subject()));
        self.chosen.set(at.unwrap_or(0));
        self.draft.set(FigureDraft::of(figure));
        self.problems.set(Vec::new());
        self.replaces.set(Some(figure.key()));
    }

    /// Empties the form for the next figure; the basis stays, since the next one mostly has the same.
    pub fn clear(self) {
        let basis = self.draft.read_untracked().basis;
        self.draft.set(FigureDraft {
            basis,
            ..FigureDraft::default()
        });
        self.problems.set(Vec::new());
        self.replaces.set(None);
    }
}
