"""What counts: published quotations, the outlets heard in them, the words that are quoted.

A word is quoted that stands in quotation marks, or in an article's own sentence that is shown
without them. Of both a reader is told apart how many there are.

Every number on every page comes from here, so that no two pages disagree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.model import Digest, OutletRoundup, Quotation
from generator.text.words import count_words
from generator.verification import quoted_fragments

_BRACKETS = re.compile(r"\[[^\[\]]*\]")


def published(quotations: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """Return the quotations whose words are published: a withdrawn one only keeps its place."""
    return tuple([quotation for quotation in quotations if not quotation.withdrawn])


def heard(digest: Digest) -> tuple[OutletRoundup, ...]:
    """Return the round-ups of the outlets that a digest quotes.

    An article of which nothing is quoted is listed, and its outlet not counted.
    """
    return tuple(r for r in digest.roundups if not all(q.withdrawn for q in r.quotations))


def is_found(quotation: Quotation) -> bool:
    """Tell whether a quotation's words were found in the stored article they are credited to."""
    return quotation.verdict is not None and quotation.verdict.kind in {"exact", "edited"}


def verbatim_words(roundup: OutletRoundup) -> int:
    """Count the words of an outlet that are quoted and proved to stand in its stored article."""
    return sum(map(quoted_words, filter(is_found, published(roundup.quotations))))


def quoted_words(quotation: Quotation) -> int:
    """Count the words of a quotation that are quoted, as they are printed.

    A paraphrase has none. Of a mixed passage they are its quoted fragments, or all of it where the
    editor set no marks, which is what the verdict judges. Of a translation they are the words of
    the translation, once; of a shortened quotation those that were kept, without the brackets.
    """
    if quotation.kind == "indirect" or quotation.withdrawn:
        return 0
    parts = quotation.parts
    if quotation.kind == "mixed":
        marked = tuple(span.of(words) for words in parts for span in quoted_fragments(words))
        parts = marked or parts
    if quotation.verdict is not None and quotation.verdict.kind == "edited":
        parts = tuple([_BRACKETS.sub("", words) for words in parts])
    return sum(map(_counted, parts))


@lru_cache(maxsize=512)  # several counts of one page ask for the same words
def _counted(words: str) -> int:
    return count_words(words)
