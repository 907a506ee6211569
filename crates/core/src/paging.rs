//! Lists as streams, page by page or item by item.
//!
//! The service pages in two ways: most lists take the id of the last item as `after`, the ingestion lists give a
//! `nextLink`. A [`List`] says which of them its type has; everything else is the same. The [`RequestBuilder`] of a
//! list becomes a stream by [`items`](crate::RequestBuilder::items) or [`pages`](crate::RequestBuilder::pages); its headers, timeouts and
//! other settings then go for each page. How many items a page has is the operation's own `limit`.
//!
//! # When a list ends
//! A list with `nextLink` ends where the link is missing, `null` or empty. A list with `has_more` ends where that is
//! `false`. Where it is missing or `null`, as in every response of the file list and in published ones,
//! the list goes on until a page is empty, or until the server repeats a page: a server that ignores `after` sends the whole
//! list each time. That may be one request more than necessary, and loses no item where the service sends fewer of them
//! than were requested.
//!
//! # What cannot go on for ever
//! [`ErrorKind::Paging`](crate::ErrorKind::Paging) ends a list whose server repeats a link, or a page after it has said
//! `has_more`; says `has_more` with an empty page or without a cursor; or sends one empty page after the other.

mod items;
mod list;
mod pages;

use crate::reader::Json;
use crate::request_builder::RequestBuilder;
pub use items::Items;
pub use list::{Continuation, List, Next};
pub use pages::{Page, Pages};

impl<L: List> RequestBuilder<Json<L>> {
    /// The list page by page, each with its status, headers and request id. A page is fetched when it is asked for.
    ///
    /// The operation's `limit` is the size of a page, not of the list; its `after` is where the list starts.
    pub fn pages(self) -> Pages<L> {
        Pages::new(self)
    }

    /// The list item by item, in the service's order. A page is fetched when the one before is used up.
    ///
    /// ```no_run
    /// # use azure_openai_core::{RequestBuilder, Error, Json, paging::List};
    /// # async fn run<L: List<Item = String>>(request: RequestBuilder<Json<L>>) -> Result<(), Error> {
    /// let mut items = request.items();
    /// while let Some(item) = items.next().await {
    ///     println!("{}", item?);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn items(self) -> Items<L> {
        Items::new(self.pages())
    }
}
