//! The command `demo`: fictional sample posts, labelled as such, published by the decision of an account that nobody can
//! sign in to. Works beside a live server, which shows them within seconds.

use crate::{
    cli::{CliError, Demo},
    clock::{Clock as _, Dice, Seconds, SystemClock, SystemDice},
    moderation::ruling::Ruling,
    store::{
        Store,
        accounts::{Credentials, Doing, NewAccount},
    },
};
use droombord_domain::{
    api::{Decision, DecisionRequest},
    draft::Draft,
    life::PostState,
    staff::StaffRole,
};
use serde::Deserialize;
use uuid::Uuid;

const SAMPLES: &str = include_str!("../assets/samples.json");
/// The account whose decisions publish the samples.
const ACCOUNT: &str = "demo";
/// The samples stand a minute apart, so that the board has the order of the file.
const APART: Seconds = 60;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    draft: Draft,
    keywords: Vec<String>,
}

/// Adds or removes the samples.
///
/// # Errors
/// In words for the operator.
pub async fn run(demo: Demo) -> Result<(), CliError> {
    let Demo { data, remove, if_empty } = demo;
    let store = Store::open(&data.data).await?;
    let now = SystemClock.now();
    if remove {
        let removed = store.remove_samples(now).await?;
        tracing::info!(removed, "the sample posts are erased");
    } else if if_empty && store.had_posts().await? {
        tracing::info!("the board has posts, or had: no sample posts are added");
    } else {
        let added = add(&store, &SystemDice, now).await?;
        tracing::info!(added, "sample posts are on the board, labelled as samples; `demo --remove` takes them away");
    }
    store.close().await;
    Ok(())
}

/// Adds what is missing of the samples; gives how many came on the board.
///
/// # Errors
/// In words for the operator.
pub async fn add(store: &Store, dice: &dyn Dice, now: Seconds) -> Result<u32, CliError> {
    let broken = |what: &str| CliError::Said(format!("the sample posts of this program are not right: {what}"));
    let samples: Vec<Sample> = serde_json::from_str(SAMPLES).map_err(|error| broken(&error.to_string()))?;
    let account = account(store, dice, now).await?;
    let mut added = 0;
    for (place, sample) in (0..).zip(&samples) {
        let at = now - place * APART;
        let post = sample.draft.parse().map_err(|_| broken("a draft"))?;
        let standing = match store.sample(&post.body().text).await? {
            Some(standing) => standing,
            None => {
                let id = dice.uuid().map_err(|error| CliError::Said(error.to_string()))?;
                store.add_sample(id, &post, at).await?;
                crate::store::Sample { id, state: PostState::Received }
            }
        };
        if standing.state == PostState::Received {
            let request =
                DecisionRequest { keywords: sample.keywords.clone(), ..DecisionRequest::of(1, Decision::Publish) };
            let ruling = Ruling::parse(&request).map_err(|_| broken("keywords"))?;
            store.decide(standing.id, &ruling, account, at).await?;
            added += 1;
        }
    }
    Ok(added)
}

/// The account `demo`: disabled from its first moment, without a password that could be right.
async fn account(store: &Store, dice: &dyn Dice, now: Seconds) -> Result<Uuid, CliError> {
    if let Some(account) = store.account_named(ACCOUNT).await? {
        return if account.disabled {
            Ok(account.id)
        } else {
            Err(CliError::Said(format!("somebody can sign in as {ACCOUNT}: disable or rename that account first")))
        };
    }
    let id = dice.uuid().map_err(|error| CliError::Said(error.to_string()))?;
    let credentials = Credentials {
        password_hash: "!".to_owned(),
        password_given: true,
        enrolled: false,
        sealed_secret: "!".to_owned(),
    };
    let new = NewAccount {
        id,
        name: ACCOUNT.to_owned(),
        folded_name: ACCOUNT.to_owned(),
        role: StaffRole::Facilitator,
        credentials,
    };
    let doing = Doing { by: None, at: now };
    store.add_account(&new, doing).await?;
    store.disable_account(id, false, doing).await?;
    Ok(id)
}
