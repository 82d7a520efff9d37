"""Decides whom an article's findings are credited to: its sources are speakers.

An outlet is only credited where the words were said to one ("told The Beacon"). A surname means
the person whose full name came before; a pronoun names nobody by itself.
"""

from __future__ import annotations

from generator.model import Outlet
from generator.outlets import Registry
from generator.quotations.credit import Credit
from generator.quotations.draft import Draft, Range
from generator.quotations.elements import Elements
from generator.quotations.people import antecedent, person_in, plain_words, role_in, surname_in


class ArticleCredits:
    """Walks through the findings of one article."""

    def __init__(self, elements: Elements, registry: Registry) -> None:
        """Start with nobody known."""
        self.elements = elements
        self.registry = registry
        self._people: dict[str, str] = {}

    def credit(self, draft: Draft) -> Credit:
        """Return the speaker of a finding, as far as the text names one."""
        if draft.source is None:
            return Credit(outlet=None, undecided="nothing in the text attributes these words")
        person = self._person(draft)
        words = plain_words(self.elements, draft.source)
        first = self.elements.forms[draft.source[0]]
        pronoun = first in self.elements.language.kind_of_words("pronouns")
        undecided = ""
        if not person and pronoun:
            undecided = f"“{words}” names nobody by itself"
        elif not person and self._is_mute(draft.source):
            undecided = f"“{words}” cannot speak by itself"
        return Credit(
            outlet=self._told(draft),
            speaker=person or (None if undecided else words or None),
            role=role_in(self.elements, self._named_words(draft), []) if person else None,
            undecided=undecided,
        )

    def _person(self, draft: Draft) -> str | None:
        """Return the full name of the person in the source, kept for later surnames."""
        person = person_in(self.elements, self._named_words(draft), [])
        if person:
            self._people.setdefault(person.split()[-1].casefold(), person)
            return person
        surname = surname_in(self.elements, draft.source) if draft.source else None
        return self._people.get(surname.casefold()) if surname else None

    def _named_words(self, draft: Draft) -> Range | None:
        """Return the words that name the source; those before a relative "who"."""
        source = draft.source
        if source and source[1] - source[0] == 1 and self.elements.forms[source[0]] == "who":
            return antecedent(self.elements, source[0], self.elements.units[draft.unit].low)
        return source

    def _is_mute(self, source: Range) -> bool:
        """Return whether the head of a source is a thing or an event: a treaty, a signing."""
        forms, words = self.elements.forms, self.elements.language.kind_of_words
        end = next((at for at in range(*source) if forms[at] in words("prepositions")), source[1])
        while end > source[0] and not self.elements.is_word(end - 1):
            end -= 1
        return end > source[0] and forms[end - 1] in words("mute")

    def _told(self, draft: Draft) -> Outlet | None:
        """Return the outlet that was told the words."""
        if not draft.hearer or draft.cue_class != "tell":
            return None
        hearer = self.elements.span(*draft.hearer).of(self.elements.text)
        sure = [m.outlet for m in self.registry.mentions(hearer) if m.outlet and not m.weak]
        return sure[0] if sure else None
