use proptest::prelude::*;

use super::*;

/// The events of a body that comes in these chunks, and how it ends.
fn decode(chunks: &[&[u8]], limit: usize) -> (Vec<String>, Result<(), SseError>) {
    let mut decoder = Decoder::with_limit(limit);
    let mut events = Vec::new();
    let drain = |decoder: &mut Decoder, events: &mut Vec<String>| loop {
        match decoder.next_event() {
            Ok(Some(event)) => events.push(event.data.to_owned()),
            Ok(None) => return Ok(()),
            Err(error) => {
                assert_eq!(decoder.next_event(), Ok(None), "it goes on after an error");
                return Err(error);
            }
        }
    };
    for chunk in chunks {
        decoder.feed(chunk);
        if let Err(error) = drain(&mut decoder, &mut events) {
            return (events, Err(error));
        }
    }
    decoder.finish();
    let end = drain(&mut decoder, &mut events);
    (events, end)
}

fn events(body: &str) -> Vec<String> {
    let (events, end) = decode(&[body.as_bytes()], DEFAULT_LIMIT);
    assert_eq!(end, Ok(()));
    events
}

#[test]
fn event_stream_of_any_legal_shape_is_decoded() {
    for (body, expected) in [
        ("data: a\n\ndata: b\n\n", &["a", "b"][..]),
        ("data:a\r\n\r\ndata:  b\r\n\r\n", &["a", " b"]),
        ("data: a\r\rdata: b\r\r", &["a", "b"]),
        ("data: a\ndata: b\ndata\ndata:c\n\n", &["a\nb\n\nc"]),
        (": hello\n\nevent: x\nid: 1\nretry: 5\ndata: a\n\n", &["a"]),
        ("data: a\n: in between\nid: 7\n\ndata: b\n\n", &["a", "b"]),
        ("\u{feff}data: a\n\n", &["a"]),
        ("data: \u{feff}a\n\n", &["\u{feff}a"]),
        ("data: a\n\ndata: last", &["a", "last"]),
        ("data: a\n\ndata: last\n", &["a", "last"]),
        ("data: a\n\n[DONE]\n", &["a", "[DONE]"]),
        ("data: a\n[DONE]", &["a", "[DONE]"]),
        ("data: [DONE]\n\n", &["[DONE]"]),
        ("[DONE]\n\ndata: a\n\n", &["[DONE]", "a"]),
        ("data\n\ndata:\n\n", &["", ""]),
        ("datum: x\n\ndatax\n\n\n\n", &[]),
        ("", &[]),
        ("\n\r\n\r", &[]),
    ] {
        assert_eq!(events(body), expected, "{body:?}");
    }
}

#[test]
fn event_that_was_cut_is_known() {
    let mut decoder = Decoder::new();
    decoder.feed(b"data: a\n\ndata: b");
    let event = |data, is_cut| Event {
        data,
        is_error: false,
        is_cut,
    };
    assert_eq!(decoder.next_event(), Ok(Some(event("a", false))));
    assert_eq!(decoder.next_event(), Ok(None));
    decoder.finish();
    assert_eq!(decoder.next_event(), Ok(Some(event("b", true))));
    assert_eq!(decoder.next_event(), Ok(None));
}

#[test]
fn end_within_a_line_is_known() {
    for (body, expected) in [
        ("data: a\n\nda", true),
        ("data: a\n\ndata", true),
        ("data: a\n\ndata: ", true),
        ("data: a\n\nevent: er", true),
        ("data: a\n\n: keep-al", false),
        ("data: a\n\n \t", false),
        ("data: a\n\n[DONE]", false),
        ("data: a\n\ndata: b", false),
        ("data: a\n\nretry: 3\n", false),
    ] {
        let mut decoder = Decoder::new();
        decoder.feed(body.as_bytes());
        decoder.finish();
        while decoder.next_event().unwrap().is_some() {}
        assert_eq!(decoder.ended_within_line(), expected, "{body:?}");
    }
}

#[test]
fn events_named_as_errors_are_known() {
    let mut decoder = Decoder::new();
    decoder.feed(b"event: error\ndata: a\n\nevent:Upstream_Error\ndata: b\n\n");
    decoder.feed(b"event: error\n\ndata: c\n\nevent: error\nevent: delta\ndata: d\n\ndata: e\nevent: error\n\n");
    let mut seen = Vec::new();
    while let Some(event) = decoder.next_event().unwrap() {
        seen.push((event.data.to_owned(), event.is_error));
    }
    let errors = [("a", true), ("b", true), ("c", false), ("d", false), ("e", true)];
    assert_eq!(seen, errors.map(|(data, is_error)| (data.to_owned(), is_error)));
}

#[test]
fn limits_hold_however_the_event_is_made_up() {
    let limit = 64;
    let long = "x".repeat(100);
    for body in [
        format!("data: ok\n\ndata: {long}\n\n"),
        format!("data: ok\n\ndata: {long}"),
        format!("data: ok\n\n: {long}"),
        format!("data: ok\n\n{}\n", "data: 0123456789\n".repeat(9)),
    ] {
        for length in [1, 7, 1000] {
            let chunks: Vec<_> = body.as_bytes().chunks(length).collect();
            let (events, end) = decode(&chunks, limit);
            assert_eq!(
                (events.as_slice(), end),
                (&["ok".to_owned()][..], Err(SseError::TooLarge(limit))),
                "{body:?}"
            );
        }
    }
    // What is skipped is not kept: any number of comments, before or within an event.
    let comments = ": 0123456789\n".repeat(100);
    assert_eq!(
        decode(&[format!("{comments}data: a\n{comments}\n").as_bytes()], limit),
        (vec!["a".to_owned()], Ok(()))
    );
}

#[test]
fn bytes_that_are_not_utf8_are_an_error() {
    assert_eq!(
        decode(&[b"data: a\n\ndata: \xff\n\n"], 100),
        (vec!["a".to_owned()], Err(SseError::NotUtf8))
    );
    // What is not data does not matter.
    assert_eq!(decode(&[b": \xff\ndata: a\n\n"], 100), (vec!["a".to_owned()], Ok(())));
}

#[test]
fn time_is_linear_in_the_bytes() {
    // Quadratic copying would move some 10^13 bytes here.
    let event = format!("data: {}\n\n", "y".repeat(40));
    let body = event.repeat(200_000);
    let (all, end) = decode(&[body.as_bytes()], DEFAULT_LIMIT);
    assert_eq!((all.len(), end), (200_000, Ok(())));
    // One huge event in small chunks.
    let huge = format!("data: {}\n\n", "z".repeat(8 << 20));
    let chunks: Vec<_> = huge.as_bytes().chunks(64).collect();
    let (all, end) = decode(&chunks, DEFAULT_LIMIT);
    assert_eq!((all[0].len(), end), (8 << 20, Ok(())));
}

const BODY: &str =
    "\u{feff}: c\r\ndata: {\"t\":\"ü€😀\"}\r\n\r\ndata:a\rdata: b\r\rid: 1\ndata: x\n\n[DONE]\ndata: end";

#[test]
fn every_split_point_gives_the_same_events() {
    for ending in ["\n", "\r", "\r\n"] {
        for body in [
            BODY.to_owned(),
            BODY.replace("\r\n", "\n").replace('\r', "\n").replace('\n', ending),
        ] {
            let bytes = body.as_bytes();
            let whole = decode(&[bytes], DEFAULT_LIMIT);
            assert_eq!(whole.0, ["{\"t\":\"ü€😀\"}", "a\nb", "x", "[DONE]", "end"]);
            for first in 0..=bytes.len() {
                for second in first..=bytes.len() {
                    let chunks = [&bytes[..first], &bytes[first..second], &bytes[second..]];
                    assert_eq!(decode(&chunks, DEFAULT_LIMIT), whole, "{first} {second}");
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn event_stream_decodes_alike_however_it_is_split(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                &b"data: "[..], b"data:", b"data", b"\n", b"\n", b"\r", b"\r\n", b"\n\n", b": c", b"[DONE]", b"x",
                "ü".as_bytes(), b"\xe2\x82", b"\xef\xbb\xbf", b"id: 3", b" ",
            ]),
            0..40,
        ),
        cuts in prop::collection::vec(0_usize..120, 0..12),
    ) {
        let body: Vec<u8> = parts.concat();
        let mut cuts: Vec<_> = cuts.into_iter().map(|cut| cut.min(body.len())).collect();
        cuts.extend([0, body.len()]);
        cuts.sort_unstable();
        let chunks: Vec<_> = cuts.windows(2).map(|cut| &body[cut[0]..cut[1]]).collect();
        prop_assert_eq!(decode(&chunks, 30), decode(&[&body], 30));
    }

    #[test]
    fn written_events_are_read_back(
        texts in prop::collection::vec("[^\r\n]{0,20}(\n[^\r\n]{0,20}){0,3}", 0..8),
        ending in prop::sample::select(vec!["\n", "\r", "\r\n"]),
        space in any::<bool>(),
    ) {
        let mut body = String::new();
        for text in &texts {
            for line in text.split('\n') {
                // Without the space, a space that the line starts with would be taken for it.
                body += if space || line.starts_with(' ') { "data: " } else { "data:" };
                body += line;
                body += ending;
            }
            body += ending;
        }
        prop_assert_eq!(events(&body), texts);
    }
}
