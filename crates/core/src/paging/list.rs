//! What a list's type has to say for it to be paged.

use std::fmt;

use crate::decode::FromJson;

/// The response of an operation that lists, and where the list goes on.
pub trait List: FromJson + Send + Sync + Unpin + 'static {
    /// What is listed.
    type Item: Send + Unpin + 'static;

    /// The items of this page, in order.
    fn items(&self) -> &[Self::Item];

    /// The items of this page, without what came beside them.
    fn into_items(self) -> Vec<Self::Item>;

    /// The id of an item, if it has one.
    fn item_id(item: &Self::Item) -> Option<&str>;

    /// What the page says of the next one.
    fn next(&self) -> Next<'_>;
}

/// What a page says of the next one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Next<'a> {
    /// The next page is asked for by `after`, the id of this page's last item.
    After {
        /// Whether there is more, if the page says so.
        has_more: Option<bool>,
        /// The id of the last item, if the page says so. The item's own id comes before it.
        last_id: Option<&'a str>,
    },
    /// The next page is where the link points; none, or an empty one, is the end.
    Link(Option<&'a str>),
}

/// From where a list goes on: to be kept, and given to
/// [`Pages::starting_at`](crate::paging::Pages::starting_at) of the same list later.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Continuation {
    /// After the item of this id.
    After(String),
    /// At this link of the service. It may hold a token of the service's, so `Debug` does not show it.
    Link(String),
}

impl fmt::Debug for Continuation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::After(id) => f.debug_tuple("After").field(id).finish(),
            Self::Link(_) => f.write_str("Link(..)"),
        }
    }
}
