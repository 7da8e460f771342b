//! The line at the foot that says what was just done and offers to undo it.

use leptos::prelude::*;

use crate::{scenario::Action, state::use_app, text::screen};

/// One line at a time; the newest replaces the last. It stays until closed: nobody has to be quick.
#[component]
pub fn Toast() -> impl IntoView {
    let app = use_app();
    view! {
        <div class="toast" role="status">
            {move || {
                app.notice
                    .get()
                    .map(|notice| {
                        view! {
                            <div>
                                <p>{notice.text}</p>
                                {notice
                                    .undoable
                                    .then(|| {
                                        view! {
                                            <button type="button" on:click=move |_| app.edit(Action::Undo)>
                                                {screen::own::UNDO}
                                            </button>
                                        }
                                    })}
                                <button type="button" on:click=move |_| app.notice.set(None)>
                                    {screen::own::DISMISS}
                                </button>
                            </div>
                        }
                    })
            }}
        </div>
    }
}
