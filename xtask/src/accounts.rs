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
        let mut made = 0;
        while made < missing {
            let name = ask("A name for a facilitator (empty: later): ")?;
            if name.is_empty() {
                break;
            }
            // The server asks for the password itself and shows what the second factor needs. When it refuses a name or a password, it
            // says why: then both are asked again.
            let create = cmd(server).args(["account", "create", &name, "--role", "facilitator", "--data"]).args([data]);
            made += usize::from(create.run().is_ok());
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

/// How many facilitators can sign in, now or after their first sign-in. A list has one account a line: role, state, name. The one that
/// publishes the sample posts is disabled.
fn facilitators(list: &str) -> usize {
    list.lines()
        .filter(|line| {
            let mut words = line.split_whitespace();
            words.next() == Some("facilitator") && words.next().is_some_and(|state| state != "disabled")
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
        let list = "\
            facilitator    ready                        Anna\n\
            facilitator    disabled                     Bram\n\
            facilitator    waits for its first sign-in  Dirk\n\
            administrator  ready                        Cato\n";
        assert_eq!(facilitators(list), 2);
        assert_eq!(facilitators("There are no accounts yet. Make one: account create NAME --role facilitator\n"), 0);
    }
}
