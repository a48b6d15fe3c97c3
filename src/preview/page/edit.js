/**
 * Edits a text as a field does: insertion at the caret, and a history of its own, since the browser forgets its history
 * when a script changes a field.
 *
 * @typedef {{ text: string, start: number, end: number }} Field a text and what is selected in it
 */

/** Changes that follow each other so fast, in ms, are one step of the history. */
const PAUSE = 1000;
const LONGEST_HISTORY = 300;

/**
 * Replaces what is selected, and leaves the caret behind it. What goes over the limit is left out.
 *
 * @param {Field} field
 * @param {string} inserted
 * @param {number} limit
 * @returns {{ field: Field, cut: boolean }}
 */
export function insert(field, inserted, limit) {
  const before = field.text.slice(0, field.start);
  const after = field.text.slice(field.end);
  const room = Math.max(0, limit - before.length - after.length);
  const taken = capped(inserted, room);
  const caret = before.length + taken.length;
  return { field: { text: before + taken + after, start: caret, end: caret }, cut: taken !== inserted };
}

/** Cuts a text, but never between the halves of a character. @param {string} text @param {number} room */
function capped(text, room) {
  if (text.length <= room) return text;
  const splits = room > 0 && /[\uD800-\uDBFF]/.test(text[room - 1]);
  return text.slice(0, splits ? room - 1 : room);
}

/**
 * Puts a pair of tags around what is selected; without a selection, the caret lands between them.
 *
 * @param {Field} field
 * @param {string} open
 * @param {string} close
 * @param {number} limit
 * @returns {Field}
 */
export function wrap(field, open, close, limit) {
  const selected = field.text.slice(field.start, field.end);
  if (field.text.length + open.length + close.length > limit) return field;
  const text = field.text.slice(0, field.start) + open + selected + close + field.text.slice(field.end);
  const start = field.start + open.length;
  return { text, start, end: start + selected.length };
}

/** Undo and redo of one field. */
export class History {
  /** @param {Field} field */
  constructor(field) {
    /** @type {Field[]} */
    this.steps = [field];
    this.at = 0;
    this.kind = "";
    this.time = -Infinity;
  }

  /** The newest state. */
  get field() {
    return this.steps[this.at];
  }

  /**
   * Records a change. Typing goes into one step until a pause, a change of kind, or the end of a word.
   *
   * @param {Field} field
   * @param {string} kind such as `insertText`
   * @param {number} time in ms
   */
  record(field, kind, time) {
    const joins = kind !== "" && kind === this.kind && time - this.time < PAUSE && this.at > 0;
    const endsWord = /\s$/.test(field.text.slice(0, field.start));
    this.steps.length = this.at + 1;
    if (joins) this.steps[this.at] = field;
    else this.steps.push(field);
    if (this.steps.length > LONGEST_HISTORY) this.steps.shift();
    this.at = this.steps.length - 1;
    this.kind = endsWord ? "" : kind;
    this.time = time;
  }

  /** @returns {Field | null} the state before, null if there is none */
  undo() {
    return this.at > 0 ? this.#go(this.at - 1) : null;
  }

  /** @returns {Field | null} */
  redo() {
    return this.at < this.steps.length - 1 ? this.#go(this.at + 1) : null;
  }

  /** @param {number} at */
  #go(at) {
    this.at = at;
    this.kind = "";
    return this.steps[at];
  }
}
