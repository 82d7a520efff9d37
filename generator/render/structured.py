"""What a digest's page says of itself to machines: schema.org's NewsArticle, as JSON-LD.

A data block is no script: browsers do not run it (HTML, 4.12.1) and no content policy forbids it.
Words inside it cannot end it or begin markup, because `<`, `>` and `&` are written as JSON's own
escapes, and so are the line separators that JavaScript once took for line ends.
https://schema.org/NewsArticle, https://schema.org/correction, https://www.w3.org/TR/json-ld11/
"""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from generator.views.shapes import CorrectionView, DigestView

_ESCAPES = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def structured(view: DigestView) -> Markup:
    """Filter: return the JSON-LD block of a digest's page."""
    text = json.dumps(news_article(view), ensure_ascii=False)
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 (escaped above)


def news_article(view: DigestView) -> dict[str, Any]:
    """Return a digest as a schema.org NewsArticle; what is not known is left out."""
    page, site = view.page, view.page.site
    known = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": page.canonical,
        "url": page.canonical,
        "headline": view.title,
        "description": view.standfirst or view.lede,
        "image": page.image,
        "inLanguage": view.language,
        "datePublished": view.date.iso,
        "dateModified": (view.modified or view.date).iso,
        "author": [{"@type": "Person", "name": name} for name in view.editors],
        "publisher": {
            "@type": "Organization",
            "name": site.title,
            **({"url": f"{site.url}/"} if site.url else {}),
        },
        "correction": [_correction(entry) for entry in view.corrections],
    }
    return {key: value for key, value in known.items() if value}


def _correction(entry: CorrectionView) -> dict[str, Any]:
    return {
        "@type": "CorrectionComment",
        "text": " ".join(filter(None, (entry.what, entry.why))),
        "datePublished": entry.date.iso,
        **({"inLanguage": entry.language} if entry.language else {}),
    }
