//! How a tool loop ends before the model has responded.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use azure_openai::inference::ChatCompletionMessageRole;
use azure_openai::tools::{NoArguments, ToolError, ToolLoopErrorKind, ToolLoopLimit, Tools};
use azure_openai::{ErrorKind, user};
use azure_openai_emulator::{Emulator, Reply};
use serde_json::json;
use tokio::sync::{Barrier, Notify};

use super::{Weather, model, weather};
use crate::support::emulated;

#[tokio::test(flavor = "multi_thread")]
async fn rounds_are_limited() {
    let (_emulator, client) =
        emulated(Emulator::builder().reply_when(|_| Some(Reply::tool_call("weather", json!({"city": "Oslo"}))))).await;
    let tools = weather();
    let call = client.deployment("gpt-4o").chat([user("Hi")]);
    let error = call.run_tools(&tools).with_max_rounds(2).await.unwrap_err();
    assert!(
        error
            .to_string()
            .contains("the model still called weather after 2 rounds of tools"),
        "{error}"
    );
    let ToolLoopErrorKind::Limit {
        limit: ToolLoopLimit::Rounds(2),
        tool_calls,
    } = error.kind
    else {
        panic!("{error:?}");
    };
    assert_eq!((tool_calls.len(), error.messages.len()), (1, 5));
    assert_eq!(error.messages[4].role, ChatCompletionMessageRole::Tool);
}

#[tokio::test(flavor = "multi_thread")]
async fn tokens_and_time_are_limited() {
    let (_emulator, client) =
        emulated(Emulator::builder().reply_when(|_| Some(Reply::tool_call("weather", json!({"city": "Oslo"}))))).await;
    let tools = weather();
    let call = client.deployment("gpt-4o").chat([user("Hi")]);
    let error = call
        .clone()
        .run_tools(&tools)
        .with_max_total_tokens(1)
        .await
        .unwrap_err();
    assert!(
        error.to_string().contains("still called weather after 1 tokens"),
        "{error}"
    );
    assert_eq!(error.messages.len(), 1);

    let tools = Tools::new().with_function("weather", |_: Weather| std::future::pending::<Result<(), ToolError>>());
    let limit = Duration::from_millis(200);
    let error = call.run_tools(&tools).with_time_limit(limit).await.unwrap_err();
    let ToolLoopErrorKind::Limit {
        limit: found,
        tool_calls,
    } = error.kind
    else {
        panic!("{error:?}");
    };
    assert_eq!(
        (found, tool_calls.len(), error.messages.len()),
        (ToolLoopLimit::Time(limit), 1, 1)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn stopped_loop_keeps_its_conversation_and_goes_on() {
    let (emulator, client) = model().await;
    let gate = Arc::new(Barrier::new(2));
    let (begun, runs) = (Arc::new(Notify::new()), Arc::new(AtomicUsize::new(0)));
    let (inside, started, count) = (Arc::clone(&gate), Arc::clone(&begun), Arc::clone(&runs));
    let tools = Tools::new().with_function("weather", move |wanted: Weather| {
        let (inside, started, count) = (Arc::clone(&inside), Arc::clone(&started), Arc::clone(&count));
        async move {
            count.fetch_add(1, Ordering::SeqCst);
            started.notify_one();
            inside.wait().await;
            Ok(wanted.city)
        }
    });
    let mut tool_loop = client.deployment("gpt-4o").chat([user("Oslo")]).run_tools(&tools);
    tokio::select! {
        outcome = tool_loop.run() => panic!("{outcome:?}"),
        () = begun.notified() => {}
    }
    // What is left can be sent as it is.
    assert_eq!(tool_loop.messages().len(), 1);
    client.deployment("gpt-4o").chat(tool_loop.messages()).await.unwrap();
    let sent = emulator.request_counts()["ChatCompletions_Create"];
    let (outcome, _) = tokio::join!(tool_loop.run(), gate.wait());
    let outcome = outcome.unwrap();
    assert_eq!((outcome.response.text(), outcome.messages.len()), ("Oslo", 4));
    assert_eq!(runs.load(Ordering::SeqCst), 1);
    assert_eq!(emulator.request_counts()["ChatCompletions_Create"], sent + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn fatal_errors_keep_the_conversation() {
    let (emulator, client) = model().await;
    let tools = weather();
    let chat = client.deployment("gpt-4o");
    let error = chat.chat([user("Hades")]).run_tools(&tools).await.unwrap_err();
    assert_eq!(error.to_string(), "tool `weather` failed: nobody comes back");
    assert!(matches!(&error.kind, ToolLoopErrorKind::Tool { .. }) && error.messages.len() == 1);
    assert!(ToolError::fatal("x").is_fatal() && !ToolError::new("x").is_fatal());

    let broken = Tools::new().with_function("no name", |_: NoArguments| async { Ok(1) });
    let error = chat.chat([user("Oslo")]).run_tools(&broken).await.unwrap_err();
    assert!(matches!(&error.kind, ToolLoopErrorKind::Request(source) if source.kind() == ErrorKind::InvalidRequest));

    drop(emulator);
    let error = chat.chat([user("Oslo")]).run_tools(&tools).await.unwrap_err();
    let ToolLoopErrorKind::Request(source) = error.kind else {
        panic!("{error:?}");
    };
    assert!(source.status().is_none() && error.messages.len() == 1, "{source:?}");
}
