use leptos::{ev::MouseEvent, oco::Oco, prelude::*};

#[component]
pub fn Button(
    #[prop(into)] label: Oco<'static, str>,
    #[prop(default = "button")] class: &'static str,
    /// Tells buttons with the same text apart.
    #[prop(optional)]
    action: Option<&'static str>,
    on_press: impl Fn(MouseEvent) + 'static,
) -> impl IntoView {
    view! { <button type="button" class=class data-action=action on:click=on_press>{label}</button> }
}
