//! `feuillet preview`: what a page is told over its socket, what comes of what is typed there, and who is let in.

mod browser;
mod crowd;
mod invitations;
mod made_up;
mod memory;
mod remarks;
mod security;
mod sharing;
mod story;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tungstenite::client::IntoClientRequest as _;
use tungstenite::handshake::client::Request;
use tungstenite::{Message, WebSocket};

use crate::support::Sandbox;

/// A machine under load is slow; a program that hangs is slower.
const LONGEST: Duration = Duration::from_secs(60);

/// So long nothing comes where nothing is to come.
const SILENCE: Duration = Duration::from_millis(700);

/// The running program. It ends with this value.
struct Server {
    child: Child,
    port: u16,
    /// The token of this computer; empty where only those are let in who were invited.
    token: String,
}

impl Server {
    /// Starts on the fixture `small`, for this computer.
    #[track_caller]
    fn start(sandbox: &Sandbox) -> Server {
        Server::start_at(sandbox, free_port(), &["--lang", "nl", "--by", "AB"])
    }

    /// Starts for this computer at a port.
    #[track_caller]
    fn start_at(sandbox: &Sandbox, port: u16, arguments: &[&str]) -> Server {
        let port_name = port.to_string();
        let arguments = [&["--port", &port_name], arguments].concat();
        let (child, address) = start(sandbox, &arguments);
        let (origin, token) = address.split_once("/#token=").expect("a token");
        assert_eq!(origin, format!("http://127.0.0.1:{port}"));
        Server { child, port, token: token.to_owned() }
    }

    /// Starts behind a proxy.
    #[track_caller]
    fn start_public(sandbox: &Sandbox) -> Server {
        Server::start_behind(sandbox, "https://words.example")
    }

    /// Starts behind a proxy with an address of its own.
    #[track_caller]
    fn start_behind(sandbox: &Sandbox, public: &str) -> Server {
        let port = free_port();
        let listen = format!("127.0.0.1:{port}");
        let (child, address) = start(sandbox, &["--listen", &listen, "--public-url", public]);
        assert_eq!(address, public);
        Server { child, port, token: String::new() }
    }

    fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Kills it, as a loss of power would.
    fn kill(mut self) -> u16 {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.port
    }

    /// Opens a page of this computer, and hears all that is said at the beginning.
    #[track_caller]
    fn page(&self, tab: &str) -> Page {
        let mut page = Page::connect(self.port, &self.origin(), None).expect("a socket");
        page.say(&json!({ "type": "hello", "token": self.token, "tab": tab, "interface": "en" }));
        page.begin();
        page
    }

    /// Sends a request with these further lines, and gives the status, the head and the body of the answer.
    fn ask(&self, request: &str, lines: &[String], body: &[u8]) -> (u16, String, Vec<u8>) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(LONGEST)).unwrap();
        let lines: String = lines.iter().map(|line| format!("{line}\r\n")).collect();
        let length = body.len();
        let head = format!(
            "{request} HTTP/1.1\r\nConnection: close\r\nContent-Length: {length}\r\n{lines}\r\n"
        );
        stream.write_all(head.as_bytes()).unwrap();
        // The server may answer before it has read a body that is too large.
        let _ = stream.write_all(body);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let end = answer.windows(4).position(|part| part == b"\r\n\r\n").expect("a head");
        let head = String::from_utf8(answer[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, head.to_lowercase(), answer[end + 4..].to_vec())
    }

    /// The line with the host of this server.
    fn host(&self) -> String {
        format!("Host: 127.0.0.1:{}", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Starts the program, and gives the address that it prints.
#[track_caller]
fn start(sandbox: &Sandbox, arguments: &[&str]) -> (Child, String) {
    let mut program = sandbox.program();
    program.env("XDG_STATE_HOME", sandbox.beside("state"));
    let mut child = program.arg("preview").args(arguments).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    assert!(!line.is_empty(), "the program has ended");
    (child, line.trim().to_owned())
}

/// A port that nobody has now.
fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}

/// A page with its socket.
struct Page {
    socket: WebSocket<TcpStream>,
    welcome: Value,
    messages: Vec<Value>,
    sequence: u64,
}

impl Page {
    /// Opens a socket; the status of the answer, if it is refused.
    fn connect(port: u16, origin: &str, cookie: Option<&str>) -> Result<Page, u16> {
        Page::connect_as(port, &format!("127.0.0.1:{port}"), Some(origin), cookie)
    }

    fn connect_as(
        port: u16,
        host: &str,
        origin: Option<&str>,
        cookie: Option<&str>,
    ) -> Result<Page, u16> {
        let stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.set_read_timeout(Some(LONGEST)).unwrap();
        let mut request: Request =
            format!("ws://127.0.0.1:{port}/socket").into_client_request().unwrap();
        let headers = request.headers_mut();
        headers.insert("host", host.parse().unwrap());
        if let Some(origin) = origin {
            headers.insert("origin", origin.parse().unwrap());
        }
        if let Some(cookie) = cookie {
            headers.insert("cookie", cookie.parse().unwrap());
        }
        match tungstenite::client(request, stream) {
            Ok((socket, _)) => {
                Ok(Page { socket, welcome: Value::Null, messages: Vec::new(), sequence: 0 })
            }
            Err(tungstenite::HandshakeError::Failure(tungstenite::Error::Http(answer))) => {
                Err(answer.status().as_u16())
            }
            Err(error) => panic!("{error}"),
        }
    }

    fn say(&mut self, said: &Value) {
        self.socket.send(Message::text(said.to_string())).unwrap();
    }

    /// The next thing that is said; `None` if the socket was closed, or nothing comes for so long.
    fn hear(&mut self, longest: Duration) -> Option<Value> {
        let end = Instant::now() + longest;
        loop {
            let left = end.checked_duration_since(Instant::now())?;
            self.socket
                .get_ref()
                .set_read_timeout(Some(left.max(Duration::from_millis(1))))
                .unwrap();
            match self.socket.read() {
                Ok(Message::Text(text)) => return Some(serde_json::from_str(&text).unwrap()),
                Ok(Message::Close(_)) => return None,
                Ok(_) => {}
                Err(_) => return None,
            }
        }
    }

    /// Waits for something of a type, and passes over the rest.
    #[track_caller]
    fn wait(&mut self, kind: &str) -> Value {
        self.wait_for(kind, |_| true)
    }

    #[track_caller]
    fn wait_for(&mut self, kind: &str, is_meant: impl Fn(&Value) -> bool) -> Value {
        let start = Instant::now();
        let mut heard = Vec::new();
        while start.elapsed() < LONGEST {
            let Some(said) = self.hear(LONGEST) else { break };
            if said["type"] == kind && is_meant(&said) {
                return said;
            }
            heard.push(said["type"].to_string());
        }
        panic!("no `{kind}` came, but {heard:?}");
    }

    /// Hears what is said at the beginning.
    #[track_caller]
    fn begin(&mut self) {
        self.welcome = self.wait("welcome");
        let messages = self.wait_for("messages", |said| said["all"] == true);
        self.messages = messages["messages"].as_array().unwrap().clone();
    }

    /// A unit, as it was when the page was opened.
    #[track_caller]
    fn unit(&self, id: &str) -> &Value {
        let units = self.messages.iter().flat_map(|message| message["units"].as_array().unwrap());
        units.into_iter().find(|unit| unit["id"] == id).unwrap_or_else(|| panic!("no unit {id}"))
    }

    /// Types a text, and gives its number.
    fn type_text(&mut self, unit: &str, text: &str) -> u64 {
        self.sequence += 1;
        let (base, seq) = (self.unit(unit)["base"].clone(), self.sequence);
        self.say(&json!({ "type": "text", "unit": unit, "text": text, "base": base, "seq": seq }));
        seq
    }

    /// Saves a text, and gives its number.
    fn save(&mut self, unit: &str, text: &str) -> u64 {
        let base = self.unit(unit)["base"].clone();
        self.save_over(unit, text, base.as_str().unwrap())
    }

    fn save_over(&mut self, unit: &str, text: &str, base: &str) -> u64 {
        self.sequence += 1;
        let seq = self.sequence;
        self.say(&json!({ "type": "save", "unit": unit, "text": text, "base": base, "seq": seq }));
        seq
    }

    /// Waits for pages that show a text, and gives them.
    #[track_caller]
    fn pages_with(&mut self, seq: u64) -> Value {
        self.wait_for("pages", |said| said["seq"] == seq)
    }
}

/// What sentences for the page say in English.
fn english(sentences: &Value) -> String {
    let sentences = sentences.as_array().into_iter().flatten();
    let texts: Vec<&str> = sentences.filter_map(|sentence| sentence["text"].as_str()).collect();
    texts.join(" – ")
}

/// The look of each page.
fn looks(pages: &Value) -> Vec<String> {
    let pages = pages["pages"].as_array().unwrap().iter();
    pages.map(|page| page["hash"].as_str().unwrap().to_owned()).collect()
}
