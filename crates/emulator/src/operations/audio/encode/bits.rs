//! Bits and checksums, most significant bit first.

/// Writes numbers of any width.
#[derive(Debug, Default)]
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    /// Bits of the last byte that are in use; 0 if it is full.
    used: u32,
}

impl BitWriter {
    /// The lowest `width` bits of `value`; at most 32.
    pub(super) fn write(&mut self, value: u32, width: u32) {
        for place in (0..width).rev() {
            self.bit(value >> place & 1 == 1);
        }
    }

    /// All bytes so far, the last one filled up with zeros.
    pub(super) fn align(&mut self) -> &mut Vec<u8> {
        self.used = 0;
        &mut self.bytes
    }

    fn bit(&mut self, bit: bool) {
        if self.used == 0 {
            self.bytes.push(0);
        }
        if let Some(last) = self.bytes.last_mut() {
            *last |= u8::from(bit) << (7 - self.used);
        }
        self.used = (self.used + 1) % 8;
    }
}

/// A cyclic redundancy check of 8, 16 or 32 bits that starts at 0 and is not reflected, as FLAC and Ogg use.
pub(super) fn checksum(bytes: &[u8], width: u32, polynomial: u32) -> u32 {
    let top = 1 << (width - 1);
    let mask = top | (top - 1);
    bytes.iter().fold(0, |check, byte| {
        let mut check = check ^ (u32::from(*byte) << (width - 8));
        for _ in 0..8 {
            let carry = check & top != 0;
            check = (check << 1) & mask;
            if carry {
                check ^= polynomial;
            }
        }
        check
    })
}

#[cfg(test)]
mod tests {
    use super::{BitWriter, checksum};

    #[test]
    fn the_published_check_values() {
        // CRC-8/SMBUS, CRC-16/UMTS; Ogg's is CRC-32/MPEG-2 with another start.
        assert_eq!(checksum(b"123456789", 8, 0x07), 0xf4);
        assert_eq!(checksum(b"123456789", 16, 0x8005), 0xfee8);
        assert_eq!(checksum(b"123456789", 32, 0x04c1_1db7), 0x89a1_897f);
    }

    #[test]
    fn bits_come_from_the_top() {
        let mut bits = BitWriter::default();
        bits.write(0b101, 3);
        bits.write(0b001, 3);
        bits.write(0xff, 4);
        assert_eq!(bits.align(), &[0b1010_0111, 0b1100_0000]);
    }
}
