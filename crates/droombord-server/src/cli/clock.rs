//! The command `clock`: the operator says that the machine's clock is right.

use super::{CliError, ClockCommand};
use crate::{
    clock::{Clock as _, SystemClock, date},
    data_folder,
    store::Store,
};
use std::io::{self, Write as _};

/// Runs one command.
///
/// # Errors
/// In words for the operator.
pub async fn run(command: ClockCommand) -> Result<(), CliError> {
    let ClockCommand::Accept { data } = command;
    if !data.data.join(data_folder::DATABASE).exists() {
        return Err(CliError::Said(format!("{} holds no database", data.data.display())));
    }
    let store = Store::open(&data.data).await?;
    let known = store.known_time().await?;
    let now = SystemClock.now();
    let waits = known.is_some_and(|known| known.look(now, true, 0).0.gap.is_some() || known.gap.is_some());
    if waits {
        store.accept_clock().await?;
    }
    store.close().await;
    let line = match known {
        Some(known) if waits => format!(
            "Accepted. The server trusts its clock within seconds; the last moment that it knew was \
             {}. The terms of writers are longer by the time between.",
            date(known.known_at)
        ),
        Some(_) | None => "Nothing to accept: the clock is near the last moment that the server knew.".to_owned(),
    };
    writeln!(io::stdout(), "{line}").map_err(|error| CliError::Io("standard output".to_owned(), error))
}
