"""The stored articles of one digest, as quotations are checked against them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.analysis import AnalysedText
from generator.digest.evidence import evidence_of
from generator.model import Article, Outlet, Quotation, Span, Verdict
from generator.quick_state import replaced
from generator.verification import judged, quoted_fragments

WORST_FIRST = ("absent", "elsewhere", "unverified", "edited", "exact")


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredArticles:
    """Articles of a digest and what was read in them, both by article id."""

    articles: Mapping[str, Article]
    texts: Mapping[str, AnalysedText]

    def of(self, outlet: Outlet) -> tuple[Article, ...]:
        """Return the articles of `outlet`, in the editor's order."""
        return tuple(a for a in self.articles.values() if a.outlet.slug == outlet.slug)

    def checked(self, quotation: Quotation) -> Quotation:
        """Return `quotation` with its verdict, and with the article that holds its words.

        Its own outlet's articles are asked; `across.py` then looks for what is absent in all
        others. Only words inside quotation marks are judged, so a paraphrase has no verdict; of
        several parts the worst verdict counts. Without a stored article of the outlet: unverified.
        """
        if quotation.kind == "indirect":
            own = tuple(a for a in self.of(quotation.outlet) if not a.hidden)
            article = quotation.article or (own[0] if len(own) == 1 else None)
            shown = _shown(article)
            if quotation.verdict is None and quotation.article is shown:
                return quotation
            return replaced(quotation, article=shown, verdict=None)
        given = (quotation.article.id,) if quotation.article else ()
        claimed = given or tuple(article.id for article in self.of(quotation.outlet))
        if not claimed:
            return replaced(quotation, verdict=Verdict(kind="unverified"))
        verdict = worst(tuple(self._judged(words, claimed) for words in judged_words(quotation)))
        return self._with_place(replaced(quotation, verdict=verdict), claimed)

    def _with_place(self, quotation: Quotation, claimed: tuple[str, ...]) -> Quotation:
        """Return `quotation` with its article, and where its words stand if nothing says so yet."""
        verdict = quotation.verdict
        found = verdict.found_in if verdict and verdict.kind in {"exact", "edited"} else None
        key = found or (claimed[0] if len(claimed) == 1 else None)
        spans = quotation.spans
        if verdict and found and verdict.span and not spans:
            spans = (verdict.span,)
        article = self.articles[key] if key else None
        return replaced(quotation, article=_shown(article), spans=spans)

    def _judged(self, words: str, claimed: tuple[str, ...]) -> Verdict:
        """Return the verdict that the claimed articles give, its span in that file."""
        evidence = {
            key: evidence_of(self.articles[key], self.texts[key].reading.projection)
            for key in claimed
        }
        sources = {key: held.text for key, held in evidence.items()}
        verdict = judged(words, sources, claimed=claimed)
        if verdict.span is None or verdict.found_in is None:
            return verdict
        held = evidence[verdict.found_in]
        return replace(verdict, span=held.in_file(verdict.span), part=held.part_of(verdict.span))


def _shown(article: Article | None) -> Article | None:
    """Return `article` unless it is hidden: stored to check against, not to send readers to."""
    return None if article and article.hidden else article


def worst(verdicts: tuple[Verdict, ...]) -> Verdict:
    """Return the verdict on words in several fragments: the worst counts, the first of equals."""
    verdict = min(verdicts, key=lambda verdict: WORST_FIRST.index(verdict.kind))
    return replace(verdict, fragments=verdicts) if len(verdicts) > 1 else verdict


def judged_words(quotation: Quotation) -> list[str]:
    """Return the words that are judged, part by part.

    Of a translation the original; of a mixed passage the quoted fragments, or all of it where it
    has no marks.
    """
    parts = (quotation.original.text,) if quotation.original else quotation.parts
    if quotation.kind == "direct":
        return list(parts)
    fragments = [span.of(part) for part in parts for span in quoted_fragments(part)]
    return fragments or list(parts)


def line_of(text: str, position: int) -> int:
    """Return the 1-based line of a position in `text`."""
    return text.count("\n", 0, position) + 1


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one.start < other.end and other.start < one.end
