"""Turn a view into a page: template(view) → HTML. The only place that makes `Markup`."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context

from generator.render.clippings import TEMPLATES as CLIPPING
from generator.render.clippings import clippings, said
from generator.render.narrative import article_copy, narrative
from generator.render.placing import Placing, page
from generator.render.sanitise import sanitised
from generator.render.structured import structured
from generator.views import shapes

TEMPLATES: dict[type, str] = {
    shapes.HomeView: "home.html",
    shapes.DigestView: "digest.html",
    shapes.OutletView: "outlet.html",
    shapes.SpeakerView: "speaker.html",
    shapes.IndexView: "directory.html",
    shapes.ListView: "list.html",
    shapes.SiteCoverageView: "coverage.html",
    shapes.CorrectionsView: "corrections.html",
    shapes.TextPageView: "page.html",
    shapes.NotFoundView: "not_found.html",
    shapes.RedirectView: "redirect.html",
}
"""Which template of the theme draws which view."""

JINJA_ENVIRONMENT: dict[str, Any] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
    "extensions": [Placing],
    "auto_reload": False,
}
"""For Pelican's setting of the same name: escape everything, and stumble over what is missing.

Every run of Pelican makes an environment of its own: no template changes under it.
"""


def link(page: shapes.PageFrame, address: str) -> str:
    """Return a link from `page` to `address` that works on a server and from `file://`.

    A fragment alone (`#q-x`) stays on the page; a whole URL stays as it is.
    """
    return _link(f"{urlsplit(page.site.url).path}/" if page.absolute else page.root, address)


@lru_cache(maxsize=2048)  # most pages stand equally deep, and link to the same places
def _link(root: str, address: str) -> str:
    """Return a link to `address`, with `root` as the way to the site's root."""
    if address.startswith("#") or "://" in address:
        return address
    path, hash_sign, fragment = address.partition("#")
    if path == "" or path.endswith("/"):
        path += "index.html"
    return f"{root}{path}{hash_sign}{fragment}"


@pass_context
def href(context: Context, address: str) -> str:
    """Filter: the link from the page being drawn to `address`."""
    # As `context["view"]`, without its two calls: a page has a hundred links.
    known = context.vars if "view" in context.vars else context.parent
    page: shapes.PageFrame = known["view"].page
    return link(page, address) if page.absolute else _link(page.root, address)


FILTERS: dict[str, Callable[..., Any]] = {
    "href": href,
    "sanitised": sanitised,
    "narrative": narrative,
    "said": said,
    "article_copy": article_copy,
    "structured": structured,
}
"""For Pelican's setting JINJA_FILTERS."""


def draw(environment: Environment, view: shapes.View) -> bytes:
    """Return the page of `view` as UTF-8.

    Raises `jinja2.TemplateError` if the theme's template is missing or asks for what no view has.
    """
    return page(environment, TEMPLATES[type(view)], {"view": view}).encode("utf-8")


__all__ = ["CLIPPING", "FILTERS", "JINJA_ENVIRONMENT", "TEMPLATES", "clippings", "draw", "link"]
