//! Libraries that panic on a document they cannot handle, kept from taking the command down.

use std::{
    any::Any,
    cell::Cell,
    panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook},
    sync::Once,
};

thread_local! {
    /// Whether a guarded call is running on this thread.
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Runs `call`; a panic in it becomes the error, and prints nothing.
pub(crate) fn guarded<T>(call: impl FnOnce() -> T) -> Result<T, String> {
    // The hook belongs to the process: it is set once, and panics of other threads go on to the hook before it.
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = take_hook();
        set_hook(Box::new(move |panic| {
            if !GUARDED.get() {
                before(panic);
            }
        }));
    });
    let outer = GUARDED.replace(true);
    let result = catch_unwind(AssertUnwindSafe(call));
    GUARDED.set(outer);
    result.map_err(|payload| message(&*payload))
}

fn message(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("a panic without a message").lines().next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn a_panic_is_an_error() {
        assert_eq!(guarded(|| 1), Ok(1));
        assert_eq!(guarded(|| -> u8 { panic!("one {}\ntwo", "line") }), Err("one line".into()));
    }
}
