"""Our digests inside Pelican, through its public seams: `get_generators` and `get_writer`.

Pelican keeps its settings, its theme lookup, its ordinary pages and static files. Whatever it or
we write goes to a stage first; only a build without a problem or a logged error reaches the output
folder.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Any

from pelican import Pelican, log, main, signals
from pelican.contents import Page
from pelican.generators import Generator
from pelican.writers import Writer

from generator import __version__, store
from generator.clock import now
from generator.edition import Edition, edition
from generator.feeds import atom_feed, sitemap
from generator.model import Digest
from generator.places import theme_folder
from generator.problems import ProblemsFoundError
from generator.render import FILTERS, JINJA_ENVIRONMENT, draw
from generator.settings import SettingsError, SiteSettings, site_settings
from generator.views.cards import image_address
from generator.views.frame import FEED, SITEMAP, output_path, root_from, site_view
from generator.views.shapes import Link, SiteView, View
from generator.views.site import newest_first, site_views, text_page_view

DEFAULT_SETTINGS: dict[str, Any] = {
    "THEME": str(theme_folder()),
    # The stored articles are sources, never pages: Pelican must not find a single one.
    "ARTICLE_PATHS": [],
    "PAGE_PATHS": ["pages"],
    "STATIC_PATHS": ["images"],
    "PAGE_URL": "{slug}/",
    "PAGE_SAVE_AS": "{slug}/index.html",
    # What is not published is not written anywhere.
    "DRAFT_PAGE_SAVE_AS": "",
    "DRAFT_SAVE_AS": "",
    # Every page is drawn from a view of ours; Pelican's own lists stay off.
    "DIRECT_TEMPLATES": [],
    "AUTHOR_SAVE_AS": "",
    "CATEGORY_SAVE_AS": "",
    "TAG_SAVE_AS": "",
    "FEED_ALL_ATOM": None,
    "CATEGORY_FEED_ATOM": None,
    "TRANSLATION_FEED_ATOM": None,
    "AUTHOR_FEED_ATOM": None,
    "AUTHOR_FEED_RSS": None,
    # Page 2 of the list `u` is `u/page/2/`, which no list called `u2` or `u22` can be.
    "PAGINATION_PATTERNS": [
        (1, "{url}", "{save_as}"),
        (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
    ],
    "RELATIVE_URLS": True,
    "JINJA_ENVIRONMENT": JINJA_ENVIRONMENT,
    "JINJA_FILTERS": FILTERS,
    # The same bytes on every machine.
    "TIMEZONE": "UTC",
    "LOCALE": ("C.UTF-8", "C"),
    "DEFAULT_DATE_FORMAT": "%Y-%m-%d",
    # No rewriting of quotation marks, in pages either.
    "TYPOGRIFY": False,
    "MARKDOWN": {"extension_configs": {"markdown.extensions.extra": {}}},
    "SLUGIFY_SOURCE": "title",
    "LOAD_CONTENT_CACHE": False,
    "CACHE_CONTENT": False,
}
"""Pelican's settings for a press review; a site's pelicanconf.py takes them all."""


class LoggedErrors(logging.Handler):
    """Remembers errors that Pelican logs and would pass over."""

    def __init__(self) -> None:
        """Listen from the level ERROR."""
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Remember one message."""
        self.messages.append(record.getMessage())


class DigestGenerator(Generator):  # type: ignore[misc] # Pelican has no types
    """Makes all pages that come from digests."""

    def generate_context(self) -> None:
        """Load, check and assemble everything, before anything is written.

        Problems end the run here, in one list, with exit status 1: also `pelican content`.
        """
        store.begin(Path(self.settings["PRESSREVIEW_OUTPUT"]))
        try:
            self.site_settings: SiteSettings = settings_of(self.settings)
            self.edition: Edition = edition(Path(self.path), self.site_settings, now=now())
        except SettingsError as error:
            sys.exit(f"pelicanconf.py:1: B001 {error}. Mend the settings.")
        except ProblemsFoundError as found:
            sys.exit("\n".join(map(str, found.problems)))
        self.site = _site_view(self.site_settings, self.context.get("pages", []), self.edition)
        self.context["site"] = self.site

    def generate_output(self, writer: Writer) -> None:
        """Draw every view into the stage; `writer` is Pelican's and not needed."""
        del writer
        settings, stage = self.site_settings, Path(self.output_path)
        digests = newest_first(self.edition.digests)
        views = tuple(site_views(digests, self.edition.topics, site=self.site, settings=settings))
        for view in views:
            _write(stage / output_path(view.page.address), draw(self.env, view))
        for digest in digests:
            self._copy_image(digest)
        if self.site.feed:
            _write(stage / FEED, atom_feed(digests, settings))
        if settings.url:
            pages = [_page_view(page, self.site, "") for page in self.context.get("pages", [])]
            _write(stage / SITEMAP, sitemap((*views, *pages), digests, settings))

    def _copy_image(self, digest: Digest) -> None:
        image = digest.editorial.image
        if image:
            source = Path(self.path) / "digests" / digest.slug / image.file
            target = Path(self.output_path) / image_address(digest.slug, image)
            _write(target, source.read_bytes())


class PageWriter(Writer):  # type: ignore[misc] # Pelican has no types
    """Pelican's writer, which hands the template of an ordinary page its view."""

    def write_file(self, name: str, template: Any, context: Any, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (Pelican's own signature)
        """Write one file of Pelican's; `page` comes with its view."""
        page = kwargs.get("page")
        if isinstance(page, Page):
            root = root_from(page.url).rstrip("/") or "."
            kwargs["view"] = _page_view(page, context["site"], page.get_content(root))
        super().write_file(name, template, context, *args, **kwargs)


def settings_of(settings: dict[str, Any]) -> SiteSettings:
    """Return our settings from Pelican's. Raises `SettingsError`."""
    return site_settings(
        title=settings["SITENAME"],
        url=settings["SITEURL"],
        language=settings["DEFAULT_LANG"],
        own=settings.get("PRESSREVIEW", {}),
    )


def register() -> None:
    """Connect to Pelican's signals."""
    signals.initialized.connect(_stage_output)
    signals.get_generators.connect(_digest_generator)
    signals.get_writer.connect(_page_writer)
    signals.finalized.connect(_commit)


def _digest_generator(pelican: Pelican) -> type[Generator]:
    del pelican
    return DigestGenerator


def _page_writer(pelican: Pelican) -> type[Writer]:
    del pelican
    return PageWriter


def build_site(settings: str, *, output: str | None, path: str | None) -> int:
    """Build a site with Pelican, errors being fatal; return the exit status.

    `settings` is the settings file; `output` and `path` (content) override what it says.
    """
    arguments = ["-s", settings, "--fatal", "errors"]
    arguments += ["-o", output] if output else []
    signals.finalized.connect(_say_no_more)
    try:
        main([path, *arguments] if path else arguments)
    finally:
        log.console.quiet = False
    return 0


def _say_no_more(pelican: Pelican) -> None:
    """Keep Pelican from counting its own articles, of which there are none, at the end."""
    del pelican
    log.console.quiet = True


def _stage_output(pelican: Pelican) -> None:
    """Send all output to the stage, and listen for errors."""
    settings = pelican.settings
    settings["PRESSREVIEW_OUTPUT"] = pelican.output_path
    pelican.output_path = settings["OUTPUT_PATH"] = str(
        store.stage_of(Path(settings["PRESSREVIEW_OUTPUT"]))
    )
    handler = LoggedErrors()
    settings["PRESSREVIEW_ERRORS"] = handler
    logging.getLogger().addHandler(handler)


def _commit(pelican: Pelican) -> None:
    """Move the stage into the output folder, unless an error was logged."""
    errors = pelican.settings["PRESSREVIEW_ERRORS"].messages
    if errors:
        listed = "\n".join(errors)
        sys.exit(f"Nothing was published, because of:\n{listed}")
    output = Path(pelican.settings["PRESSREVIEW_OUTPUT"])
    pages = store.commit(output)
    sys.stdout.write(f"{pages} files published in {output.name}/\n")


def _site_view(settings: SiteSettings, pages: list[Page], published: Edition) -> SiteView:
    links = [Link(text=page.title, address=page.url) for page in pages]
    return site_view(
        settings,
        sorted(links, key=lambda link: link.address),
        generator=f"Pressreview {__version__}",
        # A feed needs whole addresses, and an entry to say when it changed.
        feed=FEED if published.digests and settings.url else "",
    )


def _page_view(page: Page, site: SiteView, html: str) -> View:
    description = page.metadata.get("description", "")
    return text_page_view(
        html, title=page.title, description=description, address=page.url, site=site
    )


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
