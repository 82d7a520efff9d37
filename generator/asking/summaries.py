"""Put into digests the summaries that a language model wrote, or say why it did not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.asking.correspondence import Correspondent, NoAnswerError
from generator.digest.leaning import leaning_on
from generator.model import Digest, Summary
from generator.problems import Problem
from generator.store.answers import AnswersError
from generator.summary.question import Question
from generator.summary.written import Place, another_answered, not_asked, written

NO_PASSAGES = "no passage on the page is in the digest's language"


@dataclass(frozen=True, kw_only=True, slots=True)
class WantedSummary:
    """A summary that a language model is to write."""

    question: Question
    articles: Mapping[str, str]
    """Visible texts of the stored articles, by id: its wording is compared with theirs."""


def with_written_summaries(
    digests: Iterable[Digest],
    wanted: Mapping[str, WantedSummary],
    correspondent: Correspondent,
    *,
    at_most: int,
) -> tuple[tuple[Digest, ...], tuple[Problem, ...]]:
    """Return `digests` with the summaries `wanted` by slug, and the notes for the editor.

    The newest digest is asked about first, should the budget not do for all. A digest whose
    summary could not be had keeps the one it has. `at_most` so many words in a row may be
    those of an article.
    """
    by_slug = {digest.slug: digest for digest in digests}
    notes: list[Problem] = []
    for digest in sorted(by_slug.values(), key=_newest_first):
        if digest.slug in wanted:
            by_slug[digest.slug], found = _answered(digest, wanted[digest.slug], correspondent)
            notes += found
            texts = wanted[digest.slug].articles
            notes += leaning_on(by_slug[digest.slug], texts, at_most=at_most)
    return tuple(by_slug.values()), tuple(notes)


def summary_written(
    question: Question, correspondent: Correspondent, *, slug: str, place: Place
) -> tuple[Summary | None, tuple[Problem, ...]]:
    """Return what a language model makes of `question`, and the notes; None for nothing usable."""
    if not question.passages:
        return None, (not_asked(NO_PASSAGES, place),)
    try:
        answer = correspondent.answer(question, slug=slug)
    except NoAnswerError as error:
        return None, (not_asked(str(error), place),) if str(error) else ()
    except AnswersError as error:
        mend = "Mend the file, or delete it; until then nobody is asked."
        return None, (place.warning("S005", str(error), mend),)
    summary, notes = written(answer.text, question, model=answer.model, place=place)
    if answer.instead:
        notes = (*notes, another_answered(answer.instead, answer.model, place))
    if answer.not_kept:
        mend = "Let the folder be written to; else every build asks again."
        notes = (*notes, place.warning("S005", answer.not_kept, mend))
    return summary, notes


def _answered(
    digest: Digest, wanted: WantedSummary, correspondent: Correspondent
) -> tuple[Digest, Iterable[Problem]]:
    place = Place(file=digest.file, line=digest.editorial.summary.line)
    summary, notes = summary_written(
        wanted.question, correspondent, slug=digest.first_slug, place=place
    )
    return (replace(digest, summary=summary) if summary else digest), notes


def _newest_first(digest: Digest) -> tuple[int, str]:
    return -digest.editorial.date.toordinal(), digest.slug
