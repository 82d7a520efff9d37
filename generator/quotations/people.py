"""Decides which words of a source name a person, and which give the role."""

from __future__ import annotations

import re

from generator.quotations.draft import Range
from generator.quotations.elements import Elements
from generator.quotations.naming import Named

_CAPITAL = "A-Z\u00c0-\u00de\u0100-\u024f\u0386-\u03ab\u0401-\u042f"
_PARTICLE = r"(?:de|del|della|van|von|der|den|bin|ibn|al|el|da|di|du|la|le|ter|ten)"
_PARTICLES = re.compile(_PARTICLE)
_PERSON = re.compile(
    rf"[{_CAPITAL}][\w.’'-]*(?:\s(?:{_PARTICLE}\s){{0,2}}(?:a[dlnrst]-|ash-|el-)?[{_CAPITAL}][\w’'-]*(?:\.(?=\s))?)+"
)
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_OWNED = re.compile(r"\w+['’]s\s[^\W\d_]+", re.UNICODE)
_MASK = "\x00"
_NAMES_ALONE = re.compile(rf"(?:[Tt]he )?[{_MASK} ]*")
"""A source of which nothing is left without its outlets: most are so."""
_ROLE_LIMIT = 12
_WORD = re.compile(r"[\w-]+['’]?")
_TOKEN = re.compile(r"[\w’'.-]+")
_OWNER = re.compile(r"['’‘]s?\Z")
_OWNER_BEFORE = re.compile(r"^(?:['’‘]s?)?\s*")


def person_in(elements: Elements, source: Range | None, named: list[Named]) -> str | None:
    """Return the full name of the person in a source, the outlets in it left out."""
    words = _words_left(elements, source, named)
    if words is None:
        return None
    head, _, aside = words.partition(",")
    found = list(_PERSON.finditer(head))
    runs = [run[0] for run in found if not _is_whereabouts(elements, head, run)]
    if not found and (first := _PERSON.match(aside.strip())):
        runs = [first[0]]
    for run in reversed(runs):
        if run.lower() in elements.language.demonyms:
            continue
        name = _without_titles(elements, run)
        if len(name) > 1 and name[-1].lower() not in elements.language.kind_of_words("mute"):
            return " ".join(name)
    return None


def _is_whereabouts(elements: Elements, head: str, run: re.Match[str]) -> bool:
    """Return whether a name only says where a noun's bearer is or belongs.

    "A shepherd at Upper Scarth" is not Upper Scarth. A name of three words or more may begin with
    an office ("Secretary of State Ada Obi"); what is in writing is its author's ("a letter of Ada
    Obi"), except where it stands at or in a place.
    """
    words = elements.language.kind_of_words
    before = [word.casefold() for word in _WORD.findall(head[: run.start()])]
    if len(before) < 2 or before[-1] not in words("whereabouts"):  # noqa: PLR2004 - noun, preposition
        return False
    if run[0].split()[0].lower() in words("organisations"):
        return False
    return before[-1] in words("places_only") or not words("writings") & {*before[:-1]}


def antecedent(elements: Elements, who: int, low: int) -> Range | None:
    """Return the name that a relative "who" goes back to, with the apposition between them."""
    forms, words = elements.forms, elements.language.kind_of_words
    high = who - 1 if who > low and forms[who - 1] == "," else who
    start = _segment(elements, high, low)
    openers = words("articles") | words("possessives")
    while start > low and (forms[start] in openers or _is_role(elements, start)):
        high = start - 1
        start = _segment(elements, high, low)
    first = high
    while first > start and (
        elements.capital(first - 1)
        or (_PARTICLES.fullmatch(forms[first - 1]) and first < high and elements.capital(first - 2))
    ):
        first -= 1
    if first >= high:
        return None
    if first > start and forms[first - 1] in words("whereabouts"):
        # "a shepherd at Upper Scarth, who": the shepherd, not the place
        first = next((at for at in range(first, start - 1, -1) if forms[at] in openers), first)
    return first, who


def _is_role(elements: Elements, start: int) -> bool:
    """Return whether an apposition without an article begins: "director of the board"."""
    forms, words = elements.forms, elements.language.kind_of_words
    links = words("links")
    return not elements.capital(start) and any(
        form in links for form in forms[start + 1 : start + 3]
    )


def _segment(elements: Elements, high: int, low: int) -> int:
    """Return where the words between commas begin that end at `high`."""
    return next((at for at in range(high, low, -1) if elements.forms[at - 1] == ","), low)


def plain_words(elements: Elements, source: Range) -> str:
    """Return the words of a source that name it, the aside behind a comma left out.

    Empty in a language without verbs of saying: what stands before a colon may be a whole clause.
    """
    if not elements.language.cues:
        return ""
    comma = next((at for at in range(*source) if elements.forms[at] == ","), source[1])
    return elements.span(source[0], comma).of(elements.text) if comma > source[0] else ""


def surname_in(elements: Elements, source: Range) -> str | None:
    """Return the last capitalised word of a short source: "Mr Adu", "Adu"."""
    capitals = [at for at in range(*source) if elements.is_word(at) and elements.capital(at)]
    if not capitals or source[1] - source[0] > 6:  # noqa: PLR2004 - longer is no mere name
        return None
    return _OWNER.sub("", elements.span(capitals[-1], capitals[-1] + 1).of(elements.text))


def role_in(elements: Elements, source: Range | None, named: list[Named]) -> str | None:
    """Return the role that a source gives its person: by apposition, or before the name."""
    words = _words_left(elements, source, named)
    if words is None:
        return None
    head, _, apposition = words.partition(",")
    persons = list(_PERSON.finditer(head))
    person = persons[-1] if persons else None
    aside = apposition.strip(" ,:;—–").replace(_MASK, "").strip()
    if (
        person
        and aside
        and (aside[0].islower() or _OWNED.match(aside))
        and aside.split()[0].strip(",") not in ("from", "of", "who", "in", "at", "for", "writing")
    ):
        aside = _ARTICLE.sub("", aside, count=1) if _ARTICLE.match(aside) else aside
        return aside if len(aside.split()) <= _ROLE_LIMIT else None
    named_after = not person and _PERSON.match(apposition.strip())
    before = (head[: _name_start(elements, person)] if person else head).replace(_MASK, " ")
    before = _OWNER_BEFORE.sub("", before)
    for article in ("the ", "a ", "an ", "its ", "their ", "’s ", "'s "):
        if before.lower().startswith(article):
            before = before[len(article) :]
    tokens = _TOKEN.findall(before)
    if tokens and tokens[0].lower() in elements.language.kind_of_words("bare_articles"):
        tokens = tokens[1:]
    while tokens and tokens[-1].lower() in elements.language.kind_of_words("prepositions"):
        tokens.pop()
    lowers = [token.lower() for token in tokens]
    writings = elements.language.kind_of_words("writings") - elements.language.roles
    if lowers and lowers[-1] in writings:
        return None  # "a letter from Ada Obi"
    offices = elements.language.kind_of_words("organisations")
    if any(token in elements.language.roles for token in lowers) or (
        person and len(tokens) > 1 and any(token in offices for token in lowers)
    ):
        return " ".join(tokens)
    if (person or named_after) and tokens and tokens[-1].islower() and len(tokens) <= _ROLE_LIMIT:
        return " ".join(tokens)
    return None


def _name_start(elements: Elements, run: re.Match[str]) -> int:
    """Return where the name itself begins in a run of capitals that opens with an office."""
    return run.end() - len(" ".join(_without_titles(elements, run[0])))


def _words_left(elements: Elements, source: Range | None, named: list[Named]) -> str | None:
    """Return a source with its outlets masked; None if they are all of it, or there is none."""
    words = _masked(elements, source, named) if source else ""
    return None if _NAMES_ALONE.fullmatch(words) else words


def _masked(elements: Elements, source: Range, named: list[Named]) -> str:
    span = elements.span(*source)
    words = span.of(elements.text)
    for outlet in named:
        low, high = max(outlet.span.start, span.start), min(outlet.span.end, span.end)
        if low < high:
            words = words[: low - span.start] + _MASK * (high - low) + words[high - span.start :]
    return words


def _without_titles(elements: Elements, run: str) -> list[str]:
    parts = run.split()
    while parts and (
        parts[0].lower().strip(".") in elements.language.titles
        or parts[0].lower() in elements.language.roles
        or parts[0].lower() in elements.language.demonyms
        or parts[0].lower() in elements.language.function_words
        or (len(parts) > 1 and parts[0].endswith(("’s", "'s")))
        or (
            len(parts) > 2  # noqa: PLR2004 - "Secretary of State Ada Obi"
            and parts[0].lower() in elements.language.kind_of_words("organisations")
        )
    ):
        parts.pop(0)
    return parts
