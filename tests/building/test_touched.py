"""A digest that a changed name may concern is found by the words in its files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.building.touched import _all_words, holds_any
from generator.outlets.names import TOKEN

NAME = frozenset([frozenset(["harbour", "echo"])])


@pytest.mark.parametrize("name", ["digest.yaml", "review.md", "articles/one/page.HTML", "a.txt"])
@pytest.mark.parametrize(
    "words",
    [
        "the Harbour Echo",
        "“Écho”—said the HARBOUR…",
        "harbour\u00a0echo",
        "Harbour «Echo»",
        "E\u0301cho of the harbour ß",
    ],
)
def test_a_name_is_found_however_it_is_written(tmp_path: Path, name: str, words: str) -> None:
    """Case, accents and the signs around them hide no word, in any file that is read."""
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(words, encoding="utf-8")
    assert holds_any(tmp_path, NAME)


def test_only_whole_names_in_files_that_are_read_count(tmp_path: Path) -> None:
    """A part of a name is none, and neither is a name in a picture or a folder's own name."""
    (tmp_path / "review.md").write_text("The harbour’s mayor.", encoding="utf-8")
    (tmp_path / "picture.jpg").write_bytes(b"Harbour Echo")
    (tmp_path / "harbour echo.md").mkdir()
    assert not holds_any(tmp_path, NAME)


@given(text=st.text(alphabet=st.sampled_from("aEé ßŁ’“”«»–—…\u00a0.,Kß１ﬁ"), max_size=40))
@example(text="“Ech”…é")
def test_every_word_of_a_text_is_found_in_it(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    """Whatever stands around it, each word of a file is found, folded as names are."""
    folder = tmp_path_factory.mktemp("digest")
    (folder / "review.md").write_text(text, encoding="utf-8")
    for word in TOKEN.finditer(text):
        assert holds_any(folder, frozenset([_all_words(word[0])]))
