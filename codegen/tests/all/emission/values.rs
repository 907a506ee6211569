//! What generated types read and write.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{
    constants, field_names, formats, inheritance, maps, nullable, open_enum, recursion, relaxed_responses,
    tagged_union, type_names, untagged_union,
};

fn read<T: DeserializeOwned>(value: &Value) -> T {
    serde_json::from_value(value.clone()).expect("a value of the type")
}

/// Reads and writes a value: what comes out is what went in.
fn round_trip<T: DeserializeOwned + Serialize>(value: Value) -> T {
    let typed: T = read(&value);
    assert_eq!(serde_json::to_value(&typed).ok(), Some(value));
    typed
}

#[test]
fn enumerations_are_open() {
    use open_enum::{Job, JobOdd, JobStatus};
    let job: Job = round_trip(json!({ "status": "paused", "odd": "ü" }));
    assert_eq!(job.status, Some(JobStatus::Unknown("paused".to_owned())));
    assert_eq!(read::<JobStatus>(&json!("IN_PROGRESS")), JobStatus::InProgress);
    for value in [
        "",
        "*",
        "1",
        "1024x1024",
        "a-b",
        "a_b",
        "unknown",
        "Unknown2",
        "self",
        "ü",
        "+1",
        "-1",
    ] {
        let odd: JobOdd = round_trip(json!(value));
        assert!(!matches!(odd, JobOdd::Unknown(_)), "{value:?}");
        assert_eq!(odd.as_str(), value);
    }
    let job: Job = read(&json!({ "status": null }));
    assert_eq!(job, Job::default());
}

#[test]
fn tagged_unions_keep_what_they_do_not_know() {
    use tagged_union::{Circle, Event, Shape, Square};
    let shape: Shape = round_trip(json!({ "kind": "Round", "name": "c", "radius": 1.0, "new": [1] }));
    assert!(matches!(shape, Shape::Round(Circle { ref extra, .. }) if extra["new"] == json!([1])));
    let shape: Shape = round_trip(json!({ "kind": "hexagon", "name": "h", "sides": 6 }));
    assert!(matches!(shape, Shape::Unknown(_)));
    let shape: Shape = round_trip(json!({ "kind": "Unknown", "name": "u" }));
    assert!(matches!(shape, Shape::Unknown2(_)));
    let square = Shape::from(Square::new("s").with_side(2.0));
    assert_eq!(
        serde_json::to_value(&square).unwrap(),
        json!({ "kind": "sq", "name": "s", "side": 2.0 })
    );
    let event: Event = round_trip(json!({ "type": "started", "at": 5 }));
    assert!(matches!(event, Event::Started(ref started) if started.at.is_some()));
    assert!(matches!(
        round_trip(json!({ "type": "stopped", "why": "x" })),
        Event::Stopped(_)
    ));
}

#[test]
fn two_tags_can_mean_one_type() {
    use tagged_union::{Event, Pause};
    for pause in [
        json!({ "type": "short", "seconds": 1 }),
        json!({ "type": "long", "until": "noon" }),
    ] {
        let event: Event = serde_json::from_value(pause.clone()).unwrap();
        assert!(
            matches!(&event, Event::Pause(Pause::Timed(_) | Pause::Open(_))),
            "{event:?}"
        );
        assert_eq!(serde_json::to_value(&event).unwrap(), pause);
    }
}

#[test]
fn untagged_unions_are_recognized_by_shape() {
    use untagged_union::{Input, InputChoice, InputChoiceWord, InputCount, InputPrompt, Output};
    for (prompt, matches) in [
        (json!("a"), InputPrompt::from("a")),
        (json!(["a", "b"]), InputPrompt::from(["a", "b"])),
        (json!([1, 2]), InputPrompt::from([1, 2])),
        (json!([[1], [2]]), InputPrompt::TokenLists(vec![vec![1], vec![2]])),
        (json!({ "new": true }), InputPrompt::Unknown(json!({ "new": true }))),
    ] {
        let input: Input = round_trip(json!({ "prompt": prompt }));
        assert_eq!(input.prompt, matches);
    }
    assert_eq!(round_trip::<InputCount>(json!(3)), InputCount::Integer(3));
    assert_eq!(round_trip::<InputCount>(json!("auto")), InputCount::from("auto"));
    assert!(matches!(round_trip(json!(0.5)), InputCount::Unknown(_)));
    let word = round_trip::<InputChoice>(json!("none"));
    assert_eq!(word, InputChoice::Word(InputChoiceWord::None));
    assert!(matches!(round_trip(json!({ "name": "n" })), InputChoice::Named(_)));
    assert!(matches!(round_trip(json!({ "name": "n" })), Output::Named(_)));
    assert!(matches!(round_trip(json!(1.5)), Output::Number(_)));
    assert!(matches!(round_trip(json!({ "other": 1 })), Output::Unknown(_)));
}

#[test]
fn the_variant_that_requires_more_is_tried_first() {
    use untagged_union::Output;
    assert!(matches!(
        round_trip(json!({ "number": 1, "name": "n" })),
        Output::Numbered(_)
    ));
}

#[test]
fn constants_are_there_without_being_set() {
    use constants::{Kind, Marker, Tool};
    assert_eq!(
        serde_json::to_value(Marker::default()).unwrap(),
        json!({ "object": "marker" })
    );
    assert_eq!(Marker::new(), read(&json!({})));
    assert_eq!(Marker::new(), read(&json!({ "object": null })));
    // Another value is kept, and sent back.
    let tool: Tool = round_trip(json!({ "type": "other", "kind": "new-kind", "name": "n" }));
    assert_eq!(
        (tool.type_.as_str(), &tool.kind),
        ("other", &Kind::Unknown("new-kind".to_owned()))
    );
}

#[test]
fn response_may_lack_what_is_required() {
    use relaxed_responses::{Reading, Sent};
    let response: Reading = read(&json!({ "id": null, "tags": null, "labels": { "a": "b" }, "inner": {} }));
    assert_eq!((response.id.as_str(), response.size, response.tags.len()), ("", 0, 0));
    assert_eq!((response.ok, &response.at, &response.state), (None, &None, &None));
    assert_eq!(response.inner.sure, None);
    assert_eq!(
        response,
        Reading {
            labels: response.labels.clone(),
            ..Reading::default()
        }
    );
    // A request requires what it says, and keeps an empty list where that says something.
    let sent = Sent::new("n", true, [""; 0]);
    assert_eq!(
        serde_json::to_value(&sent).unwrap(),
        json!({ "name": "n", "strict": true, "tags": [] })
    );
    let sent = sent.with_hints([""; 0]).with_stop([""; 0]);
    assert_eq!(
        serde_json::to_value(&sent).unwrap(),
        json!({ "name": "n", "strict": true, "tags": [], "hints": [], "stop": [] })
    );
}

#[test]
fn formats_are_types() {
    let whole: formats::Formats = round_trip(json!({
        "at": 1700000000, "on": "2024-01-02T03:04:05Z", "data": "YWI=", "key": "k", "small": 1, "big": 1099511627776_i64,
        "ratio": 0.5, "link": "https://a.example", "id": "x", "vector": [0.5, 1.0], "times": [1, 2],
    }));
    assert_eq!(whole.vector.as_deref(), Some(&[0.5_f32, 1.0][..]));
    let text: formats::Formats = round_trip(json!({ "at": "2024-01-02T03:04:05Z" }));
    assert_eq!(text.at, Some(azure_openai_core::Timestamp::from(1_704_164_645)));
    // A number that its format cannot hold is kept as it came.
    let wide = json!({ "at": 1, "small": 3_000_000_000_i64, "ratio": 1e39 });
    let read: formats::Formats = azure_openai_core::decode::from_str(&wide.to_string()).unwrap();
    assert_eq!((read.small, read.ratio), (None, None));
    assert_eq!(serde_json::to_value(&read).unwrap(), wide);
}

#[test]
fn a_schema_can_contain_itself() {
    let tree: recursion::Tree = round_trip(json!({
        "name": "a",
        "left": { "name": "b" },
        "children": [{ "name": "c", "leaf": { "owner": { "name": "d" } } }],
        "named": { "e": { "name": "e" } },
        "nested": [[], [[]]],
    }));
    assert_eq!(tree.children.len(), 1);
    let problem: recursion::Problem = read(&json!({ "message": "m", "inner": { "message": "n" } }));
    assert_eq!(problem.inner.map(|inner| inner.message), Some("n".to_owned()));
}

#[test]
fn maps_and_open_objects_hold_anything() {
    let whole: maps::Maps = round_trip(json!({
        "labels": { "a": "b" },
        "scores": { "a": 0.5 },
        "entries": { "a": { "a": "b", "other": null } },
        "lists": { "a": ["b"] },
        "free": { "a": [1, { "b": null }] },
        "freer": { "a": true },
        "anything": [1],
        "list_of_anything": [1, "a", null],
        "closed": { "a": "b", "new": 1 },
    }));
    assert_eq!(whole.closed.unwrap().extra["new"], 1);
    let bare: maps::Maps = read(&json!({ "labels": null, "scores": null, "anything": null }));
    assert!(bare.labels.is_empty() && bare.scores.is_empty() && bare.anything.is_none());
}

#[test]
fn fields_keep_their_names_on_the_wire() {
    let all: Value = serde_json::from_str(
        r#"{"type":"1","self":"2","extra":"3","new":"4","default":"5","größe":6,"名前":"7","user-id":"8","user_id":"9",
            "userId":"10","@odata.type":"11","$top":12,"1st":"13","":"14","*":"15","fn":true,"crate":"16","Self":"17",
            "with_type":"18","quote\"d":"19","a\\b":"20","it's":"21","its":"22","serializer":"23","value":"24"}"#,
    )
    .unwrap();
    let odd: field_names::Odd = round_trip(all);
    assert!(odd.extra.is_empty());
    assert_eq!(
        (odd.type_.as_str(), odd.self_.as_str(), odd.extra2.as_deref()),
        ("1", "2", Some("3"))
    );
    let built = field_names::Odd::new("t", "s", "u")
        .with_default("d")
        .with_fn(false)
        .with_extra("more", 1);
    assert_eq!(
        serde_json::to_value(&built).unwrap(),
        json!({ "type": "t", "self": "s", "default": "d", "user-id": "u", "fn": false, "more": 1 })
    );
}

#[test]
fn inherited_properties_are_fields() {
    let puppy: inheritance::Puppy =
        round_trip(json!({ "name": "p", "bark": "soft", "weeks": 3, "friend": { "name": "q" } }));
    assert_eq!(puppy.friend.map(|friend| friend.name), Some("q".to_owned()));
}

#[test]
fn null_is_unset() {
    use nullable::{Nulls, NullsEither, NullsWords};
    let nulls = json!({
        "text": null, "list": null, "part": null, "kind": null, "either": null, "words": null, "always": null,
        "nothing": null,
    });
    assert_eq!(read::<Nulls>(&nulls), Nulls::new());
    let full: Nulls = round_trip(json!({
        "text": "t", "list": [1, null], "part": { "a": "b" }, "kind": "a", "either": 1, "words": "w", "always": "fixed",
    }));
    assert_eq!(full.either, Some(NullsEither::Integer(1)));
    assert_eq!(full.words, Some(NullsWords::from("w")));
}

#[test]
fn types_named_like_those_of_rust_are_read_and_written() {
    let whole: type_names::VecModel = round_trip(json!({
        "box": { "result": "err", "default": { "type": "default" }, "value": 1, "extra": { "free": { "a": 1 } } },
        "texts": ["a"],
    }));
    assert_eq!(
        whole.box_.and_then(|inner| inner.result),
        Some(type_names::ResultModel::Err2)
    );
}
