"""What a site decides once: its name, its address, how its lists and excerpts are cut."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Any


class SettingsError(ValueError):
    """The setting PRESSREVIEW has a key or a value that it cannot have."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteSettings:
    """A site's own choices, from Pelican's settings and the mapping PRESSREVIEW in them."""

    title: str
    """Pelican's SITENAME."""
    url: str = ""
    """Pelican's SITEURL: where the site is published, without a final slash."""
    tagline: str = ""
    language: str = "en"
    """Pelican's DEFAULT_LANG: of the site's own words, and of digests that name none."""
    country_names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Names for country codes that ISO 3166 leaves to users (XA to XZ), or other names."""
    per_page: int = 12
    """Digests on one page of a list."""
    feed_entries: int = 20
    """Digests in the Atom feed."""
    excerpt_sentences: int = 3
    """At most so many sentences of an article are shown where the editor pins none."""
    excerpt_words: int = 120
    """At most so many words of an article are shown where the editor pins none."""
    feed_authority: str = "pressreview.example,2026"
    """Authority of the feed's `tag:` ids (RFC 4151): a domain or address you owned on a date.
    Never change it once readers have subscribed."""


OWN_KEYS = frozenset(f.name for f in fields(SiteSettings)) - {"title", "url", "language"}
"""Keys that the mapping PRESSREVIEW may have."""


def site_settings(*, title: str, url: str, language: str, own: Mapping[str, Any]) -> SiteSettings:
    """Return the settings of a site.

    Raises `SettingsError`, naming the key, for an unknown key or a value of the wrong type.
    """
    for key, value in own.items():
        if key not in OWN_KEYS:
            known = ", ".join(sorted(OWN_KEYS))
            message = f"PRESSREVIEW has no setting {key!r}; it has {known}"
            raise SettingsError(message)
        expected = _expected_type(key)
        if not isinstance(value, expected) or isinstance(value, bool):
            message = f"PRESSREVIEW[{key!r}] is {value!r}; give a {expected.__name__}"
            raise SettingsError(message)
        if isinstance(value, int) and value < 1:
            message = f"PRESSREVIEW[{key!r}] is {value}; give 1 or more"
            raise SettingsError(message)
    return SiteSettings(title=title, url=url.rstrip("/"), language=language, **own)


def _expected_type(key: str) -> type:
    if key == "country_names":
        return Mapping
    return str if key in {"tagline", "feed_authority"} else int
