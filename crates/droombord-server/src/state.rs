//! What every handler can reach: the store, the clock, the dice, the secret, the settings and the limits.

use crate::{
    alert::Alerts,
    auth::{Auth, delay::Pace},
    cache::Cache,
    clock::{Clock, Dice},
    exposure::Exposures,
    forwarded::Fits,
    limits::{Limits, Rates},
    live::Live,
    mail::Tries,
    reading::ReadingClock,
    secret::Secret,
    settings::Settings,
    store::Store,
    template::Templates,
    warnings::Warnings,
};
use std::sync::{Arc, atomic::AtomicBool};

/// The state as handlers take it: `State(app): State<AppState>`.
pub type AppState = Arc<App>;

/// Everything that one server holds.
#[derive(Debug)]
pub struct App {
    /// The only way to the database.
    pub store: Store,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Random bytes.
    pub dice: Arc<dyn Dice>,
    /// The key of every keyed hash.
    pub secret: Secret,
    /// What the operator set.
    pub settings: Settings,
    /// How often one source may do something.
    pub limits: Limits,
    /// Whether what proxies tell fits the settings.
    pub fits: Fits,
    /// What became of the mails of today.
    pub tries: Tries,
    /// Who is at the desk, and the mail of an alert.
    pub alerts: Alerts,
    /// What signing in remembers.
    pub auth: Auth,
    /// Whether public answers may be kept in memory.
    pub cache: bool,
    /// Public answers that are kept.
    pub kept: Cache,
    /// What the board showed since it was last written down.
    pub exposures: Exposures,
    /// Whether the promised reading time is what happens.
    pub reading: ReadingClock,
    /// Who listens to what is new.
    pub live: Live,
    /// The built pages.
    pub templates: Templates,
    /// What the operator must look at.
    pub warnings: Warnings,
    /// Whether this program has looked at its clock before.
    pub looked: AtomicBool,
}

/// What a server is made of; tests bring their own parts.
#[derive(Debug)]
pub struct Parts {
    /// The database.
    pub store: Store,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Random bytes.
    pub dice: Arc<dyn Dice>,
    /// The key of every keyed hash.
    pub secret: Secret,
    /// What the operator set.
    pub settings: Settings,
    /// How often one source may do something.
    pub rates: Rates,
    /// How fast sign-ins may follow each other.
    pub pace: Pace,
    /// Whether public answers may be kept in memory.
    pub cache: bool,
}

impl App {
    /// Puts the parts together.
    pub fn new(parts: Parts) -> AppState {
        let Parts { store, clock, dice, secret, settings, rates, pace, cache } = parts;
        store.hold_back(settings.live_pause > 0);
        Arc::new(Self {
            store,
            clock,
            dice,
            secret,
            settings,
            limits: Limits::new(rates),
            fits: Fits::default(),
            tries: Tries::default(),
            alerts: Alerts::default(),
            auth: Auth::new(pace),
            cache,
            kept: Cache::default(),
            exposures: Exposures::default(),
            reading: ReadingClock::default(),
            live: Live::default(),
            templates: Templates::default(),
            warnings: Warnings::default(),
            looked: AtomicBool::new(false),
        })
    }
}
