"""What a voice comes to over all live digests: added up again only where a digest changed it.

Triggers of the database note each voice whose rows or parts change as `dirty`; it stays so until
its pages are drawn, whatever happens to the build in between.
"""

from __future__ import annotations

import pickle
from collections import Counter
from dataclasses import dataclass, fields
from typing import Any

from generator.model import Outlet, Topic
from generator.store.state import State
from generator.views.tallies import STANDINGS, Tally, Voice


@dataclass(frozen=True, kw_only=True, slots=True)
class VoiceTotal:
    """What one voice comes to over all live digests."""

    value: Any
    """An outlet, speaker or topic."""
    entries: int
    """Digests with an entry of it."""
    said: int
    digests_said: int
    standing: int
    digests: int
    silences: int
    words: int
    found: int
    own: int


_NUMBERS = [field.name for field in fields(VoiceTotal)][1:]
_SUMS = (
    "sum(entries > 0), sum(said), sum(said > 0), min(standing), sum(digests), "
    "sum(silences), sum(words), sum(found), sum(own)"
)


def add_up(state: State) -> None:
    """Add up what the dirty voices come to.

    An outlet that is called otherwise than before, or comes or goes, makes those dirty that it is
    quoted beside: their pages name it.
    """
    dirty = state.rows("SELECT kind, name FROM dirty WHERE kind IN ('outlet', 'speaker', 'topic')")
    others: list[str] = []
    for kind, name in dirty:
        query = "SELECT value, digests > 0 FROM total WHERE kind = ? AND name = ?"
        before = state.one(query, (kind, name))
        value = _value(state, kind, name)
        sums = f"SELECT {_SUMS} FROM voice WHERE kind = ? AND name = ?"  # noqa: S608 (our own names)
        numbers = state.one(sums, (kind, name)) if value else None
        if numbers is None:
            state.write("DELETE FROM total WHERE kind = ? AND name = ?", [(kind, name)])
            now = None
        else:
            statement = "REPLACE INTO total VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            state.write(statement, [(kind, name, value, *numbers)])
            now = (value, int(numbers[_NUMBERS.index("digests")] > 0))
        if kind == "outlet" and before != now:
            others.append(name)
    _spread(state, others)


def _spread(state: State, outlets: list[str]) -> None:
    """Note as dirty the outlets that are quoted beside some."""
    clean = (
        "SELECT 1 FROM total WHERE kind = 'outlet' "
        "AND name NOT IN (SELECT name FROM dirty WHERE kind = 'outlet')"
    )
    if state.one(clean) is None:
        return
    statement = (
        "INSERT OR IGNORE INTO dirty SELECT DISTINCT 'outlet', other.name "
        "FROM voice JOIN voice AS other INDEXED BY voice_of_digest "
        "ON other.slug = voice.slug AND other.kind = 'outlet' "
        "WHERE voice.kind = 'outlet' AND voice.name = ?"
    )
    state.write(statement, ((name,) for name in outlets))


def _value(state: State, kind: str, name: str) -> bytes | None:
    """Return the fingerprint of who a voice is.

    An outlet is what the newest digest that shows it says; a speaker what the newest says that
    knows a role, else the oldest; a topic what the oldest says.
    """
    start = "SELECT value FROM voice WHERE kind = ? AND name = ? AND value IS NOT NULL"
    newest, oldest = "ORDER BY moment DESC, slug LIMIT 1", "ORDER BY moment, slug DESC LIMIT 1"
    queries = {
        "outlet": (f"{start} AND digests > 0 {newest}", f"{start} {newest}"),
        "speaker": (f"{start} AND standing = 0 {newest}", f"{start} {oldest}"),
        "topic": (f"{start} {oldest}",),
    }
    for query in queries[kind]:
        if row := state.one(query, (kind, name)):
            value: bytes = row[0]
            return value
    return None


def voices(state: State, kind: str) -> dict[str, VoiceTotal]:
    """Return every voice of a kind, by name, in the order of names."""
    query = f"SELECT name, value.value, {', '.join(_NUMBERS)} FROM total "  # noqa: S608 (our own names)
    query += "JOIN value ON value.print = total.value WHERE kind = ? ORDER BY name"
    return {
        name: VoiceTotal(
            value=pickle.loads(value),  # noqa: S301 (our own file)
            **dict(zip(_NUMBERS, numbers, strict=True)),
        )
        for name, value, *numbers in state.rows(query, (kind,))
    }


def outlets_shown(state: State) -> list[Outlet]:
    """Return the outlets that have a page, as the newest digest has each."""
    return [voice.value for voice in voices(state, "outlet").values() if voice.digests]


def topics(state: State) -> tuple[Counter[str], dict[str, Topic]]:
    """Return how many digests name each topic, and these topics, by slug."""
    found = voices(state, "topic")
    counts = Counter({name: topic.digests for name, topic in found.items()})
    return counts, {name: topic.value for name, topic in found.items()}


def tally(state: State, outlets: dict[str, VoiceTotal]) -> Tally:
    """Return what is counted over all live digests."""
    numbers: dict[str, Any] = {field.name: 0 for field in fields(Tally)}
    numbers |= {name: Counter() for name in ("verdicts", "languages", "outlets_by_language")}
    query = "SELECT kind, name, number FROM figure_total ORDER BY kind, name"
    for kind, name, number in state.rows(query):
        if kind == "spoken":
            numbers["outlets_by_language"][name.split(" ")[0]] += 1
        elif name:
            numbers[kind][name] = number
        else:
            numbers[kind] = number
    numbers["voices"] = tuple(
        Voice(
            outlet=voice.value,
            standing=STANDINGS[voice.standing],
            digests=voice.digests,
            silences=voice.silences,
            quotations=voice.said,
            words=voice.words,
            found=voice.found,
            own=voice.own,
        )
        for voice in outlets.values()
    )
    return Tally(**numbers)
