//! `cargo xtask`: run, test, t, check, dev, bench, prove, web and dist, the same on a laptop and in CI.
//!
//! Here are the commands and their help; each does its work in a module of its own. Only two small crates are compiled before the first
//! word appears: whatever needs larger ones is the program `pack` beside this one.

// Talking to the terminal is what this program is for.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::{Arg, Parser, ValueExt};
use say::Steps;

mod accounts;
mod artifact;
mod bench;
mod budgets;
mod cmd;
mod count;
mod dev;
mod fingerprint;
mod guard;
mod node;
mod phone;
mod pins;
mod place;
mod program;
mod prove;
mod row;
mod say;
mod server;
mod single_test;
mod suites;
mod template;
mod tools;
mod web;

const HELP: &str = "\
cargo xtask COMMAND

  run     sets everything up, builds the board and opens it on http://127.0.0.1:8080
            --empty          without the fictional sample posts
            --data DIR       the folder of the database (.data)
            --listen ADDR    another address or port (127.0.0.1:8080)
            -- FLAGS         anything else for `droombord-server serve`
  test    every test: format, lints, unit, HTTP contract, browser and accessibility
            --only A,B       only these: format, lints, unit, http, weight, browser
            -- FLAGS         anything else for the browser tests' runner
  t NAME  one unit or HTTP test, by a part of its name; builds nothing for the browser
  check   the quick part of test: format, lints, unit
  dev     builds quickly, serves, and does so again whenever a file changes
            --data DIR, --listen ADDR   as for run
  bench   measures, prints `what | bar | reached`, and keeps it in docs/benchmarks.md
            NAME…            only these; `cargo xtask bench --help` lists them
  prove   what is too long for every change: prints `what | bar | reached`, and keeps it in docs/proofs
            NAME…            these; without a name it says which there are
            -- FLAGS         anything else for the browser tests' runner
  web     builds the browser's programs alone, into dist
  dist    one file to install elsewhere: dist/droombord-server

Tools come into .tools in this folder, never into your home. The first run takes some minutes, the next one seconds.";

fn main() -> ExitCode {
    match command() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command() -> Result<ExitCode> {
    let mut args = Parser::from_env();
    let name = match args.next()? {
        Some(Arg::Value(name)) => name.string()?,
        Some(Arg::Long("help") | Arg::Short('h')) | None => {
            help();
            return Ok(ExitCode::SUCCESS);
        }
        Some(Arg::Long(_) | Arg::Short(_)) => bail!("the command comes first\n\n{HELP}"),
    };
    let flags = Flags::parse(args)?;
    if flags.help {
        help();
        if name == "bench" {
            bench::list();
        }
        if name == "prove" {
            prove::list();
        }
        return Ok(ExitCode::SUCCESS);
    }
    match name.as_str() {
        "run" => {
            flags.only_for("run", &["empty", "data", "listen", "--"])?;
            server::run(&flags.serving())
        }
        "test" => {
            flags.only_for("test", &["only", "--"])?;
            suites::test(&flags.only, &flags.rest)
        }
        "t" => {
            flags.only_for("t", &["names"])?;
            single_test::run(&flags.names).map(|()| ExitCode::SUCCESS)
        }
        "check" => {
            flags.only_for("check", &[])?;
            suites::check()
        }
        "dev" => {
            flags.only_for("dev", &["data", "listen", "--"])?;
            dev::watch(&flags.serving())
        }
        "bench" => {
            flags.only_for("bench", &["names"])?;
            bench::run(&flags.names)
        }
        "prove" => {
            flags.only_for("prove", &["names", "--"])?;
            prove::run(&flags.names, &flags.rest)
        }
        "web" => {
            flags.only_for("web", &[])?;
            let mut steps = Steps::new(tools::STEPS + web::STEPS);
            tools::install(&mut steps)?;
            web::build(&mut steps, artifact::Mode::Release)?;
            Ok(ExitCode::SUCCESS)
        }
        "dist" => {
            flags.only_for("dist", &[])?;
            server::dist()
        }
        other => bail!("there is no command `{other}`\n\n{HELP}"),
    }
}

fn help() {
    // A reader of the first lines only (`| head`) may close the pipe.
    let _ = writeln!(std::io::stdout(), "{HELP}");
}

/// All flags of all commands; each command refuses those that are not its own.
#[derive(Default)]
struct Flags {
    help: bool,
    empty: bool,
    data: Option<String>,
    listen: Option<String>,
    only: Vec<String>,
    names: Vec<String>,
    rest: Vec<String>,
    given: Vec<&'static str>,
}

impl Flags {
    fn parse(mut args: Parser) -> Result<Self> {
        let mut flags = Self::default();
        loop {
            // lexopt drops a bare `--`; here it parts our flags from another program's.
            if let Some(mut raw) = args.try_raw_args()
                && raw.next_if(|arg| arg == "--").is_some()
            {
                flags.rest = raw.map(|arg| arg.string()).collect::<Result<_, _>>()?;
                flags.given.push("--");
                return Ok(flags);
            }
            match args.next()? {
                None => return Ok(flags),
                Some(Arg::Long("help") | Arg::Short('h')) => flags.help = true,
                Some(Arg::Long("empty")) => {
                    flags.empty = true;
                    flags.given.push("empty");
                }
                Some(Arg::Long("data")) => {
                    flags.data = Some(args.value()?.string()?);
                    flags.given.push("data");
                }
                Some(Arg::Long("listen")) => {
                    flags.listen = Some(args.value()?.string()?);
                    flags.given.push("listen");
                }
                Some(Arg::Long("only")) => {
                    let names = args.value()?.string()?;
                    flags.only.extend(names.split(',').map(str::to_owned));
                    flags.given.push("only");
                }
                Some(Arg::Value(name)) => {
                    flags.names.push(name.string()?);
                    flags.given.push("names");
                }
                Some(arg @ (Arg::Long(_) | Arg::Short(_))) => bail!("{}\n\n{HELP}", arg.unexpected()),
            }
        }
    }

    fn only_for(&self, command: &str, allowed: &[&str]) -> Result<()> {
        match self.given.iter().find(|flag| !allowed.contains(flag)) {
            None => Ok(()),
            Some(&"names") => bail!("`{command}` does not take `{}`\n\n{HELP}", self.names.join(" ")),
            Some(&"--") => bail!("`{command}` takes nothing after `--`\n\n{HELP}"),
            Some(flag) => bail!("`{command}` does not take `--{flag}`\n\n{HELP}"),
        }
    }

    fn serving(&self) -> server::Serving {
        server::Serving {
            empty: self.empty,
            data: self.data.clone().unwrap_or_else(|| ".data".to_owned()).into(),
            listen: self.listen.clone().unwrap_or_else(|| "127.0.0.1:8080".to_owned()),
            rest: self.rest.clone(),
        }
    }
}
