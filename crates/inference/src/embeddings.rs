//! Conveniences of embeddings.

use azure_openai_core::Error;

use crate::messages::from_borrowed;
use crate::{CreateEmbeddingResponse, Embedding, EmbeddingInput};

from_borrowed!(EmbeddingInput);
from_borrowed!(lists: EmbeddingInput);

impl CreateEmbeddingResponse {
    /// Iterates over the embeddings in the order of the inputs, whichever encoding they came in. One that is not a
    /// vector (some servers send nulls) is an error of its own.
    pub fn vectors(&self) -> impl ExactSizeIterator<Item = Result<&[f32], Error>> {
        let mut sorted: Vec<_> = self.data.iter().collect();
        sorted.sort_by_key(|item| item.index);
        sorted.into_iter().map(Embedding::vector)
    }
}

impl Embedding {
    /// Returns the numbers of the embedding.
    ///
    /// # Errors
    /// [`Decode`](azure_openai_core::ErrorKind::Decode) where the response has something else in place of a vector.
    pub fn vector(&self) -> Result<&[f32], Error> {
        if self.embedding.is_empty() {
            return Err(Error::decode(format!(
                "embedding {} is not a vector of numbers",
                self.index
            )));
        }
        Ok(&self.embedding)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::EmbeddingInput;

    #[test]
    fn borrowed_texts_become_inputs() {
        let texts = vec!["one".to_owned(), "two".to_owned()];
        let sent = |input: EmbeddingInput| serde_json::to_value(input).unwrap();
        assert_eq!(sent((&texts).into()), json!(["one", "two"]));
        assert_eq!(sent(texts[1..].into()), json!(["two"]));
        assert_eq!(sent((&texts[0]).into()), json!("one"));
    }
}
