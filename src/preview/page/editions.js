/**
 * Names the editions of a brochure in the language of the interface: an id is no name.
 */

/** @typedef {{ id: string, kind: string, panels: number | null, width: number, height: number }} Edition lengths in mm */

/**
 * Names an edition by its kind; where several are of one kind, by what tells them apart as well: the number of panels, the
 * size of a page, and if all that is the same, by its place among them.
 *
 * @param {Edition[]} editions
 * @param {string} id
 * @param {(id: string, values?: Record<string, string | number>) => string} t
 */
export function editionName(editions, id, t) {
  const own = editions.find((edition) => edition.id === id);
  const kind = t(`edition-${own.kind}`);
  let alike = editions.filter((edition) => edition.kind === own.kind);
  const parts = [];
  const tell = (value, words) => {
    if (alike.length < 2 || alike.every((edition) => value(edition) === value(own))) return;
    parts.push(words());
    alike = alike.filter((edition) => value(edition) === value(own));
  };
  tell(({ panels }) => panels, () => t("edition-panels", { n: own.panels ?? 0 }));
  tell(({ width, height }) => `${width} × ${height}`, () => `${own.width} × ${own.height} mm`);
  if (alike.length > 1) parts.push(String(alike.indexOf(own) + 1));
  return parts.length ? `${kind}, ${parts.join(", ")}` : kind;
}
