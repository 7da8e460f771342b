use leptos::{ev::MouseEvent, prelude::*};

#[component]
pub fn Button(
    #[prop(into)] label: String,
    #[prop(default = "button")] class: &'static str,
    /// Tells buttons with the same text apart.
    #[prop(optional)]
    action: Option<&'static str>,
    on_press: impl Fn(MouseEvent) + 'static,
) -> impl IntoView {
    // One type of function, so that the element is compiled once.
    let on_press: Box<dyn Fn(MouseEvent)> = Box::new(on_press);
    button(label, class, action, on_press)
}

fn button(
    label: String,
    class: &'static str,
    action: Option<&'static str>,
    on_press: Box<dyn Fn(MouseEvent)>,
) -> AnyView {
    view! { <button type="button" class=class data-action=action on:click=on_press>{label}</button> }.into_any()
}
