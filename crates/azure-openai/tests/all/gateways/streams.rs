//! Streams that differ from those of the service.

use azure_openai::inference::CreateChatCompletionResponse;
use azure_openai::{Error, ErrorKind};

use super::once;
use crate::server::reply;

async fn collect(body: &str) -> Result<CreateChatCompletionResponse, Error> {
    let (_server, chat) = once(reply(200, &[("content-type", "text/event-stream")], body)).await;
    chat.chat("Hi").stream().await?.into_value().collect_response().await
}

#[tokio::test]
async fn stream_of_any_gateway_has_its_text() {
    let chunk = |text: &str| format!(r#"{{"id":"c","choices":[{{"index":0,"delta":{{"content":"{text}"}}}}]}}"#);
    let (first, last) = (
        chunk("H"),
        r#"{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"#,
    );
    let second = chunk("i");
    let events =
        |between: &str, end: &str| format!("data: {first}\n\n{between}data: {second}\n\ndata: {last}\n\n{end}");
    let done = "data: [DONE]\n\n";
    for body in [
        events("", done),
        events("", ""),
        events("", "data: [DONE]"),
        events("", "data:[DONE]  \n\ndata: [DONE]\n\n"),
        events("", "data: [DONE]\n\ndata: {\"choices\":[]}\n\n"),
        events("", done).replace('\n', "\r\n"),
        events("", done).replace('\n', "\r"),
        format!("\u{feff}{}", events("", done)),
        events("", done).replace("data: ", "data:"),
        events("event: message\nid: 7\nretry: 10\n\n", done),
        events(": ping\n\n", done),
        events("data: {\"choices\":[]}\n\n", done),
        events("data: {\"choices\":null}\n\n", done),
        events("data: {\"choices\":[{\"index\":0}]}\n\n", done),
        events(
            "data: {\"choices\":[{\"index\":0,\"delta\":null,\"finish_reason\":null}]}\n\n",
            done,
        ),
        events(
            "data: {\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":null}}]}\n\n",
            done,
        ),
        events(
            "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},\"logprobs\":[]}]}\n\n",
            done,
        ),
        events(
            "data: {\"choices\":[{\"finish_reason\":null,\"index\":0,\"content_filter_results\":{},\"content_filter_offsets\":{\"check_offset\":1}}]}\n\n",
            done,
        ),
        events("data: {\"choices\":[],\"usage\":{\"total_tokens\":\"2\"}}\n\n", done),
        events(
            "data: {\"object\":\"\",\"created\":0,\"model\":\"\",\"choices\":[],\"prompt_filter_results\":[]}\n\n",
            done,
        ),
        events("data:\n\n", done),
        events("data: \n\n", done),
        format!("data: {first}\ndata:\n\ndata: {second}\n\ndata: {last}\n\n{done}"),
    ] {
        let response = collect(&body).await.unwrap_or_else(|error| panic!("{body}: {error:?}"));
        assert_eq!(response.text(), "Hi", "{body}");
    }
}

#[tokio::test]
async fn error_within_a_stream_is_never_its_end() {
    let start = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"H\"}}]}\n\n";
    for end in [
        "data: {\"error\":{\"code\":\"500\",\"message\":\"x\"}}\n\n",
        "data: {\"error\":\"overloaded\"}\n\n",
        "event: error\ndata: overloaded\n\n",
        "event: error\ndata: {\"message\":\"x\"}\n\n",
        "data: {\"object\":\"error\",\"message\":\"x\",\"code\":40303}\n\n",
        "data: {\"detail\":\"x\"}\n\n",
        "{\"error\":{\"message\":\"x\"}}\n\n",
        "error: {\"message\":\"x\"}\n\n",
        "data: <html>502</html>\n\n",
        "data: {\"choices\":[{\"index\":0,\"delta\"\n\n",
        "",
    ] {
        for done in ["", "data: [DONE]\n\n"] {
            // With `[DONE]` and no error the stream is whole.
            if end.is_empty() && !done.is_empty() {
                continue;
            }
            let error = match collect(&[start, end, done].concat()).await {
                Ok(_) => panic!("{end:?} {done:?} is a success"),
                Err(error) => error,
            };
            assert!(
                matches!(
                    error.kind(),
                    ErrorKind::Stream | ErrorKind::Decode | ErrorKind::Truncated
                ),
                "{end}: {error:?}"
            );
        }
    }
}
