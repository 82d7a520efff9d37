"""Codes in the program, in problem_codes.toml and in docs/problems.md are the same."""

from __future__ import annotations

import re
from pathlib import Path

from generator.problems import problem_codes
from tests.problems.problem_pages import KINDS, PAGE, page

GENERATOR = Path(__file__).parents[2] / "generator"


def codes_in_program() -> set[str]:
    """Return every problem code that stands between quotation marks in the program."""
    letters = "".join(KINDS)
    # Ruff has codes of the same look; they stand behind `noqa:`.
    texts = (
        re.sub(r"noqa: [A-Z]+\d+", "", path.read_text(encoding="utf-8"))
        for path in GENERATOR.rglob("*.py")
    )
    return {
        code for text in texts for code in re.findall(rf"[\"' ]([{letters}]\d{{3}})[\"' ]", text)
    }


def test_program_and_list() -> None:
    """Every code in the program is listed, and every listed code is used."""
    assert codes_in_program() == set(problem_codes())


def test_docs() -> None:
    """docs/problems.md is as the codes and the tested messages make it."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_codes_say_something() -> None:
    """Every code has a title of a few words, without full stop, and whole sentences."""
    for code in problem_codes().values():
        assert 5 <= len(code.title) <= 60, code.code
        assert not code.title.endswith("."), code.code
        assert code.explanation.endswith("."), code.code
