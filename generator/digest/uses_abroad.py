"""Which words a digest publishes that stand in an article that another digest stores.

A site has one budget for an article, wherever its words are printed: words credited to the wrong
source are the article's that has them, and a narrative may repeat what another digest's article
says. One article is in memory at a time. The texts that the digests print are indexed by their
shingles, so that an article of which nothing is printed is put aside at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.digest.across import Articles
from generator.digest.judging import place_of
from generator.digest.printed import Printed
from generator.digest.uses import (
    ArticleUse,
    DigestUse,
    Passage,
    in_order,
    numbers_of,
    places_in,
    text_key,
)
from generator.digest.word_runs import IndexedArticle, IndexedTexts
from generator.model import Digest, Quotation
from generator.text.projection import project
from generator.text.words import word_places


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintedDigest:
    """A digest with its final verdicts, and all that it prints."""

    digest: Digest
    printed: tuple[Printed, ...]
    """As `printed_by` has it: all but the quotations that were found in its own articles."""
    articles: frozenset[str]
    """`text_key` of each article that it stores; the words of these are counted already."""


def with_uses_abroad(
    uses: Sequence[DigestUse], digests: Sequence[PrintedDigest], articles: Articles
) -> tuple[DigestUse, ...]:
    """Return `uses`, one for each of `digests`, with what these publish of others' articles.

    `articles` are all that the site stores. Of an article stored twice the first copy counts.
    """
    everything = _Everything(digests)
    found: tuple[dict[str, ArticleUse], ...] = tuple({} for _ in digests)
    for (slug, id_), article in sorted(articles.items()):
        if article.publish_in_full:
            continue
        visible = project(article.text, body=article.body, markup=article.markup).visible
        for place, passages in everything.passages_in(visible, slug=slug, id_=id_):
            use = ArticleUse(
                article=f"{slug}/{id_}",
                text=text_key(visible),
                words=len(word_places(visible)),
                passages=in_order(passages, digests[place].digest),
            )
            found[place].setdefault(use.text, use)
    return tuple(
        replace(use, articles=(*use.articles, *more.values()))
        for use, more in zip(uses, found, strict=True)
    )


class _Everything:
    """All that the digests of a site print, ready to be found in articles."""

    def __init__(self, digests: Sequence[PrintedDigest]) -> None:
        """Index what `digests` print."""
        self._digests = digests
        self._texts = [(place, text) for place, d in enumerate(digests) for text in _texts_of(d)]
        self._index = IndexedTexts([text.text for _, text in self._texts])
        self._credited: dict[str, dict[int, list[Printed]]] = defaultdict(dict)
        for place, each in enumerate(digests):
            for article, words in _held_abroad(each.digest):
                self._credited[article].setdefault(place, []).append(words)

    def passages_in(
        self, visible: str, *, slug: str, id_: str
    ) -> Iterator[tuple[int, list[Passage]]]:
        """Yield the places of digests that print `visible` words of another's article, and which.

        The article is `id_` of the digest `slug`.
        """
        near: dict[int, list[Printed]] = defaultdict(list)
        for number in sorted(self._index.near(visible)):
            place, text = self._texts[number]
            near[place].append(text)
        credited = self._credited.get(f"{slug}/{id_}", {})
        others = {
            place: each
            for place in sorted({*near, *credited})
            if (each := self._digests[place]).digest.slug != slug
        }
        if not others:
            return
        article, key = IndexedArticle(visible), text_key(visible)
        for place in (place for place, each in others.items() if key not in each.articles):
            exact = list(_exact(credited.get(place, ()), visible))
            known = frozenset(number for passage in exact for number in passage.words)
            passages = [*exact, *_repeated(near[place], article, known)]
            if passages:
                yield place, passages


def _exact(texts: Iterable[Printed], visible: str) -> Iterator[Passage]:
    """Yield where words stand of which the check says that the article holds them."""
    words = word_places(visible)
    for text in texts:
        for span in places_in(visible, text.text):
            yield Passage(words=numbers_of(span, words), file=text.file, line=text.line(0))


def _repeated(
    texts: Iterable[Printed], article: IndexedArticle, known: frozenset[int]
) -> Iterator[Passage]:
    """Yield the runs of words that texts share with an article."""
    for text in texts:
        for run in article.runs_in(text.text, known=known):
            yield Passage(words=run.words, file=text.file, line=text.line(run.span.start))


def _texts_of(each: PrintedDigest) -> Iterator[Printed]:
    """Yield all texts that a digest prints, those of its articles' quotations too."""
    yield from each.printed
    for quotation in each.digest.quotations:
        if quotation.withdrawn:
            continue
        # The words before translation, and what was found in an article, are nowhere else.
        found = not quotation.in_review and quotation.rule != "editor"
        texts = (quotation.original.text,) if quotation.original else quotation.parts
        if quotation.original or found:
            yield from (_printed(text, quotation, each.digest) for text in texts)


def _held_abroad(digest: Digest) -> Iterator[tuple[str, Printed]]:
    """Yield the articles of other digests that hold words of this one, and the words."""
    for quotation in digest.quotations:
        verdict = quotation.verdict
        if verdict is None or quotation.withdrawn:
            continue
        for one in verdict.fragments or (verdict,):
            if one.kind == "elsewhere" and "/" in (one.found_in or ""):
                yield str(one.found_in), _printed(one.words, quotation, digest)


def _printed(text: str, quotation: Quotation, digest: Digest) -> Printed:
    file, line = place_of(quotation, digest)
    return Printed(text=text, file=file, lines=((0, line),), quoted=True)
