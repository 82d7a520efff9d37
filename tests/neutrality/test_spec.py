"""The cases that editors can read and add to: half of them must be named, half must not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.analysis import analyse
from generator.model import Span
from generator.neutrality import findings, narrated
from generator.neutrality.words import known, words_of
from tests.quotations.spec import INVENTED

FOLDER = Path(__file__).parent / "spec"
TAGS = {"english": "en", "french": "fr", "german": "de", "spanish": "es", "russian": "ru"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """One spec case."""

    language: str
    line: int
    title: str
    text: str
    expected: str

    @property
    def name(self) -> str:
        """How pytest shows it."""
        return f"{self.language}:{self.line} {self.title}"


def cases() -> list[Case]:
    """Return the cases of all files."""
    found: list[Case] = []
    for name, tag in TAGS.items():
        lines = (FOLDER / f"{name}.md").read_text(encoding="utf-8").split("\n")
        dots = [number for number, line in enumerate(lines) if line == "."]
        for first, second, third in zip(dots[::3], dots[1::3], dots[2::3], strict=True):
            found.append(
                Case(
                    language=tag,
                    line=first,
                    title=lines[first - 1],
                    text="\n".join(lines[first + 1 : second]),
                    expected="\n".join(lines[second + 1 : third]),
                )
            )
    return found


def found_in(text: str, language: str) -> str:
    """Return what the linter names in a narrator's `text`, a line each."""
    words = words_of(language)
    assert words is not None
    analysed = analyse(
        text,
        body=Span(0, len(text)),
        markup="text",
        language=language,
        registry=INVENTED,
        as_review=True,
    )
    told = narrated(analysed, words, registry=INVENTED)
    return "\n".join(f"{one.code} | {one.span.of(told.text)}" for one in findings(told))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    """The linter names what the case says, and nothing else."""
    assert found_in(case.text, case.language) == case.expected


def test_there_are_enough_cases() -> None:
    """As many cases must pass as must be named, in every language that the linter reads."""
    assert sorted(TAGS.values()) == list(known())
    every = cases()
    assert len(every) >= 120
    assert len([case for case in every if not case.expected]) * 2 >= len(every) - 10
    for tag in known():
        codes = {
            line[:4] for case in every if case.language == tag for line in case.expected.split("\n")
        }
        assert {"N001", "N002", "N003", "N004"} <= codes
