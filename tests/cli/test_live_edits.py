"""`serve` at work: edits of every kind, in a real browser, and what the site is after them."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, sync_playwright

from tests.building.edits import EDITS, new_site
from tests.chromium import find
from tests.cli.serving import PATIENCE, builds, serving, small_site, until
from tests.conftest import CHECKOUT, environment, files_of
from tests.site.loopback import POLICY

SOMEDAY = (
    "content/digests/first/digest.yaml:2: Y012 `date` is no date: 'someday'. "
    "Write year-month-day, as 2026-11-23.\n"
)

SOON = 1.0
"""Seconds in which a saved edit shows."""


@pytest.fixture
def page() -> Iterator[Page]:
    """Open a page in a real browser."""
    chromium = find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a small site with a theme of its own."""
    shutil.copytree(CHECKOUT / "themes/pressreview", tmp_path / "looks")
    return small_site(tmp_path, settings="THEME = 'looks'\n")


def _save(file: Path, text: str) -> None:
    """Save as most editors do: a new file, renamed over the old one."""
    part = file.with_name(f".{file.name}.swp")
    part.write_text(text, encoding="utf-8")
    part.replace(file)


def _font_size(page: Page) -> str:
    size: str = page.evaluate("getComputedStyle(document.querySelector('h1')).fontSize")
    return size


def test_a_stylesheet_is_swapped_without_build_or_reload(site: Path, page: Page) -> None:
    """CSS shows within a second; the page is not loaded again, and the site is not built."""
    with serving(site) as address:
        page.goto(f"{address}/digests/first/")
        page.evaluate("window.kept = 'here'")
        sheet = site / "looks/static/css/quotation.css"
        _save(sheet, sheet.read_text(encoding="utf-8") + "\nh1 { font-size: 77px; }\n")
        start = time.monotonic()
        until(lambda: _font_size(page) == "77px")
        assert time.monotonic() - start < SOON
        assert page.evaluate("window.kept") == "here"
        assert page.locator("link[href*=quotation]").count() == 1
        assert builds(site) == 1
        served = site / "output/theme/css/quotation.css"
        assert served.read_bytes() == sheet.read_bytes()


def test_an_edit_reloads_the_pages_that_it_changes(site: Path, page: Page) -> None:
    """The edited page shows the edit within a second; a page that stays as it was, stays open."""
    with serving(site) as address:
        assert page.context.browser is not None
        other = page.context.browser.new_page()
        other.goto(f"{address}/about/")
        other.evaluate("window.kept = 'here'")
        page.goto(f"{address}/digests/first/")
        _save(site / "content/digests/first/review.md", "It snowed, Reuters reports.\n")
        start = time.monotonic()
        page.locator("main", has_text="It snowed").wait_for(timeout=PATIENCE * 1000)
        seen = time.monotonic() - start
        until(lambda: builds(site) == 2)
        until(lambda: "It snowed" in _text(site / "output/digests/first/index.html"))
        assert page.locator("main", has_text="It snowed").count() == 1
        assert other.evaluate("window.kept") == "here"
        assert seen < SOON


def _got(address: str) -> str:
    """Return the page at `address`, be it the one that says that there is none."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 (ours)
            page: bytes = answer.read()
    except urllib.error.HTTPError as missing:
        page = missing.read()
    return page.decode()


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def test_a_page_under_a_strict_content_policy_is_kept_up_to_date(site: Path, page: Page) -> None:
    """What the server adds to a page needs no inline script, style or foreign origin."""

    def strictly(route: Route) -> None:
        answer = route.fetch()
        headers = {**answer.headers, "content-security-policy": POLICY}
        route.fulfill(response=answer, headers=headers)

    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    with serving(site) as address:
        page.route("**/digests/first/", strictly)
        page.goto(f"{address}/digests/first/")
        sheet = site / "looks/static/css/quotation.css"
        sheet.write_text("h1 { font-size: 66px; }\n", encoding="utf-8")
        until(lambda: _font_size(page) == "66px")
        _save(site / "content/digests/first/review.md", "It froze, Reuters reports.\n")
        page.locator("main", has_text="It froze").wait_for(timeout=PATIENCE * 1000)
    assert faults == []


def test_a_changed_template_shows(site: Path, page: Page) -> None:
    """A page is drawn with the template as it is now, though the process knew an older one."""
    with serving(site) as address:
        page.goto(f"{address}/digests/first/")
        template = site / "looks/templates/base.html"
        _save(template, _text(template).replace("Made with", "Baked with"))
        page.locator("footer", has_text="Baked with").wait_for(timeout=PATIENCE * 1000)
        _save(site / "content/digests/first/review.md", "It thawed, Reuters reports.\n")
        page.locator("main", has_text="It thawed").wait_for(timeout=PATIENCE * 1000)
        assert "Baked with" in page.locator("footer").inner_text()


def test_a_broken_edit_is_told_and_the_next_one_mends_it(site: Path) -> None:
    """The problem is in the terminal, the old site stays; a sound edit is built again."""
    digest = site / "content/digests/first/digest.yaml"
    with serving(site) as address:
        digest.write_text("title: Broken\ndate: someday\n", encoding="utf-8")
        until(lambda: SOMEDAY in _text(site / "serve.log"))
        assert "Before" in _got(f"{address}/digests/first/")
        digest.write_text("title: Mended\ndate: 2026-01-01\n", encoding="utf-8")
        until(lambda: "Mended" in _text(site / "output/digests/first/index.html"))


def test_a_look_shows_nothing_held(site: Path) -> None:
    """What an edit holds back is at no address, from the edit's build on."""
    digest = site / "content/digests/first/digest.yaml"
    with serving(site) as address:
        digest.write_text("title: Unripe\ndate: 2026-01-01\nstatus: draft\n", encoding="utf-8")
        seen = set()
        while (site / "output/digests/first").exists():
            seen.add("Unripe" in _got(f"{address}/digests/first/"))
        assert "Unripe" not in _got(f"{address}/digests/first/")
        assert seen == {False}


def test_after_any_edits_the_served_folder_is_a_clean_build(tmp_path: Path) -> None:
    """Edits at random, some while a build runs: the folder is that of a build from nothing."""
    chance = random.Random(20261126)
    site = new_site(tmp_path / "site")
    ours = [edit for edit in EDITS if edit.__name__ in SAVED]
    assert len(ours) == len(SAVED)
    with serving(site.folder) as _:
        for _ in range(8):
            chance.choice(ours)(site, chance)
            sheet = site.folder / "theme/static/css/print.css"
            sheet.write_text(f"/* {chance.random()} */\n", encoding="utf-8")
            time.sleep(chance.choice([0.0, 0.1, 1.5]))
        _until_quiet(site.folder)
    clean = tmp_path / "clean/output"
    subprocess.run(
        [sys.executable, "-m", "generator", "build", "-o", str(clean)],
        cwd=site.folder,
        env=environment(PYTHONPATH=str(CHECKOUT)),
        check=True,
    )
    found, wanted = files_of(site.folder / "output"), files_of(clean)
    assert found.keys() == wanted.keys()
    assert [name for name in found if found[name] != wanted[name]] == []


SAVED = (
    *("a_sentence_more", "another_title", "another_date", "another_topic", "an_embargo"),
    *("another_outlet", "another_person", "another_setting", "another_template"),
    *("deleted", "renamed"),
)
"""Edits of a sound site that stays sound."""


def _until_quiet(folder: Path) -> None:
    """Wait until no build has ended for some seconds."""
    known, since = -1, time.monotonic()
    while time.monotonic() - since < QUIET:
        if (now := builds(folder)) != known:
            known, since = now, time.monotonic()
        time.sleep(0.1)


QUIET = 6.0
"""Seconds: longer than a build of the small site."""
