use exchange::{
    export::figures::{figures_csv, template_csv},
    import::{self, ImportMode, IncomingScenario},
};
use figures::{Envelope, History, Notebook, Scenario, ScenarioId};

use super::Figures;
use crate::browser::system;

impl Figures {
    pub fn export_scenario(self, id: &ScenarioId) {
        let mut envelope = Envelope { saved_at: system::now(), ..Envelope::default() };
        let alone = Notebook { workspace: self.notebook_untracked().workspace.only(id), history: History::default() };
        envelope.notebooks.insert(self.dataset.id.clone(), alone);
        let text = envelope.to_file(self.dataset);
        self.downloads.offer_named("scenario", "json", "application/json", &text);
    }

    /// Offers figures as a table: those of one scenario, or all.
    pub fn export_csv(self, of: Option<&ScenarioId>) {
        let notebook = self.notebook_untracked();
        let mut scenarios: Vec<&Scenario> = notebook.workspace.scenarios();
        scenarios.retain(|scenario| of.is_none_or(|id| scenario.id == *id));
        let text = figures_csv(self.dataset, &scenarios);
        self.downloads.offer_named("own-figures", "csv", "text/csv", &text);
    }

    pub fn export_template(self) {
        let text = template_csv(self.dataset);
        self.downloads.offer_named("empty-table", "csv", "text/csv", &text);
    }

    /// Imports scenarios of a file in one step. False if nothing was changed; the reader is told why.
    pub fn import(self, mode: &ImportMode, chosen: &[&IncomingScenario]) -> bool {
        let id = || ScenarioId::made_at(system::now(), system::random());
        let action = import::action(mode, chosen, &self.notebook_untracked().workspace, id);
        match action {
            Ok(action) => {
                self.edit(action);
                true
            }
            Err(why) => {
                self.messages.show(why);
                false
            }
        }
    }
}
