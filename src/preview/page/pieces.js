/**
 * Knows the pieces of a text: words, variables and terms in braces, and markup tags.
 *
 * @typedef {{ kind: "words" | "code" | "open" | "close", text: string, shown: string | null }} Piece
 * @typedef {{ kind: "code", text: string, shown: string | null, name: string }} Code
 * @typedef {{ kind: "pair", open: string, close: string, tag: string, detail: string }} Pair
 * @typedef {Code | Pair} Insertable something that a button puts into the field
 */

const TOKEN = /\{[^{}\n]*\}|<\/?(?:b|em|i|a|span)(?:\s[^<>\n]*)?>/g;

/** Gives the flat text of pieces, as it is typed. @param {Piece[]} pieces */
export function flatText(pieces) {
  return pieces.map((piece) => piece.text).join("");
}

/** Gives what a reader of the page sees of pieces. @param {Piece[]} pieces */
export function readText(pieces) {
  const shown = pieces.map((piece) => {
    if (piece.kind === "words") return piece.text;
    return piece.kind === "code" ? (piece.shown ?? piece.text) : "";
  });
  return shown.join("");
}

/** Says where the tokens of a flat text stand. @param {string} text @returns {{ text: string, start: number, end: number }[]} */
export function tokensOf(text) {
  return Array.from(text.matchAll(TOKEN), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * Gives what a reader of the page sees of a typed text: without tags, and with the values that its source shows.
 *
 * @param {string} text
 * @param {Piece[]} source
 */
export function readFlat(text, source) {
  const values = new Map(source.map((piece) => [piece.text, piece.shown]));
  return text.replace(TOKEN, (token) => (token.startsWith("{") ? (values.get(token) ?? nameOf(token)) : "")).trim();
}

/** Names a code: `{ $police-phone }` is `police-phone`, `{ -office }` is `office`. @param {string} text */
export function nameOf(text) {
  return text.replace(/^\{\s*(?:NUMBER|DATETIME)?\(?\s*[$-]?/, "").match(/^[\w-]*/)?.[0] || text;
}

/**
 * Lists what the source has and a translation needs as well: each code once, each pair of tags once.
 *
 * @param {Piece[]} pieces
 * @returns {Insertable[]}
 */
export function insertablesOf(pieces) {
  const found = new Map();
  const open = [];
  for (const piece of pieces) {
    if (piece.kind === "code") {
      found.set(piece.text, { ...piece, name: nameOf(piece.text) });
    } else if (piece.kind === "open") {
      open.push(piece.text);
    } else if (piece.kind === "close") {
      const start = open.pop() ?? piece.text.replace("</", "<");
      found.set(start, pairOf(start, piece.text));
    }
  }
  return [...found.values()];
}

/** @param {string} open @param {string} close @returns {Pair} */
function pairOf(open, close) {
  const tag = close.replace(/[</>\s]/g, "");
  const detail = open.match(/(?:id|lang)="([^"]*)"/)?.[1] ?? "";
  return { kind: "pair", open, close, tag, detail };
}

/** Counts how often a text has what a button inserts. @param {string} text @param {Insertable} insertable */
export function countIn(text, insertable) {
  const needle = insertable.kind === "code" ? insertable.text : insertable.open;
  return text.split(needle).length - 1;
}

/**
 * Cuts a text into segments for the layer behind the field: tokens have a ground, findings a line under them.
 *
 * @param {string} text
 * @param {{ level: string, start: number | null, end: number | null }[]} findings offsets in `text`
 * @returns {{ text: string, token: boolean, level: string | null }[]}
 */
export function segmentsOf(text, findings) {
  const tokens = tokensOf(text);
  const marked = findings.filter((finding) => finding.start !== null && finding.end !== null);
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...tokens, ...marked]) {
    cuts.add(Math.min(start, text.length));
    cuts.add(Math.min(end, text.length));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const covers = (range, at) => range.start <= at && range.end > at;
  return edges.slice(0, -1).map((start, index) => {
    const over = marked.filter((finding) => covers(finding, start));
    const worst = over.find((finding) => finding.level === "error") ?? over[0];
    return {
      text: text.slice(start, edges[index + 1]),
      token: tokens.some((token) => covers(token, start)),
      level: worst?.level ?? null,
    };
  });
}
