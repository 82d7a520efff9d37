"""How much of a stored article is published: counted in words that stand apart, then judged."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.digest.budget import budget_of, unremarked
from generator.digest.word_runs import IndexedArticle
from generator.edition import edition, problems_found
from generator.problems import Problem
from generator.settings import SettingsError, SiteSettings, site_settings
from tests.digest.mill import NOW, SETTINGS, write_site

QUAY = (
    "The first loaf was a brick and we ate it all. The second loaf was no better. "
    "The third had a queue as far as the bridge, and nobody in it spoke."
)
"""Thirty-two words."""

SMALL = replace(SETTINGS, budget_share=50, budget_floor=4, budget_warning=75)
"""Sixteen of the words may be published, and twelve without a warning."""


def found(
    folder: Path, digest: str, *, settings: SiteSettings = SMALL, **files: str
) -> tuple[Problem, ...]:
    """Return the problems of a site whose article `quay` has the words of `QUAY`."""
    content = write_site(folder, digest, **files)
    _store(content / "digests/mill", QUAY)
    # The Herald's own excerpts are not what these tests are about.
    (content / "digests/mill/articles/herald.md").unlink()
    return problems_found(content, settings)


def _store(digest: Path, copy: str, *, more: str = "") -> None:
    (digest / "articles").mkdir(parents=True, exist_ok=True)
    text = f"---\noutlet: Quay Post\nheadline: Bread, at last\n{more}---\n{copy}\n"
    (digest / "articles/quay.md").write_text(text, encoding="utf-8")


def _entries(*texts: str) -> str:
    return "quotations:\n" + "".join(f"  - {{from: quay, text: '{text}'}}\n" for text in texts)


FIRST = "The first loaf was a brick and we ate it all."
SECOND = "The second loaf was no better."
QUEUE = "The third had a queue as far as the bridge"


def test_within_the_budget_nothing_is_said(tmp_path: Path) -> None:
    """Eleven words of sixteen are no problem."""
    assert found(tmp_path, _entries(FIRST)) == ()


def test_near_the_budget_is_a_warning(tmp_path: Path) -> None:
    """Q008 stands at the entry that comes near it, with the numbers and the mend."""
    (problem,) = found(tmp_path, _entries(SECOND, "The third had a queue as far as the"))
    assert problem.severity == "warning"
    assert str(problem) == (
        "content/digests/mill/digest.yaml:5: Q008 15 of the 32 words of article 'quay' are "
        "published, near its budget of 16. Quote no more of it, or say `publish: full` in the "
        "article if you may."
    )


def test_beyond_the_budget_is_an_error(tmp_path: Path) -> None:
    """Q010 stands at the entry that was too much, not at those before or after it."""
    (problem,) = found(tmp_path, _entries(FIRST, SECOND, "nobody in it"))
    assert problem.severity == "error"
    assert str(problem) == (
        "content/digests/mill/digest.yaml:5: Q010 20 of the 32 words of article 'quay' are "
        "published, and its budget is 16. Quote less of it, raise `budget_words` or "
        "`budget_share` in the settings, or say `publish: full` in the article if you may."
    )


def test_a_word_counts_once(tmp_path: Path) -> None:
    """Quotations that overlap, or repeat each other, publish their common words once."""
    texts = (FIRST, "we ate it all. The second loaf was no", "The first loaf was a brick")
    (problem,) = found(tmp_path, _entries(*texts))
    assert (problem.code, problem.line) == ("Q008", 5)
    assert problem.what.startswith("16 of the 32 words of article 'quay' are published")


def test_words_left_out_are_not_published(tmp_path: Path) -> None:
    """Of a shortened quotation the words beside the dots count, and a bracket's do not."""
    assert found(tmp_path, _entries("The first loaf was a brick … as far as the bridge")) == ()
    settings = replace(SMALL, budget_warning=60)
    (problem,) = found(
        tmp_path / "2",
        _entries("The first loaf [of the mill] was a brick … as far as the bridge"),
        settings=settings,
    )
    assert problem.what.startswith("11 of the 32 words")


def test_what_the_review_quotes_counts(tmp_path: Path) -> None:
    """Words in marks in the narrative that stand in the article are published words of it."""
    review = f"It was Monday.\n\n“{FIRST[:-1]}”, the Quay Post says. “{QUEUE}”, the Quay Post adds."
    (problem,) = found(tmp_path, "", review_md=review)
    assert str(problem).startswith(
        "content/digests/mill/review.md:3: Q010 21 of the 32 words of article 'quay' "
    )


def test_both_halves_of_an_interrupted_quotation_count(tmp_path: Path) -> None:
    """A quotation in two parts publishes both."""
    review = f"“{FIRST[:-1]},” says the Quay Post. “{QUEUE}.” Rain fell.\n"
    (problem,) = found(tmp_path, "", review_md=review)
    assert problem.what.startswith("21 of the 32 words of article 'quay' are published")


def test_a_paraphrase_and_a_withdrawn_quotation_publish_nothing(tmp_path: Path) -> None:
    """Neither words that are told in other words nor words that were taken back count."""
    keys = _entries(FIRST) + (
        f"  - {{from: quay, text: {QUEUE}, withdrawn: Not so, note: '{QUEUE}'}}\n"
        "  - {from: quay, text: It took the mill three loaves to draw people, kind: indirect}\n"
    )
    assert found(tmp_path, keys) == ()


RAIN = "It rained on Monday, and nobody came.\n"


@pytest.mark.parametrize(
    ("keys", "review", "place"),
    [
        (f"  - {{from: quay, text: {QUEUE}, kind: indirect}}\n", "", "digest.yaml:5"),
        (f"  - {{outlet: Fen Herald, text: Rain, note: '{QUEUE}'}}\n", "", "digest.yaml:5"),
        (f"lede: {QUEUE}\n", "", "digest.yaml:5"),
        (f"standfirst: >-\n  A wet day.\n\n  {QUEUE}\n", "", "digest.yaml:8"),
        (f"summary: {{text: '{QUEUE}'}}\n", "", "digest.yaml:5"),
        (f"corrections:\n  - {{date: 2026-10-06, what: '{QUEUE}'}}\n", "", "digest.yaml:6"),
        ("", f"Rain fell.\n\nIt was late. {QUEUE}.\n", "review.md:3"),
    ],
)
def test_words_count_wherever_they_are_printed(
    tmp_path: Path, keys: str, review: str, place: str
) -> None:
    """Words that no quotation holds count as well: in any value, and in the narrative."""
    problems = {
        p.code: p for p in found(tmp_path, _entries(FIRST) + keys, review_md=review or RAIN)
    }
    # What the review has is counted before what digest.yaml has.
    place = "digest.yaml:4" if review else place
    assert str(problems["Q010"]).startswith(
        f"content/digests/mill/{place}: Q010 21 of the 32 words of article 'quay' are published"
    )


def test_a_whole_article_in_the_narrative_is_too_much(tmp_path: Path) -> None:
    """Sentences of the article in the review's own voice stop the build, where they begin."""
    (problem,) = found(tmp_path, "", review_md=f"Rain fell.\n\nIt is October. {QUAY}\n")
    assert str(problem).startswith(
        "content/digests/mill/review.md:3: Q010 32 of the 32 words of article 'quay' are published"
    )


def test_fewer_than_six_words_in_a_row_are_nobodys() -> None:
    """Five words that two writers may have alike do not count; letters of Chinese count from 12."""
    index = IndexedArticle(QUAY)
    assert list(index.runs_in("Here too a queue as far as nowhere.")) == []
    (run,) = index.runs_in("There was A QUEUE—as far as the bridge!")
    assert (run.length, len(run.words)) == (6, 7)
    chinese = IndexedArticle("磨坊重新开业之后第一炉面包像砖头一样硬，没人说话")
    assert list(chinese.runs_in("有人说第一炉面包像砖头一样硬")) == []
    (run,) = chinese.runs_in("有人说第一炉面包像砖头一样硬，没错")
    assert len(run.words) == 12


def test_words_credited_to_another_article_count_where_they_stand(tmp_path: Path) -> None:
    """An acknowledged quotation that another stored article holds is taken from that one."""
    keys = _entries(FIRST) + (
        f"  - {{from: other, text: {QUEUE}, acknowledge: The Herald printed it too}}\n"
    )
    content = write_site(tmp_path, keys)
    _store(content / "digests/mill", QUAY)
    other = content / "digests/mill/articles/herald.md"
    other.rename(other.with_name("other.md"))
    codes = {problem.code: problem for problem in problems_found(content, SMALL)}
    assert codes["Q010"].line == 5
    assert codes["Q010"].what.startswith("21 of the 32 words of article 'quay' are published")


def test_words_of_an_outlet_without_articles_count_where_they_stand(tmp_path: Path) -> None:
    """Also an unverified quotation publishes words of the stored article that has them."""
    keys = _entries(FIRST) + f"  - {{outlet: Fen Herald, text: {QUEUE}}}\n"
    (problem,) = found(tmp_path, keys)
    assert (problem.code, problem.line) == ("Q010", 5)


def test_an_original_counts_and_its_translation_does_not(tmp_path: Path) -> None:
    """Of a translated quotation the words of the article are those of the original."""
    keys = (
        "quotations:\n  - from: quay\n    text: Un mot\n"
        f"    original: {{text: '{FIRST}', language: en}}\n"
    )
    (problem,) = found(tmp_path, keys, settings=replace(SMALL, budget_warning=60))
    assert problem.what.startswith("11 of the 32 words")


def test_an_article_published_in_full_has_no_budget(tmp_path: Path) -> None:
    """`publish: full` frees an article."""
    content = write_site(tmp_path, _entries(FIRST, SECOND, QUEUE))
    (content / "digests/mill/articles/herald.md").unlink()
    _store(content / "digests/mill", QUAY, more="publish: full\n")
    assert problems_found(content, SMALL) == ()


def test_the_same_article_in_two_digests_has_one_budget(tmp_path: Path) -> None:
    """What an older digest published is counted; the problem stands in the newer one."""
    content = write_site(tmp_path, _entries(FIRST))
    (content / "digests/mill/articles/herald.md").unlink()
    _store(content / "digests/mill", QUAY)
    later = content / "digests/baker"
    _store(later, f"{QUAY}\n", more="byline: Nora Lake\n")
    (later / "digest.yaml").write_text(
        f"title: Baker\ndate: 2026-10-02\n{_entries(QUEUE)}", encoding="utf-8"
    )
    (problem,) = problems_found(content, SMALL)
    assert str(problem).startswith(
        "content/digests/baker/digest.yaml:4: Q010 21 of the 32 words of article 'quay' are "
        "published in 2 digests, and its budget is 16. "
    )


def test_a_draft_is_counted_after_what_is_published(tmp_path: Path) -> None:
    """A draft that would break the budget is a warning; what is published stays right."""
    content = write_site(tmp_path, _entries(FIRST))
    (content / "digests/mill/articles/herald.md").unlink()
    _store(content / "digests/mill", QUAY)
    draft = content / "digests/baker"
    _store(draft, QUAY)
    (draft / "digest.yaml").write_text(
        f"title: Baker\ndate: 2026-09-01\nstatus: draft\n{_entries(QUEUE)}", encoding="utf-8"
    )
    (warning,) = edition(content, SMALL, now=NOW).warnings
    assert (warning.code, warning.severity) == ("Q010", "warning")
    assert warning.file == "content/digests/baker/digest.yaml"


def test_a_capsule_review_may_be_quoted(tmp_path: Path) -> None:
    """However short an article, a sentence of it is within its budget."""
    content = write_site(tmp_path, "quotations:\n  - {from: quay, text: It rained in Quay.}\n")
    _store(content / "digests/mill", "It rained in Quay. Nobody cared.")
    assert problems_found(content, SETTINGS) == ()


def test_chinese_words_are_counted_by_their_letters(tmp_path: Path) -> None:
    """An article without spaces has a budget too."""
    copy = "第一个面包像砖头一样硬，我们还是把它吃光了。" * 3
    content = write_site(
        tmp_path,
        "quotations:\n  - {from: quay, text: 第一个面包像砖头一样硬，我们还是把它吃光了}\n",
    )
    (content / "digests/mill/articles/herald.md").unlink()
    _store(content / "digests/mill", copy, more="language: zh\n")
    settings = replace(SMALL, budget_share=20)
    (problem,) = problems_found(content, settings)
    assert problem.what == (
        "20 of the 60 words of article 'quay' are published, and its budget is 12"
    )


@pytest.mark.parametrize(
    ("words", "budget", "quiet"),
    [(0, 40, 40), (30, 40, 40), (80, 40, 40), (100, 50, 40), (200, 100, 75), (900, 400, 300)],
)
def test_the_default_budget(words: int, budget: int, quiet: int) -> None:
    """Half, at most 400 words, at least 40; a warning from three quarters of it."""
    assert (budget_of(words, SETTINGS), unremarked(words, SETTINGS)) == (budget, quiet)


@pytest.mark.parametrize("value", [0, 101, 12.5, True, "50"])
@pytest.mark.parametrize("key", ["budget_share", "budget_warning"])
def test_a_share_is_of_a_hundred(key: str, value: object) -> None:
    """What is no percentage is refused, by name."""
    with pytest.raises(SettingsError) as refused:
        site_settings(title="x", url="", language="en", own={key: value})
    assert str(refused.value) == (
        f"PRESSREVIEW[{key!r}] is {value!r}; give a whole number of per cent, 1 to 100"
    )
