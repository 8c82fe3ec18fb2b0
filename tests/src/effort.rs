//! How thoroughly the laws are checked: everyday, or deep.

/// Whether the heavy laws run at full size, as they do under `cargo xtask ci --deep`.
pub fn is_deep() -> bool {
    std::env::var_os("CONVERSATION_DEEP").is_some_and(|value| value != "0")
}

/// How many cases a law is checked with: `deep` under `cargo xtask ci --deep`, and `everyday` otherwise.
pub fn cases<N>(everyday: N, deep: N) -> N {
    if is_deep() { deep } else { everyday }
}
