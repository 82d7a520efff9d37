"""Rule `joined`: speech that goes on after its attribution.

`“…,” she said. “…”` is one statement; so is speech whose marks open anew in the next paragraph
while those before were never closed. Speech that no words attribute is left without a source.
"""

from __future__ import annotations

from dataclasses import replace

from generator.quotations.draft import Draft
from generator.quotations.elements import QUOTED, Elements
from generator.quotations.sources import phrase_starting
from generator.quotations.verbs import cued_verbs

_LEAST_WORDS = 4
"""Words from which a sentence in marks is speech and not a title or a slogan."""


def joined(elements: Elements, drafts: list[Draft], *, apart: bool) -> list[Draft]:
    """Return `drafts` with the speech that goes on; as drafts of their own if `apart`."""
    by_unit: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_unit.setdefault(draft.unit, []).append(draft)
    done: list[Draft] = []
    last: Draft | None = None
    for number, unit in enumerate(elements.units):
        own = by_unit.get(number)
        if own:
            done.extend(own)
            last = _speaking(elements, own)
            continue
        if not _is_speech(elements, number):
            if elements.forms[unit.low] != QUOTED:
                last = None
            continue
        part = (unit.low, _end(elements, number))
        if last is None and (intro := _introduced(elements, number)):
            last = replace(intro, content=(part,))
            done.append(last)
        elif last is not None and _goes_on(elements, last, number):
            if apart:
                last = replace(last, rule="joined", content=(part,), unit=number, cue=None)
                done.append(last)
            else:
                more = replace(last, content=(*last.content, part), unit=number)
                done[_place(done, last)] = more
                last = more
        else:
            last = Draft(rule="unattributed", content=(part,), unit=number)
            done.append(last)
    return done


def _introduced(elements: Elements, number: int) -> Draft | None:
    """Return the finding for speech that a line before leads up to: "The Beacon reports:"."""
    if not number:
        return None
    before, forms = elements.units[number - 1], elements.forms
    if forms[before.high - 1] != ":" or elements.units[number].paragraph - before.paragraph > 1:
        return None
    verbs = [at for at in range(before.low, before.high) if forms[at] in elements.language.cues]
    cued = cued_verbs(elements, before, verbs)
    if cued:
        return Draft(
            rule="introduced",
            content=(),
            unit=number,
            source=cued[-1].source,
            cue=cued[-1].cue,
            cue_class="say",
        )
    source = phrase_starting(elements, before.low, before.high)
    return Draft(
        rule="introduced",
        content=(),
        unit=number,
        source=source,
        cue=(before.high - 1, before.high),
        cue_class="say",
    )


def _place(done: list[Draft], draft: Draft) -> int:
    return next(at for at in range(len(done) - 1, -1, -1) if done[at] is draft)


def _speaking(elements: Elements, own: list[Draft]) -> Draft | None:
    """Return the last finding of a unit whose content ends or begins with speech."""
    for draft in reversed(own):
        if any(
            elements.forms[part[1] - 1] == QUOTED or elements.forms[part[0]] == QUOTED
            for part in draft.content
        ):
            return draft
    return None


def _is_speech(elements: Elements, number: int) -> bool:
    """Return whether a unit is nothing but a stretch in marks, long enough to be said."""
    unit = elements.units[number]
    if elements.forms[unit.low] != QUOTED:
        return False
    if any(elements.is_word(at) for at in range(unit.low + 1, min(unit.high, unit.low + 4))):
        return False
    words = elements.text[elements.starts[unit.low] : elements.ends[unit.low]][:200]
    return len(words.split()) >= _LEAST_WORDS or words.rstrip("\"”»'’").endswith((".", "!", "?"))


def _goes_on(elements: Elements, last: Draft, number: int) -> bool:
    before, here = elements.units[last.unit], elements.units[number]
    if before.paragraph == here.paragraph:
        return True
    end = last.content[-1][1] - 1
    return here.paragraph == before.paragraph + 1 and elements.starts[end] in elements.unclosed


def _end(elements: Elements, number: int) -> int:
    unit = elements.units[number]
    high = unit.high
    while (
        high > unit.low + 1
        and not elements.is_word(high - 1)
        and elements.forms[high - 1] != QUOTED
    ):
        high -= 1
    return high
