"""Summarise a text, or several texts about one event, in sentences that are slices of them.

Engines: `extractive` chooses by content and position; `lead` takes the first sentences of the
copy, which for news is the yardstick every summariser is held to (Nenkova 2005, AAAI).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import accumulate, chain, zip_longest
from typing import Literal, get_args

from generator.model import Summary, SummarySentence
from generator.reading import Reading
from generator.summary.candidates import candidates
from generator.summary.extractive import Choice, chosen

Engine = Literal["extractive", "lead"]
ENGINES: tuple[Engine, ...] = get_args(Engine)

__all__ = ["ENGINES", "Engine", "summarise"]


def summarise(
    documents: Mapping[str, Reading],
    *,
    sentences: int = 3,
    words: int | None = None,
    engine: Engine = "extractive",
) -> Summary:
    """Summarise `documents`, texts by id, in at most `sentences`, or in `words` where given.

    The sentences come in the order of documents and text, with spans in the visible text; no
    document gives more sentences than its share while others have any to give.
    """
    choices = _CHOOSERS[engine](documents, sentences=sentences, words=words)
    return Summary(
        sentences=tuple(
            SummarySentence(
                text=choice.candidate.span.of(documents[choice.candidate.document].text),
                document=choice.candidate.document,
                spans=(choice.candidate.span,),
                score=choice.score,
            )
            for choice in choices
        ),
        made_by=engine,
    )


def _lead(
    documents: Mapping[str, Reading], *, sentences: int, words: int | None
) -> tuple[Choice, ...]:
    """Return the first sentences of the copy; of several documents, each in turn."""
    queues = [candidates(id_, reading) for id_, reading in documents.items()]
    turns = [c for c in chain.from_iterable(zip_longest(*queues)) if c]
    kept = turns[:sentences]
    if words is not None:
        lengths = accumulate(c.length for c in turns)
        kept = [c for c, length in zip(turns, lengths, strict=True) if length <= words]
    order = {id_: number for number, id_ in enumerate(documents)}
    kept.sort(key=lambda c: (order[c.document], c.span.start))
    return tuple(Choice(candidate, 1 / (1 + candidate.rank)) for candidate in kept)


_CHOOSERS: Mapping[Engine, Callable[..., tuple[Choice, ...]]] = {
    "extractive": chosen,
    "lead": _lead,
}
