//! What is kept about a writer, in words: what each column means, and how its values read.

use super::time::{ZONE, moment};
use crate::{
    browser, clock,
    i18n::{Label, Messages},
};
use droombord_domain::{
    answer::{Understood, Verdict, WordsState},
    api::{Decision, Stored, StoredField},
    life::PostState,
    post::{AgeBand, Direction, Kind, Lang, Region, Role},
    reason::Reason,
    support::Support,
    text::{KEEP_SHORT, first_sentence},
    trail::TrailKind,
};
use std::collections::BTreeMap;

/// How a kept value reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// A number by which the computer finds something again: it is counted and not shown.
    Finder,
    /// The post that it belongs to, by its first sentence.
    Post,
    /// The asking that it belongs to, by the post.
    Asking,
    /// As it stands there.
    AsItIs(Label),
    /// A moment.
    Moment(Label),
    /// A yes or no.
    YesNo(Label),
    /// Whether something stands there.
    IsThere(Label),
    /// One of a list.
    Code(Label),
    /// A number of reactions, as everybody sees it.
    Step(Support),
    /// A number of reactions, as the writer alone sees it.
    Count(Support),
}

/// How a column of a table reads; `None` for one that has no words.
#[must_use]
pub fn how(table: &str, column: &str) -> Option<How> {
    use How::{AsItIs, Asking, Code, Count, Finder, IsThere, Moment, Post, Step, YesNo};
    Some(match (table, column) {
        ("keys" | "askings" | "trail", "id")
        | ("keys", "hash")
        | ("posts", "id" | "key" | "turn" | "freshness" | "reply_to" | "number")
        // How far the trail is, once more, for the filters of the board and of the desk.
        | ("posts", "answered" | "promised" | "heard" | "waiting" | "asked_day" | "at_desk")
        | ("keywords", "number" | "answered")
        // How many organisations have read it: each of them is shown.
        | ("posts", "read_by")
        | ("trail", "subject" | "organisation")
        | ("chain", "event" | "commitment" | "link")
        | ("trail_salts", "event" | "salt")
        | ("askings" | "organisation_reads", "organisation")
        | ("promise_posts", "promise")
        | ("unreleased", "id" | "subject" | "event" | "was_number")
        | ("promise_posts" | "keywords", "place")
        | ("idempotency", "key_mac" | "body_mac") => Finder,
        (_, "post") => Post,
        (_, "asking") => Asking,
        ("posts" | "answers", "state") => Code(Label::State),
        ("posts", "state_since") => Moment(Label::StateSince),
        ("posts", "waiting_since") => Moment(Label::WaitsSince),
        ("posts", "published_at") => Moment(Label::Published),
        ("posts", "sample") => YesNo(Label::Sample),
        ("posts", "lang") => Code(Label::Language),
        ("posts", "kind") => Code(Label::Kind),
        ("posts", "direction") => Code(Label::Direction),
        ("posts", "role") => Code(Label::Role),
        ("posts", "on_behalf") => YesNo(Label::OnBehalf),
        ("posts", "age_band") => Code(Label::Age),
        ("posts", "region") => Code(Label::Region),
        ("posts", "shortened") => YesNo(Label::Shortened),
        ("posts", "hear") => Step(Support::Hear),
        ("posts", "recognise") => Step(Support::Recognise),
        ("posts", "join_in") => Step(Support::Join),
        ("posts", "hear_told") => Count(Support::Hear),
        ("posts", "recognise_told") => Count(Support::Recognise),
        ("posts", "join_told") => Count(Support::Join),
        ("posts", "shown") => AsItIs(Label::OftenShown),
        ("posts", "asked_another") => IsThere(Label::AskedAnother),
        ("posts", "card") => IsThere(Label::Card),
        ("posts" | "hand_backs", "sentence") => AsItIs(Label::Sentence),
        ("posts", "alert") => YesNo(Label::Alert),
        ("revisions", "number") | (_, "revision" | "words_revision") => AsItIs(Label::Version),
        ("revisions", "received_at") => Moment(Label::Received),
        ("revisions", "text") => AsItIs(Label::Text),
        ("trail", "kind") | ("unreleased", "what") => Code(Label::Event),
        (_, "at" | "words_at") => Moment(Label::When),
        ("trail" | "promise_posts", "said" | "says") | ("verdicts", "understood") | ("unreleased", "was") => {
            Code(Label::YouSaid)
        }
        (_, "reason" | "words_reason") => Code(Label::Reason),
        (_, "decision") => Code(Label::Decision),
        ("answer_decisions", "what") => Code(Label::DecisionAbout),
        ("decisions" | "answer_decisions", "number") | ("askings", "round") => AsItIs(Label::Turn),
        ("proposals", "keywords") | ("keywords", "keyword") => AsItIs(Label::Keywords),
        ("hand_backs", "swap_start") => AsItIs(Label::From),
        ("hand_backs", "swap_end") => AsItIs(Label::To),
        ("hand_backs", "instead") => AsItIs(Label::Instead),
        ("hand_backs" | "askings", "reminded_at") => Moment(Label::Reminded),
        ("claims", "until") => Moment(Label::ReadUntil),
        ("notes", "words") => AsItIs(Label::Note),
        ("askings", "answered_at") => Moment(Label::Answered),
        ("answers", "understood_text") => AsItIs(Label::Understood),
        ("answers", "does_text") => AsItIs(Label::Does),
        ("answers", "by_function" | "by_name") => AsItIs(Label::By),
        ("organisation_reads", "name") => AsItIs(Label::ReadBy),
        ("verdicts", "verdict") => Code(Label::Verdict),
        ("verdicts", "words") => AsItIs(Label::OwnWords),
        ("verdicts", "words_state") => Code(Label::OwnWordsState),
        ("supports", "support") => Code(Label::Reaction),
        ("post_words", "word") => AsItIs(Label::SearchWords),
        _ => return None,
    })
}

/// One code in words.
fn code(say: &Messages, table: &str, column: &str, code: &str) -> Option<&'static str> {
    let kept = say.kept();
    match (table, column) {
        ("posts", "state") => PostState::from_code(code).map(say.mine().state),
        ("answers", "state") => Some((say.names.trail)(TrailKind::Published)),
        ("posts", "lang") => Lang::from_code(code).map(kept.language),
        ("posts", "kind") => Kind::from_code(code).map(say.names.kind),
        ("posts", "direction") => Direction::from_code(code).map(say.names.direction),
        ("posts", "role") => Role::from_code(code).map(say.names.role),
        ("posts", "age_band") => AgeBand::from_code(code).map(say.names.age_band),
        ("posts", "region") => Region::from_code(code).map(say.names.region),
        ("trail", "kind") => TrailKind::from_code(code).map(say.names.trail),
        ("unreleased", "what") => Some(TrailKind::from_code(code).map_or(kept.about_words, say.names.trail)),
        ("promise_posts", "says") => Understood::from_code(code).map(say.promises().writer),
        ("trail", "said") | ("verdicts", "understood" | "verdict") | ("unreleased", "was") => {
            let understood = Understood::from_code(code).map(say.verdicts().say_understood);
            understood.or_else(|| Verdict::from_code(code).map(say.verdicts().say_verdict))
        }
        (_, "reason" | "words_reason") => Some(Reason::from_code(code).map_or(kept.other_reason, say.reasons().name)),
        (_, "decision") => Decision::from_code(code).map(kept.decision),
        ("answer_decisions", "what") => Some(if code == "words" { kept.about_words } else { kept.about_answer }),
        ("verdicts", "words_state") => WordsState::from_code(code).map(say.verdicts().words_state),
        ("supports", "support") => Support::from_code(code).map(say.names.support),
        _ => None,
    }
}

/// One line that is shown: what it is about, and what stands there. And how many numbers for the computer stand beside them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Row {
    /// What it is about, and what stands there.
    pub lines: Vec<(&'static str, String)>,
    /// Number of values that are not shown.
    pub finders: usize,
}

/// Tables of which every row is one word about a post: they are read together.
const LISTS: [&str; 3] = ["keywords", "post_words", "supports"];

/// The rows of a table in words. Rows of numbers alone are one.
pub(super) fn rows(say: &'static Messages, stored: &Stored, table: &str) -> Vec<Row> {
    let names = Names::of(say, stored);
    let all = stored.tables.iter().filter(|it| it.table == table).flat_map(|it| &it.rows);
    let mut rows: Vec<Row> = Vec::new();
    for fields in all {
        let row = row(say, &names, table, fields);
        match rows.last_mut() {
            Some(last) if row.lines.is_empty() && last.lines.is_empty() => last.finders += row.finders,
            Some(last) if LISTS.contains(&table) && joins(last, &row) => {
                if let (Some((_, all)), Some((_, one))) = (last.lines.last_mut(), row.lines.last()) {
                    all.push_str(", ");
                    all.push_str(one);
                }
                last.finders += row.finders;
            }
            _ => rows.push(row),
        }
    }
    rows
}

/// Whether two rows tell of the same post.
fn joins(one: &Row, other: &Row) -> bool {
    one.lines.len() == other.lines.len()
        && one.lines.split_last().map(|it| it.1) == other.lines.split_last().map(|it| it.1)
}

fn row(say: &'static Messages, names: &Names, table: &str, fields: &[StoredField]) -> Row {
    let kept = say.kept();
    let mut row = Row::default();
    for StoredField { name, value } in fields {
        let Some(value) = value else { continue };
        let line = match how(table, name).unwrap_or(How::Finder) {
            How::Finder => None,
            How::Post => Some((Label::About, names.post(value, kept.gone))),
            How::Asking => Some((Label::About, names.asking(value, kept.gone))),
            How::AsItIs(label) => Some((label, value.clone())),
            How::Moment(label) => Some((label, when(say, value))),
            How::YesNo(label) => Some((label, if value == "0" { kept.no } else { kept.yes }.to_owned())),
            How::IsThere(label) => Some((label, kept.yes.to_owned())),
            How::Code(label) => code(say, table, name, value).map(|words| (label, words.to_owned())),
            How::Step(support) => {
                Some((Label::ShownToAll, format!("{}: {}", (say.names.support)(support), (kept.more_than)(value))))
            }
            How::Count(support) => {
                Some((Label::Told, format!("{}: {}", (say.names.support)(support), (kept.people)(value))))
            }
        };
        match line {
            Some((label, words)) => row.lines.push(((kept.label)(label), words)),
            None => row.finders += 1,
        }
    }
    row
}

/// A moment as the board shows it elsewhere; where the browser cannot tell the time, without the hour.
fn when(say: &Messages, at: &str) -> String {
    let wall = |moment: f64| browser::wall_clock(moment, ZONE);
    let read = browser::parse_time(at).and_then(wall).zip(clock::now().and_then(wall));
    read.map_or_else(|| at.get(..10).unwrap_or_default().to_owned(), |(at, now)| (say.mine().moment)(moment(at, now)))
}

/// What posts are called: by the first sentence of their newest text.
struct Names {
    posts: BTreeMap<String, String>,
    askings: BTreeMap<String, String>,
}

impl Names {
    fn of(_: &Messages, stored: &Stored) -> Self {
        let pairs = |table: &str, from: &str, to: &str| {
            let rows = stored.tables.iter().filter(|it| it.table == table).flat_map(|it| &it.rows);
            let value = |row: &[StoredField], name: &str| row.iter().find(|field| field.name == name)?.value.clone();
            rows.filter_map(|row| Some((value(row, from)?, value(row, to)?))).collect::<BTreeMap<_, _>>()
        };
        let posts = pairs("revisions", "post", "text");
        let posts = posts.into_iter().map(|(id, text)| (id, first_sentence(&text, KEEP_SHORT).to_owned())).collect();
        Self { posts, askings: pairs("askings", "id", "post") }
    }

    fn post(&self, id: &str, gone: &str) -> String {
        self.posts.get(id).map_or_else(|| gone.to_owned(), |heading| format!("‘{heading}’"))
    }

    fn asking(&self, id: &str, gone: &str) -> String {
        self.askings.get(id).map_or_else(|| gone.to_owned(), |post| self.post(post, gone))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::messages;
    use droombord_domain::api::{StoredIn, StoredRows};

    fn table(name: &str, rows: &[&[(&str, &str)]]) -> StoredRows {
        let field = |(name, value): &(&str, &str)| StoredField { name: (*name).into(), value: Some((*value).into()) };
        let rows = rows.iter().map(|row| row.iter().map(field).collect()).collect();
        StoredRows { shown_in: StoredIn::Words, table: name.into(), rows }
    }

    #[test]
    fn rows_read_as_words_without_codes_names_or_ids() {
        let id = "0b0e6f2e-5d1c-4b3a-9a63-7f1f0a6d2f11";
        let tables = vec![
            table("revisions", &[&[("post", id), ("number", "1"), ("text", "Ik droom van rust. Echt.")]]),
            table(
                "posts",
                &[&[
                    ("id", id),
                    ("state", "handed_back"),
                    ("on_behalf", "1"),
                    ("age_band", "up_to_12"),
                    ("hear", "5"),
                    ("hear_told", "7"),
                    ("card", "{\"id\":1}"),
                    ("turn", "88"),
                ]],
            ),
            table("trail", &[&[("id", "3"), ("post", id), ("kind", "handed_back"), ("reason", "unclear")]]),
            table("chain", &[&[("event", "3"), ("link", "ab")], &[("event", "4"), ("link", "cd")]]),
            table("post_words", &[&[("post", id), ("word", "droom")], &[("post", id), ("word", "rust")]]),
            table("promise_posts", &[&[("promise", id), ("post", "weg"), ("says", "not_known")]]),
        ];
        let stored = Stored { tables, backup_days: 30 };
        for lang in Lang::ALL {
            let say = messages(*lang);
            let mut all = String::new();
            for table in &stored.tables {
                for row in rows(say, &stored, &table.table) {
                    all += &format!("{row:?}\n");
                }
            }
            for raw in [id, "handed_back", "up_to_12", "on_behalf", "unclear", "\"id\"", "not_known", "88", "\"ab\""] {
                let shown = all.replace("Row {", "");
                assert!(!shown.contains(raw), "{raw}: {shown}");
            }
        }
        let say = messages(Lang::Nl);
        assert_eq!(rows(say, &stored, "post_words").len(), 1);
        assert_eq!(rows(say, &stored, "post_words")[0].lines[1].1, "droom, rust");
        assert_eq!(rows(say, &stored, "chain"), [Row { lines: vec![], finders: 4 }]);
        let posts = rows(say, &stored, "posts").remove(0);
        assert_eq!(posts.finders, 2);
        assert!(posts.lines.contains(&("Wat alleen jij ziet", "Ik hoor je: 7 mensen".into())), "{posts:?}");
    }
}
