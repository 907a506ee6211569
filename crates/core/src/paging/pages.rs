//! A list page by page.

use std::collections::HashSet;
use std::fmt;
use std::future::{Future, IntoFuture, poll_fn};
use std::hash::{BuildHasher, RandomState};
use std::ops::Deref;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::list::{Continuation, List, Next};
use crate::error::{Error, ErrorKind};
use crate::reader::Json;
use crate::request_builder::RequestBuilder;
use crate::response::Response;

/// So many empty pages may stand between two that hold something: a service that filters gives some.
const EMPTY_PAGES: u32 = 16;

/// A page of a list: the response as it came, and from where the list goes on.
#[derive(Debug)]
pub struct Page<L> {
    response: Response<L>,
    continuation: Option<Continuation>,
}

impl<L: List> Page<L> {
    /// The items, in order.
    pub fn items(&self) -> &[L::Item] {
        self.response.value().items()
    }

    /// The items, in order.
    pub fn into_items(self) -> Vec<L::Item> {
        self.response.into_value().into_items()
    }

    /// From where the list goes on after this page; `None` at its end. To start from there later, even in another
    /// process: [`Pages::starting_at`].
    pub fn continuation(&self) -> Option<&Continuation> {
        self.continuation.as_ref()
    }

    /// The response, with status, headers and request id.
    pub fn into_response(self) -> Response<L> {
        self.response
    }
}

/// A page can be used as the response that it is.
impl<L> Deref for Page<L> {
    type Target = Response<L>;

    fn deref(&self) -> &Response<L> {
        &self.response
    }
}

type PageFuture<L> = Pin<Box<dyn Future<Output = Result<Response<L>, Error>> + Send>>;

/// A list page by page, a [`Stream`] that fetches a page when it is polled for one. After an error it ends, and
/// [`continuation`](Self::continuation) is where it was.
#[must_use = "nothing is fetched before a page is asked for"]
pub struct Pages<L: List> {
    /// What every page is asked for with; gone at the end.
    call: Option<RequestBuilder<Json<L>>>,
    /// Whether the list has one page, whatever that says.
    is_single: bool,
    next: Option<Continuation>,
    pending: Option<PageFuture<L>>,
    /// What ended the list, where the last page was worth giving all the same.
    failure: Option<Error>,
    seen: Seen,
    empty: u32,
    /// Whether a page said that there are more.
    has_more: bool,
}

impl<L: List> Pages<L> {
    pub(super) fn new(call: RequestBuilder<Json<L>>) -> Self {
        Self {
            is_single: call.has_single_page(),
            call: Some(call),
            next: None,
            pending: None,
            failure: None,
            seen: Seen::default(),
            empty: 0,
            has_more: false,
        }
    }

    /// A list whose first page comes otherwise than by the request, which gets the later ones.
    pub(crate) fn after(call: RequestBuilder<Json<L>>, first: PageFuture<L>) -> Self {
        let mut pages = Self::new(call);
        pages.pending = Some(first);
        pages
    }

    /// Starts where an earlier run stopped, in place of the list's first page. The request must be of the same list.
    pub fn starting_at(mut self, continuation: Continuation) -> Self {
        self.next = Some(continuation);
        self
    }

    /// From where the next page is fetched; `None` before the first page and at the end. After an error: where the page
    /// that failed would have been.
    pub fn continuation(&self) -> Option<&Continuation> {
        self.next.as_ref()
    }

    /// The next page; `None` at the end.
    ///
    /// # Errors
    /// Those of the request, and [`ErrorKind::Paging`] where the service repeats a page or cursor. It ends after an error.
    pub async fn next(&mut self) -> Option<Result<Page<L>, Error>> {
        poll_fn(|cx| self.poll_page(cx)).await
    }

    fn poll_page(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Page<L>, Error>>> {
        if let Some(failure) = self.failure.take() {
            return Poll::Ready(Some(Err(failure)));
        }
        let pending = match &mut self.pending {
            Some(pending) => pending,
            empty => {
                let Some(call) = self.call.take() else {
                    return Poll::Ready(None);
                };
                // A request that was made wrongly says so when it is sent.
                let (again, call) = match call.again() {
                    Some(again) => (Some(call), again),
                    None => (None, call),
                };
                self.call = again;
                let call = match &self.next {
                    None => call,
                    Some(Continuation::After(id)) => call.with_query("after", id.as_str()),
                    Some(Continuation::Link(link)) => call.following(link),
                };
                empty.insert(call.into_future())
            }
        };
        let result = ready!(pending.as_mut().poll(cx));
        self.pending = None;
        let page = result.and_then(|response| self.page(response)).transpose();
        if !matches!(page, Some(Ok(_))) {
            self.call = None;
        }
        Poll::Ready(page)
    }

    /// The response as a page, with the list set to go on after it; `None` where the page is not new and the list has ended.
    fn page(&mut self, response: Response<L>) -> Result<Option<Page<L>>, Error> {
        let operation = self.call.as_ref().map(|call| call.operation().id);
        let failed = |what: &'static str| {
            let error = Error::new(ErrorKind::Paging, what).with_head(response.shared_head());
            match operation {
                Some(id) => error.with_operation(id),
                None => error,
            }
        };
        let items = response.value().items();
        let next = response.value().next();
        self.has_more |= matches!(
            next,
            Next::After {
                has_more: Some(true),
                ..
            }
        );
        if !self.seen.is_new_page::<L>(items) {
            // A server that ignores `after` sends the whole list each time, and never says that there is more.
            if matches!(next, Next::After { .. }) && !self.has_more {
                self.next = None;
                return Ok(None);
            }
            return Err(failed("the service sent a page of the list twice"));
        }
        self.empty = if items.is_empty() { self.empty + 1 } else { 0 };
        let continuation = match next {
            _ if self.is_single => Ok(None),
            Next::After {
                has_more: Some(false), ..
            } => Ok(None),
            Next::After { has_more, last_id } => {
                let id = items.last().and_then(L::item_id);
                let id = id.filter(|id| !id.is_empty()).or(last_id);
                match (id.filter(|id| !id.is_empty()), has_more) {
                    _ if items.is_empty() => match has_more {
                        Some(true) => {
                            return Err(failed("the service reported more pages but returned an empty one"));
                        }
                        _ => Ok(None),
                    },
                    (Some(id), _) => Ok(Some(Continuation::After(id.to_owned()))),
                    (None, Some(_)) => Err(failed("the service reported more pages but returned no cursor")),
                    (None, None) => Ok(None),
                }
            }
            Next::Link(link) => match link.map(str::trim).filter(|link| !link.is_empty()) {
                Some(_) if self.empty > EMPTY_PAGES => {
                    Err(failed("the service returned one empty page after the other"))
                }
                link => Ok(link.map(|link| Continuation::Link(link.to_owned()))),
            },
        };
        let continuation = continuation.and_then(|next| match next {
            Some(next) if next_is_old(&mut self.seen, self.next.as_ref(), &next) => {
                Err(failed("the service returned a cursor or next link twice"))
            }
            next => Ok(next),
        });
        let continuation = match continuation {
            Ok(next) => next,
            // The page itself is new and whole, so it is given first.
            Err(error) => {
                self.failure = Some(error);
                None
            }
        };
        if continuation.is_none() {
            self.call = None;
        }
        self.next.clone_from(&continuation);
        Ok(Some(Page { response, continuation }))
    }
}

fn next_is_old(seen: &mut Seen, current: Option<&Continuation>, next: &Continuation) -> bool {
    current == Some(next) || !seen.is_new(next)
}

/// What came before, 8 bytes each: two of a list being taken for the same is as likely as a broken disk.
#[derive(Default)]
struct Seen {
    hashes: HashSet<u64>,
    state: RandomState,
}

impl Seen {
    fn is_new(&mut self, continuation: &Continuation) -> bool {
        let hash = self.state.hash_one(continuation);
        self.hashes.insert(hash)
    }

    /// Whether the items have not come together before. Items without ids count as new.
    fn is_new_page<L: List>(&mut self, items: &[L::Item]) -> bool {
        let ids: Option<Vec<_>> = items
            .iter()
            .map(|item| L::item_id(item).filter(|id| !id.is_empty()))
            .collect();
        match ids {
            Some(ids) if !ids.is_empty() => self.hashes.insert(self.state.hash_one(("page", ids))),
            _ => true,
        }
    }
}

impl<L: List> Stream for Pages<L> {
    type Item = Result<Page<L>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_page(cx)
    }
}

impl<L: List> fmt::Debug for Pages<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("call", &self.call)
            .field("next", &self.next)
            .finish_non_exhaustive()
    }
}
