//! Builds again when what the binary holds has changed: the migrations, and in a release the built app.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
    // A debug build reads the app from the disk at every call.
    if std::env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo:rerun-if-changed=../../dist/board");
        println!("cargo:rerun-if-changed=../../dist/own");
        println!("cargo:rerun-if-changed=../../dist/desk");
    }
}
