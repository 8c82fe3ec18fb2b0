//! The options that say how a conversation goes across, and the rules that they make for each conversation.

use std::{collections::BTreeMap, str::FromStr};

use clap::ValueEnum;
use conversation_core::{
    Branch,
    convert::{ProjectError, ToGenesys, ToProficient, derived_chat_id, interaction_id, interaction_of},
    model::{GenesysConversation, ProficientConversation},
};
use genesys_chat_types::{ChatId, ParticipantType};
use proficient_types::{AgentId, InteractionId, SentBy, UserId};
use serde::{Deserialize, Serialize};

use crate::{error::Failure, input::Refusal, view::BranchArg};

/// What a conversation becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Target {
    /// An interaction of Proficient: `{"interaction": …, "messages": […]}`
    Proficient,
    /// A Genesys chat: `{"chatId": …, "messages": […]}`
    Genesys,
    /// The neutral model of both, which keeps all that its side said
    Model,
}

/// How a conversation goes across.
#[derive(Debug, clap::Args)]
pub(crate) struct RuleArgs {
    /// The id of the chat, where the input does not say it; every other id is made of it
    #[arg(long, value_name = "ID", help_heading = "Ids")]
    chat: Option<String>,

    /// The id of the interaction; `int_` and the chat's id, unless this is given (to proficient)
    #[arg(long, value_name = "ID", help_heading = "Ids")]
    interaction: Option<String>,

    /// The agent of the interaction; `ag_` and the chat's id, unless this is given (to proficient)
    #[arg(long, value_name = "ID", help_heading = "Ids")]
    agent: Option<String>,

    /// The user of the interaction; `u_` and the chat's id, unless this is given (to proficient)
    #[arg(long, value_name = "ID", help_heading = "Ids")]
    user: Option<String>,

    /// The thread that becomes the chat: the one with the newest leaf, the first, or the one through a message
    /// (to genesys)
    #[arg(long, value_name = "latest|first|MESSAGE_ID", help_heading = "To genesys")]
    branch: Option<BranchArg>,

    /// What type of participant a sender is, such as `agent=Agent`; may be repeated (to genesys)
    #[arg(long = "type", value_name = "SENDER=TYPE", help_heading = "To genesys")]
    types: Vec<Pair>,

    /// What a sender is called in the chat, such as `user=Ada`; may be repeated (to genesys)
    #[arg(long = "nickname", value_name = "SENDER=NAME", help_heading = "To genesys")]
    nicknames: Vec<Pair>,

    /// Make messages of notices with a text as well (to proficient)
    #[arg(long, help_heading = "To proficient")]
    keep_notices: bool,

    /// Who a type of participant is in the interaction, such as `Supervisor=user`; may be repeated (to proficient)
    #[arg(long = "role", value_name = "TYPE=SENDER", help_heading = "To proficient")]
    roles: Vec<Pair>,
}

/// `NAME=VALUE`.
#[derive(Clone, Debug)]
struct Pair {
    name: String,
    value: String,
}

impl FromStr for Pair {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, &'static str> {
        match text.split_once('=') {
            Some((name, value)) if !name.is_empty() && !value.is_empty() => {
                Ok(Self { name: name.to_owned(), value: value.to_owned() })
            }
            _ => Err("expected two names with `=` between them"),
        }
    }
}

/// The rules for one conversation after the other.
#[derive(Debug)]
pub(crate) struct Rules {
    chat: Option<ChatId>,
    interaction: Option<InteractionId>,
    agent: Option<AgentId>,
    user: Option<UserId>,
    branch: Branch,
    types: BTreeMap<SentBy, ParticipantType>,
    nicknames: BTreeMap<SentBy, String>,
    keep_notices: bool,
    roles: BTreeMap<ParticipantType, SentBy>,
    /// A conversation has been given the ids that were asked for.
    taken: bool,
    /// How many chats had no id, so that one was derived from their first event.
    pub(crate) derived: u64,
}

impl RuleArgs {
    /// The rules, unless an option has no meaning on the way to `to`.
    pub(crate) fn rules(&self, to: Target) -> Result<Rules, Failure> {
        let across = [Target::Proficient, Target::Genesys];
        let options: [(&str, bool, &[Target]); 9] = [
            ("--chat", self.chat.is_some(), &across),
            ("--interaction", self.interaction.is_some(), &across[..1]),
            ("--agent", self.agent.is_some(), &across[..1]),
            ("--user", self.user.is_some(), &across[..1]),
            ("--keep-notices", self.keep_notices, &across[..1]),
            ("--role", !self.roles.is_empty(), &across[..1]),
            ("--branch", self.branch.is_some(), &across[1..]),
            ("--type", !self.types.is_empty(), &across[1..]),
            ("--nickname", !self.nicknames.is_empty(), &across[1..]),
        ];
        if let Some((option, _, targets)) = options.iter().find(|(_, given, to_)| *given && !to_.contains(&to)) {
            let targets: Vec<_> = targets.iter().map(|target| format!("--to {}", target.name())).collect();
            return Err(Failure::Arguments(format!("{option} has a meaning with {} only", targets.join(" and "))));
        }
        let senders = |pairs: &[Pair]| -> Vec<(SentBy, String)> {
            pairs.iter().map(|pair| (SentBy::from(&*pair.name), pair.value.clone())).collect()
        };
        Ok(Rules {
            chat: self.chat.as_deref().map(ChatId::new),
            interaction: self.interaction.as_deref().map(InteractionId::new),
            agent: self.agent.as_deref().map(AgentId::new),
            user: self.user.as_deref().map(UserId::new),
            branch: self.branch.as_ref().map(BranchArg::branch).unwrap_or_default(),
            types: senders(&self.types).into_iter().map(|(sender, kind)| (sender, kind.as_str().into())).collect(),
            nicknames: senders(&self.nicknames).into_iter().collect(),
            keep_notices: self.keep_notices,
            roles: self.roles.iter().map(|pair| ((&*pair.name).into(), (&*pair.value).into())).collect(),
            taken: false,
            derived: 0,
        })
    }
}

impl Target {
    fn name(self) -> &'static str {
        match self {
            Self::Proficient => "proficient",
            Self::Genesys => "genesys",
            Self::Model => "model",
        }
    }
}

impl Rules {
    /// For this chat, into an interaction.
    pub(crate) fn for_chat(&mut self, chat: &GenesysConversation) -> Result<ToProficient, Refusal> {
        self.take()?;
        let id = self.chat.clone().or_else(|| chat.chat_id.clone());
        let id = match id {
            Some(id) => id,
            None => {
                let id = derived_chat_id(&chat.events).ok_or(Refusal::Project(ProjectError::Empty))?;
                self.derived += 1;
                id
            }
        };
        let interaction = self.interaction.clone().unwrap_or_else(|| interaction_id(&id));
        let agent = self.agent.clone().unwrap_or_else(|| AgentId::new(format!("ag_{id}")));
        let user = self.user.clone().unwrap_or_else(|| UserId::new(format!("u_{id}")));
        let mut rules = ToProficient::new(id, interaction, agent, user);
        rules.keep_notices = self.keep_notices;
        rules.roles.extend(self.roles.clone());
        Ok(rules)
    }

    /// For this interaction, into a chat.
    pub(crate) fn for_interaction(&mut self, tree: &ProficientConversation) -> Result<ToGenesys, Refusal> {
        self.take()?;
        let id = match &self.chat {
            Some(id) => id.clone(),
            None => {
                let id = interaction_of(tree).ok_or(Refusal::Project(ProjectError::Empty))?.as_str();
                let bare = id.strip_prefix("int_").filter(|bare| !bare.is_empty());
                ChatId::new(bare.unwrap_or(id))
            }
        };
        let mut rules = ToGenesys::new(id);
        rules.branch = self.branch.clone();
        rules.types.extend(self.types.clone());
        rules.nicknames.extend(self.nicknames.clone());
        Ok(rules)
    }

    /// Refuses to give the ids that were asked for to a second conversation: its messages would have the ids of others.
    fn take(&mut self) -> Result<(), Refusal> {
        let option = match (&self.chat, &self.interaction) {
            (Some(_), _) => "--chat",
            (None, Some(_)) => "--interaction",
            (None, None) => return Ok(()),
        };
        if std::mem::replace(&mut self.taken, true) { Err(Refusal::OneId { option }) } else { Ok(()) }
    }
}
