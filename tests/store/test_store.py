"""The output folder sees a build whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import store
from tests.conftest import files_of


def _write(stage: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (stage / name).parent.mkdir(parents=True, exist_ok=True)
        (stage / name).write_text(text, encoding="utf-8")


def _build(output: Path, files: dict[str, str]) -> None:
    with store.building(output) as build:
        _write(build.stage, files)
        assert build.commit() == sorted(files)


def test_nothing_shows_before_the_commit(tmp_path: Path) -> None:
    """A build that never commits leaves the earlier one whole."""
    output = tmp_path / "output"
    _build(output, {"index.html": "old", "a/index.html": "a"})
    with store.building(output) as build:
        _write(build.stage, {"index.html": "new"})
    assert files_of(output) == {"index.html": b"old", "a/index.html": b"a"}
    with store.building(output) as build:
        assert files_of(build.stage) == {}
        assert files_of(output) == {"index.html": b"old", "a/index.html": b"a"}


def test_stale_files_go_and_foreign_ones_stay(tmp_path: Path) -> None:
    """A page that is no longer made goes with its folder; a file of somebody else's stays."""
    output = tmp_path / "output"
    _build(output, {"index.html": "1", "gone/page/2/index.html": "x"})
    (output / "CNAME").write_text("press.example", encoding="utf-8")
    _build(output, {"index.html": "2"})
    assert files_of(output) == {"CNAME": b"press.example", "index.html": b"2"}
    assert not (output / "gone").exists()


def test_a_file_may_become_a_folder(tmp_path: Path) -> None:
    """A page `x` of an earlier site gives way to a folder `x/`, and back."""
    output = tmp_path / "output"
    _build(output, {"x": "file"})
    _build(output, {"x/index.html": "page", "x/y/z.html": "deeper"})
    assert files_of(output) == {"x/index.html": b"page", "x/y/z.html": b"deeper"}
    _build(output, {"x": "file"})
    assert files_of(output) == {"x": b"file"}


@pytest.mark.parametrize(
    ("foreign", "wished"),
    [
        ("about/mine.pdf", "about"),
        ("about/deep/mine.pdf", "about"),
        ("about", "about/index.html"),
        ("a/about", "a/about/more/index.html"),
    ],
)
def test_what_no_build_wrote_is_never_removed(tmp_path: Path, foreign: str, wished: str) -> None:
    """A file of the user's in the place of a page is named, and nothing at all is changed."""
    output = tmp_path / "output"
    _build(output, {"index.html": "1", "about/index.html": "1"} if "/" in foreign else {"i": "1"})
    (output / foreign).parent.mkdir(parents=True, exist_ok=True)
    (output / foreign).write_text("mine", encoding="utf-8")
    before = files_of(output)
    with store.building(output) as build:
        _write(build.stage, {"aaa.html": "2", wished: "2"})
        with pytest.raises(store.StoreError) as refused:
            build.commit()
    assert str(refused.value) == (
        f"output/{foreign} is in the way of a page, and no build of Pressreview wrote it, so "
        "nothing was published. Move it away, or give the page another address."
    )
    with store.building(output):
        assert files_of(output) == before


def test_a_file_of_the_users_in_a_pages_place_stays(tmp_path: Path) -> None:
    """A file that no build wrote is not written over, unless it holds the very same."""
    output = tmp_path / "output"
    _build(output, {"index.html": "1"})
    (output / "about.html").write_text("mine", encoding="utf-8")
    with store.building(output) as build:
        _write(build.stage, {"index.html": "2", "about.html": "2"})
        with pytest.raises(store.StoreError, match=r"^output/about\.html is in the way"):
            build.commit()
    assert files_of(output) == {"index.html": b"1", "about.html": b"mine"}
    _build(output, {"index.html": "2", "about.html": "mine"})
    _build(output, {"index.html": "3"})
    assert files_of(output) == {"index.html": b"3"}


def test_without_a_manifest_a_page_is_an_older_version(tmp_path: Path) -> None:
    """Where it is not known what was built, a page replaces the file in its place."""
    (tmp_path / "output").mkdir()
    (tmp_path / "output/index.html").write_text("old", encoding="utf-8")
    _build(tmp_path / "output", {"index.html": "new"})
    assert files_of(tmp_path / "output") == {"index.html": b"new"}


def test_an_empty_folder_of_the_users_is_named_too(tmp_path: Path) -> None:
    """A folder that stands where a file must go is not taken away, be it empty."""
    (tmp_path / "output/about").mkdir(parents=True)
    with store.building(tmp_path / "output") as build:
        _write(build.stage, {"about": "2"})
        with pytest.raises(store.StoreError, match=r"^output/about is in the way"):
            build.commit()
    assert (tmp_path / "output/about").is_dir()


def test_a_build_of_nothing_is_refused(tmp_path: Path) -> None:
    """A stage without a file cannot empty the site."""
    output = tmp_path / "output"
    _build(output, {"index.html": "1"})
    with store.building(output) as build, pytest.raises(store.StoreError, match="no file at all"):
        build.commit()
    assert files_of(output) == {"index.html": b"1"}


def test_a_link_to_the_folder_is_the_folder(tmp_path: Path) -> None:
    """A build through a symbolic link shares stage, manifest and lock with one that is not."""
    (tmp_path / "real").mkdir()
    (tmp_path / "output").symlink_to("real")
    _build(tmp_path / "real", {"index.html": "1", "old.html": "1"})
    _build(tmp_path / "output", {"index.html": "2"})
    assert files_of(tmp_path / "real") == {"index.html": b"2"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".real.pressreview",
        "output",
        "real",
    ]
