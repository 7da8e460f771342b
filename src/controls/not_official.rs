use leptos::prelude::*;
use routes::{Route, SectionId};
use words::{
    guide,
    text::{scenario::rollup as labels, wording},
};

#[component]
pub fn NotOfficial() -> impl IntoView {
    view! {
        <p class="small muted">
            {wording::not_official()} "　"
            <a href=Route::Guide { at: SectionId::parse(guide::METHOD) }.href()>{labels::how()}</a>
        </p>
    }
}
