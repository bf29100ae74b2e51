//! The server: building it with the app inside, starting it on a folder of data, waiting until it answers.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::path::{Path, PathBuf};
use std::process::{Child, ExitCode};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::artifact::Mode;
use crate::cmd::{cargo, cmd};
use crate::say::{Outcome, Steps};
use crate::{accounts, place, tools, web};

/// How to serve.
pub(crate) struct Serving {
    /// Without sample posts.
    pub(crate) empty: bool,
    /// The folder of the database.
    pub(crate) data: PathBuf,
    /// Address and port.
    pub(crate) listen: String,
    /// Further flags of `droombord-server serve`.
    pub(crate) rest: Vec<String>,
}

/// `cargo xtask run`.
pub(crate) fn run(serving: &Serving) -> Result<ExitCode> {
    let mut steps = Steps::new(tools::STEPS + web::STEPS + 3);
    tools::install(&mut steps)?;
    web::build(&mut steps, Mode::Release)?;
    steps.step("The server, with the app inside", || build(Mode::Release))?;
    let server = place::server();
    steps.step("The folder of data", || prepare(&server, serving))?;
    accounts::lead(&server, &serving.data)?;
    let mut child = None;
    steps.step("The board opens", || {
        let mut started = start(&server, serving)?;
        wait_until_ready(&mut started, &serving.listen)?;
        child = Some(started);
        Ok(Outcome::Done)
    })?;
    println!(
        "\nThe board is open after {}: http://{}\nThe desk, where posts are read first: http://{}/leestafel\nCtrl+C closes it; what was written stays in {}.",
        steps.took(),
        serving.listen,
        serving.listen,
        serving.data.display()
    );
    match child.map(|mut child| child.wait()).transpose()? {
        Some(status) if !status.success() => bail!("the server stopped ({status})"),
        Some(_) | None => Ok(ExitCode::SUCCESS),
    }
}

/// `cargo xtask dist`.
pub(crate) fn dist() -> Result<ExitCode> {
    let mut steps = Steps::new(tools::STEPS + web::STEPS + 2);
    tools::install(&mut steps)?;
    web::build(&mut steps, Mode::Release)?;
    steps.step("The server, with the app inside", || build(Mode::Release))?;
    let file = place::at("dist/droombord-server");
    steps.step("One file to install", || {
        fs::copy(place::server(), &file).context("cannot copy the server to dist/")?;
        Ok(Outcome::Done)
    })?;
    println!("\nReady after {}: {}", steps.took(), file.display());
    Ok(ExitCode::SUCCESS)
}

/// Compiles the server. It takes the app from `dist`, so the app comes first.
pub(crate) fn build(mode: Mode) -> Result<Outcome> {
    web::folders()?;
    let mut build = cargo().args(["build", "--locked", "--package", "droombord-server"]).dir(place::at(""));
    if mode == Mode::Release {
        build = build.args(["--release"]);
    }
    build.run()?;
    Ok(Outcome::Done)
}

/// Makes the folder and, when no post was ever in it, the sample posts.
pub(crate) fn prepare(server: &Path, serving: &Serving) -> Result<Outcome> {
    let data = &serving.data;
    fs::create_dir_all(data).with_context(|| format!("cannot make {}", data.display()))?;
    if serving.empty {
        println!("      No sample posts are added, as asked");
        return Ok(Outcome::Done);
    }
    println!(
        "      An empty board gets fictional sample posts, each labelled *Voorbeeld* (`--empty` leaves them out):"
    );
    cmd(server)
        .args(["demo".as_ref(), "--if-empty".as_ref(), "--data".as_ref(), data.as_os_str()])
        .run()
        .context("the sample posts cannot be made; `cargo xtask run --empty` goes on without them")?;
    Ok(Outcome::Done)
}

/// Starts the server.
pub(crate) fn start(server: &Path, serving: &Serving) -> Result<Child> {
    cmd(server)
        .args(["serve".as_ref(), "--data".as_ref(), serving.data.as_os_str()])
        .args(["--listen", &serving.listen])
        .args(&serving.rest)
        .spawn()
}

/// Waits until the server says that it is ready.
pub(crate) fn wait_until_ready(server: &mut Child, listen: &str) -> Result<()> {
    let began = Instant::now();
    loop {
        if let Some(status) = server.try_wait()? {
            bail!(
                "the server stopped at once ({status}); what it says stands above. When {listen} is in use, choose another: `--listen 127.0.0.1:8081`"
            );
        }
        if get(listen, "/readyz").is_ok_and(|answer| answer.starts_with("HTTP/1.1 200")) {
            return Ok(());
        }
        if began.elapsed() > Duration::from_secs(30) {
            let _ = server.kill();
            bail!("the server does not answer on http://{listen}/readyz after 30 seconds");
        }
        thread::sleep(Duration::from_millis(50));
    }
}

/// One plain request: head and body as they come.
pub(crate) fn get(listen: &str, path: &str) -> Result<String> {
    let address = listen.to_socket_addrs()?.next().with_context(|| format!("{listen} is no address"))?;
    let timeout = Duration::from_secs(5);
    let mut stream = TcpStream::connect_timeout(&address, timeout)?;
    stream.set_read_timeout(Some(timeout))?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {listen}\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}
