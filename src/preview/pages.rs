//! Turns the pages of an edition into what is sent of them: to each client only the pictures that changed since it got its last, and of
//! those only the pieces that did.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use serde::Serialize;

use crate::preview::sentences::Sentences;
use crate::preview::wire::Sequence;
use crate::typeset::PageDrawing;

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
    /// The tag that opens the picture, as a string of JSON.
    opening: String,
    /// The pieces of the picture, each as a string of JSON.
    pieces: Vec<String>,
}

impl PageImage {
    /// A page of this size in millimetres.
    pub(super) fn new(
        number: usize,
        (width, height): (f64, f64),
        hash: String,
        picture: &PageDrawing,
    ) -> PageImage {
        let head = format!(
            "\"number\":{number},\"width\":{width:.2},\"height\":{height:.2},\"hash\":\"{hash}\""
        );
        // Texts, which JSON can always hold.
        let json = |text: &String| serde_json::to_string(text).unwrap_or_default();
        let pieces = picture.pieces.iter().map(json).collect();
        PageImage { number, hash, head, opening: json(&picture.head), pieces }
    }

    /// How many bytes its picture takes.
    pub(super) fn size(&self) -> usize {
        self.pieces.iter().map(String::len).sum()
    }

    /// Writes the picture: all of it, or how it differs from the one that a client has of this page.
    fn write(&self, out: &mut String, known: Option<&PageImage>) {
        let _ = write!(out, ",\"svg\":{{\"head\":{}", self.opening);
        let known = known.filter(|known| known.opening == self.opening);
        let (before, after) = known.map_or((0, 0), |known| shared(&known.pieces, &self.pieces));
        if let Some(known) = known {
            let _ = write!(out, ",\"from\":\"{}\",\"keep\":[{before},{after}]", known.hash);
        }
        let changed = &self.pieces[before..self.pieces.len() - after];
        let _ = write!(out, ",\"pieces\":[{}]}}", changed.join(","));
    }
}

/// How many pieces two pictures share at their beginning, and then at their end.
fn shared(one: &[String], other: &[String]) -> (usize, usize) {
    let before = one.iter().zip(other).take_while(|(own, others)| own == others).count();
    let (one, other) = (one[before..].iter().rev(), other[before..].iter().rev());
    (before, one.zip(other).take_while(|(own, others)| own == others).count())
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
    /// Of which edition, language and profile that is.
    title: String,
    revision: u64,
    /// The picture of each page that it got last.
    pictures: BTreeMap<usize, Arc<PageImage>>,
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
        // Pages of another edition may have been drawn while this one was opened: the client has not taken them.
        if known.title != self.title {
            *known = Known { title: self.title.clone(), ..Known::default() };
        }
        let is_new = known.revision != self.revision;
        if !is_new && known.is_complete {
            return None;
        }
        let is_known = |known: &Known, page: &PageImage| {
            known.pictures.get(&page.number).is_some_and(|known| known.hash == page.hash)
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
        known.pictures.retain(|number, _| *number <= self.pages.len());
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
                let before = known.pictures.insert(page.number, Arc::clone(page));
                page.write(&mut out, before.as_deref());
            }
            out.push('}');
        }
        out.push_str("]}");
        out
    }
}

#[cfg(test)]
pub(in crate::preview) mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::sync::Arc;

    use serde_json::{Value, json};

    use super::{Known, PageImage, Rendering, shared};
    use crate::typeset::PageDrawing;

    /// Pages that hold a piece for each letter of what their looks come to.
    pub(in crate::preview) fn rendering(revision: u64, hashes: &[&str]) -> Rendering {
        let pages = hashes.iter().enumerate().map(|(index, hash)| {
            let pieces = hash.chars().map(String::from).collect();
            let picture = PageDrawing { head: "<svg>".to_owned(), pieces };
            Arc::new(PageImage::new(index + 1, (99.0, 210.0), (*hash).to_owned(), &picture))
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
                .filter(|page| page["svg"].is_object())
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
    fn of_a_picture_only_the_pieces_travel_that_changed() {
        let (mut known, wanted) = (Known::default(), BTreeSet::from([1]));
        let mut svg = |revision, look: &str| {
            let frame = rendering(revision, &[look]).frame(7, &mut known, &wanted).unwrap();
            serde_json::from_str::<Value>(&frame).unwrap()["pages"][0]["svg"].clone()
        };
        let (head, all) = ("<svg>", ["a", "b", "c", "d"]);
        assert_eq!(svg(1, "abcd"), json!({ "head": head, "pieces": all }));
        let change = |from: &str, keep: [usize; 2], pieces: &[&str]| json!({ "head": head, "from": from, "keep": keep, "pieces": pieces });
        assert_eq!(svg(2, "abxd"), change("abcd", [2, 1], &["x"]));
        assert_eq!(svg(3, "abd"), change("abxd", [2, 1], &[]));
        assert_eq!(svg(4, "aabd"), change("abd", [1, 2], &["a"]));
        assert_eq!(svg(5, "y"), change("aabd", [0, 0], &["y"]));
        // A client that has looked at another edition has none of them.
        let mut other = rendering(6, &["yz"]);
        other.title = "\"edition\":\"full\"".to_owned();
        let frame = other.frame(7, &mut known, &wanted).unwrap();
        assert!(!frame.contains("from") && frame.contains("\"y\",\"z\""), "{frame}");
        // Nor has another client.
        let fresh = rendering(6, &["y"]).frame(8, &mut Known::default(), &wanted).unwrap();
        assert!(fresh.contains("\"pieces\":[\"y\"]") && !fresh.contains("from"), "{fresh}");
    }

    #[test]
    fn pictures_share_their_beginning_and_their_end() {
        let pieces = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
        let shared = |one: &str, other: &str| shared(&pieces(one), &pieces(other));
        assert_eq!(shared("abc", "abc"), (3, 0));
        assert_eq!(shared("aaa", "aa"), (2, 0));
        assert_eq!(shared("abc", "xbc"), (0, 2));
        assert_eq!(shared("", "abc"), (0, 0));
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
