//! Requests with only the required fields.

use super::assert_sends;
use azure_openai_authoring::{self as authoring, BaseConnection, IngestionJob, JobCompute};
use azure_openai_inference::{
    self as inference, ChatCompletionMessage, CreateChatCompletionRequest, CreateCompletionRequest,
    CreateEmbeddingRequest,
};
use serde_json::json;

#[test]
fn inference_requests_send_only_what_is_required() {
    assert_sends(
        &CreateChatCompletionRequest::new(Vec::<ChatCompletionMessage>::new()),
        json!({"messages": []}),
    );
    assert_sends(&ChatCompletionMessage::new("user"), json!({"role": "user"}));
    assert_sends(&CreateCompletionRequest::new("p"), json!({"prompt": "p"}));
    assert_sends(&CreateEmbeddingRequest::new("t"), json!({"input": "t"}));
    assert_sends(&inference::CreateImageRequest::new("p"), json!({"prompt": "p"}));
    assert_sends(
        &inference::CreateSpeechRequest::new("tts-1", "t", "nova"),
        json!({"model": "tts-1", "input": "t", "voice": "nova"}),
    );
    assert_sends(
        &inference::ChatCompletionTool::new(inference::FunctionDefinition::new("f")),
        json!({"type": "function", "function": {"name": "f"}}),
    );
    assert_sends(
        &inference::ChatCompletionTextPart::new("t"),
        json!({"type": "text", "text": "t"}),
    );
    assert_sends(
        &inference::ChatCompletionImagePart::new(inference::ChatCompletionImageUrl::new("u")),
        json!({"type": "image_url", "image_url": {"url": "u"}}),
    );
    assert_sends(&inference::ChatCompletionResponseFormat::new(), json!({}));
    assert_sends(&inference::ChatCompletionStreamOptions::new(), json!({}));
    assert_sends(
        &inference::ChatCompletionToolCall::new("c", inference::ChatCompletionToolCallFunction::new("f", "{}")),
        json!({"id": "c", "type": "function", "function": {"name": "f", "arguments": "{}"}}),
    );
}

#[test]
fn authoring_requests_send_only_what_is_required() {
    assert_sends(
        &authoring::BatchCreateRequest::new("f", "/chat/completions", "24h"),
        json!({"input_file_id": "f", "endpoint": "/chat/completions", "completion_window": "24h"}),
    );
    assert_sends(
        &authoring::FileImport::new("batch", "f", "u"),
        json!({"purpose": "batch", "filename": "f", "content_url": "u"}),
    );
    assert_sends(&authoring::FileExpiresAfter::new(), json!({}));
    assert_sends(
        &authoring::FineTuningJobCreation::new("m", "f"),
        json!({"model": "m", "training_file": "f"}),
    );
    assert_sends(&authoring::FineTuningHyperParameters::new(), json!({}));
    assert_sends(
        &authoring::DpoMethodRequest::new(authoring::DpoMethodConfigRequest::new()),
        json!({"type": "dpo", "dpo": {}}),
    );
    assert_sends(
        &authoring::SupervisedMethodRequest::new(),
        json!({"type": "supervised"}),
    );
    assert_sends(
        &authoring::WandBIntegrationRequestWrapper::new(authoring::WandBIntegrationRequest::new("p")),
        json!({"type": "wandb", "wandb": {"project": "p"}}),
    );
    assert_sends(&authoring::UpdateStoredCompletionRequest::new(), json!({}));
    assert_sends(
        &authoring::UploadFileStartBody::new("batch", "f", 0, "text/plain"),
        json!({"purpose": "batch", "filename": "f", "bytes": 0, "mime_type": "text/plain"}),
    );
    assert_sends(
        &authoring::UploadFileCompleteBody::new(Vec::<String>::new()),
        json!({"part_ids": []}),
    );
}

#[test]
fn ingestion_requests_send_only_what_is_required_and_their_tag() {
    let connection = || BaseConnection::from(authoring::DeploymentConnection::new());
    assert_sends(&connection(), json!({"kind": "RelativeConnection"}));
    assert_sends(
        &authoring::EndpointMiConnection::new("e"),
        json!({"kind": "EndpointWithManagedIdentity", "endpoint": "e"}),
    );
    assert_sends(
        &authoring::WorkspaceConnection::new("c"),
        json!({"kind": "WorkspaceConnection", "connectionId": "c"}),
    );
    assert_sends(
        &IngestionJob::from(authoring::IngestionJobSystemCompute::new()),
        json!({"kind": "SystemCompute"}),
    );
    assert_sends(
        &IngestionJob::from(authoring::IngestionJobUserCompute::new("w")),
        json!({"kind": "UserCompute", "workspaceId": "w"}),
    );
    assert_sends(
        &JobCompute::from(authoring::ServerlessCompute::new()),
        json!({"kind": "ServerlessCompute"}),
    );
    assert_sends(
        &authoring::CustomCompute::new("c"),
        json!({"kind": "CustomCompute", "computeId": "c"}),
    );
    assert_sends(
        &authoring::AzureAiSearchIndex::new("c"),
        json!({"kind": "AzureAISearch", "connectionId": "c"}),
    );
    assert_sends(
        &authoring::CosmosDbIndex::new("c"),
        json!({"kind": "CosmosDB", "connectionId": "c"}),
    );
    assert_sends(
        &authoring::PineconeIndex::new("c"),
        json!({"kind": "Pinecone", "connectionId": "c"}),
    );
    let none: [authoring::GenericEmbeddingSettings; 0] = [];
    assert_sends(
        &authoring::SystemComputeStorage::new(connection(), "n", none),
        json!({"kind": "Storage", "connection": {"kind": "RelativeConnection"}, "containerName": "n", "embeddings": []}),
    );
    let none: [authoring::WorkspaceConnectionEmbeddingSettings; 0] = [];
    assert_sends(
        &authoring::UserComputeUrl::new(["u"], none),
        json!({"kind": "Urls", "urls": ["u"], "embeddings": []}),
    );
    assert_sends(
        &authoring::UserComputeDataset::new("d", "t"),
        json!({"kind": "Dataset", "datasetId": "d", "datasetType": "t"}),
    );
    assert_sends(&authoring::CrawlingSettings::new(), json!({}));
}
