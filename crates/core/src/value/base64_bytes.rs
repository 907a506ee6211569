//! Bytes as base64 text.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use base64::{Engine, alphabet};
use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::ToParameter;

const LENIENT: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_decode_padding_mode(DecodePaddingMode::Indifferent)
    .with_decode_allow_trailing_bits(true);
/// Most text has this alphabet: read and written with vector instructions, where there are any.
#[cfg(any(target_arch = "x86_64", all(target_arch = "aarch64", target_feature = "neon")))]
static STANDARD_ENGINE: std::sync::LazyLock<base64::engine::Simd> =
    std::sync::LazyLock::new(|| base64::engine::Simd::standard(LENIENT));
#[cfg(not(any(target_arch = "x86_64", all(target_arch = "aarch64", target_feature = "neon"))))]
const STANDARD_ENGINE: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, LENIENT);
const URL_SAFE_ENGINE: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, LENIENT.with_encode_padding(false));

/// Decodes base64 with or without padding, of either alphabet, white space between.
pub(super) fn decode(text: &str) -> Result<Vec<u8>, Base64Error> {
    match STANDARD_ENGINE.decode(text) {
        Ok(bytes) => Ok(bytes),
        Err(error) => {
            let text: String = text.chars().filter(|c| !c.is_ascii_whitespace()).collect();
            if text.contains(['-', '_']) {
                URL_SAFE_ENGINE.decode(text)
            } else {
                STANDARD_ENGINE.decode(text)
            }
            .map_err(|_| Base64Error(error))
        }
    }
}

pub(super) fn encode(bytes: &[u8]) -> String {
    STANDARD_ENGINE.encode(bytes)
}

/// Text is not base64.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not base64: {0}")]
pub struct Base64Error(base64::DecodeError);

/// A type of bytes that are base64 text in JSON: its documentation, its name, and the engine that encodes it.
macro_rules! base64_type {
    ($(#[doc = $doc:literal])* $name:ident, $engine:expr) => {
        $(#[doc = $doc])*
        #[derive(Clone, Default, PartialEq, Eq, Hash)]
        pub struct $name(Vec<u8>);

        impl $name {
            /// The bytes.
            pub fn into_vec(self) -> Vec<u8> {
                self.0
            }

            /// Decodes base64 text of either alphabet, with or without padding.
            ///
            /// # Errors
            /// Returns [`Base64Error`] for anything else.
            pub fn from_base64(text: &str) -> Result<Self, Base64Error> {
                decode(text).map(Self)
            }

            /// The bytes as base64 text.
            pub fn to_base64(&self) -> String {
                $engine.encode(&self.0)
            }
        }

        impl Deref for $name {
            type Target = [u8];

            fn deref(&self) -> &[u8] {
                &self.0
            }
        }

        impl AsRef<[u8]> for $name {
            fn as_ref(&self) -> &[u8] {
                &self.0
            }
        }

        impl From<Vec<u8>> for $name {
            fn from(bytes: Vec<u8>) -> Self {
                Self(bytes)
            }
        }

        impl From<&[u8]> for $name {
            fn from(bytes: &[u8]) -> Self {
                Self(bytes.to_vec())
            }
        }

        impl From<bytes::Bytes> for $name {
            fn from(bytes: bytes::Bytes) -> Self {
                Self(bytes.into())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({} bytes)", stringify!($name), self.0.len())
            }
        }

        impl ToParameter for $name {
            fn to_parameter(&self) -> Cow<'_, str> {
                Cow::Owned(self.to_base64())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.to_base64())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Text).map(Self)
            }
        }
    };
}

base64_type! {
    /// Bytes that JSON carries as base64 text (`format: byte`).
    ///
    /// Decoding takes text without padding and the URL-safe alphabet too; encoding writes the standard alphabet with padding.
    Base64Bytes, STANDARD_ENGINE
}

base64_type! {
    /// Bytes that JSON carries as base64 text of the URL-safe alphabet (`format: base64url`).
    ///
    /// Decoding takes padding and the standard alphabet too; encoding writes the URL-safe alphabet without padding (RFC 4648,
    /// section 5; RFC 7515, appendix C).
    Base64UrlBytes, URL_SAFE_ENGINE
}

/// Reads base64 text.
struct Text;

impl Visitor<'_> for Text {
    type Value = Vec<u8>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("base64 text")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Vec<u8>, E> {
        decode(text).map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_of_any_alphabet_and_padding_is_decoded() {
        for text in ["+/8AAQ==", "+/8AAQ", "-_8AAQ==", "-_8AAQ", "+/8A\nAQ=="] {
            let json = serde_json::to_string(text).unwrap();
            let bytes: Base64Bytes = serde_json::from_str(&json).unwrap();
            assert_eq!(&*bytes, [0xfb, 0xff, 0, 1], "{text}");
            assert_eq!(serde_json::to_string(&bytes).unwrap(), r#""+/8AAQ==""#);
            let url_safe: Base64UrlBytes = serde_json::from_str(&json).unwrap();
            assert_eq!(serde_json::to_string(&url_safe).unwrap(), r#""-_8AAQ""#);
            assert_eq!(url_safe.to_parameter(), "-_8AAQ");
        }
        let error = serde_json::from_str::<Base64Bytes>(r#""a*b""#).unwrap_err();
        assert!(error.to_string().starts_with("not base64"), "{error}");
        assert!(serde_json::from_str::<Base64Bytes>("[1]").is_err());
    }

    #[test]
    fn debug_shows_the_length_only() {
        assert_eq!(format!("{:?}", Base64Bytes::from(vec![1, 2])), "Base64Bytes(2 bytes)");
    }
}
