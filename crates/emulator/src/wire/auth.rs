//! Who may call.

use std::fmt;

use http::HeaderMap;
use http::header::AUTHORIZATION;

use crate::server::StartError;
use crate::wire::ServiceError;

/// The key, and the bearer token if there is one, that callers must show.
pub(crate) struct Credentials {
    key: String,
    token: Option<String>,
}

impl Credentials {
    pub(crate) fn new(key: &str, token: Option<&str>) -> Result<Self, StartError> {
        let check = |what, text: &str| match !text.is_empty()
            && text.bytes().all(|byte| byte.is_ascii_graphic())
        {
            true => Ok(text.to_owned()),
            false => Err(StartError::InvalidCredential { what }),
        };
        let token = token
            .map(|token| check("bearer token", token))
            .transpose()?;
        Ok(Self {
            key: check("API key", key)?,
            token,
        })
    }

    /// Passes if either the key or the token is right.
    pub(crate) fn check(&self, headers: &HeaderMap) -> Result<(), ServiceError> {
        if headers
            .get("api-key")
            .is_some_and(|key| key.as_bytes() == self.key.as_bytes())
        {
            return Ok(());
        }
        let Some(authorization) = headers.get(AUTHORIZATION) else {
            return Err(ServiceError::unauthorized(
                "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for \
                 an active subscription and use a correct regional API endpoint for your resource.",
            ));
        };
        let shown = authorization
            .to_str()
            .ok()
            .and_then(|text| text.split_once(' '));
        match (shown, &self.token) {
            (Some((scheme, shown)), Some(token))
                if scheme.eq_ignore_ascii_case("bearer") && shown.trim() == token =>
            {
                Ok(())
            }
            _ => Err(ServiceError::unauthorized(
                "Unauthorized. Access token is missing, invalid, audience is incorrect \
                 (https://cognitiveservices.azure.com), or have expired.",
            )),
        }
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Credentials(..)")
    }
}
