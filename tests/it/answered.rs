//! The page of an organisation: its answers, newest first, and what it lets wait. And what nobody of it has read, by a fair turn.

use crate::{
    answers::{Progress, Table, table, world},
    app::{DAY, files_with, id_of},
    staff::{Caller, Desk, Outcome, Reply},
};
use droombord_domain::{answering::UNREAD_TOGETHER, paths};
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use uuid::Uuid;

async fn public(desk: &Desk, path: &str) -> Outcome<Reply> {
    desk.get(&Caller::Anonymous, path).await
}

fn ids(list: &Value, of: &str) -> Vec<Uuid> {
    list.as_array().into_iter().flatten().map(|item| id_of(if of.is_empty() { item } else { &item[of] })).collect()
}

/// The answers of a page of HTML, in their order.
fn shown(html: &str) -> Vec<Uuid> {
    let after = html.split(" id=\"antwoord-").skip(1);
    after.filter_map(|rest| rest.split('"').next()?.parse().ok()).collect()
}

#[tokio::test]
async fn an_organisation_has_its_answers_newest_first_and_what_waits_on_its_page() -> Outcome {
    let (desk, people, organisation) = world().await?;
    let table = table(&desk, &people, organisation);
    let (other, _) = desk.organisation("Jeugdzorg Rietveld").await?;
    let (path, page) = (paths::organisation_answers(organisation), format!("/organisatie/{organisation}"));
    assert_eq!(public(&desk, &path).await?.json(), json!({"items": [], "next_cursor": null, "waiting": null}));
    assert!(public(&desk, &page).await?.text.contains("Nog geen antwoord"));

    let mut posts = Vec::new();
    let mut askings = Vec::new();
    for progress in [Progress::Published, Progress::Spoken, Progress::Published] {
        let (post, asking) = table.answer(progress).await?;
        posts.insert(0, post);
        askings.insert(0, asking);
        desk.pass(60);
    }
    let (waits, unread) = table.answer(Progress::Sent).await?;
    let all = public(&desk, &path).await?.json();
    assert_eq!((ids(&all["items"], "asking"), ids(&all["items"], "post")), (askings.clone(), posts.clone()));
    assert_eq!(all["waiting"], json!({"askings": 1, "days": 0}));
    for (item, post) in all["items"].as_array().ok_or("items")?.iter().zip(&posts) {
        let trail = public(&desk, &paths::trail(*post)).await?.json();
        assert_eq!((&item["asking"], &item["round"]), (&trail["askings"][0], &json!(1)), "as beside its post");
        assert_eq!(item["post"], public(&desk, &paths::post(*post)).await?.json());
    }
    for page in [page.clone(), format!("/en{page}")] {
        let html = public(&desk, &page).await?.text;
        assert_eq!(shown(&html), askings, "{page}");
        assert!(posts.iter().all(|post| html.contains(&format!("/droom/{post}\""))), "each leads to its post");
        assert!(!html.contains(&unread.to_string()) && !html.contains("Roodborst"), "nobody has read it");
    }

    // Page by page, whatever is answered meanwhile.
    let first = public(&desk, &format!("{path}?limit=2")).await?.json();
    assert_eq!(ids(&first["items"], "asking"), askings[..2]);
    let (newest, _) = table.answer(Progress::Published).await?;
    let cursor = first["next_cursor"].as_str().ok_or("no cursor")?;
    let rest = public(&desk, &format!("{path}?limit=2&cursor={cursor}")).await?.json();
    assert_eq!((ids(&rest["items"], "asking"), &rest["next_cursor"]), (askings[2..].to_vec(), &Value::Null));
    let theirs = format!("{}?cursor={cursor}", paths::organisation_answers(other));
    assert_eq!(public(&desk, &theirs).await?.brief(), (400, "invalid_cursor".to_owned()));
    assert_eq!(public(&desk, &format!("{path}?limit=0")).await?.status, 422);
    assert_eq!(public(&desk, &paths::organisation_answers(Uuid::nil())).await?.status, 404);

    // With its post an answer leaves this page too, at once; what was taken down may come back.
    let [erased, withdrawn, taken] = [posts[0], posts[1], posts[2]];
    assert_eq!(desk.call(&people[0], Method::DELETE, &paths::post(erased), None).await?.status, 204);
    assert_eq!(desk.call(&people[0], Method::POST, &paths::withdrawal(withdrawn), None).await?.status, 200);
    let body = json!({"revision": 1, "decision": "take_down", "reason": "recognisable"});
    assert_eq!(desk.post(&people[1], &paths::decision(taken), body).await?.status, 200);
    let left = public(&desk, &path).await?.json();
    assert_eq!(ids(&left["items"], "post"), [newest]);
    assert_eq!(shown(&public(&desk, &page).await?.text).len(), 1);

    desk.pass(2 * DAY);
    assert_eq!(public(&desk, &path).await?.json()["waiting"], json!({"askings": 1, "days": 2}));
    let html = public(&desk, &page).await?.text;
    assert!(html.contains("1 droom wacht op een antwoord. Dat duurt nu 2 dagen."), "silence is said");
    assert_eq!(desk.call(&people[0], Method::DELETE, &paths::post(waits), None).await?.status, 204);
    assert_eq!(public(&desk, &path).await?.json()["waiting"], Value::Null);
    Ok(())
}

#[tokio::test]
async fn more_answers_than_one_page_have_a_page_of_their_own_and_each_way_leads_on() -> Outcome {
    let (desk, people, organisation) = world().await?;
    let table = table(&desk, &people, organisation);
    let page = format!("/organisatie/{organisation}");
    let mut all = BTreeSet::new();
    let mut last = Uuid::nil();
    for _ in 0..21 {
        let (post, asking) = table.answer(Progress::Published).await?;
        all.insert(asking);
        last = post;
    }
    let first = public(&desk, &page).await?.text;
    assert_eq!(shown(&first).len(), 20);
    let link = first.split("href=\"").find(|it| it.starts_with(&format!("{page}?answers="))).ok_or("no more")?;
    let more = link.split('"').next().unwrap_or_default();
    let second = public(&desk, more).await?.text;
    let seen: BTreeSet<Uuid> = shown(&first).into_iter().chain(shown(&second)).collect();
    assert_eq!(seen, all, "none twice, none left out");
    assert!(second.contains(&format!("href=\"{page}\"")), "the way back");
    assert!(!second.contains("id=\"beloftes\"") && first.contains("id=\"beloftes\""), "one list alone");
    assert_eq!(shown(&public(&desk, &format!("{page}?answers=old")).await?.text).len(), 20);

    // Ways to it: from the post, and from the promises, though it promised nothing.
    for path in [format!("/droom/{last}"), "/beloftes".to_owned()] {
        assert!(public(&desk, &path).await?.text.contains(&format!("href=\"{page}\"")), "{path}");
    }
    let (waits, _) = table.answer(Progress::Asked).await?;
    assert!(public(&desk, &format!("/droom/{waits}")).await?.text.contains(&format!("href=\"{page}\"")));
    assert!(public(&desk, &format!("/en/droom/{waits}")).await?.text.contains(&format!("href=\"/en{page}\"")));
    Ok(())
}

/// Posts on the board, one a minute.
async fn hang(table: &Table<'_>, many: usize) -> Outcome<Vec<Uuid>> {
    let mut posts = Vec::new();
    for number in 0..many {
        let post = table.desk.dream(table.writer, &format!("Ik droom van een kwartel met nummer {number}.")).await?;
        assert_eq!(table.desk.decide(table.facilitator, post, 1, "publish").await?.status, 200);
        table.desk.pass(60);
        posts.push(post);
    }
    Ok(posts)
}

async fn unread(desk: &Desk, answerer: &Caller) -> Outcome<Vec<Uuid>> {
    Ok(ids(&desk.get(answerer, paths::ANSWERS).await?.json()["unread"], ""))
}

async fn read(desk: &Desk, answerer: &Caller, post: Uuid) -> Outcome<Vec<Uuid>> {
    let reply = desk.call(answerer, Method::PUT, &paths::read_unasked(post), None).await?;
    assert_eq!(reply.status, 200, "{}", reply.text);
    Ok(ids(&reply.json()["items"], ""))
}

#[tokio::test]
async fn what_the_fewest_organisations_have_read_comes_first_and_what_was_asked_not_at_all() -> Outcome {
    let (desk, people, organisation) = world().await?;
    let table = table(&desk, &people, organisation);
    let (_, other) = desk.organisation("Jeugdzorg Rietveld").await?;
    let ours = &people[2];
    assert_eq!(unread(&desk, ours).await?, Vec::<Uuid>::new());
    let posts = hang(&table, 7).await?;
    let (asked, _) = table.answer(Progress::Asked).await?;
    assert_eq!(unread(&desk, ours).await?, posts[..5], "a few at a time, the longest on the board first");
    assert_eq!(posts[..5].len(), usize::try_from(UNREAD_TOGETHER)?);

    // Others read the first two: their turn is after those that nobody has read.
    assert_eq!(read(&desk, &other, posts[0]).await?, posts[1..6]);
    assert_eq!(read(&desk, &other, posts[1]).await?, posts[2..7]);
    assert_eq!(unread(&desk, ours).await?, posts[2..7]);
    for post in &posts[2..6] {
        read(&desk, ours, *post).await?;
        read(&desk, ours, *post).await?;
    }
    assert_eq!(unread(&desk, ours).await?, [posts[6], posts[0], posts[1]], "what they were asked is not among them");
    // For the others it is: nobody asked them. Nobody read it, nor the last one.
    assert_eq!(unread(&desk, &other).await?[..2], [posts[6], asked]);
    for post in [posts[6], posts[0], posts[1]] {
        read(&desk, ours, post).await?;
    }
    assert_eq!(unread(&desk, ours).await?, Vec::<Uuid>::new(), "everything is read");
    let new = hang(&table, 1).await?;
    assert_eq!(unread(&desk, ours).await?, new);

    // Only what hangs on the board can be read.
    let waits = desk.dream(&people[0], "Dit wacht nog.").await?;
    for post in [waits, Uuid::nil()] {
        let refused = desk.call(ours, Method::PUT, &paths::read_unasked(post), None).await?;
        assert_eq!(refused.brief(), (404, "not_found".to_owned()));
    }
    assert_eq!(desk.call(&people[0], Method::POST, &paths::withdrawal(new[0]), None).await?.status, 200);
    assert_eq!(unread(&desk, ours).await?, Vec::<Uuid>::new(), "as everybody sees it");
    Ok(())
}

#[tokio::test]
async fn nobody_but_the_writer_learns_that_an_organisation_read_something_and_it_goes_with_the_post() -> Outcome {
    let (desk, people, organisation) = world().await?;
    let table = table(&desk, &people, organisation);
    let posts = hang(&table, 2).await?;
    let seen = async || -> Outcome<Vec<String>> {
        let mut seen = Vec::new();
        for path in [
            paths::POSTS.to_owned(),
            "/api/posts?order=newest".to_owned(),
            paths::FACETS.to_owned(),
            paths::post(posts[0]),
            paths::trail(posts[0]),
            paths::organisation_answers(organisation),
            "/".to_owned(),
            format!("/droom/{}", posts[0]),
            format!("/organisatie/{organisation}"),
        ] {
            let reply = public(&desk, &path).await?;
            let headers = ["etag", "last-modified", "content-length"].map(|name| reply.headers.get(name).cloned());
            seen.push(format!("{path} {headers:?} {}", reply.text));
        }
        Ok(seen)
    };
    let (before, version) = (seen().await?, desk.app.store.board_version());
    read(&desk, &people[2], posts[0]).await?;
    assert_eq!((seen().await?, desk.app.store.board_version()), (before, version), "nothing public changes");

    let stored = async || -> Outcome<Value> {
        let all = desk.get(&people[0], paths::MINE_STORED).await?.json();
        let tables = all["tables"].as_array().cloned().unwrap_or_default();
        Ok(tables.into_iter().find(|it| it["table"] == "organisation_reads").ok_or("no such table")?["rows"].clone())
    };
    let rows = stored().await?.to_string();
    assert!(rows.contains(&posts[0].to_string()) && rows.contains("Jeugdhulp Vlierpad"), "{rows}");
    assert!(!rows.contains("account") && !rows.contains("\"at\""), "neither who nor when: {rows}");
    assert_eq!(desk.call(&people[0], Method::DELETE, &paths::post(posts[0]), None).await?.status, 204);
    assert_eq!(stored().await?, json!([]), "it went with the post");
    assert_eq!(files_with(desk.folder(), "kwartel met nummer 0"), Vec::<String>::new());
    Ok(())
}
