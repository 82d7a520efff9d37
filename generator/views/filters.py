"""By what readers may narrow the quotations of a digest, and how many each choice shows.

A filter is offered where it can divide something: on a digest of more than a handful, by what at
least two quotations differ in. Withdrawn quotations are not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from generator.model import Digest, Quotation
from generator.quick_state import quickly_made
from generator.settings import SiteSettings
from generator.text.slugs import distinct_slug
from generator.views.counts import published
from generator.views.quotation import kind_label
from generator.views.shapes import Choice, Facet, FilterView
from generator.views.words import VERDICTS, country_name, language_name

HANDFUL = 5
"""So many quotations are seen at a glance; more are worth filtering."""

LABELS = {
    "outlet": "Outlet",
    "country": "Country",
    "speaker": "Speaker",
    "via": "Via",
    "language": "Language",
    "kind": "Kind",
    "verdict": "Verdict",
}
"""What can be filtered by, in the order of the form."""
_choice, _filter_view = quickly_made(Choice), quickly_made(FilterView)

Choices = Mapping[str, tuple[str, str]]
"""Where a quotation stands: value and label, by the filter's name."""


def choices_of(digest: Digest, settings: SiteSettings) -> dict[str, Choices]:
    """Return where each quotation of a digest stands, by its id."""
    return {q.id: dict(_choices(q, digest, settings)) for q in digest.quotations}


def filters_of(digest: Digest, choices: Mapping[str, Choices]) -> tuple[FilterView, ...]:
    """Return the filters of a digest's page; none where there is little to filter.

    `choices` are `choices_of` the digest.
    """
    shown = published(digest.quotations)
    if len(shown) <= HANDFUL:
        return ()
    found = [choices[quotation.id] for quotation in shown]
    filters = (_filter(name, [each[name] for each in found if name in each]) for name in LABELS)
    return tuple(filter_ for filter_ in filters if len(filter_.choices) > 1)


def facets_of(choices: Choices, offered: Iterable[str]) -> tuple[Facet, ...]:
    """Return where a quotation with these `choices` stands in each of the filters `offered`."""
    return tuple([_facet(name, choices[name][0]) for name in offered if name in choices])


@lru_cache(maxsize=1024)  # many quotations stand in one place
def _facet(name: str, value: str) -> Facet:
    return Facet(name=name, value=value)


def _choices(
    quotation: Quotation, digest: Digest, settings: SiteSettings
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield (filter, (value, label)) for what is known; of a withdrawn one only its chain."""
    outlet, speaker, via = quotation.outlet, quotation.speaker, quotation.via
    yield "outlet", (outlet.slug, outlet.name)
    if outlet.country:
        name = country_name(outlet.country, settings.language, settings.country_names)
        yield "country", (outlet.country, name)
    if speaker:
        yield "speaker", (speaker.slug, speaker.name)
    if via:
        yield "via", (distinct_slug(via), via)
    if quotation.withdrawn:
        return
    language = quotation.original.language if quotation.original else quotation.language
    yield "language", (language, language_name(language, digest.editorial.language))
    kind = "own" if quotation.own_words else quotation.kind
    yield "kind", (kind, kind_label(quotation))
    if quotation.verdict:
        yield "verdict", (quotation.verdict.kind, VERDICTS[quotation.verdict.kind][0])


def _filter(name: str, choices: Iterable[tuple[str, str]]) -> FilterView:
    """Return a filter, the most frequent choice first and labels in order among equals."""
    counts: dict[str, int] = {}
    labels: dict[str, str] = {}
    for value, label in choices:
        counts[value] = counts.get(value, 0) + 1
        labels.setdefault(value, label)
    ranked = sorted(counts, key=lambda value: (-counts[value], labels[value], value))
    return _filter_view(
        name=name,
        label=LABELS[name],
        choices=tuple([_choice(value=v, label=labels[v], count=counts[v]) for v in ranked]),
    )
