"""Read what becomes part of an address or a link: URLs, domains, slugs, article ids.

A link is published as it stands here, so only http and https are let through (no `javascript:`,
no `data:`), and no user name that makes one site look like another.
"""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from generator.load.slugs import is_article_id, is_slug
from generator.load.values import ReadBy, refuse
from generator.load.words import shown

_UNSAFE = re.compile(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]")


def read_url(words: str) -> str:
    """Return a web address that is safe to link to."""
    mend = "Write the address of the page, beginning with https:// or http://."
    try:
        parts = urlsplit(words)
        host, _ = parts.hostname, parts.port
    except ValueError:
        refuse("Y017", f"is no web address: {shown(words)}", mend)
    if parts.scheme not in {"http", "https"} or not host or _UNSAFE.search(words):
        refuse("Y017", f"is no web address: {shown(words)}", mend)
    if "@" in parts.netloc:
        refuse("Y017", f"holds a user name: {shown(words)}", "Delete what stands before '@'.")
    return words


_DOMAIN = re.compile(r"(?!-)[\w-]{1,63}(?:\.[\w-]{1,63})+")


def read_domain(words: str) -> str:
    """Return an outlet's domain, lower case."""
    if not _DOMAIN.fullmatch(words):
        mend = "Write the bare name, as example.org, without https:// and path."
        refuse("Y017", f"is no domain: {shown(words)}", mend)
    return words.lower().removeprefix("www.")


def read_slug(words: str) -> str:
    """Return the part of an address that names a page."""
    if not is_slug(words):
        mend = "Write lower-case letters a to z and digits, with hyphens between words."
        refuse("Y018", f"cannot be part of an address: {shown(words)}", mend)
    return words


def read_article_id(words: str) -> str:
    """Return an article's id; the file's ending is not part of it."""
    if not is_article_id(words):
        mend = "Write the file's name without its ending, as it stands in articles/."
        refuse("Y018", f"is no article id: {shown(words)}", mend)
    return words


Url = Annotated[str, ReadBy(read_url, {"type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"})]
Domain = Annotated[str, ReadBy(read_domain, {"type": "string"})]
Slug = Annotated[
    str, ReadBy(read_slug, {"type": ["string", "number"], "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"})
]
ArticleId = Annotated[str, ReadBy(read_article_id, {"type": ["string", "number"]})]
