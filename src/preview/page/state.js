/**
 * The state of the page, and how it changes: `reduce(state, action)` gives the next state and what is to be done.
 *
 * Pure: nothing here touches the document, the network or the clock.
 */

import * as texts from "./texts.js";

/** How the page may show the pages. */
export const VIEWS = /** @type {const} */ (["pages", "spreads", "panels", "sheets", "fold"]);

/** @typedef {import("./texts.js").Effect} Effect */

/** The state before anything has come from the server. */
export function initialState() {
  return {
    /** @type {"starting" | "online" | "offline" | "stopped"} */
    link: "starting",
    /** Why the server has closed the connection for good. @type {string | null} */
    stopped: null,
    /** @type {any} */
    welcome: null,
    language: null,
    edition: null,
    profile: "screen",
    /** @type {Map<string, any>} */
    messages: new Map(),
    /** Which message a unit belongs to. @type {Map<string, string>} */
    owners: new Map(),
    /** @type {import("./texts.js").Texts} */
    unsaved: new Map(),
    /** The texts that were given up, by unit, each with the number of the frame that said so: the server has not answered yet.
     * @type {Map<string, { seq: number, text: string }>} */
    givenUp: new Map(),
    /** When each unit was last saved here, by its id. @type {Map<string, number>} */
    savedAt: new Map(),
    /** @type {Map<string, any[]>} */
    suggestions: new Map(),
    /** Refusals of reviews, approvals and remarks, by message. @type {Map<string, string>} */
    refusals: new Map(),
    /** @type {any} */
    pages: null,
    /** Whether the make-up of the open edition was approved. @type {any} */
    made: null,
    /** Why its approval was refused. @type {any} */
    madeRefusal: null,
    problem: null,
    selected: null,
    filter: "all",
    search: "",
    /** @type {typeof VIEWS[number] | null} */
    view: null,
    zoom: "fit",
    /** @type {"text" | "pages"} which of the two a telephone shows */
    side: "text",
    seq: 0,
    storageFails: false,
  };
}

/** @typedef {ReturnType<typeof initialState>} State */

/** Finds a unit as the file has it. @param {State} state @param {string} id */
export function unitOf(state, id) {
  const message = state.messages.get(state.owners.get(id));
  return message?.units.find((unit) => unit.id === id) ?? null;
}

/** Computed once for each frame of pages, so that rows can compare what they showed. @type {WeakMap<object, Map<string, any[]>>} */
const MARKS = new WeakMap();

/** The marks of the pages by message. @param {any} pages @returns {Map<string, any[]>} */
export function marksByMessage(pages) {
  if (!pages) return new Map();
  let marks = MARKS.get(pages);
  if (!marks) {
    marks = new Map();
    for (const mark of pages.marks) {
      if (mark.message) marks.set(mark.message, [...(marks.get(mark.message) ?? []), mark]);
    }
    MARKS.set(pages, marks);
  }
  return marks;
}

const NOTHING_OPEN = () => ({
  messages: new Map(),
  owners: new Map(),
  unsaved: new Map(),
  givenUp: new Map(),
  savedAt: new Map(),
  suggestions: new Map(),
  refusals: new Map(),
  pages: null,
  selected: null,
});

/** What filters look at. @param {State} state */
export function filterFacts(state) {
  const unsaved = new Set([...state.unsaved.keys()].map((unit) => state.owners.get(unit)));
  return { marks: marksByMessage(state.pages), unsaved };
}

/**
 * @param {State} state
 * @param {any} action
 * @returns {[State, Effect[]]}
 */
export function reduce(state, action) {
  const change = CHANGES[action.type];
  return change ? change(state, action) : [state, []];
}

/** Takes over what `texts.js` decided. @param {State} state @param {import("./texts.js").Outcome} outcome @returns {[State, Effect[]]} */
function withTexts(state, [unsaved, effects], now = 0) {
  let next = { ...state, unsaved, givenUp: givenUpAfter(state, effects) };
  for (const effect of effects) {
    if ("inFile" in effect) next = withFileText(next, effect.inFile, now);
  }
  return [next, effects.filter((effect) => !("inFile" in effect))];
}

/** A text that is given up stays so until something else is sent of it. @param {State} before @param {Effect[]} effects */
function givenUpAfter(before, effects) {
  const frames = effects.flatMap((effect) => ("send" in effect ? [effect.send] : []));
  if (!frames.length) return before.givenUp;
  const after = new Map(before.givenUp);
  for (const { type, unit, seq } of frames) {
    const text = before.unsaved.get(unit)?.text ?? after.get(unit)?.text;
    if (type === "drop" && text !== undefined) after.set(unit, { seq, text });
    else after.delete(unit);
  }
  return after;
}

/** @param {State} state */
function withFileText(state, { unit, text, base }, now) {
  const message = state.messages.get(state.owners.get(unit));
  if (!message) return state;
  const units = message.units.map((old) => (old.id === unit ? { ...old, text, base, unsaved: null } : old));
  return {
    ...state,
    messages: new Map(state.messages).set(message.id, { ...message, units }),
    savedAt: new Map(state.savedAt).set(unit, now),
  };
}

/** @param {Map<string, any>} messages */
function ownersOf(messages) {
  const owners = new Map();
  for (const message of messages.values()) {
    for (const unit of message.units) owners.set(unit.id, message.id);
  }
  return owners;
}

/** @type {Record<string, (state: State, action: any) => [State, Effect[]]>} */
const CHANGES = {
  // What the person does.
  typed(state, { unit, text }) {
    const held = unitOf(state, unit);
    if (!held) return [state, []];
    const seq = state.seq + 1;
    return withTexts({ ...state, seq }, texts.typed(state.unsaved, held, text, seq));
  },
  save(state, { unit }) {
    const held = unitOf(state, unit);
    if (!held) return [state, []];
    const seq = state.seq + 1;
    return withTexts({ ...state, seq }, texts.save(state.unsaved, held, seq));
  },
  "give-up"(state, { unit }) {
    const seq = state.seq + 1;
    return withTexts({ ...state, seq }, texts.giveUp(state.unsaved, unit, seq));
  },
  choose(state, { unit, choice, now }) {
    const seq = state.seq + 1;
    return withTexts({ ...state, seq }, texts.choose(state.unsaved, unit, choice, seq), now);
  },
  select(state, { message }) {
    if (message === state.selected) return [state, []];
    return [{ ...state, selected: message }, [{ send: { type: "focus", message } }]];
  },
  set: (state, { values }) => [{ ...state, ...values }, []],
  open(state, { language, edition, profile }) {
    const open = {
      language: language ?? state.language,
      edition: edition ?? state.edition,
      profile: profile ?? state.profile,
    };
    const profiles = state.welcome?.editions.find(({ id }) => id === open.edition)?.profiles;
    if (profiles && !profiles.includes(open.profile)) open.profile = profiles[0];
    const next = { ...state, ...open };
    // The texts of another language stay in the browser's storage, and come back with it.
    const cleared = open.language === state.language ? {} : NOTHING_OPEN();
    const other = open.language !== state.language || open.edition !== state.edition;
    const made = other ? { made: null, madeRefusal: null } : {};
    return [{ ...next, ...cleared, ...made }, [{ send: { type: "open", ...open } }]];
  },

  // What the connection does.
  offline: (state) => [{ ...state, link: state.welcome ? "offline" : "starting" }, []],
  stopped: (state, { why }) => [{ ...state, link: "stopped", stopped: why }, []],

  // What the server says.
  welcome(state, { frame }) {
    const { language } = frame;
    const online = state.link === "online";
    // It was sent for a language that is not open any more.
    if (online && language !== state.language) return [state, []];
    // Somebody may have gone on to another edition before it came.
    const edition = online ? state.edition : frame.edition;
    // After a cut, the page goes on with what it showed.
    const profile = state.welcome ? state.profile : frame.profile;
    const next = { ...state, welcome: frame, language, edition, profile, link: "online", problem: null };
    return [next, !online ? [{ send: { type: "open", language, edition, profile } }] : []];
  },
  messages(state, { frame, drafts, now }) {
    // They were sent before the server knew which language is open now.
    if (frame.language !== state.language) return [state, []];
    const fresh = frame.messages.map((message) => [message.id, frame.all ? message : withLiveFindings(state, message)]);
    const messages = new Map(frame.all ? fresh : [...state.messages, ...fresh]);
    const owners = ownersOf(messages);
    let seq = state.seq;
    const next = { ...state, messages, owners, problem: null };
    const units = frame.messages.flatMap((message) => message.units);
    let [unsaved, effects] = texts.fileChanged(state.unsaved, units);
    if (frame.all) {
      const nextSeq = () => (seq += 1);
      // What was given up without a connection is no text to go on with, though the server still has it. Another text is: it was typed
      // elsewhere meanwhile.
      const isGivenUp = ({ id, unsaved: text }) => state.givenUp.has(id) && state.givenUp.get(id).text === text;
      const own = units.map((unit) => (isGivenUp(unit) ? { ...unit, unsaved: null } : unit));
      const [restored, more] = texts.restore(unsaved, own, drafts ?? [], nextSeq);
      unsaved = restored;
      const still = units.filter((unit) => isGivenUp(unit) && !restored.has(unit.id)).map(({ id }) => id);
      next.givenUp = new Map(still.map((id) => [id, state.givenUp.get(id)]));
      const dropped = [...next.givenUp].map(([unit, given]) => texts.dropFrame(unit, given.seq));
      const told = effects.filter((effect) => !("send" in effect));
      effects = [...told, ...more, ...dropped, ...texts.resend(unsaved)];
    }
    return withTexts({ ...next, seq }, [unsaved, effects], now);
  },
  findings(state, { frame }) {
    const message = state.messages.get(frame.message);
    if (!message) return [state, []];
    const messages = new Map(state.messages).set(message.id, { ...message, findings: frame.findings });
    return [{ ...state, messages }, []];
  },
  pages(state, { frame }) {
    const { language, edition, profile } = frame;
    const ours = language === state.language && edition === state.edition && profile === state.profile;
    if (!ours) return [state, []];
    // What is as before does not travel again.
    const pages = {
      ...NO_PAGES,
      ...state.pages,
      ...frame,
      boxes: { ...state.pages?.boxes, ...frame.boxes },
      pages: withPictures(frame.pages, state.pages?.pages ?? []),
    };
    return [{ ...state, pages, view: viewOf(state, pages), problem: null }, []];
  },
  dropped(state, { frame: { unit, seq } }) {
    const given = state.givenUp.get(unit);
    if (!given || given.seq > seq) return [state, []];
    const givenUp = new Map(state.givenUp);
    givenUp.delete(unit);
    return [{ ...state, givenUp }, []];
  },
  kept: (state, { frame }) => withTexts(state, texts.kept(state.unsaved, frame)),
  saved: (state, { frame, now }) => withTexts(state, texts.saved(state.unsaved, frame), now),
  conflict: (state, { frame, now }) => withTexts(state, texts.conflicted(state.unsaved, frame), now),
  refused(state, { frame }) {
    if (frame.unit) return withTexts(state, texts.refused(state.unsaved, frame));
    if (frame.to === "approve-edition") return [{ ...state, madeRefusal: frame.why }, []];
    return [{ ...state, refusals: new Map(state.refusals).set(frame.message, frame.why) }, []];
  },
  suggestions(state, { frame }) {
    return [{ ...state, suggestions: new Map(state.suggestions).set(frame.unit, frame.found) }, []];
  },
  edition(state, { frame }) {
    const ours = frame.language === state.language && frame.edition === state.edition;
    return [ours ? { ...state, made: frame, madeRefusal: null } : state, []];
  },
  problem: (state, { frame }) => [{ ...state, problem: frame.text }, []],
};

/**
 * Gives each page the last picture of it that has come: the one that travels now, put together with what it keeps of the one before, or
 * that one, which may show an earlier state of the page.
 *
 * @param {any[]} rows of a frame
 * @param {import("./plan.js").Page[]} before
 * @returns {import("./plan.js").Page[]}
 */
function withPictures(rows, before) {
  const pictures = new Map(before.map((page) => [page.number, page.picture]));
  return rows.map(({ svg, ...page }) => {
    const earlier = pictures.get(page.number);
    return { ...page, picture: svg ? pictureOf(page.hash, svg, earlier) : earlier };
  });
}

/** @param {string} hash @param {any} svg @param {import("./plan.js").Picture | undefined} earlier */
function pictureOf(hash, { head, from, keep, pieces }, earlier) {
  if (from === undefined) return { hash, head, pieces };
  // It belongs to pages that are not open any more.
  if (earlier?.hash !== from) return earlier;
  const [before, after] = keep;
  const end = earlier.pieces.length - after;
  return { hash, head, pieces: [...earlier.pieces.slice(0, before), ...pieces, ...earlier.pieces.slice(end)] };
}

/** What was found in a text that is being typed stays: the server's row tells of the file. @param {State} state @param {any} message */
function withLiveFindings(state, message) {
  const held = state.messages.get(message.id);
  const typed = message.units.some((unit) => state.unsaved.has(unit.id));
  return held && typed ? { ...message, findings: held.findings } : message;
}

const NO_PAGES = { views: {}, boxes: {}, marks: [], pages: [], fold: null };

/** Chooses the view: that of before if this edition has it, else the one that shows most of it at once. @param {State} state @param {any} pages */
function viewOf(state, pages) {
  const views = viewsOf(pages);
  if (state.view && views.includes(state.view)) return state.view;
  return views.includes("panels") ? "panels" : views.includes("spreads") ? "spreads" : "pages";
}

/** Lists the views that an edition has. @param {any} pages */
export function viewsOf(pages) {
  return VIEWS.filter((view) => {
    if (view === "pages") return true;
    if (view === "fold") return Boolean(pages?.fold && pages.views.sheets);
    return Boolean(pages?.views[view]?.length);
  });
}

/**
 * Sums up whether everything has reached the file.
 *
 * @param {State} state
 * @returns {{ kind: "all-saved" | "giving-up" | "unsaved" | "saving" | "browser-only" | "conflict" | "refused", count: number }}
 */
export function saveState(state) {
  const entries = [...state.unsaved.values()];
  const count = (stage) => entries.filter((entry) => entry.stage === stage).length;
  if (!entries.length) return { kind: state.givenUp.size ? "giving-up" : "all-saved", count: state.givenUp.size };
  if (count("conflict")) return { kind: "conflict", count: count("conflict") };
  if (count("refused")) return { kind: "refused", count: count("refused") };
  if (state.link !== "online") return { kind: "browser-only", count: entries.length };
  if (entries.every((entry) => entry.stage === "saving")) return { kind: "saving", count: entries.length };
  return { kind: "unsaved", count: entries.length };
}
