//! Media types of bodies, bodies that may be left out, forms and bytes.

use azure_openai_core::FilePart;

use super::server::Server;
use crate::emission::wire_bodies::*;

#[tokio::test]
async fn the_declared_media_type_is_sent() {
    let note = Note::new().with_text("t");
    let server = Server::json(r#"{"text": "u"}"#).await;
    let changed = Client::new(server.pipeline()).notes().change("1", &note).await.unwrap();
    assert_eq!(changed.text.as_deref(), Some("u"));
    let request = server.request().await;
    assert_eq!(request.line(), "PATCH /base/notes/1");
    assert_eq!(request.header("content-type"), Some("application/merge-patch+json"));
    assert_eq!(request.body, r#"{"text":"t"}"#);
}

#[tokio::test]
async fn an_optional_body_can_be_left_out() {
    let server = Server::json("{}").await;
    Client::new(server.pipeline())
        .notes()
        .replace("1", Some(&Note::new()))
        .await
        .unwrap();
    let request = server.request().await;
    assert_eq!(request.header("content-type"), Some("application/json; charset=utf-8"));
    assert_eq!(request.body, "{}");
    let server = Server::json("{}").await;
    Client::new(server.pipeline()).notes().replace("1", None).await.unwrap();
    let request = server.request().await;
    assert_eq!((request.header("content-type"), request.body.as_str()), (None, ""));
}

#[tokio::test]
async fn one_of_several_media_types_can_be_chosen() {
    let server = Server::empty().await;
    Client::new(server.pipeline())
        .scans()
        .read(&Scan::new("u"))
        .await
        .unwrap();
    let request = server.request().await;
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(request.body, r#"{"url":"u"}"#);
    let server = Server::empty().await;
    Client::new(server.pipeline())
        .scans()
        .read_bytes("%PDF", "application/pdf")
        .await
        .unwrap();
    let request = server.request().await;
    assert_eq!(request.header("content-type"), Some("application/pdf"));
    assert_eq!(request.body, "%PDF");
}

#[tokio::test]
async fn a_form_has_lists_of_files() {
    let server = Server::empty().await;
    let picture = |name: &str| FilePart::from_bytes(name.to_owned(), name.to_owned());
    let form = PicturesAddForm::new([picture("a.png"), picture("b.png")]).with_title("t");
    Client::new(server.pipeline()).pictures().add(form).await.unwrap();
    let request = server.request().await;
    assert!(
        request
            .header("content-type")
            .is_some_and(|kind| kind.starts_with("multipart/form-data; boundary="))
    );
    for part in [
        r#"name="title""#,
        r#"name="pictures"; filename="a.png""#,
        r#"name="pictures"; filename="b.png""#,
    ] {
        assert!(request.body.contains(part), "{part} in {}", request.body);
    }
}

#[tokio::test]
async fn a_urlencoded_form_is_typed() {
    let server = Server::empty().await;
    let form = LoginsMakeForm::new("a&b").with_scopes(["x", "y z"]);
    Client::new(server.pipeline()).logins().make(form).await.unwrap();
    let request = server.request().await;
    assert_eq!(
        request.header("content-type"),
        Some("application/x-www-form-urlencoded")
    );
    assert_eq!(request.body, "user+name=a%26b&scopes=x&scopes=y+z");
}

#[tokio::test]
async fn bytes_are_sent_as_they_are() {
    let server = Server::empty().await;
    Client::new(server.pipeline()).raw().put("\0bytes").await.unwrap();
    let request = server.request().await;
    assert_eq!(request.header("content-type"), Some("application/octet-stream"));
    assert_eq!(request.body, "\0bytes");
}

#[tokio::test]
async fn optional_bytes_and_forms_can_be_left_out() {
    for (mark, expected) in [(None, (None, "")), (Some("m"), (Some("application/octet-stream"), "m"))] {
        let server = Server::empty().await;
        let mark = mark.map(azure_openai_core::Bytes::from);
        Client::new(server.pipeline()).raw().mark(mark).await.unwrap();
        let request = server.request().await;
        assert_eq!((request.header("content-type"), request.body.as_str()), expected);
    }
    let form = LoginsSearchForm::new().with_words("a b");
    let kind = Some("application/x-www-form-urlencoded");
    for (form, expected) in [(None, (None, "")), (Some(form), (kind, "words=a+b"))] {
        let server = Server::empty().await;
        Client::new(server.pipeline()).logins().search(form).await.unwrap();
        let request = server.request().await;
        assert_eq!((request.header("content-type"), request.body.as_str()), expected);
    }
}

#[tokio::test]
async fn lists_of_swagger_can_have_tabs_between_their_items() {
    let server = Server::empty().await;
    let columns = ["a b".to_owned(), "c".to_owned()];
    Client::new(server.pipeline()).raw().rows(&columns).await.unwrap();
    assert_eq!(server.request().await.line(), "GET /base/rows?columns=a%20b%09c");
}
