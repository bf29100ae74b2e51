//! Running other programs, with errors that say what was run and what is missing.

use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader, ErrorKind, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;

use anyhow::{Context, Result, bail};

/// A program to run, and how to write it down for a person.
pub(crate) struct Cmd {
    command: Command,
    words: Vec<OsString>,
}

/// Starts the description of a command.
pub(crate) fn cmd(program: impl AsRef<OsStr>) -> Cmd {
    Cmd { command: Command::new(&program), words: vec![program.as_ref().to_owned()] }
}

/// The cargo that started us, so that one toolchain does everything.
pub(crate) fn cargo() -> Cmd {
    cmd(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

impl Cmd {
    /// Adds arguments.
    pub(crate) fn args(mut self, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        for arg in args {
            self.command.arg(&arg);
            self.words.push(arg.as_ref().to_owned());
        }
        self
    }

    /// Sets a variable of its environment.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Sets the folder it runs in.
    pub(crate) fn dir(mut self, dir: impl AsRef<Path>) -> Self {
        self.command.current_dir(dir);
        self
    }

    /// The command as a person would type it.
    pub(crate) fn line(&self) -> String {
        self.words.iter().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
    }

    /// Runs it in full view; anything but success is an error.
    pub(crate) fn run(mut self) -> Result<()> {
        let status = self.command.status().map_err(|error| self.missing(error))?;
        self.expect(status)
    }

    /// Runs it and gives what it printed; on failure everything it said is in the error.
    pub(crate) fn output(mut self) -> Result<String> {
        let output = self.command.stdin(Stdio::null()).output().map_err(|error| self.missing(error))?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        if !output.status.success() {
            bail!("`{}` failed ({}):\n{text}{}", self.line(), output.status, String::from_utf8_lossy(&output.stderr));
        }
        Ok(text)
    }

    /// Runs it in full view, and gives how it ended and all that it printed, in the order it came.
    pub(crate) fn tee(mut self) -> Result<(ExitStatus, String)> {
        let mut child = self
            .command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| self.missing(error))?;
        let (lines, all) = mpsc::channel();
        let readers = [
            child.stdout.take().map(|out| forward(out, lines.clone())),
            child.stderr.take().map(|err| forward(err, lines)),
        ];
        let mut text = String::new();
        for line in all {
            print!("{line}");
            text.push_str(&line);
        }
        for reader in readers.into_iter().flatten() {
            let _ = reader.join();
        }
        let status = child.wait().with_context(|| format!("`{}` was lost", self.line()))?;
        Ok((status, text))
    }

    /// Starts it and goes on.
    pub(crate) fn spawn(mut self) -> Result<Child> {
        self.command.spawn().map_err(|error| self.missing(error))
    }

    fn expect(&self, status: ExitStatus) -> Result<()> {
        if !status.success() {
            bail!("`{}` failed ({status})", self.line());
        }
        Ok(())
    }

    fn missing(&self, error: std::io::Error) -> anyhow::Error {
        let program = self.words.first().map(|word| word.to_string_lossy());
        let program = program.unwrap_or_default();
        if error.kind() == ErrorKind::NotFound {
            anyhow::anyhow!("`{program}` is not installed, or not in PATH")
        } else {
            anyhow::Error::new(error).context(format!("cannot run `{}`", self.line()))
        }
    }
}

fn forward(from: impl Read + Send + 'static, lines: mpsc::Sender<String>) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        let mut from = BufReader::new(from);
        let mut line = Vec::new();
        while from.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            if lines.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                return;
            }
            line.clear();
        }
    })
}

/// A program that stops when we stop looking after it.
pub(crate) struct Kept(pub(crate) Child);

impl Drop for Kept {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The full path of a program in PATH.
pub(crate) fn find(program: &str) -> Option<std::path::PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?).map(|dir| dir.join(program)).find(|path| path.is_file())
}
