// What becomes of a typed text, without a browser: kept, saved, refused, in conflict, through reloads and cuts.

import assert from "node:assert/strict";
import { test } from "node:test";

import * as drafts from "../../src/preview/page/drafts.js";
import { afterEnd, backoff } from "../../src/preview/page/link.js";
import { initialState, reduce, saveState } from "../../src/preview/page/state.js";

const unit = (more = {}) => ({ id: "u", text: "old", base: "1", unsaved: null, source: [], room: null, ...more });
const message = (units) => ({
  id: "m",
  editable: true,
  state: "draft",
  units,
  remarks: [],
  findings: [],
  others: [],
  can: [],
});
const welcome = {
  brochure: "b",
  language: "ar",
  edition: "short",
  profile: "screen",
  direction: "rtl",
  editions: [],
  sections: [],
};

/** Runs actions, and gives the state with all that was to be done. */
function play(state, ...actions) {
  const effects = [];
  for (const action of actions) {
    const [next, more] = reduce(state, { now: 1, ...action });
    state = next;
    effects.push(...more);
  }
  return { state, effects, sent: effects.flatMap((effect) => ("send" in effect ? [effect.send] : [])) };
}

const server = (frame, more = {}) => ({ type: frame.type, frame, ...more });
const opening = (units, more = {}) => [
  server({ type: "welcome", ...welcome }),
  server({ type: "messages", language: "ar", all: true, messages: [message(units)] }, more),
];
const opened = (units = [unit()]) => play(initialState(), ...opening(units)).state;

test("a_text_is_kept_in_the_browser_before_it_is_sent", () => {
  const { effects } = play(opened(), { type: "typed", unit: "u", text: "new" });
  assert.deepEqual(Object.keys(effects[0]), ["keep"]);
  assert.deepEqual(effects[1], { send: { type: "text", unit: "u", text: "new", base: "1", seq: 1 } });
});

test("the_direction_is_that_of_the_language_that_was_opened_last", () => {
  const welcomed = (language, direction) => server({ type: "welcome", ...welcome, language, direction });
  const { state } = play(opened(), { type: "open", language: "ru" }, welcomed("ru", "ltr"));
  assert.deepEqual([state.language, state.welcome.direction], ["ru", "ltr"]);
  // Somebody goes on to another language before the server has answered.
  const late = play(state, { type: "open", language: "nl" }, { type: "open", language: "ar" }, welcomed("nl", "ltr"));
  assert.equal(late.state.language, "ar");
  const last = play(late.state, welcomed("ar", "rtl"));
  assert.deepEqual([last.state.language, last.state.welcome.direction, last.sent], ["ar", "rtl", []]);
  // Or to another edition in it.
  const other = play(state, { type: "open", language: "nl" }, { type: "open", edition: "other" }, welcomed("nl", "ltr"));
  assert.deepEqual([other.state.language, other.state.edition], ["nl", "other"]);
});

test("saved_is_said_only_after_the_server_says_it", () => {
  let { state } = play(opened(), { type: "typed", unit: "u", text: "new" });
  assert.equal(saveState(state).kind, "unsaved");
  ({ state } = play(state, server({ type: "kept", unit: "u", seq: 1 })));
  assert.equal(state.unsaved.get("u").stage, "kept");
  ({ state } = play(state, { type: "save", unit: "u" }));
  assert.equal(saveState(state).kind, "saving");
  const end = play(state, server({ type: "saved", unit: "u", seq: 2, base: "2" }));
  assert.equal(saveState(end.state).kind, "all-saved");
  assert.deepEqual(end.effects, [{ forget: "u" }]);
  assert.equal(end.state.messages.get("m").units[0].text, "new");
  assert.equal(end.state.messages.get("m").units[0].base, "2");
});

test("an_old_acknowledgement_says_nothing_about_newer_text", () => {
  const { state } = play(
    opened(),
    { type: "typed", unit: "u", text: "ne" },
    { type: "typed", unit: "u", text: "new" },
    server({ type: "kept", unit: "u", seq: 1 }),
  );
  assert.equal(state.unsaved.get("u").stage, "typing");
});

test("typing_goes_on_while_a_save_is_on_its_way", () => {
  const { state, sent } = play(
    opened(),
    { type: "typed", unit: "u", text: "new" },
    { type: "save", unit: "u" },
    { type: "typed", unit: "u", text: "newer" },
    server({ type: "saved", unit: "u", seq: 2, base: "2" }),
  );
  assert.equal(state.unsaved.get("u").text, "newer");
  assert.equal(state.unsaved.get("u").base, "2");
  assert.deepEqual(sent.at(-1), { type: "text", unit: "u", text: "newer", base: "2", seq: 3 });
});

test("text_typed_back_to_the_file_is_dropped", () => {
  const { state, sent } = play(
    opened(),
    { type: "typed", unit: "u", text: "new" },
    { type: "typed", unit: "u", text: "old" },
  );
  assert.equal(state.unsaved.size, 0);
  assert.deepEqual(sent.at(-1), { type: "drop", unit: "u", seq: 2 });
});

test("what_is_given_up_is_so_once_the_server_says_it", () => {
  const typing = play(opened(), { type: "typed", unit: "u", text: "new" }, { type: "give-up", unit: "u" });
  assert.deepEqual(typing.sent.at(-1), { type: "drop", unit: "u", seq: 2 });
  assert.equal(saveState(typing.state).kind, "giving-up");
  const answer = (seq) => server({ type: "dropped", unit: "u", seq });
  assert.equal(saveState(play(typing.state, answer(2)).state).kind, "all-saved");
  // An answer to what was given up earlier says nothing of this time.
  const again = play(typing.state, { type: "typed", unit: "u", text: "more" }, { type: "give-up", unit: "u" });
  assert.equal(saveState(play(again.state, answer(2)).state).kind, "giving-up");
  assert.equal(saveState(play(again.state, answer(2), answer(4)).state).kind, "all-saved");
});

test("what_is_given_up_without_a_connection_does_not_come_back_with_it", () => {
  const { state } = play(
    opened(),
    { type: "typed", unit: "u", text: "new" },
    server({ type: "kept", unit: "u", seq: 1 }),
    { type: "offline" },
    { type: "give-up", unit: "u" },
  );
  const { state: back, sent } = play(state, ...opening([unit({ unsaved: "new" })]));
  assert.equal(back.unsaved.size, 0);
  assert.deepEqual(sent.at(-1), { type: "drop", unit: "u", seq: 2 });
  // The server has done it, and its answer was lost.
  assert.equal(saveState(play(state, ...opening([unit()])).state).kind, "all-saved");
  // Another tab has typed another text meanwhile: nobody gave that up.
  const other = play(state, ...opening([unit({ unsaved: "from elsewhere" })]));
  assert.equal(other.state.unsaved.get("u").text, "from elsewhere");
  assert.deepEqual(other.sent.map((frame) => frame.type), ["open", "text"]);
  // What is typed there since is another text.
  const typed = play(state, { type: "typed", unit: "u", text: "other" }, ...opening([unit({ unsaved: "new" })]));
  assert.equal(typed.state.unsaved.get("u").text, "other");
  assert.deepEqual(typed.sent.map((frame) => frame.type), ["text", "open", "text"]);
});

test("what_is_refused_is_not_sent_again", () => {
  const { state } = play(
    opened(),
    { type: "typed", unit: "u", text: "huge" },
    { type: "save", unit: "u" },
    server({ type: "refused", to: "save", unit: "u", why: "too large", seq: 2 }),
  );
  assert.equal(state.unsaved.get("u").stage, "refused");
  assert.equal(state.unsaved.get("u").text, "huge");
  const { sent } = play(state, { type: "offline" }, ...opening([unit()]));
  assert.deepEqual(
    sent.map((frame) => frame.type),
    ["open"],
  );
});

test("a_conflict_keeps_both_texts_until_the_person_chooses", () => {
  const conflict = server({ type: "conflict", unit: "u", theirs: "theirs", base: "2", yours: "mine" });
  const { state } = play(opened(), { type: "typed", unit: "u", text: "mine" }, { type: "save", unit: "u" }, conflict);
  assert.equal(saveState(state).kind, "conflict");
  assert.deepEqual(state.unsaved.get("u").conflict, { theirs: "theirs", base: "2" });

  const yours = play(state, { type: "choose", unit: "u", choice: "yours" });
  assert.deepEqual(yours.sent, [{ type: "save", unit: "u", text: "mine", base: "2", seq: 3 }]);

  const theirs = play(state, { type: "choose", unit: "u", choice: "theirs" });
  assert.deepEqual(theirs.sent, [{ type: "drop", unit: "u", seq: 3 }]);
  assert.equal(theirs.state.messages.get("m").units[0].text, "theirs");

  const edit = play(state, { type: "choose", unit: "u", choice: "edit" });
  assert.equal(edit.state.unsaved.get("u").reference, "theirs");
  assert.equal(edit.state.unsaved.get("u").text, "mine");
});

test("a_change_of_somebody_else_is_shown_before_the_save", () => {
  const theirs = server({ type: "messages", language: "ar", all: false, messages: [message([unit({ text: "theirs", base: "2" })])] });
  const { state } = play(opened(), { type: "typed", unit: "u", text: "mine" }, theirs);
  assert.equal(state.unsaved.get("u").stage, "conflict");
});

test("the_echo_of_our_own_save_is_no_conflict", () => {
  const echo = server({ type: "messages", language: "ar", all: false, messages: [message([unit({ text: "mine", base: "2" })])] });
  const { state } = play(opened(), { type: "typed", unit: "u", text: "mine" }, { type: "save", unit: "u" }, echo);
  assert.equal(state.unsaved.size, 0);
});

test("a_reload_brings_back_what_the_browser_kept", () => {
  const kept = [{ unit: "u", base: "1", text: "half a sen" }];
  const { state, sent } = play(initialState(), ...opening([unit({ unsaved: "half" })], { drafts: kept }));
  assert.equal(state.unsaved.get("u").text, "half a sen");
  assert.deepEqual(sent.at(-1), { type: "text", unit: "u", text: "half a sen", base: "1", seq: 1 });
});

test("a_draft_over_an_old_version_is_a_conflict", () => {
  const kept = [{ unit: "u", base: "0", text: "mine" }];
  const { state } = play(initialState(), ...opening([unit()], { drafts: kept }));
  assert.deepEqual(state.unsaved.get("u").conflict, { theirs: "old", base: "1" });
});

test("a_draft_that_has_reached_the_file_is_forgotten", () => {
  const kept = [{ unit: "u", base: "0", text: "old" }];
  const { state, effects } = play(initialState(), ...opening([unit()], { drafts: kept }));
  assert.equal(state.unsaved.size, 0);
  assert.ok(effects.some((effect) => effect.forget === "u"));
});

test("what_the_server_kept_comes_back_without_storage", () => {
  const { state } = play(initialState(), ...opening([unit({ unsaved: "from the server" })]));
  assert.equal(state.unsaved.get("u").text, "from the server");
});

test("after_a_cut_unsaved_texts_and_open_saves_are_sent_again", () => {
  const two = [unit(), unit({ id: "v" })];
  const { state } = play(
    opened(two),
    { type: "typed", unit: "u", text: "one" },
    { type: "typed", unit: "v", text: "two" },
    { type: "save", unit: "v" },
    { type: "offline" },
    { type: "typed", unit: "u", text: "one more" },
  );
  assert.equal(saveState(state).kind, "browser-only");
  const { sent } = play(state, ...opening(two));
  assert.deepEqual(
    sent.map((frame) => [frame.type, frame.unit, frame.text]),
    [
      ["open", undefined, undefined],
      ["text", "u", "one more"],
      ["save", "v", "two"],
    ],
  );
});

test("a_save_whose_answer_was_cut_off_is_found_in_the_file", () => {
  const { state } = play(
    opened(),
    { type: "typed", unit: "u", text: "new" },
    { type: "save", unit: "u" },
    { type: "offline" },
    ...opening([unit({ text: "new", base: "2" })]),
  );
  assert.equal(state.unsaved.size, 0);
});

test("a_stale_text_may_be_saved_as_it_is", () => {
  const { sent } = play(opened(), { type: "save", unit: "u" });
  assert.deepEqual(sent, [{ type: "save", unit: "u", text: "old", base: "1", seq: 1 }]);
});

test("another_language_leaves_the_texts_of_this_one_in_storage", () => {
  const { state, sent, effects } = play(
    opened(),
    { type: "typed", unit: "u", text: "new" },
    { type: "open", language: "ru" },
  );
  assert.equal(state.unsaved.size, 0);
  assert.equal(sent.at(-1).language, "ru");
  assert.ok(!effects.some((effect) => "forget" in effect));
});

/** A storage like the browser's. */
function storage() {
  const entries = new Map();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => entries.set(key, value),
    removeItem: (key) => entries.delete(key),
  };
}

const draft = (more = {}) => ({
  brochure: "b",
  language: "ar",
  unit: "u",
  base: "1",
  tab: "t",
  text: "x",
  time: 1,
  ...more,
});

test("a_draft_belongs_to_brochure_language_unit_base_and_tab", () => {
  const store = storage();
  const all = [
    draft(),
    draft({ brochure: "c" }),
    draft({ language: "ru" }),
    draft({ unit: "v" }),
    draft({ base: "2" }),
    draft({ tab: "s" }),
  ];
  for (const one of all) assert.ok(drafts.keepDraft(store, one));
  assert.equal(store.length, 6);
  drafts.removeDrafts(store, { brochure: "b", language: "ar", unit: "u", tab: "t" });
  assert.equal(store.length, 4);
  assert.deepEqual(
    drafts.listDrafts(store, "b", "ar").map(({ unit: id, tab }) => [id, tab]),
    [
      ["v", "t"],
      ["u", "s"],
    ],
  );
});

test("drafts_of_closed_tabs_are_taken_over_and_those_of_open_ones_left", () => {
  const store = storage();
  drafts.keepDraft(store, draft({ tab: "gone" }));
  drafts.keepDraft(store, draft({ tab: "open", unit: "v" }));
  drafts.adoptDrafts(store, "new", new Set(["new", "open"]));
  assert.deepEqual(
    drafts
      .allDrafts(store)
      .map(({ tab }) => tab)
      .sort(),
    ["new", "open"],
  );
});

test("a_full_storage_is_reported", () => {
  const full = {
    ...storage(),
    setItem: () => {
      throw new Error("quota");
    },
  };
  assert.equal(drafts.keepDraft(full, draft()), false);
});

test("forgetting_removes_all_of_ours_and_nothing_else", () => {
  const store = storage();
  drafts.keepDraft(store, draft());
  store.setItem("feuillet-tab", "t");
  store.setItem("other", "stays");
  drafts.forgetAll([store]);
  assert.deepEqual([store.length, store.key(0)], [1, "other"]);
});

test("waits_between_attempts_grow_to_a_limit", () => {
  const waits = [0, 1, 2, 10, 40].map((attempt) => backoff(attempt, () => 0.5));
  assert.deepEqual(waits, [500, 1000, 2000, 20_000, 20_000]);
});

test("a_closed_door_is_not_knocked_at_again", () => {
  const end = (more) => afterEnd({ closed: null, status: null, attempt: 0, ...more }, () => 0.5);
  assert.equal(end({}).kind, "retry");
  assert.equal(end({ status: 426 }).kind, "retry");
  assert.ok(end({ closed: "busy" }).wait > 5000);
  assert.deepEqual(end({ closed: "revoked" }), { kind: "stop", why: "revoked" });
  assert.deepEqual(end({ status: 401 }), { kind: "stop", why: "invitation" });
  assert.deepEqual(end({ status: 403 }), { kind: "stop", why: "refused" });
});

test("texts_of_a_language_that_is_not_open_any_more_are_passed_over", () => {
  const { state } = play(opened(), { type: "open", language: "ru" });
  // Sent before the server knew: with a text that somebody has typed in Arabic and not saved.
  const late = server({ type: "messages", language: "ar", all: true, messages: [message([unit({ unsaved: "typed" })])] });
  const end = play(state, late);
  assert.equal(end.state, state);
  assert.deepEqual(end.sent, [], "it is not sent as a text of the other language");
});

test("what_was_found_in_a_typed_text_stays_when_the_file_is_told_again", () => {
  const finding = { level: "warning", rule: "number", text: [{ text: "a number" }], unit: "u" };
  const row = (more = {}) =>
    server({ type: "messages", language: "ar", all: false, messages: [{ ...message([unit()]), others: ["M"], ...more }] });
  const { state } = play(
    opened(),
    { type: "typed", unit: "u", text: "new 5" },
    server({ type: "findings", message: "m", seq: 1, findings: [finding] }),
    row(),
  );
  assert.deepEqual(state.messages.get("m").findings, [finding]);
  assert.deepEqual(state.messages.get("m").others, ["M"]);
  // Without a typed text, what the file has counts.
  const given = play(state, { type: "give-up", unit: "u" }, row()).state;
  assert.deepEqual(given.messages.get("m").findings, []);
});
