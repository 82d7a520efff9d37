"""An outlet that a text introduces, or whose name several bear, never passes for another."""

from __future__ import annotations

import pytest

from generator.model import Attribution
from generator.outlets import Registry, builtin_registry
from generator.quotations import attributions
from generator.quotations.naming import unregistered
from generator.reading import read

FORMS = (
    "The daily {} writes that the price of milk will rise.",
    "The {} newspaper writes that the price of milk will rise.",
    "{} reports that the price of milk will rise.",
)


def _said(text: str) -> Attribution:
    """Return the first passage of a review."""
    return attributions(read(text), registry=builtin_registry(), as_review=True)[0]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["Capital", "Globe", "Press", "Público", "Tribune"])
def test_a_name_of_several_is_left_undecided(name: str, form: str) -> None:
    """Several registered outlets bear it: either the registry knows which, or nobody does."""
    passage = _said(form.format(name))
    if passage.outlet is None:
        assert passage.undecided.removeprefix("several outlets are called ").endswith(name)
    else:
        assert passage.outlet.registered


def test_a_heading_of_several_is_left_undecided() -> None:
    """What stands under an undecided heading is nobody's yet, and says why."""
    text = "REUTERS\n\nNo boat sank. All is well.\n\nTRIBUNE\n\nMilk gets dearer. So does bread.\n"
    outlets = {
        passage.content[0].of(text): (passage.outlet and passage.outlet.name, passage.undecided)
        for passage in attributions(read(text), registry=builtin_registry(), as_review=True)
    }
    assert outlets["No boat sank"] == ("Reuters", "")
    assert outlets["Milk gets dearer"] == (None, "several outlets are called TRIBUNE")


def test_an_introduced_outlet_takes_no_registered_slug() -> None:
    """Its page is its own, whatever slugs the registry has."""
    registry = builtin_registry()
    for outlet in (o for o in registry if o.slug.isascii()):
        assert registry.by_slug(unregistered(outlet.name, registry).slug) is None
    taken = Registry((unregistered("Fen", Registry(())),))
    taken = taken.with_site_rows((unregistered("Fen", taken),))
    assert unregistered("Fen", taken).slug == "fen-named-2"
    assert unregistered("Fen Post", taken).slug == "fen-post"


@pytest.mark.parametrize("as_review", [True, False])
def test_a_clause_before_a_colon_is_no_speaker_where_its_verbs_are_unknown(
    *, as_review: bool
) -> None:
    """In a language without verbs of saying, nobody is named: the verb might be part of it."""
    text = "قالت أمينة الأرشيف ليلى الحداد: «المفتاح في الدرج، والدرج مقفل»."
    (passage,) = attributions(
        read(text, language="ar"), registry=builtin_registry(), as_review=as_review
    )
    assert passage.speaker is None
