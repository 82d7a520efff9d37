"""Links lead to words that stand in the source, as the source writes them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.views.press import MILL, digest_page

ARTICLE = """---
outlet: Fen Herald
headline: The mill opens
url: https://fen.example/mill
---
The mill doesn't grind yet. “We have *waited* long enough for bread of our own in this narrow
valley, and nobody objected,” Tom Reed told the council. It promised [sic] flour... and a cat.
"""


def _passage(folder: Path, *, review: str = "", entry: str = "") -> str:
    """Return where the first quotation of the Herald links to."""
    files = {"articles/herald.md": ARTICLE, "digest.yaml": MILL + entry}
    page = digest_page(folder, files | ({"review.md": review} if review else {}))
    quotations = [q for roundup in page.roundups for q in roundup.quotations if q.verdict]
    assert quotations
    return unquote(quotations[0].passage_url.removeprefix("https://fen.example/mill#:~:text="))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("waited long enough for bread", "waited long enough for bread"),
        ("The mill doesn’t grind yet", "The mill doesn't grind yet"),
        ("We have waited … of our own in this narrow valley", "of our own in this narrow valley"),
        ("[The mill does]n't grind yet.", "grind yet"),
        ("We have wait[ed] long enough", "long enough"),
        ("It promised [sic] flour... and a cat", "It promised [sic] flour... and a cat"),
        ("grind yet,", "grind yet"),
        ("The mill opens.", "The mill opens"),
    ],
)
def test_a_link_leads_to_the_longest_run(tmp_path: Path, words: str, expected: str) -> None:
    """Words that the quotation leaves out or puts in are no part of the link."""
    entry = f'quotations:\n- from: herald\n  text: "{words}"\n'
    assert _passage(tmp_path, entry=entry) == expected


def test_a_mixed_passage_links_to_what_it_quotes(tmp_path: Path) -> None:
    """The review's own wording is not on the outlet's page."""
    review = "The Fen Herald says the town has “waited long enough for bread” and wants its loaf.\n"
    assert _passage(tmp_path, review=review) == "waited long enough for bread"


def test_a_translation_links_to_its_original(tmp_path: Path) -> None:
    """The page holds the words before they were translated."""
    entry = (
        "quotations:\n- from: herald\n  text: Das Dorf hat lange gewartet\n"
        "  original: {text: waited long enough, language: en}\n"
    )
    assert _passage(tmp_path, entry=entry) == "waited long enough"
