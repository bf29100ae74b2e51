//! The guard's worker, from the page's side: it gets its program, then questions, and sends answers. Without it nothing is said.

#[cfg(target_arch = "wasm32")]
pub use in_browser::Line;
#[cfg(not(target_arch = "wasm32"))]
pub use on_server::Line;

#[cfg(target_arch = "wasm32")]
mod in_browser {
    use crate::browser;
    use leptos::prelude::{Callable, Callback};
    use wasm_bindgen::{JsCast, closure::Closure};
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{MessageEvent, Worker, js_sys::WebAssembly};

    /// A line to a worker that runs; it ends with its last holder.
    pub struct Line {
        worker: Worker,
        _hear: Closure<dyn Fn(MessageEvent)>,
    }

    impl Line {
        /// Loads the program and starts it; `hear` gets its answers, the first as soon as it is ready. Nothing when the browser or the
        /// network will not.
        pub async fn open(hear: Callback<String>) -> Option<Self> {
            let base = browser::meta("droombord-guard")?;
            let program = web_sys::window()?.fetch_with_str(&format!("{base}.wasm"));
            // Compiled here, not there: the worker's own content policy lets it load nothing at all.
            let program = JsFuture::from(WebAssembly::compile_streaming(&program)).await.ok()?;
            let worker = Worker::new(&format!("{base}.js")).ok()?;
            let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                if let Some(answer) = event.data().as_string() {
                    hear.try_run(answer);
                }
            });
            worker.set_onmessage(Some(hear.as_ref().unchecked_ref()));
            worker.post_message(&program).ok()?;
            Some(Self { worker, _hear: hear })
        }

        /// Sends a question.
        pub fn send(&self, question: &str) {
            let _ = self.worker.post_message(&question.into());
        }
    }

    impl Drop for Line {
        fn drop(&mut self) {
            self.worker.terminate();
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod on_server {
    use leptos::prelude::Callback;

    /// No worker runs on the server.
    pub struct Line;

    impl Line {
        /// Nothing.
        #[expect(clippy::unused_async, reason = "as in the browser")]
        pub async fn open(_hear: Callback<String>) -> Option<Self> {
            None
        }

        /// Nothing.
        pub fn send(&self, _question: &str) {}
    }
}
