"""A description names nobody: it makes no speaker whom two digests share."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.digest.descriptions import is_description
from generator.digest.speakers import Speakers
from generator.exports.facts import quotation_facts
from generator.model import Person
from generator.views.shapes import IndexView, SpeakerView
from tests.views.press import HERALD, SETTINGS, digests, views

DESCRIBED = (
    "a neighbour",
    "A neighbour",
    "One of the pilots",
    "an unnamed clerk of Port-Clair",
    "the council",
    "The ministry",
    "experts",
    "ein Nachbar",
    "Eine Nachbarin",
    "une bergère de Haute-Brume",
    "Un vecino",
    "соседка",
    "Один из лоцманов",
    "أحد الجيران",
)
NAMED = (
    "Ada Obi",
    "An Nguyen",
    "Un Sospiro",
    "van der Mole",
    "Tamm",
    "the Ministry of Ports",
    "The Harbour Council",
    "روث أوكس",
    "Роза Тамм",
)


@pytest.mark.parametrize("words", DESCRIBED)
def test_a_description_is_told(words: str) -> None:
    """An indefinite word in front, or no capital, describes somebody."""
    assert is_description(words)


@pytest.mark.parametrize("words", NAMED)
def test_a_name_is_told(words: str) -> None:
    """A name is one in any language."""
    assert not is_description(words)


def test_people_yaml_makes_a_person_of_a_description() -> None:
    """Who signs without capitals is listed in people.yaml, and has a page."""
    people = Speakers((Person(slug="ivy-quill", name="ivy quill"),))
    assert not people.named("ivy quill").described
    assert people.named("moss quill").described


def _two() -> dict[str, str]:
    files = {}
    for slug in ("mill", "weir"):
        files[f"digests/{slug}/articles/herald.md"] = HERALD
        files[f"digests/{slug}/digest.yaml"] = (
            f"title: The {slug}\ndate: 2026-10-01\nquotations:\n"
            "  - {from: herald, text: Nobody objected, speaker: a neighbour}\n"
            "  - {from: herald, text: after forty years, speaker: Ada Obi}\n"
        )
    return files


def test_two_digests_share_no_neighbour(tmp_path: Path) -> None:
    """Only who is named has a page and stands in the index; a description is plain text."""
    published = digests(tmp_path, _two())
    pages = views(published)
    assert {page.name for page in pages if isinstance(page, SpeakerView)} == {"Ada Obi"}
    index = next(p for p in pages if isinstance(p, IndexView) and p.page.address == "speakers/")
    assert [link.text for group in index.groups for link in group.links] == ["Ada Obi"]
    facts = [quotation_facts(q, d, SETTINGS).speaker for d in published for q in d.quotations]
    shown = sorted((one.name, one.slug or "") for one in facts if one)
    assert shown == [("Ada Obi", "ada-obi")] * 2 + [("a neighbour", "")] * 2
