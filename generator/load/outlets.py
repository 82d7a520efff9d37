"""Read outlets.yaml: the site's corrections of, and additions to, the outlet registry.

An entry corrects the registry row whose slug it gives, else the row of its domain, else the row
of its name and country; otherwise it adds an outlet. A slug the registry does not know always
adds one, which is how two outlets of one name and country are told apart. Aliases and native
names are added to the known ones; every other value replaces the registry's.
"""

from __future__ import annotations

from dataclasses import replace

from generator.load.files import Folder
from generator.load.lists import Listed, read_list
from generator.load.shapes import OutletKeys, OutletList
from generator.load.words import shown
from generator.model import Lean, Outlet
from generator.outlets import Registry
from generator.outlets.names import key_of
from generator.problems import Problem
from generator.text.slugs import slug

NAME = "outlets.yaml"


def read_outlets(folder: Folder, registry: Registry, problems: list[Problem]) -> tuple[Outlet, ...]:
    """Return the site's rows, by slug, merged over the registry rows they correct."""
    rows: dict[str, Outlet] = {}
    by: dict[str, Listed[OutletKeys]] = {}
    for listed in read_list(NAME, OutletList, folder, problems):
        known = corrected_by(listed.entry, registry)
        if len(known) > 1:
            problems.append(_ambiguous(listed, known))
            continue
        row = _merged(listed.entry, known[0]) if known else _added(listed.entry, registry, rows)
        if row.slug in rows:
            problems.append(_twice(listed, rows[row.slug], by[row.slug]))
            continue
        rows[row.slug] = row
        by[row.slug] = listed
    return tuple(row for _, row in sorted(rows.items()))


def corrected_by(entry: OutletKeys, registry: Registry) -> tuple[Outlet, ...]:
    """Return the registry rows that `entry` may mean: none, one, or too many."""
    if entry.slug:
        row = registry.by_slug(entry.slug)
        return (row,) if row else ()
    if entry.domain:
        row = registry.by_domain(entry.domain)
        # the registry also answers for a domain below an outlet's: here that is another outlet
        if row and (row.domain or "").removeprefix("www.") == entry.domain:
            return (row,)
    if entry.domain and not entry.country:
        return ()
    rows = registry.named(entry.name, country=entry.country)
    namesakes = tuple(row for row in rows if key_of(row.name) == key_of(entry.name))
    return namesakes or rows


def _merged(entry: OutletKeys, row: Outlet) -> Outlet:
    """Return `row` as `entry` corrects it."""
    renamed = (row.name,) if row.name != entry.name else ()
    return replace(
        row,
        name=entry.name,
        aliases=_joined(row.aliases, renamed, entry.aliases),
        native_names=_joined(row.native_names, entry.native_names),
        country=entry.country or row.country,
        languages=entry.languages or row.languages,
        domain=entry.domain or row.domain,
        kind=entry.kind or row.kind,
        ownership=entry.ownership or row.ownership,
        lean=_lean(entry) or row.lean,
        note=entry.note or row.note,
        confirmed=True,
        provenance="+".join(filter(None, (row.provenance, "site"))),
    )


def _added(entry: OutletKeys, registry: Registry, rows: dict[str, Outlet]) -> Outlet:
    """Return the outlet that `entry` adds."""
    return Outlet(
        slug=entry.slug or _free_slug(entry, registry, rows),
        name=entry.name,
        aliases=entry.aliases,
        native_names=entry.native_names,
        country=entry.country,
        languages=entry.languages,
        domain=entry.domain,
        kind=entry.kind,
        ownership=entry.ownership,
        lean=_lean(entry),
        note=entry.note,
        provenance="site",
    )


def _free_slug(entry: OutletKeys, registry: Registry, rows: dict[str, Outlet]) -> str:
    """Return a slug for a new outlet; one that only a namesake of the site has is kept."""
    plain = slug(entry.name)
    choices = [plain, f"{plain}-{entry.country.lower()}"] if entry.country else [plain]
    for choice in choices:
        row = rows.get(choice)
        if row and row.name == entry.name and row.country == entry.country:
            return choice
        if not row and registry.by_slug(choice) is None:
            return choice
    number = 2
    while f"{plain}-{number}" in rows or registry.by_slug(f"{plain}-{number}"):
        number += 1
    return f"{plain}-{number}"


def _joined(*names: tuple[str, ...]) -> tuple[str, ...]:
    """Return all names, each once, in order."""
    return tuple(dict.fromkeys(name for group in names for name in group))


def _lean(entry: OutletKeys) -> Lean | None:
    """Return the lean that `entry` states."""
    return Lean(value=entry.lean.value, source=entry.lean.source) if entry.lean else None


def _ambiguous(listed: Listed[OutletKeys], rows: tuple[Outlet, ...]) -> Problem:
    """Return the problem of an entry that fits several outlets."""
    slugs = ", ".join(row.slug for row in rows[:5])
    return listed.problem(
        "O002",
        f"{shown(listed.entry.name)} fits {len(rows)} outlets of the registry",
        f"Add `slug:` with one of {slugs} to correct it, or with a new one to add an outlet.",
        key="name",
    )


def _twice(listed: Listed[OutletKeys], row: Outlet, first: Listed[OutletKeys]) -> Problem:
    """Return the problem of two entries for one outlet."""
    line = first.tree.line_of(first.position)
    return listed.problem(
        "O003",
        f"{shown(row.name)} ({row.slug}) has an entry already, in line {line}",
        "Join the two entries, or give one a `slug` of its own.",
    )
