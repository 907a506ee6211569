//! Keys and bearer tokens.

use std::fmt;
use std::time::Duration;

use http::header::AUTHORIZATION;
use http::{HeaderMap, StatusCode};
use parking_lot::Mutex;

use crate::clock::Clock;
use crate::error::StartError;
use crate::setters::setters;
use crate::wire::ServiceError;

/// A token of Entra ID that the emulator accepts as `Authorization: Bearer`; made from a string, see
/// [`Builder::with_bearer_token`](crate::Builder::with_bearer_token). Its `Debug` does not show the token.
///
/// ```
/// use std::time::Duration;
/// use azure_openai_emulator::BearerToken;
///
/// let token = BearerToken::new("first").with_lifetime(Duration::from_secs(3600));
/// ```
#[derive(Clone, PartialEq, Eq)]
#[must_use = "a token is accepted once an emulator has it"]
pub struct BearerToken {
    text: String,
    lifetime: Option<Duration>,
    permitted: bool,
}

impl BearerToken {
    /// A token that does not expire.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            lifetime: None,
            permitted: true,
        }
    }

    setters! {
        /// Sets the time after which it is refused (401), by the emulator's clock, from when the emulator receives it.
        pub fn with_lifetime(self, lifetime: Duration) => lifetime = Some(lifetime);
        /// Makes its principal lack permission: 401 with the code `PermissionDenied`.
        pub fn without_permission(self) => permitted = false;
    }
}

impl<T: Into<String>> From<T> for BearerToken {
    fn from(text: T) -> Self {
        Self::new(text)
    }
}

impl fmt::Debug for BearerToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("BearerToken")
            .field("lifetime", &self.lifetime)
            .field("permitted", &self.permitted)
            .finish_non_exhaustive()
    }
}

/// The key and the bearer tokens that are accepted.
pub(crate) struct Credentials {
    key: String,
    keys_disabled: bool,
    clock: Clock,
    tokens: Mutex<Vec<Accepted>>,
}

struct Accepted {
    token: BearerToken,
    /// In the clock's time.
    expires_at: Option<Duration>,
}

impl Credentials {
    pub(crate) fn new(
        key: &str,
        keys_disabled: bool,
        tokens: Vec<BearerToken>,
        clock: Clock,
    ) -> Result<Self, StartError> {
        check("API key", key)?;
        let credentials = Self {
            key: key.to_owned(),
            keys_disabled,
            clock,
            tokens: Mutex::default(),
        };
        credentials.set(tokens)?;
        Ok(credentials)
    }

    /// Accepts one more token; one of the same text is replaced.
    pub(crate) fn accept(&self, token: BearerToken) -> Result<(), StartError> {
        let accepted = self.accepted(token)?;
        let mut tokens = self.tokens.lock();
        tokens.retain(|other| other.token.text != accepted.token.text);
        tokens.push(accepted);
        Ok(())
    }

    /// Accepts these tokens and no others.
    pub(crate) fn set(&self, tokens: Vec<BearerToken>) -> Result<(), StartError> {
        let accepted = tokens.into_iter().map(|token| self.accepted(token));
        let accepted = accepted.collect::<Result<Vec<_>, _>>()?;
        *self.tokens.lock() = accepted;
        Ok(())
    }

    /// Returns whether the token was accepted before.
    pub(crate) fn revoke(&self, text: &str) -> bool {
        let mut tokens = self.tokens.lock();
        let before = tokens.len();
        tokens.retain(|accepted| accepted.token.text != text);
        tokens.len() < before
    }

    /// Passes if either the key or the token is right. `operation` is named where a token lacks the permission. At the
    /// version-less base the key may come as a bearer token too.
    pub(crate) fn check(&self, headers: &HeaderMap, v1: bool, operation: Option<&str>) -> Result<(), ServiceError> {
        let shown = bearer(headers);
        let key = self.has_key(headers) || v1 && shown == Some(self.key.as_str());
        if key && !self.keys_disabled {
            return Ok(());
        }
        if shown.is_none_or(|shown| shown == self.key) && (key || !headers.contains_key(AUTHORIZATION)) {
            return Err(if key {
                ServiceError::keys_disabled()
            } else {
                ServiceError::unauthorized(
                    "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key \
                     for an active subscription and use a correct regional API endpoint for your resource.",
                )
            });
        }
        let now = self.clock.now();
        let tokens = self.tokens.lock();
        let accepted = tokens.iter().find(|accepted| {
            Some(accepted.token.text.as_str()) == shown && accepted.expires_at.is_none_or(|expires_at| now < expires_at)
        });
        match accepted {
            Some(accepted) if accepted.token.permitted => Ok(()),
            Some(_) => Err(ServiceError::permission_denied(operation)),
            None => Err(ServiceError::unauthorized(
                "Unauthorized. Access token is missing, invalid, audience is incorrect \
                 (https://cognitiveservices.azure.com), or have expired.",
            )),
        }
    }

    /// Whether the request has the key, even if keys are disabled.
    pub(crate) fn has_key(&self, headers: &HeaderMap) -> bool {
        headers
            .get("api-key")
            .is_some_and(|key| key.as_bytes() == self.key.as_bytes())
    }

    fn accepted(&self, token: BearerToken) -> Result<Accepted, StartError> {
        check("bearer token", &token.text)?;
        let expires_at = token.lifetime.map(|lifetime| self.clock.now().saturating_add(lifetime));
        Ok(Accepted { token, expires_at })
    }
}

/// The token that a request shows.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, shown) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| shown.trim())
}

fn check(what: &'static str, text: &str) -> Result<(), StartError> {
    match !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic()) {
        true => Ok(()),
        false => Err(StartError::InvalidCredential { what }),
    }
}

impl ServiceError {
    fn keys_disabled() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "AuthenticationTypeDisabled",
            "Key based authentication is disabled for this resource.",
        )
    }

    fn permission_denied(operation: Option<&str>) -> Self {
        let operation = operation.unwrap_or("this operation");
        Self::new(
            StatusCode::UNAUTHORIZED,
            "PermissionDenied",
            format!("The principal lacks the required data action to perform {operation}."),
        )
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Credentials(..)")
    }
}
