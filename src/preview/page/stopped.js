/**
 * What is shown when the server has closed the page for good: why, and the texts that have not reached the file.
 */

import { h } from "./dom.js";
import { show } from "./isolates.js";
import { t } from "./interface.js";

/** The reasons that have words of their own. */
const REASONS = ["revoked", "ended", "token", "invitation", "refused", "forgotten"];

/** @param {HTMLElement} root @param {string} why @param {{ unit: string, text: string, language: string }[]} drafts */
export function showStopped(root, why, drafts) {
  const reason = REASONS.includes(why) ? why : "other";
  const nodes = [
    h("h1", { text: t(`stopped-${reason}-title`), tabindex: "-1" }),
    h("p", { class: "lead", text: t(`stopped-${reason}`) }),
  ];
  if (reason === "invitation" || reason === "ended" || reason === "revoked") {
    nodes.push(h("p", {}, h("a", { href: "/invitation", text: t("stopped-have-code") })));
  }
  if (drafts.length) nodes.push(rescued(drafts));
  root.replaceChildren(...nodes);
  root.querySelector("h1").focus();
}

/** @param {{ unit: string, text: string, language: string }[]} drafts */
function rescued(drafts) {
  const all = drafts.map((draft) => `${draft.unit}\n${draft.text}`).join("\n\n");
  const copy = h("button", { type: "button", text: t("copy-all") });
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(all);
    copy.textContent = t("copied");
  });
  const items = drafts.map((draft) =>
    h(
      "li",
      {},
      h("code", { text: draft.unit, dir: "ltr" }),
      h("p", { lang: draft.language, dir: "auto", text: show(draft.text) }),
    ),
  );
  return h(
    "section",
    { class: "rescued" },
    h("h2", { text: t("stopped-unsaved") }),
    h("p", { text: t("stopped-unsaved-explained") }),
    copy,
    h("ul", {}, ...items),
  );
}
