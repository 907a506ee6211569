use std::cell::Cell;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Value, json};

use super::{Absent, Fit, from_str, from_value};
use crate::Extra;

#[derive(Clone, Debug, PartialEq)]
struct Point {
    kind: String,
    x: i64,
    y: Option<f64>,
    label: Option<String>,
    tags: Vec<String>,
    near: Vec<Point>,
    id: Option<String>,
    extra: Extra,
}
crate::open_object!(Point, sent {
    "kind" => kind: constant("point"),
    "x" => x: required,
    "y" => y: nullable,
    "label" => label: optional,
    "tags" => tags: collection,
    "near" => near: collection,
    "id" => id: optional read_only,
});
crate::fit_object!(Point { "kind": String = constant("point"), "x": i64 = required, "label": String = optional });

fn read(value: Value) -> Point {
    from_str(&value.to_string()).expect("a point")
}

fn written(point: &Point) -> Value {
    serde_json::to_value(point).expect("JSON")
}

#[test]
fn missing_required_field_is_not_sent_back() {
    for value in [
        json!({"kind": "point", "x": 0, "y": null}),
        json!({"kind": "point", "x": 1, "y": 0.5, "label": "", "tags": [], "new": [null]}),
        json!({"kind": "circle"}),
        json!({"kind": "point", "near": [{"kind": "point", "x": 3, "y": null, "more": 1}]}),
    ] {
        assert_eq!(written(&read(value.clone())), value);
    }
}

#[test]
fn field_set_after_decoding_replaces_the_raw_value() {
    let mut point = read(json!({}));
    point.x = 5;
    point.y = Some(1.0);
    point.tags = point.extra.set("tags", Vec::new());
    assert_eq!(written(&point), json!({"kind": "point", "x": 5, "y": 1.0, "tags": []}));
    point.tags.push("a".to_owned());
    assert_eq!(written(&point)["tags"], json!(["a"]));
}

#[test]
fn set_zero_empty_and_null_are_sent() {
    let point = Point::absent();
    assert_eq!(written(&point), json!({"kind": "point", "x": 0, "y": null}));
}

#[test]
fn values_of_another_json_type_are_read_as_what_they_mean() {
    let point = read(json!({"x": "3", "y": "0.25", "label": 7, "tags": "a", "near": [{"x": 4.0}, null]}));
    assert_eq!((point.x, point.y, point.label.as_deref()), (3, Some(0.25), Some("7")));
    assert_eq!(point.tags, ["a"]);
    assert_eq!(point.near.len(), 1);
    assert_eq!(point.near[0].x, 4);
    // The null in the list is not lost.
    assert_eq!(written(&point)["near"], json!([{"x": 4.0}, null]));
    let parts = read(json!({"label": [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]}));
    assert_eq!(parts.label.as_deref(), Some("ab"));
}

#[test]
fn value_of_another_type_is_kept_raw_until_the_field_is_set() {
    let value = json!({"kind": "point", "x": {"deep": true}, "y": null, "near": 5, "id": "i"});
    let mut point = read(value.clone());
    assert_eq!((point.x, point.near.len(), point.id.as_deref()), (0, 0, Some("i")));
    assert_eq!(point.extra["x"], json!({"deep": true}));
    assert_eq!(written(&point), value);
    point.x = 1;
    point.near = vec![Point::absent()];
    let sent = written(&point);
    assert_eq!(
        (&sent["x"], sent["near"].as_array().map(Vec::len)),
        (&json!(1), Some(1))
    );
}

#[test]
fn extra_field_replaces_the_known_field() {
    let mut point = Point::absent();
    point.label = Some("a".to_owned());
    point.extra.insert("label".to_owned(), json!(1));
    point.extra.insert("x".to_owned(), json!("x"));
    assert_eq!(
        written(&point),
        json!({"kind": "point", "x": "x", "y": null, "label": 1})
    );
}

#[test]
fn fields_of_the_service_are_not_sent_to_it() {
    let point = read(json!({"kind": "point", "x": 1, "y": null, "id": "i"}));
    assert_eq!(written(&point)["id"], "i");
    let sent = serde_json::from_slice::<Value>(&crate::encode::to_vec(&point).expect("JSON")).expect("JSON");
    assert_eq!(sent, json!({"kind": "point", "x": 1, "y": null}));
}

#[test]
fn broken_json_and_other_kinds_are_errors() {
    assert!(from_str::<Point>("{\"x\":").is_err());
    assert!(from_str::<Point>("[]").is_err());
    assert!(from_value::<Point>(&json!("x")).is_err());
    // Strictly, the first that is not as specified is one.
    assert!(serde_json::from_str::<Point>(r#"{"x":"3"}"#).is_err());
}

#[test]
fn object_fits_by_required_fields_and_constants() {
    assert_eq!(Point::fit(&json!({"kind": "circle", "x": 1})), None);
    assert_eq!(Point::fit(&json!({"kind": "point"})), None);
    let (less, more) = (
        json!({"kind": "point", "x": 1}),
        json!({"kind": "point", "x": 1, "label": "a"}),
    );
    assert!(Point::fit(&less) < Point::fit(&more));
    assert_eq!(Vec::<Point>::fit(&json!([less, 1])), None);
}

#[test]
fn constant_that_is_absent_or_null_has_its_value_and_another_is_kept() {
    for value in [
        json!({"x": 1}),
        json!({"kind": null, "x": 1}),
        json!({"kind": [], "x": 1}),
    ] {
        assert_eq!(read(value.clone()).kind, "point", "{value}");
    }
    assert_eq!(read(json!({"kind": "line", "x": 1})).kind, "line");
}

#[test]
fn rereading_of_nested_lists_is_bounded() {
    thread_local! {
        static READ: Cell<usize> = const { Cell::new(0) };
    }
    #[derive(Debug, Default, PartialEq)]
    struct Counted;
    impl<'de> Deserialize<'de> for Counted {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            READ.set(READ.get() + 1);
            i64::deserialize(deserializer).map(|_| Self)
        }
    }
    impl Serialize for Counted {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_i64(0)
        }
    }
    impl Absent for Counted {
        fn absent() -> Self {
            Self
        }
    }
    #[derive(Debug, PartialEq)]
    struct Level {
        count: Counted,
        next: Vec<Level>,
        extra: Extra,
    }
    crate::open_object!(Level { "count" => count: required, "next" => next: collection });

    // Each list has an item that can't be read, so each is read item by item and then as a whole.
    let mut value = json!({"count": 1, "next": []});
    for _ in 0..40 {
        value = json!({"count": 1, "next": [value, "no level"]});
    }
    let level: Level = from_str(&value.to_string()).expect("a level");
    assert!(READ.get() < 40 * 1000, "{} values were read", READ.get());
    assert_eq!(
        serde_json::to_value(&level).expect("JSON")["next"],
        value["next"],
        "what is not read is kept"
    );
}
