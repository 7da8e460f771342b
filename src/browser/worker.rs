//! The service worker: the start script registers it, and it is replaced only when the reader agrees.

use std::cell::{Cell, OnceCell};

use leptos::{ev, prelude::*};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkerNews {
    /// The first worker has stored all files: the app now works offline.
    OfflineReady,
    /// A new version waits, or another tab has accepted it and this page still runs the old one.
    Update,
}

thread_local! {
    /// The latest news, from before the app starts too.
    static NEWS: ArcRwSignal<Option<WorkerNews>> = ArcRwSignal::new(None);
    static REGISTRATION: OnceCell<ServiceWorkerRegistration> = const { OnceCell::new() };
}

fn report(news: WorkerNews) {
    NEWS.with(|latest| latest.set(Some(news)));
}

pub fn news() -> ArcRwSignal<Option<WorkerNews>> {
    NEWS.with(Clone::clone)
}

/// Reports news of the worker. Called before the app starts, when Leptos' `spawn_local` does not work yet.
pub fn follow(registration: ServiceWorkerRegistration) {
    let Some(container) = container() else { return };
    report_takeover(&container);
    if registration.waiting().is_some() && registration.active().is_some() {
        report(WorkerNews::Update);
    }
    watch(&registration);
    check_on_return(registration.clone());
    // The start script registers the worker once.
    let _ = REGISTRATION.with(|kept| kept.set(registration));
}

/// Activates the waiting version, unless another tab has done so, and reloads the page. Save everything before.
pub fn accept_update() {
    let Some(container) = container() else { return };
    // The page is reloaded anyway.
    container.set_oncontrollerchange(None);
    let waiting = REGISTRATION.with(|registration| registration.get()?.waiting());
    let Some(worker) = waiting else { return reload() };
    let watched = worker.clone();
    // Not `controllerchange`: a page loaded past the worker gets no controller.
    worker.set_onstatechange(Some(&handler(move || {
        if watched.state() == ServiceWorkerState::Activated {
            reload();
        }
    })));
    // A worker that gets no message keeps waiting until the browser is started again.
    let _ = worker.post_message(&JsValue::from_str("skip-waiting"));
}

/// An event handler that lives until the browser drops it.
fn handler(run: impl Fn() + 'static) -> js_sys::Function {
    Closure::<dyn Fn()>::new(run).into_js_value().unchecked_into()
}

fn reload() {
    let _ = window().location().reload();
}

fn container() -> Option<ServiceWorkerContainer> {
    let navigator = window().navigator();
    let present = js_sys::Reflect::get(&navigator, &JsValue::from_str("serviceWorker")).ok()?;
    present.dyn_into().ok()
}

/// Reports each new worker when it is installed (an update) or active (the first one).
fn watch(registration: &ServiceWorkerRegistration) {
    let follow = {
        let registration = registration.clone();
        move || {
            let Some(worker) = registration.installing() else { return };
            let watched = worker.clone();
            // The first worker is no update.
            let is_update = registration.active().is_some();
            worker.set_onstatechange(Some(&handler(move || match watched.state() {
                ServiceWorkerState::Installed if is_update => report(WorkerNews::Update),
                ServiceWorkerState::Activated if !is_update => report(WorkerNews::OfflineReady),
                _ => {}
            })));
        }
    };
    // The first worker may already be installing when the registration arrives.
    follow();
    registration.set_onupdatefound(Some(&handler(follow)));
}

/// A change after the first worker means that another tab has accepted an update: the files of this version are gone.
fn report_takeover(container: &ServiceWorkerContainer) {
    let had_controller = Cell::new(container.controller().is_some());
    container.set_oncontrollerchange(Some(&handler(move || {
        if had_controller.replace(true) {
            report(WorkerNews::Update);
        }
    })));
}

fn check_on_return(registration: ServiceWorkerRegistration) {
    let _ = window_event_listener(ev::visibilitychange, move |_| {
        if !document().hidden() {
            let update = registration.update();
            spawn_local(async move {
                // Fails without a network.
                if let Ok(answer) = update {
                    let _ = JsFuture::from(answer).await;
                }
            });
        }
    });
}
