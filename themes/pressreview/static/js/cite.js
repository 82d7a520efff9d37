// Adds a button that copies to each form of a citation. Without this script, or where the browser
// lets no page write to the clipboard, the text is there to be selected.
"use strict";

(() => {
  const spoken = document.createElement("p");
  spoken.className = "unseen";
  spoken.setAttribute("role", "status");
  document.body.append(spoken);

  const buttons = [...document.querySelectorAll(".cite pre")].map(addButton);

  function addButton(text) {
    const label = text.previousElementSibling;
    const button = document.createElement("button");
    button.type = "button";
    // "Markdown: Ada Reed", after the words that name the whole block.
    const whose = text.closest(".cite").querySelector("summary .unseen").textContent;
    button.dataset.form = label.textContent + whose;
    name(button, "Copy");
    button.addEventListener("click", () => copy(text, button));
    label.append(" ", button);
    return button;
  }

  function name(button, word) {
    button.textContent = word;
    button.setAttribute("aria-label", `${word}: ${button.dataset.form}`);
  }

  async function copy(text, button) {
    const done = (await written(text.textContent)) || writtenBySelecting(text);
    for (const other of buttons) name(other, "Copy");
    name(button, done ? "Copied" : "Selected");
    spoken.textContent = "";
    // A live region that already says so would stay silent.
    requestAnimationFrame(() => {
      spoken.textContent = done ? "Citation copied." : "Citation selected; copy it by keyboard.";
    });
  }

  async function written(words) {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch {
      return false; // no clipboard here, or no leave to use it
    }
  }

  function writtenBySelecting(text) {
    getSelection().selectAllChildren(text);
    return document.execCommand("copy");
  }
})();
