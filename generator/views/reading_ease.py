"""Figures of readability and reading time, as the page of a digest shows and explains them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Article, Digest, Readability
from generator.readability import FEWEST_WORDS, WORDS_A_MINUTE
from generator.views.shapes import ReadabilityView
from generator.views.words import language_name


def readability_view(found: Readability | None) -> ReadabilityView | None:
    """Return the figures of a text; the score is empty where there is none."""
    if found is None:
        return None
    return ReadabilityView(
        formula=found.formula,
        score=f"{found.score:.0f}" if found.score is not None else "",
        minutes=found.minutes,
    )


def of_article(article: Article, digest: Digest) -> ReadabilityView | None:
    """Return the figures of an article as it is stored."""
    return readability_view(dict(digest.article_readability).get(article.id))


def readability_note(digest: Digest) -> str:
    """Return what the scores on a digest's page mean, formula by language; empty without any."""
    formulas = {
        language_name(found.language.split("-")[0], "en"): found.formula
        for found in _all(digest)
        if found.formula
    }
    if not formulas:
        return ""
    named = "; ".join(f"{language}: {formula}" for language, formula in sorted(formulas.items()))
    return (
        "Reading ease runs from about 0, very hard, to 100, very easy, and says nothing of "
        f"quality. {named}; computed by textstat. Articles are judged as stored, outlets and the "
        f"digest by what is shown here. Texts of fewer than {FEWEST_WORDS} words get no score, "
        f"nor do languages without a formula of their own. Reading time is at {WORDS_A_MINUTE} "
        "words a minute."
    )


def _all(digest: Digest) -> Iterator[Readability]:
    found = (digest.readability, *(r.readability for r in digest.roundups))
    yield from (one for one in found if one)
    yield from (one for _, one in digest.article_readability)
