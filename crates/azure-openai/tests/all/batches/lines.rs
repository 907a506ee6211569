//! Input files.

use azure_openai::batches::BatchLines;
use azure_openai::{ErrorKind, Value};
use serde_json::json;

use super::request;

#[test]
fn lines_have_the_format_of_the_service() {
    let mut lines = BatchLines::chat("gpt-4o-batch").unwrap();
    lines.push("one", &request("Hi\nthere")).unwrap();
    let other = serde_json::from_value(json!({"model": "other", "messages": []})).unwrap();
    lines.push("two", &other).unwrap();
    let path = lines.finish().unwrap().to_owned();
    let text = std::fs::read_to_string(&path).unwrap();
    let read: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(text.ends_with('\n') && read.len() == 2);
    assert_eq!(text.len() as u64, lines.bytes());
    assert_eq!(
        read[0],
        json!({"custom_id": "one", "method": "POST", "url": "/chat/completions",
            "body": {"messages": [{"role": "user", "content": "Hi\nthere"}], "model": "gpt-4o-batch"}})
    );
    assert_eq!(read[1]["body"]["model"], "other");
    assert_eq!(lines.ids(), ["one", "two"]);
    drop(lines);
    assert!(!path.exists());
}

#[test]
fn invalid_line_is_refused_and_not_added() {
    let mut lines = BatchLines::<Value>::new("/chat/completions", "d").unwrap();
    assert!(lines.finish().unwrap_err().to_string().contains("no requests"));
    lines.push("one", &json!({})).unwrap();
    let bytes = lines.bytes();
    let streamed = json!({"stream": true});
    for (id, body, phrase) in [
        ("one", &json!({}), "custom id `one`"),
        ("", &json!({}), "custom id is empty"),
        ("two", &json!([]), "JSON object"),
        ("two", &streamed, "cannot be streamed"),
    ] {
        let error = lines.push(id, body).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(error.to_string().contains(phrase), "{error}");
    }
    assert_eq!((lines.len(), lines.bytes()), (1, bytes));
    for number in 1..BatchLines::MAX_REQUESTS {
        lines.push(number.to_string(), &json!({})).unwrap();
    }
    let error = lines.push("one too many", &json!({})).unwrap_err();
    assert!(
        error.to_string().contains("batch is full, with 100000 requests"),
        "{error}"
    );
    assert_eq!(lines.len(), BatchLines::MAX_REQUESTS);
}
