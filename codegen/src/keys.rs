//! The private extensions by which overlays and passes speak to later passes and to the emission.

/// The document: the api-version that requests carry by default.
pub const API_VERSION: &str = "x-api-version";
/// The document (overlay): the values of enumerations are compared without regard to case.
pub const IGNORE_CASE: &str = "x-ignore-case";
/// A schema: its name in the document, where the type has another.
pub const ORIGINAL_NAME: &str = "x-original-name";
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
/// A property that can be unset: its one value, by which a union tells its variants apart.
pub const ONLY: &str = "x-only";
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
