//! One wrapper for loading, failing and trying again. A request dies with its page.

use crate::api::{Failure, Flight};
use leptos::prelude::*;
use std::future::Future;

/// How far something is that comes from the server.
#[derive(Clone, Debug, PartialEq)]
pub enum Load<T> {
    /// On its way.
    Waiting,
    /// Here.
    Ready(T),
    /// It did not come.
    Failed(Failure),
}

/// Something that comes from the server, and can be asked for again.
pub struct Loader<T: Send + Sync + 'static> {
    /// How far it is.
    pub state: RwSignal<Load<T>>,
    tries: RwSignal<u32>,
}

impl<T: Send + Sync + 'static> Clone for Loader<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Loader<T> {}

impl<T: Clone + Send + Sync + 'static> Loader<T> {
    /// Loads whatever `fetch` brings for the present `key`, and again whenever the key changes.
    ///
    /// `first` is what the first HTML showed already: with it nothing is asked until the key changes.
    pub fn new<K, Fut>(key: Signal<K>, first: Option<T>, fetch: impl Fn(K, Flight) -> Fut + 'static) -> Self
    where
        K: Clone + PartialEq + Send + Sync + 'static,
        Fut: Future<Output = Result<T, Failure>> + 'static,
    {
        let here = first.is_some();
        let loader = Self { state: RwSignal::new(first.map_or(Load::Waiting, Load::Ready)), tries: RwSignal::new(0) };
        Effect::new(move |before: Option<(K, u32)>| {
            let now = (key.get(), loader.tries.get());
            let untouched = before.as_ref() == Some(&now) || (before.is_none() && here);
            if !untouched {
                loader.state.set(Load::Waiting);
                let flight = Flight::new();
                let answer = fetch(now.0.clone(), flight.clone());
                on_cleanup({
                    let flight = flight.clone();
                    move || flight.abort()
                });
                crate::task::run(async move {
                    let answer = answer.await;
                    if !flight.is_aborted() {
                        loader.state.set(answer.map_or_else(Load::Failed, Load::Ready));
                        crate::browser::focus_heading();
                    }
                });
            }
            now
        });
        loader
    }

    /// Asks again.
    pub fn again(self) {
        self.tries.update(|tries| *tries += 1);
    }
}
