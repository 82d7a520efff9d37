"""What a site decides once: its name, its address, how its lists and excerpts are cut."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType
from typing import Any, get_args

from generator.model import SummaryEngine, SummaryOptions

_ADDRESS = re.compile(r"https?://[^\s/?#\"<>]+(?:/[^\s?#\"<>]*)?")


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
    """Digests on one page of a list, or corrections."""
    feed_entries: int = 20
    """Digests in the Atom feed, or corrections in theirs."""
    excerpt_sentences: int = 3
    """At most so many sentences of an article are shown where the editor pins none."""
    excerpt_words: int = 120
    """At most so many words of an article are shown where the editor pins none."""
    budget_words: int = 400
    """At most so many words of a stored article may be published; why, `digest/budget.py` says."""
    budget_share: int = 50
    """… and at most so many per cent of its words: with more than half the article itself is
    republished."""
    budget_floor: int = 40
    """… but so many words always, however short the article: one long sentence."""
    budget_warning: int = 75
    """Per cent of the budget from which an article is near it, and a warning says so."""
    approvals: int = 0
    """So many people must have approved a digest before it appears: 0, 1, or 2 (four eyes)."""
    summary_engine: SummaryEngine = "extractive"
    """Who makes the summary of a digest that does not say."""
    summary_requests: int = 10
    """Language model: at most so many summaries are asked for in one build."""
    summary_timeout: int = 60
    """Language model: seconds to wait for the next part of an answer."""
    summary_overlap: int = 12
    """A summary shares at most so many words in a row with a stored article."""
    feed_authority: str = "pressreview.example,2026"
    """Authority of the feed's `tag:` ids (RFC 4151): a domain or mail address, a comma, and a
    date on which it was yours: `press.example,2026`.
    Never change it once readers have subscribed."""

    data_files: bool = True
    """Whether the site is published as data too: JSON, CSV and references beside the pages."""
    neutrality_off: tuple[str, ...] = ()
    """Codes of the neutrality linter (N001 to N004) that this site does not want."""
    neutrality_words: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """Verb forms that this site counts as loaded besides the built-in ones, by language."""

    def engine_chosen(self, options: SummaryOptions) -> SummaryOptions:
        """Return a digest's `options` with its engine, the site's where it names none."""
        return replace(options, engine=options.engine or self.summary_engine)


OWN_KEYS = frozenset(f.name for f in fields(SiteSettings)) - {"title", "url", "language"}
"""Keys that the mapping PRESSREVIEW may have."""

MOST_APPROVALS = 2
"""Four eyes; more is not what the principle asks."""

_DOMAIN = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*"
_AUTHORITY = re.compile(rf"(?:[A-Za-z0-9._-]+@)?{_DOMAIN},\d{{4}}(?:-\d\d(?:-\d\d)?)?")
"""`authorityName "," date` of RFC 4151, section 2.1."""


def site_settings(*, title: str, url: str, language: str, own: object) -> SiteSettings:
    """Return the settings of a site; `own` is the mapping PRESSREVIEW.

    Raises `SettingsError`, naming the key, for an unknown key or a value of the wrong type.
    """
    if not isinstance(own, Mapping):
        message = f"PRESSREVIEW is {own!r}; give a mapping, as {{'tagline': '…'}}"
        raise SettingsError(message)
    for key, value in own.items():
        if key not in OWN_KEYS:
            known = ", ".join(sorted(OWN_KEYS))
            message = f"PRESSREVIEW has no setting {key!r}; it has {known}"
            raise SettingsError(message)
        if wish := _wish(key, value):
            message = f"PRESSREVIEW[{key!r}] is {value!r}; give {wish}"
            raise SettingsError(message)
    if url and not _ADDRESS.fullmatch(url):
        message = f"SITEURL is {url!r}; give a whole address, as 'https://press.example/reviews'"
        raise SettingsError(message)
    return SiteSettings(title=title, url=url.rstrip("/"), language=language, **own)


_CODES = {"N001", "N002", "N003", "N004"}
"""Codes that `neutrality_off` may name."""


_ALL = 100
"""Per cent."""


def _wish(key: str, value: Any) -> str:  # noqa: ANN401 - the same
    """Return what `value` should have been; empty if it is fine."""
    is_fine, wish = _WISHES.get(key, (_is_count, "a whole number, 1 or more"))
    return "" if is_fine(value) else wish


def _is_engine(value: object) -> bool:
    return value in get_args(SummaryEngine)


def _is_count(value: Any) -> bool:  # noqa: ANN401 - whatever stands in a settings file
    return type(value) is int and value >= 1


def _is_share(value: Any) -> bool:  # noqa: ANN401 - the same
    return _is_count(value) and bool(value <= _ALL)


def _is_words(value: Any) -> bool:  # noqa: ANN401 - the same
    return isinstance(value, list | tuple) and all(isinstance(word, str) for word in value)


def _is_codes(value: Any) -> bool:  # noqa: ANN401 - the same
    return _is_words(value) and set(value) <= _CODES


def _is_words_by_language(value: object) -> bool:
    return isinstance(value, Mapping) and all(map(_is_words, value.values()))


def _is_names(value: object) -> bool:
    return isinstance(value, Mapping) and all(
        isinstance(part, str) for pair in value.items() for part in pair
    )


_WISHES: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "budget_share": (_is_share, f"a whole number of per cent, 1 to {_ALL}"),
    "budget_warning": (_is_share, f"a whole number of per cent, 1 to {_ALL}"),
    "country_names": (_is_names, "names by country code, as {'XA': 'Lissany'}"),
    "neutrality_off": (
        _is_codes,
        "codes, as ['N003']",
    ),
    "neutrality_words": (
        _is_words_by_language,
        "verb forms by language, as {'en': ['opined']}",
    ),
    "approvals": (
        lambda value: type(value) is int and 0 <= value <= MOST_APPROVALS,
        "0, 1 or 2",
    ),
    "data_files": (lambda value: isinstance(value, bool), "True or False"),
    "feed_authority": (
        lambda value: isinstance(value, str) and bool(_AUTHORITY.fullmatch(value)),
        "a domain or mail address and a date, as 'press.example,2026'",
    ),
    "summary_engine": (_is_engine, f"one of {', '.join(get_args(SummaryEngine))}"),
    "tagline": (lambda value: isinstance(value, str), "a text"),
}
"""What each key takes that is no count: whether a value is fine, and what it should have been."""
