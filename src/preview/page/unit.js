/**
 * Shows one unit of a message: its source, its field, its state, what was found in it, suggestions.
 */

import { conflictNode } from "./conflict.js";
import { h, icon, setAttribute, setChildren, setText, spoken } from "./dom.js";
import { Field } from "./field.js";
import { t } from "./interface.js";
import { show } from "./isolates.js";
import { readFlat } from "./pieces.js";
import { said, sentenceNode } from "./sentences.js";
import { changeNode, fillFindings, sourceNodes } from "./source.js";

/** How many suggestions are shown. */
const MOST_SUGGESTIONS = 3;

export class UnitView {
  /**
   * @param {import("./session.js").Session} session
   * @param {any} message
   * @param {any} unit
   * @param {(text: string) => void} say
   */
  constructor(session, message, unit, say) {
    this.session = session;
    this.id = unit.id;
    this.pieces = unit.source;
    this.say = say;
    const { welcome } = session.state;
    this.language = session.state.language;
    this.direction = welcome.direction;
    this.sourceLanguage = welcome.sourceLanguage;
    const id = `field-${unit.id.replace(/[^\w-]/g, "_")}`;
    this.source = h("div", { class: "source", lang: this.sourceLanguage, dir: "auto" });
    this.change = h("div", { class: "change-place" });
    this.field = new Field({
      id,
      label: unit.label ?? "",
      language: this.language,
      direction: this.direction,
      limit: welcome.limit,
      source: unit.source,
      text: session.state.unsaved.get(unit.id)?.text ?? unit.text,
      changed: (text) => session.dispatch({ type: "typed", unit: this.id, text }),
      say,
    });
    this.stage = h("span", { class: "where", id: `${id}-state` });
    this.room = h("span", { class: "room" });
    this.saveButton = h("button", { type: "button", class: "primary", on: { click: () => this.#save() } });
    this.dropButton = h("button", {
      type: "button",
      class: "plain",
      text: t("give-up"),
      on: { click: () => this.#giveUp() },
    });
    this.findings = h("ul", { class: "findings", id: `${id}-findings` });
    this.suggestions = h("div", { class: "suggestions" });
    this.askButton = h("button", {
      type: "button",
      class: "plain",
      text: t("suggestions-ask"),
      on: { click: () => this.#ask() },
    });
    this.reference = h("div", { class: "reference" });
    this.conflictPlace = h("div");
    this.edit = h(
      "div",
      { class: "edit" },
      h("label", {
        class: "label",
        for: id,
        text: unit.label ? t("translation-of", { form: unit.label }) : t("translation"),
      }),
      this.field.element,
      this.reference,
      h("div", { class: "below" }, this.stage, this.room),
      h("div", { class: "below" }, this.askButton, h("span", { class: "gap" }), this.dropButton, this.saveButton),
    );
    this.element = h(
      "div",
      { class: "unit", data: { unit: unit.id } },
      h(
        "div",
        { class: "unit-source" },
        h("p", { class: "label", text: this.#sourceLabel(unit) }),
        this.source,
        this.change,
      ),
      h("div", { class: "unit-target" }, this.edit, this.conflictPlace, this.findings, this.suggestions),
    );
    this.shown = {};
    if (unit.text === "") this.#ask();
  }

  /** @param {any} unit */
  #sourceLabel(unit) {
    return unit.label ? t("source-of", { form: unit.label }) : t("source");
  }

  /** @param {import("./state.js").State} state @param {any} message @param {any} unit */
  update(state, message, unit) {
    const held = state.unsaved.get(unit.id) ?? null;
    const was = this.shown;
    if (was.source !== unit.source) setChildren(this.source, sourceNodes(unit.source));
    if (was.change !== unit.change) {
      setChildren(this.change, unit.change ? [changeNode(unit.change, this.sourceLanguage)] : []);
    }
    this.field.setText(held?.text ?? unit.text);
    if (was.findings !== message.findings) this.#showFindings(message, unit);
    if (was.conflict !== held?.conflict || (held?.conflict && was.held?.text !== held.text)) this.#showConflict(held);
    if (was.reference !== held?.reference) this.#showReference(held?.reference ?? null);
    const found = state.suggestions.get(unit.id);
    if (found && was.found !== found) this.#showSuggestions(found);
    this.#showStage(state, message, unit, held);
    this.shown = {
      ...unit,
      held,
      found,
      findings: message.findings,
      conflict: held?.conflict,
      reference: held?.reference,
    };
  }

  focus() {
    this.field.area.focus();
  }

  #save() {
    if (this.saveButton.getAttribute("aria-disabled") !== "true")
      this.session.dispatch({ type: "save", unit: this.id });
  }

  #giveUp() {
    this.session.dispatch({ type: "give-up", unit: this.id });
    this.focus();
  }

  /** Says honestly where the text is. */
  #showStage(state, message, unit, held) {
    const offline = state.link !== "online";
    const kind = stageOf(state, held, unit);
    setAttribute(this.stage, "data-stage", kind);
    const why = held?.stage === "refused" ? ` ${said(held.why)}` : "";
    setText(this.stage, kind ? t(`stage-${kind}`) + why : "");
    const confirms = !held && message.state === "stale" && unit.text !== "";
    const canSave = (held && held.stage !== "saving" && !held.conflict) || confirms;
    setText(this.saveButton, confirms ? t("still-right") : t("save"));
    setAttribute(this.saveButton, "aria-disabled", !canSave || offline ? "true" : null);
    this.saveButton.hidden = !canSave && !held;
    this.dropButton.hidden = !held || held.stage === "saving";
    this.edit.hidden = Boolean(held?.conflict);
    this.#showRoom(unit, held);
  }

  #showRoom(unit, held) {
    if (unit.room === null || unit.room === undefined) {
      setText(this.room, "");
      return;
    }
    const counted = (unit.unsaved ?? unit.text).length;
    const left = unit.room + counted - (held?.text ?? unit.text).length;
    setAttribute(this.room, "data-full", left < 0 ? "yes" : null);
    setText(this.room, left < 0 ? t("room-over", { n: -left }) : t("room-left", { n: left }));
  }

  #showFindings(message, unit) {
    const ours = message.findings.filter(
      (finding) => finding.unit === unit.id || (!finding.unit && message.units[0].id === unit.id),
    );
    this.field.mark(ours.filter((finding) => finding.unit || message.units.length === 1));
    fillFindings(this.findings, ours, findingNode);
  }

  #showConflict(held) {
    const hadFocus = this.element.contains(document.activeElement);
    if (!held?.conflict) {
      setChildren(this.conflictPlace, []);
      if (hadFocus) queueMicrotask(() => this.focus());
      return;
    }
    const node = conflictNode({
      yours: held.text,
      theirs: held.conflict.theirs,
      language: this.language,
      direction: this.direction,
      choose: (choice) => this.session.dispatch({ type: "choose", unit: this.id, choice }),
    });
    setChildren(this.conflictPlace, [node]);
    if (hadFocus) queueMicrotask(() => node.querySelector("h3").focus());
  }

  /** @param {string | null} theirs */
  #showReference(theirs) {
    const nodes =
      theirs === null
        ? []
        : [
            h("p", { class: "label", text: t("conflict-theirs") }),
            h("p", { lang: this.language, dir: this.direction, text: theirs ? show(theirs) : t("no-text") }),
          ];
    setChildren(this.reference, nodes);
  }

  /** Asks the memory for similar texts. */
  #ask() {
    this.askButton.hidden = true;
    this.session.send({ type: "suggest", unit: this.id });
  }

  #showSuggestions(found) {
    const items = found
      .slice(0, MOST_SUGGESTIONS)
      .map((suggestion) =>
        h(
          "li",
          {},
          h("p", { lang: this.language, dir: this.direction, text: readFlat(suggestion.target, this.pieces) }),
          h(
            "p",
            { class: "suggestion-source" },
            h("span", { class: "likeness", text: t("likeness", { n: suggestion.likeness }) }),
            suggestion.origin === "memory" ? h("span", { class: "likeness", text: t("from-memory") }) : null,
            h("span", { lang: this.sourceLanguage, dir: "auto", text: readFlat(suggestion.source, this.pieces) }),
          ),
          h(
            "button",
            { type: "button", class: "plain small", on: { click: () => this.field.replace(suggestion.target) } },
            t("use"),
            spoken(` ${suggestion.target}`),
          ),
        ),
      );
    const title = h("p", { class: "label", text: items.length ? t("suggestions") : t("suggestions-none") });
    setChildren(this.suggestions, items.length ? [title, h("ul", {}, ...items)] : [title]);
  }
}

/** @returns {string | null} which words say where a text is */
function stageOf(state, held, unit) {
  if (!held) return state.savedAt.has(unit.id) ? "saved" : null;
  if (held.stage === "conflict" || held.stage === "refused") return held.stage;
  if (state.storageFails && state.link !== "online") return "nowhere";
  return state.link === "online" ? held.stage : "browser";
}

/** @param {any} finding */
export function findingNode(finding) {
  return h(
    "li",
    { data: { level: finding.level } },
    icon(finding.level === "error" ? "error" : "warning"),
    h(
      "div",
      {},
      spoken(`${t(finding.level === "error" ? "level-error" : "level-warning")} `),
      sentenceNode(finding.text),
      finding.help ? h("p", { class: "help" }, sentenceNode(finding.help)) : null,
    ),
  );
}
