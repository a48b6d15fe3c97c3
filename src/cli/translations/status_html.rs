//! Turns the status of translations into a page for browsers that stands by itself.

use std::fmt::Write as _;

use crate::cli::translations::status_report::{LanguageStatus, Status};
use crate::diagnostic::count;
use crate::review::Progress;

/// The head of the page: nothing in it is fetched, and it reads on a phone.
const HEAD: &str = include_str!("status.html");

/// The page.
pub(super) fn html(status: &Status) -> String {
    let title = format!("Translations of {}", status.brochure);
    let mut out = HEAD.replace("{title}", &escaped(&title));
    let _ = writeln!(out, "<h1>{}</h1>", escaped(&title));
    let _ = writeln!(
        out,
        "<p>The source is in <b>{}</b>.</p>",
        escaped(status.source_language.as_str())
    );
    if !status.void.is_empty() {
        out.push_str("<ul class=\"void\">\n");
        for sentence in &status.void {
            let _ = writeln!(out, "<li>{}</li>", escaped(sentence));
        }
        out.push_str("</ul>\n");
    }
    for language in &status.languages {
        section(&mut out, language);
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn section(out: &mut String, language: &LanguageStatus) {
    let tag = escaped(language.language.as_str());
    let _ = writeln!(
        out,
        "<section id=\"{tag}\">\n<h2><bdi lang=\"{tag}\" dir=\"{}\">{}</bdi> <small>{tag}</small></h2>",
        language.direction,
        escaped(&language.autonym)
    );
    bar(out, &language.progress);
    let has_fit = language.too_long.is_some();
    out.push_str("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"editions\"><table>\n<thead><tr><th scope=\"col\">edition</th><th scope=\"col\">state</th>");
    let fit = if has_fit { &["too long"][..] } else { &[] };
    let columns = ["words", "messages", "missing", "stale", "draft", "reviewed", "approved"];
    for column in columns.iter().chain(fit) {
        let _ = write!(out, "<th scope=\"col\">{column}</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for edition in &language.editions {
        let name = escaped(&edition.edition);
        let _ = write!(
            out,
            "<tr><th scope=\"row\">{name}</th><td class=\"{0}\">{0}</td>",
            edition.state
        );
        let Progress { messages, words, missing, stale, draft, reviewed, approved } =
            edition.progress;
        for number in [words, messages, missing, stale, draft, reviewed, approved] {
            let _ = write!(out, "<td>{number}</td>");
        }
        if has_fit {
            let number =
                edition.too_long.as_ref().map_or("?".to_owned(), |it| it.len().to_string());
            let _ = write!(out, "<td>{number}</td>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table></div>\n");
    if let Some(remarks) = language.remarks {
        let _ = writeln!(out, "<p>{}</p>", count(remarks, "remark"));
    }
    for (state, ids) in &language.by_state {
        let ids: Vec<String> =
            ids.iter().map(|id| format!("<code>{}</code>", escaped(id))).collect();
        let _ = writeln!(
            out,
            "<details><summary>{state}: {}</summary>\n<p>{}</p></details>",
            ids.len(),
            ids.join(" ")
        );
    }
    for edition in &language.editions {
        let too_long = edition.too_long.iter().filter(|ids| !ids.is_empty());
        let reasons =
            edition.reasons.iter().map(|(kind, subjects)| (kind.as_str(), subjects.clone()));
        let too_long = too_long.map(|ids| ("too long", ids.iter().cloned().collect()));
        for (kind, subjects) in reasons.chain(too_long) {
            let _ = writeln!(
                out,
                "<p>{}: {kind}: {}</p>",
                escaped(&edition.edition),
                subjects
                    .iter()
                    .map(|id| format!("<code>{}</code>", escaped(id)))
                    .collect::<Vec<_>>()
                    .join(" ")
            );
        }
    }
    out.push_str("</section>\n");
}

/// A bar with the share of each state, which words say too.
fn bar(out: &mut String, progress: &Progress) {
    let Progress { messages, missing, stale, draft, reviewed, approved, .. } = *progress;
    let states = [
        ("approved", approved),
        ("reviewed", reviewed),
        ("draft", draft),
        ("stale", stale),
        ("missing", missing),
    ];
    let said: Vec<String> = states
        .iter()
        .filter(|(_, number)| *number > 0)
        .map(|(state, number)| format!("{number} {state}"))
        .collect();
    let _ = writeln!(out, "<p class=\"said\">{} messages: {}</p>", messages, said.join(", "));
    let _ = write!(
        out,
        "<svg class=\"bar\" viewBox=\"0 0 {} 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\">",
        messages.max(1)
    );
    let mut left = 0;
    for (state, number) in states {
        let _ =
            write!(out, "<rect class=\"{state}\" x=\"{left}\" width=\"{number}\" height=\"1\"/>");
        left += number;
    }
    out.push_str("</svg>\n");
}

/// Text as HTML shows it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
