//! Stored chat completions.

use azure_openai_core::Json;
use azure_openai_core::RequestBuilder;
use azure_openai_core::paging::Items;

use azure_openai_authoring::{
    self as authoring, StoredCompletionDelete, StoredCompletionGetMessagesOptions, StoredCompletionList,
    StoredCompletionListOptions, StoredCompletionMessages, StoredCompletionResponse,
};

use crate::client::Client;

/// Stored chat completions: see [`Client::stored_completions`](crate::Client::stored_completions).
#[derive(Clone, Debug)]
pub struct StoredCompletions {
    client: authoring::Client,
}

impl Client {
    /// Chat completions that were sent with `store: true`.
    pub fn stored_completions(&self) -> StoredCompletions {
        StoredCompletions::new(self.authoring.clone())
    }
}

impl StoredCompletions {
    pub(crate) fn new(client: authoring::Client) -> Self {
        Self { client }
    }

    /// All of them, or those that the options choose. Their `limit` is the size of a page. `StoredCompletion_List`.
    pub fn list(&self, options: impl Into<Option<StoredCompletionListOptions>>) -> Items<StoredCompletionList> {
        self.client.stored_completion().list(options).items()
    }

    /// One of them. `StoredCompletion_Get`.
    pub fn get(&self, id: impl AsRef<str>) -> RequestBuilder<Json<StoredCompletionResponse>> {
        self.client.stored_completion().get(id)
    }

    /// The messages that one of them was asked with. `StoredCompletion_GetMessages`.
    pub fn messages(
        &self,
        id: impl AsRef<str>,
        options: impl Into<Option<StoredCompletionGetMessagesOptions>>,
    ) -> Items<StoredCompletionMessages> {
        self.client.stored_completion().get_messages(id, options).items()
    }

    /// Deletes one of them. `StoredCompletion_Delete`.
    pub fn delete(&self, id: impl AsRef<str>) -> RequestBuilder<Json<StoredCompletionDelete>> {
        self.client.stored_completion().delete(id)
    }
}
