"""Warn of a digest whose page has no summary, because the editor wants it too short."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Digest
from generator.problems import Problem


def unsummed(digest: Digest) -> Iterator[Problem]:
    """Yield a warning where no sentence of what is published fits into the words allowed.

    A language model that the editor wants asked may yet write one that does.
    """
    wished, found = digest.editorial.summary, digest.summary
    if wished.words is None or wished.engine == "openai":
        return
    if digest.quotations and not found.sentences and found.made_by != "editor":
        yield Problem(
            file=digest.file,
            line=wished.line,
            code="S006",
            what=f"the page has no summary: no published sentence fits into {wished.words} words",
            mend="Allow more words, or write the summary yourself.",
            severity="warning",
        )
