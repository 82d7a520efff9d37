"""Whose voices a digest carries: verdicts, countries, languages, words by outlet."""

from __future__ import annotations

from collections import Counter

from generator.model import Digest
from generator.settings import SiteSettings
from generator.views.counts import heard, published, verbatim_words
from generator.views.shapes import CoverageRow, CoverageView
from generator.views.words import VERDICTS, country_name, language_name


def coverage_view(digest: Digest, settings: SiteSettings) -> CoverageView:
    """Return the figures of a digest."""
    language = digest.editorial.language
    shown = published(digest.quotations)
    countries = Counter(
        country_name(q.outlet.country, settings.language, settings.country_names) or "Unknown"
        for q in shown
    )
    languages = Counter(
        language_name(q.original.language if q.original else q.language, language) for q in shown
    )
    words = Counter({r.outlet.name: verbatim_words(r) for r in heard(digest)})
    verdicts = Counter(VERDICTS[q.verdict.kind][0] if q.verdict else "Paraphrase" for q in shown)
    return CoverageView(
        countries=_rows(countries),
        languages=_rows(languages),
        outlets=_rows(+words),
        verdicts=_rows(verdicts),
    )


def _rows(counts: Counter[str]) -> tuple[CoverageRow, ...]:
    """Return the counts, the largest first and names in order among equals."""
    total = sum(counts.values())
    return tuple(
        CoverageRow(label=label, count=count, share=round(100 * count / total))
        for label, count in sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    )
