"""How hard a digest is to read: as a whole, outlet by outlet, and each article as it is stored.

Of the digest counts what its page gives to read: standfirst, lede, the editor's summary, the
narrative, and the quotations that are not in it. Sentences that a rule or a model puts on top
repeat these, and do not count again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.analysis import AnalysedText
from generator.digest.editors_summary import noted_sentences
from generator.model import Digest, OutletRoundup, Quotation, Readability
from generator.quick_state import replaced
from generator.readability import FEWEST_WORDS, readability, readability_of, sure, words_in
from generator.reading import Reading, read
from generator.summary.terms import words


def with_readability(
    digest: Digest, review: AnalysedText | None, articles: Mapping[str, AnalysedText]
) -> Digest:
    """Return `digest` with how hard it, its round-ups and its shown articles are to read."""
    language = digest.editorial.language
    shown = [review.reading] if review else []
    shown += _readings(_editors_words(digest), language)
    shown += _quoted(q for q in digest.quotations if not q.in_review)
    return replaced(
        digest,
        readability=readability_of(shown, tag=review.reading.tag if review else language),
        roundups=tuple(map(_judged, digest.roundups)),
        article_readability=tuple(
            (article.id, sure(readability(articles[article.id].reading)))
            for article in digest.articles
            if not article.hidden
        ),
    )


def _editors_words(digest: Digest) -> Iterator[str]:
    editorial = digest.editorial
    yield editorial.standfirst
    yield editorial.lede
    sentences = noted_sentences(editorial.summary.text, language=editorial.language)
    yield " ".join(sentence.text for sentence in sentences)


def _judged(roundup: OutletRoundup) -> OutletRoundup:
    found = _of_roundup(roundup)
    if found is roundup.readability:
        return roundup
    return replaced(roundup, readability=found)


def _of_roundup(roundup: OutletRoundup) -> Readability | None:
    """Return how hard the words shown of an outlet are, in the language it has most of."""
    standing = [q for q in roundup.quotations if not q.withdrawn]
    parts = [part for q in standing for part in q.parts]
    # A sign stands between two words: so many signs hold too few words, however short.
    if sum(map(len, parts)) + len(parts) < 2 * FEWEST_WORDS:
        return None
    if sum(map(words_in, parts)) < FEWEST_WORDS:
        return None
    shown = _quoted(standing)
    lengths: Counter[str] = Counter()
    for reading in shown:
        lengths[reading.tag] += len(words(reading.text))
    if not lengths:
        return None
    # Of two languages with as many words, the one that the alphabet puts first.
    tag = min(lengths, key=lambda tag: (-lengths[tag], tag))
    found = readability_of([r for r in shown if r.tag == tag], tag=tag)
    return found if found and found.words >= FEWEST_WORDS else None


def _quoted(quotations: Iterable[Quotation]) -> list[Reading]:
    return [
        reading
        for quotation in quotations
        if not quotation.withdrawn
        for reading in _readings([" ".join(quotation.parts)], quotation.language)
    ]


def _readings(texts: Iterable[str], language: str) -> list[Reading]:
    """Read texts of which every paragraph counts: there is no headline or furniture in them."""
    return [_all_copy(read(text, language=language)) for text in texts if text]


def _all_copy(reading: Reading) -> Reading:
    """Return `reading` with what was taken for furniture or a headline counted too."""
    left = {*reading.furniture, *([reading.headline] if reading.headline else [])}
    if not left:
        return reading
    return replace(reading, sentences=tuple(sorted({*reading.sentences, *left})))
