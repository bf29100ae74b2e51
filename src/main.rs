//! The readers' entry: the board and one post.

fn main() {
    #[cfg(target_arch = "wasm32")]
    droombord::takeover::take_over("inhoud", droombord::app::BoardApp);
}
