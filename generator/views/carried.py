"""Who else carried the words of a quotation or the text of an article: links and shares.

A share is counted, never judged: how many of an article's words stand in the other one, in per
cent rounded down.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from babel.lists import format_list

from generator.model import Article, CopyReason, Digest, NearCopy, Quotation, Utterance
from generator.views.frame import anchor_of, digest_address
from generator.views.shapes import CopyView, Link

COPY_WORDS: Mapping[CopyReason, str] = {
    "agency": "of this text comes from",
    "via": "of this text comes from",
    "earlier": "of this text stands in the earlier one of",
    "undecided": "of this text stands also in that of",
}


def carried_link(quotation: Quotation, digest: Digest) -> Link | None:
    """Return the other outlets that carry the words of a quotation, and where they are compared."""
    for utterance in digest.utterances:
        if any(other.id == quotation.id for other in utterance.quotations):
            own = quotation.outlet.slug
            others = (other for other in utterance.quotations if other.outlet.slug != own)
            address = f"{digest_address(digest.slug)}#{utterance_anchor(utterance)}"
            return Link(text=listed(outlet_names(others)), address=address)
    return None


def copy_view(article: Article, digest: Digest) -> CopyView | None:
    """Return whose text an article largely carries; None where it is no near-copy."""
    copy = next((copy for copy in digest.copies if copy.article.id == article.id), None)
    if copy is None:
        return None
    share = f"{100 * copy.shared // copy.words} %" if copy.shared < copy.words else "All"
    return CopyView(words=f"{share} {COPY_WORDS[copy.reason]}", source=_source(copy))


def listed(names: Iterable[str]) -> str:
    """Return names as a list in English words: `A, B and C`."""
    return format_list(list(names), locale="en_GB")


def outlet_names(quotations: Iterable[Quotation]) -> tuple[str, ...]:
    """Return the name of each outlet once, in order."""
    return tuple({q.outlet.slug: q.outlet.name for q in quotations}.values())


def utterance_anchor(utterance: Utterance) -> str:
    """Return the fragment of an utterance on its digest's page."""
    return f"u-{utterance.quotations[0].id}"


def _source(copy: NearCopy) -> Link:
    source = copy.source
    same = source.outlet.slug == copy.article.outlet.slug
    return Link(
        text=f"“{source.headline}”" if same else source.outlet.name,
        address="" if source.hidden else f"#{anchor_of(source.outlet.slug)}",
    )
