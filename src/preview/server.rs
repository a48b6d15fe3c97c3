//! Answers requests: the files of the page, which say nothing of the brochure, and the socket over which all else goes.

use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::{Path, Request, State};
use axum::http::header::{CONTENT_TYPE, ORIGIN, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::preview::assets::asset;
use crate::preview::event::Event;
use crate::preview::guard::protect;
use crate::preview::interface::interface;
use crate::preview::invitations::Worthless;
use crate::preview::limits::LARGEST_FRAME;
use crate::preview::server_state::ServerState;
use crate::preview::socket;

/// The largest body of a request: a code is 32 letters long.
const LARGEST_BODY: usize = 4096;

/// So long a body may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// So long a browser keeps the cookie of a session, in seconds; the invitation may end before.
const COOKIE_AGE: u32 = 180 * 24 * 60 * 60;

/// The header with the token of those who sit at this computer.
const TOKEN: &str = "x-feuillet-token";

/// Answers until the process ends.
///
/// # Errors
///
/// Fails if the system gives no sockets.
pub(super) fn run(server: Arc<ServerState>, listener: TcpListener) -> Result<(), Diagnostic> {
    let failed =
        |error: std::io::Error| Diagnostic::error(format!("the server can't go on: {error}"));
    let router = Router::new()
        .route("/", get(page))
        .route("/invitation", get(page))
        .route("/socket", get(connect))
        .route("/redeem", post(redeem))
        .route("/forget", post(forget))
        .route("/interface/{name}", get(texts))
        .route("/fonts/{name}", get(font))
        .route("/{name}", get(file))
        .layer(from_fn_with_state(Arc::clone(&server), guarded))
        .with_state(server);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(failed)?.block_on(async {
        listener.set_nonblocking(true).map_err(failed)?;
        let listener = tokio::net::TcpListener::from_std(listener).map_err(failed)?;
        axum::serve(listener, router).await.map_err(failed)
    })
}

/// Looks at every request before anything else does, and at every answer after.
async fn guarded(State(server): State<Arc<ServerState>>, request: Request, next: Next) -> Response {
    let authority = request.uri().authority();
    let checked = server.guard.check_host(request.headers(), authority).and_then(|()| {
        if request.method().is_safe() {
            Ok(())
        } else {
            server.guard.check_origin(request.headers())
        }
    });
    let mut response = match checked {
        Ok(()) => next.run(request).await,
        Err(status) => status.into_response(),
    };
    protect(response.headers_mut());
    response
}

/// The page: the same for everybody, whatever the address says behind its `#`.
async fn page() -> Response {
    file(Path("index.html".to_owned())).await
}

async fn file(Path(name): Path<String>) -> Response {
    match asset(&name) {
        Some(asset) => ([(CONTENT_TYPE, asset.kind)], asset.text).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn texts(Path(name): Path<String>) -> Response {
    match name.strip_suffix(".json").and_then(interface) {
        Some(json) => answer(json),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn font(State(server): State<Arc<ServerState>>, Path(name): Path<String>) -> Response {
    let number = name.strip_suffix(".ttf").and_then(|number| number.parse().ok());
    match number.and_then(|number| server.fonts.bytes(number)) {
        Some(bytes) => ([(CONTENT_TYPE, "font/ttf")], bytes).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn answer(json: String) -> Response {
    ([(CONTENT_TYPE, "application/json")], json).into_response()
}

/// What a page sends to exchange a code.
#[derive(Deserialize)]
struct Code {
    code: String,
}

/// Why a code was not exchanged.
#[derive(Serialize)]
struct Why {
    why: &'static str,
}

/// Exchanges the code of an invitation for a cookie.
async fn redeem(State(server): State<Arc<ServerState>>, body: Body) -> Response {
    let code = match read(body).await {
        Ok(bytes) => serde_json::from_slice::<Code>(&bytes),
        Err(status) => return status.into_response(),
    };
    let Ok(Code { code }) = code else { return StatusCode::BAD_REQUEST.into_response() };
    if !server.limits.may_try_a_code() {
        return StatusCode::TOO_MANY_REQUESTS.into_response();
    }
    match server.invitations.redeem(&code, (server.today)()) {
        Ok(Ok(secret)) => {
            let cookie = HeaderValue::from_str(&server.cookie(&secret, COOKIE_AGE));
            let Ok(cookie) = cookie else {
                return StatusCode::INTERNAL_SERVER_ERROR.into_response();
            };
            (StatusCode::NO_CONTENT, [(SET_COOKIE, cookie)]).into_response()
        }
        Ok(Err(why)) => refused(why),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn refused(why: Worthless) -> Response {
    // A name, which JSON can always hold.
    let json = serde_json::to_string(&Why { why: why.as_str() }).unwrap_or_default();
    (StatusCode::FORBIDDEN, answer(json)).into_response()
}

/// Forgets what a session has typed, and its cookie.
async fn forget(
    State(server): State<Arc<ServerState>>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    if let Err(status) = read(body).await {
        return status.into_response();
    }
    let token = headers.get(TOKEN).and_then(|token| token.to_str().ok());
    let person = server.invited(&headers).or_else(|| {
        token.filter(|token| server.is_local_token(token)).map(|_| server.local_person())
    });
    let Some(person) = person else { return StatusCode::FORBIDDEN.into_response() };
    server.tell(Event::Forget(person.session));
    let cookie = HeaderValue::from_str(&server.cookie("", 0));
    match cookie {
        Ok(cookie) => (StatusCode::NO_CONTENT, [(SET_COOKIE, cookie)]).into_response(),
        Err(_) => StatusCode::NO_CONTENT.into_response(),
    }
}

/// Reads a body that is small and does not take its time.
async fn read(body: Body) -> Result<axum::body::Bytes, StatusCode> {
    match tokio::time::timeout(PATIENCE, to_bytes(body, LARGEST_BODY)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(_)) => Err(StatusCode::PAYLOAD_TOO_LARGE),
        Err(_) => Err(StatusCode::REQUEST_TIMEOUT),
    }
}

/// Opens a socket for those who may have one. A page that only asks is told why not: a script learns nothing of a socket that
/// was refused.
async fn connect(
    State(server): State<Arc<ServerState>>,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Response {
    let asks = upgrade.is_err() && !headers.contains_key(ORIGIN);
    if !asks && let Err(status) = server.guard.check_origin(&headers) {
        return status.into_response();
    }
    let invited = server.invited(&headers);
    if invited.is_none() && server.local.is_none() {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let Ok(upgrade) = upgrade else { return StatusCode::UPGRADE_REQUIRED.into_response() };
    let upgrade = upgrade.max_message_size(LARGEST_FRAME).max_frame_size(LARGEST_FRAME);
    upgrade.on_upgrade(move |socket| socket::serve(socket, server, invited))
}
