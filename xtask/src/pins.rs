//! The versions of everything that a build fetches, in one place.
//!
//! Two more live where their own tools look for them: `wasm-bindgen` follows `Cargo.lock` (the command-line tool must equal the
//! library), and npm's packages follow the lock files in `xtask/` and `tests/browser/`.

/// Builds the pages round the compiled app.
pub(crate) const TRUNK: &str = "0.21.14";

/// The oldest Node that the browser tests and `wasm-opt` run on.
pub(crate) const NODE_MAJOR: u32 = 20;

/// What the app is compiled to.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The environment in which a tool is compiled, once, from source.
///
/// A tool runs for seconds a day and is compiled on every new machine, so compiling quickly counts for more than running quickly:
/// no optimisation at all. On two cores, in all, 4.5 minutes instead of 8.7 at level 1 (and 8 for Trunk alone as it comes).
pub(crate) const TOOL_PROFILE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

/// The features of wasm that rustc and wasm-bindgen use.
pub(crate) const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// How `wasm-opt` makes a program small. `-Oz` is smaller before brotli and larger after it. Writing loops and blocks again, and then the
/// rest twice more, takes 1.4% off the readers' program after brotli; `--gufa` and inlining less take another 0.9%. The first kilobyte of memory is the end of the stack, which nothing
/// points to.
pub(crate) const WASM_OPT: [&str; 12] = [
    "--low-memory-unused",
    "-Os",
    "--gufa",
    "--flatten",
    "--rereloop",
    "-Os",
    "--gufa",
    "-Os",
    // Functions that have one caller stay functions when they are long: alike ones then stand side by side.
    "--one-caller-inline-max-function-size",
    "20",
    "--always-inline-max-function-size",
    "1",
];

/// How `terser` makes a script small.
pub(crate) const TERSER: [&str; 3] = ["--compress", "passes=2", "--mangle"];
