//! The command `serve`: listens, hands each connection to the router, and ends politely.

use crate::{
    auth::delay::Pace,
    backup,
    cli::{CliError, Serve},
    clock::{AheadClock, Clock, Dice, Seconds, SystemClock, SystemDice},
    data_folder::check_owner,
    error::Error,
    limits::Rates,
    line::{Line, Lines, Watched},
    secret::Secret,
    services::client::Peer,
    settings::{Given, Settings},
    state::{App, AppState, Parts},
    storage,
    store::{Store, StoreError},
};
use axum::Router;
use droombord_domain::problem::ProblemCode;
use hyper_util::{rt::TokioIo, server::graceful::GracefulShutdown, service::TowerToHyperService};
use std::{sync::Arc, time::Duration};
use tokio::{
    net::TcpListener,
    sync::oneshot,
    time::{Instant, Interval, MissedTickBehavior},
};
use tower::ServiceExt as _;

/// How often the server looks whether another process (such as `demo`) changed the database.
const OTHERS: Duration = Duration::from_secs(2);
/// How often what the board showed is written down.
const EXPOSURES: Duration = Duration::from_secs(60);
/// How often it looks whether the jobs of a new day are due.
const DAILY: Duration = Duration::from_secs(10 * 60);
/// How often it looks whether its clock can be trusted.
const CLOCK: Duration = Duration::from_secs(60);
/// What is under way when the server must end gets this long.
const LAST_CALLS: Duration = Duration::from_secs(10);

/// Serves until the system says stop.
///
/// # Errors
/// In words for the operator.
pub async fn run(serve: Serve) -> Result<(), CliError> {
    let Serve { data, settings, no_cache, no_limits, days_ahead } = serve;
    let folder = data.data;
    check_owner(&folder).map_err(StoreError::from)?;
    backup::remove_leftovers(&folder);
    let settings = Settings::parse(settings.or(Given::from_folder(&folder)?))?;
    if let Some(warning) = settings.warning() {
        tracing::warn!("{warning}");
    }
    let clock: Arc<dyn Clock> = match days_ahead {
        0 => Arc::new(SystemClock),
        days => {
            tracing::warn!(days, "the clock runs ahead; this is no board for people");
            Arc::new(AheadClock { days })
        }
    };
    let dice: Arc<dyn Dice> = Arc::new(SystemDice);
    let store = Store::open(&folder).await?;
    let secret = Secret::open(&folder, dice.as_ref())?;
    let listen = settings.listen;
    let rates = if no_limits { Rates::off() } else { Rates::default() };
    let pace = if no_limits { Pace::off() } else { Pace::default() };
    let app = App::new(Parts { store: store.clone(), clock, dice, secret, settings, rates, pace, cache: !no_cache });
    let listener =
        TcpListener::bind(listen).await.map_err(|error| CliError::Io(format!("cannot listen on {listen}"), error))?;
    let address = listener.local_addr().unwrap_or(listen);
    let jobs = [
        tokio::spawn(jobs(app.clone())),
        tokio::spawn(storage::keep(app.clone())),
        tokio::spawn(look_for_danger(app.clone())),
    ];
    // Who asked just before the server ended is not forgotten.
    app.ring();
    let stopped = stopped();
    tracing::info!(%address, "ready");
    let stop = async {
        stopped.await;
        app.live.close();
    };
    let lines = Lines { idle: app.settings.keep_alive, ..Lines::default() };
    accept(listener, crate::router(app.clone()), lines, stop).await;
    for job in jobs {
        job.abort();
    }
    if let Err(error) = app.write_exposures().await {
        tracing::warn!(%error, "how often posts were shown since the last minute is lost");
    }
    store.close().await;
    Ok(())
}

/// Looks, once, at what waits with the guard of this version.
async fn look_for_danger(app: AppState) {
    if let Err(error) = app.store.look_for_danger().await {
        tracing::warn!(%error, "what waits was not looked at with the guard of this version; deciding looks by itself");
    }
}

/// What happens by itself while the server runs. Every job is safe to do twice, and to break off.
async fn jobs(app: AppState) {
    let mut others = every(OTHERS);
    let mut exposures = every(EXPOSURES);
    let mut daily = every(DAILY);
    let mut clock = every(CLOCK);
    let (mut looked, mut waits) = (Instant::now(), false);
    let mut live = std::pin::pin!(tokio::time::sleep(Duration::ZERO));
    loop {
        let outcome = tokio::select! {
            _ = others.tick() => app.store.notice_others().await.map_err(Error::from).map(|changed| {
                if changed {
                    // It may be the operator's word on the clock.
                    clock.reset_immediately();
                }
            }),
            _ = exposures.tick() => app.write_exposures().await,
            _ = clock.tick() => app.look_at_clock(ran(&mut looked)).await.map(|(_, gap)| {
                if waits && gap.is_none() {
                    daily.reset_immediately();
                }
                waits = gap.is_some();
            }),
            _ = daily.tick() => app.daily(ran(&mut looked)).await,
            () = &mut live => {
                live.as_mut().reset(Instant::now() + app.batch_pause());
                app.release_batch().await
            }
        };
        // A full disk is told by who looks after it.
        if let Err(error) = outcome
            && error.code() != ProblemCode::StorageFull
        {
            tracing::error!(%error, "a job failed; it is tried again");
        }
    }
}

/// A job's rhythm. What was missed, while the machine slept or was busy, is not made up for.
fn every(time: Duration) -> Interval {
    let mut interval = tokio::time::interval(time);
    interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
    interval
}

/// Seconds since the look before. A stretch that no look would leave between is one in which the machine slept.
fn ran(looked: &mut Instant) -> Seconds {
    let since = looked.elapsed();
    // What is less than a second is kept for the next look.
    *looked += Duration::from_secs(since.as_secs());
    Seconds::try_from(since.min(CLOCK * 2).as_secs()).unwrap_or_default()
}

/// Accepts connections until `stop`, then lets the calls under way end.
pub async fn accept(listener: TcpListener, router: Router, lines: Lines, stop: impl Future<Output = ()>) {
    let graceful = GracefulShutdown::new();
    let mut http = hyper::server::conn::http1::Builder::new();
    // How long a head may take, its line watches.
    http.header_read_timeout(None).max_buf_size(64 * 1024);
    tokio::pin!(stop);
    loop {
        let (stream, peer) = tokio::select! {
            // First: whoever is answered may already say stop.
            biased;
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Most likely too many open files: waiting helps, spinning does not.
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    continue;
                }
            },
        };
        let peer = Peer(peer.ip());
        let line = Line::new(lines);
        let (calls, answers) = (line.clone(), line.clone());
        let service = router
            .clone()
            .map_request(move |request: hyper::Request<hyper::body::Incoming>| {
                calls.called();
                let mut request = request.map(axum::body::Body::new);
                request.extensions_mut().insert(peer);
                request
            })
            .map_response(move |response: axum::response::Response| response.map(|body| answers.answered(body)));
        // Small answers must not wait for a full packet.
        let _ = stream.set_nodelay(true);
        let stream = TokioIo::new(Watched::new(stream, line.clone()));
        let connection = http.serve_connection(stream, TowerToHyperService::new(service));
        // How it ends is no news: a visitor may go away half-way.
        tokio::spawn(line.watch(graceful.watch(connection)));
    }
    drop(listener);
    if tokio::time::timeout(LAST_CALLS, graceful.shutdown()).await.is_err() {
        tracing::warn!("some calls were cut off");
    }
}

/// Ends when the system asks the server to stop. It listens from the call on, not from the first look: a stop may come right
/// behind "ready".
#[cfg(unix)]
fn stopped() -> impl Future<Output = ()> {
    use tokio::signal::unix::{Signal, SignalKind, signal};

    async fn heard(signal: std::io::Result<Signal>) {
        match signal {
            Ok(mut signal) => signal.recv().await.unwrap_or(()),
            Err(_) => std::future::pending().await,
        }
    }
    let (interrupt, terminate) = (signal(SignalKind::interrupt()), signal(SignalKind::terminate()));
    async {
        tokio::select! { () = heard(interrupt) => {}, () = heard(terminate) => {} }
        tracing::info!("stopping");
    }
}

/// Ends when the system asks the server to stop.
#[cfg(not(unix))]
async fn stopped() {
    let _ = tokio::signal::ctrl_c().await;
    tracing::info!("stopping");
}

/// A server for tests on a port of its own: where it is, and what stops it.
#[derive(Debug)]
pub struct Running {
    /// Where it listens.
    pub address: std::net::SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    task: Option<tokio::task::JoinHandle<()>>,
}

impl Running {
    /// Serves a router on a free port of this machine.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn start(router: Router) -> std::io::Result<Self> {
        Self::start_with(router, Lines::default()).await
    }

    /// The same, with limits of its own for each connection.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn start_with(router: Router, lines: Lines) -> std::io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel();
        let task = tokio::spawn(accept(listener, router, lines, async move {
            let _ = stopped.await;
        }));
        Ok(Self { address, stop: Some(stop), task: Some(task) })
    }

    /// Stops it and waits until the calls under way have ended.
    pub async fn stop(mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(task) = self.task.take() {
            let _ = task.await;
        }
    }
}
