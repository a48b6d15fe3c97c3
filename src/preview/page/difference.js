/**
 * Finds the words in which two versions of a text differ.
 */

/** Longer texts are not compared: the table would be too large. */
const MOST_WORDS = 1500;

/** Cuts a text into words, blanks, and whole codes and tags. @param {string} text */
const wordsOf = (text) => text.match(/\{[^{}]*\}|<[^<>]*>|\s+|[^\s{<]+|[{<]/g) ?? [];

/**
 * Cuts both versions into parts that are the same in the other one, and parts that are not.
 *
 * @param {string} first
 * @param {string} second
 * @returns {[Part[], Part[]]}
 * @typedef {{ text: string, differs: boolean }} Part
 */
export function compare(first, second) {
  const [a, b] = [wordsOf(first), wordsOf(second)];
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) {
    return [[{ text: first, differs: false }], [{ text: second, differs: false }]];
  }
  const lengths = commonLengths(a, b);
  const parts = [[], []];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add(parts[0], a[i], false);
      add(parts[1], b[j], false);
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && lengths[i + 1][j] >= lengths[i][j + 1])) {
      add(parts[0], a[i], true);
      i += 1;
    } else {
      add(parts[1], b[j], true);
      j += 1;
    }
  }
  return parts;
}

/** The length of the longest common run of words from each pair of places on. @param {string[]} a @param {string[]} b */
function commonLengths(a, b) {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i][j] = a[i] === b[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  return lengths;
}

/** @param {Part[]} parts @param {string} text @param {boolean} differs */
function add(parts, text, differs) {
  const last = parts.at(-1);
  if (last?.differs === differs) last.text += text;
  else parts.push({ text, differs });
}
