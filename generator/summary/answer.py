"""Read what a language model answered: JSON of one shape, or nothing.

A model may be wrong, cut off, or talked into anything by a passage. So nothing is repaired and
nothing guessed: one key too many, and the answer is no answer. Only the fence of three backticks
that many models put around JSON is taken off.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

MOST_SENTENCES = 40
"""More is no summary."""
MOST_CITATIONS = 20
"""Of one sentence: whoever cites everything cites nothing."""
_FENCE = re.compile(r"\s*```(?:json)?\s*\n(.*?)\n?\s*```\s*", re.DOTALL)


class UnusableAnswerError(ValueError):
    """The answer has not the shape that was asked for; says what it has instead."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """A sentence as the model wrote it, believed by nobody yet."""

    text: str
    cites: tuple[str, ...]
    """Ids of passages, as the model wrote them."""


def claims(answer: str) -> tuple[Claim, ...]:
    """Return the sentences of a model's `answer`. Raises `UnusableAnswerError`."""
    fenced = _FENCE.fullmatch(answer)
    try:
        data = json.loads(fenced[1] if fenced else answer)
    except (ValueError, RecursionError) as error:
        message = "it is no JSON"
        raise UnusableAnswerError(message) from error
    if not isinstance(data, dict) or set(data) != {"sentences"}:
        message = "it is not a mapping with the one key `sentences`"
        raise UnusableAnswerError(message)
    rows = data["sentences"]
    if not isinstance(rows, list) or not 0 < len(rows) <= MOST_SENTENCES:
        message = f"`sentences` is no list of 1 to {MOST_SENTENCES}"
        raise UnusableAnswerError(message)
    return tuple(_claim(number, row) for number, row in enumerate(rows, start=1))


def _claim(number: int, row: object) -> Claim:
    if isinstance(row, dict) and set(row) == {"text", "cites"}:
        text, cites = row["text"], row["cites"]
        if isinstance(text, str) and isinstance(cites, list) and len(cites) <= MOST_CITATIONS:
            ids = tuple(cite for cite in cites if isinstance(cite, str))
            if len(ids) == len(cites):
                return Claim(text=text, cites=ids)
    message = f"sentence {number} is not words as `text` and a list of ids as `cites`"
    raise UnusableAnswerError(message)
