from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.matching import MatchableText, identity_form, normalised


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Gone,” he wrote", '"Gone," he wrote'),
        ("«Gone»", "„Gone“"),
        ("``Gone''", '"Gone"'),
        ("the skippers’ quay", "the skippers' quay"),
        ("a\u00a0wide\n\n  gap", "a wide gap"),
        ("a \u200b gap", "a gap"),
        ("har\u00adbour", "harbour"),
        ("\u200eשלום\u200f", "שלום"),
        ("ﬁne oﬃce", "fine office"),
        ("cafe\u0301", "café"),
        ("ｆｕｌｌ", "full"),
        ("wait…", "wait..."),
        ("well‑known", "well-known"),
        ("مـــرحبا", "مرحبا"),
    ],
)
def test_two_writings_of_the_same_words_match(one: str, other: str) -> None:
    """Marks, gaps, invisible signs, ligatures and Unicode forms make no difference."""
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbour", "harbour"),
        ("can't", "cant"),
        ("well-known", "well known"),
        ("10²", "102"),
        ("½", "1/2"),
        ("café", "cafe"),
        ("a – b", "a - b"),
        ("no, one", "no one"),
    ],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    """Case, accents, punctuation and figures are the quotation's own."""
    assert normalised(one) != normalised(other)


def test_the_identity_of_words_leaves_case_and_punctuation_out() -> None:
    """An id survives a comma, a mark and a capital."""
    assert identity_form("“Don’t — STOP!” it said.") == identity_form("dont stop, it said")
    assert identity_form("हिन्दी में") == "हिन्दी में"


def test_offsets_lead_back_to_the_untouched_text() -> None:
    """A ligature, an accent and a gap are each one indivisible place."""
    text = "“ﬁne  cafe\u0301\u00ad”…"
    found = MatchableText.of(text)
    assert found.form == '"fine café"...'
    assert found.original(1, 5).of(text) == "ﬁne"
    assert found.original(2, 3).of(text) == "ﬁ"
    assert found.original(6, 10).of(text) == "cafe\u0301"
    assert found.original(5, 6).of(text) == "  "
    assert found.original(11, 12).of(text) == "…"


TEXTS = st.text(st.sampled_from("ab \n'`‘’“”\"…ﬁ\u0301\u00ad\u200b½Жע") | st.characters())


@given(TEXTS)
def test_every_place_in_the_form_has_its_place_in_the_text(text: str) -> None:
    """Places are in range, in order, and together cover all that is visible."""
    found = MatchableText.of(text)
    places = [found.original(i, i + 1) for i in range(len(found.form))]
    assert all(0 <= place.start < place.end <= len(text) for place in places)
    assert places == sorted(places)
    for place, sign in zip(places, found.form, strict=True):
        assert sign in normalised(place.of(text)) or sign == '"'


@given(TEXTS)
def test_a_normalised_text_is_its_own_form(text: str) -> None:
    """What is folded once has nothing left to fold but marks that came to stand together."""
    once = normalised(text)
    assert normalised(normalised(once)) == normalised(once)
