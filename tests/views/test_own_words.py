"""Sentences of an article that a rule chose are shown, counted and cited as what they are."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from generator.exports import data_files
from generator.model import Digest, Quotation
from generator.render import draw
from generator.views.shapes import DigestView, QuotationView
from tests.theme.samples import environment
from tests.views.press import MILL, SETTINGS, digests, the, views

LOCK = """---
outlet: Fen Herald
headline: The lock is mended
byline: Ada Brook
url: https://fen.example/lock
---
The lock at Weirholm was mended on Thursday with four new gates of green oak.

“We have waited three winters to hear this water shut behind us again,” said Tom Reed, the keeper.

Nobody on the towpath could say what the old gates had been made of, and nobody asked for long.
The boats went through one by one until the lamps were lit, and the last of them was carrying coal
to a brewery that has no chimney any more. The keeper wrote its name into a book.
"""
PINNED = "quotations:\n- {from: herald, text: We have waited three winters to hear this water}\n"


def published(folder: Path, more: str = "") -> Digest:
    """Return a digest with one stored article."""
    files = {
        "digests/mill/digest.yaml": MILL + more,
        "digests/mill/articles/herald.md": LOCK,
    }
    (digest,) = digests(folder, files)
    return digest


def page_of(digest: Digest) -> DigestView:
    """Return its page."""
    return the(DigestView, views((digest,)))


def split(digest: Digest) -> tuple[tuple[Quotation, ...], tuple[Quotation, ...]]:
    """Return the quotations that are the article's own words, and the others."""
    own = tuple(q for q in digest.quotations if q.own_words)
    return own, tuple(q for q in digest.quotations if not q.own_words)


def figure(digest: Digest, quotation: Quotation) -> QuotationView:
    """Return the figure of a quotation on the page of its digest."""
    shown = (q for roundup in page_of(digest).roundups for q in roundup.quotations)
    return next(q for q in shown if q.anchor == f"q-{quotation.id}")


def test_they_are_called_by_their_name(tmp_path: Path) -> None:
    """Their figure says so in words and by its class; a speaker's words stay a quotation."""
    digest = published(tmp_path)
    own, said = split(digest)
    assert len(own) == 2
    for quotation in own:
        assert quotation.speaker is not None
        assert quotation.speaker.name == "Ada Brook"
        assert figure(digest, quotation).kind_label == "The article’s own words"
        assert figure(digest, quotation).verdict.label == "Verbatim"  # type: ignore[union-attr]
    assert [figure(digest, q).kind_label for q in said] == ["Direct quotation"]
    html = draw(environment(), page_of(digest)).decode()
    assert html.count('<figure class="quotation direct own"') == 2
    assert html.count("</svg> The article’s own words</p>") == 2
    assert html.count("</svg> Direct quotation</p>") == 1


def test_they_are_counted_apart_from_quotation_marks(tmp_path: Path) -> None:
    """The words are the outlet's and verbatim; how many are in marks is told beside them."""
    report = page_of(published(tmp_path)).coverage
    words = "36 words are quoted, 13 in quotation marks and 23 in the articles’ own sentences"
    assert report.sentences[2:] == (
        f"{words}, every one found in a stored article.",
        "2 of the 3 quotations are articles’ own sentences, and nobody’s speech.",
    )
    (row,) = report.outlets.rows
    assert (row.figures, row.note) == (("3", "36", "36"), "")


def test_an_outlet_of_which_nothing_else_is_quoted_is_noted(tmp_path: Path) -> None:
    """Where all its words are its own, the table and the sentence say so."""
    critic = published(tmp_path, "kind: work\nwork: {type: play, title: The Lock}\n")
    report = page_of(critic).coverage
    (row,) = report.outlets.rows
    assert (row.label, row.note) == ("Fen Herald", "own words")
    words = f"{row.figures[-1]} words are quoted, all of them in the articles’ own sentences"
    assert report.sentences[2:] == (f"{words}, every one found in a stored article.",)


def test_the_data_files_say_so(tmp_path: Path) -> None:
    """The kind keeps its meaning; a key, and a column at the end, tell whose words they are."""
    digest = published(tmp_path)
    own, _ = split(digest)
    files = data_files((digest,), SETTINGS)
    rows = json.loads(files["digests/mill/digest.json"])["quotations"]
    assert {r["id"] for r in rows if r["own_words"]} == {q.id for q in own}
    assert {r["kind"] for r in rows} == {"direct"}
    table = csv.DictReader(io.StringIO(files["digests/mill/quotations.csv"].decode()))
    assert {r["id"] for r in table if r["own_words"] == "true"} == {q.id for q in own}


def test_a_citation_makes_the_writer_no_speaker(tmp_path: Path) -> None:
    """The writer is the author; nobody is said to be quoted in the article."""
    digest = published(tmp_path)
    own, _ = split(digest)
    plain = figure(digest, own[0]).citation[0].text
    assert plain == (
        "“The lock at Weirholm was mended on Thursday with four new gates of green oak.”\n"
        "— Ada Brook, “The lock is mended”, Fen Herald, https://fen.example/lock. Quoted by "
        f"“Mill”, Test, October 1, 2026, https://test.example/digests/mill/#q-{own[0].id}."
    )
    for name in ("citations.bib", "citations.json"):
        file = data_files((digest,), SETTINGS)[f"digests/mill/{name}"].decode()
        assert "Ada Brook, quoted" not in file
        assert "Tom Reed (keeper), quoted" in file


@pytest.mark.parametrize(
    ("change", "own"),
    [
        ("note: Of all locks.", True),
        ("speaker: Ada Brook, role: editor", True),
        ("speaker: Tom Reed", False),
        ("kind: direct", False),
    ],
)
def test_the_editor_may_say_whose_words_they_are(tmp_path: Path, change: str, *, own: bool) -> None:
    """Whom the editor credits with them, other than the writer, is quoted in the article."""
    id_ = split(published(tmp_path))[0][0].id
    changed = published(tmp_path, f"quotations:\n- {{id: {id_}, {change}}}\n")
    quotation = next(q for q in changed.quotations if q.id == id_)
    assert quotation.own_words is own


def test_what_the_editor_pins_is_no_choice_of_a_rule(tmp_path: Path) -> None:
    """A quotation that digest.yaml writes is one."""
    assert split(published(tmp_path, PINNED))[0] == ()
