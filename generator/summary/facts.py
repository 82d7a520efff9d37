"""Read off a sentence what must stand in its source word for word: names, figures, dates.

Of what a summary gets wrong, wrong names and figures are the commonest and the worst (Kryściński
et al. 2020, "Evaluating the factual consistency of abstractive text summarization"; Nan et al.
2021, "Entity-level factual consistency of abstractive text summarization", checks them as here:
what the source does not name is not supported).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import get_day_names, get_month_names

from generator.languages import Language
from generator.summary.terms import words
from generator.text.matching import normalised

_FIGURE = re.compile(r"\d+(?:[.,'\u00a0\u202f]\d{3}(?!\d))*(?:[.,]\d+)?")
_GROUPS = re.compile(r"[.,'\u00a0\u202f](?=\d{3}(?!\d))")
LETTERS = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"https?:|www\.|\w@\w|\w\.\w+/", re.IGNORECASE)
_SENTENCE_ENDS = ".!?…:"
_SMALL_CLASSES = (
    *("articles", "possessives", "pronouns", "conjunctions", "prepositions", "auxiliaries"),
    *("adverbs", "complementizers", "questions", "subordinators", "coordinators", "quantities"),
)
"""Closed classes whose words say nothing by themselves, so a sentence may begin with them."""
_INFLECTING = frozenset({"de"})
"""Languages in Latin letters whose names change their endings."""
_LEAST_STEM = 4
"""Letters; shorter names are compared whole, so that Iran is not Iraq."""


@dataclass(frozen=True, slots=True)
class Word:
    """A capitalised word."""

    text: str
    leads: bool
    """It begins a sentence, where every word is capitalised."""


def figures(text: str) -> frozenset[str]:
    """Return the numbers written in digits, thousands unmarked: `1,200` and `1.200` are `1200`."""
    plain = unicodedata.normalize("NFKC", normalised(text))
    found = (_GROUPS.sub("", match[0]) for match in _FIGURE.finditer(plain))
    return frozenset(number.replace(",", ".") for number in found)


def number_words(text: str, language: Language) -> frozenset[str]:
    """Return the words that count something, lower case."""
    return frozenset(_small(text)) & language.kind_of_words("number_words")


def date_words(text: str, tag: str) -> frozenset[str]:
    """Return the names of months and days, in the capitals that the language gives them."""
    return frozenset(LETTERS.findall(normalised(text))) & _calendar(tag)


def currencies(text: str) -> frozenset[str]:
    """Return the signs of currencies."""
    return frozenset(sign for sign in text if unicodedata.category(sign) == "Sc")


def has_address(text: str) -> bool:
    """Tell whether `text` holds what looks like an address of the web or of mail."""
    return bool(_ADDRESS.search(text))


def is_negated(text: str, language: Language) -> bool:
    """Tell whether `text` denies something."""
    negations = language.kind_of_words("negations")
    elided = tuple(word for word in negations if word.endswith("'"))
    found = [word.casefold() for word in words(normalised(text))]
    return any(word in negations or (elided and word.startswith(elided)) for word in found)


def capitalised(text: str) -> Iterator[Word]:
    """Yield the words of `text` that begin with a capital; none in a script without capitals."""
    plain = normalised(text)
    leads = True
    end = 0
    for match in LETTERS.finditer(plain):
        leads = leads or any(sign in _SENTENCE_ENDS for sign in plain[end : match.start()])
        if match[0][0].isupper():
            yield Word(match[0], leads)
        leads, end = False, match.end()


def says_little(word: str, language: Language) -> bool:
    """Tell whether `word` belongs to a closed class, as articles, prepositions and pronouns do."""
    small = word.casefold()
    return small in language.function_words or any(
        small in language.kind_of_words(name) for name in _SMALL_CLASSES
    )


def same_name(word: str, other: str, language: Language) -> bool:
    """Tell whether two words are one name, but for an ending: Brook's, Valdoran, Лондоне."""
    word, other = word.casefold(), other.casefold()
    if word == other:
        return True
    short, long = sorted((word, other), key=len)
    if len(short) < _LEAST_STEM:
        return False
    is_latin = unicodedata.name(word[0], "").startswith("LATIN")
    if is_latin and language.tag not in _INFLECTING:
        return long.startswith(short) and len(long) == len(short) + 1
    stem = max(_LEAST_STEM, len(short) - 1)
    return long.startswith(short[:stem]) and len(long) - len(short) <= 2  # noqa: PLR2004 - an ending


def letters(text: str) -> tuple[str, ...]:
    """Return the words of `text`, apostrophes and hyphens parting them."""
    return tuple(LETTERS.findall(normalised(text)))


def _small(text: str) -> Iterator[str]:
    return (word.casefold() for word in letters(text))


@cache
def _calendar(tag: str) -> frozenset[str]:
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return frozenset()
    return frozenset(
        str(name)
        for context in ("format", "stand-alone")
        for names in (get_month_names, get_day_names)
        for name in names("wide", context=context, locale=locale).values()
    )
