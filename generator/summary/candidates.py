"""Decide which sentences of a text may stand in a summary at all.

A candidate is a sentence of the copy that can be read alone: no headline, furniture, byline or
dateline; its quotation marks are in balance, so that no quotation is broken; it is neither a
scrap nor a monster. One that hangs on a word outside it ("He…", "This…") is a second choice.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from generator.model import Span
from generator.reading import Reading
from generator.summary.terms import words
from generator.text.matching import DOUBLE_MARKS

_LEAST_WORDS = 5
_MOST_WORDS = 80
# "LONDON (Agency) —", "PARIS, June 3 –", "(Agency) -": capitals, a short aside, a dash.
_DASH = r"\s*(?:--|[–—]|(?<=\s)-(?=\s))\s*(?=\S)"
_PLACE = r"[A-Z][A-Z.’'-]+(?:[ ,]+[A-Z][\w.’'-]*|[ ,]+\d{1,2}){0,5}"
_AGENCY = r"\([A-Z][\w .-]{1,24}\)"
_DATELINE = re.compile(rf"(?:{_AGENCY}\s*)?{_PLACE}(?:\s*{_AGENCY})?{_DASH}|{_AGENCY}{_DASH}")
_DOUBLE = re.compile(rf"[{DOUBLE_MARKS}]|''|``")
_INCHES = re.compile(r"\d[\"″]")
_SINGLE_OPENS = re.compile(r"(?<!\w)['‘](?=\w)")
_SINGLE_CLOSES = re.compile(r"[,.?!…]['’](?!\w)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """A sentence that may be chosen."""

    document: str
    span: Span
    """In the visible text of its document, a dateline at its head left out."""
    rank: int
    """0 for the first sentence of the copy."""
    hangs: bool
    """It begins with a word whose meaning lies in the sentence before."""
    length: int
    """Words."""


def candidates(document: str, reading: Reading) -> tuple[Candidate, ...]:
    """Return the candidates of one text, in text order.

    Where none has a fitting length (short notes, scripts without spaces), any length serves.
    """
    every = tuple(_readable_alone(document, reading))
    fitting = tuple(c for c in every if _LEAST_WORDS <= c.length <= _MOST_WORDS)
    return fitting or every


def _readable_alone(document: str, reading: Reading) -> Iterator[Candidate]:
    for rank, sentence in enumerate(reading.sentences):
        span = _without_dateline(reading.text, sentence) if rank == 0 else sentence
        text = span.of(reading.text)
        length = len(words(text))
        if length and text[-1] not in ":;,-" and _balanced(text):
            yield Candidate(
                document=document,
                span=span,
                rank=rank,
                hangs=rank > 0 and _hangs(text, reading),
                length=length,
            )


def _without_dateline(text: str, sentence: Span) -> Span:
    match = _DATELINE.match(text, sentence.start, sentence.end)
    return Span(match.end(), sentence.end) if match else sentence


def _balanced(text: str) -> bool:
    """Tell whether every quotation that begins in `text` ends there, and the other way round."""
    if text.count("(") != text.count(")") or text.count("‘") > text.count("’"):
        return False
    if len(_SINGLE_CLOSES.findall(text)) > len(_SINGLE_OPENS.findall(text)):
        return False
    marks = list(_DOUBLE.finditer(_INCHES.sub("00", text)))
    if len(marks) % 2:
        return False
    # An even number may also be the end of one quotation and the beginning of another.
    return not marks or (
        (marks[0][0] == "«" or not text[marks[0].end()].isspace())
        and (marks[-1][0] == "»" or not text[marks[-1].start() - 1].isspace())
    )


def _hangs(text: str, reading: Reading) -> bool:
    return words(text)[0].casefold() in _hanging().get(reading.tag.split("-")[0], frozenset())


@cache
def _hanging() -> Mapping[str, frozenset[str]]:
    file = resources.files(__package__).joinpath("hanging.toml")
    rows = tomllib.loads(file.read_text(encoding="utf-8"))
    return {tag: frozenset(row.split()) for tag, row in rows.items()}
