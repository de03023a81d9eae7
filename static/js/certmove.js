// Comfort only: every page does its work without this file.
(() => {
  "use strict";
  const all = (selector) => document.querySelectorAll(selector);
  const reveal = (selector) => all(selector).forEach((element) => { element.hidden = false; });

  // <button data-copy="#id" data-copied="Copied" hidden>: copies the element's text.
  reveal("[data-copy]");
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const source = document.querySelector(button.dataset.copy);
    const text = source.value ?? source.textContent;
    try {
      await navigator.clipboard.writeText(text);
      say(button.dataset.copied);
      const label = button.textContent;
      button.textContent = button.dataset.copied;
      setTimeout(() => { button.textContent = label; }, 2500);
    } catch {
      // No clipboard without https or permission: select it, so that Ctrl+C is all that is left.
      if (source.select) source.select();
      else getSelection().selectAllChildren(source);
    }
  });

  const say = (text) => {
    const live = document.getElementById("live");
    if (live) live.textContent = text;
  };

  // [data-select]: the whole value is selected when the field gets the focus.
  document.addEventListener("focusin", (event) => {
    if (event.target.matches("[data-select]")) event.target.select();
  });

  // .drop around an <input type=file>: files may be dropped anywhere in it.
  all(".drop").forEach((zone) => {
    const input = zone.querySelector("input[type=file]");
    const over = (event) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      zone.toggleAttribute("data-over", event.type === "dragover");
    };
    zone.addEventListener("dragover", over);
    zone.addEventListener("dragleave", over);
    zone.addEventListener("drop", (event) => {
      over(event);
      if (!event.dataTransfer.files.length) return;
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  });
  reveal("[data-drop-hint]");

  // <form data-guard>: leaving asks back while something typed is not sent.
  let typed = false;
  document.addEventListener("input", (event) => {
    if (event.target.closest("form[data-guard]")) typed = true;
  });
  document.addEventListener("submit", () => { typed = false; });
  addEventListener("beforeunload", (event) => {
    if (typed) event.preventDefault();
  });

  // <button data-confirm="Sure?">: asks before it sends.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-confirm]");
    if (button && !confirm(button.dataset.confirm)) event.preventDefault();
  });

  // <form data-wait>: after a second, says that it is at work (the element with data-waiting).
  document.addEventListener("submit", (event) => {
    const waiting = event.target.matches("[data-wait]") && event.target.querySelector("[data-waiting]");
    if (waiting) setTimeout(() => { waiting.hidden = false; }, 1000);
  });

  // <button data-print hidden>
  reveal("[data-print]");
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) print();
  });

  // An open menu closes on Escape and on a click elsewhere.
  const close = (except) => all("details.menu[open]").forEach((menu) => {
    if (!menu.contains(except)) menu.open = false;
  });
  document.addEventListener("click", (event) => close(event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    document.activeElement.closest("details.menu")?.querySelector("summary").focus();
    close(null);
  });
})();
