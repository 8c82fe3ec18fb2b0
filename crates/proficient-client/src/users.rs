//! The end users of a project.

use conversation_http::Retry;
use proficient_types::{LiveModeFilter, User, UserCreateParams, UserId, UserUpdateParams, UsersList};

use crate::{
    Client, Error,
    generated::Client as Requests,
    settle::{self, Candidate, Created},
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
    /// 400 when the parameters are invalid or the external id is taken, 403 when the key may not create users. `Unknown`
    /// when no answer came and the list cannot tell.
    pub async fn create(&self, params: &UserCreateParams) -> Result<User, Error> {
        let send =
            || self.0.call(Retry::NotExecuted, |requests: Requests| async move { requests.users_create(params).await });
        let list = || async {
            let users = self.list(None).await?.data.into_iter().filter(|user| user.external_id == params.external_id);
            Ok(users.map(|value: User| Candidate { id: value.id.clone(), fits: true, value }).collect())
        };
        settle::create(self.0, "users_create", send, list).await.map(Created::into_inner)
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
        settle::delete(self.0, send, || self.get(id)).await
    }
}
