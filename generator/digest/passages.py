"""What a language model may be told of a digest: what its page shows anyway, and nothing else.

That is: the title, the published quotations with who said them, and the narrated review sentence
by sentence. No stored article goes out beyond its quotations, nor what is hidden, withdrawn, or
not found where it should stand. Passages in another language than the digest's stay at home too:
a summary of them could not be checked by comparing words.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis import AnalysedText
from generator.digest.stored import overlap
from generator.digest.summing_up import REVIEW
from generator.model import Citation, Digest, Quotation, Span
from generator.summary.question import Passage, Question


def question_about(digest: Digest, review: AnalysedText | None) -> Question:
    """Return what is asked about `digest`; without passages if none may serve."""
    editorial = digest.editorial
    return Question(
        title=editorial.title,
        language=editorial.language,
        sentences=editorial.summary.sentences,
        words=editorial.summary.words,
        passages=(*_of_review(digest, review), *_of_articles(digest)),
    )


def _of_articles(digest: Digest) -> Iterator[Passage]:
    """Yield the published quotations of articles, in round-up order."""
    for quotation in digest.quotations:
        if quotation.in_review or quotation.withdrawn or _is_doubtful(quotation):
            continue
        if not _same_language(quotation.language, digest.editorial.language):
            continue
        article = quotation.article
        yield Passage(
            text=" ".join(" ".join(quotation.parts).split()),
            outlet=quotation.outlet.name,
            headline=article.headline if article else "",
            speaker=quotation.speaker.name if quotation.speaker else "",
            role=quotation.speaker.role if quotation.speaker else "",
            citation=Citation(
                document=article.id if article else "",
                spans=quotation.spans,
                quotation=quotation.id,
            ),
        )


def _of_review(digest: Digest, review: AnalysedText | None) -> Iterator[Passage]:
    """Yield the sentences of the narrated review; it is the editor's own text."""
    if review is None or not _same_language(digest.narrative_language, digest.editorial.language):
        return
    for sentence in review.reading.sentences:
        span = review.reading.projection.in_file(sentence)
        held = tuple(_held(digest.quotations, span))
        if any(quotation.withdrawn for quotation in held) or any(_held(digest.hidden, span)):
            continue
        yield Passage(
            text=" ".join(sentence.of(review.reading.text).split()),
            citation=Citation(
                document=REVIEW,
                spans=(span,),
                quotation=held[0].id if held else "",
            ),
        )


def _held(quotations: tuple[Quotation, ...], span: Span) -> Iterator[Quotation]:
    """Yield the quotations that share words with a sentence of the review."""
    for quotation in quotations:
        if quotation.in_review and any(overlap(span, other) for other in quotation.spans):
            yield quotation


def _is_doubtful(quotation: Quotation) -> bool:
    """Tell whether the words were not found where they should stand."""
    return quotation.verdict is not None and quotation.verdict.kind in {"absent", "elsewhere"}


def _same_language(one: str, other: str) -> bool:
    return one.split("-", maxsplit=1)[0].casefold() == other.split("-", maxsplit=1)[0].casefold()
