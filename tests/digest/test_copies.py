"""Near-copies: whose text an article carries, how much of it, and how many texts there are."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.digest.copies import independent_texts, near_copies, source_of
from generator.digest.shingles import RUN, carried, likely_pairs, shingled
from generator.model import Article, CopyReason, Digest
from tests.digest.mill import HERALD, digest_of, write_site
from tests.digest.mill import edition_of as edition_of_mill
from tests.digest.said import article, read

DAY, NEXT_DAY = dt.date(2026, 1, 1), dt.date(2026, 1, 2)
DISPATCH = """FEN (Fen News Agency) - The council of Fen has voted to mend the old weir with stone.

The work will begin in April and last until the first frost, the clerk said in a note to the press.
Two hundred florins have been set aside for it, of which the mill pays half and the bridge the rest.

Nobody from the villages upstream had been asked, although they own the quarry and the carts.
"""
OWN = """I was in the hall when they voted, and counted more hats than hands. There was soup. The
clerk read the sum aloud as if it had been a poem, and for a moment some of us believed that it was
one. Then the miller laughed, which he does not do, and the carter left, which he does.
"""
SPEECH = (
    "“We have waited for this stone since my grandmother was a girl, and she was buried when I was "
    "nine. I will not wait until the river has learned to mend itself. Bring the carts, bring the "
    "ropes, and bring somebody who can count, because the last man could not,” the miller said."
)


def found(*articles: Article) -> list[tuple[str, str, CopyReason]]:
    """Return each near-copy among articles with its source and the reason."""
    copies = near_copies(articles, read(*articles))
    return [(copy.article.id, copy.source.id, copy.reason) for copy in copies]


def test_an_agency_text_is_recognised_in_a_paper() -> None:
    """A paper that mends a few words carries the agency's text, and how much of it is counted."""
    paper = DISPATCH.replace("FEN (Fen News Agency) - ", "").replace("florins", "crowns") + OWN[:68]
    agency, herald = article("agency", DISPATCH, kind="agency"), article("herald", paper)
    (copy,) = near_copies((herald, agency), read(herald, agency))
    assert (copy.article.id, copy.source.id, copy.reason) == ("herald", "agency", "agency")
    assert copy.words == len(paper.split())
    own = len(["crowns"]) + len(OWN[:68].split())
    assert copy.shared == copy.words - own


@pytest.mark.parametrize(
    ("one", "other", "source", "reason"),
    [
        ({"kind": "agency"}, {"published": DAY}, "one", "agency"),
        ({"kind": "agency"}, {"kind": "agency", "via": "one"}, "one", "via"),
        (
            {"published": NEXT_DAY},
            {"via": "ONE", "published": DAY},
            "one",
            "via",
        ),
        ({"published": DAY}, {"published": NEXT_DAY}, "one", "earlier"),
        (
            {"published": dt.datetime(2026, 1, 1, 9, tzinfo=dt.UTC)},
            {"published": dt.datetime(2026, 1, 1, 9, 30, tzinfo=dt.UTC)},
            "one",
            "earlier",
        ),
        (
            {"published": DAY},
            {"published": dt.datetime(2026, 1, 1, 9, tzinfo=dt.UTC)},
            None,
            "undecided",
        ),
        (
            {"published": DAY, "via": "Norpress"},
            {"published": NEXT_DAY, "via": "Norpress"},
            None,
            "undecided",
        ),
        ({"published": DAY}, {}, None, "undecided"),
        ({"via": "other"}, {"via": "one"}, None, "undecided"),
    ],
    ids=[
        "the agency",
        "an agency that names another",
        "named as via, whatever the dates",
        "the earlier day",
        "the earlier hour",
        "one day, one hour",
        "both name a third",
        "one without date",
        "each names the other",
    ],
)
def test_what_makes_an_article_the_source(
    one: dict[str, object], other: dict[str, object], source: str | None, reason: CopyReason
) -> None:
    """The agency's, else the one named as via, else the earlier; else nobody says, either way."""
    first = article("one", DISPATCH, **one)  # type: ignore[arg-type] # given by name
    second = article("other", DISPATCH, **other)  # type: ignore[arg-type] # the same
    for pair in ((first, second), (second, first)):
        named, why = source_of(*pair)
        assert (named.id if named else None, why) == (source, reason)


def test_undecided_texts_point_at_each_other() -> None:
    """Where nothing says whose the text is, both articles share it."""
    assert found(article("herald", DISPATCH), article("post", DISPATCH)) == [
        ("herald", "post", "undecided"),
        ("post", "herald", "undecided"),
    ]


def test_two_reports_of_one_speech_are_no_copies() -> None:
    """Quoted speech is common to all who heard it; the reporters' own words decide."""
    herald = article("herald", f"{OWN}\n\n{SPEECH}")
    post = article("post", f"It rained in Fen on the day of the vote.\n\n{SPEECH}")
    texts = read(herald, post)
    words = {key: shingled(text) for key, text in texts.items()}
    assert carried(words["post"], words["herald"]).words > len(words["post"].forms) / 2
    assert near_copies((herald, post), texts) == ()


def test_an_article_that_writes_as_much_again_is_nobodys_copy() -> None:
    """A whole dispatch inside a longer report of the outlet's own makes no near-copy."""
    agency = article("agency", DISPATCH, kind="agency")
    assert found(agency, article("herald", DISPATCH + OWN * 2)) == []
    assert found(agency, article("herald", DISPATCH + OWN[:120])) == [
        ("herald", "agency", "agency")
    ]


def test_short_notices_may_agree() -> None:
    """A sentence that two notices share is no proof."""
    line = "The council of Fen has voted to mend the old weir with stone."
    assert found(article("herald", line), article("post", line)) == []


def test_page_furniture_is_not_text() -> None:
    """What a page's frame adds is not counted among the article's words."""
    bare, framed = article("herald", DISPATCH), article("post", f"{DISPATCH}\nShare this story\n")
    texts = {key: shingled(text) for key, text in read(bare, framed).items()}
    assert texts["herald"].forms == texts["post"].forms


def test_a_hidden_article_is_named_only_as_agency_or_via() -> None:
    """A hidden paper is no source to readers; a hidden agency is, and so is who is named."""
    herald = article("herald", DISPATCH, published=NEXT_DAY)
    assert found(herald, article("post", DISPATCH, published=DAY, hidden=True)) == []
    assert found(herald, article("post", DISPATCH, kind="agency", hidden=True)) == [
        ("herald", "post", "agency")
    ]
    relayed = article("herald", DISPATCH, via="Post")
    assert found(relayed, article("post", DISPATCH, hidden=True)) == [("herald", "post", "via")]


def test_the_surest_source_is_named() -> None:
    """An article like two others is credited to the agency, not to the paper that was earlier."""
    agency = article("agency", DISPATCH, kind="agency", published=DAY)
    post = article("post", DISPATCH, published=NEXT_DAY)
    herald = article("herald", DISPATCH, published=dt.date(2026, 1, 3))
    expected = [("herald", "agency", "agency"), ("post", "agency", "agency")]
    assert found(herald, post, agency) == expected
    assert sorted(found(agency, post, herald)) == expected


def test_every_long_shared_run_is_seen() -> None:
    """Runs of fewer words than a shingle are chance; one of as many is counted whole."""
    words = " ".join(f"word{n}" for n in range(40))
    start = words.split()[:RUN]
    texts = read(
        article("all", words),
        article("short", " ".join([*start[:-1], *("other",) * 9])),
        article("long", " ".join([*start, *("other",) * 9])),
    )
    shingle = {key: shingled(text) for key, text in texts.items()}
    assert carried(shingle["short"], shingle["all"]).words == 0
    assert carried(shingle["long"], shingle["all"]).words == RUN
    assert ("all", "short") not in set(likely_pairs(shingle))


BAKER = """---
outlet: Quay Post
headline: The mill opens
via: Fen Herald
---
"""


def _mill(folder: Path, *, hide: bool) -> Digest:
    body = HERALD.partition("---\n")[2].partition("---\n")[2]
    keys = f"articles:\n- {{id: herald, hide: {str(hide).lower()}}}\n"
    content = write_site(folder, keys)
    (content / "digests/mill/articles/quay.md").write_text(BAKER + body, encoding="utf-8")
    return edition_of_mill(content).digests[0]


def test_a_text_counts_once(tmp_path: Path) -> None:
    """Independent texts: copies count with their source, shown or hidden."""
    assert independent_texts(digest_of(tmp_path / "two")) == 2
    copied = _mill(tmp_path / "copied", hide=False)
    assert [(c.article.id, c.source.id) for c in copied.copies] == [("quay", "herald")]
    assert independent_texts(copied) == 1
    assert independent_texts(_mill(tmp_path / "hidden", hide=True)) == 1
