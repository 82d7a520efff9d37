"""Ids that last."""

from __future__ import annotations

from generator.quotations.identity import quotation_id


def test_an_id_is_what_it_always_was() -> None:
    """Published addresses hold ids: this one must never change."""
    assert (
        quotation_id(digest="budget-week", outlet="the-beacon", words="“Nobody knew.”")
        == "pyqocfnvte"
    )


def test_marks_case_and_spaces_do_not_matter() -> None:
    """Mending marks, case or spaces keeps the id."""
    one = quotation_id(digest="d", outlet="o", words="“Nobody  knew.”")
    assert quotation_id(digest="d", outlet="o", words='"nobody knew"') == one


def test_digest_outlet_words_and_ordinal_tell_ids_apart() -> None:
    """Each part of what a quotation is makes another id."""
    ids = {
        quotation_id(digest="d", outlet="o", words="a b"),
        quotation_id(digest="e", outlet="o", words="a b"),
        quotation_id(digest="d", outlet="p", words="a b"),
        quotation_id(digest="d", outlet="o", words="a c"),
        quotation_id(digest="d", outlet="o", words="a b", ordinal=1),
        quotation_id(digest="d", outlet="o", words="!!"),
        quotation_id(digest="d", outlet="o", words="??"),
    }
    assert len(ids) == 7
