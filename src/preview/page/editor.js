/**
 * The open message of the list: its units, its comment, review and approval, remarks.
 */

import { h, icon, setAttribute, setChildren, setText } from "./dom.js";
import { interfaceLanguage, languageName, t } from "./interface.js";
import { sentenceNode } from "./sentences.js";
import { sourceNodes } from "./source.js";
import { findingNode, UnitView } from "./unit.js";

export class Editor {
  /**
   * @param {import("./session.js").Session} session
   * @param {any} message
   * @param {(text: string) => void} say
   */
  constructor(session, message, say) {
    this.session = session;
    this.id = message.id;
    this.units = new Map();
    this.comment = h("p", { class: "comment", dir: "auto" });
    this.pageFindings = h("ul", { class: "findings" });
    this.body = h("div", { class: "units" });
    this.steps = h("div", { class: "steps" });
    this.remarkList = h("ul", { class: "remark-list" });
    this.others = h("p", { class: "others" });
    this.place = h("p", { class: "hint" });
    this.element = h("div", { class: "editor" }, this.others, this.comment, this.place, this.body, this.pageFindings);
    if (message.editable) {
      for (const unit of message.units) this.units.set(unit.id, new UnitView(session, message, unit, say));
      this.body.append(...[...this.units.values()].map((unit) => unit.element));
      this.element.append(this.steps);
    } else {
      this.body.append(readOnlyNode(session.state, message));
    }
    this.element.append(this.#remarks());
    this.shown = null;
  }

  /** @param {import("./state.js").State} state @param {any} message @param {any[]} marks of the pages */
  update(state, message, marks) {
    for (const unit of message.units) this.units.get(unit.id)?.update(state, message, unit);
    this.#showSteps(state, message);
    setText(this.place, placeWords(state, message));
    this.place.hidden = this.place.textContent === "";
    if (this.shown === message && this.marks === marks) return;
    setText(this.comment, message.comment ?? "");
    this.comment.hidden = !message.comment;
    setText(this.others, message.others.length ? t("others-here", { names: message.others.join(", ") }) : "");
    this.others.hidden = message.others.length === 0;
    const ofPages = marks.filter((mark) => mark.kind === "overset" || mark.kind === "layout");
    const asFindings = ofPages.map((mark) => ({
      level: mark.kind === "overset" ? "error" : "warning",
      text: mark.text,
    }));
    setChildren(this.pageFindings, asFindings.map(findingNode));
    this.pageFindings.hidden = asFindings.length === 0;
    setChildren(
      this.remarkList,
      message.remarks.map((remark) => this.#remark(remark)),
    );
    this.shown = message;
    this.marks = marks;
  }

  /** Puts the caret into the first field that wants a text. */
  focus() {
    const views = [...this.units.values()];
    const empty = views.find((view) => view.field.text === "");
    (empty ?? views[0])?.focus();
  }

  /** Saves every unit that is not in the file yet. */
  save() {
    for (const id of this.units.keys()) {
      if (this.session.state.unsaved.has(id)) this.session.dispatch({ type: "save", unit: id });
    }
  }

  #showSteps(state, message) {
    if (!message.editable) return;
    const unsaved = message.units.some((unit) => state.unsaved.has(unit.id));
    const key = JSON.stringify([
      message.can,
      message.cannot,
      message.state,
      message.legal,
      unsaved,
      state.refusals.get(message.id),
      state.link,
    ]);
    if (this.stepsKey === key) return;
    this.stepsKey = key;
    const off = unsaved || state.link !== "online";
    const names = [
      ["review", false],
      ["approve", false],
      ["legal", true],
    ];
    const buttons = names
      .filter(([step]) => message.can.includes(step))
      .map(([step, legal]) =>
        h("button", {
          type: "button",
          text: t(`step-${step}`),
          "aria-disabled": off ? "true" : null,
          on: { click: () => !this.#isOff() && this.session.send(stepFrame(step, message.id, legal)) },
        }),
      );
    const why = unsaved && buttons.length ? t("save-first") : message.cannot && sentenceNode(message.cannot);
    const refusal = state.refusals.get(message.id);
    setChildren(
      this.steps,
      [
        h(
          "p",
          { class: "state-line", data: { state: message.state } },
          icon(message.state),
          h("span", { text: t(`state-${message.state}`) }),
          message.legal ? h("span", { class: "legal", text: t("legal") }) : null,
        ),
        h("div", { class: "step-buttons" }, ...buttons),
        why ? h("p", { class: "why-not" }, why) : null,
        refusal ? h("p", { class: "why-not refused" }, icon("error"), sentenceNode(refusal)) : null,
      ].filter(Boolean),
    );
  }

  #isOff() {
    const { state } = this.session;
    return state.link !== "online" || [...this.units.keys()].some((id) => state.unsaved.has(id));
  }

  #remarks() {
    const id = `remark-${this.id}`;
    const area = /** @type {HTMLTextAreaElement} */ (
      h("textarea", { id, rows: 2, "aria-describedby": `${id}-hint`, dir: "auto" })
    );
    const send = h("button", { type: "submit", text: t("remark-send") });
    const form = h(
      "form",
      {
        on: {
          submit: (event) => {
            event.preventDefault();
            const text = area.value.trim();
            if (!text || this.session.state.link !== "online") return;
            this.session.send({ type: "remark", message: this.id, text });
            area.value = "";
          },
        },
      },
      h("label", { for: id, text: t("remark-new") }),
      area,
      h("p", { class: "hint", id: `${id}-hint`, text: t("remark-hint") }),
      send,
    );
    const details = h(
      "details",
      { class: "remarks" },
      h("summary", {}, icon("remark"), h("span", { text: t("remarks") })),
      this.remarkList,
      form,
    );
    setAttribute(details, "open", (this.session.state.messages.get(this.id)?.remarks.length ?? 0) > 0);
    return details;
  }

  /** @param {any} remark */
  #remark(remark) {
    const date = new Intl.DateTimeFormat(interfaceLanguage(), { dateStyle: "medium", numberingSystem: "latn" });
    return h(
      "li",
      {},
      h("p", { class: "remark-by", text: `${remark.by} · ${date.format(new Date(remark.on))}`, dir: "auto" }),
      h("p", { text: remark.text, dir: "auto" }),
      h("button", {
        type: "button",
        class: "plain small",
        text: t("remark-done"),
        on: { click: () => this.session.send({ type: "remark-done", message: this.id, remark: remark.id }) },
      }),
    );
  }
}

/** Where the text stands, if that needs to be said. @param {import("./state.js").State} state @param {any} message */
function placeWords(state, message) {
  if (message.why === "fact") return "";
  if (message.fallback && !isTyped(state, message)) return t("fallback", { language: languageName(message.fallback) });
  return message.onPage ? "" : t("on-no-page");
}

/** Whether what is being typed stands on the page already: all forms of it, and nothing that no catalogue can hold. */
function isTyped(state, message) {
  const held = message.units.map((unit) => state.unsaved.get(unit.id));
  const hasText = (unit, index) => (held[index]?.text ?? unit.text).trim() !== "";
  const isHeldUp = (entry) => entry?.stage === "refused" || entry?.stage === "conflict";
  const hasError = message.findings.some((finding) => finding.level === "error");
  return held.some(Boolean) && message.units.every(hasText) && !held.some(isHeldUp) && !hasError;
}

/** @param {string} step @param {string} message @param {boolean} legal */
function stepFrame(step, message, legal) {
  return step === "review" ? { type: "review", message } : { type: "approve", message, legal };
}

/** A fact, or a text that all brochures share: shown, not edited. */
function readOnlyNode(state, message) {
  const units = message.units.map((unit) =>
    h(
      "div",
      { class: "read-only-unit" },
      unit.source.length
        ? h("p", { class: "source", lang: state.welcome.sourceLanguage, dir: "auto" }, ...sourceNodes(unit.source))
        : null,
      h("p", {
        class: "read-only-text",
        lang: message.why === "fact" ? null : state.language,
        dir: message.why === "fact" ? "auto" : state.welcome.direction,
        text: unit.text || t("no-text"),
      }),
    ),
  );
  const why = message.why === "fact" ? "read-only-fact" : message.why === "common" ? "read-only-common" : "read-only";
  return h("div", { class: "read-only" }, h("p", { class: "why-not" }, icon("locked"), t(why)), ...units);
}
