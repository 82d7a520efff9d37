"""Makes all pages that come from digests, the data files beside them, feed and sitemap.

The content is loaded and checked before Pelican writes anything; then, when all ordinary pages are
known, every view is drawn up and every address compared; only then pages are drawn.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from pelican.contents import Content, Page
from pelican.generators import Generator
from pelican.writers import Writer

from generator import __version__
from generator.asking.correspondence import correspondent
from generator.clock import now
from generator.edition import Edition, edition
from generator.exports import data_files
from generator.feeds import atom_feed, corrections_feed, sitemap
from generator.pelican_plugin.options import settings_of
from generator.pelican_plugin.pages import page_view, taken_addresses
from generator.pelican_plugin.pictures import pictures_of
from generator.problems import ProblemsFoundError
from generator.render import draw
from generator.settings import SiteSettings
from generator.views.frame import (
    CORRECTIONS_FEED,
    FEED,
    SITEMAP,
    digest_address,
    output_path,
    site_view,
)
from generator.views.shapes import Link, SiteView, View
from generator.views.site import newest_first, site_views


class DigestGenerator(Generator):  # type: ignore[misc] # Pelican has no types
    """Makes all pages that come from digests."""

    site_settings: SiteSettings
    edition: Edition
    site: SiteView
    views: tuple[View, ...]
    pictures: dict[str, Path]
    """Where each picture is served → where it lies."""
    data: dict[str, bytes]
    """Where each data file is served → what it holds."""

    def generate_context(self) -> None:
        """Load, check and assemble everything; warnings go to standard error.

        Raises `SettingsError` or `ProblemsFoundError`, with every problem.
        """
        self.site_settings = settings_of(self.settings)
        self.edition = edition(
            Path(self.path),
            self.site_settings,
            now=now(),
            correspondent=correspondent(Path(self.path), self.site_settings, os.environ),
        )
        for warning in self.edition.warnings:
            sys.stderr.write(f"{warning} (a warning)\n")
        self.site = _site_view(self.site_settings, self.context.get("pages", []), self.edition)
        self.context["site"] = self.site

    def draw_up(self) -> None:
        """Make every view, and compare all addresses.

        Raises `ProblemsFoundError` if an ordinary page or static file has the address of another.
        """
        digests, settings = newest_first(self.edition.digests), self.site_settings
        self.views = tuple(
            site_views(digests, self.edition.topics, site=self.site, settings=settings)
        )
        self.pictures = {
            f"{digest_address(digest.slug)}{file}": folder / file
            for digest in digests
            for folder in [Path(self.path) / "digests" / digest.slug]
            for file in pictures_of(digest, folder)
        }
        self.data = data_files(digests, settings)
        ours = {FEED, CORRECTIONS_FEED, SITEMAP, *self.pictures, *self.data}
        ours |= {output_path(view.page.address) for view in self.views}
        problems = taken_addresses(self._others(), ours, folder=Path(self.path))
        if problems:
            raise ProblemsFoundError(problems)

    def _others(self) -> list[Content]:
        """Return every page and static file of Pelican's own."""
        known = (self.context["generated_content"], self.context["static_content"])
        return list({id(c): c for found in known for c in found.values() if c}.values())

    def generate_output(self, writer: Writer) -> None:
        """Draw every view into the stage; `writer` is Pelican's and not needed."""
        del writer
        digests, settings = newest_first(self.edition.digests), self.site_settings
        stage = Path(self.output_path)
        for view in self.views:
            _write(stage / output_path(view.page.address), draw(self.env, view))
        for address, picture in self.pictures.items():
            _write(stage / address, picture.read_bytes())
        for address, data in self.data.items():
            _write(stage / address, data)
        if self.site.feed:
            _write(stage / FEED, atom_feed(digests, settings))
            _write(stage / CORRECTIONS_FEED, corrections_feed(digests, settings))
        if settings.url:
            pages = [page_view(page, self.site, "") for page in self.context.get("pages", [])]
            _write(stage / SITEMAP, sitemap((*self.views, *pages), digests, settings))


def _site_view(settings: SiteSettings, pages: list[Page], published: Edition) -> SiteView:
    links = [Link(text=page.title, address=page.url) for page in pages]
    return site_view(
        settings,
        sorted(links, key=lambda link: link.address),
        generator=f"Pressreview {__version__}",
        # A feed needs whole addresses, and an entry to say when it changed.
        feed=FEED if published.digests and settings.url else "",
    )


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
