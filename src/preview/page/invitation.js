/**
 * The page of an invitation: it explains, warns of browsers inside other apps, and redeems the code on a button.
 */

import { h, icon } from "./dom.js";
import { t } from "./interface.js";
import { postHeaders } from "./session.js";

/** Browsers inside chat and social apps: what they store is lost, or not the same as in the real browser. */
const IN_APP = /FBAN|FBAV|FB_IAB|Instagram|WhatsApp|Telegram|Line\/|Snapchat|TikTok|musical_ly|LinkedInApp|; wv\)/i;

/** Takes the code out of the address, so that it stays in no history. @returns {string} */
export function takeCode() {
  const code = codeIn(location.hash);
  if (location.hash) history.replaceState(null, "", location.pathname);
  return code;
}

/** Finds the code in what was pasted: the code alone, or the whole link. @param {string} pasted */
export function codeIn(pasted) {
  const text = pasted.trim();
  const fragment = text.slice(text.lastIndexOf("#") + 1);
  return fragment.replace(/^code=/, "");
}

/** @param {HTMLElement} root @param {string} code */
export function showInvitation(root, code) {
  const field = /** @type {HTMLInputElement} */ (
    h("input", {
      id: "code",
      name: "code",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      dir: "ltr",
      value: code,
      required: true,
      "aria-describedby": "code-hint",
    })
  );
  const answer = h("p", { class: "answer", role: "alert" });
  const submit = h("button", { type: "submit", class: "primary large", text: t("invitation-open") });
  const form = h(
    "form",
    {
      on: {
        submit: async (event) => {
          event.preventDefault();
          answer.textContent = "";
          const why = await redeem(codeIn(field.value));
          if (why === null) location.replace("/");
          else answer.textContent = t(`invitation-${why}`);
        },
      },
    },
    h("label", { for: "code", text: t("invitation-code") }),
    field,
    h("p", { class: "hint", id: "code-hint", text: t("invitation-code-hint") }),
    submit,
    answer,
  );
  const inApp = IN_APP.test(navigator.userAgent);
  root.replaceChildren(
    h("h1", { text: t("invitation-title") }),
    h("p", { class: "lead", text: t("invitation-lead") }),
    h(
      "div",
      { class: inApp ? "callout strong" : "callout" },
      icon("warning"),
      h(
        "div",
        {},
        h("p", { text: t(inApp ? "invitation-in-app" : "invitation-app-hint") }),
        code ? copyLink(code) : null,
      ),
    ),
    form,
    h("p", { class: "hint", text: t("invitation-once") }),
  );
}

/** @param {string} code */
function copyLink(code) {
  const button = h("button", { type: "button", class: "plain", text: t("invitation-copy") });
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(`${location.origin}/invitation#code=${code}`);
    button.textContent = t("copied");
  });
  return button;
}

/** @param {string} code @returns {Promise<string | null>} why not, null if it went well */
async function redeem(code) {
  try {
    const answer = await fetch("/redeem", { method: "POST", headers: postHeaders(), body: JSON.stringify({ code }) });
    if (answer.ok) return null;
    const { why } = await answer.json().catch(() => ({}));
    return ["used", "ended", "revoked", "unknown"].includes(why) ? why : "failed";
  } catch {
    return "failed";
  }
}
