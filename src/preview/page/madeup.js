/**
 * Says whether the make-up of the open edition is approved, and lets those approve it who may.
 *
 * The make-up is what an edition shows beside its texts: which blocks in which order, pictures, slots.
 */

import { h, icon, setChildren } from "./dom.js";
import { interfaceLanguage, t } from "./interface.js";
import { sentenceNode } from "./sentences.js";

export class MadeUp {
  /** @param {import("./session.js").Session} session @param {HTMLElement} root */
  constructor(session, root) {
    this.session = session;
    this.root = root;
    this.shown = null;
  }

  /** @param {import("./state.js").State} state */
  update(state) {
    const key = JSON.stringify([state.made, state.madeRefusal, state.link]);
    if (key === this.shown) return;
    this.shown = key;
    const { made } = state;
    this.root.hidden = !made?.makeUp;
    setChildren(this.root, made?.makeUp ? this.#nodes(state, made) : []);
  }

  #nodes({ link, madeRefusal }, made) {
    const words = made.approved ? approvedWords(made.approved) : t("make-up-open");
    const off = link !== "online";
    const approve = h("button", {
      type: "button",
      text: t("make-up-approve"),
      "aria-disabled": off ? "true" : null,
      on: { click: () => this.session.send({ type: "approve-edition", makeUp: made.makeUp }) },
    });
    const why = made.cannot ?? null;
    return [
      h(
        "p",
        { class: "state-line", data: { state: made.approved ? "approved" : "draft" } },
        icon(made.approved ? "approved" : "draft"),
        h("span", { text: words }),
      ),
      made.can ? h("p", { class: "hint", text: t("make-up-hint") }) : null,
      made.can ? h("div", { class: "step-buttons" }, approve) : null,
      why ? h("p", { class: "why-not" }, sentenceNode(why)) : null,
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
