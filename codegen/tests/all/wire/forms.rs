//! Fields of forms in the styles that the document gives them, and parts with content types.

use std::collections::BTreeMap;

use azure_openai_core::FilePart;

use super::server::Server;
use crate::emission::wire_forms::*;

/// The pairs of a urlencoded body, decoded.
fn pairs(body: &str) -> Vec<String> {
    let decoded = |text: &str| {
        let bytes = text.replace('+', " ");
        percent_encoding::percent_decode_str(&bytes)
            .decode_utf8_lossy()
            .into_owned()
    };
    let mut pairs: Vec<String> = body.split('&').map(decoded).collect();
    pairs.sort();
    pairs
}

fn card() -> Card {
    Card::new("42").with_owner(CardOwner::new().with_name("A & B"))
}

#[tokio::test]
async fn fields_of_urlencoded_forms_have_the_style_of_their_encoding() {
    let server = Server::empty().await;
    let form = Charge::new(5)
        .with_card(card())
        .with_lines([Card::new("1"), Card::new("2")])
        .with_shipping(Card::new("3"))
        .with_metadata(BTreeMap::from([("k", "v")]))
        .with_range(ChargeRange::new().with_gt(1).with_lt(9))
        .with_tags(["a", "b"])
        .with_words(["c", "d"])
        .with_pipes(["e", "f"])
        .with_ids([1, 2]);
    Client::new(server.pipeline()).charges().make(form).await.unwrap();
    let mut expected = [
        "amount=5",
        "card[number]=42",
        "card[owner][name]=A & B",
        "lines[0][number]=1",
        "lines[1][number]=2",
        "shipping[number]=3",
        "metadata[k]=v",
        "gt=1",
        "lt=9",
        "tags=a,b",
        "words=c d",
        "pipes=e|f",
        "ids=[1,2]",
    ];
    expected.sort_unstable();
    assert_eq!(pairs(&server.request().await.body), expected);
}

#[tokio::test]
async fn the_same_schema_is_encoded_plainly_where_nothing_is_said() {
    let server = Server::empty().await;
    let form = ChargeForm::new(5).with_card(Card::new("42")).with_tags(["a", "b"]);
    Client::new(server.pipeline()).charges().plain(form).await.unwrap();
    assert_eq!(
        pairs(&server.request().await.body),
        ["amount=5", r#"card={"number":"42"}"#, "tags=a", "tags=b"]
    );
}

#[tokio::test]
async fn parts_have_the_content_type_of_their_encoding() {
    let server = Server::empty().await;
    let form = PartsSendForm::new(FilePart::from_bytes("i.bin", "x"))
        .with_other(FilePart::from_bytes("o.jpg", "y").with_content_type("image/jpeg"))
        .with_notes("# n")
        .with_card(Card::new("42"))
        .with_plain("p");
    Client::new(server.pipeline()).parts().send(form).await.unwrap();
    let body = server.request().await.body;
    let kind_of = |name: &str| {
        let part = body.split("--").find(|part| part.contains(&format!("name=\"{name}\"")));
        let headers = part.unwrap_or_default().split("\r\n\r\n").next().unwrap_or_default();
        let kind = headers.lines().find_map(|line| line.strip_prefix("Content-Type: "));
        kind.map(str::to_owned)
    };
    for (name, expected) in [
        ("image", Some("image/png")),
        ("other", Some("image/jpeg")),
        ("notes", Some("text/markdown")),
        ("card", Some("application/json")),
        ("plain", None),
    ] {
        assert_eq!(kind_of(name).as_deref(), expected, "{name} in {body}");
    }
}
