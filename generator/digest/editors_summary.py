"""Gives each sentence of an editor's own summary what it rests on.

The editor may name quotations (`[q-…]` behind a sentence). Else the passages that bear it out by
their words; else, where it names outlets of the round-up, what these said. A sentence without any
of these points nowhere by itself, and the page sends its readers to the round-up as a whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.analysis import AnalysedText
from generator.digest.passages import question_about
from generator.languages import language as language_of
from generator.model import Citation, Digest, Span, Summary, SummarySentence
from generator.outlets import Registry
from generator.problems import Problem
from generator.summary.bearing import borne_out
from generator.text.paragraphs import paragraphs
from generator.text.sentences import sentences

_NOTE = re.compile(r"\s*\[#?[qQ]-([^\[\]\r\n]+)\]")
"""A note behind a sentence, with the space before it: one id, or several."""
_BETWEEN = re.compile(r"[\s,;]+(?:#?[qQ]-)?")
"""What parts the ids of a note: `[q-abc, q-def]`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NotedSentence:
    """A sentence, and the ids of quotations that the editor put behind it."""

    text: str
    quotations: tuple[str, ...]


def noted_sentences(text: str, *, language: str) -> tuple[NotedSentence, ...]:
    """Part an editor's summary into sentences; no word of it is lost, and notes are taken out."""
    plain, notes = _without_notes(text)
    spans = tuple(_sentences(plain, language))
    starts = [span.start for span in spans]
    noted: dict[int, list[str]] = {}
    for id_, place in notes:
        noted.setdefault(max(0, bisect_left(starts, place) - 1), []).append(id_)
    return tuple(
        NotedSentence(text=span.of(plain).strip(), quotations=tuple(noted.get(number, ())))
        for number, span in enumerate(spans)
    )


def editors_summary(digest: Digest, review: AnalysedText | None, registry: Registry) -> Summary:
    """Return the editor's own summary of `digest`, each sentence with what it rests on."""
    editorial = digest.editorial
    question = question_about(digest, review)
    shown = {q.id: q for q in digest.quotations if not q.withdrawn}
    found = []
    for sentence in noted_sentences(editorial.summary.text, language=editorial.language):
        by_hand = tuple(
            Citation(
                document="review" if shown[id_].in_review else "",
                spans=shown[id_].spans,
                quotation=id_,
            )
            for id_ in sentence.quotations
            if id_ in shown
        )
        cites = by_hand or borne_out(sentence.text, question)
        found.append(
            SummarySentence(
                text=sentence.text,
                document="",
                cites=cites or tuple(_outlets_named(sentence.text, digest, registry)),
                by_hand=bool(by_hand),
            )
        )
    return Summary(sentences=tuple(found), made_by="editor")


def with_editors_summary(
    digest: Digest, review: AnalysedText | None, registry: Registry
) -> tuple[Digest, tuple[Problem, ...]]:
    """Return `digest` with its editor's summary, if it has one, and the faults of its notes."""
    if digest.summary.made_by != "editor":
        return digest, ()
    summary = editors_summary(digest, review, registry)
    return replace(digest, summary=summary), tuple(_problems(digest))


def _outlets_named(sentence: str, digest: Digest, registry: Registry) -> Iterator[Citation]:
    """Yield the outlets of the round-up that a sentence surely names."""
    named = (m.outlet.slug for m in registry.mentions(sentence) if m.outlet and not m.weak)
    quoted = {roundup.outlet.slug for roundup in digest.roundups}
    for slug in dict.fromkeys(named):
        if slug in quoted:
            yield Citation(document="", outlet=slug)


def _problems(digest: Digest) -> Iterator[Problem]:
    """Yield an error for each note that names no quotation of the page."""
    shown = {q.id: q.withdrawn for q in digest.quotations}
    hidden = {q.id for q in digest.hidden}
    _, notes = _without_notes(digest.editorial.summary.text)
    for id_ in dict.fromkeys(id_ for id_, _ in notes):
        if shown.get(id_, "missing"):
            gone = "is not in this digest"
            if id_ in shown or id_ in hidden:
                gone = "was withdrawn" if id_ in shown else "is hidden"
            yield Problem(
                file=digest.file,
                line=digest.editorial.summary.line,
                code="Q003",
                what=f"the quotation '{id_}' that the summary points to {gone}",
                mend="Use the id that its permalink shows, or take the note out.",
            )


def _without_notes(text: str) -> tuple[str, list[tuple[str, int]]]:
    """Return `text` without its notes, and each note's id with the place it stood at."""
    notes: list[tuple[str, int]] = []
    kept, done = "", 0
    for note in _NOTE.finditer(text):
        kept += text[done : note.start()]
        notes += ((id_, len(kept)) for id_ in _BETWEEN.split(note[1]) if id_)
        done = note.end()
    return kept + text[done:], notes


def _sentences(text: str, language: str) -> Iterator[Span]:
    """Yield the sentences of `text`, each up to the next, so that nothing falls between."""
    spoken = language_of(language)
    for part in paragraphs(text, newline_parts=False):
        found = sentences(
            text,
            part,
            abbreviations=spoken.abbreviations,
            speech_verbs=spoken.speech_verbs,
            function_words=spoken.function_words,
        )
        starts = [part.start, *(span.start for span in found[1:])]
        ends = [*starts[1:], part.end]
        yield from (Span(start, end) for start, end in zip(starts, ends, strict=True))
