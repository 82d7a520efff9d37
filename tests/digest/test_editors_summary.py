"""What an editor's own summary points to, sentence by sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.digest.editors_summary import noted_sentences
from generator.model import Digest
from generator.views.shapes import DigestView
from tests.digest.mill import digest_of, messages_of, said_by
from tests.views.press import the, views


def _cited(digest: Digest) -> list[tuple[str, list[str]]]:
    return [
        (s.text, [c.quotation or c.outlet or c.document for c in s.cites])
        for s in digest.summary.sentences
    ]


def test_a_sentence_that_passages_bear_out_points_to_them(tmp_path: Path) -> None:
    """By the same checks that a language model's sentences must pass."""
    borne_out = "The old mill at Fen opened its doors on Monday, after forty years."
    digest = digest_of(tmp_path, f"summary: '{borne_out} The valley rejoiced.'\n")
    (opened,) = (q for q in said_by(digest, "Fen Herald") if "opened its doors" in q.parts[0])
    assert _cited(digest) == [(borne_out, [opened.id]), ("The valley rejoiced.", [])]
    assert digest.summary.made_by == "editor"


@pytest.mark.parametrize(
    "wrong",
    [
        "The old mill at Fen opened its doors on Friday, after forty years.",
        "The old mill at Fen never opened its doors on Monday, after forty years.",
        "The old mill at Sallow opened its doors on Monday, after forty years.",
    ],
)
def test_a_sentence_that_no_passage_bears_out_points_to_none(tmp_path: Path, wrong: str) -> None:
    """A day, a denial or a name that the passage does not have: unsure is unsaid."""
    assert _cited(digest_of(tmp_path, f"summary: '{wrong}'\n")) == [(wrong, [])]


def test_a_sentence_that_names_outlets_points_to_what_they_said(tmp_path: Path) -> None:
    """To their part of the round-up."""
    said = "The Fen Herald is moved, the Quay Post amused and Reuters silent."
    digest = digest_of(tmp_path, f"summary: {said}\n")
    assert _cited(digest) == [(said, ["fen-herald", "quay-post"])]


def test_the_editors_own_notes_win(tmp_path: Path) -> None:
    """They stand behind the sentence, before its stop or after it, and are not printed."""
    first = digest_of(tmp_path / "a").quotations
    one, two = first[0].id, first[-1].id
    text = f"Bread is near [q-{one}] [q-{two}]. The Fen Herald is moved. [q-{two}] All is well."
    digest = digest_of(tmp_path / "b", f"summary: {text}\n")
    assert _cited(digest) == [
        ("Bread is near.", [one, two]),
        ("The Fen Herald is moved.", [two]),
        ("All is well.", []),
    ]
    assert [s.by_hand for s in digest.summary.sentences] == [True, True, False]


@pytest.mark.parametrize("note", ["[q-{0}, q-{1}]", "[#q-{0};{1}]", "[Q-{0} q-{1}]"])
def test_a_note_may_name_several(tmp_path: Path, note: str) -> None:
    """However an editor parts them; none is ever printed."""
    first = digest_of(tmp_path / "a").quotations
    one, two = first[0].id, first[-1].id
    digest = digest_of(tmp_path / "b", f"summary: 'Bread is near {note.format(one, two)}.'\n")
    assert _cited(digest) == [("Bread is near.", [one, two])]


def test_a_note_that_names_what_is_hidden_is_an_error(tmp_path: Path) -> None:
    """It says so, for the editor may have hidden it long ago."""
    hidden = digest_of(tmp_path / "a").quotations[0].id
    told = f"summary: 'Bread is near [q-{hidden}].'\nhide: [{hidden}]\n"
    assert messages_of(tmp_path / "b", told) == [
        (
            f"content/digests/mill/digest.yaml:3: Q003 the quotation '{hidden}' that the summary "
            "points to is hidden. Use the id that its permalink shows, or take the note out."
        )
    ]


def test_a_note_that_names_nothing_is_an_error(tmp_path: Path) -> None:
    """With its line."""
    assert messages_of(tmp_path, "tags: [bread]\nsummary: Bread is near [q-nonsense].\n") == [
        (
            "content/digests/mill/digest.yaml:4: Q003 the quotation 'nonsense' that the summary "
            "points to is not in this digest. Use the id that its permalink shows, or take the "
            "note out."
        )
    ]


def test_the_page_says_who_made_the_links(tmp_path: Path) -> None:
    """And sends the readers of a sentence without any to the round-up."""
    digest = digest_of(tmp_path, "summary: The Fen Herald is moved. The valley rejoiced.\n")
    summary = the(DigestView, views((digest,))).summary
    assert summary is not None
    assert summary.label == (
        "Written by the editors. The passages beside them were found by comparing words"
    )
    (group,) = summary.groups
    assert [[(p.text, p.address) for p in s.pointers] for s in group.sentences] == [
        [("Fen Herald", "#o-fen-herald")],
        [("the round-up as a whole", "#round-up")],
    ]


@given(st.text(st.sampled_from("ab. [q-]?!\n“”") | st.characters(codec="utf-8"), max_size=80))
def test_no_word_of_a_summary_is_lost(text: str) -> None:
    """Parted into sentences it has all its letters, but for notes."""
    kept = "".join(s.text for s in noted_sentences(text, language="en"))
    notes = [id_ for s in noted_sentences(text, language="en") for id_ in s.quotations]
    if not notes:
        assert "".join(kept.split()) == "".join(text.split())
