/**
 * The text side: the messages by section, as rows of which one is open.
 */

import { h, icon, setAttribute, setChildren, setText, spoken } from "./dom.js";
import { Editor } from "./editor.js";
import { filterGroups, groupMessages } from "./filter.js";
import { t } from "./interface.js";
import { readFlat, readText } from "./pieces.js";
import { filterFacts } from "./state.js";

/** How much of a text a row shows; the rest is cut by the style sheet. */
const EXCERPT = 160;

/** What of the state the list shows, beside the marks of the pages. */
const SHOWN = /** @type {const} */ ([
  "welcome",
  "language",
  "link",
  "messages",
  "unsaved",
  "savedAt",
  "suggestions",
  "refusals",
  "selected",
  "filter",
  "search",
  "storageFails",
]);

export class MessageList {
  /**
   * @param {import("./session.js").Session} session
   * @param {HTMLElement} root
   * @param {(text: string) => void} say
   */
  constructor(session, root, say) {
    this.session = session;
    this.root = root;
    this.say = say;
    /** @type {Map<string, Row>} */
    this.rows = new Map();
    /** @type {Map<string, HTMLElement>} */
    this.sections = new Map();
    this.empty = h("p", { class: "empty" });
    /** The messages that are listed, in their order. @type {any[]} */
    this.listed = [];
    /** All messages, in the order of the brochure. @type {any[]} */
    this.all = [];
  }

  /** @param {import("./state.js").State} state @param {import("./state.js").State} before */
  update(state, before) {
    if (!state.welcome) return;
    const depends = [state.pages?.marks, ...SHOWN.map((name) => state[name])];
    if (this.depends?.every((value, index) => value === depends[index])) return;
    this.depends = depends;
    if (state.language !== before.language || state.welcome.sections !== before.welcome?.sections) this.#forget();
    const facts = filterFacts(state);
    const groups = groupMessages(state.welcome.sections, state.messages);
    this.all = groups.flatMap((group) => group.messages);
    const shown = filterGroups(groups, state.filter, state.search, facts, state.selected);
    this.listed = shown.flatMap((group) => group.messages);
    const order = shown
      .map((group) => [group.id, ...group.messages.map((message) => message.id)].join(" "))
      .join("\n");
    if (order !== this.order || !shown.length) {
      setChildren(this.root, shown.length ? shown.map((group) => this.#section(group)) : [this.empty]);
      setText(this.empty, shown.length ? "" : emptyWords(state));
      this.order = order;
    }
    for (const message of this.listed) this.#row(message.id).update(state, message, facts);
  }

  /** Opens a row, shows it, and on request puts the caret into its field. @param {string} id @param {boolean} edit */
  reveal(id, edit) {
    const row = this.rows.get(id);
    if (!row) return;
    row.element.scrollIntoView({ block: "nearest", behavior: "instant" });
    row.head.scrollIntoView({ block: "nearest", behavior: "instant" });
    if (edit && row.editor?.units.size) row.editor.focus();
    else row.head.focus({ preventScroll: true });
  }

  /** @param {string} id */
  editor(id) {
    return this.rows.get(id)?.editor ?? null;
  }

  #forget() {
    this.order = "";
    this.rows.clear();
    this.sections.clear();
  }

  /** @param {{ id: string, title: string | null, messages: any[] }} group */
  #section(group) {
    // A group without a title of its own may be called like a section.
    const id = group.title === null ? `group-${group.id}` : `section-${group.id}`;
    let section = this.sections.get(id);
    if (!section) {
      const language = group.title === null ? null : this.session.state.welcome.sourceLanguage;
      section = h(
        "section",
        { class: "group", "aria-labelledby": id },
        h("h2", { id, lang: language, dir: "auto" }),
        h("ul"),
      );
      this.sections.set(id, section);
    }
    setText(section.querySelector("h2"), group.title ?? t(`group-${group.id}`));
    setChildren(
      section.querySelector("ul"),
      group.messages.map((message) => this.#row(message.id).element),
    );
    return section;
  }

  /** @param {string} id */
  #row(id) {
    let row = this.rows.get(id);
    if (!row) {
      row = new Row(this.session, id, this.say);
      this.rows.set(id, row);
    }
    return row;
  }
}

class Row {
  /**
   * @param {import("./session.js").Session} session
   * @param {string} id
   * @param {(text: string) => void} say
   */
  constructor(session, id, say) {
    this.session = session;
    this.id = id;
    this.say = say;
    const { sourceLanguage, direction } = session.state.welcome;
    this.source = h("span", { class: "row-source", lang: sourceLanguage, dir: "auto" });
    this.target = h("span", { class: "row-target", lang: session.state.language, dir: direction });
    this.state = h("span", { class: "row-state" });
    this.badges = h("span", { class: "badges" });
    this.head = h(
      "button",
      { type: "button", class: "row-head", "aria-expanded": "false", on: { click: () => this.#toggle() } },
      this.state,
      h(
        "span",
        { class: "row-texts" },
        this.source,
        this.target,
        h("span", { class: "row-id", text: id, dir: "ltr" }),
      ),
      this.badges,
    );
    this.element = h("li", { class: "row", data: { message: id } }, h("h3", {}, this.head));
    /** @type {Editor | null} */
    this.editor = null;
    this.shown = null;
  }

  #toggle() {
    const open = this.session.state.selected === this.id;
    this.session.dispatch({ type: "select", message: open ? null : this.id });
    // The row that was open before may have stood above.
    this.element.scrollIntoView({ block: "nearest", behavior: "instant" });
    this.head.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  /** @param {import("./state.js").State} state @param {any} message @param {import("./filter.js").Facts} facts */
  update(state, message, facts) {
    const open = state.selected === this.id;
    const unsaved = message.units.map((unit) => state.unsaved.get(unit.id));
    const marks = facts.marks.get(this.id) ?? NO_MARKS;
    const changed =
      this.shown?.message !== message || unsaved.some((entry, index) => entry !== this.shown.unsaved[index]);
    if (changed || this.shown.marks !== marks) this.#showHead(message, unsaved, marks);
    setAttribute(this.head, "aria-expanded", open ? "true" : "false");
    setAttribute(this.element, "data-open", open ? "yes" : null);
    if (open && !this.editor) {
      this.editor = new Editor(this.session, message, this.say);
      this.element.append(this.editor.element);
    } else if (!open && this.editor) {
      this.editor.element.remove();
      this.editor = null;
    }
    this.editor?.update(state, message, marks);
    this.shown = { message, unsaved, marks };
  }

  #showHead(message, unsaved, marks) {
    const [first] = message.units;
    setText(this.source, first ? excerpt(readText(first.source) || first.text) : message.id);
    const text = unsaved[0]?.text ?? first?.text ?? "";
    setText(this.target, message.why === "fact" ? "" : excerpt(readFlat(text, first?.source ?? [])));
    this.target.hidden = this.target.textContent === "";
    const state = message.editable ? message.state : "locked";
    setAttribute(this.element, "data-state", state);
    const words = message.editable ? t(`state-${message.state}`) : t("read-only");
    setChildren(this.state, [icon(state), h("span", { class: "state-words", text: words })]);
    setChildren(this.badges, badgesOf(message, unsaved, marks));
  }
}

/** @type {any[]} */
const NO_MARKS = [];

/** @param {string} text */
function excerpt(text) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line;
}

/** The signs at the end of a row, each with words. */
function badgesOf(message, unsaved, marks) {
  const badges = [];
  const add = (kind, name, words, count = 0) =>
    badges.push(
      h("span", { class: `badge ${kind}`, title: words }, icon(name), count > 1 ? String(count) : "", spoken(words)),
    );
  const held = unsaved.filter(Boolean);
  if (held.some((entry) => entry.stage === "conflict")) add("error", "error", t("conflict-title"));
  else if (held.length) add("unsaved", "unsaved", t("not-saved"));
  if (marks.some((mark) => mark.kind === "overset")) add("error", "error", t("too-long"));
  const errors = message.findings.filter((finding) => finding.level === "error").length;
  const warnings = message.findings.length - errors + marks.filter((mark) => mark.kind === "layout").length;
  if (errors) add("error", "error", t("errors", { n: errors }), errors);
  if (warnings) add("warning", "warning", t("warnings", { n: warnings }), warnings);
  if (message.remarks.length)
    add("remark", "remark", t("remark-count", { n: message.remarks.length }), message.remarks.length);
  if (message.others.length) add("person", "person", t("others-here", { names: message.others.join(", ") }));
  return badges;
}

/** @param {import("./state.js").State} state */
function emptyWords(state) {
  if (!state.messages.size) return t("loading");
  return state.search ? t("nothing-found") : t(`nothing-${state.filter}`);
}
