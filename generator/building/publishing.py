"""What is live now, and what the pages of many digests know of it.

Tables of the state hold facts of live digests only: a digest that is held, or gone, has no row in
them, so nothing that is drawn from them can show it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.asking.correspondence import Correspondent
from generator.asking.summaries import with_written_summaries
from generator.building.comparing import Compared
from generator.building.facts import Facts, facts_of
from generator.building.fingerprints import print_of, print_of_bytes, print_of_digest
from generator.building.reading import in_utc
from generator.building.telling import tell
from generator.model import Digest
from generator.problems import Problem
from generator.settings import SiteSettings
from generator.store.state import State, packed, unpacked


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """What a build publishes."""

    slugs: tuple[str, ...]
    """The newest first."""
    notes: tuple[Problem, ...]
    """On summaries that a language model wrote, or did not."""


def live_at(state: State, now: dt.datetime) -> tuple[str, ...]:
    """Return the digests that are published at `now`, the newest first."""
    query = (
        "SELECT slug FROM digest WHERE print IS NOT NULL AND released "
        "AND (embargo IS NULL OR embargo <= ?) ORDER BY moment DESC, slug"
    )
    return tuple(slug for (slug,) in state.rows(query, (in_utc(now),)))


def publish(
    state: State,
    slugs: tuple[str, ...],
    compared: Compared,
    settings: SiteSettings,
    correspondent: Correspondent,
) -> Published:
    """Write into `state` what is live: `slugs`, the newest first, and no other digest."""
    finals = dict(compared.finals)
    written, notes = _summaries(state, slugs, finals, correspondent, settings)
    finals |= written
    tell(state, slugs)
    told = dict(state.rows("SELECT slug, print FROM told WHERE print IS NOT NULL"))
    before = dict(state.rows("SELECT slug, live FROM digest"))
    prints = dict(state.rows("SELECT slug, print FROM digest"))
    now = {
        slug: print_of_bytes(
            print_of_digest(finals[slug]) if slug in finals else prints[slug], told.get(slug, b"")
        )
        for slug in slugs
    }
    gone = [slug for slug, live in before.items() if live and slug not in now]
    changed = [slug for slug in slugs if now[slug] != before[slug]]
    _withdraw(state, gone)
    _put(state, changed, finals, now)
    return Published(slugs=slugs, notes=notes)


def _summaries(
    state: State,
    slugs: tuple[str, ...],
    finals: Mapping[str, Digest],
    correspondent: Correspondent,
    settings: SiteSettings,
) -> tuple[dict[str, Digest], tuple[Problem, ...]]:
    """Return the digests whose summaries a language model is to write, with these."""
    query = (
        "SELECT slug, made, wanted FROM digest JOIN matter USING (slug) WHERE wanted IS NOT NULL"
    )
    rows = state.rows(query)
    live = frozenset(slugs)
    wanted = {slug: unpacked(wish) for slug, _, wish in rows if slug in live}
    digests = [finals.get(slug) or unpacked(made) for slug, made, _ in rows if slug in live]
    found, notes = with_written_summaries(
        digests, wanted, correspondent, at_most=settings.summary_overlap
    )
    return {digest.slug: digest for digest in found}, notes


def _withdraw(state: State, slugs: Iterable[str]) -> None:
    for table in ("voice", "figure", "part"):
        state.write(f"DELETE FROM {table} WHERE slug = ?", ((slug,) for slug in slugs))  # noqa: S608 (our own names)
    state.write("UPDATE digest SET live = NULL, final = NULL WHERE slug = ?", ((s,) for s in slugs))


def _put(
    state: State, slugs: list[str], finals: Mapping[str, Digest], prints: Mapping[str, bytes]
) -> None:
    """Put the digests `slugs` into the tables of what is live."""
    for table in ("voice", "figure"):
        state.write(f"DELETE FROM {table} WHERE slug = ?", ((slug,) for slug in slugs))  # noqa: S608 (our own names)
    values: dict[bytes, object] = {}
    for slug in slugs:
        query = "SELECT moment, facts FROM digest JOIN matter USING (slug) WHERE slug = ?"
        row = state.one(query, (slug,))
        moment, kept = row or ("", b"")
        final = finals.get(slug)
        facts: Facts = facts_of(final) if final else unpacked(kept)
        state.write(
            "INSERT INTO voice VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            _voices(facts, slug, moment, values),
        )
        state.write(
            "INSERT INTO figure VALUES (?, ?, ?, ?)",
            ((kind, name, slug, number) for kind, name, number in facts.figures),
        )
        state.write(
            "UPDATE digest SET live = ?, final = ? WHERE slug = ?",
            [(prints[slug], packed(final) if final else None, slug)],
        )
    state.write(
        "INSERT OR IGNORE INTO value VALUES (?, ?)",
        ((name, packed(value)) for name, value in values.items()),
    )


def _voices(
    facts: Facts, slug: str, moment: str, values: dict[bytes, object]
) -> Iterator[tuple[object, ...]]:
    """Yield the rows of a digest's voices; note in `values` who they are, by fingerprint."""
    for voice in facts.voices:
        name = print_of(voice.value) if voice.value else None
        if name:
            values[name] = voice.value
        yield (
            *(voice.kind, voice.name, slug, moment, name, voice.entries, voice.said),
            *(voice.standing, voice.digests, voice.silences, voice.words, voice.found, voice.own),
        )
