"""The stored articles of one digest, as quotations are checked against them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.analysis import AnalysedText
from generator.model import Article, AttributionKind, Outlet, Span, Verdict
from generator.verification import quoted_fragments, verify

WORST_FIRST = ("absent", "elsewhere", "unverified", "edited", "exact")


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredArticles:
    """Articles of a digest and what was read in them, both by article id."""

    articles: Mapping[str, Article]
    texts: Mapping[str, AnalysedText]

    def of(self, outlet: Outlet) -> tuple[Article, ...]:
        """Return the articles of `outlet`, in the editor's order."""
        return tuple(a for a in self.articles.values() if a.outlet.slug == outlet.slug)

    def verdict(
        self, words: str, *, kind: AttributionKind, outlet: Outlet, article: str | None = None
    ) -> Verdict | None:
        """Return what checking `words` comes to; None for a paraphrase.

        Only words inside quotation marks are judged: of a mixed passage every quoted fragment,
        and the worst verdict counts. Without a stored article of the outlet: unverified.
        """
        if kind == "indirect":
            return None
        claimed = (article,) if article else tuple(a.id for a in self.of(outlet))
        if not claimed:
            return Verdict(kind="unverified")
        fragments = [words]
        if kind == "mixed":
            fragments = [span.of(words) for span in quoted_fragments(words)] or [words]
        verdicts = [self._best(fragment, claimed) for fragment in fragments]
        return min(verdicts, key=lambda verdict: WORST_FIRST.index(verdict.kind))

    def _best(self, words: str, claimed: tuple[str, ...]) -> Verdict:
        """Return the best verdict that any claimed article gives, its span in that file."""
        sources = {key: text.reading.text for key, text in self.texts.items()}
        verdicts = [verify(words, sources, claimed=key) for key in claimed]
        return self._in_file(max(verdicts, key=lambda v: WORST_FIRST.index(v.kind)))

    def _in_file(self, verdict: Verdict) -> Verdict:
        if verdict.span is None or verdict.found_in is None:
            return verdict
        projection = self.texts[verdict.found_in].reading.projection
        return Verdict(
            kind=verdict.kind,
            found_in=verdict.found_in,
            span=projection.in_file(verdict.span),
            nearest=verdict.nearest,
        )


def line_of(text: str, position: int) -> int:
    """Return the 1-based line of a position in `text`."""
    return text.count("\n", 0, position) + 1


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one.start < other.end and other.start < one.end
