/**
 * Decides what the page does when its connection ends: wait and try again, or tell the person why not.
 */

const FIRST_WAIT = 500;
const LONGEST_WAIT = 20_000;
const BUSY_WAIT = 10_000;

/** The heartbeat: proxies cut sockets that are silent for a minute. */
export const HEARTBEAT = 25_000;

/** Without any frame for so long, the connection is taken for dead. */
export const SILENCE = 60_000;

/**
 * Gives the wait before a new attempt, in ms: it doubles, and chance keeps many browsers from coming back at once.
 *
 * @param {number} attempt 0 for the first
 * @param {() => number} random
 */
export function backoff(attempt, random) {
  const wait = Math.min(FIRST_WAIT * 2 ** attempt, LONGEST_WAIT);
  return Math.round(wait * (0.75 + random() / 2));
}

/**
 * @typedef {{ kind: "retry", wait: number } | { kind: "stop", why: string }} Decision
 */

/**
 * Decides after a connection has ended.
 *
 * @param {object} end
 * @param {string | null} end.closed why the server closed it, if it said so
 * @param {number | null} end.status the answer to a plain request for the socket, null if nothing answered
 * @param {number} end.attempt
 * @param {() => number} random
 * @returns {Decision}
 */
export function afterEnd({ closed, status, attempt }, random) {
  if (closed === "busy") return { kind: "retry", wait: BUSY_WAIT + backoff(attempt, random) };
  if (closed) return { kind: "stop", why: closed };
  if (status === 401) return { kind: "stop", why: "invitation" };
  if (status === 403) return { kind: "stop", why: "refused" };
  return { kind: "retry", wait: backoff(attempt, random) };
}
