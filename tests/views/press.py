"""A small site made of files, as editions and views, for the tests of views and feeds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from generator.edition import edition
from generator.model import Digest
from generator.settings import SiteSettings
from generator.views.frame import site_view
from generator.views.shapes import DigestQuotations, DigestView, OutletView, SpeakerView, View
from generator.views.site import site_views

SETTINGS = SiteSettings(title="Test", url="https://test.example")
NOW = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)

OUTLETS = """
- {name: Fen Herald, country: XV, domain: fen.example}
- {name: Quay Post, country: XV, domain: quay.example}
"""

HERALD = """---
outlet: Fen Herald
headline: The mill opens
url: https://fen.example/mill
---
The old mill opened its doors on Monday after forty years. Nobody objected, Tom Reed said.

“We have waited long enough for bread of our own in this valley,” said Tom Reed, the miller.
"""

MILL = "title: Mill\ndate: 2026-10-01\n"

V = TypeVar("V")


def digests(folder: Path, files: Mapping[str, str]) -> tuple[Digest, ...]:
    """Return the published digests of a content folder with `files` and two outlets."""
    for name, text in {"outlets.yaml": OUTLETS, **files}.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return edition(folder / "content", SETTINGS, now=NOW).digests


def views(published: tuple[Digest, ...]) -> tuple[View, ...]:
    """Return every page made from digests."""
    site = site_view(SETTINGS, (), generator="x", feed="")
    return tuple(site_views(published, (), site=site, settings=SETTINGS))


def the(kind: type[V], pages: tuple[View, ...]) -> V:
    """Return the first page of a kind."""
    return next(view for view in pages if isinstance(view, kind))


def digest_page(folder: Path, files: Mapping[str, str]) -> DigestView:
    """Return the page of the only digest, `mill`, from its files and the Herald's article."""
    home = {"digest.yaml": MILL, "articles/herald.md": HERALD, **files}
    published = digests(folder, {f"digests/mill/{name}": text for name, text in home.items()})
    return the(DigestView, views(published))


def entries(view: OutletView | SpeakerView) -> tuple[DigestQuotations, ...]:
    """Return what the page of a voice shows, digest by digest; here nothing of it is drawn yet."""
    return tuple(entry for entry in view.digests if isinstance(entry, DigestQuotations))
