/**
 * Drives a real Chromium over its debugging pipe, without packages.
 */

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const KEYS = {
  Enter: { code: "Enter", key: "Enter", windowsVirtualKeyCode: 13, text: "\r" },
  Tab: { code: "Tab", key: "Tab", windowsVirtualKeyCode: 9 },
  Escape: { code: "Escape", key: "Escape", windowsVirtualKeyCode: 27 },
  Backspace: { code: "Backspace", key: "Backspace", windowsVirtualKeyCode: 8 },
  End: { code: "End", key: "End", windowsVirtualKeyCode: 35 },
  F6: { code: "F6", key: "F6", windowsVirtualKeyCode: 117 },
  Space: { code: "Space", key: " ", windowsVirtualKeyCode: 32, text: " " },
  ArrowDown: { code: "ArrowDown", key: "ArrowDown", windowsVirtualKeyCode: 40 },
  ArrowUp: { code: "ArrowUp", key: "ArrowUp", windowsVirtualKeyCode: 38 },
};

/** How long to wait for what must come, in milliseconds: a busy machine may need it, or more. */
const PATIENCE = Number(process.env.FEUILLET_PATIENCE ?? 30_000);

const MODIFIERS = { alt: 1, control: 2, shift: 8 };

/** Starts the browser; it is named by `FEUILLET_CHROMIUM`, else `chromium`. @param {string[]} more arguments */
export async function launch(more = []) {
  const profile = await mkdtemp(join(tmpdir(), "feuillet-chromium-"));
  const program = process.env.FEUILLET_CHROMIUM ?? "chromium";
  const child = spawn(
    program,
    [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--hide-scrollbars",
      "--remote-debugging-pipe",
      `--user-data-dir=${profile}`,
      ...more,
      "about:blank",
    ],
    { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
  );
  return new Browser(child, profile);
}

class Browser {
  constructor(child, profile) {
    this.child = child;
    this.profile = profile;
    this.next = 1;
    this.pending = new Map();
    this.listeners = new Map();
    let rest = "";
    child.stdio[4].setEncoding("utf8");
    child.stdio[4].on("data", (chunk) => {
      const frames = (rest + chunk).split("\0");
      rest = frames.pop();
      frames.forEach((frame) => this.#receive(JSON.parse(frame)));
    });
  }

  /** Sends a command of the protocol. */
  send(method, params = {}, sessionId = undefined) {
    const id = this.next;
    this.next += 1;
    this.child.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.pending.set(id, { resolve, reject, method }));
  }

  #receive(frame) {
    if (frame.id === undefined) {
      this.listeners.get(frame.sessionId)?.(frame);
      return;
    }
    const { resolve, reject, method } = this.pending.get(frame.id);
    this.pending.delete(frame.id);
    if (frame.error) reject(new Error(`${method}: ${frame.error.message}`));
    else resolve(frame.result);
  }

  /** Opens a context: its own cookies and storage, like another person's browser. */
  async context() {
    const { browserContextId } = await this.send("Target.createBrowserContext");
    return { page: (address, size) => this.#page(browserContextId, address, size) };
  }

  async #page(browserContextId, address, { width = 1366, height = 768, language = "en" } = {}) {
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank", browserContextId });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    const page = new Page(this, sessionId, targetId);
    this.listeners.set(sessionId, (frame) => page.event(frame));
    for (const domain of ["Page", "Runtime", "Log"]) await page.send(`${domain}.enable`);
    await page.send("Emulation.setDeviceMetricsOverride", {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: width < 500,
    });
    await page.send("Network.setUserAgentOverride", {
      userAgent: "Mozilla/5.0 Chrome/130 Safari/537.36",
      acceptLanguage: language,
    });
    if (address) await page.open(address);
    return page;
  }

  async close() {
    this.child.kill();
    await new Promise((resolve) => this.child.once("exit", resolve));
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

class Page {
  constructor(browser, sessionId, targetId) {
    this.browser = browser;
    this.sessionId = sessionId;
    this.targetId = targetId;
    /** What went wrong in the page: errors, refusals of the content security policy. */
    this.problems = [];
    this.dialogs = [];
    /** What was asked for, once `watchRequests` was called: address, headers and body of each request. */
    this.requests = [];
  }

  send(method, params) {
    return this.browser.send(method, params, this.sessionId);
  }

  event({ method, params }) {
    if (method === "Runtime.exceptionThrown") {
      this.problems.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    }
    // A server that is away is part of the tests.
    const { entry } = params ?? {};
    if (method === "Log.entryAdded" && entry.level === "error" && entry.source !== "network")
      this.problems.push(entry.text);
    if (method === "Network.requestWillBeSent") {
      const { url, headers, postData } = params.request;
      this.requests.push({ id: params.requestId, url, headers: JSON.stringify(headers), body: postData ?? "" });
    }
    // The headers as they went out: a page's own are not all of them.
    if (method === "Network.requestWillBeSentExtraInfo")
      this.requests.push({ id: params.requestId, url: "", headers: JSON.stringify(params.headers), body: "" });
    if (method === "Page.javascriptDialogOpening") {
      this.dialogs.push(params.type);
      this.send("Page.handleJavaScriptDialog", { accept: true });
    }
  }

  /** From now on notes each request. */
  watchRequests() {
    return this.send("Network.enable");
  }

  async open(address) {
    await this.send("Page.navigate", { url: address });
    await this.until(() => document.readyState === "complete");
  }

  async reload() {
    await this.send("Page.reload");
    await wait(150);
    await this.until(() => document.readyState === "complete");
  }

  /** Runs a function in the page, and gives its result. */
  async run(script, ...values) {
    const expression = `(${script})(...${JSON.stringify(values)})`;
    const answer = await this.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (answer.exceptionDetails)
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    return answer.result.value;
  }

  /** Waits until a function gives something true, and gives that. */
  async until(script, ...values) {
    const deadline = Date.now() + PATIENCE;
    while (Date.now() < deadline) {
      const value = await this.run(script, ...values).catch(() => null);
      if (value) return value;
      await wait(50);
    }
    throw new Error(`waited in vain for ${script} ${JSON.stringify(values)}`);
  }

  /** Waits for an element that can be seen. */
  see(selector) {
    return this.until((s) => document.querySelector(s)?.checkVisibility() ?? false, selector);
  }

  text(selector) {
    return this.run((s) => document.querySelector(s)?.textContent ?? null, selector);
  }

  value(selector) {
    return this.run((s) => document.querySelector(s)?.value ?? null, selector);
  }

  /** Clicks with the mouse in the middle of an element, or at a share of it. */
  async click(selector, { across = 0.5, down = 0.5, count = 1 } = {}) {
    await this.see(selector);
    const [x, y] = await this.#still(selector, across, down);
    const mouse = { x, y, button: "left", clickCount: count };
    await this.send("Input.dispatchMouseEvent", { type: "mouseMoved", x, y });
    await this.send("Input.dispatchMouseEvent", { type: "mousePressed", ...mouse });
    await this.send("Input.dispatchMouseEvent", { type: "mouseReleased", ...mouse });
  }

  /** Waits until an element stands still, and gives a point of it. */
  async #still(selector, across, down) {
    let last = "";
    for (let left = 40; left > 0; left -= 1) {
      const point = await this.run(
        (s, a, d) => {
          const element = document.querySelector(s);
          element.scrollIntoView({ block: "nearest", behavior: "instant" });
          const rect = element.getBoundingClientRect();
          return [rect.left + rect.width * a, rect.top + rect.height * d];
        },
        selector,
        across,
        down,
      );
      if (point.join() === last) return point;
      last = point.join();
      await wait(80);
    }
    throw new Error(`${selector} never stands still`);
  }

  /** Types text letter by letter, as a keyboard does. */
  async type(text) {
    for (const letter of text) await this.send("Input.dispatchKeyEvent", { type: "char", text: letter });
  }

  /** Presses a key: `press("s", "control")`. */
  async press(name, ...modifiers) {
    const sum = modifiers.reduce((total, modifier) => total + MODIFIERS[modifier], 0);
    const letter = {
      code: /\d/.test(name) ? `Digit${name}` : `Key${name.toUpperCase()}`,
      key: name,
      windowsVirtualKeyCode: name.toUpperCase().charCodeAt(0),
    };
    const { text, ...key } = KEYS[name] ?? letter;
    await this.send("Input.dispatchKeyEvent", { type: "rawKeyDown", modifiers: sum, ...key });
    if (text && !(sum & 3)) await this.send("Input.dispatchKeyEvent", { type: "char", modifiers: sum, text });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", modifiers: sum, ...key });
  }

  /** Chooses an option, as a person does with the keyboard. */
  async choose(selector, value) {
    await this.see(selector);
    await this.run(
      (s, v) => {
        const select = document.querySelector(s);
        select.value = v;
        select.dispatchEvent(new Event("change", { bubbles: true }));
      },
      selector,
      value,
    );
  }

  /** @returns {Promise<Buffer>} a PNG */
  async screenshot() {
    const { data } = await this.send("Page.captureScreenshot", { format: "png" });
    return Buffer.from(data, "base64");
  }

  async close() {
    await this.browser.send("Target.closeTarget", { targetId: this.targetId });
  }
}
