"""What holds for any text at all."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Markup, Span
from generator.quotations import attributions
from generator.quotations.finding import RULES
from generator.reading import read
from tests.quotations.spec import INVENTED

PIECES = st.lists(
    st.sampled_from(
        [
            "“",
            "”",
            "‘",
            "’",
            '"',
            "'",
            "''",
            "«",
            "»",
            "„",
            "「",
            "」",
            "(",
            ")",
            "—",
            ":",
            ",",
            ". ",
            "? ",
            "! ",
            "\n",
            "\r\n",
            "\n\n",
            " ",
            "The Beacon",
            "Radio Orla",
            "she",
            "who",
            "Mila Forde",
            "said",
            "says",
            "told",
            "saying",
            "calling",
            "that",
            "according to",
            "the newspaper",
            "both",
            "quoted",
            "critic",
            "of",
            "a",
            "bridge",
            "is",
            "THE LEDGER",
            "\0",
            "e\u0301",
            "\u200b",
            "שלום",
            "好。",
            "*",
            "[a](b)",
            "<b>",
            "&amp;",
            "#",
            "- ",
        ]
    )
).map(" ".join)
TEXTS = st.one_of(st.text(), PIECES)
MARKUPS = st.sampled_from(["text", "markdown", "html"])


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, markup=MARKUPS, as_review=st.booleans(), language=st.sampled_from(["en", "und"]))
def test_spans_lie_in_the_text(text: str, markup: Markup, as_review: bool, language: str) -> None:  # noqa: FBT001
    """No text crashes the rules, and every span slices to words of the file."""
    reading = read(text, markup=markup, language=language)
    for attribution in attributions(reading, registry=INVENTED, as_review=as_review):
        assert attribution.rule in RULES
        spans = [*attribution.content, attribution.source, attribution.cue]
        for span in filter(None, spans):
            assert 0 <= span.start < span.end <= len(reading.text)
            in_file = reading.projection.in_file(span)
            assert 0 <= in_file.start < in_file.end <= len(text)
        ends = [end for span in attribution.content for end in (span.start, span.end)]
        assert ends == sorted(ends)


@settings(max_examples=100, deadline=None)
@given(text=TEXTS, as_review=st.booleans())
def test_the_same_text_gives_the_same_answer(text: str, as_review: bool) -> None:  # noqa: FBT001
    """Two runs over one text agree."""
    first = attributions(read(text), registry=INVENTED, as_review=as_review)
    assert attributions(read(text), registry=INVENTED, as_review=as_review) == first


@settings(max_examples=100, deadline=None)
@given(text=PIECES)
def test_a_preface_moves_the_spans_only(text: str) -> None:
    """What stands before the body of a file changes nothing but the offsets."""
    plain = read(text, language="en")
    moved = read("--\n" + text, body=Span(3, 3 + len(text)), language="en")
    spans = [plain.projection.in_file(span) for span in plain.sentences]
    shifted = [moved.projection.in_file(span) for span in moved.sentences]
    assert shifted == [Span(span.start + 3, span.end + 3) for span in spans]


@pytest.mark.parametrize(
    "piece",
    ['"', "“", "”", "'a ", ".", "A", "a, ", "The Beacon said that ", "“Yes it is.” ", "](", "<a '",
     "said: ", "X’s Y Z of W ", "\0", "(", "THE BEACON\n\nA boat sank.\n\n"],
)  # fmt: skip
def test_cost_is_linear(piece: str) -> None:
    """Eight times the text costs about eight times as much, on one line or many."""

    def cost(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.process_time()
        attributions(read(text, language="en"), registry=INVENTED, as_review=True)
        return time.process_time() - start

    cost(5_000)
    small = min(cost(20_000) for _ in range(3))
    # A quadratic rule would take 64 times as long; the allowance is for a busy machine.
    assert min(cost(160_000) for _ in range(2)) < 32 * small + 0.2
