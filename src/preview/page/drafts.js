/**
 * Keeps typed text in the browser's storage until the server says that it has reached the file.
 *
 * A draft belongs to a brochure, a language, a unit, the version of the text it was typed over, and a tab: an old tab
 * can't overwrite what another one has.
 *
 * @typedef {{ brochure: string, language: string, unit: string, base: string, tab: string }} Place
 * @typedef {Place & { text: string, time: number }} Draft
 */

const PREFIX = "feuillet-draft:";

/** @param {Place} place */
function keyOf({ brochure, language, unit, base, tab }) {
  return PREFIX + JSON.stringify([brochure, language, unit, base, tab]);
}

/**
 * Keeps a draft. Returns whether the storage took it: it may be full or switched off.
 *
 * @param {Storage} storage
 * @param {Draft} draft
 */
export function keepDraft(storage, draft) {
  try {
    storage.setItem(keyOf(draft), JSON.stringify({ text: draft.text, time: draft.time }));
    return true;
  } catch {
    return false;
  }
}

/** Removes every draft of a unit that this tab has made. @param {Storage} storage @param {Omit<Place, "base">} place */
export function removeDrafts(storage, place) {
  for (const draft of listDrafts(storage, place.brochure, place.language)) {
    if (draft.unit === place.unit && draft.tab === place.tab) storage.removeItem(keyOf(draft));
  }
}

/**
 * Lists the drafts of a brochure and language, the oldest first.
 *
 * @param {Storage} storage
 * @param {string} brochure
 * @param {string} language
 * @returns {Draft[]}
 */
export function listDrafts(storage, brochure, language) {
  const drafts = allDrafts(storage).filter((draft) => draft.brochure === brochure && draft.language === language);
  return drafts.sort((a, b) => a.time - b.time);
}

/** @param {Storage} storage @returns {Draft[]} */
export function allDrafts(storage) {
  const drafts = [];
  for (let index = 0; index < storage.length; index += 1) {
    const key = storage.key(index);
    if (!key?.startsWith(PREFIX)) continue;
    const draft = readDraft(key, storage.getItem(key));
    if (draft) drafts.push(draft);
  }
  return drafts;
}

/** @param {string} key @param {string | null} value @returns {Draft | null} */
function readDraft(key, value) {
  try {
    const [brochure, language, unit, base, tab] = JSON.parse(key.slice(PREFIX.length));
    const { text, time } = JSON.parse(value ?? "");
    return typeof text === "string" ? { brochure, language, unit, base, tab, text, time } : null;
  } catch {
    return null;
  }
}

/**
 * Makes the drafts of tabs that are gone those of this tab: after a crash, the text is offered again. Drafts of tabs
 * that are still open stay theirs.
 *
 * @param {Storage} storage
 * @param {string} tab
 * @param {Set<string>} open the tabs that are open
 */
export function adoptDrafts(storage, tab, open) {
  for (const draft of allDrafts(storage).sort((a, b) => a.time - b.time)) {
    if (draft.tab === tab || open.has(draft.tab)) continue;
    if (keepDraft(storage, { ...draft, tab })) storage.removeItem(keyOf(draft));
  }
}

/** Removes everything that the page has stored. @param {Storage[]} storages */
export function forgetAll(storages) {
  for (const storage of storages) {
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
    for (const key of keys) if (key?.startsWith("feuillet-")) storage.removeItem(key);
  }
}
