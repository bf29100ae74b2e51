//! The board's server: reads the command line and runs one command.

use clap::Parser as _;
use droombord_server::{
    backup,
    cli::{Cli, Command, account, clock, demo, guard, organisation, trail},
    serve,
};
use std::{io::IsTerminal as _, process::ExitCode};
use tracing_subscriber::EnvFilter;

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    let filter = EnvFilter::try_from_env("DROOMBORD_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_target(false)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .init();
    let outcome = match cli.command {
        Command::Serve(serve) => serve::run(*serve).await,
        Command::Demo(demo) => demo::run(demo).await,
        Command::Backup(backup) => backup::backup(backup).await,
        Command::Restore(restore) => backup::restore(restore).await,
        Command::Trail(trail) => trail::run(trail.command).await,
        Command::Clock(it) => clock::run(it.command).await,
        Command::Account(account) => account::run(account.command).await,
        Command::Organisation(it) => organisation::run(it.command).await,
        Command::Guard => guard::run(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!("{error}");
            ExitCode::FAILURE
        }
    }
}
