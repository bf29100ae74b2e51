//! The command `organisation`: participating organisations, from the operator's shell. It works beside a live server.

use super::{CliError, OrganisationCommand};
use crate::{
    clock::{Dice, SystemDice},
    mail::mail_address,
    name::folded,
    store::{Store, StoreError},
};
use droombord_domain::{
    organisation::{MAX_GROUP, MAX_ORGANISATION_NAME, OrganisationForm},
    problem::ProblemCode,
};
use std::io::{self, Write as _};

/// Runs one command.
///
/// # Errors
/// In words for the operator.
pub async fn run(command: OrganisationCommand) -> Result<(), CliError> {
    match command {
        OrganisationCommand::Create { name, group, data } => {
            let new = OrganisationForm { name, group, active: true }.parse().map_err(|_| {
                CliError::Said(format!(
                    "a name has 1 to {MAX_ORGANISATION_NAME} characters, and a group is a number from 1 to {MAX_GROUP}"
                ))
            })?;
            let store = Store::open(&data.data).await?;
            let id = (&SystemDice as &dyn Dice).uuid()?;
            let added = store.add_organisation(id, &new, &folded(new.name()), false).await;
            store.close().await;
            match added {
                Ok(()) => say(&format!("{} takes part, in group {}.", new.name(), new.group())),
                Err(StoreError::Refused(ProblemCode::NameTaken)) => Err(CliError::Said(format!(
                    "there is an organisation {:?} already, or one whose name looks like it",
                    new.name()
                ))),
                Err(error) => Err(error.into()),
            }
        }
        OrganisationCommand::Mail { name, address, data } => {
            let address = mail_address(&address)
                .map_err(|_| CliError::Said("that is no mail address; \"\" takes it away".to_owned()))?;
            let store = Store::open(&data.data).await?;
            let set = match store.organisation_named(&folded(&name)).await {
                Ok(Some(one)) => store.set_organisation_mail(one.id, address.as_deref()).await.map(|()| Some(one)),
                other => other,
            };
            store.close().await;
            match (set?, address) {
                (None, _) => Err(CliError::Said(format!("there is no organisation {name:?}"))),
                (Some(one), Some(address)) => say(&format!("{} is reminded at {address}.", one.name)),
                (Some(one), None) => say(&format!("{} is reminded no more.", one.name)),
            }
        }
        OrganisationCommand::List { data } => {
            let store = Store::open(&data.data).await?;
            let organisations = store.organisations().await?;
            store.close().await;
            if organisations.is_empty() {
                return say(
                    "There are no organisations yet. Make one: droombord-server organisation create NAME --group 1",
                );
            }
            for organisation in organisations {
                let state = if organisation.active { "takes part" } else { "does not take part" };
                say(&format!("group {:<3} {:<20} {}", organisation.group, state, organisation.name))?;
            }
            Ok(())
        }
    }
}

fn say(line: &str) -> Result<(), CliError> {
    writeln!(io::stdout(), "{line}").map_err(|error| CliError::Io("standard output".to_owned(), error))
}
