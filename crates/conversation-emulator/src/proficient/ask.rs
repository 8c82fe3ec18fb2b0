//! Asking an agent to reply to a message.

use std::collections::HashSet;

use conversation_wire::Field;
use proficient_types::{Message, MessageAskParams, MessageId, SentBy, User};
use rusqlite::OptionalExtension;

use super::{
    agents,
    call::{Call, Work},
    credentials::Client,
    interactions,
    messages::{Draft, append, find, must_be_active},
    rows,
    template::render,
};
use crate::{failure::Failure, responder::Question};

/// Asks in three steps: what the responder must know is read, it writes its reply, and the reply is stored. Others use
/// the store while it writes, so what it replies to may be gone by then.
pub(super) async fn ask(mut call: Call, client: Client) -> Result<Message, Failure> {
    let MessageAskParams { interaction_id, .. } = call.body().await?;
    let id = call.id.clone();
    let mut question = {
        let (interaction_id, id) = (interaction_id.clone(), id.clone());
        call.transact(move |work| {
            let user = client.user(work)?;
            read_question(work, user, interaction_id.as_str(), &id)
        })
        .await?
    };
    // Not within a transaction: others use the store meanwhile.
    let template = question.config.system_message.as_deref().filter(|template| !template.is_empty());
    question.system_message = template.and_then(|template| render(template, &question.user, &question.agent));
    let state = call.state().clone();
    let reply = state.responder.reply(&question).await;
    let content = reply.map_err(|error| Failure::Unavailable(format!("The agent gives no reply: {error}.")))?;
    let user = question.user;
    call.transact(move |work| {
        let (interaction, _) = interactions::find(work, &user, interaction_id.as_str())?;
        let asked = find(work, &interaction, &id)?;
        let draft = Draft {
            content,
            depth: asked.depth.saturating_add(1),
            parent_id: Field::Value(asked.id),
            sent_by: SentBy::Agent,
        };
        append(work, &interaction.id, draft)
    })
    .await
}

fn read_question(work: &Work<'_>, user: User, interaction: &str, id: &str) -> Result<Question, Failure> {
    let (interaction, _) = interactions::find(work, &user, interaction)?;
    let asked = find(work, &interaction, id)?;
    must_be_active(work, &interaction)?;
    if asked.sent_by == SentBy::Agent {
        return Err(Failure::Conflict("The message was written by the agent: ask for a reply to a user's message."));
    }
    let agent = agents::find(work, interaction.agent_id.as_str())?;
    let config = agents::find_config(work, interaction.agent_id.as_str())?;
    let replies: i64 = work
        .tx
        .prepare_cached("SELECT count(*) FROM messages WHERE interaction = (SELECT place FROM interactions WHERE id = ?) AND parent_id = ?")?
        .query_row([interaction.id.as_str(), asked.id.as_str()], |row| row.get(0))?;
    let thread = thread(work, asked.clone())?;
    Ok(Question::new(thread, asked, replies.unsigned_abs(), user, agent, config, None))
}

/// The messages from the root down to `asked`. Where a parent is missing, or above itself, the thread begins there.
fn thread(work: &Work<'_>, asked: Message) -> Result<Vec<Message>, Failure> {
    let sql = format!("{} WHERE m.id = ? AND i.id = ?", rows::MESSAGE);
    let mut select = work.tx.prepare_cached(&sql)?;
    let interaction = asked.interaction_id.clone();
    let mut seen: HashSet<MessageId> = HashSet::from([asked.id.clone()]);
    let mut above = asked.parent_id.value().cloned();
    let mut thread = vec![asked];
    while let Some(id) = above.filter(|id| seen.insert(id.clone())) {
        let parent = select.query_row([id.as_str(), interaction.as_str()], rows::message).optional()?;
        above = parent.as_ref().and_then(|parent| parent.parent_id.value().cloned());
        thread.extend(parent);
    }
    thread.reverse();
    Ok(thread)
}
