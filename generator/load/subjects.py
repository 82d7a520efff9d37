"""Read people.yaml and topics.yaml: how speakers and topics are named on this site."""

from __future__ import annotations

from typing import TypeVar

from generator.load.files import Folder
from generator.load.lists import Listed, read_list
from generator.load.shapes import PersonKeys, PersonList, TopicKeys, TopicList
from generator.load.words import did_you_mean, shown
from generator.model import Person, Topic
from generator.problems import Problem
from generator.text.slugs import slug

Keys = TypeVar("Keys", bound=PersonKeys | TopicKeys)


def read_people(folder: Folder, problems: list[Problem]) -> tuple[Person, ...]:
    """Return the rows of people.yaml, by slug."""
    entries = read_list("people.yaml", PersonList, folder, problems)
    people: dict[str, Person] = {}
    for listed in _distinct(entries, problems):
        entry = listed.entry
        key = entry.slug or slug(entry.name)
        people[key] = Person(slug=key, name=entry.name, aliases=entry.aliases, role=entry.role)
    return tuple(people[key] for key in sorted(people))


def read_topics(folder: Folder, problems: list[Problem]) -> tuple[Topic, ...]:
    """Return the rows of topics.yaml, by slug, each parent as a slug."""
    entries = _distinct(read_list("topics.yaml", TopicList, folder, problems), problems)
    by_name = {slug(listed.entry.name): _slug_of(listed.entry) for listed in entries}
    known = {_slug_of(listed.entry) for listed in entries}
    topics: dict[str, Topic] = {}
    for listed in entries:
        entry = listed.entry
        parent = entry.parent
        if parent and parent not in known:
            parent = by_name.get(slug(parent))
            if parent is None:
                problems.append(_no_parent(listed, known))
        key = _slug_of(entry)
        topics[key] = Topic(slug=key, name=entry.name, description=entry.description, parent=parent)
    problems += _loops(entries, topics)
    return tuple(topics[key] for key in sorted(topics))


def _slug_of(entry: PersonKeys | TopicKeys) -> str:
    """Return the slug that an entry gives or its name makes."""
    return entry.slug or slug(entry.name)


def _distinct(entries: tuple[Listed[Keys], ...], problems: list[Problem]) -> list[Listed[Keys]]:
    """Return the entries of which no earlier one has the slug, name or an alias."""
    first: dict[str, int] = {}
    distinct: list[Listed[Keys]] = []
    for listed in entries:
        entry = listed.entry
        if not listed.says("name"):
            continue
        names = {entry.name, *(entry.aliases if isinstance(entry, PersonKeys) else ())}
        taken = {_slug_of(entry): _slug_of(entry)} | {name.casefold(): name for name in names}
        line = listed.tree.line_of(listed.position)
        if clash := sorted(taken.keys() & first.keys()):
            problems.append(
                listed.problem(
                    "P001",
                    f"{shown(taken[clash[0]])} also names the entry of line {first[clash[0]]}",
                    "Join the two entries, or give one another name and `slug`.",
                )
            )
            continue
        first |= dict.fromkeys(taken, line)
        distinct.append(listed)
    return distinct


def _no_parent(listed: Listed[TopicKeys], known: set[str]) -> Problem:
    """Return the problem of a parent that is no topic."""
    parent = listed.entry.parent or ""
    return listed.problem(
        "T001",
        f"no topic is called {shown(parent)}",
        did_you_mean(parent, known, otherwise="Add an entry for it, or delete `parent`."),
        key="parent",
    )


def _loops(entries: list[Listed[TopicKeys]], topics: dict[str, Topic]) -> list[Problem]:
    """Return a problem for each topic that is, by its parents, above itself."""
    problems = []
    for listed in entries:
        start = _slug_of(listed.entry)
        above: list[str] = []
        parent = topics[start].parent
        while parent in topics and parent not in above:
            above.append(parent)
            parent = topics[parent].parent
        if start in above:
            way = " → ".join((start, *above[: above.index(start) + 1]))
            mend = "Delete the `parent` of one of them."
            problems.append(
                listed.problem("T002", f"a topic lies within itself: {way}", mend, key="parent")
            )
    return problems
