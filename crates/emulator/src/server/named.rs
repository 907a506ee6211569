//! The deployment of a request to the version-less base, which its body names.

use axum::body::Body;
use axum::extract::Request;
use bytes::Bytes;
use futures_util::stream;
use http::header;
use multer::Multipart;
use serde::Deserialize;

use crate::catalogue::Route;
use crate::wire::{ServiceError, body};

/// Adds the deployment to the route. The request keeps its body, which is read whole where it has to be searched; one
/// that cannot be read is empty afterwards, and the response to it is returned too.
pub(super) async fn find(route: &mut Route, request: Request) -> (Request, Result<(), ServiceError>) {
    if !route.lacks_deployment() {
        return (request, Ok(()));
    }
    let (parts, body) = request.into_parts();
    let bytes = match body::read(body).await {
        Ok(bytes) => bytes,
        Err(error) => return (Request::from_parts(parts, Body::empty()), Err(error)),
    };
    let content_type = parts.headers.get(header::CONTENT_TYPE);
    let content_type = content_type.and_then(|value| value.to_str().ok()).unwrap_or_default();
    let name = match multer::parse_boundary(content_type) {
        Ok(boundary) => in_form(bytes.clone(), boundary).await,
        Err(_) => in_json(&bytes),
    };
    if let Some(name) = name.filter(|name| !name.is_empty()) {
        route.set_deployment(name);
    }
    (Request::from_parts(parts, Body::from(bytes)), Ok(()))
}

fn in_json(bytes: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Named {
        model: String,
    }
    let named: Named = serde_json::from_slice(bytes).ok()?;
    Some(named.model)
}

async fn in_form(bytes: Bytes, boundary: String) -> Option<String> {
    let whole = stream::iter([Ok::<_, std::io::Error>(bytes)]);
    let mut parts = Multipart::new(whole, boundary);
    // What is wrong with a form is said by the operation.
    while let Ok(Some(part)) = parts.next_field().await {
        if part.name() == Some("model") {
            return part.text().await.ok();
        }
    }
    None
}
