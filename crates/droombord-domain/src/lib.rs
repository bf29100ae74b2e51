//! The words and rules of the board, shared by both sides.
//!
//! What lives here: types that are right by construction, the rules between them, codes, endpoint paths and the
//! shapes that travel over HTTP. What may not: input and output, the clock, dice, sentences that a visitor reads.
//! Time and identity are arguments. The names are those of the product's word list, without synonyms.

mod codes;

pub mod answer;
pub mod answering;
pub mod api;
pub mod asking;
pub mod draft;
pub mod filter;
pub mod first_name;
pub mod follow_key;
pub mod hand_back;
pub mod hours;
pub mod insight;
pub mod keyword;
pub mod life;
pub mod mark;
pub mod organisation;
pub mod origin;
pub mod outcome;
pub mod paths;
pub mod post;
pub mod problem;
pub mod promise;
pub mod readability;
pub mod reason;
pub mod report;
pub mod settings;
pub mod similar;
pub mod staff;
pub mod status;
pub mod support;
pub mod text;
pub mod trail;
pub mod when;
pub mod worklist;
