//! Accounts that an administrator makes, from outside: the first sign-in, reset, disabling.

use crate::{
    crash::program,
    staff::{Caller, Desk, Outcome, PASSWORD},
};
use droombord_domain::{paths, staff::StaffRole};
use droombord_server::auth::totp::TotpSecret;
use reqwest::Method;
use serde_json::{Value, json};
use std::{
    io::Write as _,
    process::{Command, Stdio},
};
use uuid::Uuid;

const OWN: &str = "mijn eigen wachtwoord";

fn first_password(body: &Value) -> Outcome<String> {
    Ok(body["first_password"].as_str().ok_or("password")?.to_owned())
}

async fn make(desk: &Desk, administrator: &Caller, name: &str) -> Outcome<String> {
    let reply = desk.post(administrator, paths::ACCOUNTS, json!({"name": name, "role": "facilitator"})).await?;
    assert_eq!(reply.status, 201, "{}", reply.text);
    assert_eq!(reply.json()["account"]["ready"], false);
    first_password(&reply.json())
}

/// Goes through the first sign-in, looking at every step.
async fn first_sign_in(desk: &Desk, name: &str, first: &str) -> Outcome<(Caller, TotpSecret)> {
    let anybody = Caller::Anonymous;
    let reply = desk.post(&anybody, paths::SESSION, json!({"name": name, "password": first})).await?;
    assert_eq!(reply.brief(), (401, "second_factor_enrolment".to_owned()));
    let enrolment = &reply.json()["enrolment"];
    let secret = TotpSecret::from_base32(enrolment["secret"].as_str().ok_or("secret")?).ok_or("base 32")?;
    assert_eq!(enrolment["uri"], secret.uri(name));
    let body = |code: &str, new: Option<&str>| {
        let mut body = json!({"name": name, "password": first, "code": code});
        if let Some(new) = new {
            body["new_password"] = json!(new);
        }
        body
    };
    let code = desk.code(&secret);
    for (what, body, expected) in [
        ("wrong code", body("000000", Some(OWN)), (401, "sign_in_failed")),
        ("no new password", body(&code, None), (401, "new_password_required")),
        ("short", body(&code, Some("kort")), (422, "invalid_fields")),
        ("the same", body(&code, Some(first)), (422, "invalid_fields")),
    ] {
        let (status, code) = desk.post(&anybody, paths::SESSION, body).await?.brief();
        assert_eq!((status, code.as_str()), expected, "{what}");
    }
    let reply = desk.post(&anybody, paths::SESSION, body(&code, Some(OWN))).await?;
    assert_eq!(reply.status, 200, "{}", reply.text);
    Ok((Caller::Session(reply.cookie().ok_or("cookie")?), secret))
}

#[tokio::test]
async fn the_first_sign_in_sets_up_the_second_factor_and_an_own_password() -> Outcome {
    let desk = Desk::start().await?;
    let administrator = desk.staff("Beheer", StaffRole::Administrator).await?;
    let password = make(&desk, &administrator, "Anna").await?;
    let (anna, secret) = first_sign_in(&desk, "Anna", &password).await?;
    assert_eq!(desk.get(&anna, paths::QUEUE).await?.status, 200);
    let list = desk.get(&administrator, paths::ACCOUNTS).await?;
    assert!(list.json()["items"].as_array().is_some_and(|all| all.iter().all(|it| it["ready"] == true)));
    assert!(!list.text.contains(&password));
    // The secret is not shown any more, and the first password is no password any more.
    desk.pass(30);
    let again = json!({"name": "Anna", "password": OWN});
    let reply = desk.post(&Caller::Anonymous, paths::SESSION, again).await?;
    assert_eq!(reply.brief(), (401, "second_factor_required".to_owned()));
    assert!(!reply.text.contains(&secret.base32()));
    let old = json!({"name": "Anna", "password": password, "code": desk.code(&secret)});
    assert_eq!(desk.post(&Caller::Anonymous, paths::SESSION, old).await?.status, 401);
    Ok(())
}

#[tokio::test]
async fn a_name_is_taken_whatever_its_case_and_every_field_error_comes_at_once() -> Outcome {
    let desk = Desk::start().await?;
    let administrator = desk.staff("Beheer", StaffRole::Administrator).await?;
    make(&desk, &administrator, "Zoë").await?;
    let taken = json!({"name": " ZOE\u{308} ", "role": "administrator"});
    assert_eq!(desk.post(&administrator, paths::ACCOUNTS, taken).await?.brief(), (409, "name_taken".to_owned()));
    make(&desk, &administrator, "Iris  de Boer").await?;
    for alike in ["Z\u{43e}\u{eb}", "lris de Boer", "IRIS de\u{a0}boer", "Ir\u{456}s de B\u{43e}er"] {
        let taken = json!({"name": alike, "role": "facilitator"});
        let reply = desk.post(&administrator, paths::ACCOUNTS, taken).await?;
        assert_eq!(reply.brief(), (409, "name_taken".to_owned()), "{alike:?} only looks like another");
    }
    let wrong = json!({"name": "", "role": "boss"});
    let reply = desk.post(&administrator, paths::ACCOUNTS, wrong).await?;
    assert_eq!(reply.json()["fields"].as_array().map(Vec::len), Some(2), "{}", reply.text);
    Ok(())
}

#[tokio::test]
async fn reset_and_disable_end_every_session_and_reset_lets_in_again() -> Outcome {
    let desk = Desk::start().await?;
    let administrator = desk.staff("Beheer", StaffRole::Administrator).await?;
    let person = desk.account("Anna", StaffRole::Facilitator).await?;
    let anna = desk.signed_in(&person).await?;
    let disable = paths::account_disable(person.id);
    for _ in 0..2 {
        assert_eq!(desk.call(&administrator, Method::POST, &disable, None).await?.status, 204);
    }
    assert_eq!(desk.get(&anna, paths::SESSION).await?.status, 401);
    desk.pass(30);
    assert_eq!(desk.sign_in(&person).await?.brief(), (401, "sign_in_failed".to_owned()));
    let reset = desk.call(&administrator, Method::POST, &paths::account_reset(person.id), None).await?;
    assert_eq!(reset.status, 200);
    let (anna, _) = first_sign_in(&desk, "Anna", &first_password(&reset.json())?).await?;
    assert_eq!(desk.get(&anna, paths::QUEUE).await?.status, 200);
    // A reset throws out whoever is in.
    desk.call(&administrator, Method::POST, &paths::account_reset(person.id), None).await?;
    assert_eq!(desk.get(&anna, paths::SESSION).await?.status, 401);
    let nobody = paths::account_reset(Uuid::nil());
    assert_eq!(desk.call(&administrator, Method::POST, &nobody, None).await?.status, 404);
    // All of it stands in the list, newest first; disabling twice was done once.
    let list = desk.get(&administrator, paths::ACCOUNTS).await?.json();
    let anna = list["items"].as_array().and_then(|all| all.iter().find(|it| it["name"] == "Anna")).ok_or("Anna")?;
    let events = anna["events"].as_array().ok_or("events")?;
    let seen: Vec<_> = events.iter().map(|it| (it["step"].as_str(), it["by"].as_str())).collect();
    let by = Some("Beheer");
    assert_eq!(seen, [(Some("reset"), by), (Some("reset"), by), (Some("disabled"), by), (Some("made"), None)]);
    assert!(events.iter().all(|it| it["at"].as_str().is_some_and(|at| at.ends_with('Z'))));
    Ok(())
}

#[tokio::test]
async fn an_administrator_who_can_sign_in_always_stays() -> Outcome {
    let desk = Desk::start().await?;
    let (one, two) =
        (desk.account("Een", StaffRole::Administrator).await?, desk.account("Twee", StaffRole::Administrator).await?);
    let first = desk.signed_in(&one).await?;
    for path in [paths::account_disable(one.id), paths::account_reset(one.id)] {
        assert_eq!(
            desk.call(&first, Method::POST, &path, None).await?.brief(),
            (409, "not_allowed_now".to_owned()),
            "{path}"
        );
    }
    let second = desk.signed_in(&two).await?;
    // Both at once, each the other: one of them stays.
    let (a, b) = (paths::account_disable(two.id), paths::account_disable(one.id));
    let (a, b) = tokio::join!(desk.call(&first, Method::POST, &a, None), desk.call(&second, Method::POST, &b, None));
    let mut statuses = [a?.status.as_u16(), b?.status.as_u16()];
    statuses.sort_unstable();
    assert!(statuses[0] == 204 && matches!(statuses[1], 401 | 409), "{statuses:?}");
    Ok(())
}

/// Runs the real program on the folder of the live server; what it says on standard output.
fn command(desk: &Desk, arguments: &[&str], input: &str) -> Outcome<Result<String, String>> {
    let mut child = Command::new(program())
        .args(arguments)
        .arg("--data")
        .arg(desk.folder())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    child.stdin.take().ok_or("no input")?.write_all(input.as_bytes())?;
    let output = child.wait_with_output()?;
    let (said, error) = (String::from_utf8(output.stdout)?, String::from_utf8(output.stderr)?);
    Ok(if output.status.success() { Ok(said) } else { Err(error) })
}

fn secret_of(said: &str) -> Outcome<TotpSecret> {
    let line = said.lines().find_map(|line| line.strip_prefix("secret ")).ok_or("no secret")?;
    Ok(TotpSecret::from_base32(line).ok_or("base 32")?)
}

#[tokio::test]
async fn the_command_line_makes_resets_disables_and_lists_beside_a_live_server() -> Outcome {
    let desk = Desk::start().await?;
    let create = ["account", "create", "Fatma", "--role", "facilitator"];
    let said = command(&desk, &create, &format!("{PASSWORD}\n"))??;
    let secret = secret_of(&said)?;
    assert!(said.contains(&secret.uri("Fatma")));
    let sign_in = |password: &str, code: String| {
        let body = json!({"name": "fatma", "password": password, "code": code});
        let desk = &desk;
        async move { desk.post(&Caller::Anonymous, paths::SESSION, body).await }
    };
    let reply = sign_in(PASSWORD, desk.code(&secret)).await?;
    let fatma = Caller::Session(reply.cookie().ok_or(reply.text)?);
    assert_eq!(desk.get(&fatma, paths::QUEUE).await?.status, 200);
    let again = command(&desk, &create, &format!("{PASSWORD}\n"))?;
    assert!(again.is_err_and(|error| error.contains("in use")));
    let short = command(&desk, &["account", "create", "Bob", "--role", "administrator"], "elf tekens!\n")?;
    assert!(short.is_err_and(|error| error.contains("at least 12")));
    let said = command(&desk, &["account", "reset", "FATMA"], OWN)??;
    assert_eq!(desk.get(&fatma, paths::SESSION).await?.status, 401, "a reset ends every session");
    desk.pass(30);
    assert_eq!(sign_in(OWN, desk.code(&secret)).await?.status, 401, "the old codes are none any more");
    let secret = secret_of(&said)?;
    let reply = sign_in(OWN, desk.code(&secret)).await?;
    let fatma = Caller::Session(reply.cookie().ok_or(reply.text)?);
    command(&desk, &["account", "disable", "fatma"], "")??;
    assert_eq!(desk.get(&fatma, paths::SESSION).await?.status, 401);
    let list = command(&desk, &["account", "list"], "")??;
    let line = list.lines().find(|line| line.ends_with("Fatma")).ok_or("not listed")?;
    assert!(line.starts_with("facilitator") && line.contains("disabled"), "{line}");

    // An answerer answers for an organisation, and nobody else does.
    let answerer = ["account", "create", "Kim", "--role", "answerer", "--organisation", "vlierpad"];
    for (words, said) in [
        (&answerer[..], "no organisation"),
        (&answerer[..5], "--organisation"),
        (&["organisation", "create", "Vlierpad", "--group", "0"], "1 to 99"),
        (&["account", "create", "Kim", "--role", "facilitator", "--organisation", "Vlierpad"], "only an answerer"),
    ] {
        let refused = command(&desk, words, OWN)?;
        assert!(refused.as_ref().is_err_and(|error| error.contains(said)), "{words:?}: {refused:?}");
    }
    let make = ["organisation", "create", "Vlierpad", "--group", "2"];
    command(&desk, &make, "")??;
    assert!(command(&desk, &make, "")?.is_err_and(|error| error.contains("already")));
    assert!(command(&desk, &["organisation", "list"], "")??.contains("group 2"));
    for (address, said) in [("antwoorden@vlierpad.example", "at antwoorden@vlierpad.example"), ("", "no more")] {
        assert!(command(&desk, &["organisation", "mail", "VLIERPAD", address], "")??.contains(said), "{address}");
    }
    for (name, address, said) in [("Vlierpad", "vlierpad", "no mail address"), ("Rietveld", "", "no organisation")] {
        let refused = command(&desk, &["organisation", "mail", name, address], "")?;
        assert!(refused.is_err_and(|error| error.contains(said)), "{said}");
    }
    let secret = secret_of(&command(&desk, &answerer, OWN)??)?;
    let body = json!({"name": "Kim", "password": OWN.trim_end(), "code": desk.code(&secret)});
    let reply = desk.post(&Caller::Anonymous, paths::SESSION, body).await?;
    let kim = Caller::Session(reply.cookie().ok_or(reply.text)?);
    assert_eq!(desk.get(&kim, paths::ANSWERS).await?.json()["organisation"]["name"], "Vlierpad");
    Ok(())
}
