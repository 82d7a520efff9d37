"""Makes all pages that come from digests, the data files beside them, feed and sitemap.

The content is read and checked before Pelican writes anything; then, when all ordinary pages are
known, what changed is drawn into the stage and every address compared.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from pelican.contents import Content, Page
from pelican.generators import Generator
from pelican.writers import Writer

from generator import __version__
from generator.asking.correspondence import correspondent
from generator.building.comparing import compared
from generator.building.drawing import Press
from generator.building.faults import drawing
from generator.building.fingerprints import print_of, print_of_bytes, print_of_files
from generator.building.first_look import FRAME
from generator.building.gathering import gather
from generator.building.output import draw_changed, restore
from generator.building.publishing import Published, live_at, publish
from generator.building.reading import Shared
from generator.building.site_files import DIGESTS_HERE, draw_site_files
from generator.building.templates import compiled_templates, prints_of_templates
from generator.building.totals import add_up, outlets_shown
from generator.building.unchanged import by_the_clock
from generator.clock import now
from generator.executors import VARIABLE, workplace
from generator.pelican_plugin.options import settings_file, settings_of
from generator.pelican_plugin.pages import taken_addresses
from generator.pelican_plugin.running import RUNNING, Running
from generator.pelican_plugin.screen import screen
from generator.pelican_plugin.templates import again
from generator.problems import ProblemsFoundError
from generator.settings import SiteSettings
from generator.views.frame import FEED, HOME, page_address, site_view
from generator.views.outlet_pages import pages_of
from generator.views.shapes import Link, SiteView


class DigestGenerator(Generator):  # type: ignore[misc] # Pelican has no types
    """Makes all pages that come from digests."""

    site_settings: SiteSettings
    shared: Shared
    published: Published
    site: SiteView

    def generate_context(self) -> None:
        """Read, check and compare everything; warnings go to standard error.

        Raises `SettingsError` or `ProblemsFoundError`, with every problem.
        """
        content = Path(self.path)
        settings = self.site_settings = settings_of(self.settings)
        self.running: Running = self.settings[RUNNING]
        self.code = self.running.code
        self.place = workplace(os.environ.get(VARIABLE, ""), screen=screen())
        state = self.running.state
        folders = self.running.folders
        self.shared, found = gather(
            state, content, settings, code=self.code, place=self.place, found=folders
        )
        moment = now()
        self.running.clock = by_the_clock(state, moment)
        slugs = live_at(state, moment)
        together = compared(state, self.shared, found, frozenset(slugs), now=moment)
        problems = sorted({*found, *together.problems})
        errors = tuple(problem for problem in problems if problem.severity == "error")
        if errors:
            state.commit()
            raise ProblemsFoundError(errors)
        self.published = publish(
            state, slugs, together, settings, correspondent(content, settings, os.environ)
        )
        state.commit()
        warnings = (problem for problem in problems if problem.severity == "warning")
        for warning in sorted((*warnings, *self.published.notes)):
            self.running.warn(f"{warning} (a warning)")
        self.site = _site_view(settings, self.context.get("pages", []), has_digests=bool(slugs))
        self.context["site"] = self.site

    def draw_up(self) -> None:
        """Draw what changed into the stage, and compare all addresses.

        Raises `ProblemsFoundError` if an ordinary page or static file has the address of another.
        """
        build, state = self.running.build, self.running.state
        slugs = self.published.slugs
        state.keep(FRAME, self.site)
        frame = self._print_of_frame()
        self.env.bytecode_cache = compiled_templates(build.templates, frame)
        add_up(state)
        outlets = outlets_shown(state)
        with drawing("template", content=Path(self.path), lacks="cannot be used"):
            prints = self._prints_of_templates(frame)
        press = Press(
            state=build.state,
            stage=build.stage,
            content=Path(self.path),
            settings=self.shared.settings,
            site=self.site,
            topics=self.shared.site.topics,
            prints=prints,
            pages=pages_of(outlets),
            with_pages=frozenset(outlet.slug for outlet in outlets),
            environment=self.env,
            again=again(self.settings, self.env),
        )
        addresses = draw_changed(state, press, slugs, self.place.near)
        ordinary = [page.url for page in self.context.get("pages", [])]
        home = [address for address in addresses if is_home(address)]
        others = [address for address in addresses if not is_home(address)]
        draw_site_files(state, press, slugs, [*home, DIGESTS_HERE, *others, *ordinary])
        state.commit()
        build.kept.clear()
        ours = restore(state, build.output, press, self.place.near)
        build.kept.update(ours)
        problems = taken_addresses(self._others(), ours, folder=Path(self.path))
        if problems:
            raise ProblemsFoundError(problems)

    def _prints_of_templates(self, frame: bytes) -> Mapping[str, bytes]:
        """Return the fingerprints of what draws each kind of view."""
        state = self.running.state
        before, references = state.fact("references") or (b"", {})
        if before != frame:
            references = {}
        known = len(references)
        prints = prints_of_templates(self.env, frame, references)
        if len(references) != known:
            state.keep("references", (frame, references))
        return prints

    def _print_of_frame(self) -> bytes:
        """Return the fingerprint of all that every page is drawn with, templates aside.

        Settings may bring filters for templates, from themselves or from programs beside them.
        """
        folder = Path(settings_file(self.settings)).absolute().parent
        return print_of_bytes(
            self.code,
            print_of((self.site, self.shared.settings)),
            print_of_files(folder.glob("*.py"), below=folder),
        )

    def _others(self) -> list[Content]:
        """Return every page and static file of Pelican's own."""
        known = (self.context["generated_content"], self.context["static_content"])
        return list({id(c): c for found in known for c in found.values() if c}.values())

    def generate_output(self, writer: Writer) -> None:
        """Do nothing: all is drawn, and `writer` is Pelican's."""


def is_home(address: str) -> bool:
    """Tell whether an address is that of a page of the home page."""
    return address == HOME or address.startswith(page_address(HOME, 2).removesuffix("2/"))


def _site_view(settings: SiteSettings, pages: list[Page], *, has_digests: bool) -> SiteView:
    links = [Link(text=page.title, address=page.url) for page in pages]
    return site_view(
        settings,
        sorted(links, key=lambda link: link.address),
        generator=f"Pressreview {__version__}",
        # A feed needs whole addresses, and an entry to say when it changed.
        feed=FEED if has_digests and settings.url else "",
    )
