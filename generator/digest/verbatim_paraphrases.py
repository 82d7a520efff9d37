"""Warn of paraphrases that are the source's own words: quotations that do not say they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.digest.judging import first_words, place_of
from generator.digest.word_runs import IndexedArticle, Run, forms_of
from generator.model import Digest, Quotation
from generator.problems import Problem

LEAST = 8
"""Words in a row: a shorter run may be a name with its title, or a turn of phrase."""

MOST = 0.5
"""Share of the passage that the run must exceed: a telling phrase inside a sentence is allowed."""


def verbatim_paraphrases(digest: Digest, articles: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a warning for each indirect passage that mostly stands in an article word for word.

    `articles` are the visible texts of the digest's stored articles, by id.
    """
    told = [q for q in digest.quotations if q.kind == "indirect" and not q.withdrawn]
    if not told:
        return
    indexed = {id_: IndexedArticle(text) for id_, text in articles.items()}
    for quotation in told:
        yield from _problem(quotation, digest, indexed)


def _problem(
    quotation: Quotation, digest: Digest, indexed: Mapping[str, IndexedArticle]
) -> Iterator[Problem]:
    """Yield the warning that a paraphrase is, for the article that has the longest run of it."""
    text = " ".join(quotation.parts)
    runs = [(run.length, id_, run) for id_, index in indexed.items() for run in index.runs_in(text)]
    if not runs:
        return
    _, article, run = max(runs, key=lambda found: found[0])
    if not _is_most(run, text):
        return
    file, line = place_of(quotation, digest)
    yield Problem(
        file=file,
        line=line,
        code="Q011",
        what=f"“{first_words(run.span.of(text))}” is called a paraphrase, and {run.length} words "
        f"in a row are those of article '{article}'",
        mend="Put its words in quotation marks, or say it in words of your own.",
        severity="warning",
    )


def _is_most(run: Run, text: str) -> bool:
    words = len({form.number for form in forms_of(text)})
    return run.length >= LEAST and run.length > MOST * words
