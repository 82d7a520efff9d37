"""Decides which outlet, speaker and role each finding of a review is credited to.

Read in text order, with a memory: which outlets were named, who writes for which, which paper
"the paper" is. Unsure means unsaid: a finding that no outlet can be told for keeps its speaker
and says why.
"""

from __future__ import annotations

from bisect import bisect_left

from generator.model import Span
from generator.outlets import Registry
from generator.quotations.credit import Credit
from generator.quotations.draft import Draft, Range
from generator.quotations.elements import Elements
from generator.quotations.headings import headed
from generator.quotations.memory import Memory
from generator.quotations.naming import Named, named_outlets, without_overlaps
from generator.quotations.people import antecedent, person_in, plain_words, role_in
from generator.quotations.reporters import reporters
from generator.quotations.short_names import with_short_names

_FRONT = 14
"""Elements that "In a review for The Beacon," may have before the source."""
NO_SOURCE = "nothing in the text attributes these words"
NO_OUTLET = "no outlet is named for these words"


def undecided(named: Named) -> str:
    """Return why the outlet of a name stays open; empty where it is decided."""
    return "" if named.outlet else f"several outlets are called {named.name}"


class Crediting:
    """Walks through the findings of one review."""

    def __init__(self, elements: Elements, registry: Registry) -> None:
        """Find all outlets that the text names."""
        self.elements = elements
        self.registry = registry
        named = named_outlets(elements, registry)
        self.headings = headed(elements, named, registry)
        self.named = with_short_names(elements, without_overlaps(self.headings, named))
        self._starts = [named.span.start for named in self.named]
        self.memory = Memory(elements)
        self._told = 0

    def learn_reporters(self, drafts: list[Draft]) -> None:
        """Take bare names that "report" something as outlets, also where they only "say" it."""
        new = reporters(self.elements, drafts, self.named, self.registry)
        if new:
            self.named = without_overlaps(
                [named for named in self.named if not named.weak], [*new, *self.named]
            )
            self._starts = [named.span.start for named in self.named]

    def credits(self, draft: Draft) -> tuple[Credit, ...]:
        """Return whom `draft` is credited to: one outlet, several that share it, or none."""
        first = self.elements.starts[draft.content[0][0]]
        if draft.cue:
            first = min(first, self.elements.starts[draft.cue[0]])
        if draft.source is None:
            return self._by_sentence_before(draft)
        source = self.elements.span(*draft.source)
        self._learn(min(source.start, first))
        if draft.rule == "joined" and self.memory.last:
            return self.memory.last
        found = (
            self._through(draft)
            or self._related(draft)
            or self._by_name(draft, source)
            or self._by_anaphor(draft)
        )
        found = self._quoted(draft, found)
        if self.headings and not any(credit.outlet for credit in found):
            found = self._under_heading(source, found)
        self.memory.remember(draft, found)
        return found

    def _by_sentence_before(self, draft: Draft) -> tuple[Credit, ...]:
        """Credit speech that nothing attributes to the one outlet the sentence before names."""
        unit = self.elements.units[draft.unit]
        before = self.elements.units[draft.unit - 1] if draft.unit else unit
        if before.paragraph == unit.paragraph and before is not unit:
            span = self.elements.span(before.low, before.high)
            outlets = {named.outlet for named in self.named_in(span) if not named.weak}
            if len(outlets) == 1 and (outlet := outlets.pop()):
                return (Credit(outlet=outlet),)
        return (Credit(outlet=None, undecided=NO_SOURCE),)

    def _learn(self, until: int) -> None:
        """Take note of the outlets named before the finding."""
        while self._told < len(self.named) and self.named[self._told].span.start < until:
            self.memory.mention(self.named[self._told])
            self._told += 1

    def named_in(self, span: Span) -> list[Named]:
        """Return the outlets named within `span`."""
        low = bisect_left(self._starts, span.start)
        high = bisect_left(self._starts, span.end)
        return self.named[low:high]

    def _by_name(self, draft: Draft, source: Span) -> tuple[Credit, ...]:
        found = [named for named in self.named_in(source) if self._counts(named, draft)]
        if not found and draft.also:
            found = self.named_in(self.elements.span(*draft.also))
        if not found:
            found = self._fronted(draft)
        if not found and draft.hearer and draft.cue_class == "tell":
            found = self.named_in(self.elements.span(*draft.hearer))
            if not found and self.elements.forms[
                draft.hearer[0]
            ] in self.elements.language.kind_of_words("definite"):
                return self._heard(draft, draft.hearer, draft.source)
            person = person_in(self.elements, draft.source, [])
            return tuple(
                Credit(
                    outlet=named.outlet,
                    speaker=person or plain_words(self.elements, draft.source or (0, 0)) or None,
                    role=role_in(self.elements, draft.source, []),
                )
                for named in found[:1]
            )
        for named in found:
            self.memory.mention(named)
        if not found:
            return ()
        of = draft.hearer if draft.cue_class == "quote" and draft.hearer else draft.source
        person = person_in(self.elements, of, found)
        role = role_in(self.elements, of, found)
        if of is draft.hearer and not person:
            person = self._unnamed(draft.hearer)
        if of and of is draft.source and not person:
            person = self.memory.full_name(of, found)
        if person or role:
            found = found[:1]
        return tuple(
            Credit(
                outlet=named.outlet,
                speaker=person,
                role=role,
                undecided=undecided(named),
            )
            for named in found
        )

    def _through(self, draft: Draft) -> tuple[Credit, ...]:
        """Credit what somebody else says: `“…,” Ada Obi said, according to the agency`."""
        if draft.through is None:
            return ()
        return self._heard(draft, draft.through, draft.source)

    def _related(self, draft: Draft) -> tuple[Credit, ...]:
        """Credit "The Beacon spoke to Ada Obi, who said…": her words, through the outlet."""
        source, low = draft.source, self.elements.units[draft.unit].low
        if draft.cue_class == "quote" or source is None or source[1] - source[0] > 1:
            return ()
        if self.elements.forms[source[0]] != "who":
            return ()
        person = antecedent(self.elements, source[0], low)
        if person is None or not _names_somebody(self.elements, person):
            return ()
        for medium in ((low, source[0]), (low, low + 1), (low, low + 2)):
            if found := self._heard(draft, medium, person):
                return found
        return ()

    def _heard(self, draft: Draft, medium: Range, speaker: Range | None) -> tuple[Credit, ...]:
        """Return the credit for words of `speaker` that the outlet in `medium` passed on."""
        named = [one for one in self.named_in(self.elements.span(*medium)) if not one.weak]
        if named:
            self.memory.mention(named[0])
            outlet, why = named[0].outlet, undecided(named[0])
        else:
            known = self.memory.resolve(draft._replace(source=medium))
            outlet, why = (known[0].outlet if known else None), ""
        if not named and outlet is None:
            return ()
        person = person_in(self.elements, speaker, named)
        words = plain_words(self.elements, speaker) if speaker else None
        pronoun = speaker and self.elements.forms[
            speaker[0]
        ] in self.elements.language.kind_of_words("pronouns")
        return (
            Credit(
                outlet=outlet,
                speaker=person or (None if pronoun else words or None),
                role=role_in(self.elements, speaker, named) if person else None,
                undecided=why,
            ),
        )

    def _quoted(self, draft: Draft, found: tuple[Credit, ...]) -> tuple[Credit, ...]:
        """Add whom "the paper" quotes: a person, or "experts"."""
        if draft.cue_class != "quote" or len(found) != 1 or found[0].speaker or not found[0].outlet:
            return found
        speaker = person_in(self.elements, draft.hearer, []) or self._unnamed(draft.hearer)
        return (found[0]._replace(speaker=speaker),)

    def _unnamed(self, quoted: Range | None) -> str | None:
        """Return the people an outlet quotes without naming them: "experts"."""
        known = self.elements.language.kind_of_words("reporters")
        for at in range(*(quoted or (0, 0))):
            if self.elements.forms[at] in known:
                return self.elements.forms[at]
        return None

    def _fronted(self, draft: Draft) -> list[Named]:
        """Return the outlet of "Writing for The Beacon, Ada Obi said…"."""
        unit = self.elements.units[draft.unit]
        if draft.source is None or draft.carried or draft.source[0] - unit.low > _FRONT:
            return []
        if draft.source[0] <= unit.low:
            return []
        front = self.elements.span(unit.low, draft.source[0])
        words = front.of(self.elements.text)
        if not any(phrase in words for phrase in self.elements.language.writing_for):
            return []
        return [named for named in self.named_in(front) if not named.weak][:1]

    def _counts(self, named: Named, draft: Draft) -> bool:
        """Return whether a name that may be common words is the outlet here: all of the source."""
        if not named.weak or draft.source is None:
            return not named.weak
        source = self.elements.span(*draft.source)
        extra = (named.span.start - source.start) + (source.end - named.span.end)
        return extra <= len("the ") and draft.cue_class in ("say", "tell", "show")

    def _under_heading(self, source: Span, found: tuple[Credit, ...]) -> tuple[Credit, ...]:
        """Return `found` with the outlet whose heading the words stand under, or are of."""
        above = [heading for heading in self.headings if heading.span.start <= source.start]
        if not above:
            return found
        return tuple(
            credit._replace(outlet=above[-1].outlet, undecided=undecided(above[-1]))
            for credit in found
        )

    def _by_anaphor(self, draft: Draft) -> tuple[Credit, ...]:
        remembered = self.memory.resolve(draft)
        if remembered:
            return remembered
        person = person_in(self.elements, draft.source, [])
        return (
            Credit(
                outlet=None,
                speaker=person or plain_words(self.elements, draft.source or (0, 0)) or None,
                role=role_in(self.elements, draft.source, []) if person else None,
                undecided=NO_OUTLET,
            ),
        )


def _names_somebody(elements: Elements, antecedent_: Range) -> bool:
    """Return whether a relative "who" goes back to a full name, or to a described person."""
    openers = elements.language.kind_of_words("articles")
    described = elements.forms[antecedent_[0]] in openers
    return described or person_in(elements, antecedent_, []) is not None
