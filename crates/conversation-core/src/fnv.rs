//! FNV-1a, of which stored digests are made: it never changes.

/// Where a digest begins.
pub(crate) const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

/// The digest of what `hash` is the digest of, and `bytes` behind it.
pub(crate) fn fnv(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// Where a digest of 128 bits begins.
pub(crate) const OFFSET_128: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;

/// The digest of 128 bits of what `hash` is the digest of, and `bytes` behind it.
pub(crate) fn fnv_128(hash: u128, bytes: &[u8]) -> u128 {
    bytes
        .iter()
        .fold(hash, |hash, byte| (hash ^ u128::from(*byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digests_are_those_that_were_published_with_it() {
        assert_eq!(fnv(OFFSET, b""), OFFSET);
        assert_eq!(fnv(OFFSET, b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv(OFFSET, b"foobar"), 0x8594_4171_f739_67e8);
        assert_eq!(fnv_128(OFFSET_128, b"a"), 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964);
        assert_eq!(fnv_128(OFFSET_128, b"foobar"), 0x343e_1662_793c_64bf_6f0d_3597_ba44_6f18);
    }
}
