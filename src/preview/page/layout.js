/**
 * Lays the pages out on the stage: single pages, spreads, panels or flat sheets, in rows that fit the stage.
 *
 * Lengths are in mm of paper until the scale is known, then in CSS pixels.
 *
 * @typedef {{ page: number, x: number, y: number, turn: number }} Item
 * @typedef {{ items: Item[], width: number, height: number, pages: number[], side: string | null }} Group what stays together
 */

/** CSS pixels in a millimetre at 100 %. */
export const PIXELS = 96 / 25.4;

/** Between groups, in pixels; the words under a group stand in it. */
export const GAP = 28;
export const CAPTION = 26;

/**
 * Groups the pages of a view.
 *
 * @param {any} frame the pages as the server sent them
 * @param {string} view
 * @param {"ltr" | "rtl"} direction
 * @returns {Group[]}
 */
export function groupsOf(frame, view, direction) {
  const byNumber = new Map(frame.pages.map((page) => [page.number, page]));
  if (view === "sheets") return frame.views.sheets.map(sheetGroup);
  const seen = new Set();
  const taken = (number) => !seen.has(number) && seen.add(number);
  const lists = view === "pages" ? frame.pages.map((page) => [page.number]) : frame.views[view];
  // A page is one node: what a reader meets twice while unfolding stands where it is met first.
  const groups = lists.map((numbers) => numbers.filter((number) => byNumber.has(number) && taken(number)));
  return groups.filter((numbers) => numbers.length).map((numbers) => rowGroup(numbers, byNumber, direction));
}

/** @returns {Group} */
function rowGroup(numbers, byNumber, direction) {
  const ordered = direction === "rtl" ? [...numbers].reverse() : numbers;
  let x = 0;
  let height = 0;
  const items = ordered.map((number) => {
    const page = byNumber.get(number);
    const item = { page: number, x, y: 0, turn: 0 };
    x += page.width;
    height = Math.max(height, page.height);
    return item;
  });
  return { items, width: x, height, pages: numbers, side: null };
}

/** @returns {Group} */
function sheetGroup(sheet) {
  const items = sheet.places.map(({ page, x, y, turn }) => ({ page, x, y, turn: turn ?? 0 }));
  return { items, width: sheet.width, height: sheet.height, pages: items.map((item) => item.page), side: sheet.side };
}

/**
 * Chooses the scale in pixels a millimetre.
 *
 * @param {"fit" | "width" | number} zoom a number is a share of the true size
 * @param {Group[]} groups
 * @param {{ width: number, height: number }} stage in pixels
 */
export function scaleOf(zoom, groups, stage) {
  if (typeof zoom === "number") return zoom * PIXELS;
  const width = Math.max(...groups.map((group) => group.width));
  const height = Math.max(...groups.map((group) => group.height));
  const toWidth = Math.max(stage.width - 2 * GAP, 80) / width;
  if (zoom === "width") return toWidth;
  return Math.min(toWidth, Math.max(stage.height - GAP - CAPTION - 12, 160) / height);
}

/** The steps of the zoom buttons, as shares of the true size. */
const ZOOMS = [0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4, 6];

/** Gives the next step of the zoom. @param {number} scale in pixels a millimetre @param {1 | -1} step */
export function nextZoom(scale, step) {
  const share = scale / PIXELS;
  if (step > 0) return ZOOMS.find((zoom) => zoom > share * 1.02) ?? ZOOMS.at(-1);
  return ZOOMS.findLast((zoom) => zoom < share * 0.98) ?? ZOOMS[0];
}

/**
 * Sets the groups in rows, as many in each as the stage is wide.
 *
 * @param {Group[]} groups
 * @param {number} scale
 * @param {number} stageWidth in pixels
 * @param {"ltr" | "rtl"} direction in which the rows run
 * @returns {{ places: { group: Group, x: number, y: number }[], width: number, height: number }} in pixels
 */
export function flow(groups, scale, stageWidth, direction) {
  const rows = [];
  const limit = stageWidth - 2 * GAP + 1;
  for (const group of groups) {
    const width = group.width * scale;
    const row = rows.at(-1);
    if (row && row.width + GAP + width <= limit) {
      row.groups.push(group);
      row.width += GAP + width;
      row.height = Math.max(row.height, group.height * scale);
    } else {
      rows.push({ groups: [group], width, height: group.height * scale });
    }
  }
  const width = Math.max(stageWidth, ...rows.map((row) => row.width + 2 * GAP));
  const places = [];
  let y = GAP / 2;
  for (const row of rows) {
    let x = (width - row.width) / 2;
    const ordered = direction === "rtl" ? [...row.groups].reverse() : row.groups;
    for (const group of ordered) {
      places.push({ group, x, y });
      x += group.width * scale + GAP;
    }
    y += row.height + CAPTION + GAP / 2;
  }
  return { places, width, height: y };
}
