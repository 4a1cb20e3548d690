//! Where a request comes from: the address on the person's side, and whether it travelled over TLS. The one
//! place that reads X-Forwarded-For and X-Forwarded-Proto, and only when a proxy of the settings sent them.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::str::FromStr;
use std::sync::Once;

use axum::extract::ConnectInfo;
use axum::http::HeaderMap;
use axum::http::request::Parts;

const FOR: &str = "x-forwarded-for";
const PROTO: &str = "x-forwarded-proto";

/// A range of addresses: `10.0.0.0/8`, or one address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Network {
    base: IpAddr,
    /// The bits that count, from the left.
    bits: u8,
}

/// A text that is no range of addresses.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("it is no address and no range such as 10.0.0.0/8")]
pub struct NoNetwork;

impl FromStr for Network {
    type Err = NoNetwork;

    fn from_str(text: &str) -> Result<Self, NoNetwork> {
        let (address, bits) = match text.split_once('/') {
            None => (text, None),
            Some((address, bits)) => (address, Some(bits.parse::<u8>().map_err(|_| NoNetwork)?)),
        };
        let base: IpAddr = address.parse().map_err(|_| NoNetwork)?;
        let most = if base.is_ipv4() { 32 } else { 128 };
        let bits = bits.unwrap_or(most);
        if bits > most { Err(NoNetwork) } else { Ok(Self { base, bits }) }
    }
}

impl Network {
    /// Whether this address lies in the range. An IPv4 address in IPv6 dress counts as IPv4.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        let (one, other, most) = match (self.base, address.to_canonical()) {
            (IpAddr::V4(one), IpAddr::V4(other)) => {
                (u128::from(one.to_bits()), u128::from(other.to_bits()), 32)
            }
            (IpAddr::V6(one), IpAddr::V6(other)) => (one.to_bits(), other.to_bits(), 128),
            _ => return false,
        };
        let beside = most - u32::from(self.bits);
        // Shifting by all bits is not defined; no bits counting means that everything fits.
        self.bits == 0 || one >> beside == other >> beside
    }
}

/// The other side of a request. Never logged: an address is personal data.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Peer {
    /// Of the person's side: what the nearest proxy that is not ours saw, or the connection itself.
    pub(crate) address: IpAddr,
    /// Whether the person's side spoke TLS, as a trusted proxy tells. Without one it is not known: false.
    pub(crate) over_tls: bool,
}

impl Peer {
    /// Reads the connection, and the headers when one of `trusted` sent them.
    pub(crate) fn of(parts: &Parts, trusted: &[Network]) -> Self {
        let connection = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        // A router that is called without a connection, in a test: nobody's address, trusted by nobody.
        let address = connection.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |info| info.0.ip().to_canonical());
        let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.contains(address));
        if !is_trusted(address) {
            tell_of_unknown_proxy(&parts.headers);
            return Self { address, over_tls: false };
        }
        Self {
            address: behind(address, &listed(&parts.headers, FOR), is_trusted),
            over_tls: listed(&parts.headers, PROTO)
                .last()
                .is_some_and(|proto| proto.eq_ignore_ascii_case("https")),
        }
    }
}

/// Walks back from the connection, past every proxy of ours. What stands before the first other address was
/// written by somebody else and proves nothing. An entry that is no address ends the walk.
fn behind(connection: IpAddr, listed: &[&str], is_trusted: impl Fn(IpAddr) -> bool) -> IpAddr {
    let mut address = connection;
    for entry in listed.iter().rev() {
        let Some(earlier) = address_in(entry) else { break };
        address = earlier;
        if !is_trusted(address) {
            break;
        }
    }
    address
}

/// `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1` or `[2001:db8::1]:4711`.
fn address_in(entry: &str) -> Option<IpAddr> {
    let bare = entry.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(entry);
    let address = bare.parse().ok().or_else(|| entry.parse::<SocketAddr>().ok().map(|found| found.ip()))?;
    Some(IpAddr::to_canonical(&address))
}

/// The entries of a list that may stand on several lines.
fn listed<'h>(headers: &'h HeaderMap, name: &str) -> Vec<&'h str> {
    headers
        .get_all(name)
        .iter()
        // A line that is no text is one entry that is no address.
        .flat_map(|line| line.to_str().unwrap_or("?").split(','))
        .map(str::trim)
        .collect()
}

/// A proxy that nobody trusts is usually a setting that was forgotten: then everybody seems to come from it.
fn tell_of_unknown_proxy(headers: &HeaderMap) {
    static TOLD: Once = Once::new();
    if headers.contains_key(FOR) {
        TOLD.call_once(|| {
            tracing::warn!(
                "X-Forwarded-For came from an address that is not in TRUSTED_PROXIES and is not believed; \
                 told once"
            );
        });
    }
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    fn peer(connection: &str, trusted: &[&str], headers: &[(&str, &str)]) -> Peer {
        let mut request = Request::new(());
        let from: SocketAddr = connection.parse().expect("an address with a port");
        request.extensions_mut().insert(ConnectInfo(from));
        for (name, value) in headers {
            let name: axum::http::HeaderName = name.parse().expect("a name");
            request.headers_mut().append(name, value.parse().expect("a value"));
        }
        let trusted: Vec<Network> = trusted.iter().map(|text| text.parse().expect("a range")).collect();
        Peer::of(&request.into_parts().0, &trusted)
    }

    fn address(connection: &str, trusted: &[&str], forwarded: &[&str]) -> String {
        let headers: Vec<(&str, &str)> = forwarded.iter().map(|value| (FOR, *value)).collect();
        peer(connection, trusted, &headers).address.to_string()
    }

    #[test]
    fn a_stranger_who_sends_the_headers_is_not_believed() {
        let headers = [(FOR, "198.51.100.7"), (PROTO, "https")];

        for trusted in [&[][..], &["10.0.0.0/8"]] {
            let peer = peer("203.0.113.9:4000", trusted, &headers);

            assert_eq!((peer.address.to_string().as_str(), peer.over_tls), ("203.0.113.9", false));
        }
    }

    #[test]
    fn behind_a_trusted_proxy_it_is_the_last_address_that_is_not_ours() {
        let ours = ["127.0.0.1", "10.1.0.0/16"];

        for (forwarded, expected) in [
            (&["198.51.100.7"][..], "198.51.100.7"),
            // What the client made up stands before what our proxy saw.
            (&["1.2.3.4, 198.51.100.7"], "198.51.100.7"),
            (&["1.2.3.4", "198.51.100.7, 10.1.2.3"], "198.51.100.7"),
            (&["198.51.100.7:5123"], "198.51.100.7"),
            (&["[2001:db8::1]:5123"], "2001:db8::1"),
            (&["2001:db8::1"], "2001:db8::1"),
            (&["::ffff:198.51.100.7"], "198.51.100.7"),
            // Nothing but our own proxies, or nothing that can be read.
            (&["10.1.2.3"], "10.1.2.3"),
            (&["198.51.100.7, unknown"], "127.0.0.1"),
            (&["198.51.100.7, unknown, 10.1.2.3"], "10.1.2.3"),
            (&["198.51.100.7,"], "127.0.0.1"),
            (&[], "127.0.0.1"),
        ] {
            assert_eq!(address("127.0.0.1:4000", &ours, forwarded), expected, "{forwarded:?}");
        }
    }

    #[test]
    fn an_ipv4_proxy_on_an_ipv6_socket_is_the_same_proxy() {
        assert_eq!(address("[::ffff:127.0.0.1]:4000", &["127.0.0.1"], &["198.51.100.7"]), "198.51.100.7");
    }

    #[test]
    fn only_the_nearest_proxy_says_whether_it_was_tls() {
        let told = |values: &[&str]| {
            let headers: Vec<(&str, &str)> = values.iter().map(|value| (PROTO, *value)).collect();
            peer("127.0.0.1:4000", &["127.0.0.1"], &headers).over_tls
        };

        assert!(told(&["https"]) && told(&["http, HTTPS"]) && told(&["http", "https"]));
        assert!(!told(&["https, http"]) && !told(&["http"]) && !told(&["httpsx"]) && !told(&[]));
    }

    #[test]
    fn a_range_holds_what_begins_alike() {
        for (range, address, expected) in [
            ("10.0.0.0/8", "10.255.0.1", true),
            ("10.0.0.0/8", "11.0.0.1", false),
            ("192.0.2.128/25", "192.0.2.127", false),
            ("192.0.2.128/25", "192.0.2.129", true),
            ("192.0.2.1", "192.0.2.1", true),
            ("192.0.2.1", "192.0.2.2", false),
            ("0.0.0.0/0", "198.51.100.7", true),
            ("0.0.0.0/0", "2001:db8::1", false),
            ("::/0", "2001:db8::1", true),
            ("fd00::/8", "fd12::1", true),
            ("fd00::/8", "fe80::1", false),
        ] {
            let range: Network = range.parse().expect("a range");
            assert_eq!(range.contains(address.parse().expect("an address")), expected, "{range:?} {address}");
        }
    }

    #[test]
    fn what_is_no_range_is_refused() {
        for text in ["", "proxy", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0/8", "10.0.0.0/-1"] {
            assert_eq!(text.parse::<Network>(), Err(NoNetwork), "{text}");
        }
    }
}
