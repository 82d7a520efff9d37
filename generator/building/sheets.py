"""Which pages of many digests there are, and what each of them shows: known before one is drawn.

The key of a page is the fingerprint of all that it shows; so a page is drawn only if its key is
another than that of the page that was drawn before. The pages of an outlet or a speaker of whom
nothing changed (`building/totals.py`) keep the keys that they have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any, cast

from generator.building.drawing import Press, clipping, live_digest
from generator.building.fingerprints import print_of, print_of_bytes, print_of_rows
from generator.building.totals import VoiceTotal, tally, topics, voices
from generator.model import Outlet, Speaker, Topic
from generator.store.state import State, unpacked
from generator.views.archive import Month, archive_heads, archive_index
from generator.views.corrections import corrections_views
from generator.views.frame import cut, page_address
from generator.views.home import HomeHead, home_page, lead_quotation, most_quoted, topics_by_use
from generator.views.lists import ListHead, list_page
from generator.views.quotation import outlet_address, speaker_address
from generator.views.shapes import Clipping, DigestCard, Link, View
from generator.views.site import LATEST, not_found
from generator.views.site_coverage import coverage_pages
from generator.views.topics import topic_heads, topic_index
from generator.views.voices import (
    Extent,
    neighbour_links,
    outlet_index,
    outlet_page,
    speaker_index,
    speaker_page,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """A page that can be drawn: where it is, the fingerprint of what it shows, and that itself.

    Of the digests that a list shows only the slugs are here; who draws the page looks them up.
    """

    address: str
    key: bytes
    head: object
    """`OutletHead`, `SpeakerHead`, `ListHead`, `HomeHead`, or the view itself."""
    number: int = 1
    """Of the page."""
    entries: int = 0
    """Of the home page's list."""
    slugs: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class OutletHead:
    """An outlet, without what it said."""

    outlet: Outlet
    extent: Extent
    beside: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SpeakerHead:
    """A speaker, without what was said."""

    speaker: Speaker
    extent: Extent


def view_of(sheet: Sheet, state: State, press: Press) -> View:
    """Return the view of a page, its digests looked up in `state`."""
    site, settings, head = press.site, press.settings, sheet.head
    match head:
        case OutletHead():
            said = _said(state, "outlet", head.outlet.slug, sheet.slugs)
            return outlet_page(
                head.outlet,
                head.extent,
                sheet.number,
                said,
                head.beside,
                site=site,
                settings=settings,
            )
        case SpeakerHead():
            said = _said(state, "speaker", head.speaker.slug, sheet.slugs)
            return speaker_page(
                head.speaker, head.extent, sheet.number, said, site=site, settings=settings
            )
        case ListHead():
            cards = cards_of(state, sheet.slugs)
            return list_page(head, sheet.number, cards, site=site, settings=settings)
        case HomeHead():
            cards = cards_of(state, sheet.slugs)
            return home_page(head, sheet.number, sheet.entries, cards, site=site, settings=settings)
        case _:
            return cast("View", head)


def cards_of(state: State, slugs: Sequence[str]) -> tuple[DigestCard, ...]:
    """Return the cards of digests."""
    query = f"SELECT slug, card FROM matter WHERE slug IN ({_marks(slugs)})"  # noqa: S608 (only marks)
    found = dict(state.rows(query, slugs))
    return tuple(unpacked(found[slug]) for slug in slugs if slug in found)


def _said(state: State, kind: str, name: str, slugs: Sequence[str]) -> tuple[Clipping, ...]:
    """Return what a voice said in each of some digests, drawn."""
    query = (
        f"SELECT slug, value FROM part WHERE kind = ? AND name = ? AND slug IN ({_marks(slugs)})"  # noqa: S608 (only marks)
    )
    found = dict(state.rows(query, (kind, name, *slugs)))
    return tuple(clipping(found[slug]) for slug in slugs if slug in found)


def _marks(values: Sequence[str]) -> str:
    return ",".join("?" * len(values))


Known = Mapping[str, bytes]
"""The keys of the pages that were drawn before, by address."""


def sheets(state: State, press: Press, slugs: tuple[str, ...], known: Known) -> Iterator[Sheet]:
    """Yield every page of many digests; `slugs` are the live ones, the newest first."""
    cards = dict(state.rows("SELECT slug, card_print FROM digest WHERE live IS NOT NULL"))
    used = topics(state)
    outlets, speakers = voices(state, "outlet"), voices(state, "speaker")
    listed = [(slug, cards[slug]) for slug in slugs]
    every = print_of_rows(listed)
    yield from _home(state, press, listed, used, outlets)
    later = partial(_later_pages, press, listed[1:])
    yield from _as_before(state, "home", every, known, later)
    yield from _outlets(state, press, outlets, known)
    yield from _speakers(state, press, speakers, known)
    yield from _topic_lists(state, press, used, cards, known)
    yield from _archive(state, press, cards, known)
    counted = tally(state, outlets)
    yield from _ready(coverage_pages(counted, site=press.site, settings=press.settings), press)
    recorded = "SELECT slug FROM figure WHERE recorded"
    record = {slug for (slug,) in state.rows(recorded)}
    amended = [live_digest(state, slug) for slug in slugs if slug in record]
    yield from _ready(corrections_views(amended, site=press.site, settings=press.settings), press)
    yield from _ready([not_found(cards_of(state, slugs[:LATEST]), press.site)], press)


def _as_before(
    state: State, name: str, cause: bytes, known: Known, made: Callable[[], Iterator[Sheet]]
) -> Iterator[Sheet]:
    """Yield the pages of some lists: as drawn before, if `cause`, all that they show, is the same.

    The cause is kept, and by the same transaction what is drawn from it.
    """
    before, addresses = state.fact(f"list {name}") or (b"", ())
    if before == cause and all(address in known for address in addresses):
        yield from (Sheet(address=each, key=known[each], head=None) for each in addresses)
        return
    sheets = list(made())
    state.keep(f"list {name}", (cause, tuple(sheet.address for sheet in sheets)))
    yield from sheets


def _ready(views: Iterator[View] | list[View], press: Press) -> Iterator[Sheet]:
    for view in views:
        key = print_of_bytes(press.prints[type(view).__name__], print_of(view))
        yield Sheet(address=view.page.address, key=key, head=view)


def _of_list(
    head: object,
    address: str,
    members: Sequence[tuple[str, bytes]],
    press: Press,
    *,
    template: str,
) -> Iterator[Sheet]:
    """Yield the pages of a list; `members` are slugs, with the fingerprint of what is shown."""
    known = print_of_bytes(press.prints[template], print_of(head))
    for number, some in enumerate(cut(members, press.settings.per_page), start=1):
        yield Sheet(
            address=page_address(address, number),
            key=print_of_bytes(known, number.to_bytes(4, "big"), *(part for _, part in some)),
            head=head,
            number=number,
            entries=len(members),
            slugs=tuple(slug for slug, _ in some),
        )


def _home(
    state: State,
    press: Press,
    listed: Sequence[tuple[str, bytes]],
    used: tuple[Counter[str], dict[str, Topic]],
    outlets: Mapping[str, VoiceTotal],
) -> Iterator[Sheet]:
    slugs = [slug for slug, _ in listed[:1]]
    lead = live_digest(state, slugs[0]) if slugs else None
    shown = {slug: voice for slug, voice in outlets.items() if voice.digests}
    first = HomeHead(
        lead=cards_of(state, slugs)[0] if slugs else None,
        lead_quotation=lead_quotation(lead, press.settings, press.pages) if lead else None,
        topics=topics_by_use(*used),
        outlets=most_quoted(
            {slug: voice.said for slug, voice in shown.items()},
            {slug: voice.value.name for slug, voice in shown.items()},
        ),
    )
    members = listed[1:]
    (page,) = _of_list(first, "", members[: press.settings.per_page], press, template="HomeView")
    yield replace(page, key=_with_total(page.key, members), entries=len(members))


def _later_pages(press: Press, members: Sequence[tuple[str, bytes]]) -> Iterator[Sheet]:
    """Yield the pages of the home page's list after its first."""
    head = HomeHead(lead=None, lead_quotation=None, topics=(), outlets=())
    for page in _of_list(head, "", members, press, template="HomeView"):
        if page.number > 1:
            yield replace(page, key=_with_total(page.key, members))


def _with_total(key: bytes, members: Sequence[object]) -> bytes:
    return print_of_bytes(key, len(members).to_bytes(4, "big"))


def _archive(
    state: State, press: Press, cards: Mapping[str, bytes], known: Known
) -> Iterator[Sheet]:
    query = "SELECT name, slug FROM voice WHERE kind = 'month' ORDER BY moment DESC, slug"
    rows = state.rows(query)

    def made() -> Iterator[Sheet]:
        filed: dict[Month, list[tuple[str, bytes]]] = defaultdict(list)
        for name, slug in rows:
            year, month = map(int, name.split("-"))
            filed[year, month].append((slug, cards[slug]))
            filed[year, 0].append((slug, cards[slug]))
        counts = {place: len(some) for place, some in filed.items() if place[1]}
        yield from _ready([archive_index(counts, press.site)], press)
        for place, head in archive_heads(counts, press.site):
            yield from _of_list(head, head.address, filed[place], press, template="ListView")

    yield from _as_before(state, "months", _cause(rows, cards), known, made)


def _topic_lists(
    state: State,
    press: Press,
    used: tuple[Counter[str], dict[str, Topic]],
    cards: Mapping[str, bytes],
    known: Known,
) -> Iterator[Sheet]:
    counts, named = used
    topics = {topic.slug: topic for topic in press.topics} | named
    query = "SELECT name, slug FROM voice WHERE kind = 'topic' ORDER BY moment DESC, slug"
    rows = state.rows(query)

    def made() -> Iterator[Sheet]:
        yield from _ready([topic_index(counts, topics, press.site)], press)
        filed: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for place, (name, slug) in enumerate(rows):
            filed[name].append((place, slug))
        for names, head in topic_heads(counts, topics):
            some = sorted(member for name in names for member in filed[name])
            members = [(slug, cards[slug]) for _, slug in some]
            yield from _of_list(head, head.address, members, press, template="ListView")

    what = print_of((tuple(sorted(counts.items())), tuple(topics.values())))
    cause = print_of_bytes(what, _cause(rows, cards))
    yield from _as_before(state, "topics", cause, known, made)


def _cause(rows: list[tuple[Any, ...]], cards: Mapping[str, bytes]) -> bytes:
    """Return the fingerprint of who stands in some lists, and of their cards."""
    return print_of_bytes(print_of_rows(rows), *[cards[slug] for _, slug in rows])


def _members(state: State, kind: str, name: str) -> list[tuple[str, bytes]]:
    """Return the digests with entries of a voice, the newest first, with their fingerprints."""
    query = (
        "SELECT voice.slug, print FROM voice JOIN part USING (kind, name, slug) "
        "WHERE voice.kind = ? AND voice.name = ? ORDER BY voice.moment DESC, voice.slug"
    )
    return state.rows(query, (kind, name))


def _outlets(
    state: State, press: Press, found: Mapping[str, VoiceTotal], known: Known
) -> Iterator[Sheet]:
    shown = {slug: voice for slug, voice in found.items() if voice.digests}
    outlets = {slug: voice.value for slug, voice in shown.items()}
    counts = {slug: voice.said for slug, voice in shown.items()}
    index = outlet_index(outlets, counts, site=press.site, settings=press.settings)
    yield from _ready(index, press)
    dirty = _dirty(state, "outlet")
    beside = _beside(state, dirty & shown.keys())
    for slug, voice in shown.items():
        address = outlet_address(slug)
        if slug not in dirty and (still := _as_drawn(address, voice, press, known)):
            yield from still
            continue
        head = OutletHead(
            outlet=voice.value,
            extent=_extent(voice),
            beside=neighbour_links(beside.get(slug) or _beside(state, {slug})[slug], outlets),
        )
        members = _members(state, "outlet", slug)
        yield from _of_list(head, address, members, press, template="OutletView")


def _speakers(
    state: State, press: Press, found: Mapping[str, VoiceTotal], known: Known
) -> Iterator[Sheet]:
    speakers = {slug: voice.value for slug, voice in found.items()}
    counts = {slug: voice.said for slug, voice in found.items()}
    yield from _ready(speaker_index(speakers, counts, site=press.site), press)
    dirty = _dirty(state, "speaker")
    for slug, speaker in speakers.items():
        address, voice = speaker_address(slug), found[slug]
        if slug not in dirty and (still := _as_drawn(address, voice, press, known)):
            yield from still
            continue
        head = SpeakerHead(speaker=speaker, extent=_extent(voice))
        members = _members(state, "speaker", slug)
        yield from _of_list(head, address, members, press, template="SpeakerView")


def _dirty(state: State, kind: str) -> frozenset[str]:
    rows = state.rows("SELECT name FROM dirty WHERE kind = ?", (kind,))
    return frozenset(name for (name,) in rows)


def _as_drawn(address: str, voice: VoiceTotal, press: Press, known: Known) -> list[Sheet]:
    """Return the pages of a voice of which nothing changed; none if one of them was not drawn."""
    count = len(cut(range(voice.entries), press.settings.per_page))
    addresses = [page_address(address, number) for number in range(1, count + 1)]
    if any(each not in known for each in addresses):
        return []
    return [Sheet(address=each, key=known[each], head=None) for each in addresses]


def _extent(voice: VoiceTotal) -> Extent:
    return Extent(quotations=voice.said, digests=voice.digests_said, entries=voice.entries)


MANY = 24
"""Outlets from which one pass over all digests is quicker than a search for each."""


def _beside(state: State, some: AbstractSet[str]) -> dict[str, Counter[str]]:
    """Count, for each of some outlets, the digests that quote it and another."""
    beside = {name: Counter[str]() for name in some}
    if len(some) < MANY:
        query = (
            "SELECT other.name, count(*) FROM voice JOIN voice AS other INDEXED BY voice_of_digest "
            "ON other.slug = voice.slug AND other.kind = 'outlet' AND other.said > 0 "
            "WHERE voice.kind = 'outlet' AND voice.name = ? AND voice.said > 0 GROUP BY other.name"
        )
        for name, counts in beside.items():
            counts.update(dict(state.rows(query, (name,))))
    else:
        query = (
            "SELECT slug, name FROM voice INDEXED BY voice_of_digest "
            "WHERE kind = 'outlet' AND said > 0 ORDER BY slug"
        )
        for _, rows in groupby(state.each(query), key=itemgetter(0)):
            names = [name for _, name in rows]
            for name in names:
                if name in beside:
                    beside[name].update(names)
    for name, counts in beside.items():
        del counts[name]
    return beside
