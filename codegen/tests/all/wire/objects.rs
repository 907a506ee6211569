//! Objects: presence, unions in every place, and parts of `allOf` that are unions.

use azure_openai_core::DateTime;
use serde_json::{Value, json};

use super::server::Server;
use crate::emission::wire_objects::*;

fn value(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[tokio::test]
async fn required_field_is_sent_whatever_its_value() {
    let body = r#"{"id": "7", "weight": 0, "fragile": false, "tags": [], "labels": {}, "sent_at": "1970-01-01T00:00:00Z",
        "note": null, "owner": {"name": "", "checked": true}, "parts": ["a", null]}"#;
    let server = Server::json(body).await;
    let instant: DateTime = serde_json::from_value(json!("1970-01-01T00:00:00Z")).unwrap();
    let parcel = Parcel::new(0, false, Vec::<String>::new(), Vec::<(String, i64)>::new(), instant)
        .with_id("ignored")
        .with_history(Vec::<String>::new());
    let parcels = Client::new(server.pipeline()).parcels();
    let came = parcels.send(&parcel).await.unwrap().into_value();
    assert_eq!(
        value(&server.request().await.body),
        json!({
            "weight": 0, "fragile": false, "tags": [], "labels": {}, "sent_at": "1970-01-01T00:00:00Z",
            "note": null, "owner": null, "parts": null, "history": [],
        })
    );
    assert_eq!((came.id.as_deref(), came.fragile), (Some("7"), Some(false)));
    assert_eq!(came.parts, Some(vec![Some("a".to_owned()), None]));
    // What came goes back, but for what only the service sets.
    let server = Server::json(body).await;
    Client::new(server.pipeline()).parcels().send(&came).await.unwrap();
    let mut expected = value(body);
    expected.as_object_mut().unwrap().shift_remove("id");
    expected["owner"].as_object_mut().unwrap().shift_remove("checked");
    assert_eq!(value(&server.request().await.body), expected);
}

#[tokio::test]
async fn a_required_instant_or_boolean_that_did_not_come_is_none() {
    let server = Server::json(r#"{"weight": 3}"#).await;
    let instant: DateTime = serde_json::from_value(json!("2000-01-01T00:00:00Z")).unwrap();
    let parcel = Parcel::new(1, true, ["a"], [("b", 2)], instant).with_note("n");
    let came = Client::new(server.pipeline()).parcels().send(&parcel).await.unwrap();
    let came = came.value();
    assert_eq!((came.fragile, &came.sent_at, &came.owner), (None, &None, &None));
    assert_eq!(serde_json::to_value(came).unwrap(), json!({ "weight": 3 }));
}

#[tokio::test]
async fn unions_are_told_apart_in_lists_maps_and_lists_of_lists() {
    let body = r#"{
        "list": [{"version": 2, "name": "b"}, {"version": 1}, {"version": "x"}, {"name": "none"}],
        "map": {"a": 1, "b": "1", "c": [true], "d": {"odd": null}},
        "deep": [[], ["w", {"version": 1}]]
    }"#;
    let server = Server::json(body).await;
    let events = Client::new(server.pipeline()).events();
    let batch = events
        .add(&Second::new().with_name("b").into())
        .await
        .unwrap()
        .into_value();
    assert_eq!(
        value(&server.request().await.body),
        json!({ "version": 2, "name": "b" })
    );
    assert!(
        matches!(
            batch.list.as_slice(),
            [Event::Second(_), Event::First(_), Event::Other(_), Event::Unknown(_)]
        ),
        "{batch:?}"
    );
    assert_eq!(batch.map["a"], BatchMap::Integer(1));
    assert_eq!(batch.map["b"], BatchMap::String("1".to_owned()));
    assert_eq!(batch.map["c"], BatchMap::BooleanList(vec![true]));
    assert!(matches!(batch.map["d"], BatchMap::Unknown(_)));
    assert!(matches!(
        batch.deep[1].as_slice(),
        [BatchDeep::String(_), BatchDeep::First(_)]
    ));
    assert_eq!(serde_json::to_value(&batch).unwrap(), value(body));
}

#[tokio::test]
async fn tags_are_what_the_mapping_says_whatever_their_property_is_declared_as() {
    for (sent, tag) in [
        (Crate::from(WoodenCrate::new().with_nails(3)), "wood"),
        (Crate::from(Pallet::new().with_inside(Bag::new())), "flat"),
        (Crate::from(PalletEven::new()), "even"),
        (Crate::from(Bag::new()), "Bag"),
    ] {
        let server = Server::json(r#"{"kind": "even", "inside": {"kind": "steel", "x": [1]}}"#).await;
        let came = Client::new(server.pipeline())
            .crates()
            .set(&sent)
            .await
            .unwrap()
            .into_value();
        assert_eq!(value(&server.request().await.body)["kind"], tag);
        let Crate::Even(pallet) = came else { panic!("{came:?}") };
        assert!(matches!(pallet.inside.as_deref(), Some(Crate::Unknown(whole)) if whole["x"] == json!([1])));
    }
}

#[tokio::test]
async fn two_unions_are_what_both_allow() {
    let server = Server::json(r#"{"name": "n", "stop": "a", "scope": {"floor": 2, "hours": 8}}"#).await;
    let scope: RuleScope = RuleScopeRoomDays::new("r", 1).into();
    let rule = Rule::new("n").with_stop(["a", "b"]).with_scope(scope);
    let came = Client::new(server.pipeline())
        .rules()
        .set(&rule)
        .await
        .unwrap()
        .into_value();
    assert_eq!(
        value(&server.request().await.body),
        json!({ "name": "n", "stop": ["a", "b"], "scope": { "room": "r", "days": 1 } })
    );
    assert_eq!(came.stop, Some("a".into()));
    assert!(
        matches!(&came.scope, Some(RuleScope::FloorHours(both)) if (both.floor, both.hours) == (2, 8)),
        "{came:?}"
    );
}
