//! Options that all drawings share.
//!
//! The JSON has no functions: labels are fixed texts or templates, because the page's security policy forbids
//! evaluating text as code.

use serde_json::{Value, json};
use words::text::charts::view as text;

use crate::{palette::Palette, view::ChartView};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Animation {
    Full,
    /// No animation, if the reader's system asks for it.
    Reduced,
}

const TRANSITION_MS: u32 = 250;

/// The system's Japanese fonts, as in the page.
const FONTS: &str = "-apple-system, BlinkMacSystemFont, 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', 'Yu Gothic', Meiryo, sans-serif";

pub fn finish(view: &ChartView, palette: &Palette, animation: Animation) -> Value {
    let option = view.option.clone().with(json!({
        "animation": animation == Animation::Full,
        "animationDuration": TRANSITION_MS,
        "animationDurationUpdate": TRANSITION_MS,
        "backgroundColor": "transparent",
        "textStyle": { "fontFamily": FONTS, "color": palette.text, "fontSize": 14 },
        // An HTML tooltip would need inline styles, which the security policy forbids, so the tooltip is drawn. It
        // shows the name of the mark under the pointer, which is a sentence.
        "tooltip": {
            "trigger": "item",
            "formatter": "{b}",
            "renderMode": "richText",
            "confine": true,
            "backgroundColor": palette.surface,
            "borderColor": palette.text_muted,
            "borderWidth": 1,
            "padding": [8, 12],
            "textStyle": { "color": palette.text, "fontSize": 14, "lineHeight": 22 },
            "axisPointer": { "type": "none" },
        },
        // The page describes the chart itself; the library must not add a description of its own.
        "aria": { "enabled": true, "label": { "enabled": true, "description": description(view) } },
    }));
    option.into_json()
}

/// The text of the drawing for screen readers.
pub fn description(view: &ChartView) -> String {
    text::description(&view.title, &view.summary)
}
