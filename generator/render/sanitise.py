"""Let the harmless part of HTML through, and call that part markup.

Everything that becomes `Markup` passes `nh3` (the Rust library ammonia), which parses as a browser
does and keeps only the elements and attributes named here.
"""

from __future__ import annotations

import nh3
from markdown import Markdown
from markupsafe import Markup

TAGS = frozenset(
    """
    a abbr b blockquote br cite code dd del dfn dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img
    ins kbd li mark ol p pre q s samp small span strong sub sup table tbody td th thead time tr
    ul var
    """.split()  # noqa: SIM905 (a list of words reads better than forty quoted ones)
)
"""No h1: a page has one already. No div, style or script."""

ATTRIBUTES = {
    "*": {"lang", "dir", "title"},
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


def clean(html: str) -> str:
    """Return `html` without what could run, load or restyle anything."""
    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )


def markdown_html(text: str) -> str:
    """Return Markdown `text` as sanitised HTML.

    Python-Markdown with tables; no extension here rewrites quotation marks.
    """
    return clean(Markdown(extensions=["tables", "sane_lists"]).convert(text))


def sanitised(html: str) -> Markup:
    """Filter: the harmless part of `html`, as markup."""
    return Markup(clean(html))  # noqa: S704 (sanitised on the same line)
