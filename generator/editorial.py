"""The editor overrules what was extracted: hiding, merging, re-attribution, withdrawal, order.

Precedence: what digest.yaml says of a quotation's id wins over everything extracted; a quotation
written in digest.yaml replaces an extracted one with the same words of the same outlet. Verdicts
are given after this, so that none outlives the words or the source that it judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from generator.model import AttributionKind, Editorial, Outlet, Quotation, QuotationEntry, Speaker
from generator.problems import Problem
from generator.text.matching import identity_form

LAST = 10_000
"""Place of a quotation that the editor gave none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Names:
    """How the editor's names are looked up."""

    speaker: Callable[[str, str], Speaker]
    """By name and role."""
    outlet: Callable[[str], Outlet]


def overrule(
    quotations: tuple[Quotation, ...], editorial: Editorial, *, file: str, names: Names
) -> tuple[tuple[Quotation, ...], tuple[Problem, ...]]:
    """Apply the entries of digest.yaml that name an id, and `hide`; unknown ids are problems."""
    by_id = {quotation.id: quotation for quotation in quotations}
    problems: list[Problem] = []
    for place, entry in enumerate(editorial.quotations):
        if not entry.id:
            continue
        unknown = {entry.id, *entry.merge} - by_id.keys()
        problems += (_unknown(id_, by_id, file, entry.line) for id_ in sorted(unknown))
        if unknown:
            continue
        others = [by_id[other] for other in dict.fromkeys(entry.merge)]
        if not all(_belong_together(by_id[entry.id], other, entry) for other in others):
            problems.append(_not_one(entry, file))
            continue
        merged = _merged(by_id[entry.id], [by_id.pop(other.id) for other in others])
        by_id[entry.id] = replace(_overruled(merged, entry, names), entry=place, line=entry.line)
    hidden = dict(reversed(editorial.hide))
    unknown_lines = {id_: line for id_, line in hidden.items() if id_ not in by_id}
    problems += (_unknown(id_, by_id, file, line) for id_, line in unknown_lines.items())
    shown = tuple(quotation for id_, quotation in by_id.items() if id_ not in hidden)
    return shown, tuple(problems)


def in_editors_order(
    quotations: Iterable[Quotation], editorial: Editorial
) -> tuple[Quotation, ...]:
    """Return pinned quotations first, then by `order`; the rest keeps its order."""

    def place(quotation: Quotation) -> tuple[bool, int]:
        if quotation.entry is None:
            return (True, LAST)
        entry = editorial.quotations[quotation.entry]
        return (not entry.pin, entry.order if entry.order is not None else LAST)

    return tuple(sorted(quotations, key=place))


def without_twins(
    written: tuple[Quotation, ...], extracted: tuple[Quotation, ...]
) -> tuple[tuple[Quotation, ...], tuple[Quotation, ...]]:
    """Let a written quotation take the place of an extracted one with the same words.

    The written one learns where the words stand in the review.
    """
    if not written:
        return (), extracted
    likenesses = {_likeness(quotation) for quotation in written}
    found = [(_likeness(quotation), quotation) for quotation in extracted]
    twins = dict(found)
    rest = tuple(quotation for likeness, quotation in found if likeness not in likenesses)
    return tuple(_with_place_of(twins.get(_likeness(q)), q) for q in written), rest


def _with_place_of(twin: Quotation | None, quotation: Quotation) -> Quotation:
    if twin is None or not twin.in_review:
        return quotation
    return replace(quotation, spans=twin.spans, in_review=True)


def _likeness(quotation: Quotation) -> tuple[str, str]:
    return quotation.outlet.slug, identity_form(" ".join(quotation.parts))


def _belong_together(one: Quotation, other: Quotation, entry: QuotationEntry) -> bool:
    """Whether two quotations are of one outlet, source and speaker (or get one), and are two.

    A direct quotation is printed without its marks; beside a reporter's words it would look like
    them.
    """
    return (
        one.id != other.id
        and (one.kind == "direct") == (other.kind == "direct")
        and one.outlet.slug == other.outlet.slug
        and one.in_review == other.in_review
        and one.article == other.article
        and (one.speaker == other.speaker or bool(entry.speaker))
    )


def _merged(quotation: Quotation, others: list[Quotation]) -> Quotation:
    """Return one quotation with the parts of all, in the order of the text."""
    every = [quotation, *others]
    pairs = sorted(
        (pair for q in every for pair in zip(q.spans, q.parts, strict=True)),
        key=lambda pair: pair[0],
    )
    kinds = {q.kind for q in every}
    kind: AttributionKind = quotation.kind if len(kinds) == 1 else "mixed"
    return replace(
        quotation,
        kind=kind,
        own_words=all(q.own_words for q in every),
        parts=tuple(part for _, part in pairs),
        spans=tuple(span for span, _ in pairs),
    )


def _overruled(quotation: Quotation, entry: QuotationEntry, names: Names) -> Quotation:
    speaker = quotation.speaker
    if entry.speaker:
        speaker = names.speaker(entry.speaker, entry.role)
    elif entry.role and speaker:
        speaker = replace(speaker, role=entry.role)
    outlet = names.outlet(entry.outlet) if entry.outlet else None
    moved = outlet is not None and outlet.slug != quotation.outlet.slug
    return replace(
        quotation,
        id=entry.was or quotation.id,
        kind=entry.kind or quotation.kind,
        outlet=outlet or quotation.outlet,
        article=None if moved else quotation.article,
        speaker=speaker,
        via=entry.via or quotation.via,
        original=entry.original or quotation.original,
        translator=entry.translator or quotation.translator,
        note=entry.note or quotation.note,
        acknowledged=entry.acknowledge,
        withdrawn=entry.withdrawn,
        own_words=quotation.own_words
        and not (moved or entry.kind)
        # Whom the editor names beside the byline is quoted in the article.
        and (speaker and speaker.slug) == (quotation.speaker and quotation.speaker.slug),
    )


def _unknown(id_: str, known: Iterable[str], file: str, line: int) -> Problem:
    return Problem(
        file=file,
        line=line,
        code="Q003",
        what=f"no quotation '{id_}' in this digest",
        mend=f"{where_ids_are(known)}, or take the entry out.",
    )


def where_ids_are(known: Iterable[str]) -> str:
    """Return the beginning of a mend: where an editor finds the ids, and the first of `known`."""
    offered = ", ".join(sorted(known)[:6]) or "none"
    return f"Use an id that `pressreview verify` prints (here: {offered})"


def _not_one(entry: QuotationEntry, file: str) -> Problem:
    return Problem(
        file=file,
        line=entry.line,
        code="Q005",
        what=f"'{entry.id}' is merged with another outlet's, text's, speaker's or kind's words",
        mend="Merge what one speaker said in one text, or name the one `speaker` of all of it.",
    )
