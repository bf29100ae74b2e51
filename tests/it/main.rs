//! The whole server from outside: its HTTP contract, what stands in its files, what a crash leaves, and how tidy the code
//! is. One binary, so that everything links once.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that cannot go on must stop loudly"
)]

mod accounts;
mod alerts;
mod answered;
mod answers;
mod app;
mod arrows;
mod auth;
mod bad_input;
mod contract;
mod crash;
mod danger;
mod desk_board;
mod digest;
mod erasing;
mod fair_turn;
mod flood;
mod follow_keys;
mod full_disk;
mod golden;
mod guard;
mod hand_back;
mod headers;
mod insight;
mod killed_backup;
mod known_time;
mod letters;
mod lines;
mod live;
mod long_reader;
mod model;
mod moderation;
mod named;
mod observer;
mod operators;
mod outcome;
mod owners;
mod paging;
mod promises;
mod proof;
mod proxies;
mod reactions;
mod reading_first;
mod replies;
mod roles;
mod schema;
mod sending;
mod staff;
mod status;
mod stored;
mod supply;
mod texts;
mod tidy;
mod together;
mod trail;
mod worklist;
