//! Pages as the server makes them, for what only the server makes.

use super::transport::{Call, Failure, Flight, Method};

/// A page as HTML.
///
/// # Errors
/// When it does not come. A page that is not there is garbled: its answer is no problem in JSON.
pub async fn html(path: &str, flight: &Flight) -> Result<String, Failure> {
    Call::new(Method::Get, path).text(flight).await
}
