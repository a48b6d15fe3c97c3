/**
 * Starts the page: an invitation is redeemed, or the tool opens and its parts are joined.
 */

import { Bar } from "./bar.js";
import { byId, h, icon, setAttribute, setChildren, setText } from "./dom.js";
import { allDrafts } from "./drafts.js";
import { countFilters, FILTERS, isToDo, nextMessage } from "./filter.js";
import { chosenInterface, loadInterface, t } from "./interface.js";
import { showInvitation, takeCode } from "./invitation.js";
import { listenToKeys } from "./keys.js";
import { MessageList } from "./list.js";
import { MadeUp } from "./madeup.js";
import { OnPage } from "./onpage.js";
import { PagesBar } from "./pagesbar.js";
import { readFlat, readText } from "./pieces.js";
import { Session, takeToken } from "./session.js";
import { Stage } from "./stage.js";
import { filterFacts } from "./state.js";
import { speaker } from "./status.js";
import { showStopped } from "./stopped.js";

async function start() {
  const isInvitation = location.pathname.startsWith("/invitation");
  const code = isInvitation ? takeCode() : "";
  takeToken();
  await loadInterface(chosenInterface());
  setText(byId("loading"), t("loading"));
  if (isInvitation) {
    byId("loading").hidden = true;
    byId("start").hidden = false;
    showInvitation(byId("start"), code);
    return;
  }
  const session = new Session();
  const tool = new Tool(session);
  session.listen((state, before) => tool.update(state, before));
  addEventListener("beforeunload", (event) => {
    const unsaved = session.state.unsaved.size > 0 && !session.forgotten && !tool.bar.leaving;
    if (unsaved) event.preventDefault();
  });
  await session.start();
}

class Tool {
  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    this.say = speaker(byId("status"));
    this.bar = new Bar(session, this.say);
    this.list = new MessageList(session, byId("list"), this.say);
    this.stage = new Stage(session, byId("stage"), byId("canvas"));
    this.pagesBar = new PagesBar(session, this.stage);
    this.onPage = new OnPage(session, byId("on-page"), (message) => this.pick(message, true));
    this.madeUp = new MadeUp(session, byId("made-up"));
    this.stage.onPick = (message, edit) => this.pick(message, edit);
    this.stage.onView = () => {
      this.onPage.show(this.stage.currentPage);
      this.pagesBar.showFold();
    };
    this.#textTools();
    this.#sides();
    listenToKeys(session, this);
  }

  /** @param {import("./state.js").State} state @param {import("./state.js").State} before */
  update(state, before) {
    byId("loading").hidden = state.welcome !== null || state.link === "stopped";
    if (state.link === "stopped") {
      this.#stop(state);
      return;
    }
    if (!state.welcome) return;
    byId("tool").hidden = false;
    if (state.welcome.fonts !== before.welcome?.fonts) loadFonts(state.welcome.fonts);
    this.bar.update(state, before);
    if (state.messages !== before.messages || state.pages !== before.pages || state.unsaved !== before.unsaved)
      this.#showFilters(state);
    this.list.update(state, before);
    this.pagesBar.update(state, before);
    this.stage.update(state, before);
    this.madeUp.update(state);
    if (state.pages) this.onPage.show(this.stage.currentPage);
    if (state.side !== before.side || !before.welcome) this.#showSide(state);
    if (state.selected !== before.selected || state.unsaved !== before.unsaved) this.#showPicked(state);
  }

  /** Opens a message. @param {string} message @param {boolean} edit whether the caret goes into its field */
  pick(message, edit) {
    this.session.dispatch({ type: "select", message });
    const narrow = getComputedStyle(document.querySelector(".sides")).display !== "none";
    if (narrow && !edit) return;
    if (narrow) this.session.dispatch({ type: "set", values: { side: "text" } });
    this.list.reveal(message, edit || !narrow);
  }

  /** Goes to the next message in one direction. @param {1 | -1} step @param {boolean} toDo only where something is to do */
  go(step, toDo) {
    const { state } = this.session;
    const facts = filterFacts(state);
    const test = toDo ? (message) => isToDo(message, facts) : () => true;
    const from = toDo ? this.list.all : this.list.listed;
    const next = nextMessage(from, state.selected, step, test);
    if (next === null) {
      this.say(t("nothing-to-do"));
      return;
    }
    const hidden = !this.list.listed.some((message) => message.id === next);
    if (hidden) {
      byId("search").value = "";
      byId("filter").value = "all";
      this.session.dispatch({ type: "set", values: { filter: "all", search: "" } });
    }
    this.session.dispatch({ type: "select", message: next });
    this.list.reveal(next, true);
  }

  #textTools() {
    byId("previous").append(icon("up"));
    byId("next").append(icon("down"));
    byId("previous").addEventListener("click", () => this.go(-1, true));
    byId("next").addEventListener("click", () => this.go(1, true));
    setChildren(
      byId("filter"),
      FILTERS.map((filter) => h("option", { value: filter })),
    );
    byId("filter").addEventListener("change", (event) =>
      this.session.dispatch({ type: "set", values: { filter: event.target.value } }),
    );
    byId("search").addEventListener("input", (event) =>
      this.session.dispatch({ type: "set", values: { search: event.target.value } }),
    );
  }

  #showFilters(state) {
    const counts = countFilters(state.messages.values(), filterFacts(state));
    for (const option of byId("filter").options)
      setText(option, t(`filter-${option.value}`, { n: counts[option.value] }));
  }

  #sides() {
    for (const button of document.querySelectorAll("[data-side]:is(button)")) {
      button.addEventListener("click", () =>
        this.session.dispatch({ type: "set", values: { side: button.dataset.side } }),
      );
    }
    byId("picked-edit").addEventListener("click", () => this.pick(this.session.state.selected, true));
  }

  #showSide({ side }) {
    document.querySelector(".columns").dataset.side = side;
    for (const button of document.querySelectorAll("[data-side]:is(button)")) {
      setAttribute(button, "aria-pressed", button.dataset.side === side ? "true" : "false");
    }
    this.stage.onView();
  }

  #showPicked(state) {
    const message = state.messages.get(state.selected);
    byId("picked").hidden = !message;
    const unit = message?.units[0];
    const text = state.unsaved.get(unit?.id)?.text ?? unit?.text;
    setText(byId("picked-text"), (text ? readFlat(text, unit.source) : readText(unit?.source ?? [])).slice(0, 120));
  }

  #stop(state) {
    byId("tool").hidden = true;
    byId("start").hidden = false;
    document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close());
    showStopped(byId("start"), state.stopped, this.session.forgotten ? [] : allDrafts(localStorage));
  }
}

/** Loads the project's own fonts: the fields show each script as the pages do. */
function loadFonts(fonts) {
  for (const { family, url, weight, style } of fonts) {
    const face = new FontFace(family, `url(${JSON.stringify(url)})`, {
      weight: String(weight ?? 400),
      style: style ?? "normal",
      display: "swap",
    });
    document.fonts.add(face);
  }
}

start();
