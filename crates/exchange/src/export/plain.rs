//! The whole document as text without any layout, in printed order: for reading aloud, for searching, for quoting.

use list::{Dataset, Goal, Plan, Section};
use words::text;
use words::text::document as document_words;
use words::text::notes;

/// The text, with a byte order mark and CRLF, so that every editor shows it right.
pub fn plain_text(dataset: &Dataset) -> String {
    let mut out = Lines::default();
    let document = &dataset.document;
    for line in &document.title {
        out.line(line);
    }
    out.line(&document.edition);
    out.line(&format!("{}　{}", document.published_printed, document.publisher));
    out.gap();
    out.line(&document_words::plain_lead(&dataset.default_current.printed, &dataset.default_target.printed));
    for section in &dataset.sections {
        of_section(&mut out, section);
    }
    for goal in &dataset.goals {
        of_goal(&mut out, dataset, goal);
    }
    out.heading(document_words::plain_end());
    out.line(&text::handout::source(&notes::source_of(dataset)));
    out.line(&document.edition_note);
    out.line(&notes::terms_of_use(dataset));
    out.line(notes::unofficial());
    out.0
}

struct Lines(String);

impl Default for Lines {
    fn default() -> Self {
        Self("\u{feff}".to_owned())
    }
}

impl Lines {
    fn line(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push_str("\r\n");
    }

    fn gap(&mut self) {
        self.line("");
    }

    fn heading(&mut self, text: &str) {
        self.gap();
        self.line(text);
        self.gap();
    }
}

fn of_section(out: &mut Lines, section: &Section) {
    out.heading(&format!("■ {}", section.heading));
    for passage in &section.passages {
        match &passage.label {
            Some(label) => out.line(&format!("{label}　{}", passage.text)),
            None => out.line(&passage.text),
        }
    }
}

fn of_goal(out: &mut Lines, dataset: &Dataset, goal: &Goal) {
    out.heading(&format!("■ {} {}　{}", text::common::goal(), goal.numeral, goal.name));
    out.line(&format!("【{}】", text::goal::numeric_targets()));
    for target in &goal.numeric_targets {
        out.line(&format!("・{}", target.printed));
    }
    out.line(&format!("【{}】", text::goal::direction()));
    for paragraph in &goal.direction_paragraphs {
        out.line(paragraph);
    }
    for bullet in &goal.direction_bullets {
        out.line(&format!("・{bullet}"));
    }
    for plan in dataset.plans_of(&goal.id) {
        of_plan(out, dataset, plan);
    }
}

fn of_plan(out: &mut Lines, dataset: &Dataset, plan: &Plan) {
    out.heading(&format!("◆ {}　{}", plan.label, plan.name));
    let mut heading = None;
    for indicator in dataset.indicators_of(&plan.id) {
        let group = indicator.group.as_deref();
        if group != heading {
            heading = group;
            if let Some(name) = group {
                out.line(&format!("［{name}］"));
            }
        }
        out.line(&format!("{}　{}", indicator.id, indicator.name));
        out.line(&format!("　{}：{}", text::common::current(), indicator.current.printed()));
        out.line(&format!("　{}：{}", text::common::target(), indicator.target.printed()));
    }
}
