"""Which digests a changed row of outlets.yaml, people.yaml or topics.yaml may concern.

A row can only matter to a digest in whose files one of its names stands, so those are looked for:
not as names, which would take an analysis, but as words, folded as names are: for an outlet all
words of one of its names, which its short names follow, else the longest of each name. A digest
found by mistake is made again for nothing; none that is concerned can be missed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from stat import S_ISREG
from typing import TypeVar

from generator.building.sources import files_below
from generator.model import Outlet, Person, SiteContent, Topic
from generator.outlets import Registry
from generator.outlets.name_forms import written_names
from generator.outlets.names import TOKEN, fold

MOST = 300
"""Names beyond which it is quicker to make every digest again than to look."""

Words = frozenset[str]
"""Folded; a name stands where all of them do."""

_COMBINING = re.compile("[\u0300-\u036f]+")
Row = TypeVar("Row", Outlet, Person, Topic)

_READ = (".yaml", ".yml", ".md", ".txt", ".html")


def changed_words(
    before: SiteContent, now: SiteContent, registry: Registry
) -> frozenset[Words] | None:
    """Return the words of each name of each row that is not as it was; None for too many names."""
    named = {
        *(name for row in _differing(before.people, now.people) for name in _names_of(row)),
        *(name for row in _differing(before.topics, now.topics) for name in (row.slug, row.name)),
    }
    words = {
        *map(_all_words, _names_of_outlets(before, now, registry)),
        *(frozenset([max(_all_words(name), key=len, default="")]) for name in named),
    } - {frozenset(), frozenset([""])}
    return None if len(words) > MOST else frozenset(words)


def holds_any(folder: Path, names: frozenset[Words]) -> bool:
    """Tell whether a file that is read in a digest's `folder` holds all words of one of `names`."""
    for name, its in files_below(str(folder)):
        if name.lower().endswith(_READ) and S_ISREG(its.st_mode):
            text = _searchable((folder / name).read_bytes().decode("utf-8", errors="replace"))
            if any(all(word in text for word in words) for words in names):
                return True
    return False


def _names_of_outlets(before: SiteContent, now: SiteContent, registry: Registry) -> Iterator[str]:
    if before.outlets == now.outlets:
        return
    old, new = (registry.with_site_rows(site.outlets) for site in (before, now))
    for outlet in _differing(tuple(old), tuple(new)):
        yield outlet.slug
        yield from (name for name, _ in written_names(outlet))


def _names_of(person: Person) -> tuple[str, ...]:
    return (person.slug, person.name, *person.aliases)


def _differing(one: Iterable[Row], other: Iterable[Row]) -> set[Row]:
    return set(one) ^ set(other)


def _all_words(name: str) -> Words:
    words = (_searchable(fold(match[0])) for match in TOKEN.finditer(name))
    return frozenset(filter(None, words))


def _searchable(text: str) -> str:
    """Return `text` without case, accents and strokes; what `fold` makes equal is equal here."""
    if text.isascii() or not _NO_PLAIN_SIGN.search(text):
        return text.lower()
    bare = _COMBINING.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return unicodedata.normalize("NFKD", fold(bare)) if _HAS_STROKE.search(bare) else bare


_NO_PLAIN_SIGN = re.compile("[^\x00-\x7f\u00a0«»\u2013\u2014\u2018-\u201f\u2026]")
"""A letter beyond ASCII, or a sign that might be one: usual spaces, dashes and marks are not."""
_HAS_STROKE = re.compile("[øđłıæœßþð]")
