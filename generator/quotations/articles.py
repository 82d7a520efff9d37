"""Decides whom an article's finding is credited to: its sources are speakers.

An outlet is only credited where the words were said to one ("told The Beacon") or are its own.
"""

from __future__ import annotations

from generator.outlets import Registry
from generator.quotations.credit import Credit
from generator.quotations.draft import Draft
from generator.quotations.elements import Elements
from generator.quotations.people import person_in, role_in


def article_credit(elements: Elements, draft: Draft, registry: Registry) -> Credit:
    """Return the speaker of a finding in an article, as far as its own words name one."""
    if draft.source is None:
        return Credit(outlet=None, undecided="nothing in the text attributes these words")
    outlet = None
    if draft.hearer and draft.cue_class == "tell":
        hearer = elements.span(*draft.hearer).of(elements.text)
        sure = [m.outlet for m in registry.mentions(hearer) if m.outlet and not m.weak]
        outlet = sure[0] if sure else None
    person = person_in(elements, draft.source, [])
    words = elements.span(*draft.source).of(elements.text)
    pronoun = elements.forms[draft.source[0]] in elements.language.kind_of_words("pronouns")
    undecided = f"“{words}” names nobody by itself" if pronoun and not person else ""
    return Credit(
        outlet=outlet,
        speaker=person or (None if undecided else words.strip(" ,")),
        role=role_in(elements, draft.source, []) if person else None,
        undecided=undecided,
    )
