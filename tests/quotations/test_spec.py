"""The cases that editors can read and add to."""

from __future__ import annotations

import pytest

from tests.quotations.spec import Case, cases, found_in

LANGUAGES = {"french": "fr", "german": "de", "spanish": "es", "russian": "ru"}


@pytest.mark.parametrize("case", cases("articles"), ids=lambda case: case.name)
def test_articles(case: Case) -> None:
    """An article's words are credited to its speakers as the case says."""
    assert found_in(case.text, as_review=False, language="en") == case.expected


@pytest.mark.parametrize("case", cases("reviews"), ids=lambda case: case.name)
def test_reviews(case: Case) -> None:
    """A review's passages are credited to its outlets as the case says."""
    assert found_in(case.text, as_review=True, language="en") == case.expected


@pytest.mark.parametrize(
    ("tag", "case"),
    [(tag, case) for name, tag in LANGUAGES.items() for case in cases(name)],
    ids=lambda value: value.name if isinstance(value, Case) else value,
)
def test_languages(tag: str, case: Case) -> None:
    """Other languages need only their data."""
    assert found_in(case.text, as_review=False, language=tag) == case.expected
