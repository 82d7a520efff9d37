"""Links to the very words: text fragments, as in the WICG specification Scroll-to-Text-Fragment.

https://wicg.github.io/scroll-to-text-fragment/
"""

from __future__ import annotations

from urllib.parse import quote

WHOLE = 10
"""A passage of up to so many words is named whole; a longer one by its first and last words."""

EDGE = 5
"""Words that name the start and the end of a longer passage."""


def passage_url(url: str, words: str) -> str:
    """Return `url` leading to `words`; an `#id` it has is kept before the directive."""
    parts = words.split()
    if not url or not parts:
        return url
    if len(parts) <= WHOLE:
        directive = encoded(" ".join(parts))
    else:
        directive = f"{encoded(' '.join(parts[:EDGE]))},{encoded(' '.join(parts[-EDGE:]))}"
    glue = "" if "#" in url else "#"
    return f"{url}{glue}:~:text={directive}"


def encoded(words: str) -> str:
    """Percent-encode words; also `-`, `,` and `&`, which have a meaning in the directive."""
    return quote(words, safe="").replace("-", "%2D")
