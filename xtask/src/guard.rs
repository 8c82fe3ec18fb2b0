//! Libraries that panic on a document they cannot handle, kept from taking the command down.

use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook},
    sync::Mutex,
};

/// The panic hook belongs to the process, so one guarded call runs at a time.
static HOOK: Mutex<()> = Mutex::new(());

/// Runs `call`; a panic in it becomes the error, and prints nothing.
pub(crate) fn guarded<T>(call: impl FnOnce() -> T) -> Result<T, String> {
    let _one_at_a_time = HOOK.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let hook = take_hook();
    set_hook(Box::new(|_| {}));
    let result = catch_unwind(AssertUnwindSafe(call));
    set_hook(hook);
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
