/**
 * Evaluates the patterns of the interface: Fluent messages that the server has compiled to JSON.
 *
 * @typedef {string | Part[]} Pattern
 * @typedef {string | { arg: string } | { select: string, variants: Record<string, Pattern>, default: string }} Part
 * @typedef {Record<string, string | number>} Arguments
 */

const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";

/** Keeps what is slow to make, by language. @template T @param {(language: string) => T} make */
function remembered(make) {
  /** @type {Map<string, T>} */
  const made = new Map();
  return (/** @type {string} */ language) => {
    if (!made.has(language)) made.set(language, make(language));
    return made.get(language);
  };
}

const rulesOf = remembered((language) => new Intl.PluralRules(language));
const formatOf = remembered((language) => new Intl.NumberFormat(language, { numberingSystem: "latn" }));

/**
 * Writes out a pattern for a language.
 *
 * @param {Pattern} pattern
 * @param {Arguments} values
 * @param {string} language BCP 47 tag
 * @returns {string}
 */
export function evaluate(pattern, values, language) {
  if (typeof pattern === "string") return pattern;
  return pattern.map((part) => evaluatePart(part, values, language)).join("");
}

/** @param {Part} part @param {Arguments} values @param {string} language */
function evaluatePart(part, values, language) {
  if (typeof part === "string") return part;
  if ("select" in part) {
    return evaluate(part.variants[variantOf(part, values, language)] ?? "", values, language);
  }
  const value = values[part.arg];
  if (typeof value === "number") return formatNumber(value, language);
  return isolate(value ?? part.arg);
}

/** @param {{ select: string, variants: Record<string, Pattern>, default: string }} part */
function variantOf(part, values, language) {
  const value = values[part.select];
  if (String(value) in part.variants) return String(value);
  if (typeof value === "number") {
    const category = rulesOf(language).select(value);
    if (category in part.variants) return category;
  }
  return part.default;
}

/**
 * Writes a number with the digits that the brochures use, which are 0 to 9 in every language.
 *
 * @param {number} value
 * @param {string} language
 */
export function formatNumber(value, language) {
  return formatOf(language).format(value);
}

/**
 * Joins names in backticks as a language does; any other text stays as it is.
 *
 * @param {string} text as the program writes it: "`a`, `b` and `c`"
 * @param {string} language
 */
export function listOf(text, language) {
  const names = /^`[^`]*`(?:(?:, | and | or )`[^`]*`)+$/.test(text) ? text.match(/`[^`]*`/g) : null;
  if (!names) return text;
  const type = / or `[^`]*`$/.test(text) ? "disjunction" : "conjunction";
  return new Intl.ListFormat(language, { type }).format(names);
}

/** Keeps a name in its own direction inside a sentence of the other direction. @param {string} text */
export function isolate(text) {
  return `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`;
}
