"""Pelican's settings for a press review; a site's pelicanconf.py takes them all, then adds."""

from __future__ import annotations

from typing import Any

from generator.pelican_plugin.running import StagedPelican
from generator.places import folder_of
from generator.render import FILTERS, JINJA_ENVIRONMENT

DEFAULT_SETTINGS: dict[str, Any] = {
    # What a build writes goes to a stage, and to the output folder only when it is whole.
    "PELICAN_CLASS": StagedPelican,
    "THEME": str(folder_of("theme")),
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
