"""Decides which cue verbs in a unit have a source, and what they make of the words around.

A verb counts as a cue where a subject stands before it ("the board said"), after it behind its
content ("…, said the board"), or in an earlier clause ("…, adding that"). Nouns of the same form
("her claims"), passives ("was told") and plain infinitives do not count.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.languages.cue_verbs import CueForm
from generator.quotations.clauses import skip_setting
from generator.quotations.draft import Range
from generator.quotations.elements import QUOTED, Elements, Unit
from generator.quotations.sources import phrase_ending, phrase_starting, subject_before

_INVERTS = frozenset(("say", "think", "tell"))


class Cued(NamedTuple):
    """A cue verb with its source, before its content is looked for; a plain tuple, as a `Draft`."""

    verb: int
    form: CueForm
    source: Range
    cue: Range
    inverted: bool = False
    carried: bool = False

    @property
    def start(self) -> int:
        """First element of the attributing words."""
        if self.carried or self.inverted:
            return self.cue[0]
        return min(self.source[0], self.cue[0])

    @property
    def end(self) -> int:
        """Element after the attributing words."""
        return max(self.source[1], self.cue[1]) if self.inverted else self.cue[1]


def cued_verbs(elements: Elements, unit: Unit, hits: list[int]) -> list[Cued]:
    """Return the cue verbs of a unit that have a source, in order."""
    found: list[Cued] = []
    for verb in hits:
        form = elements.language.cues[elements.forms[verb]]
        cued = (
            _inverted(elements, unit, verb, form)
            or _participle(elements, unit, verb, form, found)
            or _finite(elements, unit, verb, form, found)
        )
        while cued and found and cued.source[0] <= found[-1].verb < cued.source[1]:
            found.pop()  # "Ada Obi, answering a question, said"
        if cued and not (found and found[-1].cue[1] > cued.cue[0]):
            found.append(cued)
    return found


def _inverted(  # noqa: C901, PLR0911 - a return for each sign that it is not
    elements: Elements, unit: Unit, verb: int, form: CueForm
) -> Cued | None:
    """`…, said the minister`: verb first, its subject after it."""
    forms, words = elements.forms, elements.language.kind_of_words
    if form.form not in ("finite", "past") or form.cue_class not in _INVERTS:
        return None
    first = verb
    while first > unit.low and (
        forms[first - 1] in words("adverbs") or forms[first - 1] in words("inverted_helpers")
    ):
        first -= 1
    if first == unit.low or forms[first - 1] not in (",", QUOTED, "—", "–", "-"):
        return None
    at = skip_setting(elements, verb + 1, unit.high)
    if at >= unit.high or forms[at] in words("times") or forms[at] in words("prepositions"):
        return None
    after_speech = forms[first - 1] == QUOTED or QUOTED in forms[max(unit.low, first - 2) : first]
    if forms[at] in words("pronouns") and not (after_speech and forms[at] in words("personal")):
        return None
    if forms[at] in words("complementizers") or forms[at] in words("conjunctions"):
        return None
    source = phrase_starting(elements, at, unit.high)
    if source is None:
        return None
    if not after_speech and (form.cue_class != "say" or forms[at] in words("pointers")):
        return None
    if not after_speech and source[1] < unit.high:
        following = forms[source[1]]
        if following in words("auxiliaries") or following in words("pronouns"):
            return None
        if following not in (",", ".", "—", "–", ";", ")") and not any(
            following in words(kind) for kind in ("prepositions", "times", "settings")
        ):
            return None
    return Cued(verb=verb, form=form, source=source, cue=(first, verb + 1), inverted=True)


def _participle(
    elements: Elements, unit: Unit, verb: int, form: CueForm, found: list[Cued]
) -> Cued | None:
    """`…, adding that`, `a letter saying`: the source is an earlier subject or the noun before."""
    forms, words = elements.forms, elements.language.kind_of_words
    if form.form != "participle":
        return None
    before = forms[verb - 1] if verb > unit.low else ""
    if before in words("passive"):
        return _finite(elements, unit, verb, form, found)
    loose = (
        not before
        or before in (",", "—", "–", QUOTED, "and", "but", ";")
        or (
            before in words("prepositions")
            or before in words("conjunctions")
            or before in words("adverbs")
            or before.endswith("ly")
        )
    )
    first = verb
    while first > unit.low and forms[first - 1] in ("even", "also", "then", "later", "further"):
        first -= 1
    cue = (first, _with_particle(elements, unit, verb, form))
    if not loose:
        source = phrase_ending(elements, verb - 1, unit.low)
        return Cued(verb=verb, form=form, source=source, cue=cue) if source else None
    source = _carried_source(elements, unit, verb, found)
    return Cued(verb=verb, form=form, source=source, cue=cue, carried=True) if source else None


def _finite(  # noqa: PLR0911 - a return for each reason there is none
    elements: Elements, unit: Unit, verb: int, form: CueForm, found: list[Cued]
) -> Cued | None:
    """Subject first: `The minister has said`, `and said`, `went on to say`."""
    forms, words = elements.forms, elements.language.kind_of_words
    anchor = verb
    if verb - 1 >= unit.low and forms[verb - 1] == "to":
        if verb - 2 < unit.low or forms[verb - 2] not in words("control"):
            return None
        anchor = verb - 2
        if forms[anchor] == "on" and anchor > unit.low:
            anchor -= 1
    elif verb - 3 >= unit.low and forms[verb - 1] == "on":
        return None
    cue_end = _with_particle(elements, unit, verb, form)
    if anchor > unit.low and forms[anchor - 1] in words("coordinators"):
        source = _carried_source(elements, unit, anchor, found)
        if source is None or form.form == "base":
            return None
        return Cued(verb=verb, form=form, source=source, cue=(anchor, cue_end), carried=True)
    subject = subject_before(elements, anchor, unit.low)
    if subject is None:
        return None
    source, group = subject
    helpers = forms[group:anchor]
    if form.form == "past" and any(h in words("passive") for h in helpers):
        return None
    if not _agrees(elements, form, source, helpers):
        return None
    return Cued(verb=verb, form=form, source=source, cue=(group, cue_end))


def _agrees(elements: Elements, form: CueForm, source: Range, helpers: list[str]) -> bool:
    """Return whether verb form and subject agree in number; nouns in verb's clothing do not."""
    if form.form not in ("base", "finite"):
        return True
    words = elements.language.kind_of_words
    if any(helper in words("modals") for helper in helpers):
        return True
    head = elements.forms[source[1] - 1]
    plural = (
        head in words("plural_heads")
        or (head.endswith("s") and not head.endswith(("ss", "us", "is")))
        or "and" in elements.forms[source[0] : source[1]]
        or head in (",", ")", "who")
        or elements.forms[source[0]] in words("plural_subjects") | {"who"}
    )
    if form.form == "base":
        return plural
    return elements.forms[source[0]] not in words("plural_subjects")


def _with_particle(elements: Elements, unit: Unit, verb: int, form: CueForm) -> int:
    """Return the end of the cue with its particle: "called for", "pointed out"."""
    forms, words = elements.forms, elements.language.kind_of_words
    if forms[verb] in words("speaks_of") and forms[verb + 1] in words("spoken_of"):
        return verb + 2
    if verb + 1 < unit.high and forms[verb + 1] in ("it", "back", "in"):
        phrasal = elements.language.kind_of_words(f"only_with_{forms[verb + 1]}")
        return verb + 1 + (forms[verb] in phrasal)
    if verb + 1 < unit.high and forms[verb + 1] in elements.language.kind_of_words("particles"):
        if (
            forms[verb + 1] == "to"
            and form.cue_class not in ("call", "speak")
            and form.lemma not in ("point", "refer", "object", "react", "respond")
        ):
            return verb + 1
        if forms[verb + 1] == "on" and form.cue_class not in ("call", "speak"):
            return verb + 1
        return verb + 2
    return verb + 1


def _carried_source(elements: Elements, unit: Unit, verb: int, found: list[Cued]) -> Range | None:
    """Return the subject of the clause before: the last source, or the first noun phrase."""
    if found:
        return _speaking_on(elements, verb, found).source
    forms, words = elements.forms, elements.language.kind_of_words
    first = unit.low
    while first < verb and (
        forms[first] in words("conjunctions")
        or forms[first] in words("adverbs")
        or forms[first] == ","
    ):
        first += 1
    if first >= verb or not elements.is_word(first) or forms[first] in words("prepositions"):
        return None
    source = phrase_starting(elements, first, verb)
    if source is None:
        return None
    return source if source[1] - source[0] <= 12 else None  # noqa: PLR2004 - else it is a clause


def _speaking_on(elements: Elements, verb: int, found: list[Cued]) -> Cued:
    """Return whose clause goes on: behind a comma, not one that is itself reported."""
    words = elements.language.kind_of_words
    before = verb - 1
    if elements.forms[before] in words("coordinators"):
        before -= 1
    if before < 0 or elements.forms[before] not in (",", QUOTED, "—", "–"):
        return found[-1]
    breaks = {",", ";", "—", "–", QUOTED, ":"} | words("coordinators") | words("subordinators")
    for cued in reversed(found[1:]):
        if cued.carried or elements.forms[cued.start - 1] in breaks:
            return cued
    return found[0]
