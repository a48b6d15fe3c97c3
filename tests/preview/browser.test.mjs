// The story of a translator in a real Chromium, against a running server.
//
// FEUILLET_PREVIEW_URL        the address that `feuillet preview` printed, with its token
// FEUILLET_PREVIEW_LANGUAGE   a right-to-left language of the brochure that lacks messages; `ar` if not set
// FEUILLET_PREVIEW_CATALOGUE  its catalogue, if the test may read and change it: a `.ftl` file
// FEUILLET_AXE                `axe.min.js` of axe-core
//
// Tests of which the variables are missing are skipped, and say so.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";

import { launch } from "./chromium.mjs";

const { env } = process;
const ADDRESS = env.FEUILLET_PREVIEW_URL;
const LANGUAGE = env.FEUILLET_PREVIEW_LANGUAGE ?? "ar";
const CATALOGUE = env.FEUILLET_PREVIEW_CATALOGUE;
const skip = ADDRESS ? false : "FEUILLET_PREVIEW_URL is not set";
const skipFile = skip || (CATALOGUE ? false : "FEUILLET_PREVIEW_CATALOGUE is not set");
const skipAxe = skip || (env.FEUILLET_AXE ? false : "FEUILLET_AXE is not set");

let browser;
before(async () => {
  if (ADDRESS) browser = await launch();
});
after(() => browser?.close());

/** Opens the page as a new person, in the language under test, and waits for texts and pages. */
async function open(size = {}) {
  const context = await browser.context();
  const page = await context.page(ADDRESS, size);
  await ready(page);
  return { context, page };
}

async function ready(page) {
  await page.see(".row-head");
  const current = await page.value("#language");
  if (current !== LANGUAGE) await page.choose("#language", LANGUAGE);
  await page.until((language) => document.querySelector(".row-target")?.lang === language, LANGUAGE);
  await page.until(() =>
    [...document.querySelectorAll(".picture")].some((picture) => picture.shadowRoot.querySelector("svg")),
  );
}

/** The messages that are listed. */
const listed = (page) => page.run(() => [...document.querySelectorAll(".row")].map((row) => row.dataset.message));

/** Opens a message that has one field with a button for a variable; gives its id and its unit. */
async function openMissing(page) {
  await page.choose("#filter", "missing");
  const candidates = await listed(page);
  assert.notEqual(candidates.length, 0, "the language under test lacks no message");
  for (const id of candidates) {
    await page.click(`[data-message="${id}"] .row-head`);
    await page.see(`[data-message="${id}"] .area`);
    const fits = await page.run(
      (m) =>
        document.querySelectorAll(`[data-message="${m}"] .unit`).length === 1 &&
        document.querySelector(`[data-message="${m}"] .tool.code`) !== null,
      id,
    );
    if (fits)
      return {
        id,
        unit: await page.run((m) => document.querySelector(`[data-message="${m}"] .unit`).dataset.unit, id),
      };
  }
  return { id: candidates[0], unit: candidates[0] };
}

/** Opens the first message with one field and a text that is on a page in view. */
async function openTranslated(page) {
  await page.choose("#filter", "all");
  const id = await page.run(() => {
    const rows = [
      ...document.querySelectorAll('.row:is([data-state="draft"], [data-state="reviewed"], [data-state="approved"])'),
    ];
    return rows.map((row) => row.dataset.message).find((name) => /^[\w-]+$/.test(name) && !name.includes("title"));
  });
  await page.click(`[data-message="${id}"] .row-head`);
  await page.see(".area");
  return id;
}

const where = (page) => page.run(() => document.querySelector(".where")?.dataset.stage ?? "");
const reaches = (page, ...stages) =>
  page.until((names) => names.includes(document.querySelector(".where")?.dataset.stage), stages);
const pictures = (page) =>
  page.run(() =>
    [...document.querySelectorAll(".picture")]
      .map((picture) => picture.shadowRoot.innerHTML.length + picture.shadowRoot.textContent)
      .join("|"),
  );
const pictureChanges = (page, from) =>
  page.until(
    (old) =>
      [...document.querySelectorAll(".picture")]
        .map((picture) => picture.shadowRoot.innerHTML.length + picture.shadowRoot.textContent)
        .join("|") !== old,
    from,
  );

/** Empties the field, as a person does. */
async function clear(page) {
  await page.click(".area");
  await page.press("a", "control");
  await page.press("Backspace");
}

/** Gives up what was typed and not saved, and waits until the server has, too: the next tab would go on with it. */
async function discard(page) {
  const shown = await page.run(() =>
    [...document.querySelectorAll(".below .plain")].some(
      (button) => button.checkVisibility() && button.nextElementSibling,
    ),
  );
  if (shown) await page.run(() => document.querySelector(".below .primary").previousElementSibling.click());
  await page.until(() => document.querySelector("#save-state").dataset.kind === "all-saved");
}

test("a missing message is typed, seen on the page and saved", { skip }, async () => {
  const { page } = await open();
  assert.equal(await page.run(() => document.title === "Texts" || document.title.length < 12), true);
  assert.equal(await page.run(() => location.hash), "", "the token left the address");
  const { id } = await openMissing(page);
  const first = await pictures(page);
  await page.click(".area");
  assert.deepEqual(
    await page.run(() => [document.querySelector(".area").dir, document.querySelector(".area").lang]),
    ["rtl", LANGUAGE],
  );
  await page.type("في خطر؟ الرقم ");
  await page.click(".tool.code");
  assert.equal(await page.run(() => document.activeElement.className), "area", "the caret stays in the field");
  await page.type(" يجيب.");
  assert.match(await page.value(".area"), /\u2066\{[^}]*\}\u2069 يجيب\.$/);
  await reaches(page, "kept");
  await pictureChanges(page, first);
  assert.notEqual(await page.run(() => document.querySelector("#save-state").dataset.kind), "all-saved");
  await page.press("s", "control");
  await reaches(page, "saved");
  assert.equal(await page.run(() => document.querySelector("#save-state").dataset.kind), "all-saved");
  await page.choose("#filter", "missing");
  await page.click(`[data-message="${id}"] .row-head`);
  assert.ok(!(await listed(page)).includes(id), "it is no longer missing");
  if (CATALOGUE) {
    const text = await readFile(CATALOGUE, "utf8");
    assert.match(text, new RegExp(`^${id} =\\s+في خطر؟ الرقم \\{ [^}]* \\} يجيب\\.$`, "m"));
    assert.ok(!/[\u2066\u2069]/.test(text.match(new RegExp(`^${id} = .*$`, "m"))[0]));
  }
  assert.deepEqual(page.problems, []);
  await page.close();
});

test("a click on the page selects the message, and a message marks its place", { skip }, async () => {
  const { page } = await open();
  await openTranslated(page);
  await page.see(".here");
  const id = await page.run(() => document.querySelector(".row[data-open]").dataset.message);
  await wait(700);
  const marked = await page.run(() => {
    const [place, stage] = [".here", "#stage"].map((selector) =>
      document.querySelector(selector).getBoundingClientRect(),
    );
    return place.top < stage.bottom && place.bottom > stage.top;
  });
  assert.ok(marked, "its place was scrolled to");
  await page.click(`[data-message="${id}"] .row-head`);
  assert.equal(await page.run(() => document.querySelector(".row[data-open]")), null);
  // The place is remembered, and clicked with the mouse.
  await page.click(`[data-message="${id}"] .row-head`);
  await page.see(".here");
  await wait(700);
  const point = await page.run(() => {
    const rect = document.querySelector(".here").getBoundingClientRect();
    return [rect.left + rect.width / 2, rect.top + Math.min(rect.height / 2, 8)];
  });
  await page.click(`[data-message="${id}"] .row-head`);
  for (const type of ["mousePressed", "mouseReleased"]) {
    await page.send("Input.dispatchMouseEvent", { type, x: point[0], y: point[1], button: "left", clickCount: 1 });
  }
  await page.until((name) => document.querySelector(".row[data-open]")?.dataset.message === name, id);
  await page.close();
});

test("all views show pages", { skip }, async () => {
  const { page } = await open();
  const views = await page.run(() =>
    [...document.querySelectorAll("#views button")].map((button) => button.dataset.view),
  );
  assert.ok(views.includes("pages") && views.includes("spreads"), views.join());
  for (const view of views) {
    await page.click(`#views [data-view="${view}"]`);
    await wait(400);
    const shown = await page.run(
      () => [...document.querySelectorAll(".leaf")].filter((leaf) => leaf.checkVisibility()).length,
    );
    assert.ok(shown > 0, view);
  }
  for (const zoom of ["width", "1", "fit"]) await page.choose("#zoom", zoom);
  await page.click("#zoom-in");
  assert.match(await page.run(() => document.querySelector("#zoom").selectedOptions[0].textContent), /%/);
  assert.deepEqual(page.problems, []);
  await page.close();
});

test("a reload in the middle of typing keeps the text", { skip }, async () => {
  const { page } = await open();
  const id = await openTranslated(page);
  await page.click(".area");
  await page.type(" نصف جمل");
  const typed = await page.value(".area");
  await page.reload();
  assert.deepEqual(page.dialogs, ["beforeunload"]);
  await ready(page);
  await page.click(`[data-message="${id}"] .row-head`);
  await page.see(".area");
  assert.equal(await page.value(".area"), typed);
  await reaches(page, "kept");
  await discard(page);
  await page.close();
});

test("undo goes back, also behind what a button inserted", { skip }, async () => {
  const { page } = await open();
  await openTranslated(page);
  const original = await page.value(".area");
  await page.click(".area");
  await page.type("كلمة");
  const tools = await page.run(() => document.querySelectorAll("[data-insert]").length);
  if (tools) await page.click("[data-insert]");
  for (let step = 0; step < 3; step += 1) await page.press("z", "control");
  assert.equal(await page.value(".area"), original);
  await page.press("z", "control", "shift");
  assert.notEqual(await page.value(".area"), original);
  await page.press("z", "control");
  await page.until(() => document.querySelector("#save-state").dataset.kind === "all-saved");
  await page.close();
});

test("a code is shown from left to right and deleted as a whole", { skip }, async () => {
  const { page } = await open();
  await openTranslated(page);
  await page.click(".area");
  const original = await page.value(".area");
  await page.type("{ $some-name }");
  assert.ok((await page.value(".area")).includes("\u2066{ $some-name }\u2069"));
  await page.press("Backspace");
  assert.equal(await page.value(".area"), original);
  await page.press("z", "control");
  assert.ok((await page.value(".area")).includes("$some-name"));
  await discard(page);
  await page.close();
});

test("a field is not touched while a character is being composed", { skip }, async () => {
  const { page } = await open();
  await openTranslated(page);
  await page.click(".area");
  const before = await page.value(".area");
  await page.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
  await wait(300);
  await page.send("Input.imeSetComposition", { text: "日本", selectionStart: 2, selectionEnd: 2 });
  await wait(300);
  assert.equal((await page.value(".area")).length, before.length + 2);
  await page.send("Input.insertText", { text: "日本" });
  assert.equal((await page.value(".area")).split("日本").length, 2);
  await page.press("z", "control");
  await discard(page);
  await page.close();
});

test("a paste over the limit is cut, and the page stays connected", { skip }, async () => {
  const { page } = await open();
  await openTranslated(page);
  await page.click(".area");
  await page.run(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "ab ".repeat(400_000));
    document
      .querySelector(".area")
      .dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  const length = (await page.value(".area")).length;
  assert.ok(length > 1000 && length < 100_000, `${length}`);
  await wait(500);
  assert.notEqual(await page.run(() => document.querySelector("#save-state").dataset.kind), "browser-only");
  await discard(page);
  await page.close();
});

test("two people see each other, and their versions", { skip }, async () => {
  const [first, second] = [await open(), await open()];
  const id = await openTranslated(first.page);
  await second.page.click(`[data-message="${id}"] .row-head`);
  await second.page.see(".area");
  await first.page.see(".badge.person");
  const original = await first.page.value(".area");
  await first.page.click(".area");
  await first.page.type(" من الأولى");
  await second.page.click(".area");
  await second.page.type(" من الثانية");
  await reaches(second.page, "kept");
  await first.page.press("s", "control");
  await reaches(first.page, "saved");
  await second.page.see(".conflict");
  // A conflict may be shown with the first letters of the other text, before all of them have come.
  await second.page.until(() => {
    const [own, other] = [...document.querySelectorAll(".version-text")].map((node) => node.textContent);
    return own.includes("من الثانية") && other.includes("من الأولى");
  });
  if (!skipAxe) await assertAccessible(second.page, "conflict");
  await second.page.click(".version:last-child button");
  await second.page.until(
    () =>
      document.querySelector(".area")?.checkVisibility() &&
      document.querySelector(".area").value.includes("من الأولى"),
  );
  // What was there comes back, so that the test can run again.
  await clear(second.page);
  await second.page.type(original.replace(/[\u2066\u2069]/g, ""));
  await second.page.press("s", "control");
  await reaches(second.page, "saved");
  await first.page.until((text) => document.querySelector(".area")?.value === text, original);
  await first.page.close();
  await second.page.close();
});

test("a change of the file by an editor is a conflict on the page", { skip: skipFile }, async () => {
  const { page } = await open();
  const id = await openTranslated(page);
  const before = await readFile(CATALOGUE, "utf8");
  await page.click(".area");
  await page.type(" كلمة");
  await reaches(page, "kept");
  await writeFile(CATALOGUE, before.replace(new RegExp(`^(${id} = .*)$`, "m"), "$1 إضافة"));
  await page.see(".conflict");
  await page.click(".conflict > button");
  await page.see(".reference");
  await writeFile(CATALOGUE, before);
  await page.see(".conflict");
  await page.click(".version:last-child button");
  await page.until(() => document.querySelector("#save-state").dataset.kind === "all-saved");
  assert.equal(await readFile(CATALOGUE, "utf8"), before);
  await page.close();
});

test("the whole story is told by keyboard alone", { skip }, async () => {
  const { page } = await open();
  const tabTo = async (selector) => {
    for (let left = 60; left > 0; left -= 1) {
      if (await page.run((s) => document.activeElement?.matches(s), selector)) return;
      await page.press("Tab");
    }
    throw new Error(`no way with Tab to ${selector}`);
  };
  await tabTo(".skip");
  await page.press("Enter");
  await tabTo("#filter");
  await tabTo("#next");
  await page.press("Enter");
  await page.until(() => document.activeElement?.matches(".area"));
  const visible = await page.run(() => document.querySelector(".field").matches(":focus-within"));
  assert.ok(visible);
  await page.type("كلمة ");
  if (await page.run(() => document.querySelector("[data-insert]") !== null)) {
    await page.press("1", "alt");
    assert.ok(await page.run(() => document.querySelector(".behind .token") !== null));
  }
  await reaches(page, "kept", "refused");
  await page.press("Escape");
  assert.ok(await page.run(() => document.activeElement.matches(".row-head")));
  await tabTo(".area");
  for (let step = 0; step < 4; step += 1) await page.press("z", "control");
  await page.until(() => document.querySelector("#save-state").dataset.kind === "all-saved");
  const first = await page.run(() => document.querySelector(".row[data-open]").dataset.message);
  await page.press("ArrowDown", "alt");
  await page.until((id) => document.querySelector(".row[data-open]").dataset.message !== id, first);
  await page.press("F6");
  assert.ok(await page.run(() => document.activeElement.matches("#stage")));
  await tabTo("#on-page summary");
  await page.press("Enter");
  await tabTo(".page-list button");
  const name = await page.run(() => document.activeElement.dataset.message);
  await page.press("Enter");
  await page.until((id) => document.querySelector(".row[data-open]")?.dataset.message === id, name);
  await page.close();
});

test("a screen reader hears nothing at each key, and the outcome after a pause", { skip }, async () => {
  const { page } = await open();
  await openTranslated(page);
  await page.run(() => {
    window.heard = [];
    new MutationObserver(() => window.heard.push(document.querySelector("#status").textContent)).observe(
      document.querySelector("#status"),
      { childList: true, subtree: true, characterData: true },
    );
  });
  await page.click(".area");
  const original = (await page.value(".area")).replace(/[\u2066\u2069]/g, "");
  await page.type("كلمات كثيرة");
  await reaches(page, "kept");
  assert.deepEqual(await page.run(() => window.heard), []);
  await page.press("s", "control");
  await page.until(() => window.heard.length === 1);
  await clear(page);
  await page.type(original);
  await page.press("s", "control");
  await reaches(page, "saved");
  await page.close();
});

/** Asserts that axe-core finds nothing. */
async function assertAccessible(page, view) {
  const source = await readFile(env.FEUILLET_AXE, "utf8");
  await page.send("Runtime.evaluate", { expression: source });
  // At the top: axe takes what has scrolled half below the tabs of a telephone for a target that is too small.
  await page.run(() => scrollTo(0, 0));
  const found = await page.run(async () => {
    // The pictures of pages are hidden from readers as a whole; the rules for `#canvas` itself see that. Their thousands of
    // glyphs would each be checked, for minutes.
    const context = { exclude: [["#canvas > *"]] };
    const { violations } = await axe.run(context, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      resultTypes: ["violations"],
    });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map((node) => `${node.target.join(" ")} ${node.failureSummary}`)
          .slice(0, 3)
          .join(" | ")}`,
    );
  });
  assert.deepEqual(found, [], view);
}

for (const language of ["fr", "ar"]) {
  for (const width of [1366, 820, 390, 320]) {
    test(`axe finds nothing: ${language}, ${width} pixels wide`, { skip: skipAxe }, async () => {
      const { context, page } = await open({ width, height: 800, language });
      assert.equal(await page.run(() => document.documentElement.lang), language);
      await assertAccessible(page, "list");
      const id = await openTranslated(page);
      await assertAccessible(page, `text ${id}`);
      await page.run(() => document.querySelector(".remarks").setAttribute("open", ""));
      await assertAccessible(page, "remarks");
      if (width < 736) await page.click('button[data-side="pages"]');
      await page.run(() =>
        document.querySelectorAll("#on-page details").forEach((details) => details.setAttribute("open", "")),
      );
      await assertAccessible(page, "pages");
      assert.ok(await page.run(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
      await page.click("#menu-button");
      await assertAccessible(page, "menu");
      await page.press("Escape");
      await page.click("#help-button");
      await assertAccessible(page, "help");
      const small = await page.run(() =>
        [...document.querySelectorAll("button, select, input, summary, textarea")]
          .filter((element) => element.checkVisibility())
          .map((element) => ({ rect: element.getBoundingClientRect(), name: element.outerHTML.slice(0, 80) }))
          .filter(({ rect }) => rect.width > 0 && (rect.width < 24 || rect.height < 24))
          .map(({ name }) => name),
      );
      assert.deepEqual(small, [], "targets of at least 24 pixels");
      assert.deepEqual(page.problems, []);
      const invitation = await context.page(new URL("/invitation#code=none", ADDRESS).href, {
        width,
        height: 800,
        language,
      });
      await invitation.see("#code");
      await assertAccessible(invitation, "invitation");
      assert.ok(await invitation.run(() => document.documentElement.scrollWidth <= innerWidth));
      await invitation.close();
      await page.close();
    });
  }
}

test("an unknown code is refused, and leaves the address", { skip }, async () => {
  const context = await browser.context();
  const page = await context.page(new URL("/invitation#code=surely-unknown", ADDRESS).href);
  await page.see("#code");
  assert.equal(await page.run(() => location.hash), "", "the code left the address");
  assert.equal(await page.value("#code"), "surely-unknown");
  await page.click("button[type=submit]");
  await page.until(() => document.querySelector(".answer").textContent !== "");
  await page.close();
});

test("without a token or an invitation nothing opens", { skip }, async () => {
  const context = await browser.context();
  const page = await context.page(new URL("/", ADDRESS).href);
  await page.until(() => document.querySelector("#start h1")?.checkVisibility());
  assert.equal(await page.run(() => document.querySelectorAll(".row").length), 0);
  await page.close();
});

test("forgetting this computer leaves nothing behind", { skip }, async () => {
  const { page } = await open();
  await openTranslated(page);
  await page.click(".area");
  await page.type("كلمة");
  await reaches(page, "kept");
  assert.ok((await page.run(() => localStorage.length)) > 0);
  await page.click("#menu-button");
  await page.click("#forget");
  await page.click("#confirm [value=yes]");
  await page.until(() => document.querySelector("#start h1")?.checkVisibility());
  assert.deepEqual(await page.run(() => [localStorage.length, sessionStorage.length]), [0, 0]);
  await page.close();
});

test("without a connection the text stays in the browser, and is sent when it is back", { skip }, async () => {
  const { page } = await open();
  await openTranslated(page);
  await page.run(() => {
    // The socket is cut and cannot be opened for a while.
    window.RealSocket = WebSocket;
    window.cut = true;
  });
  await page.send("Network.enable");
  await page.send("Network.emulateNetworkConditions", {
    offline: true,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  await page.click(".area");
  await page.type(" بلا اتصال");
  const stages = await page.run(() => [document.querySelector("#save-state").dataset.kind]);
  assert.notEqual(stages[0], "all-saved");
  const kept = await page.run(
    () => Object.keys(localStorage).filter((key) => key.startsWith("feuillet-draft:")).length,
  );
  assert.equal(kept, 1);
  await page.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  await reaches(page, "kept");
  await discard(page);
  await page.close();
});
