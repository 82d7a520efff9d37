"""What a digest's page says to machines."""

from __future__ import annotations

import dataclasses
import json
import re

from generator.render.structured import news_article, structured
from tests.theme.samples import BARE_DIGEST, DIGEST


def test_a_digest_is_a_news_article() -> None:
    """It has headline, dates, language, authors, publisher and its corrections."""
    assert news_article(DIGEST) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": "https://fold.example/digests/tidewall/",
        "url": "https://fold.example/digests/tidewall/",
        "headline": DIGEST.title,
        "description": DIGEST.standfirst,
        "image": "https://fold.example/theme/img/sample.svg",
        "inLanguage": "en",
        "datePublished": "2031-03-14",
        "dateModified": "2031-03-15",
        "author": [
            {"@type": "Person", "name": "R. Amsel"},
            {"@type": "Person", "name": "Y. Haddad"},
        ],
        "publisher": {
            "@type": "Organization",
            "name": "The Fold",
            "url": "https://fold.example/",
        },
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": "The quotation was first credited to the harbour board. "
                "The Ledger named the speaker in its evening edition.",
                "datePublished": "2031-03-15",
            },
            {
                "@type": "CorrectionComment",
                "text": "The quotation was first credited to the harbour board.",
                "datePublished": "2031-03-15",
            },
        ],
    }


def test_what_is_not_known_is_left_out() -> None:
    """A bare digest has no author, address, picture or correction; unchanged since its date."""
    said = news_article(BARE_DIGEST)
    assert set(said) == {
        *("@context", "@type", "headline", "inLanguage"),
        *("datePublished", "dateModified", "publisher"),
    }
    assert said["dateModified"] == said["datePublished"] == "2031-03-14"


def test_no_title_ends_the_block() -> None:
    """Markup, line separators and quotation marks in a title come back as the same words."""
    title = '</script><!-- \u2028\u2029 & “it’s” "so" \\ <b>'
    block = str(structured(dataclasses.replace(DIGEST, title=title)))
    start, end = '<script type="application/ld+json">', "</script>"
    inside = block.removeprefix(start).removesuffix(end)
    assert block == f"{start}{inside}{end}"
    assert not re.search("[<>&\u2028\u2029]", inside)
    assert json.loads(inside)["headline"] == title
