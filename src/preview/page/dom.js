/**
 * Makes elements. Text is only ever set as text: nothing here parses HTML.
 */

/**
 * @param {string} tag
 * @param {Record<string, any>} [properties] `class`, `text`, `on` (listeners), `data`; a boolean switches an attribute
 * @param {(Node | string | null | undefined | false)[]} children
 * @returns {HTMLElement}
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "class") element.className = value;
    else if (name === "text") element.textContent = value;
    else if (name === "on")
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else if (name === "data") Object.assign(element.dataset, value);
    else setAttribute(element, name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Sets an attribute only if it differs; null and false remove it. @param {Element} element @param {string} name @param {any} value */
export function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === false) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
    return;
  }
  const text = value === true ? "" : String(value);
  if (element.getAttribute(name) !== text) element.setAttribute(name, text);
}

/** Sets the text only if it differs, so that nothing flickers or is read again. @param {Element} element @param {string} text */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Puts these children, in this order, and moves only what has to move. @param {Element} parent @param {Node[]} children */
export function setChildren(parent, children) {
  const wanted = new Set(children);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  let next = parent.firstChild;
  for (const child of children) {
    if (child === next) next = next.nextSibling;
    else parent.insertBefore(child, next);
  }
}

/** @param {string} id */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const SVG = "http://www.w3.org/2000/svg";

/** The icons: paths on a square of 16, drawn as lines. */
const ICONS = {
  missing: "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11",
  stale: "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11M8 5v3.2l2 1.6",
  draft: "M3 13l.7-3L11 2.7l2.3 2.3L6 12.3zM9.6 4.1l2.3 2.3",
  reviewed: "M3 8.5l3.3 3.3L13 4.7",
  approved: "M1.5 8.5l3.2 3.2L10 5.5M7.5 11l.8.8L14.5 5",
  locked: "M4 7.5h8v6H4zM5.7 7.5V5.3a2.3 2.3 0 0 1 4.6 0v2.2",
  warning: "M8 2.5l6 11H2zM8 6.5v3.2M8 11.3v.4",
  error: "M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM8 5v3.6M8 10.6v.4",
  remark: "M2.5 3h11v8H7l-3 2.6V11H2.5z",
  person: "M8 8a2.6 2.6 0 1 1 0-5.2A2.6 2.6 0 0 1 8 8M3 13.5c.4-2.6 2.4-4 5-4s4.6 1.4 5 4",
  up: "M3.5 10L8 5.5l4.5 4.5",
  down: "M3.5 6L8 10.5L12.5 6",
  undo: "M6 3L2.8 6.2L6 9.4M3 6.2h6.5a3.6 3.6 0 0 1 0 7.2H7",
  redo: "M10 3l3.2 3.2L10 9.4M13 6.2H6.5a3.6 3.6 0 0 0 0 7.2H9",
  minus: "M3.5 8h9",
  plus: "M3.5 8h9M8 3.5v9",
  menu: "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
  close: "M4 4l8 8M12 4l-8 8",
  page: "M4 2h5.5L12 4.5V14H4zM9.5 2v2.5H12",
  help: "M5.6 6a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.9-1.2 1.9M8 12.4v.4",
  unsaved: "M8 5.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5",
};

/** Draws an icon; it says nothing to a screen reader. @param {keyof typeof ICONS} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `icon icon-${name}`);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** Text that only a screen reader says. @param {string} text */
export function spoken(text) {
  return h("span", { class: "spoken", text });
}
