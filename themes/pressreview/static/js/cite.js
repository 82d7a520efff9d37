// Adds a button that copies to each form of a citation. When a citation is opened it also fetches
// the forms for programs, which stand in files for the whole digest, and shows this quotation's
// own entries. Without this script, or where nothing can be fetched, links lead to those files;
// where the browser lets no page write to the clipboard, the text is there to be selected.
"use strict";

(() => {
  const spoken = document.createElement("p");
  spoken.className = "unseen";
  spoken.setAttribute("role", "status");
  document.body.append(spoken);

  const buttons = [...document.querySelectorAll(".cite pre")].map(addButton);
  const files = new Map();

  // Media type of a file -> this quotation's own text in it; empty if it has none.
  const entries = {
    "application/x-bibtex": bibtexEntry,
    "application/vnd.citationstyles.csl+json": cslReference,
  };

  for (const cite of document.querySelectorAll(".cite")) {
    cite.addEventListener("toggle", () => {
      if (cite.open) addEntries(cite);
    });
  }

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

  // Once for each citation; what could not be fetched is asked for again when it is opened again.
  async function addEntries(cite) {
    if (location.protocol === "file:") return; // a page on disk may not read the file beside it
    const wanted = [...cite.querySelectorAll(".files a:not([data-asked])")];
    for (const link of wanted) link.dataset.asked = "";
    const found = await Promise.all(wanted.map((link) => entryBehind(link)));
    wanted.forEach((link, place) => {
      if (found[place]) show(found[place], link);
      else delete link.dataset.asked;
    });
  }

  async function entryBehind(link) {
    try {
      return entries[link.type](await textOf(link.href), link.closest(".quotation").id);
    } catch {
      files.delete(link.href);
      return "";
    }
  }

  function textOf(address) {
    if (!files.has(address)) files.set(address, fetched(address));
    return files.get(address);
  }

  async function fetched(address) {
    const answer = await fetch(address, { mode: "same-origin" });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.text();
  }

  function show(entry, link) {
    const label = document.createElement("p");
    label.textContent = link.textContent;
    const text = document.createElement("pre");
    text.className = "entry";
    text.dir = "ltr"; // also among lines that run from right to left
    text.tabIndex = 0; // what scrolls can be scrolled by keyboard
    text.setAttribute("role", "group");
    text.append(document.createElement("code"));
    text.firstChild.textContent = entry;
    link.closest(".files").before(label, text);
    buttons.push(addButton(text));
    text.setAttribute("aria-label", buttons.at(-1).dataset.form);
  }

  // An entry's last line is a brace alone, and no other line of it is.
  function bibtexEntry(file, key) {
    const lines = file.split("\n");
    const start = lines.findIndex((line) => line.startsWith("@") && line.endsWith(`{${key},`));
    if (start < 0) return "";
    return lines.slice(start, lines.indexOf("}", start) + 1).join("\n");
  }

  function cslReference(file, key) {
    const reference = JSON.parse(file).find((each) => each.id === key);
    return reference ? JSON.stringify([reference], null, 1) : "";
  }
})();
