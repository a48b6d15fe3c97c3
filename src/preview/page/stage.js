/**
 * The pages side: shows the pages of the edition in the chosen view and zoom, and says which ones are in view.
 */

import { h, setChildren } from "./dom.js";
import { extent, foldedStrips, moveBy, multiply, turnY } from "./fold.js";
import { t } from "./interface.js";
import { flow, GAP, groupsOf, nextZoom, PIXELS, scaleOf } from "./layout.js";
import { Leaf } from "./leaf.js";
import { pagesToWant, planPages } from "./plan.js";

/** How long a fold takes, in ms. */
const FOLD_TIME = 650;

/** @type {any[]} */
const NOTHING = [];

const calm = matchMedia("(prefers-reduced-motion: reduce)");

export class Stage {
  /**
   * @param {import("./session.js").Session} session
   * @param {HTMLElement} stage the part that scrolls
   * @param {HTMLElement} canvas what is in it
   */
  constructor(session, stage, canvas) {
    this.session = session;
    this.stage = stage;
    this.canvas = canvas;
    /** @type {Map<number, Leaf>} */
    this.leaves = new Map();
    this.captions = h("div", { class: "captions" });
    this.scene = h("div", { class: "scene" });
    this.scale = PIXELS;
    this.fold = { progress: 0, from: 0, to: 0, start: 0, over: false };
    this.visible = new Set();
    this.watcher = new IntersectionObserver((entries) => this.#seen(entries), { root: stage, rootMargin: "200px" });
    canvas.append(this.scene, this.captions);
    this.size = { width: 0, height: 0 };
    this.scrolled = 0;
    /** Where the middle of each page is, from the top of the canvas. @type {Map<number, number>} */
    this.centres = new Map();
    new ResizeObserver(() => this.#resized()).observe(stage);
    stage.addEventListener("scroll", () => this.#scrolledTo(), { passive: true });
    /** Called when other pages come into view. @type {() => void} */
    this.onView = () => {};
  }

  /** @param {import("./state.js").State} state @param {import("./state.js").State} before */
  update(state, before) {
    // The server knows what is in view for as long as a connection lasts.
    if (state.link !== before.link) this.wanted = null;
    if (!state.pages) {
      if (before.pages) this.#clear();
      return;
    }
    const fresh = state.pages !== before.pages;
    if (fresh) this.#take(state.pages);
    const moved = state.view !== before.view || state.zoom !== before.zoom;
    if (state.view !== before.view) this.#resetFold(state);
    if (moved || (fresh && this.#shapeChanged(state.pages))) this.#layout();
    if (fresh || state.selected !== before.selected) {
      for (const leaf of this.leaves.values()) leaf.select(state.selected);
    }
    if (state.selected !== before.selected || moved) this.#showSelected(state);
  }

  /** The number of the page that is most in view; nothing is measured for it, since that costs a layout at each key. */
  get currentPage() {
    const middle = this.scrolled + this.size.height / 2;
    let best = { number: 1, distance: Infinity };
    for (const [number, centre] of this.centres) {
      const distance = Math.abs(centre - middle);
      if (distance < best.distance - 1) best = { number, distance };
    }
    return best.number;
  }

  /** @param {number} number */
  showPage(number) {
    this.#scrollTo(this.leaves.get(number)?.element);
  }

  /** @param {1 | -1} step */
  zoom(step) {
    this.session.dispatch({ type: "set", values: { zoom: nextZoom(this.scale, step) } });
  }

  /** Folds or unfolds by a step. @param {1 | -1} step */
  foldBy(step) {
    const steps = this.session.state.pages?.fold?.steps.length ?? 0;
    const to = Math.min(Math.max(this.fold.to + step, 0), steps);
    this.fold = { ...this.fold, from: this.fold.progress, to, start: performance.now() };
    if (calm.matches) this.fold.progress = to;
    requestAnimationFrame((now) => this.#animate(now));
    this.onView();
  }

  /** Shows the other side of the paper. */
  turnOver() {
    this.fold.over = !this.fold.over;
    this.#layout();
    this.onView();
  }

  #clear() {
    for (const leaf of this.leaves.values()) this.watcher.unobserve(leaf.element);
    this.leaves.clear();
    this.visible.clear();
    setChildren(this.scene, []);
    setChildren(this.captions, []);
  }

  /** Replaces the pictures that changed; all other nodes stay as they are. */
  #take(frame) {
    const held = new Map(
      [...this.leaves].map(([number, { hash, width, height }]) => [number, { hash, width, height }]),
    );
    const plan = planPages(held, frame.pages);
    for (const number of plan.remove) {
      this.watcher.unobserve(this.leaves.get(number).element);
      this.leaves.get(number).element.remove();
      this.leaves.delete(number);
      this.visible.delete(number);
    }
    for (const page of plan.make) {
      const leaf = new Leaf(page, (box, edit) => this.#picked(box, edit));
      this.leaves.set(page.number, leaf);
      this.scene.append(leaf.element);
      this.watcher.observe(leaf.element);
    }
    for (const page of plan.resize) this.leaves.get(page.number).resize(page);
    for (const page of plan.draw) this.leaves.get(page.number).draw(page);
    const marks = Map.groupBy(frame.marks, (mark) => mark.page);
    for (const [number, leaf] of this.leaves) {
      leaf.setPlaces(frame.boxes[number] ?? NOTHING, marks.get(number) ?? NOTHING);
    }
    if (plan.want.length) this.#want();
  }

  /** @param {any} frame */
  #shapeChanged(frame) {
    const shape = JSON.stringify([
      frame.views,
      frame.fold,
      frame.pages.map((page) => [page.number, page.width, page.height]),
    ]);
    const changed = shape !== this.shape;
    this.shape = shape;
    return changed;
  }

  /** @param {import("./leaf.js").Box} box @param {boolean} edit */
  #picked(box, edit) {
    const id = box.message ?? box.fact;
    if (this.session.state.messages.has(id)) this.onPick(id, edit);
  }

  /** Called when a message is picked on a page. @param {string} _id @param {boolean} _edit */
  onPick(_id, _edit) {}

  #seen(entries) {
    for (const entry of entries) {
      const number = Number(entry.target.dataset.page);
      if (entry.isIntersecting) this.visible.add(number);
      else this.visible.delete(number);
    }
    this.#want();
    this.onView();
  }

  /** Asks for the pages in view, once things have come to rest. */
  #want() {
    clearTimeout(this.wanting);
    this.wanting = setTimeout(() => {
      const pages = pagesToWant(this.visible, this.leaves.size);
      const stale = this.session.state.pages?.pages.some(
        ({ number, hash }) => this.leaves.get(number)?.hash !== hash && pages.includes(number),
      );
      const key = pages.join();
      if (key === this.wanted && !stale) return;
      this.wanted = key;
      this.session.send({ type: "want", pages });
    }, 80);
  }

  #resized() {
    this.size = { width: this.stage.clientWidth, height: this.stage.clientHeight };
    this.#layout();
  }

  #scrolledTo() {
    const before = this.currentPage;
    this.scrolled = this.stage.scrollTop;
    if (this.currentPage !== before) this.onView();
  }

  #layout() {
    const { pages, view, zoom, welcome } = this.session.state;
    const stage = this.size;
    if (!pages || !stage.width) return;
    this.canvas.dataset.view = view;
    this.centres.clear();
    if (view === "fold") this.#layoutFold(pages, zoom, stage);
    else this.#layoutFlat(groupsOf(pages, view, welcome.direction), zoom, stage, welcome.direction);
    this.onView();
  }

  #layoutFlat(groups, zoom, stage, direction) {
    this.scale = scaleOf(zoom, groups, stage);
    const { places, width, height } = flow(groups, this.scale, stage.width, direction);
    const shown = new Set();
    const captions = [];
    this.#size(width, height);
    this.scene.style.transform = "none";
    for (const { group, x, y } of places) {
      for (const item of group.items) {
        const leaf = this.leaves.get(item.page);
        if (!leaf || shown.has(item.page)) continue;
        shown.add(item.page);
        this.centres.set(item.page, y + (item.y + leaf.height / 2) * this.scale);
        this.#sizeLeaf(leaf);
        const turn = item.turn ? ` rotate(${item.turn}deg)` : "";
        leaf.element.style.transform = `translate(${x + item.x * this.scale}px, ${y + item.y * this.scale}px)${turn}`;
      }
      captions.push(...this.#captions(group, x, y));
    }
    for (const [number, leaf] of this.leaves) leaf.element.hidden = !shown.has(number);
    setChildren(this.captions, captions);
  }

  /** The numbers under the pages, or under a sheet which side it is. */
  #captions(group, x, y) {
    const put = (text, left, width) => {
      const caption = h("p", { class: "caption", text });
      caption.style.transform = `translate(${x + left * this.scale}px, ${y + group.height * this.scale + 4}px)`;
      caption.style.inlineSize = `${width * this.scale}px`;
      return caption;
    };
    if (group.side !== null) return [put(t(group.side === "front" ? "sheet-front" : "sheet-back"), 0, group.width)];
    return group.items.map((item) => put(String(item.page), item.x, this.leaves.get(item.page)?.width ?? 0));
  }

  #resetFold(state) {
    const steps = state.pages.fold?.steps.length ?? 0;
    this.fold = { progress: steps, from: steps, to: steps, start: 0, over: false };
  }

  /** @param {number} now */
  #animate(now) {
    const { from, to, start } = this.fold;
    const share = Math.min(1, (now - start) / FOLD_TIME);
    const eased = share < 0.5 ? 2 * share * share : 1 - (2 - 2 * share) ** 2 / 2;
    this.fold.progress = share === 1 ? to : from + (to - from) * eased;
    this.#layout();
    if (share < 1) requestAnimationFrame((next) => this.#animate(next));
  }

  #layoutFold(pages, zoom, stage) {
    const [front, back] = pages.views.sheets;
    const whole = [{ width: front.width, height: front.height, items: [], pages: [], side: null }];
    // Room around the paper: it comes nearer while it turns.
    const room = { width: stage.width * 0.96, height: stage.height * 0.9 };
    this.scale = scaleOf(zoom, whole, room);
    const strips = foldedStrips(front, pages.fold, this.fold.progress);
    const { left, right } = extent(strips.map(({ strip }) => strip));
    const width = Math.max(stage.width, front.width * this.scale + 2 * GAP);
    const height = Math.max(stage.height - 8, front.height * this.scale + 2 * GAP);
    this.#size(width, height);
    const centre = (left + right) / 2;
    this.scene.style.transform = this.fold.over ? "rotateX(6deg) rotateY(168deg)" : "rotateX(6deg) rotateY(-12deg)";
    const base = moveBy(width / 2, (height - front.height * this.scale) / 2, 0);
    const shown = new Set();
    for (const { strip, matrix } of strips) {
      const space = multiply(moveBy(-centre, 0, 0), matrix);
      for (const place of front.places.filter(inStrip(strip, (p) => p.x + p.width / 2))) {
        this.#foldLeaf(place.page, base, multiply(space, moveBy(place.x, place.y, 0.05)), shown);
      }
      for (const place of back.places.filter(inStrip(strip, (p) => front.width - p.x - p.width / 2))) {
        const behind = multiply(moveBy(front.width - place.x, place.y, -0.05), turnY(180));
        this.#foldLeaf(place.page, base, multiply(space, behind), shown);
      }
    }
    for (const [number, leaf] of this.leaves) leaf.element.hidden = !shown.has(number);
    setChildren(this.captions, []);
  }

  #foldLeaf(number, base, matrix, shown) {
    const leaf = this.leaves.get(number);
    if (!leaf) return;
    shown.add(number);
    this.#sizeLeaf(leaf);
    // From mm to pixels: the shifts grow, the turns stay.
    const scaled = matrix.map((value, index) => (index >= 12 && index < 15 ? value * this.scale : value));
    leaf.element.style.transform = `matrix3d(${multiply(base, scaled)
      .map((value) => value.toFixed(6))
      .join()})`;
  }

  #sizeLeaf(leaf) {
    leaf.element.style.width = `${leaf.width * this.scale}px`;
    leaf.element.style.height = `${leaf.height * this.scale}px`;
  }

  #size(width, height) {
    for (const element of [this.canvas, this.scene]) {
      element.style.width = `${Math.floor(width)}px`;
      element.style.height = `${Math.floor(height)}px`;
    }
  }

  #showSelected(state) {
    if (state.selected === null || state.view === "fold") return;
    const place = this.canvas.querySelector(".here");
    this.#scrollTo(place);
  }

  /** Scrolls as little as it can. @param {Element | null | undefined} element */
  #scrollTo(element) {
    if (!element || !this.size.width) return;
    const view = this.stage.getBoundingClientRect();
    const place = element.getBoundingClientRect();
    const shift = (from, to, start, end) => {
      if (from >= start + GAP && to <= end - GAP) return 0;
      return to - from > end - start - 2 * GAP ? from - start - GAP : (from + to) / 2 - (start + end) / 2;
    };
    this.stage.scrollBy({
      left: shift(place.left, place.right, view.left, view.right),
      top: shift(place.top, place.bottom, view.top, view.bottom),
      behavior: calm.matches ? "instant" : "smooth",
    });
  }
}

/** @param {import("./fold.js").Strip} strip @param {(place: any) => number} middle */
function inStrip(strip, middle) {
  return (place) => middle(place) >= strip.from && middle(place) < strip.to;
}
