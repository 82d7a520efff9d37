"""Rule `spoken`: the clause after speech that ends in a comma says whose speech it is.

`“It is broken,” barked the harbour master`: whatever the verb is, speech whose marks close on a
comma is attributed by what follows. Only looked for where no cue verb is known.
"""

from __future__ import annotations

from generator.quotations.clauses import content_end, must_follow
from generator.quotations.draft import Draft, Range
from generator.quotations.elements import QUOTED, Elements
from generator.quotations.sources import phrase_starting, subject_before

_REACH = 24
"""Elements after the speech among which its verb stands: name, role and aside come first."""


def spoken(elements: Elements, number: int) -> list[Draft]:
    """Return the finding in unit `number`, if it begins with speech that must be attributed."""
    unit = elements.units[number]
    speech = (unit.low, unit.low + 1)
    if unit.high - unit.low < 3 or not must_follow(elements, speech):  # noqa: PLR2004
        return []
    found = _attributing(elements, unit.low + 1, min(unit.high, unit.low + _REACH))
    if found is None:
        return []
    source, cue = found
    content: tuple[Range, ...] = (speech,)
    after = max(source[1], cue[1])
    for at in range(after, unit.high - 1):
        if elements.forms[at + 1] == QUOTED and elements.forms[at] == ",":
            content = (speech, (at + 1, content_end(elements, at + 1, unit.high)))
            break
    return [
        Draft(rule="spoken", content=content, unit=number, source=source, cue=cue, cue_class="say")
    ]


def _attributing(elements: Elements, low: int, high: int) -> tuple[Range, Range] | None:
    """Return subject and verb after the speech, in either order."""
    if _may_be_verb(elements, low):
        source = phrase_starting(elements, low + 1, high)
        return (source, (low, low + 1)) if source else None
    for at in range(low + 1, high):
        if _may_be_verb(elements, at):
            subject = subject_before(elements, at, low)
            if subject and subject[0][0] == low:
                return subject[0], (at, at + 1)
    return None


def _may_be_verb(elements: Elements, at: int) -> bool:
    """Return whether a word looks like a verb in the past: English alone is known to show it."""
    form = elements.forms[at]
    endings = tuple(elements.language.kind_of_words("past_endings"))
    return bool(endings) and form.endswith(endings) and not elements.capital(at)
