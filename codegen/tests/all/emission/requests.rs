//! What generated operations send, without sending it.

use azure_openai_core::{
    Credential, ErrorKind, FilePart, Form, Pipeline, PreparedRequest, RequestBuilder, reader::FromResponse,
};
use serde_json::{Value, json};

use super::{
    binary_response, constants, form, formats, json_or_text, many_required, maps, operations, streaming, type_names,
    untagged_union,
};

fn pipeline() -> Pipeline {
    Pipeline::builder()
        .with_endpoint("http://127.0.0.1:1")
        .with_credential(Credential::api_key("k"))
        .with_api_version("v1")
        .build()
        .expect("all that is needed")
}

fn sent<A: FromResponse>(call: RequestBuilder<A>) -> PreparedRequest {
    call.into_request().expect("a request that can be made")
}

/// Method, path and query.
fn line(request: &PreparedRequest) -> String {
    let url = request
        .url()
        .as_str()
        .strip_prefix("http://127.0.0.1:1/openai")
        .expect("below the endpoint");
    format!("{} {url}", request.method())
}

fn body(request: &PreparedRequest) -> Value {
    serde_json::from_slice(request.body().unwrap_or_default()).expect("JSON")
}

#[test]
fn required_parameters_are_arguments_and_optional_ones_options() {
    let things = operations::Client::new(pipeline()).things();
    let ids = ["a".to_owned(), "b&c".to_owned()];
    let bare = sent(things.list(&ids, None));
    assert_eq!(line(&bare), "GET /things?ids=a&ids=b%26c&api-version=v1");
    assert!(bare.headers().get("x-token").is_none());
    let options = operations::ThingsListOptions::new()
        .with_order("desc")
        .with_top(2)
        .with_labels([1, 2])
        .with_x_token("t");
    let full = sent(things.list(&[], options));
    assert_eq!(
        line(&full),
        "GET /things?order=desc&%24top=2&labels=1&labels=2&api-version=v1"
    );
    assert_eq!(full.headers()["x-token"], "t");
}

#[test]
fn path_parameters_are_encoded_and_checked() {
    let client = operations::Client::new(pipeline());
    let thing = operations::Thing::new("i").with_size(3);
    let request = sent(client.things().set(7, "a/b", "because", true, &thing));
    assert_eq!(line(&request), "PUT /things/7/parts/a%2Fb?deep=true");
    assert_eq!(request.headers()["x-reason"], "because");
    assert_eq!(body(&request), json!({ "id": "i", "size": 3 }));
    let request = sent(client.things().remove_thing(-1, "ü"));
    assert_eq!(line(&request), "DELETE /things/-1/parts/%C3%BC");
    assert_eq!(request.operation().id, "removeThing");
    let refused = client.things().remove_thing(1, "..").into_request().unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::InvalidRequest);
}

#[test]
fn an_operation_without_id_and_tag_has_both() {
    let client = operations::Client::new(pipeline());
    let request = sent(client.default().get_nameless_id("x"));
    assert_eq!(line(&request), "GET /nameless/x");
    let ids: Vec<&str> = operations::OPERATIONS.iter().map(|operation| operation.id).collect();
    assert_eq!(
        ids,
        [
            "Things_List",
            "Things_Set",
            "removeThing",
            "getNamelessId",
            "Other_Import"
        ]
    );
    assert_eq!(operations::API_VERSION, "2024-01-01");
}

#[cfg(feature = "emission-birds")]
#[test]
fn operations_behind_features_are_there_where_these_are_on() {
    use super::features::{Bird, Client, Egg, OPERATIONS};
    let client = Client::new(pipeline());
    let sent = [
        sent(client.keepers().list()),
        sent(client.birds().find()),
        sent(client.birds().add(&Bird::new(Egg::new()))),
        sent(client.nests().find()),
        #[cfg(feature = "emission-fish")]
        sent(client.fish().find()),
    ];
    let expected: Vec<&str> = sent.iter().map(|request| request.operation().id).collect();
    let all: Vec<&str> = OPERATIONS.iter().map(|operation| operation.id).collect();
    assert_eq!(all, expected);
}

#[test]
fn bytes_are_sent_as_they_are() {
    let request = sent(operations::Client::new(pipeline()).other().import("{}\n{}"));
    assert_eq!(request.body(), Some(&b"{}\n{}"[..]));
    assert_eq!(request.headers()["content-type"], "application/x-ndjson");
}

#[test]
fn only_what_is_set_is_sent() {
    let tool = constants::Tool::new("n");
    let request = sent(constants::Client::new(pipeline()).tools().add(&tool));
    assert_eq!(
        body(&request),
        json!({ "type": "function", "kind": "the-kind", "name": "n" })
    );
    let input = untagged_union::Input::new(["a", "b"]).with_extra("new_in_server", 1);
    let request = sent(untagged_union::Client::new(pipeline()).values().send(&input));
    assert_eq!(body(&request), json!({ "prompt": ["a", "b"], "new_in_server": 1 }));
    let maps = maps::Maps::new([("k", "v")]);
    let request = sent(maps::Client::new(pipeline()).stores().send(&maps));
    assert_eq!(body(&request), json!({ "labels": { "k": "v" } }));
}

fn field_names(request: &PreparedRequest) -> Vec<&str> {
    request
        .form()
        .map_or_else(Vec::new, |form: &Form| form.field_names().collect())
}

#[test]
fn a_form_sends_what_is_set_and_files_last() {
    let files = form::Client::new(pipeline()).files();
    let part = || FilePart::from_bytes("a.txt", "text");
    let full = form::FilesUploadForm::new(part(), "batch")
        .with_more([part(), part()])
        .with_cover(part())
        .with_tags(["word", "segment"])
        .with_expires_after_seconds(5)
        .with_settings(form::FilesUploadFormSettings::new().with_depth(1))
        .with_labels([("k", "v")])
        .with_strict(true)
        .with_extra("later", "x");
    assert_eq!(
        field_names(&sent(files.upload(full))),
        [
            "purpose",
            "tags[]",
            "tags[]",
            "expires_after.seconds",
            "settings",
            "labels",
            "strict",
            "later",
            "file",
            "more",
            "more",
            "cover",
        ]
    );
}

#[test]
fn a_form_of_what_is_required_sends_only_that() {
    let files = form::Client::new(pipeline()).files();
    let form = form::FilesUploadForm::new(FilePart::from_bytes("a.txt", "text"), "batch");
    assert_eq!(field_names(&sent(files.upload(form))), ["purpose", "file"]);
}

#[test]
fn response_is_chosen_by_the_type() {
    let binary: RequestBuilder<azure_openai_core::Binary> =
        binary_response::Client::new(pipeline()).files().content("f");
    assert_eq!(line(&sent(binary)), "GET /a/f?api-version=v1");
    let audio = json_or_text::Client::new(pipeline()).audio();
    let either: RequestBuilder<azure_openai_core::JsonOrText<json_or_text::Heard>> = audio.get();
    let text: RequestBuilder<azure_openai_core::PlainText> = audio.text();
    assert_eq!(line(&sent(either)), "GET /a?api-version=v1");
    assert_eq!(line(&sent(text)), "GET /b?api-version=v1");
    let none: RequestBuilder<azure_openai_core::NoContent> = many_required::Client::new(pipeline()).many().send(
        "a",
        "b",
        "c",
        "d",
        "e",
        "f",
        "g",
        &many_required::Many::new("a", 1, true, 0.5, ["e"], [("f", 1)], many_required::Part::new("x"), "h"),
    );
    let request = sent(none);
    assert_eq!(line(&request), "POST /a/a/b/c/d/e/f/g?api-version=v1");
    assert_eq!(
        body(&request),
        json!({ "a": "a", "b": 1, "c": true, "d": 0.5, "e": ["e"], "f": { "f": 1 }, "g": { "x": "x" }, "h": "h" })
    );
}

#[test]
fn the_streaming_form_sets_the_switch_itself() {
    let chat = streaming::Client::new(pipeline()).chat();
    let ask = streaming::Ask::new("p");
    assert_eq!(body(&sent(chat.create("i", &ask))), json!({ "prompt": "p" }));
    let streamed = sent(chat.create_stream("i", &ask));
    assert_eq!(body(&streamed), json!({ "prompt": "p", "stream": true }));
    assert_eq!(streamed.headers()["accept"], "text/event-stream");
    assert_eq!(line(&sent(chat.watch())), "GET /b?api-version=v1");
}

#[test]
fn parameters_have_types_of_their_own() {
    let api = formats::Client::new(pipeline()).values();
    let options = formats::ValuesSendOptions::new().with_after(5).with_x_key("hush");
    let since: azure_openai_core::DateTime = serde_json::from_value(json!("2024-01-02T03:04:05Z")).unwrap();
    let value = formats::Formats::new(7).with_data(b"ab".to_vec()).with_key("hush");
    assert!(!format!("{options:?} {value:?}").contains("hush"));
    let request = sent(api.send(&since, &value, options));
    assert_eq!(
        line(&request),
        "POST /a?after=5&since=2024-01-02T03%3A04%3A05Z&api-version=v1"
    );
    assert_eq!(request.headers()["x-key"], "hush");
    assert_eq!(body(&request), json!({ "at": 7, "data": "YWI=", "key": "hush" }));
}

#[test]
fn schemas_named_like_types_of_rust_are_in_nobodys_way() {
    let client = type_names::Client::new(pipeline());
    let request = type_names::OptionModel::new(type_names::StringModel::new("a"))
        .with_self(type_names::OptionModel::new(type_names::StringModel::new("b")));
    let call = client
        .client()
        .call(&request, type_names::ClientCallOptions::new().with_limit(1));
    let prepared = sent(call);
    assert_eq!(line(&prepared), "POST /a?limit=1&api-version=v1");
    assert_eq!(
        body(&prepared),
        json!({ "string": { "a": "a" }, "self": { "string": { "a": "b" } } })
    );
}
