//! Sums of contents.

use md5::{Digest, Md5};

/// Returns the sum in hexadecimal digits.
pub(crate) fn hex(md5: Md5) -> String {
    format!("{:032x}", u128::from_be_bytes(md5.finalize().into()))
}
