/**
 * Says the sentences of checks and refusals in the language of the interface.
 *
 * The server sends each with the words of the program, which are English, and where the interface has it, with its name and
 * what is filled in.
 *
 * @typedef {{ text: string, id?: string, values?: Record<string, Sentence> }} Sentence
 */

import { h } from "./dom.js";
import { hasWords, interfaceLanguage, t } from "./interface.js";
import { listOf } from "./pattern.js";

/** What stands between backticks. */
const CODE = new RegExp("`([^`]*)`");

/** The words of a sentence, with backticks around code. @param {Sentence} sentence @returns {string} */
function wordsOf({ text, id, values = {} }) {
  if (!id || !hasWords(id)) return text;
  return t(id, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, valueOf(value)])));
}

/** What is filled into a sentence: a number, another sentence, names. @param {Sentence} value */
function valueOf(value) {
  if (value.id) return wordsOf(value);
  return /^\d{1,9}$/.test(value.text) ? Number(value.text) : listOf(value.text, interfaceLanguage());
}

/** The words of sentences as plain text. @param {Sentence[]} sentences */
export function said(sentences) {
  return sentences.map(wordsOf).join(" – ");
}

/** Shows sentences, with what stands between backticks as code. @param {Sentence[]} sentences @returns {HTMLElement} */
export function sentenceNode(sentences) {
  const nodes = sentences.map((sentence, index) => {
    const parts = wordsOf(sentence).split(CODE);
    const inner = parts.map((part, at) => (at % 2 ? h("code", { text: part, dir: "ltr" }) : part));
    const known = Boolean(sentence.id) && hasWords(sentence.id);
    const node = h("span", known ? {} : { lang: "en", dir: "ltr" }, ...inner);
    return h("span", {}, index ? " – " : null, node);
  });
  return h("span", { dir: "auto" }, ...nodes);
}
