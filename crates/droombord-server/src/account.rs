//! The command `account`: for the operator's shell, where nobody can be signed in yet.

use crate::cli::{AccountCommand, CliError};

/// Runs one command.
///
/// # Errors
/// In words for the operator.
pub async fn run(_command: AccountCommand) -> Result<(), CliError> {
    Err(CliError::Said("accounts are not there yet".to_owned()))
}
