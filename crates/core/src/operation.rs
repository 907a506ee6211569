//! What an operation is, apart from any call of it.

use http::Method;

/// One operation of the service, as its specification names it. Generated code holds one constant for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// The specification's `operationId`, such as `ChatCompletions_Create`. Errors name it.
    pub id: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path under `{endpoint}/openai`, with a leading slash and parameters in braces:
    /// `/deployments/{deployment-id}/chat/completions`.
    pub path: &'static str,
}

impl Operation {
    /// An operation from its id, method and path template.
    pub const fn new(id: &'static str, method: Method, path: &'static str) -> Self {
        Self { id, method, path }
    }
}
