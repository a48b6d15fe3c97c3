/**
 * Folds a sheet: computes where each panel is in space after a number of steps, as matrices for CSS.
 *
 * The sheet is cut into strips at its creases. A step turns the part of the sheet that does not hold the first page by
 * half a turn around its crease, and lays it on the layers that are there already.
 *
 * @typedef {{ page: number, x: number, y: number, width: number, height: number, turn: number }} PlaceOnSheet
 * @typedef {{ width: number, height: number, side: string, places: PlaceOnSheet[] }} Sheet
 * @typedef {{ x: number, toward: "front" | "back" }} Crease
 * @typedef {{ name: string, steps: { creases: Crease[] }[] }} Fold
 * @typedef {{ from: number, to: number, flipped: boolean, shift: number, layer: number }} Strip
 *   `shift` is where its own zero lies on the table; a flipped strip runs to the left from there
 */

/** How far apart layers of paper are drawn, in mm. */
const THICKNESS = 0.25;

/**
 * Cuts the sheet into strips, all flat.
 *
 * @param {Sheet} sheet
 * @param {Fold} fold
 * @returns {Strip[]}
 */
export function stripsOf(sheet, fold) {
  const cuts = fold.steps.flatMap((step) => step.creases.map((crease) => crease.x));
  const edges = [0, ...cuts, sheet.width].sort((a, b) => a - b);
  return edges.slice(1).map((to, index) => ({
    from: edges[index],
    to,
    flipped: false,
    shift: 0,
    layer: 0,
  }));
}

/** Says where a point of a strip lies on the table. @param {Strip} strip @param {number} x */
const onTable = (strip, x) => strip.shift + (strip.flipped ? -x : x);

/**
 * Folds one crease. Returns the strips at rest, and the motion that leads there: which strips turn, around which line.
 *
 * @param {Strip[]} strips
 * @param {Crease} crease
 * @param {number} anchor the strip that stays
 */
function foldCrease(strips, crease, anchor) {
  const left = strips.findIndex((strip) => Math.abs(strip.to - crease.x) < 0.01);
  const moves = (index) => (anchor <= left ? index > left : index <= left);
  const stays = strips[anchor <= left ? left : left + 1];
  const layersOf = (moving) => strips.filter((_, index) => moves(index) === moving).map((s) => s.layer);
  const toBack = (crease.toward === "back") !== stays.flipped;
  const axis = onTable(stays, crease.x);
  // The layers of the moving part are turned over, and then lie just behind, or just before, the others.
  const twice = toBack
    ? Math.min(...layersOf(false)) - 1 + Math.min(...layersOf(true))
    : Math.max(...layersOf(false)) + 1 + Math.max(...layersOf(true));
  const sign = (anchor <= left ? 1 : -1) * (toBack ? 1 : -1);
  const next = strips.map((strip, index) =>
    moves(index)
      ? {
          ...strip,
          flipped: !strip.flipped,
          shift: 2 * axis - strip.shift,
          layer: twice - strip.layer,
        }
      : strip,
  );
  const motion = { axis, height: (twice / 2) * THICKNESS, sign, moves: strips.map((_, i) => moves(i)) };
  return { strips: next, motion };
}

/**
 * Finds the strip that holds a page of the front.
 *
 * @param {Strip[]} strips
 * @param {Sheet} front
 * @param {number} page
 */
function stripOfPage(strips, front, page) {
  const place = front.places.find((candidate) => candidate.page === page);
  const middle = place ? place.x + place.width / 2 : front.width;
  const index = strips.findIndex((strip) => middle >= strip.from && middle < strip.to);
  return index < 0 ? strips.length - 1 : index;
}

/**
 * Computes the strips' matrices after `progress` steps; a fraction is a step on its way.
 *
 * @param {Sheet} front
 * @param {Fold} fold
 * @param {number} progress from 0, flat, to the number of steps
 * @returns {{ strip: Strip, matrix: DOMMatrixLike }[]}
 */
export function foldedStrips(front, fold, progress) {
  let strips = stripsOf(front, fold);
  const anchor = stripOfPage(strips, front, 1);
  let turning = strips.map(() => IDENTITY);
  fold.steps.forEach((step, index) => {
    const part = Math.min(Math.max(progress - index, 0), 1);
    if (part === 0) return;
    for (const crease of step.creases) {
      const folded = foldCrease(strips, crease, anchor);
      if (part === 1) {
        strips = folded.strips;
        continue;
      }
      // On its way: the strips keep their place before the step, and turn around the crease.
      const turn = turnAround(folded.motion.axis, folded.motion.height, folded.motion.sign * part * 180);
      turning = turning.map((matrix, i) => (folded.motion.moves[i] ? multiply(turn, matrix) : matrix));
    }
  });
  return strips.map((strip, index) => ({ strip, matrix: multiply(turning[index], atRest(strip)) }));
}

/**
 * Gives the width of the folded sheet on the table, and where it begins.
 *
 * @param {Strip[]} strips
 */
export function extent(strips) {
  const ends = strips.flatMap((strip) => [onTable(strip, strip.from), onTable(strip, strip.to)]);
  return { left: Math.min(...ends), right: Math.max(...ends) };
}

/**
 * A 4 x 4 matrix in the order of CSS `matrix3d`: columns first.
 *
 * @typedef {number[]} DOMMatrixLike
 */

/** @type {DOMMatrixLike} */
const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

/** @param {DOMMatrixLike} a @param {DOMMatrixLike} b @returns {DOMMatrixLike} first `b`, then `a` */
export function multiply(a, b) {
  const product = [];
  for (let column = 0; column < 4; column += 1) {
    for (let row = 0; row < 4; row += 1) {
      let sum = 0;
      for (let k = 0; k < 4; k += 1) sum += a[k * 4 + row] * b[column * 4 + k];
      product.push(sum);
    }
  }
  return product;
}

/** @param {number} x @param {number} y @param {number} z @returns {DOMMatrixLike} */
export function moveBy(x, y, z) {
  return [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, y, z, 1];
}

/** Turns around the vertical axis, as CSS `rotateY` does. @param {number} degrees @returns {DOMMatrixLike} */
export function turnY(degrees) {
  const angle = (degrees * Math.PI) / 180;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [c, 0, -s, 0, 0, 1, 0, 0, s, 0, c, 0, 0, 0, 0, 1];
}

/** @param {number} x @param {number} z @param {number} degrees */
function turnAround(x, z, degrees) {
  return multiply(moveBy(x, 0, z), multiply(turnY(degrees), moveBy(-x, 0, -z)));
}

/** Where a strip lies once it is folded. @param {Strip} strip */
function atRest(strip) {
  const place = moveBy(strip.shift, 0, strip.layer * THICKNESS);
  return strip.flipped ? multiply(place, turnY(180)) : place;
}
