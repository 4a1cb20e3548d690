//! Where a try comes from: the part of an address that one household or one office has for itself.
//! Kept only as a keyed hash, and never longer than the tries are counted (decision 0012). `core::net`: addresses
//! as values, without I/O.

use core::net::{IpAddr, Ipv6Addr};

/// One network: a whole IPv4 address, or the first 64 bits of an IPv6 address.
///
/// IPv4 is not cut to /24: the 256 houses of such a block have nothing to do with each other, and one of
/// them could slow the others. An IPv6 subscriber changes the last 64 bits at will, so they say nothing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Network(Option<IpAddr>);

impl Network {
    /// The network of an address.
    pub fn of(address: IpAddr) -> Self {
        // An IPv4 address in IPv6 clothes is the same address.
        Self(Some(match address.to_canonical() {
            IpAddr::V4(address) => IpAddr::V4(address),
            IpAddr::V6(address) => {
                let first_half = u128::from(address) & (u128::MAX << 64);
                IpAddr::V6(Ipv6Addr::from(first_half))
            }
        }))
    }

    /// No network: the deed is done by the house itself, or the address is not known. All of these are one.
    pub const fn none() -> Self {
        Self(None)
    }

    /// The network as bytes, to be hashed: never two networks with the same ones.
    pub fn bytes(self) -> Vec<u8> {
        match self.0 {
            None => Vec::new(),
            Some(IpAddr::V4(address)) => address.octets().to_vec(),
            Some(IpAddr::V6(address)) => address.octets().to_vec(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network(address: &str) -> Network {
        Network::of(address.parse().expect("an address"))
    }

    #[test]
    fn neighbours_are_different_networks_and_one_house_is_one() {
        assert_ne!(network("192.0.2.10"), network("192.0.2.11"));
        assert_eq!(network("2001:db8:1:2::a"), network("2001:db8:1:2:ffff:1:2:3"));
        assert_ne!(network("2001:db8:1:2::a"), network("2001:db8:1:3::a"));
    }

    #[test]
    fn an_address_in_other_clothes_is_the_same_network() {
        assert_eq!(network("::ffff:192.0.2.10"), network("192.0.2.10"));
        assert_ne!(network("::ffff:192.0.2.10").bytes(), network("::ffff:192.0.2.11").bytes());
    }

    #[test]
    fn no_two_networks_have_the_same_bytes() {
        let all = [network("0.0.0.0"), network("::"), network("192.0.2.1"), Network::none()];

        for (at, one) in all.iter().enumerate() {
            for other in &all[at + 1..] {
                assert_ne!(one.bytes(), other.bytes(), "{one:?} {other:?}");
            }
        }
    }
}
