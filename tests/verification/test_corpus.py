"""Altered quotations of the demonstration articles: the proof in docs/verification.md."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.verification.corpus import KINDS, PAGE, Case, cases, table, verdicts, written_table


@pytest.fixture(scope="module")
def corpus() -> list[Case]:
    """Return every altered quotation."""
    return list(cases())


def test_every_alteration_gets_its_verdict(corpus: list[Case]) -> None:
    """No illegal alteration passes, and no legal one is refused."""
    wrong = [
        f"{case.kind}: {verdict}, not {case.wanted}: {case.words} ({case.claimed.key})"
        for case, verdict in zip(corpus, verdicts(corpus), strict=True)
        if verdict != case.wanted
    ]
    assert wrong == []


def test_the_corpus_is_large_and_speaks_all_languages(corpus: list[Case]) -> None:
    """Every kind is there, over two hundred are illegal, and each language has its share."""
    counts = Counter(case.kind for case in corpus)
    assert {kind for kinds in KINDS.values() for kind in kinds} == set(counts)
    assert min(counts.values()) >= 5
    assert sum(case.wanted in {"absent", "elsewhere"} for case in corpus) >= 200
    languages = Counter(case.claimed.language for case in corpus)
    assert {"ar", "de", "en", "fr", "ru"} <= set(languages)
    assert min(languages[tag] for tag in ("ar", "de", "en", "fr", "ru")) >= 20


def test_the_corpus_is_the_same_every_time(corpus: list[Case]) -> None:
    """The seed decides everything."""
    assert corpus == list(cases())


def test_the_table_is_in_step() -> None:
    """docs/verification.md shows what the corpus gives; `python -m tests.verification.corpus`."""
    assert written_table(PAGE.read_text(encoding="utf-8")) == table()
