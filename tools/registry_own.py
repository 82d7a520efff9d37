"""Read what we wrote from our own knowledge, and what public lists say of it.

`registry_works.psv` holds outlets that the collected facts lack; `registry_confirmations.psv`
holds, for these and for the flagships, the domains that public lists give. A list that has the
outlet at the same domain confirms the row; one that has another domain contradicts it.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from registry_facts import Row

from generator.outlets.names import key_of

HERE = Path(__file__).resolve().parent
FROM_MEMORY = frozenset({"flagships", "own"})
"""Sources that are somebody's memory: a row that has no other is unconfirmed."""


class Listed(NamedTuple):
    """An outlet as public lists have it."""

    name: str
    domain: str
    lists: str


def own_rows() -> list[Row]:
    """Return the outlets of `registry_works.psv`."""
    rows = []
    for line in _lines("registry_works.psv"):
        name, aliases, domain, country, languages, kind = line.split("|")
        rows.append(
            Row(
                name=name,
                aliases=[alias for alias in aliases.split(";") if alias],
                chosen_aliases=[name, *aliases.split(";")],
                domain=domain,
                country=country,
                languages=[tag for tag in languages.split(";") if tag],
                kind=kind,
                sources={"own"},
            )
        )
    return rows


def listed() -> list[Listed]:
    """Return the lines of `registry_confirmations.psv`."""
    return [Listed(*line.split("|")) for line in _lines("registry_confirmations.psv")]


def confirm(rows: list[Row]) -> list[tuple[Row, Listed]]:
    """Mark the rows that lists bear out; return those whose domain lists contradict."""
    contradicted = []
    by_name: dict[str, list[Row]] = {}
    for row in rows:
        if row.sources & FROM_MEMORY:
            for name in row.names:
                by_name.setdefault(name, []).append(row)
    for line in listed():
        named = by_name.get(key_of(line.name), [])
        fitting = [row for row in named if row.domain == line.domain]
        for row in fitting:
            row.sources.add("lists")
        if not fitting:
            contradicted += [(row, line) for row in named if row.domain]
    return contradicted


def _lines(file: str) -> list[str]:
    text = (HERE / file).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
