"""The files that speak of the whole site: feeds, sitemap, and all quotations as data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from generator.building.drawing import Press, live_digest
from generator.building.fingerprints import print_of_bytes, print_of_rows
from generator.building.output import draw_whole
from generator.exports import site_file
from generator.feeds import atom_feed, corrections_feed, sitemap
from generator.store.state import State, unpacked
from generator.views.downloads import SITE_QUOTATIONS
from generator.views.frame import CORRECTIONS_FEED, FEED, NOT_FOUND, SITEMAP, digest_address


def draw_site_files(
    state: State, press: Press, slugs: tuple[str, ...], pages: Sequence[str]
) -> None:
    """Draw feeds, sitemap and data for the live digests `slugs`, the newest first.

    `pages` are the addresses of all other pages, in the sitemap's order: those made of many
    digests, with an empty text where the digests' own come, and ordinary ones.
    """
    if press.site.feed:
        _feeds(state, press, slugs)
    else:
        _leave_out(state, "whole feed", "whole corrections")
    if press.settings.url:
        _sitemap(state, press, slugs, pages)
    else:
        _leave_out(state, "whole sitemap")
    if press.settings.data_files:
        _quotations(state, press, slugs)
    else:
        _leave_out(state, "whole quotations")


def _lives(state: State, slugs: Iterable[str]) -> list[bytes]:
    """Return the fingerprints of some live digests."""
    query = "SELECT live FROM digest WHERE slug = ?"
    return [row[0] for slug in slugs if (row := state.one(query, (slug,)))]


def _feeds(state: State, press: Press, slugs: tuple[str, ...]) -> None:
    settings, base = press.settings, press.prints["code"]
    latest = slugs[: settings.feed_entries]
    draw_whole(
        state,
        press,
        "whole feed",
        print_of_bytes(base, *_lives(state, latest)),
        lambda: {FEED: [atom_feed([live_digest(state, slug) for slug in latest], settings)]},
    )
    query = "SELECT slug FROM figure WHERE recorded"
    amended = {slug for (slug,) in state.rows(query)}
    recorded = [slug for slug in slugs if slug in amended]
    query = "SELECT max(changed) FROM figure"
    (last,) = state.one(query) or ("",)
    draw_whole(
        state,
        press,
        "whole corrections",
        print_of_bytes(base, str(last).encode(), *_lives(state, recorded)),
        lambda: {
            CORRECTIONS_FEED: [
                corrections_feed(
                    [live_digest(state, slug) for slug in recorded],
                    settings,
                    last_change=dt.datetime.fromisoformat(str(last)),
                )
            ]
        },
    )


def _sitemap(state: State, press: Press, slugs: Sequence[str], pages: Sequence[str]) -> None:
    changed = dict(state.rows("SELECT slug, changed FROM figure"))
    digests = [(digest_address(slug), changed[slug]) for slug in slugs]
    listed: list[tuple[str, str]] = []
    for address in pages:
        listed += digests if address == DIGESTS_HERE else [(address, "")]
    listed = [(address, date) for address, date in listed if address != NOT_FOUND]
    draw_whole(
        state,
        press,
        "whole sitemap",
        print_of_bytes(press.prints["code"], print_of_rows(listed)),
        lambda: {SITEMAP: [sitemap(listed, press.settings)]},
    )


DIGESTS_HERE = "digests/"
"""In a list of addresses: all digests, in their order."""


def _quotations(state: State, press: Press, slugs: Sequence[str]) -> None:
    query = "SELECT slug, print FROM part WHERE kind = 'data'"
    prints = dict(state.rows(query))
    value = "SELECT value FROM part WHERE kind = 'data' AND name = '' AND slug = ?"

    def every() -> dict[str, Iterable[bytes]]:
        rows = (state.one(value, (slug,)) for slug in slugs)
        return {
            SITE_QUOTATIONS: site_file((unpacked(row[0]) for row in rows if row), press.settings)
        }

    key = print_of_bytes(press.prints["code"], *(prints[slug] for slug in slugs))
    draw_whole(state, press, "whole quotations", key, every)


def _leave_out(state: State, *owners: str) -> None:
    gone: Iterable[tuple[str]] = [(owner,) for owner in owners]
    state.write("DELETE FROM file WHERE owner = ?", gone)
    state.write("DELETE FROM drawn WHERE owner = ?", gone)
