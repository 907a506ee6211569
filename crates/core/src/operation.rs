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

    /// Whether the same call twice does no more than the same call once, so that it may be tried again even where an
    /// earlier attempt may have reached the service. It is told by method and path:
    ///
    /// - Every method but POST and PATCH is idempotent (RFC 9110). That goes for PUT, whose id is the caller's: it never
    ///   makes two, though a second attempt may find what the first one made and answer 409. Likewise a second DELETE may
    ///   answer 404. Neither is taken for a success, as the first attempt's answer is lost:
    ///   [`Error::may_have_been_processed`](crate::Error::may_have_been_processed) tells the case.
    /// - A POST to a [deployment](Self::is_inference) computes an answer and keeps nothing. Repeating it costs its tokens again.
    /// - A POST to `…/cancel`, and one to a path that ends with a parameter, which changes the one thing of that id.
    /// - Every other POST creates something.
    pub fn is_idempotent(&self) -> bool {
        if self.method != Method::POST && self.method != Method::PATCH {
            return true;
        }
        self.is_inference() || self.path.ends_with("/cancel") || self.path.ends_with('}')
    }

    /// Whether it is about a model's deployment alone (`/deployments/{deployment-id}/…`), so that any resource that has
    /// the same model can answer it. Files, batches and jobs live in one resource.
    pub fn is_inference(&self) -> bool {
        self.path.starts_with(DEPLOYMENT)
    }
}

const DEPLOYMENT: &str = "/deployments/{deployment-id}/";
/// The path parameter that names the deployment.
pub(crate) const DEPLOYMENT_ID: &str = "deployment-id";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_repeated_and_moved() {
        for (method, path, repeatable, inference) in [
            (Method::GET, "/files", true, false),
            (Method::DELETE, "/files/{file-id}", true, false),
            (Method::PUT, "/ingestion/jobs/{job-id}", true, false),
            (Method::POST, "/files", false, false),
            (Method::POST, "/uploads/{upload-id}/parts", false, false),
            (Method::POST, "/uploads/{upload-id}/complete", false, false),
            (Method::POST, "/batches/{batch-id}/cancel", true, false),
            (Method::POST, "/chat/completions/{stored-completion-id}", true, false),
            (Method::PATCH, "/things", false, false),
            (
                Method::POST,
                "/deployments/{deployment-id}/chat/completions",
                true,
                true,
            ),
            (Method::GET, "/deployments", true, false),
            (Method::POST, "/deployments", false, false),
        ] {
            let operation = Operation::new("X", method, path);
            assert_eq!(
                (operation.is_idempotent(), operation.is_inference()),
                (repeatable, inference),
                "{operation:?}"
            );
        }
    }
}
