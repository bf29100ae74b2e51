//! Source of a call: the extractor that every limited handler takes.

use crate::{
    clock::Seconds,
    error::Error,
    forwarded::{Client, Shows, client},
    limits::Source,
    state::{App, AppState},
    warnings::Warning,
};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
};
use std::net::{IpAddr, Ipv6Addr};

/// The address that a connection came from; the serving loop puts it into each request.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

impl FromRequestParts<AppState> for Source {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Error> {
        let peer = parts.extensions.get::<Peer>().map_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED), |peer| peer.0);
        let now = app.clock.now();
        Ok(app.limits.source(&app.client(peer, &parts.headers, now), now))
    }
}

impl App {
    /// Whom a call comes from. Tells the operator, once, when proxy and settings do not fit; no address is named.
    pub fn client(&self, peer: IpAddr, headers: &HeaderMap, now: Seconds) -> Client {
        let (client, fit) = client(peer, headers, &self.settings.trusted_proxy);
        match self.fits.see(fit, peer) {
            Shows::Nothing => {}
            Shows::Told => {
                self.warnings.end(Warning::ForwardedForMissing);
            }
            Shows::Missing => {
                if self.warnings.raise(Warning::ForwardedForMissing) {
                    tracing::warn!(
                        "a trusted proxy does not tell in X-Forwarded-For who calls: all who come through it count as one"
                    );
                }
            }
            Shows::Ignored => {
                if self.warnings.raise_for_a_day(Warning::ForwardedForIgnored, now) {
                    tracing::warn!(
                        "calls carry X-Forwarded-For and come from a peer that is not a trusted proxy: all who come through it count as \
                         one. If it is your proxy, name it with --trusted-proxy"
                    );
                }
            }
        }
        client
    }
}
