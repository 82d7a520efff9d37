"""Who carried the same words: utterances in several outlets, and texts that are near-copies.

Every figure is counted, never judged: how many words a version keeps of the fullest one, and which
share of an article's words stands in another, in per cent rounded down.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from babel.lists import format_list

from generator.digest.cuts import CutStep, Version, versions_of
from generator.model import Article, CopyReason, Digest, NearCopy, Quotation, Utterance
from generator.views.frame import anchor_of, digest_address
from generator.views.shapes import CopyView, Link, StepView, UtteranceView, VersionView
from generator.views.words import counted, direction_of

NO_SPEAKER = "No speaker named"

COPY_WORDS: Mapping[CopyReason, str] = {
    "agency": "of this text comes from",
    "via": "of this text comes from",
    "earlier": "of this text stands in the earlier one of",
    "undecided": "of this text stands also in that of",
}


def utterance_views(digest: Digest) -> tuple[UtteranceView, ...]:
    """Return the utterances of a digest with the comparison of their versions."""
    return tuple(map(_utterance_view, digest.utterances))


def carried_link(quotation: Quotation, digest: Digest) -> Link | None:
    """Return the other outlets that carry the words of a quotation, and where they are compared."""
    for utterance in digest.utterances:
        if any(other.id == quotation.id for other in utterance.quotations):
            names = _outlet_names(
                other
                for other in utterance.quotations
                if other.outlet.slug != quotation.outlet.slug
            )
            address = f"{digest_address(digest.slug)}#{_anchor(utterance)}"
            return Link(text=listed(names), address=address)
    return None


def copy_view(article: Article, digest: Digest) -> CopyView | None:
    """Return whose text an article largely carries; None where it is no near-copy."""
    copy = next((copy for copy in digest.copies if copy.article.id == article.id), None)
    if copy is None:
        return None
    percent = 100 * copy.shared // copy.words
    share = f"{percent} %" if copy.shared < copy.words else "All"
    return CopyView(words=f"{share} {COPY_WORDS[copy.reason]}", source=_source(copy))


def listed(names: Iterable[str]) -> str:
    """Return names as a list in English words: `A, B and C`."""
    return format_list(list(names), locale="en_GB")


def _source(copy: NearCopy) -> Link:
    source = copy.source
    same = source.outlet.slug == copy.article.outlet.slug
    return Link(
        text=f"“{source.headline}”" if same else source.outlet.name,
        address="" if source.hidden else f"#{anchor_of(source.outlet.slug)}",
    )


def _utterance_view(utterance: Utterance) -> UtteranceView:
    speaker = next((q.speaker for q in utterance.quotations if q.speaker), None)
    outlets = len(_outlet_names(utterance.quotations))
    return UtteranceView(
        anchor=_anchor(utterance),
        heading=speaker.name if speaker else NO_SPEAKER,
        carried_by=f"Carried by {counted(outlets, 'outlet', 'outlets')}",
        versions=tuple(
            _version_view(version, fullest=place == 0)
            for place, version in enumerate(versions_of(utterance))
        ),
    )


def _version_view(version: Version, *, fullest: bool) -> VersionView:
    first = version.quotations[0]
    original = first.original
    language = original.language if original else first.language
    return VersionView(
        carriers=tuple(Link(text=q.outlet.name, address=f"#q-{q.id}") for q in version.quotations),
        steps=tuple(map(_step, version.steps)),
        difference=_fullest(version) if fullest else _difference(version),
        fullest=fullest,
        cite=first.article.url if fullest and first.article else "",
        language=language,
        direction=direction_of(language),
    )


def _fullest(version: Version) -> str:
    words = counted(version.kept, "word", "words")
    if len(version.quotations) > 1:
        return f"The fullest version, word for word the same: {words}"
    return f"The fullest version: {words}"


def _difference(version: Version) -> str:
    """Return what a version keeps, leaves out and has for itself, in numbers."""
    parts = [f"{version.left_out} left out" if version.left_out else ""]
    if version.added:
        parts.append(counted(version.added, "other word", "other words"))
    told = ", ".join(filter(None, parts))
    same = ", word for word alike in these" if len(version.quotations) > 1 else ""
    return f"{counted(version.kept, 'word', 'words')} kept, {told}{same}"


def _step(step: CutStep) -> StepView:
    kind = "left-out" if step.kind == "left out" else step.kind
    return StepView(kind=kind, text=step.text, spaced=step.spaced)


def _outlet_names(quotations: Iterable[Quotation]) -> tuple[str, ...]:
    """Return each outlet's name once, in order."""
    return tuple({q.outlet.slug: q.outlet.name for q in quotations}.values())


def _anchor(utterance: Utterance) -> str:
    return f"u-{utterance.quotations[0].id}"
