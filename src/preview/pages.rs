//! Turns the pages of an edition into what is sent of them: to each client only the pictures that changed since it got its last.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use serde::Serialize;

use crate::preview::sentences::Sentences;
use crate::preview::wire::Sequence;

/// So many bytes of pictures that are not in sight are sent at once.
const AT_ONCE: usize = 1 << 20;

/// One page, drawn.
#[derive(Debug)]
pub(super) struct PageImage {
    /// The page's number, from 1.
    pub(super) number: usize,
    /// What its look comes to.
    pub(super) hash: String,
    /// Its members in JSON but for the picture.
    head: String,
    /// The picture, as a string of JSON.
    svg: String,
}

impl PageImage {
    /// A page of this size in millimetres.
    pub(super) fn new(
        number: usize,
        (width, height): (f64, f64),
        hash: String,
        svg: &str,
    ) -> PageImage {
        let head = format!(
            "\"number\":{number},\"width\":{width:.2},\"height\":{height:.2},\"hash\":\"{hash}\""
        );
        // A text, which JSON can always hold.
        let svg = serde_json::to_string(svg).unwrap_or_default();
        PageImage { number, hash, head, svg }
    }

    /// How many bytes its picture takes.
    pub(super) fn size(&self) -> usize {
        self.svg.len()
    }
}

/// Pages that were drawn together.
#[derive(Debug)]
pub(super) struct Rendering {
    /// Each run has a higher one.
    pub(super) revision: u64,
    /// Edition, language and profile: members of JSON.
    pub(super) title: String,
    /// The number of the last text of each client that the pages show.
    pub(super) shown: BTreeMap<u64, Sequence>,
    /// Whether some text has no room.
    pub(super) is_too_full: bool,
    /// Whether the edition is a draft.
    pub(super) is_draft: bool,
    /// How the pages lie, in JSON.
    pub(super) views: Arc<str>,
    /// How the sheet is folded, in JSON.
    pub(super) fold: Arc<str>,
    /// Where messages stand on each page, in JSON.
    pub(super) boxes: Vec<Arc<str>>,
    /// What is wrong where, in JSON.
    pub(super) marks: Arc<str>,
    /// The pages.
    pub(super) pages: Vec<Arc<PageImage>>,
}

/// What a client has.
#[derive(Debug, Default)]
pub(super) struct Known {
    revision: u64,
    hashes: BTreeMap<usize, String>,
    views: Option<Arc<str>>,
    boxes: Vec<Arc<str>>,
    marks: Option<Arc<str>>,
    is_complete: bool,
}

impl Known {
    /// Lets the pages be looked through again: others are in sight.
    pub(super) fn look_again(&mut self) {
        self.is_complete = false;
    }
}

/// A rectangle on a page with what stands there, in millimetres.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct BoxRow {
    pub(super) page: usize,
    pub(super) message: Option<String>,
    pub(super) fact: Option<String>,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// A rectangle on a page with what is wrong there, in millimetres.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct MarkRow {
    pub(super) page: usize,
    pub(super) message: Option<String>,
    pub(super) kind: &'static str,
    pub(super) text: Sentences,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// How pages lie beside each other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Views {
    pub(super) spreads: Vec<Vec<usize>>,
    pub(super) panels: Option<Vec<Vec<usize>>>,
    pub(super) sheets: Option<Vec<SheetRow>>,
}

/// One side of a flat sheet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct SheetRow {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) side: &'static str,
    pub(super) places: Vec<PlaceRow>,
    pub(super) creases: Vec<CreaseRow>,
}

/// A page on a sheet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct PlaceRow {
    pub(super) page: usize,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) turn: u16,
}

/// A crease of a sheet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct CreaseRow {
    pub(super) x: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) toward: Option<&'static str>,
}

/// How a sheet is folded.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct FoldRow {
    pub(super) name: &'static str,
    pub(super) steps: Vec<StepRow>,
}

/// Creases that are folded together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct StepRow {
    pub(super) creases: Vec<CreaseRow>,
}

impl Rendering {
    /// The next frame for a client: first with the pictures of the pages in sight, then with the others. `None` if it has all.
    pub(super) fn frame(
        &self,
        client: u64,
        known: &mut Known,
        wanted: &BTreeSet<usize>,
    ) -> Option<String> {
        let is_new = known.revision != self.revision;
        if !is_new && known.is_complete {
            return None;
        }
        let is_known = |known: &Known, page: &PageImage| {
            known.hashes.get(&page.number).is_some_and(|hash| *hash == page.hash)
        };
        // Before a client has said what is in sight, that is the beginning.
        let is_wanted = |page: &PageImage| {
            wanted.contains(&page.number) || wanted.is_empty() && page.number <= 2
        };
        let missing: Vec<&Arc<PageImage>> =
            self.pages.iter().filter(|page| !is_known(known, page)).collect();
        let mut sent: BTreeSet<usize> =
            missing.iter().filter(|page| is_wanted(page)).map(|page| page.number).collect();
        if !is_new && sent.is_empty() {
            let mut size = 0;
            let others = missing.iter().take_while(|page| {
                let is_first = size == 0;
                size += page.size();
                is_first || size < AT_ONCE
            });
            sent = others.map(|page| page.number).collect();
            if sent.is_empty() {
                known.is_complete = true;
                return None;
            }
        }
        known.is_complete = missing.len() == sent.len();
        known.revision = self.revision;
        known.hashes.retain(|number, _| *number <= self.pages.len());
        Some(self.written(client, known, &sent))
    }

    fn written(&self, client: u64, known: &mut Known, sent: &BTreeSet<usize>) -> String {
        let size: usize = self.pages.iter().map(|page| page.size()).sum();
        let mut out = String::with_capacity(size.min(AT_ONCE));
        let _ = write!(
            out,
            "{{\"type\":\"pages\",{},\"seq\":{},\"count\":{},\"fold\":{},\"tooFull\":{},\"draft\":{}",
            self.title,
            self.shown.get(&client).copied().unwrap_or_default(),
            self.pages.len(),
            self.fold,
            self.is_too_full,
            self.is_draft
        );
        let parts =
            [("views", &self.views, &mut known.views), ("marks", &self.marks, &mut known.marks)];
        for (name, own, known) in parts {
            if known.as_ref() != Some(own) {
                let _ = write!(out, ",\"{name}\":{own}");
                *known = Some(Arc::clone(own));
            }
        }
        if known.boxes != self.boxes {
            let is_known = |index: usize| known.boxes.get(index) == self.boxes.get(index);
            let others = self.boxes.iter().enumerate().filter(|(index, _)| !is_known(*index));
            let others = others.map(|(index, boxes)| format!("\"{}\":{boxes}", index + 1));
            let _ = write!(out, ",\"boxes\":{{{}}}", others.collect::<Vec<_>>().join(","));
            known.boxes.clone_from(&self.boxes);
        }
        out.push_str(",\"pages\":[");
        for (index, page) in self.pages.iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            let _ = write!(out, "{comma}{{{}", page.head);
            if sent.contains(&page.number) {
                let _ = write!(out, ",\"svg\":{}", page.svg);
                known.hashes.insert(page.number, page.hash.clone());
            }
            out.push('}');
        }
        out.push_str("]}");
        out
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::sync::Arc;

    use serde_json::{Value, json};

    use super::{Known, PageImage, Rendering};

    fn rendering(revision: u64, hashes: &[&str]) -> Rendering {
        let pages = hashes.iter().enumerate().map(|(index, hash)| {
            Arc::new(PageImage::new(index + 1, (99.0, 210.0), (*hash).to_owned(), "<svg/>"))
        });
        Rendering {
            revision,
            title: "\"edition\":\"short\"".to_owned(),
            shown: BTreeMap::from([(7, 12)]),
            is_too_full: false,
            is_draft: true,
            views: "{}".into(),
            fold: "null".into(),
            boxes: vec!["[]".into(); hashes.len()],
            marks: "[]".into(),
            pages: pages.collect(),
        }
    }

    /// The numbers of the pages whose pictures are in a frame.
    fn sent(frame: Option<String>) -> Option<Vec<u64>> {
        let frame: Value = serde_json::from_str(&frame?).unwrap();
        let pages = frame["pages"].as_array().unwrap().iter();
        Some(
            pages
                .filter(|page| page["svg"].is_string())
                .filter_map(|page| page["number"].as_u64())
                .collect(),
        )
    }

    #[test]
    fn only_what_changed_travels_and_what_is_in_sight_first() {
        let (mut known, wanted) = (Known::default(), BTreeSet::from([3]));
        let first = rendering(1, &["a", "b", "c"]);
        assert_eq!(sent(first.frame(7, &mut known, &wanted)), Some(vec![3]));
        assert_eq!(sent(first.frame(7, &mut known, &wanted)), Some(vec![1, 2]));
        assert_eq!(sent(first.frame(7, &mut known, &wanted)), None);
        let second = rendering(2, &["a", "d", "c"]);
        assert_eq!(sent(second.frame(7, &mut known, &wanted)), Some(vec![]));
        assert_eq!(sent(second.frame(7, &mut known, &wanted)), Some(vec![2]));
        assert_eq!(sent(second.frame(7, &mut known, &wanted)), None);
        let shorter = rendering(3, &["a"]);
        assert_eq!(sent(shorter.frame(7, &mut known, &wanted)), Some(vec![]));
        assert_eq!(sent(shorter.frame(7, &mut known, &wanted)), None);
    }

    #[test]
    fn what_a_client_has_is_not_said_again() {
        let (mut known, wanted) = (Known::default(), BTreeSet::new());
        let read =
            |frame: Option<String>| -> Value { serde_json::from_str(&frame.unwrap()).unwrap() };
        let first = read(rendering(1, &["a"]).frame(7, &mut known, &wanted));
        assert_eq!((first["seq"].as_u64(), &first["boxes"]["1"]), (Some(12), &json!([])));
        let second = read(rendering(2, &["a"]).frame(8, &mut known, &wanted));
        assert_eq!((second["seq"].as_u64(), &second["boxes"]), (Some(0), &Value::Null));
        let mut third = rendering(3, &["a", "b"]);
        third.boxes[1] = "[{}]".into();
        let third = read(third.frame(8, &mut known, &wanted));
        assert_eq!(
            third["boxes"],
            json!({ "2": [{}] }),
            "only those of pages where they are others"
        );
    }
}
