"""Words for the reader: dates, names of languages and countries, labels of kinds and verdicts.

Names and dates come from Unicode's CLDR by way of Babel, never from the machine's locale.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, get_month_names
from babel.numbers import format_decimal

from generator.model import AttributionKind, DigestKind, Summary, Verdict, VerdictKind
from generator.views.shapes import DateView, Direction, VerdictView

RTL_SCRIPTS = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
"""Main subtags of languages written from right to left."""

KIND_LABELS: Mapping[AttributionKind, str] = {
    "direct": "Direct quotation",
    "mixed": "Partly quoted",
    "indirect": "Paraphrase",
}

OWN_WORDS = "The article’s own words"
"""In place of a kind's label where nobody is quoted: sentences of the article, chosen by rule."""

DIGEST_KIND_LABELS: Mapping[DigestKind, str] = {
    "event": "News review",
    "work": "Works review",
}

VERDICTS: Mapping[VerdictKind, tuple[str, str]] = {
    "exact": ("Verbatim", "Every quoted word stands so in the stored source."),
    "edited": (
        "Shortened",
        "The words stand in the stored source; omissions (…) and insertions [ ] are marked.",
    ),
    "elsewhere": ("Found elsewhere", "The words stand in another stored article."),
    "absent": ("Not found", "The stored source does not have these words."),
    "unverified": ("Unverified", "No source is stored to check these words against."),
}

WARNINGS: Mapping[VerdictKind, str] = {
    "elsewhere": "Found in another article, not in this one",
    "absent": "Not found in the stored source",
    "unverified": "Not checked: no source is stored",
}
"""What stands above words that are not known to stand in their source."""

UNSHOWN = " That article is stored for checking, and not shown on this site."
"""Follows the explanation of a verdict on an article that is hidden."""

SUMMARY_LABELS: Mapping[str, str] = {
    "editor": "Written by the editors",
    "extractive": "Sentences taken word for word from the sources, chosen by rule",
    "lead": "The opening sentences of the sources, word for word",
    "openai": (
        "Written by a language model ({model}) from the passages it points to, "
        "each sentence checked against them by rule"
    ),
}


@lru_cache(maxsize=256)  # a site has few languages, and asks for each on every page
def locale_of(language: str) -> Locale:
    """Return the CLDR locale of a BCP 47 tag; English for a language CLDR does not know."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def day(date: dt.date | dt.datetime) -> dt.date:
    """Return the day of a date or date-time, in the zone it was written in."""
    return date.date() if isinstance(date, dt.datetime) else date


def moment(date: dt.date | dt.datetime) -> dt.datetime:
    """Return a date as the moment it begins, in UTC where no zone is given."""
    if not isinstance(date, dt.datetime):
        date = dt.datetime(date.year, date.month, date.day, tzinfo=dt.UTC)
    return date if date.tzinfo else date.replace(tzinfo=dt.UTC)


def date_view(date: dt.date | dt.datetime, language: str) -> DateView:
    """Return `date` in long form for people and in ISO 8601 for machines."""
    # Moments in two zones may be equal and yet be told otherwise: so the zone is told too.
    away = date.utcoffset() if isinstance(date, dt.datetime) else None
    return _date_view(date, away, language)


@lru_cache(maxsize=1024)  # a digest's date stands in all its figures
def _date_view(
    date: dt.date | dt.datetime,
    away: dt.timedelta | None,  # noqa: ARG001 (it tells equal dates apart)
    language: str,
) -> DateView:
    """Return what `date_view` does of a date that is `away` from UTC."""
    return DateView(
        text=date_text(date, language),
        iso=date.isoformat(),
        language=language,
        direction=direction_of(language),
    )


def date_text(date: dt.date | dt.datetime, language: str) -> str:
    """Return `date` in long form for people."""
    return _long(day(date), language)


@lru_cache(maxsize=4096)  # a digest's date stands in all its figures and on every list of it
def _long(date: dt.date, language: str) -> str:
    return format_date(date, format="long", locale=locale_of(language))


def month_name(month: int, language: str) -> str:
    """Return the name of a month (1 to 12) as it stands alone."""
    names = get_month_names("wide", context="stand-alone", locale=locale_of(language))
    return str(names[month])


@lru_cache(maxsize=1024)
def language_name(tag: str, language: str) -> str:
    """Return the name of the language `tag`, in `language`."""
    name = locale_of(tag).get_language_name(locale_of(language))
    known = locale_of(tag).language == tag.split("-", maxsplit=1)[0].casefold()
    return name if known and name else tag


def country_name(code: str | None, language: str, own: Mapping[str, str]) -> str:
    """Return the name of an ISO 3166 country, or the site's own name for it; empty for none."""
    return own.get(code) or _territory(code, language) if code else ""


@lru_cache(maxsize=1024)
def _territory(code: str, language: str) -> str:
    return str(locale_of(language).territories.get(code, code))


@lru_cache(maxsize=256)
def direction_of(language: str) -> Direction:
    """Return the direction in which a language is written."""
    parts = language.casefold().split("-")
    if "arab" in parts or "hebr" in parts:
        return "rtl"
    return "rtl" if parts[0] in RTL_SCRIPTS and "latn" not in parts else "ltr"


@lru_cache(maxsize=4096)  # most are small, and come back
def number(count: int, language: str) -> str:
    """Return a whole number as it is printed in a language: `1,240`."""
    return str(format_decimal(count, locale=locale_of(language)))


def verdict_view(verdict: Verdict, *, unshown: bool = False) -> VerdictView:
    """Return a verdict's label and explanation; `unshown` where readers cannot see the article."""
    return _verdict_view(verdict.kind, _part_named(verdict) + (UNSHOWN if unshown else ""))


@lru_cache(maxsize=64)
def _verdict_view(kind: VerdictKind, also: str) -> VerdictView:
    """Return the view of a verdict; `also` are the sentences after its explanation."""
    label, explanation = VERDICTS[kind]
    return VerdictView(
        kind=kind, label=label, explanation=explanation + also, warning=WARNINGS.get(kind, "")
    )


def _part_named(verdict: Verdict) -> str:
    """Return a sentence that names the headline or standfirst where these hold the words."""
    if verdict.kind not in {"exact", "edited"}:
        return ""
    parts = [fragment.part for fragment in verdict.fragments or (verdict,)]
    named = [part for part in ("headline", "standfirst") if part in parts]
    whose = "They are words" if "text" not in parts else "Some of them are words"
    return f" {whose} of its {' and '.join(named)}." if named else ""


def summary_label(summary: Summary) -> str:
    """Return who made a summary, and how."""
    return SUMMARY_LABELS[summary.made_by].replace("{model}", summary.model)


def counted(number: int, one: str, many: str) -> str:
    """Return `1 outlet` or `3 outlets`."""
    return f"{number} {one if number == 1 else many}"
