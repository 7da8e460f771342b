use leptos::prelude::*;

/// One button per option. Children come after the buttons, inside the fieldset.
#[component]
pub fn RadioGroup<T, L>(
    legend: &'static str,
    /// Unique on the page: the browser ties the buttons together by it.
    #[prop(into)]
    name: String,
    options: impl IntoIterator<Item = T>,
    label: impl Fn(T) -> L,
    is_selected: impl Fn(T) -> bool + Copy + Send + 'static,
    on_select: impl Fn(T) + Copy + 'static,
    #[prop(optional)] code: Option<fn(T) -> &'static str>,
    #[prop(optional)] is_disabled: Option<Callback<T, bool>>,
    #[prop(default = Some("field"))] class: Option<&'static str>,
    #[prop(default = "choices")] options_class: &'static str,
    #[prop(optional)] described_by: Option<&'static str>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView
where
    T: Copy + Send + Sync + 'static,
    L: IntoView + 'static,
{
    let buttons = options.into_iter().map(|option| {
        view! {
            <label>
                <input
                    type="radio"
                    name=name.clone()
                    value=code.map(|code| code(option))
                    prop:checked=move || is_selected(option)
                    prop:disabled=move || is_disabled.is_some_and(|is_disabled| is_disabled.run(option))
                    on:change=move |_| on_select(option)
                />
                {label(option)}
            </label>
        }
    });
    view! {
        <fieldset class=class aria-describedby=described_by>
            <legend>{legend}</legend>
            <div class=options_class>{buttons.collect_view()}</div>
            {children.map(|children| children())}
        </fieldset>
    }
}
