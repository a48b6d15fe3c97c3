/**
 * The keys of the tool. Each does what a button does as well.
 */

import { byId } from "./dom.js";

/**
 * @param {import("./session.js").Session} session
 * @param {{ list: import("./list.js").MessageList, go: (step: 1 | -1, toDo: boolean) => void }} tool
 */
export function listenToKeys(session, tool) {
  addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const editor = tool.list.editor(session.state.selected ?? "");
    const control = event.ctrlKey || event.metaKey;
    const done = () => event.preventDefault();
    if (control && !event.altKey && event.key.toLowerCase() === "s") {
      done();
      editor?.save();
    } else if (control && event.key === "Enter") {
      done();
      editor?.save();
      tool.go(1, true);
    } else if (event.altKey && event.key === "ArrowDown") {
      done();
      tool.go(1, false);
    } else if (event.altKey && event.key === "ArrowUp") {
      done();
      tool.go(-1, false);
    } else if (event.altKey && /^Digit[1-9]$/.test(event.code)) {
      const view = [...(editor?.units.values() ?? [])].find((unit) => unit.field.area === document.activeElement);
      const insertable = view?.field.insertables[Number(event.code.slice(-1)) - 1];
      if (!insertable) return;
      done();
      view.field.insert(insertable);
    } else if (event.key === "F6") {
      done();
      switchSide(session);
    } else if (event.key === "Escape" && document.activeElement?.matches("textarea")) {
      document.activeElement.closest(".row")?.querySelector(".row-head")?.focus();
    } else if (event.key === "/" && !document.activeElement?.matches("input, textarea, select")) {
      done();
      byId("search").focus();
    }
  });
}

/** Moves the focus from the texts to the pages, or back to the text that is open. @param {import("./session.js").Session} session */
function switchSide(session) {
  const side = byId("pages").contains(document.activeElement) ? "text" : "pages";
  session.dispatch({ type: "set", values: { side } });
  const open = document.querySelector(".row[data-open] .row-head") ?? byId("search");
  (side === "text" ? open : byId("stage")).focus();
}
