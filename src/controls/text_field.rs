//! Labelled text fields. Hint and error message belong to the input by id: `{id}-hint`, `{id}-problem`.

use format::dates;
use leptos::prelude::*;
use list::Date;

#[derive(Clone, Copy)]
pub struct FieldBinding {
    pub value: Signal<String>,
    pub error: Signal<Option<String>>,
    pub on_input: Callback<String>,
}

/// A field of one line, or of several with `multiline`. Children come between the input and its hint.
#[component]
pub fn TextField(
    #[prop(into)] id: String,
    label: &'static str,
    field: FieldBinding,
    #[prop(optional)] multiline: bool,
    #[prop(into, default = None)] inputmode: Option<&'static str>,
    #[prop(into, default = None)] hint: Option<&'static str>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let error_id = format!("{id}-problem");
    let hint_id = format!("{id}-hint");
    let described_by = if hint.is_some() { format!("{hint_id} {error_id}") } else { error_id.clone() };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <TextInput id field multiline inputmode described_by />
            {children.map(|children| children())}
            {hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            <FieldError id=error_id error=field.error />
        </div>
    }
}

#[component]
pub fn TextInput(
    #[prop(into)] id: String,
    field: FieldBinding,
    #[prop(optional)] multiline: bool,
    #[prop(into, default = None)] inputmode: Option<&'static str>,
    #[prop(into)] described_by: String,
) -> impl IntoView {
    let invalid = move || field.error.read().is_some().then_some("true");
    let value = move || field.value.get();
    let input = move |event| field.on_input.run(event_target_value(&event));
    if multiline {
        view! {
            <textarea id=id aria-invalid=invalid aria-describedby=described_by prop:value=value on:input=input></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                type="text"
                id=id
                inputmode=inputmode
                aria-invalid=invalid
                aria-describedby=described_by
                prop:value=value
                on:input=input
            />
        }
        .into_any()
    }
}

#[component]
pub fn FieldError(#[prop(into)] id: String, #[prop(into)] error: Signal<Option<String>>) -> impl IntoView {
    view! {
        <div id=id aria-live="polite">
            {move || error.get().map(|message| view! { <p class="field__error">{message}</p> })}
        </div>
    }
}

/// A field for a day: a free text, because people write dates in many ways, with the usual days one press away.
#[component]
pub fn DateField(
    id: &'static str,
    label: &'static str,
    field: FieldBinding,
    days: Vec<Date>,
    #[prop(into, default = None)] hint: Option<&'static str>,
) -> impl IntoView {
    let chip = move |day| {
        let label = dates::short(day);
        let text = label.clone();
        view! { <button type="button" class="chip" on:click=move |_| field.on_input.run(text.clone())>{label}</button> }
    };
    view! {
        <TextField id label field hint>
            <div class="chips date-chips">{days.into_iter().map(chip).collect_view()}</div>
        </TextField>
    }
}
