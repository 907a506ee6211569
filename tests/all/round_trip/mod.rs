//! What responses hold that the types do not know, and what they lack: decoded, kept, and encoded back.

mod documents;
mod mutation;
mod random;
mod table;
