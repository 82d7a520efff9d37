"""The pages of outlets and speakers: all that each said, digest by digest, and their indexes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.model import Digest, Outlet, Quotation, Speaker
from generator.settings import SiteSettings
from generator.views.cards import digest_card
from generator.views.counts import heard, published
from generator.views.frame import OUTLETS, SPEAKERS, cut, frame, page_address, pagination
from generator.views.lists import index_view
from generator.views.outlet_pages import OutletPages, outlet_pages
from generator.views.quotation import (
    outlet_address,
    outlet_tag,
    quotation_view,
    speaker_address,
)
from generator.views.shapes import (
    DigestQuotations,
    Fact,
    IndexGroup,
    IndexView,
    Link,
    OutletView,
    SiteView,
    SpeakerView,
)
from generator.views.words import counted, country_name, language_name

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
    groups: dict[str, list[Link]] = defaultdict(list)
    for slug in sorted(outlets, key=lambda slug: (outlets[slug].name.casefold(), slug)):
        outlet = outlets[slug]
        country = country_name(outlet.country, settings.language, settings.country_names)
        link = Link(text=outlet.name, address=outlet_address(slug), count=_count(said[slug]))
        groups[country or "Country unknown"].append(link)
    yield from _index(
        groups,
        address=OUTLETS,
        heading="Outlets",
        introduction=f"{counted(len(outlets), 'outlet', 'outlets')}, by country",
        empty="No outlet has been quoted yet.",
        site=site,
    )
    beside = _beside(digests)
    linked = outlet_pages(digests)
    for slug, outlet in sorted(outlets.items()):
        neighbours = _neighbour_links(beside[slug], outlets)
        yield from _outlet_pages(
            outlet, said[slug], neighbours, site=site, settings=settings, linked=linked
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
    address = outlet_address(outlet.slug)
    pages = cut(said, settings.per_page)
    for number, some in enumerate(pages, start=1):
        yield OutletView(
            page=frame(
                site,
                page_address(address, number),
                title=outlet.name if number == 1 else f"{outlet.name}, page {number}",
                description=f"What {outlet.name} said: {_extent(said)}",
                breadcrumb=(Link(text="Outlets", address=OUTLETS),),
                section=OUTLETS,
            ),
            outlet=outlet_tag(outlet, settings),
            facts=_facts(outlet, settings),
            note=outlet.note,
            beside=beside,
            digests=_by_digest(some, settings, linked),
            pagination=pagination(address, number, len(pages)),
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
    groups: dict[str, list[Link]] = defaultdict(list)
    for slug in sorted(speakers):
        link = Link(
            text=speakers[slug].name, address=speaker_address(slug), count=_count(said[slug])
        )
        groups[slug[0].upper()].append(link)
    quoted = sum(1 for slug in speakers if _count(said[slug]))
    yield from _index(
        groups,
        address=SPEAKERS,
        heading="Speakers",
        introduction=f"{counted(quoted, 'person or body', 'people and bodies')} quoted",
        empty="Nobody has been quoted yet.",
        site=site,
    )
    linked = outlet_pages(digests)
    for slug, speaker in sorted(speakers.items()):
        yield from _speaker_pages(speaker, said[slug], site=site, settings=settings, linked=linked)


def _speaker_pages(
    speaker: Speaker, said: Said, *, site: SiteView, settings: SiteSettings, linked: OutletPages
) -> Iterator[SpeakerView]:
    address = speaker_address(speaker.slug)
    pages = cut(said, settings.per_page)
    for number, some in enumerate(pages, start=1):
        yield SpeakerView(
            page=frame(
                site,
                page_address(address, number),
                title=speaker.name if number == 1 else f"{speaker.name}, page {number}",
                description=f"What {speaker.name} said: {_extent(said)}",
                breadcrumb=(Link(text="Speakers", address=SPEAKERS),),
                section=SPEAKERS,
            ),
            name=speaker.name,
            role=speaker.role,
            digests=_by_digest(some, settings, linked),
            pagination=pagination(address, number, len(pages)),
        )


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


def _extent(said: Said) -> str:
    quotations = counted(_count(said), "quotation", "quotations")
    digests = sum(1 for _, some in said if published(some))
    return f"{quotations} in {counted(digests, 'digest', 'digests')}"


def _by_digest(
    said: Said, settings: SiteSettings, linked: OutletPages
) -> tuple[DigestQuotations, ...]:
    """Return the quotations as views, digest by digest."""
    return tuple(
        DigestQuotations(
            digest=digest_card(digest),
            quotations=tuple(quotation_view(q, digest, settings, pages=linked) for q in quotations),
            quotation_count=len(published(quotations)),
        )
        for digest, quotations in said
    )


def _beside(digests: Sequence[Digest]) -> Mapping[str, Counter[str]]:
    """Count, for each outlet, the digests that it shares with each other one."""
    beside: dict[str, Counter[str]] = defaultdict(Counter)
    for digest in digests:
        slugs = [roundup.outlet.slug for roundup in heard(digest)]
        for slug in slugs:
            beside[slug].update(other for other in slugs if other != slug)
    return beside


def _neighbour_links(counts: Counter[str], outlets: Mapping[str, Outlet]) -> tuple[Link, ...]:
    ranked = sorted(counts.items(), key=lambda row: (-row[1], outlets[row[0]].name))
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
