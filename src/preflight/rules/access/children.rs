//! Tells which elements hold others that have no meaning in them (ISO 32000-1, tables 333 to 338).

use std::collections::BTreeMap;

use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::Context;
use crate::tags::Element;

/// Types that hold no others than these.
const KIDS: [(&str, &[&str]); 10] = [
    ("Table", &["TR", "THead", "TBody", "TFoot", "Caption"]),
    ("THead", &["TR"]),
    ("TBody", &["TR"]),
    ("TFoot", &["TR"]),
    ("TR", &["TH", "TD"]),
    ("L", &["L", "LI", "Caption"]),
    ("LI", &["Lbl", "LBody"]),
    ("TOC", &["TOC", "TOCI", "Caption"]),
    ("Ruby", &["RB", "RT", "RP"]),
    ("Warichu", &["WT", "WP"]),
];

/// Types that may stand anywhere: what they hold counts for what holds them.
const NEUTRAL: [&str; 3] = ["NonStruct", "Private", "Artifact"];

pub(super) fn children(context: &Context<'_>, found: &mut Occurrences) {
    let tree = context.tree();
    let mut kids: Vec<Vec<usize>> = vec![Vec::new(); tree.elements.len()];
    for (index, element) in tree.elements.iter().enumerate() {
        if let Some(kids) = element.parent.and_then(|parent| kids.get_mut(parent)) {
            kids.push(index);
        }
    }
    let mut wrong: BTreeMap<String, (&Element<'_>, usize)> = BTreeMap::new();
    for (index, element) in tree.elements.iter().enumerate() {
        let role = element.standard();
        let Some((_, allowed)) = KIDS.iter().find(|(name, _)| *name == role) else { continue };
        let own = kids.get(index).map(Vec::as_slice).unwrap_or_default();
        let roles = own.iter().filter_map(|kid| tree.elements.get(*kid)).map(Element::standard);
        // What has no standard type is reported by another rule.
        let roles: Vec<&str> =
            roles.filter(|role| !role.is_empty() && !NEUTRAL.contains(role)).collect();
        let mut add = |what: String| wrong.entry(what).or_insert((element, 0)).1 += 1;
        for kid in roles.iter().filter(|kid| !allowed.contains(kid)) {
            add(format!("`{role}` holds `{kid}`"));
        }
        let times = |kid: &str| roles.iter().filter(|role| **role == kid).count();
        let captions = times("Caption");
        let is_first = roles.first() == Some(&"Caption");
        let is_last = role == "Table" && roles.last() == Some(&"Caption");
        if captions > 1 && allowed.contains(&"Caption") {
            add(format!("`{role}` holds several captions"));
        } else if captions == 1 && allowed.contains(&"Caption") && !is_first && !is_last {
            add(format!("`{role}` holds a caption in its midst"));
        }
        for part in ["THead", "TFoot"] {
            if role == "Table" && times(part) > 1 {
                add(format!("`Table` holds several `{part}`"));
            }
            if role == "Table" && times(part) > 0 && times("TBody") == 0 {
                add(format!("`Table` holds `{part}`, and no `TBody`"));
            }
        }
    }
    for (what, (element, count)) in wrong {
        let what = if count == 1 { what } else { format!("{what}, {count} times") };
        found.add(Occurrence::new(what).object(element.number()).on(element.page.unwrap_or(0)));
    }
}
