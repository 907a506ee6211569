//! Arrays in the format of NumPy.

use azure_openai_core::Error;

use super::batch::EmbeddedBatch;

/// Where the rows begin: the header is padded to this.
const HEADER: usize = 128;

/// The start of an array of `float32`.
pub(super) fn header(rows: u64, columns: usize) -> Vec<u8> {
    let text = format!("{{'descr': '<f4', 'fortran_order': False, 'shape': ({rows}, {columns}), }}");
    let mut header = b"\x93NUMPY\x01\x00".to_vec();
    header.extend(((HEADER - 10) as u16).to_le_bytes());
    header.extend(format!("{text:width$}\n", width = HEADER - 11).into_bytes());
    header
}

/// The rows of a batch, `NaN` for texts without an embedding; and whether the array begins with them. Before the number
/// of columns is known, nothing can be written: the rows `before` the first embedding come with it.
pub(super) fn rows(batch: &EmbeddedBatch, before: u64, columns: &mut usize) -> Result<(Vec<u8>, bool), Error> {
    let mut bytes = Vec::new();
    let begins = *columns == 0;
    if begins {
        match batch.rows().find_map(|(_, row)| row.ok()) {
            None => return Ok((bytes, false)),
            Some(row) => *columns = row.len(),
        }
    }
    let none = || std::iter::repeat_n(f32::NAN.to_le_bytes(), *columns).flatten();
    for _ in 0..if begins { before } else { 0 } {
        bytes.extend(none());
    }
    for (number, row) in batch.rows() {
        match row {
            Ok(row) if row.len() == *columns => bytes.extend(row.iter().flat_map(|number| number.to_le_bytes())),
            Ok(row) => {
                return Err(Error::decode(format!(
                    "embedding of text {number} has {} numbers, the others have {columns}",
                    row.len()
                )));
            }
            Err(_) => bytes.extend(none()),
        }
    }
    Ok((bytes, begins))
}
