"""What becomes of quotations: excerpts, verdicts, withdrawal, ids, embargo."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.edition import edition
from tests.digest.mill import (
    HERALD,
    SETTINGS,
    digest_of,
    edition_of,
    messages_of,
    said_by,
    write_site,
)


def test_an_article_that_nobody_pins_shows_itself_and_its_speakers(tmp_path: Path) -> None:
    """Own sentences are the byline's, speech is the speaker's; both verbatim and within bounds."""
    shown = said_by(digest_of(tmp_path), "Fen Herald")
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
    (quotation,) = said_by(digest_of(tmp_path, entry), "Fen Herald")
    assert quotation.parts == ("Nobody objected.",)
    assert quotation.rule == "editor"
    assert quotation.verdict is not None
    assert quotation.verdict.span is not None
    assert quotation.verdict.span.of(HERALD) == "Nobody objected."


def test_words_that_stand_nowhere_stop_the_build(tmp_path: Path) -> None:
    """An absent quotation is a problem at its line, with the nearest words."""
    entry = "quotations:\n  - from: herald\n    text: We have waited quite long enough for bread\n"
    (message,) = messages_of(tmp_path, entry)
    assert message == (
        "content/digests/mill/digest.yaml:4: Q001 “We have waited quite long enough for bread” "
        "does not stand in article 'herald'; nearest: We have waited {+quite+} long enough for "
        "bread. Quote the words as they stand, or keep it with `acknowledge` and a reason."
    )


def test_true_words_of_another_article_stop_the_build(tmp_path: Path) -> None:
    """A true quotation with the wrong source says where it stands."""
    entry = "quotations:\n  - from: herald\n    text: The first loaf was frankly a brick\n"
    (message,) = messages_of(tmp_path, entry)
    assert message == (
        "content/digests/mill/digest.yaml:4: Q002 “The first loaf was frankly a brick” stands in "
        "“Bread, at last” (Quay Post, content/digests/mill/articles/quay.md), not in article "
        "'herald'. Say `from: quay`, or keep it with `acknowledge` and a reason."
    )


def test_a_reason_keeps_an_absent_quotation(tmp_path: Path) -> None:
    """What the editor acknowledges is published, with its verdict and the reason."""
    entry = (
        "quotations:\n  - from: herald\n    text: Words of the printed edition only\n"
        "    acknowledge: Printed edition, page 3\n"
    )
    (quotation,) = said_by(digest_of(tmp_path, entry), "Fen Herald")
    assert quotation.acknowledged == "Printed edition, page 3"
    assert quotation.verdict is not None
    assert quotation.verdict.kind == "absent"


def test_a_draft_may_still_be_wrong(tmp_path: Path) -> None:
    """A draft's quotation problems are warnings; nothing of it is published."""
    entry = "status: draft\nquotations:\n  - {from: herald, text: Not said by anyone at all}\n"
    found = edition_of(write_site(tmp_path, entry))
    assert found.digests == ()
    assert [(p.code, p.severity) for p in found.warnings] == [("Q001", "warning")]


@pytest.mark.parametrize(
    "key", ["hide: [aaaaaaaaaa]\n", "quotations:\n  - {id: aaaaaaaaaa, note: x}\n"]
)
def test_an_override_of_nothing_is_a_problem(tmp_path: Path, key: str) -> None:
    """An id that no quotation has is not passed over in silence."""
    (message,) = messages_of(tmp_path, key)
    assert ": Q003 no quotation 'aaaaaaaaaa' in this digest. " in message


def test_the_editor_overrules_what_was_found(tmp_path: Path) -> None:
    """By its id an extracted quotation is hidden, or gets another speaker, role and note."""
    found = said_by(digest_of(tmp_path / "1"), "Fen Herald")
    said = next(q for q in found if q.speaker and q.speaker.name == "Tom Reed")
    other = next(q for q in found if q is not said)
    keys = (
        f"hide: [{other.id}]\nquotations:\n"
        f"  - {{id: {said.id}, speaker: Thomas Reed, role: miller of Fen, note: Heard twice}}\n"
    )
    after = said_by(digest_of(tmp_path / "2", keys), "Fen Herald")
    changed = next(q for q in after if q.id == said.id)
    assert other.id not in {q.id for q in after}
    assert changed.speaker is not None
    assert (changed.speaker.name, changed.speaker.role) == ("Thomas Reed", "miller of Fen")
    assert (changed.note, changed.parts) == ("Heard twice", said.parts)


def test_a_withdrawn_quotation_keeps_its_place_without_its_words(tmp_path: Path) -> None:
    """Its id stays; the views show the reason and none of the words."""
    entry = "quotations:\n  - {from: herald, text: Nobody objected., withdrawn: It was not so}\n"
    (quotation,) = said_by(digest_of(tmp_path, entry), "Fen Herald")
    assert quotation.withdrawn == "It was not so"
    assert quotation.id


def test_pinned_quotations_come_first(tmp_path: Path) -> None:
    """`pin` goes before `order`, and `order` before the order of the file."""
    texts = ("Nobody objected.", "The old mill at Fen", "may yet get one", "forty years")
    entry = "quotations:\n" + "".join(
        f"  - {{from: herald, text: {text}{keys}}}\n"
        for text, keys in zip(texts, ("", ", order: 2", ", order: 1", ", pin: true"), strict=True)
    )
    shown = [q.parts[0] for q in said_by(digest_of(tmp_path, entry), "Fen Herald")]
    assert shown == ["forty years", "may yet get one", "The old mill at Fen", "Nobody objected."]


def test_a_review_passage_is_checked_against_the_stored_article(tmp_path: Path) -> None:
    """A narrated passage gets the verdict that its outlet's stored article gives it."""
    review = (
        "“We have waited long enough for bread of our own,” the Fen Herald reports. "
        "The Quay Post says that the first loaf was eaten whole."
    )
    digest = digest_of(tmp_path, review_md=review)
    (direct,) = said_by(digest, "Fen Herald")
    (indirect,) = said_by(digest, "Quay Post")
    assert direct.verdict is not None
    assert (direct.verdict.kind, direct.verdict.found_in) == ("exact", "herald")
    assert direct.spans[0].of(review) == "We have waited long enough for bread of our own,"
    assert (indirect.kind, indirect.verdict) == ("indirect", None)


def test_a_review_that_misquotes_stops_the_build(tmp_path: Path) -> None:
    """A narrated quotation that its stored article does not hold is named with its line."""
    review = (
        "It was Monday.\n\n“We have waited far too long for this bread,” the Fen Herald wrote.\n"
    )
    (message,) = messages_of(tmp_path, "", review_md=review)
    assert message.startswith("content/digests/mill/review.md:3: Q001 ")


def test_ids_do_not_depend_on_order_or_other_quotations(tmp_path: Path) -> None:
    """A quotation's id is of its digest, outlet and words only; twins are told apart."""
    one = "quotations:\n  - {from: herald, text: Nobody objected.}\n"
    two = "quotations:\n  - {from: herald, text: forty years}\n" + one.split("\n", 1)[1] * 2
    first = {q.parts: q.id for q in said_by(digest_of(tmp_path / "1", one), "Fen Herald")}
    ids = [q.id for q in said_by(digest_of(tmp_path / "2", two), "Fen Herald")]
    assert first["Nobody objected.",] in ids
    assert len(set(ids)) == 3


def test_an_outlet_that_load_cannot_name_is_a_problem(tmp_path: Path) -> None:
    """Words of an outlet that nobody knows do not pass in silence."""
    entry = "quotations:\n  - {outlet: Nobody Gazette, text: Some words of theirs}\n"
    assert any("Nobody Gazette" in message for message in messages_of(tmp_path, entry))


def test_an_embargo_lifts_at_its_moment(tmp_path: Path) -> None:
    """A digest under embargo is held until the moment it names, and shown from then on."""
    content = write_site(tmp_path, "embargo: 2026-11-05T12:00:00+02:00\n")
    before = dt.datetime(2026, 11, 5, 9, 59, tzinfo=dt.UTC)
    assert edition(content, SETTINGS, now=before).digests == ()
    lifted = edition(content, SETTINGS, now=before + dt.timedelta(minutes=1))
    assert len(lifted.digests) == 1


def test_the_summary_of_stored_articles_is_published_words(tmp_path: Path) -> None:
    """Each sentence of an automatic summary stands inside a published quotation."""
    digest = digest_of(tmp_path)
    published = {part for q in digest.quotations for part in q.parts}
    assert digest.summary.sentences
    for sentence in digest.summary.sentences:
        assert any(sentence.text in part for part in published)
