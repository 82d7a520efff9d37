"""Citations as plain text and Markdown."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown_it import MarkdownIt

from generator.citations import one_line
from generator.citations.bibtex import bibtex
from generator.citations.csl import csl
from generator.citations.marked import escaped
from generator.citations.note import note
from generator.citations.texts import markdown, plain_text
from tests.citations.facts import barely, cited

COMMONMARK = MarkdownIt("commonmark")
GITHUB = MarkdownIt("gfm-like", {"linkify": False})
PYTHON = Markdown(extensions=["extra"])


def rendered(source: str) -> tuple[str, ...]:
    """Return what three Markdowns make of `source`, as HTML."""
    return (COMMONMARK.render(source), GITHUB.render(source), PYTHON.reset().convert(source))


def shown(page: str) -> str:
    """Return the words that a reader of `page` sees, on one line."""
    return one_line(html.unescape(re.sub("<[^>]+>", " ", page)))


def test_the_whole_chain_in_plain_text() -> None:
    """Words, speaker, byline, headline, outlet, date, addresses, agency, translator, digest."""
    assert plain_text(cited()) == (
        "“We fired the first pot … and it held water”\n"
        "— Tom Reed (potter), quoted in Ada Brook, “Smoke over the pottery”, Fen Herald, "
        "1 March 2026, https://fen.example/kiln, archived at https://archive.example/kiln, "
        "via Meridian Wire, translated from Arabic by S. Holt. Quoted by “The kiln is lit "
        "again”, Test, 3 March 2026, https://test.example/digests/kiln/#q-abc."
    )


def test_the_whole_chain_in_markdown() -> None:
    """The same with links in the place of addresses."""
    assert markdown(cited(translated_from="", translator="", via="")) == (
        "> “We fired the first pot … and it held water”\n>\n"
        "> — Tom Reed (potter), quoted in Ada Brook, “[Smoke over the pottery]"
        "(<https://fen.example/kiln>)”, *Fen Herald*, 1 March 2026, [archived copy]"
        "(<https://archive.example/kiln>). Quoted by “[The kiln is lit again]"
        "(<https://test.example/digests/kiln/#q-abc>)”, *Test*, 3 March 2026."
    )


@pytest.mark.parametrize(
    ("more", "credit"),
    [
        ({}, "Fen Herald"),
        ({"speaker": "Tom Reed"}, "Tom Reed, quoted in Fen Herald"),
        ({"speaker": "Tom Reed", "kind": "mixed"}, "Tom Reed, partly quoted in Fen Herald"),
        ({"headline": "Smoke", "kind": "mixed"}, "partly quoted in “Smoke”, Fen Herald"),
        ({"headline": "Smoke", "byline": "A B"}, "A B, “Smoke”, Fen Herald"),
        ({"via": "Meridian Wire"}, "Fen Herald, via Meridian Wire"),
        ({"translator": "S. Holt"}, "Fen Herald, translated by S. Holt"),
        ({"speaker": "ليلى نهري", "outlet": "صدى النهر"}, "ليلى نهري, quoted in صدى النهر"),
    ],
)
def test_what_is_not_known_leaves_no_gap(more: dict[str, str], credit: str) -> None:
    """A part that is missing takes its comma and its words with it."""
    words = "Nobody cheered." if more.get("kind") else "“Nobody cheered.”"
    assert plain_text(barely(**more)) == (
        f"{words}\n— {credit}. Quoted by “The kiln is lit again”, Test, 3 March 2026."
    )


def test_a_paraphrase_is_called_one() -> None:
    """No mark is put around it, and no form says that it is quoted."""
    for text in (plain_text(cited(kind="indirect")), markdown(cited(kind="indirect"))):
        assert "Tom Reed (potter), paraphrased from Ada Brook" in text
        assert ". Cited by “" in text
        assert "uoted" not in text


def test_each_part_keeps_its_line() -> None:
    """Words that an attribution interrupts are not run together, nor joined by dots."""
    parts = ("“Sand,”", "“is a patient creditor.”")
    assert plain_text(cited(words=parts)).startswith("“Sand,”\n“is a patient creditor.”\n— ")
    assert markdown(cited(words=parts)).startswith(
        "> “Sand,”\n>\n> “is a patient creditor.”\n>\n> — "
    )


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("Nobody cheered.", "“Nobody cheered.”"),
        ("“Nobody cheered.”", "“Nobody cheered.”"),
        ("They said “no” twice", "“They said ‘no’ twice”"),
        ('They said "no" and "never"', "“They said ‘no’ and ‘never’”"),
        ('A 6" nail', '“A 6" nail”'),
    ],
)
def test_direct_words_stand_in_marks(words: str, printed: str) -> None:
    """One pair around the words, single ones within; a sign that is no mark stays."""
    assert plain_text(barely(words=(words,))).startswith(f"{printed}\n— ")


def test_what_is_quoted_in_parts_keeps_its_own_marks() -> None:
    """A reporter's sentence with a fragment in marks is not put between marks as a whole."""
    words = ("The potter called it “a good fire”",)
    assert plain_text(barely(words=words, kind="mixed")).startswith(f"{words[0]}\n")


def test_a_translation_gives_the_original() -> None:
    """The words as they were said stand below, with their language."""
    more = {"translated_from": "French", "original": "Le four tient « bien »"}
    assert plain_text(cited(**more)).split("\n")[1] == "Original (French): “Le four tient « bien »”"
    assert "\n>\n> Original (French): “Le four" in markdown(cited(**more))


@pytest.mark.parametrize(
    ("verdict", "said"),
    [
        ("absent", "Not found in the stored source"),
        ("elsewhere", "Found in another source than the one named"),
        ("unverified", "Not checked, for no source is stored"),
    ],
)
def test_a_doubt_goes_along(verdict: str, said: str) -> None:
    """Each form says that the words were not found, why they stay, and not that they are quoted."""
    doubtful = cited(verdict=verdict, acknowledged="Heard in the hall.")
    whole = f"{said} (kept by the editors: Heard in the hall)"
    lower = whole[0].lower() + whole[1:]
    texts = (plain_text(doubtful), markdown(doubtful).replace("\\", ""))
    notes = (note(doubtful), str(csl(doubtful)["note"]), bibtex(doubtful))
    assert all(text.endswith(f" {whole}.") for text in texts)
    assert all(lower in text for text in notes)
    for text in (*texts, *notes):
        assert ("Tom Reed (potter), attributed" in text) == (verdict != "unverified")
        assert ("Tom Reed (potter), quoted" in text) == (verdict == "unverified")


def test_what_an_outlet_is_wrongly_credited_with_is_not_its_own() -> None:
    """Without a speaker, too, the words are attributed only."""
    assert plain_text(barely(verdict="absent")).split("\n")[1] == (
        "— attributed to Fen Herald. Quoted by “The kiln is lit again”, Test, 3 March 2026. "
        "Not found in the stored source."
    )
    assert note(barely(verdict="absent")) == (
        "Attributed to Fen Herald; not found in the stored source"
    )


HARD = (
    "*no* _bold_ `code` [link](x) ![i](y) <b>html</b> &amp; &copy; ~~gone~~ $x$ ^up^ a|b",
    "# not a heading",
    "1. not a list",
    "2026) neither",
    "- nor this",
    "+ nor that",
    "> no quotation",
    ": no definition",
    "=== no heading",
    "~~~ no fence",
    "``` no fence",
    "back\\slash \\* at the end\\",
    "{: .class} [^1] *[abbr]: x",
    "snake_case_word http://a.example/x_y_z",
)


@pytest.mark.parametrize("words", HARD)
def test_rendered_markdown_shows_the_very_words(words: str) -> None:
    """What Markdown would read as marks comes out as words, in three renderers."""
    for page in rendered(markdown(cited(words=(words,)))):
        assert shown(page).startswith(f"“{words}” — Tom Reed"), page
        assert page.count("<em>") == 2


@given(st.text(alphabet=st.characters(exclude_categories=("C", "Z")) | st.just(" ")))
def test_no_words_become_marks(text: str) -> None:
    """Whatever the words are, they render to themselves and to nothing else."""
    words = one_line(text)
    for page in rendered(f"> {escaped(words)}\n>\n> end"):
        assert shown(page) == one_line(f"{words} end")
        assert not re.search(r"<(?!/?(?:p|blockquote)>)", page)


def test_a_link_survives_any_sign_in_its_address() -> None:
    """Brackets, spaces and angles in an address do not end its link."""
    page = COMMONMARK.render(markdown(cited(url="https://fen.example/a_(b) c<d>\\e")))
    assert 'href="https://fen.example/a_(b)%20c%3Cd%3E%5Ce"' in page
