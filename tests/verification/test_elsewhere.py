from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.verification.elsewhere import Sought, StoredText, found_elsewhere

HARBOUR = "Clerks talked. “The levy, first announced in March, rose by 3.5 per cent,” she said."
CRANE = "“Nobody at the quay has seen the crane move since Easter,” the mate said on Monday."
CUT = "The levy, first announced in March, rose by 3.5 per cent"
REPRINT = f"From our archive. {CRANE}"
CHINESE = "市长说：“我们不会在冬天关闭渡口，渔民都知道这一点。”"

TEXTS = (
    StoredText(digest="levy", id="gazette", text=HARBOUR),
    StoredText(digest="crane", id="post", text=CRANE),
    StoredText(digest="crane", id="archive", text=REPRINT),
    StoredText(digest="ferry", id="daily", text=CHINESE),
)


def _place(words: str, *, digest: str) -> tuple[str, str, str] | None:
    (found,) = found_elsewhere([Sought(digest=digest, words=words)], TEXTS)
    if found is None:
        return None
    text = next(t.text for t in TEXTS if (t.digest, t.id) == (found.digest, found.id))
    return found.digest, found.id, found.span.of(text)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Nobody at the quay has seen", ("crane", "archive", "Nobody at the quay has seen")),
        ("“The levy … rose by 3.5 per cent.”", ("levy", "gazette", CUT)),
        ("Nobody at the [old] quay has seen", ("crane", "archive", "Nobody at the quay has seen")),
        ("我们不会在冬天关闭渡口", ("ferry", "daily", "我们不会在冬天关闭渡口")),
        ("Nobody at the quay has heard", None),
        ("nobody at the quay has seen", None),
        ("The levy … has seen the crane", None),
        ("Nobody at the qua", None),
        ("", None),
        ("…", None),
    ],
)
def test_words_are_found_wherever_they_stand(words: str, place: tuple[str, ...] | None) -> None:
    """Whole and fairly cut words are found in other digests' articles, with their span."""
    assert _place(words, digest="bridge") == place


def test_the_own_digest_comes_first_then_slug_and_id() -> None:
    """Of several articles that hold the words the nearest to the quotation is named."""
    texts = [StoredText(digest=d, id=i, text=CRANE) for d in "cab" for i in "21"]
    for home, place in (("c", ("c", "1")), ("b", ("b", "1")), ("z", ("a", "1"))):
        sought = [Sought(digest=home, words="Nobody at the quay has seen the crane")]
        for order in (texts, texts[::-1]):
            (found,) = found_elsewhere(sought, order)
            assert found
            assert (found.digest, found.id) == place


def test_whole_words_come_before_cut_ones() -> None:
    """Brackets and dots that stand in a source are read as they stand there."""
    plain = StoredText(digest="a", id="1", text="The pilots asked the harbour-master for more.")
    printed = StoredText(digest="a", id="2", text="The pilots asked … the harbour-master for more.")
    words = "The pilots asked … the harbour-master for more"
    (found,) = found_elsewhere([Sought(digest="a", words=words)], [plain, printed])
    assert found
    assert found.id == "2"


@pytest.mark.parametrize(
    ("words", "home"),
    [("said on Monday", "crane"), ("the mate said on", "crane"), ("渡口", "ferry")],
)
def test_short_words_are_looked_for_at_home_only(words: str, home: str) -> None:
    """What stands in any text by chance tells nothing of its source, but in the own digest."""
    assert found_elsewhere([Sought(digest="bridge", words=words)], TEXTS) == (None,)
    (found,) = found_elsewhere([Sought(digest=home, words=words)], TEXTS)
    assert found
    assert found.digest == home


def test_many_are_found_in_one_pass() -> None:
    """Each of many quotations gets its own article, whatever the others are."""
    rng = random.Random(4)
    words = ["".join(rng.choices("abcdefgh", k=6)) for _ in range(4000)]
    texts = [
        StoredText(digest=f"d{n % 7}", id=f"a{n}", text=" ".join(words[n * 40 : n * 40 + 40]))
        for n in range(100)
    ]
    sought = [Sought(digest="home", words=" ".join(t.text.split()[5:15])) for t in texts]
    found = found_elsewhere(sought, texts)
    assert [f and (f.digest, f.id) for f in found] == [(t.digest, t.id) for t in texts]


@given(st.text("ab .…[]'“”\ud800א字", max_size=40), st.text("ab .…[]'“”\ud800א字", max_size=60))
def test_no_string_breaks_the_search(words: str, text: str) -> None:
    """Any words in any text: nothing, or a span inside the text."""
    stored = [StoredText(digest="a", id="1", text=text)]
    (found,) = found_elsewhere([Sought(digest="a", words=words)], stored)
    assert found is None or 0 <= found.span.start <= found.span.end <= len(text)
