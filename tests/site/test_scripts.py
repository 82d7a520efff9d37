"""What scripts add to the page of a digest, in a real Chromium, from a folder on disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.chromium import LINE_TO_RUN, find
from tests.site.test_browser import AXE

DIGEST = "digests/merrow-lights-treaty/index.html"
FIGURES = ".outlets .quotation"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Start Chromium; that there is none is a failure."""
    path = find()
    assert path, f"no Chromium here; run: {LINE_TO_RUN}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Return a page in which a fault of a script fails the test."""
    context = chromium.new_context(reduced_motion="reduce")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda fault: faults.append(str(fault)))
    opened.on("request", lambda request: faults.extend(_foreign(request.url)))
    yield opened
    context.close()
    assert faults == []


def _foreign(url: str) -> list[str]:
    return [] if url.startswith("file:") else [url]


def _open(page: Page, site: Path, more: str = "", digest: str = DIGEST) -> None:
    page.goto((site / digest).as_uri() + more)


def _shown(page: Page) -> int:
    return page.locator(f"{FIGURES}:visible").count()


def test_a_choice_narrows_the_quotations(page: Page, built_site: Path) -> None:
    """Only what fits stays, outlets without any go with their entry; the count is announced."""
    _open(page, built_site)
    assert _shown(page) == 14
    status = page.get_by_role("status").first
    page.get_by_label("Language").select_option("ar")
    assert _shown(page) == 3
    expect(status).to_have_text("3 of 14 quotations shown")
    assert page.locator(".outlets > section:visible h3").all_inner_texts() == ["Sawt al-Marsa"]
    assert page.locator(".outlet-index li:visible").count() == 1
    page.get_by_label("Speaker").select_option("hamdan-al-ramli")
    expect(status).to_have_text("1 of 14 quotations shown")


def test_every_choice_shows_as_many_as_it_says(page: Page, built_site: Path) -> None:
    """The count behind each choice is the number of quotations that it leaves."""
    for digest in (DIGEST, "digests/brennau-raises-its-rate/index.html"):
        _open(page, built_site, digest=digest)
        tried = 0
        for select in page.locator(".filter select").all():
            for option in select.locator("option").all()[1:]:
                select.select_option(option.get_attribute("value"))
                count = int(option.inner_text().rpartition("(")[2].rstrip(")"))
                withdrawn = page.locator(f"{FIGURES}.withdrawn:visible").count()
                assert _shown(page) - withdrawn == count, option.inner_text()
                tried += 1
            select.select_option("")
        assert tried > 8


def test_no_choice_leads_to_nothing(page: Page, built_site: Path) -> None:
    """Beside another choice each says how many are left, and what leaves none is out of reach."""
    _open(page, built_site)
    page.get_by_label("Language").select_option("ar")
    seen = set()
    for option in page.locator(".filter select:not([name=language]) option[value]").all():
        count = option.inner_text().rpartition("(")[2].rstrip(")")
        if option.get_attribute("value"):
            assert option.is_disabled() == (count == "0"), option.inner_text()
            seen.add(count)
    assert {"0", "3"} <= seen


def test_what_was_chosen_is_in_the_address(page: Page, built_site: Path) -> None:
    """A filtered page can be linked, its link opens as it was, and a wrong value does no harm."""
    _open(page, built_site)
    page.get_by_label("Language").select_option("fr")
    page.get_by_label("Kind").select_option("mixed")
    assert page.url.endswith("index.html?language=fr&kind=mixed")
    link = page.url
    page.goto("about:blank")
    page.goto(link)
    assert _shown(page) == 1
    expect(page.get_by_label("Language")).to_have_value("fr")
    _open(page, built_site, "?language=xx&from=here")
    assert _shown(page) == 14


def test_show_all_shows_all(page: Page, built_site: Path) -> None:
    """The button comes with a choice, lifts it, and leaves the keyboard where it was."""
    _open(page, built_site, "?language=ar")
    button = page.get_by_role("button", name="Show all")
    button.click()
    assert _shown(page) == 14
    expect(page.get_by_role("status").first).to_have_text("14 of 14 quotations shown")
    assert page.url.endswith("index.html")
    expect(button).to_be_hidden()
    expect(page.locator("select[name=outlet]")).to_be_focused()


def test_a_link_to_a_quotation_wins(page: Page, built_site: Path) -> None:
    """A permalink, or a link in the page, to what the filter hides lifts the filter."""
    _open(page, built_site)
    anchor = page.locator(FIGURES).first.get_attribute("id")
    _open(page, built_site, f"?language=ar#{anchor}")
    assert _shown(page) == 14
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    page.get_by_label("Language").select_option("ar")
    page.evaluate(f"location.hash = '#{anchor}'")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    assert _shown(page) == 14


def test_the_filter_needs_no_mouse(page: Page, built_site: Path) -> None:
    """Every control can be reached and worked by keyboard."""
    _open(page, built_site)
    page.locator("select[name=outlet]").focus()
    page.keyboard.press("ArrowDown")
    assert _shown(page) == 3
    for _ in range(page.locator(".filter select").count()):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Show all")).to_be_focused()
    page.keyboard.press("Enter")
    assert _shown(page) == 14


def test_a_citation_is_copied(page: Page, built_site: Path) -> None:
    """The button puts the very text into the clipboard, and says so."""
    _open(page, built_site)
    cite = page.locator(".cite").first
    cite.locator("summary").click()
    cite.get_by_role("button", name="Copy: Markdown").click()
    expect(page.get_by_role("status").last).to_have_text("Citation copied.")
    expect(cite.get_by_role("button", name="Copied: Markdown")).to_have_text("Copied")
    expect(cite.get_by_role("button", name="Copy: Plain text")).to_have_text("Copy")
    text = cite.locator("pre").last.inner_text()
    assert page.evaluate("navigator.clipboard.readText()") == text
    assert text.startswith("> ")


@pytest.mark.parametrize("may_copy", [True, False])
def test_without_a_clipboard_the_text_is_selected(
    page: Page, built_site: Path, *, may_copy: bool
) -> None:
    """A browser without the clipboard's interface copies the selection, or leaves it selected."""
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    if not may_copy:
        page.add_init_script("document.execCommand = () => false")
    _open(page, built_site)
    cite = page.locator(".cite").first
    cite.locator("summary").click()
    cite.get_by_role("button", name="Copy: Plain text").click()
    words = "Citation copied." if may_copy else "Citation selected; copy it by keyboard."
    expect(page.get_by_role("status").last).to_have_text(words)
    text = cite.locator("pre").first.inner_text()
    assert page.evaluate("getSelection().toString()") == text


@pytest.mark.parametrize("width", [360, 1280])
def test_filtered_and_cited_the_page_is_accessible(
    page: Page, built_site: Path, width: int
) -> None:
    """axe-core finds nothing with a filter set and a citation open, and nothing overflows."""
    page.set_viewport_size({"width": width, "height": 800})
    _open(page, built_site, "?language=ar")
    page.locator(".cite:visible summary").first.click()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate("axe.run()")
    assert [violation["id"] for violation in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_nothing_is_missing(chromium: Browser, built_site: Path) -> None:
    """No control stands there that does nothing; all quotations and citations can be read."""
    context = chromium.new_context(java_script_enabled=False)
    still = context.new_page()
    _open(still, built_site, "?language=ar")
    assert _shown(still) == 14
    assert still.locator(".filter").is_hidden()
    assert still.locator("button:visible").count() == 0
    still.locator(".cite summary").first.click()
    assert still.locator(".cite pre").first.is_visible()
    context.close()
