"""Rule N002: verbs of saying that judge what was said: “admitted”, “claimed”, “slammed”.

The agencies' and papers' guides agree that “said” is nearly always right, because other verbs
bring in the writer's view (`README.md` names them). Only a verb that introduces words counts: the
cue of an attribution, or a verb beside words in quotation marks; so a prisoner may be admitted to
hospital and a storm may claim lives.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Attribution
from generator.neutrality.finding import LOADED, Finding, shown
from generator.neutrality.narration import Narration
from generator.quotations.elements import QUOTED, Unit

KINDS = {
    "doubt": "casts doubt on the words",
    "confession": "takes the words for a confession",
    "insistence": "tells readers how to hear the words",
    "temper": "tells readers how to hear the words",
    "blow": "makes a fight of what was said",
    "charge": "is a word for charges, and no court or law is in the sentence",
    "added": "is on this site's list (neutrality_words)",
    "so_called": "mocks the name that follows",
}
"""Kind of a loaded word → what it does, as messages say it."""
_CLAUSE_KINDS = ("doubt", "confession", "charge", "insistence")
"""Kinds whose verbs have other senses (“claimed four lives”) unless a clause follows."""
_NEAR = 2
"""Elements between a verb and the words in marks it introduces: a comma, “that”."""


def loaded_verbs(narration: Narration) -> Iterator[Finding]:
    """Yield the loaded verbs and phrases by which the narrator introduces others' words."""
    found = dict((*_cues(narration), *_beside_marks(narration), *_fixed(narration)))
    for at, end in sorted(found.items()):
        span = narration.span(at, end)
        kind = _kind(narration, at, end)
        if not _is_legal(narration, kind, at):
            yield Finding(
                span=span,
                code=LOADED,
                what=f"{shown(span.of(narration.text))} {KINDS[kind]}",
                mend=_mend(narration, kind),
            )


def _mend(narration: Narration, kind: str) -> str:
    if kind == "so_called":
        return "Use the name, or say whose name it is."
    return f"Write “{narration.words.said}”, or another word that takes no side."


def _kind(narration: Narration, at: int, end: int) -> str:
    """Return the kind of a loaded word or phrase."""
    if end == at + 1 and (kind := narration.words.verbs.get(narration.forms[at])):
        return kind
    return next(
        kind
        for kind in ("so_called", "confession", "blow")
        if kind in narration.words.phrases
        and narration.words.phrases[kind].at(narration.forms, at, end) > at
    )


def _cues(narration: Narration) -> Iterator[tuple[int, int]]:
    """Yield the loaded verbs that are cues of attributions."""
    elements = narration.elements
    for attribution in narration.attributions:
        if attribution.cue is None:
            continue
        at = elements.index_at(attribution.cue.start)
        while at < len(elements.starts) and elements.starts[at] < attribution.cue.end:
            kind = narration.words.verbs.get(narration.forms[at])
            if (
                kind
                and not _is_bare(narration, at)
                and not _is_deed(narration, attribution, at, kind)
                and (kind not in _CLAUSE_KINDS or _has_clause(narration, attribution, at))
                and not narration.is_said(narration.span(at, at + 1))
            ):
                yield at, at + 1
            at += 1


def _is_deed(narration: Narration, attribution: Attribution, at: int, kind: str) -> bool:
    """Tell whether the verb means what was done, not said: “blasted through the rock”.

    A confession to a priest is called so by everybody.
    """
    last = narration.elements.index_at(attribution.content[-1].end - 1)
    after = narration.forms[at + 1 : last + 1]
    if kind == "confession":
        that = narration.elements.language.kind_of_words("complementizers")
        first = next((n for n, form in enumerate(after) if form in that), len(after))
        return bool(narration.words.kind("confessors") & {*after[:first]})
    if kind != "blow" or QUOTED in after:
        return False
    solids = narration.words.kind("solids") & {*after}
    return bool(solids or narration.words.kind("moves") & {*after[:1]})


def _has_clause(narration: Narration, attribution: Attribution, at: int) -> bool:
    """Tell whether words, and not a thing, are what the verb introduces."""
    elements, language = narration.elements, narration.elements.language
    if attribution.kind != "indirect":
        return True
    first = elements.index_at(attribution.content[0].start)
    last = elements.index_at(attribution.content[-1].end - 1)
    if first < at:
        return True
    that = language.kind_of_words("complementizers")
    verbs = language.kind_of_words("auxiliaries") | language.kind_of_words("modals")
    if any(elements.forms[place] in that for place in range(at + 1, first + 1)):
        return True
    ends = language.kind_of_words("coordinators")
    for place in range(first, last + 1):
        if elements.forms[place] in ends:
            return False
        if elements.forms[place] in verbs:
            return True
    return False


def _beside_marks(narration: Narration) -> Iterator[tuple[int, int]]:
    """Yield loaded verbs beside words in marks: `“…,” whined the mayor`, `He whined: “…”`."""
    forms, verbs = narration.forms, narration.words.verbs
    for unit in narration.units:
        for at in narration.own(unit):
            if (
                verbs.get(forms[at], "charge") != "charge"  # "her alleged “friends”"
                and not _is_bare(narration, at)
                and not narration.is_said(narration.span(at, at + 1))
                and (_speech_before(narration, unit, at) or _speech_after(narration, unit, at))
            ):
                yield at, at + 1


def _speech_before(narration: Narration, unit: Unit, at: int) -> bool:
    """Tell whether words in marks that end in a comma or stop stand right before the verb."""
    forms = narration.forms
    before = at - 1 if at > unit.low and forms[at - 1] != "," else at - 2
    if before < unit.low or forms[before] != QUOTED:
        return False
    inside = narration.text[narration.elements.ends[before] - 2]
    return before < at - 1 or inside in ",.!?…"


def _speech_after(narration: Narration, unit: Unit, at: int) -> bool:
    """Tell whether a colon, comma or “that” leads from the verb to words in marks."""
    after = range(at + 1, min(unit.high, at + 1 + _NEAR))
    that = narration.elements.language.kind_of_words("complementizers")
    for place in after:
        form = narration.forms[place]
        if form == QUOTED:
            return True
        if form not in {":", ","} and form not in that:
            return False
    return False


def _fixed(narration: Narration) -> Iterator[tuple[int, int]]:
    """Yield the fixed phrases: “lashed out at”, “so-called”."""
    for unit in narration.units:
        for at in narration.own(unit):
            for kind in ("so_called", "confession", "blow"):
                listed = narration.words.phrases.get(kind)
                end = listed.at(narration.forms, at, unit.high) if listed else at
                if end > at and not narration.is_said(narration.span(at, end)):
                    yield at, end


def _is_bare(narration: Narration, at: int) -> bool:
    """Tell whether it is denied, only possible, or no verb: “did not claim”, “her claim”."""
    if at == 0:
        return False
    return narration.forms[at - 1] in narration.words.kind("denies") or _is_noun(narration, at)


def _is_noun(narration: Narration, at: int) -> bool:
    """Tell whether “claim” or “claims” is a noun: an article or owner stands before it."""
    elements = narration.elements
    cue = elements.language.cues.get(elements.forms[at])
    if cue is None or cue.form not in {"base", "finite"}:
        return False
    words = elements.language.kind_of_words
    closed = words("articles") | words("possessives") | words("prepositions")
    before = narration.forms[max(0, at - 2) : at]
    return before[-1] in closed or any(form.endswith(("'s", "s'")) for form in before)


def _is_legal(narration: Narration, kind: str, at: int) -> bool:
    """Tell whether a word for charges stands in a sentence about law."""
    if kind != "charge":
        return False
    legal = narration.words.kind("legal")
    unit = narration.unit_at(narration.span(at, at + 1))
    return any(narration.forms[place] in legal for place in range(unit.low, unit.high))
