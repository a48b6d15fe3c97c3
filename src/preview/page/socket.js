/**
 * Holds the connection to the server: greets, beats, comes back after it was cut.
 */

import { afterEnd, HEARTBEAT, SILENCE } from "./link.js";

/**
 * @typedef {object} Listener
 * @property {() => object} hello what to greet with
 * @property {(frame: any) => void} frame
 * @property {() => void} offline
 * @property {(why: string) => void} stopped
 */

export class Connection {
  /** @param {Listener} listener */
  constructor(listener) {
    this.listener = listener;
    /** @type {WebSocket | null} */
    this.socket = null;
    this.attempt = 0;
    this.heard = 0;
    this.timer = 0;
    this.waiting = false;
    addEventListener("online", () => this.#hurry());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.#hurry();
    });
  }

  open() {
    this.waiting = false;
    const address = new URL("/socket", location.href);
    address.protocol = address.protocol.replace("http", "ws");
    const socket = new WebSocket(address);
    this.socket = socket;
    let closed = null;
    socket.addEventListener("open", () => {
      this.heard = performance.now();
      this.#write(this.listener.hello());
      this.timer = setInterval(() => this.#beat(), HEARTBEAT);
    });
    socket.addEventListener("message", (event) => {
      this.heard = performance.now();
      const frame = JSON.parse(event.data);
      if (frame.type === "welcome") this.attempt = 0;
      if (frame.type === "closed") closed = frame.why;
      else if (frame.type !== "pong") this.listener.frame(frame);
    });
    socket.addEventListener("close", () => {
      clearInterval(this.timer);
      if (this.socket === socket) this.#ended(closed);
    });
  }

  /** Sends a frame if there is a connection; what matters is sent again after the next greeting. @param {object} frame */
  send(frame) {
    this.#write(frame);
  }

  /** Ends the connection for good. */
  close() {
    const { socket } = this;
    this.socket = null;
    this.waiting = false;
    socket?.close();
  }

  /** @param {object} frame */
  #write(frame) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
  }

  #beat() {
    if (performance.now() - this.heard > SILENCE) this.socket?.close();
    else this.#write({ type: "ping" });
  }

  /** @param {string | null} closed */
  async #ended(closed) {
    this.socket = null;
    this.listener.offline();
    const status = closed ? null : await askStatus();
    const decision = afterEnd({ closed, status, attempt: this.attempt }, Math.random);
    if (decision.kind === "stop") {
      this.listener.stopped(decision.why);
      return;
    }
    this.attempt += 1;
    this.waiting = true;
    setTimeout(() => this.waiting && this.open(), decision.wait);
  }

  /** Does not wait for the next attempt. */
  #hurry() {
    if (this.waiting) this.open();
  }
}

/** A script can't read why a socket was refused, so it asks once more in plain HTTP. */
async function askStatus() {
  try {
    return (await fetch("/socket")).status;
  } catch {
    return null;
  }
}
