//! Unknown and missing fields of responses: decoded, kept, and serialized back.

mod documents;
mod mutation;
mod random;
mod retyped;
mod table;
