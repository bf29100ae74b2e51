//! The name of a participating organisation is no way to reach anybody, whatever it looks like: in no text of staff, and in no reply.

use crate::staff::{Caller, Desk, Outcome};
use droombord_domain::{paths, staff::StaffRole};
use reqwest::Method;
use serde_json::json;

#[tokio::test]
async fn an_organisation_may_be_named_in_every_text_and_hides_no_address() -> Outcome {
    let desk = Desk::start().await?;
    let anna = desk.staff("Anna", StaffRole::Facilitator).await?;
    let (organisation, wim) = desk.organisation("Lindelaan 14").await?;
    let writer = desk.key();
    let post = desk.dream(&writer, "Stop met steeds een nieuwe begeleider.").await?;
    assert_eq!(desk.decide(&anna, post, 1, "publish").await?.status, 200);
    let asked = desk.post(&anna, &paths::asks(post), json!({"organisation": organisation.to_string()})).await?;
    let asking = crate::app::id_of(&asked.json()["items"][0]);

    for (text, goes) in [("Wij van lindelaan 15 luisteren.", false), ("Wij van lindelaan 14 luisteren.", true)] {
        let due = "2027-03-01";
        let promise = json!({"direction": "stop", "what": text, "owner": "bestuurder", "due": due, "posts": [post]});
        let made = desk.post(&wim, paths::OWN_PROMISES, promise).await?;
        assert_eq!(made.status.is_success(), goes, "{text}: {}", made.text);
        let promise = json!({"direction": "start", "what": text, "owner": text, "due": due, "posts": [post]});
        let promise = json!({"organisation": organisation.to_string(), "promise": promise});
        let made = desk.post(&anna, paths::DESK_PROMISES, promise).await?;
        assert_eq!(made.status.is_success(), goes, "{text}: {}", made.text);

        let answer = json!({"revision": 0, "understood_text": text, "does_text": text, "by_function": text});
        let answered = desk.call(&wim, Method::PUT, &paths::answer(asking), Some(answer)).await?;
        assert_eq!(answered.status.is_success(), goes, "{text}: {}", answered.text);
        let noted = desk.post(&anna, &paths::notes(post), json!({"words": text})).await?;
        assert_eq!(noted.status.is_success(), goes, "{text}: {}", noted.text);

        let back = desk.dream(&desk.key(), "Ik droom van een hond.").await?;
        let decision = json!({"revision": 1, "decision": "hand_back", "reason": "unclear", "sentence": text});
        let decided = desk.post(&anna, &paths::decision(back), decision).await?;
        assert_eq!(decided.status.is_success(), goes, "{text}: {}", decided.text);
        let declined = desk.dream(&desk.key(), "Ik droom van een kat.").await?;
        let decision = json!({"revision": 1, "decision": "decline", "reason": "unclear", "sentence": text});
        let decided = desk.post(&anna, &paths::decision(declined), decision).await?;
        assert_eq!(decided.status.is_success(), goes, "{text}: {}", decided.text);

        let other = desk.key();
        let sent = desk.post(&other, &paths::replies(post), json!({"text": text, "role": "parent"})).await?;
        assert_eq!(sent.status, 201, "{}", sent.text);
        let reply = crate::app::id_of(&sent.json());
        let seen = desk.get(&anna, &paths::desk_post(reply)).await?.json();
        assert_eq!(seen["findings"].as_array().is_none_or(Vec::is_empty), goes, "{text}: {seen}");
        assert_eq!(desk.decide(&anna, reply, 1, "publish").await?.status.is_success(), goes, "{text}");
    }

    // What is said of a promise, by the organisation and for it; and what the desk is shown of all that waits.
    let waiting = desk.get(&anna, paths::DESK_PROMISES).await?.json();
    for promise in waiting["items"].as_array().cloned().unwrap_or_default() {
        let saying = &promise["sayings"][0];
        assert!(saying["findings"].as_array().is_none_or(Vec::is_empty), "{promise}");
        let id = promise["id"].as_str().ok_or("id")?.parse()?;
        let ruling = json!({"saying": saying["id"], "decision": "publish"});
        assert_eq!(desk.post(&anna, &paths::promise_decision(id), ruling).await?.status, 200);
        for (who, path) in [(&wim, paths::own_sayings(id)), (&anna, paths::desk_sayings(id))] {
            let refused = desk.post(who, &path, json!({"says": "not_yet", "words": "Kom naar Lindelaan 15."})).await?;
            assert_eq!(refused.json()["fields"], json!([{"field": "words", "code": "contact_details"}]));
        }
        let said = desk
            .post(&wim, &paths::own_sayings(id), json!({"says": "kept", "words": "Lindelaan 14 doet het."}))
            .await?;
        assert_eq!(said.status, 200, "{}", said.text);
    }
    let read = desk.get(&anna, paths::ANSWERS_TO_READ).await?.json();
    assert_eq!(read["answers"][0]["understood_findings"], json!([]), "{read}");
    assert!(desk.get(&Caller::Anonymous, &paths::trail(post)).await?.status.is_success());
    Ok(())
}
