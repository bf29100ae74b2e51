//! `prove proxies`: many lines through Debian's Caddy and nginx. The lines are `tests/browser/proofs/proxies.spec.ts`.

use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use super::record::Record;
use super::{How, Proof};
use crate::row::Row;

pub(super) const PROOF: Proof = Proof {
    name: "proxies",
    what: "500 lines side by side through Caddy and nginx, used again just when lines are closed: no call is lost",
    about: "\
Debian's Caddy and nginx stand in front of the real server (`apt install caddy nginx`). 500 visitors keep a line open to the proxy, and it
keeps as many to the server. All of them send a post, wait, and send again: for as long as the proxy keeps a line, as long as the server keeps it, and
some hundredths of a second before and after. The times are a thirtieth of the real ones: the proxy keeps lines for 4 s (Caddy's own is 120 s) and
the server for 5 s (its own is 150 s). Half of the calls are real posts, half are refused at once, so that all lines fall idle at the same
moment. Beside that one line listens to the live stream for longer than both. For comparison the same lines go to a server that closes first, after
2 s: how many calls are lost then is a matter of luck, and not the same for both proxies.
",
    how: How::Browser { prepare: installed, workers: 1 },
    rows,
};

const KINDS: [(&str, &str, &str); 2] = [("caddy", "version", "Caddy"), ("nginx", "-v", "nginx")];

/// Both are there, or the operator reads how to get them.
fn installed() -> Result<()> {
    // Debian keeps nginx where only its administrator looks for programs.
    let path = std::env::var("PATH").unwrap_or_default() + ":/usr/sbin:/usr/local/sbin";
    for (program, version, _) in KINDS {
        let mut command = Command::new(program);
        command.arg(version).env("PATH", &path).stdout(Stdio::null()).stderr(Stdio::null());
        if !command.status().is_ok_and(|status| status.success()) {
            bail!("{program} is not installed; both proxies are needed: apt install caddy nginx");
        }
    }
    Ok(())
}

fn rows(record: &Record) -> Vec<Row> {
    let mut rows = Vec::new();
    for (program, _, name) in KINDS {
        let sum = |what: &str| record.sum(&format!("{program}:{what}"));
        let calls = sum("calls");
        let lost = calls - sum("answered").min(calls);
        let row = |what: &str, bar: &str, reached: u64, kept: bool| {
            Row::measured(&format!("{name}: {what}"), bar, reached.to_string(), kept)
        };
        rows.extend([
            row("calls", "9000", calls, calls >= 9_000),
            row("of these 502", "0", sum("502"), calls > 0 && sum("502") == 0),
            row("of these without the server's own answer", "0", lost, calls > 0 && lost == 0),
            row("live stream at once, and open for longer than both", "1", sum("stream"), sum("stream") == 1),
            Row::stated(&format!("{name}: 502 of 10500 when the server closes first"), sum("early").to_string()),
        ]);
    }
    rows
}
