"""Rule N001: words credited to people whom nobody can ask: “experts say”, “Western media”.

Reuters, the BBC and Wikipedia's guide on words to watch ask the same question: who? A collective
is silent here as soon as anything narrows it: “experts at the Institute of X say”, “experts told
The Herald”, or an outlet's statement around it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.neutrality.finding import COLLECTIVE, Finding, shown
from generator.neutrality.narration import Narration
from generator.quotations.elements import Unit

_BETWEEN = 4
"""Adverbs and auxiliaries that may stand between a collective and its verb."""
_BEFORE = 3
"""Words between a verb or “according to” and its collective: article, number, adjective."""
_SAYING = ("say", "tell", "think", "call")
MEND = "Name who says so, or the outlet that heard them; else leave it out."


def collectives(narration: Narration) -> Iterator[Finding]:
    """Yield the unattributed collectives of a passage."""
    for unit in narration.units:
        after = unit.low
        for at in narration.own(unit):
            if at < after:
                continue
            found = _found(narration, unit, at)
            if found and not _is_attributed(narration, *found):
                after = found[1]
                span = narration.span(*found)
                yield Finding(
                    span=span,
                    code=COLLECTIVE,
                    what=f"{shown(span.of(narration.text))} names nobody",
                    mend=MEND,
                )


def _found(narration: Narration, unit: Unit, at: int) -> tuple[int, int] | None:
    """Return the elements of a collective that begins at `at`."""
    return (
        _phrase(narration, unit, at)
        or _subject(narration, unit, at)
        or _alone(narration, unit, at)
        or _behind(narration, unit, at)
    )


def _phrase(narration: Narration, unit: Unit, at: int) -> tuple[int, int] | None:
    """Find a fixed phrase: “it is widely thought”; or a press without names: “Western media”.

    A press that is only spoken of or to (“about the foreign press”) is credited with nothing.
    """
    for name in ("unattributed", "press"):
        listed = narration.words.phrases.get(name)
        end = listed.at(narration.forms, at, unit.high) if listed else at
        if end > at and (name != "press" or not _is_spoken_of(narration, unit, at, end)):
            return at, end
    return None


def _subject(narration: Narration, unit: Unit, at: int) -> tuple[int, int] | None:
    """Find a collective before its verb: “experts have long argued”, “some critics say”."""
    if not _is_loose(narration, unit, at):
        return None
    verb = _verb_after(narration, unit, at + 1)
    if verb is None or not _is_saying(narration, verb) or _has_hearer(narration, unit, verb):
        return None
    if _says_a_thing(narration, unit, verb):
        return None
    first = at
    while first > unit.low and narration.forms[first - 1] in narration.words.kind("quantifiers"):
        first -= 1
    return first, verb + 1


def _alone(narration: Narration, unit: Unit, at: int) -> tuple[int, int] | None:
    """Find a quantity that is nobody: “many believe”, at the head of a clause only."""
    words = narration.words
    if narration.forms[at] not in words.kind("alone") or not _begins_clause(narration, unit, at):
        return None
    verb = _verb_after(narration, unit, at + 1)
    if verb is None or narration.forms[verb] not in words.kind("alone_verbs"):
        return None
    return None if _says_a_thing(narration, unit, verb) else (at, verb + 1)


def _says_a_thing(narration: Narration, unit: Unit, verb: int) -> bool:
    """Tell whether a formula is said and nothing is told: “some say grace before meals”."""
    after = verb + 1
    return after < unit.high and narration.forms[after] in narration.words.kind("said_things")


def _behind(narration: Narration, unit: Unit, at: int) -> tuple[int, int] | None:
    """Find a collective behind its verb or phrase: “according to observers”, “sagen Experten”."""
    phrases = narration.words.phrases["according_to"]
    start = phrases.at(narration.forms, at, unit.high)
    if start == at:
        inverts = "inverts" in narration.words.words or _after_comma(narration, unit, at)
        if not inverts or not _is_saying(narration, at):
            return None
        start = at + 1
    noun = start
    while noun < min(unit.high, start + _BEFORE) and narration.forms[noun] in _fore(narration):
        noun += 1
    if noun >= unit.high or not _is_loose(narration, unit, noun):
        return None
    return None if _is_narrowed(narration, unit, noun + 1) else (at, noun + 1)


def _fore(narration: Narration) -> frozenset[str]:
    return narration.words.kind("quantifiers") | narration.words.kind("fore")


def _is_loose(narration: Narration, unit: Unit, at: int) -> bool:
    """Tell whether a word is a collective that no word before it narrows: “these”, a name."""
    if not narration.words.is_collective(narration.forms[at]):
        return False
    before = range(at - 1, max(unit.low, at - 2) - 1, -1)
    for place in before:
        form = narration.forms[place]
        if form in narration.words.kind("quantifiers") or not narration.elements.is_word(place):
            break
        if form in narration.words.kind("definite"):
            return False
    return "nouns_have_capitals" in narration.words.words or not (
        at > unit.low and narration.is_name(at - 1, unit)
    )


def _verb_after(narration: Narration, unit: Unit, at: int) -> int | None:
    """Return the next word that is neither adverb nor auxiliary."""
    between = narration.words.kind("between")
    for verb in range(at, min(unit.high, at + _BETWEEN)):
        if narration.forms[verb] not in between:
            return None if narration.is_name(verb, unit) else verb
    return None


def _is_saying(narration: Narration, at: int) -> bool:
    cue = narration.elements.language.cues.get(narration.elements.forms[at])
    return cue is not None and cue.cue_class in _SAYING and cue.form != "participle"


def _has_hearer(narration: Narration, unit: Unit, verb: int) -> bool:
    """Tell whether a name follows: “experts told Radio Fen”."""
    return verb + 1 < unit.high and narration.is_name(verb + 1, unit) and _tells(narration, verb)


def _tells(narration: Narration, at: int) -> bool:
    cue = narration.elements.language.cues.get(narration.elements.forms[at])
    return cue is not None and cue.cue_class == "tell"


def _is_narrowed(narration: Narration, unit: Unit, at: int) -> bool:
    """Tell whether what follows says who is meant: “of the institute”, “such as”, a name."""
    narrows = narration.words.kind("narrows")
    if at < unit.high and narration.forms[at] == ",":
        behind = narration.words.kind("narrows_behind_comma")
        return at + 1 < unit.high and narration.forms[at + 1] in behind
    if at >= unit.high:
        return False
    is_name = "nouns_have_capitals" not in narration.words.words and narration.is_name(at, unit)
    return narration.forms[at] in narrows or is_name


def _is_spoken_of(narration: Narration, unit: Unit, at: int, end: int) -> bool:
    return _is_object(narration, unit, at) or _is_part(narration, unit, end)


def _is_part(narration: Narration, unit: Unit, at: int) -> bool:
    """Tell whether a press goes on as something else, “media companies”, or is narrowed."""
    compounds = narration.words.kind("compounds")
    goes_on = at < unit.high and narration.forms[at] in compounds
    return goes_on or _is_narrowed(narration, unit, at)


def _is_object(narration: Narration, unit: Unit, at: int) -> bool:
    """Tell whether a press only follows a preposition: “with the foreign media”."""
    articles = narration.elements.language.kind_of_words("articles")
    before = at - 1
    while before >= unit.low and narration.forms[before] in articles:
        before -= 1
    return before >= unit.low and narration.forms[before] in narration.words.kind("objects")


def _begins_clause(narration: Narration, unit: Unit, at: int) -> bool:
    language = narration.elements.language
    openers = language.kind_of_words("conjunctions") | {",", ";", ":", "—", "–", "("}
    openers -= narration.words.kind("adds")
    return at == unit.low or narration.elements.forms[at - 1] in openers


def _after_comma(narration: Narration, unit: Unit, at: int) -> bool:
    return at > unit.low and narration.forms[at - 1] in {",", "“”"}


def _is_attributed(narration: Narration, low: int, high: int) -> bool:
    """Tell whether somebody with a name is credited with it, or heard it."""
    span = narration.span(low, high)
    return narration.is_said(span) or narration.is_outlets(span)
