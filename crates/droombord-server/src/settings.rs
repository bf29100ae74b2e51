//! What the operator sets: by flags, by `DROOMBORD_*` in the environment, or in `droombord.toml` in the data folder.
//! A flag wins over the environment, the environment over the file.

use crate::{
    data_folder::SETTINGS,
    mail::Mailer,
    origin::{is_this_machine, origin, origin_of},
};
use clap::Args;
use droombord_domain::hours::WeekHours;
use ipnet::IpNet;
use serde::Deserialize;
use std::{
    fs, io,
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    time::Duration,
};

/// Seconds between two batches, when nothing is set.
pub const LIVE_PAUSE: u32 = 120;

/// The settings as they are given. Everything may be left out.
#[derive(Args, Clone, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Given {
    /// Address and port to listen on [default: 127.0.0.1:8080]
    #[arg(long, env = "DROOMBORD_LISTEN", value_name = "ADDR")]
    pub listen: Option<SocketAddr>,
    /// The address that visitors type, such as https://droombord.example. Without https (or localhost), cookies and the offline app cannot work
    #[arg(long, env = "DROOMBORD_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// Another address under which the board or its desk is reached, such as https://desk.droombord.example; may be given more than once
    #[arg(long, env = "DROOMBORD_ALTERNATIVE_URL", value_name = "URL", value_delimiter = ',')]
    #[serde(default)]
    pub alternative_url: Vec<String>,
    /// A proxy whose X-Forwarded-For is believed, as a network such as 127.0.0.1/32; may be given more than once
    #[arg(long, env = "DROOMBORD_TRUSTED_PROXY", value_name = "NET", value_delimiter = ',')]
    #[serde(default)]
    pub trusted_proxy: Vec<IpNet>,
    /// Seconds that a connection without a call stays open: longer than the proxy keeps it, or visitors read 502 [default: 150]
    #[arg(long, env = "DROOMBORD_KEEP_ALIVE", value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(1..=86_400))]
    pub keep_alive: Option<u32>,
    /// Where "Weg hier" leads: a neutral page [default: https://www.knmi.nl/]
    #[arg(long, env = "DROOMBORD_EXIT_URL", value_name = "URL")]
    pub exit_url: Option<String>,
    /// The promised reading time in days [default: 2]
    #[arg(long, env = "DROOMBORD_READING_DAYS", value_name = "DAYS")]
    pub reading_days: Option<u32>,
    /// After so many days without an answer an asking is in the desk's worklist [default: 14]
    #[arg(long, env = "DROOMBORD_ASKING_DAYS", value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..=366))]
    pub asking_days: Option<u32>,
    /// Seconds between two batches of what is new and of what became of posts; by chance up to as long again. 0, only for
    /// trying out: all of it is public at once [default: 120]
    #[arg(long, env = "DROOMBORD_LIVE_PAUSE", value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(0..=86_400))]
    pub live_pause: Option<u32>,
    /// Who is responsible for the data (GDPR article 4(7)); shown on the privacy page
    #[arg(long, env = "DROOMBORD_CONTROLLER", value_name = "NAME")]
    pub controller: Option<String>,
    /// How to reach them: a mail address or a phone number
    #[arg(long, env = "DROOMBORD_CONTACT", value_name = "TEXT")]
    pub contact: Option<String>,
    /// Opening hours of the Kindertelefoon, in a sentence; pages name no hours until they are set
    #[arg(long, env = "DROOMBORD_KINDERTELEFOON_HOURS", value_name = "TEXT")]
    pub kindertelefoon_hours: Option<String>,
    /// Opening hours of Jeugdstem, in a sentence
    #[arg(long, env = "DROOMBORD_JEUGDSTEM_HOURS", value_name = "TEXT")]
    pub jeugdstem_hours: Option<String>,
    /// A mail server that reminds facilitators once a day of what waits, such as smtps://name:password@mail.example. Without it no mail is sent
    #[arg(long, env = "DROOMBORD_SMTP_URL", value_name = "URL", hide_env_values = true)]
    pub smtp_url: Option<String>,
    /// From which address, such as droombord@mail.example
    #[arg(long, env = "DROOMBORD_DIGEST_FROM", value_name = "ADDRESS")]
    pub digest_from: Option<String>,
    /// To which addresses; may be given more than once
    #[arg(long, env = "DROOMBORD_DIGEST_TO", value_name = "ADDRESS", value_delimiter = ',')]
    #[serde(default)]
    pub digest_to: Vec<String>,
    /// From which hour of the day in Amsterdam [default: 7]
    #[arg(long, env = "DROOMBORD_DIGEST_HOUR", value_name = "HOUR", value_parser = clap::value_parser!(u8).range(0..=23))]
    pub digest_hour: Option<u8>,
    /// To which addresses a mail goes at once when the writer of words that show danger asks for a facilitator; may be given more than once. It needs smtp-url and digest-from
    #[arg(long, env = "DROOMBORD_ALERT_TO", value_name = "ADDRESS", value_delimiter = ',')]
    #[serde(default)]
    pub alert_to: Vec<String>,
    /// When facilitators read, in Amsterdam, such as "ma-vr 09:00-17:00, za 10:00-12:00"; outside of it pages say that nobody reads now [default: whenever one is at the desk]
    #[arg(long, env = "DROOMBORD_ALERT_HOURS", value_name = "HOURS")]
    pub alert_hours: Option<String>,
    /// Whether phones may keep the app and what they read, to work without a network; `false` takes it off them at their next visit [default: true]
    #[arg(long, env = "DROOMBORD_OFFLINE_APP", value_name = "BOOL")]
    pub offline_app: Option<bool>,
}

/// What is wrong with the settings.
#[derive(Debug, thiserror::Error)]
pub enum SettingsFault {
    /// The file cannot be read.
    #[error("the settings file {path} cannot be read: {source}")]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file cannot be understood.
    #[error("the settings file {path} is not right: {source}")]
    Toml {
        /// Which file.
        path: PathBuf,
        /// Where and why.
        source: Box<toml::de::Error>,
    },
    /// An address is not one.
    #[error("{name} must be an address such as {example}, not {value:?}")]
    Address {
        /// Which setting.
        name: &'static str,
        /// How it should look.
        example: &'static str,
        /// What was given.
        value: String,
    },
    /// Other addresses than one that is not set.
    #[error("alternative-url names further addresses beside public-url: set that too")]
    NoPublicUrl,
    /// The digest can never be sent.
    #[error("the digest needs smtp-url, digest-from and digest-to, each of them right: {0}")]
    Digest(String),
    /// The mail of an alert can never be sent.
    #[error("the mail of an alert needs smtp-url, digest-from and alert-to, each of them right: {0}")]
    Alert(String),
    /// Hours are not written as hours.
    #[error("alert-hours must be hours such as \"ma-vr 09:00-17:00, za 10:00-12:00\", not {0:?}")]
    Hours(String),
}

/// The settings as they hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Where the server listens.
    pub listen: SocketAddr,
    /// The scheme and host that visitors type, without a path or a slash at the end.
    pub origin: Option<String>,
    /// Further origins under which the board or its desk is reached.
    pub alternative_origins: Vec<String>,
    /// Proxies whose word is believed.
    pub trusted_proxy: Vec<IpNet>,
    /// How long a connection stays open between two calls.
    pub keep_alive: Duration,
    /// Where *Weg hier* leads.
    pub exit_url: String,
    /// The promised reading time in days.
    pub reading_days: u32,
    /// After so many days without an answer an asking is in the worklist; from 1 to 366.
    pub asking_days: u32,
    /// Seconds between two batches; 0 when nothing waits for one.
    pub live_pause: u32,
    /// Who is responsible.
    pub controller: Option<String>,
    /// How to reach them.
    pub contact: Option<String>,
    /// In a sentence.
    pub kindertelefoon_hours: Option<String>,
    /// In a sentence.
    pub jeugdstem_hours: Option<String>,
    /// How facilitators are reminded by mail, if they are.
    pub digest: Option<Mailer>,
    /// How facilitators are told at once, if they are.
    pub alert: Option<Mailer>,
    /// When facilitators read; whenever one is at the desk when it is not set.
    pub alert_hours: Option<WeekHours>,
    /// Whether phones may keep the app.
    pub offline_app: bool,
}

impl Given {
    /// Reads the file of a data folder; no file is no settings.
    ///
    /// # Errors
    /// When it is there and not right.
    pub fn from_folder(folder: &Path) -> Result<Self, SettingsFault> {
        let path = folder.join(SETTINGS);
        match fs::read_to_string(&path) {
            Ok(text) => toml::from_str(&text).map_err(|source| SettingsFault::Toml { path, source: Box::new(source) }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(source) => Err(SettingsFault::File { path, source }),
        }
    }

    /// These settings, and the other ones where these say nothing.
    pub fn or(self, other: Self) -> Self {
        Self {
            listen: self.listen.or(other.listen),
            public_url: self.public_url.or(other.public_url),
            alternative_url: if self.alternative_url.is_empty() { other.alternative_url } else { self.alternative_url },
            trusted_proxy: if self.trusted_proxy.is_empty() { other.trusted_proxy } else { self.trusted_proxy },
            keep_alive: self.keep_alive.or(other.keep_alive),
            exit_url: self.exit_url.or(other.exit_url),
            reading_days: self.reading_days.or(other.reading_days),
            asking_days: self.asking_days.or(other.asking_days),
            live_pause: self.live_pause.or(other.live_pause),
            controller: self.controller.or(other.controller),
            contact: self.contact.or(other.contact),
            kindertelefoon_hours: self.kindertelefoon_hours.or(other.kindertelefoon_hours),
            jeugdstem_hours: self.jeugdstem_hours.or(other.jeugdstem_hours),
            smtp_url: self.smtp_url.or(other.smtp_url),
            digest_from: self.digest_from.or(other.digest_from),
            digest_to: if self.digest_to.is_empty() { other.digest_to } else { self.digest_to },
            digest_hour: self.digest_hour.or(other.digest_hour),
            alert_to: if self.alert_to.is_empty() { other.alert_to } else { self.alert_to },
            alert_hours: self.alert_hours.or(other.alert_hours),
            offline_app: self.offline_app.or(other.offline_app),
        }
    }
}

impl Settings {
    /// Checks what was given and fills in the rest.
    ///
    /// # Errors
    /// When an address is not one.
    pub fn parse(given: Given) -> Result<Self, SettingsFault> {
        let own = |name, example, url: String| origin(&url).ok_or(SettingsFault::Address { name, example, value: url });
        let public = given.public_url.map(|url| own("public-url", "https://droombord.example", url)).transpose()?;
        let further = given.alternative_url.into_iter();
        let alternative_origins = further
            .map(|url| own("alternative-url", "https://desk.droombord.example", url))
            .collect::<Result<Vec<_>, _>>()?;
        if public.is_none() && !alternative_origins.is_empty() {
            return Err(SettingsFault::NoPublicUrl);
        }
        let exit_url = given.exit_url.unwrap_or_else(|| "https://www.knmi.nl/".to_owned());
        origin_of(&exit_url).ok_or_else(|| SettingsFault::Address {
            name: "exit-url",
            example: "https://www.knmi.nl/",
            value: exit_url.clone(),
        })?;
        let filled = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
        let is_set = given.smtp_url.is_some() || given.digest_from.is_some();
        let (url, from) = (given.smtp_url.unwrap_or_default(), given.digest_from.unwrap_or_default());
        let hour = given.digest_hour.unwrap_or(7);
        let mail = |name, to: &[String]| Mailer::parse(&url, &from, (name, to), hour);
        let (wants_alert, wants_digest) = (!given.alert_to.is_empty(), !given.digest_to.is_empty());
        let alert = wants_alert.then(|| mail("alert-to", &given.alert_to)).transpose().map_err(SettingsFault::Alert)?;
        // A mail server alone is for nothing: something was forgotten.
        let digest = (wants_digest || (is_set && !wants_alert))
            .then(|| mail("digest-to", &given.digest_to))
            .transpose()
            .map_err(SettingsFault::Digest)?;
        let alert_hours = filled(given.alert_hours)
            .map(|hours| WeekHours::parse(&hours).map_err(|_| SettingsFault::Hours(hours)))
            .transpose()?;
        Ok(Self {
            digest,
            alert,
            alert_hours,
            listen: given.listen.unwrap_or_else(|| SocketAddr::from((Ipv4Addr::LOCALHOST, 8080))),
            origin: public,
            alternative_origins,
            trusted_proxy: given.trusted_proxy,
            keep_alive: Duration::from_secs(given.keep_alive.unwrap_or(150).max(1).into()),
            exit_url,
            reading_days: given.reading_days.unwrap_or(2),
            asking_days: given.asking_days.unwrap_or(14).clamp(1, 366),
            live_pause: given.live_pause.unwrap_or(LIVE_PAUSE),
            controller: filled(given.controller),
            contact: filled(given.contact),
            kindertelefoon_hours: filled(given.kindertelefoon_hours),
            jeugdstem_hours: filled(given.jeugdstem_hours),
            offline_app: given.offline_app.unwrap_or(true),
        })
    }

    /// Whether visitors come over HTTPS.
    pub fn is_https(&self) -> bool {
        self.origin.as_deref().is_some_and(|origin| origin.starts_with("https://"))
    }

    /// Every origin under which the board or its desk is reached; none when no address is set.
    pub fn origins(&self) -> impl Iterator<Item = &str> {
        self.origin.iter().chain(&self.alternative_origins).map(String::as_str)
    }

    /// What cannot work at the addresses of the board, in a sentence for the operator.
    pub fn warning(&self) -> Option<&'static str> {
        let reachable = match &self.origin {
            Some(_) => self.origins().all(|origin| origin.starts_with("https://") || is_this_machine(origin)),
            None => self.listen.ip().is_loopback(),
        };
        (!reachable).then_some(
            "visitors do not come over https: signing in at the desk (its cookie is for https only) and the offline \
             app (its service worker too) cannot work. Put a proxy with a certificate in front and set --public-url",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_url(url: &str) -> Given {
        Given { public_url: Some(url.into()), ..Given::default() }
    }

    #[test]
    fn a_flag_wins_over_the_file() {
        let flag = Given { reading_days: Some(3), ..Given::default() };
        let file = toml::from_str::<Given>("reading_days = 5\ncontact = 'post@droombord.example'").unwrap_or_default();
        let both = flag.or(file);
        assert_eq!((both.reading_days, both.contact.as_deref()), (Some(3), Some("post@droombord.example")));
    }

    #[test]
    fn the_public_address_is_an_origin() {
        for (url, origin) in [
            ("https://Droombord.Example/", Some("https://droombord.example")),
            ("http://127.0.0.1:8080", Some("http://127.0.0.1:8080")),
            ("droombord.example", None),
            ("ftp://droombord.example", None),
            ("https://droombord.example/board", None),
        ] {
            assert_eq!(Settings::parse(with_url(url)).ok().and_then(|it| it.origin).as_deref(), origin, "{url}");
        }
    }

    #[test]
    fn further_addresses_stand_beside_the_public_one() {
        let file =
            "public_url = 'https://droombord.example'\nalternative_url = ['https://Desk.droombord.example:443/']";
        let given = toml::from_str::<Given>(file).unwrap_or_default();
        let settings = Settings::parse(given.clone()).ok();
        let origins: Vec<_> = settings.iter().flat_map(Settings::origins).collect();
        assert_eq!(origins, ["https://droombord.example", "https://desk.droombord.example"]);
        assert!(Settings::parse(Given { public_url: None, ..given.clone() }).is_err());
        assert!(Settings::parse(Given { alternative_url: vec!["desk".into()], ..given }).is_err());
    }

    #[test]
    fn a_digest_has_everything_that_it_needs_or_is_none() {
        let given = |url: Option<&str>, from: Option<&str>, to: &[&str]| Given {
            smtp_url: url.map(str::to_owned),
            digest_from: from.map(str::to_owned),
            digest_to: to.iter().map(|to| (*to).to_owned()).collect(),
            ..Given::default()
        };
        let (url, from) = (Some("smtps://naam:geheim@mail.example"), Some("droombord@mail.example"));
        assert!(Settings::parse(Given::default()).is_ok_and(|it| it.digest.is_none()));
        assert!(Settings::parse(given(url, from, &["anna@mail.example"])).is_ok_and(|it| it.digest.is_some()));
        for wrong in [
            given(url, from, &[]),
            given(url, None, &["anna@mail.example"]),
            given(None, from, &["anna@mail.example"]),
            given(Some("mail.example"), from, &["anna@mail.example"]),
            given(url, from, &["anna"]),
        ] {
            let fault = Settings::parse(wrong).err().map(|fault| fault.to_string()).unwrap_or_default();
            assert!(fault.contains("digest") && !fault.contains("geheim"), "{fault}");
        }
        // An alert has a mail of its own, with or without a digest.
        let alert = |to: &str, url: Option<&str>, hours: &str| Given {
            alert_to: vec![to.to_owned()],
            alert_hours: Some(hours.to_owned()),
            ..given(url, from, &[])
        };
        let fine = Settings::parse(alert("anna@mail.example", url, "ma-vr 09:00-17:00"));
        assert!(fine.is_ok_and(|it| it.digest.is_none() && it.alert.is_some() && it.alert_hours.is_some()));
        for (wrong, name) in [
            (alert("anna@mail.example", None, "ma-vr 09:00-17:00"), "alert"),
            (alert("anna", url, "ma-vr 09:00-17:00"), "alert-to"),
            (alert("anna@mail.example", url, "altijd"), "alert-hours"),
        ] {
            let fault = Settings::parse(wrong).err().map(|fault| fault.to_string()).unwrap_or_default();
            assert!(fault.contains(name) && !fault.contains("geheim"), "{fault}");
        }
    }

    #[test]
    fn a_plain_address_on_the_internet_is_warned_about() {
        let warned = |given| Settings::parse(given).ok().and_then(|it| it.warning()).is_some();
        assert!(warned(with_url("http://droombord.example")));
        assert!(!warned(with_url("https://droombord.example")));
        assert!(!warned(with_url("http://localhost:8080")));
        assert!(!warned(Given::default()));
    }
}
