//! Sending: posts that come in at the same time are written in one change, and synced once.
//!
//! A disk makes only so many changes last in a second. While one is being synced, those who come in wait beside each other; the
//! next change takes all of them. Nobody is answered before that change is on the disk, also who only sent something again:
//! the first sending may stand in the very same change.

use super::{Result, Sending, Sent, Store, StoreError, Tx};
use std::sync::{Mutex, PoisonError};
use tokio::sync::oneshot;
use uuid::Uuid;

/// Number of posts that are written together at most (group commit): the first of them waits for the last.
const TOGETHER: usize = 16;

/// Who waits to be written.
#[derive(Debug, Default)]
pub(super) struct Queue(Mutex<Vec<Waiting>>);

#[derive(Debug)]
struct Waiting {
    sending: Sending,
    answer: oneshot::Sender<Result<Sent>>,
}

impl Queue {
    fn with<T>(&self, act: impl FnOnce(&mut Vec<Waiting>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The first in the queue. Whoever gave up is not written.
    fn next(&self) -> Vec<Waiting> {
        self.with(|queue| {
            queue.retain(|waiting| !waiting.answer.is_closed());
            queue.drain(..queue.len().min(TOGETHER)).collect()
        })
    }

    /// Takes one out again; says whether it was still there.
    fn leave(&self, id: Uuid) -> bool {
        self.with(|queue| {
            let before = queue.len();
            queue.retain(|waiting| waiting.sending.id != id);
            queue.len() < before
        })
    }
}

impl Store {
    /// Takes a post in, once for each idempotency key. When this returns, the post is on the disk.
    ///
    /// # Errors
    /// `erased` and `idempotency_key_reused`; `not_found` when there is nothing on the board to reply to.
    pub async fn send(&self, sending: Sending) -> Result<Sent> {
        let id = sending.id;
        let (answer, mut answered) = oneshot::channel();
        self.inner.sendings.with(|queue| queue.push(Waiting { sending, answer }));
        loop {
            tokio::select! {
                biased;
                // Somebody whose turn came first wrote this one too.
                outcome = &mut answered => return outcome.unwrap_or(Err(StoreError::Busy)),
                tx = self.begin_more() => match tx {
                    // Not always this one: so many may have come before.
                    Ok(tx) => self.write_next(tx).await,
                    Err(error) if self.inner.sendings.leave(id) => return Err(error),
                    Err(_) => return answered.await.unwrap_or(Err(StoreError::Busy)),
                },
            }
        }
    }

    /// Writes those whose turn it is, and answers them.
    async fn write_next(&self, tx: Tx) {
        let next = self.inner.sendings.next();
        let (sendings, answers): (Vec<_>, Vec<_>) = next.into_iter().map(|one| (one.sending, one.answer)).unzip();
        let outcomes = match &sendings[..] {
            [] => return,
            [one] => vec![write_alone(tx, one.clone()).await],
            all => match write_together(tx, all).await {
                Ok(outcomes) => outcomes,
                // One by one: what is wrong with one must not be everybody's.
                Err(_) => {
                    let mut outcomes = Vec::with_capacity(sendings.len());
                    for sending in sendings {
                        outcomes.push(match self.begin_more().await {
                            Ok(tx) => write_alone(tx, sending).await,
                            Err(error) => Err(error),
                        });
                    }
                    outcomes
                }
            },
        };
        for (answer, outcome) in answers.into_iter().zip(outcomes) {
            // A caller that does not listen any more sends again, and is told then.
            let _ = answer.send(outcome);
        }
    }
}

async fn write_alone(mut tx: Tx, sending: Sending) -> Result<Sent> {
    let sent = tx.take_in(sending).await?;
    if sent.fresh || sent.rings {
        tx.commit().await?;
    }
    Ok(sent)
}

/// Writes several in one change. Who is refused leaves nothing in it; any other fault is one of the whole change, which is
/// undone.
async fn write_together(mut tx: Tx, sendings: &[Sending]) -> Result<Vec<Result<Sent>>> {
    let mut outcomes = Vec::with_capacity(sendings.len());
    for sending in sendings {
        tx.run("SAVEPOINT sending").await?;
        let outcome = tx.take_in(sending.clone()).await;
        match outcome {
            Ok(_) => {}
            Err(StoreError::Refused(_)) => tx.run("ROLLBACK TO sending").await?,
            Err(fault) => return Err(fault),
        }
        tx.run("RELEASE sending").await?;
        outcomes.push(outcome);
    }
    tx.commit().await?;
    Ok(outcomes)
}

impl Tx {
    async fn run(&mut self, statement: &'static str) -> Result<()> {
        sqlx::query(statement).execute(self.conn()).await?;
        Ok(())
    }
}
