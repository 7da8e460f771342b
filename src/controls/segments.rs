use leptos::prelude::*;

/// One button per option; `label` names the row.
#[component]
pub fn Segments<T, V>(
    label: &'static str,
    options: impl IntoIterator<Item = T>,
    text: impl Fn(T) -> V,
    is_pressed: impl Fn(T) -> bool + Copy + Send + 'static,
    on_press: impl Fn(T) + Copy + 'static,
    #[prop(default = "segments no-print")] class: &'static str,
    #[prop(optional)] button_class: Option<fn(T) -> Option<&'static str>>,
) -> impl IntoView
where
    T: Copy + Send + 'static,
    V: IntoView + 'static,
{
    let buttons = options.into_iter().map(|option| {
        let class = button_class.and_then(|class| class(option));
        let pressed = move || is_pressed(option).to_string();
        view! {
            <button type="button" class=class aria-pressed=pressed on:click=move |_| on_press(option)>
                {text(option)}
            </button>
        }
    });
    view! { <div class=class role="group" aria-label=label>{buttons.collect_view()}</div> }
}
