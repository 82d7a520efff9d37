"""Decides which names of a digest's speakers are one voice: a surname and the one who bears it.

An outlet that writes "Reed" where another writes "Tom Reed" contradicts nobody, as long as only
one speaker of the digest bears the surname. With two of them it might be either, so it is neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.model import Quotation
from generator.text.matching import identity_form


def voices_of(quotations: Iterable[Quotation]) -> Mapping[str, str]:
    """Return, for the slug of each speaker, the slug of the voice that is heard."""
    speakers = {q.speaker.slug: q.speaker for q in quotations if q.speaker}
    bearers: dict[str, set[str]] = defaultdict(set)
    words = {slug: identity_form(speaker.name).split() for slug, speaker in speakers.items()}
    for slug, name in words.items():
        if len(name) > 1:
            bearers[name[-1]].add(slug)
    return {slug: _voice(slug, name, bearers) for slug, name in words.items()}


def _voice(slug: str, name: list[str], bearers: Mapping[str, set[str]]) -> str:
    """Return the one who bears a lone surname; anybody else is their own voice."""
    found = bearers.get(name[0], set()) if len(name) == 1 else set()
    return next(iter(found)) if len(found) == 1 else slug
