//! The thread of a Proficient interaction that is shown, and where it could have gone another way.

use std::{
    collections::{HashMap, HashSet},
    convert::Infallible,
    str::FromStr,
};

use conversation_core::{Branch, Choices, Completeness, Forest, Gap, Node};
use proficient_types::{InteractionId, Message, MessageId};

use super::Defect;
use crate::input::{Refusal, Tree};

/// The thread that was asked for.
#[derive(Clone, Debug)]
pub(crate) enum BranchArg {
    Latest,
    First,
    Through(MessageId),
}

impl FromStr for BranchArg {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(match text {
            "latest" => Self::Latest,
            "first" => Self::First,
            id => Self::Through(MessageId::new(id)),
        })
    }
}

impl BranchArg {
    /// As the core names it.
    pub(crate) fn branch(&self) -> Branch {
        match self {
            Self::Latest => Branch::Latest,
            Self::First => Branch::First,
            Self::Through(id) => Branch::Through(id.clone()),
        }
    }
}

/// The thread that was asked for, one way or the other.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Wanted<'a> {
    Branch(&'a BranchArg),
    /// These messages among their siblings, and everywhere else the first.
    Chosen(&'a [MessageId]),
}

/// A tree, ready to be shown.
pub(crate) struct TreeView<'a> {
    pub(crate) tree: &'a Tree,
    pub(crate) forest: &'a Forest,
    pub(crate) wanted: Wanted<'a>,
    /// The thread shown, root first.
    pub(crate) thread: Vec<Node<'a>>,
    pub(crate) defects: Vec<Defect>,
    /// How many messages came again, the same with the same id.
    pub(crate) repeated: usize,
    /// Whether all of it is here.
    pub(crate) completeness: Completeness,
}

/// The choice between a message and its siblings.
pub(crate) struct Fork<'a> {
    /// All of them in order.
    pub(crate) siblings: Vec<Node<'a>>,
    /// Which of them is shown, from 0.
    pub(crate) shown: usize,
}

impl<'a> TreeView<'a> {
    /// Of the messages of `tree`, which `forest` has in their places.
    ///
    /// Errs when the branch names a message that is not there.
    pub(crate) fn new(
        tree: &'a Tree,
        forest: &'a Forest,
        defects: Vec<conversation_core::Defect>,
        wanted: Wanted<'a>,
        given: usize,
    ) -> Result<Self, Refusal> {
        let find = |id: &MessageId, option| {
            let missing = || Refusal::NoSuchMessage { id: id.clone(), messages: forest.len(), option };
            forest.get(id).ok_or_else(missing)
        };
        let branch = match wanted {
            Wanted::Branch(branch) => {
                if let BranchArg::Through(id) = branch {
                    find(id, "--branch")?;
                }
                branch.branch()
            }
            Wanted::Chosen(ids) => {
                let mut choices = Choices::new();
                for id in ids {
                    choices.choose(find(id, "--choose")?);
                }
                Branch::Chosen(choices)
            }
        };
        let thread = forest.thread(&branch);
        let defects = Defect::of_forest(defects);
        let bodies = forest.nodes().map(|node| node.others().len()).sum::<usize>();
        let completeness = completeness(tree, forest);
        let repeated = given - forest.len() - bodies;
        Ok(Self { tree, forest, wanted, thread, defects, repeated, completeness })
    }

    /// The message that a new one would go below: the deepest of the thread shown.
    pub(crate) fn new_message_below(&self) -> Option<&'a MessageId> {
        self.thread.last().filter(|node| node.message().is_some()).map(|node| node.id())
    }

    /// The messages of the thread shown to which an agent can be asked for a reply, for the first time or `again`.
    pub(crate) fn can_be_asked(&self, again: bool) -> Vec<&'a MessageId> {
        let asked = self.thread.iter().filter(|node| node.can_be_asked() && node.can_be_asked_again() == again);
        asked.map(|node| node.id()).collect()
    }

    /// Whether a message that is not among the others is one that could not be read.
    pub(crate) fn is_unreadable(&self, id: &MessageId) -> bool {
        self.tree.messages.unreadable().iter().any(|item| item.string("id").as_deref() == Some(id.as_str()))
    }

    /// The interaction, by the answer or else by most of the messages.
    pub(crate) fn interaction_id(&self) -> Option<&InteractionId> {
        self.tree.interaction.as_ref().map(|interaction| &interaction.id).or_else(|| self.forest.interaction())
    }

    /// The messages that are not on the thread shown, parents before their children.
    pub(crate) fn elsewhere(&self) -> impl Iterator<Item = &'a Message> {
        let shown: HashSet<&MessageId> = self.thread.iter().map(|node| node.id()).collect();
        self.forest.nodes().filter(move |node| !shown.contains(node.id())).filter_map(Node::message)
    }

    /// The bodies that lost to another one of the same id.
    pub(crate) fn other_bodies(&self) -> impl Iterator<Item = &'a Message> {
        self.forest.nodes().flat_map(Node::others)
    }

    /// What is wrong, by the message beside which it is shown.
    pub(crate) fn beside(&self) -> HashMap<&MessageId, Vec<&Defect>> {
        let mut beside = HashMap::<_, Vec<_>>::new();
        for defect in &self.defects {
            if let Some(message) = defect.message() {
                beside.entry(message).or_default().push(defect);
            }
        }
        beside
    }
}

/// Whether all of an interaction is here. What a page says of others that follow counts as well.
fn completeness(tree: &Tree, forest: &Forest) -> Completeness {
    let completeness = Completeness::of_forest(forest, tree.interaction.as_ref());
    let mut completeness = completeness.with_unreadable(tree.messages.unreadable());
    if tree.has_more == Some(true) {
        completeness.gaps.insert(0, Gap::Unfinished { after: tree.last.clone() });
    }
    completeness
}

impl<'a> Fork<'a> {
    /// The choice at this node, if there is one.
    pub(crate) fn at(node: Node<'a>) -> Option<Self> {
        if node.siblings().len() < 2 {
            return None;
        }
        let siblings: Vec<_> = node.siblings().collect();
        let shown = siblings.iter().position(|sibling| *sibling == node)?;
        Some(Self { siblings, shown })
    }

    /// The siblings that are not shown.
    pub(crate) fn others(&self) -> impl Iterator<Item = Node<'a>> {
        self.siblings.iter().enumerate().filter(|(place, _)| *place != self.shown).map(|(_, node)| *node)
    }
}
