//! Our own JSON.

use figures::{Envelope, Figure, Repair, Restored, Subject, Workspace, limits, restore};
use list::Dataset;
use words::text::{figures::stored_fault, import as text};

use super::{Candidate, Incoming, IncomingScenario, ProvidedFields, Refused};

/// A file of ours provides all fields of a figure.
const ALL: ProvidedFields = ProvidedFields { basis: true, note: true, source: true, extra: true };

pub(super) fn read(text: &str, dataset: &Dataset) -> Result<Incoming, String> {
    match restore(Some(text)) {
        Restored::Loaded { envelope, repairs, .. } => taken(&envelope, &repairs, dataset),
        Restored::Newer { version, .. } => Err(text::newer(version)),
        Restored::Quarantined { .. } | Restored::Fresh => Err(text::not_ours().to_owned()),
    }
}

fn taken(envelope: &Envelope, repairs: &[Repair], dataset: &Dataset) -> Result<Incoming, String> {
    let mut cautions = Vec::new();
    let own = envelope.notebooks.get(&dataset.id);
    // Figures for this list, or else for any list in the file: an earlier edition has another id.
    let (workspaces, is_own): (Vec<&Workspace>, bool) = match own {
        Some(own) => (vec![&own.workspace], true),
        None => (envelope.notebooks.values().map(|n| &n.workspace).collect(), false),
    };
    if is_own {
        let others = envelope.notebooks.len() - 1;
        if others > 0 {
            cautions.push(text::other_lists(others));
        }
        if let Some((id, edition)) = envelope.list()
            && id == dataset.id.as_str()
            && edition != dataset.document.edition
        {
            cautions.push(text::other_edition(edition, &dataset.document.edition));
        }
    } else {
        let names: Vec<&str> = workspaces.iter().map(|w| w.dataset.as_str()).collect();
        cautions.push(text::other_list(names.join("、"), &dataset.id));
    }
    let mut refused: Vec<Refused> = repairs
        .iter()
        .filter(|repair| own.is_none_or(|own| concerns(repair, &own.workspace)))
        .map(|repair| Refused { place: repair.path.clone(), why: format!("{}。", stored_fault(repair.fault)) })
        .collect();
    let mut scenarios = Vec::new();
    for scenario in workspaces.iter().flat_map(|workspace| workspace.scenarios()) {
        let header = &scenario.header.value;
        let mut figures = Vec::new();
        for figure in scenario.figures() {
            let unknown = unknown(figure, dataset);
            if let Some(why) = &unknown
                && !is_own
            {
                refused.push(Refused { place: text::figure_of(&header.name, &figure.indicator), why: why.clone() });
                continue;
            }
            figures.push(Candidate { figure: figure.clone(), provided: ALL, known: unknown.is_none() });
        }
        scenarios.push(IncomingScenario {
            name: short(&header.name, limits::NAME_CHARS),
            description: short(&header.description, limits::TEXT_CHARS),
            mark: Some(header.mark),
            figures,
            unreadable: scenario.unreadable.clone(),
            extra: scenario.extra.clone(),
        });
    }
    if scenarios.is_empty() {
        return Err(text::no_scenario().to_owned());
    }
    // The empty first scenario of every notebook is not offered beside others.
    let holds = |s: &IncomingScenario| !(s.figures.is_empty() && s.description.is_empty() && s.unreadable.is_empty());
    if scenarios.iter().any(holds) {
        scenarios.retain(holds);
    }
    Ok(Incoming { cautions, scenarios, refused, blank: 0 })
}

fn concerns(repair: &Repair, workspace: &Workspace) -> bool {
    let path = format!("workspaces.{}", workspace.dataset);
    repair.path.strip_prefix(&path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Why this list has no indicator or measure for a figure.
fn unknown(figure: &Figure, dataset: &Dataset) -> Option<String> {
    let Some(indicator) = dataset.indicator(&figure.indicator) else {
        return Some(text::not_in_list().to_owned());
    };
    match figure.subject() {
        Subject::Measure(id) if figure.measure(indicator).is_none() => Some(text::no_measure(id)),
        _ => None,
    }
}

/// The beginning of a text, within a limit.
pub(super) fn short(text: &str, chars: usize) -> String {
    text.trim().chars().take(chars).collect::<String>().trim().to_owned()
}
