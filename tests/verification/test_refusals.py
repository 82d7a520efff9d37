"""What the editor is told of words that are nearly right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.verification import judged
from generator.verification.differences import in_one_line

TEXT = (
    "“We shall not sell the crane,” said Ada Tormund, “and we shall mend the well-worn quay.” "
    "“Every skipper pays twice,” Ivo Brandt said. Then the council went home to its supper. "
    + "word " * 41
    + "and that was the end of it."
)

CASES = [
    ("case", "We shall not sell the Crane"),
    ("punctuation", "we shall mend the well worn quay"),
    ("cut", "we shall mend the well"),
    ("bracket", "we shall [not] mend the well-worn quay"),
    ("negation", "We shall … sell the crane"),
    ("speakers", "the well-worn quay … the council went home"),
    ("length", "Then the council went home … the end of it"),
    ("order", "and we shall mend … We shall not sell"),
    ("order", "the council went home Every skipper pays twice"),
    ("joined", "Every skipper pays twice the council went home"),
    (None, "We shall never sell anything"),
    (None, "Pilots asked for more"),
]


@pytest.mark.parametrize(("reason", "words"), CASES)
def test_a_near_miss_has_its_reason(reason: str | None, words: str) -> None:
    """The one rule that stands in the way is named; where there are more, none is."""
    verdict = judged(words, {"a": TEXT}, claimed=["a"])
    assert (verdict.kind, verdict.refusal) == ("absent", reason)


@pytest.mark.parametrize(
    ("words", "nearest", "line"),
    [
        ("we raise the big levy", "“we will raise the levy,", "we [-will-] raise the {+big+} levy"),
        ("raise the levy", "will not raise the levy today", "raise the levy"),
        (
            "one two three four five six seven eight nine eleven twelve",
            "one two three four five six seven eight nine ten twelve",
            "… seven eight nine [-ten-] {+eleven+} twelve",
        ),
        ("we go … to bed now", "we go home and to bed late", "we go … to bed [-late-] {+now+}"),
        ("我们会关闭渡口", "我们不会关闭渡口", "我们 [-不-] 会关闭渡口"),
        ("الميناء مغلق اليوم", "الميناء مفتوح اليوم", "الميناء [-مفتوح-] {+مغلق+} اليوم"),
        (
            "nobody wins a strike",
            "It is over. “Nobody wins a strike",
            "[-“Nobody-] {+nobody+} wins a strike",
        ),
        ("pilots asked", "rain fell", ""),
        ("", "", ""),
        ("the mate had painted it white twice", "the way home is long and wet", ""),
    ],
)
def test_the_differences_stand_in_one_line(words: str, nearest: str, line: str) -> None:
    """What is missing stands in [- -], what was added in {+ +}, with a few words around."""
    assert in_one_line(words, nearest) == line


@pytest.mark.parametrize(
    ("words", "text", "line"),
    [
        (
            "We think the old crane should stay",
            "The talks were long. “We do not think the crane should stay,” she said.",
            "We [-do not-] think the {+old+} crane should stay",
        ),
        (
            "我们会关闭渡口",
            "今天,他说我们不会关闭渡口。",
            "我们 [-不-] 会关闭渡口",
        ),
        (
            "So we shall sell the old crane now",
            "Then, so he wrote, rain fell. So we shall not sell the crane now or later.",
            "So we shall [-not-] sell the {+old+} crane now",
        ),
    ],
)
def test_no_word_that_stands_beside_is_called_missing(words: str, text: str, line: str) -> None:
    """The nearest passage reaches as far as the words that both share."""
    verdict = judged(words, {"a": text}, claimed=["a"])
    assert in_one_line(words, verdict.nearest) == line


SIGNS = st.text("ab c….[]“”字不 \n", max_size=30)


@given(SIGNS, SIGNS)
def test_no_string_breaks_the_line(words: str, nearest: str) -> None:
    """Any two texts give a line without a break."""
    assert "\n" not in in_one_line(words, nearest)
