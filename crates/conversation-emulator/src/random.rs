//! Numbers that a seed decides, the same on every machine and in every version.

/// A number that `parts` decide.
pub(crate) fn draw(parts: &[u64]) -> u64 {
    parts.iter().fold(0x9E37_79B9_7F4A_7C15, |state, part| mix(state.rotate_left(23) ^ mix(*part)))
}

/// SplitMix64's last step. It is a bijection: two different numbers never become the same.
pub(crate) fn mix(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// `number` as a part of 1, which is itself excluded.
pub(crate) fn fraction(number: u64) -> f64 {
    // 53 bits: what a float of this kind holds exactly.
    (number >> 11) as f64 / (1_u64 << 53) as f64
}

/// A number for a text (FNV-1a).
pub(crate) fn digest(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}

/// Shuffles `items` by `roll`. Two or more do not stay as they were.
pub(crate) fn shuffle<T>(items: &mut [T], roll: u64) {
    let len = items.len() as u64;
    let mut moved = false;
    for last in (1..len).rev() {
        let other = draw(&[roll, last]) % (last + 1);
        moved |= other != last;
        items.swap(last as usize, other as usize);
    }
    if !moved && len > 1 {
        items.rotate_left(1);
    }
}

#[cfg(test)]
mod tests {
    use super::{fraction, shuffle};

    #[test]
    fn a_shuffle_keeps_every_item_and_not_their_order() {
        for len in 0..8_u32 {
            for roll in 0..500 {
                let before: Vec<u32> = (0..len).collect();
                let mut after = before.clone();
                shuffle(&mut after, roll);
                assert_eq!(after == before, len < 2, "{len} {roll}");
                after.sort_unstable();
                assert_eq!(after, before);
            }
        }
    }

    #[test]
    fn a_fraction_is_below_one() {
        assert_eq!(fraction(0), 0.0);
        assert!(fraction(u64::MAX) < 1.0);
    }
}
