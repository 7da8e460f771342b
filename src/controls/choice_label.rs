use format::dates;
use list::Dataset;
use search::{Choice, Facet, OwnFigure};
use words::{
    goal_title, plan_title,
    text::{self, wording},
};

pub fn facet_label(facet: Facet) -> &'static str {
    match facet {
        Facet::Goal => text::common::goal(),
        Facet::Plan => text::common::plan(),
        Facet::Kind => text::indicator::kind(),
        Facet::Measurability => text::explorer::has_number(),
        Facet::Level => text::explorer::level(),
        Facet::Own => text::common::own(),
        Facet::Due => text::indicator::due(),
        Facet::Unit => text::explorer::unit(),
    }
}

/// An option that the dataset does not have keeps its id, so that an old address still says what it asked for.
pub fn choice_label(dataset: &Dataset, choice: &Choice) -> String {
    match choice {
        Choice::Goal(id) => dataset.goal(id).map_or_else(|| id.to_string(), goal_title),
        Choice::Plan(id) => dataset.plan(id).map_or_else(|| id.to_string(), plan_title),
        Choice::Kind(kind) => wording::kind(*kind).to_owned(),
        Choice::Measurability(measurability) => wording::measurability(*measurability).to_owned(),
        Choice::Level(level) => wording::level(*level).to_owned(),
        Choice::Own(OwnFigure::With) => text::explorer::own_yes().to_owned(),
        Choice::Own(OwnFigure::Without) => text::explorer::own_no().to_owned(),
        Choice::Due(date) => dates::short(*date),
        Choice::Unit(unit) => unit.as_str().to_owned(),
    }
}
