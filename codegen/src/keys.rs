//! The private extensions by which overlays and passes speak to later passes and to the emission.

/// The document: the api-version that requests carry by default.
pub const API_VERSION: &str = "x-api-version";
/// The document (overlay): the values of enumerations are compared without regard to case.
pub const IGNORE_CASE: &str = "x-ignore-case";
/// The document (overlay): errors are those that the core crate's `Error` reads; their schemas are not generated.
pub const CORE_ERRORS: &str = "x-core-errors";
/// A schema: its name in the document, where the type has another.
pub const ORIGINAL_NAME: &str = "x-original-name";
/// The document: the names of the schemas that no operation reaches.
pub const UNREACHABLE: &str = "x-unreachable";

/// An operation: its own api-version, or `null` where its requests carry none.
pub const OWN_VERSION: &str = "x-own-api-version";
/// An operation (overlay): it is idempotent although its method is not.
pub const IDEMPOTENT: &str = "x-idempotent";
/// An operation (overlay): `false` where version-less endpoints do not have it.
pub const V1: &str = "x-v1";
/// An operation (overlay): the Cargo feature that the module of its group is behind.
pub const FEATURE: &str = "x-feature";
/// An operation: the URL of its own server, and that of the document's.
pub const SERVER: &str = "x-server";
/// An operation: what its body is, `json`, `form` or `bytes`.
pub const BODY: &str = "x-body";
/// A request body: the media types that are sent, where they are not the usual one of its kind.
pub const MEDIA_TYPES: &str = "x-media-types";
/// An operation: how its response is read.
pub const RESPONSE: &str = "x-response";
/// An operation: the schemas of its errors, by status.
pub const ERRORS: &str = "x-errors";
/// An operation: the schema of the events of its streaming form.
pub const STREAM: &str = "x-stream";
/// An operation: the type of its response depends on the status.
pub const BY_STATUS: &str = "x-by-status";
/// A schema: the statuses that come with each of its alternatives, separated by spaces.
pub const STATUSES: &str = "x-statuses";
/// An operation: a success may come without a value.
pub const OPTIONAL: &str = "x-optional";
/// An operation: a success without a body is its object with every field unset, because nothing in it is required.
pub const MAY_BE_EMPTY: &str = "x-may-be-empty";
/// An operation: the property of the body that turns streaming on.
pub const SWITCH: &str = "x-stream-switch";
/// A field of a form: the content type of its part.
pub const PART_TYPE: &str = "x-part-type";
/// A parameter or a field of a form: how its value is serialized, where that is not plainly.
pub const STYLE: &str = "x-style";

/// A property or parameter: its one value, set by itself.
pub const CONSTANT: &str = "x-constant";
/// A property that can be unset: its one value, by which a union distinguishes its variants.
pub const ONLY: &str = "x-only";
/// A property (overlay): an empty list is sent.
pub const KEEP_EMPTY: &str = "x-keep-empty";
/// A property (overlay): its object is large and rarely there, so that a box takes less room.
pub const BOXED: &str = "x-boxed";
/// A schema: the descriptions of an enumeration's values.
pub const DESCRIPTIONS: &str = "x-enum-descriptions";
/// A schema: the names of an enumeration's values that are not strings.
pub const VALUE_NAMES: &str = "x-enum-names";
/// A schema: sent as a multipart form.
pub const FORM: &str = "x-form";
/// A schema (overlay too): its name.
pub const SCHEMA_NAME: &str = "x-schema-name";
/// A schema (overlay too): the Rust type that stands for it, in typify's form.
pub const RUST_TYPE: &str = "x-rust-type";
/// A schema: why it stands for any JSON value.
pub const ANY_VALUE: &str = "x-any-value";
/// A schema: its name as a variant of the union around it.
pub const VARIANT: &str = "x-variant";
/// A property or an enumeration (overlay): the first api-versions that take it, or of each newer value. An operation: those
/// of the fields of its body.
pub const SINCE: &str = "x-since";
