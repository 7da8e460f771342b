//! One cell of the grid: a text field, or a choice for a stage. What was typed stays until it is taken or given up.

use std::sync::Arc;

use figures::{
    ExpectedInput,
    sheet::{CellEdit, SheetRow},
};
use leptos::{ev, prelude::*, wasm_bindgen::JsCast, web_sys};
use list::{Date, Indicator};
use words::screen;

use crate::{
    controls::field_draft::FieldDraft,
    pages::grid::{grid::Grid, sheet_grid::stage_words},
};

/// What was typed and is not taken yet.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Draft {
    text: String,
    standing: Standing,
}

/// Why it is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Standing {
    /// It is being typed.
    InHand,
    /// It was left in the middle on an earlier visit.
    Restored,
    /// It is no figure, for this reason.
    Refused(String),
}

/// The field with its unit and its complaint. While a number is typed it stands in `typing` too, for the row's status.
#[component]
pub fn SheetCell(
    grid: Grid,
    indicator: &'static Indicator,
    line: Arc<SheetRow>,
    day: Date,
    name: String,
    unit: &'static str,
    shown: Memo<String>,
    typing: RwSignal<Option<CellEdit>>,
) -> impl IntoView {
    // With F2 or a letter the keys belong to the text; before that they belong to the grid.
    let editing = RwSignal::new(false);
    let is_stage = matches!(ExpectedInput::of(indicator, &line.subject), ExpectedInput::Stage);
    let id = grid.field_id(&line, day);
    let problem_id = format!("{id}-problem");
    let left = FieldDraft::of(grid.app, &grid.left_name(indicator, &line, day));
    let line = StoredValue::new(line);
    let read = move |text: &str| line.with_value(|line| grid.read(indicator, line, day, text));
    let draft = RwSignal::new(left.read().and_then(|text| {
        let standing = match read(&text) {
            Ok(None | Some(CellEdit::Same)) => {
                left.forget();
                return None;
            }
            Ok(entered) => {
                typing.set(entered);
                Standing::Restored
            }
            Err(problem) => Standing::Refused(problem),
        };
        Some(Draft { text, standing })
    }));
    let drop_draft = move || {
        left.forget();
        typing.set(None);
        draft.set(None);
    };
    let problem = move || match &draft.read().as_ref()?.standing {
        Standing::Refused(problem) => Some(problem.clone()),
        Standing::InHand | Standing::Restored => None,
    };
    let is_restored = move || {
        let draft = draft.read();
        draft.as_ref().is_some_and(|draft| draft.standing == Standing::Restored)
    };
    let text = move || match &*draft.read() {
        Some(draft) => draft.text.clone(),
        None => shown.get(),
    };
    let commit = move || {
        // A field that is taken away while it has the focus is told that it lost it after its signals are gone.
        let Some(Some(typed)) = draft.try_get_untracked() else {
            let _ = editing.try_set(false);
            return;
        };
        editing.set(false);
        match line.with_value(|line| grid.commit(indicator, line, day, &typed.text)) {
            Ok(()) => drop_draft(),
            Err(problem) => {
                typing.set(None);
                draft.set(Some(Draft { standing: Standing::Refused(problem), ..typed }));
            }
        }
    };
    // An undo, a paste or another tab set the cell anew: that is newer than a complaint about what was typed before.
    Effect::new(move |before: Option<()>| {
        shown.track();
        if before.is_some() && !editing.get_untracked() && draft.read_untracked().is_some() {
            drop_draft();
        }
    });
    let on_key = move |event: ev::KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let (shift, command) = (event.shift_key(), event.ctrl_key() || event.meta_key());
        let busy = editing.get_untracked();
        let step = |rows, columns| {
            commit();
            grid.go(rows, columns, false);
        };
        match event.key().as_str() {
            "z" | "y" | "Z" | "Y" if command && busy => {
                // The text's own undo; the grid's must not happen as well.
                event.stop_propagation();
                return;
            }
            "d" | "D" if command && !busy => grid.fill_down(),
            _ if command || event.alt_key() => {
                if is_stage && event.alt_key() {
                    editing.set(true);
                }
                return;
            }
            "Enter" if is_stage && busy => return,
            "Enter" => step(if shift { -1 } else { 1 }, 0),
            "ArrowUp" | "ArrowDown" if is_stage && busy => return,
            "ArrowUp" if shift && !busy => grid.go(-1, 0, true),
            "ArrowDown" if shift && !busy => grid.go(1, 0, true),
            "ArrowUp" => step(-1, 0),
            "ArrowDown" => step(1, 0),
            "ArrowLeft" if !busy => grid.go(0, -1, shift),
            "ArrowRight" if !busy => grid.go(0, 1, shift),
            "Home" if !busy => grid.go(0, isize::MIN, shift),
            "End" if !busy => grid.go(0, isize::MAX, shift),
            "Delete" if !busy => {
                drop_draft();
                grid.clear();
            }
            "Escape" => {
                editing.set(false);
                drop_draft();
                // The field may hold what no signal ever knew, as half a composition.
                if let Some(field) = event.target().and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok())
                {
                    field.set_value(&shown.get_untracked());
                    field.select();
                }
            }
            "F2" => {
                editing.set(true);
                if let Some(field) = event.target().and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok())
                {
                    let end = u32::try_from(field.value().encode_utf16().count()).unwrap_or(u32::MAX);
                    // A field without a caret has nothing to place.
                    let _ = field.set_selection_range(end, end);
                }
            }
            " " if is_stage => {
                editing.set(true);
                return;
            }
            _ => return,
        }
        event.prevent_default();
    };
    let on_paste = move |event: ev::ClipboardEvent| {
        let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
        // One value goes into the field like typing; a block goes where it belongs, after a look.
        if text.trim_end_matches(['\r', '\n']).contains(['\t', '\r', '\n']) || is_stage {
            event.prevent_default();
            commit();
            grid.paste(&text);
        }
    };
    let on_copy = move |event: ev::ClipboardEvent| {
        if editing.get_untracked() || !(grid.has_range() || is_stage) {
            return;
        }
        if let (Some(data), Some(text)) = (event.clipboard_data(), grid.copied()) {
            // Without access to the clipboard the browser's own copy happens.
            if data.set_data("text/plain", &text).is_ok() {
                event.prevent_default();
            }
        }
    };
    // Some browsers undo at the end of the click that reached the field what focus has selected, and what is typed then
    // would follow the old number instead of taking its place.
    let just_reached = StoredValue::new(false);
    let on_focus = move |event: ev::FocusEvent| {
        just_reached.set_value(true);
        line.with_value(|line| grid.reached(line, day));
        if let Some(field) = event.target().and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok()) {
            field.select();
        }
    };
    let typed = move |event: ev::Event| {
        let text = event_target_value(&event);
        left.keep(&text);
        editing.set(true);
        // Half a number may be none yet; nobody is told before it is left.
        typing.set(read(&text).ok().flatten());
        draft.set(Some(Draft { text, standing: Standing::InHand }));
    };
    let invalid = move || problem().is_some().then_some("true");
    let described = problem_id.clone();
    let describedby = move || (problem().is_some() || is_restored()).then(|| described.clone());
    let field = if is_stage {
        view! {
            <select
                id=id
                class="sheet__field"
                aria-label=name
                aria-invalid=invalid
                aria-describedby=describedby
                prop:value=text
                on:keydown=on_key
                on:focus=on_focus
                on:blur=move |_| commit()
                on:mousedown=move |_| editing.set(true)
                on:paste=on_paste
                on:copy=on_copy
                on:change=move |event| {
                    typed(event);
                    commit();
                }
            >
                {stage_words()
                    .map(|word| view! { <option value=word selected=move || text() == word>{if word.is_empty() { "—" } else { word }}</option> })
                    .collect_view()}
            </select>
        }
        .into_any()
    } else {
        view! {
            <input
                type="text"
                id=id
                class="sheet__field"
                inputmode="decimal"
                enterkeyhint="next"
                autocomplete="off"
                aria-label=name
                aria-invalid=invalid
                aria-describedby=describedby
                prop:value=text
                on:keydown=on_key
                on:focus=on_focus
                on:mouseup=move |event| {
                    if just_reached.get_value() {
                        event.prevent_default();
                    }
                    just_reached.set_value(false);
                }
                on:blur=move |_| commit()
                on:paste=on_paste
                on:copy=on_copy
                on:input=typed
            />
        }
        .into_any()
    };
    view! {
        <span class="sheet__entry">
            {field}
            {(!unit.is_empty()).then(|| view! { <span class="sheet__unit" aria-hidden="true">{unit}</span> })}
        </span>
        <span id=problem_id aria-live="polite">
            {move || problem().map(|message| view! { <span class="field__error sheet__problem">{message}</span> })}
            {move || is_restored().then(|| view! { <span class="small sheet__problem">{screen::own::RESTORED}</span> })}
        </span>
    }
}
