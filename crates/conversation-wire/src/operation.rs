//! The operations of an API, as its document lists them.

/// One operation of an API: a row of the generated table `OPERATIONS` of a types crate.
///
/// ```
/// use conversation_wire::Operation;
///
/// const GET: Operation = Operation::new("messages_get", "GET", "/messages/{message_id}");
/// assert!(GET.matches("GET", "/messages/msg_1"));
/// assert!(!GET.matches("GET", "/messages/")); // a parameter is not empty
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Operation {
    /// The `operationId`.
    pub id: &'static str,
    /// The HTTP method, in capital letters.
    pub method: &'static str,
    /// The path below the server's address, with each parameter in braces.
    pub path: &'static str,
}

impl Operation {
    /// Creates a row of the table.
    pub const fn new(id: &'static str, method: &'static str, path: &'static str) -> Self {
        Self { id, method, path }
    }

    /// Whether a request with this method and this path, below the server's address, is for this operation.
    ///
    /// A parameter matches one segment that is not empty. Nothing is decoded: `%2F` is part of a segment.
    pub fn matches(&self, method: &str, path: &str) -> bool {
        let mut given = path.split('/');
        self.method == method
            && self.path.split('/').all(|part| {
                given.next().is_some_and(|given| if part.starts_with('{') { !given.is_empty() } else { part == given })
            })
            && given.next().is_none()
    }
}
