//! All edits of own figures: an [`Action`] is passed to [`Notebook::apply`], and nothing else changes a workspace.

use std::collections::BTreeMap;

use list::DatasetId;

use super::{
    action::{Action, Applied, EditError, NewScenario, StepLabel, StepNames, limits},
    figure::{Figure, FigureKey, Timestamp, UnknownFields},
    history::{History, HistoryChange, HistoryDirection, HistoryStep, OrderChange},
    model::{ActiveScenario, Header, HeaderContent, Mark, Scenario, ScenarioId, UnreadableParts, Workspace},
};

/// The own figures for one dataset with their history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notebook {
    pub workspace: Workspace,
    pub history: History,
}

/// A valid name of a scenario: trimmed, on one line, not empty, not too long.
pub(super) fn checked_name(text: &str) -> Result<String, EditError> {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let name = line.trim();
    match name.chars().count() {
        0 => Err(EditError::NameEmpty),
        count if count > limits::NAME_CHARS => Err(EditError::NameTooLong),
        _ => Ok(name.to_owned()),
    }
}

fn checked_description(text: &str) -> Result<String, EditError> {
    let description = text.trim();
    if description.chars().count() > limits::TEXT_CHARS {
        return Err(EditError::DescriptionTooLong);
    }
    Ok(description.to_owned())
}

impl Notebook {
    pub fn new(dataset: DatasetId) -> Self {
        Self { workspace: Workspace::new(dataset), history: History::default() }
    }

    pub fn merged(self, other: Self) -> Self {
        Self { workspace: self.workspace.merged(other.workspace), history: self.history.merged(other.history) }
    }

    /// Applies the action completely or not at all. The moment of an edit is later than all existing ones, whatever
    /// `now` is.
    pub fn apply(&mut self, action: Action, now: Timestamp, names: StepNames) -> Result<Applied, EditError> {
        let at = now.after(self.workspace.latest());
        let (name, changes) = match action {
            Action::Undo => {
                let step = self.history.done.pop().ok_or(EditError::NothingToUndo)?;
                let skipped = step.run(&mut self.workspace, HistoryDirection::Back, at);
                let name = step.name.clone();
                self.history.undone.push(step);
                return Ok(Applied::Undone { name, skipped });
            }
            Action::Redo => {
                let step = self.history.undone.pop().ok_or(EditError::NothingToRedo)?;
                let skipped = step.run(&mut self.workspace, HistoryDirection::Forward, at);
                let name = step.name.clone();
                self.history.done.push(step);
                return Ok(Applied::Redone { name, skipped });
            }
            Action::ActivateScenario { id } => {
                self.shown(&id)?;
                if self.workspace.active().id == id {
                    return Ok(Applied::Unchanged);
                }
                self.workspace.active = ActiveScenario { at, id };
                return Ok(Applied::Changed);
            }
            Action::AddScenario { id, name, description, figures } => {
                let scenario = NewScenario {
                    id,
                    name,
                    description,
                    mark: None,
                    figures,
                    unreadable: UnreadableParts::default(),
                    extra: UnknownFields::new(),
                };
                let (scenario, header) = self.made(scenario, &[], at)?;
                let name = names(&StepLabel::AddScenario { name: &header.name });
                (name, self.start_all(vec![(scenario, header)], at))
            }
            Action::AddScenarios { scenarios, name } => {
                let mut made: Vec<(Scenario, HeaderContent)> = Vec::new();
                for scenario in scenarios {
                    let scenario = self.made(scenario, &made, at)?;
                    made.push(scenario);
                }
                (name, self.start_all(made, at))
            }
            Action::CopyScenario { from, id, name } => {
                let mut header = self.new_header(&id, &name, &[])?;
                let original = self.shown(&from)?;
                header.description = original.header.value.description.clone();
                let mut copy = Scenario::new(id, Header { at, value: header.clone() });
                copy.extra = original.extra.clone();
                for figure in original.figures() {
                    copy.put(Figure { edited: at, ..figure.clone() });
                }
                let name = names(&StepLabel::AddScenario { name: &header.name });
                (name, self.start_all(vec![(copy, header)], at))
            }
            Action::SetFigure { scenario, figure, replaces } => {
                self.shown(&scenario)?;
                let name = names(&self.label_of_setting(&scenario, &figure, replaces.as_ref()));
                let key = figure.key();
                let mut changes = Vec::new();
                if let Some(old) = replaces.filter(|old| *old != key) {
                    changes.push(HistoryChange::of_figure(&self.workspace, &scenario, old, None));
                }
                changes.push(HistoryChange::of_figure(&self.workspace, &scenario, key, Some(*figure)));
                (name, changes)
            }
            Action::SetFigures { scenario, figures, remove, name } => {
                self.shown(&scenario)?;
                let mut wanted: BTreeMap<FigureKey, Option<Figure>> =
                    remove.into_iter().map(|key| (key, None)).collect();
                wanted.extend(figures.into_iter().map(|f| (f.key(), Some(f))));
                let set = |(key, figure)| HistoryChange::of_figure(&self.workspace, &scenario, key, figure);
                (name, wanted.into_iter().map(set).collect())
            }
            Action::RemoveFigure { scenario, key } => {
                let figure = self.shown(&scenario)?.figure(&key).ok_or(EditError::NoSuchFigure)?;
                let name = names(&StepLabel::RemoveFigure { figure });
                (name, vec![HistoryChange::of_figure(&self.workspace, &scenario, key, None)])
            }
            Action::RenameScenario { id, name } => {
                let name = checked_name(&name)?;
                let title = names(&StepLabel::RenameScenario { from: self.shown(&id)?.name(), to: &name });
                self.header_change(&id, title, |header| header.name = name)?
            }
            Action::DescribeScenario { id, description } => {
                let description = checked_description(&description)?;
                let title = names(&StepLabel::DescribeScenario { name: self.shown(&id)?.name() });
                self.header_change(&id, title, |header| header.description = description)?
            }
            Action::MarkScenario { id, mark } => {
                let title = names(&StepLabel::MarkScenario { name: self.shown(&id)?.name(), mark });
                self.header_change(&id, title, |header| header.mark = mark)?
            }
            Action::DeleteScenario { id } => {
                let title = names(&StepLabel::DeleteScenario { name: self.shown(&id)?.name() });
                if self.workspace.scenarios().len() == 1 {
                    return Err(EditError::LastScenario);
                }
                self.header_change(&id, title, |header| header.present = false)?
            }
            Action::MoveScenario { id, to } => {
                let title = names(&StepLabel::MoveScenario { name: self.shown(&id)?.name() });
                let mut order: Vec<ScenarioId> = self.workspace.scenarios().iter().map(|s| s.id.clone()).collect();
                let current = order.clone();
                order.retain(|other| *other != id);
                order.insert(to.min(order.len()), id);
                if order == current {
                    return Ok(Applied::Unchanged);
                }
                let order = OrderChange { before: self.workspace.order.ids.clone(), after: order };
                (title, vec![HistoryChange::Order { order }])
            }
        };
        Ok(self.run(name, changes, at))
    }

    /// Makes the changes that have an effect as one step.
    fn run(&mut self, name: String, mut changes: Vec<HistoryChange>, at: Timestamp) -> Applied {
        changes.retain(HistoryChange::changes_something);
        if changes.is_empty() {
            return Applied::Unchanged;
        }
        for change in &changes {
            if let HistoryChange::Header { scenario, before, .. } = change
                && let Some(scenario) = self.workspace.get_mut(scenario)
            {
                scenario.header.value.present = before.present;
            }
        }
        let step = HistoryStep { at, name: name.clone(), changes };
        step.run(&mut self.workspace, HistoryDirection::Forward, at);
        self.history.push(step);
        Applied::Made { name }
    }

    /// Adds new scenarios, still hidden, and activates the first one. The changes show them, and undo hides them again.
    fn start_all(&mut self, scenarios: Vec<(Scenario, HeaderContent)>, at: Timestamp) -> Vec<HistoryChange> {
        if let Some((first, _)) = scenarios.first() {
            self.workspace.active = ActiveScenario { at, id: first.id.clone() };
        }
        let mut changes = Vec::new();
        for (scenario, header) in scenarios {
            let absent = HeaderContent { present: false, ..header.clone() };
            changes.push(HistoryChange::Header {
                scenario: scenario.id.clone(),
                before: absent.clone(),
                after: header,
            });
            self.workspace.put(Scenario { header: Header { at, value: absent }, ..scenario });
        }
        changes
    }

    /// A new scenario with its header, checked against the existing ones and those of the same step.
    fn made(
        &self,
        new: NewScenario,
        beside: &[(Scenario, HeaderContent)],
        at: Timestamp,
    ) -> Result<(Scenario, HeaderContent), EditError> {
        let mut header = self.new_header(&new.id, &new.name, beside)?;
        header.description = checked_description(&new.description)?;
        header.mark = new.mark.unwrap_or(header.mark);
        let mut scenario = Scenario::new(new.id, Header { at, value: header.clone() });
        for figure in new.figures {
            scenario.put(Figure { edited: at, ..figure });
        }
        scenario.unreadable = new.unreadable;
        scenario.extra = new.extra;
        Ok((scenario, header))
    }

    fn shown(&self, id: &ScenarioId) -> Result<&Scenario, EditError> {
        self.workspace.scenario(id).ok_or(EditError::NoSuchScenario)
    }

    fn new_header(
        &self,
        id: &ScenarioId,
        name: &str,
        beside: &[(Scenario, HeaderContent)],
    ) -> Result<HeaderContent, EditError> {
        let name = checked_name(name)?;
        let shown = self.workspace.scenarios();
        if shown.len() + beside.len() >= limits::SCENARIOS {
            return Err(EditError::TooManyScenarios);
        }
        if self.workspace.get(id).is_some() || beside.iter().any(|(other, _)| other.id == *id) {
            return Err(EditError::IdTaken);
        }
        let headers = shown.iter().map(|scenario| &scenario.header.value);
        let headers: Vec<&HeaderContent> = headers.chain(beside.iter().map(|(_, h)| h)).collect();
        let used = |mark: &Mark| headers.iter().any(|header| header.mark == *mark);
        let mark = Mark::ALL.into_iter().find(|mark| !used(mark)).unwrap_or(Mark::Diamond);
        Ok(HeaderContent { present: true, name, description: String::new(), mark })
    }

    fn header_change(
        &self,
        id: &ScenarioId,
        title: String,
        edit: impl FnOnce(&mut HeaderContent),
    ) -> Result<(String, Vec<HistoryChange>), EditError> {
        // A deleted scenario may be shown because it was edited elsewhere; an edit treats it as present.
        let before = HeaderContent { present: true, ..self.shown(id)?.header.value.clone() };
        let mut after = before.clone();
        edit(&mut after);
        Ok((title, vec![HistoryChange::Header { scenario: id.clone(), before, after }]))
    }

    fn label_of_setting<'a>(
        &self,
        scenario: &ScenarioId,
        figure: &'a Figure,
        replaces: Option<&FigureKey>,
    ) -> StepLabel<'a> {
        let scenario = self.workspace.get(scenario);
        let existing = |key: &FigureKey| scenario.and_then(|scenario| scenario.figure(key));
        match replaces.and_then(existing).or_else(|| existing(&figure.key())) {
            None => StepLabel::EnterFigure { figure },
            Some(old) if old.value != figure.value => StepLabel::ChangeValue { figure },
            Some(old) if old.date != figure.date => StepLabel::ChangeDate { figure },
            Some(_) => StepLabel::ChangeDetails { figure },
        }
    }
}
