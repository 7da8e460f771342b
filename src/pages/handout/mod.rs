//! 配布資料: the editor of a hand-out and its preview, which is what gets printed.

pub mod handout_sheet;

use leptos::prelude::*;
use list::{Indicator, IndicatorId};
use routes::Route;
use search::{Handout, HandoutTitle, OwnShown, Paper, Query, Shift};
use words::screen::{self, handout as labels};

use crate::{
    browser::{dom, location},
    controls::indicator_picker::IndicatorPicker,
    pages::handout::handout_sheet::HandoutSheet,
    shell::{active_scenario::ActiveScenario, page_head::PageHead},
    state::{AppState, use_app},
};

/// Up to so many indicators the list of them is open from the start.
const SHORT: usize = 12;

/// What the page's parts share.
#[derive(Clone, Copy)]
struct Editor {
    app: AppState,
    /// The settings of the address.
    handout: Memo<Handout>,
    /// The indicators the list has.
    shown: Memo<Vec<&'static Indicator>>,
    /// What gets focus once the list has followed a change.
    focus: StoredValue<Option<String>>,
}

impl Editor {
    /// Changes a setting with a step the back button can undo.
    fn change(self, edit: impl FnOnce(&mut Handout)) {
        let mut handout = self.handout.get_untracked();
        edit(&mut handout);
        self.app.open(&Route::Handout(handout));
    }

    /// Changes which indicators are in it, or their order. Ids the list does not have leave the address.
    fn change_list(self, focus: String, edit: impl FnOnce(&mut Handout)) {
        let shown = self.shown.get_untracked();
        self.focus.set_value(Some(focus));
        self.change(|handout| {
            handout.of = Handout::of(shown.iter().map(|one| &one.id), "").of;
            edit(handout);
        });
    }
}

/// The page; follows its address and the reader's figures.
#[component]
pub fn HandoutPage() -> impl IntoView {
    let app = use_app();
    let handout = Memo::new(move |_| match &*app.route.read() {
        Route::Handout(handout) => handout.clone(),
        _ => Handout::default(),
    });
    let shown = Memo::new(move |_| {
        let handout = handout.read();
        let known = handout.of.iter().filter_map(|id| app.dataset.indicator(id));
        known.collect::<Vec<_>>()
    });
    let editor = Editor { app, handout, shown, focus: StoredValue::new(None) };
    Effect::new(move |_| {
        shown.track();
        if let Some(selector) = editor.focus.try_update_value(Option::take).flatten() {
            dom::focus_later(selector);
        }
    });
    let unknown = move || {
        let handout = handout.read();
        let unknown = |id: &&IndicatorId| app.dataset.indicator(id).is_none();
        let ids: Vec<String> = handout.of.iter().filter(unknown).map(ToString::to_string).collect();
        (!ids.is_empty()).then(|| view! { <p class="page-note no-print">{labels::unknown(&ids)}</p> })
    };
    let filled = Memo::new(move |_| !shown.read().is_empty());
    view! {
        <PageHead
            title=labels::TITLE.to_owned()
            trail=vec![
                (screen::OVERVIEW.to_owned(), Route::Overview),
                (screen::EXPLORER.to_owned(), Route::Explore(Query::default())),
            ]
        />
        <p class="prose no-print">{labels::LEAD}</p>
        {unknown}
        <Settings editor />
        <Show when=move || filled.get() fallback=|| view! { <p class="empty no-print">{labels::NONE}</p> }>
            <Tools app />
            <section class="section handout-preview" aria-labelledby="handout-preview">
                <h2 id="handout-preview">{labels::PREVIEW}</h2>
                <HandoutSheet handout shown />
            </section>
        </Show>
    }
}

/// Printing and the link.
#[component]
fn Tools(app: AppState) -> impl IntoView {
    let print = move |_| {
        if !dom::print() {
            app.show_message(labels::NO_PRINT.to_owned());
        }
    };
    let copy = move |_| app.copy(location::address(), screen::export::LINK_COPIED.to_owned());
    view! {
        <div class="actions">
            <button type="button" class="button button--solid" on:click=print>{labels::PRINT}</button>
            <button type="button" class="button" on:click=copy>{screen::export::COPY_LINK}</button>
        </div>
    }
}

/// Title, own figures, paper, and which indicators in which order.
#[component]
fn Settings(editor: Editor) -> impl IntoView {
    let handout = editor.handout;
    let own = OwnShown::ALL.map(|one| {
        view! {
            <label>
                <input
                    type="radio"
                    name="handout-own"
                    value=one.code()
                    prop:checked=move || handout.read().own == one
                    on:change=move |_| editor.change(|handout| handout.own = one)
                />
                {labels::own(one)}
            </label>
        }
    });
    let paper = Paper::ALL.map(|one| {
        view! {
            <label>
                <input
                    type="radio"
                    name="handout-paper"
                    value=one.code()
                    prop:checked=move || handout.read().paper == one
                    on:change=move |_| editor.change(|handout| handout.paper = one)
                />
                {labels::paper(one)}
            </label>
        }
    });
    view! {
        <div class="handout-editor no-print">
            <div class="field">
                <label for="handout-title">{labels::HEADING}</label>
                <input
                    type="text"
                    id="handout-title"
                    autocomplete="off"
                    placeholder=labels::NO_TITLE
                    maxlength=HandoutTitle::MAX
                    prop:value=move || handout.read().title.as_str().to_owned()
                    on:input=move |event| {
                        let mut handout = handout.get_untracked();
                        handout.title = HandoutTitle::new(&event_target_value(&event));
                        editor.app.replace(Route::Handout(handout));
                    }
                />
            </div>
            <fieldset>
                <legend>{labels::OWN}</legend>
                <div class="choices">{own}</div>
                <ActiveScenario />
            </fieldset>
            <fieldset>
                <legend>{labels::PAPER}</legend>
                <div class="choices">{paper}</div>
            </fieldset>
            <Order editor />
        </div>
    }
}

/// The indicators in their order, and the way to one more.
#[component]
fn Order(editor: Editor) -> impl IntoView {
    let shown = editor.shown;
    let open = shown.read_untracked().len() <= SHORT;
    let items = move || {
        let shown = shown.read();
        let last = shown.len().saturating_sub(1);
        shown.iter().enumerate().map(|(at, indicator)| view! { <OrderItem editor indicator at last /> }).collect_view()
    };
    let in_printed_order = move |_| {
        editor.change_list("#handout-title".to_owned(), |handout| {
            let of = &handout.of;
            let rows = editor.app.dataset.indicators.iter();
            let ids = rows.map(|one| &one.id).filter(|id| of.has(id));
            handout.of = Handout::of(ids, "").of;
        });
    };
    view! {
        <details class="tool" open=open>
            <summary>{move || labels::order(shown.read().len())}</summary>
            <ol class="handout-order">{items}</ol>
            <Show when=move || { shown.read().len() > 1 }>
                <p>
                    <button type="button" class="button button--plain" on:click=in_printed_order>
                        {labels::IN_PRINTED_ORDER}
                    </button>
                </p>
            </Show>
        </details>
        <section aria-labelledby="handout-add">
            <h2 id="handout-add" class="visually-hidden">{labels::ADD}</h2>
            <IndicatorPicker
                is_there=Callback::new(move |id| editor.handout.read().of.has(&id))
                on_pick=Callback::new(move |indicator: &'static Indicator| {
                    let focus = ".picker input".to_owned();
                    editor.change_list(focus, |handout| { handout.of.add(indicator.id.clone()); });
                })
            />
        </section>
    }
}

#[component]
fn OrderItem(editor: Editor, indicator: &'static Indicator, at: usize, last: usize) -> impl IntoView {
    let id = &indicator.id;
    let name = format!("{id}　{}", indicator.full_name());
    let button = |shift: Shift, glyph: &'static str| {
        let (code, other, at_edge, stops) = match shift {
            Shift::Earlier => ("earlier", "later", at == 0, at == 1),
            Shift::Later => ("later", "earlier", at == last, at + 1 == last),
        };
        // At the edge this button cannot go on: the other one takes the focus.
        let focus = format!("#{}-{id}", if stops { other } else { code });
        view! {
            <button
                type="button"
                id=format!("{code}-{id}")
                aria-label=labels::shift(&name, shift)
                disabled=at_edge
                on:click=move |_| {
                    editor.change_list(focus.clone(), |handout| handout.of.shift(&indicator.id, shift));
                }
            >
                <span aria-hidden="true">{glyph}</span>
            </button>
        }
    };
    view! {
        <li>
            <span>{name.clone()}</span>
            <span class="compare-tools">
                {button(Shift::Earlier, "↑")}
                {button(Shift::Later, "↓")}
                <button
                    type="button"
                    aria-label=screen::compare::remove(&name)
                    on:click=move |_| {
                        editor.change_list("details.tool summary".to_owned(), |handout| handout.of.remove(&indicator.id));
                    }
                >
                    <span aria-hidden="true">"✕"</span>
                </button>
            </span>
        </li>
    }
}
