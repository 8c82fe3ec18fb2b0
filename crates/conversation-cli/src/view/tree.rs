//! The thread of a Proficient interaction that is shown, and where it could have gone another way.

use std::{
    collections::{HashMap, HashSet},
    convert::Infallible,
    str::FromStr,
};

use conversation_core::{Branch, Forest, Node};
use proficient_types::{InteractionId, Message, MessageId};

use super::{Defect, Hole};
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

/// A tree, ready to be shown.
pub(crate) struct TreeView<'a> {
    pub(crate) tree: &'a Tree,
    pub(crate) forest: &'a Forest,
    pub(crate) branch: &'a BranchArg,
    /// The thread shown, root first.
    pub(crate) thread: Vec<Node<'a>>,
    pub(crate) holes: Vec<Hole>,
    pub(crate) defects: Vec<Defect>,
    /// How many messages came again, the same with the same id.
    pub(crate) repeated: usize,
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
        branch: &'a BranchArg,
        given: usize,
    ) -> Result<Self, Refusal> {
        let choice = match branch {
            BranchArg::Latest => Branch::Latest,
            BranchArg::First => Branch::First,
            BranchArg::Through(id) => Branch::Through(id.clone()),
        };
        let thread = forest.thread(&choice);
        if let BranchArg::Through(id) = branch
            && thread.is_empty()
        {
            return Err(Refusal::NoSuchMessage { id: id.clone(), messages: forest.len() });
        }
        let (mut holes, defects) = Hole::of_forest(defects);
        if tree.has_more == Some(true) {
            holes.push(Hole::MorePages);
        }
        if let Some(interaction) = &tree.interaction
            && i64::try_from(forest.len()) != Ok(interaction.total_message_count)
        {
            let total_message_count = interaction.total_message_count;
            holes.push(Hole::MessageCount { total_message_count, messages: forest.len() });
        }
        let bodies = forest.nodes().map(|node| node.others().len()).sum::<usize>();
        Ok(Self { tree, forest, branch, thread, holes, defects, repeated: given - forest.len() - bodies })
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
