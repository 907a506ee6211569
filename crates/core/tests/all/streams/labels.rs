//! Content types of streams.

use azure_openai_core::ErrorKind;

use super::{A, LABELS, read};

#[tokio::test]
async fn events_are_read_under_any_content_type() {
    let end = "\n\ndata: {\"choices\":[{\"index\":0,\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
    for label in LABELS {
        for start in [
            "",
            "\u{feff}",
            "\r\n\n",
            ": hello\n\n",
            "event: delta\n",
            "id: 7\nretry: 10\n",
        ] {
            let (text, error) = read(label, format!("{start}{A}{end}").as_bytes()).await;
            assert!(error.is_none(), "{label} {start:?}: {error:?}");
            assert_eq!(text, "ü");
        }
    }
}

#[tokio::test]
async fn whole_response_is_a_stream_of_that_response() {
    let response = r#"{"choices":[{"index":0,"text":"ü","finish_reason":"stop"}],"message":null}"#;
    for label in LABELS {
        for start in ["", "\u{feff}", " \r\n\t"] {
            let (text, error) = read(label, format!("{start}{response}\n").as_bytes()).await;
            assert!(error.is_none(), "{label} {start:?}: {error:?}");
            assert_eq!(text, "ü");
        }
        for end in 1..response.len() {
            let Some(part) = response.get(..end) else { continue };
            let (text, error) = read(label, part.as_bytes()).await;
            assert!(text.is_empty() && error.unwrap().is_truncated(), "{label} {part}");
        }
        for other in ["{}", r#"{"items":[]}"#, "[]", "[1]"] {
            let error = read(label, other.as_bytes()).await.1.unwrap();
            assert_eq!((error.kind(), error.body_start()), (ErrorKind::Decode, Some(other)));
        }
    }
}
