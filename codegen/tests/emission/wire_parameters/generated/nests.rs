// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_parameters/document.yaml: Parameters of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Nests`: The operations of `nests`.

use azure_openai_core::{
    Method, NoContent, Operation, ParameterStyle, Pipeline, Request, RequestBuilder,
};

/// The operations of `nests`.
#[derive(Clone, Debug)]
pub struct NestsClient {
    pub(super) pipeline: Pipeline,
}

impl NestsClient {
    /// Get nest.
    ///
    /// `get_nest`: `GET /nests/{position}`.
    ///
    /// # Arguments
    /// - `position`: Position.
    pub fn get_nest(&self, position: &[f64]) -> RequestBuilder<NoContent> {
        let call = Request::new(GET_NEST)
            .path_as("position", position, ParameterStyle::Commas);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Get tree.
    ///
    /// `get_tree`: `GET /trees/{kind}/{branch}`.
    ///
    /// # Arguments
    /// - `kind`: Kind.
    /// - `branch`: Branch.
    pub fn get_tree(
        &self,
        kind: impl AsRef<str>,
        branch: &[String],
    ) -> RequestBuilder<NoContent> {
        let call = Request::new(GET_TREE)
            .path_as("kind", kind.as_ref(), ParameterStyle::Matrix)
            .path_as("branch", branch, ParameterStyle::LabelExploded);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// List leaves.
    ///
    /// `list_leaves`: `GET /woods/{scope}/leaves?view=all`.
    ///
    /// # Arguments
    /// - `scope`: Scope.
    /// - `options`: the optional parameters; `None` for none
    pub fn list_leaves(
        &self,
        scope: impl AsRef<str>,
        options: impl Into<Option<NestsListLeavesOptions>>,
    ) -> RequestBuilder<NoContent> {
        let options = options.into().unwrap_or_default();
        let call = Request::new(LIST_LEAVES)
            .path_as("scope", scope.as_ref(), ParameterStyle::Raw)
            .query("top", options.max_results.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }
}

/// Optional parameters of `list_leaves`. Unset fields are not sent.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct NestsListLeavesOptions {
    /// Max results.
    ///
    /// Serialized as `top`.
    pub max_results: Option<i64>,
}

impl NestsListLeavesOptions {
    /// Creates options with every field unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::max_results`].
    #[must_use]
    pub fn with_max_results(mut self, max_results: i64) -> Self {
        self.max_results = Some(max_results);
        self
    }
}

pub(super) const GET_NEST: &Operation = &Operation::new(
        "get_nest",
        Method::GET,
        "/nests/{position}",
    )
    .without_api_version();

pub(super) const GET_TREE: &Operation = &Operation::new(
        "get_tree",
        Method::GET,
        "/trees/{kind}/{branch}",
    )
    .without_api_version();

pub(super) const LIST_LEAVES: &Operation = &Operation::new(
        "list_leaves",
        Method::GET,
        "/woods/{scope}/leaves?view=all",
    )
    .without_api_version();
