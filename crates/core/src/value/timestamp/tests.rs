//! Instants in each format that the service writes.

use super::*;

fn decode(json: &str) -> Timestamp {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

#[test]
fn decodes_numbers_and_text_and_serializes_as_it_came() {
    for (json, nanos) in [
        ("1700000000", 0),
        ("1700000000.75", 750_000_000),
        (r#""1700000000""#, 0),
        (r#""1700000000.5""#, 500_000_000),
        (r#""2023-11-14T22:13:20Z""#, 0),
        (r#""2023-11-14T22:13:20.5Z""#, 500_000_000),
        (r#""2023-11-14T22:13:20.0000000+00:00""#, 0),
        (r#""2023-11-14T23:13:20+01:00""#, 0),
        (r#""2023-11-14T22:13:20""#, 0),
        (r#""2023-11-14 22:13:20""#, 0),
        (r#""Tue, 14 Nov 2023 22:13:20 GMT""#, 0),
    ] {
        let timestamp = decode(json);
        assert_eq!(
            (timestamp.unix_seconds(), timestamp.nanos),
            (1_700_000_000, nanos),
            "{json}"
        );
        assert_eq!(serde_json::to_string(&timestamp).unwrap(), json);
    }
    for json in [r#""2024-02-29""#, r#""2024-060""#, r#""20240229T010000+0100""#] {
        assert_eq!(decode(json).unix_seconds(), 1_709_164_800, "{json}");
    }
}

#[test]
fn invalid_instants_are_errors() {
    for json in [
        r#""soon""#,
        r#""2023-13-01""#,
        r#""""#,
        "1e300",
        "18446744073709551615",
        "true",
        "null",
        "{}",
        r#""NaN""#,
        r#""inf""#,
    ] {
        assert!(serde_json::from_str::<Timestamp>(json).is_err(), "{json}");
    }
}

#[test]
fn converts_from_and_to_other_types() {
    let epoch = SystemTime::UNIX_EPOCH;
    for (instant, text) in [
        (epoch + Duration::from_millis(1_500), "1970-01-01T00:00:01.5Z"),
        (epoch - Duration::from_millis(250), "1969-12-31T23:59:59.75Z"),
        (epoch - Duration::from_secs(2), "1969-12-31T23:59:58Z"),
    ] {
        let timestamp = Timestamp::from(instant);
        assert_eq!(timestamp.to_system_time(), Some(instant));
        assert_eq!(DateTime::from(timestamp.clone()).to_string(), text);
        assert_eq!(Timestamp::parse(text), Some(timestamp.clone()));
        let http = HttpDate::from(timestamp.clone()).to_string();
        assert_eq!(
            Timestamp::parse(&http).map(|at| at.unix_seconds()),
            Some(timestamp.unix_seconds())
        );
        assert_eq!(Timestamp::from(timestamp.to_offset_date_time().unwrap()), timestamp);
    }
    let last = Timestamp::parse("Fri, 29 Feb 1856 12:00:00 GMT").unwrap();
    assert_eq!(DateTime::from(last.clone()).to_string(), "1856-02-29T12:00:00Z");
    assert_eq!(HttpDate::from(last).to_string(), "Fri, 29 Feb 1856 12:00:00 GMT");
    assert_eq!(
        DateTime::parse("0000-01-01T00:00:00Z")
            .unwrap()
            .to::<Rfc3339>()
            .to_string(),
        "0000-01-01T00:00:00Z"
    );
    let first = Timestamp::parse("Mon, 01 Jan 0001 00:00:00 GMT");
    assert_eq!(first, Timestamp::parse("0001-01-01T00:00:00Z"));
    assert!(first.is_some_and(|first| HttpDate::from(first).to_string().ends_with("0001 00:00:00 GMT")));
    assert_eq!(Timestamp::from(epoch - Duration::from_millis(1_500)).to_string(), "-2");
    assert!(Timestamp::from(1) < Timestamp::from(2));
    let far = DateTime::from(i64::MAX);
    assert_eq!(
        (far.to_string(), far.to_offset_date_time()),
        (i64::MAX.to_string(), None)
    );
}
