"""Decides how one outlet gives an utterance: word by word against the fullest version quoted.

The steps lead from the fullest version to the other one by the fewest words left out and added
(the longest common subsequence; Myers: An O(ND) difference algorithm and its variations,
Algorithmica 1986). What is printed are slices of both as published.

That a quotation is shorter need not be the outlet's doing: the editor may have quoted less of it.
So words are *left out* only where the outlet's stored article is without them. What stands there,
and what no stored article can tell, is just not quoted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import Literal

from rapidfuzz.distance import Indel

from generator.digest.sayings import Word, words_in, words_of
from generator.model import Article, Markup, Quotation, Span, Utterance
from generator.text.projection import project

StepKind = Literal["kept", "left-out", "unquoted", "added"]

TELLING_RUN = 4
"""Words in a row of the fullest version that show these words to stand in an article: three, as in
"and then you", stand in many."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CutStep:
    """A stretch of the comparison."""

    kind: StepKind
    text: str
    """As published: of the version compared where it is kept or added, else of the fullest."""
    words: int
    spaced: bool
    """Whether white space follows."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """One way of giving an utterance, and who gives it so."""

    quotations: tuple[Quotation, ...]
    """With the same words, whatever their marks and capitals; at least one."""
    steps: tuple[CutStep, ...]

    def count(self, kind: StepKind) -> int:
        """Return how many words are of a kind."""
        return sum(step.words for step in self.steps if step.kind == kind)


def versions_of(utterance: Utterance, articles: Sequence[Article]) -> tuple[Version, ...]:
    """Return the fullest version, then each other one with how it differs, in round-up order.

    `articles` are the digest's stored ones, hidden ones included.
    """
    fullest = words_of(utterance.quotations[0])
    by_id = {article.id: article for article in articles}
    versions: dict[object, Version] = {}
    for quotation in utterance.quotations:
        said = words_of(quotation)
        stands = _standing(fullest, _source(quotation, by_id))
        steps = tuple(_steps(fullest, said, stands))
        key = tuple(w.form for w in said), tuple((step.kind, step.words) for step in steps)
        same = versions.setdefault(key, Version(quotations=(), steps=steps))
        versions[key] = replace(same, quotations=(*same.quotations, quotation))
    return tuple(versions.values())


def _steps(
    fullest: Sequence[Word], said: Sequence[Word], stands: Sequence[bool]
) -> Iterator[CutStep]:
    """Yield the comparison; of a changed word first what is left out, then what stands for it."""
    added: list[CutStep] = []
    for step in Indel.opcodes([word.form for word in fullest], [word.form for word in said]):
        if step.tag == "insert":
            added.append(_step("added", said[step.dest_start : step.dest_end]))
        elif step.tag == "delete":
            places = range(step.src_start, step.src_end)
            for quotable, some in groupby(places, key=stands.__getitem__):
                kind: StepKind = "unquoted" if quotable else "left-out"
                yield _step(kind, [fullest[place] for place in some])
        else:
            yield from added
            added.clear()
            yield _step("kept", said[step.dest_start : step.dest_end])
    yield from added


def _step(kind: StepKind, words: Sequence[Word]) -> CutStep:
    text = "".join(word.text + (" " if word.spaced else "") for word in words).rstrip()
    return CutStep(kind=kind, text=text, words=len(words), spaced=words[-1].spaced)


def _source(quotation: Quotation, articles: Mapping[str, Article]) -> Article | None:
    """Return the stored article that is known to hold a quotation's words."""
    verdict = quotation.verdict
    if verdict is None or verdict.kind not in {"exact", "edited"}:
        return None
    return articles.get(verdict.found_in or "")


def _standing(fullest: Sequence[Word], article: Article | None) -> Sequence[bool]:
    """Tell of each word of the fullest version whether, for all we know, the article has it."""
    if article is None:
        return [True] * len(fullest)
    held = _runs_of(article.text, article.body, article.markup)
    stands = [False] * len(fullest)
    for start, run in enumerate(_runs([word.form for word in fullest])):
        if run in held:
            stands[start : start + TELLING_RUN] = [True] * TELLING_RUN
    return stands


@lru_cache(maxsize=64)  # an article is asked once for each quotation from it
def _runs_of(text: str, body: Span, markup: Markup) -> frozenset[tuple[str, ...]]:
    visible = project(text, body=body, markup=markup, stored=True).visible
    return frozenset(_runs([word.form for word in words_in(visible)]))


def _runs(forms: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(forms[start:] for start in range(TELLING_RUN)), strict=False)
