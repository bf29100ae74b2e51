//! What handlers take out of a request. An extractor refuses by itself, with a problem; a handler sees only what is right.

use crate::{
    error::Error,
    search,
    secret::Purpose,
    state::{App, AppState},
};
use axum::{
    RequestPartsExt,
    body::Bytes,
    extract::{FromRequest, FromRequestParts, RawPathParams, Request},
    http::{HeaderMap, HeaderValue, header, request::Parts},
    response::Response,
};
use droombord_domain::{
    api::{self, DEFAULT_LIMIT, MAX_LIMIT},
    draft,
    follow_key::FollowKey,
    paths,
    post::Kind,
    problem::{FieldCode, FieldError, ProblemCode},
    text::MAX_GRAPHEME_BYTES,
};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::{collections::HashSet, time::Duration};
use uuid::Uuid;

pub use crate::limits::Source;

/// A body may have so many bytes: the longest story of the largest letters, and 64 KiB for what stands around it.
pub const MAX_BODY: usize = Kind::Story.max_length() * MAX_GRAPHEME_BYTES + 64 * 1024;
/// And must have arrived within this time.
pub const BODY_TIME: Duration = Duration::from_secs(15);

/// What the JSON type of a field must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// A string; `null` counts as left out.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number from 0 to 4,294,967,295.
    Count,
    /// A list of strings.
    Texts,
    /// An id.
    Id,
    /// An object with these fields.
    Object(&'static [Field]),
    /// A list of such objects.
    Objects(&'static [Field]),
}

/// A field that a body may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub r#type: Type,
    /// Whether reading fails without it.
    pub required: bool,
}

impl Field {
    /// A field that may be left out.
    pub const fn optional(name: &'static str, r#type: Type) -> Self {
        Self { name, r#type, required: false }
    }

    /// A field that must be there.
    pub const fn required(name: &'static str, r#type: Type) -> Self {
        Self { name, r#type, required: true }
    }
}

/// A type that can be a body: its fields are named, so that everything wrong is reported at once.
pub trait Shape: DeserializeOwned {
    /// All the fields that it may have.
    const FIELDS: &'static [Field];
}

impl Shape for draft::Draft {
    const FIELDS: &'static [Field] = &[
        Field::optional("kind", Type::Text),
        Field::optional("direction", Type::Text),
        Field::optional("text", Type::Text),
        Field::optional("lang", Type::Text),
        Field::optional("role", Type::Text),
        Field::optional("on_behalf", Type::Flag),
        Field::optional("age_band", Type::Text),
        Field::optional("region", Type::Text),
        Field::optional("alert", Type::Flag),
    ];
}

impl Shape for draft::ReplyDraft {
    const FIELDS: &'static [Field] = &[
        Field::optional("text", Type::Text),
        Field::optional("lang", Type::Text),
        Field::optional("role", Type::Text),
        Field::optional("on_behalf", Type::Flag),
        Field::optional("age_band", Type::Text),
        Field::optional("alert", Type::Flag),
    ];
}

impl Shape for api::Revision {
    const FIELDS: &'static [Field] = &[
        Field::required("revision", Type::Count),
        Field::required("draft", Type::Object(<draft::Draft as Shape>::FIELDS)),
    ];
}

impl Shape for api::Agreement {
    const FIELDS: &'static [Field] = &[Field::required("revision", Type::Count)];
}

impl Shape for api::NewKey {
    const FIELDS: &'static [Field] = &[Field::required("new_key", Type::Text)];
}

/// A JSON body of at most [`MAX_BODY`] bytes, whose fields have the right types or are reported.
#[derive(Debug)]
pub struct Body<T> {
    /// What could be read; `None` when a required field is missing or of a wrong type.
    value: Option<T>,
    /// The fields that are not right so far.
    errors: Vec<FieldError>,
}

impl<T: Shape> Body<T> {
    /// The value, when every field had the right type.
    ///
    /// # Errors
    /// [`Error::Fields`].
    pub fn plain(self) -> Result<T, Error> {
        match self.value {
            Some(value) if self.errors.is_empty() => Ok(value),
            _ => Err(Error::Fields(self.errors)),
        }
    }

    /// The value parsed further; the errors of both come at once, one a field.
    ///
    /// # Errors
    /// [`Error::Fields`].
    pub fn parse<U>(self, parse: impl FnOnce(T) -> Result<U, Vec<FieldError>>) -> Result<U, Error> {
        let Self { value, mut errors } = self;
        match value.map(parse) {
            Some(Ok(parsed)) if errors.is_empty() => return Ok(parsed),
            Some(Err(more)) => {
                let known: HashSet<String> = errors.iter().map(|error| error.field.clone()).collect();
                errors.extend(more.into_iter().filter(|error| !known.contains(&error.field)));
            }
            Some(Ok(_)) | None => {}
        }
        Err(Error::Fields(errors))
    }

    /// Reads the bytes of a body.
    ///
    /// # Errors
    /// [`ProblemCode::BrokenJson`], or that the body is no object.
    pub fn read(bytes: &[u8]) -> Result<Self, Error> {
        let value: Value = serde_json::from_slice(bytes).map_err(|_| ProblemCode::BrokenJson)?;
        let Value::Object(mut object) = value else {
            return Err(vec![FieldError::new("", FieldCode::WrongType)].into());
        };
        let mut errors = Vec::new();
        take_wrong(&mut object, T::FIELDS, "", &mut errors);
        let value = serde_json::from_value(Value::Object(object)).ok();
        if value.is_none() && errors.is_empty() {
            // The fields have the right types, yet one holds a code that does not exist: serde tells which type, not
            // which field. Shapes keep codes as text where it matters.
            errors.push(FieldError::new("", FieldCode::Invalid));
        }
        Ok(Self { value, errors })
    }
}

/// Takes out of the object what is not as the fields say, and reports it.
fn take_wrong(object: &mut Map<String, Value>, fields: &[Field], prefix: &str, errors: &mut Vec<FieldError>) {
    let mut unknown: Vec<String> =
        object.keys().filter(|name| !fields.iter().any(|field| field.name == *name)).cloned().collect();
    for Field { name, r#type, required } in fields.iter().copied() {
        let path = format!("{prefix}{name}");
        match object.get_mut(name) {
            None if required => errors.push(FieldError::new(path, FieldCode::Missing)),
            None => {}
            Some(Value::Object(inner)) if matches!(r#type, Type::Object(_)) => {
                if let Type::Object(fields) = r#type {
                    take_wrong(inner, fields, &format!("{path}."), errors);
                }
            }
            Some(Value::Array(items)) if matches!(r#type, Type::Objects(_)) && items.iter().all(Value::is_object) => {
                if let Type::Objects(fields) = r#type {
                    let items = items.iter_mut().filter_map(Value::as_object_mut);
                    items.enumerate().for_each(|(at, item)| take_wrong(item, fields, &format!("{path}.{at}."), errors));
                }
            }
            Some(value) if has_type(value, r#type, required) => {}
            Some(_) => {
                object.remove(name);
                errors.push(FieldError::new(path, FieldCode::WrongType));
            }
        }
    }
    unknown.sort();
    for name in unknown {
        object.remove(&name);
        // A name that a caller made up goes back cut short: it is not ours to repeat at length.
        let short: String = name.chars().take(40).collect();
        errors.push(FieldError::new(format!("{prefix}{short}"), FieldCode::UnknownField));
    }
}

fn has_type(value: &Value, r#type: Type, required: bool) -> bool {
    match r#type {
        Type::Text => value.is_string() || (value.is_null() && !required),
        Type::Flag => value.is_boolean(),
        Type::Count => value.as_u64().is_some_and(|count| u32::try_from(count).is_ok()),
        Type::Texts => value.as_array().is_some_and(|items| items.iter().all(Value::is_string)),
        Type::Id => value.as_str().is_some_and(|id| id.parse::<Uuid>().is_ok()),
        Type::Object(_) | Type::Objects(_) => false,
    }
}

impl<T: Shape> FromRequest<AppState> for Body<T> {
    type Rejection = Error;

    async fn from_request(request: Request, _: &AppState) -> Result<Self, Error> {
        if !is_json(request.headers()) {
            return Err(ProblemCode::UnsupportedMediaType.into());
        }
        Self::read(&body_bytes(request).await?)
    }
}

/// The bytes of a body, when they are few enough and come in time.
async fn body_bytes(request: Request) -> Result<Bytes, Error> {
    let collected = tokio::time::timeout(BODY_TIME, Limited::new(request.into_body(), MAX_BODY).collect()).await;
    match collected {
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(ProblemCode::TooLarge.into()),
        // The caller hung up half-way, or sent broken chunks: nobody reads the answer, or nobody can help it.
        Ok(Err(_)) => Err(ProblemCode::BrokenJson.into()),
        Err(_) => Err(ProblemCode::Timeout.into()),
    }
}

/// `application/json`, with or without parameters; another character set than UTF-8 is another type.
fn is_json(headers: &HeaderMap) -> bool {
    let Some(value) = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()) else { return false };
    let mut parts = value.split(';').map(str::trim);
    parts.next().is_some_and(|kind| kind.eq_ignore_ascii_case("application/json"))
        && parts.all(|parameter| match parameter.split_once('=') {
            Some((name, value)) if name.eq_ignore_ascii_case("charset") => {
                value.trim_matches('"').eq_ignore_ascii_case("utf-8")
            }
            _ => true,
        })
}

/// The `{id}` of the address. Anything that is no UUID names nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Id(pub Uuid);

impl FromRequestParts<AppState> for Id {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, Error> {
        path_part(parts, "id").await?.parse().map(Self).map_err(|_| ProblemCode::NotFound.into())
    }
}

/// The `{id}` of a post and the `{answer}` of something that belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfPost {
    /// Which post.
    pub post: Uuid,
    /// Which part of it.
    pub part: Uuid,
}

impl FromRequestParts<AppState> for OfPost {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Error> {
        let Id(post) = Id::from_request_parts(parts, app).await?;
        let part = path_part(parts, "answer").await?.parse().map_err(|_| ProblemCode::NotFound)?;
        Ok(Self { post, part })
    }
}

/// One part of the address by its name in the route.
///
/// # Errors
/// [`ProblemCode::NotFound`] when it is not there or not UTF-8.
pub async fn path_part(parts: &mut Parts, name: &str) -> Result<String, Error> {
    let params: RawPathParams = parts.extract().await.map_err(|_| ProblemCode::NotFound)?;
    params
        .iter()
        .find_map(|(known, value)| (known == name).then(|| value.to_owned()))
        .ok_or_else(|| ProblemCode::NotFound.into())
}

/// The follow key of `Authorization`, as its keyed hash: whether it opens anything, the store must be asked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct KeyHash {
    /// What the store knows a key by.
    pub hash: String,
    /// Whether what was sent is a follow key at all.
    is_key: bool,
}

impl KeyHash {
    /// Hashes a key.
    pub fn of(app: &App, key: &FollowKey) -> Self {
        Self { hash: app.secret.mac_hex(Purpose::FollowKey, &[key.as_str().as_bytes()]), is_key: true }
    }

    /// The hash of what is a follow key, known or not.
    ///
    /// # Errors
    /// [`ProblemCode::KeyUnknown`].
    pub fn valid(self) -> Result<String, Error> {
        if self.is_key { Ok(self.hash) } else { Err(ProblemCode::KeyUnknown.into()) }
    }
}

impl FromRequestParts<AppState> for KeyHash {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Error> {
        let value = parts.headers.get(header::AUTHORIZATION).ok_or(ProblemCode::KeyMissing)?;
        Ok(match value.to_str().ok().and_then(FollowKey::from_authorization) {
            Some(key) => Self::of(app, &key),
            // Not a follow key. It is hashed and looked up all the same, so that it takes as long as a wrong one.
            None => {
                Self { hash: app.secret.mac_hex(Purpose::FollowKey, &[b"no key", value.as_bytes()]), is_key: false }
            }
        })
    }
}

/// The `Idempotency-Key`: a UUID that the caller made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdempotencyKey(pub Uuid);

impl IdempotencyKey {
    /// Says in the answer to what was taken in under this key that it was.
    pub fn taken_in(self, mut response: Response) -> Response {
        if let Ok(key) = HeaderValue::from_str(&self.0.to_string()) {
            response.headers_mut().insert(paths::IDEMPOTENCY_KEY, key);
        }
        response
    }
}

impl FromRequestParts<AppState> for IdempotencyKey {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, Error> {
        parts
            .headers
            .get(paths::IDEMPOTENCY_KEY)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| Uuid::try_parse(value.trim_matches('"')).ok())
            .map(Self)
            .ok_or_else(|| ProblemCode::IdempotencyKeyMissing.into())
    }
}

/// The pairs of the query, decoded; the first of each name counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(pub Vec<(String, String)>);

impl Query {
    /// Reads a query string without `?`.
    pub fn parse(query: &str) -> Self {
        Self(form_urlencoded::parse(query.as_bytes()).into_owned().collect())
    }

    /// The value of a name; an empty one counts as left out.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, value)| known == name && !value.is_empty()).map(|(_, value)| value.as_str())
    }

    /// How many items a list may bring at once.
    ///
    /// # Errors
    /// [`FieldCode::Invalid`] for what is no number from 1 to [`MAX_LIMIT`].
    pub fn limit(&self) -> Result<u32, FieldError> {
        match self.get("limit").map(str::parse::<u32>) {
            None => Ok(DEFAULT_LIMIT),
            Some(Ok(limit @ 1..=MAX_LIMIT)) => Ok(limit),
            Some(_) => Err(FieldError::new("limit", FieldCode::Invalid)),
        }
    }

    /// The words that are searched for; empty when none are.
    ///
    /// # Errors
    /// [`FieldCode::TooLong`].
    pub fn search(&self) -> Result<&str, FieldError> {
        let search = self.get("q").unwrap_or_default();
        let length = search.chars().count();
        if length > search::MAX_SEARCH {
            return Err(FieldError::past_limit("q", FieldCode::TooLong, search::MAX_SEARCH, length));
        }
        Ok(search)
    }
}

impl FromRequestParts<AppState> for Query {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, Error> {
        Ok(parts.uri.query().map(Self::parse).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use droombord_domain::draft::Draft;

    fn errors(body: &str) -> Vec<(String, FieldCode)> {
        let outcome = Body::<Draft>::read(body.as_bytes()).and_then(|body| body.parse(|draft| draft.parse()));
        match outcome {
            Err(Error::Fields(fields)) => fields.into_iter().map(|error| (error.field, error.code)).collect(),
            Ok(_) | Err(_) => vec![],
        }
    }

    #[test]
    fn wrong_types_unknown_fields_and_unknown_codes_come_at_once() {
        assert_eq!(
            errors(r#"{"kind":"poem","text":5,"on_behalf":"yes","email":"x@y.nl"}"#),
            [
                ("text".into(), FieldCode::WrongType),
                ("on_behalf".into(), FieldCode::WrongType),
                ("email".into(), FieldCode::UnknownField),
                ("kind".into(), FieldCode::UnknownValue),
            ]
        );
    }

    #[test]
    fn a_nested_field_has_its_path() {
        let body = Body::<api::Revision>::read(br#"{"revision":-1,"draft":{"text":7,"x":1}}"#);
        let fields: Vec<_> = body.map(|it| it.errors).unwrap_or_default().into_iter().map(|it| it.field).collect();
        assert_eq!(fields, ["revision", "draft.text", "draft.x"]);
    }

    #[test]
    fn another_character_set_is_another_media_type() {
        for (value, json) in [
            ("application/json", true),
            ("Application/JSON; charset=UTF-8", true),
            ("application/json; charset=latin1", false),
            ("text/plain", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static(value));
            assert_eq!(is_json(&headers), json, "{value}");
        }
    }
}
