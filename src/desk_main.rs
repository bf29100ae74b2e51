//! The desk's entry: no visitor downloads it.

fn main() {
    #[cfg(target_arch = "wasm32")]
    droombord::takeover::take_over("app", droombord::desk::Desk);
}
