"""Find what two sources say differently of one outlet, and list it for the reader.

Compared are country, domain and language: among rows that were made one, between a row and its
Wikidata entity, and between what we wrote from memory and public lists. The registry keeps the
first of the two; `docs/outlet-contradictions.md` shows both.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from registry_facts import Row, country_code, domain_of, language_tag

INTRODUCTION = """# Where sources contradict each other

Made by `tools/build_registry.py`; corrections belong in `tools/registry_amendments.toml`. One line
is one fact that two sources give differently. The registry has what stands in the third column
unless an amendment changed it since. `flagships` and `own` were written from memory; the collected
facts do not keep what kite and fundus said where a flagship had a value, so such differences are
not seen here. A subdomain of the same site is no contradiction, nor is a second country or
language.
"""


class Contradiction(NamedTuple):
    """One fact of one outlet, as two sources have it."""

    outlet: str
    fact: str
    kept: str
    other: str


def of_rows(one: Row, other: Row) -> list[Contradiction]:
    """Return what `other`, which is about to be merged into `one`, says differently."""
    source = "+".join(sorted(other.sources)).replace("wikidata", f"wikidata:{other.qid}")
    return _differences(one, other.country, [other.domain], other.languages, source)


def of_entities(rows: list[Row], file: Path) -> list[Contradiction]:
    """Return what the Wikidata entities say otherwise than rows that have another source too."""
    entities: dict[str, dict[str, Any]] = {
        entity["qid"]: entity for entity in json.loads(file.read_text(encoding="utf-8"))
    }
    found = []
    for row in rows:
        entity = entities.get(row.qid)
        if not entity or row.sources == {"wikidata"}:
            continue
        countries = [code for code in map(country_code, entity["country"]) if code]
        country = "" if not countries or row.country in countries else countries[0]
        domains = [domain for domain in map(domain_of, entity["domain"]) if domain]
        tags = [tag for tag in map(language_tag, entity["language"]) if tag]
        found += _differences(row, country, domains, tags, f"wikidata:{row.qid}")
    return found


def of_list(row: Row, domain: str, lists: str) -> Contradiction:
    """Return that public lists have the row's outlet at another domain."""
    return Contradiction(row.name, "domain", _said(row.domain, row), f"{domain} ({lists})")


def page(found: list[Contradiction]) -> str:
    """Return the page that lists what was found, by outlet."""
    # A difference seen when rows were merged is seen again at the entity.
    once = {(c.outlet, c.fact, c.other): c for c in reversed(found)}
    rows = sorted(once.values(), key=lambda c: (c.outlet.casefold(), *c))
    table = [f"| {c.outlet} | {c.fact} | {c.kept} | {c.other} |" for c in rows]
    count = f"{len(rows)} facts of {len({c.outlet for c in rows})} outlets."
    head = "| outlet | fact | kept | said by another |"
    return "\n".join([INTRODUCTION, count, "", head, "|---|---|---|---|", *table, ""])


def _differences(
    row: Row, country: str, domains: list[str], languages: list[str], source: str
) -> list[Contradiction]:
    found = []
    if country and row.country and country != row.country:
        found.append(("country", row.country, country))
    others = [domain for domain in domains if domain]
    if others and row.domain and not any(_one_site(row.domain, domain) for domain in others):
        found.append(("domain", row.domain, others[0]))
    if languages and row.languages and not _base(languages) & _base(row.languages):
        found.append(("language", ", ".join(row.languages), ", ".join(languages)))
    return [
        Contradiction(row.name, fact, _said(kept, row), f"{other} ({source})")
        for fact, kept, other in found
    ]


def _said(value: str, row: Row) -> str:
    return f"{value} ({'+'.join(sorted(row.sources - {'lists'}))})"


def _one_site(one: str, two: str) -> bool:
    return one == two or one.endswith("." + two) or two.endswith("." + one)


def _base(tags: list[str]) -> set[str]:
    return {tag.split("-")[0].replace("no", "nb") for tag in tags}
