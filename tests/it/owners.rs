//! Commands as root and a server of another user, in one folder.
#![cfg(unix)]

use crate::{
    crash::{Process, program},
    long_reader::Phone,
};
use droombord_server::data_folder::{DATABASE, ROOM};
use std::{
    fs,
    os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown},
    path::Path,
    process::Command,
};
use tempfile::TempDir;

#[tokio::test]
async fn who_may_not_use_the_folder_is_told_which_file_it_is_and_whose() {
    fn list(folder: &Path, user: Option<u32>) -> String {
        let mut command = Command::new(program());
        command.args(["organisation", "list", "--data"]).arg(folder);
        if let Some(user) = user {
            std::os::unix::process::CommandExt::uid(&mut command, user);
        }
        let output = command.output().unwrap();
        if output.status.success() { String::new() } else { String::from_utf8(output.stderr).unwrap() }
    }
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a-file"), "").unwrap();
    let said = list(&folder.path().join("a-file"), None);
    assert!(said.contains("a-file"), "{said}");
    if fs::metadata("/proc/self").map_or(true, |me| me.uid() != 0) {
        eprintln!("only root can be two users: nothing else was tried");
        return;
    }
    const SERVICE: u32 = 4_711;
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    // The first command as root makes the folder: the service hears whose it is.
    let data = folder.path().join("data");
    assert_eq!(list(&data, None), "");
    let said = list(&data, Some(SERVICE));
    for word in [data.to_str().unwrap(), "user 0", "user 4711", "chown"] {
        assert!(said.contains(word), "{word}: {said}");
    }
    // The folder alone is given to it: the file is named. The next command of root mends that.
    chown(&data, Some(SERVICE), Some(SERVICE)).unwrap();
    let said = list(&data, Some(SERVICE));
    assert!(said.contains(DATABASE) && said.contains("user 0"), "{said}");
    assert_eq!(list(&data, None), "");
    assert_eq!(list(&data, Some(SERVICE)), "");
    // A folder that was made for the service, and root first: everything in it is the service's, also while it runs.
    let data = folder.path().join("another");
    fs::create_dir(&data).unwrap();
    chown(&data, Some(SERVICE), Some(SERVICE)).unwrap();
    let process = Process::start(&data);
    let phone = Phone::new(&process.url);
    phone.send("Eerst als root.").await;
    let names: Vec<_> = fs::read_dir(&data).unwrap().map(|it| it.unwrap().path()).collect();
    assert!(names.iter().any(|name| name.ends_with("droombord.sqlite-shm")), "{names:?}");
    for name in names.iter().filter(|name| !name.ends_with(ROOM)) {
        assert_eq!(fs::metadata(name).unwrap().uid(), SERVICE, "{}", name.display());
    }
    drop(process);
    assert_eq!(list(&data, Some(SERVICE)), "");
}
