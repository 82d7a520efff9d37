"""Decides where a reporter's words interrupt speech without closing its marks.

French, Spanish and Russian set them off inside the marks: « Le port, a dit le maire, ferme »,
«Порт закрыт, — сказал мэр. — Мы ждём». Dialogue that a dash opens has no marks at all: it is
speech only where such words say so. Which signs set them off is the language's data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.languages import Language
from generator.model import Span

_LONGEST = 90
"""Characters of an incise: a verb and its subject, with role and time."""
_DASHES = "—–"
_OPENING = re.compile(rf"\s*[{_DASHES}-]\s*")


@cache
def _pattern(
    signs: frozenset[str], verbs: frozenset[str], helpers: frozenset[str]
) -> re.Pattern[str]:
    group = (
        rf"(?:(?:{_one_of(helpers)})\s)?(?:{_one_of(verbs)})\b[^«»“”\n—–{{}}]{{{{1,{_LONGEST}}}}}?"
    )
    shapes: list[str] = []
    if "—" in signs:
        # A hyphen stands for the dash in plain typing.
        dash = rf"[{_DASHES}-]"
        closing = rf"[.,;:]?(?:\s{dash}\s?|{dash}\s?|(?=[»”\"]?\.?\s*\Z))"
        shapes.append(rf"[,?!…]?\s{dash}\s?" + group.format("") + closing)
    if "," in signs:
        shapes.append(r",\s" + group.format(",") + r"(?:,(?=\s)|(?=\.?\s*\Z))")
    return re.compile("|".join(shapes), re.IGNORECASE)


def _one_of(words: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or r"(?!)"


def incises(text: str, span: Span, language: Language) -> Iterator[Span]:
    """Return the reporter's words inside `span`, signs around them left in, in order."""
    signs = language.kind_of_words("incises")
    if not signs:
        return
    pattern = _pattern(signs, language.speech_verbs, language.kind_of_words("inverted_helpers"))
    for match in pattern.finditer(text, span.start, span.end):
        yield Span(match.start(), match.end())


def dialogue(text: str, paragraph: Span, language: Language) -> Span | None:
    """Return the words after a dash that opens a paragraph of dialogue; None if it is a list."""
    opening = _OPENING.match(text, paragraph.start, paragraph.end)
    if opening is None:
        return None
    spoken = Span(opening.end(), paragraph.end)
    return spoken if next(incises(text, spoken, language), None) else None
