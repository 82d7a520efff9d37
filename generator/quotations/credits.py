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
from generator.quotations.draft import Draft
from generator.quotations.elements import Elements
from generator.quotations.memory import Memory
from generator.quotations.naming import Named, named_outlets
from generator.quotations.people import person_in, role_in


NO_OUTLET = "no outlet is named for these words"


class Crediting:
    """Walks through the findings of one review."""

    def __init__(self, elements: Elements, registry: Registry) -> None:
        self.elements = elements
        self.named = named_outlets(elements, registry)
        self._starts = [named.span.start for named in self.named]
        self.memory = Memory(elements)
        self._told = 0

    def credits(self, draft: Draft) -> tuple[Credit, ...]:
        """Return whom `draft` is credited to: one outlet, several that share it, or none."""
        first = self.elements.starts[draft.content[0][0]]
        if draft.cue:
            first = min(first, self.elements.starts[draft.cue[0]])
        if draft.source is None:
            return (Credit(outlet=None, undecided="nothing in the text attributes these words"),)
        source = self.elements.span(*draft.source)
        self._learn(min(source.start, first), draft)
        if draft.rule == "joined" and self.memory.last:
            return self.memory.last
        found = self._by_name(draft, source) or self._by_anaphor(draft, source)
        self.memory.remember(draft, found)
        return found

    def _learn(self, until: int, draft: Draft) -> None:
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
        found = self.named_in(source)
        if not found and draft.also:
            found = self.named_in(self.elements.span(*draft.also))
        if not found and draft.hearer:
            found = self.named_in(self.elements.span(*draft.hearer))
            person = person_in(self.elements, draft.source, [])
            return tuple(
                Credit(
                    outlet=named.outlet,
                    speaker=person or source.of(self.elements.text),
                    role=role_in(self.elements, draft.source, []),
                )
                for named in found[:1]
            )
        for named in found:
            self.memory.mention(named)
        if not found:
            return ()
        person = person_in(self.elements, draft.source, found)
        role = role_in(self.elements, draft.source, found)
        if person or role:
            found = found[:1]
        return tuple(
            Credit(
                outlet=named.outlet,
                speaker=person,
                role=role,
                undecided="" if named.outlet else f"several outlets are called {named.name}",
            )
            for named in found
        )

    def _by_anaphor(self, draft: Draft, source: Span) -> tuple[Credit, ...]:
        remembered = self.memory.resolve(draft)
        if remembered:
            return remembered
        person = person_in(self.elements, draft.source, [])
        return (
            Credit(
                outlet=None,
                speaker=person or source.of(self.elements.text),
                role=role_in(self.elements, draft.source, []) if person else None,
                undecided=NO_OUTLET,
            ),
        )
