"""Decides which names the text itself introduces as outlets, whether or not a registry has them.

"the daily X", "X magazine", "X's critic", "a columnist for X", "writing for X": each says so
plainly. "Ada Obi of X" and "X's Ada Obi" say so only in a text that cites several critics, or
where the name ends as outlets' names do ("Weekly", "Times").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick

from generator.languages import Language
from generator.languages import language as language_of
from generator.model import Span
from generator.quotations.elements import Elements

_CAPITAL = "A-Z\u00c0-\u00de\u0100-\u024f\u0386-\u03ab\u0401-\u042f"
_NAME = rf"(?<!\w)(?:[{_CAPITAL}][\w&.+’'-]{{0,40}}|\d{{1,6}}[A-Za-z][\w.]{{0,40}})"
"""Bounded, and never begun inside a word, so that the search stays linear."""
_RUN = rf"{_NAME}(?:[ \u00a0](?:(?:of|the|and|al|de|du|la|le|el|for)[ \u00a0])?{_NAME}){{0,5}}"
_PERSON_NAME = rf"{_NAME}\s{_NAME}"
_PLAIN = ("after", "before", "owner", "employer", "of", "columnist", "writing")
_GUESSED = ("critic", "holder")
_LEADING = re.compile(r"(\w+)\s+(?=\S)")
_POSSESSIVE = re.compile(r"(?:['’‘]s?)\Z")
_FEWEST = 2
"""Outlets that must be introduced by their critics' names before such a name counts."""


def introduced_names(elements: Elements) -> list[Span]:
    """Return where the text introduces an outlet by name, in no order."""
    language = elements.language
    pattern = _pattern_for(language.tag, _speaks_of(language, elements.text))
    plain: list[Span] = []
    guessed: list[Span] = []
    reviewing = False
    at = 0
    while pattern and (match := pattern.search(elements.text, at)):
        found = match.groupdict()
        group = next(name for name in (*_PLAIN, *_GUESSED) if found.get(name))
        span = _trimmed(elements, Span(*match.span(group)))
        if not _is_introduced(elements, match, group, span):
            # Words that misled one pattern may still be part of another.
            at = max(match.start(group) + 1, match.start() + 1)
            continue
        at = match.end("whole")
        (plain if group in _PLAIN else guessed).append(span)
        reviewing = reviewing or group in _PLAIN
    names = {span.of(elements.text) for span in guessed}
    several = len(names) >= _FEWEST and (reviewing or _speaks_of_reviews(elements))
    return plain + [span for span in guessed if several or _ends_as_names_do(elements, span)]


def _is_introduced(elements: Elements, match: re.Match[str], group: str, span: Span) -> bool:
    if not _may_be_outlet(elements, span):
        return False
    if group == "critic" and not _may_be_outlet(elements, Span(*match.span("person"))):
        return False
    return group != "employer" or not _begins_sentence(elements, span)


_KINDS = ("newspaper", "magazine", "news agency", "daily", "weekly")
"""What may stand behind a name: "X magazine"."""


@cache
def _pattern_for(tag: str, speaks_of: frozenset[str]) -> re.Pattern[str] | None:
    """Return what finds names; of words that a text does not have (`speaks_of`), nothing.

    None for a language whose data do not say enough, and where there is nothing to look for.
    """
    language = language_of(tag)
    given = (
        language.roles,
        language.kind_of_words("columnists"),
        language.outlet_nouns,
        language.kind_of_words("links"),
        language.writing_for,
    )
    if not all(given) or not speaks_of:
        return None
    roles, columnists, nouns, links, writing = map(_one_of, given)
    person = _PERSON_NAME
    of_outlets = (
        rf"\b(?:[Tt]he|[Aa]n?)\s(?:[\w-]+\s){{0,3}}?(?:{nouns})\s(?P<after>{_RUN})",
        rf"(?P<before>{_RUN})\s(?:[Nn]ews\s)?(?:newspaper|magazine|news\sagency|daily|weekly)\b",
    )
    of_people = (
        rf"(?P<owner>{_RUN})['’]s?\s(?:[\w-]+\s){{0,2}}?(?:{roles})\b",
        rf"(?P<employer>{_RUN})\s(?:{roles})\s{person}",
        rf"\b(?:{roles})s?\s(?:{_NAME}\s){{0,3}}?(?:{links})\s(?:the\s)?(?P<of>{_RUN})",
        rf"\b(?:{columnists})s?\s(?:in|at)\s(?:the\s)?(?P<columnist>{_RUN})",
        rf"\b(?:{writing})\s(?:the\s)?(?P<writing>{_RUN})",
    )
    of_critics = rf"(?P<person>{person}),?\s(?:{links})\s(?:the\s)?(?P<critic>{_RUN})"
    of_holders = rf"(?P<holder>{_RUN})['’]s\s{person}\b"
    shapes = (
        *(of_outlets if "outlets" in speaks_of else ()),
        *(of_people if "people" in speaks_of else ()),
        *((of_critics,) if "critics" in speaks_of else ()),
        *((of_holders,) if "holders" in speaks_of else ()),
    )
    # A set of characters comes first, so that the search skips all others: most words begin as
    # nothing here does. What they begin is looked at from there, and so captured as `whole`.
    small = ["the ", "a ", "an "] if "outlets" in speaks_of else []
    if "people" in speaks_of:
        called = language.roles | language.kind_of_words("columnists")
        small += [f"{word}{end}" for word in called for end in (" ", "s ")]
        small += [f"{phrase} " for phrase in language.writing_for]
    begins = "".join(sorted({word[0] for word in small}))
    return re.compile(
        rf"[{_CAPITAL}\d{begins}](?<!\w.)(?:(?<=[{_CAPITAL}\d])|{_second_letters(small)})"
        rf"(?<=(?=(?P<whole>{'|'.join(shapes)})).)",
        re.DOTALL,
    )


def _second_letters(words: Sequence[str]) -> str:
    """Return the pattern of what stands behind the first letter of one of `words`."""
    pairs = sorted({(re.escape(word[0]), re.escape(word[1])) for word in words})
    return (
        "|".join(rf"(?<={first})(?={second})".replace("\\ ", r"\s") for first, second in pairs)
        or r"(?!)"
    )


def _speaks_of(language: Language, text: str) -> frozenset[str]:
    """Return what `text` has that introduces names: for `outlets`, for `people` of them.

    `critics` are people with what may be an outlet behind them ("Ada Obi of X"), `holders` what may
    be one before a person ("X's Ada Obi").
    """
    return _words_in(language, text) | _guesses_in(language.tag, text)


def _guesses_in(tag: str, text: str) -> frozenset[str]:
    """Return whether `text` has `critics` or `holders`: names that stand so, of whomever."""
    links = _link_before_name(tag).finditer(text)
    owned = _OWNED.finditer(text)
    found = (
        ("critics", any(_person_before(text, link.start()) for link in links)),
        ("holders", any(_PERSON.match(text, mark.end()) for mark in owned)),
    )
    return frozenset(kind for kind, has in found if has)


def _person_before(text: str, end: int) -> bool:
    last = text[text.rfind(" ", 0, end - 1) + 1 : end - 1]
    if last.isascii() and last.isalpha() and last.islower():
        return False  # "the chapel of", with no capital or figure that a name begins with
    return bool(_PERSON_BEFORE.search(text, max(0, end - _REACH), end))


@cache
def _link_before_name(tag: str) -> re.Pattern[str]:
    """Return what finds the small words that lead from a person to an outlet."""
    links = _one_of(language_of(tag).kind_of_words("links")) or r"(?!)"
    return re.compile(rf"(?:{links})\s(?:the\s)?(?=[{_CAPITAL}\d])")


_OWNED = re.compile(rf"['’]s\s(?=[{_CAPITAL}\d])")
_PERSON = re.compile(rf"{_PERSON_NAME}\b")
# A set of characters comes first, so that the search skips all others.
_PERSON_BEFORE = re.compile(rf"[{_CAPITAL}\d](?<!\w.)(?<=(?={_PERSON_NAME},?\s\Z).)", re.DOTALL)


def _words_in(language: Language, text: str) -> frozenset[str]:
    """Return for whom `text` has words: `outlets`, `people`.

    One automaton looks for all of them in a tenth of the time that a pattern would take.
    """
    finder, kinds = _finder(language.tag)
    named_after = _named_after(language.tag)
    found: set[str] = set()
    for number, start, end in finder.find_matches_as_indexes(text, overlapping=True):
        kind = kinds[number]
        if kind.removeprefix("lone ") in found or not _is_whole(text, start, end):
            continue
        if (
            kind != "lone people"
            or named_after.match(text, end)
            or _OWNED_BY.search(text, max(0, start - _REACH), start)
        ):
            found.add(kind.removeprefix("lone "))
    return frozenset(found)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Return whether a word, or its plural, stands by itself."""
    return not _in_word(text[start - 1 : start]) and (
        text[end : end + 1] == "s" or not _in_word(text[end : end + 1])
    )


_REACH = 120
"""Characters in which a person, or the owner of a role, is looked for: two words before it."""
_OWNED_BY = re.compile(r"['’]s?\s(?:[\w-]+\s){0,2}\Z")


@cache
def _named_after(tag: str) -> re.Pattern[str]:
    """Return what must follow a role that nobody owns, for it to introduce a name."""
    links = _one_of(language_of(tag).kind_of_words("links") | {"in", "at"})
    return re.compile(rf"s?\s(?:[{_CAPITAL}\d]|(?:{links})\s)")


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


@cache
def _finder(tag: str) -> tuple[AhoCorasick, tuple[str, ...]]:
    """Return what finds a word of each that introduces names, and what each speaks of.

    Of a phrase that is its longest word: "review" is rarer than the "in a" before it.
    """
    language = language_of(tag)
    of_people = (*language.roles, *language.kind_of_words("columnists"), *language.writing_for)
    words = sorted(
        {(max(said.split(), key=len), "outlets") for said in (*language.outlet_nouns, *_KINDS)}
        | {(max(s.split(), key=len), "people" if " " in s else "lone people") for s in of_people}
    )
    return AhoCorasick([word for word, _ in words]), tuple(kind for _, kind in words)


def _one_of(words: object) -> str:
    return "|".join(
        sorted(re.escape(word).replace("\\ ", r"\s") for word in words)  # type: ignore[attr-defined]
    )


def _trimmed(elements: Elements, span: Span) -> Span:
    """Return the name without a conjunction before it or a possessive after it."""
    no_names = elements.language.kind_of_words("no_names")
    words = span.of(elements.text)
    while (first := _LEADING.match(words)) and first[1].lower() in no_names:
        span = Span(span.start + first.end(), span.end)
        words = span.of(elements.text)
    shorter = _POSSESSIVE.sub("", words).rstrip(".,")
    return Span(span.start, span.start + len(shorter))


def _may_be_outlet(elements: Elements, span: Span) -> bool:
    words = span.of(elements.text).lower().split()
    language = elements.language
    if not words or any(word in language.kind_of_words("organisations") for word in words):
        return False
    if not could_name(language, words):
        return False
    if " ".join(words) in language.demonyms:
        return False
    return not any(word.strip(".") in language.titles for word in words)


def could_name(language: Language, words: Sequence[str]) -> bool:
    """Return whether lower-case words are more than "the" and verbs of saying."""
    return any(
        len(word) > 1
        and word not in language.function_words
        and (word not in language.cues or len(words) > 1)
        for word in words
    )


def _begins_sentence(elements: Elements, span: Span) -> bool:
    """Return whether a lone capitalised word may have its capital from the sentence."""
    words = span.of(elements.text)
    before = elements.text[max(0, span.start - 3) : span.start].rstrip()
    return words[1:].islower() and (not before or before[-1] in '.!?”"’\n')


def _ends_as_names_do(elements: Elements, span: Span) -> bool:
    words = span.of(elements.text).lower().split()
    return len(words) > 1 and words[-1] in elements.language.name_words


def _speaks_of_reviews(elements: Elements) -> bool:
    return not elements.language.kind_of_words("reviewing").isdisjoint(elements.forms)
