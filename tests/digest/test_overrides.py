"""The editor overrules what was found, and hears what is left to decide."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.analysis import analyse_review
from generator.digest.passages import question_about
from generator.digest.speakers import Speakers
from generator.edition import problems_found
from generator.outlets import builtin_registry
from generator.problems import ProblemsFoundError
from generator.quotations.identity import quotation_id
from tests.digest.mill import (
    SETTINGS,
    digest_of,
    edition_of,
    messages_of,
    said_by,
    write_site,
)

REVIEW = (
    "“We have waited long enough for bread of our own,” the Fen Herald reports. The paper adds "
    "that nobody objected. The Quay Post says the first loaf was a brick."
)


def _ids(folder: Path, review: str = REVIEW) -> dict[str, str]:
    """Return the ids of the review's passages by their first word."""
    digest = digest_of(folder, review_md=review)
    return {q.parts[0].split()[0]: q.id for q in digest.quotations}


def test_what_is_merged_is_judged_again(tmp_path: Path) -> None:
    """Parts of one outlet become one quotation, whose verdict is that of all its words."""
    review = (
        "“We have waited long enough for bread of our own,” the Fen Herald reports. "
        "“Nobody objected,” the paper adds."
    )
    ids = _ids(tmp_path / "1", review)
    keys = f"quotations:\n  - {{id: {ids['Nobody']}, merge: [{ids['We']}]}}\n"
    (merged,) = said_by(digest_of(tmp_path / "2", keys, review_md=review), "Fen Herald")
    assert merged.parts == ("We have waited long enough for bread of our own,", "Nobody objected,")
    assert (merged.id, merged.kind) == (ids["Nobody"], "direct")
    assert merged.verdict is not None
    assert merged.verdict.kind == "exact"


def test_a_merge_hides_no_misquotation(tmp_path: Path) -> None:
    """An absent quotation merged into another still stops the build."""
    review = (
        "“We have waited long enough for bread of our own,” the Fen Herald reports. "
        "“We shall never have another oven here,” the Fen Herald adds."
    )
    words = (
        "We have waited long enough for bread of our own,",
        "We shall never have another oven here,",
    )
    good, bad = (quotation_id(digest="mill", outlet="fen-herald", words=w) for w in words)
    keys = f"quotations:\n  - {{id: {good}, merge: [{bad}]}}\n"
    (message,) = messages_of(tmp_path, keys, review_md=review)
    assert ": Q001 " in message


def test_only_what_belongs_together_is_merged(tmp_path: Path) -> None:
    """Another outlet's words, the quotation itself or a paraphrase cannot be merged into one."""
    ids = _ids(tmp_path / "1")
    for number, other in enumerate((ids["the"], ids["We"], ids["nobody"])):
        keys = f"quotations:\n  - {{id: {ids['We']}, merge: [{other}]}}\n"
        (message,) = messages_of(tmp_path / f"m{number}", keys, review_md=REVIEW)
        assert ": Q005 " in message


def test_words_given_to_another_outlet_are_judged_there(tmp_path: Path) -> None:
    """Re-attribution brings a new verdict: the old one was of another source."""
    ids = _ids(tmp_path / "1")
    keys = f"quotations:\n  - {{id: {ids['We']}, outlet: Quay Post}}\n"
    (message,) = messages_of(tmp_path / "2", keys, review_md=REVIEW)
    assert ": Q002 " in message


def test_a_paraphrase_made_direct_gets_a_verdict(tmp_path: Path) -> None:
    """Whatever is called a quotation is checked."""
    ids = _ids(tmp_path / "1")
    keys = f"quotations:\n  - {{id: {ids['nobody']}, kind: direct}}\n"
    digest = digest_of(tmp_path / "2", keys, review_md=REVIEW.replace("nobody", "Nobody"))
    changed = next(q for q in digest.quotations if q.kind == "direct" and "obody" in q.parts[0])
    assert changed.verdict is not None
    assert changed.verdict.kind == "exact"


def test_two_entries_on_one_line_stay_two(tmp_path: Path) -> None:
    """Entries are told apart by their place, not by their line."""
    entries = (
        "quotations: [{from: herald, text: Nobody objected., was: aaaaaaaaaa}, "
        "{from: herald, text: forty years}]\n"
    )
    shown = said_by(digest_of(tmp_path, entries), "Fen Herald")
    assert [q.parts[0] for q in shown] == ["Nobody objected.", "forty years"]
    assert shown[0].id == "aaaaaaaaaa"
    assert shown[1].id != "aaaaaaaaaa"


def test_an_id_that_two_would_have_is_a_problem(tmp_path: Path) -> None:
    """`was` cannot take another quotation's id."""
    one = "quotations:\n  - {from: herald, text: Nobody objected.}\n"
    (first,) = (q.id for q in said_by(digest_of(tmp_path / "1", one), "Fen Herald"))
    two = one + f"  - {{from: herald, text: forty years, was: {first}}}\n"
    messages = messages_of(tmp_path / "2", two)
    assert messages
    assert all(f": Q006 two quotations have the id '{first}'. " in m for m in messages)


def test_an_old_id_stays_alive_after_an_edit(tmp_path: Path) -> None:
    """`was` on an extracted quotation publishes it under its old id."""
    ids = _ids(tmp_path / "1")
    keys = f"quotations:\n  - {{id: {ids['We']}, was: aaaaaaaaaa}}\n"
    digest = digest_of(tmp_path / "2", keys, review_md=REVIEW)
    assert "aaaaaaaaaa" in {q.id for q in digest.quotations}
    assert ids["We"] not in {q.id for q in digest.quotations}


def test_a_renamed_digest_keeps_its_ids(tmp_path: Path) -> None:
    """Ids go by the oldest slug in `was`."""
    before = {q.id for q in digest_of(tmp_path / "1").quotations}
    content = write_site(tmp_path / "2", "was: [mill]\n")
    (content / "digests/mill").rename(content / "digests/old-mill")
    after = {q.id for q in edition_of(content).digests[0].quotations}
    assert before == after


def test_an_outlets_words_find_their_article(tmp_path: Path) -> None:
    """An entry by `outlet` is linked to the stored article that holds its words."""
    entry = "quotations:\n  - {outlet: Fen Herald, text: Nobody objected.}\n"
    (quotation,) = said_by(digest_of(tmp_path, entry), "Fen Herald")
    assert quotation.article is not None
    assert quotation.article.id == "herald"


def test_a_correction_of_nothing_is_a_problem(tmp_path: Path) -> None:
    """A correction names a quotation that readers can see."""
    keys = "corrections:\n  - {date: 2026-10-02, what: Wrong., quotation: aaaaaaaaaa}\n"
    (message,) = messages_of(tmp_path, keys)
    assert message.startswith("content/digests/mill/digest.yaml:4: Q003 ")


def test_withdrawn_words_are_in_no_summary(tmp_path: Path) -> None:
    """The sentence of a withdrawn passage does not sum up the review."""
    review = f"{REVIEW} It was a long day.\n"
    ids = _ids(tmp_path / "1", review)
    keys = f"quotations:\n  - {{id: {ids['We']}, withdrawn: Misheard}}\n"
    digest = digest_of(tmp_path / "2", keys, review_md=review)
    assert digest.summary.sentences
    assert not any("waited" in sentence.text for sentence in digest.summary.sentences)


def test_hidden_words_are_in_no_summary_and_in_no_question(tmp_path: Path) -> None:
    """The sentence of a hidden passage sums up nothing, and no language model is told it."""
    review = f"{REVIEW} It was a long day.\n"
    ids = _ids(tmp_path / "1", review)
    digest = digest_of(tmp_path / "2", f"hide: [{ids['We']}]\n", review_md=review)
    assert not any("waited" in " ".join(q.parts) for q in digest.quotations)
    assert digest.summary.sentences
    assert not any("waited" in sentence.text for sentence in digest.summary.sentences)
    assert digest.review
    read = analyse_review(digest.review, language="en", registry=builtin_registry())
    told = [passage.text for passage in question_about(digest, read).passages]
    assert told
    assert not any("waited" in text for text in told)


PART = (
    "quotations:\n  - {outlet: Fen Herald, text: We have waited long enough, withdrawn: Misheard}\n"
)


def test_withdrawn_words_inside_a_longer_quotation_stop_the_build(tmp_path: Path) -> None:
    """Who withdraws a part is told the id of the whole, which still holds it."""
    id_ = _ids(tmp_path / "1")["We"]
    (message,) = messages_of(tmp_path / "2", PART, review_md=REVIEW)
    assert message == (
        "content/digests/mill/digest.yaml:4: Q012 words of the withdrawn quotation stay in “We "
        f"have waited long enough for bread of …”, whose id is '{id_}'. Withdraw that one: write "
        f"`id: {id_}` in place of this entry's words. If it is right, give it an entry of its own "
        "that says what makes it so."
    )


def test_a_longer_quotation_that_the_editor_kept_stands(tmp_path: Path) -> None:
    """An entry for it says that it stays by intention; another outlet's words are its own."""
    id_ = _ids(tmp_path / "1")["We"]
    keys = PART + f"  - {{id: {id_}, pin: true}}\n"
    assert digest_of(tmp_path / "2", keys, review_md=REVIEW).quotations
    other = PART.replace("Fen Herald", "Quay Post")
    assert digest_of(tmp_path / "3", other, review_md=REVIEW).quotations


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("We have waited long enough", "Tom Reed"),
        ("Nobody objected", ""),
        ("“We have waited long enough for bread of our own,” said Tom Reed", ""),
    ],
    ids=["his words", "the paper's words", "both"],
)
def test_an_article_tells_who_said_its_words(tmp_path: Path, text: str, speaker: str) -> None:
    """Without `speaker` an entry takes whom the rules found; the paper's own words take nobody."""
    digest = digest_of(tmp_path, f"quotations:\n  - {{from: herald, text: '{text}'}}\n")
    (found,) = said_by(digest, "Fen Herald")
    assert (found.speaker.name if found.speaker else "") == speaker
    named = f"quotations:\n  - {{from: herald, text: '{text}', speaker: Ada Brook}}\n"
    (found,) = said_by(digest_of(tmp_path / "2", named), "Fen Herald")
    assert found.speaker
    assert found.speaker.name == "Ada Brook"


@pytest.mark.parametrize(("options", "count"), [("{sentences: 1}", 1), ("{sentences: 2}", 2)])
def test_summary_options_count_for_articles_too(tmp_path: Path, options: str, count: int) -> None:
    """`summary: {sentences: N}` is kept to where the articles have as many."""
    digest = digest_of(tmp_path, f"summary: {options}\n")
    assert len(digest.summary.sentences) == count


def test_problems_of_form_and_of_quotations_come_in_one_run(tmp_path: Path) -> None:
    """A fault of one digest's form does not hide a misquotation in another."""
    content = write_site(tmp_path, "quotations:\n  - {from: herald, text: Not said by anyone}\n")
    (content / "digests/other").mkdir()
    (content / "digests/other/digest.yaml").write_text("titel: x\n", encoding="utf-8")
    with pytest.raises(ProblemsFoundError) as found:
        edition_of(content)
    assert {"Q001", "Y008"} <= {problem.code for problem in found.value.problems}


def test_what_cannot_be_decided_is_shown_to_the_editor(tmp_path: Path) -> None:
    """A name that several outlets bear is left out of the page, and `check` says so."""
    review = "The Fen Herald reports rain.\n\nThe Daily News writes that the mill is too loud.\n"
    content = write_site(tmp_path, "", review_md=review)
    shown = edition_of(content).digests[0].quotations
    assert "the mill is too loud" not in {part for q in shown for part in q.parts}
    (problem,) = problems_found(content, SETTINGS)
    assert (problem.code, problem.severity) == ("Q007", "warning")
    assert str(problem) == (
        "content/digests/mill/review.md:3: Q007 “the mill is too loud”: several outlets are called "
        "The Daily News. Name the outlet more fully, or write the passage under `quotations`."
    )


def test_no_article_is_published_whole_by_itself(tmp_path: Path) -> None:
    """Of an article that nobody pins at most half is shown, however short it is."""
    content = write_site(tmp_path, "")
    short = "---\noutlet: Quay Post\nheadline: H\n---\nIt rained in Quay. Nobody was surprised.\n"
    (content / "digests/mill/articles/quay.md").write_text(short, encoding="utf-8")
    shown = said_by(edition_of(content).digests[0], "Quay Post")
    assert sum(len(part.split()) for q in shown for part in q.parts) <= 4


def test_a_hidden_article_is_checked_against_and_not_shown(tmp_path: Path) -> None:
    """`hide: true` keeps its headline and address off the page; its verdict stays."""
    keys = "articles:\n  - {id: herald, hide: true}\n"
    digest = digest_of(tmp_path, keys, review_md=REVIEW)
    quotation = said_by(digest, "Fen Herald")[0]
    assert quotation.verdict is not None
    assert (quotation.verdict.kind, quotation.article) == ("exact", None)


def test_different_names_are_different_people() -> None:
    """Names that are written the same in Latin letters do not share a page; accents may."""
    speakers = Speakers(())
    one, other = speakers.named("王伟"), speakers.named("汪伟")
    assert one.slug != other.slug
    assert speakers.named("José Díaz").slug == speakers.named("Jose Diaz").slug == "jose-diaz"
    assert speakers.named("😀").slug != speakers.named("?!").slug


def test_an_outlet_that_only_the_review_knows_is_offered_for_confirmation(tmp_path: Path) -> None:
    """`check` gives the line for outlets.yaml; the build shows the outlet as unregistered."""
    review = (
        "The Fen Herald reports rain.\n\nThe weekly Reed Warbler writes that the mill is loud.\n"
    )
    content = write_site(tmp_path, "", review_md=review)
    (problem,) = problems_found(content, SETTINGS)
    assert str(problem) == (
        "content/digests/mill/review.md:3: Q009 outlet 'Reed Warbler' is in no registry; the "
        "review itself introduces it. If it is one, add it to content/outlets.yaml: "
        "`- {name: Reed Warbler}`."
    )
    assert "Reed Warbler" in {q.outlet.name for q in edition_of(content).digests[0].quotations}
