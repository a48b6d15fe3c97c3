/**
 * The words of the interface, in the language that the person has chosen.
 */

import { setAttribute } from "./dom.js";
import { evaluate } from "./pattern.js";

/** The languages of the interface, by their own names. */
export const INTERFACES = { fr: "Français", nl: "Nederlands", en: "English", ar: "العربية" };

const KEPT = "feuillet-interface";

let current = { language: "en", direction: "ltr", messages: {} };

/** Chooses the language: the kept one, else the first of the browser's that there is. */
export function chosenInterface() {
  const kept = localStorage.getItem(KEPT);
  if (kept && kept in INTERFACES) return kept;
  const wanted = navigator.languages.map((tag) => tag.split("-")[0]);
  return wanted.find((tag) => tag in INTERFACES) ?? "fr";
}

/** @param {string} language */
export function keepInterface(language) {
  localStorage.setItem(KEPT, language);
}

/** Loads the words, and puts them into the document. @param {string} language */
export async function loadInterface(language) {
  const answer = await fetch(`/interface/${language}.json`);
  if (!answer.ok) throw new Error(`/interface/${language}.json: ${answer.status}`);
  current = await answer.json();
  document.documentElement.lang = current.language;
  document.documentElement.dir = current.direction;
  document.title = t("title");
  translate(document.body);
}

/** The tag of the language in force. */
export const interfaceLanguage = () => current.language;

/** Says something in the language of the interface. @param {string} id @param {import("./pattern.js").Arguments} [values] */
export function t(id, values = {}) {
  const pattern = current.messages[id];
  return pattern === undefined ? id : evaluate(pattern, values, current.language);
}

/** Whether there are words with this id. @param {string} id */
export const hasWords = (id) => id in current.messages;

/** Fills in the words of what stands in `index.html`. @param {Element} root */
function translate(root) {
  for (const element of root.querySelectorAll("[data-text]")) element.textContent = t(element.dataset.text);
  for (const element of root.querySelectorAll("[data-label]")) {
    setAttribute(element, "aria-label", t(element.dataset.label));
    if (element.tagName === "BUTTON") setAttribute(element, "title", t(element.dataset.label));
  }
  for (const element of root.querySelectorAll("[data-placeholder]")) {
    setAttribute(element, "placeholder", t(element.dataset.placeholder));
  }
}

/** Gives the name of a language in the language of the interface. @param {string} tag */
export function languageName(tag) {
  try {
    return new Intl.DisplayNames(current.language, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
