"""Decides which bare names are outlets because they report, or because of how they end.

In a review "Xinhua reports that…" makes Xinhua an outlet even if no registry has it, and so does a
name that ends as outlets' names do ("the Kestrel Weekly noted"). A person's name, a country and
an organisation never do.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.outlets import Registry
from generator.quotations.draft import Draft
from generator.quotations.elements import Elements
from generator.quotations.introductions import could_name
from generator.quotations.naming import Named, bearer_of

_LONGEST = 4


def reporters(
    elements: Elements, drafts: Sequence[Draft], named: Sequence[Named], registry: Registry
) -> list[Named]:
    """Return the sources of `drafts` that are bare names of outlets not yet `named`."""
    known = {outlet.span.start for outlet in named if not outlet.weak}
    bare: list[tuple[str, Draft]] = []
    outlets: set[str] = set()
    for draft in drafts:
        if draft.source is None or draft.carried:
            continue
        name = _bare_name(elements, draft, known)
        if not name:
            continue
        bare.append((name, draft))
        if _reports(elements, draft) or _ends_as_names_do(elements, name):
            outlets.add(name)
    meant = {name: bearer_of(name, registry) for name in outlets}
    return [
        Named(
            span=elements.span(*_without_article(elements, draft)),
            name=name,
            outlet=meant[name][0],
            candidates=meant[name][1],
            weak=False,
        )
        for name, draft in bare
        if name in outlets
    ]


def _bare_name(elements: Elements, draft: Draft, known: set[int]) -> str:
    """Return the name if the source is one and nothing more."""
    low, high = _without_article(elements, draft)
    if not 0 < high - low <= _LONGEST:
        return ""
    language = elements.language
    if any(
        not elements.is_word(at)
        or not elements.capital(at)
        or elements.starts[at] in known
        or elements.forms[at].strip(".") in language.titles
        or elements.forms[at] in language.kind_of_words("organisations")
        or elements.forms[at] in language.kind_of_words("pronouns")
        or elements.forms[at] in language.kind_of_words("articles")
        for at in range(low, high)
    ):
        return ""
    if not could_name(language, elements.forms[low:high]):
        return ""
    name = elements.span(low, high).of(elements.text)
    if name.lower() in language.demonyms or name.endswith(("’s", "'s")):
        return ""
    return name


def _without_article(elements: Elements, draft: Draft) -> tuple[int, int]:
    low, high = draft.source or (0, 0)
    if elements.forms[low] in elements.language.kind_of_words("articles"):
        low += 1
    return low, high


def _reports(elements: Elements, draft: Draft) -> bool:
    """Return whether the cue is "reports": people say, outlets report."""
    if draft.source is None or draft.cue is None:
        return False
    if elements.forms[draft.source[0]] in elements.language.kind_of_words("articles"):
        return False
    words = elements.language.kind_of_words("reporting")
    return any(elements.forms[at] in words for at in range(*draft.cue))


def _ends_as_names_do(elements: Elements, name: str) -> bool:
    words = name.lower().split()
    return len(words) > 1 and words[-1] in elements.language.name_words
