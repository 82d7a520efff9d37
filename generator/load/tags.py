"""Read language tags (BCP 47, RFC 5646 section 2.1) and country codes (ISO 3166-1).

The shape of a tag is checked whole, its two-letter language and every country against CLDR's
lists, for `jp`, `cz` and `UK` are the commonest slips.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated

from babel import Locale
from babel.languages import get_official_languages

from generator.load.values import ReadBy, refuse
from generator.load.words import shown
from generator.outlets import country_of

_LANGUAGE = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-[a-z]{3}){0,3}"
    r"(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?",
    re.IGNORECASE | re.ASCII,
)


@cache
def _english() -> Locale:
    """Return Babel's English names of languages and territories."""
    return Locale("en")


def read_language(words: str) -> str:
    """Return a BCP 47 language tag, in its customary case."""
    match = _LANGUAGE.fullmatch(words)
    if match is None:
        names = {name.casefold(): tag for tag, name in _english().languages.items()}
        tag = names.get(words.casefold()) or ("_" in words and words.replace("_", "-"))
        mend = f"Write '{tag}'." if tag else "Write a tag such as en, pt-BR or zh-Hant."
        refuse("Y015", f"is no language tag: {shown(words)}", mend)
    language = match["language"].lower()
    if len(language) == 2 and language not in _english().languages:  # noqa: PLR2004 - ISO 639-1
        spoken = get_official_languages(language.upper())
        mend = f"Did you mean '{spoken[0]}'?" if spoken else "Write a tag such as en or pt-BR."
        refuse("Y015", f"is no language: {shown(words)}", mend)
    parts = [language]
    for part in words.split("-")[1:]:
        is_script, is_region = part == match["script"], part == match["region"]
        parts.append(part.title() if is_script else part.upper() if is_region else part.lower())
    return "-".join(parts)


_USERS_OWN = re.compile("AA|Q[M-Z]|X[A-Z]")
"""Codes that ISO 3166-1 (8.1.3) leaves to users; a site names them in its settings."""
NO_COUNTRY = {"ZZ", "XA", "XB", "EZ", "QO", "UN"}
"""Codes that CLDR names and that are no country: unknown, test data, groups."""


@cache
def countries() -> dict[str, str]:
    """Return the English names of countries by ISO 3166-1 code (with EU and XK)."""
    names = _english().territories.items()
    return {
        code: name
        for code, name in names
        if len(code) == 2 and code.isalpha() and code not in NO_COUNTRY  # noqa: PLR2004 - ISO 3166-1 alpha-2
    }


def read_country(words: str) -> str:
    """Return an ISO 3166-1 alpha-2 country code, upper case."""
    code = words.upper()
    if code not in countries() and not _USERS_OWN.fullmatch(code):
        refuse("Y016", f"is no ISO country code: {shown(words)}", _meant_country(words))
    return code


def _meant_country(words: str) -> str:
    """Return the mend for words that are no country code."""
    by_name = {name.casefold(): known for known, name in countries().items()}
    known = country_of(words) or by_name.get(words.casefold())
    return f"Did you mean '{known}'?" if known else "Write its two letters, as NO for Norway."


Language = Annotated[
    str, ReadBy(read_language, {"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"})
]
Country = Annotated[str, ReadBy(read_country, {"type": "string", "pattern": "^[A-Za-z]{2}$"})]
