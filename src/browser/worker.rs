//! The service worker seen from the page: registered once, listened to, and replaced only when the reader agrees.

use std::{cell::Cell, rc::Rc};

use leptos::{ev, prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

/// What the reader should hear about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkerNews {
    /// The first worker has stored everything: the app now opens without a network.
    OfflineReady,
    /// A newer version is stored and waits for consent.
    UpdateWaiting,
    /// Another tab has let a newer version in; this page still runs the old one.
    UpdateTaken,
}

/// Registers the worker and reports its news for as long as the page lives. Without service workers (an old browser, a
/// page served without encryption) nothing happens: the app works, only not offline.
pub fn register(report: impl Fn(WorkerNews) + 'static) {
    // During development an offline copy would hide the newest change.
    if cfg!(debug_assertions) {
        return;
    }
    let Some(container) = container() else { return };
    let report: Rc<dyn Fn(WorkerNews)> = Rc::new(report);
    spawn_local(async move {
        // A browser may refuse (storage switched off); the app then simply stays online-only.
        let Ok(registration) = JsFuture::from(container.register("./sw.js")).await else {
            return;
        };
        let registration: ServiceWorkerRegistration = registration.unchecked_into();
        tell_of_takeover(&container, &report);
        if registration.waiting().is_some() && registration.active().is_some() {
            report(WorkerNews::UpdateWaiting);
        }
        watch(&registration, &report);
        check_on_return(registration);
    });
}

/// Lets the waiting version take over, then reloads this page once; where none waits any more, because another tab has
/// let it in, only reloads. Everything own must be saved before.
pub fn accept_update() {
    let Some(container) = container() else { return };
    // This page is about to be replaced: what it would say about the change of hands is of no use.
    container.set_oncontrollerchange(None);
    spawn_local(async move {
        let registration = JsFuture::from(container.get_registration()).await.ok();
        let waiting = registration
            .and_then(|found| found.dyn_into::<ServiceWorkerRegistration>().ok())
            .and_then(|registration| registration.waiting());
        let Some(worker) = waiting else {
            return reload();
        };
        let watched = worker.clone();
        // The worker's own state is followed, because a page loaded past the worker is taken over by none.
        let changed = Closure::<dyn Fn()>::new(move || {
            if watched.state() == ServiceWorkerState::Activated {
                reload();
            }
        });
        worker.set_onstatechange(Some(changed.as_ref().unchecked_ref()));
        // Lives until the page is replaced.
        changed.forget();
        // A worker that cannot be told keeps waiting: the next start of the browser brings the new version either way.
        let _ = worker.post_message(&JsValue::from_str("skip-waiting"));
    });
}

/// A browser that refuses to reload shows the old version, which still works.
fn reload() {
    let _ = window().location().reload();
}

fn container() -> Option<ServiceWorkerContainer> {
    let navigator = window().navigator();
    let present = js_sys::Reflect::get(&navigator, &JsValue::from_str("serviceWorker")).ok()?;
    present.dyn_into().ok()
}

/// Follows each new worker until it is installed (an update) or active (the very first one).
fn watch(registration: &ServiceWorkerRegistration, report: &Rc<dyn Fn(WorkerNews)>) {
    let follow = {
        let registration = registration.clone();
        let report = Rc::clone(report);
        move || {
            let Some(worker) = registration.installing() else {
                return;
            };
            let watched = worker.clone();
            // Asked anew for each worker: the first one takes this page over, the next one is an update.
            let is_update = registration.active().is_some();
            let report = Rc::clone(&report);
            let changed = Closure::<dyn Fn()>::new(move || match watched.state() {
                ServiceWorkerState::Installed if is_update => report(WorkerNews::UpdateWaiting),
                ServiceWorkerState::Activated if !is_update => report(WorkerNews::OfflineReady),
                _ => {}
            });
            worker.set_onstatechange(Some(changed.as_ref().unchecked_ref()));
            // Lives as long as the worker it watches; there are as many as updates in one visit.
            changed.forget();
        }
    };
    // The first worker may already be installing when the registration arrives.
    follow();
    let found = Closure::<dyn Fn()>::new(follow);
    registration.set_onupdatefound(Some(found.as_ref().unchecked_ref()));
    found.forget();
}

/// The first worker takes this page over silently; a later change of hands means that another tab has agreed to an
/// update, and this page should follow before it asks for files of its own version that are gone.
fn tell_of_takeover(container: &ServiceWorkerContainer, report: &Rc<dyn Fn(WorkerNews)>) {
    let had_controller = Cell::new(container.controller().is_some());
    let report = Rc::clone(report);
    let changed = Closure::<dyn Fn()>::new(move || {
        if had_controller.replace(true) {
            report(WorkerNews::UpdateTaken);
        }
    });
    container.set_oncontrollerchange(Some(changed.as_ref().unchecked_ref()));
    // Listens for as long as the page lives, unless this page itself takes the update.
    changed.forget();
}

/// Looks for a new version whenever the reader comes back to the tab.
fn check_on_return(registration: ServiceWorkerRegistration) {
    // The listener lives as long as the page.
    let _ = window_event_listener(ev::visibilitychange, move |_| {
        if !document().hidden() {
            let asked = registration.update();
            spawn_local(async move {
                // Without a network there is nothing to learn.
                if let Ok(answer) = asked {
                    let _ = JsFuture::from(answer).await;
                }
            });
        }
    });
}
