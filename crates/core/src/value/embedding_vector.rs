//! Embeddings in either encoding that the service sends.

use std::fmt;
use std::ops::Deref;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::base64_bytes;
use crate::decode::text::{JsonText, in_place};

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

    fn from_base64(text: &str) -> Result<Self, String> {
        let bytes = base64_bytes::decode(text).map_err(|error| error.to_string())?;
        let (numbers, rest) = bytes.as_chunks::<4>();
        if !rest.is_empty() {
            let length = bytes.len();
            return Err(format!(
                "{length} bytes of base64 are not a whole number of 32-bit floats"
            ));
        }
        Ok(Self {
            values: numbers.iter().map(|number| f32::from_le_bytes(*number)).collect(),
            base64: true,
        })
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
        let json = JsonText::deserialize(deserializer)?;
        Self::read_usual(json.as_str()).map_or_else(|| Self::read_any(json.as_str()).map_err(in_place), Ok)
    }
}

impl EmbeddingVector {
    /// Reads what the service usually sends from the text: number by number, serde_json takes three times as long.
    fn read_usual(json: &str) -> Option<Self> {
        if let Some(base64) = json.strip_prefix('"') {
            // Escapes are not base64 and are left to the reader of values.
            return Self::from_base64(base64.strip_suffix('"')?).ok();
        }
        let mut rest = json.strip_prefix('[')?.as_bytes();
        // JSON does not say how many follow; 1536 is the most common length.
        let mut values = Vec::with_capacity(1536.min(rest.len()));
        loop {
            let number = rest.trim_ascii_start();
            let (value, length) = read_number(number)?;
            values.push(Some(value).filter(|value| value.is_finite())?);
            rest = match number[length..].trim_ascii_start() {
                [b',', rest @ ..] => rest,
                [b']'] => return Some(Self::from(values)),
                _ => return None,
            };
        }
    }

    fn read_any(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::Deserializer::from_str(json).deserialize_any(EitherEncoding)
    }
}

/// The number that text begins with, rounded once, and its length. A double takes less time, and has the same nearest `f32`
/// unless it is halfway between two.
fn read_number(text: &[u8]) -> Option<(f32, usize)> {
    let (double, length) = fast_float2::parse_partial::<f64, _>(text).ok()?;
    let is_halfway = double.to_bits() & 0x1fff_ffff == 0x1000_0000;
    if is_halfway || double.abs() < f64::from(f32::MIN_POSITIVE) {
        return fast_float2::parse_partial(text).ok();
    }
    Some((double as f32, length))
}

struct EitherEncoding;

impl<'de> Visitor<'de> for EitherEncoding {
    type Value = EmbeddingVector;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of numbers, or base64 text of little-endian 32-bit floats")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<EmbeddingVector, E> {
        EmbeddingVector::from_base64(text).map_err(E::custom)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<EmbeddingVector, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = sequence.next_element()? {
            values.push(value);
        }
        Ok(EmbeddingVector { values, base64: false })
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
    fn numbers_are_rounded_to_the_nearest_float_and_kept() {
        let mut random = 88_172_645_463_325_252_u64;
        let mut next = || {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            random
        };
        let mut texts: Vec<String> = ["0", "-0", "1", "-0.0", "1e-46", "1E2", "3.4028235e38", "16777217"]
            .map(String::from)
            .into();
        for _ in 0..20_000 {
            let bits = next() as u32;
            let (float, above) = (f32::from_bits(bits), f32::from_bits(bits.wrapping_add(1)));
            if !float.is_finite() || !above.is_finite() {
                continue;
            }
            // Halfway to the next one, and as near to that as decimals come.
            let halfway = (f64::from(float) + f64::from(above)) / 2.0;
            texts.push(format!("{float}"));
            texts.push(format!("{halfway:e}"));
            texts.push(format!("{halfway:.170}"));
            texts.push(format!("{halfway:.170}1"));
            texts.push(format!("{}.{:017}", next() % 10, next() % 100_000_000_000_000_000));
            texts.push(format!("{}e{}", next(), next() % 40));
        }
        for text in texts {
            let vector = serde_json::from_str::<EmbeddingVector>(&format!("[ {text} , 1]"));
            let expected: f32 = text.parse().unwrap();
            let found = vector.ok().map(|vector| vector[0].to_bits());
            assert_eq!(
                found,
                Some(expected.to_bits()).filter(|_| expected.is_finite()),
                "{text}"
            );
        }
    }

    #[test]
    fn other_sources_than_text_give_the_same_numbers() {
        let value = serde_json::json!([0.5, 1, -2e-3]);
        let vector: EmbeddingVector = serde_json::from_value(value.clone()).unwrap();
        assert_eq!(&*vector, [0.5, 1.0, -0.002]);
        assert_eq!(EmbeddingVector::deserialize(&value).unwrap(), vector);
        assert_eq!(
            serde_json::from_slice::<EmbeddingVector>(value.to_string().as_bytes()).unwrap(),
            vector
        );
        assert_eq!(
            serde_json::from_reader::<_, EmbeddingVector>(value.to_string().as_bytes()).unwrap(),
            vector
        );
        let sequence =
            serde::de::value::SeqDeserializer::<_, serde::de::value::Error>::new([0.5_f32, 1.0, -0.002].into_iter());
        assert_eq!(EmbeddingVector::deserialize(sequence).unwrap(), vector);
        // What serde buffers for an enum without a tag hands on values.
        #[derive(serde::Deserialize)]
        #[serde(untagged)]
        enum Either {
            Vector(EmbeddingVector),
        }
        let Either::Vector(buffered) = serde_json::from_str(&value.to_string()).unwrap();
        assert_eq!(buffered, vector);
    }

    #[test]
    fn value_that_is_not_an_embedding_is_an_error() {
        let odd = serde_json::from_str::<EmbeddingVector>(r#""AAAAAAA=""#).unwrap_err();
        assert!(odd.to_string().contains("5 bytes"), "{odd}");
        assert!(serde_json::from_str::<EmbeddingVector>(r#""***""#).is_err());
        for other in [
            r#"["a"]"#,
            "[1,]",
            "[1,null]",
            "[[1]]",
            "[1e39]",
            "[-1e400]",
            "{}",
            r#"{"a":1}"#,
            "true",
            "[nan]",
            "[.5]",
            "[+1]",
            "[01]",
        ] {
            assert!(serde_json::from_str::<EmbeddingVector>(other).is_err(), "{other}");
        }
        assert!(serde_json::from_str::<EmbeddingVector>("[ ]").unwrap().is_empty());
        assert!(serde_json::from_str::<EmbeddingVector>("null").is_err());
    }
}
