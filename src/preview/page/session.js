/**
 * Joins the state, the connection and the browser's storage: dispatches actions, and does what the reducer asks for.
 */

import { adoptDrafts, allDrafts, forgetAll, keepDraft, listDrafts, removeDrafts } from "./drafts.js";
import { interfaceLanguage } from "./interface.js";
import { Connection } from "./socket.js";
import { initialState, reduce } from "./state.js";

const TOKEN = "feuillet-token";
const TAB = "feuillet-tab";

/** Moves the token from the address to the tab's storage: an address is seen, kept and sent on. */
export function takeToken() {
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (token === null) return;
  sessionStorage.setItem(TOKEN, token);
  history.replaceState(null, "", location.pathname);
}

/** The header that each POST has: the token of local use. */
export function postHeaders() {
  const headers = { "Content-Type": "application/json" };
  const token = sessionStorage.getItem(TOKEN);
  return token ? { ...headers, "X-Feuillet-Token": token } : headers;
}

/** Gives this tab its name; a tab that was duplicated gets a new one. */
async function nameTab() {
  const kept = sessionStorage.getItem(TAB);
  const tab = kept && (await holdLock(kept)) ? kept : crypto.randomUUID();
  if (tab !== kept) await holdLock(tab);
  sessionStorage.setItem(TAB, tab);
  return tab;
}

/** Holds a lock until the tab is closed. @param {string} tab @returns {Promise<boolean>} false if another tab has it */
function holdLock(tab) {
  return new Promise((resolve) => {
    navigator.locks.request(`${TAB}:${tab}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? new Promise(() => {}) : undefined;
    });
  });
}

/** @returns {Promise<Set<string>>} the tabs that are open */
async function openTabs() {
  const { held } = await navigator.locks.query();
  const names = (held ?? []).map((lock) => lock.name ?? "");
  return new Set(names.filter((name) => name.startsWith(TAB)).map((name) => name.slice(TAB.length + 1)));
}

export class Session {
  constructor() {
    this.state = initialState();
    /** The state that the listeners have seen last. */
    this.shown = this.state;
    this.scheduled = false;
    /** @type {((state: import("./state.js").State, before: import("./state.js").State) => void)[]} */
    this.listeners = [];
    this.connection = new Connection({
      hello: () => this.#hello(),
      frame: (frame) => this.#frame(frame),
      offline: () => this.dispatch({ type: "offline" }),
      stopped: (why) => this.dispatch({ type: "stopped", why }),
    });
    this.tab = "";
    this.forgotten = false;
  }

  async start() {
    this.tab = await nameTab();
    adoptDrafts(localStorage, this.tab, await openTabs());
    this.connection.open();
  }

  /** @param {(state: import("./state.js").State, before: import("./state.js").State) => void} listener */
  listen(listener) {
    this.listeners.push(listener);
  }

  /** @param {any} action */
  dispatch(action) {
    const before = this.state;
    const [state, effects] = reduce(before, { now: Date.now(), ...action });
    this.state = state;
    effects.forEach((effect) => this.#perform(effect));
    // What a person does shows at once; of what the server says, as much as comes before the next picture.
    if (action.frame && !document.hidden) this.#schedule();
    else this.#show();
  }

  #schedule() {
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(() => {
      this.scheduled = false;
      this.#show();
    });
  }

  #show() {
    const before = this.shown;
    if (this.state === before) return;
    this.shown = this.state;
    for (const listener of this.listeners) listener(this.shown, before);
  }

  /** Sends a frame that changes nothing here. @param {object} frame */
  send(frame) {
    this.connection.send(frame);
  }

  /** Lists what this browser keeps of the brochure and language that are open. */
  drafts() {
    const { welcome, language } = this.state;
    if (!welcome) return [];
    const all = listDrafts(localStorage, welcome.brochure, language);
    return all.filter((draft) => draft.tab === this.tab);
  }

  /** Lists what this tab has not saved in other languages. */
  draftsElsewhere() {
    const { welcome, language } = this.state;
    const ours = (draft) => draft.tab === this.tab && draft.brochure === welcome?.brochure;
    return allDrafts(localStorage).filter((draft) => ours(draft) && draft.language !== language);
  }

  /** Gives up everything that this computer has kept. */
  async forget() {
    this.forgotten = true;
    await fetch("/forget", { method: "POST", headers: postHeaders() }).catch(() => null);
    this.connection.close();
    forgetAll([localStorage, sessionStorage]);
    this.dispatch({ type: "stopped", why: "forgotten" });
  }

  #hello() {
    const { language, edition } = this.state;
    const token = sessionStorage.getItem(TOKEN);
    return { type: "hello", token, tab: this.tab, interface: interfaceLanguage(), language, edition };
  }

  /** @param {any} frame */
  #frame(frame) {
    const opening = frame.type === "messages" && frame.all;
    this.dispatch({ type: frame.type, frame, drafts: opening ? this.drafts() : undefined });
  }

  /** @param {import("./texts.js").Effect} effect */
  #perform(effect) {
    if ("send" in effect) this.connection.send(effect.send);
    if (this.forgotten || !this.state.welcome) return;
    const place = { brochure: this.state.welcome.brochure, language: this.state.language, tab: this.tab };
    if ("forget" in effect) removeDrafts(localStorage, { ...place, unit: effect.forget });
    if ("keep" in effect) {
      const { unit, base, text } = effect.keep;
      removeDrafts(localStorage, { ...place, unit });
      const took = keepDraft(localStorage, { ...place, unit, base, text, time: Date.now() });
      if (took === this.state.storageFails) this.state = { ...this.state, storageFails: !took };
    }
  }
}
