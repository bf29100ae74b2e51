//! The first two facilitators: nobody can read what is sent before there is one, and danger asks for two.

use std::io::{IsTerminal, Write};
use std::path::Path;

use anyhow::Result;

use crate::cmd::cmd;

const NEEDED: usize = 2;

/// Says what is missing and, at a terminal, offers to make it.
pub(crate) fn lead(server: &Path, data: &Path) -> Result<()> {
    let list = cmd(server).args(["account".as_ref(), "list".as_ref(), "--data".as_ref(), data.as_os_str()]).output()?;
    let missing = NEEDED.saturating_sub(facilitators(&list));
    if missing == 0 {
        return Ok(());
    }
    println!(
        "\nThe desk has {} of the {NEEDED} facilitators it needs: every post is read by one before it appears, and signs of danger by two.",
        NEEDED - missing
    );
    if std::io::stdin().is_terminal() && std::io::stdout().is_terminal() {
        for _ in 0..missing {
            let name = ask("A name for a facilitator (empty: later): ")?;
            if name.is_empty() {
                break;
            }
            // The server asks for the password itself and shows what the second factor needs.
            cmd(server).args(["account", "create", &name, "--role", "facilitator", "--data"]).args([data]).run()?;
        }
        println!();
        return Ok(());
    }
    println!("Make them with (the password is read from standard input):");
    for number in NEEDED - missing + 1..=NEEDED {
        println!("  {} account create NAME{number} --role facilitator --data {}", server.display(), data.display());
    }
    println!();
    Ok(())
}

/// How many active facilitators a list of accounts has: one account a line, with its role and, when so, the word `disabled`.
/// The one that publishes the sample posts cannot sign in and does not count.
fn facilitators(list: &str) -> usize {
    list.lines()
        .filter(|line| {
            let words: Vec<_> = line.split_whitespace().collect();
            words.contains(&"facilitator") && !words.contains(&"disabled") && !words.contains(&"demo")
        })
        .count()
}

fn ask(question: &str) -> Result<String> {
    print!("{question}");
    std::io::stdout().flush()?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    Ok(answer.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_active_facilitators_count() {
        let list = "anna  facilitator  active\nbram  facilitator  disabled\ncato  administrator  active\ndemo  facilitator  active\n";
        assert_eq!(facilitators(list), 1);
    }
}
