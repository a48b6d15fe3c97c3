// Prints the text of a PDF as pdf.js, the reader within Firefox, joins it for its search: a form feed after each page.
// The first argument is the folder of the package `pdfjs-dist`.

import fs from "node:fs";
import { pathToFileURL } from "node:url";

// Only drawing needs these, which are a browser's.
for (const name of ["DOMMatrix", "ImageData", "Path2D"]) {
  globalThis[name] ??= class {};
}

const [folder, file] = process.argv.slice(2);
const { getDocument } = await import(pathToFileURL(`${folder}/legacy/build/pdf.mjs`));
const data = new Uint8Array(fs.readFileSync(file));
const pdf = await getDocument({ data, verbosity: 0 }).promise;
let text = "";
for (let number = 1; number <= pdf.numPages; number += 1) {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  text += items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join("") + "\f";
}
fs.writeSync(1, text);
