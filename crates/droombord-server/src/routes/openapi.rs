//! The OpenAPI document, made from the code of the handlers and the domain's types.

use super::json_bytes;
use crate::{auth::cookie, error::Error, state::AppState};
use axum::{
    Router,
    response::{IntoResponse, Response},
    routing::get,
};
use droombord_domain::{filter::Order, follow_key::SCHEME, paths, status::DeskStatus, support::Support};
use utoipa::{
    Modify, OpenApi,
    openapi::{
        OpenApi as Document,
        security::{ApiKey, ApiKeyValue, SecurityScheme},
    },
};

/// The routes of this file.
pub fn routes() -> Router<AppState> {
    Router::new().route(paths::OPENAPI, get(document))
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Droombord",
        description = "The dream board. Codes, never sentences; ids are random; lists are paged by a sealed cursor; \
                       every refusal is application/problem+json (RFC 9457) with a `code`.",
        license(name = "MIT OR Apache-2.0"),
    ),
    paths(
        super::accounts::list,
        super::accounts::make,
        super::accounts::reset,
        super::accounts::disable,
        super::alerts::reads_now,
        super::alerts::alerts,
        super::answers::asks,
        super::answers::ask,
        super::answers::remind,
        super::answers::asked,
        super::answers::one,
        super::answers::answer,
        super::answers::to_read,
        super::answers::decide,
        super::answers::decide_words,
        super::answers::read,
        super::answers::understood,
        super::answers::verdict,
        super::health::health,
        super::health::ready,
        super::insight::insight,
        super::mine::mine,
        super::posts::facets,
        super::mine::stored,
        super::mine::forget,
        super::mine::new_key,
        super::moderation::queue,
        super::moderation::one,
        super::moderation::decide,
        super::moderation::keywords,
        super::moderation::rename,
        super::organisations::list,
        super::organisations::make,
        super::organisations::change,
        super::organisations::mail,
        super::organisations::set_mail,
        super::organisations::answers,
        super::posts::board,
        super::posts::send,
        super::posts::one,
        super::posts::replies,
        super::posts::reply,
        super::posts::revise,
        super::posts::erase,
        super::posts::trail,
        super::posts::withdraw,
        super::posts::ask_another,
        super::posts::agree,
        super::promises::list,
        super::promises::one,
        super::promises::mine,
        super::promises::say,
        super::promises::own,
        super::promises::make,
        super::promises::follow_up,
        super::promises::waiting,
        super::promises::make_for,
        super::promises::follow_up_for,
        super::promises::decide,
        super::session::sign_in,
        super::session::who,
        super::session::sign_out,
        super::session::list,
        super::session::end,
        super::supports::give,
        super::supports::take_back,
        super::reports::report,
        super::reports::open,
        super::reports::handled,
        super::together::claim,
        super::together::let_go,
        super::together::note,
        super::together::similar,
        super::together::decline,
        super::together::log,
        super::worklist::worklist,
    ),
    components(schemas(DeskStatus, Order, Support)),
    modifiers(&Security),
)]
struct Api;

/// How callers say who they are.
struct Security;

impl Modify for Security {
    fn modify(&self, document: &mut Document) {
        let components = document.components.get_or_insert_default();
        let key = format!("`{SCHEME} ` and seven words joined by hyphens");
        let key = ApiKey::Header(ApiKeyValue::with_description("authorization", &key));
        components.add_security_scheme("follow_key", SecurityScheme::ApiKey(key));
        let session = ApiKey::Cookie(ApiKeyValue::with_description(cookie::NAME, "Made by signing in"));
        components.add_security_scheme("session", SecurityScheme::ApiKey(session));
    }
}

async fn document() -> Response {
    match Api::openapi().to_json() {
        Ok(text) => json_bytes(text),
        Err(_) => Error::Internal("the OpenAPI document could not be written").into_response(),
    }
}
