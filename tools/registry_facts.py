"""Read the collected outlet facts into rows, in our words and tags, for `build_registry.py`."""

from __future__ import annotations

import csv
import json
import re
import tomllib
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from babel import Locale

from generator.outlets.countries import country_of
from generator.outlets.names import key_of

AMENDMENTS: dict[str, Any] = tomllib.loads(
    (Path(__file__).resolve().parent / "registry_amendments.toml").read_text(encoding="utf-8")
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

SOURCES = {"memory": "flagships"}
"""What the collection calls them → what our provenance calls them."""

ABBREVIATION = 3
"""Letters up to which two outlets may well share an alias."""

GENERIC_TLDS = frozenset({"co", "tv", "io", "me", "ai", "fm", "cc", "ws", "eu", "su", "to", "nu"})
"""Two-letter domain endings that outlets of any country use."""

BRACKETED = re.compile(r"\s*\(([^()]*)\)$")


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
    chosen_aliases: list[str] = field(default_factory=list)
    """Those that we wrote ourselves: kept even where they are a common word."""
    dissolved: bool = False

    @property
    def names(self) -> set[str]:
        """The folded names by which two rows are seen to be one outlet."""
        telling = (alias for alias in self.aliases if len(alias) > ABBREVIATION)
        return {key_of(name) for name in (self.name, *telling)}


def rows_of(file: Path, kinds: dict[str, str]) -> list[Row]:
    """Return the rows of a collection's file; `kinds` says what Wikidata's entities are."""
    with file.open(encoding="utf-8", newline="") as lines:
        return [_row(record, kinds) for record in csv.DictReader(lines)]


def _row(record: dict[str, str], kinds: dict[str, str]) -> Row:
    kind = record["type"]
    if kind in ("newspaper", ""):
        kind = kinds.get(record["wikidata_qid"], kind)
    name, more = _plain_name(_clean(record["name"]))
    domain = domain_of(record["domain"])
    return Row(
        name=name,
        aliases=[*more, *(_clean(alias) for alias in record["aliases"].split("|"))],
        native=[
            (tag, _clean(name))
            for tag, _, name in (part.partition(":") for part in record["native_names"].split("|"))
            if name
        ],
        domain=domain,
        country=record["countries"].split("|")[0] or _country_of_domain(domain),
        languages=[tag for tag in map(language_tag, record["languages"].split("|")) if tag],
        kind=KINDS.get(kind, ""),
        ownership=OWNERSHIPS.get(record["ownership"], ""),
        qid=record["wikidata_qid"],
        sources={SOURCES.get(source, source) for source in record["source"].split("+")},
        dissolved=bool(record.get("dissolved")),
    )


def _plain_name(name: str) -> tuple[str, list[str]]:
    """Return `name` without what stands in brackets after it, and that where it is a name too."""
    match = BRACKETED.search(name)
    if not match or name in AMENDMENTS["change"]:
        return name, []
    inside, plain = match[1], name[: match.start()]
    if inside.casefold() in AMENDMENTS["brackets"] or country_of(inside):
        return plain, []
    return plain, [inside]


def _country_of_domain(domain: str) -> str:
    """Return the country of the domain's ending, for rows whose source gives none."""
    ending = domain.rpartition(".")[2]
    is_country = len(ending) == 2 and ending not in GENERIC_TLDS  # noqa: PLR2004
    return {"UK": "GB"}.get(ending.upper(), ending.upper()) if is_country else ""


def kinds_by_qid(file: Path) -> dict[str, str]:
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
    return " ".join(name.split()).strip('"=<> ')


def domain_of(domain: str) -> str:
    """Return the domain as the outlet's own; none where it is an archive's or a host's."""
    domain = domain.strip().lower().removeprefix("www.")
    for prefix in ("feeds.", "rss.", "awi.", "eavis."):
        domain = domain.removeprefix(prefix)
    hosts = AMENDMENTS["hosts"] + AMENDMENTS["archives"]
    return "" if any(domain == host or domain.endswith("." + host) for host in hosts) else domain


_LANGUAGES = {
    name.casefold(): tag.replace("_", "-") for tag, name in Locale("en").languages.items()
}


def language_tag(name: str) -> str:
    """Return the BCP 47 tag of a language that a source names by tag or in English."""
    name = name.strip()
    if re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3}|-[A-Z]{2})?", name):
        return {"no": "nb", "cnr": "sr-ME"}.get(name, name)  # as CLDR canonicalises them
    tag: str = AMENDMENTS["languages"].get(name, _LANGUAGES.get(name.casefold(), ""))
    return tag


def country_code(name: str) -> str:
    """Return the code of a country that a source names in English; empty if it is none."""
    return country_of(name.removeprefix("People's Republic of ")) or ""
