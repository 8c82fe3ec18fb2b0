//! Random inserts, merges, edits and choices, against a model that only keeps a list: the two agree at every step.

use std::collections::BTreeMap;

use conversation_core::{Branch, Choices, Forest, Node};
use proficient_types::{Message, MessageId};
use proptest::{collection::vec, prelude::*, sample::Index};

use super::{reference, strategy::message};

#[derive(Clone, Debug)]
enum Step {
    Insert(Message),
    Merge(Vec<Message>),
    /// A later body for an id that is there.
    Edit(Index, i64),
    Choose(Index),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        6 => message().prop_map(Step::Insert),
        1 => vec(message(), 0..8).prop_map(Step::Merge),
        2 => (any::<Index>(), 1..100_i64).prop_map(|(at, later)| Step::Edit(at, later)),
        2 => any::<Index>().prop_map(Step::Choose),
    ];
    vec(step, 1..25)
}

/// The body that stands for each id: the latest, then the greatest as text. And the choices by parent.
#[derive(Default)]
struct Model {
    shown: BTreeMap<MessageId, Message>,
    chosen: BTreeMap<Option<MessageId>, MessageId>,
}

impl Model {
    fn take(&mut self, message: &Message) {
        let rank = |message: &Message| {
            let has_parent = message.parent_id.is_value();
            let fits = has_parent == (message.depth > 0);
            (fits, message.created_at, has_parent, serde_json::to_string(message).unwrap())
        };
        let shown = self.shown.entry(message.id.clone()).or_insert_with(|| message.clone());
        if rank(message) > rank(shown) {
            *shown = message.clone();
        }
    }

    /// The thread by the choices, from the reference's shape.
    fn thread(&self, shape: &reference::Shape) -> Vec<MessageId> {
        let mut thread: Vec<MessageId> = Vec::new();
        loop {
            let parent = thread.last().cloned();
            let children: Vec<&MessageId> =
                shape.iter().filter(|(_, above)| *above == parent).map(|(id, _)| id).collect();
            let chosen = self.chosen.get(&parent).filter(|chosen| children.contains(chosen));
            match chosen.or(children.first().copied()) {
                Some(next) => thread.push(next.clone()),
                None => return thread,
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(conversation_tests::effort::cases(1_000, 10_000)))]

    #[test]
    fn the_forest_is_what_the_model_says_at_every_step(steps in steps()) {
        let mut forest = Forest::default();
        let mut choices = Choices::new();
        let mut model = Model::default();
        for step in steps {
            match step {
                Step::Insert(message) => {
                    model.take(&message);
                    forest.insert(message);
                }
                Step::Merge(messages) => {
                    messages.iter().for_each(|message| model.take(message));
                    forest = forest.merge(Forest::build(messages).0);
                }
                Step::Edit(at, later) => {
                    let messages: Vec<Message> = model.shown.values().cloned().collect();
                    if messages.is_empty() {
                        continue;
                    }
                    let mut message = at.get(&messages).clone();
                    if let Some(time) = message.created_at.as_millis().checked_add(later) {
                        message.created_at = proficient_types::Timestamp::from_millis(time);
                    }
                    message.content = "edited".into();
                    model.take(&message);
                    forest.insert(message);
                }
                Step::Choose(at) => {
                    let nodes: Vec<Node<'_>> = forest.nodes().collect();
                    if nodes.is_empty() {
                        continue;
                    }
                    let node = *at.get(&nodes);
                    choices.choose(node);
                    model.chosen.insert(node.parent().map(|parent| parent.id().clone()), node.id().clone());
                }
            }
            let shown: Vec<Message> = model.shown.values().cloned().collect();
            let (shape, _) = reference::forest(&shown);
            prop_assert_eq!(reference::shape(&forest), shape.clone());
            for message in &shown {
                prop_assert_eq!(forest.get(&message.id).and_then(Node::message), Some(message));
            }
            let thread: Vec<MessageId> =
                forest.thread(&Branch::Chosen(choices.clone())).iter().map(|node| node.id().clone()).collect();
            prop_assert_eq!(thread, model.thread(&shape));
        }
    }
}
