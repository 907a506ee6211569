//! Embeddings in either encoding that the service sends.

use std::fmt;
use std::ops::Deref;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::base64_bytes;

/// An embedding: decoded from a JSON array of numbers, or from the one base64 string of little-endian `f32` that
/// `encoding_format: "base64"` asks for (a tenth of the time). It serializes as it came.
#[derive(Clone, Default)]
pub struct EmbeddingVector {
    values: Vec<f32>,
    base64: bool,
}

impl EmbeddingVector {
    /// The numbers.
    pub fn as_slice(&self) -> &[f32] {
        &self.values
    }

    /// The numbers, without copying them.
    pub fn into_vec(self) -> Vec<f32> {
        self.values
    }
}

impl Deref for EmbeddingVector {
    type Target = [f32];

    fn deref(&self) -> &[f32] {
        &self.values
    }
}

impl AsRef<[f32]> for EmbeddingVector {
    fn as_ref(&self) -> &[f32] {
        &self.values
    }
}

/// Serializes as an array of numbers.
impl From<Vec<f32>> for EmbeddingVector {
    fn from(values: Vec<f32>) -> Self {
        Self { values, base64: false }
    }
}

/// Two are equal if their numbers are, in whichever encoding they came.
impl PartialEq for EmbeddingVector {
    fn eq(&self, other: &Self) -> bool {
        self.values == other.values
    }
}

impl fmt::Debug for EmbeddingVector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EmbeddingVector({} numbers)", self.values.len())
    }
}

impl Serialize for EmbeddingVector {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !self.base64 {
            return self.values.serialize(serializer);
        }
        let bytes: Vec<u8> = self.values.iter().flat_map(|value| value.to_le_bytes()).collect();
        serializer.serialize_str(&base64_bytes::encode(&bytes))
    }
}

impl<'de> Deserialize<'de> for EmbeddingVector {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EitherEncoding;
        impl<'de> Visitor<'de> for EitherEncoding {
            type Value = EmbeddingVector;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an array of numbers, or base64 text of little-endian 32-bit floats")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<EmbeddingVector, E> {
                let bytes = base64_bytes::decode(text).map_err(E::custom)?;
                let (numbers, rest) = bytes.as_chunks::<4>();
                if !rest.is_empty() {
                    return Err(E::custom(format_args!(
                        "{} bytes of base64 are not a whole number of 32-bit floats",
                        bytes.len()
                    )));
                }
                Ok(EmbeddingVector {
                    values: numbers.iter().map(|b| f32::from_le_bytes(*b)).collect(),
                    base64: true,
                })
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<EmbeddingVector, A::Error> {
                // JSON does not say how many follow; 1536 is the most common length.
                let mut values = Vec::with_capacity(sequence.size_hint().unwrap_or(1536).min(4096));
                while let Some(value) = sequence.next_element()? {
                    values.push(value);
                }
                Ok(EmbeddingVector { values, base64: false })
            }
        }
        deserializer.deserialize_any(EitherEncoding)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_encodings_give_the_same_numbers_and_encode_back() {
        let numbers = "[0.5,-1.0,0.1]";
        let bytes: Vec<u8> = [0.5_f32, -1.0, 0.1].iter().flat_map(|v| v.to_le_bytes()).collect();
        let text = serde_json::to_string(&base64_bytes::encode(&bytes)).unwrap();
        let a: EmbeddingVector = serde_json::from_str(numbers).unwrap();
        let b: EmbeddingVector = serde_json::from_str(&text).unwrap();
        assert_eq!(&*a, [0.5, -1.0, 0.1]);
        assert_eq!(a, b);
        assert_eq!(serde_json::to_string(&a).unwrap(), numbers);
        assert_eq!(serde_json::to_string(&b).unwrap(), text);
    }

    #[test]
    fn value_that_is_not_an_embedding_is_an_error() {
        let odd = serde_json::from_str::<EmbeddingVector>(r#""AAAAAAA=""#).unwrap_err();
        assert!(odd.to_string().contains("5 bytes"), "{odd}");
        assert!(serde_json::from_str::<EmbeddingVector>(r#""***""#).is_err());
        assert!(serde_json::from_str::<EmbeddingVector>(r#"["a"]"#).is_err());
        assert!(serde_json::from_str::<EmbeddingVector>("null").is_err());
    }
}
