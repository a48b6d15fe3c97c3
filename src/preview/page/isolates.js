/**
 * Shows codes and tags in a right-to-left field as they are written, from left to right.
 *
 * Without help, `{ $police-phone }` in an Arabic line is shown with its signs in the wrong places. In the field each
 * token stands between two invisible characters that isolate its direction; they never leave the field.
 */

import { tokensOf } from "./pieces.js";

const OPEN = "\u2066";
const CLOSE = "\u2069";
const ISOLATED = /\u2066(\{[^{}\n]*\}|<\/?(?:b|em|i|a|span)(?:\s[^<>\n]*)?>)\u2069/g;
const TORN = /\u2066(?=[{<][^\u2069\u2066]*$|[{<][^\u2069\u2066]*\u2066)|(?<=[}>])\u2069/g;

/** Puts the isolates around the tokens of a flat text. @param {string} flat */
export function show(flat) {
  let shown = "";
  let at = 0;
  for (const token of tokensOf(flat)) {
    shown += flat.slice(at, token.start) + OPEN + token.text + CLOSE;
    at = token.end;
  }
  return shown + flat.slice(at);
}

/** Takes them out again, also where one of the two was deleted. @param {string} shown */
export function flatten(shown) {
  return cut(shown).flat;
}

/** @param {string} shown */
function cut(shown) {
  const removed = [];
  for (const match of shown.matchAll(ISOLATED)) {
    removed.push(match.index, match.index + match[0].length - 1);
  }
  const paired = new Set(removed);
  for (const match of shown.matchAll(TORN)) if (!paired.has(match.index)) removed.push(match.index);
  removed.sort((a, b) => a - b);
  const gone = new Set(removed);
  const flat = Array.from({ length: shown.length }, (_, index) => (gone.has(index) ? "" : shown[index]));
  return { flat: flat.join(""), removed };
}

/** Turns an offset in the field into one of the flat text. @param {string} shown @param {number} offset */
export function offsetInFlat(shown, offset) {
  return offset - cut(shown).removed.filter((index) => index < offset).length;
}

/**
 * Turns an offset of the flat text into one in the field; at the edge of a token it lies outside its isolates.
 *
 * @param {string} flat
 * @param {number} offset
 */
export function offsetInShown(flat, offset) {
  let added = 0;
  for (const token of tokensOf(flat)) {
    if (token.end <= offset) added += 2;
    else if (token.start < offset) added += 1;
  }
  return offset + added;
}

/**
 * Finds the token that a deletion at the caret would tear: it is deleted as a whole.
 *
 * @param {string} flat
 * @param {number} caret offset in the flat text
 * @param {boolean} backward
 */
export function tokenAtCaret(flat, caret, backward) {
  return tokensOf(flat).find((token) => (backward ? token.end : token.start) === caret) ?? null;
}
