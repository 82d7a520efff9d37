"""Texts whose lines were joined into one, with a stop of its own after each that had none."""

from __future__ import annotations

import pytest

from generator.reading import read

COPY = "The ferry has not sailed since Monday, and the board does not say when it will sail again."
MORE = "Crews of the smaller boats took the islanders across, for half of what the ferry asks."


def copy_of(text: str) -> list[str]:
    """Return the sentences of the copy."""
    reading = read(text, language="en")
    return [sentence.of(reading.text) for sentence in reading.sentences]


@pytest.mark.parametrize(
    "line",
    [
        "By . Ian Poll . PUBLISHED: . 08:14 EST, 2 March 2026 . | . UPDATED: . 2 March 2026 .",
        "By . Ian Poll For The Beacon .",
        "Scroll down for video .",
        "No way out: Islanders wait at the quay of Varn in the rain .",
        "Ada Obi (right) of the ferry board .",
        "First crossing .",
    ],
)
def test_lines_without_a_stop_are_furniture(line: str) -> None:
    """Caption, byline, button or heading, before the copy or inside it."""
    assert copy_of(f"{line} {COPY} {MORE}") == [COPY, MORE]
    assert copy_of(f"{COPY} {line} {MORE}") == [COPY, MORE]


def test_a_wrapped_line_ends_no_sentence() -> None:
    """A small letter follows, or a word that ends no sentence stood before."""
    text = f"{COPY} The harbour master of . Varn waited with a . lantern until the morning."
    assert len(copy_of(f"First crossing . {text}")) == 2


def test_points_before_the_byline_are_copy() -> None:
    """An article's own points say in short what it is about."""
    point = "Ferry of Varn lies in port since Monday, and nobody says why ."
    assert copy_of(f"{point} By . Ian Poll . {COPY}") == [point, COPY]


def test_text_cut_into_tokens_is_no_export() -> None:
    """Where commas stand apart too, a stop that does ends a sentence like any other."""
    text = "The ferry lies in port , and nobody says why . The crew went home ."
    assert len(copy_of(text)) == 2


def test_lines_of_their_own_are_not_joined() -> None:
    """In a text of several lines a stray stop is a slip."""
    assert len(copy_of(f"{COPY}\n\nThe crew of the ferry went home to Varn .\n\n{MORE}")) == 3
