"""The same words in several outlets, as a digest's page compares them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.digest.cuts import CutStep, Version, versions_of
from generator.model import Article, Digest, Utterance
from generator.views.carried import listed, outlet_names, utterance_anchor
from generator.views.quotation import speaker_link
from generator.views.shapes import Link, StepView, UtteranceView, VersionView
from generator.views.words import counted, direction_of

NO_SPEAKER = "No speaker named"

_OMISSION = re.compile(r"((?:\[…\]|…|\[\.{3}\]|(?<!\.)\.{3}(?!\.))\s*)")
"""The sign that an editor left words out, with the space after it."""


def utterance_views(digest: Digest) -> tuple[UtteranceView, ...]:
    """Return the utterances of a digest with the comparison of their versions."""
    return tuple(_utterance_view(utterance, digest.articles) for utterance in digest.utterances)


def _utterance_view(utterance: Utterance, articles: Sequence[Article]) -> UtteranceView:
    speaker = next((q.speaker for q in utterance.quotations if q.speaker), None)
    outlets = len(outlet_names(utterance.quotations))
    fullest, *others = versions_of(utterance, articles)
    return UtteranceView(
        anchor=utterance_anchor(utterance),
        speaker=speaker_link(speaker) if speaker else Link(text=NO_SPEAKER, address=""),
        carried_by=f"Carried by {counted(outlets, 'outlet', 'outlets')}",
        versions=(
            _fullest_view(fullest, alone=not others),
            *(_version_view(version, omissions=_shortened(fullest)) for version in others),
        ),
    )


def _fullest_view(version: Version, *, alone: bool) -> VersionView:
    """Return the version that others are compared with; `alone` where all words are the same."""
    article = version.quotations[0].article
    several = "carry it word for word" if alone else "carry the fullest version"
    carry = several if len(version.quotations) > 1 else "carries the fullest version"
    return replace(
        _version_view(version),
        difference=f"{carry}: {counted(version.count('kept'), 'word', 'words')}",
        fullest=True,
        cite=article.url if article else "",
    )


def _shortened(version: Version) -> bool:
    """Whether our editors left words out of a version, which its signs then tell."""
    verdicts = [quotation.verdict for quotation in version.quotations]
    return any(verdict is not None and verdict.kind == "edited" for verdict in verdicts)


def _version_view(version: Version, *, omissions: bool = False) -> VersionView:
    first = version.quotations[0]
    language = first.original.language if first.original else first.language
    return VersionView(
        carriers=tuple(Link(text=q.outlet.name, address=f"#q-{q.id}") for q in version.quotations),
        steps=tuple(_steps(version.steps, omissions=omissions)),
        difference=_difference(version),
        fullest=False,
        cite="",
        language=language,
        direction=direction_of(language),
    )


def _difference(version: Version) -> str:
    """Return in numbers what a version keeps, leaves out, has for itself and may yet have."""
    parts = [f"kept {counted(version.count('kept'), 'word', 'words')}"]
    if left_out := version.count("left-out"):
        parts.append(f"left out {left_out}")
    if added := version.count("added"):
        parts.append(f"has {counted(added, 'other', 'others')}")
    unquoted = version.count("unquoted")
    return listed(parts) + (f"; {unquoted} {_unquoted(version)}" if unquoted else "")


def _unquoted(version: Version) -> str:
    """Return what is known of words that are not quoted: whether a stored article has them."""
    verdicts = [quotation.verdict for quotation in version.quotations]
    if all(verdict and verdict.kind in {"exact", "edited"} for verdict in verdicts):
        return "in the article, not quoted here"
    return "not quoted here, with no stored article to compare"


def _steps(steps: Iterable[CutStep], *, omissions: bool) -> Iterator[StepView]:
    """Yield the steps; with `omissions` our own … in the fullest version is nobody's omission."""
    for step in steps:
        cut = omissions and step.kind == "left-out"
        pieces = [piece for piece in _OMISSION.split(step.text) if piece] if cut else [step.text]
        for piece in pieces:
            text = piece.rstrip()
            last = piece is pieces[-1]
            yield StepView(
                kind="kept" if cut and _OMISSION.fullmatch(piece) else step.kind,
                text=text,
                spaced=step.spaced if last else text != piece,
            )
