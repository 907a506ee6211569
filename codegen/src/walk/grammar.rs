//! Which field of which object is what, in each dialect.

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
    /// `x-ms-parameterized-host` of Swagger 2.0.
    Host,
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
            Self::Host => "parameterized host",
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

impl Kind {
    /// The kind in words, with its article.
    pub fn one(self) -> String {
        let name = self.name();
        let article = if name.starts_with(['a', 'e', 'i', 'o']) {
            "an"
        } else {
            "a"
        };
        format!("{article} {name}")
    }

    /// Whether a `$ref` can stand in its place.
    pub(crate) fn can_refer(self) -> bool {
        let never = [
            Self::Root,
            Self::Components,
            Self::Host,
            Self::Operation,
            Self::MediaType,
            Self::Encoding,
        ];
        !never.contains(&self)
    }
}

/// How a field holds its nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// The field is the node.
    One,
    /// A list of nodes.
    List,
    /// A node or, in old schemas, a list of them.
    OneOrList,
    /// A map from any name to nodes.
    Map,
    /// A map whose `x-` fields are extensions, not nodes.
    MapBesideExtensions,
}

/// In place of a key: the node is the holder, as a callback is a map of path items.
pub(crate) const ITSELF: &str = "";

pub(crate) type Field = (&'static str, Shape, Kind);

/// The HTTP methods that a path item can hold.
pub const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// Those that a dialect has.
pub(crate) fn methods(dialect: Dialect) -> &'static [&'static str] {
    match dialect {
        Dialect::Swagger20 => &METHODS[..7],
        Dialect::OpenApi30 | Dialect::OpenApi31 => &METHODS,
    }
}

/// The keywords that hold schemas.
const SCHEMA: [Field; 21] = [
    ("properties", Shape::Map, Kind::Schema),
    ("allOf", Shape::List, Kind::Schema),
    ("oneOf", Shape::List, Kind::Schema),
    ("anyOf", Shape::List, Kind::Schema),
    ("items", Shape::OneOrList, Kind::Schema),
    ("additionalProperties", Shape::One, Kind::SchemaOrBool),
    ("not", Shape::One, Kind::Schema),
    // From here: OpenAPI 3.1, that is JSON Schema 2020-12; also read where an older document has them.
    ("prefixItems", Shape::List, Kind::Schema),
    ("patternProperties", Shape::Map, Kind::Schema),
    ("propertyNames", Shape::One, Kind::Schema),
    ("unevaluatedProperties", Shape::One, Kind::SchemaOrBool),
    ("unevaluatedItems", Shape::One, Kind::SchemaOrBool),
    ("additionalItems", Shape::One, Kind::SchemaOrBool),
    ("contains", Shape::One, Kind::Schema),
    ("if", Shape::One, Kind::Schema),
    ("then", Shape::One, Kind::Schema),
    ("else", Shape::One, Kind::Schema),
    ("dependentSchemas", Shape::Map, Kind::Schema),
    ("contentSchema", Shape::One, Kind::Schema),
    ("$defs", Shape::Map, Kind::Schema),
    ("definitions", Shape::Map, Kind::Schema),
];

/// How many of them are older than OpenAPI 3.1.
const UNTIL_30: usize = 7;

/// Keywords of OpenAPI 3.1, that is JSON Schema 2020-12, that hold no schemas.
const NEWER: [&str; 15] = [
    "const",
    "contentEncoding",
    "contentMediaType",
    "minContains",
    "maxContains",
    "dependentRequired",
    "dependencies",
    "$id",
    "$schema",
    "$anchor",
    "$dynamicAnchor",
    "$dynamicRef",
    "$recursiveAnchor",
    "$recursiveRef",
    "$vocabulary",
];

/// Whether a keyword holds schemas.
pub(crate) fn holds_schemas(key: &str) -> bool {
    SCHEMA.iter().any(|(name, ..)| *name == key)
}

/// Whether a keyword is of OpenAPI 3.1.
pub(crate) fn is_newer(key: &str) -> bool {
    NEWER.contains(&key) || SCHEMA[UNTIL_30..].iter().any(|(name, ..)| *name == key)
}

/// The fields of a node that hold further nodes.
pub(crate) fn fields(kind: Kind, dialect: Dialect) -> &'static [Field] {
    use Kind as K;
    use Shape::{List, Map, MapBesideExtensions, One};
    const PATH_ITEM: [Field; 9] = [
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
    let swagger = dialect == Dialect::Swagger20;
    match kind {
        K::Root if swagger => &[
            ("paths", MapBesideExtensions, K::PathItem),
            ("x-ms-paths", MapBesideExtensions, K::PathItem),
            ("x-ms-parameterized-host", One, K::Host),
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
        K::PathItem if swagger => const { PATH_ITEM.split_at(8).0 },
        K::PathItem => &PATH_ITEM,
        K::Host => &[("parameters", List, K::Parameter)],
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
