"""Decides which words of a quotation are compared with other outlets' words, and in which form.

Only verbatim words count: all of a direct quotation, the quoted fragments of a mixed one, of a
translation the original. Each compared word is a slice of the published words, with the signs
that stand at it, and has a form without case, marks and punctuation. Words are told apart by
white space, dashes and strokes; a text written without spaces is one long word, and finds no like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from generator.model import Quotation
from generator.text.matching import identity_form
from generator.verification import quoted_fragments

_BREAKS = "‐‑‒–—―/-"
_PIECE = re.compile(rf"[^\s{_BREAKS}]+[{_BREAKS}]*|[{_BREAKS}]+")


class Word(NamedTuple):
    """One word of a quotation; a plain tuple, for there are thousands."""

    text: str
    """As published, with the signs before and after it."""
    form: str
    """What is compared."""
    spaced: bool
    """Whether white space follows it."""


_form = lru_cache(maxsize=16384)(identity_form)
"""The form of a word; the same words come in every quotation."""


def words_of(quotation: Quotation) -> tuple[Word, ...]:
    """Return the verbatim words of a quotation, its parts and fragments one after the other.

    None of a paraphrase or of a withdrawn quotation.
    """
    if quotation.kind == "indirect" or quotation.withdrawn:
        return ()
    return tuple(chain.from_iterable(map(words_in, _verbatim(quotation))))


def forms_of(quotation: Quotation) -> tuple[str, ...]:
    """Return the forms of `words_of`, at a fraction of the price."""
    if quotation.kind == "indirect" or quotation.withdrawn:
        return ()
    pieces = chain.from_iterable(map(_PIECE.findall, _verbatim(quotation)))
    return tuple(filter(None, map(_form, pieces)))


def _verbatim(quotation: Quotation) -> tuple[str, ...]:
    """Return the words in quotation marks, as a verdict judges them."""
    texts = (quotation.original.text,) if quotation.original else quotation.parts
    if quotation.kind == "direct":
        return texts
    return tuple(s.of(text) for text in texts for s in quoted_fragments(text)) or texts


def words_in(text: str) -> Iterator[Word]:
    """Yield the words of `text`; a sign that stands alone goes with the word before it."""
    pieces = [(match.start(), match.end(), _form(match[0])) for match in _PIECE.finditer(text)]
    begins = [place for place, piece in enumerate(pieces) if piece[2]]
    for number, place in enumerate(begins):
        following = begins[number + 1] if number + 1 < len(begins) else len(pieces)
        start, end = pieces[place if number else 0][0], pieces[following - 1][1]
        spaced = not text[end : end + 1].strip()
        yield Word(text=text[start:end], form=pieces[place][2], spaced=spaced)
