//! What is read for visitors, the same for the API (`routes`) and the first HTML (`pages`).

pub mod answers;
pub mod board;
pub mod promises;
pub mod settings;
