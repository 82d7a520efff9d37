"""The English cases that follow the rules: marks, cues, sources, joins, nesting and so on."""

from __future__ import annotations

import pytest

from generator.outlets import builtin_registry
from tests.quotations.spec import Case, cases, found_in

RULES = ("marks", "cues", "sources", "joins", "shared", "nesting", "furniture")


def _all(reading: str) -> list[Case]:
    return [case for rule in RULES for case in cases(f"{rule}-{reading}")]


@pytest.mark.parametrize("case", _all("articles"), ids=lambda case: case.name)
def test_articles(case: Case) -> None:
    """An article's words are credited to its speakers as the case says."""
    assert found_in(case.text, as_review=False, language="en") == case.expected


@pytest.mark.parametrize("case", _all("reviews"), ids=lambda case: case.name)
def test_reviews(case: Case) -> None:
    """A review's passages are credited to its outlets as the case says."""
    assert found_in(case.text, as_review=True, language="en") == case.expected


@pytest.mark.parametrize("case", cases("sources-known-reviews"), ids=lambda case: case.name)
def test_known_outlets(case: Case) -> None:
    """With all registered outlets, ordinary words stay words and outlets are told from them."""
    registry = builtin_registry()
    assert found_in(case.text, as_review=True, language="en", registry=registry) == case.expected


def test_there_are_enough_cases() -> None:
    """A case that its file's layout hides would else pass by not running."""
    assert len(_all("articles")) > 70
    assert len(_all("reviews")) + len(cases("sources-known-reviews")) > 90
