// Times keystrokes in a real Chromium: from the input event to the frame on which the page's new picture is painted.
//
// usage: node tests/preview/keystrokes.mjs ADDRESS LANGUAGE EDITION MESSAGE NUMBER
//
// Prints an object of JSON: `painted`, the milliseconds of each keystroke but the first; `main`, what the main thread of the
// page worked a keystroke, in milliseconds of which script, style and layout are parts.

import { setTimeout as wait } from "node:timers/promises";

import { launch } from "./chromium.mjs";

const [, , address, language, edition, message, number] = process.argv;

/** Letters of the script, as words. */
const LETTERS = { ar: "كلمة طويلة ", ru: "слово новое " };

/** Between two keystrokes, in milliseconds: as `tests/bench-preview` does. */
const PAUSE = 150;

const browser = await launch();
try {
  const context = await browser.context();
  const page = await context.page(address, { width: 1366, height: 768 });
  await page.see(".row-head");
  const choose = async (selector, value) => {
    if ((await page.value(selector)) !== value) await page.choose(selector, value);
  };
  await choose("#language", language);
  await choose("#edition", edition);
  await page.until((tag) => document.querySelector(".row-target")?.lang === tag, language);
  await page.until(() => document.querySelectorAll(".leaf").length > 20);
  await page.click(`[data-message="${message}"] .row-head`);
  await page.see(".area");
  await page.click(".area");
  await page.press("End");
  // All pictures have come, and the checks are done.
  await page.until(() => [...document.querySelectorAll(".picture")].every((own) => own.shadowRoot.firstChild));
  await wait(4000);
  await page.run(() => {
    window.painted = [];
    let typed = 0;
    // What is changed in a frame's own callbacks is painted with that frame, anything else with the next one.
    let inFrame = false;
    const nextFrame = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) =>
      nextFrame((now) => {
        inFrame = true;
        queueMicrotask(() => queueMicrotask(() => (inFrame = false)));
        callback(now);
      });
    document.querySelector(".area").addEventListener("input", (event) => (typed = event.timeStamp), true);
    const seen = new MutationObserver(() => {
      const start = typed;
      if (!start) return;
      typed = 0;
      // A task that is posted in a frame runs once that is painted.
      const painted = () => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.painted.push(performance.now() - start);
        port2.postMessage(null);
      };
      if (inFrame) painted();
      else nextFrame(painted);
    });
    for (const own of document.querySelectorAll(".picture")) seen.observe(own.shadowRoot, { childList: true, subtree: true });
  });
  await page.send("Performance.enable");
  const metrics = async () => {
    const { metrics: all } = await page.send("Performance.getMetrics");
    return Object.fromEntries(all.map(({ name, value }) => [name, value]));
  };
  const letters = LETTERS[language] ?? "mot nouveau ";
  let before = null;
  for (let key = 0; key <= Number(number); key += 1) {
    if (key === 1) before = await metrics();
    await page.type(letters[key % letters.length]);
    await page.until((count) => window.painted.length > count, key);
    await wait(PAUSE);
  }
  const after = await metrics();
  const each = (name) => ((after[name] - before[name]) * 1000) / Number(number);
  const main = {
    all: each("TaskDuration"),
    script: each("ScriptDuration"),
    style: each("RecalcStyleDuration"),
    layout: each("LayoutDuration"),
  };
  const painted = await page.run(() => window.painted);
  process.stdout.write(`${JSON.stringify({ painted: painted.slice(1), main })}\n`);
  await page.run(() => document.querySelector(".below .primary").previousElementSibling.click());
  await wait(300);
} finally {
  await browser.close();
}
