// Invitations in a real Chromium, over HTTPS, as volunteers open them.
//
// FEUILLET_PREVIEW_LISTEN   the port on which `feuillet preview` listens
// FEUILLET_PREVIEW_PUBLIC   its public address: https://words.example:PORT
// FEUILLET_PREVIEW_CODES    two codes that were not redeemed yet, with a blank between them
// FEUILLET_PREVIEW_TLS      a folder with `key.pem` and `certificate.pem` for the proxy
//
// The proxy that does the encryption is a part of this test: it only passes bytes on.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { createServer } from "node:tls";

import { launch } from "./chromium.mjs";

const { env } = process;
const PUBLIC = new URL(env.FEUILLET_PREVIEW_PUBLIC);
const [CODE, SECOND] = env.FEUILLET_PREVIEW_CODES.split(" ");
const LINK = new URL(`/invitation#code=${CODE}`, PUBLIC).href;

let proxy;
let browser;
before(async () => {
  const read = (name) => readFileSync(join(env.FEUILLET_PREVIEW_TLS, name));
  proxy = createServer({ key: read("key.pem"), cert: read("certificate.pem") }, (client) => {
    const server = connect(Number(env.FEUILLET_PREVIEW_LISTEN), "127.0.0.1");
    client.pipe(server).pipe(client);
    for (const socket of [client, server]) socket.on("error", () => [client, server].forEach((own) => own.destroy()));
  });
  await new Promise((resolve) => proxy.listen(Number(PUBLIC.port), "127.0.0.1", resolve));
  browser = await launch(["--host-resolver-rules=MAP *.example 127.0.0.1", "--ignore-certificate-errors"]);
});
after(async () => {
  await browser?.close();
  proxy?.close();
});

const storage = (page) =>
  page.run(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]));
const history = async (page) => {
  const { entries } = await page.send("Page.getNavigationHistory");
  return entries.map(({ url }) => url);
};
/** The requests that say from which page they come. */
const referrers = (page) =>
  page.requests
    .map(({ url, headers }) => [url, Object.entries(JSON.parse(headers)).find(([name]) => /^referer$/i.test(name))?.[1]])
    .filter(([, from]) => from);
const rows = (page) => page.run(() => document.querySelectorAll(".row").length);

test("a link is redeemed by its button, and leaves its code nowhere", async () => {
  const context = await browser.context();
  const page = await context.page(null);
  await page.watchRequests();
  await page.open(LINK);
  await page.see("#code");
  assert.equal(await page.value("#code"), CODE);
  assert.equal(await rows(page), 0, "opening the link opens nothing yet");
  assert.ok(!(await storage(page)).includes(CODE), "it is in no storage and no address");
  assert.deepEqual(page.requests.filter(({ url }) => url.endsWith("/redeem")), []);

  await page.click("button[type=submit]");
  await page.see(".row-head");
  const { cookies } = await page.send("Network.getCookies", { urls: [PUBLIC.href] });
  assert.equal(cookies.length, 1);
  const [{ name, value, httpOnly, secure, sameSite, path }] = cookies;
  assert.deepEqual([name, httpOnly, secure, sameSite, path], ["__Host-s", true, true, "Lax", "/"]);

  // The code went out once, in the body of the one request that exchanges it; the secret of the session in cookies alone.
  const withCode = page.requests.filter(({ url, headers, body }) => `${url}${headers}${body}`.includes(CODE));
  assert.deepEqual(
    withCode.map(({ url, body }) => [new URL(url).pathname, body.includes(CODE)]).filter(([path]) => path !== "/invitation"),
    [["/redeem", true]],
  );
  // The address of a page that is opened has its fragment for the browser alone: no header holds it.
  assert.ok(page.requests.every(({ headers }) => !headers.includes(CODE)));
  assert.ok(page.requests.every(({ url, body }) => !url.includes(value) && !body.includes(value)));
  assert.deepEqual(referrers(page), [], "no request says where it comes from");
  const visited = await history(page);
  assert.ok(visited.every((url) => !url.includes(CODE) && !url.includes(value)), visited.join(" "));
  const kept = await storage(page);
  assert.ok(!kept.includes(CODE) && !kept.includes(value), "scripts see neither");

  // Elsewhere nobody learns where the reader was.
  page.requests.length = 0;
  await page.run((address) => void (location.href = address), `https://elsewhere.example:${PUBLIC.port}/`);
  const isElsewhere = ({ url }) => url.includes("elsewhere.example");
  for (let left = 300; left > 0 && !page.requests.some(isElsewhere); left -= 1) await wait(100);
  assert.ok(page.requests.some(isElsewhere));
  assert.deepEqual(referrers(page), []);
  assert.ok(page.requests.every(({ headers }) => !headers.includes(value)));

  // The session lasts; the code does not.
  await page.open(PUBLIC.href);
  await page.see(".row-head");
  const other = await (await browser.context()).page(LINK);
  await other.click("button[type=submit]");
  await other.until(() => document.querySelector(".answer").textContent !== "");
  assert.equal(await rows(other), 0);
  const left = await other.send("Network.getCookies", { urls: [PUBLIC.href] });
  assert.deepEqual(left.cookies, []);
  await other.close();
  assert.deepEqual(page.problems, []);
  await page.close();
});

test("a code is pasted instead, alone or with its link", async () => {
  const page = await (await browser.context()).page(new URL("/invitation", PUBLIC).href, { language: "ar" });
  await page.see("#code");
  assert.equal(await page.value("#code"), "");
  const paste = async (text) => {
    await page.click("#code");
    await page.press("a", "control");
    await page.send("Input.insertText", { text });
    await page.press("Enter");
  };
  await paste("surely-unknown");
  await page.until(() => document.querySelector(".answer").textContent !== "");
  await paste(`  ${new URL(`/invitation#code=${SECOND}`, PUBLIC).href} `);
  await page.see(".row-head");
  assert.ok((await history(page)).every((url) => !url.includes(SECOND)));
  assert.ok(!(await storage(page)).includes(SECOND));
  await page.close();
});
