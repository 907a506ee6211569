//! Which member of which object is what, in each dialect.

use crate::document::Dialect;

/// What a node of a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The document.
    Root,
    /// `components` of OpenAPI 3.
    Components,
    /// A path of `paths`.
    PathItem,
    /// A method of a path.
    Operation,
    /// A parameter; one of Swagger 2.0 also holds its own type.
    Parameter,
    /// A request body of OpenAPI 3.
    RequestBody,
    /// A response.
    Response,
    /// A header of a response; one of Swagger 2.0 holds its own type.
    Header,
    /// A content type's schema, in OpenAPI 3.
    MediaType,
    /// How a form field is encoded, in OpenAPI 3.
    Encoding,
    /// A schema.
    Schema,
    /// A schema or a boolean: `additionalProperties`.
    SchemaOrBool,
    /// The `items` of a parameter or header of Swagger 2.0.
    Items,
    /// Expressions to path items, in OpenAPI 3.
    Callback,
    /// A link of a response, in OpenAPI 3.
    Link,
    /// A named example, in OpenAPI 3.
    Example,
    /// A security scheme.
    SecurityScheme,
}

impl Kind {
    /// Whether the node is a schema (`Schema` or `SchemaOrBool`).
    pub fn is_schema(self) -> bool {
        matches!(self, Self::Schema | Self::SchemaOrBool)
    }

    /// The kind in words, for messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Root => "document",
            Self::Components => "components object",
            Self::PathItem => "path item",
            Self::Operation => "operation",
            Self::Parameter => "parameter",
            Self::RequestBody => "request body",
            Self::Response => "response",
            Self::Header => "header",
            Self::MediaType => "media type",
            Self::Encoding => "encoding",
            Self::Schema | Self::SchemaOrBool => "schema",
            Self::Items => "items object",
            Self::Callback => "callback",
            Self::Link => "link",
            Self::Example => "example",
            Self::SecurityScheme => "security scheme",
        }
    }
}

/// How a member holds its nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// The member is the node.
    One,
    /// A list of nodes.
    List,
    /// A node or, in old schemas, a list of them.
    OneOrList,
    /// A map from any name to nodes.
    Map,
    /// A map whose `x-` members are extensions, not nodes.
    MapBesideExtensions,
}

/// In place of a key: the node is the holder, as a callback is a map of path items.
pub(crate) const ITSELF: &str = "";

pub(crate) type Member = (&'static str, Shape, Kind);

/// The HTTP methods that a path item of a dialect can have.
pub(crate) fn methods(dialect: Dialect) -> &'static [&'static str] {
    const OPENAPI: &[&str] = &["get", "put", "post", "delete", "options", "head", "patch", "trace"];
    match dialect {
        Dialect::Swagger20 => &OPENAPI[..7],
        Dialect::OpenApi30 | Dialect::OpenApi31 => OPENAPI,
    }
}

/// The members of a node that hold further nodes.
pub(crate) fn members(kind: Kind, dialect: Dialect) -> &'static [Member] {
    use Kind as K;
    use Shape::{List, Map, MapBesideExtensions, One, OneOrList};
    const METHODS: [Member; 9] = [
        ("parameters", List, K::Parameter),
        ("get", One, K::Operation),
        ("put", One, K::Operation),
        ("post", One, K::Operation),
        ("delete", One, K::Operation),
        ("options", One, K::Operation),
        ("head", One, K::Operation),
        ("patch", One, K::Operation),
        ("trace", One, K::Operation),
    ];
    const SCHEMA: [Member; 21] = [
        ("properties", Map, K::Schema),
        ("allOf", List, K::Schema),
        ("oneOf", List, K::Schema),
        ("anyOf", List, K::Schema),
        ("items", OneOrList, K::Schema),
        ("additionalProperties", One, K::SchemaOrBool),
        ("not", One, K::Schema),
        // From here: OpenAPI 3.1, that is JSON Schema 2020-12; also read where an older document has them.
        ("prefixItems", List, K::Schema),
        ("patternProperties", Map, K::Schema),
        ("propertyNames", One, K::Schema),
        ("unevaluatedProperties", One, K::SchemaOrBool),
        ("unevaluatedItems", One, K::SchemaOrBool),
        ("additionalItems", One, K::SchemaOrBool),
        ("contains", One, K::Schema),
        ("if", One, K::Schema),
        ("then", One, K::Schema),
        ("else", One, K::Schema),
        ("dependentSchemas", Map, K::Schema),
        ("contentSchema", One, K::Schema),
        ("$defs", Map, K::Schema),
        ("definitions", Map, K::Schema),
    ];
    let swagger = dialect == Dialect::Swagger20;
    match kind {
        K::Root if swagger => &[
            ("paths", MapBesideExtensions, K::PathItem),
            ("x-ms-paths", MapBesideExtensions, K::PathItem),
            ("definitions", Map, K::Schema),
            ("parameters", Map, K::Parameter),
            ("responses", Map, K::Response),
            ("securityDefinitions", Map, K::SecurityScheme),
        ],
        K::Root => &[
            ("components", One, K::Components),
            ("paths", MapBesideExtensions, K::PathItem),
            ("webhooks", Map, K::PathItem),
        ],
        K::Components => &[
            ("schemas", Map, K::Schema),
            ("responses", Map, K::Response),
            ("parameters", Map, K::Parameter),
            ("examples", Map, K::Example),
            ("requestBodies", Map, K::RequestBody),
            ("headers", Map, K::Header),
            ("securitySchemes", Map, K::SecurityScheme),
            ("links", Map, K::Link),
            ("callbacks", Map, K::Callback),
            ("pathItems", Map, K::PathItem),
        ],
        K::PathItem if swagger => const { METHODS.split_at(8).0 },
        K::PathItem => &METHODS,
        K::Operation if swagger => &[
            ("parameters", List, K::Parameter),
            ("responses", MapBesideExtensions, K::Response),
        ],
        K::Operation => &[
            ("parameters", List, K::Parameter),
            ("requestBody", One, K::RequestBody),
            ("responses", MapBesideExtensions, K::Response),
            ("callbacks", Map, K::Callback),
        ],
        K::Parameter if swagger => &[("schema", One, K::Schema), ("items", One, K::Items)],
        K::Items => &[("items", One, K::Items)],
        K::Header if swagger => &[("items", One, K::Items)],
        K::Parameter | K::Header => &[
            ("schema", One, K::Schema),
            ("content", Map, K::MediaType),
            ("examples", Map, K::Example),
        ],
        K::RequestBody => &[("content", Map, K::MediaType)],
        K::Response if swagger => &[("schema", One, K::Schema), ("headers", Map, K::Header)],
        K::Response => &[
            ("headers", Map, K::Header),
            ("content", Map, K::MediaType),
            ("links", Map, K::Link),
        ],
        K::MediaType => &[
            ("schema", One, K::Schema),
            ("encoding", Map, K::Encoding),
            ("examples", Map, K::Example),
        ],
        K::Encoding => &[("headers", Map, K::Header)],
        K::Schema | K::SchemaOrBool => &SCHEMA,
        K::Callback => &[(ITSELF, MapBesideExtensions, K::PathItem)],
        K::Link | K::Example | K::SecurityScheme => &[],
    }
}
