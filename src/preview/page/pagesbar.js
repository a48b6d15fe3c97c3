/**
 * The controls above the pages: view, profile, zoom, folding.
 */

import { byId, h, icon, setAttribute, setChildren } from "./dom.js";
import { formatNumber } from "./pattern.js";
import { interfaceLanguage, t } from "./interface.js";
import { viewsOf } from "./state.js";

const PROFILES = ["screen", "print", "office"];

export class PagesBar {
  /** @param {import("./session.js").Session} session @param {import("./stage.js").Stage} stage */
  constructor(session, stage) {
    this.session = session;
    this.stage = stage;
    for (const [id, name, step] of [
      ["zoom-out", "minus", -1],
      ["zoom-in", "plus", 1],
    ]) {
      byId(id).append(icon(name));
      byId(id).addEventListener("click", () => stage.zoom(step));
    }
    byId("turn-over").addEventListener("click", () => stage.turnOver());
    byId("fold").addEventListener("click", () => stage.foldBy(1));
    byId("unfold").addEventListener("click", () => stage.foldBy(-1));
    byId("zoom").addEventListener("change", (event) => {
      const { value } = event.target;
      this.#set({ zoom: Number.isNaN(Number(value)) ? value : Number(value) });
    });
    byId("profile").addEventListener("change", (event) =>
      session.dispatch({ type: "open", profile: event.target.value }),
    );
  }

  /** @param {import("./state.js").State} state @param {import("./state.js").State} before */
  update(state, before) {
    if (state.pages !== before.pages || state.view !== before.view) this.#showViews(state);
    if (state.zoom !== before.zoom || !before.welcome) this.#showZoom(state.zoom);
    if (state.edition !== before.edition || state.profile !== before.profile || state.welcome !== before.welcome)
      this.#showProfiles(state);
    byId("too-full").hidden = !state.pages?.tooFull;
    byId("fold-tools").hidden = state.view !== "fold";
    setAttribute(byId("stage"), "aria-busy", state.pages ? null : "true");
  }

  /** What the buttons of the fold can do now. */
  showFold() {
    const steps = this.session.state.pages?.fold?.steps.length ?? 0;
    const { to } = this.stage.fold;
    setAttribute(byId("fold"), "aria-disabled", to >= steps ? "true" : null);
    setAttribute(byId("unfold"), "aria-disabled", to <= 0 ? "true" : null);
  }

  #set(values) {
    this.session.dispatch({ type: "set", values });
  }

  #showViews(state) {
    const views = viewsOf(state.pages);
    const place = byId("views");
    if (place.dataset.views !== views.join()) {
      place.dataset.views = views.join();
      setChildren(
        place,
        views.map((view) =>
          h("button", {
            type: "button",
            text: t(`view-${view}`),
            data: { view },
            on: { click: () => this.#set({ view }) },
          }),
        ),
      );
    }
    for (const button of place.children)
      setAttribute(button, "aria-pressed", button.dataset.view === state.view ? "true" : "false");
  }

  #showZoom(zoom) {
    const select = byId("zoom");
    const percent = (share) => `${formatNumber(Math.round(share * 100), interfaceLanguage())} %`;
    const choices = [
      ["fit", t("zoom-fit")],
      ["width", t("zoom-width")],
      ["1", percent(1)],
    ];
    if (typeof zoom === "number" && zoom !== 1) choices.push([String(zoom), percent(zoom)]);
    setChildren(
      select,
      choices.map(([value, text]) => h("option", { value, text, selected: value === String(zoom) })),
    );
  }

  #showProfiles(state) {
    const edition = state.welcome.editions.find((candidate) => candidate.id === state.edition);
    const profiles = edition?.profiles ?? PROFILES;
    setChildren(
      byId("profile"),
      profiles.map((profile) =>
        h("option", { value: profile, text: t(`profile-${profile}`), selected: profile === state.profile }),
      ),
    );
  }
}
