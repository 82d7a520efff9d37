"""An entry of outlets.yaml corrects the row it names, or adds an outlet."""

from __future__ import annotations

from pathlib import Path

from generator.load import read_site
from generator.model import Outlet
from generator.outlets import Registry
from generator.problems import Problem
from tests.load.site import write

REGISTRY = Registry(
    (
        Outlet(
            slug="the-bell",
            name="The Bell",
            aliases=("Bell",),
            country="GB",
            languages=("en",),
            domain="bell.example",
            provenance="test",
        ),
        Outlet(slug="the-bell-ie", name="The Bell", country="IE", domain="bell-ie.example"),
        Outlet(slug="the-horn", name="The Horn", country="GB", languages=("en",)),
    )
)


def rows(tmp_path: Path, entries: str) -> tuple[tuple[Outlet, ...], tuple[Problem, ...]]:
    """Return the rows that `entries` give, and their problems."""
    site, problems = read_site(
        write(tmp_path / "content", {"outlets.yaml": entries}), registry=REGISTRY
    )
    return site.outlets if site else (), problems


def test_slug_names_the_row(tmp_path: Path) -> None:
    """A slug corrects its row: aliases are added, the old name stays one, the rest replaced."""
    entry = "- {slug: the-bell, name: Bell of London, aliases: BoL, languages: [cy], kind: daily}\n"
    ((row,), problems) = rows(tmp_path, entry)
    assert problems == ()
    assert (row.slug, row.name) == ("the-bell", "Bell of London")
    assert row.aliases == ("Bell", "The Bell", "BoL")
    assert (row.languages, row.kind) == (("cy",), "daily")
    assert (row.country, row.domain) == ("GB", "bell.example")
    assert row.provenance == "test+site"


def test_domain_names_the_row(tmp_path: Path) -> None:
    """Without a slug the domain decides, also against a name of several outlets."""
    ((row,), problems) = rows(tmp_path, "- {name: The Bell, domain: www.BELL-ie.example}\n")
    assert problems == ()
    assert (row.slug, row.country) == ("the-bell-ie", "IE")


def test_name_and_country_name_the_row(tmp_path: Path) -> None:
    """Without slug and domain, name and country decide; the article does not matter."""
    ((row,), _) = rows(tmp_path, "- {name: Bell, country: IE}\n")
    assert row.slug == "the-bell-ie"


def test_unique_name_is_enough(tmp_path: Path) -> None:
    """A name alone corrects the only outlet that bears it."""
    ((row,), _) = rows(tmp_path, "- {name: The Horn, note: Loud.}\n")
    assert (row.slug, row.note, row.country) == ("the-horn", "Loud.", "GB")


def test_unknown_slug_adds(tmp_path: Path) -> None:
    """A slug that nobody has adds an outlet, even one of a known name."""
    ((row,), problems) = rows(tmp_path, "- {slug: other-bell, name: The Bell, country: GB}\n")
    assert problems == ()
    assert (row.slug, row.domain, row.provenance) == ("other-bell", None, "site")


def test_another_domain_below_is_another_outlet(tmp_path: Path) -> None:
    """A domain below a known one adds an outlet, with a slug that is free."""
    ((row,), _) = rows(tmp_path, "- {name: The Horn, domain: horn.bell.example}\n")
    assert row.slug == "the-horn-2"


def test_another_country_adds(tmp_path: Path) -> None:
    """A known name in a new country adds an outlet whose slug says so."""
    ((row,), _) = rows(tmp_path, "- {name: The Bell, country: MT}\n")
    assert row.slug == "the-bell-mt"
    assert row.registered


def test_comments_alone_are_no_entries(tmp_path: Path) -> None:
    """An outlets.yaml in which all is commented out is empty, not faulty."""
    assert rows(tmp_path, "# - name: Later\n") == ((), ())
