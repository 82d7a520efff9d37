// Narrows the quotations of a digest by what their figures say of themselves in data- attributes.
// The choices come with the page; the address keeps what was chosen, so that it can be sent on.
"use strict";

(() => {
  const box = document.querySelector(".filter");
  const selects = [...box.querySelectorAll("select")];
  const status = box.querySelector("[role=status]");
  const all = box.querySelector("button");
  const figures = [...document.querySelectorAll(".outlets .quotation")];
  const sections = [...document.querySelectorAll(".outlets > section")];
  const entries = [...document.querySelectorAll(".outlet-index a")];

  const options = selects.flatMap((select) => [...select.options]);
  const labels = new Map(options.map((each) => [each, each.text.replace(/ \(\d+\)$/, "")]));

  const fits = (figure, chosen) =>
    chosen.every((select) => figure.dataset[select.name] === select.value);
  const counted = (figure) => !figure.classList.contains("withdrawn");

  function target(hash) {
    try {
      return document.getElementById(decodeURIComponent(hash.slice(1)));
    } catch {
      return null; // a stray % in the address
    }
  }

  function show() {
    const chosen = selects.filter((select) => select.value);
    for (const figure of figures) {
      figure.hidden = !fits(figure, chosen);
    }
    for (const section of sections) {
      const some = section.querySelector(".quotation:not([hidden])");
      section.hidden = chosen.length > 0 && !some;
    }
    for (const entry of entries) entry.parentElement.hidden = Boolean(target(entry.hash)?.hidden);
    offer();
    all.hidden = chosen.length === 0;
    // Silent until something is chosen; then also the way back to all of them is said.
    if (chosen.length > 0 || status.textContent) status.textContent = sentence();
  }

  // Each choice says how many it would leave beside the other choices; one that would leave none is
  // out of reach, save the one that is chosen.
  function offer() {
    for (const select of selects) {
      const others = selects.filter((other) => other !== select && other.value);
      const left = figures.filter((figure) => counted(figure) && fits(figure, others));
      for (const option of [...select.options].filter((each) => each.value)) {
        const count = left.filter((f) => f.dataset[select.name] === option.value).length;
        option.textContent = `${labels.get(option)} (${count})`;
        option.disabled = count === 0 && !option.selected;
      }
    }
  }

  function sentence() {
    const shown = figures.filter((figure) => counted(figure) && !figure.hidden).length;
    const words = status.dataset.words.replace("{shown}", shown);
    return words.replace("{all}", figures.filter(counted).length);
  }

  function fromAddress() {
    const wanted = new URLSearchParams(location.search);
    for (const select of selects) {
      const known = [...select.options].some((option) => option.value === wanted.get(select.name));
      select.value = known ? wanted.get(select.name) : "";
    }
  }

  function toAddress() {
    const address = new URL(location);
    for (const select of selects) {
      address.searchParams.delete(select.name);
      if (select.value) address.searchParams.set(select.name, select.value);
    }
    if (target(address.hash)?.closest("[hidden]")) address.hash = "";
    try {
      history.replaceState(null, "", address);
    } catch {
      // Some browsers keep the address of a page that lies on disk; the filter works all the same.
    }
  }

  function showAll() {
    for (const select of selects) select.value = "";
    show();
    toAddress();
  }

  // A link to a quotation wins over a filter that hides it.
  function reveal(hash) {
    if (!target(hash)?.closest(".outlets [hidden]")) return;
    showAll();
    target(hash).scrollIntoView();
  }

  box.addEventListener("change", () => {
    show();
    toAddress();
  });
  all.addEventListener("click", () => {
    showAll();
    selects[0].focus(); // the button that had the focus is gone
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (link) reveal(link.hash);
  });
  addEventListener("hashchange", () => reveal(location.hash));
  addEventListener("popstate", () => {
    fromAddress();
    show();
  });

  box.hidden = false;
  fromAddress();
  show();
  reveal(location.hash);
})();
