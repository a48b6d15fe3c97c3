//! Turns the filter chain of an image into data that at most one image filter still packs (ISO 32000-1, 7.4).

use lopdf::{Dictionary, Object, Stream};

use super::Entries;
use crate::file::{EMPTY, FILTERS, File, Undecoded};

/// How many filters an image may have.
const MOST_FILTERS: usize = 8;

/// Those that only images have.
const PICTURES: [&str; 4] = ["CCITTFaxDecode", "JBIG2Decode", "DCTDecode", "JPXDecode"];

/// Data, and the filter of an image that it is still packed in, with its parameters.
pub(super) type Unpacked<'a> = (Vec<u8>, Option<(&'a str, &'a Dictionary)>);

/// The filters of an image, in the order in which they are undone.
pub(super) struct Chain<'a> {
    filters: Vec<(String, &'a Dictionary)>,
}

impl<'a> Chain<'a> {
    /// Reads the filters and their parameters. What is wrong with them is added to `faults`.
    pub(super) fn read(entries: Entries<'a>, faults: &mut Vec<String>) -> Chain<'a> {
        let one = |object: &'a Object| match object {
            Object::Array(array) => array.as_slice(),
            other => std::slice::from_ref(other),
        };
        let names = entries.get("Filter").map(one).unwrap_or_default();
        let parameters = entries.get("DecodeParms");
        if names.len() > MOST_FILTERS {
            faults.push(format!("the picture has {} filters", names.len()));
        }
        let mut filters = Vec::new();
        for (index, name) in names.iter().take(MOST_FILTERS).enumerate() {
            let Object::Name(name) = entries.file.resolve(name) else {
                faults.push("a filter of the picture is no name".to_owned());
                continue;
            };
            let name = String::from_utf8_lossy(name).into_owned();
            let known = FILTERS.iter().find(|(long, short)| *long == name || *short == name);
            if known.is_none() {
                faults.push(format!("there is no filter `{name}`"));
            }
            let parameters = match parameters {
                Some(Object::Array(array)) => array.get(index),
                other => other,
            };
            let parameters = parameters.and_then(|object| entries.file.dictionary(object));
            let name = known.map_or(name, |(long, _)| (*long).to_owned());
            filters.push((name, parameters.unwrap_or(&EMPTY)));
        }
        Chain { filters }
    }

    /// The whole names of the filters.
    pub(super) fn names(&self) -> Vec<String> {
        self.filters.iter().map(|(name, _)| name.clone()).collect()
    }

    /// Undoes all filters but that of an image. Returns the data, and the last filter if it is left, with its parameters.
    pub(super) fn unpack(&self, file: &File, stream: &Stream) -> Result<Unpacked<'_>, String> {
        let is_picture = |name: &String| PICTURES.contains(&name.as_str());
        let (last, before) = match self.filters.split_last() {
            Some(((name, parameters), before)) if is_picture(name) => {
                (Some((name.as_str(), *parameters)), before)
            }
            _ => (None, self.filters.as_slice()),
        };
        if let Some((name, _)) = before.iter().find(|(name, _)| is_picture(name)) {
            return Err(format!("filters follow `{name}`"));
        }
        // Streams are decrypted when they are read.
        let before: Vec<_> = before.iter().filter(|(name, _)| name != "Crypt").collect();
        let mut dictionary = Dictionary::new();
        if !before.is_empty() {
            let names = before.iter().map(|(name, _)| Object::Name(name.clone().into_bytes()));
            let parameters = before.iter().map(|(_, parameters)| plain(file, parameters));
            dictionary.set("Filter", Object::Array(names.collect()));
            dictionary.set("DecodeParms", Object::Array(parameters.collect()));
        }
        let data = file.unpacked(&Stream::new(dictionary, stream.content.clone()));
        match data {
            Ok(data) => Ok((data, last)),
            Err(Undecoded::TooMuch) => Err("it unpacks to more than a file may hold".to_owned()),
            Err(Undecoded::Damaged) => Err("its data can't be unpacked".to_owned()),
        }
    }
}

/// The parameters of a filter, with what they refer to.
fn plain(file: &File, parameters: &Dictionary) -> Object {
    let mut plain = Dictionary::new();
    for (key, value) in parameters {
        if let value @ (Object::Integer(_) | Object::Boolean(_)) = file.resolve(value) {
            plain.set(key.clone(), value.clone());
        }
    }
    Object::Dictionary(plain)
}
