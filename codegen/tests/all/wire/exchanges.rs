//! Values of every kind are sent as they are in JSON, and decoded as they come, over HTTP.

use azure_openai_core::DateTime;
use serde_json::{Value, json};

use super::server::Server;
use crate::emission;

/// Sends a value that is read from JSON, expects that JSON as the body, and returns what is made of the response, of
/// which nothing may be lost.
macro_rules! exchange {
    ($module:ident :: $group:ident . $method:ident $([$before:expr])? ($value:ty $(; $after:expr)*), $sent:expr, $received:expr) => {{
        let (sent, received): (Value, Value) = ($sent, $received);
        let server = Server::json(&received.to_string()).await;
        let value: $value = serde_json::from_value(sent.clone()).unwrap();
        let client = emission::$module::Client::new(server.pipeline());
        let response = client.$group().$method($($before,)? &value $(, $after)*).await.unwrap();
        let body: Value = serde_json::from_str(&server.request().await.body).unwrap();
        assert_eq!(body, sent);
        assert_eq!(serde_json::to_value(&*response).unwrap(), received);
        response
    }};
}

#[tokio::test]
async fn overlapping_alternatives_and_constants_choose_the_variant() {
    use emission::overlapping::{Booking, BookingGuest, Shape};
    let shapes = json!([
        { "is": "arrow", "length": 1.0, "head": "big" },
        { "is": "line", "length": 2.5 },
        { "is": "mark", "level": 2 },
        { "is": "new", "side": 3 },
    ]);
    let drawn = exchange!(overlapping::shapes.draw(Vec<Shape>), shapes.clone(), shapes);
    assert!(matches!(
        drawn[..],
        [Shape::Arrow(_), Shape::Line(_), Shape::Mark(_), Shape::Unknown(_)]
    ));
    let booking = json!({
        "tariff": "special",
        "guest": { "id": "1", "licence": "L" },
        "until": "2024-01-02",
        "rooms": [{ "id": "1", "surname": "S", "seat": "4a" }],
    });
    let made = exchange!(overlapping::bookings.make(Booking), booking.clone(), booking);
    assert!(matches!(made.guest, BookingGuest::Agency(_)), "{:?}", made.guest);
}

#[tokio::test]
async fn tags_are_the_values_that_the_document_writes() {
    use emission::parents::{Engine, Fish, Vehicle};
    use emission::tagged_in_place::Order;
    let fish = json!({
        "kind": "smart_salmon",
        "degree": "PhD",
        "friends": [{ "kind": "shark", "teeth": 9 }],
        "rival": { "kind": "smart_salmon" },
    });
    let caught = exchange!(parents::fish.add(Fish), fish.clone(), fish);
    assert!(matches!(*caught, Fish::SmartSalmon(_)), "{:?}", *caught);
    let engine = exchange!(
        parents::vehicles.add(Vehicle),
        json!({ "wheelKind": "car", "plate": "p", "doors": 2 }),
        json!({ "power": 5, "cells": 3 })
    );
    assert!(matches!(*engine, Engine::Battery(_)), "{:?}", *engine);
    exchange!(
        tagged_in_place::orders.place(Order),
        json!({
            "main": { "what": "Bread", "grain": "rye" },
            "extras": [{ "what": "sweet", "layers": 2 }, { "what": "liquid", "hot": true }, { "what": "salt" }],
            "size": { "code": 2, "litres": 1.5 },
        }),
        json!([{ "what": "Cake", "layers": 1 }, { "what": "Pie", "fruit": "plum" }])
    );
}

#[tokio::test]
async fn shapes_choose_the_variant_and_types_may_contain_themselves() {
    use emission::recursion::Tree;
    use emission::untagged_union::Input;
    exchange!(
        untagged_union::values.send(Input),
        json!({ "prompt": [[1, 2], [3]], "count": "auto", "choice": { "name": "n" } }),
        json!({ "number": 1, "name": "n" })
    );
    exchange!(
        recursion::trees.grow(Tree),
        json!({
            "name": "a",
            "left": { "name": "b" },
            "children": [{ "name": "c", "children": [{ "name": "d" }] }],
            "named": { "e": { "name": "f" } },
            "leaf": { "owner": { "name": "g" } },
            "nested": [[], [[]]],
        }),
        json!({ "message": "m", "inner": { "message": "n" } })
    );
}

#[tokio::test]
async fn enumerations_of_any_type_keep_their_values_and_case() {
    use emission::enum_values::{Window, WindowUnit, WindowWord};
    let window = json!({
        "unit": "H", "word": "LARGE", "level": -3, "ratio": 0.5, "mixed": true, "switch": false, "version": 3,
        "mask": 18_446_744_073_709_551_615_u64, "size": 4_294_967_296_u64, "grade": "b", "rank": 1, "mode": "slow",
    });
    let seen = exchange!(enum_values::windows.read(Window; None), window.clone(), window);
    assert_eq!(seen.unit, WindowUnit::H2);
    assert_eq!(seen.word, Some(WindowWord::Unknown("LARGE".to_owned())));
    let newer =
        json!({ "unit": "m", "level": 9, "ratio": 2.5, "mixed": "manual", "size": 5, "grade": "z", "mode": "warp" });
    exchange!(enum_values::windows.read(Window; None), newer.clone(), newer);
}

#[tokio::test]
async fn numbers_and_formats_keep_their_values() {
    use emission::formats::Formats;
    use emission::numbers::Measure;
    let measure = json!({
        "count": -2_147_483_648_i64, "total": u64::MAX, "ratio": 0.300_000_000_000_000_04, "single": 0.5,
        "list": [9_007_199_254_740_993_i64], "singles": [0.25, -1.5], "by_name": { "a": 0.5 }, "single_or_text": "x",
        "byte": 255, "large": -9_007_199_254_740_993_i64, "outgrown": 4_294_967_295_u64, "unsigned": u64::MAX,
        "version": 3, "step": 0.1, "same": 300, "text": "12",
    });
    exchange!(numbers::measures.add(Measure; None), measure.clone(), measure);
    // Numbers of another form are read as what they are.
    let whole = json!({ "count": 30.0, "version": 3, "step": 0.1, "same": 300, "large": 1e3 });
    let server = Server::json(&whole.to_string()).await;
    let value: Measure = serde_json::from_value(json!({ "count": 1, "version": 3, "step": 0.1, "same": 300 })).unwrap();
    let client = emission::numbers::Client::new(server.pipeline());
    let read = client.measures().add(&value, None).await.unwrap();
    assert_eq!((read.count, read.large), (30, Some(1000)));

    let since = DateTime::parse("2024-06-01T00:00:00Z").unwrap();
    let formats = json!({
        "at": 1_700_000_000, "on": "2024-06-01T12:00:00.25Z", "data": "AP8=", "small": 7, "big": 8, "ratio": 0.5,
        "link": "https://a.example", "id": "123e4567-e89b-12d3-a456-426614174000", "token": "AP-_", "day": "2024-02-29",
        "clock": "23:59:59Z", "length": "P1DT2H", "seen": "Sun, 06 Nov 1994 08:49:37 GMT", "times": [1, 2],
    });
    exchange!(formats::values.send[&since](Formats; None), formats.clone(), formats);
}
