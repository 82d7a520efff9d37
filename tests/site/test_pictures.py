"""The pictures that a narrative shows go out with its digest, and nothing else does."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import run_build

PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


def _digest(content: Path, slug: str, more: str = "") -> Path:
    folder = content / "digests" / slug
    (folder / "images/deep").mkdir(parents=True)
    (folder / "digest.yaml").write_text(f"title: T\ndate: 2026-01-01\n{more}", encoding="utf-8")
    text = "It rained, Reuters reports.\n\n![a boat](images/boat.svg)\n"
    (folder / "review.md").write_text(text, encoding="utf-8")
    for name in ("images/boat.svg", "images/deep/map.SVG", "images/_aside.svg"):
        (folder / name).write_bytes(PICTURE)
    (folder / "images/notes.txt").write_text("for me only", encoding="utf-8")
    return folder


def _pictures(site: Path) -> set[str]:
    return {p.relative_to(site).as_posix() for p in site.glob("digests/**/images/**/*.*")}


def test_a_narratives_pictures_are_published(tmp_path: Path) -> None:
    """Every picture under a published digest's images/ is served where the page looks for it."""
    _digest(tmp_path / "content", "rain")
    done = run_build(tmp_path / "output", content=tmp_path / "content")
    assert done.returncode == 0, done.stderr
    assert _pictures(tmp_path / "output") == {
        "digests/rain/images/boat.svg",
        "digests/rain/images/deep/map.SVG",
    }
    assert (tmp_path / "output/digests/rain/images/boat.svg").read_bytes() == PICTURE
    page = (tmp_path / "output/digests/rain/index.html").read_text(encoding="utf-8")
    assert 'src="images/boat.svg"' in page


@pytest.mark.parametrize("held", ["status: draft\n", "embargo: 2099-01-01T00:00:00Z\n"])
def test_a_held_digest_shows_no_picture(held: str, tmp_path: Path) -> None:
    """Drafts and digests under embargo keep their pictures to themselves."""
    _digest(tmp_path / "content", "rain")
    _digest(tmp_path / "content", "held", held)
    done = run_build(tmp_path / "output", content=tmp_path / "content")
    assert done.returncode == 0, done.stderr
    assert {path.split("/")[1] for path in _pictures(tmp_path / "output")} == {"rain"}


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights")
def test_a_link_brings_nothing_in(tmp_path: Path) -> None:
    """What a symbolic link brings in from elsewhere, be it called a picture, is not published."""
    folder = _digest(tmp_path / "content", "rain")
    held = _digest(tmp_path / "content", "held", "status: draft\n")
    (folder / "images/stored.png").symlink_to("../review.md")
    (folder / "images/text.png").symlink_to("notes.txt")
    (folder / "images/theirs.svg").symlink_to(held / "images/boat.svg")
    (folder / "images/folder").symlink_to(held / "images")
    _digest(tmp_path / "content", "linked")
    linked = tmp_path / "content/digests/linked/images"
    linked.rename(linked.with_name("_images"))
    linked.symlink_to(held / "images")
    done = run_build(tmp_path / "output", content=tmp_path / "content")
    assert done.returncode == 0, done.stderr
    assert _pictures(tmp_path / "output") == {
        "digests/rain/images/boat.svg",
        "digests/rain/images/deep/map.SVG",
    }
