/**
 * The bar at the top: what is open, whether everything has reached the file, and the menu.
 */

import { byId, h, icon, setAttribute, setChildren, setText } from "./dom.js";
import { editionName } from "./editions.js";
import { INTERFACES, interfaceLanguage, keepInterface, languageName, t } from "./interface.js";
import { said } from "./sentences.js";
import { saveState } from "./state.js";

/** The keys that are told in the help. */
const KEYS = ["save", "save-next", "next", "previous", "side", "undo", "insert"];

export class Bar {
  /** @param {import("./session.js").Session} session @param {(text: string) => void} say */
  constructor(session, say) {
    this.session = session;
    this.say = say;
    byId("menu-button").append(icon("menu"));
    byId("help-button").append(icon("help"));
    this.#choice("language", (language) => session.dispatch({ type: "open", language }));
    this.#choice("edition", (edition) => session.dispatch({ type: "open", edition }));
    byId("save-all").addEventListener("click", () => {
      for (const unit of session.state.unsaved.keys()) session.dispatch({ type: "save", unit });
    });
    this.#interfaceChoice();
    this.#help();
    this.#forget();
  }

  /** @param {import("./state.js").State} state @param {import("./state.js").State} before */
  update(state, before) {
    if (!state.welcome) return;
    if (state.welcome !== before.welcome || state.language !== before.language || state.edition !== before.edition)
      this.#showOpen(state);
    const isOther = (key) => state[key] !== before[key];
    if (["unsaved", "givenUp", "link"].some(isOther)) this.#showSaving(state, before);
    const notice = state.problem ? said(state.problem) : this.#notice(state);
    if (notice && byId("notice").textContent !== notice) this.say(notice);
    setText(byId("notice"), notice);
    setAttribute(byId("notice"), "data-kind", state.problem ? "problem" : "offline");
    byId("notice").hidden = notice === "";
  }

  /** @param {import("./state.js").State} state */
  #notice(state) {
    if (state.link === "offline") return t("notice-offline");
    if (state.storageFails) return t("notice-storage");
    return this.elsewhere ?? "";
  }

  /** Texts of another language that are not saved must not be forgotten over this one. */
  #lookElsewhere() {
    const languages = [...new Set(this.session.draftsElsewhere().map((draft) => draft.language))];
    const names = languages.map((tag) => languageName(tag));
    this.elsewhere = names.length ? t("notice-elsewhere", { languages: names.join(", ") }) : "";
  }

  #choice(id, chosen) {
    byId(id).addEventListener("change", (event) => chosen(event.target.value));
  }

  #showOpen({ welcome, language, edition }) {
    this.#lookElsewhere();
    setText(byId("brochure"), welcome.brochure);
    setChildren(
      byId("language"),
      welcome.languages.map(({ tag, name }) =>
        h("option", { value: tag, text: name, lang: tag, selected: tag === language }),
      ),
    );
    setChildren(
      byId("edition"),
      welcome.editions.map(({ id }) =>
        h("option", { value: id, text: editionName(welcome.editions, id, t), selected: id === edition }),
      ),
    );
    setText(byId("who"), welcome.who ? t("working-as", { who: welcome.who }) : "");
  }

  #showSaving(state, before) {
    const { kind, count } = saveState(state);
    const words = t(`save-state-${kind}`, { n: count });
    const place = byId("save-state");
    setAttribute(place, "data-kind", kind);
    setText(place, words);
    const canSave =
      state.link === "online" &&
      [...state.unsaved.values()].some((entry) => entry.stage === "typing" || entry.stage === "kept");
    byId("save-all").hidden = !canSave;
    // What typing changes is shown, but not told.
    const was = saveState(before).kind;
    if (kind !== was && !(kind === "unsaved" && was === "all-saved")) this.say(words);
  }

  #interfaceChoice() {
    const select = byId("interface");
    setChildren(
      select,
      Object.entries(INTERFACES).map(([tag, name]) =>
        h("option", { value: tag, text: name, lang: tag, selected: tag === interfaceLanguage() }),
      ),
    );
    select.addEventListener("change", () => {
      keepInterface(select.value);
      // All text is kept as a draft: a new start in the other language loses nothing.
      this.leaving = true;
      location.reload();
    });
  }

  #help() {
    const rows = KEYS.flatMap((name) => [
      h("dt", {}, h("kbd", { text: t(`key-${name}`), dir: "ltr" })),
      h("dd", { text: t(`key-${name}-does`) }),
    ]);
    const steps = ["help-1", "help-2", "help-3", "help-4"].map((id) => h("li", { text: t(id) }));
    const states = ["missing", "stale", "draft", "reviewed", "approved"].map((name) =>
      h("li", {}, icon(name), h("b", { text: t(`state-${name}`) }), h("span", { text: t(`help-${name}`) })),
    );
    byId("help-text").append(
      h("ol", {}, ...steps),
      h("h3", { text: t("help-states") }),
      h("ul", { class: "legend" }, ...states),
      h("h3", { text: t("help-keys") }),
      h("dl", { class: "keys" }, ...rows),
    );
    byId("help-button").addEventListener("click", () => {
      byId("help").showModal();
    });
  }

  #forget() {
    const dialog = /** @type {HTMLDialogElement} */ (byId("confirm"));
    byId("forget").addEventListener("click", () => {
      byId("menu").hidePopover();
      const count = this.session.state.unsaved.size;
      setText(byId("confirm-text"), count ? t("forget-loses", { n: count }) : t("forget-explained"));
      dialog.showModal();
    });
    dialog.addEventListener("close", () => {
      if (dialog.returnValue === "yes") this.session.forget();
    });
  }
}
