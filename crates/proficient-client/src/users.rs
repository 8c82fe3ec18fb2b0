//! The end users of a project.

use conversation_http::Retry;
use proficient_types::{LiveModeFilter, User, UserCreateParams, UserId, UserUpdateParams, UsersList};

use crate::{
    Client, Error, PreparedCall,
    generated::Client as Requests,
    prepared::{Candidates, sealed},
    reconcile,
};

/// The end users of a project. Admin API; a client can read and update its own user.
#[derive(Clone, Copy, Debug)]
pub struct Users<'a>(pub(crate) &'a Client);

impl Users<'_> {
    /// All users, or only the live or the test users, in one answer: `GET /users`.
    ///
    /// # Errors
    ///
    /// Those of every call.
    pub async fn list(&self, live_mode: Option<&LiveModeFilter>) -> Result<UsersList, Error> {
        self.0.call(Retry::Idempotent, |requests: Requests| async move { requests.users_list(live_mode).await }).await
    }

    /// Creates a user: `POST /users`. It is created once: see [Creating](crate#creating).
    ///
    /// # Errors
    ///
    /// 400 when the parameters are invalid or the external id is taken, 403 when the key may not create users. `OutcomeUnknown`
    /// when no answer came and the list cannot tell.
    pub async fn create(&self, params: &UserCreateParams) -> Result<User, Error> {
        self.0.carry_out(&mut self.prepare_create(params.clone())).await
    }

    /// The call of [`create`](Self::create) as a value to store before it is made. Nothing is requested.
    pub fn prepare_create(&self, params: UserCreateParams) -> PreparedCall<UserCreateParams> {
        self.0.prepare(params)
    }

    /// Reads a user: `GET /users/{user_id}`.
    ///
    /// # Errors
    ///
    /// 404 when there is none of this id, or none for these credentials.
    pub async fn get(&self, id: &UserId) -> Result<User, Error> {
        self.0.call(Retry::Idempotent, |requests: Requests| async move { requests.users_get(id).await }).await
    }

    /// Changes the fields given, and leaves the absent ones as they are: `POST /users/{user_id}`.
    ///
    /// # Errors
    ///
    /// 400 when the parameters are invalid, 403 when it is another user, 404 when there is none of this id, 503 when it
    /// cannot be done now.
    pub async fn update(&self, id: &UserId, params: &UserUpdateParams) -> Result<User, Error> {
        self.0
            .call(Retry::Idempotent, |requests: Requests| async move { requests.users_update(id, params).await })
            .await
    }

    /// Deletes a user and all the user's interactions: `DELETE /users/{user_id}`. Gives the user as it was; nothing when
    /// the answer that had it was lost, and it is gone.
    ///
    /// # Errors
    ///
    /// 404 when there is none of this id, 503 when it cannot be done now.
    pub async fn delete(&self, id: &UserId) -> Result<Option<User>, Error> {
        let send =
            || self.0.call(Retry::NotExecuted, |requests: Requests| async move { requests.users_delete(id).await });
        reconcile::delete(self.0.policy(), send, || self.get(id)).await
    }
}

impl sealed::CreateCall for UserCreateParams {
    type Output = User;

    const OPERATION: &'static str = "users_create";

    async fn send(&self, client: &Client) -> Result<User, Error> {
        client.call(Retry::NotExecuted, |requests: Requests| async move { requests.users_create(self).await }).await
    }

    async fn list(&self, client: &Client, into: &mut Candidates<'_, User>) -> Result<(), Error> {
        let (users, unreadable) = client.users().list(None).await?.data.into_parts();
        for user in users {
            if user.external_id == self.external_id {
                into.add(user, true);
            }
        }
        into.add_unreadable(&unreadable);
        Ok(())
    }
}
