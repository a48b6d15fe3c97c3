// Takes pictures of the translator's page in Chromium: in French and Arabic, on a laptop, a tablet and a telephone.
//
// usage: node tests/preview/pictures.mjs ADDRESS FOLDER
//
// `tests/preview-pictures` runs it, and makes the pictures in the README of two of them.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { launch } from "./chromium.mjs";

const [, , address, folder] = process.argv;

/** The language of the interface, that of the texts, the edition with the fewest pages that it has, and a message to open. */
const VIEWS = [
  ["fr", "nl", "full", 20, "right-leave"],
  ["ar", "ar", "short", 4, "right-leave"],
];

const SIZES = [
  [1366, 768],
  [820, 1100],
  [390, 800],
];

/** A number that no source has: the check says so beside the field. */
const TYPED = " 5";

const browser = await launch();
try {
  for (const [language, texts, edition, pages, message] of VIEWS) {
    for (const [width, height] of SIZES) {
      const context = await browser.context();
      const page = await context.page(null, { width, height, language });
      await page.open(address);
      await page.see(".row-head");
      await page.choose("#language", texts);
      if ((await page.value("#edition")) !== edition) await page.choose("#edition", edition);
      await page.until((tag) => document.querySelector(".row-target")?.lang === tag, texts);
      await page.until((least) => {
        const pictures = [...document.querySelectorAll(".picture")].map((own) => own.shadowRoot);
        return pictures.length >= least && pictures.every((own) => own.firstChild);
      }, pages);
      await page.click(`[data-message="${message}"] .row-head`);
      await page.see(".area");
      await page.click(".area");
      await page.press("End", "control");
      await page.send("Input.insertText", { text: TYPED });
      await page.see(".findings li");
      await wait(3000);
      const shoot = async (name) =>
        writeFile(join(folder, `${language}-${width}${name}.png`), await page.screenshot());
      await shoot("");
      if (width < 736) {
        await page.click('button[data-side="pages"]');
        await wait(2000);
        await shoot("-pages");
        await page.click('button[data-side="text"]');
      }
      await page.run(() => document.querySelector(".below .primary").previousElementSibling.click());
      await page.until(() => document.querySelector("#save-state").dataset.kind === "all-saved");
      await page.close();
    }
  }
} finally {
  await browser.close();
}
