"""Who a name stands for: one speaker per person or body, however the articles write the name.

A row of people.yaml makes a person also of words that would else only describe one.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.digest.descriptions import is_description
from generator.model import Person, Speaker
from generator.text.matching import identity_form
from generator.text.slugs import distinct_slug


class Speakers:
    """Looks names up among the rows of people.yaml."""

    def __init__(self, people: tuple[Person, ...]) -> None:
        """Index `people` by name and alias."""
        self._by_name: Mapping[str, Person] = {
            identity_form(name): person
            for person in people
            for name in (person.name, *person.aliases)
        }

    def named(self, name: str, role: str = "") -> Speaker:
        """Return the speaker called `name`; `role` as the article at hand gives it wins."""
        person = self._by_name.get(identity_form(name))
        if person is None:
            described = is_description(name)
            return Speaker(slug=distinct_slug(name), name=name, role=role, described=described)
        return Speaker(slug=person.slug, name=person.name, role=role or person.role)
