/**
 * Speaks to a screen reader, but only once nothing new has come for a second: not at each key.
 */

const PAUSE = 1000;

/** @param {HTMLElement} region with `role="status"` @returns {(text: string) => void} */
export function speaker(region) {
  let timer = 0;
  return (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (region.textContent !== text) region.textContent = text;
    }, PAUSE);
  };
}
