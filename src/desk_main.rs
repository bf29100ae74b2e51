//! The desk's entry: no visitor downloads it.

fn main() {
    #[cfg(target_arch = "wasm32")]
    droombord::takeover::take_over(droombord::places::Entry::Desk, droombord::desk::Desk);
}
