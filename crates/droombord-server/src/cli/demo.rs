//! The command `demo`: fictional sample posts, labelled as such, published by the decision of an account that nobody can
//! sign in to; with fictional organisations, of which one has answered and one has not. Works beside a live server, which shows
//! them within seconds.

use super::{CliError, Demo};
use crate::{
    clock::{Clock as _, Dice, Seconds, SystemClock, SystemDice},
    moderation::ruling::Ruling,
    name::folded,
    store::{
        Store,
        accounts::{Credentials, Doing, NewAccount},
    },
};
use droombord_domain::{
    answer::{AnswerDecision, AnswerForm, AnswerRuling},
    api::{Decision, DecisionRequest},
    draft::Draft,
    life::PostState,
    organisation::OrganisationForm,
    staff::StaffRole,
};
use serde::Deserialize;
use uuid::Uuid;

const SAMPLES: &str = include_str!("../../assets/samples.json");
/// The account whose decisions publish the samples.
const ACCOUNT: &str = "demo";
/// The samples stand a minute apart, so that the board has the order of the file.
const APART: Seconds = 60;
const DAY: Seconds = 24 * 60 * 60;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    draft: Draft,
    keywords: Vec<String>,
    /// Days before all the others on which it came on the board.
    #[serde(default)]
    days: Seconds,
    #[serde(default)]
    asked: Option<SampleAsking>,
}

/// Whom a facilitator asked, so many days after the post came on the board.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SampleAsking {
    organisation: String,
    after: Seconds,
    #[serde(default)]
    answer: Option<SampleAnswer>,
}

/// What came back, so many days after the asking.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SampleAnswer {
    after: Seconds,
    understood_text: String,
    does_text: String,
    by_name: String,
    by_function: String,
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
    let organisations = store.organisation_names().await?;
    let mut added = 0;
    for (place, sample) in (0..).zip(&samples) {
        let at = now - place * APART - sample.days * DAY;
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
            let ruling = Ruling::parse(&request, &organisations).map_err(|_| broken("keywords"))?;
            ruling.fits(post.body(), &organisations).map_err(|_| broken("keywords"))?;
            store.decide(standing.id, &ruling, account, at).await?;
            if let Some(asked) = &sample.asked {
                ask(store, dice, standing.id, asked, account, at).await?;
            }
            added += 1;
        }
    }
    Ok(added)
}

/// A facilitator asks about a sample; maybe an answer came.
async fn ask(
    store: &Store,
    dice: &dyn Dice,
    post: Uuid,
    asked: &SampleAsking,
    account: Uuid,
    published: Seconds,
) -> Result<(), CliError> {
    let broken = |what: &str| CliError::Said(format!("the sample posts of this program are not right: {what}"));
    let SampleAsking { organisation: name, after, answer } = asked;
    let at = published + after * DAY;
    let organisation = match store.organisation_named(&folded(name)).await? {
        Some(organisation) if organisation.sample => organisation.id,
        // A real one of that name is asked nothing that nobody lived.
        Some(_) => return Ok(()),
        None => {
            let form = OrganisationForm { name: name.clone(), group: 1, active: true };
            let new = form.parse().map_err(|_| broken("an organisation"))?;
            let id = dice.uuid()?;
            store.add_organisation(id, &new, &folded(name), true).await?;
            id
        }
    };
    let asking = dice.uuid()?;
    store.ask(asking, post, organisation, account, at).await?;
    if let Some(SampleAnswer { after, understood_text, does_text, by_name, by_function }) = answer {
        let at = at + after * DAY;
        let form = AnswerForm {
            revision: 0,
            understood_text: Some(understood_text.clone()),
            does_text: Some(does_text.clone()),
            by_name: Some(by_name.clone()),
            by_function: Some(by_function.clone()),
        };
        let new = form.parse().map_err(|_| broken("an answer"))?;
        store.answer(asking, organisation, 0, &new, account, at).await?;
        let ruling = AnswerRuling { revision: 1, decision: AnswerDecision::Publish, reason: None, sentence: None };
        store.decide_answer(asking, &ruling, account, at).await?;
    }
    Ok(())
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
        organisation: None,
        credentials,
    };
    let doing = Doing { by: None, at: now };
    store.add_account(&new, doing).await?;
    store.disable_account(id, false, doing).await?;
    Ok(id)
}
