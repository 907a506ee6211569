//! Multipart forms as a server parses them.

use bytes::Bytes;
use futures_util::stream;

use crate::server::Recorded;

/// A part of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The field name.
    pub name: String,
    /// The file name, for a file.
    pub file_name: Option<String>,
    /// The content type, if any.
    pub content_type: Option<String>,
    /// The content.
    pub bytes: Bytes,
}

impl Part {
    /// Creates a text field.
    pub fn text(name: &str, text: &str) -> Self {
        Self {
            name: name.to_owned(),
            file_name: None,
            content_type: None,
            bytes: Bytes::copy_from_slice(text.as_bytes()),
        }
    }

    /// Creates a file part.
    pub fn file(name: &str, file_name: &str, content_type: &str, bytes: impl Into<Bytes>) -> Self {
        Self {
            name: name.to_owned(),
            file_name: Some(file_name.to_owned()),
            content_type: Some(content_type.to_owned()),
            bytes: bytes.into(),
        }
    }
}

/// Parses the form of a request with the boundary from its header.
///
/// # Panics
/// If the request has no form, or an invalid one.
pub async fn parts(request: &Recorded) -> Vec<Part> {
    let content_type = request.header("content-type").unwrap();
    let boundary = multer::parse_boundary(content_type).unwrap();
    let body = stream::iter([Ok::<_, std::io::Error>(request.body.clone())]);
    let mut form = multer::Multipart::new(body, boundary);
    let mut parts = Vec::new();
    while let Some(field) = form.next_field().await.unwrap() {
        parts.push(Part {
            name: field.name().unwrap().to_owned(),
            file_name: field.file_name().map(str::to_owned),
            content_type: field.content_type().map(ToString::to_string),
            bytes: field.bytes().await.unwrap(),
        });
    }
    parts
}
