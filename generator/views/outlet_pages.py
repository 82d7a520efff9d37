"""Which outlets have a page on this site, by every name they are known by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from generator.model import Digest, Outlet
from generator.text.matching import identity_form
from generator.views.frame import OUTLETS

OutletPages = Mapping[str, str]
"""Folded name → address of the outlet's page."""

NO_PAGES: OutletPages = MappingProxyType({})


def outlet_pages(digests: Sequence[Digest]) -> OutletPages:
    """Return the pages of the outlets in `digests`, the newest first."""
    return pages_of(
        {r.outlet.slug: r.outlet for digest in reversed(digests) for r in digest.roundups}.values()
    )


def pages_of(outlets: Iterable[Outlet]) -> OutletPages:
    """Return the pages of `outlets`; a name that two of them bear leads nowhere."""
    named: dict[str, set[str]] = defaultdict(set)
    for outlet in outlets:
        for name in (outlet.name, *outlet.aliases, *outlet.native_names):
            named[identity_form(name)].add(outlet.slug)
    return {name: f"{OUTLETS}{slug}/" for name, (slug, *others) in named.items() if not others}


def page_of(name: str, pages: OutletPages) -> str:
    """Return the address of the page of the outlet called `name`; empty if it has none."""
    return pages.get(identity_form(name), "") if name else ""
