"""What is there to be pressed in a figure is large enough to be hit (WCAG 2.2, 2.5.8)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.chromium import LINE_TO_RUN, find
from tests.site.loopback import served

LEAST = 24
"""CSS pixels, either way."""

PAGES = (
    "digests/merrow-lights-treaty",
    "digests/ferry-strike-ends",
    "digests/brennau-raises-its-rate",
    "digests/highfold-gates",
    "digests/marsa-al-nur-library",
    "outlets/meridian-wire",
    "speakers/josephine-stroud",
)

SMALL = """least => [...document.querySelectorAll(
    ":is(.quotation, .utterance) :is(a, summary, button, select, [tabindex])"
)].filter(each => each.checkVisibility())
  .map(each => (each.focus(), [each, each.getBoundingClientRect()]))
  .filter(([each, box]) => box.width < least || box.height < least)
  .map(([each, box]) => `${each.outerHTML.slice(0, 90)} ${box.width}x${box.height}`)"""
"""The controls of figures and comparisons that are smaller than so many pixels either way.

Each is measured while it has the focus: a link that the article above has as well is shown only
then.
"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Start Chromium; that there is none is a failure."""
    path = find()
    assert path, f"no Chromium here; run: {LINE_TO_RUN}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def _small(page: Page, least: int = LEAST) -> list[Any]:
    """Open all that opens, and return the controls that are too small."""
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    if page.locator(".files a").count():
        expect(page.locator("pre.entry")).to_have_count(2 * page.locator(".cite").count())
    found: list[Any] = page.evaluate(SMALL, least)
    return found


@pytest.mark.parametrize("width", [360, 1280])
def test_every_control_of_a_figure_can_be_hit(
    chromium: Browser, built_site: Path, width: int
) -> None:
    """Links, buttons and what opens are 24 pixels high and wide, on a phone as at a desk."""
    page = chromium.new_page(viewport={"width": width, "height": 800})
    with served(built_site) as root:
        for name in PAGES:
            page.goto(f"{root}/{name}/")
            assert _small(page) == [], name
    page.close()


def test_a_control_that_is_too_small_is_found(chromium: Browser, built_site: Path) -> None:
    """The measure above does find what is smaller than it asks."""
    page = chromium.new_page()
    with served(built_site) as root:
        page.goto(f"{root}/{PAGES[0]}/")
        assert len(_small(page, least=40)) > 20
    page.close()
