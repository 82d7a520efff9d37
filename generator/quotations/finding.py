"""Decides which rules look at a text, in which order: the named list of rules.

Each rule reads one unit (a reporter's sentence); a later rule only looks where no earlier one
found anything. `RULES` is what `explain` and the documentation list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import compress, count

from generator.languages import language as language_of
from generator.languages.cue_verbs import CueForm
from generator.quotations.colons import colon
from generator.quotations.draft import Draft
from generator.quotations.elements import QUOTED, Elements
from generator.quotations.headline import headline, title_case_until
from generator.quotations.joins import joined
from generator.quotations.phrases import according_to
from generator.quotations.reported import reported
from generator.quotations.spoken import spoken

RULES = {
    "verb_before": "a verb of saying or thinking stands before the words, its subject before it",
    "verb_after": "a verb of saying stands after the words, its subject before or after it",
    "verb_inside": "a verb of saying interrupts the words",
    "according_to": "a phrase such as “according to” names the source",
    "colon": "words in quotation marks follow a colon",
    "signed": "a name follows words in quotation marks after a dash",
    "spoken": "a clause follows words in quotation marks that end in a comma",
    "joined": "words in quotation marks go on after an attribution",
    "introduced": "a line that ends with a colon leads up to words in quotation marks",
    "unattributed": "words in quotation marks that nothing in the text attributes",
    "headline": "the first line gives a name that the article cites, and a colon",
    "heading": "the words stand under a heading that names the outlet",
    "news_that": "the sentence names an outlet and says “the news that”",
}

_NOUNLIKE = ("base", "finite")
"""Forms of a verb that may be nouns."""
_ONLY_WITH = tuple((f"only_with_{particle}", particle) for particle in ("it", "back", "in", "out"))
"""Words that are verbs of saying only before a particle: "point out"."""


def findings(elements: Elements, *, apart: bool) -> list[Draft]:
    """Return what the rules find, in text order; `apart` keeps joined speech separate."""
    cues, firsts, telling = _telling_words(elements.language.tag)
    forms = elements.forms
    title = 0 if apart else title_case_until(elements)
    places = compress(count(), map(telling.__contains__, forms))
    drafts: list[Draft] = []
    # A unit without any of these has nothing that a rule looks for.
    for number, own in _by_unit(elements, places):
        hits = [at for at in own if forms[at] in cues and _is_verb(elements, at, title=at < title)]
        phrases = _phrases(forms, [at for at in own if forms[at] in firsts], firsts)
        found = according_to(elements, number, phrases) if phrases else []
        if hits:
            found += _apart_from(found, reported(elements, number, hits))
        # Most sentences hold no speech, and these rules look for nothing else.
        speech = any(forms[at] == QUOTED for at in own)
        if speech and not any(_has_speech(elements, draft) for draft in found):
            found += _apart_from(found, colon(elements, number))
        if speech and not any(draft.content[0][0] == elements.units[number].low for draft in found):
            found += spoken(elements, number)
        drafts += sorted(found, key=lambda draft: draft.content[0])
    if not apart:
        drafts = headline(elements, drafts) + drafts
    return joined(elements, drafts, apart=apart)


def _is_verb(elements: Elements, at: int, *, title: bool) -> bool:
    """Return whether a cue's form is not part of a name ("the United States") or half a phrase."""
    forms, words = elements.forms, elements.language.kind_of_words
    if (
        not title
        and at
        and elements.capital(at)
        and elements.is_word(at - 1)
        and elements.capital(at - 1)
    ):
        return elements.text[elements.starts[at] : elements.ends[at]].isupper()
    after = forms[at + 1] if at + 1 < len(forms) else ""
    if after in words("auxiliaries") and elements.language.cues[forms[at]].form in _NOUNLIKE:
        return False  # "The treaty states are expected to meet"
    if forms[at] in words("speaks_of") and not _speaks_of_words(elements, at):
        return False
    if forms[at] in words("often_nouns") and not _has_verbs_place(elements, at, after):
        return False  # "the coastal states", "her emails"
    return all(after == particle or forms[at] not in words(kind) for kind, particle in _ONLY_WITH)


def _speaks_of_words(elements: Elements, at: int) -> bool:
    """Return whether words in marks are what a verb speaks of: `speaks of a “soft landing”`."""
    forms, words = elements.forms, elements.language.kind_of_words
    after = at + 1
    while after < len(forms) and forms[after] in words("spoken_of") | words("articles"):
        after += 1
    return after > at + 1 and after < len(forms) and forms[after] == QUOTED


def _has_verbs_place(elements: Elements, at: int, after: str) -> bool:
    """Return whether what stands around a word shows it to be a verb: speech, a comma, "that"."""
    words = elements.language.kind_of_words
    signs = {QUOTED, ",", ":", ".", ""} | words("complementizers") | words("pronouns")
    return after in signs or (at > 0 and elements.forms[at - 1] in (QUOTED, ","))


def _has_speech(elements: Elements, draft: Draft) -> bool:
    return any(QUOTED in elements.forms[low:high] for low, high in draft.content)


def _apart_from(found: list[Draft], more: list[Draft]) -> list[Draft]:
    """Return those of `more` whose content no finding claims already for the whole."""
    claimed = {part for draft in found for part in draft.content}
    return [draft for draft in more if not claimed.issuperset(draft.content)]


_Firsts = Mapping[str, tuple[tuple[str, ...], ...]]
"""A language's fixed cue phrases by their first word."""


@cache
def _telling_words(tag: str) -> tuple[Mapping[str, CueForm], _Firsts, frozenset[str]]:
    """Return a language's cues, its cue phrases, and every form that any rule begins with."""
    spoken_language = language_of(tag)
    firsts: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in spoken_language.cue_phrases:
        firsts[phrase[0]] = (*firsts.get(phrase[0], ()), phrase)
    cues = spoken_language.cues
    return cues, firsts, frozenset((*cues, *firsts, QUOTED))


def _by_unit(elements: Elements, places: Iterable[int]) -> Iterator[tuple[int, list[int]]]:
    """Yield the units that have elements in `places`, each with those it has."""
    number = 0
    own: list[int] = []
    for at in places:
        if at >= elements.units[number].high:
            if own:
                yield number, own
            own = []
            while at >= elements.units[number].high:
                number += 1
        own.append(at)
    if own:
        yield number, own


def _phrases(forms: list[str], places: list[int], firsts: _Firsts) -> list[tuple[int, int]]:
    """Return where the language's fixed cue phrases stand that begin at `places`."""
    found: list[tuple[int, int]] = []
    for at in places:
        for phrase in firsts[forms[at]]:
            if tuple(forms[at : at + len(phrase)]) == phrase:
                found.append((at, at + len(phrase)))
                break
    return found
