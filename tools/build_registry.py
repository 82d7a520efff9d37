"""Make `generator/outlets/registry.psv` from the collected outlet facts.

    PRESSREVIEW_SHARED=../shared python tools/build_registry.py

Rerunning it on the same facts gives the same file. What is taken, merged and left out, and why,
is said in `generator/outlets/README.md`; hand-made changes stand in
`tools/registry_amendments.toml`. Facts only: ratings of lean or reliability are never read.
"""

from __future__ import annotations

import csv
import dataclasses
import json
import os
import re
import sys
import tomllib
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from babel import Locale

from generator.model import Outlet
from generator.outlets.countries import country_of
from generator.outlets.names import TOKEN, key_of
from generator.outlets.rows import HEADER, line_of
from generator.outlets.weakness import words
from generator.text.slugs import slug

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "generator" / "outlets" / "registry.psv"
AMENDMENTS: dict[str, Any] = tomllib.loads(
    (HERE / "registry_amendments.toml").read_text(encoding="utf-8")
)

KINDS = {
    "online": "site",
    "platform": "site",
    "daily newspaper": "daily",
    "weekly newspaper": "weekly",
    "online newspaper": "site",
    "news website": "site",
    "newspaper": "newspaper",
    "monthly magazine": "monthly",
    "weekly magazine": "weekly",
    "magazine": "magazine",
    "news agency": "agency",
    "daily": "daily",
    "weekly": "weekly",
    "agency": "agency",
    "broadcaster": "broadcaster",
}
"""Words of the sources → ours. `newspaper` stays where nobody says how often it appears."""

OWNERSHIPS = {
    "private": "private",
    "state": "state",
    "state media / digital": "state",
    "public": "public",
    "nonprofit": "nonprofit",
    "institute": "nonprofit",
    "cooperative": "cooperative",
    "trust": "trust",
}
"""`independent` is left out: it is a judgement, not a form of ownership."""

KINDS_BY_NAME = (
    (re.compile(r"\b(news agency|press agency|presse-agentur)\b", re.IGNORECASE), "agency"),
    (re.compile(r"\b(tv|television|radio|broadcasting)\b", re.IGNORECASE), "broadcaster"),
    (re.compile(r"\bmagazine\b", re.IGNORECASE), "magazine"),
)

SOURCES = {"memory": "flagships"}


@dataclass(slots=True)
class Row:
    """One row of the collected facts, while rows are being merged."""

    name: str
    aliases: list[str] = field(default_factory=list)
    native: list[tuple[str, str]] = field(default_factory=list)
    domain: str = ""
    country: str = ""
    languages: list[str] = field(default_factory=list)
    kind: str = ""
    ownership: str = ""
    qid: str = ""
    sources: set[str] = field(default_factory=set)
    dissolved: bool = False

    @property
    def names(self) -> set[str]:
        """The folded names by which two rows are seen to be one outlet."""
        return {key_of(name) for name in (self.name, *self.aliases) if len(name) > 3}  # noqa: PLR2004


def main() -> None:
    """Write the registry."""
    shared = Path(os.environ.get("PRESSREVIEW_SHARED", HERE.parent.parent / "shared")) / "outlets"
    if not shared.is_dir():
        sys.exit(f"no folder {shared}; set PRESSREVIEW_SHARED to where the facts are")
    kinds = _kinds_by_qid(shared / "wikidata_newspapers.json")
    core = [row for row in _rows(shared / "registry_core.csv", kinds) if _is_wanted(row)]
    rows = _merged(core)
    _confirm(rows, [row for row in _rows(shared / "registry_combined.csv", kinds)])
    outlets = _with_slugs([_amended(row) for row in rows])
    lines = [HEADER, *(line_of(outlet) for outlet in outlets)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    countries = {outlet.country for outlet in outlets} - {None}
    print(f"{len(outlets)} outlets in {len(countries)} countries")


def _rows(file: Path, kinds: dict[str, str]) -> list[Row]:
    with file.open(encoding="utf-8", newline="") as lines:
        return [_row(record, kinds) for record in csv.DictReader(lines)]


def _row(record: dict[str, str], kinds: dict[str, str]) -> Row:
    kind = record["type"]
    if kind in ("newspaper", ""):
        kind = kinds.get(record["wikidata_qid"], kind)
    return Row(
        name=_clean(record["name"]),
        aliases=[_clean(alias) for alias in record["aliases"].split("|") if alias.strip()],
        native=[
            (tag, _clean(name))
            for tag, _, name in (part.partition(":") for part in record["native_names"].split("|"))
            if name
        ],
        domain=_domain(record["domain"]),
        country=record["countries"].split("|")[0],
        languages=[tag for tag in map(_language, record["languages"].split("|")) if tag],
        kind=KINDS.get(kind, ""),
        ownership=OWNERSHIPS.get(record["ownership"], ""),
        qid=record["wikidata_qid"],
        sources={SOURCES.get(source, source) for source in record["source"].split("+")},
        dissolved=bool(record.get("dissolved")),
    )


def _kinds_by_qid(file: Path) -> dict[str, str]:
    """Return what Wikidata says an entity is, where that is more than "newspaper"."""
    telling = [kind for kind in KINDS if kind not in ("newspaper", "online", "platform")]
    found: dict[str, str] = {}
    for entity in json.loads(file.read_text(encoding="utf-8")):
        for kind in telling:
            if kind in entity["types"]:
                found.setdefault(entity["qid"], kind)
    return found


def _clean(name: str) -> str:
    """Return `name` without the signs that part the columns, with single spaces."""
    name = unicodedata.normalize("NFC", name).replace("|", "/").replace(";", ",")
    name = "".join(c for c in name if unicodedata.category(c) not in ("Cf", "Cc") or c == "\u200c")
    return " ".join(name.split()).removeprefix("‎")


def _domain(domain: str) -> str:
    """Return the domain as the outlet's own; none where it is an archive's or a host's."""
    domain = domain.strip().lower().removeprefix("www.")
    for prefix in ("feeds.", "rss.", "awi.", "eavis."):
        domain = domain.removeprefix(prefix)
    hosts = AMENDMENTS["hosts"] + AMENDMENTS["archives"]
    return "" if any(domain == host or domain.endswith("." + host) for host in hosts) else domain


_LANGUAGES = {
    name.casefold(): tag.replace("_", "-") for tag, name in Locale("en").languages.items()
}


def _language(name: str) -> str:
    """Return the BCP 47 tag of a language that a source names by tag or in English."""
    name = name.strip()
    if re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3}|-[A-Z]{2})?", name):
        return {"no": "nb"}.get(name, name)
    tag = AMENDMENTS["languages"].get(name) or _LANGUAGES.get(name.casefold())
    return tag or ""


def _is_wanted(row: Row) -> bool:
    """Leave out what has ceased and what never was a source of quotations."""
    if row.qid in AMENDMENTS["left_out"] or row.name in AMENDMENTS["left_out"]:
        return False
    return not row.dissolved


def _merged(rows: list[Row]) -> list[Row]:
    """Return `rows` with those that describe one outlet made one; the better known leads."""
    kept: list[Row] = []
    by_domain: dict[str, list[Row]] = defaultdict(list)
    by_name: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda r: (-len(r.sources), "flagships" not in r.sources)):
        twin = next(
            (
                other
                for other in by_domain[row.domain] + by_name[key_of(row.name), row.country]
                if _same(row, other)
            ),
            None,
        )
        if twin:
            _take(twin, row)
            continue
        kept.append(row)
        if row.domain:
            by_domain[row.domain].append(row)
        by_name[key_of(row.name), row.country].append(row)
    return kept


def _same(one: Row, two: Row) -> bool:
    """Say whether two rows are one outlet: a name in common, and the domain or the country."""
    if one.domain and one.domain == two.domain:
        return bool(one.names & two.names)
    if key_of(one.name) != key_of(two.name) or one.country != two.country:
        return False
    # Two local papers of one name in one country have each their domain and entity.
    both_local = one.qid and two.qid and one.qid != two.qid
    return not (both_local and one.domain and two.domain)


def _take(one: Row, other: Row) -> None:
    """Add to `one` the facts of `other` that it lacks."""
    one.aliases += [other.name, *other.aliases]
    one.native += other.native
    one.languages += [tag for tag in other.languages if tag not in one.languages]
    one.domain = one.domain or other.domain
    one.country = one.country or other.country
    one.qid = one.qid or other.qid
    one.ownership = one.ownership or other.ownership
    if one.kind in ("", "newspaper"):
        one.kind = other.kind or one.kind
    one.sources |= other.sources


def _confirm(rows: list[Row], others: list[Row]) -> None:
    """Add what the wider list knows of `rows`: entities that confirm a name and its country."""
    known = {row.qid for row in rows}
    by_name: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for other in others:
        if other.qid and other.qid not in known and not other.dissolved:
            by_name[key_of(other.name), other.country].append(other)
    for row in rows:
        matches = by_name[key_of(row.name), row.country]
        if not row.qid and len(matches) == 1:
            _take(row, matches[0])


def _amended(row: Row) -> Outlet:
    """Return the row as an outlet, with the hand-made changes."""
    change = AMENDMENTS["change"].get(row.name, {}) if "flagships" in row.sources else {}
    name = change.get("name", row.name)
    aliases = [alias for alias in row.aliases if alias not in change.get("drop", [])]
    native, foreign = _native_names(row)
    native = [*change.get("native_names", []), *native]
    aliases = [*aliases, *change.get("aliases", []), *foreign]
    taken = {name, *native}
    provenance = sorted(row.sources)
    return Outlet(
        slug="",
        name=name,
        native_names=tuple(dict.fromkeys(n for n in native if n != name)),
        aliases=tuple(dict.fromkeys(a for a in aliases if a not in taken and _is_sound(a, name))),
        country=row.country or None,
        languages=tuple(dict.fromkeys(row.languages)),
        domain=row.domain or None,
        kind=row.kind or _kind_by_name(name) or None,
        ownership=row.ownership or None,
        confirmed=provenance != ["flagships"],
        provenance="+".join(
            f"wikidata:{row.qid}" if source == "wikidata" else source for source in provenance
        ),
    )


def _native_names(row: Row) -> tuple[list[str], list[str]]:
    """Return the names in the outlet's own languages, and those in other scripts.

    Names in other languages of the Latin script are other people's titles or the name again.
    """
    own = {tag.split("-")[0] for tag in row.languages}
    native = [name for tag, name in row.native if tag in own and name != row.name]
    native += [alias for alias in row.aliases if not _is_latin(alias) and _is_sound(alias, "")]
    foreign = [name for tag, name in row.native if tag not in own and not _is_latin(name)]
    return native, foreign


def _is_latin(name: str) -> bool:
    return all(unicodedata.name(c, "").startswith("LATIN") for c in name if c.isalpha())


def _kind_by_name(name: str) -> str:
    return next((kind for pattern, kind in KINDS_BY_NAME if pattern.search(name)), "")


def _is_sound(alias: str, name: str) -> bool:
    """Say whether `alias` is a name by which a text may call the outlet."""
    letters = "".join(c for c in alias if c.isalnum())
    if alias == name or not letters or letters.isdigit() or alias in AMENDMENTS["nicknames"]:
        return False
    if re.search(r"[()@\[\]!/:]|\w\.(com|org|net|[a-z]{2})$", alias) and "/" not in name:
        return False  # a note in brackets, an account or an address is no name
    if len(letters) < 3 and _is_latin(alias):  # noqa: PLR2004
        return letters.casefold() in words("short")
    if len(TOKEN.findall(alias)) == 1 and country_of(alias):
        return False
    return not (alias.islower() and _is_latin(alias) and not name.islower())


def _with_slugs(outlets: list[Outlet]) -> list[Outlet]:
    """Return `outlets` by slug. Namesakes get their country; the one flagship among them, none."""
    namesakes = Counter(slug(outlet.name) for outlet in outlets)
    flagships = Counter(slug(o.name) for o in outlets if "flagships" in o.provenance)
    named = []
    for outlet in outlets:
        plain = slug(outlet.name)
        lone = "flagships" in outlet.provenance and flagships[plain] == 1
        if namesakes[plain] > 1 and not lone:
            plain = f"{plain}-{(outlet.country or 'xx').lower()}"
        named.append(dataclasses.replace(outlet, slug=plain))
    again = Counter(outlet.slug for outlet in named)
    named = [
        dataclasses.replace(o, slug=f"{o.slug}-{_stem(o)}") if again[o.slug] > 1 else o
        for o in named
    ]
    twice = [plain for plain, count in Counter(o.slug for o in named).items() if count > 1]
    if twice:
        sys.exit(f"slugs given twice: {twice}; amend one by hand")
    return sorted(named, key=lambda outlet: outlet.slug)


def _stem(outlet: Outlet) -> str:
    """Return what tells namesakes of one country apart: the domain, else the entity."""
    if outlet.domain:
        return slug(outlet.domain.split(".")[-2])
    return outlet.provenance.partition("wikidata:")[2].split("+")[0].lower()


if __name__ == "__main__":
    main()
