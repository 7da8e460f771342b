use assess::{Verdict, whole};
use figures::{Action, HeaderContent, ScenarioId};
use leptos::prelude::*;
use routes::Route;
use words::text::scenario as labels;

use crate::{
    browser::dom,
    controls::{Button, ScenarioMark, ShareButton, status_count_list, with_verdicts},
    pages::scenarios::scenario_form::{ScenarioForm, has_draft},
    state::{use_dataset, use_figures},
};

#[derive(Clone, PartialEq)]
struct ScenarioSummary {
    content: HeaderContent,
    figures: usize,
    verdicts: Vec<Verdict>,
    is_active: bool,
    index: usize,
    count: usize,
}

/// `chosen` holds the scenarios to compare.
#[component]
pub fn ScenarioItem(id: ScenarioId, chosen: RwSignal<Vec<ScenarioId>>) -> impl IntoView {
    let dataset = use_dataset();
    let figures = use_figures();
    let id = StoredValue::new(id);
    let summary = Memo::new(move |_| {
        let notebook = figures.notebook();
        let all = notebook.workspace.scenarios();
        let (index, scenario) = id.with_value(|id| all.iter().enumerate().find(|(_, scenario)| scenario.id == *id))?;
        Some(ScenarioSummary {
            content: scenario.header.value.clone(),
            figures: scenario.figures().count(),
            verdicts: scenario.verdicts(dataset),
            is_active: notebook.workspace.active().id == scenario.id,
            index,
            count: all.len(),
        })
    });
    let editing = RwSignal::new(id.with_value(has_draft));
    let edit_with_id = move |action: fn(ScenarioId) -> Action| figures.edit(action(id.get_value()));
    let activate = move |_| edit_with_id(|id| Action::ActivateScenario { id });
    let delete = move |_| {
        edit_with_id(|id| Action::DeleteScenario { id });
        dom::focus_later("#list-heading".to_owned());
    };
    let is_chosen = move || id.with_value(|id| chosen.read().contains(id));
    let toggle_chosen = move |_| {
        let id = id.get_value();
        chosen.update(|chosen| {
            let count = chosen.len();
            chosen.retain(|other| *other != id);
            if chosen.len() == count {
                chosen.push(id);
            }
        });
    };
    let is_editing = move || editing.get().to_string();
    let toggle_editing = move |_| editing.update(|open| *open = !*open);
    let plain = "button button--plain";
    let shift_button = move |name: &'static str, label: &'static str, to: usize, disabled: bool| {
        let button_id = id.with_value(|id| format!("{id}-{name}"));
        let focus = format!("#{button_id}");
        let shift = move |_| {
            figures.edit(Action::MoveScenario { id: id.get_value(), to });
            // The item moves in the page, so its button loses the focus.
            dom::focus_later(focus.clone());
        };
        view! {
            <button type="button" class=plain id=button_id data-action=name disabled=disabled on:click=shift>{label}</button>
        }
    };
    let body = move || {
        let ScenarioSummary { content, figures: figure_count, verdicts, is_active, index, count } = summary.get()?;
        let rollup = whole(with_verdicts(dataset, &verdicts));
        let (choose_label, more_label) = (labels::choose(&content.name), labels::more(&content.name));
        let copy_name = labels::copy_name(&content.name);
        let copy = move |_| {
            let (from, id) = (id.get_value(), figures.new_scenario_id());
            figures.edit(Action::CopyScenario { from, id, name: copy_name.clone() });
        };
        Some(view! {
            <div class="scenario-item__head">
                <ScenarioMark mark=content.mark />
                <h3>{content.name}</h3>
                {is_active.then(|| view! { <span class="badge">{labels::active()}</span> })}
            </div>
            {(!content.description.is_empty()).then(|| view! { <p class="note">{content.description}</p> })}
            <p class="small muted">{labels::figure_count(figure_count)}</p>
            {(figure_count > 0).then(|| status_count_list(&rollup))}
            <div class="actions actions--close no-print">
                <a class="button button--own" href=Route::sheet(id.get_value()).href()>{labels::open_sheet()}</a>
                {(!is_active).then(|| view! { <Button label=labels::use_this() on_press=activate /> })}
                {(figure_count > 0).then(|| view! { <ShareButton scenario=Signal::derive(move || id.get_value()) /> })}
                {(count > 1).then(|| view! {
                    <label class="check">
                        <input type="checkbox" aria-label=choose_label prop:checked=is_chosen on:change=toggle_chosen />
                        {labels::choose_short()}
                    </label>
                })}
            </div>
            <div class="actions actions--close no-print" role="group" aria-label=more_label>
                <button type="button" class=plain data-action="edit" aria-expanded=is_editing on:click=toggle_editing>
                    {labels::edit()}
                </button>
                <Button class=plain action="copy" label=labels::copy() on_press=copy />
                {(count > 1).then(|| view! {
                    {shift_button("up", labels::up(), index.saturating_sub(1), index == 0)}
                    {shift_button("down", labels::down(), index + 1, index + 1 == count)}
                    <Button class=plain action="delete" label=labels::delete() on_press=delete />
                })}
            </div>
        })
    };
    view! {
        <li class="scenario-item" class:is-active=move || summary.read().as_ref().is_some_and(|summary| summary.is_active)>
            {body}
            <Show when=move || editing.get()><ScenarioForm id=id.get_value() editing /></Show>
        </li>
    }
}
