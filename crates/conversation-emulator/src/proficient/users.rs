//! The operations on users.

use conversation_wire::Field;
use proficient_types::{LiveModeFilter, User, UserCreateParams, UserFields, UserId, UserUpdateParams, UsersList};
use rusqlite::{OptionalExtension, params};

use super::{
    call::{Call, Work},
    credentials::{Admin, Caller},
    interactions::change,
    rows,
};
use crate::{failure::Failure, ids::Kind};

pub(super) async fn list(call: Call, _: Admin) -> Result<UsersList, Failure> {
    let query = call.query(&["live_mode"])?;
    let live_mode = match query.get("live_mode").map(LiveModeFilter::from) {
        Some(LiveModeFilter::True) => Some(true),
        Some(LiveModeFilter::False) => Some(false),
        _ => None,
    };
    call.transact(move |work| {
        let sql = format!("{} WHERE ?1 IS NULL OR live_mode = ?1 ORDER BY place DESC", rows::USER);
        let mut select = work.tx.prepare_cached(&sql)?;
        let users = select.query_map([live_mode], rows::user)?.collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(UsersList::new(users))
    })
    .await
}

pub(super) async fn create(mut call: Call, _: Admin) -> Result<User, Failure> {
    let UserCreateParams { external_id, first_name, last_name, live_mode, .. } = call.body().await?;
    call.transact(move |work| {
        let taken = work
            .tx
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM users WHERE external_id = ?)")?
            .query_row([external_id.as_str()], |row| row.get::<_, bool>(0))?;
        if taken {
            return Err(Failure::invalid("The external id is taken."));
        }
        let id = UserId::new(work.ids.next(work.tx, Kind::User)?);
        let live_mode = live_mode.unwrap_or(true);
        let user = User::new(UserFields {
            id,
            created_at: work.now,
            external_id,
            first_name: Some(first_name.unwrap_or_default()),
            last_name: Some(last_name.unwrap_or_default()),
            live_mode,
            updated_at: work.now,
        });
        work.tx
            .prepare_cached(
                "INSERT INTO users (id, external_id, first_name, last_name, live_mode, created_at, updated_at)
                 VALUES (?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                user.id.as_str(),
                user.external_id.as_str(),
                user.first_name,
                user.last_name,
                user.live_mode,
                user.created_at.as_millis(),
                user.updated_at.as_millis(),
            ])?;
        Ok(user)
    })
    .await
}

pub(super) async fn get(call: Call, caller: Caller) -> Result<User, Failure> {
    let id = call.id.clone();
    call.transact(move |work| match caller.come(work)? {
        // A client can see no other user.
        Some(own) if own.id != id.as_str() => Err(Failure::NotFound("user")),
        Some(own) => Ok(own),
        None => find(work, &id),
    })
    .await
}

pub(super) async fn update(mut call: Call, caller: Caller) -> Result<User, Failure> {
    let UserUpdateParams { first_name, last_name, .. } = call.body().await?;
    let id = call.id.clone();
    call.transact(move |work| {
        let own = caller.come(work)?;
        let mut user = find(work, &id)?;
        if own.is_some_and(|own| own.id != user.id) {
            return Err(Failure::Forbidden("The user is another one than the external id's."));
        }
        if change_name(&mut user, first_name, last_name) {
            user.updated_at = user.updated_at.max(work.now);
            work.tx
                .prepare_cached("UPDATE users SET first_name = ?, last_name = ?, updated_at = ? WHERE id = ?")?
                .execute(params![user.first_name, user.last_name, user.updated_at.as_millis(), user.id.as_str()])?;
        }
        Ok(user)
    })
    .await
}

fn change_name(user: &mut User, first_name: Field<String>, last_name: Field<String>) -> bool {
    change(&mut user.first_name, first_name) | change(&mut user.last_name, last_name)
}

pub(super) async fn delete(call: Call, _: Admin) -> Result<User, Failure> {
    let id = call.id.clone();
    call.transact(move |work| {
        let user = find(work, &id)?;
        work.tx.prepare_cached("DELETE FROM users WHERE id = ?")?.execute([user.id.as_str()])?;
        Ok(user)
    })
    .await
}

fn find(work: &Work<'_>, id: &str) -> Result<User, Failure> {
    let sql = format!("{} WHERE id = ?", rows::USER);
    let found = work.tx.prepare_cached(&sql)?.query_row([id], rows::user).optional()?;
    found.ok_or(Failure::NotFound("user"))
}
