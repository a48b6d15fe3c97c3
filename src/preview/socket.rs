//! Serves one page over its socket: first it says who it is, then both sides say what they have to.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::{Message, Utf8Bytes, WebSocket};
use tokio::time::timeout;

use crate::preview::client::Joined;
use crate::preview::event::Event;
use crate::preview::outbox::{Next, Outbox};
use crate::preview::person::Person;
use crate::preview::server_state::ServerState;
use crate::preview::wire::{Incoming, Outgoing};

/// Whoever says nothing for so long has gone: a page gives a sign of life every 25 s.
const SILENCE: Duration = Duration::from_secs(75);

/// So long a page may take to say who it is, or to take a frame.
const PATIENCE: Duration = Duration::from_secs(30);

/// The longest name that a tab may give itself.
const LONGEST_TAB: usize = 64;

/// Serves a page. `invited` is who has sent a valid cookie.
pub(super) async fn serve(
    mut socket: WebSocket,
    server: Arc<ServerState>,
    invited: Option<Person>,
) {
    let hello = timeout(PATIENCE, receive(&mut socket)).await.ok().flatten();
    let Some(Incoming::Hello { token, tab, language, edition, .. }) =
        hello.and_then(|text| serde_json::from_str(&text).ok())
    else {
        return;
    };
    let person = match invited {
        Some(person) => Some(person),
        None => token.filter(|token| server.is_local_token(token)).map(|_| server.local_person()),
    };
    let Some(person) = person else { return close(&mut socket, "token").await };
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if tab.is_empty() || tab.len() > LONGEST_TAB || !tab.chars().all(is_name) {
        return;
    }
    let session = person.session.clone();
    if !server.limits.enter(&session) {
        return close(&mut socket, "busy").await;
    }
    let id = server.next_client();
    let outbox = Arc::new(Outbox::new(id));
    let joined = Joined { id, person, tab, outbox: Arc::clone(&outbox), language, edition };
    server.tell(Event::Joined(Box::new(joined)));
    talk(&mut socket, &server, id, &session, &outbox).await;
    server.tell(Event::Left(id));
    server.limits.leave(&session);
}

/// Says and hears until one side has gone.
async fn talk(
    socket: &mut WebSocket,
    server: &ServerState,
    id: u64,
    session: &str,
    outbox: &Outbox,
) {
    loop {
        tokio::select! {
            next = outbox.next() => {
                let (frame, is_last) = match next {
                    Next::Frame(frame) => (Some(frame), false),
                    Next::Close(frame) => (frame, true),
                };
                if let Some(frame) = frame
                    && !send(socket, frame).await
                {
                    return;
                }
                if is_last {
                    return;
                }
            }
            heard = timeout(SILENCE, receive(socket)) => {
                let Ok(Some(text)) = heard else { return };
                let wait = server.limits.wait(session, text.len());
                if !wait.is_zero() {
                    // What is not read fills the pipe, and so slows whoever sends.
                    tokio::time::sleep(wait.min(PATIENCE)).await;
                }
                match serde_json::from_str(&text) {
                    Ok(said) => server.tell(Event::Said(id, said)),
                    // Whoever says what nobody understands is no page of ours.
                    Err(_) => return,
                }
            }
        }
    }
}

/// The next text; `None` if the other side has gone, or sends something else.
async fn receive(socket: &mut WebSocket) -> Option<Utf8Bytes> {
    loop {
        match socket.recv().await?.ok()? {
            Message::Text(text) => return Some(text),
            Message::Ping(_) | Message::Pong(_) => {}
            Message::Binary(_) | Message::Close(_) => return None,
        }
    }
}

async fn send(socket: &mut WebSocket, frame: String) -> bool {
    matches!(timeout(PATIENCE, socket.send(Message::Text(frame.into()))).await, Ok(Ok(())))
}

async fn close(socket: &mut WebSocket, why: &'static str) {
    send(socket, Outgoing::Closed { why }.to_json()).await;
}
