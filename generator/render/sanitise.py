"""Let the harmless part of HTML through, and call that part markup.

Everything that becomes `Markup` passes `nh3` (the Rust library ammonia), which parses as a browser
does and keeps only the elements and attributes named here. Headings are moved below the one they
stand under, and ids are given a prefix of their own, so that neither meets the page's.
"""

from __future__ import annotations

import re
from functools import partial
from urllib.parse import urlsplit

import nh3
from markdown import Markdown
from markupsafe import Markup

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

_HEADING = re.compile(r"(</?h)([1-6])(?=[\s>])")
_FOREIGN = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//|\\\\)", re.IGNORECASE)
_LOST_PICTURE = re.compile(r"<img(?![^>]*\ssrc=)[^>]*>")
_ID = re.compile(r"""\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")


def clean(html: str, *, top: int, ids: bool = True) -> str:
    """Return `html` without what could run, load or restyle anything.

    Its highest headings come to stand at the level `top` or below. `ids` keeps its ids: at most
    one text on a page may.
    """
    kept = ATTRIBUTES if ids else ATTRIBUTES | {"*": ATTRIBUTES["*"] - {"id"}}
    own = {next(filter(None, found), "") for found in _ID.findall(html)} if ids else set()
    return _below(
        nh3.clean(
            html,
            tags=set(TAGS),
            attributes=kept,
            url_schemes={"http", "https", "mailto"},
            link_rel="noopener noreferrer",
            id_prefix=IDS if ids else None,
            url_relative=partial(_relative, own=own),
            attribute_filter=_own_pictures,
        ),
        top,
    )


def _own_pictures(tag: str, attribute: str, value: str) -> str | None:
    """Drop the source of a picture at another host: no reader is told on before a click."""
    foreign = tag == "img" and attribute == "src" and _FOREIGN.match(value)
    return None if foreign else value


def _below(html: str, top: int) -> str:
    """Return sanitised `html` with all headings moved down alike, until none is above `top`.

    A picture whose source was dropped goes as a whole.
    """
    html = _LOST_PICTURE.sub("", html)
    levels = [int(level) for _, level in _HEADING.findall(html)]
    down = max(0, top - min(levels, default=top))
    return _HEADING.sub(lambda tag: f"{tag[1]}{min(int(tag[2]) + down, DEEPEST)}", html)


def _relative(url: str, own: set[str]) -> str:
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
    """Return Markdown `text` as sanitised HTML.

    Python-Markdown with tables; no extension here rewrites quotation marks.
    """
    converted = Markdown(extensions=["tables", "sane_lists"]).convert(text)
    return clean(converted, top=top, ids=ids)


def sanitised(html: str) -> Markup:
    """Filter: the harmless part of the `html` of an ordinary page, as markup."""
    return Markup(clean(html, top=2))  # noqa: S704 (sanitised on the same line)
