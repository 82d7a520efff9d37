"""Which words of a quotation count as standing in quotation marks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Outlet, Quotation, QuotedText, Verdict
from generator.text.words import count_words
from generator.views.counts import quoted_words

PLAIN = Quotation(
    id="a",
    kind="direct",
    parts=("We have waited", "long enough"),
    outlet=Outlet(slug="fen", name="Fen Herald"),
    language="en",
    verdict=Verdict(kind="exact"),
)


def test_all_words_of_a_direct_quotation_count() -> None:
    """All parts, whatever the verdict."""
    assert quoted_words(PLAIN) == 5
    assert quoted_words(replace(PLAIN, verdict=Verdict(kind="unverified"))) == 5


def test_of_a_mixed_passage_only_the_fragments_count() -> None:
    """The reporter's words between the marks are the reporter's."""
    parts = ("the mill was “a brick” and", "its bread “no better than that” to him")
    assert quoted_words(replace(PLAIN, kind="mixed", parts=parts)) == 6


def test_a_mark_left_open_in_one_part_does_not_run_into_the_next() -> None:
    """Each part is read by itself."""
    parts = ("he called it “a brick", "and left")
    assert quoted_words(replace(PLAIN, kind="mixed", parts=parts)) == 2


def test_a_mixed_quotation_that_the_editor_wrote_without_marks_counts_whole() -> None:
    """As the verdict judges all of it."""
    assert quoted_words(replace(PLAIN, kind="mixed", parts=("the worst bread of all",))) == 5


def test_paraphrase_and_withdrawn_words_do_not_count() -> None:
    """Neither stands in quotation marks on the page."""
    assert quoted_words(replace(PLAIN, kind="indirect", verdict=None)) == 0
    assert quoted_words(replace(PLAIN, withdrawn="Not so")) == 0


def test_a_translation_counts_once_as_printed() -> None:
    """The words of the translation, not those of the original beside it."""
    original = QuotedText(text="Wir haben lange genug darauf gewartet", language="de")
    assert quoted_words(replace(PLAIN, original=original)) == 5


def test_brackets_and_dots_are_not_words_of_the_source() -> None:
    """Of a shortened quotation the kept words count; `[W]e` is one of them."""
    parts = ("[W]e have […] waited … [for bread] long promise[d] . . . enough",)
    assert quoted_words(replace(PLAIN, parts=parts, verdict=Verdict(kind="edited"))) == 6
    assert quoted_words(replace(PLAIN, parts=("a [sic] b",))) == 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("— … !", 0),
        ("the miller’s forty-one loaves — all of them", 7),
        ("هذا خبز جيد", 3),
        ("यह हिन्दी है", 3),
        ("面包像砖头。", 5),
        ("パンは Fen の", 5),
        ("ขนม", 3),
    ],
)
def test_what_is_a_word(text: str, words: int) -> None:
    """What stands between spaces; in scripts without spaces each letter."""
    assert count_words(text) == words
