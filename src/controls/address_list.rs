//! An ordered list of indicators that the address of a page holds, and the controls that change it.

use leptos::prelude::*;
use list::{Indicator, IndicatorId};
use search::{OrderedSelection, Shift};
use words::text::compare as labels;

use crate::{browser::dom, controls::indicator_picker::IndicatorPicker, state::use_dataset};

/// The list. Every change is a step that the back button can undo.
#[derive(Clone, Copy)]
pub struct AddressList<const MAX: usize> {
    /// The ids of the address, whether the dataset has them or not.
    pub ids: Memo<OrderedSelection<MAX>>,
    pub indicators: Memo<Vec<&'static Indicator>>,
    /// Selects the element that gets the focus once the page has followed a change.
    next_focus: StoredValue<Option<String>>,
    open: Callback<OrderedSelection<MAX>>,
}

impl<const MAX: usize> AddressList<MAX> {
    /// `open` goes to the address that holds the given ids.
    pub fn new(ids: Memo<OrderedSelection<MAX>>, open: impl Fn(OrderedSelection<MAX>) + Send + Sync + 'static) -> Self {
        let dataset = use_dataset();
        let indicators = Memo::new(move |_| {
            let ids = ids.read();
            ids.iter().filter_map(|id| dataset.indicator(id)).collect::<Vec<_>>()
        });
        let next_focus = StoredValue::new(None);
        Effect::new(move |_| {
            indicators.track();
            if let Some(selector) = next_focus.try_update_value(Option::take).flatten() {
                dom::focus_later(selector);
            }
        });
        Self { ids, indicators, next_focus, open: Callback::new(open) }
    }

    pub fn unknown_ids(self) -> Vec<String> {
        let dataset = use_dataset();
        let ids = self.ids.read();
        ids.iter().filter(|id| dataset.indicator(id).is_none()).map(ToString::to_string).collect()
    }

    pub fn is_empty(self) -> bool {
        self.indicators.read().is_empty()
    }

    pub fn is_full(self) -> bool {
        self.indicators.read().len() >= MAX
    }

    /// Changes the list and gives the focus to `focus`. Unknown ids leave the address.
    pub fn change(self, focus: String, edit: impl FnOnce(&mut OrderedSelection<MAX>)) {
        let mut ids = OrderedSelection::of(self.indicators.get_untracked().iter().map(|indicator| &indicator.id));
        edit(&mut ids);
        self.next_focus.set_value(Some(focus));
        self.open.run(ids);
    }
}

#[component]
pub fn AddIndicator<const MAX: usize>(list: AddressList<MAX>) -> impl IntoView {
    let is_there = Callback::new(move |id: IndicatorId| list.ids.read().has(&id));
    let on_pick = Callback::new(move |indicator: &'static Indicator| {
        list.change(".picker input".to_owned(), |ids| {
            ids.add(indicator.id.clone());
        });
    });
    view! { <IndicatorPicker is_there on_pick /> }
}

#[component]
pub fn ReorderButtons<const MAX: usize>(
    list: AddressList<MAX>,
    indicator: &'static Indicator,
    /// The indicator in the names of the buttons.
    name: String,
    /// The arrows for earlier and later.
    arrows: [&'static str; 2],
    shift_label: fn(&str, Shift) -> String,
    /// Selects what gets the focus after a removal.
    focus_after_removal: &'static str,
    class: &'static str,
) -> impl IntoView {
    let id = &indicator.id;
    let (at, last) = {
        let indicators = list.indicators.read_untracked();
        let at = indicators.iter().position(|other| other.id == *id).unwrap_or_default();
        (at, indicators.len().saturating_sub(1))
    };
    let button = |shift: Shift, arrow: &'static str| {
        let (code, other, at_edge, reaches_edge) = match shift {
            Shift::Earlier => ("earlier", "later", at == 0, at == 1),
            Shift::Later => ("later", "earlier", at == last, at + 1 == last),
        };
        // A button is disabled at the edge, so the other one takes the focus.
        let focus = format!("#{}-{id}", if reaches_edge { other } else { code });
        let press = move |_| list.change(focus.clone(), |ids| ids.shift(&indicator.id, shift));
        let (id, label) = (format!("{code}-{id}"), shift_label(&name, shift));
        view! {
            <button type="button" id=id aria-label=label disabled=at_edge on:click=press>
                <span aria-hidden="true">{arrow}</span>
            </button>
        }
    };
    let [earlier, later] = arrows;
    let remove = move |_| list.change(focus_after_removal.to_owned(), |ids| ids.remove(&indicator.id));
    view! {
        <span class=class>
            {button(Shift::Earlier, earlier)}
            {button(Shift::Later, later)}
            <button type="button" aria-label=labels::remove(&name) on:click=remove>
                <span aria-hidden="true">"✕"</span>
            </button>
        </span>
    }
}
