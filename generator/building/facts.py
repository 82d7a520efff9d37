"""What pages of many digests need to know of one: who speaks in it, and what is counted.

Kept in tables, these facts are added up by the database; so a page of ten thousand digests costs
no reading of ten thousand digests. A voice is whoever or whatever digests are listed under: an
outlet, a speaker, a topic, a month.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Literal

from generator.digest.record import amendments
from generator.model import Digest, Outlet, Quotation, Speaker, Topic
from generator.quick_state import quickly_made, quickly_pickled
from generator.text.matching import identity_form
from generator.views.changes import changed
from generator.views.counts import published
from generator.views.tallies import STANDINGS, Tally, spoken_in, tally
from generator.views.words import day

VoiceKind = Literal["outlet", "speaker", "topic", "month"]


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class VoiceFact:
    """What one voice comes to in one digest."""

    kind: VoiceKind
    name: str
    value: Outlet | Speaker | Topic | None = None
    """Who it is, as this digest has it; None for a month, and for who is only described."""
    entries: int = 0
    """Quotations, withdrawn ones too."""
    said: int = 0
    """Published quotations."""
    standing: int = 0
    """Of an outlet, its place in `STANDINGS`; of a speaker, 0 where the role is known, else 1."""
    digests: int = 0
    silences: int = 0
    words: int = 0
    found: int = 0
    own: int = 0


_fact = quickly_made(VoiceFact)


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """What one digest adds to the pages of many."""

    voices: tuple[VoiceFact, ...]
    figures: tuple[tuple[str, str, int], ...]
    """Kind, name, number."""
    looked_up: tuple[str, ...]
    """Folded names and slugs of outlets that it names otherwise than by a round-up: as the source
    that relays, or as silent. Their pages are linked, where they have one."""


def facts_of(digest: Digest) -> Facts:
    """Return what `digest` adds to the pages of many."""
    counted = tally([digest])
    date = day(digest.editorial.date)
    voices = (
        *_outlets(digest, counted),
        *_speakers(digest),
        *((_topic(digest.topic),) if digest.topic else ()),
        VoiceFact(kind="month", name=f"{date.year:04}-{date.month:02}", digests=1),
    )
    return Facts(
        voices=voices,
        figures=tuple(sorted(_figures(digest, counted))),
        looked_up=tuple(sorted(_looked_up(digest))),
    )


def _looked_up(digest: Digest) -> set[str]:
    relayed = {identity_form(quotation.via) for quotation in digest.quotations if quotation.via}
    return relayed | {outlet.slug for outlet in digest.silent}


def _topic(topic: Topic) -> VoiceFact:
    return VoiceFact(kind="topic", name=topic.slug, value=topic, digests=1)


def _outlets(digest: Digest, counted: Tally) -> Iterator[VoiceFact]:
    entries = Counter(quotation.outlet.slug for quotation in digest.quotations)
    for voice in counted.voices:
        yield _fact(
            kind="outlet",
            name=voice.outlet.slug,
            value=voice.outlet,
            entries=entries[voice.outlet.slug],
            said=voice.quotations,
            standing=STANDINGS.index(voice.standing),
            digests=voice.digests,
            silences=voice.silences,
            words=voice.words,
            found=voice.found,
            own=voice.own,
        )


def _speakers(digest: Digest) -> Iterator[VoiceFact]:
    quotations: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in digest.quotations:
        if quotation.speaker:
            quotations[quotation.speaker.slug].append(quotation)
    for slug, some in quotations.items():
        named = [q.speaker for q in some if q.speaker and not q.speaker.described]
        value = next((speaker for speaker in named if speaker.role), named[-1] if named else None)
        yield _fact(
            kind="speaker",
            name=slug,
            value=value,
            entries=len(some),
            said=len(published(some)),
            standing=0 if value and value.role else 1,
        )


_COUNTED = tuple(field.name for field in fields(Tally))


def _figures(digest: Digest, counted: Tally) -> Iterator[tuple[str, str, int]]:
    """Yield what is counted over all digests, and when this one last changed."""
    for kind in _COUNTED:
        value = getattr(counted, kind)
        if isinstance(value, int):
            yield kind, "", value
        elif isinstance(value, Counter) and kind != "outlets_by_language":
            yield from ((kind, name, number) for name, number in value.items())
    yield from (("spoken", f"{tag} {outlet}", 1) for tag, outlet in spoken_in(digest))
    yield "changed", changed(digest).isoformat(), 1
    if amendments(digest):
        yield "record", "", 1
