use leptos::prelude::*;
use list::Stage;
use words::text::{self, wording};

use crate::pages::grid::cell_editor::{CellEditor, text_field};

#[component]
pub fn GridCell(cell: CellEditor, name: String, unit: &'static str) -> impl IntoView {
    let id = cell.field_id();
    let problem_id = format!("{id}-problem");
    let described_by = problem_id.clone();
    let describedby = move || (cell.error().is_some() || cell.is_restored()).then(|| described_by.clone());
    let invalid = move || cell.error().is_some().then_some("true");
    // At the end of a click some browsers clear the selection made on focus; typing would then not replace the number.
    let just_focused = StoredValue::new(false);
    let field = if cell.is_stage() {
        let words = Stage::ALL.into_iter().map(wording::stage).map(|word| (word, word));
        let options = std::iter::once(("", "—")).chain(words).map(|(word, label)| {
            view! { <option value=word selected=move || cell.text() == word>{label}</option> }
        });
        view! {
            <select
                id=id
                class="sheet__field"
                aria-label=name
                aria-invalid=invalid
                aria-describedby=describedby
                prop:value=move || cell.text()
                on:keydown=move |event| cell.press_key(&event)
                on:focus=move |_| cell.select()
                on:blur=move |_| cell.commit()
                on:mousedown=move |_| cell.is_editing.set(true)
                on:paste=move |event| cell.paste(&event)
                on:copy=move |event| cell.copy(&event)
                on:change=move |event| {
                    cell.type_text(event_target_value(&event));
                    cell.commit();
                }
            >
                {options.collect_view()}
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
                prop:value=move || cell.text()
                on:keydown=move |event| cell.press_key(&event)
                on:focus=move |event| {
                    just_focused.set_value(true);
                    cell.select();
                    if let Some(field) = text_field(&event) {
                        field.select();
                    }
                }
                on:mouseup=move |event| {
                    if just_focused.get_value() {
                        event.prevent_default();
                    }
                    just_focused.set_value(false);
                }
                on:blur=move |_| cell.commit()
                on:paste=move |event| cell.paste(&event)
                on:copy=move |event| cell.copy(&event)
                on:input=move |event| cell.type_text(event_target_value(&event))
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
            {move || cell.error().map(|message| view! { <span class="field__error sheet__problem">{message}</span> })}
            {move || {
                cell.is_restored().then(|| view! { <span class="small sheet__problem">{text::own::restored()}</span> })
            }}
        </span>
    }
}
