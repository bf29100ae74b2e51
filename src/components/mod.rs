//! Components that two pages or more use. Props in, callbacks out: none of them calls the server or owns the page's data.

pub mod answer;
pub mod chip;
pub mod confidant;
pub mod direction;
pub mod field;
pub mod frame;
pub mod growing;
pub mod guard;
pub mod help_line;
pub mod icon;
pub mod kept;
pub mod key;
pub mod letter;
pub mod note;
pub mod notice;
pub mod promise;
pub mod reactions;
pub mod reading;
pub mod spelled;
pub mod summary;
pub mod trail_step;
pub mod who_reads;
pub mod without;
pub mod words_field;
