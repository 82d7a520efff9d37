"""Rule `colon`: what stands before a colon leads up to speech in marks.

`The minister was blunt: “No.”`, `Ada Obi, The Beacon: “A triumph.”`, and after the speech a dash
with a name: `“A triumph.” – Ada Obi, The Beacon`.
"""

from __future__ import annotations

from generator.quotations.clauses import content_end
from generator.quotations.draft import Draft
from generator.quotations.elements import QUOTED, Elements
from generator.quotations.sources import phrase_starting

_DASHES = ("—", "–", "--", "-", "―", "(")


def colon(elements: Elements, number: int) -> list[Draft]:
    """Return the finding in unit `number`, if speech follows a colon or precedes a name."""
    unit = elements.units[number]
    forms = elements.forms
    for at in range(unit.low, unit.high - 1):
        if forms[at] == ":" and forms[at + 1] == QUOTED and at > unit.low:
            first = unit.low
            while first < at and (
                forms[first] in elements.language.kind_of_words("conjunctions")
                or not elements.is_word(first)
            ):
                first += 1
            source = phrase_starting(elements, first, at)
            return [
                Draft(
                    rule="colon",
                    content=((at + 1, content_end(elements, at + 1, unit.high)),),
                    unit=number,
                    source=source,
                    cue=(at, at + 1),
                    cue_class="say",
                    also=(unit.low, at),
                )
            ]
        if at == unit.low and forms[at] == QUOTED and forms[at + 1] in _DASHES:
            return _signed(elements, number, at)
    return []


def _signed(elements: Elements, number: int, at: int) -> list[Draft]:
    """`“…” – Name, Outlet`: nothing but a name after the dash."""
    unit = elements.units[number]
    first = at + 2
    if first >= unit.high or not elements.capital(first) or unit.high - first > 12:  # noqa: PLR2004
        return []
    source = phrase_starting(elements, first, unit.high)
    if source is None:
        return []
    return [
        Draft(
            rule="signed",
            content=((at, at + 1),),
            unit=number,
            source=source,
            cue=(at + 1, at + 2),
            cue_class="say",
            also=(first, unit.high),
        )
    ]
