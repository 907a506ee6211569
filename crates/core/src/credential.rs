//! Credentials of requests.

mod token_cache;
mod token_provider;

use std::borrow::Cow;
use std::fmt;
use std::future::Future;
use std::sync::Arc;

use base64::Engine;
use http::header::AUTHORIZATION;
use http::{HeaderName, HeaderValue};
use url::Url;

use crate::error::{BoxError, Error, ErrorKind};
use crate::value::Secret;
pub use token_cache::AccessToken;
use token_cache::TokenCache;
pub use token_provider::{TokenFuture, TokenProvider};

const API_KEY: HeaderName = HeaderName::from_static("api-key");

/// An API key, a fixed bearer token, a token provider, or what another service asks for. `Debug` shows only which.
#[derive(Clone)]
pub struct Credential(Kind);

#[derive(Clone)]
enum Kind {
    None,
    ApiKey(Secret),
    Header(Cow<'static, str>, Secret),
    Query(Cow<'static, str>, Secret),
    Basic(String, Secret),
    Bearer(Secret),
    Provider(Arc<dyn TokenProvider>),
}

/// What one attempt sends, and what must not be seen in an error about it.
#[derive(Default)]
pub(crate) struct Authorization {
    pub(crate) header: Option<(HeaderName, HeaderValue)>,
    /// The name of a query parameter, whose value is the secret.
    query: Option<Cow<'static, str>>,
    secret: Secret,
    /// The secret, and the form in which it is sent where that is another one.
    pub(crate) secrets: Arc<[Secret]>,
}

impl Authorization {
    fn new(secret: &Secret) -> Self {
        Self {
            secret: secret.clone(),
            secrets: [secret.clone()].into(),
            ..Self::default()
        }
    }

    /// The key, token or password.
    pub(crate) fn secret(&self) -> &Secret {
        &self.secret
    }

    /// The URL with what the credential adds to its query.
    pub(crate) fn url<'u>(&self, url: &'u Url) -> Cow<'u, Url> {
        match &self.query {
            None => Cow::Borrowed(url),
            Some(name) => {
                let mut url = url.clone();
                url.query_pairs_mut().append_pair(name, self.secret.expose());
                Cow::Owned(url)
            }
        }
    }
}

impl Credential {
    /// A key of the resource, sent in the header `api-key`. Whether it can be sent is checked when the
    /// [`Pipeline`](crate::Pipeline) is built.
    pub fn api_key(key: impl Into<Secret>) -> Self {
        Self(Kind::ApiKey(key.into()))
    }

    /// No credential: for services that ask for none.
    pub fn none() -> Self {
        Self(Kind::None)
    }

    /// A key that a service other than this one takes in a header of the given name.
    pub fn key_in_header(name: impl Into<Cow<'static, str>>, key: impl Into<Secret>) -> Self {
        Self(Kind::Header(name.into(), key.into()))
    }

    /// A key that a service other than this one takes as a query parameter of the given name. URLs in errors and traces do
    /// not show it.
    pub fn key_in_query(name: impl Into<Cow<'static, str>>, key: impl Into<Secret>) -> Self {
        Self(Kind::Query(name.into(), key.into()))
    }

    /// A name and a password, sent as `Authorization: Basic …`.
    pub fn basic(user: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self(Kind::Basic(user.into(), password.into()))
    }

    /// A fixed token, sent as `Authorization: Bearer …`. It is not renewed: Entra ID's tokens last about an hour.
    pub fn bearer(token: impl Into<Secret>) -> Self {
        Self(Kind::Bearer(token.into()))
    }

    /// Tokens from a provider that is asked before every attempt. After a 401 it is asked for another one, once.
    pub fn from_provider(provider: Arc<dyn TokenProvider>) -> Self {
        Self(Kind::Provider(provider))
    }

    /// Tokens that a function gets, kept and renewed:
    ///
    /// - A token is renewed 5 minutes before it expires (or in the last quarter of a short life), by one task, while
    ///   requests go on with it; in its last 30 seconds requests wait for the new one. A failure to renew fails no
    ///   request while the token is valid.
    /// - However many requests wait, the function runs once at a time, for at most 90 seconds, and they share its result.
    ///   After a failure or a panic it waits for 1 second, then 2, up to 30; in between, requests without a token fail
    ///   with the same error.
    /// - After a 401 the rejected token is replaced once, however many requests were rejected with it. The function gets
    ///   the rejected token, to pass by a cache of its own.
    ///
    /// It runs in a task on the tokio runtime of the request that needs it. Its error becomes the source of an
    /// [`ErrorKind::Credential`] and must not hold the token.
    ///
    /// ```
    /// use azure_openai_core::{AccessToken, Credential};
    /// use std::time::Duration;
    ///
    /// let credential = Credential::from_fn(|_rejected| async {
    ///     // … ask for it …
    ///     Ok(AccessToken::new("a-token", Duration::from_secs(3600)))
    /// });
    /// ```
    pub fn from_fn<F, R>(fetch: F) -> Self
    where
        F: Fn(Option<Secret>) -> R + Send + Sync + 'static,
        R: Future<Output = Result<AccessToken, BoxError>> + Send + 'static,
    {
        Self::from_provider(Arc::new(TokenCache::new(fetch)))
    }

    /// Whether another token can be had in place of one that was refused.
    pub(crate) fn can_be_renewed(&self) -> bool {
        matches!(self.0, Kind::Provider(_))
    }

    /// What every attempt sends; `None` where a provider is asked each time.
    pub(crate) fn fixed(&self) -> Result<Option<Authorization>, Error> {
        match &self.0 {
            Kind::None => Ok(Authorization::default()),
            Kind::ApiKey(key) => in_header("API key", API_KEY, key.expose(), key, false),
            Kind::Header(name, key) => named_header(name, key),
            Kind::Query(name, key) => in_query(name.clone(), key),
            Kind::Basic(user, password) => basic(user, password),
            Kind::Bearer(token) => bearer(token),
            Kind::Provider(_) => return Ok(None),
        }
        .map(Some)
    }

    /// What the provider gives for one attempt.
    pub(crate) async fn authorize(&self) -> Result<Authorization, Error> {
        match &self.0 {
            Kind::Provider(provider) => bearer(&provider.token().await.map_err(provider_failed)?),
            _ => Ok(Authorization::default()),
        }
    }

    /// What the provider gives for the attempt after a 401; `None` where the token is the same.
    pub(crate) async fn reauthorize(&self, rejected: &Secret) -> Result<Option<Authorization>, Error> {
        let Kind::Provider(provider) = &self.0 else {
            return Ok(None);
        };
        let token = provider.refresh(rejected).await.map_err(provider_failed)?;
        if token == *rejected {
            Ok(None)
        } else {
            bearer(&token).map(Some)
        }
    }
}

fn provider_failed(error: BoxError) -> Error {
    Error::new(ErrorKind::Credential, "cannot get a token to send").with_source(error)
}

/// A header with `text`, in which `secret` is what nobody may see.
fn in_header(
    what: &str,
    name: HeaderName,
    text: &str,
    secret: &Secret,
    may_have_spaces: bool,
) -> Result<Authorization, Error> {
    check_text(what, secret.expose(), may_have_spaces)?;
    Ok(Authorization {
        header: Some((name, sensitive(what, text)?)),
        ..Authorization::new(secret)
    })
}

fn named_header(name: &str, key: &Secret) -> Result<Authorization, Error> {
    let header = HeaderName::from_bytes(name.as_bytes()).map_err(|_| {
        let message = format!("invalid header name `{}` for the key", name.escape_debug());
        Error::new(ErrorKind::Credential, message)
    })?;
    // It may have a scheme before it, as in `Token abc`.
    in_header("API key", header, key.expose(), key, true)
}

fn in_query(name: Cow<'static, str>, key: &Secret) -> Result<Authorization, Error> {
    check_text("API key", key.expose(), false)?;
    Ok(Authorization {
        query: Some(name),
        ..Authorization::new(key)
    })
}

fn basic(user: &str, password: &Secret) -> Result<Authorization, Error> {
    if user.contains(':') {
        return Err(Error::new(
            ErrorKind::Credential,
            "the user name has a colon, which ends it in basic authentication",
        ));
    }
    let pair = format!("{user}:{}", password.expose());
    let encoded = base64::engine::general_purpose::STANDARD.encode(pair);
    Ok(Authorization {
        header: Some((AUTHORIZATION, sensitive("password", &format!("Basic {encoded}"))?)),
        secrets: [password.clone(), Secret::new(encoded)].into(),
        ..Authorization::new(password)
    })
}

fn bearer(token: &Secret) -> Result<Authorization, Error> {
    if token
        .expose()
        .get(..7)
        .is_some_and(|start| start.eq_ignore_ascii_case("bearer "))
    {
        return Err(Error::new(
            ErrorKind::Credential,
            "the bearer token starts with the word `Bearer`; leave it out",
        ));
    }
    let text = format!("Bearer {}", token.expose());
    in_header("bearer token", AUTHORIZATION, &text, token, false)
}

fn check_text(what: &str, text: &str, may_have_spaces: bool) -> Result<(), Error> {
    if text.is_empty() {
        return Err(Error::new(ErrorKind::Credential, format!("the {what} is empty")));
    }
    if text.trim() != text {
        return Err(Error::new(
            ErrorKind::Credential,
            format!("the {what} has white space or a line end around it; remove that"),
        ));
    }
    if !text
        .bytes()
        .all(|byte| byte.is_ascii_graphic() || byte == b' ' && may_have_spaces)
    {
        return Err(Error::new(
            ErrorKind::Credential,
            format!("the {what} has a character that keys and tokens do not have"),
        ));
    }
    Ok(())
}

fn sensitive(what: &str, text: &str) -> Result<HeaderValue, Error> {
    let mut value = HeaderValue::from_str(text).map_err(|_| {
        Error::new(
            ErrorKind::Credential,
            format!("the {what} has a character that HTTP headers cannot carry"),
        )
    })?;
    value.set_sensitive(true);
    Ok(value)
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Kind::None => "Credential::None",
            Kind::ApiKey(_) => "Credential::ApiKey(…)",
            Kind::Header(..) => "Credential::Header(…)",
            Kind::Query(..) => "Credential::Query(…)",
            Kind::Basic(..) => "Credential::Basic(…)",
            Kind::Bearer(_) => "Credential::Bearer(…)",
            Kind::Provider(_) => "Credential::TokenProvider(…)",
        })
    }
}
