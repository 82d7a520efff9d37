r"""A citation as an entry of a BibTeX file, which BibLaTeX reads as well.

Fields and types are those that both know (Patashnik, BibTeXing, 1988; the BibLaTeX manual,
sections 2.1 and 2.2): `@article` for an article, `@misc` for a digest; `year`, `month` as a macro.
Titles and names stand in a second pair of braces: a headline is not ours to put in lower case,
nor a name to take apart. The quoted words are the field `annote`.

Whatever the fields hold, an entry can be cut out of a file by its lines: it begins with the line
that ends in `{key,` and ends with the next one that is `}` and nothing else, for a brace in a
field is never left bare. theme/js/cite.js does so.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from generator.citations import Citation
from generator.citations.names import names_in
from generator.citations.note import note, whole_note

_TEX = {
    "\\": r"\textbackslash{}",
    # A brace behind a backslash still counts as a brace for BibTeX, so these are named.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905 (reads better)
_NOT_IN_A_URL = re.compile(r"[\s{}\\]")


def bibtex(citation: Citation) -> str:
    """Return the citation as one entry, without a final line break."""
    kind = "article" if citation.headline else "misc"
    fields = _of_article(citation) if citation.headline else _of_digest(citation)
    fields = (*fields, ("annote", _text(" ".join(citation.words))))
    lines = [f"  {name} = {value}," for name, value in fields if value]
    return "\n".join((f"@{kind}{{{citation.key},", *lines, "}"))


def bibtex_file(citations: Iterable[Citation]) -> str:
    """Return a BibTeX file of several entries."""
    return "\n".join(f"{bibtex(citation)}\n" for citation in citations)


def escaped(text: str) -> str:
    """Return `text` as TeX that prints it."""
    return "".join(_TEX.get(sign, sign) for sign in text)


def _of_article(citation: Citation) -> tuple[tuple[str, str], ...]:
    return (
        ("author", _names(names_in(citation.byline))),
        ("title", _kept(citation.headline)),
        ("journal", _kept(citation.outlet)),
        *_date(citation.published),
        ("url", _url(citation.url)),
        ("urldate", _text(citation.captured.isoformat() if citation.captured else "")),
        ("note", _text(_archived(citation) + whole_note(citation))),
    )


def _of_digest(citation: Citation) -> tuple[tuple[str, str], ...]:
    return (
        ("title", _kept(citation.digest)),
        ("howpublished", _kept(citation.site)),
        *_date(citation.digest_date),
        ("url", _url(citation.permalink)),
        ("note", _text(note(citation))),
    )


def _archived(citation: Citation) -> str:
    """Return where a copy is kept, for which there is no field."""
    return f"Archived at {citation.archived}. " if citation.archived else ""


def _date(date: dt.date | None) -> tuple[tuple[str, str], ...]:
    if date is None:
        return ()
    return (
        ("year", f"{{{date.year}}}"),
        ("month", _MONTHS[date.month - 1]),
        ("day", f"{{{date.day}}}"),
    )


def _names(names: Iterable[str]) -> str:
    authors = " and ".join(f"{{{escaped(name)}}}" for name in names)
    return f"{{{authors}}}" if authors else ""


def _kept(text: str) -> str:
    """Return a title or name whose capitals no style changes."""
    return f"{{{{{escaped(text)}}}}}" if text else ""


def _text(text: str) -> str:
    return f"{{{escaped(text)}}}" if text else ""


def _url(url: str) -> str:
    """Return an address, which styles print as it stands."""
    return f"{{{_NOT_IN_A_URL.sub(lambda s: f'%{ord(s[0]):02X}', url)}}}" if url else ""
