/**
 * Shows the source of a text: its words, what is filled in, and what has changed in it.
 */

import { h, setChildren, spoken } from "./dom.js";
import { t } from "./interface.js";
import { nameOf } from "./pieces.js";

/** @param {import("./pieces.js").Piece[]} pieces @returns {Node[]} */
export function sourceNodes(pieces) {
  const root = h("span");
  /** @type {HTMLElement[]} */
  const open = [root];
  for (const piece of pieces) {
    if (piece.kind === "words") open.at(-1).append(...paragraphs(piece.text));
    else if (piece.kind === "code") open.at(-1).append(chip(piece));
    else if (piece.kind === "open") open.push(marked(piece.text, open.at(-1)));
    else if (open.length > 1) open.pop();
  }
  return [...root.childNodes];
}

/** An empty line begins a new paragraph. @param {string} text @returns {(string | Node)[]} */
function paragraphs(text) {
  const parts = text.split(/\n\s*\n/);
  return parts.flatMap((part, index) => (index ? [h("br"), h("br"), part] : [part]));
}

/** A variable, with the value that the page has today. @param {import("./pieces.js").Piece} piece */
function chip(piece) {
  const name = nameOf(piece.text);
  return h(
    "span",
    { class: "chip", title: piece.text },
    h("bdi", { text: piece.shown ?? name }),
    piece.shown ? h("small", { text: name, dir: "ltr" }) : null,
  );
}

/** @param {string} tag @param {HTMLElement} parent */
function marked(tag, parent) {
  const name = tag.match(/^<(\w+)/)?.[1];
  const language = tag.match(/lang="([^"]*)"/)?.[1] ?? null;
  const kinds = { b: "b", i: "i", em: "em" };
  const element = h(kinds[name] ?? "span", {
    class: kinds[name] ? "" : `piece-${name}`,
    lang: language,
    title: kinds[name] ? null : tag,
  });
  parent.append(element);
  return element;
}

/**
 * Shows what was removed from the source and added to it, by signs and not only by colour.
 *
 * @param {[string, string][]} change
 * @param {string} language of the source
 */
export function changeNode(change, language) {
  const words = change.map(([kind, text]) => {
    if (kind === "removed") return h("del", {}, spoken(t("removed-begins")), text, spoken(t("removed-ends")));
    if (kind === "added") return h("ins", {}, spoken(t("added-begins")), text, spoken(t("added-ends")));
    return text;
  });
  return h(
    "div",
    { class: "change" },
    h("p", { class: "label", text: t("source-changed") }),
    h("p", { lang: language, dir: "auto" }, ...words),
  );
}

/** Shows the findings of a text as a list. @param {HTMLElement} list @param {any[]} findings @param {(finding: any) => Node} make */
export function fillFindings(list, findings, make) {
  setChildren(list, findings.map(make));
  list.hidden = findings.length === 0;
}
