//! From one side to the other, and back.
//!
//! An interaction of Proficient is a tree of messages, a Genesys chat is a numbered list of events. [`ToProficient`] and
//! [`ToGenesys`] project one onto the other. Beside the other side's value they return a residue: everything that the
//! other side has no place for. Value and residue together give the original back, equal; a caller who has no use for the
//! residue asks it for its [`Loss`]es and knows by name what is gone.
//!
//! A service between the two polls the chat, shows it to the agent's platform, and later detects accidental changes:
//!
//! ```
//! use conversation_core::{
//!     convert::{LossKind, Residue, ToProficient, message_id},
//!     model::GenesysConversation,
//! };
//! use conversation_wire::decode;
//! use genesys_chat_types::{ChatId, GetMessagesAnswer};
//! use proficient_types::{AgentId, InteractionId, SentBy, UserId};
//!
//! let answer: GetMessagesAnswer = decode(br#"{
//!     "statusCode": 0,
//!     "messages": [
//!         {"from": {"nickname": "Ada", "participantId": 1, "type": "Client"},
//!          "index": 1, "type": "ParticipantJoined", "utcTime": 1406239877000},
//!         {"from": {"nickname": "Ada", "participantId": 1, "type": "Client"},
//!          "index": 2, "type": "Message", "utcTime": 1406239925000, "text": "I need help with account"},
//!         {"from": {"nickname": "system", "participantId": 2, "type": "External"},
//!          "index": 3, "type": "Message", "utcTime": 1406239934000, "text": "agent will be with you shortly ..."}
//!     ],
//!     "chatEnded": false
//! }"#)?;
//! let mut chat = GenesysConversation::new(answer.messages.unwrap_or_default());
//! chat.chat_ended = answer.chat_ended;
//!
//! // The caller knows which chat was asked for, and on whose behalf an interaction is kept.
//! let chat_id = ChatId::new("00048aDPKC9H0018");
//! let across = ToProficient::new(
//!     chat_id.clone(),
//!     InteractionId::new("int_1"),
//!     AgentId::new("ag_1"),
//!     UserId::new("u_1"),
//! );
//! let (conversation, residue) = across.project(&chat)?;
//! let said: Vec<_> = conversation.messages.iter().map(|message| (&message.sent_by, &*message.content)).collect();
//! assert_eq!(said, [
//!     (&SentBy::User, "I need help with account"),
//!     (&SentBy::Agent, "agent will be with you shortly ..."),
//! ]);
//! // The same event has the same id whenever it is projected, so nothing is there twice.
//! assert_eq!(conversation.messages[1].id, message_id(&chat_id, 3));
//!
//! // What the interaction does not say, by name and place.
//! assert!(residue.losses().iter().any(|loss| loss.kind == LossKind::ChatEnded));
//!
//! // Stored beside the interaction, the residue gives the chat back.
//! let stored = serde_json::to_string(&Residue::from(residue))?;
//! let Residue::Genesys(residue) = serde_json::from_str(&stored)? else { return Err("the residue of a chat was stored".into()) };
//! assert_eq!(residue.restore(&conversation)?, chat);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What holds
//!
//! * `restore` gives the original back, equal, from the value that `project` returned and its residue. It refuses any
//!   other value, and names the first place that differs, so that no chat is restored that never existed.
//! * A residue has no losses exactly when `restore_lossy`, which does without it, gives the original.
//! * Projecting a longer transcript gives the same messages first, and a longer thread the same events.
//! * Nothing is dropped: what cannot be projected is in the residue, or is a [`ProjectError`] that names the entry.

mod digest;
mod error;
mod fingerprint;
mod first_text;
mod genesys_residue;
mod id;
mod loss;
mod proficient_residue;
mod residue;
mod sender_map;
mod to_genesys;
mod to_proficient;
mod unprojected;

pub use error::{ProjectError, RestoreError, RestoreFault};
pub use fingerprint::Fingerprint;
pub use genesys_residue::GenesysResidue;
pub use id::{derived_chat_id, interaction_id, interaction_of, message_id};
pub use loss::{Loss, LossKind, LossPlace, Lost};
pub use proficient_residue::ProficientResidue;
pub use residue::{OtherResidue, Residue};
pub use to_genesys::ToGenesys;
pub use to_proficient::ToProficient;
