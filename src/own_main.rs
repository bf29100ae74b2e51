//! The writers' entry: writing and own posts. Whoever only reads does not download it.

fn main() {
    #[cfg(target_arch = "wasm32")]
    droombord::takeover::take_over("app", droombord::app::OwnApp);
}
