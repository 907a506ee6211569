//! Which keys the parts of a document have, but for schemas and maps of names, in each version.

use super::Kind;
use crate::document::Dialect;

/// The first version that gives a key of such a part a meaning, this one where it does; `None` where none does.
pub(crate) fn version_of(kind: Kind, key: &str, dialect: Dialect) -> Option<Dialect> {
    use Dialect::{OpenApi30, OpenApi31, Swagger20};
    let of = |dialect| keys(kind, dialect).is_none_or(|keys| keys.contains(&key));
    let newer = |key| is_newer(kind, key);
    match dialect {
        OpenApi31 if newer(key) => Some(OpenApi31),
        dialect if of(dialect) => Some(dialect),
        _ if newer(key) => Some(OpenApi31),
        _ => [Swagger20, OpenApi30].into_iter().find(|other| of(*other)),
    }
}

/// What OpenAPI 3.1 adds to 3.0.
fn is_newer(kind: Kind, key: &str) -> bool {
    match kind {
        Kind::Root => ["webhooks", "jsonSchemaDialect"].contains(&key),
        Kind::Components => key == "pathItems",
        _ => false,
    }
}

/// `None` where any name is one, or where others look at them.
fn keys(kind: Kind, dialect: Dialect) -> Option<&'static [&'static str]> {
    use Kind as K;
    let swagger = dialect == Dialect::Swagger20;
    Some(match kind {
        K::Root if swagger => &[
            "swagger",
            "info",
            "host",
            "basePath",
            "schemes",
            "consumes",
            "produces",
            "paths",
            "definitions",
            "parameters",
            "responses",
            "securityDefinitions",
            "security",
            "tags",
            "externalDocs",
        ],
        K::Root => &[
            "openapi",
            "info",
            "servers",
            "paths",
            "components",
            "security",
            "tags",
            "externalDocs",
        ],
        K::Components => &[
            "schemas",
            "responses",
            "parameters",
            "examples",
            "requestBodies",
            "headers",
            "securitySchemes",
            "links",
            "callbacks",
        ],
        K::Operation if swagger => &[
            "tags",
            "summary",
            "description",
            "externalDocs",
            "operationId",
            "consumes",
            "produces",
            "parameters",
            "responses",
            "schemes",
            "deprecated",
            "security",
        ],
        K::Operation => &[
            "tags",
            "summary",
            "description",
            "externalDocs",
            "operationId",
            "parameters",
            "requestBody",
            "responses",
            "callbacks",
            "deprecated",
            "security",
            "servers",
        ],
        K::Parameter if swagger => &[
            "name",
            "in",
            "description",
            "required",
            "schema",
            "type",
            "format",
            "allowEmptyValue",
            "items",
            "collectionFormat",
            "default",
            "maximum",
            "exclusiveMaximum",
            "minimum",
            "exclusiveMinimum",
            "maxLength",
            "minLength",
            "pattern",
            "maxItems",
            "minItems",
            "uniqueItems",
            "enum",
            "multipleOf",
        ],
        K::Parameter => &[
            "name",
            "in",
            "description",
            "required",
            "deprecated",
            "allowEmptyValue",
            "style",
            "explode",
            "allowReserved",
            "schema",
            "example",
            "examples",
            "content",
        ],
        K::RequestBody => &["description", "content", "required"],
        K::Response if swagger => &["description", "schema", "headers", "examples"],
        K::Response => &["description", "headers", "content", "links"],
        K::MediaType => &["schema", "example", "examples", "encoding"],
        K::Encoding => &["contentType", "headers", "style", "explode", "allowReserved"],
        _ => return None,
    })
}
