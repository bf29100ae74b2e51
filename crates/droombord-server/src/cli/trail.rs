//! The command `trail`: proves that nothing in the trail was altered, deleted or inserted. Works beside a live server.

use super::{CliError, TrailCommand};
use crate::{
    data_folder,
    store::{Store, heads_of},
};
use std::io::{self, Write as _};

/// Runs one command.
///
/// # Errors
/// In words for the operator; also when the trail is not whole.
pub async fn run(command: TrailCommand) -> Result<(), CliError> {
    let TrailCommand::Prove { data, heads } = command;
    let folder = data.data;
    for (file, what) in [(data_folder::DATABASE, "database"), (data_folder::SECRET, "secret")] {
        if !folder.join(file).exists() {
            return Err(CliError::Said(format!("{} holds no {what}: nothing can be proven", folder.display())));
        }
    }
    let kept_elsewhere = match heads {
        Some(file) if !file.exists() => {
            return Err(CliError::Said(format!("there is no file {}", file.display())));
        }
        Some(file) => heads_of(&file)?,
        None => Vec::new(),
    };
    let store = Store::open(&folder).await?;
    let proof = store.prove(&kept_elsewhere).await?;
    store.close().await;
    if proof.faults.is_empty() {
        let line =
            format!("The trail is whole: {} events, compared with {} exported heads.", proof.events, proof.heads);
        return writeln!(io::stdout(), "{line}").map_err(|error| CliError::Io("standard output".to_owned(), error));
    }
    let faults: Vec<String> = proof.faults.iter().map(|fault| format!("\n- {fault}")).collect();
    Err(CliError::Said(format!("the trail is NOT whole:{}", faults.concat())))
}
