"""The pages of outlets and speakers: all that each said, digest by digest, and their indexes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Digest, Outlet, Quotation, Speaker
from generator.quick_state import quickly_made
from generator.settings import SiteSettings
from generator.views.cards import digest_card
from generator.views.counts import heard, published
from generator.views.frame import (
    OUTLETS,
    SPEAKERS,
    cut,
    frame,
    page_address,
    page_count,
    pagination,
)
from generator.views.lists import index_view
from generator.views.outlet_pages import OutletPages, outlet_pages
from generator.views.quotation import (
    outlet_address,
    outlet_tag,
    quotation_view,
    speaker_address,
)
from generator.views.shapes import (
    Clipping,
    DigestQuotations,
    Fact,
    IndexGroup,
    IndexView,
    Link,
    OutletView,
    QuotationView,
    SiteView,
    SpeakerView,
)
from generator.views.words import counted, country_name, language_name

_digest_quotations = quickly_made(DigestQuotations)

PER_INDEX_PAGE = 200
"""Names on one page of an index."""

Said = Sequence[tuple[Digest, tuple[Quotation, ...]]]
"""What a voice said: digests, newest first, each with its quotations."""


def outlet_views(
    digests: Sequence[Digest], *, site: SiteView, settings: SiteSettings
) -> Iterator[OutletView | IndexView]:
    """Yield the index of outlets by country, and each outlet's page."""
    outlets = {
        roundup.outlet.slug: roundup.outlet
        for digest in reversed(digests)
        for roundup in digest.roundups
    }
    said = _said(digests, lambda quotation: quotation.outlet.slug)
    counts = {slug: _count(said[slug]) for slug in outlets}
    yield from outlet_index(outlets, counts, site=site, settings=settings)
    beside = _beside(digests)
    linked = outlet_pages(digests)
    for slug, outlet in sorted(outlets.items()):
        neighbours = neighbour_links(beside[slug], outlets)
        yield from _outlet_pages(
            outlet, said[slug], neighbours, site=site, settings=settings, linked=linked
        )


def outlet_index(
    outlets: Mapping[str, Outlet],
    counts: Mapping[str, int],
    *,
    site: SiteView,
    settings: SiteSettings,
) -> Iterator[IndexView]:
    """Yield the pages of the index of outlets; `counts` are quotations, both by slug."""
    groups: dict[str, list[Link]] = defaultdict(list)
    for slug in sorted(outlets, key=lambda slug: (outlets[slug].name.casefold(), slug)):
        outlet = outlets[slug]
        country = country_name(outlet.country, settings.language, settings.country_names)
        link = Link(text=outlet.name, address=outlet_address(slug), count=counts[slug])
        groups[country or "Country unknown"].append(link)
    yield from _index(
        groups,
        address=OUTLETS,
        heading="Outlets",
        introduction=f"{counted(len(outlets), 'outlet', 'outlets')}, by country",
        empty="No outlet has been quoted yet.",
        site=site,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Extent:
    """How much a voice said."""

    quotations: int
    """Published ones."""
    digests: int
    """Those that publish one at least."""
    entries: int
    """Digests that its pages list: also where all it said was withdrawn."""

    @property
    def words(self) -> str:
        """The extent, as a reader is told."""
        quotations = counted(self.quotations, "quotation", "quotations")
        return f"{quotations} in {counted(self.digests, 'digest', 'digests')}"


def outlet_page(
    outlet: Outlet,
    extent: Extent,
    number: int,
    digests: tuple[DigestQuotations | Clipping, ...],
    beside: tuple[Link, ...],
    *,
    site: SiteView,
    settings: SiteSettings,
) -> OutletView:
    """Return page `number` of an outlet, on which `digests` stand."""
    address = outlet_address(outlet.slug)
    return OutletView(
        page=frame(
            site,
            page_address(address, number),
            title=outlet.name if number == 1 else f"{outlet.name}, page {number}",
            description=f"What {outlet.name} said: {extent.words}",
            breadcrumb=(Link(text="Outlets", address=OUTLETS),),
            section=OUTLETS,
        ),
        outlet=outlet_tag(outlet, settings),
        facts=_facts(outlet, settings),
        note=outlet.note,
        beside=beside,
        digests=digests,
        pagination=pagination(address, number, page_count(extent.entries, settings.per_page)),
    )


def _outlet_pages(
    outlet: Outlet,
    said: Said,
    beside: tuple[Link, ...],
    *,
    site: SiteView,
    settings: SiteSettings,
    linked: OutletPages,
) -> Iterator[OutletView]:
    for number, some in enumerate(cut(said, settings.per_page), start=1):
        digests = _by_digest(some, settings, linked)
        yield outlet_page(
            outlet, _extent(said), number, digests, beside, site=site, settings=settings
        )


def speaker_views(
    digests: Sequence[Digest], *, site: SiteView, settings: SiteSettings
) -> Iterator[SpeakerView | IndexView]:
    """Yield the index of speakers by letter, and each speaker's page."""
    speakers: dict[str, Speaker] = {}
    for digest in digests:
        for quotation in digest.quotations:
            if quotation.speaker and not quotation.speaker.described:
                known = speakers.setdefault(quotation.speaker.slug, quotation.speaker)
                if not known.role:
                    speakers[known.slug] = quotation.speaker
    said = _said(digests, lambda quotation: quotation.speaker.slug if quotation.speaker else "")
    counts = {slug: _count(said[slug]) for slug in speakers}
    yield from speaker_index(speakers, counts, site=site)
    linked = outlet_pages(digests)
    for slug, speaker in sorted(speakers.items()):
        yield from _speaker_pages(speaker, said[slug], site=site, settings=settings, linked=linked)


def speaker_index(
    speakers: Mapping[str, Speaker], counts: Mapping[str, int], *, site: SiteView
) -> Iterator[IndexView]:
    """Yield the pages of the index of speakers; `counts` are quotations, both by slug."""
    groups: dict[str, list[Link]] = defaultdict(list)
    for slug in sorted(speakers):
        link = Link(text=speakers[slug].name, address=speaker_address(slug), count=counts[slug])
        groups[slug[0].upper()].append(link)
    quoted = sum(1 for slug in speakers if counts[slug])
    yield from _index(
        groups,
        address=SPEAKERS,
        heading="Speakers",
        introduction=f"{counted(quoted, 'person or body', 'people and bodies')} quoted",
        empty="Nobody has been quoted yet.",
        site=site,
    )


def speaker_page(
    speaker: Speaker,
    extent: Extent,
    number: int,
    digests: tuple[DigestQuotations | Clipping, ...],
    *,
    site: SiteView,
    settings: SiteSettings,
) -> SpeakerView:
    """Return page `number` of a speaker, on which `digests` stand."""
    address = speaker_address(speaker.slug)
    return SpeakerView(
        page=frame(
            site,
            page_address(address, number),
            title=speaker.name if number == 1 else f"{speaker.name}, page {number}",
            description=f"What {speaker.name} said: {extent.words}",
            breadcrumb=(Link(text="Speakers", address=SPEAKERS),),
            section=SPEAKERS,
        ),
        name=speaker.name,
        role=speaker.role,
        digests=digests,
        pagination=pagination(address, number, page_count(extent.entries, settings.per_page)),
    )


def _speaker_pages(
    speaker: Speaker, said: Said, *, site: SiteView, settings: SiteSettings, linked: OutletPages
) -> Iterator[SpeakerView]:
    for number, some in enumerate(cut(said, settings.per_page), start=1):
        digests = _by_digest(some, settings, linked)
        yield speaker_page(speaker, _extent(said), number, digests, site=site, settings=settings)


def _said(digests: Sequence[Digest], key: Callable[[Quotation], str]) -> dict[str, Said]:
    said: dict[str, list[tuple[Digest, tuple[Quotation, ...]]]] = defaultdict(list)
    for digest in digests:
        voices: dict[str, list[Quotation]] = defaultdict(list)
        for quotation in digest.quotations:
            voices[key(quotation)].append(quotation)
        for voice, quotations in voices.items():
            said[voice].append((digest, tuple(quotations)))
    return defaultdict(list, said)


def _count(said: Said) -> int:
    return sum(len(published(quotations)) for _, quotations in said)


def _extent(said: Said) -> Extent:
    return Extent(
        quotations=_count(said),
        digests=sum(1 for _, some in said if published(some)),
        entries=len(said),
    )


def entries_of(
    digest: Digest, figures: Mapping[str, QuotationView]
) -> dict[tuple[str, str], DigestQuotations]:
    """Return what each voice said in a digest, by `outlet` or `speaker` and its slug.

    `figures` are `figures_of` the digest.
    """
    card = digest_card(digest)
    said: dict[tuple[str, str], list[Quotation]] = defaultdict(list)
    for quotation in digest.quotations:
        said["outlet", quotation.outlet.slug].append(quotation)
        if quotation.speaker:
            said["speaker", quotation.speaker.slug].append(quotation)
    return {
        voice: _digest_quotations(
            digest=card,
            quotations=tuple(figures[quotation.id] for quotation in some),
            quotation_count=len(published(some)),
        )
        for voice, some in said.items()
    }


def _entry(
    digest: Digest, quotations: tuple[Quotation, ...], settings: SiteSettings, linked: OutletPages
) -> DigestQuotations:
    """Return what a voice said in one digest, as its page shows it."""
    return DigestQuotations(
        digest=digest_card(digest),
        quotations=tuple(quotation_view(q, digest, settings, pages=linked) for q in quotations),
        quotation_count=len(published(quotations)),
    )


def _by_digest(
    said: Said, settings: SiteSettings, linked: OutletPages
) -> tuple[DigestQuotations, ...]:
    """Return the quotations as views, digest by digest."""
    return tuple(_entry(digest, quotations, settings, linked) for digest, quotations in said)


def _beside(digests: Sequence[Digest]) -> Mapping[str, Counter[str]]:
    """Count, for each outlet, the digests that it shares with each other one."""
    beside: dict[str, Counter[str]] = defaultdict(Counter)
    for digest in digests:
        slugs = [roundup.outlet.slug for roundup in heard(digest)]
        for slug in slugs:
            beside[slug].update(other for other in slugs if other != slug)
    return beside


def neighbour_links(counts: Counter[str], outlets: Mapping[str, Outlet]) -> tuple[Link, ...]:
    """Return the outlets most often quoted beside one, with in how many digests."""
    ranked = sorted(counts.items(), key=lambda row: (-row[1], outlets[row[0]].name, row[0]))
    return tuple(
        Link(text=outlets[slug].name, address=outlet_address(slug), count=count)
        for slug, count in ranked[:12]
    )


def _facts(outlet: Outlet, settings: SiteSettings) -> tuple[Fact, ...]:
    language = settings.language
    languages = ", ".join(language_name(tag, language) for tag in outlet.languages)
    facts = (
        ("Country", country_name(outlet.country, language, settings.country_names), ""),
        ("Language", languages, ""),
        ("Kind", outlet.kind or "", ""),
        ("Ownership", outlet.ownership or "", ""),
        ("Site", outlet.domain or "", f"https://{outlet.domain}/" if outlet.domain else ""),
        ("Native name", ", ".join(outlet.native_names), ""),
        ("Also called", ", ".join(outlet.aliases), ""),
        ("Lean", f"{outlet.lean.value} ({outlet.lean.source})" if outlet.lean else "", ""),
        ("Status", "" if outlet.registered else "Named in a review; in no registry", ""),
    )
    return tuple(Fact(label=label, value=value, url=url) for label, value, url in facts if value)


def _index(
    groups: Mapping[str, Sequence[Link]],
    *,
    address: str,
    heading: str,
    introduction: str,
    empty: str,
    site: SiteView,
) -> Iterator[IndexView]:
    """Yield the pages of an index, groups in order of their headings."""
    entries = [(name, link) for name in sorted(groups) for link in groups[name]]
    pages = cut(entries, PER_INDEX_PAGE)
    for number, some in enumerate(pages, start=1):
        names = dict.fromkeys(name for name, _ in some)
        yield index_view(
            site,
            address=address,
            heading=heading,
            introduction=introduction if entries else "",
            groups=tuple(
                IndexGroup(
                    heading=name,
                    anchor=f"g-{place}",
                    links=tuple(link for group, link in some if group == name),
                )
                for place, name in enumerate(names, start=1)
            ),
            empty=empty,
            number=number,
            total=len(pages),
        )
