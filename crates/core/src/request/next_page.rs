//! How lists go on.

use crate::operation::Operation;

/// How the page after this one is requested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NextPage {
    /// By a GET of the link that the page holds.
    Link,
    /// By another operation, with the parameters that it shares with this one.
    Operation {
        operation: &'static Operation,
        /// The path parameter that takes the link.
        link: Option<&'static str>,
        query: &'static [&'static str],
    },
    /// There is none, whatever the page says.
    None,
}
