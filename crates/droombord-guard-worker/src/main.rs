//! The program in the worker: one function, which `worker.js` calls for every question. Natively the same over standard input, questions
//! apart by a zero byte: so that both can be compared.

#[cfg(target_arch = "wasm32")]
mod exported {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[global_allocator]
    static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

    /// The answer to a question.
    #[wasm_bindgen]
    #[must_use]
    pub fn answer(question: &str) -> String {
        droombord_guard_worker::answer(question)
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::io::Result<()> {
    use std::io::{Read, Write};

    let mut all = String::new();
    std::io::stdin().read_to_string(&mut all)?;
    let answers: Vec<String> = all.split('\0').map(droombord_guard_worker::answer).collect();
    std::io::stdout().write_all(answers.join("\0").as_bytes())
}
