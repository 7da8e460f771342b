//! The record of an indicator and what it is made of, read as in [`super::read`].

use list::{
    AsOf, Doubt, Indicator, IndicatorId, Measure, MeasureId, NumericTargetId, OutcomeLevel, PlanId, Quantity, Related,
    Statement,
};

use super::{
    codes,
    read::{Context, reference, source_line},
    reader::Node,
    rules,
};

pub(super) fn indicator(node: Node<'_>, context: &Context<'_>) -> Option<Indicator> {
    let record = node.record()?;
    let id = record.required("id", |node| node.id(IndicatorId::parse));
    let plan = record.required("plan", |node| reference(&node, &context.plans, PlanId::parse));
    let group = record.optional_text("group");
    let name = record.text("name");
    let current = record.required("current", statement);
    let target = record.required("target", statement);
    let kind = record.required("kind", |node| node.word(codes::KINDS));
    let measures = record.list("measures", measure);
    let level = record.required("level", level);
    let related = record.list("related", |item| related(item, context));
    let doubts = record.list("doubts", doubt);
    let line = source_line(&record, "line");
    let parts = || {
        Some(rules::Parts {
            group: group.as_ref()?.as_deref(),
            name: name.as_deref()?,
            current: current.as_ref()?,
            target: target.as_ref()?,
            kind: kind?,
            measures: measures.as_deref()?,
            related: related.as_deref()?,
            doubts: doubts.as_deref()?,
        })
    };
    if let Some(parts) = parts() {
        rules::indicator(&record, &parts, context);
    }
    Some(Indicator {
        id: id?,
        plan: plan?,
        group: group?,
        name: name?,
        current: current?,
        target: target?,
        kind: kind?,
        measures: measures?,
        level: level?,
        related: related?,
        doubts: doubts?,
        line: line?,
    })
}

fn statement(node: Node<'_>) -> Option<Statement> {
    let record = node.record()?;
    let lines = record.texts("lines");
    let as_of = record.optional("as_of", as_of);
    let stage = record.optional("stage", |node| node.word(codes::STAGES));
    Some(Statement { lines: lines?, as_of: as_of?, stage: stage? })
}

pub(super) fn as_of(node: Node<'_>) -> Option<AsOf> {
    let record = node.record()?;
    let date = record.required("date", |node| node.date());
    let printed = record.text("printed");
    let nature = record.optional("nature", |node| node.word(codes::NATURES));
    let as_of = AsOf { date: date?, printed: printed?, nature: nature? };
    rules::as_of(&record, &as_of);
    Some(as_of)
}

fn measure(node: Node<'_>) -> Option<Measure> {
    let record = node.record()?;
    let id = record.required("id", |node| node.id(MeasureId::parse));
    let label = record.optional("label", |node| node.any_text().map(str::to_owned));
    let unit = record.text("unit");
    let place = record.required("place", |node| node.word(codes::PLACES));
    let better = record.required("better", |node| node.word(codes::BETTER));
    let current = record.optional("current", quantity);
    let target = record.optional("target", quantity);
    Some(Measure {
        id: id?,
        label: label?.unwrap_or_default(),
        unit: unit?,
        place: place?,
        better: better?,
        current: current?,
        target: target?,
    })
}

pub(super) fn quantity(node: Node<'_>) -> Option<Quantity> {
    let record = node.record()?;
    let amount = record.required("amount", |node| node.number());
    let unit = record.text("unit");
    let printed = record.text("printed");
    let extent = record.optional("extent", |node| node.word(codes::EXTENTS));
    let approximate = record.flag("approximate");
    let at_most = record.flag("at_most");
    let quantity = Quantity {
        amount: amount?,
        unit: unit?,
        printed: printed?,
        extent: extent?,
        approximate: approximate?,
        at_most: at_most?,
    };
    rules::quantity(&record, &quantity);
    Some(quantity)
}

fn level(node: Node<'_>) -> Option<OutcomeLevel> {
    let record = node.record()?;
    let kind = record.required("kind", |node| node.word(codes::LEVELS));
    let reason = record.text("reason");
    Some(OutcomeLevel { kind: kind?, reason: reason? })
}

fn related(node: Node<'_>, context: &Context<'_>) -> Option<Related> {
    let record = node.record()?;
    let target = record.required("target", |node| reference(&node, &context.numeric_targets, NumericTargetId::parse));
    let same_question = record.flag("same_question");
    Some(Related { target: target?, same_question: same_question? })
}

pub(super) fn doubt(node: Node<'_>) -> Option<Doubt> {
    let record = node.record()?;
    let printed = record.text("printed");
    let reading = record.text("reading");
    let corrected = record.required("corrected", |node| node.flag());
    let note = record.text("note");
    Some(Doubt { printed: printed?, reading: reading?, corrected: corrected?, note: note? })
}
