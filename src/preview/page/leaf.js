/**
 * One page on the stage: its SVG, and above it the marks and the place of the selected message.
 */

import { h, setChildren } from "./dom.js";
import { t } from "./interface.js";
import { boxAt, joinBoxes } from "./plan.js";
import { said } from "./sentences.js";

/** The only way in which markup enters the document: SVG of the server, parsed as XML, in a tree of its own. */
const policy = globalThis.trustedTypes?.createPolicy("svg", { createHTML: (svg) => svg });

/** @param {string} svg @returns {Element} */
function parseSvg(svg) {
  const markup = policy ? policy.createHTML(svg) : svg;
  const parsed = new DOMParser().parseFromString(markup, "image/svg+xml");
  const root = parsed.documentElement;
  if (root.localName !== "svg" || root.querySelector("script, foreignObject, a, parsererror")) {
    throw new Error("a page is no plain SVG");
  }
  return document.importNode(root, true);
}

/** @typedef {import("./plan.js").Picture} Picture */

/**
 * Makes a tree show another picture. Each piece is an element: those that are the same stay where they are, and the browser paints
 * again only what changed.
 *
 * @param {ShadowRoot} shadow
 * @param {Picture | null} shown what the tree shows
 * @param {Picture} next
 */
function show(shadow, shown, { head, pieces }) {
  const svg = shadow.firstElementChild;
  if (!svg || shown?.head !== head) {
    shadow.replaceChildren(parseSvg(`${head}${pieces.join("")}</svg>`));
    return;
  }
  const old = shown.pieces;
  const shorter = Math.min(old.length, pieces.length);
  let before = 0;
  while (before < shorter && old[before] === pieces[before]) before += 1;
  let after = 0;
  while (after < shorter - before && old.at(-1 - after) === pieces.at(-1 - after)) after += 1;
  const changed = parseSvg(`${head}${pieces.slice(before, pieces.length - after).join("")}</svg>`);
  const gone = [...svg.children].slice(before, old.length - after);
  const place = svg.children[old.length - after] ?? null;
  for (const element of gone) element.remove();
  for (const element of [...changed.children]) svg.insertBefore(element, place);
}

const SHADOW_STYLE = new CSSStyleSheet();
SHADOW_STYLE.replaceSync(
  ":host{contain:strict} svg{position:absolute;inset:0;inline-size:100%;block-size:100%;pointer-events:none}",
);

/** @typedef {{ page: number, message: string | null, fact: string | null, x: number, y: number, width: number, height: number }} Box */

export class Leaf {
  /**
   * @param {{ number: number, width: number, height: number }} page
   * @param {(box: Box, edit: boolean) => void} picked
   */
  constructor(page, picked) {
    this.number = page.number;
    this.hash = null;
    /** @type {Picture | null} */
    this.shown = null;
    /** @type {Box[]} */
    this.boxes = [];
    // A tree of its own keeps the ids of one page apart from those of another.
    this.picture = h("div", { class: "picture" });
    this.shadow = this.picture.attachShadow({ mode: "open" });
    this.shadow.adoptedStyleSheets = [SHADOW_STYLE];
    this.marks = h("div", { class: "marks" });
    this.hover = h("div", { class: "hover-place" });
    this.hover.hidden = true;
    this.here = h("div", { class: "marks" });
    this.element = h(
      "div",
      { class: "leaf", data: { page: page.number } },
      this.picture,
      this.marks,
      this.here,
      this.hover,
    );
    this.resize(page);
    this.#listen(picked);
  }

  /** @param {{ width: number, height: number }} page */
  resize({ width, height }) {
    this.width = width;
    this.height = height;
  }

  /** Shows another picture: the old one stays until the new one is parsed. @param {import("./plan.js").Page} page */
  draw({ hash, picture }) {
    show(this.shadow, this.shown, picture);
    this.shown = picture;
    this.hash = hash;
  }

  /** @param {Box[]} boxes @param {any[]} marks */
  setPlaces(boxes, marks) {
    this.boxes = boxes;
    if (marks.length === 0 && this.marksKey === "[]") return;
    const key = JSON.stringify(marks);
    if (key === this.marksKey) return;
    this.marksKey = key;
    setChildren(
      this.marks,
      joinMarks(marks).map((mark) => {
        const place = this.#place(
          h("div", { class: "mark", title: said(mark.text), data: { kind: mark.kind, message: mark.message ?? "" } }),
          mark,
        );
        place.append(h("span", { class: "mark-words", text: t(`mark-${mark.kind}`) }));
        return place;
      }),
    );
  }

  /** Marks where the selected message stands. @param {string | null} message */
  select(message) {
    const boxes = message === null ? [] : this.boxes.filter((box) => (box.message ?? box.fact) === message);
    const places = joinBoxes(boxes);
    setChildren(
      this.here,
      places.map((box) => this.#place(h("div", { class: "here" }), box)),
    );
  }

  /** @param {HTMLElement} element */
  #place(element, { x, y, width, height }) {
    const share = (value, whole) => `${(100 * value) / whole}%`;
    element.style.left = share(x, this.width);
    element.style.top = share(y, this.height);
    element.style.width = share(width, this.width);
    element.style.height = share(height, this.height);
    return element;
  }

  /** @param {(box: Box, edit: boolean) => void} picked */
  #listen(picked) {
    const { element } = this;
    const boxUnder = (event) => {
      const x = (event.offsetX / element.offsetWidth) * this.width;
      const y = (event.offsetY / element.offsetHeight) * this.height;
      return boxAt(this.boxes, this.number, x, y);
    };
    element.addEventListener("click", (event) => {
      const box = boxUnder(event);
      if (box) picked(box, event.detail > 1);
    });
    element.addEventListener("mousemove", (event) => {
      const box = boxUnder(event);
      this.hover.hidden = !box;
      if (box) this.#place(this.hover, box);
      element.classList.toggle("can-pick", Boolean(box));
      const mark = box && this.marks.querySelector(`[data-message="${CSS.escape(box.message ?? "")}"]`);
      element.title = mark?.getAttribute("title") ?? "";
    });
    element.addEventListener("mouseleave", () => (this.hover.hidden = true));
  }
}

/** Joins the marks of one kind that a text has. @param {any[]} marks */
function joinMarks(marks) {
  const groups = new Map();
  for (const mark of marks) {
    const key = `${mark.kind} ${mark.message} ${said(mark.text)}`;
    groups.set(key, [...(groups.get(key) ?? []), mark]);
  }
  return [...groups.values()].flatMap(joinBoxes);
}
