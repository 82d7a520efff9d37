"""Which words of its stored articles a digest publishes.

A word counts once, however often it is shown: what counts is where in the article it stands. Of a
shortened quotation only the words that were kept count, not what … left out. A withdrawn quotation
has none any more. Words that are not called a quotation count as well, where six of them or more
stand in the article in a row: what the narrative, a paraphrase or a note repeats is published too.
Here a digest is compared with its own articles; `uses_abroad.py` adds those of other digests.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from generator.analysis import AnalysedText
from generator.digest.judging import place_of
from generator.digest.printed import Printed
from generator.digest.stored import judged_words
from generator.digest.word_runs import IndexedArticle
from generator.model import Digest, Quotation, Span
from generator.text.matching import matchable, normalised
from generator.text.outer_marks import without_outer_marks
from generator.text.words import word_places
from generator.verification.joins import parsed


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """Words of one article that one quotation, or another text of the digest, publishes."""

    words: frozenset[int]
    """Their numbers in the article's visible text, from 0."""
    file: str
    """Where they are written: digest.yaml, the review or an article's front matter."""
    line: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleUse:
    """What a digest publishes of one stored article."""

    article: str
    """Its id; `<digest>/<id>` for one that another digest stores."""
    text: str
    """SHA-256 of its visible words, in hex: one article may be stored for several digests."""
    words: int
    """All its words."""
    passages: tuple[Passage, ...]
    """Those found or chosen by rule first, then in the order of digest.yaml."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DigestUse:
    """What a digest publishes of stored articles; of those published in full, nothing."""

    digest: str
    """Its slug."""
    date: str
    """ISO 8601."""
    released: bool
    """Its editors have let it go: it is published, or will be when its embargo ends."""
    articles: tuple[ArticleUse, ...]


def use_of(
    digest: Digest,
    texts: Mapping[str, AnalysedText],
    *,
    released: bool,
    printed: Iterable[Printed] = (),
) -> DigestUse:
    """Return what `digest` publishes of its articles; `texts` are these as read, by id.

    `printed` is all else that it prints; words of an article that stand there count too.
    """
    found: dict[str, list[tuple[Quotation, Span]]] = {}
    for quotation in digest.quotations:
        for article, span in _published(quotation, texts):
            found.setdefault(article, []).append((quotation, span))
    every = tuple(printed)
    uses = (
        _with_repeated(
            _article_use(
                article.id, texts[article.id].reading.text, found.get(article.id, ()), digest
            ),
            texts[article.id].reading.text,
            every,
            digest,
        )
        for article in digest.articles
        if not article.publish_in_full
    )
    return DigestUse(
        digest=digest.slug,
        date=digest.editorial.date.isoformat(),
        released=released,
        articles=tuple(use for use in uses if use.passages),
    )


def _with_repeated(
    use: ArticleUse, text: str, printed: Iterable[Printed], digest: Digest
) -> ArticleUse:
    """Return `use` with the words of the article that `printed` repeats in runs."""
    known = {number for passage in use.passages for number in passage.words}
    index = IndexedArticle(text)
    repeated = [
        Passage(words=run.words, file=each.file, line=each.line(run.span.start))
        for each in printed
        for run in index.runs_in(each.text, known=known)
    ]
    return replace(use, passages=in_order((*use.passages, *repeated), digest))


def in_order(passages: Iterable[Passage], digest: Digest) -> tuple[Passage, ...]:
    """Return `passages` with what digest.yaml has last, by its lines."""
    return tuple(sorted(passages, key=lambda p: (p.file == digest.file, p.line)))


def _article_use(
    article: str, text: str, found: Iterable[tuple[Quotation, Span]], digest: Digest
) -> ArticleUse:
    words = word_places(text)
    passages = []
    for quotation, span in found:
        file, line = place_of(quotation, digest)
        passages.append(Passage(words=numbers_of(span, words), file=file, line=line))
    return ArticleUse(
        article=article,
        text=text_key(text),
        words=len(words),
        passages=in_order(passages, digest),
    )


def text_key(text: str) -> str:
    """Return what tells the visible `text` of an article from others, as `ArticleUse.text`."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def numbers_of(span: Span, words: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Return which of `words`, given by their places, stand in `span`."""
    first = bisect_right(words, span.start, key=itemgetter(1))
    end = bisect_left(words, span.end, key=itemgetter(0))
    return frozenset(range(first, end))


def _published(
    quotation: Quotation, texts: Mapping[str, AnalysedText]
) -> Iterator[tuple[str, Span]]:
    """Yield each article that a quotation's words stand in, and where in its visible text."""
    if quotation.withdrawn or quotation.verdict is None:
        return
    article = quotation.article
    extracted = article is not None and not quotation.in_review and quotation.rule != "editor"
    if article is not None and extracted:
        for span in quotation.spans:
            yield article.id, texts[article.id].visible(span)
    if not extracted or quotation.original:
        yield from _found(quotation, texts)


def _found(quotation: Quotation, texts: Mapping[str, AnalysedText]) -> Iterator[tuple[str, Span]]:
    """Yield where the words stand that were judged.

    The verdict on several parts is that of the worst, so each of them is looked for by itself.
    """
    parts, verdict = judged_words(quotation), quotation.verdict
    if verdict is None:
        return
    found = verdict.found_in
    if len(parts) > 1 or verdict.kind == "unverified":
        for words in parts:
            yield from _anywhere(words, texts, first=found)
    elif found and verdict.span and verdict.kind != "absent" and verdict.part == "text":
        text = texts[found]
        within = text.visible(verdict.span)
        stretches, joins = parsed(_bare(parts[0]))
        spans = _stretches_in(text.reading.text, stretches, within=within) if joins else ()
        yield from ((found, span) for span in spans or (within,))


def _anywhere(
    words: str, texts: Mapping[str, AnalysedText], *, first: str | None
) -> Iterator[tuple[str, Span]]:
    """Yield where `words` stand in the first article that has them all, if one has."""
    for id_ in sorted(texts, key=lambda id_: id_ != first):
        spans = places_in(texts[id_].reading.text, words)
        if spans:
            yield from ((id_, span) for span in spans)
            return


def places_in(text: str, words: str) -> tuple[Span, ...]:
    """Return where `words` stand in a visible text, between their dots; nothing if they do not."""
    stretches, _ = parsed(_bare(words))
    return _stretches_in(text, stretches, within=Span(0, len(text)))


def _stretches_in(text: str, stretches: list[str], *, within: Span) -> tuple[Span, ...]:
    """Return where all of `stretches` stand in order in a part of `text`; else nothing."""
    source = matchable(within.of(text))
    form = source.form.replace('"', "'")
    spans: list[Span] = []
    here = 0
    for stretch in filter(None, stretches):
        here = form.find(stretch, here)
        if here < 0:
            return ()
        span = source.original(here, here + len(stretch))
        spans.append(Span(within.start + span.start, within.start + span.end))
        here += len(stretch)
    return tuple(spans)


def _bare(words: str) -> str:
    """Return `words` as they are matched: without marks around them or a stop at their end."""
    bare = words.strip().rstrip(".,;:،")
    inner = without_outer_marks(bare).of(bare).strip()
    dotted = inner.endswith("..")
    return normalised(inner if dotted else inner.rstrip(".,;:،")).strip().replace('"', "'")
