//! Texts that would be more than texts in a catalogue, and claims that nobody signed.

use super::{DUTCH, Exported, TEXT, is_known};

/// A PO string.
fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n")
        .replace('\r', "\\r")
        .replace('\t', "\\t")
}

#[test]
fn a_text_adds_no_other_message() {
    let exported = Exported::new("po");
    for text in [
        "x\nshop-title = Owned",
        "x\n\nshop-title = Owned",
        "x\r\nshop-title = Owned",
        "x\rshop-title = Owned",
        "x\n-shop = Owned",
        "x\n# accept $years: owned",
        "x\n### Owned",
        "x\n    .attribute = Owned",
        "x\u{2028}shop-title = Owned",
        "x\u{85}shop-title = Owned",
        "x\n}\nshop-title = Owned",
        "= Owned",
        ".attribute = Owned",
        "*[other] Owned",
        "[one] Owned",
        "{\"}\nshop-title = Owned",
        "{\"\\u000Ashop-title = Owned\"}",
        "x { shop-title = Owned",
        "x }\nshop-title = Owned { \"\"",
        "x {\nshop-title = Owned",
        "{ $years ->\n[one] Owned\n*[other] Owned\n}\nshop-title = Owned",
    ] {
        let ran = exported.import(&exported.with(TEXT.0, &quoted(text)));
        let loaded = exported.sandbox.load("note");
        let dutch = loaded.publication.catalogues.get(&"nl".parse().unwrap()).unwrap();
        assert_eq!(
            dutch.texts.messages.len() + dutch.texts.terms.len(),
            {
                exported.restore();
                let loaded = exported.sandbox.load("note");
                let dutch = loaded.publication.catalogues.get(&"nl".parse().unwrap()).unwrap();
                dutch.texts.messages.len() + dutch.texts.terms.len()
            },
            "{text:?}: {ran:?}"
        );
        // Whatever the text does, the other messages and comments say what they said.
        let before = String::from_utf8(exported.files[DUTCH].clone()).unwrap();
        exported.import(&exported.with(TEXT.0, &quoted(text)));
        let after = exported.sandbox.read(DUTCH);
        let (head, tail) = before.split_once("shop-pay = Betaal wat u wilt.\n").unwrap();
        assert!(after.starts_with(head) && after.ends_with(tail), "{text:?}: {after}");
        exported.restore();
    }
}

#[test]
fn variables_and_markup_are_those_of_the_source() {
    let exported = Exported::new("po");
    let bring = "<b>Breng</b> het in een tas.";
    for text in [
        "Breng het in een tas.",
        "<b>Breng het in een tas.",
        "Breng</b> het in een tas.",
        "<b>Breng</b> <b>het</b> in een tas.",
        "<a id=\"x\">Breng</a> het in een tas.",
        "<script>Breng</script> het in een tas.",
        "<b>Breng</b> het <a id=\"x\">hier</a>.",
        "<b>Breng</b> het in { $years } tassen.",
        "<b>Breng</b> het in een { -shop }.",
        "<b>Breng</b> het in een { $password }.",
        "<b>Breng</b> het in een { DATETIME($years) }.",
        "<b>Breng</b> het in een { shop-title }.",
        "<b>Breng</b> het in een { -shop(x: 1) }.",
    ] {
        exported.assert_refused(&exported.with(&quoted(bring), &quoted(text)), "back.po:");
    }
    // What would stand on the page as it is typed is told, and whoever reads the page sees it.
    let script = "<script><b>Breng</b></script> het in een tas.";
    let ran = exported.import(&exported.with(&quoted(bring), &quoted(script)));
    assert!(ran.stderr.contains("`<script>` means nothing here"), "{ran:?}");
}

#[test]
fn what_nobody_sees_or_what_turns_a_number_round_is_told() {
    let exported = Exported::new("po");
    for odd in
        ["\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}", "\u{E0041}", "\u{1}", "\u{7F}", "\u{9B}"]
    {
        let bytes = exported.with(TEXT.0, &format!("Bel 0123{odd} 45 wat."));
        let ran = exported.import(&bytes);
        let code = format!("U+{:04X}", u32::from(odd.chars().next().unwrap()));
        assert!(ran.stderr.contains(&code), "{code}: {ran:?}");
        if ran.code != 0 {
            exported.assert_unchanged();
        }
        exported.restore();
    }
}

#[test]
fn no_claim_signs_anything() {
    for (format, old, new) in [
        ("xliff", "<trans-unit ", "<trans-unit approved=\"yes\" "),
        ("xliff", "<target", "<target state=\"signed-off\""),
        ("xliff2", "<segment", "<segment state=\"final\" subState=\"x:approved\""),
        ("po", "msgctxt \"shop-pay\"", "# approved by anna\n#, approved\nmsgctxt \"shop-pay\""),
    ] {
        if !is_known(format) {
            continue;
        }
        let exported = Exported::new(format);
        let bytes = exported.with(old, new);
        // An attribute that stands twice is no XML: the one of the export makes way.
        let text = String::from_utf8(bytes).unwrap();
        let text = once(&once(&text, "state="), "approved=");
        let bytes = text.replace(TEXT.0, TEXT.1);
        let ran = exported.import(bytes.as_bytes());
        assert_eq!(ran.code, 0, "{format}: {ran:?}");
        assert!(exported.sandbox.read(DUTCH).contains(TEXT.1), "{format}");
        for path in exported.sandbox.files("translations") {
            let text = exported.sandbox.read(&path);
            let claims =
                path.ends_with(".toml") && (text.contains("approved") || text.contains("reviewed"));
            assert!(!claims, "{format} {path}: {text}");
        }
    }
}

/// In each tag, leaves the first attribute of a name alone and takes away the others.
fn once(text: &str, name: &str) -> String {
    let tags = text.split_inclusive('>').map(|tag| {
        let Some(first) = tag.find(&format!(" {name}")) else { return tag.to_owned() };
        let (head, rest) = tag.split_at(first + 1 + name.len());
        match rest.find(&format!(" {name}")) {
            Some(at) => {
                let value = at + 1 + name.len() + 1;
                let end = value + rest[value..].find('"').unwrap() + 1;
                format!("{head}{}{}", &rest[..at], &rest[end..])
            }
            None => tag.to_owned(),
        }
    });
    tags.collect()
}

#[test]
fn a_name_is_only_a_name() {
    let exported = Exported::new("po");
    for by in ["", "a\"\napproved = true", "a\nb", "a]\n[x]", "\u{202E}x", "../x", "a\" = 1 #"] {
        let path = exported.sandbox.beside("back.po");
        std::fs::write(&path, exported.translated()).unwrap();
        let ran =
            exported.sandbox.run(&["translations", "import", path.to_str().unwrap(), "--by", by]);
        assert!(!ran.stderr.contains("panicked"), "{ran:?}");
        if ran.code != 0 {
            exported.assert_unchanged();
        }
        let loaded = exported.sandbox.load("note");
        let found: Vec<_> = loaded.diagnostics.iter().map(|found| &found.message).collect();
        assert!(found.is_empty(), "{by:?}: {found:?}");
        exported.restore();
    }
}

#[test]
fn a_very_long_text_is_no_burden() {
    let exported = Exported::new("po");
    for text in [
        "een woord ".repeat(200_000),
        "{".repeat(100_000),
        "<b>".repeat(100_000),
        "{ $years ->".repeat(20_000),
    ] {
        let start = std::time::Instant::now();
        let ran = exported.import(&exported.with(TEXT.0, &text));
        assert!((1..=2).contains(&ran.code), "{}", ran.stderr.len());
        assert!(ran.stderr.len() < 5000, "{}", ran.stderr.len());
        exported.assert_unchanged();
        assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
        exported.restore();
    }
}
