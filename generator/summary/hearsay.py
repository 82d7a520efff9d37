"""Object to a sentence that puts words into another's mouth.

Whoever speaks in this digest is named only with a passage of theirs, and what a clause says under
their name stands in a passage of theirs, or in one that names them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.summary import facts
from generator.summary.case import Case
from generator.summary.question import Passage
from generator.summary.senses import senses
from generator.text.matching import normalised

_FEWEST = 2
"""Telling words from which a clause says enough to be judged by itself."""

LEAST_SHARE = 2 / 3
"""Of the telling words of a clause that cited passages have, so many stand in the speaker's own:
figures and common words meet in everybody's."""


def uncited(case: Case) -> Iterator[str]:
    """Name nobody whose passages are not cited.

    This is what finds names in scripts without capitals.
    """
    evidence = _plain(case.evidence)
    for passage in case.others:
        for name in (passage.outlet, passage.speaker):
            if _plain(name) not in evidence and _names(case.text, name):
                yield f"“{name}” has said none of the passages it cites"


def attributed(case: Case) -> Iterator[str]:
    """Enough of what is said under a name stands in a passage of whoever bears it."""
    voices = {
        name
        for passage in (*case.cited, *case.others)
        for name in (passage.outlet, passage.speaker)
        if name and _names(case.text, name)
    }
    told = [clause for clause in case.text_clauses if any(_names(clause, v) for v in voices)]
    for clause in told:
        here = sorted(voice for voice in voices if _names(clause, voice))
        own = case.content(clause) - case.content(*here, *_units(case)) - facts.figures(clause)
        if len(own) < _FEWEST:
            if len(told) > 1:
                continue
            own = case.content(case.text) - case.content(*here)
        theirs = [p for p in case.cited if any(_is_of(p, voice) for voice in here)]
        said = own & case.content(*(p.text for p in case.cited))
        found = said & case.content(*(p.text for p in theirs))
        if theirs and len(found) < LEAST_SHARE * len(said):
            yield f"“{here[0]}” says too little of it in the passages it cites"


def _units(case: Case) -> Iterator[str]:
    for unit in senses(case.tag).units:
        yield from (*unit.words, *unit.runs)


def _is_of(passage: Passage, voice: str) -> bool:
    return voice in (passage.outlet, passage.speaker) or _names(passage.text, voice)


def _names(text: str, name: str) -> bool:
    plain = _plain(name)
    # Arabic writes "and" and "by" as part of the next word, so a name may begin inside it.
    edge = "" if plain.upper() == plain else r"(?<!\w)"
    return bool(plain and re.search(edge + re.escape(plain), _plain(text)))


def _plain(text: str) -> str:
    return normalised(text).casefold()
