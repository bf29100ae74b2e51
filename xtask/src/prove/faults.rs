//! `prove faults`: seeded walks with injected faults. The walking is `tests/browser/support/walk`.

use super::record::Record;
use super::{How, Proof};
use crate::row::Row;

pub(super) const PROOF: Proof = Proof {
    name: "faults",
    what: "200 seeded walks of writers, owners, visitors and facilitators over a line that fails: nothing lost, nothing false said",
    about: "\
Each seed is one person in a real browser against the real server: somebody who writes a dream or a reply, owns dreams, visits a post, or
reads at the desk. They type (key by key, by composition as phones do, or pasted), press, press twice, press before the program is there,
take back, throw away. Meanwhile the phone goes offline, the line is cut, swallows, or loses answers, a filter answers by itself
(204, 200 with HTML, foreign JSON, redirects, 4xx, 5xx), the server crashes, the tab is closed or crashes. After every step each sentence
that says that something happened is compared with the server, which is asked by itself; at the end everything works again, and each text
must be in the field, waiting on the phone, or on the server once. `SEED=17 cargo xtask prove faults` walks one again. The gate walks four
of them (`tests/browser/specs/faults.spec.ts`).
",
    how: How::Browser { prepare: || Ok(()), workers: 2 },
    rows,
};

/// What screens say that must have been seen, or nothing was proven about it.
const SAID: [&str; 11] = [
    "binnen",
    "wacht",
    "weg",
    "alles-weg",
    "niet-geplaatst",
    "veranderd",
    "gereageerd",
    "gemeld",
    "geplaatst",
    "uitgelogd",
    "niet-verstuurd",
];

fn rows(record: &Record) -> Vec<Row> {
    let none = |what: &str, fault: &str| {
        let found = record.sum(fault);
        Row::measured(what, "0", found.to_string(), found == 0)
    };
    let walks = record.sum("walks");
    let compared = record.of("compared:");
    let said = compared.iter().map(|(name, times)| format!("*{}* {times}", name.replace('-', " "))).collect::<Vec<_>>();
    let unseen: Vec<_> = SAID.iter().filter(|name| compared.iter().all(|(seen, _)| seen != *name)).copied().collect();
    let unseen = if unseen.is_empty() { String::new() } else { format!("; never seen: {}", unseen.join(", ")) };
    vec![
        Row::measured("walks that ended", "200", walks.to_string(), walks >= 200),
        Row::stated("  steps", record.sum("steps").to_string()),
        none("texts whose words were lost", "fault:words-lost"),
        none("sentences that were not true", "fault:false-words"),
        none("texts that arrived twice", "fault:twice"),
        Row::stated("  sentences compared with the server", format!("{}{unseen}", said.join(", "))),
    ]
}
