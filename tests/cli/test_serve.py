"""`serve`: a real server, a real browser, a real edit."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.chromium import find
from tests.cli.serving import PATIENCE, serving, small_site, until
from tests.conftest import CHECKOUT, environment, files_of
from tests.site.held import HELD, build, write_content, write_settings


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """Serve a small site of one digest; return its folder and address."""
    with serving(small_site(tmp_path)) as address:
        yield tmp_path, address


def test_an_edit_shows_in_the_open_page(served: tuple[Path, str]) -> None:
    """A saved change is built and the open browser reloads; a broken one leaves the page up."""
    folder, address = served
    file = folder / "content/digests/first/digest.yaml"
    chromium = find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{address}/digests/first/")
        assert page.locator("h1").inner_text() == "Before"
        file.write_text("title: After\ndate: 2026-01-01\n", encoding="utf-8")
        page.locator("h1", has_text="After").wait_for(timeout=PATIENCE * 1000)
        file.write_text("title: Broken\ndate: someday\n", encoding="utf-8")
        page.wait_for_timeout(3000)
        page.reload()
        assert page.locator("h1").inner_text() == "After"
        browser.close()


def test_the_files_stay_as_they_were_built(served: tuple[Path, str]) -> None:
    """The reloading script is in what the browser gets, and in no file; 404 has our page."""
    folder, address = served
    with urllib.request.urlopen(f"{address}/", timeout=PATIENCE) as answer:  # noqa: S310 (ours)
        assert b'<script src="/.pressreview/live.js"' in answer.read()
    assert b"<script" not in (folder / "output/index.html").read_bytes()
    with pytest.raises(urllib.error.HTTPError) as missing:
        urllib.request.urlopen(f"{address}/nowhere/", timeout=PATIENCE)  # noqa: S310 (ours)
    assert missing.value.code == 404
    assert b"Page not found" in missing.value.read()


def _title(address: str) -> str:
    with urllib.request.urlopen(f"{address}/digests/first/", timeout=PATIENCE) as answer:  # noqa: S310 (ours)
        page: str = answer.read().decode()
    return page.split("<h1", 1)[1].split(">", 1)[1].split("<", 1)[0].strip()


def _wait_for_title(address: str, title: str) -> None:
    end = time.monotonic() + PATIENCE
    while (found := _title(address)) != title:
        assert time.monotonic() < end, found
        time.sleep(0.1)


def test_the_settings_say_what_is_served_and_watched(tmp_path: Path) -> None:
    """Content, output and theme may be anywhere; a change of any, or of the settings, is built."""
    shutil.copytree(CHECKOUT / "themes/pressreview", tmp_path / "looks")
    settings = "PATH = 'texts'\nOUTPUT_PATH = 'texts/public/site'\nTHEME = 'looks'\n"
    site = small_site(tmp_path, content="texts", settings=settings)
    with serving(site) as address:
        assert _title(address) == "Before"
        assert not (site / "output").exists()
        time.sleep(1)
        file = site / "texts/digests/first/digest.yaml"
        file.write_text("title: After\ndate: 2026-01-01\n", encoding="utf-8")
        _wait_for_title(address, "After")
        time.sleep(2)
        journal = site / "texts/public/.site.pressreview"
        built = (journal / "manifest.json").stat().st_mtime_ns
        time.sleep(2)
        assert (journal / "manifest.json").stat().st_mtime_ns == built, "a build starts no build"
        sheet = site / "looks/static/css/pressreview.css"
        sheet.write_text("/* mine */", encoding="utf-8")
        served_sheet = site / "texts/public/site/theme/css/pressreview.css"
        until(lambda: served_sheet.read_text(encoding="utf-8") == "/* mine */")
        part = site / "part"
        part.write_text((site / "pelicanconf.py").read_text() + "\nSITENAME = 'Renamed'\n")
        part.replace(site / "pelicanconf.py")
        home = site / "texts/public/site/index.html"
        until(lambda: "Renamed" in home.read_text(encoding="utf-8"))


def test_what_is_served_has_nothing_held(tmp_path: Path) -> None:
    """`serve` shows what `build` does; a digest set back to draft is gone from the next rebuild."""
    write_content(tmp_path / "built", HELD)
    built = files_of(build(tmp_path / "built"))
    site = tmp_path / "served"
    first = min(HELD)
    content = write_content(site, {**HELD, first: "approved_by: Ann Boss\n"})
    write_settings(site, approvals=1)
    page = site / f"output/digests/{first}-affair/index.html"
    with serving(site) as address:
        assert page.is_file()
        file = content / f"digests/{first}-affair/digest.yaml"
        file.write_text(file.read_text(encoding="utf-8") + "status: draft\n", encoding="utf-8")
        until(lambda: not page.exists())
        for word in HELD:
            with pytest.raises(urllib.error.HTTPError) as missing:
                urllib.request.urlopen(f"{address}/digests/{word}-affair/", timeout=PATIENCE)  # noqa: S310 (ours)
            assert missing.value.code == 404
    # The rows of the site's own files stay; nothing of them shows.
    assert files_of(site / "output") == built


def test_an_output_folder_may_be_given(tmp_path: Path) -> None:
    """`-o` wins over the settings."""
    with serving(small_site(tmp_path), "-o", "elsewhere") as address:
        assert _title(address) == "Before"
        assert (tmp_path / "elsewhere/index.html").is_file()
        assert not (tmp_path / "output").exists()


def test_settings_that_cannot_be_read_are_one_line(tmp_path: Path) -> None:
    """A settings file with a mistake in it is named, and no traceback follows."""
    (tmp_path / "pelicanconf.py").write_text("SITENAME = Name\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "generator", "serve"],
        cwd=tmp_path,
        env=environment(PYTHONPATH=str(CHECKOUT)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == (
        "pressreview serve: pelicanconf.py cannot be read: NameError: name 'Name' is not defined\n"
    )
