/**
 * Shows two versions of a text side by side, and lets the person choose.
 */

import { compare } from "./difference.js";
import { h, icon } from "./dom.js";
import { show } from "./isolates.js";
import { t } from "./interface.js";

/**
 * @param {object} options
 * @param {string} options.yours
 * @param {string} options.theirs
 * @param {string} options.language
 * @param {string} options.direction
 * @param {(choice: "yours" | "theirs" | "edit") => void} options.choose
 */
export function conflictNode({ yours, theirs, language, direction, choose }) {
  const [ofYours, ofTheirs] = compare(yours, theirs);
  const version = (title, parts, choice, label) =>
    h(
      "div",
      { class: "version" },
      h("h4", { text: t(title) }),
      h("p", { class: "version-text", lang: language, dir: direction }, ...versionText(parts)),
      button(choice, label),
    );
  const button = (choice, label) =>
    h("button", {
      type: "button",
      class: choice === "edit" ? "plain" : "",
      text: t(label),
      on: { click: () => choose(choice) },
    });
  return h(
    "section",
    { class: "conflict", "aria-label": t("conflict-title") },
    h("h3", { tabindex: "-1" }, icon("warning"), t("conflict-title")),
    h("p", { text: t("conflict-explained") }),
    h(
      "div",
      { class: "versions" },
      version("conflict-yours", ofYours, "yours", "conflict-take-yours"),
      version("conflict-theirs", ofTheirs, "theirs", "conflict-take-theirs"),
    ),
    button("edit", "conflict-edit"),
  );
}

/** @param {import("./difference.js").Part[]} parts @returns {Node[]} */
function versionText(parts) {
  if (!parts.length) return [h("i", { text: t("no-text"), lang: document.documentElement.lang, dir: "auto" })];
  return parts.map(({ text, differs }) => h(differs ? "mark" : "span", { text: show(text) }));
}
