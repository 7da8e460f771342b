//! Own figures into files and out of them.

use leptos::prelude::ReadUntracked;

use super::AppState;
use crate::{
    browser::clock,
    export::figures::{figures_csv, template_csv},
    import::{self, IncomingScenario, Way},
    scenario::{Envelope, History, Notebook, Scenario, ScenarioId},
    text::screen,
};

use screen::scenario::files as words;

impl AppState {
    /// What a file made today is called.
    pub(super) fn file_name(self, what: &str, ending: &str) -> String {
        let day = clock::today().map_or_else(String::new, |day| day.iso());
        words::name(self.dataset.id.as_str(), what, &day, ending)
    }

    /// Offers one scenario alone as a JSON file.
    pub fn export_scenario(self, id: &ScenarioId) {
        let mut envelope = Envelope {
            saved_at: clock::now(),
            ..Envelope::default()
        };
        let alone = Notebook {
            workspace: self.notebook.read_untracked().workspace.only(id),
            history: History::default(),
        };
        envelope.notebooks.insert(self.dataset.id.clone(), alone);
        let name = self.file_name("scenario", "json");
        self.offer(&name, "application/json", &envelope.to_file(self.dataset));
    }

    /// Offers figures as a table: those of one scenario, or all.
    pub fn export_csv(self, of: Option<&ScenarioId>) {
        let notebook = self.notebook.read_untracked();
        let mut scenarios: Vec<&Scenario> = notebook.workspace.scenarios();
        scenarios.retain(|scenario| of.is_none_or(|id| scenario.id == *id));
        let name = self.file_name("own-figures", "csv");
        self.offer(&name, "text/csv", &figures_csv(self.dataset, &scenarios));
    }

    /// Offers a table to be filled in.
    pub fn export_template(self) {
        let name = self.file_name("empty-table", "csv");
        self.offer(&name, "text/csv", &template_csv(self.dataset));
    }

    /// Takes scenarios of a file, as one step. False when nothing was changed; the reader is told why.
    pub fn take_in(self, way: &Way, chosen: &[&IncomingScenario]) -> bool {
        let id = || ScenarioId::made_at(clock::now(), random());
        let action = import::action(way, chosen, &self.notebook.read_untracked().workspace, id);
        match action {
            Ok(action) => {
                self.edit(action);
                true
            }
            Err(why) => {
                self.tell(why, false);
                false
            }
        }
    }
}

fn random() -> u32 {
    // From 0 up to, not with, 2³².
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let number = (js_sys::Math::random() * 4_294_967_296.0) as u32;
    number
}
