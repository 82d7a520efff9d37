// Keeps an open page up to date while the site is served for its editors. Never published.
(() => {
  const { page, print } = document.currentScript.dataset;
  const changes = new EventSource(`/.pressreview/changes?${new URLSearchParams({ page, print })}`);

  changes.addEventListener("reload", () => location.reload());

  // The new sheet stands beside the old one until it is loaded, so that nothing flashes.
  changes.addEventListener("styles", () => {
    for (const old of document.querySelectorAll('link[rel="stylesheet"]')) {
      const address = new URL(old.href);
      if (address.origin !== location.origin) continue;
      address.searchParams.set("changed", Date.now());
      const sheet = old.cloneNode();
      sheet.href = address;
      sheet.addEventListener("load", () => old.remove());
      sheet.addEventListener("error", () => sheet.remove());
      old.after(sheet);
    }
  });
})();
