//! Operations of the service.

use http::Method;

/// One operation of the service, as its specification names it. Generated code holds one constant for each.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "an operation is sent by a request"]
pub struct Operation {
    /// The specification's `operationId`, such as `ChatCompletions_Create`. Errors name it.
    pub id: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path under `{endpoint}/openai`, with a leading slash and parameters in braces:
    /// `/deployments/{deployment-id}/chat/completions`.
    pub path: &'static str,
    /// Whether requests carry the client's api-version.
    pub has_api_version: bool,
    /// Whether [version-less endpoints](crate::Endpoint::is_v1) have it.
    pub has_v1: bool,
    is_idempotent: bool,
    /// Whether requests carry the client's credential.
    pub(crate) has_credential: bool,
    /// The URL of its own server, and that of the specification's.
    pub(crate) server: Option<(&'static str, &'static str)>,
    pub(crate) long_running: Option<FinalState>,
    /// The fields of the body that not every api-version has, with the first that has each, and the first stable one.
    pub(crate) newer_fields: &'static [(&'static str, &'static str)],
}

impl Operation {
    /// An operation from its id, method and path template.
    pub const fn new(id: &'static str, method: Method, path: &'static str) -> Self {
        Self {
            id,
            method,
            path,
            has_api_version: true,
            has_v1: true,
            is_idempotent: false,
            has_credential: true,
            server: None,
            long_running: None,
            newer_fields: &[],
        }
    }

    crate::setters! {
        /// The operation, whose requests carry no api-version unless they set one themselves.
        pub const fn without_api_version(self) => has_api_version = false;
        /// The operation, which asks for no credential and gets none: a sign-in, say, or a check of health.
        pub const fn without_credential(self) => has_credential = false;
        /// The operation, which version-less endpoints do not have.
        pub const fn without_v1(self) => has_v1 = false;
        /// The operation, with the fields of its body that not every api-version has, and the first that has each:
        /// `2024-09-01-preview`, or with the first stable one `2024-08-01-preview, 2024-10-21`.
        pub const fn with_newer_fields(self, fields: &'static [(&'static str, &'static str)]) => newer_fields = fields;
        /// The operation, which is idempotent although its method is not: a POST that changes the one thing of an id.
        pub const fn idempotent(self) => is_idempotent = true;
        /// The operation, which is at a server of its own, where the specification's others are at the `usual` one.
        ///
        /// Its requests go there where the endpoint has the origin (scheme, host and port) of the usual server. Any other
        /// endpoint stands for all servers, such as a gateway or a server for tests: there requests go to the path of the
        /// own server in place of that of the usual one.
        pub const fn at_server(self, own: &'static str, usual: &'static str) => server = Some((own, usual));
        /// The operation, whose first response says that work has begun: see
        /// [`RequestBuilder::until_done`](crate::RequestBuilder::until_done).
        pub const fn long_running(self, final_state: FinalState) => long_running = Some(final_state);
    }

    /// Whether sending the request twice does no more than sending it once, so that it may be retried even where an
    /// earlier attempt may have reached the service:
    ///
    /// - Every method but POST and PATCH is idempotent (RFC 9110). That goes for PUT, whose id is the caller's: it never
    ///   makes two, though a second attempt may find what the first one made and return 409. Likewise a second DELETE may
    ///   return 404. Neither is taken for a success, as the first attempt's response is lost:
    ///   [`Error::may_have_been_processed`](crate::Error::may_have_been_processed) reports the case.
    /// - A POST to a [deployment](Self::is_inference) computes a response and keeps nothing. Repeating it costs its tokens
    ///   again.
    /// - Every other POST and PATCH is not, unless it was [declared](Self::idempotent) so.
    pub fn is_idempotent(&self) -> bool {
        self.is_idempotent || self.is_inference() || self.method != Method::POST && self.method != Method::PATCH
    }

    /// Whether it is about a model's deployment alone (`/deployments/{deployment-id}/…`), so that any resource that has
    /// the same model can respond. Files, batches and jobs live in one resource.
    pub fn is_inference(&self) -> bool {
        self.path.starts_with(DEPLOYMENT)
    }
}

/// Where the result of a long-running operation is, once it is done (`final-state-via`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FinalState {
    /// By the method: at the operation's own URL for PUT and PATCH; for others at `Location` where there is one, else in the
    /// last state.
    ByMethod,
    /// At the URL of the header `Location`.
    Location,
    /// In the last state (`azure-async-operation`, `operation-location`).
    LastState,
    /// At the operation's own URL.
    OriginalUri,
}

pub(crate) const DEPLOYMENT: &str = "/deployments/{deployment-id}/";
/// The path parameter that names the deployment.
pub(crate) const DEPLOYMENT_ID: &str = "deployment-id";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn idempotence_is_of_the_method_unless_declared() {
        for (method, path, repeatable, inference) in [
            (Method::GET, "/files", true, false),
            (Method::DELETE, "/files/{file-id}", true, false),
            (Method::PUT, "/ingestion/jobs/{job-id}", true, false),
            (Method::POST, "/files", false, false),
            (Method::POST, "/uploads/{upload-id}/parts", false, false),
            (Method::POST, "/uploads/{upload-id}/complete", false, false),
            (Method::POST, "/batches/{batch-id}/cancel", false, false),
            (Method::POST, "/rooms/{id}", false, false),
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
        assert!(
            Operation::new("X", Method::POST, "/batches/{batch-id}/cancel")
                .idempotent()
                .is_idempotent()
        );
    }
}
