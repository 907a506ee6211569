//! The private extensions by which overlays and passes speak to later passes and to the emission.

/// The document: the api-version that requests carry by default.
pub const API_VERSION: &str = "x-api-version";
/// The document: the names of the schemas that no operation reaches.
pub const UNREACHABLE: &str = "x-unreachable";

/// An operation: what its body is, `json`, `form`, or a media type of bytes.
pub const BODY: &str = "x-body";
/// An operation: how its response is read.
pub const RESPONSE: &str = "x-response";
/// An operation: the schema of the events of its streaming form.
pub const STREAM: &str = "x-stream";
/// A parameter: how its list is sent in one piece.
pub const JOINED: &str = "x-joined";

/// A property: its one value, set by itself.
pub const CONSTANT: &str = "x-constant";
/// A property (overlay): an empty list is sent.
pub const KEEP_EMPTY: &str = "x-keep-empty";
/// A schema: the descriptions of an enumeration's values.
pub const DESCRIPTIONS: &str = "x-enum-descriptions";
/// A schema: sent as a multipart form.
pub const FORM: &str = "x-form";
/// A schema (overlay too): its name.
pub const SCHEMA_NAME: &str = "x-schema-name";
/// A schema (overlay too): the Rust type that stands for it, in typify's form.
pub const RUST_TYPE: &str = "x-rust-type";
/// A schema: its name as a variant of the union around it.
pub const VARIANT: &str = "x-variant";
/// A property or an enumeration (overlay): the first api-versions that take it, or of each newer value.
pub const SINCE: &str = "x-since";
