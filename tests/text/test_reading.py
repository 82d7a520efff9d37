"""Paragraphs, sentences, furniture, headline, language."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.languages import known, language
from generator.languages.detection import detect
from generator.reading import Reading, read

COPY = (
    "The ferry has not sailed since the storm of March, and the harbour board, which met on Monday "
    "for the ninth time this year, again put off the question of who is to pay for the dredger "
    "that the island has been promised."
)


def sentences(text: str) -> list[str]:
    """Return the sentences of an English text."""
    reading = read(text, language="en")
    return [sentence.of(reading.text) for sentence in reading.sentences]


def furniture(reading: Reading) -> list[str]:
    """Return the furniture's words."""
    return [part.of(reading.text) for part in reading.furniture]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One boat. Two boats.", ["One boat.", "Two boats."]),
        ("Dr. J. R. Poll left. He ran.", ["Dr. J. R. Poll left.", "He ran."]),
        ("It cost 3.5 million. Nobody paid.", ["It cost 3.5 million.", "Nobody paid."]),
        ("“No.” She left.", ["“No.”", "She left."]),
        ("“Why?” Ms Obi asked. Nobody knew.", ["“Why?” Ms Obi asked.", "Nobody knew."]),
        ("Wait… what? Yes!", ["Wait… what?", "Yes!"]),
        ("船沉了。没人知道。", ["船沉了。", "没人知道。"]),
        ("One line\n\nAnother line", ["One line", "Another line"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    """Sentences end where a reader would end them."""
    assert sentences(text) == expected


def test_hand_wrapped_lines_are_one_paragraph() -> None:
    """A newline inside a hand-wrapped paragraph parts nothing."""
    wrapped = "The ferry has not sailed\nsince the storm of March\nand nobody knows why."
    assert len(read(wrapped).paragraphs) == 1


def test_lines_that_end_sentences_are_paragraphs() -> None:
    """A newline after a full stop ends a paragraph."""
    assert len(read("The ferry is broken.\nThe board met.\nNobody spoke.").paragraphs) == 3


def test_furniture_is_told_from_copy() -> None:
    """Headline, caption, byline, buttons, forms and notices are kept out of the sentences."""
    before = (
        "Island waits for its ferry",
        "By Ian Poll",
        "A dredger stands idle as gulls circle the harbour.",
    )
    after = (
        "Share this",
        "Subscribe to our newsletter",
        "© 2026 The Beacon. All rights reserved.",
        "Leave a Reply",
    )
    reading = read("\n\n".join((*before, COPY, *after)), language="en")
    assert reading.headline is not None
    assert reading.headline.of(reading.text) == "Island waits for its ferry"
    assert furniture(reading) == [*before[1:], *after]
    assert [sentence.of(reading.text) for sentence in reading.sentences] == [COPY]


def test_an_agency_head_is_cut_from_its_line() -> None:
    """Agency boilerplate is furniture even where the copy follows on the same line."""
    head = "By . Ian Poll . PUBLISHED: . 08:14 EST, 2 March 2026 . | . UPDATED: . 2 March 2026 . "
    assert sentences(head + COPY) == [COPY]


def test_a_headline_is_found_behind_a_menu_and_before_many_lines() -> None:
    """Buttons above it, and byline, dates and credits between it and the copy."""
    above = ("Skip to main content", "Home | News | Weather")
    between = (
        "By Ian Poll",
        "4 March 2031",
        "Updated 2 hours ago",
        "3 min read",
        "Varn",
        "Ferries",
    )
    reading = read("\n\n".join((*above, "Island waits", *between, COPY)), language="en")
    assert reading.headline is not None
    assert reading.headline.of(reading.text) == "Island waits"


def test_html_says_what_is_beside_the_copy() -> None:
    """Navigation, captions and page footers; not the footer that names who is quoted."""
    page = (
        "<nav><p>All the news of the island.</p></nav>"
        f"<figure><img><figcaption>A gull looks at the ferry.</figcaption></figure><p>{COPY}</p>"
        "<blockquote><p>“We wait.”</p><footer>Ada Obi says so.</footer></blockquote>"
        "<footer><p>The Beacon is a paper.</p></footer><nav><p>Never closed."
    )
    reading = read(page, markup="html", language="en")
    assert furniture(reading) == [
        "All the news of the island.",
        "A gull looks at the ferry.",
        "The Beacon is a paper.",
    ]


def test_copy_that_speaks_of_furniture_is_copy() -> None:
    """A sentence that happens to use a button's word stays."""
    assert sentences(f"{COPY}\n\nThe two boards share this island and little else, Ms Holt wrote.")[
        1:
    ]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The ferry has not sailed and the board is not sure who is to pay for it.", "en"),
        ("Le port est resté fermé et la ministre ne sait pas qui va payer pour le bateau.", "fr"),
        ("Der Hafen ist zu und die Ministerin weiß nicht, wer das Schiff bezahlen wird.", "de"),
        ("El puerto está cerrado y la ministra no sabe quién va a pagar por el barco.", "es"),
        ("Порт закрыт, и министр не знает, кто будет платить за это, но он не один.", "ru"),
        ("الميناء مغلق ولا أحد يعرف السبب", "ar"),
        ("xyzzy plugh", "und"),
        ("", "und"),
    ],
)
def test_language_is_told(text: str, tag: str) -> None:
    """The language is told from script and function words, or left open."""
    assert detect(text) == tag


def test_every_language_has_what_the_rules_need() -> None:
    """Each language folder has marks, cue verbs, abbreviations and function words."""
    assert set(known()) == {"de", "en", "es", "fr", "ru"}
    for tag in known():
        data = language(tag)
        assert data.marks
        assert data.cues
        assert data.cue_phrases
        assert data.abbreviations
        assert data.function_words
    assert language("pt-BR").tag == "und"
    assert language("en-GB").tag == "en"


@settings(max_examples=200, deadline=None)
@given(text=st.one_of(st.text(), st.text(alphabet='aA .!?\n\r"“”—1')))
def test_sentences_lie_in_their_paragraphs(text: str) -> None:
    """Sentences are in order, inside one paragraph each, and hold all words of the copy."""
    reading = read(text)
    left_out = {*reading.furniture, reading.headline}
    copy = [part for part in reading.paragraphs if part not in left_out]
    ends = [end for sentence in reading.sentences for end in (sentence.start, sentence.end)]
    assert ends == sorted(ends)
    for sentence in reading.sentences:
        assert any(part.start <= sentence.start and sentence.end <= part.end for part in copy)
    words = "".join(sentence.of(reading.text) for sentence in reading.sentences)
    assert "".join(words.split()) == "".join("".join(p.of(reading.text) for p in copy).split())
