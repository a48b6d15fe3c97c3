/**
 * Says whether the make-up of the open edition is approved, and lets those approve it who may.
 *
 * The make-up is what an edition shows beside its texts: which blocks in which order, pictures, slots.
 */

import { h, icon, setAttribute, setChildren, setText } from "./dom.js";
import { interfaceLanguage, t } from "./interface.js";
import { sentenceNode } from "./sentences.js";

export class MadeUp {
  /** @param {import("./session.js").Session} session @param {HTMLElement} root */
  constructor(session, root) {
    this.session = session;
    this.root = root;
    this.title = h("span");
    this.sign = h("span", { class: "sign" });
    this.inside = h("div", { class: "drawer-text" });
    root.append(h("details", { class: "drawer" }, h("summary", {}, this.sign, this.title), this.inside));
    this.shown = null;
  }

  /** @param {import("./state.js").State} state */
  update(state) {
    const { made } = state;
    const key = JSON.stringify([made, state.madeRefusal, state.link]);
    if (key === this.shown) return;
    this.shown = key;
    this.root.hidden = !made?.makeUp;
    if (!made?.makeUp) return;
    setText(this.title, made.approved ? approvedWords(made.approved) : t("make-up-open"));
    setAttribute(this.root, "data-state", made.approved ? "approved" : "draft");
    setChildren(this.sign, [icon(made.approved ? "approved" : "draft")]);
    setChildren(this.inside, this.#nodes(state, made));
  }

  #nodes({ link, madeRefusal }, made) {
    const approve = h("button", {
      type: "button",
      text: t("make-up-approve"),
      "aria-disabled": link === "online" ? null : "true",
      on: { click: () => this.session.send({ type: "approve-edition", makeUp: made.makeUp }) },
    });
    return [
      h("p", { text: t("make-up-what") }),
      made.can ? h("p", { class: "hint", text: t("make-up-hint") }) : null,
      made.can ? h("div", { class: "step-buttons" }, approve) : null,
      made.cannot ? h("p", { class: "why-not" }, sentenceNode(made.cannot)) : null,
      madeRefusal ? h("p", { class: "why-not refused" }, icon("error"), sentenceNode(madeRefusal)) : null,
    ].filter(Boolean);
  }
}

/** @param {[string, string]} approval by whom and on which day */
function approvedWords([by, on]) {
  const format = new Intl.DateTimeFormat(interfaceLanguage(), {
    dateStyle: "medium",
    numberingSystem: "latn",
    timeZone: "UTC",
  });
  return t("make-up-approved", { by, on: format.format(new Date(on)) });
}
