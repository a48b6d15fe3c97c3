/**
 * Follows each text that is not yet in the file: typed, kept by the server, being saved, refused, in conflict.
 *
 * Pure: every function takes the map of unsaved texts and returns a new one, with what is to be done.
 *
 * @typedef {"typing" | "kept" | "saving" | "refused" | "conflict"} Stage
 * @typedef {object} Unsaved
 * @property {string} unit
 * @property {string} text
 * @property {string} base the version of the file's text that it was typed over
 * @property {number} seq of the newest frame about it
 * @property {Stage} stage
 * @property {{ seq: number, text: string } | null} saving a save that has no answer yet
 * @property {string | null} why of a refusal
 * @property {{ theirs: string, base: string } | null} conflict
 * @property {string | null} reference the other version, while one edits after a conflict
 *
 * @typedef {{ id: string, text: string, base: string, unsaved?: string | null }} Unit
 * @typedef {{ send: object } | { keep: Unsaved } | { forget: string } | { inFile: { unit: string, text: string, base: string } }} Effect
 * @typedef {Map<string, Unsaved>} Texts
 * @typedef {[Texts, Effect[]]} Outcome
 */

/** @returns {Unsaved} */
function begin(unit, text, base, seq) {
  return { unit, text, base, seq, stage: "typing", saving: null, why: null, conflict: null, reference: null };
}

/** @param {Texts} texts @param {Unsaved} entry @returns {Texts} */
function put(texts, entry) {
  return new Map(texts).set(entry.unit, entry);
}

/** @param {Texts} texts @param {string} unit @returns {Texts} */
function without(texts, unit) {
  const next = new Map(texts);
  next.delete(unit);
  return next;
}

/** @param {Unsaved} entry */
const textFrame = ({ unit, text, base, seq }) => ({ send: { type: "text", unit, text, base, seq } });

/** What is given up, by the number of the frame that says so. @param {string} unit @param {number} seq */
export const dropFrame = (unit, seq) => ({ send: { type: "drop", unit, seq } });

/** @param {Unsaved} entry */
const saveFrame = ({ unit, text, base, seq }) => ({ send: { type: "save", unit, text, base, seq } });

/**
 * The person typed.
 *
 * @param {Texts} texts
 * @param {Unit} unit as the file has it
 * @param {string} text
 * @param {number} seq
 * @returns {Outcome}
 */
export function typed(texts, unit, text, seq) {
  const held = texts.get(unit.id);
  const back = text === unit.text && !held?.saving && !held?.conflict;
  if (back) {
    if (!held) return [texts, []];
    return [without(texts, unit.id), [dropFrame(unit.id, seq), { forget: unit.id }]];
  }
  const entry = {
    ...(held ?? begin(unit.id, text, unit.base, seq)),
    text,
    seq,
    why: null,
    stage: held?.conflict ? "conflict" : "typing",
  };
  return [put(texts, entry), [{ keep: entry }, textFrame(entry)]];
}

/**
 * The person saves. A text that is as in the file may be saved too: "it still says the same".
 *
 * @param {Texts} texts
 * @param {Unit} unit
 * @param {number} seq
 * @returns {Outcome}
 */
export function save(texts, unit, seq) {
  const held = texts.get(unit.id) ?? begin(unit.id, unit.text, unit.base, seq);
  if (held.conflict || held.saving?.text === held.text) return [texts, []];
  const entry = { ...held, seq, stage: "saving", why: null, saving: { seq, text: held.text } };
  return [put(texts, entry), [saveFrame(entry)]];
}

/** The person gives the unsaved text up. @param {Texts} texts @param {string} unit @param {number} seq @returns {Outcome} */
export function giveUp(texts, unit, seq) {
  if (!texts.has(unit)) return [texts, []];
  return [without(texts, unit), [dropFrame(unit, seq), { forget: unit }]];
}

/** The server has the unsaved text. @param {Texts} texts @returns {Outcome} */
export function kept(texts, { unit, seq }) {
  const held = texts.get(unit);
  if (!held || held.stage !== "typing" || seq < held.seq) return [texts, []];
  return [put(texts, { ...held, stage: "kept" }), []];
}

/** The file has the text. What was typed meanwhile goes on from the new version. @param {Texts} texts @returns {Outcome} */
export function saved(texts, { unit, seq, base }) {
  const held = texts.get(unit);
  if (!held?.saving || held.saving.seq !== seq) return [texts, []];
  const inFile = { inFile: { unit, text: held.saving.text, base } };
  if (held.text === held.saving.text) return [without(texts, unit), [inFile, { forget: unit }]];
  const entry = { ...held, base, saving: null, stage: "typing", reference: null };
  return [put(texts, entry), [inFile, { forget: unit }, { keep: entry }, textFrame(entry)]];
}

/** The file has another text by now. @param {Texts} texts @returns {Outcome} */
export function conflicted(texts, { unit, theirs, base, yours }) {
  const held = texts.get(unit) ?? begin(unit, yours, base, 0);
  if (held.text === theirs) {
    return [without(texts, unit), [{ inFile: { unit, text: theirs, base } }, { forget: unit }]];
  }
  const entry = { ...held, stage: "conflict", saving: null, conflict: { theirs, base } };
  return [put(texts, entry), [{ keep: entry }]];
}

/** The server won't have it; it is not sent again until the person changes it. @param {Texts} texts @returns {Outcome} */
export function refused(texts, { unit, why, seq }) {
  const held = texts.get(unit);
  const old = held && seq !== undefined && seq < held.seq;
  if (!held || old) return [texts, []];
  return [put(texts, { ...held, stage: "refused", saving: null, why }), []];
}

/**
 * The person chooses after a conflict.
 *
 * @param {Texts} texts
 * @param {string} unit
 * @param {"yours" | "theirs" | "edit"} choice
 * @param {number} seq
 * @returns {Outcome}
 */
export function choose(texts, unit, choice, seq) {
  const held = texts.get(unit);
  if (!held?.conflict) return [texts, []];
  const { theirs, base } = held.conflict;
  if (choice === "theirs") {
    const [next, effects] = giveUp(texts, unit, seq);
    return [next, [...effects, { inFile: { unit, text: theirs, base } }]];
  }
  const entry = { ...held, base, seq, conflict: null };
  // The draft moves to the new version: its old key goes first.
  if (choice === "edit") {
    const edited = { ...entry, stage: "typing", reference: theirs };
    return [put(texts, edited), [{ forget: unit }, { keep: edited }, textFrame(edited)]];
  }
  const sent = { ...entry, stage: "saving", saving: { seq, text: held.text } };
  return [put(texts, sent), [{ forget: unit }, { keep: sent }, saveFrame(sent)]];
}

/**
 * The server tells what the file has now, because somebody else changed it or because the page connects again.
 *
 * @param {Texts} texts
 * @param {Unit[]} units
 * @returns {Outcome}
 */
export function fileChanged(texts, units) {
  let next = texts;
  const effects = [];
  for (const unit of units) {
    const held = next.get(unit.id);
    if (!held || held.base === unit.base) continue;
    // An answer to our own save is on its way, and says more.
    if (held.saving && held.saving.text !== unit.text) continue;
    const frame = { unit: unit.id, theirs: unit.text, base: unit.base, yours: held.text };
    if (held.saving) {
      const [after, more] = saved(next, { unit: unit.id, seq: held.saving.seq, base: unit.base });
      next = after;
      effects.push(...more);
    } else if (held.conflict?.base !== unit.base) {
      const [after, more] = conflicted(next, frame);
      next = after;
      effects.push(...more);
    }
  }
  return [next, effects];
}

/**
 * At the opening, takes up what this tab left in the browser, and what the server kept for it.
 *
 * @param {Texts} texts
 * @param {Unit[]} units
 * @param {{ unit: string, base: string, text: string }[]} drafts the oldest first
 * @param {() => number} nextSeq
 * @returns {Outcome}
 */
export function restore(texts, units, drafts, nextSeq) {
  let next = new Map(texts);
  const effects = [];
  const newest = new Map(drafts.map((draft) => [draft.unit, draft]));
  for (const unit of units) {
    if (next.has(unit.id)) continue;
    const draft = newest.get(unit.id);
    const text = draft?.text ?? unit.unsaved ?? null;
    if (text === null) continue;
    if (text === unit.text) {
      if (draft) effects.push({ forget: unit.id });
      continue;
    }
    const base = draft?.base ?? unit.base;
    next.set(unit.id, begin(unit.id, text, base, nextSeq()));
    if (base === unit.base) continue;
    const [after, more] = conflicted(next, { unit: unit.id, theirs: unit.text, base: unit.base, yours: text });
    next = new Map(after);
    effects.push(...more);
  }
  return [next, effects];
}

/**
 * After a new connection, sends everything again that is unsaved; what was refused stays where it is.
 *
 * @param {Texts} texts
 * @returns {Effect[]}
 */
export function resend(texts) {
  return [...texts.values()].flatMap((entry) => {
    if (entry.stage === "refused") return [];
    if (entry.saving?.text === entry.text) return [saveFrame({ ...entry, seq: entry.saving.seq })];
    return [textFrame(entry)];
  });
}
