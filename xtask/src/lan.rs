//! A room on one network: under which addresses it reaches this machine, and the QR code that a
//! phone reads one from.

use std::io::IsTerminal;
use std::net::{IpAddr, Ipv4Addr, UdpSocket};

use anyhow::{Context, Result, bail};
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

/// A machine's address and the network interface that has it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    address: Ipv4Addr,
    interface: String,
}

/// Beginnings of the names of interfaces that lead to containers and virtual machines.
const INSIDE: [&str; 7] = ["br-", "docker", "lxc", "podman", "veth", "virbr", "vmnet"];

/// The addresses of this machine that others can reach, the likeliest first.
///
/// # Errors
/// When it has none.
pub fn addresses() -> Result<Vec<Ipv4Addr>> {
    let interfaces = if_addrs::get_if_addrs().context("the network cannot be looked at")?;
    let places = interfaces
        .into_iter()
        .filter_map(|interface| match interface.ip() {
            IpAddr::V4(address) => Some(Place {
                address,
                interface: interface.name,
            }),
            IpAddr::V6(_) => None,
        })
        .collect();
    let found = in_order(places, outward());
    if found.is_empty() {
        bail!("this machine is on no network: a room could not reach it");
    }
    Ok(found)
}

fn in_order(mut places: Vec<Place>, outward: Option<Ipv4Addr>) -> Vec<Ipv4Addr> {
    places.retain(|place| !place.address.is_loopback() && !place.address.is_unspecified());
    places.sort_by_key(|Place { address, interface }| {
        let is_inside = INSIDE
            .iter()
            .any(|beginning| interface.starts_with(beginning));
        (
            outward != Some(*address),
            is_inside,
            // RFC 3927: an address that a machine gives itself when nobody gives it one.
            address.is_link_local(),
            interface.clone(),
        )
    });
    places.into_iter().map(|place| place.address).collect()
}

/// The address that this machine would send from. Nothing is sent: a datagram socket that is
/// connected has only looked up its way. RFC 5737: the other end is nobody.
fn outward() -> Option<Ipv4Addr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(203, 0, 113, 1), 9)).ok()?;
    match socket.local_addr().ok()?.ip() {
        IpAddr::V4(address) => Some(address),
        IpAddr::V6(_) => None,
    }
}

/// Prints where the room finds the page, with a QR code of the likeliest address.
///
/// # Errors
/// When no room could find it.
pub fn announce(port: u16) -> Result<()> {
    let urls: Vec<String> = addresses()?
        .iter()
        .map(|address| url(*address, port))
        .collect();
    if let Some(first) = urls.first() {
        let code = code(first)?;
        println!();
        for line in code.lines() {
            match std::io::stdout().is_terminal() {
                // White on black, whatever colours the terminal has.
                true => println!("  \u{1b}[97;40m{line}\u{1b}[0m"),
                false => println!("  {line}"),
            }
        }
    }
    println!();
    for url in &urls {
        println!("  {url}");
    }
    println!(
        "\n  Whoever is on this network can open it. It is plain http, which others on the network\n  \
         could read or change on its way: for workshop tokens, not for real ones.\n"
    );
    Ok(())
}

/// The page's address.
pub fn url(address: Ipv4Addr, port: u16) -> String {
    format!("http://{address}:{port}/")
}

/// A QR code as lines of half blocks. What is light is drawn, so that it is right on a dark
/// ground.
fn code(text: &str) -> Result<String> {
    let code = QrCode::new(text).context("the address does not fit into a QR code")?;
    Ok(code
        .render::<Dense1x2>()
        .dark_color(Dense1x2::Light)
        .light_color(Dense1x2::Dark)
        .build())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a phone's camera sees of the lines: 255 where light is drawn.
    fn read(lines: &str) -> Result<String> {
        let rows: Vec<Vec<char>> = lines.lines().map(|line| line.chars().collect()).collect();
        let scale = 6;
        let is_light = |x: usize, y: usize| match rows[y / 2][x] {
            '█' => true,
            '▀' => y.is_multiple_of(2),
            '▄' => !y.is_multiple_of(2),
            _ => false,
        };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(
            rows[0].len() * scale,
            rows.len() * 2 * scale,
            |x, y| 255 * u8::from(is_light(x / scale, y / scale)),
        );
        let grids = image.detect_grids();
        let grid = grids.first().context("no code is seen")?;
        Ok(grid.decode()?.1)
    }

    #[test]
    fn a_phone_reads_the_address() {
        for address in ["http://192.168.178.211:8080/", "http://10.0.0.1:1/"] {
            assert_eq!(read(&code(address).unwrap()).unwrap(), address);
        }
    }

    #[test]
    fn what_is_no_code_is_not_read() {
        let blank = code("http://10.0.0.1:1/").unwrap().replace(['▀', '▄'], "█");
        assert!(read(&blank).is_err());
        assert!(code(&"x".repeat(5000)).is_err());
    }

    fn order(places: &[([u8; 4], &str)], outward: Option<[u8; 4]>) -> Vec<String> {
        let place = |(address, interface): &([u8; 4], &str)| Place {
            address: Ipv4Addr::from(*address),
            interface: (*interface).to_string(),
        };
        let found = in_order(
            places.iter().map(place).collect(),
            outward.map(Ipv4Addr::from),
        );
        found.iter().map(Ipv4Addr::to_string).collect()
    }

    #[test]
    fn the_room_s_network_comes_before_those_inside_the_machine() {
        let places = [
            ([127, 0, 0, 1], "lo"),
            ([172, 17, 0, 1], "docker0"),
            ([169, 254, 3, 4], "eth0"),
            ([192, 168, 1, 7], "wlan0"),
        ];
        assert_eq!(
            order(&places, None),
            ["192.168.1.7", "169.254.3.4", "172.17.0.1"]
        );
        assert_eq!(
            order(&places, Some([169, 254, 3, 4])).first().unwrap(),
            "169.254.3.4"
        );
    }

    #[test]
    fn a_machine_alone_has_no_address() {
        assert!(order(&[([127, 0, 0, 1], "lo"), ([0, 0, 0, 0], "x")], None).is_empty());
    }
}
