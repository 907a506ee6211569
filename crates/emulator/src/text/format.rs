//! Strings of the formats of JSON Schema.

/// The `turn`th string of a format.
pub(super) fn formatted(format: &str, turn: usize) -> Option<String> {
    let day = 1 + turn % 28;
    Some(match format {
        "date" => format!("2024-06-{day:02}"),
        "date-time" => format!("2024-06-{day:02}T12:00:00Z"),
        "time" => format!("12:{:02}:00Z", turn % 60),
        "duration" => format!("PT{}M", turn + 1),
        "email" | "idn-email" => format!("someone{turn}@example.com"),
        "hostname" | "idn-hostname" => format!("host{turn}.example.com"),
        "uri" | "iri" | "uri-reference" | "url" => format!("https://example.com/{turn}"),
        "uuid" => format!("00000000-0000-4000-8000-{turn:012}"),
        "ipv4" => format!("192.0.2.{}", turn % 256),
        "ipv6" => format!("2001:db8::{:x}", turn % 0xffff),
        _ => return None,
    })
}
