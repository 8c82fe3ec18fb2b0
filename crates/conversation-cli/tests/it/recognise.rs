//! What an input is, is seen from its content.

use serde_json::{Value, json};

use crate::{
    make::{answer, event, message, page, with},
    run::{fixture_json, refusal, report, run, thread, thread_of},
};

fn title(input: &str) -> String {
    thread_of(input, &[]).lines().next().unwrap().to_owned()
}

fn id(input: &str) -> String {
    let document: Value = serde_json::from_str(&thread_of(input, &["--format", "json"])).unwrap();
    document["input"].as_str().unwrap().to_owned()
}

#[test]
fn every_kind_is_recognised_and_named() {
    let (one, two) = (message("u1", None, 0, 0).to_string(), message("a1", Some("u1"), 1, 5).to_string());
    let (first, second) = (event(1, 0, "Hi").to_string(), event(2, 5, "Hello?").to_string());
    let interaction = json!({
        "id": "int_1", "object": "interaction", "agent_id": "ag_1", "archived": false, "created_at": 1,
        "initial_turn": "user", "name": null, "total_message_count": 0, "updated_at": 1, "user_id": "u_1",
    });
    let cases = [
        (answer(&[event(1, 0, "Hi")]).to_string(), "genesys_get_messages_answer"),
        (fixture_json("genesys/request-chat.response.json").to_string(), "genesys_request_chat_answer"),
        (fixture_json("genesys/send-message.response.json").to_string(), "genesys_operation_answer"),
        (json!({"statusCode": 0, "state": "Chatting", "messages": []}).to_string(), "genesys_operation_answer"),
        (format!("[{first},{second}]"), "genesys_event_array"),
        (format!("{first}\n\n{second}\n"), "genesys_event_lines"),
        (first.clone(), "genesys_event_lines"),
        (page(&[]).to_string(), "proficient_messages_page"),
        (json!({"interaction": interaction, "messages": []}).to_string(), "proficient_interaction_created"),
        (format!("[{one},{two}]"), "proficient_message_array"),
        ("[]".to_owned(), "proficient_message_array"),
        (format!("{one}\r\n \n{two}"), "proficient_message_lines"),
        (one.clone(), "proficient_message_lines"),
        (format!("{:#}\n{:#}", message("u1", None, 0, 0), message("a1", Some("u1"), 1, 5)), "proficient_message_lines"),
        (json!({"chatId": "c", "messages": [event(1, 0, "Hi")]}).to_string(), "genesys_conversation"),
        (json!({"messages": [event(1, 0, "Hi")], "chatEnded": true}).to_string(), "genesys_conversation"),
        (json!({"messages": [message("u1", None, 0, 0)]}).to_string(), "proficient_conversation"),
        (json!({"source": {"of": "genesys"}, "participants": [], "entries": []}).to_string(), "conversation_model"),
    ];
    for (input, expected) in &cases {
        assert_eq!(id(input), *expected, "{input}");
    }
    insta::assert_snapshot!(cases.map(|(input, _)| title(&input)).join("\n"));
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_input() {
    assert_eq!(id(&format!("\u{feff}{}", page(&[]))), "proficient_messages_page");
    assert_eq!(id(&format!("\u{feff}\n{}", message("u1", None, 0, 0))), "proficient_message_lines");
}

#[test]
fn the_order_of_keys_does_not_matter() {
    let answer = r#"{"messages":[],"chatEnded":true,"alias":"1","statusCode":0}"#;
    assert_eq!(id(answer), "genesys_get_messages_answer");
    assert_eq!(id(r#"{"has_more":false,"data":[]}"#), "proficient_messages_page");
}

#[test]
fn a_new_field_with_the_name_of_another_object_changes_nothing() {
    let fields = json!({"statusCode": 3, "data": [], "interaction": "x", "messages": [], "error": {}, "from": 1});
    let fields = with(fields, json!({"object": "agent"}));
    let one = with(message("u1", None, 0, 0), fields.clone());
    assert_eq!(id(&one.to_string()), "proficient_message_lines");
    assert_eq!(report(&json!([one]), &[])["thread"][0], one);
    assert_eq!(report(&page(std::slice::from_ref(&one)), &[])["thread"][0], one);
    let fields = json!({"statusCode": 3, "data": [], "has_more": 1, "id": "x", "content": "y"});
    let one = with(event(1, 0, "Hi"), fields);
    assert_eq!(id(&one.to_string()), "genesys_event_lines");
    assert_eq!(report(&json!([one]), &[])["thread"][0], one);
}

#[test]
fn nothing_to_show_is_said() {
    for input in [answer(&[]), page(&[]), json!([])] {
        let text = thread(&input, &[]);
        assert!(text.contains("no messages"), "{text}");
    }
}

#[test]
fn every_published_answer_with_messages_is_shown_and_its_messages_come_out_unchanged() {
    let mut shown = 0;
    for document in ["examples/genesys-chat.json", "examples/proficient.json"] {
        for example in fixture_json(document)["examples"].as_array().unwrap() {
            let value = &example["value"];
            let messages = match example["schema"].as_str().unwrap() {
                "GetMessagesAnswer" | "RequestChatAnswer" | "OperateChatAnswer" | "InteractionCreated" => "messages",
                "MessagesList" => "data",
                _ => continue,
            };
            if value.get("statusCode").is_some_and(|status| *status != 0) {
                let line = refusal(value.to_string());
                assert!(line.contains("statusCode"), "{line}");
                continue;
            }
            let report = report(value, &[]);
            let given = value[messages].as_array().cloned().unwrap_or_default();
            for message in &given {
                let lists = [&report["thread"], &report["elsewhere"]];
                let found = lists.iter().filter_map(|list| list.as_array()).flatten().filter(|one| *one == message);
                assert_eq!(found.count(), 1, "{message}");
            }
            thread(value, &[]);
            shown += given.len();
        }
    }
    assert!(shown > 40, "{shown}");
}

#[test]
fn a_file_and_standard_input_are_read_alike() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("page.json");
    let input = page(&[message("u1", None, 0, 0)]).to_string();
    std::fs::write(&path, &input).unwrap();
    let run = run(&["thread", path.to_str().unwrap()], "");
    assert_eq!(run.stdout, thread_of(&input, &[]));
}

#[test]
fn an_answer_is_read_as_the_kind_that_leaves_the_fewest_fields_unknown() {
    let event = crate::make::event(1, 0, "Hi");
    let answer = |more: Value| crate::make::with(json!({"statusCode": 0, "messages": [event]}), more);
    let shown = |more: Value| {
        let shown = crate::run::thread(&answer(more), &[]);
        (shown.contains("chat c1"), shown.contains("the chat has ended"))
    };
    assert_eq!(shown(json!({"chatId": "c1", "chatEnded": true})), (true, true));
    assert_eq!(shown(json!({"chatId": "c1", "chatEnded": true, "state": "Ended", "participants": []})), (true, true));
    assert_eq!(shown(json!({"chatId": "c1", "path": "/p", "chatEnded": true})), (true, true));
    assert_eq!(shown(json!({"chatId": "c1", "path": "/p"})), (true, false));
}
