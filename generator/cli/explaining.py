"""Decides what can be told of a place in a text: who is credited there, by which rule, and why.

Put together from what the rules left in each attribution and from the text itself; nothing is
credited here. All offsets are code points of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.analysis import in_file
from generator.cli.texts import NamedText, reading_of
from generator.model import Attribution, Span
from generator.outlets import Registry
from generator.quotations import attributions
from generator.quotations.finding import RULES
from generator.quotations.marks import marked_stretches
from generator.reading import Reading


@dataclass(frozen=True, kw_only=True, slots=True)
class Explainer:
    """One text with all that the rules found in it."""

    text: str
    reading: Reading
    registry: Registry
    found: tuple[Attribution, ...]

    def at(self, offset: int) -> dict[str, Any]:
        """Return what is known of a place: its attributions, else what stands around it."""
        here = [one for one in self.found if _part_at(one, offset)]
        return {
            "offset": offset,
            "line": self.text.count("\n", 0, offset) + 1,
            "language": self.reading.tag,
            "attributions": [self._told(one, _part_at(one, offset)) for one in here],
            "around": None if here else self._around(offset),
        }

    def _told(self, one: Attribution, part: str) -> dict[str, Any]:
        cue = one.cue.of(self.text) if one.cue else ""
        verb = self.reading.language.cues.get(cue.casefold())
        return {
            "part": part,
            "rule": one.rule,
            "why": RULES.get(one.rule, ""),
            "kind": one.kind,
            "content": [self._words(span) for span in one.content],
            "source": self._words(one.source),
            "cue": self._words(one.cue),
            "cue_class": verb.cue_class if verb else None,
            "outlet": one.outlet.name if one.outlet else None,
            "outlet_is": _standing(one),
            "outlet_by": self._how(one, self._outlet_places(one)) if one.outlet else None,
            "speaker": one.speaker,
            "speaker_by": self._how(one, self._places(one.speaker)) if one.speaker else None,
            "role": one.role,
            "undecided": one.undecided or None,
        }

    def _how(self, one: Attribution, places: Iterable[Span]) -> str:
        """Return where the name stands that an attribution is credited by."""
        known = sorted(places)
        own = [span for span in (one.source, one.cue) if span]
        if any(_covers(span, place.start) for span in own for place in known):
            return "named in the source"
        start, end = one.content[0].start, one.content[-1].end
        until = max([end, *(span.end for span in own)])
        near = [place for place in known if place.start < until]
        if not near:
            return "named nowhere before"
        last = near[-1]
        how = "named within the words" if last.start >= start else "carried"
        return f"{how} from {last.start}: “{last.of(self.text)}”"

    def _outlet_places(self, one: Attribution) -> list[Span]:
        """Return where the file names the outlet, under any of its names."""
        outlet = one.outlet
        if outlet is None or not outlet.registered:
            return self._places(outlet.name if outlet else None)
        return [
            self.reading.projection.in_file(mention.span)
            for mention in self.registry.mentions(self.reading.text)
            if any(bearer and bearer.slug == outlet.slug for bearer in mention.candidates)
        ]

    def _places(self, name: str | None) -> list[Span]:
        if not name:
            return []
        matches = re.finditer(re.escape(name), self.text, re.IGNORECASE)
        return [Span(*match.span()) for match in matches]

    def _around(self, offset: int) -> dict[str, Any]:
        """Return what stands about a place that no attribution covers."""
        reading, place = self.reading, self.reading.projection.in_file
        sentence = next((s for s in map(place, reading.sentences) if _covers(s, offset)), None)
        paragraph = next((p for p in reading.paragraphs if _covers(place(p), offset)), None)
        near = sentence or (place(paragraph) if paragraph else None)
        return {
            "what": _what(paragraph, sentence, reading),
            "sentence": self._words(near),
            "marks": self._marks(paragraph, offset),
            "cues": self._cues(near),
            "outlets": self._outlets(near),
            "before": self._neighbour(reversed(self.found), until=offset),
            "after": self._neighbour(self.found, since=offset),
        }

    def _marks(self, paragraph: Span | None, offset: int) -> dict[str, Any] | None:
        """Return the stretch in quotation marks that holds the place."""
        if paragraph is None:
            return None
        stretches = marked_stretches(self.reading.text, paragraph)
        spans = (self.reading.projection.in_file(stretch.span) for stretch in stretches)
        return self._words(next((span for span in spans if _covers(span, offset)), None))

    def _cues(self, near: Span | None) -> list[str]:
        """Return the words of the sentence that may be cues."""
        words = re.findall(r"\w+", near.of(self.text)) if near else []
        return [word for word in words if word.casefold() in self.reading.language.cues]

    def _outlets(self, near: Span | None) -> list[str]:
        mentions = self.registry.mentions(near.of(self.text)) if near else ()
        return [mention.name for mention in mentions]

    def _neighbour(
        self, found: Iterable[Attribution], *, since: int = 0, until: int | None = None
    ) -> dict[str, Any] | None:
        """Return the first of `found` that lies after `since` and ends before `until`."""
        for one in found:
            if one.content[0].start >= since and (until is None or one.content[-1].end <= until):
                return self._words(one.content[0])
        return None

    def _words(self, span: Span | None) -> dict[str, Any] | None:
        return {"span": [span.start, span.end], "words": span.of(self.text)} if span else None


def explainer(named: NamedText, *, registry: Registry, as_review: bool) -> Explainer:
    """Run the rules over a text, to explain places in it."""
    reading = reading_of(named, as_review=as_review)
    found = attributions(reading, registry=registry, as_review=as_review)
    return Explainer(
        text=named.text,
        reading=reading,
        registry=registry,
        found=tuple(in_file(one, reading) for one in found),
    )


def _part_at(attribution: Attribution, offset: int) -> str:
    """Return which part of an attribution covers `offset`; empty if none does."""
    parts = [("cue", attribution.cue), ("source", attribution.source)]
    parts += [("content", span) for span in attribution.content]
    return next((name for name, span in parts if span and _covers(span, offset)), "")


def _covers(span: Span, offset: int) -> bool:
    return span.start <= offset < span.end


def _standing(attribution: Attribution) -> str | None:
    """Return whether the outlet is in the registry, or only in this text."""
    outlet = attribution.outlet
    if outlet is None:
        return None
    if not outlet.registered:
        return "introduced by this text; no registry has it"
    confirmed = "" if outlet.confirmed else ", confirmed by no second source"
    return f"registered ({outlet.provenance or 'no provenance'}{confirmed})"


def _what(paragraph: Span | None, sentence: Span | None, reading: Reading) -> str:
    """Return what the place is to the rules."""
    if paragraph is None:
        return "no copy (between paragraphs, front matter or markup): no rule reads it"
    if paragraph == reading.headline:
        return "the headline: no rule reads it"
    if paragraph in reading.furniture:
        return "page furniture: no rule reads it"
    return "copy that nothing credits to anybody" if sentence else "between two sentences"
