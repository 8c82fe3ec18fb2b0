//! What can go wrong on demand, by name.

use std::{fmt, str::FromStr};

macro_rules! faults {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// Something that goes wrong on demand.
        ///
        /// By name: `looping_cursor`, `empty_page` and so on. A fault that means nothing to a request is passed over.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Fault {
            $($(#[$doc])* $name,)*
        }

        impl Fault {
            /// Every fault.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its name.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }
        }
    };
}

faults! {
    /// The first page is sent once more, and says that more follow. Of a request for a later page.
    LoopingCursor = "looping_cursor",
    /// A page without items says that more follow.
    EmptyPage = "empty_page",
    /// The page before is sent once more. Of a request for a later page.
    RepeatedPage = "repeated_page",
    /// The items of a page come in another order.
    Reordered = "reordered",
    /// The headers promise the whole body, half of it comes, and the connection is cut.
    TruncatedBody = "truncated_body",
    /// The connection is cut, and nothing was done.
    DroppedBefore = "dropped_before",
    /// The work is done, and the connection is cut.
    DroppedAfter = "dropped_after",
    /// The work is done at once and answered late.
    Slow = "slow",
    /// The work is done late, also when the client has gone by then.
    Late = "late",
    /// A 500 or 503 with the error body, or a 502 or 504 with a page of HTML. The work was done or was not: which, the
    /// seed decides.
    ServerError = "server_error",
    /// A 429 with `Retry-After` of 0 or 1 seconds. Nothing was done.
    TooManyRequests = "too_many_requests",
    /// Genesys: the answer renews the credentials.
    RenewedCredentials = "renewed_credentials",
    /// Genesys: the answer leaves some events out; a later one has them.
    Holes = "holes",
    /// Genesys: `statusCode` 1 beside nonsense. Nothing was done.
    TryAgain = "try_again",
}

impl Fault {
    /// Whether it changes what is answered, not how: the handler of the operation does it.
    pub(crate) fn is_of_the_content(self) -> bool {
        match self {
            Self::LoopingCursor
            | Self::EmptyPage
            | Self::RepeatedPage
            | Self::Reordered
            | Self::RenewedCredentials
            | Self::Holes
            | Self::TryAgain => true,
            Self::TruncatedBody
            | Self::DroppedBefore
            | Self::DroppedAfter
            | Self::Slow
            | Self::Late
            | Self::ServerError
            | Self::TooManyRequests => false,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// There is no fault of this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownFault;

impl fmt::Display for UnknownFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("there is no fault of this name; there are ")?;
        for (number, fault) in Fault::ALL.iter().enumerate() {
            write!(f, "{}{fault}", if number == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

impl std::error::Error for UnknownFault {}

impl FromStr for Fault {
    type Err = UnknownFault;

    fn from_str(name: &str) -> Result<Self, UnknownFault> {
        Self::ALL.iter().copied().find(|fault| fault.as_str() == name).ok_or(UnknownFault)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_is_found_by_its_name() {
        for fault in Fault::ALL {
            assert_eq!(fault.to_string().parse(), Ok(*fault));
        }
        assert_eq!("Slow".parse::<Fault>(), Err(UnknownFault));
        assert!(UnknownFault.to_string().contains("looping_cursor, empty_page"));
    }
}
