"""Decides how a text is read: its visible words, language, paragraphs, sentences, furniture.

Everything after this (quotations, summary, readability) works on one `Reading`; its spans count
code points of the visible text, and `projection` leads back to the file.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.languages import Language
from generator.languages import language as language_of
from generator.languages.detection import detect
from generator.model import Markup, Span
from generator.text.furniture import layout
from generator.text.joined_lines import holds_joined_lines, lines
from generator.text.paragraphs import paragraphs
from generator.text.projection import Projection, project
from generator.text.sentences import sentences


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """One text, read."""

    projection: Projection
    language: Language
    tag: str
    """BCP 47 tag as given or told from the words; `und` when unsure."""
    paragraphs: tuple[Span, ...]
    """All of them, furniture and headline included, in visible offsets."""
    sentences: tuple[Span, ...]
    """Of the copy: no headline, no furniture; none crosses a paragraph."""
    furniture: tuple[Span, ...]
    headline: Span | None

    @property
    def text(self) -> str:
        """The visible text, which all spans here slice."""
        return self.projection.visible


def read(
    text: str,
    *,
    body: Span | None = None,
    markup: Markup = "text",
    language: str | None = None,
    stored: bool = False,
) -> Reading:
    """Read the `body` of a file's `text`; the language is told from the words if not given.

    Of a `stored` article what its page hides is not read.
    """
    return read_projection(
        project(text, body=body or Span(0, len(text)), markup=markup, stored=stored),
        newline_parts=markup == "text",
        tag=language,
    )


def read_projection(projection: Projection, *, newline_parts: bool, tag: str | None) -> Reading:
    """Read visible text that is already projected."""
    visible = projection.visible
    tag = tag or detect(visible)
    spoken = language_of(tag)
    found = paragraphs(visible, newline_parts=newline_parts)
    joined = holds_joined_lines(visible, found)
    if joined:
        found = lines(visible, _sentences(visible, found[0], spoken))
    parts = layout(visible, found, words=spoken.furniture, joined=joined, beside=projection.beside)
    left_out = {*parts.furniture, parts.headline}
    return Reading(
        projection=projection,
        language=spoken,
        tag=tag,
        paragraphs=parts.paragraphs,
        sentences=tuple(
            sentence
            for part in parts.paragraphs
            if part not in left_out
            for sentence in _sentences(visible, part, spoken)
        ),
        furniture=parts.furniture,
        headline=parts.headline,
    )


def _sentences(text: str, paragraph: Span, spoken: Language) -> tuple[Span, ...]:
    return sentences(
        text,
        paragraph,
        abbreviations=spoken.abbreviations,
        speech_verbs=spoken.speech_verbs,
        function_words=spoken.function_words,
    )
