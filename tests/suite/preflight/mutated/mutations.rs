//! Files and a number in; a damaged file out, always the same for the same number.

use lopdf::{Dictionary, Document, Object, ObjectId};

/// Numbers that no honest file has where one stood.
const WILD: [&str; 16] = [
    "0",
    "-1",
    "1",
    "-0.0001",
    "0.0000001",
    "255",
    "256",
    "65536",
    "2147483647",
    "-2147483648",
    "4294967296",
    "9223372036854775807",
    "-9223372036854775808",
    "99999999999999999999",
    "1e9",
    "3.4e38",
];

/// A generator of numbers that look random (Marsaglia, xorshift64).
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(number: usize) -> Dice {
        let mut dice = Dice((number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        dice.next();
        dice.next();
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below another; 0 if that is 0.
    fn below(&mut self, most: usize) -> usize {
        ((self.next() >> 16) as usize).checked_rem(most).unwrap_or(0)
    }

    fn of<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        choices.get(self.below(choices.len()))
    }

    fn number(&mut self) -> &'static str {
        self.of(&WILD).copied().unwrap_or("0")
    }
}

/// A file that is damaged: its bytes, and its objects with their streams unpacked.
pub(super) struct Seed {
    bytes: Vec<u8>,
    document: Option<Document>,
    names: Vec<Vec<u8>>,
}

impl Seed {
    /// `None` if there is nothing to damage.
    pub(super) fn read(bytes: Vec<u8>) -> Option<Seed> {
        let document = Document::load_mem(&bytes).ok().filter(|document| !document.is_encrypted());
        let document = document.map(|mut document| {
            document.decompress();
            document
        });
        let mut names = Vec::new();
        for object in document.iter().flat_map(|document| document.objects.values()) {
            collect(object, &mut names);
        }
        names.sort();
        names.dedup();
        (!bytes.is_empty()).then_some(Seed { bytes, document, names })
    }
}

/// The names in an object.
fn collect(object: &Object, names: &mut Vec<Vec<u8>>) {
    match object {
        Object::Name(name) => names.push(name.clone()),
        Object::Array(items) => items.iter().for_each(|item| collect(item, names)),
        Object::Dictionary(entries) | Object::Stream(lopdf::Stream { dict: entries, .. }) => {
            for (key, value) in entries {
                names.push(key.clone());
                collect(value, names);
            }
        }
        _ => {}
    }
}

/// The damaged file with a number: every third one in its bytes, the others in their objects.
pub(super) fn damaged(seeds: &[Seed], number: usize) -> Vec<u8> {
    let mut dice = Dice::new(number);
    let (Some(seed), Some(other)) = (dice.of(seeds), dice.of(seeds)) else { return Vec::new() };
    match &seed.document {
        Some(document) if !number.is_multiple_of(3) => {
            of_objects(&mut dice, document, seed, other).unwrap_or_default()
        }
        _ => of_bytes(&mut dice, &seed.bytes, &other.bytes),
    }
}

/// Damages bytes, up to six times over.
pub(super) fn of_bytes(dice: &mut Dice, bytes: &[u8], other: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(6) {
        let (at, length) = (dice.below(bytes.len()), dice.below(300));
        let end = (at + length).min(bytes.len());
        match dice.below(8) {
            0 => {
                for _ in 0..=dice.below(20) {
                    let at = dice.below(bytes.len());
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte ^= 1 << dice.below(8);
                    }
                }
            }
            1 if dice.below(3) == 0 => bytes.truncate(at),
            2 => drop(bytes.drain(at..end)),
            3 => {
                let twice = bytes[at..end].to_vec();
                bytes.splice(at..at, twice);
            }
            4 => {
                let from = dice.below(other.len());
                let part = other[from..(from + length).min(other.len())].to_vec();
                bytes.splice(at..end, part);
            }
            5 => bytes[at..end].reverse(),
            _ => {
                let digits = |byte: &u8| byte.is_ascii_digit();
                let Some(from) = bytes[at..].iter().position(digits).map(|from| at + from) else {
                    continue;
                };
                let length = bytes[from..].iter().take_while(|byte| digits(byte)).count();
                bytes.splice(from..from + length, dice.number().bytes());
            }
        }
    }
    bytes
}

/// Damages objects, up to four times over. `None` if what comes of it can't be written.
fn of_objects(dice: &mut Dice, document: &Document, seed: &Seed, other: &Seed) -> Option<Vec<u8>> {
    let mut document = document.clone();
    let ids: Vec<ObjectId> = document.objects.keys().copied().collect();
    for _ in 0..=dice.below(4) {
        let (id, source) = (*dice.of(&ids)?, *dice.of(&ids)?);
        let from_other = other.document.as_ref().filter(|_| dice.below(4) == 0);
        let pool = from_other.unwrap_or(&document);
        let pool_ids: Vec<ObjectId> = pool.objects.keys().copied().collect();
        let stranger = pool.objects.get(dice.of(&pool_ids)?).cloned()?;
        let object = document.objects.get_mut(&id)?;
        match dice.below(12) {
            0 => *object = stranger,
            1 => *object = Object::Reference(source),
            _ => change(dice, object, &stranger, (seed, &ids)),
        }
    }
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).ok()?;
    Some(bytes)
}

/// Damages something in an object.
fn change(dice: &mut Dice, object: &mut Object, stranger: &Object, known: (&Seed, &[ObjectId])) {
    match object {
        Object::Stream(stream) if dice.below(2) == 0 => {
            stream.content = match stranger {
                Object::Stream(other) if dice.below(3) == 0 => other.content.clone(),
                _ => of_bytes(dice, &stream.content, &known.0.bytes),
            };
        }
        Object::Dictionary(entries) | Object::Stream(lopdf::Stream { dict: entries, .. }) => {
            change_entries(dice, entries, stranger, known);
        }
        Object::Array(items) => {
            let at = dice.below(items.len());
            match dice.below(8) {
                0 => items.truncate(at),
                1 => items.extend_from_within(..at),
                2 => items.reverse(),
                3 => items.insert(at, stranger_value(stranger)),
                _ => {
                    if let Some(item) = items.get_mut(at) {
                        change(dice, item, stranger, known);
                    }
                }
            }
        }
        Object::Reference(id) => {
            if let Some(other) = dice.of(known.1) {
                *id = *other;
            }
        }
        Object::Name(name) => {
            if let Some(other) = dice.of(&known.0.names) {
                name.clone_from(other);
            }
        }
        Object::String(bytes, _) => *bytes = of_bytes(dice, bytes, &known.0.bytes),
        _ => *object = wild(dice),
    }
}

fn change_entries(
    dice: &mut Dice,
    entries: &mut Dictionary,
    stranger: &Object,
    known: (&Seed, &[ObjectId]),
) {
    let keys: Vec<Vec<u8>> = entries.iter().map(|(key, _)| key.clone()).collect();
    let Some(key) = dice.of(&keys) else { return };
    match dice.below(10) {
        0 => drop(entries.remove(key)),
        1 => entries.set(key.clone(), stranger_value(stranger)),
        2 => {
            if let (Some(value), Some(other)) = (entries.remove(key), dice.of(&known.0.names)) {
                entries.set(other.clone(), value);
            }
        }
        3 => entries.set(key.clone(), wild(dice)),
        4 => {
            if let Some(source) = dice.of(known.1) {
                entries.set(key.clone(), Object::Reference(*source));
            }
        }
        _ => {
            if let Ok(value) = entries.get_mut(key) {
                change(dice, value, stranger, known);
            }
        }
    }
}

/// What stands in an object: a stream may not stand in another.
fn stranger_value(stranger: &Object) -> Object {
    match stranger {
        Object::Stream(stream) => Object::Dictionary(stream.dict.clone()),
        other => other.clone(),
    }
}

/// A number that no honest file has.
fn wild(dice: &mut Dice) -> Object {
    let number = dice.number();
    match number.parse::<i64>() {
        Ok(number) => Object::Integer(number),
        Err(_) => number.parse().map_or(Object::Null, Object::Real),
    }
}
