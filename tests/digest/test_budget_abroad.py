"""Words count against the article where they stand, whichever digest of the site prints them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.edition import problems_found
from generator.problems import Problem
from tests.digest.mill import write_site
from tests.digest.test_budget import FIRST, QUAY, QUEUE, SMALL

BUDGET = ("Q008", "Q010")


def found(
    folder: Path, baker: str, *, review: str = "", own: str = "", more: str = ""
) -> list[Problem]:
    """Return the budget's problems of a site of two digests.

    `mill` stores and quotes the article `quay`, eleven words of thirty-two; `baker`, a day later,
    has the keys, the review and the article `own` that are given. `more` is front matter of `quay`.
    """
    content = write_site(folder, f"quotations:\n  - {{from: quay, text: '{FIRST}'}}\n")
    mill, other = content / "digests/mill", content / "digests/baker"
    (mill / "articles/herald.md").unlink()
    front = f"---\noutlet: Quay Post\nheadline: Bread, at last\n{more}---\n"
    (mill / "articles/quay.md").write_text(f"{front}{QUAY}\n", encoding="utf-8")
    (other / "articles").mkdir(parents=True)
    (other / "digest.yaml").write_text(f"title: Baker\ndate: 2026-10-02\n{baker}", encoding="utf-8")
    if review:
        (other / "review.md").write_text(review, encoding="utf-8")
    if own:
        text = f"---\noutlet: Fen Herald\nheadline: Loaves\n---\n{own}\n"
        (other / "articles/herald.md").write_text(text, encoding="utf-8")
    return [problem for problem in problems_found(content, SMALL) if problem.code in BUDGET]


RAIN = "It rained on Monday in Fen, and nobody came to see the old wheel turn at all.\n"
TOO_MUCH = (
    "Q010 21 of the 32 words of article 'mill/quay' are published in 2 digests, and its budget is "
    "16. Quote less of it, raise `budget_words` or `budget_share` in the settings, or say "
    "`publish: full` in the article if you may."
)

TRANSLATED = f"""\
quotations:
- outlet: Fen Herald
  text: Ein Wort
  original: {{text: {QUEUE}, language: en}}
"""


@pytest.mark.parametrize(
    ("keys", "review", "own", "place"),
    [
        (
            f"quotations:\n- {{from: herald, text: {QUEUE}, acknowledge: Both had it}}\n",
            "",
            RAIN,
            "digest.yaml:4",
        ),
        (f"quotations:\n- {{outlet: Fen Herald, text: {QUEUE}}}\n", "", "", "digest.yaml:4"),
        (
            TRANSLATED,
            "",
            "",
            "digest.yaml:4",
        ),
        (f"lede: {QUEUE}\n", RAIN, "", "digest.yaml:3"),
        ("", f"Rain fell.\n\nIt was late. {QUEUE}.\n", "", "review.md:3"),
        ("", "", f"{RAIN}\n{QUEUE}.\n\n{RAIN.replace('Monday', 'Sunday')}", "digest.yaml:1"),
    ],
    ids=["credited to another", "unverified", "original", "lede", "narrative", "excerpt"],
)
def test_words_count_in_another_digests_article(
    tmp_path: Path, keys: str, review: str, own: str, place: str
) -> None:
    """However they are printed, the ten words are added to those of the digest that stores it."""
    problems = found(tmp_path, keys, review=review, own=own)
    assert [str(problem) for problem in problems] == [f"content/digests/baker/{place}: {TOO_MUCH}"]


def test_a_few_words_count_where_the_check_found_them(tmp_path: Path) -> None:
    """Words too few for a run count if their verdict names the article."""
    keys = (
        "quotations:\n- {from: herald, text: '“The second loaf was no better … as far as the "
        "bridge”', acknowledge: So they say}\n"
    )
    (problem,) = found(tmp_path, keys, own=RAIN)
    assert str(problem) == f"content/digests/baker/digest.yaml:4: {TOO_MUCH}".replace("21", "22")


def test_words_that_the_other_digest_quotes_already_count_once(tmp_path: Path) -> None:
    """Printing them again adds nothing."""
    assert found(tmp_path, f"lede: '{FIRST}'\n", review=RAIN) == []


def test_a_copy_of_the_same_article_counts_once(tmp_path: Path) -> None:
    """A digest that stores the article, too, is counted by its own copy."""
    (problem,) = found(
        tmp_path, f"quotations:\n- {{from: herald, text: {QUEUE}}}\n", own=f"\n{QUAY}"
    )
    assert str(problem) == (
        f"content/digests/baker/digest.yaml:4: {TOO_MUCH.replace('mill/quay', 'herald')}"
    )


def test_an_article_published_in_full_has_no_budget_anywhere(tmp_path: Path) -> None:
    """`publish: full` frees it for the whole site."""
    assert found(tmp_path, f"lede: {QUEUE}\n", review=RAIN, more="publish: full\n") == []


def test_a_withdrawn_quotation_counts_nowhere(tmp_path: Path) -> None:
    """Its words are no longer printed."""
    keys = f"quotations:\n- {{outlet: Fen Herald, text: {QUEUE}, withdrawn: Not so}}\n"
    assert found(tmp_path, keys) == []
