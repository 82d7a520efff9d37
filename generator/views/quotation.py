"""Quotation figures, outlet tags and article references, as views."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import bidirectional

from generator.model import Article, Correction, Digest, Outlet, Quotation, Speaker
from generator.quick_state import quickly_made
from generator.settings import SiteSettings
from generator.views.carried import carried_link
from generator.views.frame import digest_address
from generator.views.outlet_pages import NO_PAGES, OutletPages, page_of
from generator.views.passages import passage_of, passage_url
from generator.views.shapes import (
    ArticleView,
    CorrectionView,
    Link,
    OutletTag,
    QuotationView,
    QuotedTextView,
)
from generator.views.words import (
    KIND_LABELS,
    OWN_WORDS,
    country_name,
    date_view,
    direction_of,
    language_name,
    verdict_view,
)

_link, _outlet_tag = quickly_made(Link), quickly_made(OutletTag)
_quotation_view = quickly_made(QuotationView)

_JOINING_COMMA = re.compile(r"(?<=\w)[,،]$")
"""A single comma at the very end of the words."""


def outlet_address(slug: str) -> str:
    """Return the address of an outlet's page."""
    return f"outlets/{slug}/"


def speaker_link(speaker: Speaker) -> Link:
    """Return a speaker's name with the page; without one where the words only describe somebody."""
    address = "" if speaker.described else speaker_address(speaker.slug)
    return _link(text=speaker.name, address=address)


def speaker_address(slug: str) -> str:
    """Return the address of a speaker's page."""
    return f"speakers/{slug}/"


def outlet_tag(outlet: Outlet, settings: SiteSettings) -> OutletTag:
    """Return an outlet as it is named anywhere."""
    return _outlet_tag(
        name=outlet.name,
        address=outlet_address(outlet.slug),
        country=country_name(outlet.country, settings.language, settings.country_names),
        registered=outlet.registered,
    )


def article_view(article: Article, *, page_language: str) -> ArticleView:
    """Return an article as the round-up shows it."""
    body = article.body.of(article.text) if article.publish_in_full else ""
    return ArticleView(
        headline=article.headline,
        standfirst=article.standfirst,
        byline=article.byline,
        published=date_view(article.published, page_language) if article.published else None,
        url=article.url,
        archived=article.archived,
        language=article.language,
        direction=direction_of(article.language),
        language_name=_foreign_name(article.language, page_language),
        translated_from=language_name(article.translated_from, page_language)
        if article.translated_from
        else "",
        translator=article.translator,
        via=article.via,
        rating=article.rating.printed if article.rating else "",
        stance=article.stance,
        note=article.note,
        full_text=body.strip(),
        full_text_markup=article.markup if body else "",
    )


def quotation_view(
    quotation: Quotation,
    digest: Digest,
    settings: SiteSettings,
    *,
    pages: OutletPages = NO_PAGES,
) -> QuotationView:
    """Return the figure of a quotation, for its digest's page and any other.

    `pages` are the outlets that have one, to which its `via` may lead.
    """
    article, speaker = shown_article(quotation), quotation.speaker
    unshown = article is None and _rests_on_hidden(quotation, digest)
    withdrawn = bool(quotation.withdrawn)
    page_language = digest.editorial.language
    parts = () if withdrawn else shown_parts(quotation)
    role_language = _role_language(quotation, digest)
    original = quotation.original
    return _quotation_view(
        anchor=f"q-{quotation.id}",
        permalink=permalink(digest, quotation),
        kind=quotation.kind,
        kind_label=kind_label(quotation),
        parts=parts,
        language=quotation.language,
        language_name=_foreign_name(quotation.language, page_language),
        direction=direction_of(quotation.language),
        outlet=outlet_tag(quotation.outlet, settings),
        speaker=speaker_link(speaker) if speaker else None,
        role=speaker.role if speaker else "",
        via=quotation.via,
        headline=article.headline if article else "",
        article_url=article.url if article else "",
        archived=article.archived if article else "",
        passage_url="" if withdrawn else passage_link(quotation),
        published=date_view(article.published, page_language)
        if article and article.published
        else None,
        original=_quoted_text(original.text, original.language, page_language)
        if original and not withdrawn
        else None,
        translator=quotation.translator,
        verdict=verdict_view(quotation.verdict, unshown=unshown)
        if quotation.verdict and not withdrawn
        else None,
        narrative_anchor=f"n-{quotation.id}" if quotation.in_review else "",
        note=quotation.note,
        acknowledged="" if withdrawn else quotation.acknowledged,
        withdrawn=quotation.withdrawn,
        corrections=corrections_of(digest, quotation.id),
        digest=_digest_link(digest.editorial.title, digest.slug),
        date=date_view(digest.editorial.date, page_language),
        article_language=article.language if article else "",
        article_direction=direction_of(article.language) if article else "ltr",
        byline=article.byline if article else "",
        via_address=page_of(quotation.via, pages),
        carried=carried_link(quotation, digest),
        article_unshown=unshown,
        role_language=role_language,
        role_direction=direction_of(role_language) if role_language else "ltr",
        own_words=quotation.own_words,
    )


def figures_of(
    digest: Digest, settings: SiteSettings, *, pages: OutletPages = NO_PAGES
) -> dict[str, QuotationView]:
    """Return the figures of all quotations of a digest, for any page, by their ids."""
    return {q.id: quotation_view(q, digest, settings, pages=pages) for q in digest.quotations}


def kind_label(quotation: Quotation) -> str:
    """Return what the figure calls the words, seen and heard."""
    return OWN_WORDS if quotation.own_words else KIND_LABELS[quotation.kind]


def shown_article(quotation: Quotation) -> Article | None:
    """Return the article of a quotation; none that is stored only to check against."""
    article = quotation.article
    return None if article is None or article.hidden else article


def shown_parts(quotation: Quotation) -> tuple[str, ...]:
    """Return the words as the figure shows them: alone, without the sentence around them.

    A comma that only joined the words of a review to the clause after them is left out; what the
    editor wrote, and what is verified in marks of its own, stays as it is.
    """
    parts = quotation.parts
    if not parts or not quotation.in_review or quotation.kind != "direct":
        return parts
    *before, last = parts
    # To look at the end only costs far less than the search, which begins at the front.
    ends = last[-2:]
    return (*before, _JOINING_COMMA.sub("", last)) if "," in ends or "،" in ends else parts


def _rests_on_hidden(quotation: Quotation, digest: Digest) -> bool:
    """Whether a quotation's words were judged by an article that the site does not show."""
    found = quotation.verdict.found_in if quotation.verdict else None
    own = quotation.article.id if quotation.article else None
    hidden = {article.id for article in digest.articles if article.hidden}
    return own in hidden or found in hidden


def _role_language(quotation: Quotation, digest: Digest) -> str:
    """Return the language of a role, where the digest's and the article's leave no doubt of it."""
    role = quotation.speaker.role if quotation.speaker else ""
    if not role:
        return ""
    article = quotation.article.language if quotation.article else ""
    return _only_fitting(role, digest.editorial.language, article)


@lru_cache(maxsize=512)  # who is quoted often has the same role in many quotations
def _only_fitting(role: str, *languages: str) -> str:
    """Return the only one of `languages` that runs as the words of `role` do; empty for several."""
    known = {tag for tag in languages if tag}
    way = "rtl" if any(bidirectional(letter) in {"R", "AL"} for letter in role) else "ltr"
    fitting = [tag for tag in known if direction_of(tag) == way]
    return fitting[0] if len(fitting) == 1 else ""


@lru_cache(maxsize=16)  # the same in all figures of a digest
def _digest_link(title: str, slug: str) -> Link:
    return Link(text=title, address=digest_address(slug))


def permalink(digest: Digest, quotation: Quotation) -> str:
    """Return the permanent address of a quotation."""
    return f"{digest_address(digest.slug)}#q-{quotation.id}"


def corrections_of(digest: Digest, quotation: str) -> tuple[CorrectionView, ...]:
    """Return the corrections that concern one quotation."""
    return tuple(
        [
            correction_view(correction, digest)
            for correction in digest.editorial.corrections
            if correction.quotation == quotation
        ]
    )


def correction_view(correction: Correction, digest: Digest) -> CorrectionView:
    """Return a correction with a link to the quotation that it concerns."""
    language = digest.editorial.language
    return CorrectionView(
        date=date_view(correction.date, language),
        what=correction.what,
        why=correction.why,
        kind=correction.kind,
        quotation=Link(text="the quotation", address=f"#q-{correction.quotation}")
        if correction.quotation
        else None,
        language=language,
        direction=direction_of(language),
    )


def passage_link(quotation: Quotation) -> str:
    """Return a link to the words in the source, where the source is known to hold them."""
    words = passage_of(quotation)
    return passage_url(quotation.article.url, words) if words and quotation.article else ""


def _quoted_text(text: str, language: str, page_language: str) -> QuotedTextView:
    return QuotedTextView(
        text=text,
        language=language,
        language_name=language_name(language, page_language),
        direction=direction_of(language),
    )


def _foreign_name(language: str, page_language: str) -> str:
    return "" if language == page_language else language_name(language, page_language)
