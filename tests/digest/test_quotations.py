"""What becomes of quotations: excerpts, verdicts, the editor's overrides, ids."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.digest.speakers import Speakers
from generator.edition import Edition, edition, problems_found
from generator.model import Digest, Quotation
from generator.problems import ProblemsFoundError
from generator.quotations.identity import quotation_id
from generator.settings import SiteSettings

NOW = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
SETTINGS = SiteSettings(title="Test")

OUTLETS = """
- {name: Fen Herald, country: XV, domain: fen.example}
- {name: Quay Post, country: XV, domain: quay.example}
"""

HERALD = """---
outlet: Fen Herald
headline: The mill opens
byline: Ada Brook
url: https://fen.example/mill#top
---
The old mill at Fen opened its doors on Monday after forty years.

“We have waited long enough for bread of our own,” said Tom Reed, the miller. Nobody objected.

The council had wanted a car park there, and may yet get one behind the weir. The weir itself was
mended in the spring with oak from the bishop’s wood. Millers came from three valleys to look at
the stones, which had been dressed by a woman of eighty who learned it from her grandfather.
"""

QUAY = """---
outlet: Quay Post
headline: Bread, at last
---
“The first loaf was frankly a brick and we ate it all,” said Nora Lake, a baker from Quay. The
second was no better, and was sold to a builder. By the third the street smelled of something
that most of its people knew only from stories, and a queue had formed as far as the bridge.
"""


def _site(folder: Path, digest: str, **files: str) -> Path:
    """Write a content folder with one digest `mill`; return the folder."""
    home = folder / "content/digests/mill"
    (home / "articles").mkdir(parents=True)
    (folder / "content/outlets.yaml").write_text(OUTLETS, encoding="utf-8")
    (home / "articles/herald.md").write_text(HERALD, encoding="utf-8")
    (home / "articles/quay.md").write_text(QUAY, encoding="utf-8")
    (home / "digest.yaml").write_text(f"title: Mill\ndate: 2026-10-01\n{digest}", encoding="utf-8")
    for name, text in files.items():
        (home / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder / "content"


def _edition(content: Path) -> Edition:
    return edition(content, SETTINGS, now=NOW)


def _digest(folder: Path, digest: str = "", **files: str) -> Digest:
    return _edition(_site(folder, digest, **files)).digests[0]


def _messages(folder: Path, digest: str, **files: str) -> list[str]:
    with pytest.raises(ProblemsFoundError) as found:
        _edition(_site(folder, digest, **files))
    return [str(problem) for problem in found.value.problems]


def _of(digest: Digest, outlet: str) -> tuple[Quotation, ...]:
    return tuple(q for q in digest.quotations if q.outlet.name == outlet)


def test_an_article_that_nobody_pins_shows_itself_and_its_speakers(tmp_path: Path) -> None:
    """Own sentences are the byline's, speech is the speaker's; both verbatim and within bounds."""
    shown = _of(_digest(tmp_path), "Fen Herald")
    assert 1 < len(shown) <= SETTINGS.excerpt_sentences
    voices = {q.speaker.name: q.speaker.role for q in shown if q.speaker}
    assert voices == {"Ada Brook": "", "Tom Reed": "miller"}
    for quotation in shown:
        assert quotation.verdict is not None
        assert quotation.verdict.kind == "exact"
        for part, span in zip(quotation.parts, quotation.spans, strict=True):
            assert span.of(HERALD) == part


def test_an_article_with_a_written_quotation_shows_only_that(tmp_path: Path) -> None:
    """Where the editor chose, nothing is added."""
    entry = "quotations:\n  - {from: herald, text: Nobody objected., speaker: Ada Brook}\n"
    (quotation,) = _of(_digest(tmp_path, entry), "Fen Herald")
    assert quotation.parts == ("Nobody objected.",)
    assert quotation.rule == "editor"
    assert quotation.verdict is not None
    assert quotation.verdict.span is not None
    assert quotation.verdict.span.of(HERALD) == "Nobody objected."


def test_words_that_stand_nowhere_stop_the_build(tmp_path: Path) -> None:
    """An absent quotation is a problem at its line, with the nearest words."""
    entry = "quotations:\n  - from: herald\n    text: We have waited quite long enough for bread\n"
    (message,) = _messages(tmp_path, entry)
    assert message.startswith(
        "content/digests/mill/digest.yaml:4: Q001 “We have waited quite long enough for bread” "
        "does not stand in article 'herald'. The nearest words are “"
    )
    assert message.endswith(
        "We have waited long enough for bread”. Quote the words as they stand, or keep it with "
        "`acknowledge` and a reason."
    )


def test_true_words_of_another_article_stop_the_build(tmp_path: Path) -> None:
    """A true quotation with the wrong source says where it stands."""
    entry = "quotations:\n  - from: herald\n    text: The first loaf was frankly a brick\n"
    (message,) = _messages(tmp_path, entry)
    assert message == (
        "content/digests/mill/digest.yaml:4: Q002 “The first loaf was frankly a brick” stands in "
        "article 'quay', not in article 'herald'. Correct where it comes from, or keep it with "
        "`acknowledge` and a reason."
    )


def test_a_reason_keeps_an_absent_quotation(tmp_path: Path) -> None:
    """What the editor acknowledges is published, with its verdict and the reason."""
    entry = (
        "quotations:\n  - from: herald\n    text: Words of the printed edition only\n"
        "    acknowledge: Printed edition, page 3\n"
    )
    (quotation,) = _of(_digest(tmp_path, entry), "Fen Herald")
    assert quotation.acknowledged == "Printed edition, page 3"
    assert quotation.verdict is not None
    assert quotation.verdict.kind == "absent"


def test_a_draft_may_still_be_wrong(tmp_path: Path) -> None:
    """A draft's quotation problems are warnings; nothing of it is published."""
    entry = "status: draft\nquotations:\n  - {from: herald, text: Not said by anyone at all}\n"
    found = _edition(_site(tmp_path, entry))
    assert found.digests == ()
    assert [(p.code, p.severity) for p in found.warnings] == [("Q001", "warning")]


@pytest.mark.parametrize(
    "key", ["hide: [aaaaaaaaaa]\n", "quotations:\n  - {id: aaaaaaaaaa, note: x}\n"]
)
def test_an_override_of_nothing_is_a_problem(tmp_path: Path, key: str) -> None:
    """An id that no quotation has is not passed over in silence."""
    (message,) = _messages(tmp_path, key)
    assert ": Q003 no quotation 'aaaaaaaaaa' in this digest. " in message


def test_the_editor_overrules_what_was_found(tmp_path: Path) -> None:
    """By its id an extracted quotation is hidden, or gets another speaker, role and note."""
    found = _of(_digest(tmp_path / "1"), "Fen Herald")
    said = next(q for q in found if q.speaker and q.speaker.name == "Tom Reed")
    other = next(q for q in found if q is not said)
    keys = (
        f"hide: [{other.id}]\nquotations:\n"
        f"  - {{id: {said.id}, speaker: Thomas Reed, role: miller of Fen, note: Heard twice}}\n"
    )
    after = _of(_digest(tmp_path / "2", keys), "Fen Herald")
    changed = next(q for q in after if q.id == said.id)
    assert other.id not in {q.id for q in after}
    assert changed.speaker is not None
    assert (changed.speaker.name, changed.speaker.role) == ("Thomas Reed", "miller of Fen")
    assert (changed.note, changed.parts) == ("Heard twice", said.parts)


def test_a_withdrawn_quotation_keeps_its_place_without_its_words(tmp_path: Path) -> None:
    """Its id stays; the views show the reason and none of the words."""
    entry = "quotations:\n  - {from: herald, text: Nobody objected., withdrawn: It was not so}\n"
    (quotation,) = _of(_digest(tmp_path, entry), "Fen Herald")
    assert quotation.withdrawn == "It was not so"
    assert quotation.id


def test_pinned_quotations_come_first(tmp_path: Path) -> None:
    """`pin` goes before `order`, and `order` before the order of the file."""
    texts = ("Nobody objected.", "The old mill at Fen", "may yet get one", "forty years")
    entry = "quotations:\n" + "".join(
        f"  - {{from: herald, text: {text}{keys}}}\n"
        for text, keys in zip(texts, ("", ", order: 2", ", order: 1", ", pin: true"), strict=True)
    )
    shown = [q.parts[0] for q in _of(_digest(tmp_path, entry), "Fen Herald")]
    assert shown == ["forty years", "may yet get one", "The old mill at Fen", "Nobody objected."]


def test_a_review_passage_is_checked_against_the_stored_article(tmp_path: Path) -> None:
    """A narrated passage gets the verdict that its outlet's stored article gives it."""
    review = (
        "“We have waited long enough for bread of our own,” the Fen Herald reports. "
        "The Quay Post says that the first loaf was eaten whole."
    )
    digest = _digest(tmp_path, review_md=review)
    (direct,) = _of(digest, "Fen Herald")
    (indirect,) = _of(digest, "Quay Post")
    assert direct.verdict is not None
    assert (direct.verdict.kind, direct.verdict.found_in) == ("exact", "herald")
    assert direct.spans[0].of(review) == "We have waited long enough for bread of our own,"
    assert (indirect.kind, indirect.verdict) == ("indirect", None)


def test_a_review_that_misquotes_stops_the_build(tmp_path: Path) -> None:
    """A narrated quotation that its stored article does not hold is named with its line."""
    review = (
        "It was Monday.\n\n“We have waited far too long for this bread,” the Fen Herald wrote.\n"
    )
    (message,) = _messages(tmp_path, "", review_md=review)
    assert message.startswith("content/digests/mill/review.md:3: Q001 ")


def test_ids_do_not_depend_on_order_or_other_quotations(tmp_path: Path) -> None:
    """A quotation's id is of its digest, outlet and words only; twins are told apart."""
    one = "quotations:\n  - {from: herald, text: Nobody objected.}\n"
    two = "quotations:\n  - {from: herald, text: forty years}\n" + one.split("\n", 1)[1] * 2
    first = {q.parts: q.id for q in _of(_digest(tmp_path / "1", one), "Fen Herald")}
    ids = [q.id for q in _of(_digest(tmp_path / "2", two), "Fen Herald")]
    assert first["Nobody objected.",] in ids
    assert len(set(ids)) == 3


def test_an_outlet_that_load_cannot_name_is_a_problem(tmp_path: Path) -> None:
    """Words of an outlet that nobody knows do not pass in silence."""
    entry = "quotations:\n  - {outlet: Nobody Gazette, text: Some words of theirs}\n"
    assert any("Nobody Gazette" in message for message in _messages(tmp_path, entry))


def test_an_embargo_lifts_at_its_moment(tmp_path: Path) -> None:
    """A digest under embargo is held until the moment it names, and shown from then on."""
    content = _site(tmp_path, "embargo: 2026-11-05T12:00:00+02:00\n")
    before = dt.datetime(2026, 11, 5, 9, 59, tzinfo=dt.UTC)
    assert edition(content, SETTINGS, now=before).digests == ()
    lifted = edition(content, SETTINGS, now=before + dt.timedelta(minutes=1))
    assert len(lifted.digests) == 1


def test_the_summary_of_stored_articles_is_published_words(tmp_path: Path) -> None:
    """Each sentence of an automatic summary stands inside a published quotation."""
    digest = _digest(tmp_path)
    published = {part for q in digest.quotations for part in q.parts}
    assert digest.summary.sentences
    for sentence in digest.summary.sentences:
        assert any(sentence.text in part for part in published)


REVIEW = (
    "“We have waited long enough for bread of our own,” the Fen Herald reports. The paper adds "
    "that nobody objected. The Quay Post says the first loaf was a brick."
)


def _ids(folder: Path, review: str = REVIEW) -> dict[str, str]:
    """Return the ids of the review's passages by their first word."""
    digest = _digest(folder, review_md=review)
    return {q.parts[0].split()[0]: q.id for q in digest.quotations}


def test_what_is_merged_is_judged_again(tmp_path: Path) -> None:
    """Parts of one outlet become one quotation, whose verdict is that of all its words."""
    review = (
        "“We have waited long enough for bread of our own,” the Fen Herald reports. "
        "“Nobody objected,” the paper adds."
    )
    ids = _ids(tmp_path / "1", review)
    keys = f"quotations:\n  - {{id: {ids['Nobody']}, merge: [{ids['We']}]}}\n"
    (merged,) = _of(_digest(tmp_path / "2", keys, review_md=review), "Fen Herald")
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
    (message,) = _messages(tmp_path, keys, review_md=review)
    assert ": Q001 " in message


def test_only_what_belongs_together_is_merged(tmp_path: Path) -> None:
    """Another outlet's words, the quotation itself or a paraphrase cannot be merged into one."""
    ids = _ids(tmp_path / "1")
    for number, other in enumerate((ids["the"], ids["We"], ids["nobody"])):
        keys = f"quotations:\n  - {{id: {ids['We']}, merge: [{other}]}}\n"
        (message,) = _messages(tmp_path / f"m{number}", keys, review_md=REVIEW)
        assert ": Q005 " in message


def test_words_given_to_another_outlet_are_judged_there(tmp_path: Path) -> None:
    """Re-attribution brings a new verdict: the old one was of another source."""
    ids = _ids(tmp_path / "1")
    keys = f"quotations:\n  - {{id: {ids['We']}, outlet: Quay Post}}\n"
    (message,) = _messages(tmp_path / "2", keys, review_md=REVIEW)
    assert ": Q002 " in message


def test_a_paraphrase_made_direct_gets_a_verdict(tmp_path: Path) -> None:
    """Whatever is called a quotation is checked."""
    ids = _ids(tmp_path / "1")
    keys = f"quotations:\n  - {{id: {ids['nobody']}, kind: direct}}\n"
    digest = _digest(tmp_path / "2", keys, review_md=REVIEW.replace("nobody", "Nobody"))
    changed = next(q for q in digest.quotations if q.kind == "direct" and "obody" in q.parts[0])
    assert changed.verdict is not None
    assert changed.verdict.kind == "exact"


def test_two_entries_on_one_line_stay_two(tmp_path: Path) -> None:
    """Entries are told apart by their place, not by their line."""
    entries = (
        "quotations: [{from: herald, text: Nobody objected., was: aaaaaaaaaa}, "
        "{from: herald, text: forty years}]\n"
    )
    shown = _of(_digest(tmp_path, entries), "Fen Herald")
    assert [q.parts[0] for q in shown] == ["Nobody objected.", "forty years"]
    assert shown[0].id == "aaaaaaaaaa"
    assert shown[1].id != "aaaaaaaaaa"


def test_an_id_that_two_would_have_is_a_problem(tmp_path: Path) -> None:
    """`was` cannot take another quotation's id."""
    one = "quotations:\n  - {from: herald, text: Nobody objected.}\n"
    (first,) = (q.id for q in _of(_digest(tmp_path / "1", one), "Fen Herald"))
    two = one + f"  - {{from: herald, text: forty years, was: {first}}}\n"
    messages = _messages(tmp_path / "2", two)
    assert messages
    assert all(f": Q006 two quotations have the id '{first}'. " in m for m in messages)


def test_an_old_id_stays_alive_after_an_edit(tmp_path: Path) -> None:
    """`was` on an extracted quotation publishes it under its old id."""
    ids = _ids(tmp_path / "1")
    keys = f"quotations:\n  - {{id: {ids['We']}, was: aaaaaaaaaa}}\n"
    digest = _digest(tmp_path / "2", keys, review_md=REVIEW)
    assert "aaaaaaaaaa" in {q.id for q in digest.quotations}
    assert ids["We"] not in {q.id for q in digest.quotations}


def test_a_renamed_digest_keeps_its_ids(tmp_path: Path) -> None:
    """Ids go by the oldest slug in `was`."""
    before = {q.id for q in _digest(tmp_path / "1").quotations}
    content = _site(tmp_path / "2", "was: [mill]\n")
    (content / "digests/mill").rename(content / "digests/old-mill")
    after = {q.id for q in _edition(content).digests[0].quotations}
    assert before == after


def test_an_outlets_words_find_their_article(tmp_path: Path) -> None:
    """An entry by `outlet` is linked to the stored article that holds its words."""
    entry = "quotations:\n  - {outlet: Fen Herald, text: Nobody objected.}\n"
    (quotation,) = _of(_digest(tmp_path, entry), "Fen Herald")
    assert quotation.article is not None
    assert quotation.article.id == "herald"


def test_a_correction_of_nothing_is_a_problem(tmp_path: Path) -> None:
    """A correction names a quotation that readers can see."""
    keys = "corrections:\n  - {date: 2026-10-02, what: Wrong., quotation: aaaaaaaaaa}\n"
    (message,) = _messages(tmp_path, keys)
    assert message.startswith("content/digests/mill/digest.yaml:4: Q003 ")


def test_withdrawn_words_are_in_no_summary(tmp_path: Path) -> None:
    """The sentence of a withdrawn passage does not sum up the review."""
    review = f"{REVIEW} It was a long day.\n"
    ids = _ids(tmp_path / "1", review)
    keys = f"quotations:\n  - {{id: {ids['We']}, withdrawn: Misheard}}\n"
    digest = _digest(tmp_path / "2", keys, review_md=review)
    assert digest.summary.sentences
    assert not any("waited" in sentence.text for sentence in digest.summary.sentences)


@pytest.mark.parametrize(("options", "count"), [("{sentences: 1}", 1), ("{sentences: 2}", 2)])
def test_summary_options_count_for_articles_too(tmp_path: Path, options: str, count: int) -> None:
    """`summary: {sentences: N}` is kept to where the articles have as many."""
    digest = _digest(tmp_path, f"summary: {options}\n")
    assert len(digest.summary.sentences) == count


def test_problems_of_form_and_of_quotations_come_in_one_run(tmp_path: Path) -> None:
    """A fault of one digest's form does not hide a misquotation in another."""
    content = _site(tmp_path, "quotations:\n  - {from: herald, text: Not said by anyone}\n")
    (content / "digests/other").mkdir()
    (content / "digests/other/digest.yaml").write_text("titel: x\n", encoding="utf-8")
    with pytest.raises(ProblemsFoundError) as found:
        _edition(content)
    assert {"Q001", "Y008"} <= {problem.code for problem in found.value.problems}


def test_what_cannot_be_decided_is_shown_to_the_editor(tmp_path: Path) -> None:
    """A name that several outlets bear is left out of the page, and `check` says so."""
    review = "The Fen Herald reports rain.\n\nThe Daily News writes that the mill is too loud.\n"
    content = _site(tmp_path, "", review_md=review)
    shown = _edition(content).digests[0].quotations
    assert "the mill is too loud" not in {part for q in shown for part in q.parts}
    (problem,) = problems_found(content, SETTINGS)
    assert (problem.code, problem.severity) == ("Q007", "warning")
    assert str(problem) == (
        "content/digests/mill/review.md:3: Q007 “the mill is too loud”: several outlets are called "
        "The Daily News. Name the outlet more fully, or write the passage under `quotations`."
    )


def test_no_article_is_published_whole_by_itself(tmp_path: Path) -> None:
    """Of an article that nobody pins at most half is shown, however short it is."""
    content = _site(tmp_path, "")
    short = "---\noutlet: Quay Post\nheadline: H\n---\nIt rained in Quay. Nobody was surprised.\n"
    (content / "digests/mill/articles/quay.md").write_text(short, encoding="utf-8")
    shown = _of(_edition(content).digests[0], "Quay Post")
    assert sum(len(part.split()) for q in shown for part in q.parts) <= 4


def test_an_article_quoted_nearly_whole_is_a_warning(tmp_path: Path) -> None:
    """The editor may quote more than half, and is told."""
    content = _site(tmp_path, "quotations:\n  - {from: quay, text: It rained in Quay.}\n")
    short = "---\noutlet: Quay Post\nheadline: H\n---\nIt rained in Quay. Nobody cared.\n"
    (content / "digests/mill/articles/quay.md").write_text(short, encoding="utf-8")
    (warning,) = _edition(content).warnings
    assert str(warning) == (
        "content/digests/mill/digest.yaml:1: Q008 4 of the 6 words of article 'quay' are quoted. "
        "Quote less, or say `publish: full` in the article if you may."
    )


def test_a_hidden_article_is_checked_against_and_not_shown(tmp_path: Path) -> None:
    """`hide: true` keeps its headline and address off the page; its verdict stays."""
    keys = "articles:\n  - {id: herald, hide: true}\n"
    digest = _digest(tmp_path, keys, review_md=REVIEW)
    quotation = _of(digest, "Fen Herald")[0]
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
    content = _site(tmp_path, "", review_md=review)
    (problem,) = problems_found(content, SETTINGS)
    assert str(problem) == (
        "content/digests/mill/review.md:3: Q009 outlet 'Reed Warbler' is in no registry; the "
        "review itself introduces it. If it is one, add it to content/outlets.yaml: "
        "`- {name: Reed Warbler}`."
    )
    assert "Reed Warbler" in {q.outlet.name for q in _edition(content).digests[0].quotations}
