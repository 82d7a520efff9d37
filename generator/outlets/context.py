"""Which country the words around a name give it: "Al Khaleej (UAE)", "South Korean Yonhap".

Looked at are a bracket or an apposition right after the name, then the words right before it, in
the same clause. Between country and name only words for kinds of outlet may stand ("the Turkish
daily X", "the Croatian edition of X"), or a few small words that lead up to one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.model import Span
from generator.outlets.countries import LONGEST_NAME, country_of, may_name_country
from generator.outlets.names import fold
from generator.outlets.weakness import words

REACH = 90
"""Characters before or after a name in which its country is looked for."""

MOST_BETWEEN = 4
"""Words that may stand between the country and the name."""

_POSSESSIVE = r"(?:['’‘`´ʼ]s?)?"
_AFTER = re.compile(
    rf"{_POSSESSIVE}(?:\s+[a-z]+){{0,2}}?"  # "Yonhap news agency (South Korea)"
    r"(?:\s*[(\[](?P<bracket>[^()\[\]\n]{2,40})[)\]]"
    r"|,\s+(?:an?|the)\s+(?P<apposition>[^,;:.()\n]{2,40})"
    r"|\s+of\s+(?P<of>(?:the\s+)?[A-Z][^,;:()\n]{1,30}))"
)
_WORD = re.compile(r"[^\W_](?:[\w.'’-]*\w)?\.?")
_BREAK = re.compile(r"[.!?](?=\s+[^\W\d_a-z])|[;:,()\[\]\"“”„«»\n—–]")
_BASED = re.compile(r"[-‐‑](?:based|owned|run|backed|funded|controlled)$")
_KIND_AFTER = re.compile(r"\s+(?:news\s+)?([a-z]+)")
# A country before one of these belongs to another part of the sentence.
_FUNCTION_WORDS = frozenset(("a", "an", "and", "by", "for", "in", "of", "on", "that", "the", "to"))
_OWNER = re.compile(r"['’‘`´ʼ]s?$")


def country_near(text: str, span: Span) -> str | None:
    """Return the country that the words next to `span` name; None if they name none."""
    after = text[span.end : span.end + REACH]
    if country := _after(after):
        return country
    before = text[max(0, span.start - REACH) : span.start]
    # Before most names no word at all is a country's.
    if not any(map(_is_of_country, before.split())):
        return None
    kind = _KIND_AFTER.match(after)
    return _before(before, kind_follows=bool(kind and kind[1] in words("kinds")))


def _after(text: str) -> str | None:
    match = _AFTER.match(text)
    if not match:
        return None
    if match["bracket"]:
        parts = [part.strip() for part in re.split(r"[,;/]", match["bracket"])]
        return next(filter(None, map(_country_described, reversed(parts))), None)
    if match["apposition"]:
        return _country_described(match["apposition"])
    return _country_at_start(_WORD.findall(match["of"]))


def _country_described(description: str) -> str | None:
    """Return the country in "UAE" or "Turkish daily"; none in "Russian president"."""
    tokens = _WORD.findall(description)
    if country_of(description) or any(fold(token) in words("kinds") for token in tokens):
        return _country_at_start(tokens)
    return None


def _country_at_start(tokens: list[str]) -> str | None:
    for length in range(min(LONGEST_NAME, len(tokens)), 0, -1):
        if country := _written_country(tokens[:length]):
            return country
    return None


def _before(text: str, *, kind_follows: bool) -> str | None:
    clause = text
    for stop in _BREAK.finditer(text):
        clause = text[stop.end() :]
    tokens = _WORD.findall(clause)
    for between in range(min(MOST_BETWEEN, len(tokens)) + 1):
        end = len(tokens) - between
        if between and not _leads_up(tokens[end:], kind_follows=kind_follows):
            continue
        for length in range(min(LONGEST_NAME, end), 0, -1):
            if country := _written_country(tokens[end - length : end]):
                return country
    return None


def _leads_up(between: list[str], *, kind_follows: bool) -> bool:
    """Say whether `between` can stand between a country and the outlet it belongs to."""
    if any(token[0].isupper() and token.lower() not in words("kinds") for token in between):
        return False
    if all(fold(token) in words("adjectives") for token in between):
        return True
    kinds = [fold(token) in words("kinds") for token in between]
    if kinds[-1] or (between[-1] in ("of", "the") and any(kinds)):
        return True
    return kind_follows and not _FUNCTION_WORDS.intersection(between)


def _written_country(tokens: list[str]) -> str | None:
    """Return the country that `tokens` name; they must be written as names are."""
    if not tokens[0][0].isupper():
        return None
    last = _bare(tokens[-1])
    return country_of(" ".join((*tokens[:-1], last))) or country_of(" ".join(tokens))


def _bare(token: str) -> str:
    return _OWNER.sub("", _BASED.sub("", token))


# Bounded: running text asks for all that stands near a name.
@lru_cache(maxsize=8192)
def _is_of_country(piece: str) -> bool:
    """Say whether `piece`, words without space, has one that may be of a country's name."""
    tokens = _WORD.findall(piece)
    return any(map(may_name_country, (*tokens, *map(_bare, tokens))))
