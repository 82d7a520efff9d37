"""Take the pictures of the README: `python -m tools.screenshots` after `make html`."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.chromium import find

CHECKOUT = Path(__file__).resolve().parent.parent
IMAGES = CHECKOUT / "docs" / "images"
PAGES = {
    "home": "output/index.html",
    "digest": "output/digests/highfold-gates/index.html",
}


def main() -> None:
    """Open each page at desk width and keep what a reader sees first."""
    IMAGES.mkdir(exist_ok=True)
    chromium = find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 1500})
        for name, file in PAGES.items():
            page.goto((CHECKOUT / file).as_uri())
            page.screenshot(path=IMAGES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
