"""Draw what a voice said in a digest once, for every page that will show it.

The same quotation stands on its outlet's page and on its speaker's; and these pages are drawn again
and again, as digests are added. A clipping is drawn with its digest, and only placed after that.
All that differs between the pages is the way up to the site's root, which its links begin with.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, TypeVar

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator.render.placing import placed
from generator.views.frame import frame
from generator.views.shapes import Clipping, DigestQuotations, PageFrame, SiteView

K = TypeVar("K", bound=Hashable)

TEMPLATES = ("_said.html", "_quotation.html")
"""The templates whose macros `said` and `figure` draw an entry and the figures in it."""

_WAY_UP = "\0"
"""Stands for the way up to the site's root: no content holds this character (problem F005)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _AnyPage:
    """What is alike in all pages of many digests."""

    page: PageFrame


def clippings(
    environment: Environment, entries: Mapping[K, DigestQuotations], site: SiteView
) -> dict[K, Clipping]:
    """Draw `entries` of one digest; a quotation that stands in several is drawn once."""
    outer, inner = _macros(environment, site)
    quotations = {q.anchor: q for entry in entries.values() for q in entry.quotations}
    figures = {anchor: placed(inner.figure(each)) for anchor, each in quotations.items()}
    return {
        key: Clipping(
            html=outer.said(entry, Markup("".join([figures[q.anchor] for q in entry.quotations])))  # noqa: S704 (drawn)
        )
        for key, entry in entries.items()
    }


@lru_cache(maxsize=4)  # the same for every digest of a build
def _macros(environment: Environment, site: SiteView) -> tuple[Any, Any]:
    """Return the modules of macros `said` and `figure`, with links for any page."""
    page = replace(frame(site, "", title=""), root=_WAY_UP)
    given = {"view": _AnyPage(page=page)}
    said, figure = (environment.get_template(name) for name in TEMPLATES)
    return said.make_module(given), figure.make_module(given)


@pass_context
def said(context: Context, entry: DigestQuotations | Clipping) -> Markup:
    """Filter: what a voice said in a digest, with links for the page that is being drawn."""
    page: PageFrame = context["view"].page
    if isinstance(entry, DigestQuotations):
        entry = clippings(context.environment, {"": entry}, page.site)[""]
    return Markup(entry.html.replace(_WAY_UP, page.root))  # noqa: S704 (drawn by `clippings`)
