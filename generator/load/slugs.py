"""Say what may be part of an address; `generator.text.slugs` makes one from a name."""

from __future__ import annotations

import re

from generator.text.slugs import LONGEST

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ARTICLE_ID = re.compile(r"\w[\w.-]*")


def is_slug(text: str) -> bool:
    """Tell whether `text` is lower-case ASCII words joined by hyphens."""
    return len(text) <= LONGEST and _SLUG.fullmatch(text) is not None


def is_article_id(text: str) -> bool:
    """Tell whether `text` can name an article: letters, digits, `.`, `_`, `-`, no space."""
    return len(text) <= LONGEST and _ARTICLE_ID.fullmatch(text) is not None
