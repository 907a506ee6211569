//! A list item by item.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::list::List;
use super::pages::Pages;
use crate::error::Error;

/// A list item by item, a [`Stream`] in the service's order. A page is fetched when the one before is used up. After an
/// error it ends: whoever wants to go on from there reads [`Pages`].
#[must_use = "nothing is fetched before an item is asked for"]
pub struct Items<L: List> {
    pages: Pages<L>,
    page: std::vec::IntoIter<L::Item>,
}

impl<L: List> Items<L> {
    pub(crate) fn new(pages: Pages<L>) -> Self {
        Self {
            pages,
            page: Vec::new().into_iter(),
        }
    }

    /// The next item; `None` at the end.
    ///
    /// # Errors
    /// As [`Pages::next`].
    pub async fn next(&mut self) -> Option<Result<L::Item, Error>> {
        poll_fn(|cx| self.poll_item(cx)).await
    }

    /// All items that are left, in memory. For lists that are known to be short.
    ///
    /// # Errors
    /// As [`Pages::next`].
    pub async fn all(mut self) -> Result<Vec<L::Item>, Error> {
        let mut all: Vec<_> = self.page.collect();
        while let Some(page) = self.pages.next().await {
            all.extend(page?.into_items());
        }
        Ok(all)
    }

    fn poll_item(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<L::Item, Error>>> {
        loop {
            if let Some(item) = self.page.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut self.pages).poll_next(cx)) {
                Some(Ok(page)) => self.page = page.into_items().into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<L: List> Stream for Items<L> {
    type Item = Result<L::Item, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_item(cx)
    }
}

impl<L: List> fmt::Debug for Items<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("pages", &self.pages)
            .field("left_of_page", &self.page.len())
            .finish()
    }
}
