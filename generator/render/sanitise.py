"""Let the harmless part of HTML through, and call that part markup.

Everything that becomes `Markup` passes `nh3` (the Rust library ammonia), which parses as a browser
does and keeps only the elements and attributes named here. Headings are moved below the one they
stand under, and ids are given a prefix of their own, so that neither meets the page's.
"""

from __future__ import annotations

import re
from functools import cache, partial
from urllib.parse import urlsplit

import nh3
from markupsafe import Markup
from pyromark import Markdown, Options

TAGS = frozenset(
    """
    a abbr b blockquote br cite code dd del dfn dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i
    img ins kbd li mark ol p pre q s samp small span strong sub sup table tbody td th thead time tr
    ul var
    """.split()  # noqa: SIM905 (a list of words reads better than forty quoted ones)
)
"""No div, style or script."""

ATTRIBUTES = {
    "*": {"id", "lang", "dir", "title"},
    "a": {"href", "hreflang"},
    "blockquote": {"cite"},
    "del": {"datetime"},
    "img": {"src", "alt", "width", "height"},
    "ins": {"datetime"},
    "li": {"value"},
    "ol": {"start"},
    "q": {"cite"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}

IDS = "text-"
"""Before every id that a text brings along: no id of ours begins so."""

DEEPEST = 6

_MARKDOWN = Markdown(options=Options.ENABLE_TABLES | Options.ENABLE_STRIKETHROUGH)
"""`text.markdown_marks`, which tells what of a narrative is words, follows CommonMark too."""
_HEADING = re.compile(r"(</?h)([1-6])(?=[\s>])")
_FOREIGN = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//|\\\\)", re.IGNORECASE)
_LOST_PICTURE = re.compile(r"<img(?![^>]*\ssrc=)[^>]*>")
_HARMLESS = re.compile(r"(?:<p>[^<>&\r\0\xa0]*</p>\n*)*")
"""Paragraphs of words alone, as most reviews are: a cleaner would write them just so again. It
would not a space that does not break, and the two signs of control."""
_ID = re.compile(r"""\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")


def clean(html: str, *, top: int, ids: bool = True) -> str:
    """Return `html` without what could run, load or restyle anything.

    Its highest headings come to stand at the level `top` or below. `ids` keeps its ids: at most
    one text on a page may.
    """
    if _HARMLESS.fullmatch(html):
        return html
    found = _ID.findall(html) if ids and "=" in html else ()
    own = frozenset(next(filter(None, each), "") for each in found)
    # Most texts bring no id along; and a cleaner costs as much to make as a page to clean.
    cleaner = _cleaner(own, ids=ids) if own else _usual_cleaner(ids=ids)
    return _below(cleaner.clean(html), top)


@cache
def _usual_cleaner(*, ids: bool) -> nh3.Cleaner:
    """Return what cleans a text without ids of its own; `ids` as for `clean`."""
    return _cleaner(frozenset(), ids=ids)


def _cleaner(own: frozenset[str], *, ids: bool) -> nh3.Cleaner:
    """Return what cleans a text that has the ids `own`."""
    every = ATTRIBUTES["*"] if ids else ATTRIBUTES["*"] - {"id"}
    return nh3.Cleaner(
        tags=set(TAGS),
        attributes=ATTRIBUTES | {"*": every},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
        id_prefix=IDS if ids else None,
        url_relative=partial(_relative, own=own),
        attribute_filter=_own_pictures,
    )


def _own_pictures(tag: str, attribute: str, value: str) -> str | None:
    """Drop the source of a picture at another host: no reader is told on before a click."""
    foreign = tag == "img" and attribute == "src" and _FOREIGN.match(value)
    return None if foreign else value


def _below(html: str, top: int) -> str:
    """Return sanitised `html` with all headings moved down alike, until none is above `top`.

    A picture whose source was dropped goes as a whole.
    """
    if "<img" in html:
        html = _LOST_PICTURE.sub("", html)
    if "<h" not in html:
        return html
    levels = [int(level) for _, level in _HEADING.findall(html)]
    down = max(0, top - min(levels, default=top))
    return _HEADING.sub(lambda tag: f"{tag[1]}{min(int(tag[2]) + down, DEEPEST)}", html)


def _relative(url: str, own: frozenset[str]) -> str:
    """Return a relative address so that it also works from a folder on disk, to ids as they are."""
    parts = urlsplit(url)
    if not parts.path and not parts.netloc and parts.fragment in own:
        return f"#{IDS}{parts.fragment}"
    path = parts.path
    if parts.netloc or path.startswith("/"):
        return url
    if path.rpartition("/")[2] in {".", ".."}:
        path += "/"
    return parts._replace(path=f"{path}index.html").geturl() if path.endswith("/") else url


def markdown_html(text: str, *, top: int, ids: bool = True) -> str:
    """Return Markdown `text` as sanitised HTML: CommonMark with tables and `~~struck~~` words.

    Nothing here rewrites quotation marks. Why this engine: docs/dependencies.md.
    """
    return clean(_MARKDOWN.html(text).strip(), top=top, ids=ids)


def sanitised(html: str) -> Markup:
    """Filter: the harmless part of the `html` of an ordinary page, as markup."""
    return Markup(clean(html, top=2))  # noqa: S704 (sanitised on the same line)
