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
})();
