//! The status codes that the documentation names.

use crate::ChatStatus;

impl ChatStatus {
    /// The operation is done.
    pub const DONE: Self = Self::new(0);
    /// It failed, or the server has no connection to the chat server: try again.
    pub const TRY_AGAIN: Self = Self::new(1);
    /// It failed and cannot be recovered: the session is over.
    pub const OVER: Self = Self::new(2);
}
