"""Make `generator/outlets/registry.psv` from the collected outlet facts.

    PRESSREVIEW_SHARED=../shared python tools/build_registry.py

Rerunning it on the same facts gives the same files: the registry and the page of contradictions.
What is taken, merged and left out, and why,
is said in `generator/outlets/README.md`; hand-made changes stand in
`tools/registry_amendments.toml`. Facts only: ratings of lean or reliability are never read.
"""

from __future__ import annotations

import dataclasses
import os
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import registry_contradictions as contradictions
from registry_facts import ABBREVIATION, AMENDMENTS, Row, kinds_by_qid, rows_of
from registry_own import FROM_MEMORY, confirm, own_rows

from generator.model import Outlet
from generator.outlets.countries import country_of
from generator.outlets.name_forms import LONGEST_ABBREVIATION
from generator.outlets.names import OPTIONAL_ARTICLES, TOKEN, fold, key_of
from generator.outlets.rows import HEADER, line_of
from generator.outlets.weakness import words
from generator.text.slugs import slug

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "generator" / "outlets" / "registry.psv"
PAGE = HERE.parent / "docs" / "outlet-contradictions.md"

LONGEST_ALIAS = 45
"""Characters; what is longer is a catalogue's title or a company's."""


KINDS_BY_NAME = (
    (re.compile(r"\b(news agency|press agency|presse-agentur)\b", re.IGNORECASE), "agency"),
    (re.compile(r"\b(tv|television|radio|broadcasting)\b", re.IGNORECASE), "broadcaster"),
    (re.compile(r"\bmagazine\b", re.IGNORECASE), "magazine"),
)


def main() -> None:
    """Write registry and contradictions to the files named, else to their places."""
    shared = Path(os.environ.get("PRESSREVIEW_SHARED", HERE.parent.parent / "shared")) / "outlets"
    if not shared.is_dir():
        sys.exit(f"no folder {shared}; set PRESSREVIEW_SHARED to where the facts are")
    kinds = kinds_by_qid(shared / "wikidata_newspapers.json")
    core = [row for row in rows_of(shared / "registry_core.csv", kinds) if _is_wanted(row)]
    found: list[contradictions.Contradiction] = []
    rows = _merged(core + own_rows(), found)
    found += contradictions.of_entities(rows, shared / "wikidata_newspapers.json")
    found += [contradictions.of_list(row, line.domain, line.lists) for row, line in confirm(rows)]
    outlets = _with_slugs([_amended(row) for row in rows])
    lines = [HEADER, *(line_of(outlet) for outlet in outlets)]
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    page = Path(sys.argv[2]) if len(sys.argv) > 2 else PAGE  # noqa: PLR2004
    page.write_text(contradictions.page(found), encoding="utf-8")
    countries = {outlet.country for outlet in outlets} - {None}
    sys.stdout.write(f"{len(outlets)} outlets in {len(countries)} countries\n")


def _is_wanted(row: Row) -> bool:
    """Leave out what has ceased and what never was a source of quotations."""
    if row.qid in AMENDMENTS["left_out"] or row.name in AMENDMENTS["left_out"]:
        return False
    return not row.dissolved


def _merged(rows: list[Row], found: list[contradictions.Contradiction]) -> list[Row]:
    """Return `rows` with those that describe one outlet made one; the better known leads.

    What they say differently is added to `found`.
    """
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
            found += contradictions.of_rows(twin, row)
            _take(twin, row)
            continue
        kept.append(row)
        if row.domain:
            by_domain[row.domain].append(row)
        by_name[key_of(row.name), row.country].append(row)
    return kept


def _same(one: Row, two: Row) -> bool:
    """Say whether two rows are one outlet: a name in common, and the domain or the country."""
    if one.domain and one.domain == two.domain and one.country == two.country:
        return key_of(one.name) in two.names or key_of(two.name) in one.names
    if key_of(one.name) != key_of(two.name) or one.country != two.country:
        return False
    # Two local papers of one name in one country have each their domain and entity.
    both_local = one.qid and two.qid and one.qid != two.qid
    return not (both_local and one.domain and two.domain)


def _take(one: Row, other: Row) -> None:
    """Add to `one` the facts of `other` that it lacks."""
    one.aliases += [other.name, *other.aliases]
    one.chosen_aliases += other.chosen_aliases
    one.native += other.native
    one.languages += [tag for tag in other.languages if tag not in one.languages]
    one.domain = one.domain or other.domain
    one.country = one.country or other.country
    one.qid = one.qid or other.qid
    one.ownership = one.ownership or other.ownership
    if one.kind in ("", "newspaper"):
        one.kind = other.kind or one.kind
    one.sources |= other.sources


def _amended(row: Row) -> Outlet:
    """Return the row as an outlet, with the hand-made changes."""
    flagship = "flagships" in row.sources
    known_as = row.name if flagship or not row.qid else row.qid
    changes = AMENDMENTS["change"]
    change = changes.get(f"{known_as} ({row.country})", changes.get(known_as, {}))
    if change.get("not_wikidata"):
        row = dataclasses.replace(row, qid="", native=[], sources=row.sources - {"wikidata"})
    name = change.get("name", row.name)
    native, foreign = _native_names(row)
    native = [n for n in (*change.get("native_names", []), *native) if n != name]
    aliases = [
        alias
        for alias in (*row.aliases, *foreign)
        if alias not in (name, *native, *change.get("drop", []))
        and (_is_sound(alias, name) or (alias in row.chosen_aliases and ", " in alias))
        and (flagship or alias in row.chosen_aliases or not _is_title_word(alias))
    ]
    provenance = sorted(row.sources)
    return Outlet(
        slug="",
        name=name,
        native_names=tuple(dict.fromkeys(native)),
        aliases=tuple(dict.fromkeys([*aliases, *change.get("aliases", [])])),
        country=row.country or None,
        languages=tuple(dict.fromkeys(row.languages)),
        domain=change.get("domain", row.domain) or None,
        kind=row.kind or _kind_by_name(name) or None,
        ownership=row.ownership or None,
        confirmed=not FROM_MEMORY.issuperset(provenance),
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
    """Say whether `alias` is a name by which a text may call the outlet, and a new one."""
    letters = "".join(c for c in alias if c.isalnum())
    if not letters or letters.isdigit() or alias in AMENDMENTS["nicknames"]:
        return False
    if len(alias) > LONGEST_ALIAS or re.search(r",\s|[a-z]{3}\.\s|[()@\[\]:=<>{}]", alias):
        return False  # a catalogue's title, an account or an address
    if re.search(r"\w\.[a-z]{2,4}$", alias):
        return False  # the domain is a column of its own
    if len(letters) < ABBREVIATION and _is_latin(alias):
        return letters.casefold() in words("short")
    if len(TOKEN.findall(alias)) == 1 and country_of(alias):
        return False
    return not _is_miswritten(alias, name)


def _is_miswritten(alias: str, name: str) -> bool:
    """Say whether `alias` is `name` in other letters' case, or a name written small."""
    if fold(alias) == fold(name) or (key_of(alias) == key_of(name) and " " in name):
        return len(alias) > LONGEST_ABBREVIATION
    words_ = TOKEN.findall(alias)
    first = words_[1] if len(words_) > 1 and fold(words_[0]) in OPTIONAL_ARTICLES else words_[0]
    return first[0].islower() and not name[:1].islower() and len(alias) > LONGEST_ABBREVIATION


def _is_title_word(alias: str) -> bool:
    """Say whether `alias` is one common word, as "The Post": no name but a second mention."""
    key = key_of(alias)
    return key in words("always") or key in words("bare")


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
