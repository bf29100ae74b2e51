//! The visitors' entry.

fn main() {
    #[cfg(target_arch = "wasm32")]
    droombord::takeover::take_over(droombord::app::App);
}
