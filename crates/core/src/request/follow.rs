//! What follows a request: the next page of a list, and the state of a long-running operation.

use http::Method;
use http::header::CONTENT_TYPE;

use super::link::Link;
use super::next_page::NextPage;
use super::style::{ParameterStyle, ParameterText};
use super::{Body, Request};
use crate::operation::Operation;

impl Request {
    /// The list has one page: a link to a next one is not followed.
    pub fn single_page(mut self) -> Self {
        self.next_page = NextPage::None;
        self
    }

    /// The next page is requested by another operation, with the parameters of this one that it has too: path parameters by
    /// its path, query parameters by their names here. `link` names its path parameter that takes what the page says of the
    /// next one.
    pub fn next_page_by(
        mut self,
        operation: &'static Operation,
        link: Option<&'static str>,
        query: &'static [&'static str],
    ) -> Self {
        self.next_page = NextPage::Operation { operation, link, query };
        self
    }

    /// Goes on where the server said: at a link in place of the operation's path and query, with this request's api-version
    /// in place of the link's own, or the client's where neither has one, as Azure's clients do; or by the operation that
    /// takes the link.
    pub(crate) fn follow(&mut self, link: String) {
        match self.next_page {
            NextPage::Operation {
                operation,
                link: name,
                query,
            } => {
                self.operation = operation;
                self.get();
                self.method = operation.method.clone();
                self.path
                    .retain(|(name, _)| operation.path.contains(&format!("{{{name}}}")));
                self.query.retain(|(name, _)| query.contains(&name.as_ref()));
                if let Some(name) = name {
                    // The path before it ends with a slash.
                    let text = ParameterStyle::Raw.encode(name, link.trim_start_matches('/'));
                    self.path.push((name.into(), ParameterText::Encoded(text)));
                }
            }
            NextPage::Link | NextPage::None => {
                self.get();
                self.link = Some(Link::to_page(link, self.operation.has_api_version));
            }
        }
    }

    /// Turns the request into a GET of a link that the server gave, with its own api-version where it has one.
    pub(crate) fn go_to(&mut self, link: String) {
        self.get();
        self.link = Some(Link::to_state(link));
    }

    /// Turns the request into a GET of the same URL, without a body.
    fn get(&mut self) {
        self.method = Method::GET;
        self.body = Body::Empty;
        self.headers.remove(CONTENT_TYPE);
    }

    /// A GET of the same URL with the same headers.
    pub(crate) fn as_get(&self) -> Self {
        let mut get = Self::new(self.operation);
        get.path.clone_from(&self.path);
        get.query.clone_from(&self.query);
        get.headers.clone_from(&self.headers);
        get.next_page = self.next_page;
        get.get();
        get
    }
}
