//! Storing renewed credentials before they are used.

use std::{
    error::Error as StdError,
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
};

use crate::ResumePoint;

type Stored = Pin<Box<dyn Future<Output = Result<(), Box<dyn StdError + Send + Sync>>> + Send>>;
type Store = Arc<dyn Fn(ResumePoint) -> Stored + Send + Sync>;

/// What the caller does with renewed credentials. Nothing, until it is set.
#[derive(Default)]
pub(crate) struct OnRenewal(Mutex<Option<Store>>);

impl OnRenewal {
    pub(crate) fn set<R, E>(&self, store: impl Fn(ResumePoint) -> R + Send + Sync + 'static)
    where
        R: Future<Output = Result<(), E>> + Send + 'static,
        E: Into<Box<dyn StdError + Send + Sync>>,
    {
        let store: Store = Arc::new(move |point| {
            let stored = store(point);
            Box::pin(async move { stored.await.map_err(Into::into) })
        });
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(store);
    }

    /// Stores `point`, which is made only if there is something to store it with.
    pub(crate) async fn store(
        &self,
        point: impl FnOnce() -> ResumePoint,
    ) -> Result<(), Box<dyn StdError + Send + Sync>> {
        let store = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        match store {
            Some(store) => store(point()).await,
            None => Ok(()),
        }
    }
}
