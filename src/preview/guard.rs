//! Refuses requests that come from another site, under another host name, or with a guessed token.

use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, ORIGIN, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use url::Url;

use crate::diagnostic::Diagnostic;

/// What a browser may do with the page: nothing but what the page is.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; \
     font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
     require-trusted-types-for 'script'; trusted-types svg";

/// The header by which robots are asked to look away.
const X_ROBOTS_TAG: HeaderName = HeaderName::from_static("x-robots-tag");

/// Whom the server lets in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Guard {
    /// The names under which it answers: `127.0.0.1:7373`.
    hosts: Vec<String>,
    /// The origins of its own pages: `http://127.0.0.1:7373`.
    origins: Vec<String>,
    /// Whether its addresses are of HTTPS.
    pub(super) is_secure: bool,
}

impl Guard {
    /// For this computer alone, at a port.
    pub(super) fn local(port: u16) -> Guard {
        let hosts: Vec<String> =
            ["127.0.0.1", "localhost", "[::1]"].map(|name| format!("{name}:{port}")).to_vec();
        let origins = hosts.iter().map(|host| format!("http://{host}")).collect();
        Guard { hosts, origins, is_secure: false }
    }

    /// For the address under which a proxy serves it.
    ///
    /// # Errors
    ///
    /// Fails if it is no address of HTTPS without a path.
    pub(super) fn public(url: &str) -> Result<Guard, Diagnostic> {
        let fault = |why: &str| {
            Diagnostic::error(format!("`{url}` can't be the address of the page: {why}"))
                .hint("it is an address like `https://words.example.org`, at which a proxy does the encryption")
        };
        let parsed = Url::parse(url).map_err(|error| fault(&error.to_string()))?;
        if parsed.scheme() != "https" {
            return Err(fault("it is not of HTTPS"));
        }
        if parsed.path() != "/" || parsed.query().is_some() || parsed.fragment().is_some() {
            return Err(fault("it has a path"));
        }
        if !parsed.username().is_empty() || parsed.password().is_some() {
            return Err(fault("it has a user"));
        }
        let host = parsed.host_str().ok_or_else(|| fault("it has no host"))?;
        let (hosts, origins) = match parsed.port() {
            Some(port) => (vec![format!("{host}:{port}")], vec![format!("https://{host}:{port}")]),
            // Some proxies and browsers write the port that is meant anyway.
            None => (
                vec![host.to_owned(), format!("{host}:443")],
                vec![format!("https://{host}"), format!("https://{host}:443")],
            ),
        };
        Ok(Guard { hosts, origins, is_secure: true })
    }

    /// The address of the page, without a path.
    pub(super) fn origin(&self) -> &str {
        self.origins.first().map_or("", String::as_str)
    }

    /// Makes sure that a request names this server, and no other name that leads here: see DNS rebinding.
    ///
    /// # Errors
    ///
    /// Fails with the status of the answer.
    pub(super) fn check_host(
        &self,
        headers: &HeaderMap,
        authority: Option<&Authority>,
    ) -> Result<(), StatusCode> {
        let mut hosts = headers.get_all(HOST).iter();
        let given = match (hosts.next(), authority) {
            (Some(host), _) => host.to_str().ok(),
            (None, Some(authority)) => Some(authority.as_str()),
            (None, None) => None,
        };
        let is_own = |host: &str| self.hosts.iter().any(|own| own.eq_ignore_ascii_case(host));
        let is_right = hosts.next().is_none() && given.is_some_and(is_own);
        if is_right { Ok(()) } else { Err(StatusCode::MISDIRECTED_REQUEST) }
    }

    /// Makes sure that a request comes from a page of this server: it must say so.
    ///
    /// # Errors
    ///
    /// Fails with the status of the answer.
    pub(super) fn check_origin(&self, headers: &HeaderMap) -> Result<(), StatusCode> {
        let mut origins = headers.get_all(ORIGIN).iter();
        let given = origins.next().and_then(|origin| origin.to_str().ok());
        let is_own = |origin: &str| self.origins.iter().any(|own| own.eq_ignore_ascii_case(origin));
        let is_right = origins.next().is_none() && given.is_some_and(is_own);
        if is_right { Ok(()) } else { Err(StatusCode::FORBIDDEN) }
    }
}

/// Adds what a browser is told with every answer.
pub(super) fn protect(headers: &mut HeaderMap) {
    let fixed = [
        (CONTENT_SECURITY_POLICY, POLICY),
        (REFERRER_POLICY, "no-referrer"),
        (CACHE_CONTROL, "no-store"),
        (X_ROBOTS_TAG, "noindex"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue, StatusCode};

    use super::Guard;

    fn with(name: &'static str, values: &[&'static str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        values.iter().for_each(|value| {
            headers.append(name, HeaderValue::from_static(value));
        });
        headers
    }

    #[test]
    fn only_own_hosts_and_origins_are_let_in() {
        let guard = Guard::local(7373);
        assert_eq!(guard.check_host(&with("host", &["LOCALHOST:7373"]), None), Ok(()));
        for wrong in
            [&["evil.example"][..], &["127.0.0.1"], &[], &["localhost:7373", "localhost:7373"]]
        {
            let found = guard.check_host(&with("host", wrong), None);
            assert_eq!(found, Err(StatusCode::MISDIRECTED_REQUEST), "{wrong:?}");
        }
        assert_eq!(guard.check_origin(&with("origin", &["http://127.0.0.1:7373"])), Ok(()));
        for wrong in [&["null"][..], &["http://127.0.0.1:7374"], &["https://127.0.0.1:7373"], &[]] {
            let found = guard.check_origin(&with("origin", wrong));
            assert_eq!(found, Err(StatusCode::FORBIDDEN), "{wrong:?}");
        }
    }

    #[test]
    fn a_public_address_is_of_https_and_has_no_path() {
        let guard = Guard::public("https://Words.example.org").unwrap();
        assert_eq!(guard.origin(), "https://words.example.org");
        assert_eq!(guard.check_host(&with("host", &["words.example.org:443"]), None), Ok(()));
        for wrong in ["http://a.example", "https://a.example/b", "https://u@a.example", "a"] {
            assert!(Guard::public(wrong).is_err(), "{wrong}");
        }
    }
}
