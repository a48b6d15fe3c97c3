/**
 * Chooses which messages are listed: sections, filters, search, and what is to be done next.
 */

import { readText } from "./pieces.js";

/** The filters, in the order of the menu. */
export const FILTERS = /** @type {const} */ ([
  "all",
  "missing",
  "stale",
  "findings",
  "draft",
  "not-reviewed",
  "remarks",
  "unsaved",
]);

/** @typedef {typeof FILTERS[number]} Filter */

/**
 * @typedef {object} Facts what a filter looks at beside the message
 * @property {Map<string, { kind: string, text: string, page: number }[]>} marks by message
 * @property {Set<string>} unsaved messages with unsaved text
 */

/** @type {Record<Filter, (message: any, facts: Facts) => boolean>} */
const TESTS = {
  all: () => true,
  missing: (message) => message.editable && message.state === "missing",
  stale: (message) => message.editable && message.state === "stale",
  findings: (message, facts) => message.findings.length > 0 || hasPageFinding(message, facts),
  draft: (message) => message.editable && message.state === "draft",
  "not-reviewed": (message) => message.editable && ["stale", "draft"].includes(message.state),
  remarks: (message) => message.remarks.length > 0,
  unsaved: (message, facts) => facts.unsaved.has(message.id),
};

/** @param {any} message @param {Facts} facts */
function hasPageFinding(message, facts) {
  const marks = facts.marks.get(message.id) ?? [];
  return marks.some((mark) => mark.kind === "overset" || mark.kind === "layout");
}

/** Says whether a translator has something to do here. @param {any} message @param {Facts} facts */
export function isToDo(message, facts) {
  if (!message.editable) return false;
  return (
    message.state === "missing" ||
    message.state === "stale" ||
    facts.unsaved.has(message.id) ||
    message.findings.some((finding) => finding.level === "error") ||
    (facts.marks.get(message.id) ?? []).some((mark) => mark.kind === "overset")
  );
}

/** Makes texts comparable: no case, no accents, no vowel signs. @param {string} text */
export function foldText(text) {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\u0640\u200c\u200d]/gu, "")
    .toLowerCase();
}

/** @param {any} message @returns {string} all that a search looks into */
function searchable(message) {
  const units = message.units.flatMap((unit) => [readText(unit.source), unit.unsaved ?? "", unit.text]);
  const remarks = message.remarks.map((remark) => remark.text);
  return foldText([message.id, message.comment, ...units, ...remarks].join("\n"));
}

/** Makes a test for what is typed into the search field: each word has to be there. @param {string} search */
export function searchTest(search) {
  const words = foldText(search).split(/\s+/).filter(Boolean);
  return (message) => {
    if (!words.length) return true;
    const text = searchable(message);
    return words.every((word) => text.includes(word));
  };
}

/**
 * Groups the messages by section, those that stand nowhere at the end. Editions may share the id of a section: its
 * messages then stand together.
 *
 * @param {{ id: string, title: string, messages: string[] }[]} sections
 * @param {Map<string, any>} messages
 * @returns {{ id: string, title: string | null, messages: any[] }[]}
 */
export function groupMessages(sections, messages) {
  const placed = new Set();
  const byId = new Map();
  for (const { id, title, messages: ids } of sections) {
    const members = ids.filter((name) => messages.has(name) && !placed.has(name));
    members.forEach((name) => placed.add(name));
    if (!byId.has(id)) byId.set(id, { id, title, messages: [] });
    byId.get(id).messages.push(...members.map((name) => messages.get(name)));
  }
  const groups = [...byId.values()];
  const rest = [...messages.values()].filter((message) => !placed.has(message.id));
  const kindOf = (message) => (message.why === "fact" ? "facts" : message.why === "common" ? "common" : "other");
  for (const id of ["other", "common", "facts"]) {
    groups.push({ id, title: null, messages: rest.filter((message) => kindOf(message) === id) });
  }
  return groups.filter((group) => group.messages.length);
}

/**
 * @param {ReturnType<typeof groupMessages>} groups
 * @param {Filter} filter
 * @param {string} search
 * @param {Facts} facts
 * @param {string | null} selected stays listed while it is open, whatever it has become
 */
export function filterGroups(groups, filter, search, facts, selected) {
  const found = searchTest(search);
  const kept = (message) => message.id === selected || (TESTS[filter](message, facts) && found(message));
  return groups
    .map((group) => ({ ...group, messages: group.messages.filter(kept) }))
    .filter((group) => group.messages.length);
}

/** Counts the messages of each filter. @param {Iterable<any>} messages @param {Facts} facts @returns {Record<Filter, number>} */
export function countFilters(messages, facts) {
  const counts = Object.fromEntries(FILTERS.map((filter) => [filter, 0]));
  for (const message of messages) {
    for (const filter of FILTERS) if (TESTS[filter](message, facts)) counts[filter] += 1;
  }
  return counts;
}

/**
 * Finds the next message that passes a test, after the selected one, and begins again at the end.
 *
 * @param {any[]} messages in the order of the list
 * @param {string | null} selected
 * @param {1 | -1} step
 * @param {(message: any) => boolean} test
 * @returns {string | null}
 */
export function nextMessage(messages, selected, step, test) {
  const count = messages.length;
  const at = messages.findIndex((message) => message.id === selected);
  let start = at;
  if (at < 0) start = step > 0 ? -1 : count;
  for (let distance = 1; distance <= count; distance += 1) {
    const message = messages[(((start + step * distance) % count) + count) % count];
    if (message.id !== selected && test(message)) return message.id;
  }
  return null;
}
