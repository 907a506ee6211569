//! A stored completion: found by its id, described.

use std::sync::Arc;

use serde_json::{Map, Value};

use crate::call::Call;
use crate::state::State;
use crate::state::stored::StoredCompletion;
use crate::wire::ServiceError;

pub(super) fn find(state: &State, call: &Call) -> Result<Arc<StoredCompletion>, ServiceError> {
    let id = call.parameter("stored-completion-id");
    state.stored.get(id).ok_or_else(|| unknown(id))
}

pub(super) fn unknown(id: &str) -> ServiceError {
    ServiceError::not_found(format!("The stored completion '{id}' cannot be found."))
}

/// A stored completion as the document describes it.
pub(super) fn describe(stored: &StoredCompletion) -> Value {
    let mut fields = Map::new();
    fields.insert("id".to_owned(), stored.id.clone().into());
    fields.insert("created".to_owned(), stored.created.into());
    let kept = stored.fields.iter();
    fields.extend(kept.map(|(name, value)| (name.clone(), value.clone())));
    fields.insert("metadata".to_owned(), stored.metadata.clone().into());
    fields.into()
}
