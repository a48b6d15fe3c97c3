/**
 * One field: a text area that isolates codes in right-to-left text, marks findings behind the text, and has undo.
 */

import { h, icon, setAttribute, setChildren, setText, spoken } from "./dom.js";
import { History, insert, wrap } from "./edit.js";
import { languageName, t } from "./interface.js";
import * as isolates from "./isolates.js";
import { countIn, insertablesOf, segmentsOf } from "./pieces.js";

/**
 * @typedef {object} Options
 * @property {string} id of the text area
 * @property {string} label
 * @property {string} language
 * @property {"ltr" | "rtl"} direction
 * @property {number} limit
 * @property {import("./pieces.js").Piece[]} source
 * @property {string} text
 * @property {(text: string) => void} changed
 * @property {(message: string) => void} say what a screen reader is told
 */

export class Field {
  /** @param {Options} options */
  constructor(options) {
    this.options = options;
    this.isolated = options.direction === "rtl";
    this.composing = false;
    /** A text that came while the person was composing. @type {string | null} */
    this.waiting = null;
    this.findings = [];
    this.area = /** @type {HTMLTextAreaElement} */ (
      h("textarea", {
        id: options.id,
        class: "area",
        dir: options.direction,
        lang: options.language,
        rows: 1,
        spellcheck: "true",
        autocapitalize: "sentences",
        "aria-describedby": `${options.id}-state ${options.id}-findings`,
      })
    );
    this.behind = h("div", { class: "behind", dir: options.direction, lang: options.language, "aria-hidden": true });
    this.tools = h("div", { class: "tools", role: "group", "aria-label": t("insert") });
    this.undoButton = this.#iconButton("undo", "undo", () => this.undo());
    this.redoButton = this.#iconButton("redo", "redo", () => this.redo());
    this.insertables = insertablesOf(options.source);
    this.element = h("div", { class: "field" }, this.tools, h("div", { class: "grow" }, this.behind, this.area));
    this.#listen();
    this.#fillTools();
    this.history = new History({ text: options.text, start: options.text.length, end: options.text.length });
    this.#show(this.history.field);
  }

  /** The flat text, as it is sent. */
  get text() {
    return this.isolated ? isolates.flatten(this.area.value) : this.area.value;
  }

  /** Shows a text that came from elsewhere: another tab, the other side of a conflict. @param {string} text */
  setText(text) {
    if (text === this.text) return;
    if (this.composing) {
      this.waiting = text;
      return;
    }
    this.#change({ text, start: text.length, end: text.length }, false);
  }

  /** Replaces the text as if the person had typed it; can be undone. @param {string} text */
  replace(text) {
    this.area.focus();
    this.#change({ text, start: text.length, end: text.length }, true);
  }

  /** @param {any[]} findings */
  mark(findings) {
    this.findings = findings;
    setAttribute(this.area, "aria-invalid", findings.some((finding) => finding.level === "error") || null);
    this.#paint();
  }

  undo() {
    this.#travel(this.history.undo());
  }

  redo() {
    this.#travel(this.history.redo());
  }

  /** Puts a code or a pair of tags at the caret. @param {import("./pieces.js").Insertable} insertable */
  insert(insertable) {
    // The keyboards of phones compose all the time: what is composed so far is taken as it is.
    if (this.composing) this.area.blur();
    if (this.composing) return;
    this.area.focus();
    const field = this.#read();
    const { limit } = this.options;
    const next =
      insertable.kind === "code"
        ? insert(field, insertable.text, limit).field
        : wrap(field, insertable.open, insertable.close, limit);
    this.#change(next, true);
  }

  #listen() {
    const { area } = this;
    area.addEventListener("beforeinput", (event) => this.#before(event));
    area.addEventListener("input", (event) => this.#typed(/** @type {InputEvent} */ (event).inputType));
    area.addEventListener("compositionstart", () => (this.composing = true));
    area.addEventListener("compositionend", () => {
      this.composing = false;
      this.#typed("insertCompositionText");
      if (this.waiting !== null) this.setText(this.waiting);
      this.waiting = null;
    });
    area.addEventListener("keydown", (event) => this.#key(event));
    area.addEventListener("paste", (event) => this.#paste(event));
    for (const name of ["copy", "cut"]) {
      area.addEventListener(name, (event) => this.#copy(/** @type {ClipboardEvent} */ (event)));
    }
  }

  /** @param {InputEvent} event */
  #before(event) {
    if (event.inputType === "historyUndo" || event.inputType === "historyRedo") {
      event.preventDefault();
      if (event.inputType === "historyUndo") this.undo();
      else this.redo();
      return;
    }
    const backward = event.inputType === "deleteContentBackward";
    const forward = event.inputType === "deleteContentForward";
    if (this.composing || !event.cancelable || !(backward || forward)) return;
    const field = this.#read();
    if (field.start !== field.end) return;
    // A code goes as a whole: half of one is of no use to anybody.
    const token = isolates.tokenAtCaret(field.text, field.start, backward);
    if (!token?.text.startsWith("{") && !this.isolated) return;
    if (!token) return;
    event.preventDefault();
    const text = field.text.slice(0, token.start) + field.text.slice(token.end);
    this.#change({ text, start: token.start, end: token.start }, true);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const redo = (key === "z" && event.shiftKey) || (key === "y" && !event.shiftKey);
    if (key !== "z" && !redo) return;
    event.preventDefault();
    if (redo) this.redo();
    else this.undo();
  }

  /** Takes plain text, and no more than there is room for. @param {ClipboardEvent} event */
  #paste(event) {
    event.preventDefault();
    if (this.composing) return;
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    const plain = isolates.flatten(pasted.replace(/\r\n?/g, "\n"));
    const { field, cut } = insert(this.#read(), plain, this.options.limit);
    this.#change(field, true);
    if (cut) this.options.say(t("paste-cut", { limit: this.options.limit }));
  }

  /** The isolates of the field are no part of what is copied. @param {ClipboardEvent} event */
  #copy(event) {
    const { area } = this;
    if (!this.isolated || area.selectionStart === area.selectionEnd) return;
    event.preventDefault();
    const selected = area.value.slice(area.selectionStart, area.selectionEnd);
    event.clipboardData?.setData("text/plain", isolates.flatten(selected));
    if (event.type !== "cut") return;
    const field = this.#read();
    this.#change(insert(field, "", this.options.limit).field, true);
  }

  /** @param {string} kind */
  #typed(kind) {
    if (this.composing) {
      // The text is kept as it is seen, but the field is not touched.
      this.#paint();
      this.options.changed(this.text);
      return;
    }
    let field = this.#read();
    if (field.text.length > this.options.limit) {
      field = insert({ text: "", start: 0, end: 0 }, field.text, this.options.limit).field;
    }
    this.history.record(field, kind, performance.now());
    this.#show(field);
    this.options.changed(field.text);
  }

  /** @returns {import("./edit.js").Field} in offsets of the flat text */
  #read() {
    const { value, selectionStart, selectionEnd } = this.area;
    if (!this.isolated) return { text: value, start: selectionStart, end: selectionEnd };
    return {
      text: isolates.flatten(value),
      start: isolates.offsetInFlat(value, selectionStart),
      end: isolates.offsetInFlat(value, selectionEnd),
    };
  }

  /** @param {import("./edit.js").Field} field @param {boolean} byPerson */
  #change(field, byPerson) {
    this.history.record(field, "", performance.now());
    this.#show(field);
    if (byPerson) this.options.changed(field.text);
  }

  /** @param {import("./edit.js").Field | null} field */
  #travel(field) {
    if (!field || this.composing) return;
    this.#show(field);
    this.options.changed(field.text);
  }

  /** Writes into the text area only where it has to: each writing ends the browser's own history. @param {import("./edit.js").Field} field */
  #show(field) {
    const { area } = this;
    const shown = this.isolated ? isolates.show(field.text) : field.text;
    if (area.value !== shown) {
      const place = (offset) => (this.isolated ? isolates.offsetInShown(field.text, offset) : offset);
      area.value = shown;
      area.setSelectionRange(place(field.start), place(field.end));
    }
    this.#paint();
  }

  /** Draws what lies behind the text, and what the buttons say. */
  #paint() {
    const { text } = this;
    const inField = (offset) => (this.isolated && offset !== null ? isolates.offsetInShown(text, offset) : offset);
    const findings = this.findings.map((finding) => ({
      ...finding,
      start: inField(finding.start),
      end: inField(finding.end),
    }));
    const segments = segmentsOf(this.area.value, findings).map(({ text: part, token, level }) => {
      if (!token && !level) return document.createTextNode(part);
      return h("span", { class: token ? "token" : "", text: part, data: level ? { level } : {} });
    });
    // The blank at the end keeps the height of an empty last line.
    this.behind.replaceChildren(...segments, " ");
    this.tools.querySelectorAll("[data-insert]").forEach((button, index) => {
      const used = countIn(text, this.insertables[index]) > 0;
      setAttribute(button, "data-used", used ? "yes" : "no");
      setText(button.querySelector(".spoken"), used ? t("already-there") : t("not-there-yet"));
    });
    setAttribute(this.undoButton, "aria-disabled", this.history && this.history.at === 0 ? "true" : null);
    const atEnd = this.history && this.history.at === this.history.steps.length - 1;
    setAttribute(this.redoButton, "aria-disabled", atEnd ? "true" : null);
  }

  #fillTools() {
    const buttons = this.insertables.map((insertable, index) => {
      const content =
        insertable.kind === "code"
          ? [
              h("span", { text: insertable.shown ?? insertable.name, dir: "auto" }),
              h("small", { text: insertable.name, dir: "ltr" }),
            ]
          : [h("span", { class: `as-${insertable.tag}`, text: pairLabel(insertable) })];
      return this.#button(content, {
        class: `tool ${insertable.kind}`,
        title: insertable.kind === "code" ? insertable.text : `${insertable.open}…${insertable.close}`,
        data: { insert: index },
        on: { click: () => this.insert(insertable) },
      });
    });
    for (const button of buttons) button.append(spoken(""));
    setChildren(this.tools, [...buttons, h("span", { class: "gap" }), this.undoButton, this.redoButton]);
  }

  #iconButton(name, label, action) {
    return this.#button([icon(name)], {
      class: "tool square",
      "aria-label": t(label),
      title: t(label),
      on: { click: action },
    });
  }

  /** A button that leaves the caret where it is. */
  #button(content, properties) {
    const button = h("button", { type: "button", ...properties }, ...content);
    button.addEventListener("mousedown", (event) => event.preventDefault());
    return button;
  }
}

/** @param {import("./pieces.js").Pair} pair */
function pairLabel(pair) {
  if (pair.tag === "span") return t("in-language", { language: languageName(pair.detail) });
  if (pair.tag === "a") return t("link-to", { name: pair.detail });
  return t(pair.tag === "b" ? "bold" : "emphasis");
}
