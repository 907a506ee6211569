//! Stored chat completions.

use azure_openai_authoring::{
    self as authoring, StoredCompletionDelete, StoredCompletionGetMessagesOptions, StoredCompletionList,
    StoredCompletionListOptions, StoredCompletionMessages, StoredCompletionResponse,
};
use azure_openai_core::paging::Items;
use azure_openai_core::{Json, RequestBuilder};

use crate::client::Client;

impl Client {
    /// Returns the operations on chat completions that were sent with
    /// [`with_store`](crate::chat::ChatRequest::with_store), which needs an api-version from 2024-12-01-preview on.
    pub fn stored_completions(&self) -> StoredCompletions {
        StoredCompletions {
            client: self.authoring.clone(),
        }
    }
}

/// Stored chat completions, from [`Client::stored_completions`](crate::Client::stored_completions).
#[derive(Clone, Debug)]
pub struct StoredCompletions {
    client: authoring::Client,
}

impl StoredCompletions {
    /// Lists all stored completions. `StoredCompletion_List`.
    pub fn list(&self) -> Items<StoredCompletionList> {
        self.list_with(StoredCompletionListOptions::new())
    }

    /// Lists the stored completions that the options choose. Their `limit` is the size of a page.
    /// `StoredCompletion_List`.
    pub fn list_with(&self, options: StoredCompletionListOptions) -> Items<StoredCompletionList> {
        self.client.stored_completion().list(options).items()
    }

    /// Gets a stored completion. `StoredCompletion_Get`.
    pub fn get(&self, id: impl AsRef<str>) -> RequestBuilder<Json<StoredCompletionResponse>> {
        self.client.stored_completion().get(id)
    }

    /// Lists the messages of a stored completion's request. `StoredCompletion_GetMessages`.
    pub fn messages(&self, id: impl AsRef<str>) -> Items<StoredCompletionMessages> {
        self.messages_with(id, StoredCompletionGetMessagesOptions::new())
    }

    /// Lists the messages that the options choose. Their `limit` is the size of a page. `StoredCompletion_GetMessages`.
    pub fn messages_with(
        &self,
        id: impl AsRef<str>,
        options: StoredCompletionGetMessagesOptions,
    ) -> Items<StoredCompletionMessages> {
        self.client.stored_completion().get_messages(id, options).items()
    }

    /// Deletes a stored completion. `StoredCompletion_Delete`.
    pub fn delete(&self, id: impl AsRef<str>) -> RequestBuilder<Json<StoredCompletionDelete>> {
        self.client.stored_completion().delete(id)
    }
}
