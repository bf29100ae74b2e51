//! The mail that reminds, over a real SMTP conversation: each recipient by itself, what fails once a day or after a while, and what a
//! restart does not send again.

use crate::app::{DAY, TestApp, Wish, new_key};
use droombord_server::{
    auth::delay::Pace,
    clock::SystemDice,
    limits::Rates,
    settings::Given,
    state::{App, AppState, Parts},
    warnings::Warning,
};
use std::sync::{Arc, Mutex};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufStream},
    net::{TcpListener, TcpStream},
};

const MINUTE: i64 = 60;

/// What a mail server says to a recipient (its address begins so) or to a password, when it is not yes.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Says {
    To(&'static str, &'static str),
    ToPassword(&'static str),
}

#[derive(Default)]
pub(crate) struct Seen {
    pub(crate) conversations: usize,
    /// Recipients and letter of each mail that was taken.
    pub(crate) mails: Vec<(Vec<String>, String)>,
    says: Option<Says>,
}

/// A mail server at a port of its own.
#[derive(Clone)]
pub(crate) struct Office {
    pub(crate) port: u16,
    seen: Arc<Mutex<Seen>>,
}

impl Office {
    pub(crate) async fn open() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let office = Self { port: listener.local_addr().unwrap().port(), seen: Arc::default() };
        let inside = office.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                inside.with(|seen| seen.conversations += 1);
                let _ = inside.talk(BufStream::new(stream)).await;
            }
        });
        office
    }

    pub(crate) fn with<T>(&self, act: impl FnOnce(&mut Seen) -> T) -> T {
        act(&mut self.seen.lock().unwrap())
    }

    pub(crate) fn says(&self, says: Option<Says>) {
        self.with(|seen| seen.says = says);
    }

    fn conversations(&self) -> usize {
        self.with(|seen| seen.conversations)
    }

    /// Who got a mail, in order.
    pub(crate) fn reached(&self) -> Vec<String> {
        self.with(|seen| seen.mails.iter().flat_map(|mail| mail.0.clone()).collect())
    }

    /// Letters that a recipient got since the last look, without the wrapping of the way: the subject, and the lines of the text.
    pub(crate) fn letters_to(&self, whom: &str) -> Vec<(String, Vec<String>)> {
        let mut mine = Vec::new();
        self.with(|seen| {
            seen.mails.retain(|(to, letter)| {
                let is_mine = to == &[whom];
                if is_mine {
                    mine.push(letter.replace("=\r\n", "").replace("\r\n", "\n"));
                }
                !is_mine
            });
        });
        let parts = |letter: &String| {
            let (head, body) = letter.split_once("\n\n").unwrap_or_default();
            let subject = head.lines().find_map(|line| line.strip_prefix("Subject: ")).unwrap_or_default();
            let (lines, _) = body.split_once("\n\n").unwrap_or_default();
            (subject.to_owned(), lines.lines().map(str::to_owned).collect())
        };
        mine.iter().map(parts).collect()
    }

    /// Settings with this mail server, and these facilitators to remind.
    pub(crate) fn settings(&self, to: &[&str]) -> Given {
        Given {
            smtp_url: Some(format!("smtp://naam:geheim@127.0.0.1:{}", self.port)),
            digest_from: Some("Het droombord <droombord@bord.example>".to_owned()),
            digest_to: to.iter().map(|to| (*to).to_owned()).collect(),
            ..Given::default()
        }
    }

    async fn talk(&self, mut stream: BufStream<TcpStream>) -> std::io::Result<()> {
        let (mut to, mut letter) = (Vec::new(), None::<String>);
        let mut answer = "220 post".to_owned();
        loop {
            stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
            stream.flush().await?;
            let mut line = String::new();
            if stream.read_line(&mut line).await? == 0 {
                return Ok(());
            }
            let says = self.with(|seen| seen.says);
            answer = match line.split([' ', ':']).next().unwrap_or_default().trim() {
                "EHLO" => "250-post\r\n250 AUTH PLAIN".to_owned(),
                "AUTH" => match says {
                    Some(Says::ToPassword(no)) => no.to_owned(),
                    _ => "235 in".to_owned(),
                },
                "RCPT" => {
                    let address = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                    match says {
                        Some(Says::To(whom, no)) if address.starts_with(whom) => no.to_owned(),
                        _ => {
                            to.push(address);
                            "250 yes".to_owned()
                        }
                    }
                }
                "DATA" => {
                    stream.write_all(b"354 go\r\n").await?;
                    stream.flush().await?;
                    let text = letter.insert(String::new());
                    while stream.read_line(text).await? > 0 && !text.ends_with("\r\n.\r\n") {}
                    let mail = (std::mem::take(&mut to), std::mem::take(text));
                    self.with(|seen| seen.mails.push(mail));
                    "250 taken".to_owned()
                }
                "QUIT" => {
                    stream.write_all(b"221 bye\r\n").await?;
                    return stream.flush().await;
                }
                _ => "250 yes".to_owned(),
            };
        }
    }
}

/// A board on which something waits, and that reminds three people.
async fn board(office: &Office) -> TestApp {
    let settings = office.settings(&["anna@zorg.example", "bob@zorg.example", "carla@zorg.example"]);
    let app = TestApp::start_as(Wish { settings, ..Wish::default() }).await;
    app.dream(&new_key(), "Het wacht.").await;
    app
}

/// The same board after a restart: what was in memory is gone.
fn again(app: &TestApp) -> AppState {
    App::new(Parts {
        store: app.app.store.clone(),
        clock: app.clock.clone(),
        dice: Arc::new(SystemDice),
        secret: app.app.secret.clone(),
        settings: app.app.settings.clone(),
        rates: Rates::off(),
        pace: Pace::off(),
        cache: true,
    })
}

fn warnings(app: &App) -> Vec<Warning> {
    app.warnings.all(app.clock.now())
}

#[tokio::test]
async fn each_recipient_gets_a_mail_of_its_own_and_a_refused_one_stops_nobody() {
    let office = Office::open().await;
    let app = board(&office).await;
    office.says(Some(Says::To("bob", "550 5.1.1 nobody of that name")));
    app.app.remind().await.unwrap();
    assert_eq!(office.reached(), ["anna@zorg.example", "carla@zorg.example"]);
    assert_eq!(warnings(&app.app), [Warning::MailRefused]);
    // Not again today, also not after a restart; the refused one, which may have been mended, then once.
    app.clock.pass(3 * 60 * MINUTE);
    app.app.remind().await.unwrap();
    assert_eq!(office.conversations(), 3);
    let restarted = again(&app);
    restarted.remind().await.unwrap();
    assert_eq!((office.reached().len(), office.conversations()), (2, 4));
    office.says(None);
    app.clock.pass(DAY);
    restarted.remind().await.unwrap();
    assert_eq!(office.reached()[2..], ["anna@zorg.example", "bob@zorg.example", "carla@zorg.example"]);
    assert_eq!(warnings(&restarted), []);
    restarted.remind().await.unwrap();
    assert_eq!(office.reached().len(), 5, "once a day");

    let mails = office.with(|seen| std::mem::take(&mut seen.mails));
    let mut numbers = Vec::new();
    for (to, letter) in mails {
        let head = letter.split("\r\n\r\n").next().unwrap().to_owned();
        let line = |name: &str| head.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().to_owned();
        assert_eq!((to.len(), line("To: ")), (1, to[0].clone()), "nobody sees another");
        assert!(!head.contains("Bcc") && letter.matches("@zorg.example").count() == 1, "{letter}");
        assert_eq!(
            (line("Auto-Submitted: "), line("X-Auto-Response-Suppress: ")),
            ("auto-generated".into(), "All".into())
        );
        assert!(!line("Date: ").is_empty());
        assert!(line("Message-ID: ").ends_with("@bord.example>"), "{head}");
        numbers.push(line("Message-ID: "));
    }
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), 5, "each mail has a number of its own");
    let folder = app.stop().await;
    assert_eq!(crate::app::files_with(folder.path(), "zorg.example"), Vec::<String>::new());
}

#[tokio::test]
async fn a_wrong_password_is_tried_once_a_day() {
    let office = Office::open().await;
    let app = board(&office).await;
    office.says(Some(Says::ToPassword("535 5.7.8 no")));
    for _ in 0..6 {
        app.app.remind().await.unwrap();
        app.clock.pass(10 * MINUTE);
    }
    assert_eq!(office.conversations(), 1, "also for three recipients");
    assert_eq!(warnings(&app.app), [Warning::MailRefused]);
    office.says(None);
    app.clock.pass(DAY);
    app.app.remind().await.unwrap();
    assert_eq!(office.reached().len(), 3);
    assert_eq!(warnings(&app.app), []);
}

#[tokio::test]
async fn what_may_pass_is_tried_again_ever_more_seldom() {
    let office = Office::open().await;
    let app = board(&office).await;
    office.says(Some(Says::To("bob", "451 4.7.1 come back later")));
    let mut tries = Vec::new();
    for look in 0..36 {
        let before = office.conversations();
        app.app.remind().await.unwrap();
        if office.conversations() > before {
            tries.push(look * 10);
        }
        app.clock.pass(10 * MINUTE);
    }
    assert_eq!(tries, [0, 10, 30, 70, 150, 310], "minutes");
    assert_eq!(office.reached().len(), 2, "the others once");
    assert_eq!(warnings(&app.app), [Warning::MailUnreachable]);
    office.says(None);
    app.clock.pass(3 * 60 * MINUTE);
    app.app.remind().await.unwrap();
    assert_eq!(office.reached().len(), 3);
    assert_eq!(warnings(&app.app), []);
    // Nobody listens there.
    let port = TcpListener::bind(("127.0.0.1", 0)).await.unwrap().local_addr().unwrap().port();
    let app = board(&Office { port, ..office }).await;
    app.app.remind().await.unwrap();
    assert_eq!(warnings(&app.app), [Warning::MailUnreachable]);
}
