//! Providers of access tokens.

use std::future::Future;
use std::pin::Pin;

use crate::error::BoxError;
use crate::value::Secret;

/// What [`TokenProvider`] returns: a token to send as `Authorization: Bearer …`, without the word `Bearer`.
pub type TokenFuture<'a> = Pin<Box<dyn Future<Output = Result<Secret, BoxError>> + Send + 'a>>;

/// Gives access tokens of Microsoft Entra ID (scope `https://cognitiveservices.azure.com/.default`) or of a gateway.
///
/// It is called before every attempt of every request, so it should keep a token until shortly before it expires, and
/// fetch a new one only once however many requests wait for it.
/// [`Credential::from_fn`](crate::Credential::from_fn) does that for a function that gets
/// one token.
pub trait TokenProvider: Send + Sync + 'static {
    /// A token that is valid now.
    fn token(&self) -> TokenFuture<'_>;

    /// A token in place of `rejected`, which the service just rejected with 401. Requests that run at the same time may
    /// each report the same token: a provider whose current token is another already should return that one.
    ///
    /// By default the same as [`token`](Self::token). The request is retried only if the token is another.
    fn refresh<'a>(&'a self, rejected: &'a Secret) -> TokenFuture<'a> {
        let _ = rejected;
        self.token()
    }
}
