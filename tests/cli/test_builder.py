"""Builds and looks that `serve` orders, and which files it copies by themselves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.builder import CAN_FORK, Builder
from generator.cli.edits import Copyist, Edit
from generator.pelican_plugin.options import site_folders
from generator.store import Build
from tests.building.edits import new_site
from tests.cli.serving import small_site, until
from tests.conftest import CHECKOUT, environment

THEME = CHECKOUT / "themes/pressreview/static"


@pytest.mark.parametrize(
    ("settings", "places"),
    [
        ("", ["theme", "images"]),
        ("EXTRA_PATH_METADATA = {'images/a.svg': {'path': 'a.svg'}}", ["theme"]),
        ("STATIC_SAVE_AS = 'files/{path}'", ["theme"]),
        ("STATIC_CREATE_LINKS = True", []),
        ("PLUGINS = [pelican_plugin, 'shrink']", []),
    ],
)
def test_only_what_nothing_can_change_is_copied(
    tmp_path: Path, settings: str, places: list[str]
) -> None:
    """Other plugins, links and moved files leave the copying to a build."""
    site = small_site(tmp_path, settings=settings)
    copied = site_folders(str(site / "pelicanconf.py")).copied
    assert [place for _, place in copied] == places


def _build(site: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "generator", "build"],
        cwd=site,
        env=environment(PYTHONPATH=str(CHECKOUT)),
        check=True,
    )


def test_a_file_of_the_site_is_copied_and_a_new_one_is_built(tmp_path: Path) -> None:
    """What the last build published is brought up to date alone; the rest asks for a build."""
    site = small_site(tmp_path)
    images = site / "content/images"
    images.mkdir()
    (images / "old.svg").write_text("<svg/>", encoding="utf-8")
    _build(site)
    folders = site_folders(str(site / "pelicanconf.py")).copied
    copyist = Copyist(build=Build(output=site / "output"), folders=folders)
    (images / "old.svg").write_text("<svg />", encoding="utf-8")
    (images / "new.svg").write_text("<svg/>", encoding="utf-8")
    gone = images / "gone.svg"
    edit = copyist.taken([images / "old.svg", images / "new.svg", gone])
    assert [file.name for file in edit.copied] == ["images/old.svg"]
    assert edit.files == (gone, images / "new.svg")
    assert (site / "output/images/old.svg").read_text(encoding="utf-8") == "<svg />"
    assert not (site / "output/images/new.svg").exists()


def test_looks_are_for_a_few_digests_alone() -> None:
    """A digest saved with something else, or many at one go, wait for the build."""
    digests = Path("/site/content/digests")
    one, two = digests / "mill/review.md", digests / "weir/articles/quay.md"
    assert Edit(files=(one, two)).slugs(digests) == ("mill", "weir")
    assert Edit(files=(one, digests.parent / "outlets.yaml")).slugs(digests) == ()
    assert Edit(files=tuple(digests / f"d{n}/review.md" for n in range(9))).slugs(digests) == ()


@pytest.mark.skipif(not CAN_FORK, reason="this system forks no processes")
def test_a_lost_process_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the process that stands by is killed, the next build starts another one."""
    site = small_site(tmp_path)
    monkeypatch.chdir(site)
    monkeypatch.setenv("PYTHONPATH", str(CHECKOUT))
    builder = Builder("pelicanconf.py", None, lambda *_: None)
    try:
        assert builder.build(1)
        assert builder.standby is not None
        os.kill(builder.standby, signal.SIGKILL)
        assert builder.build(2)
        (site / "content/digests/first/digest.yaml").write_text("title: Undated\n")
        assert not builder.build(3)
    finally:
        builder.close()


@pytest.mark.skipif(not CAN_FORK, reason="this system forks no processes")
def test_a_look_is_what_the_build_makes_of_the_edit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing between digests changes, the page seen first is the one then published."""
    site = new_site(tmp_path / "site").folder
    monkeypatch.chdir(site)
    monkeypatch.setenv("PYTHONPATH", str(CHECKOUT))
    seen: dict[str, bytes] = {}
    builder = Builder("pelicanconf.py", None, lambda _, name, page: seen.update({name: page}))
    name = "digests/weir/index.html"
    try:
        assert builder.build(1)
        with (site / "content/digests/weir/digest.yaml").open("a", encoding="utf-8") as file:
            file.write("place: Upper Fen\ncorrections: [{date: 2026-11-01, what: A slip.}]\n")
        builder.look(2, "weir")
        assert builder.build(2)
        until(lambda: name in seen)
    finally:
        builder.close()
    published = (site / "output" / name).read_bytes()
    assert b"A slip." in published
    assert seen == {name: published}


HANDLER = """
from pelican import signals


def note(pelican):
    with open("builds.txt", "a") as file:
        file.write("built\\n")


signals.initialized.connect(note)
"""


@pytest.mark.skipif(not CAN_FORK, reason="this system forks no processes")
def test_what_a_settings_file_connects_is_called_once_a_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A settings file may be read more than once; what it asks of a build is done once."""
    site = small_site(tmp_path, settings=HANDLER)
    monkeypatch.chdir(site)
    monkeypatch.setenv("PYTHONPATH", str(CHECKOUT))
    _build(site)
    assert (site / "builds.txt").read_text() == "built\n"
    builder = Builder("pelicanconf.py", None, lambda *_: None)
    try:
        assert builder.build(1)
        assert builder.build(2)
    finally:
        builder.close()
    assert (site / "builds.txt").read_text() == "built\n" * 3
