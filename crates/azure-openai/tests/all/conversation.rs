//! Conversations that are kept.

use azure_openai::chat::{Conversation, Encoding, tool};
use azure_openai::inference::{
    ChatCompletionMessage, ChatCompletionMessageRole as Role, ChatCompletionToolCall, ChatCompletionToolCallFunction,
};
use azure_openai::{assistant, system, user};
use azure_openai_emulator::Emulator;
use serde_json::json;

use crate::support::emulated;

fn calling(id: &str) -> ChatCompletionMessage {
    let function = ChatCompletionToolCallFunction::new("clock", r#"{"zone":"CET"}"#);
    ChatCompletionMessage::new(Role::Assistant).with_tool_calls([ChatCompletionToolCall::new(id, function)])
}

/// Two turns, with a call of a tool in each.
fn conversation_with_tools() -> Conversation {
    Conversation::from([
        system("Be brief."),
        user("What time is it?"),
        calling("a"),
        tool("a", "noon"),
        assistant("It is noon."),
        ChatCompletionMessage::new("developer").with_content("In English."),
        user("And now?"),
        calling("b"),
        tool("b", "one"),
        calling("c"),
        tool("c", "one again"),
    ])
}

fn roles(conversation: &Conversation) -> Vec<&str> {
    conversation.into_iter().map(|message| message.role.as_str()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn conversation_grows_is_counted_and_is_restored() {
    let (_emulator, client) = emulated(Emulator::builder()).await;
    let chat = client.deployment("gpt-4o").with_api_version("2025-04-01-preview");
    let mut conversation = Conversation::new();
    for question in ["Why is the sky blue?", "And at sunset?"] {
        conversation.push(user(question));
        let response = chat.chat(&conversation).await.unwrap();
        let sent = response.usage.as_ref().unwrap().prompt_tokens;
        assert_eq!(conversation.tokens(Encoding::O200k), usize::try_from(sent).unwrap());
        conversation.extend(response.choices.first().map(|choice| &choice.message));
    }
    assert_eq!(roles(&conversation), ["user", "assistant", "user", "assistant"]);
    let kept = serde_json::to_string(&conversation).unwrap();
    assert!(
        kept.starts_with(r#"[{"role":"user","content":"Why is the sky blue?"}"#),
        "{kept}"
    );
    assert_eq!(serde_json::from_str::<Conversation>(&kept).unwrap(), conversation);
    let with_tools = conversation_with_tools();
    let restored: Conversation = serde_json::from_value(json!(with_tools)).unwrap();
    assert_eq!(restored, with_tools);
    chat.chat(restored).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn trimming_keeps_instructions_the_question_and_tool_calls_with_their_results() {
    let (_emulator, client) = emulated(Emulator::builder()).await;
    let chat = client.deployment("gpt-4o").with_api_version("2025-04-01-preview");
    let whole = conversation_with_tools().tokens(Encoding::O200k);
    let mut untouched = conversation_with_tools();
    let trimmed = untouched.trim(whole, Encoding::O200k);
    assert!(trimmed.removed.is_empty() && trimmed.tokens == whole && untouched == conversation_with_tools());

    // A token too many costs the whole first turn; it does not begin with a response.
    let mut shorter = conversation_with_tools();
    let trimmed = shorter.trim(whole - 1, Encoding::O200k);
    assert_eq!(trimmed.removed.len(), 4);
    assert_eq!(
        roles(&shorter),
        ["system", "developer", "user", "assistant", "tool", "assistant", "tool"]
    );
    assert_eq!(trimmed.tokens, shorter.tokens(Encoding::O200k));

    let mut shortest = conversation_with_tools();
    let trimmed = shortest.trim(0, Encoding::Cl100k);
    assert_eq!(roles(&shortest), ["system", "developer", "user", "assistant", "tool"]);
    assert_eq!(trimmed.tokens, shortest.tokens(Encoding::Cl100k));
    assert_eq!(shortest.messages()[4].tool_call_id.as_deref(), Some("c"));
    for limit in 0..whole {
        let mut some = conversation_with_tools();
        let trimmed = some.trim(limit, Encoding::O200k);
        assert!(trimmed.tokens <= limit || some.messages().len() == 5, "{limit}");
        assert_eq!(
            trimmed.removed.len() + some.messages().len(),
            conversation_with_tools().messages().len()
        );
    }
    // The service refuses calls without results, and results without calls.
    chat.chat(shorter).await.unwrap();
    chat.chat(shortest).await.unwrap();

    let mut empty = Conversation::new();
    assert_eq!(empty.trim(10, Encoding::O200k).tokens, 3);
    let mut alone = Conversation::from([assistant("Hello!")]);
    assert!(alone.trim(1, Encoding::O200k).removed.is_empty());
}

#[test]
fn encoding_is_that_of_the_model() {
    for (model, expected) in [
        ("gpt-4", Encoding::Cl100k),
        ("gpt-4-turbo", Encoding::Cl100k),
        ("gpt-35-turbo", Encoding::Cl100k),
        ("gpt-4o-mini", Encoding::O200k),
        ("gpt-4.1", Encoding::O200k),
        ("o4-mini", Encoding::O200k),
        ("gpt-5", Encoding::O200k),
    ] {
        assert_eq!(Encoding::of_model(model), expected, "{model}");
    }
}
