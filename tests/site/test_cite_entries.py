"""A quotation's own BibTeX and CSL-JSON in its figure: served, from disk, and without scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect, sync_playwright

from tests.chromium import LINE_TO_RUN, find
from tests.site.loopback import served
from tests.site.test_browser import AXE

DIGEST = "digests/merrow-lights-treaty"
RIGHT_TO_LEFT = "digests/marsa-al-nur-library"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Start Chromium; that there is none is a failure."""
    path = find()
    assert path, f"no Chromium here; run: {LINE_TO_RUN}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(built_site: Path) -> Iterator[str]:
    """Serve the demonstration site on this machine."""
    with served(built_site) as root:
        yield root


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """Return a browser's window that may write to the clipboard."""
    opened = chromium.new_context(reduced_motion="reduce")
    opened.grant_permissions(["clipboard-read", "clipboard-write"])
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Return a page in which a fault, or anything that a browser complains of, fails the test."""
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    yield page
    assert [fault for fault in faults if "ERR_FAILED" not in fault] == []


def _open_cite(page: Page, number: int = 0) -> Locator:
    cite = page.locator(".cite").nth(number)
    cite.locator("summary").click()
    return cite


def _entries(cite: Locator) -> Locator:
    """Return the two entries, once they are there."""
    found = cite.locator("pre.entry")
    expect(found).to_have_count(2)
    return found


def _of_file(folder: Path) -> dict[str, tuple[str, str]]:
    """Return, by key, what the files of a digest hold for each quotation, read by other means."""
    bibtex = (folder / "citations.bib").read_text(encoding="utf-8").split("\n\n")
    references = json.loads((folder / "citations.json").read_text(encoding="utf-8"))
    assert len(bibtex) == len(references)
    return {
        reference["id"]: (
            entry.rstrip("\n"),
            json.dumps([reference], ensure_ascii=False, indent=1),
        )
        for entry, reference in zip(bibtex, references, strict=True)
    }


@pytest.mark.parametrize("digest", [DIGEST, RIGHT_TO_LEFT])
def test_each_quotation_shows_its_own_entries(
    page: Page, address: str, built_site: Path, digest: str
) -> None:
    """Under a strict policy each opened citation has its own two entries, letter by letter."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/{digest}/")
    assert not [url for url in asked if "citations" in url]
    held = _of_file(built_site / digest)
    ids = page.locator("figure:has(.cite)").evaluate_all("all => all.map(each => each.id)")
    assert sorted(ids) == sorted(held)
    for number, id_ in enumerate(ids):
        entries = _entries(_open_cite(page, number))
        assert entries.evaluate_all("all => all.map(each => each.textContent)") == list(held[id_])
    files = [f"{address}/{digest}/citations.{ending}" for ending in ("bib", "json")]
    assert [url for url in asked if "citations" in url] == files
    assert {url for url in asked if not url.startswith(address)} == set()


def test_an_entry_is_copied(page: Page, address: str) -> None:
    """It has a button like the other forms, worked by keyboard, and what it does is said."""
    page.goto(f"{address}/{DIGEST}/")
    cite = page.locator(".cite").nth(2)
    cite.locator("summary").focus()
    page.keyboard.press("Enter")
    entries = _entries(cite)
    expect(cite.locator("summary")).to_be_focused()
    for place, label in enumerate(("Plain text", "Markdown", "BibTeX", "CSL-JSON")):
        page.keyboard.press("Tab")
        expect(cite.get_by_role("button").nth(place)).to_be_focused()
        assert (cite.get_by_role("button").nth(place).get_attribute("aria-label") or "").startswith(
            f"Copy: {label}: "
        )
        if place > 1:  # a long entry is scrolled by keyboard
            page.keyboard.press("Tab")
            expect(entries.nth(place - 2)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").last).to_have_text("Citation copied.")
    expect(cite.get_by_role("button", name="Copied: CSL-JSON")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == entries.last.text_content()
    cite.get_by_role("button", name="Copy: BibTeX").click()
    expect(cite.get_by_role("button", name="Copy: CSL-JSON")).to_have_text("Copy")


def test_opened_again_it_has_them_once(page: Page, address: str) -> None:
    """Closing and opening adds nothing."""
    page.goto(f"{address}/{DIGEST}/")
    cite = _open_cite(page)
    _entries(cite)
    for _ in range(2):
        cite.locator("summary").click()
    page.wait_for_timeout(200)
    _entries(cite)


def test_what_cannot_be_fetched_stays_a_link(page: Page, address: str) -> None:
    """A file that fails leaves its link; opened again, the citation asks for it again."""
    page.route("**/citations.bib", lambda route: route.abort())
    page.goto(f"{address}/{DIGEST}/")
    cite = _open_cite(page)
    expect(cite.locator("pre.entry")).to_have_count(1)
    with page.expect_download() as download:
        page.unroute("**/citations.bib")
        cite.get_by_role("link", name="BibTeX").click()
    assert download.value.suggested_filename == "merrow-lights-treaty.bib"
    for _ in range(2):
        cite.locator("summary").click()
    _entries(cite)


def test_without_scripts_the_links_lead_to_the_files(
    chromium: Browser, address: str, built_site: Path
) -> None:
    """Plain text and Markdown stand there, and both files can be had."""
    context = chromium.new_context(java_script_enabled=False)
    still = context.new_page()
    still.goto(f"{address}/{DIGEST}/")
    cite = _open_cite(still)
    expect(cite.locator("pre")).to_have_count(2)
    for name, ending, kept in (("BibTeX", "bib", "bib"), ("CSL-JSON", "csl.json", "json")):
        with still.expect_download() as download:
            cite.get_by_role("link", name=name).click()
        assert download.value.suggested_filename == f"merrow-lights-treaty.{ending}"
        given = Path(download.value.path()).read_bytes()
        assert given == (built_site / DIGEST / f"citations.{kept}").read_bytes()
    context.close()


def test_from_disk_the_links_lead_to_the_files(page: Page, built_site: Path) -> None:
    """A page opened from a folder fetches nothing and complains of nothing; its links work."""
    for name, ending in (("BibTeX", "bib"), ("CSL-JSON", "json")):
        page.goto((built_site / DIGEST / "index.html").as_uri())
        cite = _open_cite(page, 1)
        expect(cite.locator("pre")).to_have_count(2)
        cite.get_by_role("link", name=name).click()
        file = built_site / DIGEST / f"citations.{ending}"
        page.wait_for_url(file.as_uri())
        assert page.locator("body").inner_text().strip() == file.read_text("utf-8").strip()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("digest", [DIGEST, RIGHT_TO_LEFT])
def test_with_the_entries_the_page_is_accessible(
    chromium: Browser, address: str, digest: str, width: int
) -> None:
    """axe-core finds nothing with all four forms open, and nothing overflows."""
    # Its script has to be let in past the site's own policy.
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, bypass_csp=True, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{address}/{digest}/")
    _entries(_open_cite(page))
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate("axe.run()")
    assert [violation["id"] for violation in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
