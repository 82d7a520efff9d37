"""Warn of a summary that leans on the wording of the articles it sums up.

Sentences chosen by rule are exempt: they are quotations, marked and pointed to as such.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model import Digest
from generator.problems import Problem
from generator.summary.overlap import Wording

_WRITTEN = {"editor": "the summary", "openai": "the language model's summary"}


def leaning_on(digest: Digest, articles: Mapping[str, str], *, at_most: int) -> Iterator[Problem]:
    """Yield a warning for each article that shares more than `at_most` words in a row.

    `articles` are the visible texts of the digest's stored articles, by id.
    """
    subject = _WRITTEN.get(digest.summary.made_by)
    if subject is None:
        return
    text = " ".join(sentence.text for sentence in digest.summary.sentences)
    wording = Wording(text)
    for id_, article in articles.items():
        run = wording.longest_run(article)
        if run and run.words > at_most:
            yield Problem(
                file=digest.file,
                line=digest.editorial.summary.line,
                code="S004",
                what=(
                    f"{subject} shares {run.words} words in a row with article '{id_}': "
                    f"“{run.span.of(text)}”"
                ),
                mend=(
                    "Put them between quotation marks, or say it in words of your own; "
                    f"{at_most} are the most."
                ),
                severity="warning",
            )
