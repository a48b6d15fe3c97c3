/**
 * Plans what happens to the nodes of the pages when the server sends pages: which stay, are replaced, made, removed.
 *
 * @typedef {{ hash: string, head: string, pieces: string[] }} Picture the tag that opens an SVG, and the elements in it
 * @typedef {{ number: number, width: number, height: number, hash: string, picture?: Picture }} Page
 * @typedef {{ hash: string | null, width: number, height: number }} Held what a node shows now
 */

/**
 * @param {Map<number, Held>} held by page number
 * @param {Page[]} pages all pages of the edition
 * @returns {{ remove: number[], make: Page[], resize: Page[], draw: Page[], want: number[] }}
 *   `draw` are those whose picture has come; `want` have changed (or were never here), and theirs has not
 */
export function planPages(held, pages) {
  const numbers = new Set(pages.map((page) => page.number));
  const plan = {
    remove: [...held.keys()].filter((number) => !numbers.has(number)),
    make: [],
    resize: [],
    draw: [],
    want: [],
  };
  for (const page of pages) {
    const node = held.get(page.number);
    if (!node) plan.make.push(page);
    else if (node.width !== page.width || node.height !== page.height) plan.resize.push(page);
    if (node?.hash === page.hash) continue;
    if (page.picture?.hash === page.hash) plan.draw.push(page);
    else plan.want.push(page.number);
  }
  return plan;
}

/**
 * Chooses the pages to ask the server for: those in view first, then their neighbours.
 *
 * @param {Iterable<number>} visible
 * @param {number} count
 */
export function pagesToWant(visible, count) {
  const inView = [...new Set(visible)].sort((a, b) => a - b);
  if (!inView.length) return Array.from({ length: Math.min(3, count) }, (_, index) => index + 1);
  const near = [inView[0] - 1, inView[0] - 2, inView.at(-1) + 1, inView.at(-1) + 2];
  return [...inView, ...near.filter((number) => number >= 1 && number <= count)];
}

/**
 * Finds what lies under a point of a page: the smallest box that holds it.
 *
 * @param {{ page: number, x: number, y: number, width: number, height: number }[]} boxes
 * @param {number} page
 * @param {number} x in mm
 * @param {number} y in mm
 */
export function boxAt(boxes, page, x, y) {
  // Boxes of ink are lower than a line: half a millimetre around them counts as well.
  const margin = 0.6;
  let found = null;
  for (const box of boxes) {
    const inside =
      box.page === page &&
      x >= box.x - margin &&
      x <= box.x + box.width + margin &&
      y >= box.y - margin &&
      y <= box.y + box.height + margin;
    if (inside && (!found || box.width * box.height < found.width * found.height)) found = box;
  }
  return found;
}

/** Lines of one text are not further apart than this, in mm. */
const LINE_GAP = 2.5;

/**
 * Joins boxes that lie at each other, as the lines of a text do, so that one frame surrounds them.
 *
 * @template {{ x: number, y: number, width: number, height: number }} T
 * @param {T[]} boxes
 * @returns {T[]}
 */
export function joinBoxes(boxes) {
  const joined = [];
  for (const box of boxes) {
    let whole = box;
    for (let index = joined.length - 1; index >= 0; index -= 1) {
      if (touch(joined[index], whole)) whole = around(joined.splice(index, 1)[0], whole);
    }
    joined.push(whole);
  }
  return joined;
}

function touch(a, b) {
  const apart = (start, size, other, otherSize, gap) => start > other + otherSize + gap || other > start + size + gap;
  return !apart(a.x, a.width, b.x, b.width, LINE_GAP) && !apart(a.y, a.height, b.y, b.height, LINE_GAP);
}

function around(a, b) {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const width = Math.max(a.x + a.width, b.x + b.width) - x;
  const height = Math.max(a.y + a.height, b.y + b.height) - y;
  return { ...a, x, y, width, height };
}
