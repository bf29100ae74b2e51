//! The command line: `serve` and the operator's other commands.

pub mod account;
pub mod clock;
pub mod demo;
pub mod guard;
pub mod organisation;
pub mod trail;

use crate::settings::Given;
use clap::{Parser, Subcommand};
use droombord_domain::staff::StaffRole;
use std::path::PathBuf;

/// The dream board's server.
#[derive(Debug, Parser)]
#[command(name = "droombord-server", version, about, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The operator's commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the board
    Serve(Box<Serve>),
    /// Put fictional sample posts on the board, labelled as such; or take them away
    Demo(Demo),
    /// Write an encrypted copy of everything; works beside a live server
    Backup(Backup),
    /// Make a data folder out of a backup
    Restore(Restore),
    /// Prove that nothing in the trail was altered, deleted or inserted
    Trail(Trail),
    /// Say that the machine's clock is right
    Clock(ClockArgs),
    /// Manage the accounts of facilitators, answerers and administrators
    Account(Account),
    /// Manage the participating organisations
    Organisation(Organisation),
    /// Find personal data and danger signals in texts: {"id","text"} a line in, {"id","spans","signal","signals"} a line out
    Guard,
}

/// The folder that holds everything.
#[derive(Clone, Debug, clap::Args)]
pub struct Data {
    /// The folder with the database, the secret and droombord.toml; made when it is not there
    #[arg(long, env = "DROOMBORD_DATA", value_name = "DIR")]
    pub data: PathBuf,
}

/// What `serve` takes.
#[derive(Debug, clap::Args)]
pub struct Serve {
    /// Where everything is.
    #[command(flatten)]
    pub data: Data,
    /// What the operator sets.
    #[command(flatten)]
    pub settings: Given,
    /// Keep no answers in memory (for measuring)
    #[arg(long)]
    pub no_cache: bool,
    /// Count nothing and refuse nobody (for measuring and tests; never on the internet)
    #[arg(long, hide = true)]
    pub no_limits: bool,
    /// Let the clock run so many days ahead (for tests; never with people: what it writes stays)
    #[arg(long, hide = true, value_name = "DAYS", default_value_t = 0)]
    pub days_ahead: u16,
}

/// What `demo` takes.
#[derive(Debug, clap::Args)]
pub struct Demo {
    /// Where everything is.
    #[command(flatten)]
    pub data: Data,
    /// Erase the sample posts
    #[arg(long, conflicts_with = "if_empty")]
    pub remove: bool,
    /// Do nothing when there are posts, or ever were
    #[arg(long)]
    pub if_empty: bool,
}

/// What `backup` takes.
#[derive(Debug, clap::Args)]
pub struct Backup {
    /// Where everything is.
    #[command(flatten)]
    pub data: Data,
    /// The file to write; it must not be there yet
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
    /// A file whose bytes are the passphrase; otherwise it is read from standard input
    #[arg(long, value_name = "FILE")]
    pub key_file: Option<PathBuf>,
    /// Also put the secret into the backup: then the backup alone opens everything
    #[arg(long)]
    pub with_secret: bool,
}

/// What `restore` takes.
#[derive(Debug, clap::Args)]
pub struct Restore {
    /// The folder to make; it must not hold a database
    #[command(flatten)]
    pub data: Data,
    /// The backup
    #[arg(long, value_name = "FILE")]
    pub from: PathBuf,
    /// A file whose bytes are the passphrase; otherwise it is read from standard input
    #[arg(long, value_name = "FILE")]
    pub key_file: Option<PathBuf>,
    /// The folder of the server until now: what was erased there since the backup is erased again
    #[arg(long, value_name = "DIR")]
    pub erased_in: Option<PathBuf>,
}

/// What `trail` takes.
#[derive(Debug, clap::Args)]
pub struct Trail {
    /// What to do with it.
    #[command(subcommand)]
    pub command: TrailCommand,
}

/// The commands for the trail.
#[derive(Debug, Subcommand)]
pub enum TrailCommand {
    /// Look at every event and every link of the chain; fails and names the event when something is wrong
    Prove {
        /// Where everything is.
        #[command(flatten)]
        data: Data,
        /// A copy of trail-heads.log that was kept somewhere else: it shows whether the whole chain was put back
        #[arg(long, value_name = "FILE")]
        heads: Option<PathBuf>,
    },
}

/// What `clock` takes.
#[derive(Debug, clap::Args)]
pub struct ClockArgs {
    /// What to do with it.
    #[command(subcommand)]
    pub command: ClockCommand,
}

/// The commands for the clock.
#[derive(Debug, Subcommand)]
pub enum ClockCommand {
    /// After a leap of the clock or a long absence: what cannot be undone need not wait any more
    Accept {
        /// Where everything is.
        #[command(flatten)]
        data: Data,
    },
}

/// What `account` takes.
#[derive(Debug, clap::Args)]
pub struct Account {
    /// What to do with it.
    #[command(subcommand)]
    pub command: AccountCommand,
}

/// The commands for accounts.
#[derive(Debug, Subcommand)]
pub enum AccountCommand {
    /// Make an account; its password comes from standard input, and the secret of its codes is shown
    Create {
        /// Its name: unique, whatever the case
        name: String,
        /// facilitator, answerer or administrator
        #[arg(long, value_parser = role)]
        role: StaffRole,
        /// With the role answerer: the organisation for which it answers, by its name
        #[arg(long, value_name = "NAME", required_if_eq("role", "answerer"))]
        organisation: Option<String>,
        /// Where everything is.
        #[command(flatten)]
        data: Data,
    },
    /// Give an account another password (from standard input) and another secret, also when it was disabled
    Reset {
        /// Its name
        name: String,
        /// Where everything is.
        #[command(flatten)]
        data: Data,
    },
    /// Keep an account from signing in, and end its sessions
    Disable {
        /// Its name
        name: String,
        /// Where everything is.
        #[command(flatten)]
        data: Data,
    },
    /// List the accounts
    List {
        /// Where everything is.
        #[command(flatten)]
        data: Data,
    },
}

/// What `organisation` takes.
#[derive(Debug, clap::Args)]
pub struct Organisation {
    /// What to do with it.
    #[command(subcommand)]
    pub command: OrganisationCommand,
}

/// The commands for organisations.
#[derive(Debug, Subcommand)]
pub enum OrganisationCommand {
    /// Add an organisation that takes part
    Create {
        /// Its name: unique, whatever the case
        name: String,
        /// The group in which it joined, from 1
        #[arg(long, value_name = "NUMBER")]
        group: u32,
        /// Where everything is.
        #[command(flatten)]
        data: Data,
    },
    /// Set the mail address to which an organisation is reminded of what waits for it; an empty one takes it away
    Mail {
        /// Its name
        name: String,
        /// A functional address, such as antwoorden@vlierpad.example, or ""
        address: String,
        /// Where everything is.
        #[command(flatten)]
        data: Data,
    },
    /// List the organisations
    List {
        /// Where everything is.
        #[command(flatten)]
        data: Data,
    },
}

fn role(code: &str) -> Result<StaffRole, String> {
    StaffRole::from_code(code).ok_or_else(|| "choose facilitator, answerer or administrator".to_owned())
}

/// Why a command failed, in words for the operator.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The settings are not right.
    #[error(transparent)]
    Settings(#[from] crate::settings::SettingsFault),
    /// The secret cannot be used.
    #[error(transparent)]
    Secret(#[from] crate::secret::SecretFault),
    /// The database cannot be used.
    #[error(transparent)]
    Store(#[from] crate::store::StoreError),
    /// No randomness.
    #[error(transparent)]
    NoDice(#[from] crate::clock::NoDice),
    /// A file or the network cannot be used.
    #[error("{0}: {1}")]
    Io(String, std::io::Error),
    /// Anything else, in a sentence with the way out.
    #[error("{0}")]
    Said(String),
}
