use leptos::prelude::*;
use list::Indicator;
use routes::Route;
use search::Handout;
use words::text::handout as labels;

#[component]
pub fn HandoutLink(indicators: Vec<&'static Indicator>, title: String) -> impl IntoView {
    let ids = indicators.iter().map(|indicator| &indicator.id);
    let href = Route::Handout(Handout::of(ids, &title)).href();
    view! { <a class="button" href=href>{labels::make()}</a> }
}
