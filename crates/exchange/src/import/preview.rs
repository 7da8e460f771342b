//! The effect of an import, and the step for it.

use std::collections::BTreeSet;

use figures::{Action, Figure, FigureKey, Mark, NewScenario, Scenario, ScenarioId, Workspace, limits};
use words::text::import as text;

use super::{IncomingScenario, json::short};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportMode {
    /// Its scenarios are added; existing ones do not change.
    AsNew,
    /// Its figures are merged into a scenario; of two with the same key the file's wins.
    Merge(ScenarioId),
    /// Its figures replace all figures of a scenario.
    Replace(ScenarioId),
}

/// The effect of importing a scenario into an existing one. Everything in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportPreview {
    pub new: Vec<Figure>,
    /// Figures that differ: the existing one and the new one.
    pub changed: Vec<(Figure, Figure)>,
    pub same: Vec<Figure>,
    /// Figures that are not in the file: removed if the file replaces the scenario's.
    pub removed: Vec<Figure>,
}

/// Compares a scenario of a file with an existing one.
pub fn compare(incoming: &IncomingScenario, existing: &Scenario) -> ImportPreview {
    let mut preview = ImportPreview::default();
    let mut keys: BTreeSet<FigureKey> = BTreeSet::new();
    for candidate in &incoming.figures {
        let key = candidate.key();
        let now = existing.figure(&key);
        let figure = candidate.over(now);
        match now {
            None => preview.new.push(figure),
            Some(now) if now.has_same_content(&figure) => preview.same.push(figure),
            Some(now) => preview.changed.push((now.clone(), figure)),
        }
        keys.insert(key);
    }
    let removed = existing.figures().filter(|figure| !keys.contains(&figure.key()));
    preview.removed = removed.cloned().collect();
    preview
}

/// The step that imports scenarios of a file, or a sentence about why this is not possible. `id` makes a new id on every
/// call.
pub fn action(
    mode: &ImportMode,
    chosen: &[&IncomingScenario],
    workspace: &Workspace,
    id: impl FnMut() -> ScenarioId,
) -> Result<Action, String> {
    let (target, replace) = match mode {
        ImportMode::AsNew => return as_new(chosen, workspace, id),
        ImportMode::Merge(target) => (target, false),
        ImportMode::Replace(target) => (target, true),
    };
    let [incoming] = chosen else {
        return Err(text::choose_one().to_owned());
    };
    let existing = workspace.scenario(target).ok_or(text::target_gone())?;
    let preview = compare(incoming, existing);
    let (name, remove) = if replace {
        let removed = preview.removed.iter().map(Figure::key).collect();
        let count = incoming.figures.len();
        (text::replace_step(existing.name(), count), removed)
    } else {
        let count = preview.new.len() + preview.changed.len();
        (text::merge_step(existing.name(), count), Vec::new())
    };
    let changed = preview.changed.into_iter().map(|(_, after)| after);
    Ok(Action::SetFigures {
        scenario: target.clone(),
        figures: preview.new.into_iter().chain(changed).collect(),
        remove,
        name,
    })
}

fn as_new(
    chosen: &[&IncomingScenario],
    workspace: &Workspace,
    mut id: impl FnMut() -> ScenarioId,
) -> Result<Action, String> {
    if chosen.is_empty() {
        return Err(text::choose().to_owned());
    }
    let shown = workspace.scenarios();
    if shown.len() + chosen.len() > limits::SCENARIOS {
        return Err(text::too_many_new(limits::SCENARIOS, shown.len(), chosen.len()));
    }
    let mut names: Vec<String> = shown.iter().map(|s| s.name().to_owned()).collect();
    let mut marks: Vec<Mark> = shown.iter().map(|s| s.header.value.mark).collect();
    let mut scenarios = Vec::new();
    for incoming in chosen {
        let name = free_name(&incoming.name, &names);
        names.push(name.clone());
        let mark = incoming.mark.filter(|mark| !marks.contains(mark));
        marks.extend(mark);
        scenarios.push(NewScenario {
            id: id(),
            name,
            description: incoming.description.clone(),
            mark,
            figures: incoming.figures.iter().map(|c| c.figure.clone()).collect(),
            unreadable: incoming.unreadable.clone(),
            extra: incoming.extra.clone(),
        });
    }
    let first = scenarios.first().map_or("", |scenario| &scenario.name);
    let name = match scenarios.len() {
        1 => text::add_step(first),
        count => text::add_many_step(first, count),
    };
    Ok(Action::AddScenarios { scenarios, name })
}

/// The name, followed by a number if another scenario has it already.
fn free_name(name: &str, taken: &[String]) -> String {
    let plain = short(name, limits::NAME_CHARS);
    let plain = if plain.is_empty() { text::unnamed().to_owned() } else { plain };
    // One of these names is free, because there is one more than there are used names.
    let numbered = (2..=taken.len() + 2).map(|number| {
        let ending = format!("（{number}）");
        short(&plain, limits::NAME_CHARS - ending.chars().count()) + &ending
    });
    std::iter::once(plain.clone()).chain(numbered).find(|name| !taken.contains(name)).unwrap_or(plain)
}
