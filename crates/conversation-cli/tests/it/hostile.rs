//! The law of conversion: for any input, restoring the result of its conversion gives it back, equal as JSON.
//!
//! A case is a line of JSON Lines, so that thousands of them are one run of the binary. They are made of a seed, which
//! is the same in every run.

use std::io::Write as _;

use serde_json::{Map, Value, json};

use crate::{convert::Bench, run::run};

/// As many conversations as the law is tried on for each target, those that cannot be converted not counted.
fn cases() -> usize {
    if std::env::var_os("CONVERSATION_DEEP").is_some_and(|value| value != "0") { 10_000 } else { 1_000 }
}

/// SplitMix64.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn chance(&mut self, one_in: u64) -> bool {
        self.below(one_in) == 0
    }

    fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len() as u64) as usize]
    }

    fn text(&mut self) -> String {
        let texts = [
            "",
            " ",
            "a",
            "Hi",
            "line\r\nbreak",
            "\u{0}\u{1b}[2J",
            "\u{202e}odd",
            "日本語 👩‍👩‍👧",
            "\"quoted\\\"",
            "int_",
            "_1",
            "messages",
            "null",
            "\u{7f}\u{9b}",
        ];
        self.pick(&texts).to_owned()
    }

    fn number(&mut self) -> i64 {
        match self.below(8) {
            0 => i64::MAX,
            1 => i64::MIN,
            2 => -1,
            3 => 0,
            _ => self.below(1000) as i64,
        }
    }

    fn value(&mut self, levels: u8) -> Value {
        match self.below(if levels == 0 { 7 } else { 9 }) {
            0 => Value::Null,
            1 => json!(self.chance(2)),
            2 => json!(u64::MAX),
            3 => json!(self.number()),
            4 => json!(0.1),
            5 => json!(5e-324),
            6 => json!(self.text()),
            7 => (0..self.below(3)).map(|_| self.value(levels - 1)).collect(),
            _ => Value::Object((0..self.below(3)).map(|_| (self.text(), self.value(levels - 1))).collect()),
        }
    }

    /// Sets unknown fields; some have names that mean something elsewhere.
    fn extra(&mut self, object: &mut Value, names: &[&str]) {
        while self.chance(4) {
            let name = self.pick(names).to_owned();
            let value = self.value(2);
            object.as_object_mut().unwrap().entry(name).or_insert(value);
        }
    }

    /// Sets a field, or does not.
    fn maybe(&mut self, object: &mut Value, name: &str, value: impl FnOnce(&mut Self) -> Value) {
        if self.chance(2) {
            object[name] = value(self);
        }
    }

    fn participant(&mut self) -> Value {
        let kind = self.pick(&["Client", "External", "Agent", "Supervisor", "Bot", "user", "agent", ""]);
        let mut participant = json!({"nickname": self.text(), "participantId": self.number(), "type": kind});
        self.extra(&mut participant, &["avatar", "id", "text", "", "index"]);
        participant
    }

    fn event(&mut self) -> Value {
        let kind = self.pick(&["Message", "Message", "ParticipantJoined", "TypingStarted", "Notice", "Nonsense", ""]);
        let mut event = json!({"from": self.participant(), "type": kind, "utcTime": self.number()});
        if kind == "Message" || self.chance(2) {
            event["index"] = if self.chance(5) { json!(self.number()) } else { json!(self.below(12)) };
        }
        self.maybe(&mut event, "text", |random| json!(random.text()));
        self.maybe(&mut event, "messageType", |random| json!(random.text()));
        self.maybe(&mut event, "userData", |random| json!({random.text(): random.text()}));
        self.maybe(&mut event, "eventAttributes", |random| json!({random.text(): random.value(2)}));
        self.extra(&mut event, &["tone", "id", "object", "content", "statusCode", "\u{1b}"]);
        event
    }

    fn events(&mut self) -> Vec<Value> {
        let mut events: Vec<_> = (0..=self.below(6)).map(|_| self.event()).collect();
        if self.chance(3) {
            events.push(events[0].clone());
        }
        events
    }

    fn message(&mut self) -> Value {
        let id = format!("m{}", self.below(7));
        let sender = self.pick(&["user", "agent", "user", "robot", "Client", "External", ""]);
        let mut message = json!({
            "id": id, "object": self.pick(&["message", "message", "message.v2", ""]), "content": self.text(),
            "created_at": self.number(), "depth": self.number(), "sent_by": sender,
            "interaction_id": self.pick(&["int_1", "int_1", "int_2", "int_", ""]),
        });
        match self.below(4) {
            0 => message["parent_id"] = Value::Null,
            1 => {}
            _ => message["parent_id"] = json!(format!("m{}", self.below(9))),
        }
        self.extra(&mut message, &["tone", "index", "type", "text", "data", "state", ""]);
        message
    }

    fn messages(&mut self) -> Vec<Value> {
        let mut messages: Vec<_> = (0..=self.below(8)).map(|_| self.message()).collect();
        if self.chance(3) {
            messages.push(messages[0].clone());
        }
        messages
    }

    fn interaction(&mut self) -> Value {
        let mut interaction = json!({
            "id": self.pick(&["int_1", "int_2", "x", "int_"]), "object": self.pick(&["interaction", "x"]),
            "agent_id": self.text(), "archived": self.chance(2), "created_at": self.number(),
            "initial_turn": self.pick(&["user", "agent", "supervisor"]), "name": null,
            "total_message_count": self.number(), "updated_at": self.number(), "user_id": self.text(),
        });
        if self.chance(2) {
            interaction["name"] = json!(self.text());
        }
        self.extra(&mut interaction, &["mood", "messages", "data"]);
        interaction
    }

    /// An answer of Genesys with credentials and any other field that it may have.
    fn answer(&mut self, mut answer: Value) -> Value {
        for name in ["userId", "secureKey", "alias", "tenantName"] {
            self.maybe(&mut answer, name, |random| json!(random.text()));
        }
        self.maybe(&mut answer, "errors", |random| json!([{"code": random.value(1), "message": random.text()}]));
        self.extra(&mut answer, &["next", "nextPosition", "monitored", "", "content", "type"]);
        answer
    }

    /// A whole conversation of any kind, on one line.
    fn conversation(&mut self) -> Value {
        match self.below(9) {
            0 => {
                let mut answer = json!({"statusCode": 0, "messages": self.events()});
                self.maybe(&mut answer, "chatEnded", |random| json!(random.chance(2)));
                self.answer(answer)
            }
            1 => {
                let answer =
                    json!({"statusCode": 0, "messages": self.events(), "chatId": self.text(), "path": self.text()});
                self.answer(answer)
            }
            2 => {
                let mut answer = json!({"statusCode": 0, "messages": self.events(), "state": self.text()});
                self.maybe(&mut answer, "participants", |random| json!([random.participant()]));
                self.maybe(&mut answer, "chatEnded", |random| json!(random.chance(2)));
                self.answer(answer)
            }
            3 => self.events().into(),
            4 => {
                let mut page = json!({"data": self.messages(), "has_more": self.chance(2)});
                self.extra(&mut page, &["next_page", "total", "", "object"]);
                page
            }
            5 => {
                let mut created = json!({"interaction": self.interaction(), "messages": self.messages()});
                self.extra(&mut created, &["next_page", "total", ""]);
                created
            }
            6 => self.messages().into(),
            7 => {
                let mut chat = json!({"messages": self.events()});
                self.maybe(&mut chat, "chatId", |random| json!(random.text()));
                self.maybe(&mut chat, "chatEnded", |random| json!(random.chance(2)));
                self.extra(&mut chat, &["tags", "note", ""]);
                chat
            }
            _ => {
                let mut tree = json!({"messages": self.messages()});
                self.extra(&mut tree, &["tags", "note", ""]);
                tree
            }
        }
    }
}

fn values(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Converts the lines and restores them; those that come back are those that went in, in their order. How many did.
fn there_and_back(lines: &[Value], to: &str) -> usize {
    let mut input = Vec::new();
    lines.iter().for_each(|line| writeln!(input, "{line}").unwrap());
    let bench = Bench::new(input);
    let done = bench.convert(to, &[]);
    let refused = done.stderr.lines().filter(|line| line.starts_with("error: ")).count();
    assert_eq!(done.code, Some(if refused > 0 { 3 } else { 0 }), "{}", done.stderr);
    let back = bench.restore();
    assert_eq!((back.code, &*back.stderr), (Some(0), ""), "to {to}");
    let restored = values(&back.stdout);
    assert_eq!(restored.len(), done.stdout.lines().count());
    let mut given = lines.iter();
    for (number, restored) in restored.iter().enumerate() {
        assert!(given.any(|line| line == restored), "to {to}: the {number}th to come back is no input: {restored}");
    }
    let unsaid = done
        .stderr
        .lines()
        .filter_map(|line| line.split_once(": and ")?.1.strip_suffix(" more like these")?.parse::<usize>().ok());
    let said = refused.min(20) + unsaid.sum::<usize>();
    assert_eq!(restored.len() + said, lines.len(), "to {to}: each is converted or refused: {}", done.stderr);
    restored.len()
}

#[test]
fn every_conversion_can_be_restored() {
    let mut random = Random(1);
    let lines: Vec<_> = (0..cases() * 11 / 10).map(|_| random.conversation()).collect();
    for to in ["proficient", "genesys", "model"] {
        let converted = there_and_back(&lines, to);
        assert!(converted >= cases(), "only {converted} of {} could be converted to {to}", lines.len());
    }
}

#[test]
fn a_model_that_others_made_comes_back_as_well() {
    let mut random = Random(2);
    let lines: Vec<_> = (0..cases()).map(|_| format!("{}\n", random.conversation())).collect();
    let models = run(&["convert", "--to", "model", "-"], lines.concat());
    let mut models = values(&models.stdout);
    for model in &mut models {
        // Everything that the type allows and the command would not write.
        if random.chance(3) {
            model["participants"].as_array_mut().unwrap().push(json!({"role": "user", "extra": {}}));
        }
        for entry in model["entries"].as_array_mut().unwrap() {
            let entry = entry.as_object_mut().unwrap();
            if random.chance(5) {
                entry.entry("extra").or_insert(Value::Object(Map::new()));
            }
        }
    }
    for to in ["proficient", "genesys", "model"] {
        let converted = there_and_back(&models, to);
        assert!(converted >= cases() * 9 / 10, "only {converted} of {} could be converted to {to}", models.len());
    }
}

#[test]
fn messages_and_events_on_lines_of_their_own_come_back() {
    let mut random = Random(3);
    for seed in 0..30 {
        let (mut messages, mut events) = (String::new(), String::new());
        for interaction in 0..random.below(9) {
            for mut message in random.messages() {
                message["interaction_id"] = json!(format!("int_{seed}_{interaction}"));
                messages += &format!("{message}\n");
            }
        }
        for event in random.events() {
            events += &format!("{event}\n");
        }
        for (input, to) in [(&messages, "genesys"), (&events, "proficient"), (&messages, "model"), (&events, "model")] {
            if input.is_empty() {
                continue;
            }
            let bench = Bench::new(input);
            let done = bench.convert(to, &[]);
            if done.stderr.contains("has no index") {
                continue;
            }
            assert_eq!(done.code, Some(0), "{}", done.stderr);
            let back = bench.restore();
            assert_eq!((back.code, &*back.stderr), (Some(0), ""), "to {to}");
            // A single one is laid out.
            let all = |text: &str| -> Vec<Value> {
                serde_json::Deserializer::from_str(text).into_iter().map(Result::unwrap).collect()
            };
            assert_eq!(all(&back.stdout), all(input), "to {to}");
        }
    }
}
