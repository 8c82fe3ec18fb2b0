//! The emulator under load, and a long walk of the client: `cargo bench -p conversation-tests --bench http`.
//!
//! Servers run in processes of their own, beside this one on the same machine. Each figure stands beside the same made of
//! as little as can be: a bare server that always answers the same body, a walk that decodes into `serde_json::Value`.

use std::{
    io::{BufRead as _, BufReader},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use conversation_core::Verdict;
use conversation_emulator::{Emulator, Fault, Script};
use conversation_http::{BaseUrl, http_client};
use futures_util::future::join_all;
use peak_alloc::PeakAlloc;
use proficient_client::{Auth, Client, Reconcile};
use proficient_types::{
    Interaction, InteractionCreateParams, InteractionFields, InteractionId, Message, MessageCreateParams, MessageId,
    SentBy, Timestamp, UserExternalId,
};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// What this process is, when it is a server.
const ROLE: &str = "CONVERSATION_BENCH_ROLE";

const CONNECTIONS: usize = 64;
const LOAD: Duration = Duration::from_secs(4);
const MESSAGES: usize = 100_000;

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        match std::env::var(ROLE).as_deref() {
            Ok("emulator") => emulator().await,
            Ok("bare") => bare().await,
            _ => {
                requests().await;
                bench().await;
            }
        }
    });
}

/// How many requests `create` and `ask` make at so many messages: when they are answered, when the answer is lost, and with the
/// list read before.
async fn requests() {
    println!("requests of one `create` and one `ask`, at so many messages in the interaction");
    println!("{:>9} {:>10} {:>12} {:>12}", "messages", "answered", "answer lost", "read before");
    for held in [0, 300, 3000] {
        let emulator = Emulator::builder().script(Script::empty()).start().await.expect("it starts");
        let client = client(&emulator.proficient_url(), emulator.keys().publishable_key().expose());
        let params = InteractionCreateParams::new(emulator.agent_id().clone());
        let begun = client.interactions().create(&params).await.expect("an interaction").interaction;
        let mut messages = messages(&begun);
        messages.truncate(held);
        emulator.insert_messages(messages).await.expect("the store");
        let all = ["messages_create", "messages_ask", "messages_list"];
        let count = || all.iter().map(|operation| emulator.requests(operation)).sum::<u64>();
        let mut line = format!("{held:>9}");
        for (reconcile, fault) in
            [(Reconcile::InDoubt, None), (Reconcile::InDoubt, Some(Fault::DroppedAfter)), (Reconcile::ReadBefore, None)]
        {
            let client = client.clone().with_reconcile(reconcile);
            let before = count();
            for operation in ["messages_create", "messages_ask"] {
                if let Some(fault) = fault {
                    emulator.faults().next_for(operation, fault);
                }
            }
            let text = MessageCreateParams::new(begun.id.clone(), format!("{reconcile:?} {fault:?}"));
            let question = client.messages().create(&text).await.expect("sent");
            client.messages().ask(&begun.id, &question.id).await.expect("a reply");
            line += &format!(" {:>11}", count() - before);
        }
        println!("{line}");
    }
    println!();
}

/// The emulator with one interaction of 100,000 messages, and one for each connection.
async fn emulator() {
    let emulator = Emulator::builder().script(Script::empty()).start().await.expect("it starts");
    let client = client(&emulator.proficient_url(), emulator.keys().publishable_key().expose());
    let client = client.with_reconcile(Reconcile::Never);
    let mut begun = Vec::new();
    for _ in 0..=CONNECTIONS {
        let params = InteractionCreateParams::new(emulator.agent_id().clone());
        begun.push(client.interactions().create(&params).await.expect("an interaction").interaction);
    }
    emulator.insert_messages(messages(&begun[0])).await.expect("the store");
    let ids: Vec<_> = begun.iter().map(|interaction| interaction.id.as_str()).collect();
    let key = emulator.keys().publishable_key().expose();
    println!("{}", json!({"url": emulator.proficient_url(), "key": key, "interactions": ids}));
    std::future::pending::<()>().await;
}

/// A server that answers every request with a page of 20 messages, and does nothing else.
async fn bare() {
    let page = json!({"data": messages(&interaction())[..20], "has_more": true}).to_string();
    let head = format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n", page.len());
    let answer: &'static [u8] = Box::leak((head + &page).into_bytes().into_boxed_slice());
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    println!("{}", json!({"url": format!("http://{}", listener.local_addr().expect("its address"))}));
    while let Ok((mut stream, _)) = listener.accept().await {
        tokio::spawn(async move {
            let mut buffer = [0; 4096];
            // Requests of this benchmark come whole, and one at a time.
            while let Ok(1..) = stream.read(&mut buffer).await {
                if stream.write_all(answer).await.is_err() {
                    break;
                }
            }
        });
    }
}

fn interaction() -> Interaction {
    let time = Timestamp::from_millis(1_700_000_000_000);
    let id = InteractionId::new("int_53mfKtX0Da6zaJCp5bNnzxDaEg1xptWvQDr2");
    Interaction::new(InteractionFields {
        id,
        agent_id: "ag_1".into(),
        archived: false,
        created_at: time,
        initial_turn: "user".into(),
        name: None,
        total_message_count: 0,
        updated_at: time,
        user_id: "u_1".into(),
    })
}

/// A chain of messages of an ordinary size.
fn messages(interaction: &Interaction) -> Vec<Message> {
    let id = |number: usize| MessageId::new(format!("msg_BlzvLJ8h2QZY8QOK3vjhIlqK43zciPzpPgIhvTo{number:09}"));
    let message = |number: usize| {
        let time = Timestamp::from_millis(1_700_000_000_000 + number as i64);
        let sender = if number.is_multiple_of(2) { SentBy::User } else { SentBy::Agent };
        let text = format!("{number}: I cannot get into my account any more, what shall I do about it?");
        let mut message = Message::new(id(number), text, time, number as i64, interaction.id.clone(), sender);
        if let Some(parent) = number.checked_sub(1) {
            message.parent_id = id(parent).into();
        }
        message
    };
    (0..MESSAGES).map(message).collect()
}

/// A server in a process of its own, and what it says of itself.
struct Server(Child, Value);

impl Server {
    fn start(role: &str) -> Self {
        let this = std::env::current_exe().expect("this benchmark");
        let mut process = Command::new(this).env(ROLE, role).stdout(Stdio::piped()).spawn().expect("it can be run");
        let mut line = String::new();
        BufReader::new(process.stdout.take().expect("its output")).read_line(&mut line).expect("it begins");
        let said = serde_json::from_str(&line).expect("JSON");
        Self(process, said)
    }

    fn text(&self, name: &str) -> String {
        self.1[name].as_str().unwrap_or_default().to_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

async fn bench() {
    let server = Server::start("emulator");
    let bare = Server::start("bare");
    let (url, key) = (server.text("url"), server.text("key"));
    let interactions: Vec<InteractionId> = serde_json::from_value(server.1["interactions"].clone()).expect("ids");
    let http = http_client(&BaseUrl::parse(&url).expect("a URL")).expect("a client");
    let ask = |url: String| {
        let request = http.get(url).header("x-proficient-api-key", &key);
        request.header("x-proficient-user-external-id", "ann")
    };

    println!("{CONNECTIONS} connections, {} s each", LOAD.as_secs());
    println!("| | requests/s | p50, ms | p99, ms | of the bare server |\n|---|---|---|---|---|");
    let plain = load(|_| ask(bare.text("url"))).await;
    plain.row("a bare server, the same page", &plain);
    let page = format!("{url}/messages?interaction_id={}", interactions[0]);
    load(|_| ask(page.clone())).await.row("`GET /messages`, 20 of 100,000", &plain);
    let send = |connection: usize| {
        let body = json!({"interaction_id": interactions[connection + 1], "content": "Hello? Is anybody there?"});
        let request = http.post(format!("{url}/messages")).header("x-proficient-api-key", &key);
        request.header("x-proficient-user-external-id", "ann").json(&body)
    };
    load(send).await.row("`POST /messages`", &plain);

    println!("\nA walk over {MESSAGES} messages in pages of 100");
    println!("| | messages/s | of the plain walk | peak memory, MB |\n|---|---|---|---|");
    let client = client(&url, &key);
    let first = format!("{url}/messages?interaction_id={}&limit=100", interactions[0]);
    let plain = walk("reqwest and `serde_json::Value`, dropped", None, async {
        let (mut walked, mut page) = (0, first.clone());
        loop {
            let text =
                ask(page).send().await.and_then(|answer| answer.error_for_status()).expect("a page").bytes().await;
            let value: Value = serde_json::from_slice(&text.expect("a page")).expect("JSON");
            let data = value["data"].as_array().expect("a list");
            walked += data.len();
            let Some(last) = data.last().and_then(|last| last["id"].as_str()) else { break };
            page = format!("{first}&starting_after={last}");
            if value["has_more"] == false {
                break;
            }
        }
        walked
    })
    .await;
    walk("`messages().all()`, each message dropped", Some(plain), async {
        let mut walk = client.messages().all(interactions[0].clone());
        let mut walked = 0;
        while let Some(page) = walk.next_page().await.expect("a page") {
            walked += page.len();
        }
        let completeness = walk.fetch_completeness().await.expect("the interaction");
        assert_eq!(completeness.received as usize, MESSAGES, "{completeness}");
        walked
    })
    .await;
    walk("`thread()`, all in the tree", Some(plain), async {
        let thread = client.interaction_tree(&interactions[0]).await.expect("the thread");
        assert_ne!(thread.completeness.verdict(), Verdict::Incomplete, "{}", thread.completeness);
        thread.forest.len()
    })
    .await;

    let mut starts = Vec::new();
    for _ in 0..100 {
        let begin = Instant::now();
        drop(Emulator::start().await.expect("it starts"));
        starts.push(begin.elapsed());
    }
    starts.sort_unstable();
    println!("\n`Emulator::start()` and its end: {:.1} ms (median of 100)", starts[50].as_secs_f64() * 1e3);
}

fn client(url: &str, key: &str) -> Client {
    Client::new(url, Auth::publishable(key, &UserExternalId::new("ann")).expect("a key")).expect("a URL")
}

struct Load {
    rate: f64,
    times: Vec<Duration>,
}

impl Load {
    fn row(&self, what: &str, bare: &Self) {
        let at = |share: usize| self.times[(self.times.len() - 1) * share / 100].as_secs_f64() * 1e3;
        println!("| {what} | {:.0} | {:.1} | {:.1} | {:.2} × |", self.rate, at(50), at(99), self.rate / bare.rate);
    }
}

/// So many connections, each with one request after the other.
async fn load(request: impl Fn(usize) -> reqwest::RequestBuilder) -> Load {
    let begin = Instant::now();
    let connections = (0..CONNECTIONS).map(|connection| {
        let request = &request;
        async move {
            let mut times = Vec::new();
            while begin.elapsed() < LOAD {
                let sent = Instant::now();
                let answer = request(connection).send().await.expect("an answer");
                assert!(answer.status().is_success(), "{}", answer.status());
                answer.bytes().await.expect("a body");
                times.push(sent.elapsed());
            }
            times
        }
    });
    let mut times: Vec<_> = join_all(connections).await.into_iter().flatten().collect();
    let rate = times.len() as f64 / begin.elapsed().as_secs_f64();
    times.sort_unstable();
    Load { rate, times }
}

/// Messages a second.
async fn walk(what: &str, plain: Option<f64>, walk: impl Future<Output = usize>) -> f64 {
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage_as_mb();
    let begin = Instant::now();
    let walked = walk.await;
    let rate = walked as f64 / begin.elapsed().as_secs_f64();
    assert_eq!(walked, MESSAGES);
    let peak = MEMORY.peak_usage_as_mb() - before;
    println!("| {what} | {rate:.0} | {:.2} × | {peak:.1} |", rate / plain.unwrap_or(rate));
    rate
}
