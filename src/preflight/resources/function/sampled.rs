//! Turns a table of samples and inputs into what lies between the samples, by linear interpolation (ISO 32000-1, 7.10.2).

use super::{between, clipped};

/// How many inputs a table may have: each doubles the samples that are looked up.
const MOST_INPUTS: usize = 8;

/// The table of a function of type 0.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Table {
    /// How many samples each input has; the first input runs fastest.
    size: Vec<usize>,
    /// From the domain of each input to its samples.
    encode: Vec<[f32; 2]>,
    outputs: usize,
    /// The samples, in the figures of the outputs.
    samples: Vec<f32>,
}

impl Table {
    /// How many figures a table of such a size has; `None` if it has none, or more than can be counted.
    pub(super) fn samples(size: &[usize], outputs: usize) -> Option<usize> {
        if size.is_empty() || size.len() > MOST_INPUTS || outputs == 0 {
            return None;
        }
        let all = size.iter().try_fold(outputs, |all, size| all.checked_mul(*size))?;
        (all > 0).then_some(all)
    }

    /// Takes packed samples of so many bits; `None` if there are too few, or their bits are not those of a table. `decode`
    /// is the least and the greatest figure of each output.
    pub(super) fn new(
        bytes: &[u8],
        bits: u32,
        size: Vec<usize>,
        encode: Option<Vec<[f32; 2]>>,
        decode: &[[f32; 2]],
    ) -> Option<Table> {
        if !matches!(bits, 1 | 2 | 4 | 8 | 12 | 16 | 24 | 32) {
            return None;
        }
        let count = Table::samples(&size, decode.len())?;
        let wanted = count.checked_mul(usize::try_from(bits).ok()?)?.div_ceil(8);
        if bytes.len() < wanted {
            return None;
        }
        let ends = |size: &usize| [0.0, size.saturating_sub(1) as f32];
        let encode = encode.unwrap_or_else(|| size.iter().map(ends).collect());
        if encode.len() != size.len() {
            return None;
        }
        let most = (1_u64 << bits) - 1;
        let (mut left, mut held) = (0_u64, 0_u32);
        let mut bytes = bytes.iter();
        let mut samples = Vec::with_capacity(count);
        for index in 0..count {
            while held < bits {
                left = (left << 8) | u64::from(*bytes.next()?);
                held += 8;
            }
            held -= bits;
            let sample = (left >> held) & most;
            // 24 bits are enough for a colour.
            let share = sample as f32 / most as f32;
            let [least, greatest] = decode.get(index % decode.len()).copied()?;
            samples.push(least + share * (greatest - least));
        }
        Some(Table { size, encode, outputs: decode.len(), samples })
    }

    /// What lies at some inputs, which are within the domain.
    pub(super) fn apply(&self, input: &[f32], domain: &[[f32; 2]]) -> Vec<f32> {
        // For each input how far its lower neighbour is in the table, how far the upper one is from there, and its share.
        let mut corners = Vec::with_capacity(self.size.len());
        let mut step = self.outputs;
        for (index, size) in self.size.iter().enumerate() {
            let (Some(figure), Some(domain), Some(encode)) =
                (input.get(index), domain.get(index), self.encode.get(index))
            else {
                return Vec::new();
            };
            let last = size.saturating_sub(1);
            let place = clipped(between(*figure, *domain, *encode), [0.0, last as f32]);
            let below = (place.floor() as usize).min(last);
            let up = if below < last { step } else { 0 };
            corners.push((below * step, up, place - place.floor()));
            step = step.saturating_mul(*size);
        }
        let mut output = vec![0.0; self.outputs];
        for corner in 0..1_usize << corners.len() {
            let (mut start, mut weight) = (0, 1.0);
            for (input, (below, up, share)) in corners.iter().enumerate() {
                let upper = corner >> input & 1 == 1;
                start += below + if upper { *up } else { 0 };
                weight *= if upper { *share } else { 1.0 - share };
            }
            if weight > 0.0 {
                for (figure, sample) in output.iter_mut().zip(self.samples.iter().skip(start)) {
                    *figure += weight * sample;
                }
            }
        }
        output
    }
}
