/**
 * What stands on a page, as a list of buttons: the picture itself says nothing to a screen reader.
 */

import { h, icon, setAttribute, setChildren, setText } from "./dom.js";
import { t } from "./interface.js";
import { readFlat, readText } from "./pieces.js";
import { sentenceNode } from "./sentences.js";

const EXCERPT = 90;

/** The icons of the marks. */
const MARK_ICONS = { missing: "missing", stale: "stale", overset: "error", layout: "warning" };

export class OnPage {
  /**
   * @param {import("./session.js").Session} session
   * @param {HTMLElement} root
   * @param {(message: string) => void} picked
   */
  constructor(session, root, picked) {
    this.session = session;
    this.picked = picked;
    this.title = h("span");
    this.list = h("ul", { class: "page-list" });
    this.markTitle = h("span");
    this.markList = h("ul", { class: "page-list" });
    this.page = 1;
    /** What the lists were made of. @type {any[] | null} */
    this.filled = null;
    this.marksDetails = h(
      "details",
      { class: "drawer" },
      h("summary", {}, icon("warning"), this.markTitle),
      this.markList,
    );
    this.details = h("details", { class: "drawer" }, h("summary", {}, icon("page"), this.title), this.list);
    /** Whether a drawer is about to open. */
    this.opening = false;
    for (const details of [this.details, this.marksDetails]) {
      details.addEventListener("toggle", () => this.#refill());
      // The browser tells of it later than of the next key, which may lead into the list.
      details.querySelector("summary").addEventListener("click", () => {
        this.opening = true;
        this.#refill();
        this.opening = false;
      });
    }
    root.append(this.details, this.marksDetails);
  }

  /** @param {number} page the one most in view */
  show(page) {
    const { state } = this.session;
    if (!state.pages || !state.messages.size) return;
    const { boxes, marks } = state.pages;
    const facts = [page, boxes[page], marks, state.messages];
    if (this.filled === null || facts.some((fact, index) => fact !== this.filled[index])) this.#fill(state, page);
    this.filled = facts;
    for (const button of this.list.querySelectorAll("button")) {
      setAttribute(button, "aria-current", button.dataset.message === state.selected ? "true" : null);
    }
  }

  #refill() {
    this.filled = null;
    this.show(this.page);
  }

  #fill(state, page) {
    const names = new Set((state.pages.boxes[page] ?? []).map((box) => box.message ?? box.fact));
    const messages = [...names].map((name) => state.messages.get(name)).filter(Boolean);
    setText(this.title, t("on-page", { page, n: messages.length }));
    // What is folded away is not written anew at each key.
    if (this.details.open || this.opening)
      setChildren(
        this.list,
        messages.map((message) => this.#button(state, message)),
      );
    const { marks } = state.pages;
    setText(this.markTitle, t("marks", { n: marks.length }));
    if (this.marksDetails.open || this.opening)
      setChildren(
        this.markList,
        marks.map((mark) => this.#mark(mark)),
      );
    this.marksDetails.hidden = marks.length === 0;
    this.page = page;
  }

  #button(state, message) {
    const [unit] = message.units;
    const translated = unit ? readFlat(unit.text, unit.source) : "";
    const text = translated || readText(unit?.source ?? []);
    const language = translated ? state.language : state.welcome.sourceLanguage;
    const button = h(
      "button",
      { type: "button", data: { message: message.id }, on: { click: () => this.picked(message.id) } },
      h("span", { lang: language, dir: "auto", text: text.slice(0, EXCERPT) || message.id }),
    );
    return h("li", {}, button);
  }

  #mark(mark) {
    const words = `${t(`mark-${mark.kind}`)} · ${t("page-number", { page: mark.page })}`;
    const content = [
      icon(MARK_ICONS[mark.kind] ?? "warning"),
      h("span", {}, h("b", { text: words }), " ", sentenceNode(mark.text)),
    ];
    const node = mark.message
      ? h("button", { type: "button", on: { click: () => this.picked(mark.message) } }, ...content)
      : h("p", {}, ...content);
    return h("li", { data: { kind: mark.kind } }, node);
  }
}
