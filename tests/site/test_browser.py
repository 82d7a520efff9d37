"""The site in a real, headless Chromium: phone and desk, light and dark, scripts off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.chromium import LINE_TO_RUN, find
from tests.conftest import CHECKOUT

AXE = CHECKOUT / "node_modules/axe-core/axe.min.js"

PAGES = (
    "index.html",
    "digests/highfold-gates/index.html",
    "digests/ferry-strike-ends/index.html",
    "digests/merrow-lights-treaty/index.html",
    "digests/the-ferrymans-arithmetic/index.html",
    "digests/brennau-raises-its-rate/index.html",
    "digests/marsa-al-nur-library/index.html",
    "digests/night-train-returns/index.html",
    "outlets/index.html",
    "outlets/meridian-wire/index.html",
    "speakers/index.html",
    "speakers/amelie-courcelle/index.html",
    "topics/index.html",
    "topics/sea-and-shore/index.html",
    "archive/index.html",
    "archive/2026/10/index.html",
    "coverage/index.html",
    "corrections/index.html",
    "about/index.html",
    "404.html",
)

Scheme = Literal["light", "dark"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Chromium; that there is none is a failure."""
    path = find()
    assert path, f"no Chromium here; run: {LINE_TO_RUN}"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


LOOKS = [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]
"""A phone and a desk, by day and by night."""


@pytest.fixture(params=LOOKS)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Return a page of a width and colour scheme, in which no script of the page's may run."""
    yield from _opened(browser, *request.param, scripts=False)


@pytest.fixture(params=LOOKS)
def scripted_page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Return the same with scripts on: axe-core needs them, and so do filters and buttons."""
    yield from _opened(browser, *request.param, scripts=True)


def _opened(browser: Browser, width: int, scheme: Scheme, *, scripts: bool) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        java_script_enabled=scripts,
        reduced_motion="reduce",
    )
    yield context.new_page()
    context.close()


def _violations(page: Page) -> list[str]:
    """Run axe-core on the page at hand."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate("axe.run()")
    return [
        f"{violation['id']}: {node['html'][:200]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def test_no_accessibility_violation(scripted_page: Page, built_site: Path) -> None:
    """axe-core finds no violation on any kind of page."""
    for name in PAGES:
        scripted_page.goto((built_site / name).as_uri())
        assert _violations(scripted_page) == [], name


def test_axe_finds_what_is_wrong(scripted_page: Page, tmp_path: Path) -> None:
    """The checker at work here does find a fault where there is one."""
    (tmp_path / "x.html").write_text("<title>x</title><img src='x.png'>", encoding="utf-8")
    scripted_page.goto((tmp_path / "x.html").as_uri())
    assert any(violation.startswith("image-alt") for violation in _violations(scripted_page))


def test_nothing_is_wider_than_the_screen(page: Page, built_site: Path) -> None:
    """No page scrolls sideways."""
    for name in PAGES:
        page.goto((built_site / name).as_uri())
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= page.viewport_size["width"], name  # type: ignore[index] # always set


def test_a_reader_walks_from_home_to_a_quotation(page: Page, built_site: Path) -> None:
    """From home a reader reaches a digest, its round-up, an outlet, and a quotation's permalink."""
    page.goto((built_site / "index.html").as_uri())
    page.get_by_role("link", name="Highfold shuts its gates").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Highfold shuts its gates"
    figures = page.locator("figure:has(blockquote)")
    assert figures.count() >= 5
    figures.first.get_by_role("link", name="Permalink").click()
    assert "#q-" in page.url
    page.locator("figure:has(blockquote) cite a").first.click()
    assert "/outlets/" in page.url
    assert page.locator("blockquote").first.is_visible()


def test_the_blocker_of_scripts_is_on(page: Page, tmp_path: Path) -> None:
    """A page's own script does not run in these tests."""
    (tmp_path / "x.html").write_text("<title>off</title><script>document.title='on'</script>")
    page.goto((tmp_path / "x.html").as_uri())
    assert page.title() == "off"
