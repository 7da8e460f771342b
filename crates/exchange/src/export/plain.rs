//! The whole document as plain text in printed order.

use list::{Dataset, Goal, Plan, Section};
use words::text::{self, notes};

/// With a byte order mark and CRLF, so that every editor displays it correctly.
pub fn plain_text(dataset: &Dataset) -> String {
    let mut out = PlainText("\u{feff}".to_owned());
    let document = &dataset.document;
    for line in &document.title {
        out.line(line);
    }
    out.line(&document.edition);
    out.line(&format!("{}　{}", document.published_printed, document.publisher));
    out.line("");
    out.line(&text::document::plain_lead(&dataset.default_current.printed, &dataset.default_target.printed));
    for section in &dataset.sections {
        add_section(&mut out, section);
    }
    for goal in &dataset.goals {
        add_goal(&mut out, dataset, goal);
    }
    out.heading(text::document::plain_end());
    out.line(&text::handout::source(notes::source_of(dataset)));
    out.line(&document.edition_note);
    out.line(&notes::terms_of_use(dataset));
    out.line(notes::unofficial());
    out.0
}

struct PlainText(String);

impl PlainText {
    fn line(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push_str("\r\n");
    }

    fn heading(&mut self, text: &str) {
        for line in ["", text, ""] {
            self.line(line);
        }
    }
}

fn add_section(out: &mut PlainText, section: &Section) {
    out.heading(&format!("■ {}", section.heading));
    for passage in &section.passages {
        match &passage.label {
            Some(label) => out.line(&format!("{label}　{}", passage.text)),
            None => out.line(&passage.text),
        }
    }
}

fn add_goal(out: &mut PlainText, dataset: &Dataset, goal: &Goal) {
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
        add_plan(out, dataset, plan);
    }
}

fn add_plan(out: &mut PlainText, dataset: &Dataset, plan: &Plan) {
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
