"""Pelican's ordinary pages: their views, and that none takes the address of a page of ours."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from pelican.contents import Content, Page
from pelican.writers import Writer

from generator.building.faults import drawing
from generator.problems import Problem
from generator.views.frame import root_from
from generator.views.shapes import SiteView, View
from generator.views.site import text_page_view

OURS = "a page or file that Pressreview makes"


class PageWriter(Writer):  # type: ignore[misc] # Pelican has no types
    """Pelican's writer, which hands the template of an ordinary page its view."""

    def write_file(self, name: str, template: Any, context: Any, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (Pelican's own signature)
        """Write one file of Pelican's; `page` comes with its view."""
        page = kwargs.get("page")
        if isinstance(page, Page):
            root = root_from(page.url).rstrip("/") or "."
            kwargs["view"] = page_view(page, context["site"], page.get_content(root))
        place = Path(self.settings["PATH"])
        # Pelican's own errors, which it logs, are no template's.
        with drawing(f"page {kwargs.get('url') or name}", content=place, kind=TemplateError):
            super().write_file(name, template, context, *args, **kwargs)


def page_view(page: Page, site: SiteView, html: str) -> View:
    """Return the view of an ordinary page whose text is `html`."""
    description = page.metadata.get("description", "")
    return text_page_view(
        html, title=page.title, description=description, address=page.url, site=site
    )


def taken_addresses(
    contents: Iterable[Content], ours: Iterable[str], *, folder: Path
) -> tuple[Problem, ...]:
    """Return a problem for each ordinary page or static file that another file's place has.

    `ours` are the files that we make, `folder` is the content folder. Capitals make no difference:
    on many machines they are no difference between files either.
    """
    owners = {_place(file): OURS for file in ours}
    problems = []
    for content in sorted(contents, key=lambda content: str(content.source_path)):
        if not content.save_as:
            continue
        source = Path(content.source_path)
        name = source.relative_to(folder).as_posix() if source.is_relative_to(folder) else source
        owner = owners.setdefault(_place(content.save_as), f"{folder.name}/{name}")
        if owner != f"{folder.name}/{name}":
            problems.append(_taken(f"{folder.name}/{name}", content.save_as, owner))
    return tuple(problems)


def _place(file: str) -> str:
    return posixpath.normpath(file.replace("\\", "/")).casefold()


def _taken(file: str, place: str, owner: str) -> Problem:
    return Problem(
        file=file,
        line=1,
        code="B002",
        what=f"its place in the site, {place}, is that of {owner}",
        mend="Give it another slug, or another save_as.",
    )
