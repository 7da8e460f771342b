//! 配布資料: the settings of a handout and its preview, which is what gets printed.

pub mod handout_sheet;

use leptos::prelude::*;
use list::Indicator;
use routes::Route;
use search::{FigureDetail, Handout, HandoutTitle, OrderedSelection, PaperOrientation};
use strum::VariantArray;
use words::text::{self, handout as labels};

use crate::{
    browser::{dom, location},
    controls::{
        ActiveScenario, AddIndicator, AddressList, Button, PageHead, RadioGroup, ReorderButtons, explorer_trail,
    },
    pages::handout::handout_sheet::HandoutSheet,
    state::{Navigation, use_dataset, use_messages, use_navigation},
};

/// Up to this many indicators, their list is open from the start.
const SHORT_LIST: usize = 12;

type HandoutList = AddressList<{ Handout::MAX }>;

#[component]
pub fn HandoutPage() -> impl IntoView {
    let navigation = use_navigation();
    let messages = use_messages();
    let handout = Memo::new(move |_| match &*navigation.route.read() {
        Route::Handout(handout) => handout.clone(),
        _ => Handout::default(),
    });
    let ids = Memo::new(move |_| handout.read().of.clone());
    let list = HandoutList::new(ids, move |of| change(navigation, handout, |handout| handout.of = of));
    let print = move |_| {
        if !dom::print() {
            messages.show(labels::no_print().to_owned());
        }
    };
    let copy = move |_| messages.copy(location::address(), text::export::link_copied().to_owned());
    let unknown = move || {
        let ids = list.unknown_ids();
        (!ids.is_empty()).then(|| view! { <p class="page-note no-print">{labels::unknown(&ids)}</p> })
    };
    view! {
        <PageHead title=labels::title().to_owned() trail=explorer_trail() />
        <p class="prose no-print">{labels::lead()}</p>
        {unknown}
        <Settings handout list />
        <Show when=move || !list.is_empty() fallback=|| view! { <p class="empty no-print">{labels::none()}</p> }>
            <div class="actions">
                <Button class="button button--solid" label=labels::print() on_press=print />
                <Button label=text::export::copy_link() on_press=copy />
            </div>
            <section class="section handout-preview" aria-labelledby="handout-preview">
                <h2 id="handout-preview">{labels::preview()}</h2>
                <HandoutSheet handout indicators=list.indicators />
            </section>
        </Show>
    }
}

fn change(navigation: Navigation, handout: Memo<Handout>, edit: impl FnOnce(&mut Handout)) {
    let mut handout = handout.get_untracked();
    edit(&mut handout);
    navigation.open(&Route::Handout(handout));
}

#[component]
fn Settings(handout: Memo<Handout>, list: HandoutList) -> impl IntoView {
    let navigation = use_navigation();
    view! {
        <div class="handout-editor no-print">
            <div class="field">
                <label for="handout-title">{labels::heading()}</label>
                <input
                    type="text"
                    id="handout-title"
                    autocomplete="off"
                    placeholder=labels::no_title()
                    maxlength=HandoutTitle::MAX
                    prop:value=move || handout.read().title.as_str().to_owned()
                    on:input=move |event| {
                        let mut handout = handout.get_untracked();
                        handout.title = HandoutTitle::new(&event_target_value(&event));
                        navigation.replace(Route::Handout(handout));
                    }
                />
            </div>
            <RadioGroup
                legend=labels::own()
                name="handout-own"
                options=FigureDetail::VARIANTS.iter().copied()
                label=labels::own_shown
                is_selected=move |own| handout.read().own == own
                on_select=move |own| change(navigation, handout, |handout| handout.own = own)
                code=Into::into
                class=None
            >
                <ActiveScenario />
            </RadioGroup>
            <RadioGroup
                legend=labels::paper()
                name="handout-paper"
                options=PaperOrientation::VARIANTS.iter().copied()
                label=labels::paper_name
                is_selected=move |paper| handout.read().paper == paper
                on_select=move |paper| change(navigation, handout, |handout| handout.paper = paper)
                code=Into::into
                class=None
            />
            <IndicatorOrder list />
        </div>
    }
}

#[component]
fn IndicatorOrder(list: HandoutList) -> impl IntoView {
    let dataset = use_dataset();
    let count = move || list.indicators.read().len();
    let open = list.indicators.read_untracked().len() <= SHORT_LIST;
    let items = move || {
        let indicators = list.indicators.read();
        indicators.iter().map(|indicator| view! { <OrderItem list indicator /> }).collect_view()
    };
    let sort_as_printed = move |_| {
        list.change("#handout-title".to_owned(), |ids| {
            let printed = dataset.indicators.iter().map(|indicator| &indicator.id);
            *ids = OrderedSelection::of(printed.filter(|id| ids.has(id)));
        });
    };
    view! {
        <details class="tool" open=open>
            <summary>{move || labels::order(count())}</summary>
            <ol class="handout-order">{items}</ol>
            <Show when=move || { count() > 1 }>
                <p>
                    <Button class="button button--plain" label=labels::in_printed_order() on_press=sort_as_printed />
                </p>
            </Show>
        </details>
        <section aria-labelledby="handout-add">
            <h2 id="handout-add" class="visually-hidden">{labels::add()}</h2>
            <AddIndicator list />
        </section>
    }
}

#[component]
fn OrderItem(list: HandoutList, indicator: &'static Indicator) -> impl IntoView {
    let name = format!("{}　{}", indicator.id, indicator.full_name());
    view! {
        <li>
            <span>{name.clone()}</span>
            <ReorderButtons
                list
                indicator
                name
                arrows=["↑", "↓"]
                shift_label=labels::move_indicator
                focus_after_removal="details.tool summary"
                class="compare-tools"
            />
        </li>
    }
}
