"""What is live now, and what the pages of many digests know of it.

Tables of the state hold facts of live digests only: a digest that is held, or gone, has no row in
them, so nothing that is drawn from them can show it.
"""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.asking.correspondence import Correspondent
from generator.asking.summaries import with_written_summaries
from generator.building.comparing import Compared
from generator.building.facts import facts_of
from generator.building.figures import Figures, withdraw_figures
from generator.building.fingerprints import SIZE, print_of_digest
from generator.building.kept_facts import NUMBERS, KeptFacts, VoiceRow, kept_facts
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
    query = (
        "SELECT slug, digest.print, told.print, live FROM digest LEFT JOIN told USING (slug) "
        "WHERE digest.print IS NOT NULL"
    )
    now: dict[str, bytes] = {}
    before: dict[str, bytes | None] = {}
    for slug, print_, told, live in state.rows(query):
        # Two fingerprints side by side; of a digest that nothing tells from others, none.
        now[slug] = (
            print_of_digest(pickle.dumps(finals[slug], 5)) if slug in finals else print_
        ) + (told or bytes(SIZE))
        before[slug] = live
    every = frozenset(slugs)
    known = (slug for (slug,) in state.rows("SELECT slug FROM figure"))
    _withdraw(state, [slug for slug in known if slug not in every])
    _put(state, [slug for slug in slugs if now[slug] != before[slug]], finals, now)
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


def _withdraw(state: State, slugs: Sequence[str]) -> None:
    for table in ("voice", "part"):
        state.write(f"DELETE FROM {table} WHERE slug = ?", ((slug,) for slug in slugs))  # noqa: S608 (our own names)
    state.write("UPDATE digest SET live = NULL, final = NULL WHERE slug = ?", ((s,) for s in slugs))
    withdraw_figures(state, slugs)


def _put(
    state: State, slugs: Sequence[str], finals: Mapping[str, Digest], prints: Mapping[str, bytes]
) -> None:
    """Put the digests `slugs` into the tables of what is live."""
    query = "SELECT moment, facts FROM digest JOIN matter USING (slug) WHERE slug = ?"
    known = {value for (value,) in state.rows("SELECT print FROM value")}
    figures = Figures(state)
    for slug in slugs:
        moment, kept = state.one(query, (slug,)) or ("", b"")
        final = finals.get(slug)
        facts: KeptFacts = kept_facts(facts_of(final)) if final else unpacked(kept)
        _put_voices(state, slug, [(*row[:2], slug, moment, *row[2:]) for row in facts.voices])
        figures.put(slug, facts)
        new = {name: value for name, value in facts.values.items() if name not in known}
        known |= new.keys()
        state.write("INSERT INTO value VALUES (?, ?)", new.items())
    figures.add_up()
    state.write(
        "UPDATE digest SET live = ?, final = ? WHERE slug = ?",
        ((prints[s], packed(finals[s]) if s in finals else None, s) for s in slugs),
    )


def _put_voices(state: State, slug: str, rows: Sequence[VoiceRow]) -> None:
    """Write the voices of a digest; those that are as they were are not touched, nor dirty."""
    query = "SELECT * FROM voice WHERE slug = ?"
    before = frozenset(state.rows(query, (slug,)))
    now = frozenset(rows)
    if _quoted(before) != _quoted(now):
        # Each outlet's page counts those that are quoted beside it.
        state.write("DELETE FROM voice WHERE slug = ?", [(slug,)])
        before = frozenset()
    gone = "DELETE FROM voice WHERE kind = ? AND name = ? AND slug = ? AND moment = ?"
    state.write(gone, (row[:4] for row in before - now))
    new = (row for row in rows if row not in before)
    state.write("INSERT INTO voice VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", new)


def _quoted(rows: Iterable[VoiceRow]) -> set[object]:
    """Return the outlets among voices that said something."""
    return {name for kind, name, *rest in rows if kind == "outlet" and rest[_SAID]}


_SAID = 3 + NUMBERS.index("said")
"""Where that number is, behind kind and name."""
