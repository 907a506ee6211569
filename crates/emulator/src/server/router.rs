//! The routes: everything goes through the gateway, except for the links of images and the administration.

use std::sync::Arc;

use axum::routing::{Router, get};

use super::{admin, gateway};
use crate::operations::images;
use crate::state::State;

pub(super) fn router(state: Arc<State>) -> Router {
    Router::new()
        .fallback(gateway::pass)
        // As with the service's storage account, the link of an image needs no key.
        .route(images::LINK, get(images::fetch))
        .with_state(Arc::clone(&state))
        .merge(admin::router(state))
}
