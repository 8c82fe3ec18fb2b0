//! Every world of a few messages: every assignment of parents, in every order of arrival.

use conversation_core::Forest;
use proficient_types::{InteractionId, Message, MessageId, SentBy, Timestamp};

use super::reference::{self, shape};

/// The messages of one world. A parent is none, an id that is not there, the message itself, or any other.
fn world(count: usize, mut number: usize) -> Vec<Message> {
    let ids = ["a", "b", "c", "d", "e", "f"];
    (0..count)
        .map(|index| {
            let parent = number % (count + 2);
            number /= count + 2;
            // Times go up and tie, and the last is as old as the first: no order of ids or times is given by the other.
            let time = Timestamp::from_millis([5, 7, 7, 6, 5, 9][index]);
            let depth = i64::try_from(index).expect("small") % 3;
            let interaction = InteractionId::new("int_1");
            let mut message = Message::new(MessageId::new(ids[index]), "…", time, depth, interaction, SentBy::User);
            match parent {
                0 => {}
                1 => message.parent_id = MessageId::new("missing").into(),
                other => message.parent_id = MessageId::new(ids[other - 2]).into(),
            }
            message
        })
        .collect()
}

/// Every order of `0..count`.
fn orders(count: usize) -> Vec<Vec<usize>> {
    let mut orders = vec![vec![]];
    for next in 0..count {
        let longer = orders.iter().flat_map(|order: &Vec<usize>| {
            (0..=order.len()).map(move |place| {
                let mut order = order.clone();
                order.insert(place, next);
                order
            })
        });
        orders = longer.collect();
    }
    orders
}

/// Tries every world of `count` messages; how many forests that were.
fn try_all(count: usize) -> usize {
    let orders = orders(count);
    let worlds = (count + 2).pow(u32::try_from(count).expect("small"));
    for number in 0..worlds {
        let messages = world(count, number);
        let (expected, defects) = reference::forest(&messages);
        let (canonical, found) = Forest::build(messages.iter().cloned());
        assert_eq!(shape(&canonical), expected, "world {number} of {count}");
        assert_eq!(found, defects, "world {number} of {count}");
        for order in &orders {
            let mut one_by_one = Forest::default();
            let arriving = || order.iter().map(|index| messages[*index].clone());
            for message in arriving() {
                one_by_one.insert(message);
            }
            assert_eq!(one_by_one, canonical, "world {number} of {count}, inserted in the order {order:?}");
            // What is built at once is compared where it is cheap: in every order of the small worlds, in some of the large.
            if count < 5 || order[0] == number % count && order[1] == (number / count) % count {
                let (at_once, defects_at_once) = Forest::build(arriving());
                assert_eq!(at_once, canonical, "world {number} of {count} in the order {order:?}");
                assert_eq!(defects_at_once, defects, "world {number} of {count} in the order {order:?}");
                assert_eq!(one_by_one.defects(), defects, "world {number} of {count}, inserted in the order {order:?}");
            }
        }
    }
    worlds * orders.len()
}

#[test]
fn every_world_of_up_to_four_messages_has_one_answer_in_every_order() {
    let forests: usize = (1..=4).map(try_all).sum();
    assert_eq!(forests, 3 + 2 * 16 + 6 * 125 + 24 * 1296);
}

#[test]
fn every_world_of_five_messages_has_one_answer_in_every_order() {
    assert_eq!(try_all(5), 120 * 16_807);
}

/// 189 million forests: run by hand, in release, with `--ignored`.
#[test]
#[ignore = "takes minutes"]
fn every_world_of_six_messages_has_one_answer_in_every_order() {
    assert_eq!(try_all(6), 720 * 262_144);
}
