//! Who calls through a proxy: `X-Forwarded-For`, or else `Forwarded` (RFC 7239), as far as trusted proxies wrote it. And whether what
//! proxies send and what the operator set fit each other: when they do not, a whole country is one source.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use ipnet::IpNet;
use std::{
    borrow::Cow,
    net::{IpAddr, Ipv6Addr},
    sync::{Mutex, PoisonError},
};

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// Whom a call comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Client {
    /// The last address that is known for certain.
    Address(IpAddr),
    /// A trusted proxy hides the address behind a name of its own (RFC 7239 section 6.3).
    Named(String),
}

/// What the headers of a call say beside the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// No proxy.
    Direct,
    /// A trusted proxy tells who calls.
    Told,
    /// A trusted proxy tells nothing: all who come through it are one source.
    Missing,
    /// The peer tells of somebody else, and nobody trusts it. A proxy that is not named, or a visitor who made it up.
    Ignored,
}

/// Whom a call comes from: the peer, or whom the trusted proxies name, read from the right until somebody who is not one of them.
pub fn client(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> (Client, Fit) {
    let is_trusted = |address: IpAddr| trusted.iter().any(|net| net.contains(&address));
    let peer = peer.to_canonical();
    let lines = |name| headers.get_all(name).iter().map(text);
    let mut nodes: Vec<Node> = lines(X_FORWARDED_FOR).flat_map(|line| nodes(&line, Node::parse)).collect();
    if nodes.is_empty() {
        nodes = lines(header::FORWARDED).flat_map(|line| nodes_of(&line)).collect();
    }
    if !is_trusted(peer) {
        return (Client::Address(peer), if nodes.is_empty() { Fit::Direct } else { Fit::Ignored });
    }
    let (mut known, mut fit) = (peer, Fit::Missing);
    for node in nodes.into_iter().rev() {
        match node {
            Node::Address(address) => (known, fit) = (address, Fit::Told),
            Node::Named(name) => return (Client::Named(name), Fit::Told),
            // The proxy that said so is the last address that is known.
            Node::Unknown => return (Client::Address(known), Fit::Missing),
        }
        if !is_trusted(known) {
            break;
        }
    }
    (Client::Address(known), fit)
}

/// A byte that is no text must not hide what stands beside it.
fn text(value: &HeaderValue) -> Cow<'_, str> {
    String::from_utf8_lossy(value.as_bytes())
}

/// One step of the way as a proxy names it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Node {
    Address(IpAddr),
    Named(String),
    Unknown,
}

/// What stands between commas. Quotes do not hide a comma: no node has one, and whoever calls could open a quote that swallows what
/// the proxy adds.
fn nodes(line: &str, parse: impl Fn(&str) -> Option<Node>) -> Vec<Node> {
    line.split(',').filter_map(parse).collect()
}

/// The nodes of a `Forwarded` line. A step that does not tell for whom it is tells nothing.
fn nodes_of(line: &str) -> Vec<Node> {
    nodes(line, |element| {
        let mut pairs = element.split(';').filter_map(|pair| pair.split_once('='));
        let node = pairs.find(|(name, _)| name.trim().eq_ignore_ascii_case("for")).map(|(_, value)| value);
        (!element.trim().is_empty()).then(|| node.and_then(Node::parse).unwrap_or(Node::Unknown))
    })
}

impl Node {
    /// An address with or without port, brackets, quotes and zone; `unknown`; or a name. Nothing stands for an empty element.
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_matches('"').trim();
        let address = |text: &str| {
            let text = text.split_once('%').map_or(text, |(address, _zone)| address);
            text.trim().parse::<IpAddr>().ok().map(|address| Self::Address(address.to_canonical()))
        };
        let in_brackets = || text.strip_prefix('[')?.split_once(']').and_then(|(inside, _port)| address(inside));
        // An IPv6 address without brackets has no port.
        let before_port = || text.rsplit_once(':').map_or(text, |(host, _port)| host);
        let is_empty = text.is_empty();
        let found = address(text).or_else(in_brackets).or_else(|| address(before_port()));
        let named = || match before_port() {
            host if host.eq_ignore_ascii_case("unknown") => Self::Unknown,
            host => Self::Named(host.chars().take(100).collect()),
        };
        (!is_empty).then(|| found.unwrap_or_else(named))
    }
}

/// Number of calls in a row without a header from a trusted proxy that sent one before, after which it counts as silent.
const IN_A_ROW: u32 = 100;
/// Number of calls of peers on the internet that are judged together.
const TOGETHER: u32 = 200;

/// What the last calls showed. Numbers alone: no address is kept.
#[derive(Debug, Default)]
pub struct Fits(Mutex<Seen>);

#[derive(Debug, Default)]
struct Seen {
    /// A trusted proxy told who calls, ever.
    told: bool,
    /// Number of calls in a row in which none did.
    missing: u32,
    /// Calls of peers on the internet, and how many of them told of somebody else.
    from_afar: u32,
    ignored: u32,
}

/// What a call shows of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// Nothing that the operator must know.
    Nothing,
    /// A trusted proxy tells who calls.
    Told,
    /// None does.
    Missing,
    /// A proxy is not trusted.
    Ignored,
}

impl Fits {
    /// A visitor on the internet can make a header up, and a health check has none: one call proves little, unless it comes from a
    /// peer beside us, which is a proxy much rather than a visitor.
    pub fn see(&self, fit: Fit, peer: IpAddr) -> Shows {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match fit {
            Fit::Told => {
                (seen.told, seen.missing) = (true, 0);
                Shows::Told
            }
            Fit::Missing => {
                seen.missing = seen.missing.saturating_add(1);
                if seen.told && seen.missing < IN_A_ROW { Shows::Nothing } else { Shows::Missing }
            }
            Fit::Ignored if is_near(peer) => Shows::Ignored,
            Fit::Direct if is_near(peer) => Shows::Nothing,
            Fit::Direct | Fit::Ignored => {
                seen.from_afar += 1;
                seen.ignored += u32::from(fit == Fit::Ignored);
                if seen.from_afar < TOGETHER {
                    return Shows::Nothing;
                }
                let most = seen.ignored * 10 >= seen.from_afar * 9;
                (seen.from_afar, seen.ignored) = (0, 0);
                if most { Shows::Ignored } else { Shows::Nothing }
            }
        }
    }
}

/// Whether an address is of this machine or of a network of one's own.
fn is_near(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(four) => {
            let [a, b, ..] = four.octets();
            four.is_loopback() || four.is_private() || four.is_link_local() || (a == 100 && b & 0xc0 == 64)
        }
        IpAddr::V6(six) => six == Ipv6Addr::LOCALHOST || six.is_unique_local() || six.is_unicast_link_local(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED))
    }

    fn trusted() -> Vec<IpNet> {
        ["10.0.0.0/8", "fd00::/8"].iter().filter_map(|net| net.parse().ok()).collect()
    }

    fn seen(peer: &str, lines: &[(&'static str, &[u8])]) -> (Client, Fit) {
        let mut headers = HeaderMap::new();
        for (name, line) in lines {
            if let Ok(value) = HeaderValue::from_bytes(line) {
                headers.append(*name, value);
            }
        }
        client(address(peer), &headers, &trusted())
    }

    #[test]
    fn what_proxies_really_send_is_read() {
        let told = |text| (Client::Address(address(text)), Fit::Told);
        let unknown = |text| (Client::Address(address(text)), Fit::Missing);
        let named = |text: &str| (Client::Named(text.to_owned()), Fit::Told);
        for (line, expected) in [
            ("198.51.100.7", told("198.51.100.7")),
            ("198.51.100.7:5678", told("198.51.100.7")),
            ("\"198.51.100.7:5678\"", told("198.51.100.7")),
            ("2001:db8::1", told("2001:db8::1")),
            ("[2001:db8::1]", told("2001:db8::1")),
            ("[2001:db8::1]:443", told("2001:db8::1")),
            ("\"[2001:db8::1]:443\"", told("2001:db8::1")),
            ("\" [2001:DB8:0:0::1] \"", told("2001:db8::1")),
            ("::ffff:198.51.100.7", told("198.51.100.7")),
            ("[::ffff:198.51.100.7]:80", told("198.51.100.7")),
            ("fe80::1%eth0", told("fe80::1")),
            ("[fe80::1%25eth0]:80", told("fe80::1")),
            (" 198.51.100.7 , ", told("198.51.100.7")),
            ("198.51.100.7,,", told("198.51.100.7")),
            ("1.1.1.1, 198.51.100.7, 10.0.0.2:9000", told("198.51.100.7")),
            ("1.1.1.1,198.51.100.7,[fd00::2]:1", told("198.51.100.7")),
            ("\"1.1.1.1, 198.51.100.7", told("198.51.100.7")),
            ("10.0.0.3, 10.0.0.2", told("10.0.0.3")),
            ("198.51.100.7, unknown", unknown("10.0.0.1")),
            ("198.51.100.7, Unknown:80, 10.0.0.2", unknown("10.0.0.2")),
            ("198.51.100.7, _hidden:80", named("_hidden")),
            ("_a1", named("_a1")),
            ("one.two.three", named("one.two.three")),
            ("", unknown("10.0.0.1")),
            (" , ", unknown("10.0.0.1")),
        ] {
            assert_eq!(seen("10.0.0.1", &[("x-forwarded-for", line.as_bytes())]), expected, "{line}");
        }
    }

    #[test]
    fn several_lines_are_one_list_and_a_broken_one_hides_nothing() {
        let told = (Client::Address(address("198.51.100.7")), Fit::Told);
        let both: [(&str, &[u8]); 2] = [("x-forwarded-for", b"1.1.1.1"), ("x-forwarded-for", b"198.51.100.7")];
        assert_eq!(seen("10.0.0.1", &both), told);
        assert_eq!(seen("10.0.0.1", &[("x-forwarded-for", b"\xff\xfe, 198.51.100.7")]), told);
    }

    #[test]
    fn the_header_of_the_standard_counts_where_the_usual_one_is_missing() {
        for (line, expected) in [
            ("for=198.51.100.7", "198.51.100.7"),
            ("For=\"198.51.100.7:80\";proto=https;by=10.0.0.1", "198.51.100.7"),
            ("proto=https; for=\"[2001:db8::1]:443\"", "2001:db8::1"),
            ("for=1.1.1.1, for=198.51.100.7;host=droombord.example, for=10.0.0.2", "198.51.100.7"),
            ("for=\"1.1.1.1, for=198.51.100.7", "198.51.100.7"),
        ] {
            let found = seen("10.0.0.1", &[("forwarded", line.as_bytes())]);
            assert_eq!(found, (Client::Address(address(expected)), Fit::Told), "{line}");
        }
        for line in ["proto=https", "for=unknown", "for=", ""] {
            let found = seen("10.0.0.1", &[("forwarded", line.as_bytes())]);
            assert_eq!(found, (Client::Address(address("10.0.0.1")), Fit::Missing), "{line}");
        }
        let both: [(&str, &[u8]); 2] = [("forwarded", b"for=1.1.1.1"), ("x-forwarded-for", b"198.51.100.7")];
        assert_eq!(seen("10.0.0.1", &both).0, Client::Address(address("198.51.100.7")));
    }

    #[test]
    fn a_proxy_is_believed_only_when_it_is_trusted() {
        let line: [(&str, &[u8]); 1] = [("x-forwarded-for", b"198.51.100.7")];
        assert_eq!(seen("203.0.113.9", &line), (Client::Address(address("203.0.113.9")), Fit::Ignored));
        assert_eq!(seen("203.0.113.9", &[]), (Client::Address(address("203.0.113.9")), Fit::Direct));
        assert_eq!(seen("::ffff:10.0.0.1", &line), (Client::Address(address("198.51.100.7")), Fit::Told));
    }

    #[test]
    fn one_forged_header_from_the_internet_is_no_alarm_and_a_proxy_is() {
        let (visitor, proxy) = (address("203.0.113.9"), address("172.17.0.1"));
        let fits = Fits::default();
        assert_eq!(fits.see(Fit::Ignored, proxy), Shows::Ignored, "a proxy beside us");
        for n in 1..TOGETHER * 3 {
            let fit = if n % 2 == 0 { Fit::Ignored } else { Fit::Direct };
            assert_eq!(fits.see(fit, visitor), Shows::Nothing, "half of all, {n}");
        }
        let fits = Fits::default();
        let shown: Vec<_> = (0..TOGETHER).map(|_| fits.see(Fit::Ignored, visitor)).collect();
        assert!(shown.ends_with(&[Shows::Nothing, Shows::Ignored]), "a proxy far away");
    }

    #[test]
    fn a_proxy_that_never_tells_is_noticed_at_once_and_one_that_stops_after_a_while() {
        let proxy = address("127.0.0.1");
        let fits = Fits::default();
        assert_eq!(fits.see(Fit::Missing, proxy), Shows::Missing);
        assert_eq!(fits.see(Fit::Told, proxy), Shows::Told);
        let after: Vec<_> = (0..IN_A_ROW).map(|_| fits.see(Fit::Missing, proxy)).collect();
        assert!(after.ends_with(&[Shows::Nothing, Shows::Missing]));
        assert_eq!(fits.see(Fit::Told, proxy), Shows::Told);
    }
}
