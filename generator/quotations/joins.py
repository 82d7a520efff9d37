"""Rule `joined`: speech that goes on after its attribution.

`“…,” she said. “…”` is one statement; so is speech whose marks open anew in the next paragraph
while those before were never closed. Speech that no words attribute is left without a source.
"""

from __future__ import annotations

from generator.quotations.draft import Draft, Range
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
    series: list[_Series] = []
    last: _Series | None = None
    for number, unit in enumerate(elements.units):
        if own := by_unit.get(number):
            begun = [_Series(draft) for draft in own]
            series += begun
            last = _speaking(elements, begun)
        elif _is_speech(elements, number):
            part = (unit.low, _end(elements, number))
            if last is not None and _goes_on(elements, last, number):
                last.more.append((number, part))
                continue
            first = last is None and _introduced(elements, number)
            draft = first or Draft(rule="unattributed", content=(), unit=number)
            last = _Series(draft._replace(content=(part,)))
            series.append(last)
        elif elements.forms[unit.low] != QUOTED:
            last = None
    return [draft for one in series for draft in one.drafts(apart=apart)]


class _Series:
    """A finding and the speech that goes on after it."""

    def __init__(self, first: Draft) -> None:
        self.first = first
        self.more: list[tuple[int, Range]] = []

    @property
    def unit(self) -> int:
        """The unit it has come to."""
        return self.more[-1][0] if self.more else self.first.unit

    @property
    def end(self) -> int:
        """The last element it has come to."""
        return (self.more[-1][1] if self.more else self.first.content[-1])[1] - 1

    def drafts(self, *, apart: bool) -> list[Draft]:
        """Return it as one finding, or as one for each sentence."""
        if not apart:
            parts = tuple(part for _, part in self.more)
            return [self.first._replace(content=self.first.content + parts)]
        rule = self.first.rule if self.first.rule == "unattributed" else "joined"
        return [
            self.first,
            *(
                self.first._replace(rule=rule, content=(part,), unit=number, cue=None)
                for number, part in self.more
            ),
        ]


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


def _speaking(elements: Elements, own: list[_Series]) -> _Series | None:
    """Return the last finding of a unit whose content ends or begins with speech."""
    for one in reversed(own):
        if any(
            elements.forms[part[1] - 1] == QUOTED or elements.forms[part[0]] == QUOTED
            for part in one.first.content
        ):
            return one
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


def _goes_on(elements: Elements, last: _Series, number: int) -> bool:
    before, here = elements.units[last.unit], elements.units[number]
    if before.paragraph == here.paragraph:
        return True
    return here.paragraph == before.paragraph + 1 and elements.starts[last.end] in elements.unclosed


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
