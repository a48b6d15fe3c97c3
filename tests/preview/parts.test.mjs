// The parts of the page that compute, without a browser: patterns, pieces, fields, filters, pages, folds.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { compare } from "../../src/preview/page/difference.js";
import { History, insert, wrap } from "../../src/preview/page/edit.js";
import { editionName } from "../../src/preview/page/editions.js";
import {
  countFilters,
  filterGroups,
  groupMessages,
  isToDo,
  nextMessage,
  searchTest,
} from "../../src/preview/page/filter.js";
import { extent, foldedStrips } from "../../src/preview/page/fold.js";
import * as isolates from "../../src/preview/page/isolates.js";
import { flow, groupsOf, nextZoom, PIXELS, scaleOf } from "../../src/preview/page/layout.js";
import { evaluate, listOf } from "../../src/preview/page/pattern.js";
import { countIn, insertablesOf, readFlat, readText, segmentsOf, tokensOf } from "../../src/preview/page/pieces.js";
import { boxAt, joinBoxes, pagesToWant, planPages } from "../../src/preview/page/plan.js";
import { initialState, reduce, viewsOf } from "../../src/preview/page/state.js";

const PAGE = new URL("../../src/preview/page/", import.meta.url);

test("a_pattern_takes_the_plural_form_of_its_language", () => {
  const variants = { zero: "z", one: "o", two: "t", few: [{ arg: "n" }, " f"], many: "m", other: "x", 0: "none" };
  const pattern = ["<", { select: "n", variants, default: "other" }, ">"];
  const say = (n, language) => evaluate(pattern, { n }, language);
  assert.equal(say(0, "ar"), "<none>");
  assert.equal(say(2, "ar"), "<t>");
  assert.equal(say(3, "ar"), "<3 f>");
  assert.equal(say(11, "ar"), "<m>");
  assert.equal(say(100, "ar"), "<x>");
  assert.equal(say(1, "fr"), "<o>");
  assert.equal(say(5, "fr"), "<x>");
});

test("a_name_in_a_pattern_keeps_its_direction", () => {
  assert.equal(evaluate(["هنا: ", { arg: "who" }], { who: "M." }, "ar"), "هنا: \u2068M.\u2069");
});

const FIELDS = [
  { kind: "open", text: "<b>", shown: null },
  { kind: "words", text: "Go", shown: null },
  { kind: "close", text: "</b>", shown: null },
  { kind: "words", text: ", call ", shown: null },
  { kind: "code", text: "{ $police-phone }", shown: "101" },
  { kind: "words", text: " or ", shown: null },
  { kind: "open", text: '<a id="cire">', shown: null },
  { kind: "words", text: "see", shown: null },
  { kind: "close", text: "</a>", shown: null },
];

test("buttons_insert_what_the_source_has", () => {
  assert.deepEqual(
    insertablesOf(FIELDS).map((found) => [found.kind, found.name ?? found.open, found.close ?? found.shown]),
    [
      ["pair", "<b>", "</b>"],
      ["code", "police-phone", "101"],
      ["pair", '<a id="cire">', "</a>"],
    ],
  );
  assert.equal(countIn("<b>x</b> { $police-phone }", insertablesOf(FIELDS)[1]), 1);
  assert.equal(readText(FIELDS), "Go, call 101 or see");
  assert.equal(readFlat("<b>في خطر؟</b> { $police-phone }", FIELDS), "في خطر؟ 101");
});

test("ordinary_signs_are_no_tokens", () => {
  assert.deepEqual(tokensOf("3 < 5, <br> and { open"), []);
  assert.deepEqual(
    tokensOf("a { $x } <b>").map(({ text }) => text),
    ["{ $x }", "<b>"],
  );
});

test("findings_are_marked_behind_the_text", () => {
  const segments = segmentsOf("ab { $x } cd", [
    { level: "warning", start: 1, end: 4 },
    { level: "error", start: 3, end: 9 },
  ]);
  assert.equal(segments.map(({ text }) => text).join(""), "ab { $x } cd");
  assert.deepEqual(
    segments.map(({ text, token, level }) => [text, token, level]),
    [
      ["a", false, null],
      ["b ", false, "warning"],
      ["{", true, "error"],
      [" $x }", true, "error"],
      [" cd", false, null],
    ],
  );
});

test("isolates_come_and_go_without_a_trace", () => {
  for (const flat of [
    "",
    "اتصل { $police-phone } الآن",
    "<b>نص</b>",
    '<a id="x">{ $y }</a>',
    "{ -office }{ $x }",
    "a \u2066b\u2069",
  ]) {
    const shown = isolates.show(flat);
    assert.equal(isolates.flatten(shown), flat);
    for (let offset = 0; offset <= flat.length; offset += 1) {
      assert.equal(isolates.offsetInFlat(shown, isolates.offsetInShown(flat, offset)), offset, `${flat} ${offset}`);
    }
  }
});

test("half_an_isolate_is_cleared_away", () => {
  assert.equal(isolates.flatten("a { $x }\u2069 b"), "a { $x } b");
  assert.equal(isolates.flatten("a \u2066{ $x } b"), "a { $x } b");
  assert.equal(isolates.tokenAtCaret("a { $x } b", 8, true).text, "{ $x }");
  assert.equal(isolates.tokenAtCaret("a { $x } b", 8, false), null);
});

test("what_is_pasted_over_the_limit_is_left_out", () => {
  const field = { text: "abcd", start: 2, end: 3 };
  assert.deepEqual(insert(field, "XY", 10), { field: { text: "abXYd", start: 4, end: 4 }, cut: false });
  assert.deepEqual(insert(field, "XYZ", 5), { field: { text: "abXYd", start: 4, end: 4 }, cut: true });
  assert.equal(insert({ text: "", start: 0, end: 0 }, "a😀", 2).field.text, "a");
});

test("tags_close_around_the_selection", () => {
  const field = wrap({ text: "one two", start: 4, end: 7 }, "<b>", "</b>", 100);
  assert.deepEqual(field, { text: "one <b>two</b>", start: 7, end: 10 });
});

test("undo_goes_back_by_words_and_redo_forth", () => {
  const history = new History({ text: "", start: 0, end: 0 });
  let text = "";
  for (const letter of "one two") {
    text += letter;
    history.record({ text, start: text.length, end: text.length }, "insertText", text.length);
  }
  history.record({ text: "one two{ $x }", start: 12, end: 12 }, "", 100);
  assert.deepEqual(
    [history.undo(), history.undo(), history.undo()].map((field) => field.text),
    ["one two", "one ", ""],
  );
  assert.equal(history.undo(), null);
  assert.equal(history.redo().text, "one ");
});

test("two_versions_show_the_words_that_differ", () => {
  const [yours, theirs] = compare("a b c", "a x c");
  assert.deepEqual(yours, [
    { text: "a ", differs: false },
    { text: "b", differs: true },
    { text: " c", differs: false },
  ]);
  assert.equal(theirs.map(({ text }) => text).join(""), "a x c");
  // A code is one word, and stays whole.
  const [code] = compare("a{ $x } b", "a b");
  assert.deepEqual(code, [
    { text: "a", differs: false },
    { text: "{ $x }", differs: true },
    { text: " b", differs: false },
  ]);
});

const message = (id, more = {}) => ({
  id,
  editable: true,
  state: "draft",
  comment: "",
  units: [{ source: [{ kind: "words", text: `source of ${id}`, shown: null }], text: "نَصّ", unsaved: null }],
  findings: [],
  remarks: [],
  ...more,
});
const all = [
  message("one", { state: "missing" }),
  message("two", { state: "stale", findings: [{ level: "error" }] }),
  message("three", { remarks: [{ text: "why so?" }] }),
  message("four", { state: "approved" }),
  message("fact", { editable: false, why: "fact", state: "missing" }),
];
const facts = { marks: new Map([["four", [{ kind: "overset" }]]]), unsaved: new Set(["three"]) };

test("filters_count_and_choose", () => {
  assert.deepEqual(countFilters(all, facts), {
    all: 5,
    missing: 1,
    stale: 1,
    findings: 2,
    draft: 1,
    "not-reviewed": 2,
    remarks: 1,
    unsaved: 1,
  });
  const messages = new Map(all.map((one) => [one.id, one]));
  const sections = [
    { id: "s", title: "S", messages: ["one", "gone"] },
    { id: "s", title: "S of another edition", messages: ["one", "two"] },
  ];
  const groups = groupMessages(sections, messages);
  assert.deepEqual(
    groups.map((group) => [group.id, group.messages.length]),
    [
      ["s", 2],
      ["other", 2],
      ["facts", 1],
    ],
  );
  const missing = filterGroups(groups, "missing", "", facts, "four");
  assert.deepEqual(
    missing.flatMap((group) => group.messages.map(({ id }) => id)),
    ["one", "four"],
  );
});

test("the_search_knows_no_accents_and_no_vowel_signs", () => {
  assert.ok(searchTest("SOURCE one")(all[0]));
  assert.ok(searchTest("نص")(all[0]));
  assert.ok(!searchTest("source two")(all[0]));
  assert.ok(searchTest("why")(all[2]));
});

test("next_to_do_goes_round", () => {
  const toDo = (one) => isToDo(one, facts);
  assert.equal(nextMessage(all, null, 1, toDo), "one");
  assert.equal(nextMessage(all, "two", 1, toDo), "three");
  assert.equal(nextMessage(all, "four", 1, toDo), "one");
  assert.equal(nextMessage(all, "one", -1, toDo), "four");
  assert.equal(
    nextMessage(all, "one", 1, () => false),
    null,
  );
});

test("only_pages_that_changed_are_drawn", () => {
  const held = new Map([
    [1, { hash: "a", width: 99, height: 210 }],
    [2, { hash: "b", width: 99, height: 210 }],
    [9, { hash: "z", width: 99, height: 210 }],
  ]);
  const page = (number, hash, shown) => ({ number, hash, picture: { hash: shown }, width: 99, height: 210 });
  const plan = planPages(held, [page(1, "a", "a"), page(2, "c", "c"), page(3, "d", "b")]);
  assert.deepEqual(plan.remove, [9]);
  assert.deepEqual(
    plan.draw.map(({ number }) => number),
    [2],
  );
  assert.deepEqual(
    plan.make.map(({ number }) => number),
    [3],
  );
  assert.deepEqual(plan.want, [3]);
  assert.deepEqual(pagesToWant([5, 4], 6), [4, 5, 3, 2, 6]);
});

test("a_click_finds_the_smallest_box", () => {
  const boxes = [
    { page: 1, message: "large", x: 0, y: 0, width: 90, height: 90 },
    { page: 1, message: "small", x: 10, y: 10, width: 20, height: 5 },
    { page: 2, message: "other", x: 0, y: 0, width: 90, height: 90 },
  ];
  assert.equal(boxAt(boxes, 1, 12, 12).message, "small");
  assert.equal(boxAt(boxes, 1, 50, 50).message, "large");
  assert.equal(boxAt(boxes, 1, 95, 95), null);
});

const LEAFLET = {
  pages: [1, 2, 3, 4, 5, 6].map((number) => ({ number, width: 99, height: 210, hash: "" })),
  views: { spreads: [[1], [2, 3]], panels: null, sheets: null },
};

test("right_to_left_mirrors_spreads_and_rows", () => {
  const [, spread] = groupsOf(LEAFLET, "spreads", "rtl");
  assert.deepEqual(
    spread.items.map(({ page, x }) => [page, x]),
    [
      [3, 0],
      [2, 99],
    ],
  );
  const { places } = flow(groupsOf(LEAFLET, "pages", "rtl"), 1, 290, "rtl");
  assert.ok(places[0].x < places[1].x);
  assert.deepEqual([places[0].group.pages, places[1].group.pages], [[2], [1]]);
});

test("the_zoom_fits_and_steps", () => {
  const groups = groupsOf(LEAFLET, "pages", "ltr");
  assert.ok(scaleOf("fit", groups, { width: 600, height: 500 }) * 210 < 500);
  assert.equal(scaleOf(1, groups, { width: 1, height: 1 }), PIXELS);
  assert.equal(nextZoom(PIXELS, 1), 1.25);
  assert.equal(nextZoom(PIXELS, -1), 0.8);
});

const sheet = (numbers) => ({
  width: 297,
  height: 210,
  side: "front",
  places: numbers.map((page, index) => ({ page, x: 99 * index, y: 0, width: 99, height: 210, turn: 0 })),
});
const crease = (x, toward = "back") => ({ creases: [{ x, toward }] });

/** The strips of a folded sheet from the viewer to the back: their number, and whether the outside faces the viewer. */
function stack(front, steps) {
  const folded = foldedStrips(front, { name: "", steps }, steps.length).map(({ strip }, index) => ({
    index,
    ...strip,
  }));
  return folded.sort((a, b) => b.layer - a.layer).map(({ index, flipped }) => `${index}${flipped ? "-" : "+"}`);
}

test("a_letter_fold_lays_the_flap_between_cover_and_back", () => {
  assert.deepEqual(stack(sheet([3, 6, 1]), [crease(99), crease(198)]), ["2+", "0+", "1-"]);
  // Mirrored for a language from right to left.
  assert.deepEqual(stack(sheet([1, 6, 3]), [crease(198), crease(99)]), ["0+", "2+", "1-"]);
});

test("a_zigzag_fold_keeps_the_order_of_the_panels", () => {
  assert.deepEqual(stack(sheet([4, 5, 1]), [crease(198), crease(99, "front")]), ["2+", "1-", "0+"]);
});

test("a_folded_sheet_is_as_wide_as_a_panel_and_an_open_one_flat", () => {
  const fold = { name: "c", steps: [crease(99), crease(198)] };
  const closed = foldedStrips(sheet([3, 6, 1]), fold, 2).map(({ strip }) => strip);
  assert.deepEqual(extent(closed), { left: 198, right: 297 });
  const open = foldedStrips(sheet([3, 6, 1]), fold, 0);
  assert.deepEqual(extent(open.map(({ strip }) => strip)), { left: 0, right: 297 });
  assert.deepEqual(open[0].matrix, [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
});

test("lines_of_a_text_are_framed_together", () => {
  const line = (x, y) => ({ x, y, width: 40, height: 3 });
  const boxes = [line(8, 10), line(8, 14.5), line(8, 60)];
  assert.deepEqual(joinBoxes(boxes), [{ x: 8, y: 10, width: 40, height: 7.5 }, line(8, 60)]);
});

test("a_picture_is_not_lost_when_a_second_frame_follows_at_once", () => {
  const ours = { language: "ar", edition: "short", profile: "screen" };
  const svg = { head: "<svg>", pieces: ["<path/>"] };
  const page = (hash, more) => ({ number: 1, hash, ...more });
  const state = { ...initialState(), ...ours };
  const [first] = reduce(state, { type: "pages", frame: { ...ours, pages: [page("a", { svg })] } });
  const [second] = reduce(first, { type: "pages", frame: { ...ours, pages: [page("a")] } });
  assert.deepEqual(second.pages.pages[0].picture, { hash: "a", ...svg });
  assert.deepEqual(planPages(new Map(), second.pages.pages).draw.length, 1);
  const [third] = reduce(second, { type: "pages", frame: { ...ours, pages: [page("b")] } });
  assert.deepEqual(planPages(new Map(), third.pages.pages).want, [1]);
});

test("a_picture_is_put_together_from_what_it_keeps_and_what_changed", () => {
  const ours = { language: "ar", edition: "short", profile: "screen" };
  const frame = (hash, svg) => ({ type: "pages", frame: { ...ours, pages: [{ number: 1, hash, svg }] } });
  const head = "<svg>";
  let state = { ...initialState(), ...ours };
  const next = (hash, svg) => {
    [state] = reduce(state, frame(hash, svg));
    return state.pages.pages[0].picture;
  };
  next("a", { head, pieces: ["1", "2", "3", "4"] });
  // It was not in sight: another frame told of the page, and its picture did not travel.
  next("b");
  assert.deepEqual(next("c", { head, from: "a", keep: [1, 2], pieces: ["x", "y"] }), {
    hash: "c",
    head,
    pieces: ["1", "x", "y", "3", "4"],
  });
  assert.deepEqual(next("d", { head, from: "c", keep: [2, 3], pieces: [] }).pieces, ["1", "x", "y", "3", "4"]);
  assert.deepEqual(next("e", { head, from: "d", keep: [0, 0], pieces: ["z"] }).pieces, ["z"]);
  // What belongs to a picture that is not here is no picture.
  assert.equal(next("g", { head, from: "f", keep: [0, 0], pieces: ["?"] }).hash, "e");
});

test("what_did_not_travel_with_the_pages_stays", () => {
  const ours = { language: "ar", edition: "short", profile: "screen" };
  const state = { ...initialState(), ...ours };
  const views = { spreads: [[1]], panels: null, sheets: null };
  const [first] = reduce(state, {
    type: "pages",
    frame: { ...ours, views, boxes: { 1: [1] }, marks: [], pages: [], fold: null },
  });
  const [second] = reduce(first, { type: "pages", frame: { ...ours, pages: [{ number: 2 }] } });
  assert.deepEqual(
    [second.pages.views, second.pages.boxes, second.pages.pages],
    [views, { 1: [1] }, [{ number: 2, picture: undefined }]],
  );
  assert.deepEqual(viewsOf(second.pages), ["pages", "spreads"]);
  const [moved] = reduce(second, { type: "pages", frame: { ...ours, boxes: { 2: [3] }, pages: [] } });
  assert.deepEqual(moved.pages.boxes, { 1: [1], 2: [3] });
  const [third] = reduce(second, { type: "pages", frame: { ...ours, edition: "full", pages: [] } });
  assert.equal(third, second);
});

/** The ids of a file of the interface. */
function idsOf(language, folder = "interface") {
  const text = readFileSync(new URL(`${folder}/${language}.ftl`, PAGE), "utf8");
  return [...text.matchAll(/^([a-z][\w-]*) = /gm)].map((match) => match[1]);
}

test("every_language_of_the_interface_has_the_same_texts", () => {
  const english = idsOf("en");
  assert.equal(new Set(english).size, english.length);
  const sentences = idsOf("en", "sentences");
  assert.ok(sentences.length > 200);
  for (const language of ["fr", "nl", "ar"]) {
    assert.deepEqual(idsOf(language), english, language);
    assert.deepEqual(idsOf(language, "sentences"), sentences, language);
  }
});

test("every_text_of_the_interface_is_there_and_is_used", () => {
  const files = readdirSync(PAGE).filter((name) => /\.(js|html)$/.test(name));
  const code = files.map((name) => readFileSync(new URL(name, PAGE), "utf8")).join("\n");
  const ids = new Set(idsOf("en"));
  const said = [...code.matchAll(/\bt\("([\w-]+)"|data-(?:text|label|placeholder)="([\w-]+)"/g)].map(
    (match) => match[1] ?? match[2],
  );
  assert.deepEqual(
    said.filter((id) => !ids.has(id)),
    [],
  );
  const patterns = [...code.matchAll(/\bt\(`([^`]+)`/g)].map(
    (match) => new RegExp(`^${match[1].replace(/\$\{[^}]*\}/g, "[\\w-]+")}$`),
  );
  const quoted = new Set([...code.matchAll(/"([\w-]+)"/g)].map((match) => match[1]));
  assert.deepEqual(
    [...ids].filter((id) => !quoted.has(id) && !patterns.some((pattern) => pattern.test(id))),
    [],
  );
});

test("lists_of_names_are_joined_as_the_language_does", () => {
  assert.equal(listOf("`a`, `b` and `c`", "fr"), "`a`, `b` et `c`");
  assert.equal(listOf("`a` or `b`", "nl"), "`a` of `b`");
  for (const text of ["`a`", "a and b", "`a` and `b` c", ""]) assert.equal(listOf(text, "fr"), text);
});

test("an_edition_is_named_by_its_kind_and_by_what_tells_it_apart", () => {
  const t = (id, values) => (values ? `${values.n} panels` : id);
  const edition = (id, kind, panels, width) => ({ id, kind, panels, width, height: 210 });
  const editions = [
    edition("short", "leaflet", 6, 99),
    edition("wide", "leaflet", 6, 105),
    edition("four", "leaflet", 4, 99),
    edition("full", "booklet", null, 148),
    edition("copy", "leaflet", 4, 99),
  ];
  const named = editions.map(({ id }) => editionName(editions, id, t));
  assert.deepEqual(named, [
    "edition-leaflet, 6 panels, 99 × 210 mm",
    "edition-leaflet, 6 panels, 105 × 210 mm",
    "edition-leaflet, 4 panels, 1",
    "edition-booklet",
    "edition-leaflet, 4 panels, 2",
  ]);
  assert.ok(named.every((name) => !/short|wide|four|full|copy/.test(name)), "an id is no name");
});
