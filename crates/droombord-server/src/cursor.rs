//! Where the next page starts, sealed: a cursor tells nothing, and works only for the list and the filters it was made
//! for. Pure but for the dice.

use crate::{
    auth::seal::{self, NONCE_BYTES},
    error::{Error, Result},
    secret::Purpose,
    state::App,
    store::Place,
};
use data_encoding::BASE64URL_NOPAD;
use droombord_domain::problem::ProblemCode;
use uuid::Uuid;

/// Seals a place in a list. `list` names the list with its filters.
///
/// # Errors
/// When there are no dice.
pub fn seal(app: &App, list: &str, place: Place) -> Result<String> {
    let nonce: [u8; NONCE_BYTES] = app.dice.bytes()?;
    let Place { freshness, published_at, id } = place;
    let open = [freshness.to_be_bytes().as_slice(), &published_at.to_be_bytes(), id.as_bytes()].concat();
    seal::seal(&app.secret.key(Purpose::Cursor), nonce, list.as_bytes(), &open)
        .map(|sealed| BASE64URL_NOPAD.encode(&sealed))
        .ok_or(Error::Internal("a cursor could not be sealed"))
}

/// Opens what [`seal`] made for the same list.
///
/// # Errors
/// [`ProblemCode::InvalidCursor`].
pub fn open(app: &App, list: &str, cursor: &str) -> Result<Place> {
    let place = || {
        let sealed = BASE64URL_NOPAD.decode(cursor.as_bytes()).ok()?;
        let open = seal::open(&app.secret.key(Purpose::Cursor), list.as_bytes(), &sealed)?;
        let (freshness, rest) = open.split_first_chunk::<8>()?;
        let (at, id) = rest.split_first_chunk::<8>()?;
        Some(Place {
            freshness: i64::from_be_bytes(*freshness),
            published_at: i64::from_be_bytes(*at),
            id: Uuid::from_slice(id).ok()?,
        })
    };
    place().ok_or_else(|| ProblemCode::InvalidCursor.into())
}
