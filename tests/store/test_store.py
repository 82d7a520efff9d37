"""The output folder sees a build whole or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator import store
from tests.conftest import files_of


def _build(output: Path, files: dict[str, str]) -> None:
    stage = store.begin(output)
    for name, text in files.items():
        (stage / name).parent.mkdir(parents=True, exist_ok=True)
        (stage / name).write_text(text, encoding="utf-8")


def test_nothing_shows_before_the_commit(tmp_path: Path) -> None:
    """A build that never commits leaves the earlier one whole."""
    output = tmp_path / "output"
    _build(output, {"index.html": "old", "a/index.html": "a"})
    store.commit(output)
    _build(output, {"index.html": "new"})
    assert files_of(output) == {"index.html": b"old", "a/index.html": b"a"}
    store.begin(output)
    assert files_of(output) == {"index.html": b"old", "a/index.html": b"a"}


def test_stale_files_go_and_foreign_ones_stay(tmp_path: Path) -> None:
    """A page that is no longer made goes with its folder; a file of somebody else's stays."""
    output = tmp_path / "output"
    _build(output, {"index.html": "1", "gone/page/2/index.html": "x"})
    store.commit(output)
    (output / "CNAME").write_text("press.example", encoding="utf-8")
    _build(output, {"index.html": "2"})
    store.commit(output)
    assert files_of(output) == {"CNAME": b"press.example", "index.html": b"2"}
    assert not (output / "gone").exists()


@pytest.mark.parametrize("moved", range(4))
def test_a_commit_cut_off_anywhere_is_finished_by_the_next_build(
    tmp_path: Path, moved: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a kill between any two steps, the next command brings the build home."""
    output = tmp_path / "output"
    _build(output, {"a.html": "1", "b.html": "1", "stale.html": "1"})
    store.commit(output)
    new = {"a.html": "2", "b.html": "2", "c.html": "2"}
    _build(output, new)
    real = store._move  # noqa: SLF001 (the step at which the power fails)
    calls: list[Path] = []

    def failing(staged: Path, target: Path) -> None:
        if len(calls) == moved:
            raise KeyboardInterrupt
        calls.append(target)
        real(staged, target)

    with monkeypatch.context() as patch:
        patch.setattr(store, "_move", failing)
        if moved < len(new):
            with pytest.raises(KeyboardInterrupt):
                store.commit(output)
        else:
            store.commit(output)
    shutil.rmtree(store.begin(output))
    assert files_of(output) == {name: text.encode() for name, text in new.items()}


def test_a_file_may_become_a_folder(tmp_path: Path) -> None:
    """A page `x` of an earlier site gives way to a folder `x/`, and back."""
    output = tmp_path / "output"
    _build(output, {"x": "file"})
    store.commit(output)
    _build(output, {"x/index.html": "page"})
    store.commit(output)
    assert files_of(output) == {"x/index.html": b"page"}
    _build(output, {"x": "file"})
    store.commit(output)
    assert files_of(output) == {"x": b"file"}
