//! Knows the icons that blocks can name: Phosphor Icons, fill weight (MIT; see `icons/LICENSE`).

/// Lists the icons of the folder by name.
macro_rules! icons {
    ($($name:literal),* $(,)?) => {
        /// Name and SVG source; the colour is `currentColor`.
        pub const ICONS: &[(&str, &str)] = &[$(($name, include_str!(concat!("icons/", $name, ".svg")))),*];
    };
}

icons![
    "baby",
    "backpack",
    "bank",
    "calendar",
    "chat-circle-dots",
    "chat-circle-text",
    "check-circle",
    "clock",
    "device-mobile",
    "door-open",
    "eye",
    "file-text",
    "globe",
    "hand-heart",
    "hand-palm",
    "handshake",
    "heart-break",
    "house-line",
    "identification-card",
    "info",
    "key",
    "leaf",
    "lightbulb",
    "list-checks",
    "lock",
    "map-pin",
    "megaphone",
    "note-pencil",
    "phone",
    "question",
    "recycle",
    "scales",
    "shield-check",
    "stethoscope",
    "trash",
    "users",
    "wallet",
    "warning",
];

/// The SVG source of an icon.
#[must_use]
pub(crate) fn icon(name: &str) -> Option<&'static str> {
    ICONS.iter().find(|(known, _)| *known == name).map(|(_, source)| *source)
}
