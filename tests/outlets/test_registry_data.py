"""The registry's data: sound, unique, and as documented."""

import dataclasses
import re
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest
from babel import Locale

from generator.outlets import builtin_registry
from generator.outlets.countries import _codes
from generator.outlets.rows import HEADER, line_of, outlet_of

REGISTRY = builtin_registry()
DATA = resources.files("generator.outlets").joinpath("registry.psv").read_text(encoding="utf-8")
README = resources.files("generator.outlets").joinpath("README.md").read_text(encoding="utf-8")
ROOT = Path(__file__).resolve().parents[2]
KINDS = {"daily", "weekly", "monthly", "magazine", "agency", "broadcaster", "site", "newspaper"}
OWNERSHIPS = {"private", "state", "public", "nonprofit", "cooperative", "trust"}


def _figure(pattern: str) -> int:
    match = re.search(pattern, README)
    assert match, pattern
    return int(match[1].replace(",", ""))


def test_size_is_as_documented() -> None:
    """The counts in the README are those of the data, and no fewer than were asked for."""
    countries = {outlet.country for outlet in REGISTRY} - {None}
    assert len(REGISTRY) == _figure(r"([\d,]+) outlets in") >= 2500
    assert len(countries) == _figure(r"outlets in (\d+) countries") >= 140
    unconfirmed = [outlet for outlet in REGISTRY if not outlet.confirmed]
    assert len(unconfirmed) == _figure(r"([\d,]+) rows stand in lists written")


@pytest.mark.parametrize("source", ["wikidata", "kite", "fundus", "flagships", "own", "lists"])
def test_sources_are_as_documented(source: str) -> None:
    """The README says how many rows each source gave."""
    rows = [o for o in REGISTRY if source in re.split(r"[+:]", o.provenance)]
    assert len(rows) == _figure(rf"\| `{source}[^`]*` \| ([\d,]+) \|")


def test_slugs_are_unique_and_sorted() -> None:
    """Every line has its own slug, an address part in ASCII, and the lines are in order."""
    slugs = [line.partition("|")[0] for line in DATA.splitlines()[1:]]
    assert len(slugs) == len(set(slugs)) == len(REGISTRY)
    assert slugs == sorted(slugs)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in slugs)


def test_lines_read_and_write_alike() -> None:
    """A line read as an outlet and written again is the same line."""
    header, *lines = DATA.splitlines()
    assert header == HEADER
    assert [line_of(outlet_of(line)) for line in lines] == lines


def test_countries_are_iso_codes() -> None:
    """Every country is a territory that CLDR knows by a two-letter code."""
    known = set(Locale("en").territories)
    assert {o.country for o in REGISTRY if o.country} <= {c for c in known if len(c) == 2}
    assert set(_codes().values()) <= known


def test_languages_are_bcp47() -> None:
    """Every language tag's language, script and region are known to CLDR."""
    english = Locale("en")
    for tag in {tag for outlet in REGISTRY for tag in outlet.languages}:
        language, *rest = tag.split("-")
        assert language in english.languages, tag
        assert all(part in english.scripts or part in english.territories for part in rest), tag


def test_vocabularies_are_closed() -> None:
    """Kinds and forms of ownership are the documented words."""
    assert {o.kind for o in REGISTRY} <= KINDS | {None}
    assert {o.ownership for o in REGISTRY} <= OWNERSHIPS | {None}


def test_no_lean_and_no_rating() -> None:
    """The data has no column for lean or reliability, and no row states one."""
    assert not {"lean", "bias", "reliability", "rating"} & set(HEADER.split("|"))
    assert all(outlet.lean is None and not outlet.note for outlet in REGISTRY)


def test_unconfirmed_rows_have_one_source() -> None:
    """`confirmed` is no exactly where every source is somebody's memory."""
    for outlet in REGISTRY:
        sources = set(outlet.provenance.split("+"))
        assert outlet.confirmed == bool(sources - {"flagships", "own"}), outlet.slug
        assert outlet.provenance, outlet.slug


def _works() -> dict[str, list[str]]:
    """Return the lines of our own list by the field that they stand under."""
    fields: dict[str, list[str]] = {}
    for line in (ROOT / "tools/registry_works.psv").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            fields[line[3:]] = []
        elif line and not line.startswith("#"):
            fields[next(reversed(fields))].append(line)
    return fields


def test_outlets_that_review_works() -> None:
    """Films, books, music, games and television have their outlets, at least 400 of them confirmed.

    Counted with magazines, trade press and broadcasters, and without dailies and agencies.
    """
    works = _works()
    for field in ("film", "books", "music", "games", "television and radio", "magazines"):
        assert len(works[field]) >= 75, field
    names = {
        line.split("|")[0] for field in works if "dailies" not in field for line in works[field]
    }
    kinds = {"broadcaster", "magazine"}
    confirmed = [o for o in REGISTRY if o.confirmed and (o.name in names or o.kind in kinds)]
    assert len(confirmed) >= 400


def test_our_own_list_is_sound() -> None:
    """Each line of our own list has six columns, a name, a kind, and stands once."""
    lines = [line for field in _works().values() for line in field]
    parts = [line.split("|") for line in lines]
    assert all(len(columns) == 6 and columns[0] and columns[5] in KINDS for columns in parts)
    assert len({(name, domain, country) for name, _, domain, country, _, _ in parts}) == len(lines)


def test_contradictions_are_listed() -> None:
    """The page names what sources say differently, fact by fact."""
    page = (ROOT / "docs/outlet-contradictions.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| ")][1:]
    assert f"{len(rows)} facts of" in page
    assert {row.split(" | ")[1] for row in rows} <= {"country", "domain", "language"}


def test_no_junk_aliases() -> None:
    """No alias is an address, an account, a note in brackets or the name once more."""
    for outlet in REGISTRY:
        for alias in outlet.aliases:
            assert not re.search(r"[()@|;]|\w\.(com|org|net)$", alias), (outlet.slug, alias)
            assert alias not in (outlet.name, *outlet.native_names), (outlet.slug, alias)


def test_namesakes_of_a_country_differ_in_domain() -> None:
    """One name in one country stands once, unless two domains show two outlets."""
    seen: dict[tuple[str, str | None], set[str | None]] = {}
    for outlet in REGISTRY:
        domains = seen.setdefault((outlet.name, outlet.country), set())
        assert outlet.domain not in domains, outlet.slug
        domains.add(outlet.domain)


def test_no_country_word_stands_twice() -> None:
    """Each word of countries.toml names one country."""
    text = resources.files("generator.outlets").joinpath("countries.toml").read_text("utf-8")
    words = re.findall(r'"([^"]+)"', text)
    folded = [word.casefold() for word in words]
    assert sorted(folded) == sorted(set(folded))


def test_building_again_changes_nothing(shared: Path, tmp_path: Path) -> None:
    """The build script makes the same files from the same facts, under any hash seed."""
    target, page = tmp_path / "registry.psv", tmp_path / "contradictions.md"
    subprocess.run(
        [sys.executable, "tools/build_registry.py", str(target), str(page)],
        cwd=ROOT,
        env={"PRESSREVIEW_SHARED": str(shared), "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
    )
    assert target.read_text(encoding="utf-8") == DATA
    assert page.read_text(encoding="utf-8") == (ROOT / "docs/outlet-contradictions.md").read_text(
        encoding="utf-8"
    )


def test_outlets_are_frozen() -> None:
    """A row of the registry cannot be changed."""
    outlet = next(iter(REGISTRY))
    with pytest.raises(dataclasses.FrozenInstanceError):
        outlet.name = "Other"  # type: ignore[misc]
