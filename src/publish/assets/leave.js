// Leaves for a neutral page and takes the place of this one in the history: by a click, or by the key Escape.
"use strict";
(() => {
  const button = document.getElementById("leave");
  if (!button) return;
  const leave = (event) => {
    event.preventDefault();
    // Nothing stays in sight while the other page is on its way.
    document.documentElement.className = "gone";
    document.title = "\u00a0";
    window.location.replace(button.href);
  };
  button.addEventListener("click", leave);
  window.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) leave(event);
  });
  // A link within the page is a place of its own in the history, one step before the neutral page: here it is none.
  document.addEventListener("click", (event) => {
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const link = event.target.closest('a[href^="#"]');
    const place = link && document.getElementById(link.hash.slice(1));
    if (!isPlain || !place || event.defaultPrevented) return;
    event.preventDefault();
    window.history.replaceState(null, "", link.hash);
    place.scrollIntoView();
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  });
})();
