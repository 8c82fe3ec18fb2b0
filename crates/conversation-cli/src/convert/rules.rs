//! The options that say how a conversation goes across, and the rules that they make for each conversation.

use std::{
    collections::{BTreeMap, HashMap},
    hash::{BuildHasher as _, RandomState},
    str::FromStr,
};

use clap::{ValueEnum, builder::NonEmptyStringValueParser};
use conversation_core::{
    Branch,
    convert::{ToGenesys, ToProficient, derived_chat_id, interaction_id, interaction_of},
    model::{GenesysConversation, ProficientConversation},
};
use genesys_chat_types::{ChatId, ParticipantType};
use proficient_types::{AgentId, InteractionId, SentBy, UserId};
use serde::{Deserialize, Serialize};

use crate::{
    error::{Failure, listed, say_note},
    escape,
    input::Refusal,
    view::BranchArg,
};

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
    #[arg(long, value_name = "ID", help_heading = "Ids", value_parser = NonEmptyStringValueParser::new())]
    chat: Option<String>,

    /// The id of the interaction; `int_` and the chat's id, unless this is given (to proficient)
    #[arg(long, value_name = "ID", help_heading = "Ids", value_parser = NonEmptyStringValueParser::new())]
    interaction: Option<String>,

    /// The agent of the interaction; `ag_` and the chat's id, unless this is given (to proficient)
    #[arg(long, value_name = "ID", help_heading = "Ids", value_parser = NonEmptyStringValueParser::new())]
    agent: Option<String>,

    /// The user of the interaction; `u_` and the chat's id, unless this is given (to proficient)
    #[arg(long, value_name = "ID", help_heading = "Ids", value_parser = NonEmptyStringValueParser::new())]
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
    /// The options that were given.
    given: Vec<&'static str>,
    /// A conversation was converted to the other side.
    has_converted: bool,
    /// How many chats had no id, so that one was derived from their first event.
    pub(crate) derived: u64,
    /// How often each id was derived, by its digest, as far as there is room.
    ids: HashMap<u64, u64>,
    digests: RandomState,
}

/// How many derived ids are remembered.
const REMEMBERED: usize = 500_000;

/// The id of a chat of which nothing is known, because it is empty.
const EMPTY: &str = "empty";

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
        self.warn_of_unknown_names();
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
            given: options.iter().filter(|(_, given, _)| *given).map(|(option, _, _)| *option).collect(),
            has_converted: false,
            derived: 0,
            ids: HashMap::new(),
            digests: RandomState::new(),
        })
    }

    /// Says which senders and types of participants no document lists. Servers may have others, so it is no error.
    fn warn_of_unknown_names(&self) {
        let senders = |pairs: &[Pair], option| {
            for pair in pairs {
                unknown_name::<SentBy>(option, &pair.name, SentBy::KNOWN);
            }
        };
        senders(&self.types, "--type");
        senders(&self.nicknames, "--nickname");
        for pair in &self.types {
            unknown_name::<ParticipantType>("--type", &pair.value, ParticipantType::KNOWN);
        }
        for pair in &self.roles {
            unknown_name::<ParticipantType>("--role", &pair.name, ParticipantType::KNOWN);
            unknown_name::<SentBy>("--role", &pair.value, SentBy::KNOWN);
        }
    }
}

fn unknown_name<T: ToString>(option: &str, name: &str, known: &[T]) {
    let known: Vec<_> = known.iter().map(ToString::to_string).collect();
    if !known.iter().any(|known| known == name) {
        let name = escape::name(name);
        say_note(&format!("{option}: {name} is not a documented value ({})", listed(known.iter(), known.len())));
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
        let id = match self.chat.clone().or_else(|| chat.chat_id.clone()) {
            Some(id) => id,
            None => self.derived_id(chat),
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
                let id = interaction_of(tree).map_or(EMPTY, InteractionId::as_str);
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

    /// An id for a chat that comes without one. Of several chats with one first event each has its own.
    fn derived_id(&mut self, chat: &GenesysConversation) -> ChatId {
        let Some(id) = derived_chat_id(&chat.events) else { return ChatId::new(EMPTY) };
        self.derived += 1;
        let digest = self.digests.hash_one(id.as_str());
        let room = self.ids.len() < REMEMBERED;
        let count = match self.ids.get_mut(&digest) {
            Some(count) => count,
            None if room => self.ids.entry(digest).or_default(),
            None => return id,
        };
        *count += 1;
        match *count {
            1 => id,
            count => ChatId::new(format!("{id}-{count}")),
        }
    }

    /// The options that were given in vain, because no conversation was converted to the other side.
    pub(crate) fn in_vain(&self) -> Option<String> {
        let options =
            (!self.has_converted && !self.given.is_empty()).then(|| listed(self.given.iter(), self.given.len()))?;
        Some(format!("{options}: no effect, since no conversation was converted to the other API"))
    }

    /// Refuses to give the ids that were asked for to a second conversation: its messages would have the ids of others.
    fn take(&mut self) -> Result<(), Refusal> {
        let is_second = std::mem::replace(&mut self.has_converted, true);
        let option = match (&self.chat, &self.interaction) {
            (Some(_), _) => "--chat",
            (None, Some(_)) => "--interaction",
            (None, None) => return Ok(()),
        };
        if is_second { Err(Refusal::OneId { option }) } else { Ok(()) }
    }
}
