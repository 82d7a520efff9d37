"""What is read of most files by a quick way is what the general one would read."""

from __future__ import annotations

import os
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.load import editors_words, files, yaml_tree
from generator.load.editors_words import editors_words as words_of
from generator.load.references import Source, faults_of_references
from generator.load.yaml_tree import read_yaml
from generator.problems import Problem

YAML = st.lists(
    st.sampled_from(
        [
            *("a: ", "title: ", "b", "- ", "? ", ": ", "\n", "\n  ", "\n    ", "\r\n", "\t", "# c"),
            *("'", '"', "|\n", ">\n", "null", "~", "no", "2026-11-23", "12:30", "<<: ", "=", "é"),
            *("&a ", "*a", "!t ", "!!str ", "---", "...", "%YAML 1.1\n", "[", "]", "{", "}", ", "),
            *("\ufeff", "\x85", "\u2028", "\x07", "\\", "\n- - - - - - - - - - - - - ", "@", "`"),
            *("\n" + " " * depth + sign for depth in range(8) for sign in ("a:", "- ")),
        ]
    ),
    max_size=24,
).map("".join)


@settings(max_examples=600)
@given(YAML)
def test_yaml_is_the_same_either_way(text: str) -> None:
    """A text that is called simple has the values, places and problems it has when parsed first."""
    quick: list[Problem] = []
    plain: list[Problem] = []
    found = read_yaml(text, "digest.yaml", quick)
    with patch.object(yaml_tree, "_is_simple", return_value=False):
        assert read_yaml(text, "digest.yaml", plain) == found
    assert plain == quick


@pytest.mark.parametrize("depth", range(1, 16))
@pytest.mark.parametrize("steps", [("a:", "- "), ("- ",), ("a:",), ("? ",)])
def test_deep_texts_are_not_simple(steps: tuple[str, ...], depth: int) -> None:
    """Nesting as deep as it can be in few columns is seen."""
    lines, column = [""], 0
    for level in range(depth):
        step = steps[level % len(steps)]
        lines += [" " * column + step]
        column += 0 if step == "a:" and len(steps) > 1 else 1
    problems: list[Problem] = []
    read_yaml("\n".join([*lines, " " * column + "b"]), "digest.yaml", problems)
    assert ("Y005" in {problem.code for problem in problems}) == (depth > yaml_tree.DEEPEST)


@given(YAML)
@example("''")
def test_lines_are_the_same_either_way(text: str) -> None:
    """Words on one line have that line, as they have where each is looked for."""
    tree = read_yaml(f"title: {text}\nlede: {text}", "digest.yaml", [])
    if tree is None or not isinstance(tree.value, dict):
        return
    found = words_of(tree)
    with patch.object(editors_words, "_on_one_line", return_value=None):
        assert words_of(tree) == found


@given(st.lists(st.sampled_from([*"![](<img/>ſıIM =", "src", "x.png", "{static}", "\n"])))
def test_references_are_the_same_either_way(pieces: list[str]) -> None:
    """Texts without signs of pictures and links have none."""
    source = Source(file="review.md", text="".join(pieces), folder=Path("nowhere"))
    beside = Source(file="review.md", text=f"{source.text}\n\n< ![ ](", folder=source.folder)
    if source.text.endswith("\n"):
        assert [*faults_of_references(source)] == [*faults_of_references(beside)]


def _tree(tmp_path: Path) -> Path:
    """Return a folder with links in it, to what is inside and to what is not."""
    content = tmp_path / "content"
    (content / "a" / "b").mkdir(parents=True)
    (tmp_path / "content-b").mkdir()
    (content / "a" / "file").touch()
    for name, target in {
        "in": content / "a",
        "out": tmp_path / "content-b",
        "lost": tmp_path / "no",
        "loop": content / "loop",
        "up": Path(),
    }.items():
        (content / name).symlink_to(target)
        (content / "a" / name).symlink_to(target)
    (tmp_path / "linked").symlink_to(content)
    return content


STEPS = st.lists(
    st.sampled_from(["a", "b", "in", "out", "lost", "loop", "up", "file", "..", "no", "é"]),
    max_size=4,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_files_are_inside_either_way(tmp_path: Path, steps: list[str]) -> None:
    """Paths without links lie where their names say; names are what they are from the folder on."""
    content = tmp_path / "content"
    if not content.exists():
        _tree(tmp_path)
    for place in (content, tmp_path / "linked", content / "a", tmp_path):
        folder = files.folder_at(place)
        for path in (place.joinpath(*steps), content.joinpath(*steps), Path(f"{place}-b")):
            real = Path(os.path.realpath(path)).is_relative_to(folder.real)
            assert files.is_inside(path, folder) == real
        path = place.joinpath(*steps)
        given_ = path.relative_to(place.parent).as_posix()
        assert folder.name_of(path) == os.fsencode(given_).decode("utf-8", "backslashreplace")
