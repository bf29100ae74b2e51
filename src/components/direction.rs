//! Shape, colour and word of the movement's three questions.

use super::icon::Icon;
use crate::i18n::use_words;
use droombord_domain::post::{Direction, Kind};
use leptos::prelude::*;

/// The block modifier that carries the colour: `start`, `stop`, `back`, or none.
pub const fn tone(direction: Option<Direction>) -> &'static str {
    match direction {
        Some(Direction::Start) => "start",
        Some(Direction::Stop) => "stop",
        Some(Direction::TurnBack) => "back",
        None => "free",
    }
}

/// The drawing of a direction.
pub const fn shape(direction: Option<Direction>) -> &'static str {
    match direction {
        Some(direction) => direction.code(),
        None => "free",
    }
}

/// The pin on a note: shape and word.
#[component]
pub fn Pin(
    /// What the writer chose.
    direction: Option<Direction>,
    /// Dream or story: without a direction it is a free one.
    kind: Kind,
) -> impl IntoView {
    let say = use_words().say;
    let word = direction.map_or_else(|| (say.names.no_direction)(kind), |direction| (say.names.direction)(direction));
    view! {
        <span class=format!("direction direction--{} note__pin", tone(direction))>
            <Icon name=shape(direction) class="direction__shape" />
            {word}
        </span>
    }
}
