/**
 * The pages of a site in a real Chromium, from their folder: `FEUILLET_SITE`.
 */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { launch } from "../preview/chromium.mjs";

const SITE = process.env.FEUILLET_SITE;
const WIDTHS = [390, 768, 1366];

let browser;
let context;
let index;
let axe;

before(async () => {
  browser = await launch();
  context = await browser.context();
  index = JSON.parse(await readFile(join(SITE, "index.json"), "utf8"));
  axe = await readFile(process.env.FEUILLET_AXE, "utf8");
});

after(() => browser?.close());

const address = (path) => pathToFileURL(join(SITE, path)).href;

const textOf = (language) =>
  index.files.find((file) => file.language === language && file.for === "read").path;

/** The pages that people come to: the front page, and two in each language. */
const pages = () => [
  ["index.html", null],
  ...index.languages.flatMap((language) => [
    [language.page, language],
    [textOf(language.tag), language],
  ]),
];

/** A page that is closed asks for nothing more; any other fault is one. */
function isClosed(error) {
  if (!/Session with given id not found|Invalid InterceptionId/.test(error.message)) throw error;
}

/** Opens a page; what it asks for from elsewhere is noted, and answered with an empty page. */
async function open(path, { width = 390, script = true, scheme = "light" } = {}) {
  const page = await context.page(null, { width, height: 800 });
  const features = [{ name: "prefers-color-scheme", value: scheme }];
  await page.send("Emulation.setEmulatedMedia", { features });
  page.asked = [];
  browser.listeners.set(page.sessionId, (frame) => {
    page.event(frame);
    if (frame.method !== "Fetch.requestPaused") return;
    const { requestId, request } = frame.params;
    if (request.url.startsWith("file:")) {
      page.send("Fetch.continueRequest", { requestId }).catch(isClosed);
      return;
    }
    page.asked.push(request.url);
    const body = Buffer.from("<!DOCTYPE html><title>elsewhere</title>").toString("base64");
    const responseHeaders = [{ name: "content-type", value: "text/html" }];
    page.send("Fetch.fulfillRequest", { requestId, responseCode: 200, responseHeaders, body }).catch(isClosed);
  });
  await page.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
  if (!script) await page.send("Emulation.setScriptExecutionDisabled", { value: true });
  await page.open(address(path));
  return page;
}

for (const width of WIDTHS) {
  test(`every page is sound, and fits, at a width of ${width}`, async () => {
    for (const [path, language] of pages()) {
      const page = await open(path, { width });
      const found = await page.run(() => ({
        lang: document.documentElement.lang,
        direction: getComputedStyle(document.body).direction,
        wide: document.documentElement.scrollWidth,
        shown: innerWidth,
        styled: getComputedStyle(document.querySelector(".leave")).position !== undefined
          && getComputedStyle(document.querySelector(".bar")).position,
        small: [...document.querySelectorAll("a.get, a.line, a.leave, .choose a, .number a")]
          .map((link) => link.getBoundingClientRect().height)
          .filter((height) => height < 44),
        broken: [...document.images].filter((image) => image.complete && !image.naturalWidth).length,
      }));
      assert.deepEqual(page.problems, [], path);
      assert.deepEqual(page.asked, [], `${path} asks nobody else for anything`);
      assert.ok(found.wide <= found.shown, `${path} is ${found.wide} wide`);
      assert.equal(found.styled, "sticky", `${path} has its style`);
      assert.deepEqual(found.small, [], `${path}: targets for a finger`);
      assert.equal(found.broken, 0, path);
      if (language) {
        assert.equal(found.lang, language.tag, path);
        assert.equal(found.direction, language.direction, path);
      }
      await page.send("Runtime.evaluate", { expression: axe });
      const violations = await page.run(async () => {
        const { violations } = await axe.run(document, { resultTypes: ["violations"] });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
      });
      assert.deepEqual(violations, [], path);
      await page.close();
    }
  });
}

test("on a dark screen every page is dark, and legible", async () => {
  for (const [path] of pages()) {
    const page = await open(path, { scheme: "dark" });
    const ground = await page.run(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(ground, "rgb(20, 20, 22)", path);
    await page.send("Runtime.evaluate", { expression: axe });
    const violations = await page.run(async () => {
      const { violations } = await axe.run(document, { runOnly: ["color-contrast"] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
    });
    assert.deepEqual(violations, [], path);
    await page.close();
  }
});

test("without JavaScript everything can be read, and the way out is a link", async () => {
  for (const [path] of pages()) {
    const page = await open(path, { script: false });
    const found = await page.run(() => ({
      text: document.querySelector("main").innerText.trim().length,
      leave: document.getElementById("leave").href,
    }));
    assert.ok(found.text > 40, path);
    assert.match(found.leave, /^https:\/\//, path);
    await page.close();
  }
  const page = await open(textOf("fr"), { script: false });
  await page.send("Emulation.setScriptExecutionDisabled", { value: true });
  await page.click("#leave");
  for (let left = 100; left > 0 && page.asked.length === 0; left -= 1) await new Promise((go) => setTimeout(go, 50));
  assert.match(page.asked[0], /^https:\/\/www\.wikipedia\.org/);
  await page.close();
});

/** Comes to the text of a leaflet as people do, leaves it, and gives the history that is left. */
async function leaveBy(language, act) {
  const { page: path } = index.languages.find((one) => one.tag === language);
  const page = await open(path);
  await page.click("a.read");
  await page.until((end) => location.href.endsWith(end), textOf(language));
  await page.until(() => document.readyState === "complete");
  await act(page);
  await page.until(() => location.host === "www.wikipedia.org");
  const { entries, currentIndex } = await page.send("Page.getNavigationHistory");
  await page.close();
  return { urls: entries.map((entry) => entry.url), currentIndex };
}

for (const language of ["fr", "ar"]) {
  test(`the button leaves the page and its place in the history, in ${language}`, async () => {
    const { urls, currentIndex } = await leaveBy(language, (page) => page.click("#leave"));
    assert.ok(urls.every((url) => !url.endsWith(textOf(language))), `${urls}`);
    assert.ok(urls[currentIndex].startsWith("https://www.wikipedia.org"), `${urls}`);
  });

  test(`the key Escape does the same, in ${language}`, async () => {
    const { urls } = await leaveBy(language, (page) => page.press("Escape"));
    assert.ok(urls.every((url) => !url.endsWith(textOf(language))), `${urls}`);
  });
}

for (const language of ["fr", "ar"]) {
  test(`a link within the page leaves no place behind to come back to, in ${language}`, async () => {
    const page = await open(index.languages.find((one) => one.tag === language).page);
    await page.click("a.read");
    await page.until((end) => location.href.endsWith(end), textOf(language));
    await page.until(() => document.readyState === "complete");
    await page.run(() => document.querySelector(".jump details").setAttribute("open", ""));
    for (const number of [2, 4]) {
      await page.click(`.jump li:nth-child(${number}) a`);
      const place = await page.run((number) => {
        const link = document.querySelector(`.jump li:nth-child(${number}) a`);
        const place = document.getElementById(link.hash.slice(1));
        return { hash: location.hash === link.hash, focus: document.activeElement === place, top: place.getBoundingClientRect().top };
      }, number);
      assert.ok(place.hash && place.focus && place.top < 800, `it jumps: ${JSON.stringify(place)}`);
    }
    await page.click("#leave");
    await page.until(() => location.host === "www.wikipedia.org");
    const { entries, currentIndex } = await page.send("Page.getNavigationHistory");
    const urls = entries.map((entry) => entry.url);
    assert.ok(urls.every((url) => !url.includes(textOf(language))), `${urls}`);
    await page.send("Page.navigateToHistoryEntry", { entryId: entries[currentIndex - 1].id });
    await page.until(() => location.protocol === "file:");
    assert.equal(await page.run(() => document.querySelectorAll(".text").length), 0);
    await page.close();
  });
}

test("emphasis is heavier letters in Arabic, and names stand with their cards", async () => {
  const page = await open(textOf("ar"));
  const found = await page.run(() => {
    const own = [...document.querySelectorAll("em")];
    return {
      slopes: own.filter((em) => getComputedStyle(em).fontStyle !== "normal").length,
      heavy: own.filter((em) => getComputedStyle(em).fontWeight >= 700).length,
      all: own.length,
      left: [...document.querySelectorAll(".who[dir=ltr]")].filter((who) => getComputedStyle(who).textAlign !== "right").length,
      names: document.querySelectorAll(".who[dir=ltr]").length,
    };
  });
  assert.ok(found.names > 0, "names in Latin letters are what this is about");
  assert.deepEqual([found.slopes, found.heavy, found.left], [0, found.all, 0]);
  await page.close();
});

test("a page can be printed, and zoomed to twice its size", async () => {
  const page = await open(textOf("ar"));
  const { data } = await page.send("Page.printToPDF", { paperWidth: 8.27, paperHeight: 11.69 });
  assert.equal(Buffer.from(data, "base64").subarray(0, 4).toString(), "%PDF");
  const features = [{ name: "prefers-color-scheme", value: "dark" }];
  await page.send("Emulation.setEmulatedMedia", { media: "print", features });
  assert.equal(await page.run(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
  assert.equal(await page.run(() => getComputedStyle(document.querySelector(".bar")).display), "none");
  await page.send("Emulation.setEmulatedMedia", { media: "" });
  // Large print by zoom: at 200 % a telephone is half as wide.
  await page.send("Emulation.setDeviceMetricsOverride", { width: 195, height: 400, deviceScaleFactor: 2, mobile: true });
  const [wide, shown] = await page.run(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(wide <= shown, `${wide} of ${shown}`);
  await page.close();
});
