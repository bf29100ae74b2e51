//! What the sequences know of the organisation: its answers on its own page, and what it was not asked and has not read.

use super::{Model, World, index::Index};
use crate::staff::{Caller, Outcome};
use droombord_domain::{answering::UNREAD_TOGETHER, paths};
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeSet;

impl World {
    /// Somebody of the organisation has read a post.
    pub(super) async fn read_unasked(&mut self, post: Index) -> Outcome {
        let at = self.among(post, Model::hangs);
        let path = paths::read_unasked(self.posts[at].id);
        let reply = self.desk.call(&self.answerer, Method::PUT, &path, None).await?;
        let post = &mut self.posts[at];
        assert_eq!(reply.status.as_u16(), if post.hangs() { 200 } else { 404 }, "reading {post:?}");
        post.read |= post.hangs();
        if reply.status.is_success() {
            self.is_unread(&reply.json()["items"]);
        }
        Ok(())
    }

    /// What is listed is on the board, was not asked and not read, and is as much as fits.
    fn is_unread(&self, listed: &Value) {
        let unread = self.posts.iter().filter(|post| post.hangs() && post.askings.is_empty() && !post.read);
        let unread: BTreeSet<String> = unread.map(|post| post.id.to_string()).collect();
        let listed: BTreeSet<String> =
            listed.as_array().into_iter().flatten().filter_map(|it| Some(it["id"].as_str()?.to_owned())).collect();
        assert!(listed.is_subset(&unread), "{listed:?} of {unread:?}");
        assert_eq!(Some(listed.len()), usize::try_from(UNREAD_TOGETHER).ok().map(|most| most.min(unread.len())));
    }

    pub(super) async fn look_at_unread(&self) -> Outcome {
        let asked = self.desk.get(&self.answerer, paths::ANSWERS).await?.json();
        self.is_unread(&asked["unread"]);
        Ok(())
    }

    /// The page of the organisation has every public answer to what hangs, and counts what waits.
    pub(super) async fn look_at_the_organisation(&self) -> Outcome {
        let path = format!("{}?limit=100", paths::organisation_answers(self.organisation));
        let page = self.desk.get(&Caller::Anonymous, &path).await?;
        let askings = || self.posts.iter().filter(|post| post.hangs()).flat_map(|post| &post.askings);
        let answered: BTreeSet<String> =
            askings().filter(|asking| asking.public).filter_map(|asking| asking.mark.clone()).collect();
        let of_posts = self.posts.iter().filter(|post| post.askings.iter().any(|asking| asking.public) && post.hangs());
        let expected: BTreeSet<String> =
            answered.iter().cloned().chain(of_posts.map(|post| post.mark().to_owned())).collect();
        assert_eq!(self.marks_in(&page.text), expected, "the answers of the organisation");
        let page = page.json();
        assert_eq!(page["items"].as_array().map(Vec::len), Some(answered.len()), "none is doubled");
        let waiting = askings().filter(|asking| !asking.public).count();
        let expected = if waiting == 0 { Value::Null } else { json!(waiting) };
        assert_eq!(page["waiting"]["askings"], expected, "what waits");
        Ok(())
    }
}
