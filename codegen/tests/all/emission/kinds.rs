//! Each kind of schema over HTTP: what is sent, and what is read of the reply.

use std::time::{Duration, SystemTime};

use azure_openai_core::paging::{List, Next};
use azure_openai_core::{PlainDate, PlainTime, Timestamp, Uuid};
use serde::Serialize;
use serde_json::{Value, json};

use super::server::exchange;
use super::{
    alternatives, boxed, enum_values, formats, nested_lists, nullable_shared, numbers, overlapping, parents, presence,
    tagged_in_place,
};

fn written(value: &impl Serialize) -> Value {
    serde_json::to_value(value).expect("JSON")
}

#[test]
fn overlapping_alternatives_keep_what_came_and_send_what_was_given() {
    use overlapping::{Agency, Booking, BookingGuest, BookingRooms, BookingTariff, Traveller};
    let booking = Booking::new("weekend", Agency::new("1", "L"))
        .with_until(PlainDate::parse("2026-01-02").unwrap())
        .with_rooms(vec![Traveller::new("2", "S").with_seat("4A")]);
    let reply = json!({
        "tariff": "reduced", "guest": { "id": "1", "license": "L", "since": 1 }, "until": "2026-01-02T03:04:05.0Z",
        "rooms": [{ "id": "1", "license": "L" }],
    });
    let (sent, read) = exchange(&reply, |to| overlapping::Client::new(to).bookings().make(&booking));
    assert_eq!(
        sent.body,
        json!({
            "tariff": "weekend", "guest": { "id": "1", "license": "L" }, "until": "2026-01-02",
            "rooms": [{ "id": "2", "surname": "S", "seat": "4A" }],
        })
    );
    assert_eq!(read.tariff, BookingTariff::Reduced);
    assert!(matches!(&read.guest, BookingGuest::Agency(agency) if agency.extra["since"] == 1));
    assert!(matches!(&read.rooms, Some(BookingRooms::AgencyList(all)) if all.len() == 1));
    assert_eq!(written(&read), reply);
    let both: BookingGuest =
        serde_json::from_value(json!({ "id": "1", "surname": "S", "seat": "1", "license": "L" })).unwrap();
    assert!(matches!(both, BookingGuest::Traveller(_)));
    assert!(matches!(
        serde_json::from_value(json!({ "id": "1" })),
        Ok(BookingGuest::Unknown(_))
    ));
}

#[test]
fn variants_are_distinguished_by_constants() {
    use overlapping::{Arrow, Line, Mark, Shape};
    let shapes = [
        Shape::from(Line::new(1.5)),
        Arrow::new(2.0).with_head("big").into(),
        Mark::new().with_level(2).into(),
    ];
    let reply = json!([
        { "is": "arrow", "length": 0.5 }, { "is": "line", "length": 1.0 }, { "level": 2 }, { "is": "circle", "length": 1.0 },
    ]);
    let (sent, read) = exchange(&reply, |to| overlapping::Client::new(to).shapes().draw(&shapes));
    assert_eq!(
        sent.body,
        json!([{ "is": "line", "length": 1.5 }, { "is": "arrow", "length": 2.0, "head": "big" }, { "level": 2 }])
    );
    assert!(matches!(
        read.as_slice(),
        [Shape::Arrow(_), Shape::Line(_), Shape::Mark(_), Shape::Unknown(_)]
    ));
    assert_eq!(written(&read), reply);
}

#[test]
fn required_zero_empty_false_and_null_are_sent() {
    use presence::{Pin, PinStyle, Place};
    let pin = Pin::new(
        Place::new(0, 0),
        "",
        PinStyle::new(false),
        SystemTime::UNIX_EPOCH,
        false,
        "s",
        [("", ""); 0],
    )
    .with_id("mine")
    .with_tags([""; 0])
    .with_notes([("", ""); 0]);
    let (sent, read) = exchange(&json!({}), |to| presence::Client::new(to).pins().set(&pin));
    assert_eq!(
        sent.body,
        json!({
            "place": { "x": 0, "y": 0 }, "color": "", "style": { "bold": false }, "owner": null,
            "since": "1970-01-01T00:00:00Z", "visible": false, "secret": "s", "labels": {}, "tags": [], "notes": {},
        })
    );
    // An instant or a boolean that did not come is not 1970 or false, and nothing that did not come is sent back.
    assert_eq!((&read.since, read.visible, &read.owner), (&None, None, &None));
    assert_eq!(written(&read), json!({}));
}

#[test]
fn a_field_that_the_service_sets_is_read_and_never_sent() {
    let reply = json!({ "id": "7", "owner": "o", "place": { "x": 1, "y": 2 }, "labels": { "team": "a" }, "tags": [] });
    let (_, read) = exchange(&reply, |to| {
        presence::Client::new(to)
            .pins()
            .set(&serde_json::from_value(json!({})).unwrap())
    });
    assert_eq!((read.id.as_deref(), read.secret.as_str()), (Some("7"), ""));
    assert_eq!(written(&read), reply);
    let (sent, _) = exchange(&reply, |to| presence::Client::new(to).pins().set(&read));
    let mut without_id = reply.clone();
    without_id.as_object_mut().unwrap().shift_remove("id");
    assert_eq!(sent.body, without_id);
}

#[test]
fn boxed_fields_are_given_and_read_as_others() {
    use boxed::{Card, Gift, Order, OrderNote, ParcelsFindResponse, Place};
    let order = Order::new("1")
        .with_delivery(Place::new("t"))
        .with_note(OrderNote::new().with_text("n"))
        .with_paid(Card::new().with_number("4"))
        .with_earlier(Order::new("0"));
    let reply =
        json!({ "id": "1", "invoice": { "town": "i" }, "received": { "town": "r" }, "delivery": null, "new": 1 });
    let (sent, read) = exchange(&reply, |to| boxed::Client::new(to).orders().place(&order));
    assert_eq!(
        sent.body,
        json!({
            "id": "1", "invoice": null, "delivery": { "town": "t" }, "note": { "text": "n" },
            "paid": { "by": "card", "number": "4" }, "earlier": { "id": "0", "invoice": null },
        })
    );
    assert_eq!(read.invoice.as_ref().map(|place| place.town.as_str()), Some("i"));
    assert_eq!(read.received, Some(Box::new(Place::new("r"))));
    assert_eq!((&read.delivery, read.extra["new"].as_i64()), (&None, Some(1)));
    let gift = json!({ "from": { "town": "f" }, "to": { "town": "t" } });
    let read: ParcelsFindResponse = serde_json::from_value(gift).unwrap();
    assert_eq!(
        read,
        ParcelsFindResponse::Gift(Gift::new().with_from(Place::new("f")).with_to(Place::new("t")))
    );
}

#[test]
fn lists_in_boxes_go_on() {
    let page = json!({ "page": { "orders": [{ "id": "1", "invoice": null }], "next": "/orders?2" } });
    let page: boxed::Orders = serde_json::from_value(page).unwrap();
    assert!(matches!(page.next(), Next::Link(Some("/orders?2"))));
    assert_eq!((page.items().len(), page.into_items().len()), (1, 1));
}

#[test]
fn shared_schemas_that_can_be_null_are_options() {
    use nullable_shared::{Guest, GuestsListOptions, Rank};
    let guest = Guest::new("n").with_rank("first");
    let (sent, ()) = exchange(&Value::Null, |to| nullable_shared::Client::new(to).guests().add(&guest));
    assert_eq!(sent.body, json!({ "name": "n", "home": null, "rank": "first" }));
    let reply = json!([
        { "name": "a", "home": null }, { "name": "b", "home": { "town": "t" }, "stays": [null, {}], "scores": { "x": null, "y": 0.5 } },
    ]);
    let options = GuestsListOptions::new().with_rank(Rank::Second);
    let (sent, read) = exchange(&reply, |to| nullable_shared::Client::new(to).guests().list(options));
    assert!(sent.line.starts_with("GET /openai/guests?rank=second"), "{}", sent.line);
    assert_eq!(read[1].stays.iter().filter(|stay| stay.is_none()).count(), 1);
    assert_eq!(written(&read), reply);
}

#[test]
fn children_have_the_fields_of_the_parent_that_lists_them() {
    use parents::{Car, Engine, Vehicle};
    let car = Vehicle::from(Car::new("P 1").with_doors(3));
    let reply = json!({ "power": 7, "cells": 4 });
    let (sent, read) = exchange(&reply, |to| parents::Client::new(to).vehicles().add(&car));
    assert_eq!(sent.body, json!({ "plate": "P 1", "doors": 3, "wheelKind": "car" }));
    assert!(matches!(&read, Engine::Battery(battery) if (battery.power, battery.cells) == (7, 4)));
    let bike: Vehicle = serde_json::from_value(json!({ "wheelKind": "bike", "plate": "P 2", "bell": true })).unwrap();
    assert!(matches!(bike, Vehicle::Bike(bike) if bike.plate == "P 2" && bike.bell == Some(true)));
}

#[test]
fn a_lone_subtype_keeps_the_tag_as_written_and_unknown_kinds() {
    use parents::{Fish, SmartSalmon};
    let fish = Fish::from(SmartSalmon::new().with_degree("PhD").with_friends([SmartSalmon::new()]));
    let reply = json!({ "kind": "shark", "age": 6, "rival": { "kind": "smart_salmon" } });
    let (sent, read) = exchange(&reply, |to| parents::Client::new(to).fish().add(&fish));
    assert_eq!(
        sent.body,
        json!({ "kind": "smart_salmon", "degree": "PhD", "friends": [{ "kind": "smart_salmon" }] })
    );
    assert!(matches!(&read, Fish::Unknown(fish) if fish["age"] == 6));
    assert_eq!(written(&read), reply);
}

#[test]
fn tagged_unions_written_in_place_are_unions() {
    use tagged_in_place::{Bread, Cake, Drink, Order, OrderExtra, OrderMain, OrderSize, OrdersPlaceResponse};
    let order = Order::new(Bread::new("rye")).with_extras([
        OrderExtra::from(Drink::new().with_hot(true)),
        serde_json::from_value(json!({ "what": "sweet", "layers": 2 })).unwrap(),
    ]);
    let reply = json!([{ "what": "Cake", "layers": 3 }, { "what": "Soup", "hot": true }]);
    let (sent, read) = exchange(&reply, |to| tagged_in_place::Client::new(to).orders().place(&order));
    assert_eq!(
        sent.body,
        json!({
            "main": { "what": "Bread", "grain": "rye" },
            "extras": [{ "what": "liquid", "hot": true }, { "what": "sweet", "layers": 2 }],
        })
    );
    assert!(matches!(
        read.as_slice(),
        [
            OrdersPlaceResponse::Cake(Cake { layers: Some(3), .. }),
            OrdersPlaceResponse::Unknown(_)
        ]
    ));
    assert_eq!(written(&read), reply);
    // The same schema has the tag of the union that it is in.
    assert_eq!(written(&OrderMain::from(Cake::new()))["what"], "Cake");
    assert!(matches!(order.extras[1], OrderExtra::Sweet(_)));
    // A tag that is a number.
    let size: OrderSize = serde_json::from_value(json!({ "code": 2, "litres": 0.5 })).unwrap();
    assert_eq!(written(&size), json!({ "code": 2, "litres": 0.5 }));
    assert!(!matches!(size, OrderSize::Unknown(_)));
}

#[test]
fn alternatives_of_required_fields_leave_the_fields() {
    use alternatives::{Entry, State};
    let entry = Entry::new("t").with_phone("1");
    let reply = json!({ "state": "late", "tries": 2, "owner": { "name": "n", "phone": "p" }, "steps": [{ "name": "s", "took": 3 }] });
    let (sent, read) = exchange(&reply, |to| alternatives::Client::new(to).entries().add(&entry));
    assert_eq!(sent.body, json!({ "title": "t", "phone": "1" }));
    // A property that is said again keeps its type, and has what both say.
    let tries: i64 = read.tries;
    assert_eq!((&read.state, tries), (&Some(State::Late), 2));
    assert_eq!(read.owner.as_ref().and_then(|owner| owner.phone.as_deref()), Some("p"));
    assert_eq!(
        (read.steps[0].name.as_deref(), read.steps[0].took),
        (Some("s"), Some(3))
    );
    assert_eq!(written(&read), reply);
}

#[test]
fn properties_beside_a_union_are_in_each_variant() {
    use alternatives::{Animal, Cat, Place, Species};
    let cat = Animal::from(Cat::new().with_lives(9));
    let reply = json!({ "name": "n", "point": [1.0, 2.0] });
    let (sent, read) = exchange(&reply, |to| alternatives::Client::new(to).animals().add(&cat));
    assert_eq!(sent.body, json!({ "species": "cat", "lives": 9 }));
    assert!(matches!(&cat, Animal::Cat(cat) if cat.species == Species::Cat));
    assert!(matches!(&read, Place::ByPoint(place) if place.name == "n" && place.point == [1.0, 2.0]));
    assert_eq!(written(&read), reply);
}

#[test]
fn values_of_enumerations_are_sent_as_listed_and_kept_as_they_came() {
    use enum_values::{
        Window, WindowGrade, WindowLevel, WindowMixed, WindowMode, WindowRank, WindowRatio, WindowSize, WindowUnit,
        WindowWord, WindowsReadLevel, WindowsReadOptions,
    };
    let window = Window::new(WindowUnit::from("D"))
        .with_level(-3)
        .with_mixed(true)
        .with_mode(WindowMode::Slow)
        .with_switch(false)
        .with_size(WindowSize::Large);
    // What other generators call the values, where it can be read as names.
    let named = (WindowGrade::from("b"), WindowRank::from(0), WindowRank::from(2));
    assert_eq!(named, (WindowGrade::Beta, WindowRank::Zero, WindowRank::Value2));
    let options = WindowsReadOptions::new().with_level(WindowsReadLevel::Value2);
    let reply = json!({
        "unit": "h", "word": "SMALL", "level": 9, "ratio": 1.0, "mixed": "auto", "version": 3, "mode": "fast", "switch": true,
        "size": 4_294_967_296_u64, "mask": u64::MAX,
    });
    let (sent, read) = exchange(&reply, |to| {
        enum_values::Client::new(to).windows().read(&window, options)
    });
    assert!(sent.line.contains("/windows?level=2&"), "{}", sent.line);
    assert_eq!(
        sent.body,
        json!({ "unit": "D", "level": -3, "mixed": true, "switch": false, "mode": "slow", "size": 2 })
    );
    assert_eq!(read.unit, WindowUnit::H);
    assert_ne!(WindowUnit::from("h"), WindowUnit::from("H"));
    assert!(matches!(read.word, Some(WindowWord::Unknown(_))));
    assert!(matches!(&read.level, Some(WindowLevel::Unknown(level)) if *level == 9));
    assert_eq!(
        (&read.ratio, &read.mixed),
        (&Some(WindowRatio::from(1)), &Some(WindowMixed::Auto))
    );
    assert_eq!((read.version, &read.mode), (Some(3), &Some(WindowMode::Fast)));
    assert_eq!(
        (read.size, read.mask),
        (Some(WindowSize::Value4294967296), Some(u64::MAX))
    );
}

#[test]
fn formats_are_sent_as_they_are_written() {
    use formats::{Formats, ValuesSendOptions};
    let noon = Timestamp::from(1_740_830_400);
    let values = Formats::new(Timestamp::from(7))
        .with_token([0xfb, 0xff].as_slice())
        .with_data([0xfb, 0xff].as_slice())
        .with_day(PlainDate::parse("2025-03-01").unwrap())
        .with_clock(PlainTime::parse("12:00:00Z").unwrap())
        .with_length(Duration::from_secs(90))
        .with_seen(noon.clone())
        .with_id(Uuid::parse("123e4567-e89b-12d3-a456-426614174000").unwrap());
    let options = ValuesSendOptions::new()
        .with_day(PlainDate::parse("2025-03-01").unwrap())
        .with_hash([0xfb, 0xff].as_slice())
        .with_hashes([[0xfb].as_slice(), &[1]]);
    let reply = json!({
        "at": 7, "token": "-_8", "day": "2025-03-01", "clock": "12:00", "length": "P1Y", "seen": "Sat, 01 Mar 2025 12:00:00 GMT",
        "id": "{not one}", "data": "+/8=", "small": 1.0, "ratio": 0.1,
    });
    let (sent, read) = exchange(&reply, |to| {
        formats::Client::new(to)
            .values()
            .send(&noon.clone().into(), &values, options)
    });
    assert_eq!(
        sent.line,
        "POST /openai/a?since=2025-03-01T12%3A00%3A00Z&day=2025-03-01&hash=-_8&hashes=%2Bw%3D%3D&hashes=AQ%3D%3D&api-version=v1"
    );
    assert_eq!(
        sent.body,
        json!({
            "at": 7, "token": "-_8", "data": "+/8=", "day": "2025-03-01", "clock": "12:00:00Z", "length": "PT90S",
            "seen": "Sat, 01 Mar 2025 12:00:00 GMT", "id": "123e4567-e89b-12d3-a456-426614174000",
        })
    );
    assert_eq!(read.token.as_deref(), Some(&[0xfb, 0xff][..]));
    assert_eq!(read.seen.clone().map(Timestamp::from), Some(noon));
    assert_eq!(read.length.as_ref().and_then(|length| length.to_duration()), None);
    assert!(read.id.as_ref().is_some_and(|id| !id.is_valid()));
    let mut again = written(&read);
    assert_eq!(again["small"].take(), 1);
    assert_eq!(
        (again["id"].take(), again["length"].take()),
        (json!("{not one}"), json!("P1Y"))
    );
}

#[test]
fn a_field_of_another_json_type_costs_no_other_field() {
    use numbers::Measure;
    let reply = json!({
        "count": 30.0, "total": "18446744073709551615", "ratio": "0.5", "single": [1], "list": [1, null, "2", {}], "text": 5,
    });
    let (_, read) = exchange(&reply, |to| {
        numbers::Client::new(to).measures().add(&Measure::new(1), None)
    });
    assert_eq!((read.count, read.total, read.ratio), (30, Some(u64::MAX), Some(0.5)));
    assert_eq!(
        (read.single, read.list.as_slice(), read.text.as_deref()),
        (None, &[1, 2][..], Some("5"))
    );
    assert_eq!(
        (&read.extra["single"], &read.extra["list"]),
        (&json!([1]), &json!([1, null, "2", {}]))
    );
}

#[test]
fn types_within_themselves_have_a_size_and_an_end() {
    use nested_lists::{A, B, N, P1};
    let row = A::new("x").with_n(N::new());
    let reply = json!({ "T": { "some": { "value": "v" } }, "t": "t" });
    let (sent, read): (_, P1) = exchange(&reply, |to| nested_lists::Client::new(to).rows().send(&row));
    assert_eq!(sent.body, json!({ "b": "x", "n": {} }));
    assert_eq!(written(&read), reply);
    let deep: B = serde_json::from_value(json!({ "d": [{ "b": { "d": "y" } }] })).unwrap();
    assert!(matches!(deep, B::C(_)));
}
