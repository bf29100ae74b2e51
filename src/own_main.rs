//! The writers' entry: writing and own posts. Whoever only reads does not download it.

fn main() {
    #[cfg(target_arch = "wasm32")]
    droombord::takeover::take_over(droombord::places::Entry::Own, droombord::app::OwnApp);
}
